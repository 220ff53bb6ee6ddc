-- Calendars that associations keep elsewhere, and what of the agenda came from there.

-- Where a session comes from, and what its calendar said of it last: a calendar is compared with
-- that, not with what the house has made of the session since.
CREATE TABLE calendar_date (
    session_id INTEGER PRIMARY KEY REFERENCES session(request_id),
    partner_id INTEGER NOT NULL REFERENCES partner(id), -- whose calendar
    calendar TEXT NOT NULL, -- its name; '' none
    uid TEXT NOT NULL CHECK (uid <> ''),
    key_s INTEGER NOT NULL, -- which date of a series, where its rule put it; 0: not of a series
    sequence INTEGER NOT NULL,
    is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
    starts_s INTEGER NOT NULL,
    ends_s INTEGER NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    summary TEXT NOT NULL,
    read_at_s INTEGER NOT NULL,
    UNIQUE (partner_id, uid, key_s)
) STRICT;

-- One reading of a calendar: looked at, then confirmed or not. Its lines go when it ends.
CREATE TABLE calendar_reading (
    id INTEGER PRIMARY KEY,
    partner_id INTEGER NOT NULL REFERENCES partner(id),
    source TEXT NOT NULL CHECK (source IN ('file', 'address', 'openagenda')),
    staff_id INTEGER REFERENCES staff(id), -- who read it; NULL: the house, by itself
    read_at_s INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'dropped', 'expired')),
    ended_at_s INTEGER CHECK (ended_at_s >= read_at_s),
    version INTEGER NOT NULL DEFAULT 1, -- one more each time its lines were compared anew
    calendar TEXT NOT NULL DEFAULT '',
    mended TEXT NOT NULL DEFAULT '[]', -- JSON: what was put right of the file (kiosk/ical/rows.h)
    CHECK ((state = 'open') = (ended_at_s IS NULL))
) STRICT;
CREATE INDEX calendar_reading_by_partner ON calendar_reading(partner_id, read_at_s);
CREATE INDEX calendar_reading_by_staff ON calendar_reading(staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX calendar_reading_open ON calendar_reading(read_at_s) WHERE state = 'open';

-- A date of it, or an event that could not be understood.
CREATE TABLE calendar_row (
    reading_id INTEGER NOT NULL REFERENCES calendar_reading(id),
    position INTEGER NOT NULL,
    -- what was read
    line INTEGER NOT NULL, -- of the file; 0: not in it
    uid TEXT NOT NULL,
    key_s INTEGER NOT NULL,
    sequence INTEGER NOT NULL DEFAULT 0,
    is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1)),
    starts_s INTEGER NOT NULL DEFAULT 0, -- 0: not known
    ends_s INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '[]',  -- JSON: what was taken for granted
    fault TEXT NOT NULL DEFAULT '',    -- why it cannot be taken over, whatever the agenda says
    detail TEXT NOT NULL DEFAULT '',   -- of the fault: a property of the file
    -- what would become of it
    verdict TEXT NOT NULL DEFAULT 'unchanged' CHECK (verdict IN ('new', 'changed', 'cancelled',
        'unchanged', 'missing', 'left_out', 'not_understood')),
    reason TEXT NOT NULL DEFAULT '',
    changes INTEGER NOT NULL DEFAULT 0, -- 1 date, 2 place, 4 title, 8 words
    is_house_changed INTEGER NOT NULL DEFAULT 0 CHECK (is_house_changed IN (0, 1)),
    session_id INTEGER REFERENCES session(request_id), -- which it is about
    session_no INTEGER NOT NULL DEFAULT 0,             -- its decision that was compared with
    bookings INTEGER NOT NULL DEFAULT 0, -- who would be told
    people INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (reading_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX calendar_row_by_uid ON calendar_row(reading_id, uid, key_s);
CREATE INDEX calendar_row_by_session ON calendar_row(session_id) WHERE session_id IS NOT NULL;

-- The activities that a reading would make, and what is chosen for each before it is confirmed.
CREATE TABLE calendar_title (
    reading_id INTEGER NOT NULL REFERENCES calendar_reading(id),
    title TEXT NOT NULL,
    kind_code TEXT NOT NULL,              -- core/codes.h
    capacity INTEGER NOT NULL DEFAULT 0,  -- of each session; 0: free entry
    rule TEXT NOT NULL DEFAULT 'desk',    -- of its bookings
    PRIMARY KEY (reading_id, title)
) STRICT, WITHOUT ROWID;
