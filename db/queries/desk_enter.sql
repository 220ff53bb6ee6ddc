-- name: desk_enter_services
-- service_by_pillar, all that is offered: some tens of rows.
SELECT json_object('lines', json_group_array(json(json)), 'is_more', 0)
FROM (SELECT json_object('service_id', id, 'title', title, 'icon', icon, 'kind', kind,
                         'pillar', pillar) AS json
      FROM service
      WHERE is_active = 1 AND pillar IN ('service', 'solidarity', 'together')
      ORDER BY pillar, position);

-- name: desk_enter_service
-- Primary keys, one row: a service's form. What is sensitive takes no words.
SELECT json_object(
    'service_id', v.id, 'title', v.title, 'summary', v.summary, 'kind', v.kind,
    'price', v.price, 'price_cents', v.price_cents,
    'subscriber_cents', coalesce(v.subscriber_cents, v.price_cents),
    'is_sensitive', v.is_sensitive, 'provider', coalesce(p.name, ''),
    'fields', json((
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'code', f.code, 'label', f.label, 'kind', f.kind, 'least', f.least,
                  'most', f.most, 'is_required', f.is_required,
                  'choices', (SELECT json_group_array(json_object('code', code, 'label', label,
                                                                  'icon', icon))
                              FROM (SELECT code, label, icon
                                    FROM service_choice
                                    WHERE service_id = f.service_id AND field = f.position
                                    ORDER BY position))) AS json
              FROM service_field AS f
              WHERE f.service_id = v.id AND NOT (v.is_sensitive = 1 AND f.kind = 'text')
              ORDER BY f.position))))
FROM service AS v
LEFT JOIN partner AS p ON p.id = v.partner_id
WHERE v.id = :service_id AND v.is_active = 1;

-- name: desk_enter_items
-- /*scan*/ because a house has some hundred things to lend, and all are chosen from; by class.
SELECT json_object('lines', json_group_array(json(json)), 'is_more', 0)
FROM (SELECT json_object('item_id', i.id, 'title', i.title, 'class', c.title,
                         'max_days', c.max_days) AS json
      FROM item_class AS c
      JOIN item AS i ON i.class_id = c.id
      ORDER BY c.position, i.title, i.id);

-- name: desk_enter_sessions
-- session_by_start from now on, state_seats, state_waiting_seats: what can be booked, at most a
-- page.
SELECT json_object('lines', json_group_array(json(json)), 'is_more', count(*) > 100)
FROM (SELECT json_object(
          'session_id', x.request_id, 'title', a.title, 'starts_s', x.starts_s,
          'ends_s', x.ends_s, 'place', x.place, 'capacity', x.capacity,
          'takes_children', a.takes_children, 'least_age', a.least_age,
          'left', x.capacity - (SELECT coalesce(sum(adults + children), 0) FROM request_state
                                WHERE session_id = x.request_id AND holds = 1),
          'waiting', (SELECT count(*) FROM request_state
                      WHERE session_id = x.request_id AND state = 'waitlisted')) AS json
      FROM session AS x
      JOIN request_state AS own ON own.request_id = x.request_id
      JOIN activity AS a ON a.id = x.activity_id
      WHERE x.starts_s > :now_s AND x.capacity IS NOT NULL
          AND own.state IN ('published', 'to_decide')
      ORDER BY x.starts_s, x.request_id
      LIMIT 101);

-- name: desk_enter_asker
-- The unique index on number, or the primary key: one household, who belongs to it, and by
-- state_by_household what it has at home.
SELECT json_object(
    'household_id', h.id, 'number', h.number, 'lang', h.lang,
    'family_name', coalesce(k.family_name, ''), 'phone', coalesce(k.phone, ''),
    'is_own', coalesce(h.id = :own_household_id, 0),
    'subscribed_until_s', (SELECT max(until_s) FROM subscription
                           WHERE household_id = h.id AND from_s <= :now_s AND until_s > :now_s),
    'out', (SELECT count(*) FROM request_state
            WHERE household_id = h.id AND is_ended = 0 AND kind = 'loan'
                AND state IN ('out', 'lost', 'parts_owed')),
    'late', (SELECT count(*) FROM request_state
             WHERE household_id = h.id AND is_ended = 0 AND kind = 'loan' AND state = 'out'
                 AND until_s < :now_s),
    'persons', json((SELECT json_group_array(json_object('person_id', p.id, 'first_name',
                                                         n.first_name, 'is_child', p.is_child))
                     FROM person AS p
                     JOIN person_name AS n ON n.person_id = p.id
                     WHERE p.household_id = h.id)))
FROM household AS h
LEFT JOIN household_contact AS k ON k.household_id = h.id
WHERE h.id = CASE WHEN :household_id > 0 THEN :household_id
                  ELSE (SELECT id FROM household WHERE number = :household) END
    AND h.left_at_s IS NULL;

-- name: desk_enter_copy
-- Primary key, one row.
SELECT number
FROM copy
WHERE request_id = :copy_id;

-- name: desk_paper
-- /*scan*/ because a house prints a block of numbers now and then; the newest first.
SELECT json_object('lines', json_group_array(json(json)), 'is_more', 0)
FROM (SELECT json_object('block_id', b.id, 'made_at_s', b.made_at_s, 'first_name', s.first_name,
                         'given_up_at_s', b.given_up_at_s,
                         'count', (SELECT count(*) FROM paper_number WHERE block_id = b.id),
                         'left', (SELECT count(*) FROM paper_number
                                  WHERE block_id = b.id AND is_reserved = 1)) AS json
      FROM paper_block AS b
      JOIN staff AS s ON s.id = b.staff_id
      ORDER BY b.id DESC
      LIMIT 30);

-- name: desk_paper_block
-- Primary keys: one block's numbers, in the order in which they are printed.
SELECT json_object('block_id', b.id, 'made_at_s', b.made_at_s, 'given_up_at_s', b.given_up_at_s,
    'numbers', json((SELECT json_group_array(json_object('number', number,
                                                         'is_reserved', is_reserved,
                                                         'request_id', request_id))
                     FROM (SELECT number, is_reserved, request_id
                           FROM paper_number
                           WHERE block_id = b.id
                           ORDER BY position))))
FROM paper_block AS b
WHERE b.id = :block_id;
