-- name: vevent_get
-- By primary keys; one row.
SELECT lower(hex(r.uid)), r.kind, s.state, coalesce(a.title, i.title, ''), coalesce(x.place, ''),
    coalesce(x.starts_s, s.from_s, 0), coalesce(x.ends_s, s.until_s, 0),
    coalesce(x.sequence, 0) + s.no, (SELECT name FROM site WHERE id = 1)
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN session AS x ON x.request_id = s.session_id
LEFT JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN item AS i ON i.id = r.item_id
WHERE r.id = :request_id;
