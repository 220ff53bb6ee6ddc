-- name: desk_orders_counts
-- /*scan*/ because state_living holds only the orders that are under way, some hundred; then primary
-- keys.
SELECT json_group_object(code, n)
FROM (SELECT s.kind || '.' || s.state AS code, count(*) AS n
      FROM request_state AS s
      JOIN request AS r ON r.id = s.request_id
      WHERE s.kind IN ('help', 'enquiry', 'deposit', 'visit') AND s.is_ended = 0
          AND s.kind <> 'help'
          AND NOT (r.is_private = 1 AND s.household_id IS NOT NULL
                   AND s.household_id = :own_household_id)
      GROUP BY s.kind, s.state);

-- name: desk_orders_list
-- state_living for each kind and state that is asked for, then put in order, dangers first, then the
-- longest: some hundred rows, of which a page from a key on.
SELECT s.request_id, json_object(
    'left', coalesce((SELECT w.words
                      FROM decision AS d
                      JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
                      WHERE d.request_id = s.request_id AND d.verb = 'leave'
                      ORDER BY d.no DESC
                      LIMIT 1), ''),
    'agreed_cents', m.agreed_cents, 'asked_cents', m.asked_cents,
    'partner', (SELECT p.name
                FROM request_partner AS q
                JOIN partner AS p ON p.id = q.partner_id
                WHERE q.request_id = s.request_id
                ORDER BY q.no DESC
                LIMIT 1))
FROM json_each(:states) AS v
JOIN request_state AS s ON s.kind = v.value ->> 0 AND s.state = v.value ->> 1 AND s.is_ended = 0
    AND s.kind IN ('help', 'enquiry', 'deposit', 'visit')
JOIN request AS r ON r.id = s.request_id
JOIN request_prices AS m ON m.request_id = s.request_id
WHERE s.is_danger <= :is_danger
    AND (s.is_danger < :is_danger OR (s.since_s, s.request_id) > (:since_s, :after_id))
    AND NOT (r.is_private = 1 AND s.household_id IS NOT NULL
             AND s.household_id = :own_household_id)
ORDER BY s.is_danger DESC, s.since_s, s.request_id
LIMIT :most;

-- name: desk_orders_week
-- state_living, from a day until another: the visits that are planned, in their order.
SELECT s.request_id, json_object(
    'partner', coalesce((SELECT p.name
                         FROM request_partner AS q
                         JOIN partner AS p ON p.id = q.partner_id
                         WHERE q.request_id = s.request_id
                         ORDER BY q.no DESC
                         LIMIT 1), ''))
FROM request_state AS s
WHERE s.is_ended = 0 AND s.kind = 'visit' AND s.state IN ('planned', 'visited')
    AND s.from_s >= :from_s AND s.from_s < :until_s
ORDER BY s.from_s, s.request_id
LIMIT :most;

-- name: desk_orders_sent
-- state_living for the states in which something may be with a partner, then primary keys; and what
-- ended with being sent on, of the last two months, by request_partner_awaited. The longest first.
-- /*scan*/ because what was found, some hundred rows, is then put in order.
SELECT sent.request_id, json_object(
    'sent_no', sent.no, 'partner_id', partner_id, 'partner', partner, 'partner_phone', phone,
    'sent_at_s', sent_at_s, 'is_end', is_end, 'answer', answer_code,
    'answered_at_s', answered_at_s, 'answer_words', words,
    'reminders', (SELECT count(*) FROM request_partner_reminder AS m
                  WHERE m.request_id = sent.request_id AND m.no = sent.no),
    'reminded_at_s', (SELECT max(reminded_at_s) FROM request_partner_reminder AS m
                      WHERE m.request_id = sent.request_id AND m.no = sent.no))
FROM (SELECT q.*, p.name AS partner, p.phone, coalesce(w.words, '') AS words
      FROM json_each(:states) AS v
      JOIN request_state AS s ON s.kind = v.value ->> 0 AND s.state = v.value ->> 1
          AND s.is_ended = 0 AND s.kind IN ('help', 'enquiry', 'deposit', 'visit')
      JOIN request_partner AS q ON q.request_id = s.request_id
          AND q.no = (SELECT max(no) FROM request_partner WHERE request_id = s.request_id)
      JOIN partner AS p ON p.id = q.partner_id
      LEFT JOIN request_partner_words AS w ON w.request_id = q.request_id AND w.no = q.no
      UNION ALL
      SELECT q.*, p.name, p.phone, coalesce(w.words, '')
      FROM request_partner AS q
      JOIN request_state AS s ON s.request_id = q.request_id AND s.is_ended = 1
      JOIN partner AS p ON p.id = q.partner_id
      LEFT JOIN request_partner_words AS w ON w.request_id = q.request_id AND w.no = q.no
      WHERE q.is_end = 1 AND q.sent_at_s > :now_s - 60 * 86400
          AND q.answer_code IN ('', 'later')) AS sent
JOIN request AS r ON r.id = sent.request_id
JOIN request_state AS own ON own.request_id = sent.request_id
WHERE NOT (r.is_private = 1 AND own.household_id IS NOT NULL
           AND own.household_id = :own_household_id)
ORDER BY sent_at_s, sent.request_id
LIMIT :most;

-- name: desk_order_card
-- Primary keys, the decisions and partners of one request: its price, what was left, to whom it was
-- sent and what they said; what its service costs this household.
SELECT json_object(
    'left', coalesce((SELECT w.words
                      FROM decision AS d
                      JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
                      WHERE d.request_id = r.id AND d.verb = 'leave'
                      ORDER BY d.no DESC
                      LIMIT 1), ''),
    'agreed_cents', m.agreed_cents, 'asked_cents', m.asked_cents, 'paid_cents', m.paid_cents,
    'price', v.price, 'price_cents', v.price_cents,
    'subscriber_cents', coalesce(v.subscriber_cents, v.price_cents),
    'household_cents', iif(v.subscriber_cents IS NOT NULL AND EXISTS (
                               SELECT 1 FROM subscription
                               WHERE household_id = s.household_id AND from_s <= :now_s
                                   AND until_s > :now_s),
                           v.subscriber_cents, v.price_cents),
    'is_subscribed', EXISTS (SELECT 1 FROM subscription
                             WHERE household_id = s.household_id AND from_s <= :now_s
                                 AND until_s > :now_s),
    'provider_id', p.id, 'provider', coalesce(p.name, ''), 'provider_phone', coalesce(p.phone, ''),
    'provider_hours', coalesce(p.hours, ''),
    'sent', json((
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'sent_no', q.no, 'partner_id', q.partner_id, 'partner', z.name,
                  'partner_phone', z.phone, 'sent_at_s', q.sent_at_s, 'is_end', q.is_end,
                  'answer', q.answer_code, 'answered_at_s', q.answered_at_s,
                  'answer_words', coalesce(w.words, ''),
                  'reminders', (SELECT count(*) FROM request_partner_reminder AS e
                                WHERE e.request_id = q.request_id AND e.no = q.no),
                  'reminded_at_s', (SELECT max(reminded_at_s) FROM request_partner_reminder AS e
                                    WHERE e.request_id = q.request_id AND e.no = q.no)) AS json
              FROM request_partner AS q
              JOIN partner AS z ON z.id = q.partner_id
              LEFT JOIN request_partner_words AS w ON w.request_id = q.request_id AND w.no = q.no
              WHERE q.request_id = r.id
              ORDER BY q.no DESC))))
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
JOIN request_prices AS m ON m.request_id = r.id
LEFT JOIN service AS v ON v.id = r.service_id
LEFT JOIN partner AS p ON p.id = v.partner_id
WHERE r.id = :request_id AND r.kind IN ('enquiry', 'deposit', 'visit', 'help')
    AND NOT (r.is_private = 1 AND s.household_id IS NOT NULL
             AND s.household_id = :own_household_id);

-- name: desk_partners
-- /*scan*/ because a house has some 80 partners, and all are chosen from; their needs by
-- partner_need_by_partner.
SELECT json_object('lines', json_group_array(json(json)), 'is_more', 0)
FROM (SELECT json_object(
          'partner_id', p.id, 'name', p.name, 'summary', p.summary, 'hours', p.hours,
          'place', p.place, 'phone', p.phone, 'is_provider', p.is_provider,
          'needs', (SELECT json_group_array(need_code)
                    FROM partner_need
                    WHERE partner_id = p.id)) AS json
      FROM partner AS p
      WHERE p.withdrawn_at_s IS NULL
      ORDER BY p.name, p.id);

-- name: desk_deposit_slip
-- Primary keys, the decisions of one request: what the two parts of a deposit's slip say.
SELECT json_object(
    'request_id', line.request_id, 'number', line.ticket_number, 'state', line.state,
    'title', iif(line.is_sensitive, '', coalesce(line.title, '')), 'icon', line.icon,
    'household', line.household_number, 'name', line.name,
    'left', coalesce((SELECT w.words
                      FROM decision AS d
                      JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
                      WHERE d.request_id = line.request_id AND d.verb = 'leave'
                      ORDER BY d.no DESC
                      LIMIT 1), ''),
    'left_at_s', (SELECT max(happened_at_s) FROM decision
                  WHERE request_id = line.request_id AND verb = 'leave'),
    'agreed_cents', m.agreed_cents, 'provider', coalesce(p.name, ''),
    'site', (SELECT name FROM site WHERE id = 1))
FROM desk_line AS line
JOIN request_prices AS m ON m.request_id = line.request_id
LEFT JOIN service AS v ON v.id = line.service_id
LEFT JOIN partner AS p ON p.id = v.partner_id
WHERE line.request_id = :request_id AND line.kind = 'deposit';

-- name: desk_deposit_number
-- Primary keys, at most one row.
SELECT t.number
FROM ticket AS t
JOIN request AS r ON r.id = t.request_id AND r.kind = 'deposit'
WHERE t.request_id = :request_id AND t.is_live = 1;
