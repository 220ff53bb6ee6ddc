-- name: setting_get
-- The primary key, at most one row.
SELECT value
FROM setting
WHERE name = :name;

-- name: setting_set
-- The primary key, one row.
INSERT INTO setting(name, value)
VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- name: house_create
-- One row, once.
INSERT INTO site(id, uid, name, zone, district, last_record_s)
VALUES (1, :uid, :name, :zone, :district, :now_s);

-- name: house_site
-- The primary key, one row.
SELECT name, zone, district, coalesce(tt.text, message), tt.text IS NULL
FROM site
LEFT JOIN translation AS tt ON tt.french = message AND tt.lang = :reader_lang
WHERE id = 1;

-- name: house_set_site
-- The primary key, one row.
UPDATE site
SET name = :name, district = :district
WHERE id = 1;

-- name: house_set_message
-- The primary key, one row.
UPDATE site
SET message = :message
WHERE id = 1;

-- name: house_last_record
-- The primary key, one row.
SELECT last_record_s
FROM site
WHERE id = 1;

-- name: house_note_record
-- The primary key, at most one row.
UPDATE site
SET last_record_s = :now_s
WHERE id = 1 AND last_record_s < :now_s;

-- name: house_add_opening
-- One row.
INSERT INTO opening(weekday, opens_min, closes_min)
VALUES (:weekday, :opens_min, :closes_min);

-- name: house_clear_openings
-- /*scan*/ because the week is written anew: some ten rows.
DELETE FROM opening;

-- name: house_openings
-- /*scan*/ because a week has some ten rows and all are wanted, in the order of the primary key.
SELECT weekday, opens_min, closes_min
FROM opening
ORDER BY weekday, opens_min;

-- name: house_closings
-- closing_by_end, those that have not ended: a handful.
SELECT id, from_s, until_s, reason_code
FROM closing
WHERE until_s > :from_s AND from_s < :until_s
ORDER BY from_s, id;

-- name: house_add_closing
-- One row.
INSERT INTO closing(from_s, until_s, reason_code, recorded_at_s, staff_id)
VALUES (:from_s, :until_s, :reason_code, :now_s, :staff_id);

-- name: house_lift_closing
-- closing_by_end: what "closed today" wrote, if somebody takes the desk after all.
UPDATE closing
SET until_s = max(:now_s, from_s + 1)
WHERE until_s = :midnight_s AND from_s >= :day_s AND from_s <= :now_s AND staff_id IS NOT NULL;

-- name: house_closing
-- The primary key, at most one row.
SELECT from_s, until_s
FROM closing
WHERE id = :closing_id;

-- name: house_cut_closing
-- The primary key, one row: one that runs ends now.
UPDATE closing
SET until_s = :now_s
WHERE id = :closing_id AND from_s < :now_s;

-- name: house_drop_closing
-- The primary key, one row: one that has not begun.
DELETE FROM closing
WHERE id = :closing_id AND from_s >= :now_s;

-- name: house_clear_roster
-- roster_by_end from that week on, those that begin in it: some twenty rows.
DELETE FROM roster
WHERE ends_s > :from_s AND starts_s >= :from_s AND starts_s < :until_s;

-- name: house_add_roster
-- One row.
INSERT INTO roster(staff_id, starts_s, ends_s)
VALUES (:staff_id, :starts_s, :ends_s);

-- name: house_roster_end
-- The end of roster_by_end, one row.
SELECT coalesce(max(ends_s), 0)
FROM roster;

-- name: house_roster
-- roster_by_end, what is still to come: some weeks of rows.
SELECT starts_s, ends_s
FROM roster
WHERE ends_s > :from_s AND starts_s < :until_s AND staff_id <> :not_staff_id
ORDER BY starts_s;

-- name: house_roster_name
-- roster_by_end from that moment on, until one that has begun by then: one row.
SELECT staff.first_name
FROM roster
JOIN staff ON staff.id = roster.staff_id
WHERE roster.ends_s > :at_s AND roster.starts_s <= :at_s
ORDER BY roster.ends_s
LIMIT 1;

-- name: house_present
-- /*scan*/ because presence_open holds only those who have not left the desk: one or two rows.
SELECT presence.staff_id, presence.began_s, staff.first_name
FROM presence
JOIN staff ON staff.id = presence.staff_id
WHERE presence.ended_s IS NULL AND presence.began_s >= :day_s
ORDER BY presence.began_s, presence.id;

-- name: house_begin_presence
-- One row.
INSERT INTO presence(staff_id, began_s)
VALUES (:staff_id, :now_s);

-- name: house_end_presence
-- presence_open, at most one row.
UPDATE presence
SET ended_s = max(began_s, :now_s)
WHERE staff_id = :staff_id AND ended_s IS NULL;

-- name: house_end_presences
-- /*scan*/ because presence_open holds only those who have not left the desk: one or two rows.
UPDATE presence
SET ended_s = max(began_s, :now_s)
WHERE ended_s IS NULL;

-- name: house_promises_into
-- /*scan*/ because state_pile holds only what waits for the desk, some 300 rows: the promises that
-- a closing takes away.
SELECT request_id, coalesce(not_staff_id, 0), answer_by_s
FROM request_state
WHERE waits = 1 AND answer_by_s <= :until_s AND (answer_by_s > :from_s OR :from_s <= :now_s)
ORDER BY coalesce(not_staff_id, 0), request_id;

-- name: house_promises
-- /*scan*/ because state_pile holds only what waits for the desk, some 300 rows: the promises still
-- to be kept.
SELECT request_id, coalesce(not_staff_id, 0), answer_by_s
FROM request_state
WHERE waits = 1 AND answer_by_s > :now_s
ORDER BY coalesce(not_staff_id, 0), request_id;

-- name: house_next_hold
-- state_holds_ending, the first after that time: one row.
SELECT hold_ends_s
FROM request_state
WHERE holds = 1 AND hold_ends_s > :after_s
ORDER BY hold_ends_s
LIMIT 1;

-- name: house_set_promise
-- The primary key, one row.
UPDATE request_state
SET answer_by_s = :answer_s
WHERE request_id = :request_id;

-- name: house_next_held
-- state_holds_ending: of guests' holds that would end within a closing, the next time for which an
-- answer is promised; 0: for none.
SELECT coalesce(answer_by_s, 0)
FROM request_state
WHERE holds = 1 AND hold_ends_s > :from_s AND hold_ends_s <= :until_s
    AND coalesce(answer_by_s, 0) > :after_s
ORDER BY coalesce(answer_by_s, 0)
LIMIT 1;

-- name: house_move_holds
-- state_holds_ending: guests' holds that would end within a closing, by when their answer is
-- promised.
UPDATE request_state
SET hold_ends_s = :hold_ends_s
WHERE holds = 1 AND hold_ends_s > :from_s AND hold_ends_s <= :until_s
    AND coalesce(answer_by_s, 0) = :answer_s;

-- name: call_add
-- One row.
INSERT INTO call(called_at_s, reason_code)
VALUES (:now_s, :reason_code);

-- name: call_same
-- call_ringing, the last minutes: at most a few rows.
SELECT id
FROM call
WHERE answered_at_s IS NULL AND called_at_s > :since_s AND reason_code = :reason_code
ORDER BY called_at_s DESC
LIMIT 1;

-- name: call_ringing
-- call_ringing, in its order.
SELECT id, called_at_s, reason_code
FROM call
WHERE answered_at_s IS NULL AND called_at_s > 0
ORDER BY called_at_s, id
LIMIT :most;

-- name: call_is_answered
-- The primary key, at most one row.
SELECT answered_at_s IS NOT NULL
FROM call
WHERE id = :call_id;

-- name: call_read_answer
-- The primary keys, at most one row.
SELECT coalesce(call.answered_at_s, 0), coalesce(staff.first_name, '')
FROM call
LEFT JOIN staff ON staff.id = call.staff_id
WHERE call.id = :call_id;

-- name: call_answer
-- The primary key, one row.
UPDATE call
SET answered_at_s = :now_s, staff_id = :staff_id
WHERE id = :call_id AND answered_at_s IS NULL;

-- name: slots_item
-- The primary keys of item and item_class, at most one row.
SELECT item_class.max_days
FROM item
JOIN item_class ON item_class.id = item.class_id
WHERE item.id = :item_id;

-- name: slots_copies
-- copy's index by item, then state_copies: the item's copies that are in use, each with its loans
-- that hold it (none: 0, 0), but for one that is to be moved. What should be back and is not holds
-- its copy until :late_s.
SELECT copy.request_id, coalesce(loan.from_s, 0),
    CASE WHEN loan.state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed')
        THEN max(loan.until_s, :late_s)
        ELSE coalesce(loan.until_s, 0) END
FROM copy
JOIN request_state AS own ON own.request_id = copy.request_id AND own.state = 'available'
LEFT JOIN request_state AS loan ON loan.copy_id = copy.request_id AND loan.holds = 1
    AND loan.request_id <> :moved_id
WHERE copy.item_id = :item_id
ORDER BY copy.number, loan.from_s;

-- name: slots_waits
-- state_waiting_items, in its order: who waits for the item, and for which days (0: the first that
-- comes back), but for one that is to be moved, and who waits behind that one.
SELECT coalesce(w.from_s, 0), coalesce(w.until_s, 0)
FROM request_state AS w
WHERE w.item_id = :item_id AND w.state = 'waitlisted' AND w.request_id <> :moved_id
    AND NOT EXISTS (SELECT 1 FROM request_state AS me
                    WHERE me.request_id = :moved_id AND me.state = 'waitlisted'
                        AND (me.rank_s, me.request_id) < (w.rank_s, w.request_id))
ORDER BY w.rank_s, w.request_id;

-- name: slots_class
-- item_by_class, copy's index by item, state_copies, state_waiting_items: a class's items by title,
-- each with its copies in use, how many of them nothing holds from :from_s until :until_s, how many
-- wait for the first that comes back, and whether somebody waits for those days.
SELECT item.id, coalesce(tt.text, item.title), tt.text IS NULL, item.icon,
    count(own.request_id),
    count(own.request_id) FILTER (WHERE NOT EXISTS (
        SELECT 1
        FROM request_state AS loan
        WHERE loan.copy_id = copy.request_id AND loan.holds = 1 AND loan.from_s < :until_s
            AND (loan.until_s > :from_s
                 OR (loan.state IN ('out', 'lost', 'needs_check', 'repair', 'parts_owed')
                     AND :late_s > :from_s)))),
    (SELECT count(*) FROM request_state INDEXED BY state_waiting_items
     WHERE item_id = item.id AND state = 'waitlisted' AND from_s IS NULL),
    EXISTS (SELECT 1 FROM request_state INDEXED BY state_waiting_items
            WHERE item_id = item.id AND state = 'waitlisted' AND from_s < :until_s
                AND until_s > :from_s)
FROM item
LEFT JOIN copy ON copy.item_id = item.id
LEFT JOIN request_state AS own ON own.request_id = copy.request_id AND own.state = 'available'
LEFT JOIN translation AS tt ON tt.french = item.title AND tt.lang = :reader_lang
WHERE item.class_id = :class_id AND item.withdrawn_at_s IS NULL
GROUP BY item.class_id, item.title, item.id
ORDER BY item.title, item.id;
