-- name: organiser_session
-- By primary keys; a row if the session is that organiser's own association's.
SELECT 1
FROM staff AS f
JOIN session AS x ON x.request_id = :session_id
JOIN activity AS a ON a.id = x.activity_id AND a.partner_id = f.partner_id
WHERE f.id = :staff_id AND f.role = 'organiser' AND f.left_at_s IS NULL;

-- name: organiser_activity
-- By primary keys; a row if the activity is that organiser's own association's.
SELECT 1
FROM staff AS f
JOIN activity AS a ON a.id = :activity_id AND a.partner_id = f.partner_id
WHERE f.id = :staff_id AND f.role = 'organiser' AND f.left_at_s IS NULL;

-- name: organiser_rule
-- By primary keys.
SELECT p.agenda_rule = 'automatic'
FROM staff AS f
JOIN partner AS p ON p.id = f.partner_id
WHERE f.id = :staff_id AND f.role = 'organiser' AND f.left_at_s IS NULL;

-- name: organiser_partner
-- By primary key.
SELECT partner_id
FROM staff
WHERE id = :staff_id AND role = 'organiser' AND left_at_s IS NULL AND partner_id IS NOT NULL;

-- name: amendment_add
INSERT INTO amendment (request_id, place, least_people, reason_code, with_following)
VALUES (:request_id, :place, :least_people, :reason_code, :with_following);

-- name: amendment_get
-- By primary keys: one row.
SELECT m.place IS NOT NULL, coalesce(m.place, ''), coalesce(m.least_people, -1), m.reason_code,
    m.with_following, coalesce(w.words, ''), coalesce(w.lang, 'fr')
FROM amendment AS m
LEFT JOIN request_words AS w ON w.request_id = m.request_id AND w.field = ''
WHERE m.request_id = :request_id;

-- name: amendment_open
-- request_by_parent, then primary keys: what was proposed for a session and waits; :dated: another
-- date (1) or something else (0) alone; -1: both. One of each at most.
SELECT s.request_id
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id AND s.is_ended = 0
WHERE r.parent_id = :session_id AND r.kind = 'amendment'
    AND (:dated = -1 OR (r.choice_code <> 'change') = :dated);
