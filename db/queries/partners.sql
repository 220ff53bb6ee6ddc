-- name: partners_by_need
-- The primary keys of partner_need and partner: some ten rows, put in the order of their names.
SELECT partner.id, partner.name, coalesce(ts.text, partner.summary), ts.text IS NULL,
    coalesce(th.text, partner.hours), th.text IS NULL,
    coalesce(tp.text, partner.place), tp.text IS NULL, partner.phone, partner.is_provider
FROM partner_need
JOIN partner ON partner.id = partner_need.partner_id
LEFT JOIN translation AS ts ON ts.french = partner.summary AND ts.lang = :reader_lang
LEFT JOIN translation AS th ON th.french = partner.hours AND th.lang = :reader_lang
LEFT JOIN translation AS tp ON tp.french = partner.place AND tp.lang = :reader_lang
WHERE partner_need.need_code = :need_code AND partner.withdrawn_at_s IS NULL
ORDER BY partner.name, partner.id;

-- name: partners_count_needs
-- /*scan*/ because a house has some 80 partners with two or three needs each.
SELECT partner_need.need_code, count(*)
FROM partner_need
JOIN partner ON partner.id = partner_need.partner_id AND partner.withdrawn_at_s IS NULL
GROUP BY partner_need.need_code;

-- name: partners_find
-- /*scan*/ because a house has some 80 partners, and this is typed once for an organiser.
SELECT id
FROM partner
WHERE name = :name
ORDER BY id
LIMIT 1;

-- name: oncall_lines
-- /*scan*/ because there are two or three, and all are wanted.
SELECT coalesce(tt.text, label), tt.text IS NULL, phone
FROM oncall_line
LEFT JOIN translation AS tt ON tt.french = label AND tt.lang = :reader_lang
ORDER BY position;

-- name: oncall_clear
-- /*scan*/ because all are written anew: two or three.
DELETE FROM oncall_line;

-- name: oncall_add
-- One row.
INSERT INTO oncall_line(position, label, phone)
VALUES (:position, :label, :phone);
