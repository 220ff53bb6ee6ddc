-- What is to be told, as the page of the desk shows it: with names and telephones.

-- name: desk_notice
-- notice_once, then primary keys and notice_try_by_request: the latest of what is to be told of one
-- request, how to reach whoever asked, and what was tried. One row.
SELECT json_object(
    'notice_id', n.id, 'no', n.no, 'state', n.state, 'tries', n.tries,
    'verb', d.verb, 'who', d.who, 'reason', d.reason_code, 'decided_at_s', d.recorded_at_s,
    'staff_name', coalesce(staff.first_name, ''), 'words', coalesce(w.words, ''),
    'is_promise', d.verb IN ('ask', 'join', 'pass'),
    'before_s', coalesce((SELECT from_s FROM decision
                          WHERE request_id = n.request_id AND no = n.no - 1), 0),
    'session_reason', coalesce((SELECT reason_code FROM decision
                                WHERE request_id = d.session_id
                                ORDER BY no DESC LIMIT 1), ''),
    'note', coalesce(note.words, ''), 'note_by', coalesce(noter.first_name, ''),
    'tried_at_s', coalesce((SELECT max(tried_at_s) FROM notice_try
                            WHERE request_id = n.request_id), 0),
    'first_name', coalesce(nullif(c.first_name, ''), p.first_name, ''),
    'for_name', coalesce(c.for_name, ''),
    'phone', coalesce(nullif(c.phone, ''), k.phone, ''),
    'family_name', coalesce(k.family_name, ''), 'address', coalesce(k.address, ''),
    'lang', coalesce(h.lang, r.lang), 'is_private', r.is_private)
FROM notice AS n
JOIN decision AS d ON d.request_id = n.request_id AND d.no = n.no
JOIN request AS r ON r.id = n.request_id
JOIN request_state AS s ON s.request_id = n.request_id
LEFT JOIN decision_words AS w ON w.request_id = n.request_id AND w.no = n.no
LEFT JOIN staff ON staff.id = d.staff_id
LEFT JOIN notice_note AS note ON note.request_id = n.request_id
LEFT JOIN staff AS noter ON noter.id = note.staff_id
LEFT JOIN request_contact AS c ON c.request_id = n.request_id
LEFT JOIN person_name AS p ON p.person_id = r.person_id
LEFT JOIN household AS h ON h.id = s.household_id
LEFT JOIN household_contact AS k ON k.household_id = h.id
WHERE n.request_id = :request_id AND n.state IN ('to_tell', 'unreachable')
ORDER BY n.no DESC
LIMIT 1;

-- name: desk_notice_line
-- No table: one of the pile.
SELECT json_object('line', json(:line), 'since_s', :since_s, 'key_id', :notice_id,
    'told', json(:told));
