-- The staff as the coordinators keep it: core/staff_edit.h.

-- name: staff_other_coordinators
-- /*scan*/ because there are at most 99 of them: coordinators besides that one.
SELECT count(*)
FROM staff
WHERE role = 'coordinator' AND left_at_s IS NULL AND id <> :staff_id;

-- name: staff_next_number
-- /*scan*/ because there are at most 99 of them: 01, or the first number after one that is taken. No
-- row: all are.
SELECT n
FROM (SELECT 1 AS n WHERE NOT EXISTS (SELECT 1 FROM staff WHERE number = '01')
      UNION ALL
      SELECT min(1 + CAST(own.number AS INTEGER)) FROM staff AS own
      WHERE NOT EXISTS (SELECT 1 FROM staff AS next
                        WHERE next.number = printf('%02d', 1 + CAST(own.number AS INTEGER))))
WHERE n BETWEEN 1 AND 99
LIMIT 1;

-- name: staff_change
-- The primary key, one row.
UPDATE staff
SET first_name = :first_name, role = :role, household_id = :household_id, partner_id = :partner_id
WHERE id = :staff_id AND left_at_s IS NULL;

-- name: staff_leave
-- The primary key, one row.
UPDATE staff
SET left_at_s = :now_s
WHERE id = :staff_id;

-- name: staff_return
-- The primary key, one row.
UPDATE staff
SET left_at_s = NULL
WHERE id = :staff_id AND left_at_s IS NOT NULL;

-- name: staff_cut_roster
-- The primary key, the rows of one person that have begun: what runs ends now.
UPDATE roster
SET ends_s = :now_s
WHERE staff_id = :staff_id AND starts_s < :now_s AND ends_s > :now_s;

-- name: staff_drop_roster
-- The primary key, the rows of one person still to come: some weeks.
DELETE FROM roster
WHERE staff_id = :staff_id AND starts_s >= :now_s;

-- name: staff_forget_pin
-- The primary key, at most one row.
DELETE FROM pin
WHERE owner = 'staff' AND owner_id = :staff_id;

-- name: staff_forget_password
-- The primary key, at most one row.
DELETE FROM password
WHERE staff_id = :staff_id;

-- name: staff_forget_logins
-- login_by_staff: a few.
DELETE FROM login
WHERE staff_id = :staff_id;
