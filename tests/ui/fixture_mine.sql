-- The requests of households 0412 (Lucie) and 0608 (Rosa) and of two guests, on top of fixture.sql:
-- for the scripts of "follow my requests". The first guest's ticket is 407 349, code
-- T1ANANANANANANANANANANANANAMWV; the second's 407 358.

CREATE TEMP TABLE mine_request(id, household_id, kind, is_private, direction, category, choice,
    parent_id, session_id, item_id, service_id);
INSERT INTO mine_request VALUES
    (701, 1, 'booking', 0, '', '', '', NULL, 105, NULL, NULL),
    (702, 1, 'booking', 0, '', '', '', NULL, 109, NULL, NULL),
    (703, 1, 'loan', 0, '', '', '', NULL, NULL, 1, NULL),
    (704, 1, 'loan', 0, '', '', '', NULL, NULL, 2, NULL),
    (705, 1, 'help', 0, 'need', 'errands', 'carrying', NULL, NULL, NULL, NULL),
    (706, 1, 'help', 0, 'need', 'handiwork', 'door', NULL, NULL, NULL, NULL),
    (707, 1, 'deposit', 0, '', '', '', NULL, NULL, NULL, 1),
    (708, 1, 'loan', 0, '', '', '', NULL, NULL, 3, NULL),
    (709, 1, 'booking', 0, '', '', '', NULL, 111, NULL, NULL),
    (710, 1, 'help', 0, 'need', 'outings', 'walk', NULL, NULL, NULL, NULL),
    (711, 3, 'help', 0, 'reply', 'outings', 'walk', 710, NULL, NULL, NULL),
    (712, 1, 'help', 1, 'need', 'papers', 'appointment', NULL, NULL, NULL, NULL),
    (713, 1, 'enquiry', 0, '', '', '', NULL, NULL, NULL, 2),
    (714, 1, 'visit', 0, '', '', '', NULL, NULL, NULL, 3),
    (715, NULL, 'booking', 0, '', '', '', NULL, 104, NULL, NULL),
    (716, NULL, 'booking', 0, '', '', '', NULL, 104, NULL, NULL),
    (717, 1, 'loan', 0, '', '', '', NULL, NULL, 4, NULL);

CREATE TEMP TABLE mine_decision(id, no, at, who, staff_id, verb, from_state, to_state, reason,
    session_id, copy_id, from_at, until_at, adults, children, holds);
INSERT INTO mine_decision VALUES
    (701, 1, '2026-09-02 09:00', 'resident', NULL, 'ask', '', 'asked', '', 105, NULL,
        '2026-09-11 08:00', '2026-09-11 11:00', 2, 1, 1),
    (701, 2, '2026-09-02 09:00', 'house', NULL, 'accept', 'asked', 'confirmed', '', 105, NULL,
        '2026-09-11 08:00', '2026-09-11 11:00', 2, 1, 1),
    (702, 1, '2026-09-03 09:00', 'house', NULL, 'ask', '', 'confirmed', '', 109, NULL,
        '2026-09-15 12:00', '2026-09-15 14:00', 1, 0, 1),
    (702, 2, '2026-09-08 09:00', 'house', NULL, 'move', 'confirmed', 'to_reconfirm', 'room', 109,
        NULL, '2026-09-16 12:00', '2026-09-16 14:00', 1, 0, 1),
    (703, 1, '2026-09-08 13:10', 'resident', NULL, 'ask', '', 'asked', '', NULL, 301,
        '2026-09-11 07:00', '2026-09-12 07:00', 0, 0, 1),
    (704, 1, '2026-09-04 07:00', 'desk', 1, 'hand_out', '', 'out', '', NULL, 303,
        '2026-09-04 07:00', '2026-09-09 07:00', 0, 0, 1),
    (705, 1, '2026-09-05 08:00', 'desk', 1, 'publish', '', 'published', '', NULL, NULL, NULL, NULL,
        0, 0, 0),
    (706, 1, '2026-09-06 08:00', 'resident', NULL, 'ask', '', 'asked', '', NULL, NULL, NULL, NULL,
        0, 0, 0),
    (706, 2, '2026-09-08 12:30', 'desk', 1, 'refuse', 'asked', 'refused', 'professional', NULL,
        NULL, NULL, NULL, 0, 0, 0),
    (707, 1, '2026-09-03 13:00', 'desk', 1, 'leave', '', 'left', '', NULL, NULL, NULL, NULL, 0, 0,
        0),
    (707, 2, '2026-09-08 12:40', 'desk', 1, 'reprice', 'left', 'to_agree', '', NULL, NULL, NULL,
        NULL, 0, 0, 0),
    (708, 1, '2026-09-07 13:00', 'resident', NULL, 'ask', '', 'asked', '', NULL, 304,
        '2026-09-10 15:00', '2026-09-12 07:00', 0, 0, 1),
    (708, 2, '2026-09-08 07:30', 'desk', 1, 'accept', 'asked', 'reserved', '', NULL, 304,
        '2026-09-10 15:00', '2026-09-12 07:00', 0, 0, 1),
    (709, 1, '2026-09-07 14:00', 'resident', NULL, 'join', '', 'waitlisted', '', 111, NULL,
        '2026-09-09 16:00', '2026-09-09 18:00', 1, 0, 0),
    (710, 1, '2026-09-01 08:00', 'desk', 1, 'publish', '', 'published', '', NULL, NULL, NULL, NULL,
        0, 0, 0),
    (710, 2, '2026-09-08 12:50', 'desk', 1, 'match', 'published', 'match_proposed', '', NULL, NULL,
        NULL, NULL, 0, 0, 0),
    (711, 1, '2026-09-07 08:00', 'resident', NULL, 'ask', '', 'asked', '', NULL, NULL, NULL, NULL,
        0, 0, 0),
    (711, 2, '2026-09-08 12:50', 'desk', 1, 'match', 'asked', 'match_proposed', '', NULL, NULL,
        NULL, NULL, 0, 0, 0),
    (712, 1, '2026-09-07 09:00', 'resident', NULL, 'ask', '', 'asked', '', NULL, NULL, NULL, NULL,
        0, 0, 0),
    (713, 1, '2026-05-12 08:00', 'desk', 1, 'finish', '', 'done', '', NULL, NULL, NULL, NULL, 0, 0,
        0),
    (714, 1, '2026-08-28 08:00', 'desk', 1, 'repair', '', 'repaired', '', NULL, NULL, NULL, NULL, 0,
        0, 0),
    (715, 1, '2026-09-08 08:00', 'resident', NULL, 'ask', '', 'asked', '', 104, NULL,
        '2026-09-10 12:00', '2026-09-10 14:00', 1, 0, 1),
    (716, 1, '2026-09-07 08:00', 'resident', NULL, 'ask', '', 'asked', '', 104, NULL,
        '2026-09-10 12:00', '2026-09-10 14:00', 1, 0, 1),
    (716, 2, '2026-09-08 08:10', 'desk', 1, 'refuse', 'asked', 'refused', 'members_only', 104, NULL,
        '2026-09-10 12:00', '2026-09-10 14:00', 1, 0, 0),
    (717, 1, '2026-09-07 12:00', 'resident', NULL, 'ask', '', 'asked', '', NULL, 305,
        '2026-09-09 07:00', '2026-09-10 07:00', 0, 0, 1),
    (717, 2, '2026-09-08 12:55', 'desk', 1, 'propose', 'asked', 'counter_proposed', '', NULL, 305,
        '2026-09-16 07:00', '2026-09-17 07:00', 0, 0, 1);

INSERT INTO request(id, uid, kind, parent_id, channel, lang, asked_at_s, recorded_at_s, person_id,
    for_whom, is_private, is_danger, session_id, item_id, service_id, direction, category_code,
    choice_code)
SELECT r.id, CAST(printf('request-uid-%04d', r.id) AS BLOB), r.kind, r.parent_id, 'screen', 'fr',
    unixepoch(d.at), unixepoch(d.at), CASE r.household_id WHEN 1 THEN 1 WHEN 3 THEN 4 END, 'self',
    r.is_private, 0, r.session_id, r.item_id, r.service_id, r.direction, r.category, r.choice
FROM mine_request AS r JOIN mine_decision AS d ON d.id = r.id AND d.no = 1;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, household_id, unixepoch('2026-09-08') FROM mine_request
WHERE household_id IS NOT NULL;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, staff_id, verb, from_state,
    to_state, reason_code, session_id, copy_id, from_s, until_s, adults, children, holds)
SELECT id, no, unixepoch(at), unixepoch(at), who, staff_id, verb, from_state, to_state, reason,
    session_id, copy_id, unixepoch(from_at), unixepoch(until_at), adults, children, holds
FROM mine_decision ORDER BY id, no;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    answer_by_s, item_id, session_id, copy_id, from_s, until_s, adults, children, holds)
SELECT r.id, d.no, r.kind, d.to_state, unixepoch(d.at), unixepoch(f.at), d.to_state = 'asked',
    d.to_state IN ('refused', 'done', 'repaired'), 0,
    CASE d.to_state WHEN 'asked' THEN unixepoch('2026-09-08 15:15') END, r.item_id, d.session_id,
    d.copy_id, unixepoch(d.from_at), unixepoch(d.until_at), d.adults, d.children, d.holds
FROM mine_request AS r
JOIN mine_decision AS f ON f.id = r.id AND f.no = 1
JOIN mine_decision AS d
    ON d.id = r.id AND d.no = (SELECT max(no) FROM mine_decision WHERE id = r.id);

INSERT INTO notice(request_id, no, created_at_s, state)
SELECT id, 2, unixepoch(at), 'to_tell' FROM mine_decision
WHERE no = 2 AND id IN (702, 706, 707, 710, 711, 716, 717);
INSERT INTO request_words(request_id, field, lang, words) VALUES
    (705, '', 'fr', 'Un carton de livres, de la cave au deuxième étage.'),
    (706, '', 'fr', 'La porte du balcon frotte.');
INSERT INTO decision_words(request_id, no, lang, words) VALUES
    (707, 2, 'fr', 'Il y a 14 chemises : 14 € au lieu de 8 €.'),
    (717, 2, 'fr', 'Elle est en révision mercredi. La semaine prochaine, elle est à vous.');

INSERT INTO ticket(request_id, number, token_hash, shown_at_s) VALUES
    (715, '407349', x'5ed0f2ebf437fdb4200c5181840fe19078a108aca489fd0e3b10b0c91eb06cce',
        unixepoch('2026-09-08 08:00')),
    (716, '407358', x'56a01ff109fad782ef81d8f1db8acbbdc6f46dff08299fb671a7d0ad2a10b3ac',
        unixepoch('2026-09-07 08:00'));
INSERT INTO ticket(request_id, number, token_hash, shown_at_s)
SELECT id, printf('%06d', 300000 + id), randomblob(32), unixepoch('2026-09-08')
FROM mine_request WHERE household_id IS NOT NULL;

DROP TABLE mine_request;
DROP TABLE mine_decision;
