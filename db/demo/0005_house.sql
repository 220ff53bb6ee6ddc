-- The demonstration house: what the concierge tells everybody on the screen.
UPDATE site
SET message = 'Samedi, gratiferia de 14 h à 17 h : apportez, emportez, sans rien payer.';
