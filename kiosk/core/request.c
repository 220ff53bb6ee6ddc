#include "core/request.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"

enum err request_load(struct db *db, int64_t request_id, struct request *request)
{
    char kind[CODE_BYTES];
    char state[CODE_BYTES];
    struct query q = db_query(db, Q_REQUEST_GET);
    query_int(&q, "request_id", request_id);
    const bool found = query_step(&q);
    if (found) {
        *request = (struct request){.id = request_id};
        take_code(&q, kind, sizeof(kind));
        take_code(&q, state, sizeof(state));
        request->kind = kind_of(kind);
        request->state = state_of(state);
        request->no = (int)take_int(&q);
        request->since_s = take_int(&q);
        request->rank_s = take_int(&q);
        request->is_ended = take_int(&q) != 0;
        request->is_danger = take_int(&q) != 0;
        request->is_private = take_int(&q) != 0;
        request->holds = take_int(&q) != 0;
        request->answer_by_s = take_int(&q);
        request->hold_ends_s = take_int(&q);
        request->not_staff_id = take_int(&q);
        request->household_id = take_int(&q);
        request->person_id = take_int(&q);
        request->parent_id = take_int(&q);
        request->item_id = take_int(&q);
        request->service_id = take_int(&q);
        take_code(&q, request->direction, sizeof(request->direction));
        take_code(&q, request->category, sizeof(request->category));
        take_code(&q, request->choice, sizeof(request->choice));
        take_code(&q, request->channel, sizeof(request->channel));
        request->is_proposed = take_int(&q) != 0;
        request->terms.session_id = take_int(&q);
        request->terms.copy_id = take_int(&q);
        request->terms.from_s = take_int(&q);
        request->terms.until_s = take_int(&q);
        request->terms.adults = (int)take_int(&q);
        request->terms.children = (int)take_int(&q);
    }
    const enum err err = query_end(&q);
    if (err != ERR_OK) {
        return err;
    }
    if (!found) {
        return ERR_NOT_FOUND;
    }
    if (request->kind == KIND_COUNT || request->state == STATE_COUNT) {
        log_error("a request has a kind or state that this program does not know");
        return ERR_CORRUPT;
    }
    return ERR_OK;
}

enum access request_access(const struct request *request, const struct actor *actor)
{
    if (actor->token_request_id == request->id) {
        return ACCESS_FULL;
    }
    const bool is_own = actor->household_id != 0 && actor->household_id == request->household_id;
    if (is_own && request->is_private) {
        const bool is_asker = actor->person_id != 0 && actor->person_id == request->person_id;
        return is_asker && actor->has_card && actor->has_pin ? ACCESS_FULL : ACCESS_NONE;
    }
    if (is_own) {
        return actor->has_card ? ACCESS_FULL : actor->has_pin ? ACCESS_ANSWER : ACCESS_NONE;
    }
    return actor->number_request_id == request->id ? ACCESS_STATE : ACCESS_NONE;
}

/* The verbs that say yes or no to what is proposed: the rest needs full access. */
static bool is_answering(enum verb verb)
{
    return verb == VERB_ACCEPT || verb == VERB_DECLINE || verb == VERB_AGREE ||
           verb == VERB_UNMATCH;
}

static bool may_act(const struct request *request, const struct transition *row,
                    const struct actor *actor)
{
    if (row == NULL || (row->who & actor->who) == 0) {
        return false;
    }
    if (actor->who != WHO_RESIDENT) {
        return true;
    }
    const enum access needed = is_answering(row->verb) ? ACCESS_ANSWER : ACCESS_FULL;
    return request_access(request, actor) >= needed;
}

bool request_may(const struct request *request, enum verb verb, const struct actor *actor)
{
    return may_act(request, flow_find(request->kind, request->state, verb), actor);
}

struct move move_make(int64_t request_id, enum verb verb, struct actor actor)
{
    return (struct move){
        .request_id = request_id,
        .verb = verb,
        .actor = actor,
        .reason_code = "",
        .words = "",
        .lang = "fr",
        .cents = MOVE_AS_PRICED,
    };
}

static bool may_note(const struct move *move, const struct transition *row)
{
    enum { ENDS_WELL = STATE_ENDS | STATE_GOOD };
    const bool is_desks = (move->actor.who & (WHO_DESK | WHO_ORGANISER | WHO_HOUSE)) != 0;
    const bool is_possible = move->minutes >= 0 && move->minutes <= MOVE_MOST_MINUTES &&
                             move->cents >= MOVE_AS_PRICED && move->cents <= MOVE_MOST_CENTS;
    const bool says_any = move->minutes != 0 || move->cents != MOVE_AS_PRICED;
    return !says_any || (is_possible && is_desks &&
                         (flow_state_flags(row->kind, row->to) & ENDS_WELL) == ENDS_WELL);
}

enum err request_leads_to(struct db *db, const struct request *request,
                          const struct transition *row, enum state *to)
{
    *to = row->to;
    if (row->back_to == VERB_NONE) {
        return ERR_OK;
    }
    char state[CODE_BYTES] = "";
    struct query q = db_query(db, Q_DECISION_BEFORE);
    query_int(&q, "request_id", request->id);
    query_text(&q, "verb", verb_code(row->back_to));
    if (query_step(&q)) {
        take_code(&q, state, sizeof(state));
        *to = state_of(state);
    }
    return query_end(&q);
}

/* What is held after: by the new state; within one state, as before. */
static bool holds_after(const struct request *request, const struct transition *row)
{
    if (row->verb == VERB_RELEASE) {
        return false;
    }
    if (row->from == row->to) {
        return request->holds;
    }
    return (flow_state_flags(row->kind, row->to) & STATE_HOLDS) != 0;
}

/* Counting in without saying how many came unnamed says that nobody did: the session's terms were
 * its capacity until then. What is announced changes its date by moving, where everyone is told. */
static struct terms terms_after(const struct request *request, const struct move *move)
{
    struct terms terms = move->terms == NULL ? request->terms : *move->terms;
    const bool is_unseen = (flow_state_flags(request->kind, request->state) & STATE_UNSEEN) != 0;
    if (request->kind == KIND_SESSION && move->verb == VERB_CHANGE && !is_unseen) {
        terms.from_s = request->terms.from_s;
        terms.until_s = request->terms.until_s;
    }
    if (move->verb == VERB_COUNT_IN && move->terms == NULL && request->state != STATE_COUNTED) {
        terms.adults = 0;
        terms.children = 0;
    }
    return terms;
}

enum err move_apply(struct db *db, const struct move *move, int64_t cause_id, int cause_no,
                    bool is_quiet, struct outcome *outcome)
{
    const int64_t now_s = clock_now_s();
    struct request request;
    enum err err = request_load(db, move->request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    *outcome = (struct outcome){.state = request.state, .no = request.no};
    const struct transition *row = flow_find(request.kind, request.state, move->verb);
    if (row == NULL || (move->expected_no != 0 && move->expected_no != request.no)) {
        return ERR_CONFLICT;
    }
    if (!may_act(&request, row, &move->actor)) {
        return ERR_DENIED;
    }
    if (!may_note(move, row)) {
        return ERR_INVALID;
    }
    const struct terms terms = terms_after(&request, move);
    enum state to = row->to;
    err = guard_check(db, row->guards,
                      &(struct guard_input){
                          .request = &request,
                          .actor = &move->actor,
                          .terms = &terms,
                          .now_s = now_s,
                      },
                      &outcome->reasons);
    if (err == ERR_OK) {
        err = guard_err(outcome->reasons);
    }
    if (err == ERR_OK) {
        err = request_leads_to(db, &request, row, &to);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (move->actor.who == WHO_RESIDENT) { /* whoever answers, has read what there is to answer */
        err = notice_tell_all(db, request.id, "screen", 0);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = rows_write_step(
        db, &(struct step){
                .request = &request,
                .verb = move->verb,
                .to = to,
                .who = move->actor.who,
                .staff_id = move->actor.staff_id,
                .reason_code = move->reason_code,
                .words = move->words,
                .lang = move->lang,
                .terms = terms,
                .holds = holds_after(&request, row),
                .happened_at_s = move->happened_at_s == 0 ? now_s : move->happened_at_s,
                .cause_id = cause_id,
                .cause_no = cause_no,
                .is_quiet = is_quiet,
                .minutes = move->minutes,
                .cents = move->cents,
            });
    if (err != ERR_OK) {
        return err;
    }
    outcome->state = request.state;
    outcome->no = request.no;
    return consequence_apply(db, &request, move->verb, move);
}

enum err request_move(struct db *db, const struct move *move, struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    if (db_is_writing(db)) {
        return move_apply(db, move, 0, 0, false, outcome);
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, move_apply(db, move, 0, 0, false, outcome)) : err;
}
