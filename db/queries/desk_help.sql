-- name: desk_help_counts
-- /*scan*/ because state_living holds only the helping hands that are under way, some hundred; then
-- primary keys. Two who were brought together count once.
SELECT json_group_object(state, n)
FROM (SELECT s.state, count(*) AS n
      FROM request_state AS s
      JOIN request AS r ON r.id = s.request_id
      WHERE s.kind = 'help' AND s.is_ended = 0 AND s.kind IN ('help', 'enquiry', 'deposit', 'visit')
          AND (r.parent_id IS NULL OR s.state = 'asked')
          AND NOT (r.is_private = 1 AND s.household_id IS NOT NULL
                   AND s.household_id = :own_household_id)
      GROUP BY s.state);

-- name: desk_help_list
-- state_living, some hundred rows of one state, then primary keys, request_by_parent; dangers first,
-- then the longest, from a key on; those brought together once.
SELECT s.request_id, json_object(
    'replies', (SELECT count(*)
                FROM request AS c
                JOIN request_state AS o ON o.request_id = c.id AND o.state = 'asked'
                WHERE c.parent_id = s.request_id),
    'other', (SELECT json_object('name', line.name, 'household', line.household_number,
                                 'state', line.state)
              FROM request AS c
              JOIN desk_line AS line ON line.request_id = c.id
              WHERE c.parent_id = s.request_id
                  AND line.state IN ('match_proposed', 'agreed', 'done_said', 'disputed')
              LIMIT 1))
FROM request_state AS s
JOIN request AS r ON r.id = s.request_id
WHERE s.kind = 'help' AND s.state = :state AND s.is_ended = 0
    AND s.kind IN ('help', 'enquiry', 'deposit', 'visit')
    AND s.is_danger <= :is_danger
    AND (s.is_danger < :is_danger OR (s.since_s, s.request_id) > (:since_s, :after_id))
    AND (r.parent_id IS NULL OR s.state = 'asked')
    AND NOT (r.is_private = 1 AND s.household_id IS NOT NULL
             AND s.household_id = :own_household_id)
ORDER BY s.is_danger DESC, s.since_s, s.request_id
LIMIT :most;

-- name: desk_help_card
-- Primary keys, request_by_parent: a helping hand from the side of who asked, whichever of the two
-- was opened: what hangs on the board, who replied, and once both have said yes who they are.
SELECT json_object(
    'root_id', root.request_id, 'root_no', root.no, 'root_state', root.state,
    'root_direction', root.direction, 'root_name', root.name,
    'root_household', root.household_number, 'root_household_id', root.household_id,
    'category', root.category_code, 'choice', root.choice_code, 'is_private', root.is_private,
    'from_s', root.from_s, 'until_s', root.until_s,
    'board_words', coalesce(b.words, ''), 'board_lang', coalesce(b.lang, ''),
    'replies', json((
        SELECT json_group_array(json(json))
        FROM (SELECT json_object(
                  'request_id', line.request_id, 'no', line.no, 'state', line.state,
                  'since_s', line.since_s, 'is_ended', line.is_ended, 'name', line.name,
                  'household', line.household_number, 'household_id', line.household_id,
                  'is_proposed', (SELECT verb = 'match' FROM decision
                                  WHERE request_id = c.id AND no = 1),
                  'words', coalesce(w.words, ''), 'lang', coalesce(w.lang, '')) AS json
              FROM request AS c
              JOIN desk_line AS line ON line.request_id = c.id AND line.state <> 'replaced'
              LEFT JOIN request_words AS w ON w.request_id = c.id AND w.field = ''
              WHERE c.parent_id = root.request_id
              ORDER BY line.is_ended, line.since_s))),
    'contact', (
        SELECT json_object(
            'name', root.name, 'phone', root.phone, 'other_name', line.name,
            'other_phone', line.phone, 'given_at_s', g.given_at_s, 'given_by', z.first_name)
        FROM request AS c
        JOIN desk_line AS line ON line.request_id = c.id
            AND line.state IN ('agreed', 'done_said', 'disputed')
        LEFT JOIN help_contact AS g ON g.request_id = c.id
        LEFT JOIN staff AS z ON z.id = g.staff_id
        WHERE c.parent_id = root.request_id
            AND root.state IN ('agreed', 'done_said', 'disputed')
        LIMIT 1))
FROM request AS r
JOIN desk_line AS root
    ON root.request_id = iif(r.direction = 'reply', r.parent_id, r.id)
LEFT JOIN decision_words AS b ON b.request_id = root.request_id AND b.no = (
    SELECT max(d.no)
    FROM decision AS d
    JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
    WHERE d.request_id = root.request_id AND d.verb = 'publish')
WHERE r.id = :request_id AND r.kind = 'help'
    AND NOT (root.is_private = 1 AND root.household_id IS NOT NULL
             AND root.household_id = :own_household_id);

-- name: desk_help_candidates
-- state_living, the living needs or offers of the other direction, some hundred, then primary keys,
-- request_by_parent, state_by_household: who could be brought together with this one; the same
-- choice first, then who has not said no to it, then the longest. /*scan*/ because what was found, a
-- page, is then gone through.
SELECT json_object('lines', json_group_array(json(json)), 'is_more', count(*) > 30)
FROM (SELECT json_object(
          'request_id', o.request_id, 'choice', o.choice_code, 'state', o.state,
          'since_s', o.since_s, 'household_id', o.household_id, 'household', o.household_number,
          'name', o.name, 'board_words', coalesce(
              (SELECT w.words
               FROM decision AS d
               JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
               WHERE d.request_id = o.request_id AND d.verb = 'publish'
               ORDER BY d.no DESC
               LIMIT 1), ''),
          'helped', (SELECT count(*)
                     FROM request_state AS h
                     JOIN request AS q ON q.id = h.request_id AND q.direction = 'reply'
                     WHERE h.household_id = o.household_id AND h.is_ended = 1 AND h.kind = 'help'
                         AND h.state = 'done' AND h.since_s > :now_s - 365 * 86400),
          'busy', (SELECT count(*)
                   FROM request_state AS h
                   JOIN request AS q ON q.id = h.request_id AND q.direction = 'reply'
                   WHERE h.household_id = o.household_id AND h.is_ended = 0 AND h.kind = 'help'),
          'has_said_no', said_no) AS json
      FROM (SELECT line.*, EXISTS (
                SELECT 1
                FROM request AS c
                JOIN request_state AS x ON x.request_id = c.id
                WHERE c.parent_id = :request_id AND x.household_id = s.household_id
                    AND x.is_ended = 1) AS said_no
            FROM request AS need
            JOIN request_state AS s ON s.kind = 'help' AND s.state = 'published'
                AND s.is_ended = 0 AND s.kind IN ('help', 'enquiry', 'deposit', 'visit')
            JOIN desk_line AS line ON line.request_id = s.request_id
            WHERE need.id = :request_id AND line.category_code = need.category_code
                AND line.direction = iif(need.direction = 'offer', 'need', 'offer')
                AND line.is_private = 0 AND line.household_id IS NOT NULL
                AND line.household_id IS NOT (
                    SELECT household_id FROM request_state WHERE request_id = need.id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM request AS c
                    JOIN request_state AS x ON x.request_id = c.id AND x.is_ended = 0
                    WHERE c.parent_id = need.id AND x.household_id = line.household_id)
            ORDER BY line.choice_code <> need.choice_code, said_no, line.since_s, line.request_id
            LIMIT 31) AS o);
