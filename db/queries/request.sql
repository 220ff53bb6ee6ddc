-- name: request_get
-- By primary keys; one row. The owner is the last one.
SELECT r.kind, s.state, s.no, s.since_s, s.rank_s, s.is_ended, s.is_danger, r.is_private, s.holds,
    s.answer_by_s, s.hold_ends_s, s.not_staff_id,
    (SELECT household_id FROM request_owner WHERE request_id = r.id ORDER BY no DESC LIMIT 1),
    r.person_id, r.parent_id, r.item_id, r.service_id,
    r.direction, r.category_code, r.choice_code, r.channel,
    CASE r.direction WHEN 'reply'
        THEN (SELECT verb = 'match' FROM decision WHERE request_id = r.id AND no = 1) END,
    s.session_id, s.copy_id, s.from_s, s.until_s, s.adults, s.children
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
WHERE r.id = :request_id;

-- name: request_insert
INSERT INTO request (uid, kind, version_of, parent_id, channel, lang, asked_at_s, recorded_at_s,
    person_id, for_whom, staff_id, is_private, is_danger, session_id, item_id, service_id,
    direction, category_code, choice_code, urgency_code)
VALUES (:uid, :kind, :version_of, :parent_id, :channel, :lang, :asked_at_s, :recorded_at_s,
    :person_id, :for_whom, :staff_id, :is_private, :is_danger, :session_id, :item_id, :service_id,
    :direction, :category, :choice, :urgency);

-- name: request_words_insert
INSERT INTO request_words (request_id, field, lang, words)
VALUES (:request_id, :field, :lang, :words);

-- name: request_contact_insert
INSERT INTO request_contact (request_id, first_name, phone, for_name)
VALUES (:request_id, :first_name, :phone, :for_name);

-- name: request_answer_insert
INSERT INTO request_answer (request_id, field, choice_code, number, date_s)
VALUES (:request_id, :field, :choice, :number, :date_s);

-- name: request_owner_insert
-- The next number of the request; primary key.
INSERT INTO request_owner (request_id, no, household_id, since_s)
VALUES (:request_id,
    1 + coalesce((SELECT max(no) FROM request_owner WHERE request_id = :request_id), 0),
    :household_id, :now_s);

-- name: request_owner_last
-- The last two by primary key, and household_event_by_household: who has it, since when, who had it
-- before (0: a guest), and whether that was a claim.
SELECT coalesce(own.household_id, 0), own.since_s, coalesce(before.household_id, 0),
    EXISTS (SELECT 1 FROM household_event
            WHERE household_id = own.household_id AND code = 'claimed'
                AND number = own.request_id AND at_s >= own.since_s)
FROM request_owner AS own
LEFT JOIN request_owner AS before ON before.request_id = own.request_id AND before.no = own.no - 1
WHERE own.request_id = :request_id
ORDER BY own.no DESC
LIMIT 1;

-- name: state_set_hold
-- By primary key; one row.
UPDATE request_state
SET hold_ends_s = :hold_ends_s
WHERE request_id = :request_id;

-- name: decision_insert
INSERT INTO decision (request_id, no, happened_at_s, recorded_at_s, who, staff_id, verb, from_state,
    to_state, reason_code, session_id, copy_id, from_s, until_s, adults, children, holds,
    cause_id, cause_no)
VALUES (:request_id, :no, :happened_at_s, :now_s, :who, :staff_id, :verb, :from_state,
    :to_state, :reason_code, :session_id, :copy_id, :from_s, :until_s, :adults, :children, :holds,
    :cause_id, :cause_no);

-- name: decision_before
-- The state before the last decision with that verb. decision by its key, backwards; 1 row.
SELECT from_state
FROM decision
WHERE request_id = :request_id AND verb = :verb
ORDER BY no DESC
LIMIT 1;

-- name: decision_words_insert
INSERT INTO decision_words (request_id, no, lang, words)
VALUES (:request_id, :no, :lang, :words);

-- name: decision_get
-- By primary key; one row.
SELECT verb, from_state, to_state, who, recorded_at_s, session_id, copy_id, from_s, until_s, adults,
    children, holds
FROM decision
WHERE request_id = :request_id AND no = :no;

-- name: decision_wait
-- By primary key, the decisions of one request: what it waited for when it came on the list last.
SELECT copy_id, from_s, until_s
FROM decision
WHERE request_id = :request_id AND to_state = 'waitlisted'
ORDER BY no DESC
LIMIT 1;

-- name: decision_is_entry
-- By primary key, the decisions of one request: 1 if the desk entered it, lately, and nobody else
-- decided since but the house, because of that.
SELECT min(CASE WHEN no = 1 THEN who = 'desk' AND recorded_at_s >= :since_s
           ELSE who = 'house' AND cause_id = request_id END)
FROM decision
WHERE request_id = :request_id;

-- name: decision_caused
-- By decision_by_cause; the decisions that one brought about, if still the last of their request.
SELECT d.request_id, d.no
FROM decision AS d
JOIN request_state AS s ON s.request_id = d.request_id AND s.no = d.no
WHERE d.cause_id = :request_id AND d.cause_no = :no;

-- name: state_insert
INSERT INTO request_state (request_id, no, kind, state, since_s, rank_s, waits, is_ended, is_danger,
    answer_by_s, hold_ends_s, not_staff_id, household_id, item_id, session_id, copy_id, from_s,
    until_s, adults, children, holds)
VALUES (:request_id, :no, :kind, :state, :since_s, :rank_s, :waits, :is_ended, :is_danger,
    :answer_by_s, :hold_ends_s, :not_staff_id, :household_id, :item_id, :session_id, :copy_id,
    :from_s, :until_s, :adults, :children, :holds);

-- name: state_update
-- By primary key; one row.
UPDATE request_state
SET no = :no, state = :state, since_s = :since_s, waits = :waits, is_ended = :is_ended,
    answer_by_s = :answer_by_s, hold_ends_s = :hold_ends_s, not_staff_id = :not_staff_id,
    session_id = :session_id, copy_id = :copy_id, from_s = :from_s, until_s = :until_s,
    adults = :adults, children = :children, holds = :holds
WHERE request_id = :request_id;

-- name: state_rank
-- By state_waiting_seats or state_waiting_items; how many wait before this one, plus one.
SELECT CASE
    WHEN s.session_id IS NOT NULL THEN
        (SELECT count(*) FROM request_state AS o
         WHERE o.session_id = s.session_id AND o.state = 'waitlisted'
             AND (o.rank_s, o.request_id) < (s.rank_s, s.request_id))
    ELSE
        (SELECT count(*) FROM request_state AS o
         WHERE o.item_id = s.item_id AND o.state = 'waitlisted'
             AND (o.rank_s, o.request_id) < (s.rank_s, s.request_id))
    END + 1
FROM request_state AS s
WHERE s.request_id = :request_id AND s.state = 'waitlisted';

-- name: notice_insert
INSERT INTO notice (request_id, no, created_at_s, state)
VALUES (:request_id, :no, :now_s, 'to_tell');

-- name: notice_void
-- By notice_once; at most one row: nobody was told yet.
UPDATE notice
SET state = 'void'
WHERE request_id = :request_id AND no = :no AND state <> 'told';

-- name: notice_tell
-- By notice_once; the request's own.
UPDATE notice
SET state = 'told', how = :how, told_at_s = :now_s, staff_id = :staff_id
WHERE request_id = :request_id AND state IN ('to_tell', 'unreachable');

-- name: notice_told
-- By notice_once; 1 if that decision's notice was told.
SELECT state = 'told'
FROM notice
WHERE request_id = :request_id AND no = :no;

-- name: act_insert
-- By primary keys, and funder_tag's indexes; one row, the subject's code and tags looked up. What
-- happened in a closed quarter is a figure of today.
INSERT INTO act (day, for_day, kind, subject_code, outcome, ended_by, channel, is_known, adults, children,
    minutes, cents, district, funder_tags)
SELECT iif(closed.quarter IS NULL, :day, :today), iif(closed.quarter IS NULL, NULL, :day), :kind,
    coalesce(
        a.kind_code,
        (SELECT c.code FROM item AS i JOIN item_class AS c ON c.id = i.class_id
         WHERE i.id = r.item_id),
        v.code,
        r.category_code),
    :outcome, :ended_by, r.channel, :is_known, :adults, :children,
    :minutes, :cents, (SELECT district FROM site WHERE id = 1),
    coalesce((SELECT group_concat(tag, ',')
              FROM (SELECT tag FROM funder_tag WHERE service_id = r.service_id
                    UNION SELECT tag FROM funder_tag WHERE activity_id = a.id
                    UNION SELECT tag FROM funder_tag
                        WHERE partner_id = coalesce(a.partner_id, v.partner_id)
                    ORDER BY tag)), '')
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN session AS x
    ON x.request_id = CASE r.kind WHEN 'session' THEN r.id ELSE s.session_id END
LEFT JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN service AS v ON v.id = r.service_id
LEFT JOIN closed_quarter AS closed
    ON closed.quarter = :day / 10000 * 10 + (:day / 100 % 100 + 2) / 3
WHERE r.id = :request_id;

-- name: act_of
-- By request_act's primary key; what the figure of that decision said.
SELECT a.minutes, a.cents
FROM request_act AS l
JOIN act AS a ON a.id = l.act_id
WHERE l.request_id = :request_id AND l.no = :no;

-- name: act_price
-- By primary keys; what a request that ended well costs, one row: what was agreed on, else what the
-- catalogue says, for who was subscribed on that day.
SELECT coalesce(
    (SELECT agreed_cents FROM request_prices WHERE request_id = r.id),
    CASE r.kind
        WHEN 'booking' THEN (s.adults + s.children)
            * CASE WHEN u.household_id > 0 THEN coalesce(a.subscriber_cents, a.price_cents)
                ELSE a.price_cents END
        WHEN 'loan' THEN
            CASE WHEN u.household_id > 0 THEN coalesce(i.subscriber_fee_cents, i.fee_cents)
                ELSE i.fee_cents END
        ELSE CASE WHEN v.price <> 'fixed' THEN 0
                WHEN u.household_id > 0 THEN coalesce(v.subscriber_cents, v.price_cents)
                ELSE v.price_cents END
        END,
    0)
FROM request AS r
JOIN request_state AS s ON s.request_id = r.id
LEFT JOIN subscription AS u ON u.household_id = :household_id AND u.until_s > :fact_s
    AND u.from_s = (SELECT max(from_s) FROM subscription
                    WHERE household_id = :household_id AND from_s <= :fact_s)
LEFT JOIN session AS x ON x.request_id = s.session_id
LEFT JOIN activity AS a ON a.id = x.activity_id
LEFT JOIN item AS i ON i.id = r.item_id
LEFT JOIN service AS v ON v.id = r.service_id
WHERE r.id = :request_id;

-- name: act_link
INSERT INTO request_act (request_id, no, act_id)
VALUES (:request_id, :no, :act_id);

-- name: act_take_back
-- By request_act's primary key; one row, the opposite of the one written at the end, today if its
-- quarter was closed since.
INSERT INTO act (day, for_day, kind, subject_code, outcome, ended_by, channel, is_known, adults,
    children, minutes, cents, district, funder_tags, corrects_id)
SELECT iif(closed.quarter IS NULL, a.day, :today),
    iif(closed.quarter IS NULL, a.for_day, coalesce(a.for_day, a.day)), a.kind, a.subject_code,
    a.outcome, a.ended_by, a.channel, a.is_known, -a.adults, -a.children, -a.minutes, -a.cents,
    a.district, a.funder_tags, a.id
FROM request_act AS l
JOIN act AS a ON a.id = l.act_id
LEFT JOIN closed_quarter AS closed
    ON closed.quarter = a.day / 10000 * 10 + (a.day / 100 % 100 + 2) / 3
WHERE l.request_id = :request_id AND l.no = :no;

-- name: ticket_insert
INSERT INTO ticket (request_id, number, token_hash)
VALUES (:request_id, :number, :token_hash);

-- name: ticket_number_taken
-- By ticket_live_number and paper_reserved: alive, or printed ahead.
SELECT 1
FROM ticket
WHERE number = :number AND is_live = 1
UNION ALL
SELECT 1
FROM paper_number
WHERE number = :number AND is_reserved = 1;

-- name: ticket_reprint
-- By primary key, at most one row: another code, and whoever has it in hand has seen it.
UPDATE ticket
SET token_hash = :token_hash, shown_at_s = coalesce(shown_at_s, :now_s)
WHERE request_id = :request_id AND is_live = 1
RETURNING number;

-- name: ticket_by_number
-- By ticket_live_number; at most one row.
SELECT request_id
FROM ticket
WHERE number = :number AND is_live = 1;

-- name: ticket_by_token
-- By ticket_live_token, ticket_past_token; at most one row.
SELECT request_id
FROM ticket
WHERE token_hash = :token_hash AND is_live = 1
UNION ALL
SELECT request_id
FROM ticket
WHERE token_hash = :token_hash AND is_live = 0;

-- name: ticket_set_shown
-- By primary key.
UPDATE ticket
SET shown_at_s = :now_s
WHERE request_id = :request_id AND shown_at_s IS NULL;

-- name: ticket_set_frees_at
-- By primary key.
UPDATE ticket
SET frees_at_s = :frees_at_s
WHERE request_id = :request_id;

-- name: ticket_move
-- By primary key: number and token follow the new version.
UPDATE ticket
SET request_id = :to_id
WHERE request_id = :request_id;

-- name: remark_insert
INSERT INTO remark (request_id, said_at_s, code)
VALUES (:request_id, :now_s, :code);

-- name: notice_renew
-- By notice_once: what is said of a decision has changed since, and is to be told again.
INSERT INTO notice (request_id, no, created_at_s, state)
SELECT request_id, no, :now_s, 'to_tell'
FROM request_state
WHERE request_id = :request_id
ON CONFLICT (request_id, no) DO UPDATE
SET created_at_s = :now_s, state = 'to_tell', how = NULL, told_at_s = NULL, staff_id = NULL;

-- name: remark_set_open
-- By primary key, at most one row.
UPDATE remark
SET is_open = :is_open
WHERE id = :remark_id;

-- name: remark_get
-- By primary key, at most one row.
SELECT is_open
FROM remark
WHERE id = :remark_id;

-- name: request_as_ask
-- By primary keys, one row: what request_get does not tell of how it was asked.
SELECT r.channel, r.lang, r.for_whom, r.urgency_code, coalesce(c.first_name, ''),
    coalesce(c.phone, ''), coalesce(c.for_name, '')
FROM request AS r
LEFT JOIN request_contact AS c ON c.request_id = r.id
WHERE r.id = :request_id;

-- name: request_all_words
-- By primary key: a request's words, one row a field.
SELECT field, words
FROM request_words
WHERE request_id = :request_id
ORDER BY field;

-- name: request_all_answers
-- By primary key: a request's answers, one row a field.
SELECT field, coalesce(choice_code, ''), coalesce(number, 0), coalesce(date_s, 0)
FROM request_answer
WHERE request_id = :request_id
ORDER BY field;

-- name: forget_request_words
-- state_by_household, then the primary key: what was asked for in words, of one request, or of all of a household's.
DELETE FROM request_words
WHERE request_id IN (SELECT :request_id
                     UNION ALL
                     SELECT request_id FROM request_state
                     WHERE is_ended IN (0, 1) AND household_id = :household_id);

-- name: forget_request_contact
-- state_by_household, then the primary key: first name, telephone, for whom, of one request, or of all of a household's.
DELETE FROM request_contact
WHERE request_id IN (SELECT :request_id
                     UNION ALL
                     SELECT request_id FROM request_state
                     WHERE is_ended IN (0, 1) AND household_id = :household_id);

-- name: forget_decision_words
-- state_by_household, then the primary key: what was answered in words, of one request, or of all of a household's.
DELETE FROM decision_words
WHERE request_id IN (SELECT :request_id
                     UNION ALL
                     SELECT request_id FROM request_state
                     WHERE is_ended IN (0, 1) AND household_id = :household_id);

-- name: forget_notice_note
-- state_by_household, then the primary key: what was noted of telling, of one request, or of all of a household's.
DELETE FROM notice_note
WHERE request_id IN (SELECT :request_id
                     UNION ALL
                     SELECT request_id FROM request_state
                     WHERE is_ended IN (0, 1) AND household_id = :household_id);

-- name: forget_request_partner_words
-- state_by_household, then the primary key: what a partner said, of one request, or of all of a household's.
DELETE FROM request_partner_words
WHERE request_id IN (SELECT :request_id
                     UNION ALL
                     SELECT request_id FROM request_state
                     WHERE is_ended IN (0, 1) AND household_id = :household_id);
