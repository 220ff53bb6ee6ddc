-- How somebody likes the screen: remembered for their card, to be had again wherever they scan it.
-- Nobody else is shown it, and it says nothing of a health, only of a screen. Deletable at any time.
CREATE TABLE preference (
    id INTEGER PRIMARY KEY,
    household_id INTEGER REFERENCES household(id), -- of the household's own card
    person_id INTEGER REFERENCES person(id), -- of one person's
    lang TEXT NOT NULL CHECK (lang <> ''),
    text_percent INTEGER NOT NULL CHECK (text_percent BETWEEN 100 AND 200),
    is_high_contrast INTEGER NOT NULL CHECK (is_high_contrast IN (0, 1)),
    is_easy_typeface INTEGER NOT NULL CHECK (is_easy_typeface IN (0, 1)),
    is_low INTEGER NOT NULL CHECK (is_low IN (0, 1)), -- "within my reach"
    is_spoken INTEGER NOT NULL CHECK (is_spoken IN (0, 1)),
    rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 1000), -- words a minute; 0: as the house has it
    CHECK ((household_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX preference_of_household ON preference(household_id)
    WHERE household_id IS NOT NULL;
CREATE UNIQUE INDEX preference_of_person ON preference(person_id) WHERE person_id IS NOT NULL;
