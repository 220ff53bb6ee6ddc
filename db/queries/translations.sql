-- name: translation_set
-- Primary key, one row.
INSERT INTO translation(french, lang, text)
VALUES (:french, :lang, :text)
ON CONFLICT (french, lang) DO UPDATE SET text = excluded.text;

-- name: translation_remove
-- Primary key, at most one row.
DELETE FROM translation
WHERE french = :french AND lang = :lang;
