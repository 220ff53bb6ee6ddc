-- name: queue_counts
-- /*scan*/ because state_pile holds only what waits for the desk, some 300 rows; one row.
SELECT count(*),
    coalesce(sum(kind IN ('booking', 'session', 'amendment')), 0),
    coalesce(sum(kind IN ('loan', 'extension')), 0),
    coalesce(sum(kind = 'help'), 0),
    coalesce(sum(kind IN ('enquiry', 'deposit', 'visit')), 0),
    coalesce(sum(is_danger), 0),
    coalesce(min(rank_s), 0)
FROM request_state
WHERE waits = 1;

-- name: queue_page
-- state_pile, in its order, from a key on; the rest by primary keys.
SELECT line.*
FROM request_line AS line
WHERE waits = 1 AND is_danger <= :is_danger
    AND (is_danger < :is_danger OR (rank_s, request_id) > (:rank_s, :request_id))
    AND (:kinds = '' OR instr(:kinds, kind) > 0)
ORDER BY is_danger DESC, rank_s, request_id
LIMIT :most;

-- name: queue_line
-- Primary keys, at most one row.
SELECT line.*
FROM request_line AS line
WHERE request_id = :request_id;

-- name: queue_waiting_seats
-- state_waiting_seats, then primary keys and state_seats: the first of each waiting list whose
-- session has seats left, how many, and how many wait. As many rows as lists.
SELECT line.*,
    x.capacity - (SELECT coalesce(sum(adults + children), 0) FROM request_state
                  WHERE session_id = first.session_id AND holds = 1) AS seats_left,
    (SELECT count(*) FROM request_state
     WHERE session_id = first.session_id AND state = 'waitlisted'),
    NULL
FROM request_state AS first INDEXED BY state_waiting_seats
JOIN session AS x ON x.request_id = first.session_id
JOIN request_state AS own ON own.request_id = first.session_id
JOIN request_line AS line ON line.request_id = first.request_id
WHERE first.state = 'waitlisted' AND first.session_id > 0
    AND NOT EXISTS (SELECT 1 FROM request_state AS o
                    WHERE o.session_id = first.session_id AND o.state = 'waitlisted'
                        AND (o.rank_s, o.request_id) < (first.rank_s, first.request_id))
    AND own.state IN ('published', 'to_decide') AND x.starts_s > :now_s AND seats_left > 0
ORDER BY x.starts_s, first.session_id;

-- name: queue_waiting_items
-- state_waiting_items, then copy's index by item and state_copies: who waits for an item first for
-- those days, if a copy is free on them; who waits for the first that comes back, waits for now. As
-- many rows as lists and days.
SELECT line.*, 1,
    (SELECT count(*) FROM request_state INDEXED BY state_waiting_items
     WHERE item_id = first.item_id AND state = 'waitlisted'),
    (SELECT c.request_id
     FROM copy AS c
     JOIN request_state AS own ON own.request_id = c.request_id AND own.state = 'available'
     WHERE c.item_id = first.item_id
         AND NOT EXISTS (SELECT 1 FROM request_state AS loan
                         WHERE loan.copy_id = c.request_id AND loan.holds = 1
                             AND loan.from_s < coalesce(first.until_s, :now_s + 86400)
                             AND (loan.until_s > coalesce(first.from_s, :now_s)
                                  OR (loan.state IN ('out', 'lost', 'needs_check', 'repair',
                                                     'parts_owed')
                                      AND coalesce(first.from_s, :now_s) < :now_s + 86400)))
     ORDER BY c.number
     LIMIT 1) AS free_copy_id
FROM request_state AS first INDEXED BY state_waiting_items
JOIN request_line AS line ON line.request_id = first.request_id
WHERE first.state = 'waitlisted' AND first.item_id > 0
    AND (first.until_s IS NULL OR first.until_s > :now_s)
    AND NOT EXISTS (SELECT 1 FROM request_state AS o
                    WHERE o.item_id = first.item_id AND o.state = 'waitlisted'
                        AND (o.rank_s, o.request_id) < (first.rank_s, first.request_id)
                        AND (o.from_s IS NULL
                             OR (o.from_s < coalesce(first.until_s, :now_s + 86400)
                                 AND o.until_s > coalesce(first.from_s, :now_s))))
    AND free_copy_id IS NOT NULL
ORDER BY first.from_s, first.request_id;

-- name: queue_recent
-- decision_by_staff, the last minutes of one person: what can still be taken back, newest first.
SELECT line.*, d.verb, d.recorded_at_s
FROM decision AS d
JOIN request_line AS line ON line.request_id = d.request_id AND line.no = d.no
WHERE d.staff_id = :staff_id AND d.recorded_at_s >= :since_s AND d.verb <> 'undo'
    AND (d.from_state <> '' OR (line.kind NOT IN ('session', 'copy') AND line.is_ended = 0))
    AND d.cause_id IS NULL
ORDER BY d.recorded_at_s DESC, d.request_id DESC
LIMIT :most;

-- name: queue_session
-- Primary key, state_seats, state_waiting_seats: one row. What a request itself holds is not
-- counted as taken.
SELECT x.starts_s, x.ends_s, x.place, coalesce(x.capacity, 0),
    (SELECT coalesce(sum(adults + children), 0) FROM request_state
     WHERE session_id = x.request_id AND holds = 1 AND request_id <> :request_id),
    (SELECT count(*) FROM request_state
     WHERE session_id = x.request_id AND state = 'waitlisted' AND request_id <> :request_id),
    a.least_age, coalesce(p.name, '')
FROM session AS x
JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN partner AS p ON p.id = a.partner_id
WHERE x.request_id = :session_id;

-- name: queue_item
-- Primary key, one row.
SELECT i.deposit_cents, coalesce(c.shelf, '')
FROM item AS i
LEFT JOIN copy AS c ON c.request_id = :copy_id
WHERE i.id = :item_id;

-- name: queue_copies
-- copy's index by item, then state_copies: the item's copies, in use and free for these days.
SELECT c.request_id, c.number
FROM copy AS c
JOIN request_state AS own ON own.request_id = c.request_id AND own.state = 'available'
WHERE c.item_id = :item_id
    AND NOT EXISTS (SELECT 1 FROM request_state AS loan
                    WHERE loan.copy_id = c.request_id AND loan.holds = 1
                        AND loan.request_id <> :request_id AND loan.from_s < :until_s
                        AND (loan.until_s > :from_s
                             OR (loan.state IN ('out', 'lost', 'needs_check', 'repair',
                                                'parts_owed')
                                 AND :from_s < :now_s + 86400)))
ORDER BY c.number
LIMIT :most;

-- name: queue_copy_number
-- Primary key, one row.
SELECT number
FROM copy
WHERE request_id = :copy_id;

-- name: queue_copy_loans
-- state_copies: what holds a copy within some days, but for one request.
SELECT from_s, until_s
FROM request_state
WHERE copy_id = :copy_id AND holds = 1 AND from_s < :until_s AND until_s > :from_s
    AND request_id <> :request_id
ORDER BY from_s
LIMIT :most;

-- name: queue_open_loans
-- state_living: what is out of the house, at most as many as there are things; and of that what
-- this household has, and has too long.
SELECT count(*), coalesce(sum(until_s < :late_s), 0)
FROM request_state AS s
WHERE s.is_ended = 0 AND s.kind = 'loan'
    AND s.state IN ('out', 'lost', 'parts_owed')
    AND (SELECT household_id FROM request_owner
         WHERE request_id = s.request_id ORDER BY no DESC LIMIT 1) = :household_id;

-- name: queue_staff_name
-- Primary key, at most one row.
SELECT first_name
FROM staff
WHERE id = :staff_id;

-- name: queue_last
-- Primary keys and notice_once, one row: a decision, who of the staff made it, whether it is told.
SELECT d.verb, d.who, d.staff_id, coalesce(staff.first_name, ''), d.recorded_at_s, d.reason_code,
    EXISTS (SELECT 1 FROM notice AS n WHERE n.request_id = d.request_id AND n.no = d.no)
FROM decision AS d
LEFT JOIN staff ON staff.id = d.staff_id
WHERE d.request_id = :request_id AND d.no = :no;

-- name: queue_answers
-- Primary keys: what the service's form asked and was answered, in its order, but for words; then
-- what it no longer asks.
SELECT coalesce(f.label, gone.label, ''), coalesce(f.kind, gone.kind),
    coalesce((SELECT label FROM service_choice
              WHERE service_id = f.service_id AND field = f.position AND code = q.choice_code),
             (SELECT label FROM service_asked
              WHERE service_id = :service_id AND field = q.field AND choice = q.choice_code), ''),
    coalesce(q.number, 0), coalesce(q.date_s, 0)
FROM request_answer AS q
LEFT JOIN service_field AS f ON f.service_id = :service_id AND f.code = q.field
LEFT JOIN service_asked AS gone
    ON gone.service_id = :service_id AND gone.field = q.field AND gone.choice = ''
WHERE q.request_id = :request_id
ORDER BY f.position IS NULL, f.position;

-- name: queue_other_sessions
-- session_by_activity, from now on, then state_seats: where as many people would find a seat.
SELECT x.request_id, x.starts_s, x.ends_s,
    x.capacity - (SELECT coalesce(sum(adults + children), 0) FROM request_state
                  WHERE session_id = x.request_id AND holds = 1) AS seats_left
FROM session AS here
JOIN session AS x ON x.activity_id = here.activity_id AND x.starts_s > :now_s
JOIN request_state AS own ON own.request_id = x.request_id
WHERE here.request_id = :session_id AND x.request_id <> here.request_id
    AND own.state IN ('published', 'to_decide') AND seats_left >= :party
ORDER BY x.starts_s, x.request_id
LIMIT :most;

-- name: queue_today_loans
-- state_living: loans that begin or end today or should have, and what came back to be looked at.
-- At most as many as there are things.
SELECT line.*
FROM request_line AS line
WHERE is_ended = 0 AND kind = 'loan'
    AND state IN ('reserved', 'ready', 'unclaimed', 'out', 'lost', 'needs_check', 'repair',
                  'parts_owed')
    AND from_s < :tomorrow_s AND (state <> 'out' OR until_s < :tomorrow_s)
ORDER BY CASE WHEN state IN ('reserved', 'ready', 'unclaimed') THEN from_s ELSE until_s END,
    request_id
LIMIT :most;

-- name: queue_today_orders
-- state_living: services under way that the desk takes a step further; the wanted day first.
SELECT line.*
FROM request_line AS line
WHERE is_ended = 0 AND kind IN ('visit', 'deposit', 'enquiry')
    AND state IN ('qualified', 'planned', 'nobody_home', 'visited', 'later', 'announced', 'left',
                  'with_provider', 'ready', 'to_remind', 'returned', 'damaged', 'accepted')
ORDER BY coalesce(from_s, since_s), request_id
LIMIT :most;

-- name: queue_today_sessions
-- session_by_start, the last days; then state_by_session: who is expected and who came.
SELECT x.request_id, own.no, own.state, a.title, a.icon, x.starts_s, x.ends_s,
    coalesce(x.capacity, 0),
    (SELECT coalesce(sum(adults + children), 0) FROM request_state
     WHERE session_id = x.request_id AND kind = 'booking'
         AND state IN ('confirmed', 'to_reconfirm')),
    (SELECT coalesce(sum(adults + children), 0) FROM request_state
     WHERE session_id = x.request_id AND kind = 'booking' AND state = 'present')
FROM session AS x
JOIN request_state AS own ON own.request_id = x.request_id
JOIN activity AS a ON a.id = x.activity_id
WHERE x.starts_s >= :since_s AND x.starts_s < :tomorrow_s
    AND ((own.state IN ('published', 'to_decide') AND x.starts_s >= :today_s)
         OR own.state = 'held' OR (own.state = 'counted' AND x.starts_s >= :today_s))
ORDER BY x.starts_s, x.request_id
LIMIT :most;

-- name: queue_attendance
-- state_by_session: who holds a seat or has been counted; at most the capacity.
SELECT line.*
FROM request_line AS line
WHERE session_id = :session_id AND kind = 'booking'
    AND state IN ('confirmed', 'to_reconfirm', 'present', 'absent', 'excused')
ORDER BY household_number IS NULL, household_number, ticket_number, request_id
LIMIT :most;

-- name: loan_desk_get
-- Primary keys, at most one row.
SELECT i.deposit_cents, coalesce(c.shelf, ''), coalesce(d.cents, 0), coalesce(d.taken_at_s, 0),
    coalesce(d.returned_at_s, 0)
FROM request_state AS s
JOIN item AS i ON i.id = s.item_id
LEFT JOIN copy AS c ON c.request_id = s.copy_id
LEFT JOIN loan_deposit AS d ON d.request_id = s.request_id
WHERE s.request_id = :request_id AND s.kind = 'loan';

-- name: loan_desk_parts
-- Primary keys of item_part and loan_part: the item's parts, and which went out and came back.
SELECT p.position, p.label, l.position IS NOT NULL, coalesce(l.is_back, 0)
FROM item_part AS p
LEFT JOIN loan_part AS l ON l.request_id = :request_id AND l.position = p.position
WHERE p.item_id = :item_id
ORDER BY p.position;

-- name: loan_desk_forget_parts
-- Primary key, the parts of one loan.
DELETE FROM loan_part
WHERE request_id = :request_id;

-- name: loan_desk_add_part
-- One row.
INSERT INTO loan_part(request_id, position)
VALUES (:request_id, :position);

-- name: loan_desk_set_part
-- Primary key, one row.
UPDATE loan_part
SET is_back = :is_back
WHERE request_id = :request_id AND position = :position;

-- name: loan_desk_forget_back
-- Primary key, the parts of one loan.
UPDATE loan_part
SET is_back = 0
WHERE request_id = :request_id;

-- name: loan_desk_take_deposit
-- One row.
INSERT INTO loan_deposit(request_id, cents, taken_at_s)
VALUES (:request_id, :cents, :at_s);

-- name: loan_desk_set_returned
-- Primary key, at most one row; NULL: not yet.
UPDATE loan_deposit
SET returned_at_s = :returned_at_s
WHERE request_id = :request_id;

-- name: loan_desk_forget_deposit
-- Primary key, at most one row.
DELETE FROM loan_deposit
WHERE request_id = :request_id;

-- name: queue_history
-- state_by_household: what else a household asked and has ended, the latest first.
SELECT line.*
FROM (SELECT request_id AS id, since_s AS ended_s FROM request_state
      WHERE household_id = :household_id AND is_ended = 1
      ORDER BY since_s DESC, request_id DESC
      LIMIT 40)
JOIN request_line AS line ON line.request_id = id
WHERE line.is_private = 0 AND line.request_id <> :request_id
ORDER BY ended_s DESC, id DESC
LIMIT :most;

-- name: queue_proposed_after
-- Primary key, session_by_series from there on: how many of the same series are proposed, too.
SELECT count(*)
FROM session AS own
JOIN session AS x ON x.series_id = own.series_id
    AND (x.starts_s, x.request_id) > (own.starts_s, own.request_id)
JOIN request_state AS s ON s.request_id = x.request_id AND s.state = 'proposed'
WHERE own.request_id = :session_id AND x.series_id IS NOT NULL;

-- name: queue_amendment
-- Primary keys, session_by_series and state_by_session for how many it would touch: one row.
SELECT r.choice_code, coalesce(s.from_s, 0), coalesce(s.until_s, 0), s.adults,
    m.place IS NOT NULL, coalesce(m.place, ''), coalesce(m.least_people, -1), m.reason_code,
    iif(m.with_following,
        (SELECT count(*) FROM session AS x
         JOIN request_state AS xs ON xs.request_id = x.request_id AND xs.is_ended = 0
         WHERE x.series_id = own.series_id
             AND (x.starts_s, x.request_id) > (own.starts_s, own.request_id)), 0),
    (SELECT count(*) FROM request_state
     WHERE session_id = own.request_id AND kind = 'booking' AND is_ended = 0)
        + iif(m.with_following,
              (SELECT count(*) FROM session AS x
               JOIN request_state AS b ON b.session_id = x.request_id AND b.kind = 'booking'
                   AND b.is_ended = 0
               WHERE x.series_id = own.series_id
                   AND (x.starts_s, x.request_id) > (own.starts_s, own.request_id)), 0)
FROM amendment AS m
JOIN request AS r ON r.id = m.request_id
JOIN request_state AS s ON s.request_id = m.request_id
JOIN session AS own ON own.request_id = r.parent_id
WHERE m.request_id = :request_id;
