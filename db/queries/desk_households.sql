-- The desk's pages of households, as JSON. Names stand here: for the desk only.

-- name: desk_households_page
-- The unique index on number, from a number on, a page of 50 and one; then primary keys and
-- person_by_household, a few rows each. filter: "" who live here, "subscribed", "ended" (to renew, or
-- soon), "left".
SELECT json_object(
    'lines', json_group_array(json_object(
        'household_id', id, 'number', number, 'family_name', family_name,
        'first_names', first_names, 'address', address, 'is_trusted', is_trusted,
        'subscribed_until_s', until_s, 'left_at_s', left_at_s, 'running', running))
        FILTER (WHERE place <= 50),
    'is_more', count(*) > 50)
FROM (
    SELECT h.id, h.number, coalesce(c.family_name, '') AS family_name,
        coalesce(c.address, '') AS address, h.is_trusted, h.left_at_s,
        (SELECT group_concat(n.first_name, ', ') FROM person AS p
         JOIN person_name AS n ON n.person_id = p.id
         WHERE p.household_id = h.id AND p.left_at_s IS NULL) AS first_names,
        (SELECT max(until_s) FROM subscription WHERE household_id = h.id) AS until_s,
        (SELECT count(*) FROM request_state WHERE household_id = h.id AND is_ended = 0) AS running,
        row_number() OVER (ORDER BY h.number) AS place
    FROM household AS h
    LEFT JOIN household_contact AS c ON c.household_id = h.id
    WHERE h.number > :after
        AND NOT EXISTS (SELECT 1 FROM household_merge WHERE from_id = h.id)
        AND (h.left_at_s IS NOT NULL) = (:filter = 'left')
        AND (:filter <> 'subscribed'
             OR EXISTS (SELECT 1 FROM subscription
                        WHERE household_id = h.id AND from_s <= :now_s AND until_s > :now_s))
        AND (:filter <> 'ended'
             OR (SELECT max(until_s) FROM subscription WHERE household_id = h.id)
                 <= :now_s + 30 * 86400)
    ORDER BY h.number
    LIMIT 51);

-- name: desk_households_found
-- The full-text index and the unique index on number; then primary keys and person_by_household: 50
-- at most, the number first, who live here before who left.
SELECT json_object(
    'lines', json_group_array(json_object(
        'household_id', id, 'number', number, 'family_name', family_name,
        'first_names', first_names, 'address', address, 'is_trusted', is_trusted,
        'subscribed_until_s', until_s, 'left_at_s', left_at_s, 'running', running))
        FILTER (WHERE place <= 50),
    'is_more', count(*) > 50)
FROM (
    SELECT h.id, h.number, coalesce(c.family_name, '') AS family_name,
        coalesce(c.address, '') AS address, h.is_trusted, h.left_at_s,
        (SELECT group_concat(n.first_name, ', ') FROM person AS p
         JOIN person_name AS n ON n.person_id = p.id
         WHERE p.household_id = h.id AND p.left_at_s IS NULL) AS first_names,
        (SELECT max(until_s) FROM subscription WHERE household_id = h.id) AS until_s,
        (SELECT count(*) FROM request_state WHERE household_id = h.id AND is_ended = 0) AS running,
        row_number() OVER (ORDER BY h.number = :number DESC, h.left_at_s IS NOT NULL,
                               c.family_name, h.number) AS place
    FROM household AS h
    LEFT JOIN household_contact AS c ON c.household_id = h.id
    WHERE h.id IN (SELECT rowid FROM household_search WHERE household_search MATCH :match
                   UNION ALL
                   SELECT coalesce(m.into_id, t.id)
                   FROM household AS t
                   LEFT JOIN household_merge AS m ON m.from_id = t.id
                   WHERE t.number = :number)
    ORDER BY place
    LIMIT 51);

-- name: desk_household
-- Primary keys, person_by_household, card_by_household, card_by_person, household_merge_by_into,
-- household_event_by_household: one household and a few rows of each.
SELECT json_object(
    'household_id', h.id, 'number', h.number, 'lang', h.lang, 'is_trusted', h.is_trusted,
    'joined_at_s', h.joined_at_s, 'left_at_s', h.left_at_s,
    'family_name', coalesce(c.family_name, ''), 'address', coalesce(c.address, ''),
    'phone', coalesce(c.phone, ''),
    'is_own', coalesce(h.id = :own_household_id, 0),
    'merged_into', (SELECT json_object('household_id', i.id, 'number', i.number)
                    FROM household_merge AS m JOIN household AS i ON i.id = m.into_id
                    WHERE m.from_id = h.id),
    'merged', (SELECT json_group_array(json_object('household_id', o.id, 'number', o.number,
                                                   'merged_at_s', m.merged_at_s))
               FROM household_merge AS m JOIN household AS o ON o.id = m.from_id
               WHERE m.into_id = h.id),
    'persons', (SELECT json_group_array(json_object(
                    'person_id', id, 'is_child', is_child, 'first_name', first_name,
                    'card_since_s', card_since_s))
                FROM (SELECT p.id, p.is_child, n.first_name,
                          (SELECT max(issued_at_s) FROM card
                           WHERE person_id = p.id AND ended_at_s IS NULL) AS card_since_s
                      FROM person AS p
                      LEFT JOIN person_name AS n ON n.person_id = p.id
                      WHERE p.household_id = h.id AND p.left_at_s IS NULL
                      ORDER BY p.is_child, p.id)),
    'card_since_s', (SELECT max(issued_at_s) FROM card
                     WHERE household_id = h.id AND person_id IS NULL AND ended_at_s IS NULL),
    'subscriptions', (SELECT json_group_array(json_object(
                          'from_s', from_s, 'until_s', until_s, 'paid_cents', paid_cents))
                      FROM (SELECT from_s, until_s, paid_cents FROM subscription
                            WHERE household_id = h.id
                            ORDER BY from_s DESC
                            LIMIT 24)),
    'pin_drawn_at_s', (SELECT drawn_at_s FROM pin
                       WHERE owner = 'household' AND owner_id = h.id),
    'events', (SELECT json_group_array(json_object(
                   'at_s', at_s, 'code', code, 'number', number, 'staff', staff))
               FROM (SELECT e.at_s, e.code, e.number, s.first_name AS staff
                     FROM household_event AS e
                     LEFT JOIN staff AS s ON s.id = e.staff_id
                     WHERE e.household_id = h.id
                     ORDER BY e.id DESC
                     LIMIT 20)))
FROM household AS h
LEFT JOIN household_contact AS c ON c.household_id = h.id
WHERE h.id = :household_id;

-- name: desk_household_trainings
-- /*scan*/ because services, classes of items and activities are a few hundred rows. Each training
-- that a rule asks for, and what it is asked for.
SELECT coalesce(json_group_array(json_object('code', code, 'titles', titles,
                                             'trained_at_s', trained_at_s)), '[]')
FROM (SELECT r.code, group_concat(r.title, ', ') AS titles, t.trained_at_s
      FROM (SELECT rule_code AS code, title FROM item_class WHERE rule = 'trained'
            UNION
            SELECT rule_code, title FROM service WHERE rule = 'trained' AND is_active = 1
            UNION
            SELECT rule_code, title FROM activity WHERE rule = 'trained') AS r
      LEFT JOIN training AS t ON t.household_id = :household_id AND t.code = r.code
      WHERE r.code <> ''
      GROUP BY r.code
      ORDER BY r.code);

-- name: desk_household_running
-- state_by_household: what one household has running, a few rows, then request_line by primary keys.
-- What is only for its asker has no title, and is not there for somebody of the same household.
SELECT json_group_array(json(line))
FROM (SELECT json_object(
          'request_id', l.request_id, 'no', l.no, 'kind', l.kind, 'state', l.state,
          'since_s', l.since_s, 'is_danger', l.is_danger, 'is_private', l.is_private,
          'is_sensitive', l.is_sensitive OR l.is_private, 'waits', l.waits,
          'title', iif(l.is_private OR l.is_sensitive, '', l.title), 'icon', l.icon,
          'direction', l.direction, 'category', l.category_code, 'choice', l.choice_code,
          'copy_number', l.copy_number, 'from_s', l.from_s, 'until_s', l.until_s,
          'adults', l.adults, 'children', l.children, 'ticket', l.ticket_number,
          'is_late', l.kind = 'loan' AND l.state = 'out' AND l.until_s < :now_s) AS line
      FROM request_state AS s
      JOIN request_line AS l ON l.request_id = s.request_id
      WHERE s.household_id = :household_id AND s.is_ended = 0
          AND NOT (l.is_private = 1 AND s.household_id = coalesce(:own_household_id, 0))
      ORDER BY s.since_s DESC, s.request_id DESC
      LIMIT 200);

-- name: desk_household_history
-- state_by_household, from a key on, a page of 30 and one; then request_line by primary keys. What is
-- only for its asker is left out.
SELECT json_object(
    'lines', json_group_array(json(line)) FILTER (WHERE place <= 30 AND is_private = 0),
    'last_s', min(since_s) FILTER (WHERE place <= 30),
    'last_id', max(request_id) FILTER (WHERE place = 30),
    'is_more', count(*) > 30)
FROM (SELECT json_object(
          'request_id', l.request_id, 'no', l.no, 'kind', l.kind, 'state', l.state,
          'since_s', l.since_s, 'is_danger', l.is_danger, 'is_private', l.is_private,
          'is_sensitive', l.is_sensitive OR l.is_private, 'waits', l.waits,
          'title', iif(l.is_private OR l.is_sensitive, '', l.title), 'icon', l.icon,
          'direction', l.direction, 'category', l.category_code, 'choice', l.choice_code,
          'copy_number', l.copy_number, 'from_s', l.from_s, 'until_s', l.until_s,
          'adults', l.adults, 'children', l.children, 'ticket', l.ticket_number) AS line,
          l.is_private, s.since_s, s.request_id,
          row_number() OVER (ORDER BY s.since_s DESC, s.request_id DESC) AS place
      FROM request_state AS s
      JOIN request_line AS l ON l.request_id = s.request_id
      WHERE s.household_id = :household_id AND s.is_ended = 1
          AND (s.since_s, s.request_id) < (iif(:before_s = 0, 9e18, :before_s), :before_id)
      ORDER BY s.since_s DESC, s.request_id DESC
      LIMIT 31);

-- name: desk_household_claimable
-- ticket_live_number, then request_line by primary keys: at most one row.
SELECT json_object(
    'request_id', l.request_id, 'no', l.no, 'kind', l.kind, 'state', l.state,
    'since_s', l.since_s, 'is_danger', l.is_danger, 'is_private', l.is_private,
    'is_sensitive', l.is_sensitive OR l.is_private, 'waits', l.waits,
    'title', iif(l.is_private OR l.is_sensitive, '', l.title), 'icon', l.icon,
    'direction', l.direction, 'category', l.category_code, 'choice', l.choice_code,
    'copy_number', l.copy_number, 'from_s', l.from_s, 'until_s', l.until_s,
    'adults', l.adults, 'children', l.children, 'ticket', l.ticket_number,
    'household_id', coalesce(l.household_id, 0), 'household', l.household_number,
    'first_name', coalesce(c.first_name, ''))
FROM ticket AS t
JOIN request_line AS l ON l.request_id = t.request_id
LEFT JOIN request_contact AS c ON c.request_id = t.request_id
WHERE t.number = :ticket AND t.is_live = 1;
