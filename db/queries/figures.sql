-- name: funder_tag
-- One row.
INSERT INTO funder_tag (tag, service_id, activity_id, partner_id)
VALUES (:tag, :service_id, :activity_id, :partner_id);

-- name: funder_untag
-- By one of the three indexes; at most one row.
DELETE FROM funder_tag
WHERE tag = :tag
    AND ((:service_id IS NOT NULL AND service_id = :service_id)
         OR (:activity_id IS NOT NULL AND activity_id = :activity_id)
         OR (:partner_id IS NOT NULL AND partner_id = :partner_id));

-- name: quarter_is_closed
-- The primary key.
SELECT 1
FROM closed_quarter
WHERE quarter = :quarter;

-- name: quarter_close
-- One row.
INSERT INTO closed_quarter (quarter, closed_at_s, staff_id)
VALUES (:quarter, :now_s, :staff_id);

-- name: quarter_unmarked
-- By state_starting; bookings and sessions of that time that nobody marked or counted. One row.
SELECT coalesce(sum(kind = 'booking'), 0), coalesce(sum(kind = 'session'), 0)
FROM request_state
WHERE is_ended = 0 AND from_s >= :from_s AND from_s < :until_s
    AND ((kind = 'booking' AND state IN ('confirmed', 'to_reconfirm'))
         OR (kind = 'session' AND state IN ('published', 'to_decide', 'held')));
