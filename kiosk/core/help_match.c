/* Two neighbours brought together by the desk. */
#include <string.h>

#include "base/clock.h"
#include "core/codes.h"
#include "core/help_desk.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"

static enum err find_id(struct db *db, enum query_id id, int64_t request_id, int64_t household_id,
                        int64_t *found)
{
    struct query q = db_query(db, id);
    *found = 0;
    if (request_id != 0) {
        query_int(&q, "request_id", request_id);
    }
    if (household_id != 0) {
        query_int(&q, "household_id", household_id);
    }
    return query_one_int(&q, found);
}

/* Papers and rights take no words and no neighbour: a partner sees to them. */
static bool is_for_neighbours(const struct request *need)
{
    const struct help_category *category = help_category_find(need->category);
    return category == NULL || category->takes_words;
}

/* The reply that the household is asked to stand by. */
static struct ask proposal_ask(const struct help_proposal *proposal, const struct request *need)
{
    struct ask ask = ask_make(KIND_HELP, VERB_MATCH, proposal->actor);
    ask.actor.household_id = proposal->household_id;
    ask.channel = "desk";
    ask.direction = "reply";
    ask.category = need->category;
    ask.choice = need->choice;
    ask.parent_id = need->id;
    return ask;
}

/* What stands against the need's own match, beside what the ask says. */
static enum err add_reasons(struct db *db, const struct help_proposal *proposal,
                            const struct request *need, unsigned *reasons)
{
    unsigned failed = 0;
    const struct transition *row = flow_find(KIND_HELP, need->state, VERB_MATCH);
    if (row == NULL) {
        return ERR_OK;
    }
    const enum err err = guard_check(db, row->guards,
                                     &(struct guard_input){
                                         .request = need,
                                         .actor = &proposal->actor,
                                         .terms = &need->terms,
                                         .now_s = clock_now_s(),
                                     },
                                     &failed);
    *reasons |= failed;
    return err;
}

/* The need's match is the decision to be taken back: the reply goes with it (core/undo.c). */
static enum err ask_both(struct db *db, const struct help_proposal *proposal,
                         const struct request *need, struct outcome *outcome)
{
    struct receipt receipt;
    const struct ask ask = proposal_ask(proposal, need);
    struct move move = move_make(need->id, VERB_MATCH, proposal->actor);
    unsigned reasons = 0;
    enum err err = request_may_ask(db, &ask, &reasons);
    if (err == ERR_OK || reasons != 0) {
        err = add_reasons(db, proposal, need, &reasons);
    }
    if (err != ERR_OK || reasons != 0) {
        outcome->reasons = reasons;
        return err != ERR_OK ? err : ERR_DENIED;
    }
    err = request_ask(db, &ask, &receipt);
    return err == ERR_OK ? request_move(db, &move, outcome) : err;
}

/* They offered it themselves: their word is taken. */
static enum err match_reply(struct db *db, const struct help_proposal *proposal, int64_t reply_id,
                            struct outcome *outcome)
{
    const struct move move = move_make(reply_id, VERB_MATCH, proposal->actor);
    return request_move(db, &move, outcome);
}

static enum err propose(struct db *db, const struct help_proposal *proposal, int64_t *outcome_id,
                        struct outcome *outcome)
{
    struct request need;
    int64_t found = 0;
    enum err err = request_load(db, proposal->need_id, &need);
    if (err == ERR_OK && (need.kind != KIND_HELP || need.parent_id != 0)) {
        err = ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        err = find_id(db, Q_HELP_HOUSEHOLD_IS_THERE, 0, proposal->household_id, &found);
        err = err == ERR_NOT_FOUND ? ERR_INVALID : err;
    }
    if (err == ERR_OK && proposal->expected_no != 0 && proposal->expected_no != need.no) {
        err = ERR_CONFLICT;
    }
    if (err == ERR_OK && !is_for_neighbours(&need)) {
        outcome->reasons = GUARD_NEIGHBOURS;
        err = ERR_DENIED;
    }
    if (err != ERR_OK) {
        return err;
    }
    err = find_id(db, Q_HELP_REPLY_OF, need.id, proposal->household_id, &found);
    *outcome_id = err == ERR_OK ? found : need.id;
    return err == ERR_OK          ? match_reply(db, proposal, found, outcome)
           : err == ERR_NOT_FOUND ? ask_both(db, proposal, &need, outcome)
                                  : err;
}

enum err help_propose(struct db *db, const struct help_proposal *proposal, int64_t *outcome_id,
                      struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    *outcome_id = 0;
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, propose(db, proposal, outcome_id, outcome)) : err;
}

static enum err note_contact(struct db *db, int64_t need_id, struct actor actor, bool is_given)
{
    int64_t reply_id = 0;
    struct request need;
    enum err err = request_load(db, need_id, &need);
    if (err == ERR_OK) {
        err = find_id(db, Q_HELP_AGREED_REPLY, need_id, 0, &reply_id);
        err = err == ERR_NOT_FOUND ? ERR_DENIED : err;
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, is_given ? Q_HELP_CONTACT_GIVEN : Q_HELP_CONTACT_FORGET);
    query_int(&q, "request_id", reply_id);
    if (is_given) {
        query_int(&q, "now_s", clock_now_s());
        query_int(&q, "staff_id", actor.staff_id);
    }
    return query_run(&q);
}

enum err help_note_contact(struct db *db, int64_t need_id, struct actor actor, bool is_given)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, note_contact(db, need_id, actor, is_given)) : err;
}
