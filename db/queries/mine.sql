-- name: mine_list
-- state_by_household, in its order from a key on, then primary keys and notice_once: a page of what
-- a household has under way or what ended, newest first. What is private stands there for its asker
-- alone; what a correction replaced is history of the desk's.
SELECT s.request_id, s.no, s.kind, s.state, d.verb, d.who, d.reason_code, s.since_s, s.is_ended,
    s.answer_by_s, s.session_id, s.item_id, line.service_id, s.copy_id, line.parent_id,
    s.from_s, s.until_s, s.adults, s.children, line.is_private, line.direction,
    line.category_code, line.choice_code, line.ticket_number,
    coalesce(tt.text, line.title), tt.text IS NULL, line.icon,
    CASE line.direction WHEN 'reply'
        THEN (SELECT verb = 'match' FROM decision WHERE request_id = s.request_id AND no = 1) END,
    s.state = 'agreed' AND EXISTS (
        SELECT 1
        FROM request AS other
        JOIN request_state AS o ON o.request_id = other.id AND o.state = 'match_proposed'
        WHERE other.parent_id = s.request_id
        UNION ALL
        SELECT 1
        FROM request_state AS o
        WHERE o.request_id = line.parent_id AND o.state = 'match_proposed'),
    EXISTS (SELECT 1 FROM notice
            WHERE request_id = s.request_id AND state IN ('to_tell', 'unreachable')) AS is_untold
FROM request_state AS s
JOIN request_line AS line ON line.request_id = s.request_id
JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
LEFT JOIN translation AS tt ON tt.french = line.title AND tt.lang = :reader_lang
WHERE s.household_id = :household_id AND s.is_ended = :is_ended AND s.since_s >= :from_s
    AND (s.since_s, s.request_id) < (:since_s, :request_id)
    AND s.state <> 'replaced'
    AND (:part = 'all' OR (is_untold AND s.since_s >= :news_from_s) = (:part = 'news'))
    AND (line.is_private = 0
         OR (SELECT person_id FROM request WHERE id = s.request_id) = :person_id)
ORDER BY s.since_s DESC, s.request_id DESC
LIMIT :most;

-- name: mine_line
-- Primary keys and notice_once: at most one row.
SELECT s.request_id, s.no, s.kind, s.state, d.verb, d.who, d.reason_code, s.since_s, s.is_ended,
    s.answer_by_s, s.session_id, s.item_id, line.service_id, s.copy_id, line.parent_id,
    s.from_s, s.until_s, s.adults, s.children, line.is_private, line.direction,
    line.category_code, line.choice_code, line.ticket_number,
    coalesce(tt.text, line.title), tt.text IS NULL, line.icon,
    CASE line.direction WHEN 'reply'
        THEN (SELECT verb = 'match' FROM decision WHERE request_id = s.request_id AND no = 1) END,
    s.state = 'agreed' AND EXISTS (
        SELECT 1
        FROM request AS other
        JOIN request_state AS o ON o.request_id = other.id AND o.state = 'match_proposed'
        WHERE other.parent_id = s.request_id
        UNION ALL
        SELECT 1
        FROM request_state AS o
        WHERE o.request_id = line.parent_id AND o.state = 'match_proposed'),
    EXISTS (SELECT 1 FROM notice
            WHERE request_id = s.request_id AND state IN ('to_tell', 'unreachable'))
FROM request_state AS s
JOIN request_line AS line ON line.request_id = s.request_id
JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
LEFT JOIN translation AS tt ON tt.french = line.title AND tt.lang = :reader_lang
WHERE s.request_id = :request_id;

-- name: mine_card
-- Primary keys, remark_once, request_by_parent for the extensions of a loan: one row.
SELECT r.asked_at_s, coalesce(tp.text, x.place, ''), tp.text IS NULL, coalesce(p.name, ''), coalesce(own.state, ''),
    coalesce((SELECT reason_code FROM decision WHERE request_id = own.request_id AND no = own.no), ''),
    coalesce(i.deposit_cents, 0), coalesce(m.agreed_cents, -1), coalesce(m.asked_cents, -1),
    coalesce(m.paid_cents, -1), coalesce(w.words, ''), coalesce(w.lang, ''),
    coalesce(dw.words, ''), coalesce(dw.lang, ''), coalesce(n.told_at_s, 0),
    EXISTS (SELECT 1 FROM remark WHERE request_id = r.id AND code = 'fault_said'),
    EXISTS (SELECT 1 FROM remark WHERE request_id = r.id AND code = 'not_settled'),
    coalesce((SELECT who = 'resident' FROM decision WHERE request_id = r.id AND verb = 'say_done'
              ORDER BY no DESC LIMIT 1), 0),
    coalesce(e.request_id, 0), coalesce(e.state, ''), coalesce(e.until_s, 0),
    b.session_id, b.copy_id, b.from_s, b.until_s, coalesce(b.adults, 0), coalesce(b.children, 0)
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN session AS x ON x.request_id = s.session_id
LEFT JOIN translation AS tp ON tp.french = x.place AND tp.lang = :reader_lang
LEFT JOIN request_state AS own ON own.request_id = x.request_id
LEFT JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN service AS v ON v.id = r.service_id
LEFT JOIN partner AS p ON p.id = coalesce(
    (SELECT partner_id FROM request_partner WHERE request_id = r.id ORDER BY no DESC LIMIT 1),
    a.partner_id, v.partner_id)
LEFT JOIN request_prices AS m ON m.request_id = r.id
LEFT JOIN item AS i ON i.id = s.item_id
LEFT JOIN request_state AS e ON e.request_id = (
    SELECT max(id) FROM request WHERE parent_id = r.id AND kind = 'extension')
LEFT JOIN request_words AS w ON w.request_id = r.id AND w.field = ''
LEFT JOIN decision_words AS dw ON dw.request_id = r.id AND dw.no = s.no
LEFT JOIN notice AS n ON n.request_id = r.id AND n.no = s.no
LEFT JOIN decision AS b ON b.request_id = r.id AND b.no = (
    SELECT max(no) FROM decision
    WHERE request_id = r.id AND no < s.no
        AND to_state NOT IN ('to_reconfirm', 'counter_proposed'))
WHERE r.id = :request_id;

-- name: mine_longest_loan
-- Primary keys: for how many days things of this class are lent.
SELECT c.max_days
FROM item AS i
JOIN item_class AS c ON c.id = i.class_id
WHERE i.id = :item_id;

-- name: mine_next_hold
-- state_copies: when the next loan of a copy begins; NULL if there is none.
SELECT min(from_s)
FROM request_state
WHERE copy_id = :copy_id AND holds = 1 AND from_s >= :until_s AND request_id <> :request_id;
