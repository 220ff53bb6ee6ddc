-- The house's texts and their translations as the desk's page shows them: kiosk/desk/translations.c.

-- name: desk_translations
-- /*scan*/ because of the house's own all its classes and lines to phone are wanted: some ten rows.
-- Of everything else by primary key and session_by_activity: some tens; translations by primary key.
WITH own(n, french) AS (
    SELECT 1, title FROM service WHERE :of = 'service' AND id = :id
    UNION ALL
    SELECT 2, summary FROM service WHERE :of = 'service' AND id = :id
    UNION ALL
    SELECT 3, hours FROM service WHERE :of = 'service' AND id = :id
    UNION ALL
    SELECT 100 * position, label FROM service_field WHERE :of = 'service' AND service_id = :id
    UNION ALL
    SELECT 100 * field + position, label
    FROM service_choice
    WHERE :of = 'service' AND service_id = :id
    UNION ALL
    SELECT 1, title FROM item WHERE :of = 'item' AND id = :id
    UNION ALL
    SELECT 2, summary FROM item WHERE :of = 'item' AND id = :id
    UNION ALL
    SELECT 100 + position, label FROM item_part WHERE :of = 'item' AND item_id = :id
    UNION ALL
    SELECT 1, title FROM activity WHERE :of = 'activity' AND id = :id
    UNION ALL
    SELECT 2, summary FROM activity WHERE :of = 'activity' AND id = :id
    UNION ALL
    SELECT 3, bring FROM activity WHERE :of = 'activity' AND id = :id
    UNION ALL
    SELECT 4, place FROM session WHERE :of = 'activity' AND activity_id = :id
    UNION ALL
    SELECT 1, summary FROM partner WHERE :of = 'partner' AND id = :id
    UNION ALL
    SELECT 2, hours FROM partner WHERE :of = 'partner' AND id = :id
    UNION ALL
    SELECT 3, place FROM partner WHERE :of = 'partner' AND id = :id
    UNION ALL
    SELECT 1, message FROM site WHERE :of = 'house' AND id = 1
    UNION ALL
    SELECT 100 + position, label FROM oncall_line WHERE :of = 'house'
    UNION ALL
    SELECT 1000 + position, title FROM item_class WHERE :of = 'house'
)
SELECT json_object('lines', json_group_array(json(line)))
FROM (SELECT json_object('french', one.french, 'texts', json((
          SELECT json_group_object(lang, text) FROM translation WHERE french = one.french))) AS line
      FROM (SELECT min(n) AS n, french
            FROM own
            WHERE french <> ''
            GROUP BY french) AS one
      ORDER BY one.n, one.french);
