-- name: session_add
INSERT INTO session (request_id, activity_id, starts_s, ends_s, place, capacity, least_people,
    series_id)
VALUES (:session_id, :activity_id, :starts_s, :ends_s, :place, :capacity, :least_people,
    :series_id);

-- name: series_add
INSERT INTO session_series (weeks)
VALUES (:weeks);

-- name: series_last
-- Primary keys, then session_by_series backwards: the last date of a session's series, whatever
-- became of it; at most one row.
SELECT x.series_id, v.weeks, x.activity_id, x.starts_s, x.ends_s, coalesce(x.capacity, 0),
    x.least_people, x.place
FROM session AS own
JOIN session_series AS v ON v.id = own.series_id
JOIN session AS x ON x.series_id = own.series_id
WHERE own.request_id = :session_id
ORDER BY x.starts_s DESC, x.request_id DESC
LIMIT 1;

-- name: session_following
-- Primary key, then session_by_series from there on: the living sessions of the series after this
-- one, in their order.
SELECT x.request_id
FROM session AS own
JOIN session AS x ON x.series_id = own.series_id
    AND (x.starts_s, x.request_id) > (own.starts_s, own.request_id)
JOIN request_state AS s ON s.request_id = x.request_id AND s.is_ended = 0
WHERE own.request_id = :session_id AND x.series_id IS NOT NULL
ORDER BY x.starts_s, x.request_id;

-- name: session_edit
-- By primary key: place and least number of people; NULL: as they are. Another place is news for
-- calendars.
UPDATE session
SET sequence = sequence + (:place IS NOT NULL AND :place <> place),
    revised_s = iif(:place IS NOT NULL AND :place <> place, :now_s, revised_s),
    place = coalesce(:place, place),
    least_people = coalesce(:least_people, least_people)
WHERE request_id = :session_id;

-- name: session_place
-- By primary key.
SELECT place
FROM session
WHERE request_id = :session_id;

-- name: session_told
-- Primary key, decision_by_cause and notice_once: the notices of what a session's last decision
-- brought about.
SELECT count(*)
FROM request_state AS s
JOIN decision AS d ON d.cause_id = s.request_id AND d.cause_no = s.no
JOIN notice AS n ON n.request_id = d.request_id AND n.no = d.no
WHERE s.request_id = :session_id;
