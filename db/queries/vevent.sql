-- name: vevent_get
-- /*scan*/ because the versions that corrections replaced are gathered first: one, seldom two or
-- three; the rest by primary keys, also of translations, one row. The first version names the
-- entry; the number that rises counts the decisions of all, and the moves of each session that they
-- ever named.
WITH RECURSIVE version(id, before_id, uid) AS (
    SELECT id, version_of, uid FROM request WHERE id = :request_id
    UNION ALL
    SELECT r.id, r.version_of, r.uid
    FROM version AS v
    JOIN request AS r ON r.id = v.before_id
)
SELECT (SELECT lower(hex(uid)) FROM version WHERE before_id IS NULL), r.kind, s.state,
    coalesce(tt.text, a.title, i.title, ''), coalesce(tp.text, x.place, ''),
    coalesce(x.starts_s, s.from_s, 0), coalesce(x.ends_s, s.until_s, 0),
    (SELECT sum(no) FROM version CROSS JOIN request_state ON request_id = id)
        + (SELECT coalesce(sum(sequence), 0) FROM session
           WHERE request_id IN (SELECT d.session_id
                                FROM version AS v
                                CROSS JOIN decision AS d ON d.request_id = v.id)),
    (SELECT name FROM site WHERE id = 1)
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN session AS x ON x.request_id = s.session_id
LEFT JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN item AS i ON i.id = r.item_id
LEFT JOIN translation AS tt ON tt.french = coalesce(a.title, i.title) AND tt.lang = :reader_lang
LEFT JOIN translation AS tp ON tp.french = x.place AND tp.lang = :reader_lang
WHERE r.id = :request_id;

-- name: vevent_session
-- Primary keys, also of translations, at most one row: a session that takes place, to come or
-- running, and asks for no booking.
SELECT e.uid, e.sequence, e.revised_s, coalesce(tt.text, e.title), coalesce(tp.text, e.place),
    e.starts_s, e.ends_s, (SELECT name FROM site WHERE id = 1)
FROM session_entry AS e
LEFT JOIN translation AS tt ON tt.french = e.title AND tt.lang = :reader_lang
LEFT JOIN translation AS tp ON tp.french = e.place AND tp.lang = :reader_lang
WHERE e.request_id = :session_id AND e.capacity IS NULL AND e.ends_s > :now_s
    AND e.state IN ('published', 'to_decide');
