-- name: board_list
-- state_board in its order, the caller stops after a page; request, decision and their words by
-- primary key. The words are those of the last publication that had some: the desk's own.
SELECT request.id, request_state.since_s, request.direction, request.category_code,
    request.choice_code, decision_words.words, decision_words.lang
FROM request_state
JOIN request ON request.id = request_state.request_id
LEFT JOIN decision_words ON decision_words.request_id = request.id AND decision_words.no = (
    SELECT max(published.no)
    FROM decision AS published
    JOIN decision_words AS words
        ON words.request_id = published.request_id AND words.no = published.no
    WHERE published.request_id = request.id AND published.verb = 'publish')
WHERE request_state.kind = 'help' AND request_state.state = 'published'
    AND (request_state.since_s, request_state.request_id) < (
        coalesce((SELECT since_s FROM request_state WHERE request_id = :after_id), :last_s),
        :after_id)
    AND request.is_private = 0
    AND request.direction IN ('need', 'offer')
    AND (:direction = '' OR request.direction = :direction)
    AND (:category = '' OR request.category_code = :category)
ORDER BY request_state.since_s DESC, request_state.request_id DESC;

-- name: board_count
-- /*scan*/ because state_board holds only what hangs on the board now: some hundred rows.
SELECT request.direction, request.category_code
FROM request_state
JOIN request ON request.id = request_state.request_id
WHERE request_state.kind = 'help' AND request_state.state = 'published'
    AND request.is_private = 0
    AND request.direction IN ('need', 'offer');

-- name: board_card
-- Primary keys throughout, at most one row; whose it is by the last owner, and a household's reply
-- by request_by_parent.
SELECT request.id, request_state.since_s, request.direction, request.category_code,
    request.choice_code, decision_words.words, decision_words.lang,
    coalesce((SELECT household_id FROM request_owner WHERE request_id = request.id
              ORDER BY no DESC LIMIT 1) = :household_id, 0),
    EXISTS (SELECT 1
            FROM request AS reply
            CROSS JOIN request_state AS own ON own.request_id = reply.id AND own.is_ended = 0
                AND own.household_id = :household_id
            WHERE reply.parent_id = request.id AND reply.direction = 'reply')
FROM request
JOIN request_state ON request_state.request_id = request.id
LEFT JOIN decision_words ON decision_words.request_id = request.id AND decision_words.no = (
    SELECT max(published.no)
    FROM decision AS published
    JOIN decision_words AS words
        ON words.request_id = published.request_id AND words.no = published.no
    WHERE published.request_id = request.id AND published.verb = 'publish')
WHERE request.id = :request_id
    AND request_state.kind = 'help' AND request_state.state = 'published'
    AND request.is_private = 0
    AND request.direction IN ('need', 'offer');
