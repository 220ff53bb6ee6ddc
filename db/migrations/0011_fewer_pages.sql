-- A request is committed before its ticket shows, and each index that it touches is a page more to
-- write and to make safe. What is found another way has none of its own.

-- A request's uid begins with the time it was recorded at (core/uid.h): its unique index is in the
-- order of time already.
DROP INDEX request_since;

-- Whose a request is stands in request_state, with an index by household; whose it was is asked of
-- one request at a time. Households are never deleted.
DROP INDEX request_owner_by_household;

-- The test on a list of states is not cheap, and is left out for what has no copy.
DROP INDEX state_away;
CREATE UNIQUE INDEX state_away ON request_state(copy_id) -- one thing is in one place
    WHERE copy_id IS NOT NULL
        AND state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed');

-- A state comes with its owner; only one that does not is written twice.
DROP TRIGGER state_has_owner;
CREATE TRIGGER state_has_owner AFTER INSERT ON request_state
WHEN NEW.household_id IS NOT (SELECT household_id FROM request_owner
                              WHERE request_id = NEW.request_id ORDER BY no DESC LIMIT 1)
BEGIN
    UPDATE request_state
    SET household_id = (SELECT household_id FROM request_owner WHERE request_id = NEW.request_id
                        ORDER BY no DESC LIMIT 1)
    WHERE request_id = NEW.request_id;
END;

-- What goes on stands together, apart from the years of what ended: the few pages that are written
-- again and again are at hand, and beside each other.
DROP INDEX state_by_household;
CREATE INDEX state_by_household ON request_state(is_ended, household_id, since_s, request_id)
    WHERE household_id IS NOT NULL;

CREATE TABLE ticket_kept AS SELECT * FROM ticket;
DROP TABLE ticket;
CREATE TABLE ticket (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    number TEXT NOT NULL CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
    shown_at_s INTEGER, -- after its first frame; NULL: committed, never shown
    frees_at_s INTEGER,  -- some time after the end, the number may be drawn again
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)) -- 0: the number is free again
) STRICT;
INSERT INTO ticket SELECT * FROM ticket_kept;
DROP TABLE ticket_kept;
CREATE UNIQUE INDEX ticket_live_token ON ticket(token_hash) WHERE is_live = 1;
CREATE UNIQUE INDEX ticket_past_token ON ticket(token_hash) WHERE is_live = 0;
CREATE UNIQUE INDEX ticket_live_number ON ticket(number) WHERE is_live = 1;
CREATE INDEX ticket_to_free ON ticket(frees_at_s) WHERE is_live = 1 AND frees_at_s IS NOT NULL;
CREATE INDEX ticket_never_shown ON ticket(request_id) WHERE shown_at_s IS NULL;
CREATE TRIGGER ticket_not_on_paper BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM paper_number WHERE number = NEW.number AND is_reserved = 1)
BEGIN
    SELECT RAISE(ABORT, 'conflict: the number is on paper');
END;
