-- name: copy_add
INSERT INTO copy (request_id, item_id, number, shelf)
VALUES (:copy_id, :item_id, :number, :shelf);

-- name: copy_item
-- Primary key, at most one row.
SELECT item_id
FROM copy
WHERE request_id = :copy_id;
