-- name: paper_count_reserved
-- /*scan*/ because paper_reserved holds only numbers still to be used, some hundred.
SELECT count(*)
FROM paper_number
WHERE is_reserved = 1;

-- name: paper_add_block
INSERT INTO paper_block (staff_id, made_at_s)
VALUES (:staff_id, :now_s);

-- name: paper_add_number
INSERT INTO paper_number (block_id, position, number)
VALUES (:block_id, :position, :number);

-- name: paper_block_get
-- Primary key, at most one row.
SELECT given_up_at_s IS NOT NULL
FROM paper_block
WHERE id = :block_id;

-- name: paper_block_set_given_up
-- Primary key, one row.
UPDATE paper_block
SET given_up_at_s = :given_up_at_s
WHERE id = :block_id;

-- name: paper_free_numbers
-- Primary key, the numbers of one block.
UPDATE paper_number
SET is_reserved = 0
WHERE block_id = :block_id AND is_reserved = 1;

-- name: paper_reserve_numbers
-- Primary key, the numbers of one block; of each by ticket_live_number and paper_by_number whether
-- somebody has it.
UPDATE paper_number
SET is_reserved = 1
WHERE block_id = :block_id AND request_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM ticket WHERE number = paper_number.number AND is_live = 1)
    AND NOT EXISTS (SELECT 1 FROM paper_number AS other
                    WHERE other.number = paper_number.number AND other.is_reserved = 1);

-- name: paper_get
-- paper_by_number, the reserved one first, then primary key: mostly one row.
SELECT is_reserved
FROM paper_number
WHERE number = :number
ORDER BY is_reserved DESC
LIMIT 1;

-- name: paper_use
-- paper_reserved, at most one row.
UPDATE paper_number
SET request_id = :request_id, is_reserved = 0
WHERE number = :number AND is_reserved = 1;
