-- name: agenda_list
-- session_by_start, a stretch of days; then primary keys, also of translations, and state_seats for
-- what is taken: some 25 rows a week. A session lasts less than a day. A draft that was given up is
-- cancelled, too, and nobody's business.
SELECT x.request_id, s.state, a.kind_code, coalesce(tt.text, a.title), tt.text IS NULL, a.icon,
    coalesce(tp.text, x.place), tp.text IS NULL, coalesce(p.name, ''),
    x.starts_s, x.ends_s, coalesce(x.moved_from_s, 0), coalesce(x.capacity, 0),
    iif(EXISTS (SELECT 1 FROM request_state
                WHERE session_id = x.request_id AND state = 'waitlisted'),
        x.capacity, -- what came free is theirs who wait
        (SELECT coalesce(sum(adults + children), 0) FROM request_state
         WHERE session_id = x.request_id AND holds = 1)),
    (SELECT reason_code FROM decision WHERE request_id = s.request_id AND no = s.no),
    a.price_cents, coalesce(a.subscriber_cents, -1)
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN translation AS tt ON tt.french = a.title AND tt.lang = :reader_lang
LEFT JOIN translation AS tp ON tp.french = x.place AND tp.lang = :reader_lang
LEFT JOIN partner AS p ON p.id = a.partner_id
WHERE x.starts_s > :from_s - 86400 AND x.starts_s < :until_s AND x.ends_s > :from_s
    AND s.state IN ('published', 'to_decide', 'postponed', 'cancelled')
    AND (s.state <> 'cancelled'
         OR EXISTS (SELECT 1 FROM decision
                    WHERE request_id = x.request_id AND to_state = 'published'))
    AND (:kind = '' OR a.kind_code = :kind)
ORDER BY x.starts_s, x.request_id
LIMIT :most;

-- name: agenda_session
-- Primary keys, state_seats and state_waiting_seats: at most one row.
SELECT x.request_id, s.state, a.kind_code, coalesce(tt.text, a.title), tt.text IS NULL, a.icon,
    coalesce(tp.text, x.place), tp.text IS NULL, coalesce(p.name, ''),
    x.starts_s, x.ends_s, coalesce(x.moved_from_s, 0), coalesce(x.capacity, 0),
    iif(EXISTS (SELECT 1 FROM request_state
                WHERE session_id = x.request_id AND state = 'waitlisted'),
        x.capacity, -- what came free is theirs who wait
        (SELECT coalesce(sum(adults + children), 0) FROM request_state
         WHERE session_id = x.request_id AND holds = 1)),
    (SELECT reason_code FROM decision WHERE request_id = s.request_id AND no = s.no),
    a.price_cents, coalesce(a.subscriber_cents, -1),
    a.id, coalesce(ts.text, a.summary), ts.text IS NULL, a.spoken,
    coalesce(tb.text, a.bring), tb.text IS NULL, a.least_age, a.takes_children,
    a.rule = 'automatic', x.sequence,
    (SELECT count(*) FROM request_state
     WHERE session_id = x.request_id AND state = 'waitlisted')
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN translation AS tt ON tt.french = a.title AND tt.lang = :reader_lang
LEFT JOIN translation AS tp ON tp.french = x.place AND tp.lang = :reader_lang
LEFT JOIN translation AS ts ON ts.french = a.summary AND ts.lang = :reader_lang
LEFT JOIN translation AS tb ON tb.french = a.bring AND tb.lang = :reader_lang
LEFT JOIN partner AS p ON p.id = a.partner_id
WHERE x.request_id = :session_id
    AND s.state IN ('published', 'to_decide', 'postponed', 'cancelled', 'held', 'counted')
    AND (s.state <> 'cancelled'
         OR EXISTS (SELECT 1 FROM decision
                    WHERE request_id = x.request_id AND to_state = 'published'));

-- name: agenda_others
-- session_by_activity from :after_s on, state_seats for what is taken: some rows.
SELECT x.request_id, s.state, a.kind_code, coalesce(tt.text, a.title), tt.text IS NULL, a.icon,
    coalesce(tp.text, x.place), tp.text IS NULL, '',
    x.starts_s, x.ends_s, 0, coalesce(x.capacity, 0),
    iif(EXISTS (SELECT 1 FROM request_state
                WHERE session_id = x.request_id AND state = 'waitlisted'),
        x.capacity, -- what came free is theirs who wait
        (SELECT coalesce(sum(adults + children), 0) FROM request_state
         WHERE session_id = x.request_id AND holds = 1)),
    '', a.price_cents, coalesce(a.subscriber_cents, -1)
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id AND s.state IN ('published', 'to_decide')
JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN translation AS tt ON tt.french = a.title AND tt.lang = :reader_lang
LEFT JOIN translation AS tp ON tp.french = x.place AND tp.lang = :reader_lang
WHERE x.activity_id = :activity_id AND x.starts_s > :after_s AND x.request_id <> :session_id
    AND x.capacity >= :people + (SELECT coalesce(sum(adults + children), 0) FROM request_state
                                 WHERE session_id = x.request_id AND holds = 1)
ORDER BY x.starts_s
LIMIT :most;
