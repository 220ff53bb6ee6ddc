-- The desk: how the staff sign in to its page, and what it notes there.

-- ---- Signing in ----

-- Passwords, Argon2id. Whoever has none cannot sign in.
CREATE TABLE password (
    staff_id INTEGER PRIMARY KEY REFERENCES staff(id),
    hash TEXT NOT NULL,
    set_at_s INTEGER NOT NULL,
    is_temporary INTEGER NOT NULL CHECK (is_temporary IN (0, 1)) -- drawn for them: to be changed
) STRICT;

-- Who is signed in: by the hash of a random cookie.
CREATE TABLE login (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    began_s INTEGER NOT NULL,
    seen_s INTEGER NOT NULL CHECK (seen_s >= began_s)
) STRICT, WITHOUT ROWID;
CREATE INDEX login_by_staff ON login(staff_id);
CREATE INDEX login_by_beginning ON login(began_s);

-- One door more: passwords.
CREATE TABLE try_with_passwords (
    door TEXT NOT NULL CHECK (door IN ('household', 'card', 'staff', 'ticket', 'password')),
    subject TEXT NOT NULL,
    wrong INTEGER NOT NULL CHECK (wrong >= 0),
    wrong_today INTEGER NOT NULL CHECK (wrong_today >= 0),
    day_s INTEGER NOT NULL,
    wait_left_s INTEGER NOT NULL CHECK (wait_left_s >= 0),
    seen_at_s INTEGER NOT NULL,
    PRIMARY KEY (door, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO try_with_passwords SELECT * FROM try;
DROP TABLE try;
ALTER TABLE try_with_passwords RENAME TO try;

-- ---- Notices ----

-- Each time somebody tried to reach whoever is to be told; notice.tries counts them.
CREATE TABLE notice_try (
    id INTEGER PRIMARY KEY,
    request_id INTEGER NOT NULL REFERENCES request(id),
    tried_at_s INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE INDEX notice_try_by_request ON notice_try(request_id, tried_at_s);
CREATE INDEX notice_try_by_staff ON notice_try(staff_id);

-- A word for colleagues about telling: "call after six".
CREATE TABLE notice_note (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    words TEXT NOT NULL CHECK (words <> ''),
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    noted_at_s INTEGER NOT NULL
) STRICT;
CREATE INDEX notice_note_by_staff ON notice_note(staff_id);

-- ---- Today: hand-over notes, paper numbers ----

-- What one colleague leaves for the others, until somebody has done it.
CREATE TABLE handover (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    written_at_s INTEGER NOT NULL,
    done_at_s INTEGER CHECK (done_at_s >= written_at_s),
    done_staff_id INTEGER REFERENCES staff(id),
    CHECK ((done_at_s IS NULL) = (done_staff_id IS NULL))
) STRICT;
CREATE INDEX handover_open ON handover(written_at_s) WHERE done_at_s IS NULL;
CREATE INDEX handover_done ON handover(done_at_s) WHERE done_at_s IS NOT NULL;
CREATE INDEX handover_by_staff ON handover(staff_id);
CREATE INDEX handover_by_done_staff ON handover(done_staff_id);

CREATE TABLE handover_words (
    handover_id INTEGER PRIMARY KEY REFERENCES handover(id),
    words TEXT NOT NULL CHECK (words <> '')
) STRICT;

-- Which colleague has read which note.
CREATE TABLE handover_read (
    handover_id INTEGER NOT NULL REFERENCES handover(id),
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    read_at_s INTEGER NOT NULL,
    PRIMARY KEY (handover_id, staff_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_read_by_staff ON handover_read(staff_id);

-- Ticket numbers printed ahead, for when there is no current: the screen draws none of them.
CREATE TABLE paper_block (
    id INTEGER PRIMARY KEY,
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    made_at_s INTEGER NOT NULL,
    given_up_at_s INTEGER CHECK (given_up_at_s >= made_at_s) -- lost, thrown away
) STRICT;
CREATE INDEX paper_block_by_staff ON paper_block(staff_id);

CREATE TABLE paper_number (
    block_id INTEGER NOT NULL REFERENCES paper_block(id),
    position INTEGER NOT NULL CHECK (position >= 1),
    number TEXT NOT NULL CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
    request_id INTEGER REFERENCES request(id), -- which was entered with it
    is_reserved INTEGER NOT NULL DEFAULT 1 CHECK (is_reserved IN (0, 1)), -- still to be used
    PRIMARY KEY (block_id, position),
    CHECK (is_reserved = 0 OR request_id IS NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX paper_reserved ON paper_number(number) WHERE is_reserved = 1;
CREATE INDEX paper_by_number ON paper_number(number);
CREATE INDEX paper_by_request ON paper_number(request_id) WHERE request_id IS NOT NULL;

-- A number on paper belongs to nobody else, and one that is alive is printed on no paper.
CREATE TRIGGER ticket_not_on_paper BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM paper_number WHERE number = NEW.number AND is_reserved = 1)
BEGIN
    SELECT RAISE(ABORT, 'conflict: the number is on paper');
END;
CREATE TRIGGER paper_not_alive BEFORE INSERT ON paper_number
WHEN EXISTS (SELECT 1 FROM ticket WHERE number = NEW.number AND is_live = 1)
BEGIN
    SELECT RAISE(ABORT, 'conflict: the number is alive');
END;
CREATE TRIGGER paper_not_alive_again BEFORE UPDATE OF is_reserved ON paper_number
WHEN NEW.is_reserved = 1
    AND EXISTS (SELECT 1 FROM ticket WHERE number = NEW.number AND is_live = 1)
BEGIN
    SELECT RAISE(ABORT, 'conflict: the number is alive');
END;

-- A request as the desk's page shows it: who it is for, by name, and what to fetch from which shelf.
CREATE VIEW desk_line AS
SELECT line.*, c.shelf, coalesce(g.for_name, '') AS for_name,
    trim(coalesce(n.first_name, g.first_name, '') || ' ' || coalesce(k.family_name, '')) AS name,
    coalesce(nullif(g.phone, ''), k.phone, '') AS phone
FROM request_line AS line
JOIN request AS q ON q.id = line.request_id
LEFT JOIN request_contact AS g ON g.request_id = line.request_id
LEFT JOIN household_contact AS k ON k.household_id = line.household_id
LEFT JOIN person_name AS n ON n.person_id = q.person_id
LEFT JOIN copy AS c ON c.request_id = line.copy_id;

-- ---- Loans ----

-- ---- Agenda ----

-- Sessions announced together, week after week: what is said of one may hold for those after it.
CREATE TABLE session_series (
    id INTEGER PRIMARY KEY,
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 8) -- from one to the next
) STRICT;
ALTER TABLE session ADD COLUMN series_id INTEGER REFERENCES session_series(id);
CREATE INDEX session_by_series ON session(series_id, starts_s, request_id)
    WHERE series_id IS NOT NULL;

-- A session as the desk's agenda shows it: what it is, how many come, and nobody's name.
CREATE VIEW session_line AS
SELECT x.request_id, s.no, s.state, a.id AS activity_id, a.kind_code, a.title, a.icon,
    a.partner_id, coalesce(p.name, '') AS partner, x.place,
    x.starts_s, x.ends_s, coalesce(x.moved_from_s, 0) AS moved_from_s, x.series_id,
    coalesce(x.capacity, 0) AS capacity, x.least_people,
    (SELECT coalesce(sum(adults + children), 0) FROM request_state
     WHERE session_id = x.request_id AND holds = 1) AS taken,
    (SELECT count(*) FROM request_state
     WHERE session_id = x.request_id AND state = 'waitlisted') AS waiting,
    (SELECT coalesce(sum(adults + children), 0) FROM request_state
     WHERE session_id = x.request_id AND kind = 'booking' AND state = 'present') AS present,
    (SELECT count(*) FROM request_state
     WHERE session_id = x.request_id AND kind = 'booking'
         AND state IN ('confirmed', 'to_reconfirm')) AS unmarked,
    iif(s.state = 'counted', s.adults, 0) AS unnamed_adults,
    iif(s.state = 'counted', s.children, 0) AS unnamed_children,
    d.reason_code AS reason
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN partner AS p ON p.id = a.partner_id;

-- ---- Households ----

-- Who moved out of a household, or was written down by mistake; the name goes at once.
ALTER TABLE person ADD COLUMN left_at_s INTEGER;

-- Two households that turned out to be one: the merged one has left, and its number finds the other.
CREATE TABLE household_merge (
    from_id INTEGER PRIMARY KEY REFERENCES household(id),
    into_id INTEGER NOT NULL REFERENCES household(id) CHECK (into_id <> from_id),
    merged_at_s INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff(id),
    moved TEXT NOT NULL -- JSON: which rows went over, so that they can go back
) STRICT;
CREATE INDEX household_merge_by_into ON household_merge(into_id);
CREATE INDEX household_merge_by_staff ON household_merge(staff_id);

-- What the desk did with a household: codes and numbers, never a name.
CREATE TABLE household_event (
    id INTEGER PRIMARY KEY,
    household_id INTEGER NOT NULL REFERENCES household(id),
    at_s INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff(id),
    code TEXT NOT NULL CHECK (code <> ''), -- core/household.h
    number INTEGER NOT NULL DEFAULT 0,     -- of a person; cents; the other household
    requests TEXT NOT NULL DEFAULT '[]' -- JSON, of "left": what was cancelled
) STRICT;
CREATE INDEX household_event_by_household ON household_event(household_id, id);
CREATE INDEX household_event_by_staff ON household_event(staff_id);
CREATE TRIGGER household_event_never_changes BEFORE UPDATE ON household_event
BEGIN
    SELECT RAISE(ABORT, 'corrupt: what was done stays');
END;

-- Names, places and telephones for the desk's search, word by word without accents; erasing empties
-- its row. Filled by core/household_find.c: a trigger may not touch a virtual table while the schema
-- is not trusted. Here those letters are folded that the index does not fold by itself.
CREATE VIRTUAL TABLE household_search USING fts5(
    names, place, phone,
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO household_search(rowid, names, place, phone)
SELECT h.id,
    replace(replace(replace(replace(replace(replace(replace(replace(
        coalesce(c.family_name, '') || ' '
            || coalesce((SELECT group_concat(n.first_name, ' ') FROM person AS p
                         JOIN person_name AS n ON n.person_id = p.id
                         WHERE p.household_id = h.id), ''),
        'ı', 'i'), 'ł', 'l'), 'Ł', 'L'), 'ø', 'o'), 'Ø', 'O'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
    coalesce(c.address, ''),
    coalesce(c.phone || ' ' || replace(replace(replace(c.phone, ' ', ''), '.', ''), '-', ''), '')
FROM household AS h
LEFT JOIN household_contact AS c ON c.household_id = h.id;

-- ---- Helping hands and services ----

-- What a decision said of the price: estimated when something is left, asked anew when it costs
-- more, paid at the end. Its verb says which. Taken back with the decision.
CREATE TABLE request_price (
    request_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    cents INTEGER NOT NULL CHECK (cents >= 0),
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (request_id, no) REFERENCES decision(request_id, no)
) STRICT, WITHOUT ROWID;

-- To which partner a decision sent a request on, and what they answered. Taken back with it.
CREATE TABLE request_partner (
    request_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    partner_id INTEGER NOT NULL REFERENCES partner(id),
    sent_at_s INTEGER NOT NULL,
    is_end INTEGER NOT NULL CHECK (is_end IN (0, 1)), -- redirected, referred: it ended with that
    answer_code TEXT NOT NULL DEFAULT '' CHECK (answer_code IN ('', 'yes', 'later', 'no', 'done')),
    answered_at_s INTEGER,
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (request_id, no) REFERENCES decision(request_id, no),
    CHECK ((answer_code = '') = (answered_at_s IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX request_partner_by_partner ON request_partner(partner_id, sent_at_s);
-- What ended with being sent on, and whose answer is still to come.
CREATE INDEX request_partner_awaited ON request_partner(sent_at_s) WHERE is_end = 1;

-- When the partner was reminded.
CREATE TABLE request_partner_reminder (
    request_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    reminded_at_s INTEGER NOT NULL,
    PRIMARY KEY (request_id, no, reminded_at_s),
    FOREIGN KEY (request_id, no) REFERENCES request_partner(request_id, no)
) STRICT, WITHOUT ROWID;

-- What the partner said, in words.
CREATE TABLE request_partner_words (
    request_id INTEGER NOT NULL,
    no INTEGER NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (request_id, no) REFERENCES request_partner(request_id, no)
) STRICT, WITHOUT ROWID;

-- Two neighbours who both said yes were given each other's name and telephone.
CREATE TABLE help_contact (
    request_id INTEGER PRIMARY KEY REFERENCES request(id), -- the reply: one is made each time
    given_at_s INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE INDEX help_contact_by_staff ON help_contact(staff_id);

-- Of what was left or visited: the price that was agreed, the one to agree to, what was paid.
CREATE VIEW request_prices AS
SELECT s.request_id,
    (SELECT p.cents
     FROM request_price AS p
     JOIN decision AS d ON d.request_id = p.request_id AND d.no = p.no
     WHERE p.request_id = s.request_id
         AND NOT (s.state = 'to_agree'
                  AND p.no = (SELECT max(no) FROM request_price WHERE request_id = s.request_id))
         AND (d.verb = 'leave'
              OR (d.verb = 'reprice'
                  AND (SELECT verb FROM decision AS answer
                       WHERE answer.request_id = p.request_id AND answer.no > p.no
                           AND answer.verb IN ('agree', 'decline', 'reprice')
                       ORDER BY answer.no DESC
                       LIMIT 1) = 'agree'))
     ORDER BY p.no DESC
     LIMIT 1) AS agreed_cents,
    CASE s.state WHEN 'to_agree' THEN
        (SELECT cents FROM request_price WHERE request_id = s.request_id ORDER BY no DESC LIMIT 1)
    END AS asked_cents,
    (SELECT p.cents
     FROM request_price AS p
     JOIN decision AS d ON d.request_id = p.request_id AND d.no = p.no
     WHERE p.request_id = s.request_id AND s.is_ended = 1
         AND d.verb IN ('collect', 'finish', 'repair')
     ORDER BY p.no DESC
     LIMIT 1) AS paid_cents
FROM request_state AS s;

-- ---- Site and catalogue ----

-- Nothing that was asked for once is deleted: it is no longer offered.
ALTER TABLE item ADD COLUMN withdrawn_at_s INTEGER;
ALTER TABLE partner ADD COLUMN withdrawn_at_s INTEGER;

-- Questions and choices that a form no longer has: the answers given to them keep their words. The
-- question itself stands under choice ''. Codes are never used again.
CREATE TABLE service_asked (
    service_id INTEGER NOT NULL REFERENCES service(id),
    field TEXT NOT NULL,
    choice TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'number', 'date', 'text')),
    PRIMARY KEY (service_id, field, choice)
) STRICT, WITHOUT ROWID;

-- ---- Figures ----

-- To whom the acts of a service, an activity or a partner are reported. A tag is the house's own
-- word, such as "Ville"; an act keeps those that hold on its day, in the order of the alphabet.
CREATE TABLE funder_tag (
    id INTEGER PRIMARY KEY,
    tag TEXT NOT NULL CHECK (tag <> '' AND instr(tag, ',') = 0),
    service_id INTEGER REFERENCES service(id),
    activity_id INTEGER REFERENCES activity(id),
    partner_id INTEGER REFERENCES partner(id),
    CHECK ((service_id IS NOT NULL) + (activity_id IS NOT NULL) + (partner_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX funder_tag_of_service ON funder_tag(service_id, tag)
    WHERE service_id IS NOT NULL;
CREATE UNIQUE INDEX funder_tag_of_activity ON funder_tag(activity_id, tag)
    WHERE activity_id IS NOT NULL;
CREATE UNIQUE INDEX funder_tag_of_partner ON funder_tag(partner_id, tag)
    WHERE partner_id IS NOT NULL;

-- Quarters whose figures were handed in: 20263 is the third of 2026. Nothing is dated into them any
-- more; what becomes known later is a figure of a later day, for_day says of which.
CREATE TABLE closed_quarter (
    quarter INTEGER PRIMARY KEY CHECK (quarter BETWEEN 20001 AND 99994 AND quarter % 10 BETWEEN 1 AND 4),
    closed_at_s INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff(id)
) STRICT;
CREATE INDEX closed_quarter_by_staff ON closed_quarter(staff_id);
CREATE TRIGGER closed_quarter_never_changes BEFORE UPDATE ON closed_quarter
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a closed quarter stays closed');
END;
CREATE TRIGGER closed_quarter_never_goes BEFORE DELETE ON closed_quarter
BEGIN
    SELECT RAISE(ABORT, 'corrupt: a closed quarter stays closed');
END;

ALTER TABLE act ADD COLUMN for_day INTEGER CHECK (for_day < day);
CREATE TRIGGER act_quarter_is_open BEFORE INSERT ON act
WHEN EXISTS (SELECT 1 FROM closed_quarter
             WHERE quarter = NEW.day / 10000 * 10 + (NEW.day / 100 % 100 + 2) / 3)
BEGIN
    SELECT RAISE(ABORT, 'conflict: that quarter is closed');
END;
