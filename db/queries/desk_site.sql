-- The site as the desk's page shows it: kiosk/desk/site.c.

-- name: desk_site
-- /*scan*/ because a week has some ten openings and there are two or three lines on call; closings
-- to come by closing_by_end.
SELECT json_object(
    'name', site.name, 'district', site.district, 'zone', site.zone, 'message', site.message,
    'openings', (SELECT json_group_array(json_object('weekday', weekday, 'opens_min', opens_min,
                                                     'closes_min', closes_min))
                 FROM (SELECT weekday, opens_min, closes_min
                       FROM opening
                       ORDER BY weekday, opens_min)),
    'closings', (SELECT json_group_array(json_object(
                            'closing_id', id, 'from_s', from_s, 'until_s', until_s,
                            'reason_code', reason_code, 'first_name', first_name))
                 FROM (SELECT c.id, c.from_s, c.until_s, c.reason_code,
                           coalesce(s.first_name, '') AS first_name
                       FROM closing AS c
                       LEFT JOIN staff AS s ON s.id = c.staff_id
                       WHERE c.until_s > :now_s
                       ORDER BY c.until_s, c.id
                       LIMIT 60)),
    'oncall', (SELECT json_group_array(json_object('label', label, 'phone', phone))
               FROM (SELECT label, phone
                     FROM oncall_line
                     ORDER BY position)))
FROM site
WHERE id = 1;

-- name: desk_closing_touches
-- /*scan*/ because state_pile holds only what waits, some 300 rows. Sessions by session_by_start,
-- from a day before on; loans and visits by state_living; guests' holds by state_holds_ending.
SELECT json_object(
    'promises', (SELECT count(*)
                 FROM request_state
                 WHERE waits = 1 AND answer_by_s <= :until_s
                     AND (answer_by_s > :from_s OR :from_s <= :now_s)),
    'sessions', count(x.request_id), 'seats', coalesce(sum(x.seats), 0),
    'session_lines', json_group_array(json_object(
        'session_id', x.request_id, 'title', x.title, 'starts_s', x.starts_s, 'seats', x.seats))
        FILTER (WHERE x.request_id IS NOT NULL),
    'pickups', (SELECT count(*)
                FROM request_state
                WHERE is_ended = 0 AND kind = 'loan'
                    AND state IN ('reserved', 'ready', 'unclaimed')
                    AND from_s >= :from_s AND from_s < :until_s),
    'returns', (SELECT count(*)
                FROM request_state
                WHERE is_ended = 0 AND kind = 'loan' AND state = 'out'
                    AND until_s >= :from_s AND until_s < :until_s),
    'visits', (SELECT count(*)
               FROM request_state
               WHERE is_ended = 0 AND kind IN ('visit', 'deposit', 'enquiry')
                   AND state IN ('planned', 'announced', 'accepted')
                   AND from_s >= :from_s AND from_s < :until_s))
FROM (SELECT s.request_id, a.title, s.starts_s,
          (SELECT coalesce(sum(adults + children), 0)
           FROM request_state
           WHERE session_id = s.request_id AND holds = 1) AS seats
      FROM session AS s
      JOIN request_state AS own ON own.request_id = s.request_id
          AND own.state IN ('published', 'to_decide')
      JOIN activity AS a ON a.id = s.activity_id
      WHERE s.starts_s > :from_s - 86400 AND s.starts_s < :until_s AND s.ends_s > :from_s
      ORDER BY s.starts_s, s.request_id
      LIMIT 100) AS x;

-- name: desk_roster
-- /*scan*/ because there are at most 99 staff and some ten openings; one week of roster_by_end.
SELECT json_object(
    'monday_s', :from_s,
    'planned_until_s', (SELECT coalesce(max(ends_s), 0) FROM roster),
    'staff', (SELECT json_group_array(json_object('staff_id', id, 'number', number,
                                                  'first_name', first_name))
              FROM (SELECT id, number, first_name
                    FROM staff
                    WHERE left_at_s IS NULL AND role <> 'organiser'
                    ORDER BY number)),
    'shifts', (SELECT json_group_array(json_object('staff_id', staff_id, 'from_s', starts_s,
                                                   'until_s', ends_s))
               FROM (SELECT staff_id, starts_s, ends_s
                     FROM roster
                     WHERE ends_s > :from_s AND starts_s >= :from_s AND starts_s < :until_s
                     ORDER BY starts_s, staff_id)),
    'openings', (SELECT json_group_array(json_object('weekday', weekday, 'opens_min', opens_min,
                                                     'closes_min', closes_min))
                 FROM (SELECT weekday, opens_min, closes_min
                       FROM opening
                       ORDER BY weekday, opens_min)));

-- name: desk_first_day
-- /*scan*/ because each table is looked at for one row of some kind, and those with many stop at
-- the first: what a new house still lacks.
SELECT json_object(
    'staff', (SELECT count(*) FROM staff WHERE left_at_s IS NULL),
    'openings', (SELECT count(*) FROM opening),
    'oncall', (SELECT count(*) FROM oncall_line),
    'message', (SELECT message <> '' FROM site WHERE id = 1),
    'planned', EXISTS (SELECT 1 FROM roster WHERE ends_s > :now_s),
    'services', EXISTS (SELECT 1 FROM service WHERE is_active = 1),
    'items', EXISTS (SELECT 1 FROM item WHERE withdrawn_at_s IS NULL),
    'sessions', EXISTS (SELECT 1
                        FROM session
                        JOIN request_state AS own ON own.request_id = session.request_id
                            AND own.state = 'published'
                        WHERE session.starts_s > :now_s),
    'partners', EXISTS (SELECT 1 FROM partner WHERE withdrawn_at_s IS NULL),
    'households', EXISTS (SELECT 1 FROM household WHERE left_at_s IS NULL),
    'cards', EXISTS (SELECT 1 FROM card WHERE household_id IS NOT NULL AND ended_at_s IS NULL),
    'presence', EXISTS (SELECT 1 FROM presence),
    'requests', EXISTS (SELECT 1 FROM request_state
                        WHERE kind IN ('loan', 'booking', 'help', 'enquiry', 'deposit', 'visit')));

-- name: desk_staff
-- /*scan*/ because there are at most 99 of them: those who work here, then those who left.
SELECT json_object('lines', json_group_array(json_object(
    'staff_id', id, 'number', number, 'first_name', first_name, 'role', role,
    'household_number', household_number, 'partner_id', partner_id, 'partner_name', partner_name,
    'has_card', has_card, 'has_pin', has_pin, 'has_password', has_password,
    'is_temporary', is_temporary, 'left_at_s', left_at_s, 'is_me', id = :staff_id)))
FROM (SELECT s.id, s.number, s.first_name, s.role, coalesce(h.number, '') AS household_number,
          coalesce(s.partner_id, 0) AS partner_id, coalesce(p.name, '') AS partner_name,
          EXISTS (SELECT 1 FROM card WHERE staff_id = s.id AND ended_at_s IS NULL) AS has_card,
          EXISTS (SELECT 1 FROM pin WHERE owner = 'staff' AND owner_id = s.id) AS has_pin,
          w.staff_id IS NOT NULL AS has_password, coalesce(w.is_temporary, 0) AS is_temporary,
          coalesce(s.left_at_s, 0) AS left_at_s
      FROM staff AS s
      LEFT JOIN household AS h ON h.id = s.household_id
      LEFT JOIN partner AS p ON p.id = s.partner_id
      LEFT JOIN password AS w ON w.staff_id = s.id
      ORDER BY s.left_at_s IS NOT NULL, s.number);
