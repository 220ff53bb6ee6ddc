-- name: session_add
INSERT INTO session (request_id, activity_id, starts_s, ends_s, place, capacity, least_people)
VALUES (:session_id, :activity_id, :starts_s, :ends_s, :place, :capacity, :least_people);
