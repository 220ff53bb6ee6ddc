-- name: password_get
-- The primary key, at most one row.
SELECT hash
FROM password
WHERE staff_id = :staff_id;

-- name: password_set
-- The primary key, one row.
INSERT INTO password(staff_id, hash, set_at_s, is_temporary)
VALUES (:staff_id, :hash, :now_s, :is_temporary)
ON CONFLICT (staff_id) DO UPDATE
SET hash = excluded.hash, set_at_s = excluded.set_at_s, is_temporary = excluded.is_temporary;

-- name: login_add
-- One row.
INSERT INTO login(token_hash, staff_id, began_s, seen_s)
VALUES (:token_hash, :staff_id, :now_s, :now_s);

-- name: login_get
-- Primary keys, at most one row.
SELECT l.began_s, l.seen_s, s.id, s.number, s.first_name, s.role,
    coalesce(s.household_id, 0), coalesce(s.partner_id, 0), coalesce(p.is_temporary, 0)
FROM login AS l
JOIN staff AS s ON s.id = l.staff_id AND s.left_at_s IS NULL
LEFT JOIN password AS p ON p.staff_id = s.id
WHERE l.token_hash = :token_hash;

-- name: login_seen
-- The primary key, one row.
UPDATE login
SET seen_s = :now_s
WHERE token_hash = :token_hash AND seen_s < :now_s;

-- name: login_end
-- The primary key, at most one row.
DELETE FROM login
WHERE token_hash = :token_hash;

-- name: login_end_others
-- login_by_staff: one person's other logins, a few.
DELETE FROM login
WHERE staff_id = :staff_id AND token_hash <> :token_hash;

-- name: login_forget
-- login_by_beginning: those of earlier days.
DELETE FROM login
WHERE began_s < :before_s;
