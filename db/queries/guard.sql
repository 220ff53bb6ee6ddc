-- name: guard_seats
-- Session by primary key, seats by state_seats, the list by state_waiting_seats: capacity, what
-- others hold, and whether somebody waits.
SELECT x.capacity,
    (SELECT coalesce(sum(adults + children), 0) FROM request_state
     WHERE session_id = x.request_id AND holds = 1 AND request_id <> :request_id),
    EXISTS (SELECT 1 FROM request_state
            WHERE session_id = x.request_id AND state = 'waitlisted')
FROM session AS x
WHERE x.request_id = :session_id;

-- name: guard_session
-- By primary keys; one row.
SELECT s.state, x.starts_s, x.ends_s, x.capacity
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
WHERE x.request_id = :session_id;

-- name: guard_copy
-- The copy and its item by primary key, overlaps by state_copies; one row if it is one of that item,
-- there and free. What is withdrawn is not lent anew (:request_id 0); what was asked for before
-- stands.
SELECT 1
FROM copy AS c
JOIN item AS i ON i.id = c.item_id AND (i.withdrawn_at_s IS NULL OR :request_id <> 0)
JOIN request_state AS s ON s.request_id = c.request_id AND s.state = 'available'
WHERE c.request_id = :copy_id AND c.item_id = :item_id
    AND NOT EXISTS (SELECT 1 FROM request_state AS o
                    WHERE o.copy_id = :copy_id AND o.holds = 1 AND o.request_id <> :request_id
                        AND o.from_s < :until_s
                        AND (o.until_s > :from_s
                             OR (o.state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed')
                                 AND :from_s < :now_s + 86400)));

-- name: guard_staff_household
-- By primary key.
SELECT household_id
FROM staff
WHERE id = :staff_id;

-- name: guard_guest_hour
-- By the unique uid, whose beginning is the time; guests' requests of the last hour.
SELECT count(*)
FROM request AS r
WHERE r.uid >= :since_uid AND r.recorded_at_s > :since_s AND r.channel = 'screen'
    AND NOT EXISTS (SELECT 1 FROM request_state
                    WHERE request_id = r.id AND household_id IS NOT NULL);

-- name: guard_waiting_for_item
-- By state_waiting_items.
SELECT 1
FROM request_state INDEXED BY state_waiting_items
WHERE state = 'waitlisted' AND item_id = :item_id
LIMIT 1;

-- name: guard_taken
-- By state_seats.
SELECT coalesce(sum(adults + children), 0)
FROM request_state
WHERE session_id = :session_id AND holds = 1;

-- name: rule_of_session
-- By primary keys.
SELECT a.rule, a.rule_limit, a.rule_code
FROM session AS x
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :id;

-- name: rule_of_item
-- By primary keys.
SELECT c.rule, c.rule_limit, c.rule_code
FROM item AS i
JOIN item_class AS c ON c.id = i.class_id
WHERE i.id = :id;

-- name: rule_of_service
-- By primary key.
SELECT rule, rule_limit, rule_code
FROM service
WHERE id = :id;

-- name: rule_is_trusted
-- By primary key.
SELECT is_trusted
FROM household
WHERE id = :household_id;

-- name: rule_is_trained
-- By primary key.
SELECT 1
FROM training
WHERE household_id = :household_id AND code = :code;

-- name: guard_said_done
-- By decision's primary key; 1 if the last to say so was this one's own resident.
SELECT who = 'resident'
FROM decision
WHERE request_id = :request_id AND verb = 'say_done'
ORDER BY no DESC
LIMIT 1;
