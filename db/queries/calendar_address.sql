-- name: calendar_address_count
-- By the addresses of a partner: a few.
SELECT count(*)
FROM calendar_address
WHERE partner_id = :partner_id;

-- name: calendar_address_add
INSERT INTO calendar_address (partner_id, url, staff_id, added_at_s)
VALUES (:partner_id, :url, :staff_id, :now_s);

-- name: calendar_address_partner
-- By primary key.
SELECT partner_id
FROM calendar_address
WHERE id = :address_id;

-- name: calendar_address_open_reading
-- By calendar_reading_by_address: the one that waits to be looked at, if any.
SELECT id
FROM calendar_reading
WHERE address_id = :address_id AND state = 'open';

-- name: calendar_address_remove
-- By primary key.
DELETE FROM calendar_address
WHERE id = :address_id;

-- name: calendar_address_due
-- Those that were not tried for a while, the longest waiting first. /*scan*/ because a house has
-- some, and they are all looked at.
SELECT id, url, iif(coalesce(whole_at_s, 0) > :whole_since_s, etag, ''),
    iif(coalesce(whole_at_s, 0) > :whole_since_s, modified, '')
FROM calendar_address
WHERE coalesce(tried_at_s, 0) <= :before_s
ORDER BY tried_at_s, id
LIMIT :most;

-- name: calendar_address_report
-- No table: what the fetching process said.
SELECT json_extract(report, '$.is'), json_extract(report, '$.code'), json_extract(report, '$.etag'),
    json_extract(report, '$.modified')
FROM (SELECT iif(json_valid(:line), :line, '{}') AS report);

-- name: calendar_address_said
-- By calendar_row's primary key: what a reading proposes, in one text; some hundred lines.
SELECT coalesce(group_concat(verdict || char(31) || reason || char(31) || uid || char(31) || key_s
                             || char(31) || starts_s || char(31) || ends_s || char(31) || title
                             || char(31) || place || char(31) || summary, char(30)), '')
FROM (SELECT verdict, reason, uid, key_s, starts_s, ends_s, title, place, summary
      FROM calendar_row
      WHERE reading_id = :reading_id
          AND (verdict IN ('new', 'changed', 'cancelled') OR reason = 'adopted')
      ORDER BY uid, key_s, verdict);

-- name: calendar_address_was_said
-- By primary key, calendar_reading_by_address: whether the same was proposed last, and is still to be
-- looked at or was dropped by somebody.
SELECT a.said = :said
    AND coalesce((SELECT r.state IN ('open', 'dropped')
                  FROM calendar_reading AS r
                  WHERE r.address_id = a.id AND r.id <> :reading_id
                  ORDER BY r.id DESC
                  LIMIT 1), 0)
FROM calendar_address AS a
WHERE a.id = :address_id;

-- name: calendar_address_forget_reading
-- By primary key: one that proposes nothing, without its lines.
DELETE FROM calendar_reading
WHERE id = :reading_id;

-- name: calendar_address_good
-- By primary key.
UPDATE calendar_address
SET tried_at_s = :now_s, good_at_s = :now_s, whole_at_s = :now_s, failure = '',
    failing_since_s = NULL, etag = :etag, modified = :modified, said = :said,
    not_understood = :not_understood
WHERE id = :address_id;

-- name: calendar_address_unchanged
-- By primary key.
UPDATE calendar_address
SET tried_at_s = :now_s, good_at_s = :now_s, failure = '', failing_since_s = NULL
WHERE id = :address_id;

-- name: calendar_address_failed
-- By primary key.
UPDATE calendar_address
SET tried_at_s = :now_s, failure = :failure, failing_since_s = coalesce(failing_since_s, :now_s)
WHERE id = :address_id;

-- name: desk_calendar_addresses
-- calendar_address by partner, their readings by address; the partners by name. /*scan*/ because a
-- house has some, and the desk sees them all. An organiser's are their association's.
SELECT json_object(
    'addresses', (
        SELECT json_group_array(json_object(
            'address_id', a.id, 'partner_id', a.partner_id, 'partner', p.name, 'url', a.url,
            'added_at_s', a.added_at_s, 'tried_at_s', a.tried_at_s, 'good_at_s', a.good_at_s,
            'failing_since_s', a.failing_since_s, 'failure', a.failure,
            'not_understood', a.not_understood, 'reading_id', r.id,
            'proposals', (SELECT count(*) FROM calendar_row AS w
                          WHERE w.reading_id = r.id
                              AND (w.verdict IN ('new', 'changed', 'cancelled')
                                   OR w.reason = 'adopted'))))
        FROM (SELECT * FROM calendar_address
              WHERE :sees_all OR partner_id = :partner_id
              ORDER BY partner_id, id) AS a
        JOIN partner AS p ON p.id = a.partner_id
        LEFT JOIN calendar_reading AS r ON r.address_id = a.id AND r.state = 'open'),
    'partners', (
        SELECT json_group_array(json_object('partner_id', id, 'name', name))
        FROM (SELECT id, name FROM partner
              WHERE :sees_all OR id = :partner_id
              ORDER BY name)));
