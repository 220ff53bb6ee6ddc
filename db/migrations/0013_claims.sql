-- A claim can be taken back: a request then belongs to nobody again, which is a row, too. The first
-- row of a request names its household; a guest's has none until it is claimed.
CREATE TABLE owner_before AS SELECT request_id, no, household_id, since_s FROM request_owner;
DROP TABLE request_owner; -- with its triggers; the views and triggers that read it find the new one
CREATE TABLE request_owner (
    request_id INTEGER NOT NULL REFERENCES request(id),
    no INTEGER NOT NULL CHECK (no >= 1),
    household_id INTEGER REFERENCES household(id), -- NULL: a guest's again
    since_s INTEGER NOT NULL,
    PRIMARY KEY (request_id, no),
    CHECK (no > 1 OR household_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO request_owner SELECT request_id, no, household_id, since_s FROM owner_before;
DROP TABLE owner_before;

CREATE TRIGGER request_owner_never_changes BEFORE UPDATE ON request_owner
BEGIN
    SELECT RAISE(ABORT, 'corrupt: an owner never changes');
END;
CREATE TRIGGER request_owner_never_goes BEFORE DELETE ON request_owner
BEGIN
    SELECT RAISE(ABORT, 'corrupt: an owner never goes');
END;
CREATE TRIGGER request_owner_follows BEFORE INSERT ON request_owner
WHEN NEW.no <> 1 + coalesce((SELECT max(no) FROM request_owner
                             WHERE request_id = NEW.request_id), 0)
BEGIN
    SELECT RAISE(ABORT, 'conflict: somebody claimed it meanwhile');
END;
-- A guest's hold has an end, a household's has none; one that comes back is counted anew (core/claim.c).
CREATE TRIGGER state_follows_owner AFTER INSERT ON request_owner
BEGIN
    UPDATE request_state SET household_id = NEW.household_id, hold_ends_s = NULL
    WHERE request_id = NEW.request_id;
END;
