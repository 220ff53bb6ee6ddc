/* What follows from a decision for other requests: rows of one table. Each follow-up names its
 * cause, so that undoing the cause undoes it too. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "core/amendment.h"
#include "core/query.h"
#include "core/request_rows.h"

enum { FOLLOWERS_MAX = 1000 }; /* bookings of one session, at most its capacity and its list */

typedef enum err follow_fn(struct db *db, const struct request *after, const struct move *move);

static enum err follow_with(struct db *db, const struct request *cause, const struct move *move)
{
    struct outcome outcome;
    return move_apply(db, move, cause->id, cause->no, false, &outcome);
}

enum err consequence_follow(struct db *db, const struct request *cause, int64_t request_id,
                            enum verb verb, const char *reason_code, const struct terms *terms)
{
    struct move move = move_make(request_id, verb, (struct actor){.who = WHO_HOUSE});
    move.reason_code = reason_code;
    move.terms = terms;
    return follow_with(db, cause, &move);
}

static enum err list_ids(struct query *q, int64_t ids[FOLLOWERS_MAX], size_t *count)
{
    *count = 0;
    while (*count < FOLLOWERS_MAX && query_step(q)) {
        ids[(*count)++] = take_int(q);
    }
    const bool is_more = *count == FOLLOWERS_MAX && query_step(q);
    const enum err err = query_end(q);
    return err == ERR_OK && is_more ? ERR_FULL : err;
}

/* One booking follows its session; what was written with the session's decision is said to them
 * too. A word finds those who come or wait: the others have a question open. */
static enum err booking_follows(struct db *db, const struct request *session, int64_t booking_id,
                                enum verb verb, const char *reason_code, const struct move *said)
{
    struct request booking;
    const enum err err = request_load(db, booking_id, &booking);
    if (err != ERR_OK ||
        (verb == VERB_TELL && flow_find(KIND_BOOKING, booking.state, verb) == NULL)) {
        return err;
    }
    if (verb == VERB_MOVE) {
        booking.terms.from_s = session->terms.from_s;
        booking.terms.until_s = session->terms.until_s;
    }
    struct move move = move_make(booking_id, verb, (struct actor){.who = WHO_HOUSE});
    move.terms = &booking.terms;
    move.reason_code = reason_code;
    move.words = said->words;
    move.lang = said->lang;
    return follow_with(db, session, &move);
}

static enum err each_booking(struct db *db, const struct request *session, enum verb verb,
                             const char *reason_code, const struct move *said)
{
    int64_t ids[FOLLOWERS_MAX];
    size_t count = 0;
    struct query q = db_query(db, Q_SESSION_BOOKINGS);
    query_int(&q, "session_id", session->id);
    enum err err = list_ids(&q, ids, &count);
    for (size_t i = 0; err == ERR_OK && i < count; i++) {
        err = booking_follows(db, session, ids[i], verb, reason_code, said);
    }
    return err;
}

enum err session_restore(struct db *db, const struct request *session, int back_to_no)
{
    if (session->state == STATE_COUNTED) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_SESSION_UPDATE);
    query_int(&q, "session_id", session->id);
    query_int(&q, "starts_s", session->terms.from_s);
    query_int(&q, "ends_s", session->terms.until_s);
    query_int(&q, "capacity", session->terms.adults);
    query_int(&q, "is_postponed", session->state == STATE_POSTPONED);
    query_int(&q, "is_draft", (flow_state_flags(KIND_SESSION, session->state) & STATE_UNSEEN) != 0);
    query_int_or_null(&q, "back_to_no", back_to_no);
    return query_run(&q);
}

static enum err session_moved(struct db *db, const struct request *session, const struct move *move)
{
    const enum err err = session_restore(db, session, 0);
    return err != ERR_OK ? err : each_booking(db, session, VERB_MOVE, move->reason_code, move);
}

/* Published again: after a postponement with a new date, after a doubt with the old one. */
static enum err session_published(struct db *db, const struct request *session,
                                  const struct move *move)
{
    return move->terms == NULL ? ERR_OK : session_moved(db, session, move);
}

static enum err session_cancelled(struct db *db, const struct request *session,
                                  const struct move *move)
{
    return each_booking(db, session, VERB_CANCEL, "session_cancelled", move);
}

static enum err session_told(struct db *db, const struct request *session, const struct move *move)
{
    return each_booking(db, session, VERB_TELL, "", move);
}

static enum err extension_accepted(struct db *db, const struct request *extension,
                                   const struct move *move)
{
    struct request loan;
    (void)move;
    enum err err = request_load(db, extension->parent_id, &loan);
    if (err == ERR_OK) {
        loan.terms.until_s = extension->terms.until_s;
        err = consequence_follow(db, extension, loan.id, VERB_EXTEND, "", &loan.terms);
    }
    return err;
}

static bool is_reply(const struct request *help)
{
    return strcmp(help->direction, "reply") == 0;
}

/* A reply is brought together with the need or offer that it answers. */
static enum err reply_matched(struct db *db, const struct request *reply, const struct move *move)
{
    (void)move;
    return reply->parent_id == 0
               ? ERR_OK
               : consequence_follow(db, reply, reply->parent_id, VERB_MATCH, "", NULL);
}

/* ERR_NOT_FOUND nobody was brought together with this one. */
static enum err load_other(struct db *db, const struct request *help, struct request *other)
{
    int64_t other_id = 0;
    struct query q = db_query(db, Q_HELP_OTHER_SIDE);
    query_int(&q, "request_id", help->id);
    const enum err err = query_one_int(&q, &other_id);
    return err == ERR_OK ? request_load(db, other_id, other) : err;
}

/* The other of two who were brought together: the reply to a need or offer, what a reply answers.
 * Made is the first of the verbs that the other's state knows; what time decided, time decides for
 * both. */
static enum err other_side(struct db *db, const struct request *help, const struct move *move,
                           const enum verb verbs[2])
{
    struct request other;
    enum err err = load_other(db, help, &other);
    if (err != ERR_OK) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    for (size_t i = 0; err == ERR_OK && i < 2; i++) {
        const struct transition *row = flow_find(KIND_HELP, other.state, verbs[i]);
        if (row != NULL) {
            const bool is_times = (row->who & move->actor.who & WHO_TIME) != 0;
            const struct actor actor = {.who = is_times ? WHO_TIME : WHO_HOUSE};
            struct move others = move_make(other.id, verbs[i], actor);
            others.reason_code = move->reason_code;
            others.minutes = move->minutes;
            return follow_with(db, help, &others);
        }
    }
    return err;
}

/* Said, confirmed or doubted by one, it is so for both. */
static enum err help_both(struct db *db, const struct request *help, const struct move *move)
{
    return other_side(db, help, move, (const enum verb[2]){move->verb, VERB_NONE});
}

static enum err help_closed(struct db *db, const struct request *help, const struct move *move)
{
    return other_side(db, help, move, (const enum verb[2]){VERB_CLOSE, VERB_CANCEL});
}

/* What was offered to a need that is over stands in nobody's pile any more, and whoever offered it
 * is told why. Source: flows.md, "help". */
static enum err replies_end(struct db *db, const struct request *need, const struct move *move)
{
    int64_t ids[FOLLOWERS_MAX];
    size_t count = 0;
    struct query q = db_query(db, Q_HELP_OPEN_REPLIES);
    query_int(&q, "request_id", need->id);
    enum err err = list_ids(&q, ids, &count);
    for (size_t i = 0; err == ERR_OK && i < count; i++) {
        err = consequence_follow(db, need, ids[i], VERB_CANCEL, move->reason_code, NULL);
    }
    return err;
}

/* Whoever replied offered by replying; so the yes of the one who asked is enough for both. Whom
 * the desk thought of says yes for themselves. */
static enum err help_agreed(struct db *db, const struct request *help, const struct move *move)
{
    struct request reply;
    if (is_reply(help)) {
        return ERR_OK;
    }
    const enum err err = load_other(db, help, &reply);
    return err == ERR_OK && !reply.is_proposed ? help_both(db, help, move)
                                               : (err == ERR_NOT_FOUND ? ERR_OK : err);
}

/* A day was agreed on: it is the same for both. */
static enum err help_planned(struct db *db, const struct request *help, const struct move *move)
{
    struct request other;
    (void)move;
    const enum err err = load_other(db, help, &other);
    if (err != ERR_OK || flow_find(KIND_HELP, other.state, VERB_PLAN) == NULL ||
        move->actor.who == WHO_HOUSE) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    return consequence_follow(db, help, other.id, VERB_PLAN, "", &help->terms);
}

/* One of the two says no, or nobody came: what was asked hangs on the board again, the reply ends.
 */
static enum err help_parted(struct db *db, const struct request *help, const struct move *move)
{
    const bool is_cause_other = move->actor.who == WHO_HOUSE;
    const enum verb verb = is_reply(help) ? VERB_UNMATCH : VERB_CANCEL;
    return is_cause_other ? ERR_OK
                          : other_side(db, help, move, (const enum verb[2]){verb, VERB_NONE});
}

/* Offers the first of the list the seats there are, under an automatic rule, if the whole group
 * fits: groups are asked by the desk, not skipped. Source: db/README.md, "Waiting lists". */
static enum err offer_first(struct db *db, const struct request *cause, int64_t session_id,
                            bool *is_offered)
{
    int64_t first_id = 0;
    int64_t party = 0;
    int64_t left = 0;
    char rule[CODE_BYTES] = "";
    struct query q = db_query(db, Q_SESSION_FIRST_WAITING);
    query_int(&q, "session_id", session_id);
    if (query_step(&q)) {
        first_id = take_int(&q);
        party = take_int(&q);
        left = take_int(&q);
        take_code(&q, rule, sizeof(rule));
    }
    const enum err err = query_end(&q);
    const bool is_open = cause->terms.from_s > clock_now_s();
    *is_offered = err == ERR_OK && first_id != 0 && strcmp(rule, "automatic") == 0 &&
                  party <= left && is_open;
    return *is_offered ? consequence_follow(db, cause, first_id, VERB_OFFER, "", NULL) : err;
}

static enum err seat_freed(struct db *db, const struct request *booking, const struct move *move)
{
    bool is_offered = false;
    (void)move;
    return offer_first(db, booking, booking->terms.session_id, &is_offered);
}

static enum err set_capacity(struct db *db, const struct request *session)
{
    struct query q = db_query(db, Q_SESSION_SET_CAPACITY);
    query_int(&q, "session_id", session->id);
    query_int(&q, "capacity", session->terms.adults);
    return query_run(&q);
}

/* Other seats, the date stays: nobody is asked again, and who waits is offered what came free. */
static enum err session_changed(struct db *db, const struct request *session,
                                const struct move *move)
{
    bool is_offered = true;
    (void)move;
    const bool is_unseen = (flow_state_flags(KIND_SESSION, session->state) & STATE_UNSEEN) != 0;
    enum err err = is_unseen ? session_restore(db, session, 0) : set_capacity(db, session);
    while (err == ERR_OK && is_offered) {
        err = offer_first(db, session, session->id, &is_offered);
    }
    return err;
}

static const struct {
    enum kind kind;
    enum verb verb;
    enum state to;
    follow_fn *follow;
} CONSEQUENCES[] = {
    {KIND_SESSION, VERB_MOVE, STATE_PUBLISHED, session_moved},
    {KIND_SESSION, VERB_POSTPONE, STATE_POSTPONED, session_moved},
    {KIND_SESSION, VERB_PUBLISH, STATE_PUBLISHED, session_published},
    {KIND_SESSION, VERB_CANCEL, STATE_CANCELLED, session_cancelled},
    {KIND_SESSION, VERB_TELL, STATE_PUBLISHED, session_told},
    {KIND_SESSION, VERB_CHANGE, STATE_DRAFT, session_changed},
    {KIND_SESSION, VERB_CHANGE, STATE_PROPOSED, session_changed},
    {KIND_SESSION, VERB_CHANGE, STATE_RETURNED, session_changed},
    {KIND_SESSION, VERB_CHANGE, STATE_PUBLISHED, session_changed},
    {KIND_SESSION, VERB_CHANGE, STATE_TO_DECIDE, session_changed},
    {KIND_SESSION, VERB_CHANGE, STATE_POSTPONED, session_changed},
    {KIND_AMENDMENT, VERB_ACCEPT, STATE_ACCEPTED, amendment_accepted},
    {KIND_EXTENSION, VERB_ACCEPT, STATE_ACCEPTED, extension_accepted},
    {KIND_HELP, VERB_MATCH, STATE_MATCH_PROPOSED, reply_matched},
    {KIND_HELP, VERB_AGREE, STATE_AGREED, help_agreed},
    {KIND_HELP, VERB_PLAN, STATE_AGREED, help_planned},
    {KIND_HELP, VERB_SAY_DONE, STATE_DONE_SAID, help_both},
    {KIND_HELP, VERB_FINISH, STATE_DONE, help_both},
    {KIND_HELP, VERB_DISPUTE, STATE_DISPUTED, help_both},
    {KIND_HELP, VERB_CLOSE, STATE_CLOSED, help_closed},
    {KIND_HELP, VERB_PUBLISH, STATE_PUBLISHED, help_parted}, /* after a dispute */
    {KIND_HELP, VERB_UNMATCH, STATE_PUBLISHED, help_parted},
    {KIND_HELP, VERB_CANCEL, STATE_CANCELLED, help_parted},
    {KIND_LOAN, VERB_CANCEL, STATE_CANCELLED, copy_freed},
    {KIND_LOAN, VERB_DECLINE, STATE_CANCELLED, copy_freed},
    {KIND_LOAN, VERB_REFUSE, STATE_REFUSED, copy_freed},
    {KIND_LOAN, VERB_RELEASE, STATE_ASKED, copy_freed},
    {KIND_LOAN, VERB_EXPIRE, STATE_UNANSWERED, copy_freed},
    {KIND_LOAN, VERB_TAKE_BACK, STATE_BACK, copy_freed},
    {KIND_LOAN, VERB_CLEAR, STATE_BACK, copy_freed},
    {KIND_BOOKING, VERB_CANCEL, STATE_CANCELLED, seat_freed},
    {KIND_BOOKING, VERB_DECLINE, STATE_CANCELLED, seat_freed},
    {KIND_BOOKING, VERB_REFUSE, STATE_REFUSED, seat_freed},
    {KIND_BOOKING, VERB_LAPSE, STATE_LAPSED, seat_freed},
    {KIND_BOOKING, VERB_CHANGE, STATE_ASKED, seat_freed},
    {KIND_BOOKING, VERB_CHANGE, STATE_CONFIRMED, seat_freed},
    {KIND_BOOKING, VERB_MARK_EXCUSED, STATE_EXCUSED, seat_freed},
    {KIND_BOOKING, VERB_RELEASE, STATE_ASKED, seat_freed},
};

static enum err follow_table(struct db *db, const struct request *after, enum verb verb,
                             const struct move *move)
{
    for (size_t i = 0; i < ARRAY_LEN(CONSEQUENCES); i++) {
        if (CONSEQUENCES[i].kind == after->kind && CONSEQUENCES[i].verb == verb &&
            CONSEQUENCES[i].to == after->state) {
            return CONSEQUENCES[i].follow(db, after, move);
        }
    }
    return ERR_OK;
}

enum err consequence_apply(struct db *db, const struct request *after, enum verb verb,
                           const struct move *move)
{
    const enum err err = follow_table(db, after, verb, move);
    const bool is_session_over =
        after->kind == KIND_SESSION && (after->is_ended || after->state == STATE_HELD);
    const bool is_need_over = after->kind == KIND_HELP && after->is_ended && !is_reply(after);
    if (err == ERR_OK && is_session_over) {
        return amendment_end_all(db, after);
    }
    return err == ERR_OK && is_need_over ? replies_end(db, after, move) : err;
}
