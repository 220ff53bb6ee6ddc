-- name: json_field
-- No table: a field of a body, its type and value. No row of more than one.
SELECT coalesce(json_type(:body, :path), 'null'), json_extract(:body, :path);

-- name: json_length
-- No table: how many elements an array has; -1 for what is none.
SELECT CASE json_type(:body, :path) WHEN 'array' THEN json_array_length(:body, :path)
                                    WHEN 'null' THEN 0
                                    ELSE iif(json_type(:body, :path) IS NULL, 0, -1) END;

-- name: json_is_object
-- No table.
SELECT CASE WHEN json_valid(:body) THEN json_type(:body) = 'object' ELSE 0 END;

-- name: json_set_text
-- No table: an object with one text more.
SELECT json_set(:body, '$.' || :name, :value);

-- name: json_append
-- No table: an array with one value more.
SELECT json_insert(:list, '$[#]', json(:value));

-- name: json_quote
-- No table.
SELECT json_quote(:text);

-- name: json_number
-- No table: an object of one number.
SELECT json_object(:name, :value);

-- name: json_moved
-- No table: what a decision did.
SELECT json_object('state', :state, 'no', :no);

-- name: json_error
-- No table: why nothing was done.
SELECT json_object('error', :error, 'reasons', json(:reasons), 'field', :field,
    'wait_s', :wait_s);

-- name: desk_alive
-- The primary key: the database answers.
SELECT 1
FROM site
WHERE id = 1;

-- name: desk_me
-- Primary keys: the house and who is signed in.
SELECT json_object(
    'site', json_object('name', site.name, 'zone', site.zone, 'district', site.district),
    'now_s', :now_s,
    'csrf', :csrf,
    'must_change', :must_change,
    'staff', json_object('staff_id', s.id, 'number', s.number, 'first_name', s.first_name,
        'role', s.role, 'partner_id', coalesce(s.partner_id, 0),
        'is_at_desk', EXISTS (SELECT 1 FROM presence
                                              WHERE staff_id = s.id AND ended_s IS NULL)))
FROM site
JOIN staff AS s ON s.id = :staff_id
WHERE site.id = 1;

-- name: desk_live
-- /*scan*/ because state_pile, notice_to_tell and call_ringing hold only what waits: some 300,
-- 100 and 2 rows; what a new house lacks stops at the first row of each.
SELECT json_object(
    'waiting', (SELECT count(*) FROM request_state WHERE waits = 1),
    'danger', (SELECT count(*) FROM request_state WHERE waits = 1 AND is_danger = 1),
    'newest_id', (SELECT coalesce(max(request_id), 0) FROM request_state WHERE waits = 1),
    'notices', (SELECT count(DISTINCT request_id) FROM notice
                WHERE state IN ('to_tell', 'unreachable')),
    'loans', :loans,
    'lacks', (SELECT (NOT EXISTS (SELECT 1 FROM opening))
                  + (NOT EXISTS (SELECT 1 FROM oncall_line))
                  + (NOT EXISTS (SELECT 1 FROM service WHERE is_active = 1))
                  + (NOT EXISTS (SELECT 1 FROM presence))),
    'calls', (SELECT json_group_array(json_object('call_id', id, 'called_at_s', called_at_s,
                                                  'reason_code', reason_code))
              FROM (SELECT id, called_at_s, reason_code FROM call
                    WHERE answered_at_s IS NULL
                    ORDER BY called_at_s LIMIT 16)));
