-- name: desk_request
-- Primary keys, remark_once, request_by_version, request_by_parent,
-- household_event_by_household: everything about one request.
-- What is only for its asker is not shown to somebody of the same household.
SELECT json_object(
    'channel', q.channel, 'lang', q.lang, 'asked_at_s', q.asked_at_s,
    'recorded_at_s', q.recorded_at_s, 'for_whom', q.for_whom,
    'entered_by', (SELECT first_name FROM staff WHERE id = q.staff_id),
    'first_name', coalesce(g.first_name, ''), 'guest_phone', coalesce(g.phone, ''),
    'person', coalesce(n.first_name, ''), 'is_shown', t.shown_at_s IS NOT NULL,
    'is_live', coalesce(t.is_live, 0), 'holds', s.holds, 'hold_ends_s', s.hold_ends_s,
    'is_paper', EXISTS (SELECT 1 FROM paper_number WHERE request_id = q.id),
    'place', coalesce(x.place, ''), 'provider', coalesce(p.name, ''),
    'deposit_cents', coalesce(i.deposit_cents, 0),
    'held_cents', coalesce((SELECT cents FROM loan_deposit
                              WHERE request_id = q.id AND returned_at_s IS NULL), 0),
    'passed_by', (SELECT first_name FROM staff WHERE id = s.not_staff_id),
    'is_passed_by_me', coalesce(s.not_staff_id = :staff_id, 0),
    'is_unclaimable', EXISTS (SELECT 1 FROM household_event AS claim
                              WHERE claim.household_id = s.household_id AND claim.code = 'claimed'
                                  AND claim.number = q.id AND claim.at_s >= :since_s
                                  AND claim.at_s >= (SELECT since_s FROM request_owner
                                                     WHERE request_id = q.id
                                                     ORDER BY no DESC LIMIT 1)),
    'is_own', coalesce(line.household_id = :own_household_id, 0),
    'version_of', q.version_of,
    'replaced_by', (SELECT id FROM request WHERE version_of = q.id ORDER BY id DESC LIMIT 1),
    'words', json((SELECT json_group_array(json_object('field', w.field, 'lang', w.lang,
                         'label', coalesce((SELECT label FROM service_field
                                            WHERE service_id = q.service_id AND code = w.field),
                                           (SELECT label FROM service_asked
                                            WHERE service_id = q.service_id AND field = w.field
                                                AND choice = ''), ''),
                         'words', w.words))
                     FROM request_words AS w WHERE w.request_id = q.id)),
    'answers', json((SELECT json_group_array(json_object('field', a.field,
                           'label', coalesce(f.label, gone.label),
                           'kind', coalesce(f.kind, gone.kind),
                           'choice', coalesce(o.label, (SELECT label FROM service_asked
                                                        WHERE service_id = q.service_id
                                                            AND field = a.field
                                                            AND choice = a.choice_code)),
                           'number', a.number, 'date_s', a.date_s))
                       FROM request_answer AS a
                       LEFT JOIN service_field AS f ON f.service_id = q.service_id
                           AND f.code = a.field
                       LEFT JOIN service_choice AS o ON o.service_id = f.service_id
                           AND o.field = f.position AND o.code = a.choice_code
                       LEFT JOIN service_asked AS gone ON gone.service_id = q.service_id
                           AND gone.field = a.field AND gone.choice = ''
                       WHERE a.request_id = q.id)),
    'remarks', json((SELECT json_group_array(json_object('remark_id', r.id, 'code', r.code,
                           'said_at_s', r.said_at_s, 'is_open', r.is_open))
                       FROM remark AS r WHERE r.request_id = q.id)),
    'notices', json((SELECT json_group_array(json_object('no', c.no, 'state', c.state,
                           'created_at_s', c.created_at_s, 'how', c.how, 'told_at_s', c.told_at_s,
                           'tries', c.tries, 'first_name', z.first_name))
                       FROM notice AS c
                       LEFT JOIN staff AS z ON z.id = c.staff_id
                       WHERE c.request_id = q.id)),
    'children', json((SELECT json_group_array(json_object('request_id', e.request_id,
                            'kind', e.kind, 'state', e.state, 'direction', e.direction,
                            'until_s', e.until_s))
                        FROM request_line AS e
                        WHERE e.request_id IN (SELECT id FROM request WHERE parent_id = q.id))))
FROM desk_line AS line
JOIN request AS q ON q.id = line.request_id
JOIN request_state AS s ON s.request_id = q.id
LEFT JOIN request_contact AS g ON g.request_id = q.id
LEFT JOIN person_name AS n ON n.person_id = q.person_id
LEFT JOIN ticket AS t ON t.request_id = q.id
LEFT JOIN session AS x ON x.request_id = coalesce(line.session_id, q.id)
LEFT JOIN activity AS y ON y.id = x.activity_id
LEFT JOIN service AS v ON v.id = q.service_id
LEFT JOIN partner AS p ON p.id = coalesce(y.partner_id, v.partner_id)
LEFT JOIN item AS i ON i.id = line.item_id
WHERE line.request_id = :request_id
    AND NOT (line.is_private = 1 AND line.household_id IS NOT NULL
             AND line.household_id = :own_household_id);

-- name: desk_request_log
-- Primary key of decision, in its order, then primary keys: who decided what, and what it said.
SELECT json_group_array(json(json))
FROM (SELECT json_object(
          'no', d.no, 'happened_at_s', d.happened_at_s, 'recorded_at_s', d.recorded_at_s,
          'who', d.who, 'first_name', s.first_name, 'verb', d.verb, 'from', d.from_state,
          'to', d.to_state, 'reason', d.reason_code, 'words', coalesce(w.words, ''),
          'lang', coalesce(w.lang, ''), 'from_s', d.from_s, 'until_s', d.until_s,
          'adults', d.adults, 'children', d.children, 'cause_id', d.cause_id,
          'is_undoable', d.no = last.no AND d.no > 1 AND d.staff_id = :staff_id
              AND d.verb <> 'undo' AND d.recorded_at_s >= :since_s) AS json
      FROM decision AS d
      JOIN request_state AS last ON last.request_id = d.request_id
      LEFT JOIN staff AS s ON s.id = d.staff_id
      LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
      WHERE d.request_id = :request_id
      ORDER BY d.no);

-- name: desk_request_slip
-- Primary keys: what a ticket says besides its number.
SELECT json_object(
    'request_id', line.request_id, 'kind', line.kind, 'state', line.state,
    'title', iif(line.is_sensitive, '', coalesce(line.title, '')), 'direction', line.direction,
    'category', line.category_code, 'choice', line.choice_code, 'copy_number', line.copy_number,
    'is_sensitive', line.is_sensitive, 'from_s', line.from_s, 'until_s', line.until_s,
    'adults', line.adults, 'children', line.children, 'answer_by_s', line.answer_by_s,
    'household', line.household_number, 'asked_at_s', q.asked_at_s)
FROM request_line AS line
JOIN request AS q ON q.id = line.request_id
WHERE line.request_id = :request_id;

-- name: desk_find
-- The unique uid, whose beginning is the time: what was entered in the week from that day on, and was
-- asked on it; then primary keys. A day has some hundred; the page looks among them for a first name.
SELECT q.id, json_object('asked_at_s', q.asked_at_s, 'channel', q.channel)
FROM request AS q
JOIN request_state AS s ON s.request_id = q.id
WHERE q.uid >= :from_uid AND q.uid < :entered_uid
    AND q.recorded_at_s >= :from_s AND q.recorded_at_s < :entered_s
    AND q.asked_at_s >= :from_s AND q.asked_at_s < :until_s
    AND q.kind NOT IN ('session', 'copy') AND s.state <> 'replaced'
    AND (:kind = '' OR q.kind = :kind)
    AND NOT (q.is_private = 1 AND s.household_id IS NOT NULL
             AND s.household_id = :own_household_id)
ORDER BY q.asked_at_s DESC, q.id DESC;

-- name: desk_search_ticket
-- ticket_live_number: a number's beginning, at least three digits; then primary keys.
SELECT json_group_array(json(json))
FROM (SELECT json_object('type', 'request', 'id', t.request_id, 'number', t.number,
                         'kind', line.kind, 'state', line.state, 'title',
                         iif(line.is_sensitive, '', coalesce(line.title, '')),
                         'is_sensitive', line.is_sensitive, 'category', line.category_code,
                         'choice', line.choice_code, 'copy_number', line.copy_number,
                         'name', line.name) AS json
      FROM ticket AS t
      JOIN desk_line AS line ON line.request_id = t.request_id
      WHERE t.is_live = 1 AND t.number >= :digits AND t.number < :digits || ':'
          AND line.kind NOT IN ('session', 'copy')
      ORDER BY t.number
      LIMIT 6);

-- name: desk_search_copies
-- copy's index by item: the copies of an item that have this number; with none, all of them.
SELECT json_group_array(json(json))
FROM (SELECT json_object('type', 'item', 'id', i.id, 'title', i.title, 'copy_id', c.request_id,
                         'copy_number', c.number, 'state', own.state, 'shelf', c.shelf) AS json
      FROM item AS i
      JOIN copy AS c ON c.item_id = i.id AND c.number = :number
      JOIN request_state AS own ON own.request_id = c.request_id
      WHERE i.id = :item_id);

-- name: desk_search_households
-- The full-text index, then primary keys: a page, the best first.
SELECT json_group_array(json(json))
FROM (SELECT json_object('type', 'household', 'id', h.id, 'number', h.number,
                         'family_name', coalesce(k.family_name, ''),
                         'persons', coalesce((SELECT group_concat(n.first_name, ', ')
                                              FROM person AS p
                                              JOIN person_name AS n ON n.person_id = p.id
                                              WHERE p.household_id = h.id), ''),
                         'address', coalesce(k.address, '')) AS json
      FROM household_search AS f
      JOIN household AS h ON h.id = f.rowid
      LEFT JOIN household_contact AS k ON k.household_id = h.id
      WHERE household_search MATCH :match AND h.left_at_s IS NULL
      ORDER BY f.rank
      LIMIT 8);

-- name: desk_search_number
-- The unique index on number: household numbers that begin so; at most a page.
SELECT json_group_array(json(json))
FROM (SELECT json_object('type', 'household', 'id', h.id, 'number', h.number,
                         'family_name', coalesce(k.family_name, ''),
                         'persons', coalesce((SELECT group_concat(n.first_name, ', ')
                                              FROM person AS p
                                              JOIN person_name AS n ON n.person_id = p.id
                                              WHERE p.household_id = h.id), ''),
                         'address', coalesce(k.address, '')) AS json
      FROM household AS h
      LEFT JOIN household_contact AS k ON k.household_id = h.id
      WHERE h.number >= :digits AND h.number < :digits || ':' AND h.left_at_s IS NULL
      ORDER BY h.number
      LIMIT 6);

-- name: desk_search_session
-- Primary keys, one row.
SELECT json_array(json_object('type', 'session', 'id', x.request_id, 'title', a.title,
                              'starts_s', x.starts_s, 'state', s.state))
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :session_id;

-- name: desk_search_item
-- Primary key, copy's index by item: one row, with how many of it are in use.
SELECT json_array(json_object('type', 'item', 'id', i.id, 'title', i.title, 'copies',
                              (SELECT count(*)
                               FROM copy AS c
                               JOIN request_state AS s ON s.request_id = c.request_id
                               WHERE c.item_id = i.id AND s.state = 'available')))
FROM item AS i
WHERE i.id = :item_id;

-- name: desk_search_service
-- Primary key, one row.
SELECT json_array(json_object('type', 'service', 'id', id, 'title', title))
FROM service
WHERE id = :service_id;

-- name: desk_search_cut
-- No table: the first of what was found, each once.
SELECT json_object('lines', json_group_array(json(line)), 'is_more', 0)
FROM (SELECT value AS line, min(key) AS place
      FROM json_each(:lines)
      GROUP BY value ->> 'type', value ->> 'id', value ->> 'copy_id'
      ORDER BY place
      LIMIT 20);

-- name: desk_scanned
-- Primary key: whose card it is, and whether it works no more.
SELECT json_object('household_id', :household_id, 'person_id', :person_id, 'staff_id', :staff_id,
    'first_name', (SELECT first_name FROM staff WHERE id = :staff_id), 'ended', :ended);
