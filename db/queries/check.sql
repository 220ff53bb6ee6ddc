-- name: check_states
-- /*scan*/ because everything is to be compared; one row, the number of requests that differ.
SELECT count(*)
FROM request AS r
LEFT JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN decision AS d ON d.request_id = r.id
    AND d.no = (SELECT max(no) FROM decision WHERE request_id = r.id)
WHERE (s.no, s.state, s.holds, s.session_id, s.copy_id, s.from_s, s.until_s, s.adults, s.children)
    IS NOT
    (d.no, d.to_state, d.holds, d.session_id, d.copy_id, d.from_s, d.until_s, d.adults, d.children)
    OR s.kind IS NOT r.kind;
