#include "core/waiting.h"

#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"

struct step {
    int64_t booking_id;
    int expected_no;
    struct actor actor;
    enum verb verb;
    int adults, children; /* VERB_OFFER */
};

static enum err load_waiting(struct db *db, int64_t booking_id, struct request *booking)
{
    const enum err err = request_load(db, booking_id, booking);
    if (err != ERR_OK || booking->kind != KIND_BOOKING) {
        return err == ERR_OK ? ERR_NOT_FOUND : err;
    }
    const bool is_on_list = booking->state == STATE_WAITLISTED || booking->state == STATE_OFFERED ||
                            booking->state == STATE_LAPSED;
    return is_on_list ? ERR_OK : ERR_CONFLICT;
}

/* As many as wait: an offer may have been to fewer. */
static enum err load_party(struct db *db, int64_t booking_id, struct terms *terms)
{
    struct query q = db_query(db, Q_WAITING_PARTY);
    query_int(&q, "request_id", booking_id);
    if (query_step(&q)) {
        terms->adults = (int)take_int(&q);
        terms->children = (int)take_int(&q);
    }
    return query_end(&q);
}

static enum err narrow(const struct step *step, struct terms *terms)
{
    if (step->verb != VERB_OFFER || (step->adults == 0 && step->children == 0)) {
        return ERR_OK;
    }
    const bool is_within = step->adults >= 0 && step->children >= 0 &&
                           step->adults <= terms->adults && step->children <= terms->children;
    terms->adults = step->adults;
    terms->children = step->children;
    return is_within ? ERR_OK : ERR_INVALID;
}

static enum err take_step(struct db *db, const struct step *step, struct outcome *outcome)
{
    struct request booking;
    struct move move = move_make(step->booking_id, step->verb, step->actor);
    enum err err = load_waiting(db, step->booking_id, &booking);
    if (err == ERR_OK) {
        err = load_party(db, step->booking_id, &booking.terms);
    }
    if (err == ERR_OK) {
        err = narrow(step, &booking.terms);
    }
    if (err != ERR_OK) {
        return err;
    }
    move.expected_no = step->expected_no;
    move.terms = &booking.terms;
    return request_move(db, &move, outcome);
}

static enum err run(struct db *db, const struct step *step, struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, take_step(db, step, outcome)) : err;
}

enum err waiting_offer(struct db *db, int64_t booking_id, int expected_no, struct actor actor,
                       int adults, int children, struct outcome *outcome)
{
    return run(db, &(struct step){booking_id, expected_no, actor, VERB_OFFER, adults, children},
               outcome);
}

enum err waiting_again(struct db *db, int64_t booking_id, int expected_no, struct actor actor,
                       struct outcome *outcome)
{
    return run(db, &(struct step){booking_id, expected_no, actor, VERB_WAIT, 0, 0}, outcome);
}

enum err waiting_take_off(struct db *db, int64_t booking_id, int expected_no, struct actor actor,
                          struct outcome *outcome)
{
    return run(db, &(struct step){booking_id, expected_no, actor, VERB_CANCEL, 0, 0}, outcome);
}
