-- name: preference_get
-- preference_of_person or preference_of_household, at most one row.
SELECT lang, text_percent, is_high_contrast, is_easy_typeface, is_low, is_spoken, rate
FROM preference
WHERE person_id = :person_id
UNION ALL
SELECT lang, text_percent, is_high_contrast, is_easy_typeface, is_low, is_spoken, rate
FROM preference
WHERE household_id = :household_id;

-- name: preference_add
INSERT INTO preference (household_id, person_id, lang, text_percent, is_high_contrast,
    is_easy_typeface, is_low, is_spoken, rate)
VALUES (:household_id, :person_id, :lang, :text_percent, :is_high_contrast,
    :is_easy_typeface, :is_low, :is_spoken, :rate);

-- name: preference_forget
-- preference_of_person and preference_of_household, at most one row.
DELETE FROM preference
WHERE person_id = :person_id OR household_id = :household_id;

-- name: household_erase_preferences
-- preference_of_household, preference_of_person, household_merge_by_into: a few rows.
DELETE FROM preference
WHERE household_id = :household_id
    OR household_id IN (SELECT from_id FROM household_merge WHERE into_id = :household_id)
    OR person_id IN (SELECT id FROM person WHERE household_id = :household_id);
