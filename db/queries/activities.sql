-- name: activity_add
INSERT INTO activity (kind_code, title, summary, icon, spoken, bring, partner_id, least_age,
    takes_children, price_cents, subscriber_cents, rule, rule_limit, rule_code)
VALUES (:kind, :title, :summary, :icon, :spoken, :bring, :partner_id, :least_age,
    :takes_children, :price_cents, :subscriber_cents, :rule, :rule_limit, :rule_code);

-- name: activity_change
-- By primary key. What calendars tell of it is news for them; without a rule it stays as it is.
UPDATE activity
SET (sequence, revised_s) = (
        SELECT sequence + is_news, iif(is_news, :now_s, revised_s)
        FROM (SELECT (kind_code, title, summary, bring, partner_id, least_age, price_cents,
                      subscriber_cents)
                  IS NOT (:kind, :title, :summary, :bring, :partner_id, :least_age, :price_cents,
                          :subscriber_cents) AS is_news)),
    kind_code = :kind, title = :title, summary = :summary, icon = :icon, spoken = :spoken,
    bring = :bring, partner_id = :partner_id,
    least_age = :least_age, takes_children = :takes_children, price_cents = :price_cents,
    subscriber_cents = :subscriber_cents, rule = coalesce(:rule, rule),
    rule_limit = coalesce(:rule_limit, rule_limit), rule_code = coalesce(:rule_code, rule_code)
WHERE id = :activity_id;

-- name: activity_partner_renamed
-- activity_by_partner. Calendars tell with whom: another name is news for them.
UPDATE activity
SET sequence = sequence + 1, revised_s = :now_s
WHERE partner_id = :partner_id
    AND EXISTS (SELECT 1 FROM partner WHERE id = :partner_id AND name <> :name);

-- name: activity_house_renamed
-- /*scan*/ because calendars tell the house's name with every place: seldom, some hundred rows.
UPDATE activity
SET sequence = sequence + 1, revised_s = :now_s
WHERE EXISTS (SELECT 1 FROM site WHERE id = 1 AND name <> :name);

-- name: activity_title
-- By primary key.
SELECT title
FROM activity
WHERE id = :activity_id;

-- name: activity_announced
-- session_by_activity, then primary keys: its sessions to come that stand in the agenda, also those
-- whose new date is not known yet.
SELECT x.request_id
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
    AND s.state IN ('published', 'to_decide', 'postponed')
WHERE x.activity_id = :activity_id AND (x.starts_s > :now_s OR s.state = 'postponed')
ORDER BY x.starts_s, x.request_id;

-- name: activity_seen
-- session_by_activity, then primary keys: a row if one of its sessions stands in the agenda.
SELECT 1
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
    AND s.state IN ('published', 'to_decide', 'postponed')
WHERE x.activity_id = :activity_id
LIMIT 1;

-- name: activity_partner
-- By primary key.
SELECT 1
FROM partner
WHERE id = :partner_id;
