-- name: copy_add
INSERT INTO copy (request_id, item_id, number, shelf)
VALUES (:copy_id, :item_id, :number, :shelf);
