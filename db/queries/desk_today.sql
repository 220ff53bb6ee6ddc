-- name: desk_line
-- Primary keys, one row: a request as the desk's lists show it, and what a list adds to it. What is
-- only for its asker has neither title nor name for somebody of the same household.
SELECT json_patch(json_object(
    'request_id', request_id, 'no', no, 'kind', kind, 'state', state, 'since_s', since_s,
    'rank_s', rank_s, 'waits', waits, 'is_ended', is_ended, 'is_danger', is_danger,
    'is_private', is_private, 'is_sensitive', is_sensitive, 'answer_by_s', answer_by_s,
    'session_id', session_id, 'item_id', item_id, 'service_id', service_id, 'copy_id', copy_id,
    'copy_number', copy_number, 'shelf', coalesce(shelf, ''), 'parent_id', parent_id,
    'from_s', from_s, 'until_s', until_s, 'adults', adults, 'children', children,
    'direction', direction, 'category', iif(is_veiled, '', category_code),
    'choice', iif(is_veiled, '', choice_code), 'urgency', urgency_code,
    'household_id', household_id, 'household', household_number, 'ticket', ticket_number,
    'title', iif(is_sensitive OR is_veiled, '', coalesce(title, '')),
    'icon', iif(is_veiled, NULL, icon), 'name', iif(is_veiled, '', name), 'phone', phone,
    'for_name', iif(is_veiled, '', for_name)), :more)
FROM (SELECT *, is_private = 1 AND coalesce(household_id = :own_household_id, 0) AS is_veiled
      FROM desk_line)
WHERE request_id = :request_id;

-- name: desk_today_presence
-- /*scan*/ because presence_open holds only those who have not left the desk: one or two rows.
SELECT json_group_array(json_object('staff_id', staff_id, 'first_name', first_name,
                                    'began_s', began_s, 'is_me', staff_id = :staff_id))
FROM (SELECT p.staff_id, p.began_s, s.first_name
      FROM presence AS p
      JOIN staff AS s ON s.id = p.staff_id
      WHERE p.ended_s IS NULL AND p.began_s >= :from_s
      ORDER BY p.began_s, p.id);

-- name: desk_today_roster
-- roster_by_end from that day on, until what begins after it: some rows.
SELECT json_group_array(json_object('staff_id', staff_id, 'first_name', first_name,
                                    'from_s', starts_s, 'until_s', ends_s))
FROM (SELECT r.staff_id, r.starts_s, r.ends_s, s.first_name
      FROM roster AS r
      JOIN staff AS s ON s.id = r.staff_id
      WHERE r.ends_s > :from_s AND r.starts_s < :until_s
      ORDER BY r.starts_s, s.first_name);

-- name: desk_today_sessions
-- session_by_start, one day; then state_by_session: who is expected, who came, who waits.
SELECT json_group_array(json(json))
FROM (SELECT json_object(
          'type', 'session', 'at_s', x.starts_s, 'until_s', x.ends_s,
          'request_id', x.request_id, 'session_id', x.request_id, 'no', own.no,
          'kind', 'session', 'state', own.state, 'title', a.title, 'icon', a.icon,
          'place', x.place, 'capacity', coalesce(x.capacity, 0),
          'expected', (SELECT coalesce(sum(adults + children), 0) FROM request_state
                       WHERE session_id = x.request_id AND kind = 'booking'
                           AND state IN ('confirmed', 'to_reconfirm')),
          'present', (SELECT coalesce(sum(adults + children), 0) FROM request_state
                      WHERE session_id = x.request_id AND kind = 'booking'
                          AND state = 'present'),
          'asked', (SELECT coalesce(sum(adults + children), 0) FROM request_state
                    WHERE session_id = x.request_id AND kind = 'booking'
                        AND state IN ('asked', 'counter_proposed', 'offered')),
          'reason', CASE WHEN own.state IN ('postponed', 'cancelled')
                         THEN d.reason_code ELSE '' END) AS json
      FROM session AS x
      JOIN request_state AS own ON own.request_id = x.request_id
      JOIN decision AS d ON d.request_id = own.request_id AND d.no = own.no
      JOIN activity AS a ON a.id = x.activity_id
      WHERE x.starts_s >= :from_s AND x.starts_s < :until_s
          AND own.state IN ('published', 'to_decide', 'held', 'counted', 'postponed', 'cancelled')
      ORDER BY x.starts_s, x.request_id);

-- name: desk_today_comings
-- state_living, by kind and state: who picks up, brings back, is visited, brings or fetches
-- something on a day; of what is out, its end. At most as many as there are things.
SELECT request_id, json_object(
    'type', CASE WHEN kind = 'loan' THEN iif(state = 'out', 'return', 'pickup') ELSE kind END,
    'at_s', iif(state = 'out', until_s, from_s))
FROM request_state
WHERE is_ended = 0 AND kind IN ('loan', 'visit', 'deposit', 'enquiry', 'help')
    AND state IN ('reserved', 'ready', 'unclaimed', 'out', 'planned', 'announced', 'accepted',
                  'agreed')
    AND iif(state = 'out', until_s, from_s) >= :from_s
    AND iif(state = 'out', until_s, from_s) < :until_s
ORDER BY iif(state = 'out', until_s, from_s), request_id;

-- name: desk_today_prepare
-- state_living: what is picked up until then and does not lie ready yet.
SELECT request_id, '{}'
FROM request_state
WHERE is_ended = 0 AND kind = 'loan' AND state = 'reserved' AND from_s < :until_s
ORDER BY from_s, request_id;

-- name: desk_today_late
-- state_living: what should have come back before that day, or been fetched; the longest ago
-- first.
SELECT request_id, json_object('type', state)
FROM request_state
WHERE is_ended = 0 AND kind IN ('loan', 'deposit') AND state IN ('out', 'unclaimed', 'to_remind')
    AND (state <> 'out' OR until_s < :from_s)
ORDER BY iif(state = 'out', until_s, since_s), request_id;

-- name: desk_today_attendance
-- state_living: sessions that are over and whose attendance nobody entered, the latest first.
SELECT json_group_array(json_object('session_id', request_id, 'title', title,
                                    'starts_s', starts_s, 'expected', expected))
FROM (SELECT s.request_id, a.title, x.starts_s,
          (SELECT coalesce(sum(adults + children), 0) FROM request_state
           WHERE session_id = s.request_id AND kind = 'booking'
               AND state IN ('confirmed', 'to_reconfirm')) AS expected
      FROM request_state AS s
      JOIN session AS x ON x.request_id = s.request_id
      JOIN activity AS a ON a.id = x.activity_id
      WHERE s.is_ended = 0 AND s.kind = 'session' AND s.state = 'held'
      ORDER BY x.starts_s DESC, s.request_id
      LIMIT 60);

-- name: desk_today_counts
-- /*scan*/ because state_pile and notice_to_tell hold only what waits, some 300 and 100 rows.
SELECT json_object(
    'waiting', (SELECT count(*) FROM request_state WHERE waits = 1),
    'danger', (SELECT count(*) FROM request_state WHERE waits = 1 AND is_danger = 1),
    'oldest_s', (SELECT min(rank_s) FROM request_state WHERE waits = 1),
    'notices', (SELECT count(DISTINCT request_id) FROM notice
                WHERE state IN ('to_tell', 'unreachable')));

-- name: desk_today_unshown
-- /*scan*/ because ticket_never_shown holds next to nothing; then primary keys: what was asked at the
-- screen while its ticket never came to be seen.
SELECT t.request_id, json_object('asked_at_s', q.asked_at_s)
FROM ticket AS t INDEXED BY ticket_never_shown
CROSS JOIN request AS q ON q.id = t.request_id
CROSS JOIN request_state AS s ON s.request_id = t.request_id
WHERE t.shown_at_s IS NULL AND q.channel = 'screen' AND q.recorded_at_s < :now_s - 60
    AND s.is_ended = 0 AND s.kind NOT IN ('session', 'copy')
ORDER BY q.recorded_at_s DESC;

-- name: desk_today_remarks
-- remark_open, in its order: what residents said and nobody has looked at.
SELECT request_id, json_object('remark_id', id, 'code', code, 'said_at_s', said_at_s)
FROM remark
WHERE is_open = 1 AND said_at_s > 0
ORDER BY said_at_s, id;

-- name: desk_today_handover
-- handover_open and handover_done, the last days; then primary keys. What is to be done comes first.
SELECT json_group_array(json(json))
FROM (SELECT json_object(
          'handover_id', h.id, 'staff_id', h.staff_id, 'first_name', writer.first_name,
          'written_at_s', h.written_at_s, 'words', w.words, 'is_mine', h.staff_id = :staff_id,
          'is_read', EXISTS (SELECT 1 FROM handover_read
                             WHERE handover_id = h.id AND staff_id = :staff_id),
          'readers', (SELECT json_group_array(s.first_name)
                      FROM handover_read AS r
                      JOIN staff AS s ON s.id = r.staff_id
                      WHERE r.handover_id = h.id),
          'done_at_s', h.done_at_s, 'done_by', doer.first_name) AS json
      FROM handover AS h
      JOIN handover_words AS w ON w.handover_id = h.id
      JOIN staff AS writer ON writer.id = h.staff_id
      LEFT JOIN staff AS doer ON doer.id = h.done_staff_id
      WHERE h.id IN (SELECT id FROM handover WHERE done_at_s IS NULL AND written_at_s > 0
                     UNION ALL
                     SELECT id FROM handover WHERE done_at_s >= :recent_s)
      ORDER BY h.done_at_s IS NOT NULL, h.written_at_s DESC, h.id DESC
      LIMIT 60);

-- name: desk_today_closing
-- closing_by_end: what takes hours from that day.
SELECT json_group_array(json_object('closing_id', id, 'from_s', from_s, 'until_s', until_s,
                                    'reason_code', reason_code))
FROM (SELECT id, from_s, until_s, reason_code
      FROM closing
      WHERE until_s > :from_s AND from_s < :until_s
      ORDER BY from_s, id);

-- name: desk_today_oncall
-- /*scan*/ because a site has a handful of numbers, and all are wanted.
SELECT json_group_array(json_object('label', label, 'phone', phone))
FROM (SELECT label, phone FROM oncall_line ORDER BY position);

-- name: desk_today_follows
-- state_holds_ending, and /*scan*/ because state_pile holds only what waits for the desk: how many
-- promises and guests' holds a closing from now until :next_day_s would move.
SELECT json_object(
    'promises', (SELECT count(*) FROM request_state
                 WHERE waits = 1 AND answer_by_s <= :next_day_s),
    'holds', (SELECT count(*) FROM request_state
              WHERE holds = 1 AND hold_ends_s > :now_s AND hold_ends_s <= :next_day_s));

-- name: desk_today_decided
-- decision_by_staff, the last minutes: what one has decided and can take back, newest first.
SELECT d.request_id, json_object('verb', d.verb, 'recorded_at_s', d.recorded_at_s)
FROM decision AS d
JOIN request_state AS s ON s.request_id = d.request_id AND s.no = d.no
WHERE d.staff_id = :staff_id AND d.recorded_at_s >= :since_s AND d.from_state <> ''
    AND d.verb <> 'undo' AND d.cause_id IS NULL
ORDER BY d.recorded_at_s DESC, d.request_id DESC;

-- name: desk_calls
-- call_ringing, in its order: at most a few rows.
SELECT json_object('lines', (
    SELECT json_group_array(json_object('call_id', id, 'called_at_s', called_at_s,
                                        'reason_code', reason_code))
    FROM (SELECT id, called_at_s, reason_code
          FROM call
          WHERE answered_at_s IS NULL AND called_at_s > 0
          ORDER BY called_at_s, id
          LIMIT 16)), 'is_more', 0);
