-- name: sent_write
-- partner's primary key; one row, none without such a partner.
INSERT INTO request_partner(request_id, no, partner_id, sent_at_s, is_end)
SELECT :request_id, :no, id, :now_s, :is_end
FROM partner
WHERE id = :partner_id AND withdrawn_at_s IS NULL;

-- name: sent_forget
-- Primary key, at most one row.
DELETE FROM request_partner
WHERE request_id = :request_id AND no = :no;

-- name: sent_forget_words
-- Primary key, at most one row.
DELETE FROM request_partner_words
WHERE request_id = :request_id AND no = :no;

-- name: sent_forget_reminders
-- Primary key, a handful of rows.
DELETE FROM request_partner_reminder
WHERE request_id = :request_id AND no = :no;

-- name: sent_is_over
-- Primary key, at most one row.
SELECT answer_code IN ('no', 'done')
FROM request_partner
WHERE request_id = :request_id AND no = :no;

-- name: sent_remind
-- One row; twice within a second is one reminder.
INSERT INTO request_partner_reminder(request_id, no, reminded_at_s)
VALUES (:request_id, :no, :now_s)
ON CONFLICT DO NOTHING;

-- name: sent_unremind
-- Primary key, at most one row.
DELETE FROM request_partner_reminder
WHERE request_id = :request_id AND no = :no AND reminded_at_s = :reminded_at_s;

-- name: sent_answer
-- Primary key, one row.
UPDATE request_partner
SET answer_code = :code, answered_at_s = :at_s
WHERE request_id = :request_id AND no = :no;

-- name: sent_words
-- One row.
INSERT INTO request_partner_words(request_id, no, words)
VALUES (:request_id, :no, :words);

-- name: order_price
-- One row.
INSERT INTO request_price(request_id, no, cents)
VALUES (:request_id, :no, :cents);

-- name: order_forget_price
-- Primary key, at most one row.
DELETE FROM request_price
WHERE request_id = :request_id AND no = :no;

-- name: order_agreed_price
-- Primary keys and the decisions of one request; one row, NULL when no price was agreed.
SELECT agreed_cents
FROM request_prices
WHERE request_id = :request_id AND agreed_cents IS NOT NULL;

-- name: order_provider
-- Primary keys, at most one row: who sees to a service, unless somebody else is named.
SELECT v.partner_id
FROM request AS r
JOIN service AS v ON v.id = r.service_id
WHERE r.id = :request_id AND v.partner_id IS NOT NULL;
