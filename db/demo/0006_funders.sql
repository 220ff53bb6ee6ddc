-- The demonstration house: to whom its acts are reported, by the partner, service or activity.

INSERT INTO funder_tag (tag, partner_id)
VALUES ('Poste', 2), ('Ville', 17), ('Ville', 20), ('État', 31);

INSERT INTO funder_tag (tag, service_id)
SELECT 'Bailleur', id FROM service WHERE code IN ('repair_plumbing', 'repair_electric', 'repair_home', 'bulky')
UNION ALL SELECT 'Métropole', id FROM service WHERE code IN ('compost', 'energy', 'bike_hire')
UNION ALL SELECT 'Ville', id FROM service WHERE code IN ('digital', 'letter_reading');

INSERT INTO funder_tag (tag, activity_id)
VALUES ('Métropole', 2), ('Métropole', 12), ('Ville', 11), ('Ville', 15);
