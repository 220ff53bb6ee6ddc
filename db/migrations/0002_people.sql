-- People: the household is the member, persons belong to it. Names and phones stand in side rows
-- that can be deleted while everything that refers to the person stays.

CREATE TABLE household (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]'),
    joined_at_s INTEGER NOT NULL,
    left_at_s INTEGER,
    is_trusted INTEGER NOT NULL DEFAULT 0 CHECK (is_trusted IN (0, 1)),
    lang TEXT NOT NULL DEFAULT 'fr'
) STRICT;

CREATE TABLE household_contact (
    household_id INTEGER PRIMARY KEY REFERENCES household(id),
    family_name TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE subscription (
    household_id INTEGER NOT NULL REFERENCES household(id),
    from_s INTEGER NOT NULL,
    until_s INTEGER NOT NULL CHECK (until_s > from_s),
    paid_cents INTEGER NOT NULL CHECK (paid_cents >= 0),
    PRIMARY KEY (household_id, from_s)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    household_id INTEGER NOT NULL REFERENCES household(id),
    is_child INTEGER NOT NULL DEFAULT 0 CHECK (is_child IN (0, 1))
) STRICT;
CREATE INDEX person_by_household ON person(household_id);

CREATE TABLE person_name (
    person_id INTEGER PRIMARY KEY REFERENCES person(id),
    first_name TEXT NOT NULL
) STRICT;

-- What a trained person may borrow or do without the desk (validation rule "trained").
CREATE TABLE training (
    household_id INTEGER NOT NULL REFERENCES household(id),
    code TEXT NOT NULL,
    trained_at_s INTEGER NOT NULL,
    PRIMARY KEY (household_id, code)
) STRICT, WITHOUT ROWID;

-- A card is known by the hash of its code only. It belongs to a household's person or to a staff
-- member; replacing it ends it.
CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    household_id INTEGER REFERENCES household(id),
    person_id INTEGER REFERENCES person(id),
    staff_id INTEGER REFERENCES staff(id),
    issued_at_s INTEGER NOT NULL,
    ended_at_s INTEGER,
    end_code TEXT CHECK (end_code IN ('lost', 'replaced', 'left')),
    CHECK ((household_id IS NULL) <> (staff_id IS NULL)),
    CHECK ((ended_at_s IS NULL) = (end_code IS NULL))
) STRICT;
CREATE INDEX card_by_household ON card(household_id);
CREATE INDEX card_by_person ON card(person_id);
CREATE INDEX card_by_staff ON card(staff_id);

-- PINs: Argon2id over a hash keyed with a secret that is not in the database.
CREATE TABLE pin (
    owner TEXT NOT NULL CHECK (owner IN ('household', 'staff')),
    owner_id INTEGER NOT NULL,
    hash TEXT NOT NULL,
    drawn_at_s INTEGER NOT NULL,
    PRIMARY KEY (owner, owner_id)
) STRICT, WITHOUT ROWID;

-- Wrong tries, by what was typed: unknown numbers are counted like known ones. The wait is kept as
-- what is left of it, so that neither a restart nor a changed clock shortens it.
CREATE TABLE try (
    door TEXT NOT NULL CHECK (door IN ('household', 'card', 'staff', 'ticket')),
    subject TEXT NOT NULL,
    wrong INTEGER NOT NULL CHECK (wrong >= 0),
    wrong_today INTEGER NOT NULL CHECK (wrong_today >= 0),
    day_s INTEGER NOT NULL,
    wait_left_s INTEGER NOT NULL CHECK (wait_left_s >= 0),
    seen_at_s INTEGER NOT NULL,
    PRIMARY KEY (door, subject)
) STRICT, WITHOUT ROWID;

-- Partners: associations, providers, public offices. Never a resident's matter.
CREATE TABLE partner (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    summary TEXT NOT NULL DEFAULT '',
    hours TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    is_provider INTEGER NOT NULL DEFAULT 0 CHECK (is_provider IN (0, 1))
) STRICT;

CREATE TABLE partner_need (
    need_code TEXT NOT NULL, -- core/codes.h
    partner_id INTEGER NOT NULL REFERENCES partner(id),
    PRIMARY KEY (need_code, partner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_need_by_partner ON partner_need(partner_id);
