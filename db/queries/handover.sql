-- name: handover_add
INSERT INTO handover (staff_id, written_at_s)
VALUES (:staff_id, :now_s);

-- name: handover_get
-- Primary keys, at most one row.
SELECT h.staff_id, h.done_at_s IS NOT NULL, w.handover_id IS NOT NULL
FROM handover AS h
LEFT JOIN handover_words AS w ON w.handover_id = h.id
WHERE h.id = :handover_id;

-- name: handover_set_words
-- Primary key, one row.
INSERT INTO handover_words (handover_id, words)
VALUES (:handover_id, :words)
ON CONFLICT (handover_id) DO UPDATE SET words = excluded.words;

-- name: handover_erase
-- Primary key, one row.
DELETE FROM handover_words
WHERE handover_id = :handover_id;

-- name: handover_add_read
-- Primary key, at most one row.
INSERT INTO handover_read (handover_id, staff_id, read_at_s)
VALUES (:handover_id, :staff_id, :now_s)
ON CONFLICT (handover_id, staff_id) DO NOTHING;

-- name: handover_forget_read
-- Primary key, as many rows as colleagues.
DELETE FROM handover_read
WHERE handover_id = :handover_id;

-- name: handover_set_done
-- Primary key, one row.
UPDATE handover
SET done_at_s = :done_at_s, done_staff_id = :staff_id
WHERE id = :handover_id;
