-- What an association proposes for two of its dates, on top of fixture.sql and fixture_staff.sql:
-- another date, with its reason, and another place with more seats. Both wait for a yes.
CREATE TEMP TABLE proposed(id, session_id, what, asked, from_at, until_at, seats, place, reason);
INSERT INTO proposed VALUES
    (651, 102, 'move', '2026-09-08 12:10', '2026-09-17 12:00', '2026-09-17 14:00', 0, NULL,
        'room'),
    (652, 110, 'change', '2026-09-08 13:20', NULL, NULL, 10, 'Salle commune', '');
INSERT INTO request(id, uid, kind, parent_id, channel, lang, asked_at_s, recorded_at_s, for_whom,
    is_private, is_danger, session_id, choice_code)
SELECT id, randomblob(16), 'amendment', session_id, 'desk', 'fr', unixepoch(asked),
    unixepoch(asked), 'self', 0, 0, session_id, what
FROM proposed;
INSERT INTO amendment(request_id, place, least_people, reason_code, with_following)
SELECT id, place, NULL, reason, 0 FROM proposed;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    session_id, from_s, until_s, adults, holds)
SELECT id, 1, unixepoch(asked), unixepoch(asked), 'house', 'ask', '', 'asked', session_id,
    unixepoch(from_at), unixepoch(until_at), seats, 0
FROM proposed;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    answer_by_s, session_id, from_s, until_s, adults, children, holds)
SELECT id, 1, 'amendment', 'asked', unixepoch(asked), unixepoch(asked), 1, 0, 0,
    unixepoch('2026-09-08 15:15'), session_id, unixepoch(from_at), unixepoch(until_at), seats, 0, 0
FROM proposed;
DROP TABLE proposed;
