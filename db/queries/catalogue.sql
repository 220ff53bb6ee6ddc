-- name: catalogue_classes
-- /*scan*/ because a house lends some ten classes of things and shows all that have something in
-- them; items are counted in item_by_class.
SELECT id, coalesce(tt.text, title), tt.text IS NULL, icon,
    (SELECT count(*) FROM item
     WHERE class_id = item_class.id AND withdrawn_at_s IS NULL) AS items
FROM item_class
LEFT JOIN translation AS tt ON tt.french = item_class.title AND tt.lang = :reader_lang
WHERE items > 0
ORDER BY position, id;

-- name: catalogue_class
-- Primary key, at most one row; items are counted in item_by_class.
SELECT coalesce(tt.text, title), tt.text IS NULL, icon,
    (SELECT count(*) FROM item
     WHERE class_id = item_class.id AND withdrawn_at_s IS NULL)
FROM item_class
LEFT JOIN translation AS tt ON tt.french = item_class.title AND tt.lang = :reader_lang
WHERE id = :class_id;

-- name: catalogue_item
-- Primary keys, at most one row; who waits for it by state_waiting_items.
SELECT item.id, item.class_id, coalesce(tc.text, item_class.title), tc.text IS NULL,
    coalesce(tt.text, item.title), tt.text IS NULL,
    coalesce(ts.text, item.summary), ts.text IS NULL, item.icon,
    item.deposit_cents, item.fee_cents, coalesce(item.subscriber_fee_cents, item.fee_cents),
    item_class.max_days, item_class.rule, item_class.rule_limit,
    (SELECT count(*)
     FROM request_state INDEXED BY state_waiting_items
     WHERE item_id = item.id AND state = 'waitlisted')
FROM item
JOIN item_class ON item_class.id = item.class_id
LEFT JOIN translation AS tc ON tc.french = item_class.title AND tc.lang = :reader_lang
LEFT JOIN translation AS tt ON tt.french = item.title AND tt.lang = :reader_lang
LEFT JOIN translation AS ts ON ts.french = item.summary AND ts.lang = :reader_lang
WHERE item.id = :item_id AND item.withdrawn_at_s IS NULL;

-- name: catalogue_parts
-- Primary key, in its order: a handful.
SELECT coalesce(tt.text, label), tt.text IS NULL
FROM item_part
LEFT JOIN translation AS tt ON tt.french = label AND tt.lang = :reader_lang
WHERE item_id = :item_id
ORDER BY position;

-- name: catalogue_services
-- service_by_pillar, in its order: some tens of rows.
SELECT id, coalesce(tt.text, title), tt.text IS NULL, icon, price, price_cents,
    coalesce(subscriber_cents, price_cents)
FROM service
LEFT JOIN translation AS tt ON tt.french = title AND tt.lang = :reader_lang
WHERE pillar = :pillar AND is_active = 1
ORDER BY position;

-- name: catalogue_service
-- Primary keys, at most one row.
SELECT service.id, service.code, service.pillar, service.kind,
    coalesce(tt.text, service.title), tt.text IS NULL,
    coalesce(ts.text, service.summary), ts.text IS NULL, service.icon,
    coalesce(th.text, service.hours), th.text IS NULL, coalesce(partner.name, ''), service.price, service.price_cents,
    coalesce(service.subscriber_cents, service.price_cents), service.is_sensitive, service.rule
FROM service
LEFT JOIN partner ON partner.id = service.partner_id
LEFT JOIN translation AS tt ON tt.french = service.title AND tt.lang = :reader_lang
LEFT JOIN translation AS ts ON ts.french = service.summary AND ts.lang = :reader_lang
LEFT JOIN translation AS th ON th.french = service.hours AND th.lang = :reader_lang
WHERE service.id = :service_id AND service.is_active = 1;

-- name: catalogue_fields
-- Primary key, in its order: at most four rows.
SELECT position, code, coalesce(tt.text, label), tt.text IS NULL, kind, least, most, is_required
FROM service_field
LEFT JOIN translation AS tt ON tt.french = label AND tt.lang = :reader_lang
WHERE service_id = :service_id
ORDER BY position;

-- name: catalogue_choices
-- Primary key, in its order: a handful for each field.
SELECT field, code, coalesce(tt.text, label), tt.text IS NULL, icon
FROM service_choice
LEFT JOIN translation AS tt ON tt.french = label AND tt.lang = :reader_lang
WHERE service_id = :service_id
ORDER BY field, position;

-- name: search_clear
-- /*scan*/ because all of it is made anew: some hundred rows.
DELETE FROM search;

-- name: search_offered
-- /*scan*/ because all of it is made anew: some hundred rows, and each language's by the primary key
-- of translation.
WITH offered(title, summary, kind, id) AS (
    SELECT title, summary, 'service', id FROM service
    UNION ALL
    SELECT title, summary, 'item', id FROM item
    UNION ALL
    SELECT title, summary, 'activity', id FROM activity
)
SELECT title, summary, kind, id, 'fr'
FROM offered
UNION ALL
SELECT tt.text, coalesce(ts.text, ''), offered.kind, offered.id, tt.lang
FROM offered
JOIN translation AS tt ON tt.french = offered.title
LEFT JOIN translation AS ts ON ts.french = offered.summary AND ts.lang = tt.lang;

-- name: search_add
-- Folded as what is looked for: kiosk/base/fold.h.
INSERT INTO search(title, summary, kind, id, lang)
VALUES (:title, :summary, :kind, :id, :lang);

-- name: catalogue_search
-- /*scan*/ because what the full-text index found is gone through: some tens. Titles before
-- summaries, best first; the caller stops at its capacity. What is found in both languages counts
-- once. By primary key what each is, by session_by_activity an
-- activity's next session. What is no longer offered is left out.
WITH hit AS MATERIALIZED (
    SELECT kind, id, bm25(search, 8.0, 1.0) AS place
    FROM search
    WHERE search MATCH :words AND lang IN ('fr', :reader_lang)
), best AS MATERIALIZED (
    SELECT kind, id, min(place) AS place
    FROM hit
    GROUP BY kind, id
), found AS MATERIALIZED (
    SELECT best.kind, best.place,
        CASE best.kind
            WHEN 'item' THEN (SELECT id FROM item
                              WHERE id = best.id AND withdrawn_at_s IS NULL)
            WHEN 'service' THEN (SELECT id FROM service WHERE id = best.id AND is_active = 1)
            ELSE (SELECT session.request_id
                  FROM session
                  JOIN request_state ON request_state.request_id = session.request_id
                  WHERE session.activity_id = best.id AND session.starts_s > :now_s
                      AND request_state.state = 'published'
                  ORDER BY session.starts_s
                  LIMIT 1)
        END AS target_id,
        CASE best.kind
            WHEN 'item' THEN (SELECT title FROM item WHERE id = best.id)
            WHEN 'service' THEN (SELECT title FROM service WHERE id = best.id)
            ELSE (SELECT title FROM activity WHERE id = best.id)
        END AS title,
        CASE best.kind
            WHEN 'item' THEN (SELECT icon FROM item WHERE id = best.id)
            WHEN 'service' THEN (SELECT icon FROM service WHERE id = best.id)
            ELSE (SELECT icon FROM activity WHERE id = best.id)
        END AS icon
    FROM best
)
SELECT found.kind, found.target_id, coalesce(tt.text, found.title), tt.text IS NULL, found.icon
FROM found
LEFT JOIN translation AS tt ON tt.french = found.title AND tt.lang = :reader_lang
WHERE found.target_id IS NOT NULL
ORDER BY found.place, found.kind, found.target_id;
