-- The catalogue as the desk's page shows it: kiosk/desk/catalogue.c.

-- name: desk_catalogue
-- /*scan*/ because a house has some 40 services, ten classes and 80 partners, and the page shows the
-- headings of all; items are counted in item_by_class.
SELECT json_object(
    'services', (SELECT json_group_array(json_object(
                            'service_id', id, 'code', code, 'pillar', pillar, 'kind', kind,
                            'title', title, 'icon', icon, 'price', price,
                            'price_cents', price_cents, 'is_active', is_active))
                 FROM (SELECT *
                       FROM service
                       ORDER BY is_active DESC,
                           CASE pillar WHEN 'service' THEN 1 WHEN 'solidarity' THEN 2 ELSE 3 END,
                           position, id)),
    'classes', (SELECT json_group_array(json_object(
                           'class_id', id, 'code', code, 'title', title, 'icon', icon,
                           'rule', rule, 'rule_limit', rule_limit, 'rule_code', rule_code,
                           'max_days', max_days, 'items', items))
                FROM (SELECT item_class.*,
                          (SELECT count(*) FROM item WHERE class_id = item_class.id) AS items
                      FROM item_class
                      ORDER BY position, id)),
    'partners', (SELECT json_group_array(json_object(
                            'partner_id', id, 'name', name, 'is_provider', is_provider,
                            'is_withdrawn', withdrawn_at_s IS NOT NULL))
                 FROM (SELECT *
                       FROM partner
                       ORDER BY withdrawn_at_s IS NOT NULL, name, id)));

-- name: desk_catalogue_service
-- Primary keys: one service with its form; how often it was asked for by request_by_service.
SELECT json_object(
    'service_id', s.id, 'code', s.code, 'pillar', s.pillar, 'kind', s.kind, 'title', s.title,
    'summary', s.summary, 'icon', s.icon, 'hours', s.hours,
    'partner_id', coalesce(s.partner_id, 0), 'price', s.price, 'price_cents', s.price_cents,
    'subscriber_cents', coalesce(s.subscriber_cents, -1), 'is_sensitive', s.is_sensitive,
    'rule', s.rule, 'rule_limit', s.rule_limit, 'rule_code', s.rule_code,
    'is_active', s.is_active,
    'is_asked', EXISTS (SELECT 1 FROM request WHERE service_id = s.id),
    'fields', (SELECT json_group_array(json(field))
               FROM (SELECT json_object(
                         'code', f.code, 'label', f.label, 'kind', f.kind, 'least', f.least,
                         'most', f.most, 'is_required', f.is_required,
                         'choices', (SELECT json_group_array(json_object(
                                                'code', code, 'label', label, 'icon', icon))
                                     FROM (SELECT code, label, icon
                                           FROM service_choice
                                           WHERE service_id = f.service_id
                                               AND field = f.position
                                           ORDER BY position))) AS field
                     FROM service_field AS f
                     WHERE f.service_id = s.id
                     ORDER BY f.position)))
FROM service AS s
WHERE s.id = :service_id;

-- name: desk_catalogue_items
-- item_by_class, a hundred from after one title on; copies by copy's index by item.
SELECT json_object(
    'lines', (SELECT json_group_array(json_object(
                         'item_id', id, 'title', title, 'icon', icon, 'copies', copies,
                         'available', available, 'is_withdrawn', is_withdrawn))
              FROM (SELECT i.id, i.title, i.icon, i.withdrawn_at_s IS NOT NULL AS is_withdrawn,
                        (SELECT count(*)
                         FROM copy
                         JOIN request_state AS own ON own.request_id = copy.request_id
                             AND own.state <> 'retired'
                         WHERE copy.item_id = i.id) AS copies,
                        (SELECT count(*)
                         FROM copy
                         JOIN request_state AS own ON own.request_id = copy.request_id
                             AND own.state = 'available'
                         WHERE copy.item_id = i.id) AS available
                    FROM item AS i
                    WHERE i.class_id = :class_id AND (i.title, i.id) > (:after, :after_id)
                    ORDER BY i.title, i.id
                    LIMIT 100)),
    'is_more', (SELECT count(*) > 100
                FROM (SELECT 1
                      FROM item
                      WHERE class_id = :class_id AND (title, id) > (:after, :after_id)
                      ORDER BY title, id
                      LIMIT 101)));

-- name: desk_catalogue_item
-- Primary keys; its copies by copy's index by item, with what holds each by state_copies; who waits
-- for it by state_waiting_items.
SELECT json_object(
    'item_id', i.id, 'class_id', i.class_id, 'title', i.title, 'summary', i.summary,
    'icon', i.icon, 'deposit_cents', i.deposit_cents, 'fee_cents', i.fee_cents,
    'subscriber_cents', coalesce(i.subscriber_fee_cents, -1),
    'is_withdrawn', i.withdrawn_at_s IS NOT NULL,
    'waiting', (SELECT count(*)
                FROM request_state
                WHERE item_id = i.id AND state = 'waitlisted'),
    'parts', (SELECT json_group_array(json_object('position', position, 'label', label))
              FROM (SELECT position, label
                    FROM item_part
                    WHERE item_id = i.id
                    ORDER BY position)),
    'copies', (SELECT json_group_array(json_object(
                          'copy_id', request_id, 'no', no, 'number', number, 'shelf', shelf,
                          'state', state, 'loans', loans))
               FROM (SELECT c.request_id, own.no, c.number, c.shelf, own.state,
                         (SELECT count(*)
                          FROM request_state
                          WHERE copy_id = c.request_id AND holds = 1) AS loans
                     FROM copy AS c
                     JOIN request_state AS own ON own.request_id = c.request_id
                     WHERE c.item_id = i.id
                     ORDER BY c.number)))
FROM item AS i
WHERE i.id = :item_id;

-- name: desk_catalogue_partner
-- The primary key; its needs by partner_need_by_partner; /*scan*/ because some 40 services are looked
-- through for those it provides: service_by_partner.
SELECT json_object(
    'partner_id', p.id, 'name', p.name, 'summary', p.summary, 'hours', p.hours, 'place', p.place,
    'phone', p.phone, 'is_provider', p.is_provider,
    'is_withdrawn', p.withdrawn_at_s IS NOT NULL,
    'keeps_agenda_alone', p.agenda_rule = 'automatic',
    'organisers', (SELECT count(*) FROM staff
                   WHERE partner_id = p.id AND role = 'organiser' AND left_at_s IS NULL),
    'needs', (SELECT json_group_array(need_code)
              FROM (SELECT need_code
                    FROM partner_need
                    WHERE partner_id = p.id
                    ORDER BY need_code)),
    'services', (SELECT json_group_array(title)
                 FROM (SELECT title
                       FROM service
                       WHERE partner_id = p.id AND is_active = 1
                       ORDER BY title)))
FROM partner AS p
WHERE p.id = :shown_id;
