-- Every card of fixture.sql was taken down: an empty board says what to do instead.
INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state, to_state,
    holds)
SELECT request_id, 2, unixepoch('2026-09-08 10:00'), unixepoch('2026-09-08 10:00'), 'house',
    'close', 'published', 'closed', 0
FROM request_state WHERE kind = 'help';
UPDATE request_state SET no = 2, state = 'closed', is_ended = 1 WHERE kind = 'help';
