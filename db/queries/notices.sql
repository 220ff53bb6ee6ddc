-- name: notices_page
-- notice_to_tell, in its order, from a key on, and notice_once: of each request the first of what is
-- to be told.
SELECT request_id, created_at_s, id
FROM notice AS n
WHERE state IN ('to_tell', 'unreachable') AND (created_at_s, id) > (:since_s, :notice_id)
    AND NOT EXISTS (SELECT 1 FROM notice AS o
                    WHERE o.request_id = n.request_id AND o.state IN ('to_tell', 'unreachable')
                        AND (o.created_at_s, o.id) < (n.created_at_s, n.id))
ORDER BY created_at_s, id
LIMIT :most;

-- name: notices_untell
-- notice_once; what one person told of one request just now.
UPDATE notice
SET state = iif(tries > 0, 'unreachable', 'to_tell'), how = NULL, told_at_s = NULL, staff_id = NULL
WHERE request_id = :request_id AND state = 'told' AND staff_id = :staff_id
    AND how <> 'screen' AND told_at_s >= :since_s;

-- name: notices_try
-- notice_once; what is to be told of one request.
UPDATE notice
SET state = 'unreachable', tries = tries + 1
WHERE request_id = :request_id AND state IN ('to_tell', 'unreachable');

-- name: notices_add_try
INSERT INTO notice_try (request_id, tried_at_s, staff_id)
VALUES (:request_id, :now_s, :staff_id);

-- name: notices_forget_try
-- notice_try_by_request; the last one, at most one row.
DELETE FROM notice_try
WHERE id = (SELECT id FROM notice_try
            WHERE request_id = :request_id
            ORDER BY tried_at_s DESC, id DESC
            LIMIT 1)
    AND staff_id = :staff_id AND tried_at_s >= :since_s;

-- name: notices_untry
-- notice_once; what is to be told of one request.
UPDATE notice
SET state = iif(tries > 1, 'unreachable', 'to_tell'), tries = tries - 1
WHERE request_id = :request_id AND state = 'unreachable' AND tries > 0;

-- name: notices_request
-- Primary key, at most one row.
SELECT 1
FROM request
WHERE id = :request_id;

-- name: notices_forget_note
-- Primary key, at most one row.
DELETE FROM notice_note
WHERE request_id = :request_id;

-- name: notices_add_note
INSERT INTO notice_note (request_id, words, staff_id, noted_at_s)
VALUES (:request_id, :words, :staff_id, :now_s);
