-- Calendars that were read, as the desk's page lists them.

-- name: desk_calendar_readings
-- calendar_reading_open, and /*scan*/ because it holds only what nobody has decided yet: a few. The
-- newest first; an organiser's association's only.
SELECT id
FROM calendar_reading
WHERE state = 'open' AND (:sees_all OR partner_id = :partner_id)
ORDER BY read_at_s DESC, id DESC
LIMIT :most;
