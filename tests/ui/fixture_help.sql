-- A well-used board, partners for most needs, closings and a roster, on top of fixture.sql: for the
-- scripts of helping hands, of the house pages and of calling. Times are UTC.

-- Karim is planned tomorrow morning; Friday afternoon and a week in October are closed.
INSERT INTO roster(staff_id, starts_s, ends_s) VALUES
    (1, unixepoch('2026-09-08 12:00'), unixepoch('2026-09-08 17:30')),
    (2, unixepoch('2026-09-09 07:00'), unixepoch('2026-09-09 10:00')),
    (1, unixepoch('2026-09-10 12:00'), unixepoch('2026-09-10 17:30'));
INSERT INTO closing(from_s, until_s, reason_code, recorded_at_s, staff_id) VALUES
    (unixepoch('2026-09-11 12:00'), unixepoch('2026-09-11 18:00'), 'training',
        unixepoch('2026-09-01'), 1),
    (unixepoch('2026-10-18 22:00'), unixepoch('2026-10-25 22:00'), 'holiday',
        unixepoch('2026-09-01'), 1);
INSERT INTO oncall_line(position, label, phone) VALUES (2, 'Urgence gaz', '0 800 00 00 00');

INSERT INTO partner(id, name, summary, hours, place, phone) VALUES
    (11, 'Écrivaine publique', 'Lire un courrier, remplir un formulaire.', 'jeudi 14 h – 17 h',
        'Ici, bureau des permanences', ''),
    (12, 'Centre de santé', 'Médecins et infirmières, sans dépassement.',
        'du lundi au vendredi', 'Rue Ampère', '03 88 00 00 12'),
    (13, 'Mission locale', 'Emploi et formation, de 16 à 25 ans.', 'mercredi 9 h – 12 h',
        'Ici, bureau des permanences', '03 88 00 00 13'),
    (14, 'Épicerie solidaire', 'Des produits frais à petit prix.', 'mardi et vendredi',
        'Rue des Canonniers', '03 88 00 00 14'),
    (15, 'Centre social', 'Accueil des enfants et des parents.', 'du mardi au samedi',
        'Place du Marché', '03 88 00 00 15');
INSERT INTO partner_need(need_code, partner_id) VALUES
    ('rights', 11), ('digital', 11), ('health', 12), ('work', 13), ('food', 14), ('family', 15),
    ('leisure', 15);

-- More than a page of cards. 451 is household 0412's own; 461 and 462 were published by mistake.
CREATE TEMP TABLE more_help(id, direction, category, choice, since, household_id, is_private, words);
INSERT INTO more_help VALUES
    (451, 'need', 'handiwork', 'shelf', '2026-09-08 12:10', 1, 0, 'Une étagère à fixer, le mur est en béton.'),
    (452, 'need', 'outings', 'walk', '2026-09-08 09:30', 3, 0, ''),
    (453, 'offer', 'digital', 'phone', '2026-09-07 15:00', 3, 0, 'Je sais régler un téléphone, sans me presser.'),
    (454, 'need', 'company', 'games', '2026-09-07 08:00', 3, 0, 'Quelqu’un pour jouer aux cartes le mercredi.'),
    (455, 'offer', 'garden', 'pets', '2026-09-06 08:00', 3, 0, ''),
    (456, 'offer', 'errands', 'groceries', '2026-09-05 08:00', 3, 0, 'Je vais au marché tous les samedis.'),
    (457, 'need', 'handiwork', 'furniture', '2026-09-04 10:00', 3, 0, 'Une armoire à monter, les outils sont là.'),
    (458, 'offer', 'company', 'reading', '2026-09-03 08:00', 3, 0, ''),
    (459, 'need', 'garden', 'watering', '2026-09-02 08:00', 3, 0, ''),
    (460, 'need', 'digital', 'printer', '2026-09-01 08:00', 3, 0, ''),
    (461, 'need', 'plumbing', 'leak', '2026-09-08 13:00', 3, 0, ''),
    (462, 'need', 'errands', 'pharmacy', '2026-09-08 13:00', 3, 1, '');
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, direction, category_code, choice_code)
SELECT id, randomblob(16), 'help', 'desk', 'fr', unixepoch(since), unixepoch(since), 'self',
    is_private, 0, direction, category, choice
FROM more_help;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, household_id, unixepoch(since) FROM more_help;
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    holds)
SELECT id, 1, unixepoch(since), unixepoch(since), 'house', 'publish', '', 'published', 0
FROM more_help;
INSERT INTO decision_words(request_id, no, lang, words)
SELECT id, 1, 'fr', words FROM more_help WHERE words <> '';
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    adults, children, holds)
SELECT id, 1, 'help', 'published', unixepoch(since), unixepoch(since), 0, 0, 0, 0, 0, 0
FROM more_help;
DROP TABLE more_help;
