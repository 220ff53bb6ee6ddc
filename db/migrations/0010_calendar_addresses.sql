-- Calendars that are read by themselves, at an address on the web.

CREATE TABLE calendar_address (
    id INTEGER PRIMARY KEY,
    partner_id INTEGER NOT NULL REFERENCES partner(id), -- whose calendar
    url TEXT NOT NULL CHECK (url <> ''), -- may hold a secret: for them and the desk only
    staff_id INTEGER NOT NULL REFERENCES staff(id), -- who gave it
    added_at_s INTEGER NOT NULL,
    tried_at_s INTEGER, -- the last reading, well or not; NULL: none yet
    good_at_s INTEGER,  -- the last that went well
    whole_at_s INTEGER, -- the last that went well and was not only "unchanged"
    failing_since_s INTEGER,
    failure TEXT NOT NULL DEFAULT '', -- why it cannot be read: core/calendar_address.h
    -- of the last good reading
    etag TEXT NOT NULL DEFAULT '',     -- to be told when nothing has changed
    modified TEXT NOT NULL DEFAULT '', -- the same
    said INTEGER NOT NULL DEFAULT 0,   -- print of what it proposed; 0: nothing
    not_understood INTEGER NOT NULL DEFAULT 0,
    CHECK ((failure = '') = (failing_since_s IS NULL)),
    UNIQUE (partner_id, url)
) STRICT;
CREATE INDEX calendar_address_by_staff ON calendar_address(staff_id);

-- Which address a reading was read at; NULL: a file, or an address that was given up.
ALTER TABLE calendar_reading
ADD COLUMN address_id INTEGER REFERENCES calendar_address(id) ON DELETE SET NULL;
CREATE INDEX calendar_reading_by_address ON calendar_reading(address_id)
WHERE address_id IS NOT NULL;
