-- What waits for the desk and what today brings, on top of fixture.sql: for the staff's scripts.
-- Karim belongs to household 2 (0507) and cannot decide for it.

UPDATE staff SET household_id = 2 WHERE id = 2;

-- Sessions: 520 has seats again while people wait; 530 was held this afternoon.
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger)
VALUES
    (520, randomblob(16), 'session', 'desk', 'fr', 1788220800, 1788220800, 'self', 0, 0),
    (530, randomblob(16), 'session', 'desk', 'fr', 1788220800, 1788220800, 'self', 0, 0);
INSERT INTO session(request_id, activity_id, starts_s, ends_s, place, capacity) VALUES
    (520, 5, unixepoch('2026-09-18 08:00'), unixepoch('2026-09-18 11:00'), 'Cuisine partagée', 4),
    (530, 4, unixepoch('2026-09-08 12:30'), unixepoch('2026-09-08 14:30'), 'Atelier', 6);
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    from_s, until_s, holds)
SELECT request_id, 1, 1788220800, 1788220800, 'house', 'publish', '', 'published', starts_s, ends_s,
    0
FROM session WHERE request_id IN (520, 530);
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    from_s, until_s, adults, children, holds)
SELECT request_id, 1, 'session', 'published', 1788220800, 1788220800, 0, 0, 0, starts_s, ends_s, 0,
    0, 0
FROM session WHERE request_id IN (520, 530);

-- Requests: household 0 is a guest.
CREATE TEMP TABLE staff_request(id, kind, state, household_id, asked, danger, direction, category,
    choice, parent_id, session_id, item_id, copy_id, service_id, from_at, until_at, adults,
    children, holds);
INSERT INTO staff_request VALUES
    (601, 'help', 'asked', 3, '2026-09-08 14:31', 1, 'need', 'plumbing', 'leak', NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, 0, 0, 0),
    (602, 'help', 'asked', 2, '2026-09-08 13:58', 0, 'need', 'errands', 'groceries', NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, 0, 0, 0),
    (603, 'help', 'asked', 2, '2026-09-08 14:05', 0, 'reply', 'handiwork', 'bulb', 401, NULL, NULL,
        NULL, NULL, NULL, NULL, 0, 0, 0),
    (604, 'help', 'asked', 1, '2026-09-08 09:10', 0, 'need', 'papers', 'appointment', NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, 0, 0, 0),
    (611, 'loan', 'asked', 1, '2026-09-08 14:20', 0, '', '', '', NULL, NULL, 1, 301, NULL,
        '2026-09-11 07:00', '2026-09-15 07:00', 0, 0, 1),
    (612, 'loan', 'reserved', 1, '2026-09-06 10:00', 0, '', '', '', NULL, NULL, 4, 305, NULL,
        '2026-09-08 15:00', '2026-09-11 12:00', 0, 0, 1),
    (613, 'loan', 'out', 2, '2026-09-03 10:00', 0, '', '', '', NULL, NULL, 2, 303, NULL,
        '2026-09-05 07:00', '2026-09-08 16:00', 0, 0, 1),
    (614, 'loan', 'out', 3, '2026-08-27 10:00', 0, '', '', '', NULL, NULL, 3, 304, NULL,
        '2026-08-28 07:00', '2026-09-04 07:00', 0, 0, 1),
    (615, 'extension', 'asked', 2, '2026-09-08 12:40', 0, '', '', '', 613, NULL, 2, NULL, NULL,
        '2026-09-08 16:00', '2026-09-11 12:00', 0, 0, 0),
    (621, 'enquiry', 'asked', 2, '2026-09-08 11:20', 0, '', '', '', NULL, NULL, NULL, NULL, 2,
        '2026-09-10 07:00', '2026-09-10 08:00', 0, 0, 0),
    (622, 'visit', 'asked', 3, '2026-09-07 16:00', 0, '', '', '', NULL, NULL, NULL, NULL, 3, NULL,
        NULL, 0, 0, 0),
    (623, 'deposit', 'left', 1, '2026-09-07 10:00', 0, '', '', '', NULL, NULL, NULL, NULL, 1, NULL,
        NULL, 0, 0, 0),
    (631, 'booking', 'confirmed', 3, '2026-09-02 10:00', 0, '', '', '', NULL, 520, NULL, NULL, NULL,
        '2026-09-18 08:00', '2026-09-18 11:00', 2, 0, 1),
    (632, 'booking', 'waitlisted', 2, '2026-09-03 10:00', 0, '', '', '', NULL, 520, NULL, NULL,
        NULL, '2026-09-18 08:00', '2026-09-18 11:00', 1, 2, 0),
    (641, 'booking', 'confirmed', 1, '2026-09-02 10:00', 0, '', '', '', NULL, 530, NULL, NULL, NULL,
        '2026-09-08 12:30', '2026-09-08 14:30', 2, 0, 1),
    (642, 'booking', 'confirmed', 0, '2026-09-03 10:00', 0, '', '', '', NULL, 530, NULL, NULL, NULL,
        '2026-09-08 12:30', '2026-09-08 14:30', 1, 0, 1),
    (643, 'booking', 'confirmed', 2, '2026-09-04 10:00', 0, '', '', '', NULL, 530, NULL, NULL, NULL,
        '2026-09-08 12:30', '2026-09-08 14:30', 1, 1, 1),
    (644, 'booking', 'asked', 3, '2026-09-08 14:38', 0, '', '', '', NULL, 110, NULL, NULL, NULL,
        '2026-09-08 15:00', '2026-09-08 16:30', 1, 0, 1);
INSERT INTO request(id, uid, kind, parent_id, channel, lang, asked_at_s, recorded_at_s, for_whom,
    is_private, is_danger, session_id, item_id, service_id, direction, category_code, choice_code)
SELECT id, randomblob(16), kind, parent_id, 'screen', 'fr', unixepoch(asked), unixepoch(asked),
    'self', 0, danger, session_id, item_id, service_id, direction, category, choice
FROM staff_request;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, household_id, unixepoch(asked) FROM staff_request WHERE household_id > 0;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    session_id, copy_id, from_s, until_s, adults, children, holds)
SELECT id, 1, unixepoch(asked), unixepoch(asked), 'house', 'ask', '', state, session_id, copy_id,
    unixepoch(from_at), unixepoch(until_at), adults, children, holds
FROM staff_request;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    answer_by_s, item_id, session_id, copy_id, from_s, until_s, adults, children, holds)
SELECT id, 1, kind, state, unixepoch(asked), unixepoch(asked), state = 'asked', 0, danger,
    CASE state WHEN 'asked' THEN unixepoch('2026-09-08 15:15') END, item_id, session_id, copy_id,
    unixepoch(from_at), unixepoch(until_at), adults, children, holds
FROM staff_request;
DROP TABLE staff_request;

INSERT INTO ticket(request_id, number, token_hash, shown_at_s)
VALUES (642, '407312', randomblob(32), unixepoch('2026-09-03 10:00'));
INSERT INTO request_answer(request_id, field, choice_code, date_s) VALUES
    (622, 'work', 'shelf', NULL), (622, 'day', NULL, unixepoch('2026-09-10 10:00'));
INSERT INTO request_words(request_id, field, lang, words)
VALUES (622, 'words', 'fr', 'Ces mots ne paraissent jamais sur un écran public.');
INSERT INTO loan_deposit(request_id, cents, taken_at_s)
VALUES (614, 1000, unixepoch('2026-08-28 07:00'));

INSERT INTO call(called_at_s, reason_code) VALUES (unixepoch('2026-09-08 14:40'), 'help');
