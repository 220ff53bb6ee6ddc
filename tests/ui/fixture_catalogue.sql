-- More to borrow and more services, on top of fixture.sql: for the scripts of loans and services.
-- Local times are summer's, UTC+2.

INSERT INTO item_class(id, code, title, icon, rule, rule_limit, max_days, position) VALUES
    (11, 'party', 'Fêtes et plein air', 'party', 'desk_above', 3, 10, 5),
    (12, 'sewing', 'Couture', 'sewing', 'desk', 0, 14, 6),
    (13, 'empty', 'Rien encore', 'store', 'desk', 0, 14, 7);
INSERT INTO item(id, class_id, title, summary, icon, deposit_cents, fee_cents,
    subscriber_fee_cents) VALUES
    (11, 1, 'Ponceuse orbitale', 'Avec un sac à poussière.', 'carpenter', 2000, 200, 0),
    (12, 1, 'Scie sauteuse', '', 'carpenter', 2000, 200, 0),
    (13, 1, 'Caisse à outils', 'Tournevis, marteau, pinces et niveau.', 'hammer', 0, 0, NULL),
    (14, 11, 'Barnum de trois mètres', 'À monter à deux.', 'park', 5000, 1000, 500),
    (15, 12, 'Surjeteuse', 'On vous montre comment l’enfiler.', 'sewing', 8000, 300, 100),
    (16, 1, 'Niveau laser', '', 'light', 1000, 0, NULL);
INSERT INTO item_part(item_id, position, label) VALUES
    (14, 1, 'toile'), (14, 2, 'quatre pieds'), (14, 3, 'douze sardines');

-- Copies and loans are requests: each with one decision, as its state stands.
CREATE TEMP TABLE fact(id, kind, item_id, copy_id, number, state, holds, from_local, until_local);
INSERT INTO fact VALUES
    (711, 'copy', 11, NULL, 1, 'available', 0, NULL, NULL),
    (712, 'copy', 12, NULL, 1, 'maintenance', 0, NULL, NULL),
    (713, 'copy', 13, NULL, 1, 'available', 0, NULL, NULL),
    (714, 'copy', 14, NULL, 1, 'available', 0, NULL, NULL),
    (715, 'copy', 15, NULL, 1, 'available', 0, NULL, NULL),
    (716, 'copy', 16, NULL, 1, 'available', 0, NULL, NULL),
    (717, 'copy', 16, NULL, 2, 'available', 0, NULL, NULL),
    -- the sander comes back on Friday, the overlocker not for weeks; a level is taken on Thursday
    (721, 'loan', 11, 711, NULL, 'out', 1, '2026-09-04 14:00', '2026-09-11 14:00'),
    (722, 'loan', 15, 715, NULL, 'out', 1, '2026-09-01 14:00', '2026-11-20 14:00'),
    (723, 'loan', 15, NULL, NULL, 'waitlisted', 0, NULL, NULL),
    (724, 'loan', 15, NULL, NULL, 'waitlisted', 0, NULL, NULL),
    (725, 'loan', 16, 716, NULL, 'reserved', 1, '2026-09-10 09:00', '2026-09-12 09:00'),
    (726, 'loan', 16, 717, NULL, 'reserved', 1, '2026-09-10 09:00', '2026-09-11 09:00');
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, item_id)
SELECT id, randomblob(16), kind, 'desk', 'fr', unixepoch('2026-09-01'), unixepoch('2026-09-01'),
    'self', 0, 0, item_id
FROM fact;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, 3, unixepoch('2026-09-01') FROM fact WHERE kind = 'loan';
INSERT INTO copy(request_id, item_id, number)
SELECT id, item_id, number FROM fact WHERE kind = 'copy';
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    copy_id, from_s, until_s, holds)
SELECT id, 1, unixepoch('2026-09-01'), unixepoch('2026-09-01'), 'house', 'ask', '', state, copy_id,
    unixepoch(from_local, '-2 hours'), unixepoch(until_local, '-2 hours'), holds
FROM fact;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    item_id, copy_id, from_s, until_s, adults, children, holds)
SELECT id, 1, kind, state, unixepoch('2026-09-01'), unixepoch('2026-09-01') + id, 0, 0, 0, item_id,
    copy_id, unixepoch(from_local, '-2 hours'), unixepoch(until_local, '-2 hours'), 0, 0, holds
FROM fact;
DROP TABLE fact;

INSERT INTO partner(id, name, is_provider) VALUES (11, 'Boulangerie du Parc', 1);
INSERT INTO service(id, code, pillar, kind, title, summary, icon, hours, partner_id, price,
    price_cents, subscriber_cents, is_sensitive, rule, position) VALUES
    (11, 'pastries', 'service', 'enquiry', 'Viennoiseries',
        'Commandez avant 18 h, elles vous attendent le lendemain matin.', 'bread',
        'du mardi au samedi, retrait de 9 h à 12 h', 11, 'provider', 0, NULL, 0, 'automatic', 3),
    (12, 'groceries', 'service', 'enquiry', 'Courses livrées',
        'Votre liste, livrée chez vous ou à retirer ici.', 'groceries', 'mardi et vendredi', NULL,
        'fixed', 300, 0, 0, 'desk', 4),
    (13, 'sewing', 'service', 'deposit', 'Retouches', 'Le prix vous est dit avant.', 'sewing',
        'départ le mercredi', 2, 'quote', 0, NULL, 0, 'desk', 5),
    (14, 'gone', 'service', 'enquiry', 'Ancien service', '', 'store', '', NULL, 'free', 0, NULL, 0,
        'desk', 6);
UPDATE service SET is_active = 0 WHERE id = 14;
INSERT INTO service_field(service_id, position, code, label, kind, least, most, is_required) VALUES
    (4, 1, 'about', 'À quel sujet ?', 'choice', 0, 0, 0),
    (4, 2, 'words', 'Pourquoi ?', 'text', 0, 140, 1),
    (11, 1, 'what', 'Que souhaitez-vous ?', 'choice', 0, 0, 1),
    (11, 2, 'count', 'Combien ?', 'number', 1, 12, 1),
    (11, 3, 'day', 'Pour quel jour ?', 'date', 1, 7, 1),
    (12, 1, 'how', 'Livrées ou à retirer ?', 'choice', 0, 0, 1),
    (12, 2, 'day', 'Pour quel jour ?', 'date', 0, 7, 1),
    (12, 3, 'list', 'Que faut-il ?', 'text', 0, 280, 1),
    (13, 1, 'what', 'Quelle retouche ?', 'choice', 0, 0, 1),
    (13, 2, 'day', 'Quel jour l’apportez-vous ?', 'date', 1, 14, 1);
INSERT INTO service_choice(service_id, field, position, code, label, icon) VALUES
    (4, 1, 1, 'letter', 'Un courrier', 'mail'), (4, 1, 2, 'meeting', 'Un rendez-vous', 'today'),
    (11, 1, 1, 'croissant', 'Un croissant', 'bread'), (11, 1, 2, 'bun', 'Une brioche', 'food'),
    (12, 1, 1, 'home', 'Livrées chez moi', 'home'), (12, 1, 2, 'here', 'À retirer ici', 'store'),
    (13, 1, 1, 'hem', 'Un ourlet', 'sewing'), (13, 1, 2, 'zip', 'Une fermeture', 'sewing'),
    (13, 1, 3, 'button', 'Un bouton', 'craft'), (13, 1, 4, 'other', 'Autre chose', 'wait');
