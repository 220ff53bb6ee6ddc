-- The demonstration house: what takes place. When, where and for how many is the week's timetable in
-- kiosk/admin/demo_agenda.c, by these ids.

INSERT INTO activity (id, kind_code, title, summary, icon, partner_id, least_age, takes_children, price_cents, subscriber_cents, rule, rule_limit, rule_code)
VALUES
(1, 'cafe', 'Café des voisins', 'On vient comme on est. Le café est offert, les gâteaux sont les bienvenus.', 'cafe', 21, 0, 1, 0, NULL, 'automatic', 0, ''),
(2, 'workshop', 'Réparer son petit électroménager', 'Apportez un appareil en panne : on le répare ensemble, et on apprend en le faisant.', 'broken', 14, 0, 1, 0, NULL, 'desk', 0, ''),
(3, 'market', 'Marché : fruits et légumes', 'Les maraîchers d’à côté, sans emballage. Venez avec un sac.', 'groceries', 7, 0, 1, 0, NULL, 'automatic', 0, ''),
(4, 'workshop', 'Couture : ourlets et boutons', 'Machines sur place. Apportez le vêtement à reprendre.', 'sewing', 4, 12, 1, 300, 0, 'desk', 0, ''),
(5, 'workshop', 'Vélo : freins et pneus', 'Votre vélo repart en état, et vous saurez le refaire.', 'bike', 10, 0, 1, 0, NULL, 'automatic', 0, ''),
(6, 'workshop', 'Cuisine du monde', 'Une voisine, une recette, un repas partagé.', 'food', 52, 0, 1, 500, 300, 'desk_above', 3, ''),
(7, 'workshop', 'Mon téléphone sans stress', 'Par petits groupes, avec vos questions.', 'smartphone', 18, 0, 0, 0, NULL, 'automatic', 0, ''),
(8, 'partner', 'Permanence : lire et écrire un courrier', 'Avec une écrivaine publique. Sans dire pourquoi.', 'papers', 19, 0, 0, 0, NULL, 'desk', 0, ''),
(9, 'partner', 'Permanence : droits et papiers', 'Un rendez-vous, sans dire pourquoi.', 'justice', 20, 0, 0, 0, NULL, 'desk', 0, ''),
(10, 'committee', 'Comité du jardin', 'Qui plante quoi, et où. Ouvert à toutes et à tous.', 'garden', 16, 0, 1, 0, NULL, 'automatic', 0, ''),
(11, 'committee', 'Réunion des habitants', 'Les travaux, la cour, la fête : on en parle.', 'conversation', 75, 0, 1, 0, NULL, 'automatic', 0, ''),
(12, 'workshop', 'Compost : le b.a.-ba', 'Dix minutes pour comprendre, un seau pour commencer.', 'compost', 16, 0, 1, 0, NULL, 'automatic', 0, ''),
(13, 'workshop', 'Aide aux leçons', 'Du CP à la troisième, avec des étudiantes.', 'school', 24, 6, 1, 0, NULL, 'trusted', 0, ''),
(14, 'cafe', 'Petit déjeuner des parents', 'Après l’école, une heure pour souffler.', 'bread', 22, 0, 1, 0, NULL, 'automatic', 0, ''),
(15, 'workshop', 'Conversation en français', 'Parler, se tromper, recommencer. Tous niveaux.', 'conversation', 65, 16, 0, 0, NULL, 'automatic', 0, ''),
(16, 'workshop', 'Gymnastique douce', 'Sur une chaise ou debout, à son rythme.', 'walk', 28, 16, 0, 200, 0, 'automatic', 0, ''),
(17, 'workshop', 'Jeux en famille', 'Cinq cents jeux, et quelqu’un pour expliquer les règles.', 'games', 57, 0, 1, 0, NULL, 'automatic', 0, ''),
(18, 'workshop', 'Chorale À tue-tête', 'Sans audition, sans partition.', 'music', 55, 10, 1, 0, NULL, 'automatic', 0, ''),
(19, 'partner', 'Permanence énergie', 'Vos factures, vos radiateurs, vos droits.', 'energy', 17, 0, 0, 0, NULL, 'automatic', 0, ''),
(20, 'workshop', 'Menuiserie : une étagère', 'Vous repartez avec. Une formation machines est comprise.', 'carpenter', 39, 16, 0, 1000, 600, 'desk', 0, ''),
(21, 'workshop', 'Contes et marionnettes', 'Pour les petits et qui les accompagne.', 'toys', 63, 3, 1, 0, NULL, 'automatic', 0, ''),
(22, 'cafe', 'Café des langues', 'Une table par langue. On change de table.', 'language', 66, 0, 1, 0, NULL, 'automatic', 0, ''),
(23, 'market', 'Gratiferia : je donne, je prends', 'Déposez, emportez, sans rien payer.', 'give', 14, 0, 1, 0, NULL, 'automatic', 0, ''),
(24, 'partner', 'Permanence emploi', 'CV, candidature, entretien : un pas après l’autre.', 'work', 31, 16, 0, 0, NULL, 'automatic', 0, ''),
(25, 'workshop', 'Dessin et aquarelle', 'Le matériel est là. Débutants bienvenus.', 'craft', NULL, 8, 1, 300, 0, 'desk', 0, '');
