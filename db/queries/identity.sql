-- name: card_find
-- The unique index on hash, then primary keys: at most one row.
SELECT coalesce(card.household_id, 0), coalesce(card.person_id, 0), coalesce(card.staff_id, 0),
    coalesce(card.end_code,
             CASE WHEN household.left_at_s IS NOT NULL OR staff.left_at_s IS NOT NULL
                  THEN 'left' END, '')
FROM card
LEFT JOIN household ON household.id = card.household_id
LEFT JOIN staff ON staff.id = card.staff_id
WHERE card.hash = :hash;

-- name: card_add
-- One row.
INSERT INTO card(hash, household_id, person_id, staff_id, issued_at_s)
VALUES (:hash, :household_id, :person_id, :staff_id, :now_s);

-- name: card_end_household
-- card_by_household: the cards of a household as such, mostly one.
UPDATE card
SET ended_at_s = :now_s, end_code = :end_code
WHERE household_id = :household_id AND person_id IS NULL AND ended_at_s IS NULL;

-- name: card_end_person
-- card_by_person: the cards one person held, mostly one.
UPDATE card
SET ended_at_s = :now_s, end_code = :end_code
WHERE person_id = :person_id AND ended_at_s IS NULL;

-- name: card_end_staff
-- card_by_staff: the cards one staff member held, mostly one.
UPDATE card
SET ended_at_s = :now_s, end_code = :end_code
WHERE staff_id = :staff_id AND ended_at_s IS NULL;

-- name: pin_get
-- The primary key, at most one row.
SELECT hash
FROM pin
WHERE owner = :owner AND owner_id = :owner_id;

-- name: pin_set
-- The primary key, one row.
INSERT INTO pin(owner, owner_id, hash, drawn_at_s)
VALUES (:owner, :owner_id, :hash, :now_s)
ON CONFLICT (owner, owner_id) DO UPDATE
SET hash = excluded.hash, drawn_at_s = excluded.drawn_at_s;

-- name: try_get
-- The primary key, at most one row.
SELECT wrong, wrong_today, day_s, wait_left_s, seen_at_s
FROM try
WHERE door = :door AND subject = :subject;

-- name: try_set
-- The primary key, one row.
INSERT INTO try(door, subject, wrong, wrong_today, day_s, wait_left_s, seen_at_s)
VALUES (:door, :subject, :wrong, :wrong_today, :day_s, :wait_left_s, :seen_at_s)
ON CONFLICT (door, subject) DO UPDATE
SET wrong = excluded.wrong, wrong_today = excluded.wrong_today, day_s = excluded.day_s,
    wait_left_s = excluded.wait_left_s, seen_at_s = excluded.seen_at_s;

-- name: try_forget
-- The primary key, at most one row.
DELETE FROM try
WHERE door = :door AND subject = :subject;
