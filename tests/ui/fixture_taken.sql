-- Somebody else takes the drill (copy 301) from Wednesday to Friday while the script's resident reads
-- the review. At 16:43 a ticket number becomes free again, which the house writes down; this is the
-- moment.

INSERT INTO ticket(request_id, number, token_hash, shown_at_s, frees_at_s)
VALUES (201, '500005', randomblob(32), unixepoch('2026-09-05'), unixepoch('2026-09-08 14:43'));
CREATE TRIGGER somebody_is_faster AFTER UPDATE OF is_live ON ticket
WHEN NEW.request_id = 201
BEGIN
    INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom,
        is_private, is_danger, item_id)
    VALUES (790, x'00112233445566778899aabbccddeeff', 'loan', 'desk', 'fr', NEW.frees_at_s,
        NEW.frees_at_s, 'self', 0, 0, 1);
    INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state,
        to_state, copy_id, from_s, until_s, holds)
    VALUES (790, 1, NEW.frees_at_s, NEW.frees_at_s, 'house', 'ask', '', 'reserved', 301,
        unixepoch('2026-09-09 07:00'), unixepoch('2026-09-11 07:00'), 1);
    INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,
        is_danger, item_id, copy_id, from_s, until_s, adults, children, holds)
    VALUES (790, 1, 'loan', 'reserved', NEW.frees_at_s, NEW.frees_at_s, 0, 0, 0, 1, 301,
        unixepoch('2026-09-09 07:00'), unixepoch('2026-09-11 07:00'), 0, 0, 1);
END;
