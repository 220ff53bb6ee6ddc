-- name: catalogue_classes
-- /*scan*/ because a house lends some ten classes of things and shows all that have something in
-- them; items are counted in item_by_class.
SELECT id, title, icon, (SELECT count(*) FROM item
                        WHERE class_id = item_class.id AND withdrawn_at_s IS NULL) AS items
FROM item_class
WHERE items > 0
ORDER BY position, id;

-- name: catalogue_class
-- Primary key, at most one row; items are counted in item_by_class.
SELECT title, icon, (SELECT count(*) FROM item
                     WHERE class_id = item_class.id AND withdrawn_at_s IS NULL)
FROM item_class
WHERE id = :class_id;

-- name: catalogue_item
-- Primary keys, at most one row; who waits for it by state_waiting_items.
SELECT item.id, item.class_id, item_class.title, item.title, item.summary, item.icon,
    item.deposit_cents, item.fee_cents, coalesce(item.subscriber_fee_cents, item.fee_cents),
    item_class.max_days, item_class.rule, item_class.rule_limit,
    (SELECT count(*)
     FROM request_state INDEXED BY state_waiting_items
     WHERE item_id = item.id AND state = 'waitlisted')
FROM item
JOIN item_class ON item_class.id = item.class_id
WHERE item.id = :item_id AND item.withdrawn_at_s IS NULL;

-- name: catalogue_parts
-- Primary key, in its order: a handful.
SELECT label
FROM item_part
WHERE item_id = :item_id
ORDER BY position;

-- name: catalogue_services
-- service_by_pillar, in its order: some tens of rows.
SELECT id, title, icon, price, price_cents, coalesce(subscriber_cents, price_cents)
FROM service
WHERE pillar = :pillar AND is_active = 1
ORDER BY position;

-- name: catalogue_service
-- Primary keys, at most one row.
SELECT service.id, service.code, service.pillar, service.kind, service.title, service.summary,
    service.icon, service.hours, coalesce(partner.name, ''), service.price, service.price_cents,
    coalesce(service.subscriber_cents, service.price_cents), service.is_sensitive, service.rule
FROM service
LEFT JOIN partner ON partner.id = service.partner_id
WHERE service.id = :service_id AND service.is_active = 1;

-- name: catalogue_fields
-- Primary key, in its order: at most four rows.
SELECT position, code, label, kind, least, most, is_required
FROM service_field
WHERE service_id = :service_id
ORDER BY position;

-- name: catalogue_choices
-- Primary key, in its order: a handful for each field.
SELECT field, code, label, icon
FROM service_choice
WHERE service_id = :service_id
ORDER BY field, position;

-- name: search_clear
-- /*scan*/ because all of it is made anew: some hundred rows.
DELETE FROM search;

-- name: search_fill
-- /*scan*/ because all of it is made anew: some hundred rows.
INSERT INTO search(title, summary, kind, id)
SELECT title, summary, 'service', id FROM service
UNION ALL
SELECT title, summary, 'item', id FROM item
UNION ALL
SELECT title, summary, 'activity', id FROM activity;

-- name: catalogue_search
-- The full-text index, titles before summaries, best first; the caller stops at its capacity. By primary key what each is,
-- by session_by_activity an activity's next session. What is no longer offered is left out.
SELECT found.kind, found.target_id, found.title, found.icon
FROM (SELECT search.kind, search.title, bm25(search, 8.0, 1.0) AS place,
          CASE search.kind
              WHEN 'item' THEN (SELECT id FROM item
                            WHERE id = search.id AND withdrawn_at_s IS NULL)
              WHEN 'service' THEN (SELECT id FROM service WHERE id = search.id AND is_active = 1)
              ELSE (SELECT session.request_id
                    FROM session
                    JOIN request_state ON request_state.request_id = session.request_id
                    WHERE session.activity_id = search.id AND session.starts_s > :now_s
                        AND request_state.state = 'published'
                    ORDER BY session.starts_s
                    LIMIT 1)
          END AS target_id,
          CASE search.kind
              WHEN 'item' THEN (SELECT icon FROM item WHERE id = search.id)
              WHEN 'service' THEN (SELECT icon FROM service WHERE id = search.id)
              ELSE (SELECT icon FROM activity WHERE id = search.id)
          END AS icon
      FROM search
      WHERE search MATCH :words) AS found
WHERE found.target_id IS NOT NULL
ORDER BY found.place;
