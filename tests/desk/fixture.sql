-- What the desk knows and the screen does not show, on top of tests/ui/fixture.sql and
-- fixture_staff.sql: names, telephones, a coordinator, an organiser, passwords.
-- The password of all is "concierge de test", hashed as cheaply as can be.

INSERT INTO staff(id, number, first_name, role, partner_id) VALUES
    (3, '03', 'Inès', 'coordinator', NULL),
    (4, '10', 'Lucien', 'organiser', 1);
INSERT INTO password(staff_id, hash, set_at_s, is_temporary)
SELECT id, '$argon2id$v=19$m=8,t=1,p=1$o1+C/7xS5bP6orxMVYLpVA$nwt/tVc5dRUHvaxZfzJwCyZSAN+8eXy5zPDtLBzYDXM',
    unixepoch('2026-09-01'), 0
FROM staff;

INSERT INTO household_contact(household_id, family_name, address, phone) VALUES
    (1, 'Darettier', '7 allée Ampère, 3e étage', '06 39 98 04 12'),
    (2, 'Selanouk', '9 allée Ampère, 1er étage', '06 39 98 05 07'),
    (3, 'Abelawska', '2 rue Volta, rez-de-chaussée', '');
