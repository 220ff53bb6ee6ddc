-- Organisers keep their association's lines of the agenda.

-- Whether what an organiser of this association announces, or changes in what stands in the agenda,
-- holds at once or waits for the concierge's yes. Cancelling and postponing never wait.
ALTER TABLE partner ADD COLUMN agenda_rule TEXT NOT NULL DEFAULT 'desk'
    CHECK (agenda_rule IN ('desk', 'automatic'));

-- What one has to know before coming: the language that is spoken there, and what to bring.
ALTER TABLE activity ADD COLUMN spoken TEXT NOT NULL DEFAULT ''; -- core/codes.h; '' French
ALTER TABLE activity ADD COLUMN bring TEXT NOT NULL DEFAULT '';

-- A change of a session that stands in the agenda, as an organiser proposes it: a request whose
-- parent is the session; its choice says what: move, publish (again), change. Its terms carry the
-- new date (NULL: as it is) and, in adults, the new capacity (0: as it is); its words are for those
-- who booked.
INSERT INTO request_kind VALUES ('amendment');
CREATE TABLE amendment (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    place TEXT,                                         -- NULL: as it is
    least_people INTEGER CHECK (least_people >= 0),     -- NULL: as it is
    reason_code TEXT NOT NULL DEFAULT '',               -- core/codes.h
    with_following INTEGER NOT NULL CHECK (with_following IN (0, 1)) -- those after it in its series
) STRICT;
