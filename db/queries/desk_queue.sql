-- What the desk's pile answers to the page. The lines themselves come from queue.sql: these make
-- JSON of them, and add what only the desk may see: names, telephones, words, the log.

-- name: pile_line
-- No table: one line as JSON.
SELECT json_object('request_id', :request_id, 'no', :no, 'kind', :kind, 'state', :state,
    'since_s', :since_s, 'rank_s', :rank_s, 'waits', :waits, 'is_ended', :is_ended,
    'is_danger', :is_danger, 'is_private', :is_private, 'is_sensitive', :is_sensitive,
    'answer_by_s', :answer_by_s, 'not_staff_id', :not_staff_id, 'session_id', :session_id,
    'item_id', :item_id, 'service_id', :service_id, 'copy_id', :copy_id, 'parent_id', :parent_id,
    'from_s', :from_s, 'until_s', :until_s, 'adults', :adults, 'children', :children,
    'copy_number', :copy_number, 'household_id', :household_id, 'household', :household,
    'ticket', :ticket, 'title', :title, 'icon', :icon, 'direction', :direction,
    'category', :category, 'choice', :choice, 'urgency', :urgency);

-- name: pile_queue
-- No table: a page of the pile.
SELECT json_object('lines', json(:lines), 'is_more', :is_more,
    'counts', json_object('all', :all, 'workshops', :workshops, 'loans', :loans, 'help', :help,
        'services', :services, 'danger', :danger, 'oldest_s', :oldest_s),
    'waiting', json(:waiting_lists), 'is_more_waiting', :is_more_waiting);

-- name: pile_waiting
-- No table: the first of a waiting list for which something is free.
SELECT json_object('line', json(:line), 'free', :free, 'waiting', :waiting);

-- name: pile_recent
-- No table: a decision that can be taken back.
SELECT json_object('line', json(:line), 'verb', :verb, 'recorded_at_s', :recorded_at_s);

-- name: pile_lines
-- No table: a list.
SELECT json_object('lines', json(:lines), 'is_more', :is_more);

-- name: pile_offer
-- No table: what could be proposed instead.
SELECT json_object('session_id', :session_id, 'copy_id', :copy_id, 'from_s', :from_s,
    'until_s', :until_s, 'adults', :adults, 'children', :children, 'seats_left', :seats_left,
    'copy_number', :copy_number);

-- name: pile_move
-- No table: what can be done, and what stands against it.
SELECT json_object('verb', :verb, 'to', :to, 'answer', :answer, 'reasons', json(:reasons));

-- name: pile_copy
-- No table: a copy that is free.
SELECT json_object('copy_id', :copy_id, 'number', :number);

-- name: pile_span
-- No table: when a copy is away.
SELECT json_object('from_s', :from_s, 'until_s', :until_s);

-- name: pile_answer
-- No table: one answer to a service's form.
SELECT json_object('label', :label, 'choice', :choice, 'number', :number, 'date_s', :date_s);

-- name: pile_card
-- No table: the facts for deciding, as core/queue.h has them.
SELECT json_object('line', json(:line), 'parent', json(:parent), 'moves', json(:moves),
    'subscribed_until_s', :subscribed_until_s, 'is_trusted', :is_trusted,
    'open_loans', :open_loans, 'late_loans', :late_loans, 'passed_on_by', :passed_on_by,
    'rule', :rule, 'rule_limit', :rule_limit, 'place', :place, 'starts_s', :starts_s,
    'ends_s', :ends_s, 'capacity', :capacity, 'taken', :taken, 'waiting', :waiting, 'rank', :rank,
    'least_age', :least_age, 'proposed_after', :proposed_after,
    'amendment', json(:amendment), 'deposit_cents', :deposit_cents, 'shelf', :shelf,
    'copies', json(:copies), 'busy', json(:busy), 'answers', json(:answers),
    'offer', json(:offer), 'last', json(:last), 'asker', json(:asker), 'words', json(:words),
    'log', json(:log), 'history', json(:history));

-- name: pile_amendment
-- No table: what an organiser proposes for a session.
SELECT json_object('verb', :verb, 'from_s', :from_s, 'until_s', :until_s, 'capacity', :capacity,
    'has_place', :has_place, 'place', :place, 'least_people', :least_people, 'reason', :reason,
    'following', :following, 'bookings', :bookings);

-- name: pile_last
-- No table: the last decision.
SELECT json_object('verb', :verb, 'who', :who, 'staff_id', :staff_id, 'staff_name', :staff_name,
    'recorded_at_s', :recorded_at_s, 'reason', :reason, 'is_news', :is_news,
    'is_undoable', :is_undoable);

-- name: pile_asker
-- Primary keys, and subscription's: who asks, how they can be reached, and who wrote it down. One
-- row.
SELECT json_object(
    'asked_at_s', r.asked_at_s, 'channel', r.channel, 'lang', r.lang, 'for_whom', r.for_whom,
    'entered_by', coalesce(staff.first_name, ''), 'association', coalesce(partner.name, ''),
    'first_name', coalesce(nullif(c.first_name, ''), p.first_name, ''),
    'for_name', coalesce(c.for_name, ''),
    'phone', coalesce(nullif(c.phone, ''), k.phone, ''),
    'family_name', coalesce(k.family_name, ''), 'address', coalesce(k.address, ''),
    'household_lang', coalesce(h.lang, ''),
    'paid_cents', coalesce((SELECT paid_cents FROM subscription
                            WHERE household_id = h.id AND from_s <= :now_s AND until_s > :now_s
                            ORDER BY from_s DESC LIMIT 1), 0))
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN request_contact AS c ON c.request_id = r.id
LEFT JOIN person_name AS p ON p.person_id = r.person_id
LEFT JOIN household AS h ON h.id = s.household_id
LEFT JOIN household_contact AS k ON k.household_id = h.id
LEFT JOIN staff ON staff.id = r.staff_id
LEFT JOIN partner ON partner.id = staff.partner_id AND staff.role = 'organiser'
WHERE r.id = :request_id;

-- name: pile_words
-- request_words's primary key, then service_field's: what was written, the request's own first.
-- At most five.
SELECT json_group_array(json_object('label', label, 'lang', lang, 'words', words))
FROM (SELECT coalesce(f.label, gone.label, '') AS label, w.lang, w.words
      FROM request_words AS w
      JOIN request AS r ON r.id = w.request_id
      LEFT JOIN service_field AS f ON f.service_id = r.service_id AND f.code = w.field
      LEFT JOIN service_asked AS gone
          ON gone.service_id = r.service_id AND gone.field = w.field AND gone.choice = ''
      WHERE w.request_id = :request_id
      ORDER BY w.field <> '', f.position);

-- name: pile_log
-- decision's primary key: what happened to one request, the latest first. At most 40.
SELECT json_group_array(json_object('no', no, 'verb', verb, 'from', from_state, 'to', to_state,
    'who', who, 'staff_name', staff_name, 'reason', reason_code, 'happened_at_s', happened_at_s,
    'from_s', from_s, 'until_s', until_s, 'words', words))
FROM (SELECT d.no, d.verb, d.from_state, d.to_state, d.who, d.reason_code, d.happened_at_s,
          d.from_s, d.until_s, coalesce(staff.first_name, '') AS staff_name,
          coalesce(w.words, '') AS words
      FROM decision AS d
      LEFT JOIN staff ON staff.id = d.staff_id
      LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
      WHERE d.request_id = :request_id
      ORDER BY d.no DESC
      LIMIT 40);

-- name: pile_many
-- No table: what became of one of several.
SELECT json_object('request_id', :request_id, 'error', :error, 'reasons', json(:reasons),
    'state', :state, 'no', :no);
