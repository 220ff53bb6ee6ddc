-- name: feed_head
-- Primary keys: the house, and the partner whose lines are asked for; no row if there is none such.
SELECT s.name, s.zone, coalesce(p.name, '')
FROM site AS s
LEFT JOIN partner AS p ON p.id = :partner_id
WHERE s.id = 1 AND (:partner_id = 0 OR p.id IS NOT NULL);

-- name: feed_sessions
-- session_by_start from a month ago on, then primary keys: some 25 rows a week, as far ahead as
-- sessions are announced. A session lasts less than a day.
SELECT e.uid, e.sequence, e.revised_s, e.state, e.reason_code, e.kind_code, e.title, e.summary,
    e.place, coalesce(p.name, ''), e.starts_s, e.ends_s, coalesce(e.moved_from_s, 0),
    coalesce(e.capacity, 0), e.least_age, e.price_cents, coalesce(e.subscriber_cents, -1), a.bring
FROM session_entry AS e
JOIN session AS x ON x.request_id = e.request_id
JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN partner AS p ON p.id = e.partner_id
WHERE e.starts_s > :from_s - 86400 AND e.ends_s > :from_s
    AND (:partner_id = 0 OR e.partner_id = :partner_id)
ORDER BY e.starts_s, e.request_id
LIMIT :most;
