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

-- ---- Today: hand-over notes, paper numbers ----

-- ---- Loans ----

-- ---- Agenda ----

-- ---- Households ----

-- ---- Helping hands and services ----

-- ---- Site and catalogue ----

-- ---- Figures ----
