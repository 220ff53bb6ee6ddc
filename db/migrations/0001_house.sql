-- The house: the site, its hours, its staff, who is there, and what its machine calls for.
-- Times are UTC seconds, minutes of the day are local, money is cents. See db/README.md.

CREATE TABLE site (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid BLOB NOT NULL CHECK (length(uid) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    zone TEXT NOT NULL CHECK (zone <> ''),
    district TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    last_record_s INTEGER NOT NULL -- no clock may be earlier
) STRICT;

-- Only what differs from the defaults in core/setting.c.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE opening (
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    opens_min INTEGER NOT NULL CHECK (opens_min BETWEEN 0 AND 1439),
    closes_min INTEGER NOT NULL CHECK (closes_min BETWEEN 1 AND 1440),
    PRIMARY KEY (weekday, opens_min),
    CHECK (opens_min < closes_min)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing (
    id INTEGER PRIMARY KEY,
    from_s INTEGER NOT NULL,
    until_s INTEGER NOT NULL CHECK (until_s > from_s),
    reason_code TEXT NOT NULL, -- holiday, training, absence, other
    recorded_at_s INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX closing_by_end ON closing(until_s);
CREATE INDEX closing_by_staff ON closing(staff_id);

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9]'),
    first_name TEXT NOT NULL, -- shown: "Nadia est à l'accueil"
    role TEXT NOT NULL CHECK (role IN ('concierge', 'organiser', 'coordinator')),
    household_id INTEGER REFERENCES household(id), -- cannot decide for it
    partner_id INTEGER REFERENCES partner(id),
    left_at_s INTEGER
) STRICT;
CREATE INDEX staff_by_household ON staff(household_id);
CREATE INDEX staff_by_partner ON staff(partner_id);

-- Who is planned at the desk. Answers are promised from it; without rows, from the opening hours.
CREATE TABLE roster (
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    starts_s INTEGER NOT NULL,
    ends_s INTEGER NOT NULL CHECK (ends_s > starts_s),
    PRIMARY KEY (staff_id, starts_s)
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_by_end ON roster(ends_s);

-- Who took the desk, one tap. Open means present.
CREATE TABLE presence (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    began_s INTEGER NOT NULL,
    ended_s INTEGER CHECK (ended_s >= began_s)
) STRICT;
CREATE UNIQUE INDEX presence_open ON presence(staff_id) WHERE ended_s IS NULL;
CREATE INDEX presence_by_staff ON presence(staff_id, began_s);

-- Numbers shown on the safety screen, beside 112 and 114.
CREATE TABLE oncall_line (
    position INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    phone TEXT NOT NULL
) STRICT;

-- "Appeler": rings until somebody answers.
CREATE TABLE call (
    id INTEGER PRIMARY KEY,
    called_at_s INTEGER NOT NULL,
    reason_code TEXT NOT NULL, -- help, safety, guest_limit, wish
    answered_at_s INTEGER,
    staff_id INTEGER REFERENCES staff(id)
) STRICT;
CREATE INDEX call_ringing ON call(called_at_s) WHERE answered_at_s IS NULL;
CREATE INDEX call_by_staff ON call(staff_id);
