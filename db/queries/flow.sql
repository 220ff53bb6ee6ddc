-- name: session_bookings
-- By state_by_session; the session's living bookings.
SELECT request_id
FROM request_state
WHERE session_id = :session_id AND kind = 'booking' AND is_ended = 0
ORDER BY rank_s, request_id;

-- name: session_update
-- By primary key: the session stands where its decision says. Taken back, it was moved from where
-- an earlier decision had it, if from anywhere.
UPDATE session
SET moved_from_s = CASE
        WHEN :is_draft THEN NULL -- nobody knew of it
        WHEN :back_to_no IS NOT NULL THEN coalesce(
            (SELECT from_s FROM decision
             WHERE request_id = :session_id AND no < :back_to_no AND from_s <> :starts_s
             ORDER BY no DESC
             LIMIT 1),
            CASE WHEN :is_postponed THEN :starts_s END)
        WHEN starts_s <> :starts_s OR :is_postponed THEN starts_s
        ELSE moved_from_s END,
    starts_s = :starts_s,
    ends_s = :ends_s,
    capacity = CASE WHEN :capacity > 0 THEN :capacity ELSE capacity END,
    sequence = sequence + 1
WHERE request_id = :session_id;

-- name: session_set_capacity
-- By primary key.
UPDATE session
SET capacity = :capacity
WHERE request_id = :session_id AND :capacity > 0;

-- name: session_first_waiting
-- By state_waiting_seats; the first of the list, with the seats left and the activity's rule, while
-- the session takes bookings.
SELECT s.request_id, s.adults + s.children,
    x.capacity - (SELECT coalesce(sum(adults + children), 0) FROM request_state
                  WHERE session_id = :session_id AND holds = 1),
    a.rule
FROM request_state AS s
JOIN session AS x ON x.request_id = s.session_id
JOIN request_state AS own ON own.request_id = s.session_id
    AND own.state IN ('published', 'to_decide')
JOIN activity AS a ON a.id = x.activity_id
WHERE s.session_id = :session_id AND s.state = 'waitlisted'
ORDER BY s.rank_s, s.request_id
LIMIT 1;

-- name: loan_first_waiting
-- By state_waiting_items; the first of the list.
SELECT request_id
FROM request_state
WHERE item_id = :item_id AND state = 'waitlisted'
ORDER BY rank_s, request_id
LIMIT 1;

-- name: help_other_side
-- By primary keys, or request_by_parent: who is brought together with this one; at most one row.
SELECT s.request_id
FROM request AS r
JOIN request_state AS s ON s.request_id = r.parent_id
WHERE r.id = :request_id AND r.direction = 'reply' AND s.kind = 'help'
    AND s.state IN ('match_proposed', 'agreed', 'done_said', 'disputed')
UNION ALL
SELECT s.request_id
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
WHERE r.parent_id = :request_id AND r.kind = 'help'
    AND s.state IN ('match_proposed', 'agreed', 'done_said', 'disputed')
LIMIT 1;

-- name: help_open_replies
-- By request_by_parent: the few that wait for the desk.
SELECT s.request_id
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
WHERE r.parent_id = :request_id AND r.direction = 'reply' AND s.state = 'asked';

-- name: sweep_releases
-- By state_holds_ending.
SELECT request_id
FROM request_state
WHERE hold_ends_s <= :now_s AND hold_ends_s IS NOT NULL AND holds = 1 AND state = 'asked';

-- name: sweep_begun
-- By state_starting; what nobody answered before its date. Sessions are their own clock; what waits
-- for a new date of one waits on.
SELECT s.request_id
FROM request_state AS s
WHERE s.from_s <= :now_s AND s.from_s IS NOT NULL AND s.is_ended = 0
    AND s.state IN ('asked', 'counter_proposed', 'waitlisted', 'offered', 'lapsed')
    AND (s.kind = 'booking' OR s.from_s <= :today_s)
    AND NOT EXISTS (SELECT 1 FROM request_state AS own
                    WHERE own.request_id = s.session_id AND own.state = 'postponed');

-- name: sweep_offers
-- By state_living and notice_once; offers told longer ago than their clock runs.
SELECT s.request_id
FROM request_state AS s
JOIN notice AS n ON n.request_id = s.request_id AND n.no = s.no AND n.state = 'told'
WHERE s.is_ended = 0 AND s.kind IN ('booking', 'loan') AND s.state = 'offered'
    AND n.told_at_s <= :before_s;

-- name: sweep_pickups
-- By state_living; reserved items whose day of pick-up is over.
SELECT request_id
FROM request_state
WHERE is_ended = 0 AND kind = 'loan' AND state IN ('reserved', 'ready') AND from_s < :today_s;

-- name: sweep_sessions
-- By state_living; sessions that are over.
SELECT request_id
FROM request_state
WHERE is_ended = 0 AND kind = 'session' AND state IN ('published', 'to_decide')
    AND from_s <= :now_s AND until_s <= :now_s;

-- name: sweep_doubts
-- By session_by_start; sessions soon with too few people, each date doubted once.
SELECT x.request_id
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id AND s.state = 'published'
WHERE x.starts_s > :now_s AND x.starts_s <= :until_s AND x.least_people > 0
    AND (SELECT coalesce(sum(adults + children), 0) FROM request_state
         WHERE session_id = x.request_id AND holds = 1) < x.least_people
    AND NOT EXISTS (SELECT 1 FROM decision
                    WHERE request_id = x.request_id AND verb = 'doubt' AND from_s = x.starts_s);

-- name: sweep_board
-- By state_living; what hung on the board for long.
SELECT s.request_id
FROM request_state AS s
JOIN request AS r ON r.id = s.request_id
WHERE s.is_ended = 0 AND s.kind = 'help' AND s.state = 'published'
    AND s.since_s <= CASE r.direction WHEN 'offer' THEN :offers_before_s ELSE :needs_before_s END;

-- name: sweep_silent
-- By state_living, request_by_parent and notice_once; what one of two says is done and the other,
-- told of it for long or out of reach, neither confirms nor doubts. One side is found first; the
-- other follows it.
SELECT s.request_id
FROM request_state AS s
JOIN request AS r ON r.id = s.request_id
WHERE s.is_ended = 0 AND s.kind = 'help' AND s.state = 'done_said' AND s.since_s <= :before_s
    AND NOT EXISTS (
        SELECT 1
        FROM notice AS n
        JOIN request_state AS o
            ON o.request_id = n.request_id AND o.no = n.no AND o.state = 'done_said'
        WHERE (n.state = 'to_tell' OR n.told_at_s > :before_s)
            AND n.request_id IN (
                SELECT s.request_id
                UNION ALL SELECT r.parent_id
                UNION ALL SELECT id FROM request WHERE parent_id = s.request_id));

-- name: sweep_reminders
-- By state_living; what lies ready for long.
SELECT request_id
FROM request_state
WHERE is_ended = 0 AND kind = 'deposit' AND state = 'ready' AND since_s <= :before_s;

-- name: sweep_tickets_due
-- By ticket_to_free.
SELECT 1
FROM ticket
WHERE frees_at_s <= :now_s AND frees_at_s IS NOT NULL AND is_live = 1
LIMIT 1;

-- name: sweep_tickets
-- By ticket_to_free; numbers that may be drawn again.
UPDATE ticket
SET is_live = 0
WHERE frees_at_s <= :now_s AND frees_at_s IS NOT NULL AND is_live = 1;
