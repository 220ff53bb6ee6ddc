-- name: desk_agenda_list
-- session_by_start, a stretch of days, from a key on; then primary keys, state_seats and
-- state_by_session: some 25 rows a week, a page at most.
SELECT json_object(
    'lines', coalesce(json_group_array(json(json)) FILTER (WHERE position <= :most), json('[]')),
    'is_more', count(*) > :most)
FROM (SELECT row_number() OVER (ORDER BY line.starts_s, line.request_id) AS position,
          json_object(
              'session_id', line.request_id, 'no', line.no, 'state', line.state,
              'activity_id', line.activity_id, 'kind', line.kind_code, 'title', line.title,
              'icon', line.icon, 'partner_id', coalesce(line.partner_id, 0), 'partner', line.partner,
              'place', line.place, 'starts_s', line.starts_s, 'ends_s', line.ends_s,
              'moved_from_s', line.moved_from_s, 'series_id', coalesce(line.series_id, 0),
              'capacity', line.capacity, 'least_people', line.least_people,
              'taken', line.taken, 'waiting', line.waiting, 'present', line.present,
              'unmarked', line.unmarked, 'unnamed_adults', line.unnamed_adults,
              'unnamed_children', line.unnamed_children, 'reason', line.reason) AS json
      FROM session_line AS line
      WHERE starts_s >= :from_s AND starts_s < :until_s
          AND (starts_s, request_id) > (:after_s, :after_id)
          AND (:kind = '' OR kind_code = :kind)
          AND (:of_partner_id = 0 OR partner_id = :of_partner_id)
          AND (:sees_all OR partner_id = :partner_id)
      ORDER BY starts_s, request_id
      LIMIT :most + 1);

-- name: desk_agenda_session
-- Primary keys; session_by_series and state_by_session for how many a change would touch: one row.
SELECT json_set(json_object(
        'session_id', line.request_id, 'no', line.no, 'state', line.state,
        'activity_id', line.activity_id, 'kind', line.kind_code, 'title', line.title,
        'icon', line.icon, 'partner_id', coalesce(line.partner_id, 0), 'partner', line.partner,
        'place', line.place, 'starts_s', line.starts_s, 'ends_s', line.ends_s,
        'moved_from_s', line.moved_from_s, 'series_id', coalesce(line.series_id, 0),
        'capacity', line.capacity, 'least_people', line.least_people,
        'taken', line.taken, 'waiting', line.waiting, 'present', line.present,
        'unmarked', line.unmarked, 'unnamed_adults', line.unnamed_adults,
        'unnamed_children', line.unnamed_children, 'reason', line.reason),
    '$.summary', a.summary, '$.spoken', a.spoken, '$.bring', a.bring, '$.least_age', a.least_age,
    '$.takes_children', a.takes_children, '$.price_cents', a.price_cents,
    '$.subscriber_cents', coalesce(a.subscriber_cents, -1),
    '$.rule', a.rule, '$.rule_limit', a.rule_limit, '$.rule_code', a.rule_code,
    '$.is_alone', :sees_all OR EXISTS (SELECT 1 FROM partner
                                       WHERE id = a.partner_id AND agenda_rule = 'automatic'),
    '$.returned', json((
        SELECT json_object('reason', r.reason_code, 'words', coalesce(rw.words, ''))
        FROM decision AS r
        LEFT JOIN decision_words AS rw ON rw.request_id = r.request_id AND rw.no = r.no
        WHERE r.request_id = line.request_id AND r.verb = 'return' AND line.state = 'returned'
        ORDER BY r.no DESC
        LIMIT 1)),
    '$.told', (SELECT coalesce(sum(b.adults + b.children), 0)
               FROM request_state AS b
               WHERE b.session_id = line.request_id AND b.holds = 1
                   AND NOT EXISTS (SELECT 1 FROM notice AS n
                                   WHERE n.request_id = b.request_id
                                       AND n.state IN ('to_tell', 'unreachable'))),
    '$.yes', (SELECT coalesce(sum(b.adults + b.children), 0)
              FROM request_state AS b
              WHERE b.session_id = line.request_id AND b.holds = 1 AND b.state = 'confirmed'),
    '$.weeks', coalesce((SELECT weeks FROM session_series WHERE id = line.series_id), 0),
    '$.series_end', (SELECT json_object('starts_s', e.starts_s, 'ends_s', e.ends_s,
                                        'place', e.place, 'capacity', coalesce(e.capacity, 0))
                     FROM session AS e
                     WHERE e.series_id = line.series_id
                     ORDER BY e.starts_s DESC, e.request_id DESC
                     LIMIT 1),
    '$.following', (SELECT count(*) FROM session AS f
                    JOIN request_state AS fs ON fs.request_id = f.request_id AND fs.is_ended = 0
                    WHERE f.series_id = line.series_id
                        AND (f.starts_s, f.request_id) > (line.starts_s, line.request_id)),
    '$.reach', (SELECT json_object('bookings', count(*),
                                   'people', coalesce(sum(b.adults + b.children), 0))
                FROM request_state AS b
                WHERE b.session_id = line.request_id AND b.kind = 'booking' AND b.is_ended = 0),
    '$.reach_following', (SELECT json_object('bookings', count(*),
                                             'people', coalesce(sum(b.adults + b.children), 0))
                          FROM session AS f
                          JOIN request_state AS b ON b.session_id = f.request_id
                              AND b.kind = 'booking' AND b.is_ended = 0
                          WHERE f.series_id = line.series_id
                              AND (f.starts_s, f.request_id) > (line.starts_s, line.request_id)),
    '$.last', json_object('verb', d.verb, 'who', d.who, 'staff', coalesce(f.first_name, ''),
                          'recorded_at_s', d.recorded_at_s, 'reason', d.reason_code,
                          'words', coalesce(w.words, ''), 'lang', coalesce(w.lang, ''),
                          'is_undoable', (d.who = 'organiser' OR (:sees_all AND d.who = 'desk'))
                              AND d.verb <> 'undo'
                              AND d.from_state <> '' AND d.recorded_at_s >= :now_s - :undo_s))
FROM session_line AS line
JOIN request_state AS s ON s.request_id = line.request_id
JOIN session AS x ON x.request_id = line.request_id
JOIN activity AS a ON a.id = x.activity_id
JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
LEFT JOIN staff AS f ON f.id = d.staff_id
LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
WHERE line.request_id = :session_id AND (:sees_all OR line.partner_id = :partner_id);

-- name: desk_agenda_bookings
-- state_by_session, then primary keys: who comes, came or waits, by name, and the waiting list by
-- rank. As many as seats and list hold.
SELECT json_object(
    'bookings', coalesce((
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'request_id', line.request_id, 'no', line.no, 'kind', line.kind,
                  'state', line.state, 'adults', line.adults, 'children', line.children,
                  'household_id', line.household_id, 'household', line.household_number,
                  'ticket', line.ticket_number,
                  'name', trim(coalesce(n.first_name, g.first_name, '') || ' '
                               || coalesce(k.family_name, '')),
                  'phone', coalesce(nullif(g.phone, ''), k.phone, ''),
                  'rank_s', line.rank_s,
                  'is_walk_in', EXISTS (SELECT 1 FROM decision
                                          WHERE request_id = line.request_id AND no = 1
                                              AND verb = 'walk_in'),
                  'is_untold', EXISTS (SELECT 1 FROM notice
                                         WHERE request_id = line.request_id
                                             AND state IN ('to_tell', 'unreachable'))) AS json
              FROM request_line AS line
              JOIN request AS q ON q.id = line.request_id
              LEFT JOIN request_contact AS g ON g.request_id = line.request_id
              LEFT JOIN household_contact AS k ON k.household_id = line.household_id
              LEFT JOIN person_name AS n ON n.person_id = q.person_id
              WHERE line.session_id = :session_id AND line.kind = 'booking'
                  AND line.state IN ('asked', 'counter_proposed', 'confirmed', 'to_reconfirm',
                                     'present', 'absent', 'excused', 'unanswered', 'not_served')
              ORDER BY coalesce(n.first_name, g.first_name, k.family_name, '~'),
                  line.ticket_number, line.request_id
              LIMIT 1000)), json('[]')),
    'waiting', coalesce((
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'request_id', line.request_id, 'no', line.no, 'kind', line.kind,
                  'state', line.state, 'adults', line.adults, 'children', line.children,
                  'household_id', line.household_id, 'household', line.household_number,
                  'ticket', line.ticket_number,
                  'name', trim(coalesce(n.first_name, g.first_name, '') || ' '
                               || coalesce(k.family_name, '')),
                  'phone', coalesce(nullif(g.phone, ''), k.phone, ''),
                  'rank_s', line.rank_s,
                  'rank', row_number() OVER (ORDER BY line.rank_s, line.request_id),
                  'asked_adults', d.adults, 'asked_children', d.children,
                  'is_untold', EXISTS (SELECT 1 FROM notice
                                         WHERE request_id = line.request_id
                                             AND state IN ('to_tell', 'unreachable'))) AS json
              FROM request_line AS line
              JOIN request AS q ON q.id = line.request_id
              LEFT JOIN request_contact AS g ON g.request_id = line.request_id
              LEFT JOIN household_contact AS k ON k.household_id = line.household_id
              LEFT JOIN person_name AS n ON n.person_id = q.person_id
              JOIN decision AS d ON d.request_id = line.request_id
                  AND d.no = (SELECT max(no) FROM decision
                              WHERE request_id = line.request_id AND to_state = 'waitlisted')
              WHERE line.session_id = :session_id AND line.kind = 'booking'
                  AND line.state IN ('waitlisted', 'offered', 'lapsed')
              ORDER BY line.rank_s, line.request_id
              LIMIT 1000)), json('[]')));

-- name: desk_agenda_attendance
-- Primary keys and state_by_session: the list to print, with first names and how many, by name.
SELECT json_object(
    'title', a.title, 'place', x.place, 'starts_s', x.starts_s, 'ends_s', x.ends_s,
    'capacity', coalesce(x.capacity, 0),
    'lines', coalesce((
        SELECT json_group_array(json_object('first_name', called,
                                            'ticket', iif(:sees_all, ticket_number, ''),
                                            'adults', adults, 'children', children))
        FROM (SELECT coalesce(n.first_name, g.first_name, '') AS called, line.ticket_number,
                  line.adults, line.children
              FROM request_line AS line
              JOIN request AS q ON q.id = line.request_id
              LEFT JOIN request_contact AS g ON g.request_id = line.request_id
              LEFT JOIN person_name AS n ON n.person_id = q.person_id
              WHERE line.session_id = x.request_id AND line.kind = 'booking'
                  AND line.state IN ('confirmed', 'to_reconfirm', 'present')
              ORDER BY called = '', called, line.ticket_number
              LIMIT 1000)), json('[]')))
FROM session AS x
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :session_id AND (:sees_all OR a.partner_id = :partner_id);

-- name: desk_agenda_names
-- state_by_session, then primary keys: who comes or came, by first name and how many; no household,
-- no telephone, no ticket. As many as seats.
SELECT json_object('bookings', coalesce((
    SELECT json_group_array(json(json))
    FROM (SELECT json_object(
              'request_id', s.request_id, 'no', s.no, 'state', s.state,
              'adults', s.adults, 'children', s.children,
              'name', coalesce(n.first_name, g.first_name, ''),
              'is_walk_in', EXISTS (SELECT 1 FROM decision
                                    WHERE request_id = s.request_id AND no = 1
                                        AND verb = 'walk_in'),
              'is_untold', EXISTS (SELECT 1 FROM notice
                                   WHERE request_id = s.request_id
                                       AND state IN ('to_tell', 'unreachable'))) AS json
          FROM request_state AS s
          JOIN request AS q ON q.id = s.request_id
          LEFT JOIN request_contact AS g ON g.request_id = s.request_id
          LEFT JOIN person_name AS n ON n.person_id = q.person_id
          WHERE s.session_id = x.request_id AND s.kind = 'booking'
              AND s.state IN ('asked', 'counter_proposed', 'confirmed', 'to_reconfirm', 'present',
                              'absent', 'excused')
          ORDER BY coalesce(n.first_name, g.first_name, '~'), s.request_id
          LIMIT 1000)), json('[]')))
FROM session AS x
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :session_id AND (:sees_all OR a.partner_id = :partner_id);

-- name: desk_agenda_proposals
-- request_by_parent, then primary keys: what an organiser proposed for a session, while it waits or
-- until they have read the refusal. Some.
SELECT json_object('lines', coalesce((
    SELECT json_group_array(json_object(
        'request_id', s.request_id, 'no', s.no, 'state', s.state, 'verb', r.choice_code,
        'from_s', coalesce(s.from_s, 0), 'until_s', coalesce(s.until_s, 0), 'capacity', s.adults,
        'has_place', m.place IS NOT NULL, 'place', coalesce(m.place, ''),
        'least_people', coalesce(m.least_people, -1),
        'reason', d.reason_code, 'words', coalesce(w.words, '')))
    FROM request AS r
    JOIN request_state AS s ON s.request_id = r.id AND s.state IN ('asked', 'refused')
    JOIN amendment AS m ON m.request_id = r.id
    JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
    LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
    WHERE r.parent_id = x.request_id AND r.kind = 'amendment'), json('[]')))
FROM session AS x
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :session_id AND (:sees_all OR a.partner_id = :partner_id);

-- name: desk_organiser
-- activity_by_partner, session_by_activity from some weeks ago on, then primary keys and
-- state_by_session: an association's dates to come and to count, what waits for the concierge, what
-- came back. At most a hundred.
SELECT json_object('association', p.name, 'is_alone', p.agenda_rule = 'automatic',
    'lines', coalesce((
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'session_id', line.request_id, 'no', line.no, 'state', line.state,
                  'title', line.title, 'icon', line.icon, 'place', line.place,
                  'starts_s', line.starts_s, 'ends_s', line.ends_s,
                  'moved_from_s', line.moved_from_s, 'capacity', line.capacity,
                  'waiting', line.waiting, 'present', line.present,
                  'unnamed_adults', line.unnamed_adults, 'unnamed_children', line.unnamed_children,
                  'taken', line.taken,
                  'told', (SELECT coalesce(sum(b.adults + b.children), 0)
                           FROM request_state AS b
                           WHERE b.session_id = line.request_id AND b.holds = 1
                               AND NOT EXISTS (SELECT 1 FROM notice AS n
                                               WHERE n.request_id = b.request_id
                                                   AND n.state IN ('to_tell', 'unreachable'))),
                  'yes', (SELECT coalesce(sum(b.adults + b.children), 0)
                          FROM request_state AS b
                          WHERE b.session_id = line.request_id AND b.holds = 1
                              AND b.state = 'confirmed'),
                  'returned', json((
                      SELECT json_object('reason', d.reason_code, 'words', coalesce(w.words, ''))
                      FROM decision AS d
                      LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
                      WHERE d.request_id = line.request_id AND d.verb = 'return'
                          AND line.state = 'returned'
                      ORDER BY d.no DESC
                      LIMIT 1)),
                  'reason', line.reason,
                  'asked', (SELECT count(*)
                            FROM request AS r
                            JOIN request_state AS s ON s.request_id = r.id AND s.state = 'asked'
                            WHERE r.parent_id = line.request_id AND r.kind = 'amendment'),
                  'refused', json((
                      SELECT json_group_array(json_object(
                          'request_id', s.request_id, 'no', s.no, 'verb', r.choice_code,
                          'from_s', coalesce(s.from_s, 0), 'reason', d.reason_code,
                          'words', coalesce(w.words, '')))
                      FROM request AS r
                      JOIN request_state AS s ON s.request_id = r.id AND s.state = 'refused'
                      JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
                      LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
                      WHERE r.parent_id = line.request_id AND r.kind = 'amendment'))) AS json
              FROM activity AS own
              JOIN session AS x ON x.activity_id = own.id AND x.starts_s >= :day_s - 30 * 86400
              JOIN session_line AS line ON line.request_id = x.request_id
                  AND (line.ends_s >= :day_s OR line.state IN ('held', 'returned', 'proposed'))
              WHERE own.partner_id = p.id
              ORDER BY line.starts_s, line.request_id
              LIMIT 100)), json('[]')))
FROM partner AS p
WHERE p.id = :partner_id;

-- name: desk_agenda_choices
-- session_by_activity for what is usual, session_by_start for the places of the last months.
-- /*scan*/ because a house has some dozens of activities and 80 partners.
SELECT json_object(
    'activities', (
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'activity_id', a.id, 'kind', a.kind_code, 'title', a.title, 'icon', a.icon,
                  'partner', coalesce(p.name, ''),
                  'next_s', coalesce((SELECT min(n.starts_s) FROM session AS n
                                      WHERE n.activity_id = a.id AND n.starts_s > :now_s), 0),
                  'place', coalesce(u.place, ''), 'capacity', coalesce(u.capacity, 0),
                  'least_people', coalesce(u.least_people, 0),
                  'usual_s', coalesce(u.starts_s, 0),
                  'lasts_s', coalesce(u.ends_s - u.starts_s, 0)) AS json
              FROM activity AS a
              LEFT JOIN partner AS p ON p.id = a.partner_id
              LEFT JOIN session AS u ON u.request_id = (
                  SELECT request_id FROM session WHERE activity_id = a.id
                  ORDER BY starts_s DESC LIMIT 1)
              WHERE :sees_all OR a.partner_id = :partner_id
              ORDER BY a.title, a.id)),
    'partners', (
        SELECT json_group_array(json_object('partner_id', id, 'name', name))
        FROM (SELECT id, name FROM partner
              WHERE withdrawn_at_s IS NULL AND (:sees_all OR id = :partner_id)
              ORDER BY name, id)),
    'is_alone', :sees_all OR EXISTS (SELECT 1 FROM partner
                                     WHERE id = :partner_id AND agenda_rule = 'automatic'),
    'places', (
        SELECT json_group_array(place)
        FROM (SELECT DISTINCT place FROM session
              WHERE starts_s > :now_s - 90 * 86400 AND place <> '' ORDER BY place)));

-- name: desk_agenda_activity
-- Primary key: one activity, to be changed.
SELECT json_object(
    'activity_id', id, 'kind', kind_code, 'title', title, 'summary', summary, 'icon', icon,
    'partner_id', coalesce(partner_id, 0), 'spoken', spoken, 'bring', bring, 'least_age', least_age,
    'takes_children', takes_children, 'price_cents', price_cents,
    'subscriber_cents', coalesce(subscriber_cents, -1),
    'rule', rule, 'rule_limit', rule_limit, 'rule_code', rule_code,
    'is_seen', EXISTS (SELECT 1 FROM session AS x
                       JOIN request_state AS s ON s.request_id = x.request_id
                           AND s.state IN ('published', 'to_decide', 'postponed')
                       WHERE x.activity_id = activity.id))
FROM activity
WHERE id = :activity_id AND (:sees_all OR partner_id = :partner_id);

-- name: desk_agenda_date
-- session_by_start, one day: a date to come, and what else stands at that place then.
SELECT json_object(
    'starts_s', :starts_s, 'ends_s', :ends_s, 'is_closed', :is_closed,
    'is_left_out', :is_left_out,
    'clash', coalesce((
        SELECT a.title
        FROM session AS x
        JOIN request_state AS s ON s.request_id = x.request_id
            AND s.state IN ('published', 'to_decide', 'draft', 'proposed')
        JOIN activity AS a ON a.id = x.activity_id
        WHERE x.starts_s > :starts_s - 86400 AND x.starts_s < :ends_s AND x.ends_s > :starts_s
            AND x.place = :place AND :place <> ''
        ORDER BY x.starts_s
        LIMIT 1), ''));

-- name: desk_agenda_done
-- No table: what an act on sessions did.
SELECT json_object('state', :state, 'no', :no, 'sessions', :sessions, 'told', :told,
    'is_proposed', :is_proposed);

-- name: desk_agenda_created
-- Primary key: which sessions were made, and whether they stand in the agenda already.
SELECT json_object('session_id', request_id, 'sessions', :sessions, 'state', state)
FROM request_state
WHERE request_id = :session_id;

-- name: desk_agenda_walked_in
-- No table: somebody who came without a booking.
SELECT json_object('request_id', :request_id, 'beyond', :beyond);

-- name: desk_agenda_list_of
-- No table: a list by the name "lines".
SELECT json_object('lines', json(:lines));
