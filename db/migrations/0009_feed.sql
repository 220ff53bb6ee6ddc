-- The agenda as a calendar: each session is an entry that other programs keep a copy of, and of two
-- copies they take the one with the higher number.

-- What is changed without a decision raises the number, too, and says when: another place, another
-- title or price. 0: not since this was noted.
ALTER TABLE session ADD COLUMN revised_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN revised_s INTEGER NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0 CHECK (sequence >= 0);

-- A session as its calendar entry tells it, to anybody: never one that was not announced.
CREATE VIEW session_entry AS
SELECT x.request_id, lower(hex(r.uid)) AS uid, s.state, a.kind_code, a.title, a.summary, x.place,
    a.partner_id, x.starts_s, x.ends_s, x.moved_from_s, x.capacity, d.reason_code,
    a.least_age, a.price_cents, a.subscriber_cents,
    s.no + x.sequence + a.sequence AS sequence,
    max(d.recorded_at_s, x.revised_s, a.revised_s) AS revised_s
FROM session AS x
JOIN request AS r ON r.id = x.request_id
JOIN request_state AS s ON s.request_id = x.request_id
JOIN decision AS d ON d.request_id = s.request_id AND d.no = s.no
JOIN activity AS a ON a.id = x.activity_id
WHERE s.state IN ('published', 'to_decide', 'held', 'counted', 'postponed', 'cancelled')
    AND (s.state <> 'cancelled'
         OR EXISTS (SELECT 1 FROM decision
                    WHERE request_id = x.request_id AND to_state = 'published'));
