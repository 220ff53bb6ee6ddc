-- name: activity_add
INSERT INTO activity (kind_code, title, summary, icon, partner_id, least_age, takes_children,
    price_cents, subscriber_cents, rule, rule_limit, rule_code)
VALUES (:kind, :title, :summary, :icon, :partner_id, :least_age, :takes_children,
    :price_cents, :subscriber_cents, :rule, :rule_limit, :rule_code);

-- name: activity_change
-- By primary key. What calendars tell of it is news for them.
UPDATE activity
SET (sequence, revised_s) = (
        SELECT sequence + is_news, iif(is_news, :now_s, revised_s)
        FROM (SELECT (kind_code, title, summary, partner_id, least_age, price_cents,
                      subscriber_cents)
                  IS NOT (:kind, :title, :summary, :partner_id, :least_age, :price_cents,
                          :subscriber_cents) AS is_news)),
    kind_code = :kind, title = :title, summary = :summary, icon = :icon, partner_id = :partner_id,
    least_age = :least_age, takes_children = :takes_children, price_cents = :price_cents,
    subscriber_cents = :subscriber_cents, rule = :rule, rule_limit = :rule_limit,
    rule_code = :rule_code
WHERE id = :activity_id;

-- name: activity_partner
-- By primary key.
SELECT 1
FROM partner
WHERE id = :partner_id;
