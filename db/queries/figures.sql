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
