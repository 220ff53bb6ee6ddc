-- name: openagenda_is_whole
-- No table: whether it is an export of OpenAgenda's at all.
SELECT CASE WHEN json_valid(:export) THEN json_type(:export, '$.events') IS 'array' ELSE 0 END;

-- name: openagenda_events
-- No table: the events, and how many there are elsewhere. At most 5,000.
SELECT e.key + 1, iif(e.type = 'object', e.value, ''),
    iif(json_type(:export, '$.total') = 'integer', json_extract(:export, '$.total'), 0)
FROM json_each(:export, '$.events') AS e
ORDER BY e.key
LIMIT :most;

-- name: openagenda_event
-- No table: one event, with the words of the house's language, else the first there are. What is not
-- of its type is as if it were missing. /*scan*/ because the rows are the event's own fields.
WITH field(name, at) AS (
    VALUES ('title', '$.title'), ('summary', '$.description'), ('words', '$.longDescription'),
        ('conditions', '$.conditions'), ('place', '$.location.name'),
        ('address', '$.location.address'), ('place_1', '$.locationName'),
        ('address_1', '$.address')
),
said(name, text) AS (
    SELECT name, trim(substr(CASE json_type(:event, at)
        WHEN 'text' THEN json_extract(:event, at)
        WHEN 'object' THEN coalesce(
            iif(json_type(:event, at || '.' || :lang) = 'text',
                json_extract(:event, at || '.' || :lang), NULL),
            (SELECT value FROM json_each(:event, at) WHERE type = 'text' LIMIT 1))
        END, 1, :most_chars))
    FROM field
),
number(name, value) AS (
    SELECT column1, iif(json_type(:event, column2) = 'integer', json_extract(:event, column2), 0)
    FROM (VALUES ('status', '$.status'), ('state', '$.state'), ('mode', '$.attendanceMode'))
),
fact AS (
    SELECT (SELECT value FROM number WHERE name = 'status') AS status,
        (SELECT value FROM number WHERE name = 'state') AS state,
        json_type(:event, '$.state') IS NOT NULL AS has_state,
        (SELECT value FROM number WHERE name = 'mode') AS mode
)
SELECT trim(substr(iif(json_type(:event, '$.uid') IN ('integer', 'text'),
                       json_extract(:event, '$.uid'), ''), 1, 100)),
    (SELECT text FROM said WHERE name = 'title'),
    concat.words,
    CASE WHEN fact.status = 3 OR fact.mode = 2 THEN :online
        ELSE coalesce((SELECT text FROM said WHERE name IN ('place', 'place_1', 'address', 'address_1')
                           AND text <> ''
                       ORDER BY name IN ('address', 'address_1')
                       LIMIT 1), '') END,
    iif(fact.status IN (4, 6), 'cancelled', 'confirmed'),
    iif(fact.has_state AND fact.state <> 2, 'private', 'public'),
    (SELECT json_group_array(column2)
     FROM (VALUES (2, 'rescheduled'), (3, 'online'), (4, 'postponed'), (5, 'full'))
     WHERE column1 = fact.status),
    iif(json_type(:event, '$.timings') = 'array', json_array_length(:event, '$.timings'), 0)
FROM fact,
    (SELECT group_concat(text, ' · ') AS words
     FROM (SELECT text FROM said
           WHERE text <> '' AND name IN ('summary', 'conditions')
               OR name = 'words' AND NOT EXISTS (SELECT 1 FROM said
                                                 WHERE name = 'summary' AND text <> '')
           ORDER BY name = 'conditions')) AS concat;

-- name: openagenda_timings
-- No table: when an event takes place, as far as it touches the span; 0: not a moment. A moment has
-- its zone, and a day that exists. /*scan*/ because the rows are the event's own timings.
WITH timing AS (
    SELECT t.key AS position,
        CASE WHEN t.type = 'object'
            THEN coalesce(json_extract(t.value, '$.begin'), json_extract(t.value, '$.start')) END
            AS begins,
        CASE WHEN t.type = 'object' THEN json_extract(t.value, '$.end') END AS ends
    FROM json_each(:event, '$.timings') AS t
    LIMIT :most
),
moment AS (
    SELECT position, is_end, text,
        CASE WHEN text GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]*'
                AND date(substr(text, 1, 10), '+0 days') = substr(text, 1, 10)
            THEN CASE WHEN text GLOB '*Z' OR text GLOB '*[-+][0-9][0-9]:[0-9][0-9]'
                    THEN unixepoch(text)
                WHEN text GLOB '*[-+][0-9][0-9][0-9][0-9]'
                    THEN unixepoch(substr(text, 1, length(text) - 2) || ':' || substr(text, -2))
                END END AS moment_s
    FROM (SELECT position, 0 AS is_end, CAST(begins AS TEXT) AS text FROM timing
          UNION ALL
          SELECT position, 1, CAST(ends AS TEXT) FROM timing)
),
span AS (
    SELECT position, coalesce(max(iif(is_end, 0, moment_s)), 0) AS starts_s,
        coalesce(max(iif(is_end, moment_s, 0)), 0) AS ends_s,
        substr(max(iif(is_end, '', text)), 1, 40) AS text
    FROM moment
    GROUP BY position
)
SELECT starts_s, ends_s, text
FROM span
WHERE starts_s <= 0 OR starts_s < :until_s AND max(starts_s, ends_s) > :from_s
ORDER BY position;

-- name: openagenda_line_date
-- No table: such a line as conciergerie-ical writes (kiosk/ical/rows.h).
SELECT json_object('is', 'date', 'line', :line, 'uid', :uid, 'is_series', :is_series,
    'key_s', :starts_s, 'starts_s', :starts_s, 'ends_s', :ends_s, 'is_day', 0, 'status', :status,
    'sequence', 0, 'visibility', :visibility, 'title', :title, 'words', :words, 'place', :place,
    'url', '', 'notes', json(:notes));

-- name: openagenda_line_problem
-- No table: the same.
SELECT json_object('is', 'problem', 'line', :line, 'uid', :uid, 'title', :title, 'code', :code,
    'detail', :detail);

-- name: openagenda_line_end
-- No table: the same.
SELECT json_object('is', 'end', 'events', :events, 'dates', :dates, 'problems', :problems, 'mended',
    json('[]'));
