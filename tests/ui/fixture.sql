-- A small house on Tuesday 8 September 2026, 16:42 in Paris (UTC+2), for the touch tests.
-- tests/ui/fixture.c adds cards and PINs. Ids are fixed: scripts and other tests name them.

INSERT INTO site(id, uid, name, zone, district, message, last_record_s)
VALUES (1, randomblob(16), 'Conciergerie Ampère', 'Europe/Paris', 'Ampère',
    'Samedi, grande fête des voisins dans la cour : apportez un plat !',
    unixepoch('2026-09-08 14:00'));

INSERT INTO opening(weekday, opens_min, closes_min)
SELECT value, 540, 720 FROM json_each('[2,3,4,5,6]')
UNION ALL SELECT value, 840, 1170 FROM json_each('[2,3,4,5]');

INSERT INTO staff(id, number, first_name, role) VALUES
    (1, '01', 'Nadia', 'concierge'),
    (2, '02', 'Karim', 'concierge');
INSERT INTO presence(staff_id, began_s) VALUES (1, unixepoch('2026-09-08 12:00'));
INSERT INTO oncall_line(position, label, phone) VALUES (1, 'Astreinte du bailleur', '03 88 00 00 00');

-- Households: 1 subscribed, with a card for its person 1; 2 without subscription.
INSERT INTO household(id, uid, number, joined_at_s, is_trusted, lang) VALUES
    (1, randomblob(16), '0412', unixepoch('2025-01-10'), 1, 'fr'),
    (2, randomblob(16), '0507', unixepoch('2025-03-02'), 0, 'fr'),
    (3, randomblob(16), '0608', unixepoch('2025-03-02'), 0, 'fr');
INSERT INTO subscription(household_id, from_s, until_s, paid_cents)
VALUES (1, unixepoch('2026-01-01'), unixepoch('2027-01-01'), 1000);
INSERT INTO person(id, household_id, is_child) VALUES (1, 1, 0), (2, 1, 1), (3, 2, 0), (4, 3, 0);
INSERT INTO person_name(person_id, first_name) VALUES
    (1, 'Lucie'), (2, 'Tom'), (3, 'Ahmed'), (4, 'Rosa');

INSERT INTO partner(id, name, summary, hours, place, phone, is_provider) VALUES
    (1, 'La Corde Alliée', 'Réparer ensemble plutôt que jeter.', 'mercredi 14 h – 17 h',
        'Atelier de la Conciergerie', '03 88 00 00 01', 0),
    (2, 'Pressing du Rhin', 'Nettoyage et repassage.', 'du lundi au vendredi', 'Rue du Rhin',
        '03 88 00 00 02', 1),
    (3, 'Espace Droits', 'Permanence juridique gratuite.', 'jeudi 14 h – 17 h', 'Mairie annexe',
        '03 88 00 00 03', 0),
    (4, 'Bricoleurs du quartier', 'Petits travaux à domicile.', 'sur rendez-vous', '',
        '03 88 00 00 04', 1);
INSERT INTO partner_need(need_code, partner_id) VALUES
    ('rights', 3), ('housing', 3), ('energy', 1), ('leisure', 1), ('housing', 4);

INSERT INTO activity(id, kind_code, title, summary, icon, partner_id, least_age, takes_children,
    price_cents, subscriber_cents, rule) VALUES
    (1, 'cafe', 'Café des voisins', 'Un café, un thé, et le temps de se parler.', 'cafe', NULL, 0, 1,
        0, NULL, 'automatic'),
    (2, 'workshop', 'Réparer son petit électroménager',
        'Votre grille-pain ne marche plus ? Apportez-le. On l’ouvre ensemble, on cherche la panne et on répare quand c’est possible.',
        'lend', 1, 12, 1, 200, 0, 'desk'),
    (3, 'market', 'Marché : fruits et légumes', 'Des producteurs de la plaine, devant le local.',
        'groceries', NULL, 0, 1, 0, NULL, 'automatic'),
    (4, 'workshop', 'Couture : ourlets et boutons', 'Apportez ce qu’il faut recoudre.', 'sewing', NULL,
        0, 0, 0, NULL, 'desk'),
    (5, 'workshop', 'Cuisine : tartes salées', 'On cuisine ensemble, on mange ensemble.', 'food', NULL,
        0, 1, 300, 100, 'automatic'),
    (6, 'committee', 'Comité des habitants', 'Le compost et les nouveaux bancs.', 'conversation', NULL,
        0, 1, 0, NULL, 'automatic'),
    (7, 'partner', 'Permanence : parler de ses factures', 'Sans rendez-vous.', 'energy', 3, 0, 1, 0,
        NULL, 'automatic'),
    (8, 'workshop', 'Vélo : freins et vitesses', 'Les outils sont là.', 'bike', 1, 0, 1, 0, NULL,
        'desk');

-- Sessions: capacity 0 is free entry.
CREATE TEMP TABLE new_session(id, activity_id, starts, ends, place, capacity, state, reason,
    moved_from);
INSERT INTO new_session VALUES
    (101, 1, '2026-09-08 15:00', '2026-09-08 17:00', 'Espace café', 0, 'published', '', NULL),
    (102, 2, '2026-09-09 12:00', '2026-09-09 14:00', 'Atelier de la Conciergerie, rez-de-chaussée',
        8, 'published', '', NULL),
    (103, 3, '2026-09-09 14:00', '2026-09-09 17:00', 'Devant le local', 0, 'published', '', NULL),
    (104, 4, '2026-09-10 12:00', '2026-09-10 14:00', 'Atelier', 6, 'published', '', NULL),
    (105, 5, '2026-09-11 08:00', '2026-09-11 11:00', 'Cuisine partagée', 10, 'published', '', NULL),
    (106, 6, '2026-09-10 16:00', '2026-09-10 18:00', 'Salle commune', 0, 'published', '', NULL),
    (107, 7, '2026-09-10 12:00', '2026-09-10 15:00', 'Bureau des permanences', 0, 'cancelled',
        'host_away', NULL),
    (108, 8, '2026-09-12 08:00', '2026-09-12 10:00', 'Cour', 6, 'postponed', 'weather',
        '2026-09-12 08:00'),
    (109, 2, '2026-09-16 12:00', '2026-09-16 14:00', 'Atelier de la Conciergerie, rez-de-chaussée',
        8, 'published', '', NULL),
    -- soon: the answer would come too late
    (110, 4, '2026-09-08 15:00', '2026-09-08 16:30', 'Atelier', 6, 'published', '', NULL),
    -- full
    (111, 5, '2026-09-09 16:00', '2026-09-09 18:00', 'Cuisine partagée', 4, 'published', '', NULL),
    -- one seat left
    (112, 8, '2026-09-11 12:00', '2026-09-11 14:00', 'Cour', 5, 'published', '', '2026-09-10 12:00'),
    (113, 1, '2026-09-15 15:00', '2026-09-15 17:00', 'Espace café', 0, 'published', '', NULL);

INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger)
SELECT id, CAST(printf('session-%08d', id) AS BLOB), 'session', 'desk', 'fr', unixepoch('2026-09-01'),
    unixepoch('2026-09-01'), 'self', 0, 0
FROM new_session;
INSERT INTO session(request_id, activity_id, starts_s, ends_s, place, capacity, moved_from_s)
SELECT id, activity_id, unixepoch(starts), unixepoch(ends), place, nullif(capacity, 0),
    unixepoch(moved_from)
FROM new_session;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    reason_code, from_s, until_s, holds)
SELECT id, 1, unixepoch('2026-09-01'), unixepoch('2026-09-01'), 'house', 'publish', '', 'published',
    '', unixepoch(starts), unixepoch(ends), 0
FROM new_session
UNION ALL
SELECT id, 2, unixepoch('2026-09-01'), unixepoch('2026-09-01'), 'house',
    iif(state = 'cancelled', 'cancel', 'postpone'), 'published', state,
    reason, unixepoch(starts), unixepoch(ends), 0
FROM new_session
WHERE state <> 'published'
ORDER BY 2;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    from_s, until_s, adults, children, holds)
SELECT id, 1 + (state <> 'published'), 'session', state, unixepoch('2026-09-01'),
    unixepoch('2026-09-01'), 0, state = 'cancelled', 0, unixepoch(starts), unixepoch(ends), 0, 0, 0
FROM new_session;

-- Bookings of other households.
CREATE TEMP TABLE new_booking(id, session_id, state, adults, children);
INSERT INTO new_booking VALUES
    (201, 102, 'confirmed', 2, 1), (202, 102, 'confirmed', 1, 0), (203, 102, 'asked', 2, 0),
    (204, 111, 'confirmed', 2, 2), (205, 111, 'waitlisted', 1, 0), (206, 111, 'waitlisted', 2, 0),
    (207, 112, 'confirmed', 4, 0), (208, 105, 'confirmed', 2, 1);
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, session_id)
SELECT id, randomblob(16), 'booking', 'desk', 'fr', unixepoch('2026-09-05') + id,
    unixepoch('2026-09-05') + id, 'self', 0, 0, session_id
FROM new_booking;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, 3, unixepoch('2026-09-05') FROM new_booking;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    session_id, from_s, until_s, adults, children, holds)
SELECT b.id, 1, unixepoch('2026-09-05') + b.id, unixepoch('2026-09-05') + b.id, 'house', 'ask', '',
    b.state, b.session_id, s.starts_s, s.ends_s, b.adults, b.children, b.state <> 'waitlisted'
FROM new_booking AS b JOIN session AS s ON s.request_id = b.session_id;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    session_id, from_s, until_s, adults, children, holds)
SELECT b.id, 1, 'booking', b.state, unixepoch('2026-09-05'), unixepoch('2026-09-05') + b.id,
    b.state = 'asked', 0, 0, b.session_id, s.starts_s, s.ends_s, b.adults, b.children,
    b.state <> 'waitlisted'
FROM new_booking AS b JOIN session AS s ON s.request_id = b.session_id;

-- Things to lend.
INSERT INTO item_class(id, code, title, icon, rule, max_days, position) VALUES
    (1, 'tools', 'Outils', 'tools', 'desk', 7, 1),
    (2, 'games', 'Jeux', 'games', 'automatic', 14, 2),
    (3, 'appliances', 'Appareils', 'appliance', 'desk', 5, 3),
    (4, 'bikes', 'Vélos', 'bike', 'trained', 3, 4);
INSERT INTO item(id, class_id, title, summary, icon, deposit_cents, fee_cents,
    subscriber_fee_cents) VALUES
    (1, 1, 'Perceuse sans fil', 'Deux batteries, mèches à bois et à béton.', 'drill', 3000, 200, 0),
    (2, 1, 'Escabeau 5 marches', '', 'ladder', 0, 0, NULL),
    (3, 2, 'Dixit', 'De 3 à 6 joueurs, dès 8 ans.', 'games', 0, 0, NULL),
    (4, 3, 'Machine à coudre', 'Avec sa mallette.', 'sewing', 5000, 300, 100),
    (5, 4, 'Vélo cargo', 'Deux enfants devant.', 'bike', 10000, 500, 200);
INSERT INTO item_part(item_id, position, label) VALUES
    (1, 1, 'Mallette'), (1, 2, 'Deux batteries'), (1, 3, 'Chargeur'), (4, 1, 'Pédale');
CREATE TEMP TABLE new_copy(id, item_id, number, shelf, state);
INSERT INTO new_copy VALUES
    (301, 1, 1, 'A1', 'available'), (302, 1, 2, 'A1', 'maintenance'), (303, 2, 1, 'A4', 'available'),
    (304, 3, 1, 'B2', 'available'), (305, 4, 1, 'C1', 'available'), (306, 5, 1, 'Cour', 'available');
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, item_id)
SELECT id, randomblob(16), 'copy', 'desk', 'fr', unixepoch('2026-01-10'),
    unixepoch('2026-01-10'), 'self', 0, 0, item_id
FROM new_copy;
INSERT INTO copy(request_id, item_id, number, shelf)
SELECT id, item_id, number, shelf FROM new_copy;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    holds)
SELECT id, 1, unixepoch('2026-01-10'), unixepoch('2026-01-10'), 'house', 'add', '', state, 0
FROM new_copy;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    item_id, adults, children, holds)
SELECT id, 1, 'copy', state, unixepoch('2026-01-10'), unixepoch('2026-01-10'), 0, 0, 0, item_id, 0,
    0, 0
FROM new_copy;

-- Services with their forms.
INSERT INTO service(id, code, pillar, kind, title, summary, icon, hours, partner_id, price,
    price_cents, subscriber_cents, is_sensitive, rule, position) VALUES
    (1, 'ironing', 'service', 'deposit', 'Repassage', 'Déposez le linge, il revient plié.', 'iron',
        'du mardi au vendredi', 2, 'fixed', 800, 500, 0, 'desk', 1),
    (2, 'bread', 'service', 'enquiry', 'Pain', 'À commander la veille avant midi.', 'bread',
        'du mardi au samedi', NULL, 'provider', 0, NULL, 0, 'automatic', 2),
    (3, 'repair', 'solidarity', 'visit', 'Petits travaux', 'Un bricoleur passe chez vous.', 'tools',
        'sur rendez-vous', 4, 'quote', 0, NULL, 0, 'desk', 1),
    (4, 'papers', 'together', 'enquiry', 'Papiers et droits',
        'Un rendez-vous, sans dire pourquoi.', 'papers', 'jeudi 14 h – 17 h', 3, 'free', 0, NULL, 1,
        'desk', 1);
INSERT INTO service_field(service_id, position, code, label, kind, least, most, is_required) VALUES
    (1, 1, 'kind', 'Que faut-il repasser ?', 'choice', 0, 0, 1),
    (1, 2, 'pieces', 'Combien de pièces ?', 'number', 1, 40, 1),
    (3, 1, 'work', 'Quel genre de travail ?', 'choice', 0, 0, 1),
    (3, 2, 'day', 'Quel jour êtes-vous là ?', 'date', 0, 14, 0),
    (3, 3, 'words', 'Voulez-vous préciser ?', 'text', 0, 140, 0);
INSERT INTO service_choice(service_id, field, position, code, label, icon) VALUES
    (1, 1, 1, 'shirts', 'Des chemises', 'iron'), (1, 1, 2, 'sheets', 'Des draps', 'bed'),
    (1, 1, 3, 'mixed', 'Un peu de tout', 'laundry'),
    (3, 1, 1, 'shelf', 'Fixer une étagère', 'carpenter'), (3, 1, 2, 'paint', 'Peindre', 'paint'),
    (3, 1, 3, 'tap', 'Un robinet', 'plumbing');

-- The neighbours' board.
CREATE TEMP TABLE new_help(id, direction, category, choice, words);
INSERT INTO new_help VALUES
    (401, 'need', 'handiwork', 'bulb', 'Changer une ampoule au plafond, 3e étage.'),
    (402, 'need', 'errands', 'carrying', ''),
    (403, 'offer', 'company', 'games', 'Je joue volontiers aux échecs le jeudi.'),
    (404, 'offer', 'garden', 'watering', '');
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, direction, category_code, choice_code)
SELECT id, randomblob(16), 'help', 'desk', 'fr', unixepoch('2026-09-04') + id,
    unixepoch('2026-09-04') + id, 'self', 0, 0, direction, category, choice
FROM new_help;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, 3, unixepoch('2026-09-04') FROM new_help;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    holds)
SELECT id, 1, unixepoch('2026-09-04') + id, unixepoch('2026-09-04') + id, 'house', 'publish', '',
    'published', 0
FROM new_help;
INSERT INTO decision_words(request_id, no, lang, words)
SELECT id, 1, 'fr', words FROM new_help WHERE words <> '';
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    adults, children, holds)
SELECT id, 1, 'help', 'published', unixepoch('2026-09-04') + id, unixepoch('2026-09-04') + id, 0, 0,
    0, 0, 0, 0
FROM new_help;

DROP TABLE new_session;
DROP TABLE new_booking;
DROP TABLE new_copy;
DROP TABLE new_help;
