-- The catalogue as the desk keeps it: core/catalogue_edit.h.

-- name: service_add
-- /*scan*/ because the last place of some 40 services is looked for. One row; without a code, one of
-- its own.
INSERT INTO service(code, pillar, kind, title, summary, icon, hours, partner_id, price, price_cents,
    subscriber_cents, is_sensitive, rule, rule_limit, rule_code, position, is_active)
VALUES (iif(:code = '', 'service_' || (SELECT 1 + coalesce(max(id), 0) FROM service), :code),
    :pillar, :kind, :title, :summary, :icon, :hours, :partner_id, :price, :price_cents,
    :subscriber_cents, :is_sensitive, :rule, :rule_limit, :rule_code,
    (SELECT 1 + coalesce(max(position), 0) FROM service WHERE pillar = :pillar),
    :is_active);

-- name: service_change
-- The primary key, one row; /*scan*/ because in another pillar it is the last of some 40.
UPDATE service
SET kind = :kind, title = :title, summary = :summary, icon = :icon, hours = :hours,
    partner_id = :partner_id, price = :price, price_cents = :price_cents,
    subscriber_cents = :subscriber_cents, is_sensitive = :is_sensitive, rule = :rule,
    rule_limit = :rule_limit, rule_code = :rule_code, is_active = :is_active,
    position = iif(pillar = :pillar, position,
        (SELECT 1 + coalesce(max(other.position), 0) FROM service AS other
         WHERE other.pillar = :pillar)),
    pillar = :pillar
WHERE id = :service_id;

-- name: service_offer
-- The primary key, one row: it keeps its place.
UPDATE service
SET is_active = :is_active
WHERE id = :service_id;

-- name: service_place
-- The primary key, one row.
SELECT position
FROM service
WHERE id = :service_id AND is_active = 1;

-- name: service_above
-- The primary key, then service_by_pillar backwards: one row.
SELECT other.id, other.position
FROM service AS own
JOIN service AS other ON other.pillar = own.pillar AND other.is_active = 1
    AND other.position < own.position
WHERE own.id = :service_id
ORDER BY other.position DESC
LIMIT 1;

-- name: service_below
-- The primary key, then service_by_pillar: one row.
SELECT other.id, other.position
FROM service AS own
JOIN service AS other ON other.pillar = own.pillar AND other.is_active = 1
    AND other.position > own.position
WHERE own.id = :service_id
ORDER BY other.position
LIMIT 1;

-- name: service_set_place
-- The primary key, one row.
UPDATE service
SET position = :position
WHERE id = :service_id;

-- name: form_keep_words
-- The primary key, one row.
INSERT INTO service_asked(service_id, field, choice, label, kind)
VALUES (:service_id, :field, :choice, :label, :kind)
ON CONFLICT (service_id, field, choice) DO UPDATE SET label = excluded.label;

-- name: form_clear_choices
-- The primary key, the choices of one service.
DELETE FROM service_choice
WHERE service_id = :service_id;

-- name: form_clear_fields
-- The primary key, at most four rows.
DELETE FROM service_field
WHERE service_id = :service_id;

-- name: form_add_field
-- One row.
INSERT INTO service_field(service_id, position, code, label, kind, least, most, is_required)
VALUES (:service_id, :position, :code, :label, :kind, :least, :most, :is_required);

-- name: form_add_choice
-- One row.
INSERT INTO service_choice(service_id, field, position, code, label, icon)
VALUES (:service_id, :field, :position, :code, :label, :icon);

-- name: class_exists
-- The primary key, at most one row.
SELECT id
FROM item_class
WHERE id = :class_id;

-- name: item_import_classes
-- /*scan*/ because a list may name any of some ten classes.
SELECT id, title, icon
FROM item_class
ORDER BY id;

-- name: item_import_titles
-- /*scan*/ because a list may name any of some hundred items.
SELECT id, title, withdrawn_at_s IS NOT NULL
FROM item
ORDER BY id;

-- name: item_import_item
-- The primary key; its copies in use by copy's index by item.
SELECT item.class_id, item.title, item.summary, item.icon, item.deposit_cents, item.fee_cents,
    coalesce(item.subscriber_fee_cents, -1),
    (SELECT count(*)
     FROM copy
     JOIN request_state AS own ON own.request_id = copy.request_id AND own.state <> 'retired'
     WHERE copy.item_id = item.id),
    (SELECT count(*) FROM copy WHERE item_id = item.id AND shelf = '')
FROM item
WHERE item.id = :item_id;

-- name: class_add
-- /*scan*/ because the new one comes after all others, some ten rows.
INSERT INTO item_class(code, title, icon, rule, rule_limit, rule_code, max_days, position)
VALUES (iif(:code = '', 'class_' || (SELECT 1 + coalesce(max(id), 0) FROM item_class), :code),
    :title, :icon, :rule, :rule_limit, :rule_code, :max_days,
    (SELECT 1 + coalesce(max(position), 0) FROM item_class));

-- name: class_change
-- The primary key, one row.
UPDATE item_class
SET title = :title, icon = :icon, rule = :rule, rule_limit = :rule_limit, rule_code = :rule_code,
    max_days = :max_days
WHERE id = :class_id;

-- name: item_add
-- One row.
INSERT INTO item(class_id, title, summary, icon, deposit_cents, fee_cents, subscriber_fee_cents)
VALUES (:class_id, :title, :summary, :icon, :deposit_cents, :fee_cents, :subscriber_cents);

-- name: item_change
-- The primary key, one row.
UPDATE item
SET class_id = :class_id, title = :title, summary = :summary, icon = :icon,
    deposit_cents = :deposit_cents, fee_cents = :fee_cents,
    subscriber_fee_cents = :subscriber_cents
WHERE id = :item_id;

-- name: item_withdraw
-- The primary key, one row.
UPDATE item
SET withdrawn_at_s = iif(:is_withdrawn, coalesce(withdrawn_at_s, :now_s), NULL)
WHERE id = :item_id;

-- name: item_parts_away
-- The primary key, a handful; for each whether a loan is out with it, by state_by_item and the
-- primary key of loan_part.
SELECT part.position,
    EXISTS (SELECT 1
            FROM request_state AS loan
            JOIN loan_part ON loan_part.request_id = loan.request_id
                AND loan_part.position = part.position
            WHERE loan.item_id = part.item_id AND loan.is_ended = 0 AND loan_part.is_back = 0),
    part.label
FROM item_part AS part
WHERE part.item_id = :item_id
ORDER BY part.position;

-- name: item_drop_part
-- The primary key, one row.
DELETE FROM item_part
WHERE item_id = :item_id AND position = :position;

-- name: item_set_part
-- The primary key, one row.
INSERT INTO item_part(item_id, position, label)
VALUES (:item_id, :position, :label)
ON CONFLICT (item_id, position) DO UPDATE SET label = excluded.label;

-- name: copy_next_number
-- The primary key of item, then copy's index by item: one row.
SELECT 1 + coalesce((SELECT max(number) FROM copy WHERE item_id = item.id), 0)
FROM item
WHERE id = :item_id;

-- name: copy_fill_shelves
-- copy's index by item: those of one item that stand nowhere in particular.
UPDATE copy
SET shelf = :shelf
WHERE item_id = :item_id AND shelf = '';

-- name: copy_set_shelf
-- The primary key, one row.
UPDATE copy
SET shelf = :shelf
WHERE request_id = :copy_id;

-- name: partner_exists
-- The primary key, at most one row.
SELECT id
FROM partner
WHERE id = :partner_id;

-- name: partner_add
-- One row.
INSERT INTO partner(name, summary, hours, place, phone, is_provider, agenda_rule)
VALUES (:name, :summary, :hours, :place, :phone, :is_provider,
    iif(:keeps_agenda_alone, 'automatic', 'desk'));

-- name: partner_change
-- The primary key, one row.
UPDATE partner
SET name = :name, summary = :summary, hours = :hours, place = :place, phone = :phone,
    is_provider = :is_provider, agenda_rule = iif(:keeps_agenda_alone, 'automatic', 'desk')
WHERE id = :partner_id;

-- name: partner_withdraw
-- The primary key, one row.
UPDATE partner
SET withdrawn_at_s = iif(:is_withdrawn, coalesce(withdrawn_at_s, :now_s), NULL)
WHERE id = :partner_id;

-- name: partner_clear_needs
-- partner_need_by_partner, a handful.
DELETE FROM partner_need
WHERE partner_id = :partner_id;

-- name: partner_add_need
-- The primary key, one row.
INSERT INTO partner_need(need_code, partner_id)
VALUES (:need_code, :partner_id)
ON CONFLICT (need_code, partner_id) DO NOTHING;
