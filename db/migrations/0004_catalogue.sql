-- What the house offers: services with their forms, items to lend, activities and their sessions.
-- Sessions and copies have a life of their own, so each is a request too (kind session, copy).

CREATE TABLE service (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    pillar TEXT NOT NULL CHECK (pillar IN ('service', 'solidarity', 'together')),
    kind TEXT NOT NULL CHECK (kind IN ('enquiry', 'deposit', 'visit')),
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL DEFAULT '',
    icon TEXT NOT NULL, -- ui/icons.h
    hours TEXT NOT NULL DEFAULT '',
    partner_id INTEGER REFERENCES partner(id), -- the provider
    price TEXT NOT NULL CHECK (price IN ('free', 'fixed', 'provider', 'quote')),
    price_cents INTEGER NOT NULL DEFAULT 0 CHECK (price_cents >= 0),
    subscriber_cents INTEGER CHECK (subscriber_cents >= 0), -- NULL: the same for all
    is_sensitive INTEGER NOT NULL DEFAULT 0 CHECK (is_sensitive IN (0, 1)), -- no words asked
    rule TEXT NOT NULL CHECK (rule IN ('automatic', 'desk', 'desk_above', 'trusted', 'trained')),
    rule_limit INTEGER NOT NULL DEFAULT 0,
    rule_code TEXT NOT NULL DEFAULT '', -- the training asked for
    position INTEGER NOT NULL,
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX service_by_pillar ON service(pillar, position) WHERE is_active = 1;
CREATE INDEX service_by_partner ON service(partner_id);

-- A service's form, one question a row.
CREATE TABLE service_field (
    service_id INTEGER NOT NULL REFERENCES service(id),
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 4),
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('choice', 'number', 'date', 'text')),
    least INTEGER NOT NULL DEFAULT 0, -- of a number; of a date: days ahead
    most INTEGER NOT NULL DEFAULT 0,  -- of a number; of a date: days ahead; of a text: characters
    is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_choice (
    service_id INTEGER NOT NULL,
    field INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    icon TEXT NOT NULL,
    PRIMARY KEY (service_id, field, position),
    FOREIGN KEY (service_id, field) REFERENCES service_field(service_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_class (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    icon TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('automatic', 'desk', 'desk_above', 'trusted', 'trained')),
    rule_limit INTEGER NOT NULL DEFAULT 0,
    rule_code TEXT NOT NULL DEFAULT '',
    max_days INTEGER NOT NULL CHECK (max_days BETWEEN 1 AND 60),
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    class_id INTEGER NOT NULL REFERENCES item_class(id),
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL DEFAULT '',
    icon TEXT NOT NULL,
    deposit_cents INTEGER NOT NULL DEFAULT 0 CHECK (deposit_cents >= 0),
    fee_cents INTEGER NOT NULL DEFAULT 0 CHECK (fee_cents >= 0),
    subscriber_fee_cents INTEGER CHECK (subscriber_fee_cents >= 0)
) STRICT;
CREATE INDEX item_by_class ON item(class_id, title);

CREATE TABLE item_part (
    item_id INTEGER NOT NULL REFERENCES item(id),
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (item_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    number INTEGER NOT NULL CHECK (number >= 1),
    shelf TEXT NOT NULL DEFAULT '',
    UNIQUE (item_id, number)
) STRICT;

-- What was given with a loan, and what came back.
CREATE TABLE loan_part (
    request_id INTEGER NOT NULL REFERENCES request(id),
    position INTEGER NOT NULL,
    is_back INTEGER NOT NULL DEFAULT 0 CHECK (is_back IN (0, 1)),
    PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_deposit (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    cents INTEGER NOT NULL CHECK (cents > 0),
    taken_at_s INTEGER NOT NULL,
    returned_at_s INTEGER CHECK (returned_at_s >= taken_at_s)
) STRICT;

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    kind_code TEXT NOT NULL, -- core/codes.h: workshop, cafe, market, committee, partner
    title TEXT NOT NULL CHECK (title <> ''),
    summary TEXT NOT NULL DEFAULT '',
    icon TEXT NOT NULL,
    partner_id INTEGER REFERENCES partner(id),
    least_age INTEGER NOT NULL DEFAULT 0 CHECK (least_age BETWEEN 0 AND 99),
    takes_children INTEGER NOT NULL DEFAULT 1 CHECK (takes_children IN (0, 1)),
    price_cents INTEGER NOT NULL DEFAULT 0 CHECK (price_cents >= 0),
    subscriber_cents INTEGER CHECK (subscriber_cents >= 0),
    rule TEXT NOT NULL CHECK (rule IN ('automatic', 'desk', 'desk_above', 'trusted', 'trained')),
    rule_limit INTEGER NOT NULL DEFAULT 0,
    rule_code TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX activity_by_partner ON activity(partner_id);

CREATE TABLE session (
    request_id INTEGER PRIMARY KEY REFERENCES request(id),
    activity_id INTEGER NOT NULL REFERENCES activity(id),
    starts_s INTEGER NOT NULL,
    ends_s INTEGER NOT NULL CHECK (ends_s > starts_s),
    place TEXT NOT NULL DEFAULT '',
    capacity INTEGER CHECK (capacity BETWEEN 1 AND 1000), -- NULL: free entry, nothing to book
    least_people INTEGER NOT NULL DEFAULT 0 CHECK (least_people >= 0), -- fewer: to decide
    moved_from_s INTEGER,     -- where it stood before it was moved or postponed
    sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0) -- of its calendar entry
) STRICT;
CREATE INDEX session_by_start ON session(starts_s, request_id);
CREATE INDEX session_by_activity ON session(activity_id, starts_s);

-- The rules that hold whatever a program does.
-- Seats: everything that holds a seat together never exceeds the capacity.
CREATE TRIGGER seats_on_insert AFTER INSERT ON request_state
WHEN NEW.holds = 1 AND NEW.session_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'full: no seat left')
    WHERE (SELECT sum(adults + children) FROM request_state
           WHERE session_id = NEW.session_id AND holds = 1)
        > coalesce((SELECT capacity FROM session WHERE request_id = NEW.session_id), 0);
END;
CREATE TRIGGER seats_on_update AFTER UPDATE ON request_state
WHEN NEW.holds = 1 AND NEW.session_id IS NOT NULL
    AND (OLD.holds = 0 OR OLD.session_id IS NOT NEW.session_id
         OR NEW.adults + NEW.children > OLD.adults + OLD.children)
BEGIN
    SELECT RAISE(ABORT, 'full: no seat left')
    WHERE (SELECT sum(adults + children) FROM request_state
           WHERE session_id = NEW.session_id AND holds = 1)
        > coalesce((SELECT capacity FROM session WHERE request_id = NEW.session_id), 0);
END;
CREATE TRIGGER capacity_below_taken BEFORE UPDATE OF capacity ON session
WHEN NEW.capacity < (SELECT sum(adults + children) FROM request_state
                     WHERE session_id = NEW.request_id AND holds = 1)
BEGIN
    SELECT RAISE(ABORT, 'full: more seats are taken');
END;
-- Copies: no two loans of one copy overlap; what ends when the next begins does not overlap.
CREATE TRIGGER copies_on_insert AFTER INSERT ON request_state
WHEN NEW.holds = 1 AND NEW.copy_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'conflict: the copy is taken')
    WHERE EXISTS (SELECT 1 FROM request_state
                  WHERE copy_id = NEW.copy_id AND holds = 1 AND request_id <> NEW.request_id
                      AND from_s < NEW.until_s AND until_s > NEW.from_s);
END;
CREATE TRIGGER copies_on_update AFTER UPDATE ON request_state
WHEN NEW.holds = 1 AND NEW.copy_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'conflict: the copy is taken')
    WHERE EXISTS (SELECT 1 FROM request_state
                  WHERE copy_id = NEW.copy_id AND holds = 1 AND request_id <> NEW.request_id
                      AND from_s < NEW.until_s AND until_s > NEW.from_s);
END;

-- Search over catalogue and agenda, without accents. Filled by core/catalogue.c: a trigger may not
-- touch a virtual table while the schema is not trusted.
CREATE VIRTUAL TABLE search USING fts5(
    title, summary,
    kind UNINDEXED, -- service, item, activity
    id UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2'
);

-- A request as lists of the desk show it: numbers, codes and the title of what is asked for, never
-- a name. core/queue.c reads its columns in this order.
CREATE VIEW request_line AS
SELECT s.request_id, s.no, s.kind, s.state, s.since_s, s.rank_s, s.waits, s.is_ended, s.is_danger,
    s.answer_by_s, s.not_staff_id, s.session_id, s.item_id, r.service_id, s.copy_id,
    s.from_s, s.until_s, s.adults, s.children,
    r.parent_id, r.is_private, r.direction, r.category_code, r.choice_code, r.urgency_code,
    h.id AS household_id, h.number AS household_number, t.number AS ticket_number,
    coalesce(a.title, i.title, v.title) AS title, coalesce(a.icon, i.icon, v.icon) AS icon,
    coalesce(v.is_sensitive, 0) AS is_sensitive, c.number AS copy_number
FROM request_state AS s
JOIN request AS r ON r.id = s.request_id
LEFT JOIN household AS h ON h.id = (SELECT household_id FROM request_owner
                                    WHERE request_id = s.request_id ORDER BY no DESC LIMIT 1)
LEFT JOIN ticket AS t ON t.request_id = s.request_id
LEFT JOIN session AS x
    ON x.request_id = CASE s.kind WHEN 'session' THEN s.request_id ELSE s.session_id END
LEFT JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN item AS i ON i.id = s.item_id
LEFT JOIN service AS v ON v.id = r.service_id
LEFT JOIN copy AS c ON c.request_id = s.copy_id;
