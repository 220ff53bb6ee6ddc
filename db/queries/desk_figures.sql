-- name: desk_figures
-- act_by_day, one quarter: some ten thousand rows, summed. What is taken back counts less. Then
-- act_by_day beyond it, for what is counted later (none before it is closed), and the few quarters
-- that are closed.
SELECT json_object(
    'quarter', :quarter, 'now', :now, 'is_closed', c.quarter IS NOT NULL,
    'closed_at_s', c.closed_at_s, 'closed_by', s.first_name,
    'unmarked_bookings', :bookings, 'unmarked_sessions', :sessions,
    'later', iif(c.quarter IS NULL, 0,
        (SELECT count(*) FROM act
         WHERE day > :last_day AND for_day BETWEEN :first_day AND :last_day)),
    'first', coalesce((SELECT min(day) FROM act), 0),
    'lines', json((
        SELECT json_group_array(json_object(
            'kind', kind, 'subject', subject_code, 'outcome', outcome, 'acts', acts,
            'adults', adults, 'children', children, 'minutes', minutes, 'cents', cents,
            'title', CASE
                WHEN kind IN ('loan', 'extension', 'copy') THEN
                    (SELECT title FROM item_class WHERE code = subject_code)
                WHEN kind IN ('enquiry', 'deposit', 'visit') THEN
                    (SELECT title FROM service WHERE code = subject_code)
                END))
        FROM (SELECT kind, subject_code, outcome,
                  sum(iif(corrects_id IS NULL, 1, -1)) AS acts, sum(adults) AS adults,
                  sum(children) AS children, sum(minutes) AS minutes, sum(cents) AS cents
              FROM act
              WHERE day BETWEEN :first_day AND :last_day
              GROUP BY kind, subject_code, outcome
              HAVING acts <> 0 OR sum(adults) <> 0 OR sum(cents) <> 0
              ORDER BY kind, acts DESC))),
    'funders', json((
        SELECT json_group_array(json_object(
            'tag', tag, 'acts', acts, 'people', people, 'minutes', minutes, 'cents', cents))
        FROM (SELECT t.value AS tag, sum(iif(o.corrects_id IS NULL, 1, -1)) AS acts,
                  sum(o.adults + o.children) AS people, sum(o.minutes) AS minutes,
                  sum(o.cents) AS cents
              FROM act AS o
              JOIN json_each('[' || replace(json_quote(o.funder_tags), ',', '","') || ']') AS t
              WHERE o.day BETWEEN :first_day AND :last_day AND o.funder_tags <> ''
              GROUP BY t.value
              ORDER BY t.value))))
FROM (SELECT 1)
LEFT JOIN closed_quarter AS c ON c.quarter = :quarter
LEFT JOIN staff AS s ON s.id = c.staff_id;

-- name: desk_figures_acts
-- act_by_day, one quarter: every figure of it, in the order of its days, for a table elsewhere.
SELECT json_object('lines', coalesce(json_group_array(json_array(
    day, coalesce(for_day, ''), kind, subject_code, outcome, ended_by, channel, is_known,
    iif(corrects_id IS NULL, 1, -1), adults, children, minutes, cents, district, funder_tags)),
    json('[]')))
FROM (SELECT * FROM act WHERE day BETWEEN :first_day AND :last_day ORDER BY day, id);

-- name: desk_funders
-- /*scan*/ because services, activities, partners and what is reported of them are some hundred: to
-- whom each is reported, and all that could be.
SELECT json_object(
    'tags', json((
        SELECT json_group_array(json_object('tag', tag, 'of', of, 'id', id, 'title', title))
        FROM (SELECT f.tag,
                  iif(f.service_id IS NOT NULL, 'service',
                      iif(f.activity_id IS NOT NULL, 'activity', 'partner')) AS of,
                  coalesce(f.service_id, f.activity_id, f.partner_id) AS id,
                  coalesce(v.title, a.title, p.name) AS title
              FROM funder_tag AS f
              LEFT JOIN service AS v ON v.id = f.service_id
              LEFT JOIN activity AS a ON a.id = f.activity_id
              LEFT JOIN partner AS p ON p.id = f.partner_id
              ORDER BY f.tag, title, f.id))),
    'choices', json((
        SELECT json_group_array(json_object('of', of, 'id', id, 'title', title))
        FROM (SELECT 'service' AS of, id, title FROM service
              UNION ALL SELECT 'activity', id, title FROM activity
              UNION ALL SELECT 'partner', id, name FROM partner WHERE withdrawn_at_s IS NULL
              ORDER BY of, title, id))));
