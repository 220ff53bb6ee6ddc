-- name: household_find
-- The unique index on number, then primary keys: at most one row. A merged household's number finds
-- the one that it became.
SELECT h.id, h.lang
FROM household AS typed
LEFT JOIN household_merge AS m ON m.from_id = typed.id
JOIN household AS h ON h.id = coalesce(m.into_id, typed.id)
WHERE typed.number = :number AND h.left_at_s IS NULL;

-- name: household_get
-- The primary key, at most one row.
SELECT number, lang, is_trusted
FROM household
WHERE id = :household_id AND left_at_s IS NULL;

-- name: household_add
-- One row.
INSERT INTO household(uid, number, joined_at_s, lang, is_trusted)
VALUES (:uid, :number, :now_s, :lang, :is_trusted);

-- name: household_set_contact
-- The primary key, one row.
INSERT INTO household_contact(household_id, family_name, address, phone)
VALUES (:household_id, :family_name, :address, :phone)
ON CONFLICT (household_id) DO UPDATE
SET family_name = excluded.family_name, address = excluded.address, phone = excluded.phone;

-- name: subscription_add
-- One row.
INSERT INTO subscription(household_id, from_s, until_s, paid_cents)
VALUES (:household_id, :from_s, :until_s, :paid_cents);

-- name: subscription_until
-- The primary key, the periods of one household: a few rows.
SELECT max(until_s)
FROM subscription
WHERE household_id = :household_id AND from_s <= :now_s AND until_s > :now_s;

-- name: training_add
-- The primary key, one row.
INSERT INTO training(household_id, code, trained_at_s)
VALUES (:household_id, :code, :now_s)
ON CONFLICT (household_id, code) DO UPDATE SET trained_at_s = excluded.trained_at_s;

-- name: person_add
-- One row.
INSERT INTO person(household_id, is_child)
VALUES (:household_id, :is_child);

-- name: person_add_name
-- One row.
INSERT INTO person_name(person_id, first_name)
VALUES (:person_id, :first_name);

-- name: person_household
-- The primary key, at most one row.
SELECT household_id
FROM person
WHERE id = :person_id AND left_at_s IS NULL;

-- name: staff_find
-- The unique index on number, at most one row.
SELECT id
FROM staff
WHERE number = :number AND left_at_s IS NULL;

-- name: staff_get
-- The primary key, at most one row.
SELECT first_name, role, coalesce(household_id, 0)
FROM staff
WHERE id = :staff_id AND left_at_s IS NULL;

-- name: staff_add
-- One row.
INSERT INTO staff(number, first_name, role, household_id)
VALUES (:number, :first_name, :role, :household_id);

-- name: staff_set_partner
-- The primary key, one row.
UPDATE staff
SET partner_id = :partner_id
WHERE id = :staff_id;

-- name: people_list_staff
-- /*scan*/ because there are at most 99 of them; by number.
SELECT id, number, first_name, role, household_id
FROM staff
WHERE left_at_s IS NULL
ORDER BY number
LIMIT 99;
