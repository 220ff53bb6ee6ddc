-- name: help_names
-- Primary keys and person_by_household: the names of those who asked, some ten rows.
SELECT c.family_name
FROM request_state AS s
JOIN household_contact AS c ON c.household_id = s.household_id
WHERE s.request_id = :request_id
UNION ALL
SELECT n.first_name
FROM request_state AS s
JOIN person AS p ON p.household_id = s.household_id
JOIN person_name AS n ON n.person_id = p.id
WHERE s.request_id = :request_id
UNION ALL
SELECT first_name
FROM request_contact
WHERE request_id = :request_id
UNION ALL
SELECT for_name
FROM request_contact
WHERE request_id = :request_id;

-- name: help_own_words
-- Primary key, at most one row.
SELECT words
FROM request_words
WHERE request_id = :request_id AND field = '';

-- name: help_forget_words
-- decision's primary key, the publications of one request but the last: what hung there is erased.
DELETE FROM decision_words
WHERE request_id = :request_id AND no IN (
    SELECT no
    FROM decision
    WHERE request_id = :request_id AND verb = 'publish'
        AND no < (SELECT no FROM request_state WHERE request_id = :request_id));

-- name: help_household_is_there
-- Primary key, at most one row.
SELECT 1
FROM household
WHERE id = :household_id AND left_at_s IS NULL;

-- name: help_reply_of
-- request_by_parent, then primary keys: a household's living reply to a need or an offer.
SELECT s.request_id
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id AND s.is_ended = 0
WHERE r.parent_id = :request_id AND r.direction = 'reply' AND s.household_id = :household_id
ORDER BY s.request_id DESC
LIMIT 1;

-- name: help_agreed_reply
-- Primary key, request_by_parent: the reply with which both have said yes; at most one row.
SELECT o.request_id
FROM request_state AS s
JOIN request AS r ON r.parent_id = s.request_id
JOIN request_state AS o ON o.request_id = r.id AND o.state IN ('agreed', 'done_said', 'disputed')
WHERE s.request_id = :request_id AND s.kind = 'help'
    AND s.state IN ('agreed', 'done_said', 'disputed')
LIMIT 1;

-- name: help_contact_given
-- One row; the first time counts.
INSERT INTO help_contact(request_id, given_at_s, staff_id)
VALUES (:request_id, :now_s, :staff_id)
ON CONFLICT (request_id) DO NOTHING;

-- name: help_contact_forget
-- Primary key, at most one row.
DELETE FROM help_contact
WHERE request_id = :request_id;
