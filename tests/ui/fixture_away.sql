-- Later loans whose copy will not be there, on top of fixture.sql: the drill's first copy is gone,
-- a third one is in use; the jigsaw came back on no day. Times are UTC.

CREATE TEMP TABLE away(id, kind, state, item_id, copy_id, household_id, since, from_at, until_at,
    holds);
INSERT INTO away VALUES
    (801, 'copy', 'available', 1, NULL, NULL, '2026-09-01 08:00', NULL, NULL, 0),
    (811, 'loan', 'reserved', 1, 301, 1, '2026-09-05 08:00', '2026-09-11 07:00',
        '2026-09-12 07:00', 1),
    (812, 'loan', 'ready', 2, 303, 3, '2026-09-05 08:00', '2026-09-09 07:00', '2026-09-10 07:00',
        1),
    (813, 'loan', 'out', 2, 303, 2, '2026-09-03 08:00', '2026-09-03 08:00', '2026-09-07 16:00', 1);
INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom, is_private,
    is_danger, item_id)
SELECT id, randomblob(16), kind, 'screen', 'fr', unixepoch(since), unixepoch(since), 'self', 0, 0,
    item_id
FROM away;
INSERT INTO request_owner(request_id, no, household_id, since_s)
SELECT id, 1, household_id, unixepoch(since) FROM away WHERE household_id > 0;
INSERT INTO copy(request_id, item_id, number, shelf) VALUES (801, 1, 3, 'A1');
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    copy_id, from_s, until_s, holds)
SELECT id, 1, unixepoch(since), unixepoch(since), 'house', 'ask', '', state, copy_id,
    unixepoch(from_at), unixepoch(until_at), holds
FROM away;
INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    item_id, copy_id, from_s, until_s, adults, children, holds)
SELECT id, 1, kind, state, unixepoch(since), unixepoch(since), 0, 0, 0, item_id, copy_id,
    unixepoch(from_at), unixepoch(until_at), 0, 0, holds
FROM away;
DROP TABLE away;

INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, staff_id, verb, from_state,
    to_state, holds)
SELECT 301, no + 1, unixepoch('2026-09-08 08:00'), unixepoch('2026-09-08 08:00'), 'desk', 1,
    'maintain', 'available', 'maintenance', 0
FROM request_state WHERE request_id = 301;
UPDATE request_state
SET no = no + 1, state = 'maintenance', since_s = unixepoch('2026-09-08 08:00')
WHERE request_id = 301;
