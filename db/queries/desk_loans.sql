-- name: desk_loans_list
-- state_living, some of its states: a page of loans in the order of their beginning, or of their end
-- (:by_end), from a key on, with what is said of them. Not more than there are things.
SELECT request_id, json_object('at_s', at_s, 'is_fault_said', EXISTS (
        SELECT 1 FROM remark
        WHERE request_id = loan.request_id AND code = 'fault_said' AND is_open = 1),
    'words', (SELECT words FROM decision_words WHERE request_id = loan.request_id AND no = loan.no))
FROM (SELECT request_id, no, iif(:by_end, until_s, from_s) AS at_s
      FROM request_state
      WHERE is_ended = 0 AND kind = 'loan'
          AND state IN (SELECT value FROM json_each(:states))) AS loan
WHERE at_s < :before_s AND (at_s, request_id) > (:after_s, :after_id)
ORDER BY at_s, request_id
LIMIT 61;

-- name: desk_loans_search
-- ticket_live_number, household's number, the full-text indexes of things and of names, then
-- state_by_item and state_by_household: living loans by what people say of them.
SELECT request_id, json_object('at_s', iif(state = 'out', until_s, from_s))
FROM request_state
WHERE request_id IN (
        SELECT request_id FROM ticket WHERE is_live = 1 AND number = :digits
        UNION
        SELECT s.request_id FROM household AS h
        JOIN request_state AS s ON s.household_id = h.id AND s.is_ended = 0
        WHERE h.number = :digits
        UNION
        SELECT s.request_id FROM search AS f
        JOIN request_state AS s ON s.item_id = f.id
        WHERE :things <> '' AND f.search MATCH :things AND f.kind = 'item' AND s.is_ended = 0
        UNION
        SELECT s.request_id FROM household_search AS f
        CROSS JOIN request_state AS s ON s.household_id = f.rowid AND s.is_ended = 0
        WHERE :names <> '' AND f.household_search MATCH :names)
    AND kind = 'loan' AND is_ended = 0
ORDER BY from_s, request_id
LIMIT 61;

-- name: desk_loans_away_line
-- No table: why a later loan will not find its copy.
SELECT json_object('at_s', :at_s, 'why', :why, 'why_since_s', :why_since_s,
    'keeper_id', nullif(:keeper_id, 0), 'keeper', nullif(:keeper, ''),
    'free_copies', :free_copies);

-- name: desk_loans_counts
-- state_living, by kind and state: how much there is of each; not more than there are things.
SELECT json_object(
    'prepare', (SELECT count(*) FROM request_state
                WHERE is_ended = 0 AND kind = 'loan' AND state = 'reserved'),
    'hand_out', (SELECT count(*) FROM request_state
                 WHERE is_ended = 0 AND kind = 'loan' AND state IN ('reserved', 'ready', 'unclaimed')
                     AND from_s < :next_day_s),
    'ready', (SELECT count(*) FROM request_state
              WHERE is_ended = 0 AND kind = 'loan' AND state IN ('ready', 'unclaimed')),
    'out', (SELECT count(*) FROM request_state
            WHERE is_ended = 0 AND kind = 'loan' AND state = 'out'),
    'due', (SELECT count(*) FROM request_state
            WHERE is_ended = 0 AND kind = 'loan' AND state = 'out' AND until_s < :next_day_s),
    'late', (SELECT count(*) FROM request_state
             WHERE is_ended = 0 AND kind = 'loan' AND state = 'out' AND until_s < :now_s),
    'check', (SELECT count(*) FROM request_state
              WHERE is_ended = 0 AND kind = 'loan' AND state = 'needs_check'),
    'repair', (SELECT count(*) FROM request_state
               WHERE is_ended = 0 AND kind = 'loan' AND state IN ('repair', 'parts_owed')),
    'lost', (SELECT count(*) FROM request_state
             WHERE is_ended = 0 AND kind = 'loan' AND state = 'lost'),
    'copies', (SELECT count(*) FROM request_state
               WHERE is_ended = 0 AND kind = 'copy' AND state IN ('maintenance', 'missing')),
    'away', :away);

-- name: desk_loans_count
-- state_living, then state_away and primary keys: what there is to do today with loans, one number:
-- to prepare, due back or late, and later loans that will not find their copy.
SELECT
    (SELECT count(*) FROM request_state
     WHERE is_ended = 0 AND kind = 'loan' AND state = 'reserved' AND from_s < :next_day_s)
    + (SELECT count(*) FROM request_state
       WHERE is_ended = 0 AND kind = 'loan' AND state = 'out' AND until_s < :next_day_s)
    + (SELECT count(*)
       FROM request_state AS later
       JOIN request_state AS own ON own.request_id = later.copy_id
       LEFT JOIN request_state AS keeper ON keeper.copy_id = later.copy_id
           AND keeper.state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed')
       WHERE later.is_ended = 0 AND later.kind = 'loan' AND later.holds = 1
           AND later.state IN ('asked', 'counter_proposed', 'offered', 'reserved', 'ready')
           AND later.from_s < :day_s + 21 * 86400
           AND (own.state IN ('maintenance', 'missing', 'retired')
                OR keeper.state IN ('lost', 'repair', 'parts_owed')
                OR (later.from_s < :day_s + 7 * 86400
                    AND (keeper.state = 'needs_check'
                         OR (keeper.state = 'out' AND keeper.until_s < :now_s)))));

-- name: desk_loan
-- Primary keys, remark_once, request_by_parent, state_copies, state_waiting_items: everything about
-- one loan. What is only for its asker is not shown to somebody of the same household.
SELECT json_object(
    'asked_at_s', q.asked_at_s, 'channel', q.channel, 'lang', q.lang,
    'deposit_cents', i.deposit_cents, 'fee_cents', i.fee_cents,
    'held_cents', iif(d.returned_at_s IS NULL, coalesce(d.cents, 0), 0),
    'max_days', k.max_days, 'copy_state', own.state, 'copy_no', own.no,
    'parts', json((SELECT json_group_array(json_object(
                       'label', label, 'is_out', is_out, 'is_back', is_back))
                   FROM (SELECT p.label, l.position IS NOT NULL AS is_out,
                             coalesce(l.is_back, 0) AS is_back
                         FROM item_part AS p
                         LEFT JOIN loan_part AS l
                             ON l.request_id = line.request_id AND l.position = p.position
                         WHERE p.item_id = line.item_id
                         ORDER BY p.position))),
    'words', (SELECT words FROM decision_words
              WHERE request_id = line.request_id AND no = line.no),
    'words_lang', (SELECT lang FROM decision_words
                   WHERE request_id = line.request_id AND no = line.no),
    'remarks', json((SELECT json_group_array(json_object('remark_id', r.id, 'code', r.code,
                         'said_at_s', r.said_at_s, 'is_open', r.is_open))
                     FROM remark AS r WHERE r.request_id = line.request_id)),
    'extension', json((SELECT json_object('request_id', e.request_id, 'no', e.no,
                           'until_s', e.until_s)
                       FROM request_line AS e
                       WHERE e.request_id IN (SELECT id FROM request
                                              WHERE parent_id = line.request_id)
                           AND e.kind = 'extension' AND e.state = 'asked')),
    'next_from_s', (SELECT min(from_s) FROM request_state
                    WHERE copy_id = line.copy_id AND holds = 1 AND from_s >= line.until_s
                        AND request_id <> line.request_id),
    'waiting', (SELECT count(*) FROM request_state INDEXED BY state_waiting_items
                WHERE item_id = line.item_id AND state = 'waitlisted'),
    'is_own', coalesce(line.household_id = :own_household_id, 0))
FROM request_line AS line
JOIN request AS q ON q.id = line.request_id
JOIN item AS i ON i.id = line.item_id
JOIN item_class AS k ON k.id = i.class_id
LEFT JOIN request_state AS own ON own.request_id = line.copy_id
LEFT JOIN loan_deposit AS d ON d.request_id = line.request_id
WHERE line.request_id = :request_id AND line.kind = 'loan'
    AND NOT (line.is_private = 1 AND line.household_id IS NOT NULL
             AND line.household_id = :own_household_id);

-- name: desk_loan_offer
-- No table: a copy and days that would work.
SELECT json_object('copy_id', :copy_id, 'copy_number', :copy_number, 'from_s', :from_s,
    'until_s', :until_s);

-- name: desk_loan_away
-- No table: why the copy will not be there.
SELECT json_object('why', :why, 'since_s', :since_s, 'keeper_id', nullif(:keeper_id, 0),
    'keeper', nullif(:keeper, ''));

-- name: desk_loans_picking
-- state_living, then primary keys: what is to be fetched from which shelf until :until_s, by day and
-- shelf, with its parts. Not more than there are things.
SELECT s.request_id, json_object('parts', json((
    SELECT json_group_array(label)
    FROM (SELECT label FROM item_part WHERE item_id = s.item_id ORDER BY position))))
FROM request_state AS s
JOIN copy AS c ON c.request_id = s.copy_id
WHERE s.is_ended = 0 AND s.kind = 'loan' AND s.state = 'reserved' AND s.from_s < :until_s
ORDER BY s.from_s, c.shelf, s.request_id
LIMIT 201;

-- name: desk_loan_repair
-- Primary keys: what is broken, since when, which copy; of a loan that came back so, or of a copy.
SELECT json_object(
    'request_id', s.request_id, 'kind', s.kind, 'state', s.state, 'title', i.title, 'icon', i.icon,
    'copy_number', c.number, 'shelf', c.shelf, 'ticket', t.number,
    'since_s', d.happened_at_s, 'first_name', f.first_name, 'words', coalesce(w.words, ''),
    'lang', coalesce(w.lang, ''),
    'missing', json((SELECT json_group_array(p.label)
                     FROM loan_part AS l
                     JOIN item_part AS p ON p.item_id = i.id AND p.position = l.position
                     WHERE l.request_id = s.request_id AND l.is_back = 0)))
FROM request_state AS s
JOIN copy AS c ON c.request_id = iif(s.kind = 'copy', s.request_id, s.copy_id)
JOIN item AS i ON i.id = c.item_id
JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
LEFT JOIN decision_words AS w ON w.request_id = d.request_id AND w.no = d.no
LEFT JOIN staff AS f ON f.id = d.staff_id
LEFT JOIN ticket AS t ON t.request_id = s.request_id
WHERE s.request_id = :request_id AND s.state IN ('repair', 'parts_owed', 'maintenance', 'missing');

-- name: desk_copies
-- copy's index by item, then primary keys, state_away and state_copies: a thing with its copies,
-- where each is and who has it next.
SELECT json_object(
    'item_id', i.id, 'title', i.title, 'icon', i.icon, 'summary', i.summary,
    'deposit_cents', i.deposit_cents, 'fee_cents', i.fee_cents,
    'subscriber_cents', coalesce(i.subscriber_fee_cents, i.fee_cents), 'max_days', k.max_days,
    'waiting', (SELECT count(*) FROM request_state INDEXED BY state_waiting_items
                WHERE item_id = i.id AND state = 'waitlisted'),
    'parts', json((SELECT json_group_array(label)
                   FROM (SELECT label FROM item_part WHERE item_id = i.id ORDER BY position))),
    'returns', json(:returns),
    'lines', json((SELECT json_group_array(json(json))
                   FROM (SELECT json_object('copy_id', c.request_id, 'no', own.no,
                             'number', c.number, 'shelf', c.shelf, 'state', own.state,
                             'since_s', own.since_s, 'words', w.words, 'reason', d.reason_code,
                             'loan_id', keeper.request_id, 'loan_state', keeper.state,
                             'household', h.number, 'until_s', keeper.until_s,
                             'next_from_s', (SELECT min(from_s) FROM request_state
                                             WHERE copy_id = c.request_id AND holds = 1
                                                 AND from_s > :now_s),
                             'is_busy', EXISTS (SELECT 1 FROM request_state
                                                WHERE copy_id = c.request_id AND holds = 1
                                                    AND from_s <= :now_s
                                                    AND (until_s > :now_s
                                                         OR request_id = keeper.request_id))
                         ) AS json
                         FROM copy AS c
                         JOIN request_state AS own ON own.request_id = c.request_id
                         JOIN decision AS d ON d.request_id = own.request_id AND d.no = own.no
                         LEFT JOIN decision_words AS w
                             ON w.request_id = d.request_id AND w.no = d.no
                         LEFT JOIN request_state AS keeper ON keeper.copy_id = c.request_id
                             AND keeper.state IN ('out', 'lost', 'needs_check', 'repair',
                                                  'parts_owed')
                         LEFT JOIN household AS h ON h.id = keeper.household_id
                         WHERE c.item_id = i.id
                         ORDER BY c.number))))
FROM item AS i
JOIN item_class AS k ON k.id = i.class_id
WHERE i.id = :item_id;

-- name: desk_copies_away
-- state_living: copies in maintenance or missing, the longest first, with what was said; each with
-- its place in the page.
SELECT json_object('copy_id', s.request_id, 'no', s.no, 'kind', 'copy', 'state', s.state,
    'since_s', s.since_s, 'at_s', s.since_s, 'request_id', s.request_id, 'item_id', i.id,
    'title', i.title, 'icon', i.icon, 'copy_number', c.number, 'shelf', c.shelf,
    'words', w.words), row_number() OVER (ORDER BY s.since_s, s.request_id)
FROM request_state AS s
JOIN copy AS c ON c.request_id = s.request_id
JOIN item AS i ON i.id = c.item_id
LEFT JOIN decision_words AS w ON w.request_id = s.request_id AND w.no = s.no
WHERE s.is_ended = 0 AND s.kind = 'copy' AND s.state IN ('maintenance', 'missing')
    AND (s.since_s, s.request_id) > (:after_s, :after_id)
ORDER BY s.since_s, s.request_id
LIMIT 61;

-- name: desk_loan_max_days
-- Primary keys.
SELECT k.max_days
FROM item AS i
JOIN item_class AS k ON k.id = i.class_id
WHERE i.id = :item_id;
