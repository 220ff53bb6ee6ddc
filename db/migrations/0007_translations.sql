-- The house's own texts in the other languages of the screen. What the desk writes is French; a
-- translation belongs to the words, not to the row they stand in: one serves wherever the same words
-- stand, and words that were changed have none until they are translated again.
CREATE TABLE translation (
    french TEXT NOT NULL CHECK (french <> ''),
    lang TEXT NOT NULL CHECK (lang IN ('ar', 'de', 'en', 'tr')),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (french, lang)
) STRICT, WITHOUT ROWID;

-- The search finds what is offered by its French words and by those of the reader's language.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
    title, summary,
    kind UNINDEXED, -- service, item, activity
    id UNINDEXED,
    lang UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search(title, summary, kind, id, lang)
SELECT title, summary, 'service', id, 'fr' FROM service
UNION ALL
SELECT title, summary, 'item', id, 'fr' FROM item
UNION ALL
SELECT title, summary, 'activity', id, 'fr' FROM activity;
