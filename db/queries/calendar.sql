-- name: calendar_reading_add
INSERT INTO calendar_reading (partner_id, source, staff_id, address_id, read_at_s)
VALUES (:partner_id, :source, :staff_id, :address_id, :now_s);

-- name: calendar_reading_before
-- calendar_reading_open: an earlier one that this one takes the place of; a few.
SELECT id
FROM calendar_reading
WHERE state = 'open' AND partner_id = :partner_id AND id <> :reading_id
    AND address_id IS :address_id
    AND (address_id IS NOT NULL OR source = :source AND staff_id IS :staff_id);

-- name: calendar_line_is_whole
-- No table: whether it is a line such as the reader writes.
SELECT CASE WHEN json_valid(:line) THEN json_type(:line) = 'object' ELSE 0 END;

-- name: calendar_line
-- No table: a whole line, taken apart.
SELECT json_extract(:line, '$.is'), json_extract(:line, '$.line'), json_extract(:line, '$.uid'),
    iif(json_extract(:line, '$.is_series'), json_extract(:line, '$.key_s'), 0),
    json_extract(:line, '$.starts_s'), json_extract(:line, '$.ends_s'),
    json_extract(:line, '$.is_day'), json_extract(:line, '$.status'),
    json_extract(:line, '$.sequence'), json_extract(:line, '$.visibility'),
    json_extract(:line, '$.title'), json_extract(:line, '$.words'), json_extract(:line, '$.place'),
    iif(json_type(:line, '$.notes') = 'array', json_extract(:line, '$.notes'), '[]'),
    json_extract(:line, '$.code'), json_extract(:line, '$.detail'), json_extract(:line, '$.name'),
    iif(json_type(:line, '$.mended') = 'array', json_extract(:line, '$.mended'), '[]'),
    json_extract(:line, '$.dates') + json_extract(:line, '$.problems');

-- name: calendar_reading_name
-- By primary key; of several calendars in a file, the first that has a name.
UPDATE calendar_reading
SET calendar = iif(calendar = '', :calendar, calendar)
WHERE id = :reading_id;

-- name: calendar_reading_mended
-- By primary key.
UPDATE calendar_reading
SET mended = :mended
WHERE id = :reading_id;

-- name: calendar_row_is_there
-- By calendar_row_by_uid: that date stood in the calendar already.
SELECT EXISTS (SELECT 1
               FROM calendar_row
               WHERE reading_id = :reading_id AND uid = :uid AND key_s = :key_s AND fault = '');

-- name: calendar_row_add
INSERT INTO calendar_row (reading_id, position, line, uid, key_s, sequence, is_cancelled, starts_s,
    ends_s, title, place, summary, notes, fault, detail)
VALUES (:reading_id, :position, :line, :uid, :key_s, :sequence, :is_cancelled, :starts_s,
    :ends_s, :title, :place, :summary, :notes, :fault, :detail);

-- name: calendar_row_note
-- By primary key.
UPDATE calendar_row
SET notes = json_insert(notes, '$[#]', :code)
WHERE reading_id = :reading_id AND position = :position;

-- name: calendar_end
-- By primary key, while it is open.
UPDATE calendar_reading
SET state = :state, ended_at_s = max(:now_s, read_at_s)
WHERE id = :reading_id AND state = 'open';

-- name: calendar_end_rows
-- By primary key: some hundred.
DELETE FROM calendar_row
WHERE reading_id = :reading_id;

-- name: calendar_end_titles
-- By primary key: some.
DELETE FROM calendar_title
WHERE reading_id = :reading_id;

-- name: calendar_due
-- By calendar_reading_open: what nobody confirmed for long; few, one by one.
SELECT id
FROM calendar_reading
WHERE state = 'open' AND read_at_s <= :before_s
LIMIT 1;

-- name: calendar_load
-- By primary keys; calendar_row's for the counts.
SELECT r.partner_id, p.name, r.source, r.state, coalesce(r.staff_id, 0), r.read_at_s, r.version,
    r.calendar, r.mended,
    (SELECT count(*) FROM calendar_row AS w
     WHERE w.reading_id = r.id AND (w.verdict IN ('new', 'changed', 'cancelled')
                                    OR w.reason = 'adopted')),
    (SELECT coalesce(sum(w.people), 0) FROM calendar_row AS w WHERE w.reading_id = r.id)
FROM calendar_reading AS r
JOIN partner AS p ON p.id = r.partner_id
WHERE r.id = :reading_id;

-- name: calendar_counts
-- By primary key: some hundred, counted by verdict.
SELECT verdict, count(*)
FROM calendar_row
WHERE reading_id = :reading_id
GROUP BY verdict;

-- name: calendar_judged
-- By primary key, in the order of their dates: some hundred, to be compared.
SELECT position, uid, key_s, sequence, is_cancelled, starts_s, ends_s, title, place, summary,
    fault
FROM calendar_row
WHERE reading_id = :reading_id AND line > 0
ORDER BY starts_s, position;

-- name: calendar_known
-- By the calendar's dates (partner, uid): what is known of one. A single date that became a series,
-- and the other way round, are known by where they stood; a series that was moved as a whole, by
-- the nearest of its dates within half a week that the calendar does not name any more.
SELECT d.session_id, d.key_s, d.sequence, d.is_cancelled, d.starts_s, d.ends_s, d.title, d.place,
    d.summary
FROM calendar_date AS d
WHERE d.partner_id = :partner_id AND d.uid = :uid
    AND (d.key_s = :key_s
         OR (d.key_s = 0 AND d.starts_s = :key_s)
         OR (:key_s = 0 AND d.key_s = :starts_s)
         OR (d.starts_s BETWEEN :starts_s - 302400 AND :starts_s + 302400 AND d.starts_s > :now_s
             AND d.is_cancelled = 0
             AND NOT EXISTS (SELECT 1 FROM calendar_row AS w
                             WHERE w.reading_id = :reading_id AND w.uid = d.uid
                                 AND w.key_s = d.key_s)))
    AND NOT EXISTS (SELECT 1 FROM calendar_row AS w
                    WHERE w.session_id = d.session_id AND w.reading_id = :reading_id)
ORDER BY d.key_s = :key_s DESC, abs(d.starts_s - :starts_s)
LIMIT 1;

-- name: calendar_adoptable
-- session_by_activity of the partner's activity of that title, at that time: it was entered by hand.
SELECT x.request_id
FROM activity AS a
JOIN session AS x ON x.activity_id = a.id AND x.starts_s = :starts_s
JOIN request_state AS s ON s.request_id = x.request_id AND s.is_ended = 0
WHERE a.partner_id = :partner_id AND a.title = :title
    AND NOT EXISTS (SELECT 1 FROM calendar_date AS d WHERE d.session_id = x.request_id)
    AND NOT EXISTS (SELECT 1 FROM calendar_row AS w
                    WHERE w.session_id = x.request_id AND w.reading_id = :reading_id)
ORDER BY x.request_id
LIMIT 1;

-- name: calendar_own
-- By the unique index of request.uid.
SELECT EXISTS (SELECT 1 FROM request WHERE uid = :uid AND kind = 'session');

-- name: calendar_session
-- Primary keys; state_by_session for who comes or waits: one row.
SELECT s.no, s.state, x.starts_s, x.ends_s, x.place, a.title, a.summary,
    (SELECT count(*) FROM request_state AS b
     WHERE b.session_id = x.request_id AND b.kind = 'booking' AND b.is_ended = 0),
    (SELECT coalesce(sum(b.adults + b.children), 0) FROM request_state AS b
     WHERE b.session_id = x.request_id AND b.kind = 'booking' AND b.is_ended = 0)
FROM session AS x
JOIN request_state AS s ON s.request_id = x.request_id
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :session_id;

-- name: calendar_judge_begin
-- By primary key: some hundred.
UPDATE calendar_row
SET session_id = NULL
WHERE reading_id = :reading_id;

-- name: calendar_judge_row
-- By primary key.
UPDATE calendar_row
SET verdict = :verdict, reason = :reason, changes = :changes, is_house_changed = :is_house_changed,
    session_id = :session_id, session_no = :session_no, bookings = :bookings, people = :people
WHERE reading_id = :reading_id AND position = :position;

-- name: calendar_forget_missing
-- By primary key.
DELETE FROM calendar_row
WHERE reading_id = :reading_id AND line = 0;

-- name: calendar_add_missing
-- The calendar's dates of the partner to come, less those that it names: of a series that is still
-- there, or of a calendar of the same name. Some.
INSERT INTO calendar_row (reading_id, position, line, uid, key_s, sequence, starts_s, ends_s, title,
    place, verdict, session_id, session_no)
SELECT :reading_id,
    (SELECT max(position) FROM calendar_row WHERE reading_id = :reading_id)
        + row_number() OVER (ORDER BY x.starts_s, d.session_id),
    0, d.uid, d.key_s, d.sequence, x.starts_s, x.ends_s, d.title, x.place, 'missing', d.session_id,
    s.no
FROM calendar_date AS d
JOIN session AS x ON x.request_id = d.session_id
JOIN request_state AS s ON s.request_id = d.session_id AND s.is_ended = 0
JOIN calendar_reading AS r ON r.id = :reading_id
WHERE d.partner_id = r.partner_id AND d.is_cancelled = 0 AND d.starts_s > :now_s
    AND d.starts_s < :until_s AND x.starts_s > :now_s
    AND (d.calendar = r.calendar AND d.calendar <> ''
         OR EXISTS (SELECT 1 FROM calendar_row AS w
                    WHERE w.reading_id = :reading_id AND w.uid = d.uid))
    AND NOT EXISTS (SELECT 1 FROM calendar_row AS w
                    WHERE w.session_id = d.session_id AND w.reading_id = :reading_id)
    AND NOT EXISTS (SELECT 1 FROM calendar_row AS w
                    WHERE w.reading_id = :reading_id AND w.uid = d.uid AND w.key_s = d.key_s);

-- name: calendar_forget_titles
-- By primary key: choices whose activity would not be made any more.
DELETE FROM calendar_title
WHERE reading_id = :reading_id
    AND NOT EXISTS (SELECT 1 FROM calendar_row AS w
                    WHERE w.reading_id = :reading_id AND w.title = calendar_title.title
                        AND w.verdict = 'new');

-- name: calendar_add_titles
-- calendar_row's primary key, activity_by_partner: the titles that no activity of the partner has.
INSERT INTO calendar_title (reading_id, title, kind_code)
SELECT :reading_id, w.title,
    coalesce((SELECT kind_code FROM activity
              WHERE partner_id = :partner_id
              GROUP BY kind_code
              ORDER BY count(*) DESC, kind_code
              LIMIT 1), 'workshop')
FROM calendar_row AS w
WHERE w.reading_id = :reading_id AND w.verdict = 'new'
    AND NOT EXISTS (SELECT 1 FROM activity WHERE partner_id = :partner_id AND title = w.title)
GROUP BY w.title
ON CONFLICT DO NOTHING;

-- name: calendar_rows
-- By primary key, then primary keys: some hundred.
SELECT w.position, w.line, w.verdict, w.reason, w.detail, w.changes, w.is_house_changed, w.notes,
    w.title, w.place, w.starts_s, w.ends_s, coalesce(a.title, ''), coalesce(x.place, ''),
    coalesce(x.starts_s, 0), coalesce(x.ends_s, 0), coalesce(w.session_id, 0), w.bookings,
    w.people, w.uid, w.key_s, w.sequence, w.is_cancelled, w.summary
FROM calendar_row AS w
LEFT JOIN session AS x ON x.request_id = w.session_id
LEFT JOIN activity AS a ON a.id = x.activity_id
WHERE w.reading_id = :reading_id
ORDER BY CASE w.verdict WHEN 'new' THEN 0 WHEN 'changed' THEN 1 WHEN 'cancelled' THEN 2
    WHEN 'unchanged' THEN 3 WHEN 'missing' THEN 4 WHEN 'left_out' THEN 5 ELSE 6 END,
    w.starts_s, w.position;

-- name: calendar_titles
-- By primary key; calendar_row's for how many dates.
SELECT t.title, t.kind_code, t.capacity, t.rule,
    (SELECT count(*) FROM calendar_row AS w
     WHERE w.reading_id = t.reading_id AND w.title = t.title AND w.verdict = 'new')
FROM calendar_title AS t
WHERE t.reading_id = :reading_id
ORDER BY t.title;

-- name: calendar_choose
-- By primary key: one title of an open reading, or all.
UPDATE calendar_title
SET kind_code = :kind, capacity = :capacity, rule = :rule
WHERE reading_id = (SELECT id FROM calendar_reading WHERE id = :reading_id AND state = 'open')
    AND title = coalesce(:title, title);

-- name: calendar_fingerprint
-- By primary key: what each line would do, in one text.
SELECT coalesce(group_concat(position || ' ' || verdict || ' ' || reason || ' ' || changes || ' '
                             || coalesce(session_id, 0) || ' ' || session_no, ';'), '')
FROM (SELECT position, verdict, reason, changes, session_id, session_no
      FROM calendar_row
      WHERE reading_id = :reading_id AND line > 0
      ORDER BY position);

-- name: calendar_next_version
-- By primary key.
UPDATE calendar_reading
SET version = version + 1
WHERE id = :reading_id;

-- name: calendar_chosen
-- By primary key.
SELECT kind_code, capacity, rule
FROM calendar_title
WHERE reading_id = :reading_id AND title = :title;

-- name: calendar_activity
-- activity_by_partner; session_by_activity for the last one's seats.
SELECT a.id, coalesce(x.capacity, 0), coalesce(x.least_people, 0)
FROM activity AS a
LEFT JOIN session AS x ON x.request_id = (SELECT request_id FROM session
                                          WHERE activity_id = a.id
                                          ORDER BY starts_s DESC
                                          LIMIT 1)
WHERE a.partner_id = :partner_id AND a.title = :title
ORDER BY a.id
LIMIT 1;

-- name: calendar_copy_activity
-- By primary keys: one row.
INSERT INTO activity (kind_code, title, summary, icon, spoken, bring, partner_id, least_age,
    takes_children, price_cents, subscriber_cents, rule, rule_limit, rule_code)
SELECT a.kind_code, :title, :summary, a.icon, a.spoken, a.bring, a.partner_id, a.least_age, a.takes_children,
    a.price_cents, a.subscriber_cents, a.rule, a.rule_limit, a.rule_code
FROM session AS x
JOIN activity AS a ON a.id = x.activity_id
WHERE x.request_id = :session_id;

-- name: calendar_set_activity
-- By primary keys. Another title is news for calendars; what the activity before it had counted
-- stays counted.
UPDATE session
SET sequence = sequence + 1 + (SELECT sequence FROM activity WHERE id = session.activity_id),
    activity_id = :activity_id, revised_s = :now_s
WHERE request_id = :session_id;

-- name: calendar_set_summary
-- By primary keys. Other words are news for calendars.
UPDATE activity
SET summary = :summary, sequence = sequence + 1, revised_s = :now_s
WHERE id = (SELECT activity_id FROM session WHERE request_id = :session_id);

-- name: calendar_remember
INSERT INTO calendar_date (session_id, partner_id, calendar, uid, key_s, sequence, is_cancelled,
    starts_s, ends_s, title, place, summary, read_at_s)
VALUES (:session_id, :partner_id, :calendar, :uid, :key_s, :sequence, :is_cancelled,
    :starts_s, :ends_s, :title, :place, :summary, :read_at_s)
ON CONFLICT (session_id) DO UPDATE
SET calendar = excluded.calendar, uid = excluded.uid, key_s = excluded.key_s,
    sequence = excluded.sequence, is_cancelled = excluded.is_cancelled,
    starts_s = excluded.starts_s, ends_s = excluded.ends_s,
    title = iif(:keeps_words, title, excluded.title), place = excluded.place,
    summary = iif(:keeps_words, summary, excluded.summary), read_at_s = excluded.read_at_s;

-- name: calendar_forget
-- By primary key.
DELETE FROM calendar_date
WHERE session_id = :session_id;
