-- name: attendance_beyond
-- Primary key and state_by_session: how many more than its capacity are there or still expected.
SELECT max(0, coalesce(
    (SELECT sum(adults + children) FROM request_state
     WHERE session_id = x.request_id
         AND state IN ('asked', 'confirmed', 'to_reconfirm', 'offered', 'counter_proposed',
             'present'))
    - x.capacity, 0))
FROM session AS x
WHERE x.request_id = :session_id;

-- name: attendance_is_walk_in
-- By primary key: how a booking began.
SELECT verb = 'walk_in'
FROM decision
WHERE request_id = :request_id AND no = 1;

-- name: waiting_party
-- By primary key: how many wait, before an offer to fewer.
SELECT adults, children
FROM decision
WHERE request_id = :request_id AND to_state = 'waitlisted'
ORDER BY no DESC
LIMIT 1;
