-- Requests and decisions: the two append-only logs from which every state is derived.
--
-- A request never changes. Each decision carries what holds after it: the state and the terms
-- (which session or copy, from when until when, how many). The last decision therefore is the
-- present; request_state repeats it with what the queue and the rooms need to be found fast, and
-- the triggers below refuse a state that no decision made.

-- The kinds there are. A new kind is a row here, a part of the table in core/flow.c and, where it
-- has facts of its own, a table that refers to request.
CREATE TABLE request_kind (
    code TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO request_kind VALUES
    ('loan'), ('extension'), ('copy'), ('booking'), ('session'), ('help'),
    ('enquiry'), ('deposit'), ('visit');

CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL REFERENCES request_kind(code),
    version_of INTEGER REFERENCES request(id), -- a correction of that one
    parent_id INTEGER REFERENCES request(id),  -- the loan to extend, the need that is answered
    channel TEXT NOT NULL CHECK (channel IN ('screen', 'desk', 'paper', 'file')),
    lang TEXT NOT NULL,
    asked_at_s INTEGER NOT NULL,    -- when it was asked, on whatever paper: gives the rank
    recorded_at_s INTEGER NOT NULL,
    person_id INTEGER REFERENCES person(id), -- who asks; the household is in request_owner
    for_whom TEXT NOT NULL CHECK (for_whom IN ('self', 'household', 'other')),
    staff_id INTEGER REFERENCES staff(id),   -- who entered it
    is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
    is_danger INTEGER NOT NULL CHECK (is_danger IN (0, 1)),
    session_id INTEGER REFERENCES session(request_id),
    item_id INTEGER REFERENCES item(id),
    service_id INTEGER REFERENCES service(id),
    direction TEXT NOT NULL DEFAULT '' CHECK (direction IN ('', 'need', 'offer', 'reply')),
    category_code TEXT NOT NULL DEFAULT '',
    choice_code TEXT NOT NULL DEFAULT '',
    urgency_code TEXT NOT NULL DEFAULT ''
) STRICT;
-- Where there is one only: each index touched is a page more to write before a ticket shows.
CREATE INDEX request_by_version ON request(version_of) WHERE version_of IS NOT NULL;
CREATE INDEX request_by_parent ON request(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX request_by_person ON request(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX request_by_staff ON request(staff_id) WHERE staff_id IS NOT NULL;
CREATE INDEX request_by_service ON request(service_id) WHERE service_id IS NOT NULL;
CREATE INDEX request_by_session ON request(session_id) WHERE session_id IS NOT NULL;
CREATE INDEX request_by_item ON request(item_id) WHERE item_id IS NOT NULL;
CREATE INDEX request_since ON request(recorded_at_s);

CREATE TRIGGER request_never_changes BEFORE UPDATE ON request
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a request never changes');
END;
CREATE TRIGGER request_never_goes BEFORE DELETE ON request
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a request never goes');
END;
-- INSERT OR REPLACE would fire neither.
CREATE TRIGGER request_comes_once BEFORE INSERT ON request
WHEN EXISTS (SELECT 1 FROM request WHERE id = NEW.id OR uid = NEW.uid)
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a request never changes');
END;

-- Free words and contacts: side rows, which can be deleted.
CREATE TABLE request_words (
    request_id INTEGER NOT NULL REFERENCES request(id),
    field TEXT NOT NULL, -- '' for the request itself, else service_field.code
    lang TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    PRIMARY KEY (request_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_contact (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    first_name TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    for_name TEXT NOT NULL DEFAULT '' -- for whom it is, when for another
) STRICT;

-- What a service's form asked and the resident chose: one value a field.
CREATE TABLE request_answer (
    request_id INTEGER NOT NULL REFERENCES request(id),
    field TEXT NOT NULL,
    choice_code TEXT,
    number INTEGER,
    date_s INTEGER,
    PRIMARY KEY (request_id, field),
    CHECK ((choice_code IS NOT NULL) + (number IS NOT NULL) + (date_s IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

-- Whose request it is: the highest number counts. A guest's request has none until it is claimed.
CREATE TABLE request_owner (
    request_id INTEGER NOT NULL REFERENCES request(id),
    no INTEGER NOT NULL CHECK (no >= 1),
    household_id INTEGER NOT NULL REFERENCES household(id),
    since_s INTEGER NOT NULL,
    PRIMARY KEY (request_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_owner_by_household ON request_owner(household_id, request_id);
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

-- The number a person keeps, and the code a scanner reads back.
CREATE TABLE ticket (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    number TEXT NOT NULL CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    shown_at_s INTEGER, -- after its first frame; NULL: committed, never shown
    frees_at_s INTEGER,  -- some time after the end, the number may be drawn again
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)) -- 0: the number is free again
) STRICT;
CREATE UNIQUE INDEX ticket_live_number ON ticket(number) WHERE is_live = 1;
CREATE INDEX ticket_to_free ON ticket(frees_at_s) WHERE is_live = 1 AND frees_at_s IS NOT NULL;
CREATE INDEX ticket_never_shown ON ticket(request_id) WHERE shown_at_s IS NULL;

CREATE TABLE decision (
    request_id INTEGER NOT NULL REFERENCES request(id),
    no INTEGER NOT NULL CHECK (no >= 1),
    happened_at_s INTEGER NOT NULL,
    recorded_at_s INTEGER NOT NULL,
    who TEXT NOT NULL CHECK (who IN ('resident', 'desk', 'organiser', 'time', 'house')),
    staff_id INTEGER REFERENCES staff(id),
    verb TEXT NOT NULL,
    from_state TEXT NOT NULL, -- '' for the first
    to_state TEXT NOT NULL CHECK (to_state <> ''),
    reason_code TEXT NOT NULL DEFAULT '',
    -- the terms after it
    session_id INTEGER REFERENCES session(request_id),
    copy_id INTEGER REFERENCES copy(request_id),
    from_s INTEGER,
    until_s INTEGER,
    adults INTEGER NOT NULL DEFAULT 0 CHECK (adults >= 0),
    children INTEGER NOT NULL DEFAULT 0 CHECK (children >= 0),
    holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
    -- the decision that brought this one about: undoing that undoes this
    cause_id INTEGER,
    cause_no INTEGER,
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (cause_id, cause_no) REFERENCES decision(request_id, no),
    CHECK ((no = 1) = (from_state = '')),
    CHECK (until_s >= from_s),
    -- what holds a copy holds it from then until then: else the rule of copies would not see it
    CHECK (holds = 0 OR copy_id IS NULL OR (from_s IS NOT NULL AND until_s > from_s)),
    CHECK ((who IN ('desk', 'organiser')) = (staff_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_by_staff ON decision(staff_id, recorded_at_s) WHERE staff_id IS NOT NULL;
CREATE INDEX decision_by_session ON decision(session_id) WHERE session_id IS NOT NULL;
CREATE INDEX decision_by_copy ON decision(copy_id) WHERE copy_id IS NOT NULL;
CREATE INDEX decision_by_cause ON decision(cause_id, cause_no) WHERE cause_id IS NOT NULL;

CREATE TRIGGER decision_never_changes BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a decision never changes');
END;
CREATE TRIGGER decision_never_goes BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a decision never goes');
END;
-- Gapless, and each begins where the one before ended: two people on one card cannot both decide.
CREATE TRIGGER decision_follows BEFORE INSERT ON decision
WHEN NEW.no <> 1 + coalesce((SELECT max(no) FROM decision WHERE request_id = NEW.request_id), 0)
    OR (NEW.no > 1 AND NEW.from_state <>
        (SELECT to_state FROM decision WHERE request_id = NEW.request_id AND no = NEW.no - 1))
BEGIN
    SELECT RAISE(ABORT, 'conflict: somebody decided meanwhile');
END;

CREATE TABLE decision_words (
    request_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    lang TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (request_id, no) REFERENCES decision(request_id, no)
) STRICT, WITHOUT ROWID;

-- The present of each request, from its last decision.
CREATE TABLE request_state (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    since_s INTEGER NOT NULL,
    rank_s INTEGER NOT NULL,   -- when it was asked: place in the queue and on a waiting list
    waits INTEGER NOT NULL CHECK (waits IN (0, 1)), -- in the desk's pile
    is_ended INTEGER NOT NULL CHECK (is_ended IN (0, 1)),
    is_danger INTEGER NOT NULL CHECK (is_danger IN (0, 1)),
    answer_by_s INTEGER,       -- promised
    hold_ends_s INTEGER,       -- a guest's hold
    not_staff_id INTEGER REFERENCES staff(id), -- who passed it on to a colleague
    household_id INTEGER REFERENCES household(id), -- the last owner, kept by the triggers below
    item_id INTEGER REFERENCES item(id),
    session_id INTEGER REFERENCES session(request_id),
    copy_id INTEGER REFERENCES copy(request_id),
    from_s INTEGER,
    until_s INTEGER,
    adults INTEGER NOT NULL,
    children INTEGER NOT NULL,
    holds INTEGER NOT NULL CHECK (holds IN (0, 1))
) STRICT;
CREATE INDEX state_pile ON request_state(is_danger DESC, rank_s, request_id) WHERE waits = 1;
CREATE INDEX state_seats ON request_state(session_id, adults, children)
    WHERE holds = 1 AND session_id IS NOT NULL;
CREATE INDEX state_copies ON request_state(copy_id, from_s, until_s)
    WHERE holds = 1 AND copy_id IS NOT NULL;
CREATE UNIQUE INDEX state_away ON request_state(copy_id) -- one thing is in one place
    WHERE state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed');
CREATE INDEX state_waiting_seats ON request_state(session_id, rank_s, request_id)
    WHERE state = 'waitlisted' AND session_id IS NOT NULL;
CREATE INDEX state_waiting_items ON request_state(item_id, rank_s, request_id)
    WHERE state = 'waitlisted' AND item_id IS NOT NULL;
CREATE INDEX state_holds_ending ON request_state(hold_ends_s)
    WHERE hold_ends_s IS NOT NULL AND holds = 1;
CREATE INDEX state_starting ON request_state(from_s)
    WHERE is_ended = 0 AND from_s IS NOT NULL;
CREATE INDEX state_living ON request_state(kind, state, from_s) WHERE is_ended = 0;
CREATE INDEX state_board ON request_state(since_s, request_id)
    WHERE kind = 'help' AND state = 'published';
CREATE INDEX state_by_household ON request_state(household_id, is_ended, since_s, request_id)
    WHERE household_id IS NOT NULL;
CREATE INDEX state_by_session ON request_state(session_id) WHERE session_id IS NOT NULL;
CREATE INDEX state_by_item ON request_state(item_id) WHERE item_id IS NOT NULL;
CREATE INDEX state_by_copy ON request_state(copy_id) WHERE copy_id IS NOT NULL;
CREATE INDEX state_by_not_staff ON request_state(not_staff_id) WHERE not_staff_id IS NOT NULL;

CREATE TRIGGER state_has_owner AFTER INSERT ON request_state
WHEN EXISTS (SELECT 1 FROM request_owner WHERE request_id = NEW.request_id)
BEGIN
    UPDATE request_state
    SET household_id = (SELECT household_id FROM request_owner WHERE request_id = NEW.request_id
                        ORDER BY no DESC LIMIT 1)
    WHERE request_id = NEW.request_id;
END;
-- A guest's hold has an end, a household's has none.
CREATE TRIGGER state_follows_owner AFTER INSERT ON request_owner
BEGIN
    UPDATE request_state SET household_id = NEW.household_id, hold_ends_s = NULL
    WHERE request_id = NEW.request_id;
END;

-- Each repeats the last decision, to the letter.
CREATE TRIGGER state_needs_decision BEFORE INSERT ON request_state
WHEN NOT EXISTS (SELECT 1 FROM decision WHERE request_id = NEW.request_id AND no = NEW.no
                     AND to_state = NEW.state AND holds = NEW.holds
                     AND session_id IS NEW.session_id AND copy_id IS NEW.copy_id
                     AND from_s IS NEW.from_s AND until_s IS NEW.until_s
                     AND adults = NEW.adults AND children = NEW.children)
    OR NEW.no <> (SELECT max(no) FROM decision WHERE request_id = NEW.request_id)
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a state without its decision');
END;
CREATE TRIGGER state_change_needs_decision
BEFORE UPDATE OF request_id, no, state, holds, session_id, copy_id, from_s, until_s, adults, children
ON request_state
WHEN NOT EXISTS (SELECT 1 FROM decision WHERE request_id = NEW.request_id AND no = NEW.no
                     AND to_state = NEW.state AND holds = NEW.holds
                     AND session_id IS NEW.session_id AND copy_id IS NEW.copy_id
                     AND from_s IS NEW.from_s AND until_s IS NEW.until_s
                     AND adults = NEW.adults AND children = NEW.children)
    OR NEW.no <> (SELECT max(no) FROM decision WHERE request_id = NEW.request_id)
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a state without its decision');
END;
CREATE TRIGGER state_never_goes BEFORE DELETE ON request_state
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a state never goes');
END;

-- Each decision that changes something for a resident, until somebody told them.
CREATE TABLE notice (
    id INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES request(id),
    no INTEGER NOT NULL, -- the decision told of
    created_at_s INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('to_tell', 'told', 'unreachable', 'void')),
    how TEXT CHECK (how IN ('screen', 'phone', 'in_person', 'paper')),
    told_at_s INTEGER,
    staff_id INTEGER REFERENCES staff(id),
    tries INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (request_id, no) REFERENCES decision(request_id, no),
    CHECK ((state = 'told') = (told_at_s IS NOT NULL)),
    CHECK ((told_at_s IS NULL) = (how IS NULL))
) STRICT;
CREATE UNIQUE INDEX notice_once ON notice(request_id, no);
CREATE INDEX notice_to_tell ON notice(created_at_s) WHERE state IN ('to_tell', 'unreachable');
CREATE INDEX notice_by_staff ON notice(staff_id);

-- What a resident or the desk noted beside the flow: "ça ne marche pas", "ce n'est pas réglé".
CREATE TABLE remark (
    id INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES request(id),
    said_at_s INTEGER NOT NULL,
    code TEXT NOT NULL, -- fault_said, not_settled
    is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX remark_once ON remark(request_id, code);
CREATE INDEX remark_open ON remark(said_at_s) WHERE is_open = 1;

-- Figures: what was done, counted by construction, without names. Survives erasure.
CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL CHECK (day BETWEEN 20000101 AND 99991231), -- local day, YYYYMMDD
    kind TEXT NOT NULL,
    subject_code TEXT NOT NULL, -- service, class of items, kind of activity, category of help
    outcome TEXT NOT NULL,
    ended_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    is_known INTEGER NOT NULL CHECK (is_known IN (0, 1)), -- a household's, not a guest's
    adults INTEGER NOT NULL DEFAULT 0,
    children INTEGER NOT NULL DEFAULT 0,
    minutes INTEGER NOT NULL DEFAULT 0,
    cents INTEGER NOT NULL DEFAULT 0,
    district TEXT NOT NULL DEFAULT '',
    funder_tags TEXT NOT NULL DEFAULT '',
    corrects_id INTEGER REFERENCES act(id) -- this row takes that one back
) STRICT;
CREATE INDEX act_by_day ON act(day, kind);
CREATE INDEX act_by_corrected ON act(corrects_id);
CREATE TRIGGER act_never_changes BEFORE UPDATE ON act
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a figure never changes');
END;
CREATE TRIGGER act_never_goes BEFORE DELETE ON act
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a figure never goes');
END;
CREATE TRIGGER act_comes_once BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM act WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a figure never changes');
END;
-- Which act a request's end wrote, so that undoing the end can take it back.
CREATE TABLE request_act (
    request_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    act_id INTEGER NOT NULL REFERENCES act(id),
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (request_id, no) REFERENCES decision(request_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_act_by_act ON request_act(act_id);
