-- name: household_state
-- The primary key, at most one row.
SELECT coalesce(left_at_s, 0), number
FROM household
WHERE id = :household_id;

-- name: household_set_lang
-- The primary key, one row.
UPDATE household
SET lang = :lang
WHERE id = :household_id;

-- name: household_set_trusted
-- The primary key, one row.
UPDATE household
SET is_trusted = :is_trusted
WHERE id = :household_id;

-- name: household_event_add
-- One row.
INSERT INTO household_event(household_id, at_s, staff_id, code, number, requests)
VALUES (:household_id, :now_s, :staff_id, :code, :number, coalesce(:requests, '[]'));

-- name: household_unindex
-- The row of the full-text index, at most one.
DELETE FROM household_search
WHERE rowid = :household_id;

-- name: household_names
-- Primary keys, and person_by_household: what the search knows of one household, one row. What was
-- merged is found as what it became.
SELECT coalesce(c.family_name, '') || ' '
        || coalesce((SELECT group_concat(n.first_name, ' ') FROM person AS p
                     JOIN person_name AS n ON n.person_id = p.id WHERE p.household_id = h.id), ''),
    coalesce(c.address, ''),
    coalesce(c.phone || ' ' || replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', ''), '')
FROM household AS h
LEFT JOIN household_contact AS c ON c.household_id = h.id
WHERE h.id = :household_id
    AND NOT EXISTS (SELECT 1 FROM household_merge WHERE from_id = h.id);

-- name: household_index
-- One row of the full-text index.
INSERT INTO household_search(rowid, names, place, phone)
VALUES (:household_id, :names, :place, :phone);

-- name: household_index_tidy
-- All of the full-text index, some hundred rows: what was deleted leaves its pages.
INSERT INTO household_search(household_search)
VALUES ('optimize');

-- name: person_get
-- The primary key, at most one row.
SELECT household_id, coalesce(left_at_s, 0)
FROM person
WHERE id = :person_id;

-- name: person_change
-- The primary key, one row.
UPDATE person
SET is_child = :is_child
WHERE id = :person_id;

-- name: person_set_name
-- The primary key, one row.
INSERT INTO person_name(person_id, first_name)
VALUES (:person_id, :first_name)
ON CONFLICT (person_id) DO UPDATE
SET first_name = excluded.first_name;

-- name: person_erase_name
-- The primary key, at most one row.
DELETE FROM person_name
WHERE person_id = :person_id;

-- name: person_leave
-- The primary key, one row.
UPDATE person
SET left_at_s = :left_at_s
WHERE id = :person_id;

-- name: training_remove
-- The primary key, at most one row.
DELETE FROM training
WHERE household_id = :household_id AND code = :code;

-- name: training_is_known
-- /*scan*/ because services, classes of items and activities are a few hundred rows. One row.
SELECT EXISTS (SELECT 1 FROM service WHERE rule = 'trained' AND rule_code = :code)
    OR EXISTS (SELECT 1 FROM item_class WHERE rule = 'trained' AND rule_code = :code)
    OR EXISTS (SELECT 1 FROM activity WHERE rule = 'trained' AND rule_code = :code);

-- name: subscription_overlaps
-- The primary key, the periods of one household: a few rows.
SELECT EXISTS (SELECT 1 FROM subscription
               WHERE household_id = :household_id AND from_s < :until_s AND until_s > :from_s);

-- name: subscription_last
-- The primary key, the periods of one household: a few rows.
SELECT coalesce(max(until_s), 0)
FROM subscription
WHERE household_id = :household_id;

-- name: subscription_remove
-- The primary key, at most one row.
DELETE FROM subscription
WHERE household_id = :household_id AND from_s = :from_s;

-- name: card_end_all
-- card_by_household: the cards of a household and its persons, a few rows.
UPDATE card
SET ended_at_s = :now_s, end_code = :end_code
WHERE household_id = :household_id AND ended_at_s IS NULL;

-- name: person_count
-- person_by_household, a few rows; one row.
SELECT count(*)
FROM person
WHERE household_id = :household_id AND left_at_s IS NULL;

-- name: household_running
-- state_by_household: what one household has running, a few rows, oldest first.
SELECT request_id, no, kind, state
FROM request_state
WHERE household_id = :household_id AND is_ended = 0
ORDER BY since_s, request_id
LIMIT :most;

-- name: household_set_left
-- The primary key, one row.
UPDATE household
SET left_at_s = :left_at_s
WHERE id = :household_id;

-- name: household_left
-- Primary keys, at most one row.
SELECT coalesce(h.left_at_s, 0), m.from_id IS NOT NULL
FROM household AS h
LEFT JOIN household_merge AS m ON m.from_id = h.id
WHERE h.id = :household_id;

-- name: household_cancelled
-- household_event_by_household, the last time it left: a few rows in one list.
SELECT json_extract(c.value, '$[0]'), json_extract(c.value, '$[1]')
FROM household_event AS e
JOIN json_each(e.requests) AS c
WHERE e.id = (SELECT max(id) FROM household_event
              WHERE household_id = :household_id AND code = 'left');

-- name: card_return_all
-- card_by_household: the cards that ended when the household left, a few rows.
UPDATE card
SET ended_at_s = NULL, end_code = NULL
WHERE household_id = :household_id AND ended_at_s = :left_at_s AND end_code = 'left';

-- name: household_erase_pin
-- The primary key, at most one row.
DELETE FROM pin
WHERE owner = 'household' AND owner_id = :household_id;

-- name: household_erase_contact
-- Primary keys, household_merge_by_into: one household and those merged into it.
DELETE FROM household_contact
WHERE household_id IN (SELECT :household_id UNION ALL
                       SELECT from_id FROM household_merge WHERE into_id = :household_id);

-- name: household_erase_names
-- person_by_household, primary keys: a few rows.
DELETE FROM person_name
WHERE person_id IN (SELECT id FROM person WHERE household_id = :household_id);

-- name: merge_get
-- The primary key, at most one row.
SELECT into_id, merged_at_s
FROM household_merge
WHERE from_id = :from_id;

-- name: merge_note
-- state_by_household, person_by_household, card_by_household, staff_by_household,
-- household_merge_by_into, primary keys: one household's rows. A period that begins in the same second as one of the other's goes over a
-- second later.
INSERT INTO household_merge(from_id, into_id, merged_at_s, staff_id, moved)
VALUES (:from_id, :into_id, :now_s, :staff_id, json_object(
    'requests', (SELECT json_group_array(request_id) FROM request_state
                 WHERE is_ended IN (0, 1) AND household_id = :from_id),
    'persons', (SELECT json_group_array(id) FROM person WHERE household_id = :from_id),
    'cards', (SELECT json_group_array(id) FROM card WHERE household_id = :from_id),
    'subscriptions', (SELECT json_group_array(s.from_s + EXISTS (
                          SELECT 1 FROM subscription AS t
                          WHERE t.household_id = :into_id AND t.from_s = s.from_s))
                      FROM subscription AS s WHERE s.household_id = :from_id),
    'trainings', (SELECT json_group_array(t.code) FROM training AS t
                  WHERE t.household_id = :from_id
                      AND NOT EXISTS (SELECT 1 FROM training
                                      WHERE household_id = :into_id AND code = t.code)),
    'staff', (SELECT json_group_array(id) FROM staff WHERE household_id = :from_id),
    'merged', (SELECT json_group_array(from_id) FROM household_merge WHERE into_id = :from_id)));

-- name: merge_requests
-- state_by_household, then the primary key: all that one household ever asked for.
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT s.request_id,
    1 + (SELECT max(no) FROM request_owner WHERE request_id = s.request_id), :into_id, :now_s
FROM request_state AS s
WHERE s.is_ended IN (0, 1) AND s.household_id = :from_id;

-- name: merge_persons
-- person_by_household, a few rows.
UPDATE person
SET household_id = :into_id
WHERE household_id = :from_id;

-- name: merge_cards
-- card_by_household, a few rows.
UPDATE card
SET household_id = :into_id
WHERE household_id = :from_id;

-- name: merge_subscriptions
-- The primary key, the periods of one household: a few rows.
UPDATE subscription
SET household_id = :into_id,
    from_s = from_s + EXISTS (SELECT 1 FROM subscription AS t
                              WHERE t.household_id = :into_id AND t.from_s = subscription.from_s)
WHERE household_id = :from_id;

-- name: merge_trainings
-- The primary key, a few rows.
INSERT INTO training(household_id, code, trained_at_s)
SELECT :into_id, code, trained_at_s
FROM training
WHERE household_id = :from_id
ON CONFLICT (household_id, code) DO NOTHING;

-- name: merge_staff
-- staff_by_household, mostly none.
UPDATE staff
SET household_id = :into_id
WHERE household_id = :from_id;

-- name: merge_pointers
-- household_merge_by_into: what had been merged into it before, mostly none.
UPDATE household_merge
SET into_id = :into_id
WHERE into_id = :from_id;

-- name: merge_leave
-- The primary key, one row.
UPDATE household
SET left_at_s = :now_s
WHERE id = :from_id;

-- name: unmerge_requests
-- Primary keys: all that went over with the merge and was not passed on since.
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT s.request_id,
    1 + (SELECT max(no) FROM request_owner WHERE request_id = s.request_id), :from_id, :now_s
FROM household_merge AS m
JOIN json_each(m.moved, '$.requests') AS r
JOIN request_state AS s ON s.request_id = r.value
WHERE m.from_id = :from_id AND s.household_id = :into_id;

-- name: unmerge_persons
-- Primary keys: those that went over, a few rows.
UPDATE person
SET household_id = :from_id
WHERE household_id = :into_id
    AND id IN (SELECT p.value FROM household_merge AS m, json_each(m.moved, '$.persons') AS p
               WHERE m.from_id = :from_id);

-- name: unmerge_cards
-- Primary keys: those that went over, a few rows.
UPDATE card
SET household_id = :from_id
WHERE household_id = :into_id
    AND id IN (SELECT c.value FROM household_merge AS m, json_each(m.moved, '$.cards') AS c
               WHERE m.from_id = :from_id);

-- name: unmerge_subscriptions
-- The primary key: those that went over, a few rows.
UPDATE subscription
SET household_id = :from_id
WHERE household_id = :into_id
    AND from_s IN (SELECT s.value FROM household_merge AS m, json_each(m.moved, '$.subscriptions') AS s
                   WHERE m.from_id = :from_id);

-- name: unmerge_trainings
-- The primary key: those that the other had not had, a few rows.
DELETE FROM training
WHERE household_id = :into_id
    AND code IN (SELECT t.value FROM household_merge AS m, json_each(m.moved, '$.trainings') AS t
                 WHERE m.from_id = :from_id);

-- name: unmerge_staff
-- Primary keys, mostly none.
UPDATE staff
SET household_id = :from_id
WHERE id IN (SELECT s.value FROM household_merge AS m, json_each(m.moved, '$.staff') AS s
             WHERE m.from_id = :from_id);

-- name: unmerge_pointers
-- Primary keys, mostly none.
UPDATE household_merge
SET into_id = :from_id
WHERE from_id IN (SELECT e.value FROM household_merge AS m, json_each(m.moved, '$.merged') AS e
                  WHERE m.from_id = :from_id);

-- name: unmerge_return
-- The primary key, one row.
UPDATE household
SET left_at_s = NULL
WHERE id = :from_id;

-- name: unmerge_forget
-- The primary key, one row.
DELETE FROM household_merge
WHERE from_id = :from_id;

-- name: known_households
-- /*scan*/ because a list is compared with all households: some hundred, ten thousand at most; by id.
SELECT h.id, h.number, h.lang, coalesce(c.family_name, ''), coalesce(c.address, ''),
    coalesce(c.phone, ''), coalesce(h.left_at_s, 0), coalesce(m.into_id, 0),
    coalesce((SELECT max(until_s) FROM subscription WHERE household_id = h.id), 0),
    (SELECT count(*) FROM person WHERE household_id = h.id AND left_at_s IS NULL)
FROM household AS h
LEFT JOIN household_contact AS c ON c.household_id = h.id
LEFT JOIN household_merge AS m ON m.from_id = h.id
ORDER BY h.id;

-- name: known_persons
-- /*scan*/ because a list is compared with all persons: some thousand.
SELECT p.household_id, p.is_child, coalesce(n.first_name, '')
FROM person AS p
LEFT JOIN person_name AS n ON n.person_id = p.id
WHERE p.left_at_s IS NULL;

-- name: household_fill_contact
-- The primary key, one row. What is empty leaves what is there.
INSERT INTO household_contact(household_id, family_name, address, phone)
VALUES (:household_id, :family_name, :address, :phone)
ON CONFLICT (household_id) DO UPDATE
SET family_name = coalesce(nullif(excluded.family_name, ''), family_name),
    address = coalesce(nullif(excluded.address, ''), address),
    phone = coalesce(nullif(excluded.phone, ''), phone);
