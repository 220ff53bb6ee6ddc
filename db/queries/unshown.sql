-- name: unshown_latest
-- ticket_never_shown, which holds next to nothing, then the primary key: one row.
SELECT coalesce(max(r.recorded_at_s), 0)
FROM ticket AS t INDEXED BY ticket_never_shown
CROSS JOIN request AS r ON r.id = t.request_id
WHERE t.shown_at_s IS NULL AND r.channel = 'screen' AND r.recorded_at_s > :since_s;
