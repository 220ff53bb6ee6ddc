-- What one has to know before coming: another language, and what to bring.
UPDATE activity SET spoken = 'ar', bring = 'Votre vélo, et un vieux vêtement' WHERE id = 8;
INSERT INTO translation(french, lang, text) VALUES
    ('Votre vélo, et un vieux vêtement', 'ar', 'دراجتك وثوب قديم');
