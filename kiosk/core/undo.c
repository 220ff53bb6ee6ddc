/* Taking back: undo within ten minutes, reopen later, remarks. */
#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/sent.h"
#include "core/setting.h"

/* A decision as it stands in the log. */
struct past {
    enum verb verb;
    enum state from;
    enum state to;
    enum who who;
    int64_t recorded_at_s;
    struct terms terms;
    bool holds;
};

static enum err load_past(struct db *db, int64_t request_id, int no, struct past *past)
{
    char verb[CODE_BYTES];
    char from[CODE_BYTES];
    char to[CODE_BYTES];
    char who[CODE_BYTES];
    struct query q = db_query(db, Q_DECISION_GET);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", no);
    const bool found = query_step(&q);
    if (found) {
        take_code(&q, verb, sizeof(verb));
        take_code(&q, from, sizeof(from));
        take_code(&q, to, sizeof(to));
        take_code(&q, who, sizeof(who));
        past->verb = verb_of(verb);
        past->from = state_of(from);
        past->to = state_of(to);
        past->who = who_of(who);
        past->recorded_at_s = take_int(&q);
        past->terms.session_id = take_int(&q);
        past->terms.copy_id = take_int(&q);
        past->terms.from_s = take_int(&q);
        past->terms.until_s = take_int(&q);
        past->terms.adults = (int)take_int(&q);
        past->terms.children = (int)take_int(&q);
        past->holds = take_int(&q) != 0;
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

enum err notice_void(struct db *db, int64_t request_id, int no, bool *was_told)
{
    int64_t told = 0;
    struct query q = db_query(db, Q_NOTICE_TOLD);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", no);
    enum err err = query_one_int(&q, &told);
    *was_told = err == ERR_OK && told != 0;
    if (err != ERR_OK) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    q = db_query(db, Q_NOTICE_VOID);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", no);
    return query_run(&q);
}

/* How a request goes back. */
struct way_back {
    int to_no; /* to what held after that decision */
    enum verb verb;
    struct actor actor;
    const char *reason_code;
    bool is_quiet;
    int64_t cause_id;
    int cause_no;
};

/* As a new decision: the log only grows. What the session or the copy stands at now may differ, so
 * the database's own rules check it again. */
static enum err restore(struct db *db, struct request *request, const struct way_back *way)
{
    struct past past;
    enum err err = load_past(db, request->id, way->to_no, &past);
    if (err != ERR_OK) {
        return err;
    }
    err = rows_write_step(db, &(struct step){
                                  .request = request,
                                  .verb = way->verb,
                                  .to = past.to,
                                  .who = way->actor.who,
                                  .staff_id = way->actor.staff_id,
                                  .reason_code = way->reason_code,
                                  .words = "",
                                  .lang = "fr",
                                  .terms = past.terms,
                                  .holds = past.holds,
                                  .happened_at_s = clock_now_s(),
                                  .cause_id = way->cause_id,
                                  .cause_no = way->cause_no,
                                  .is_quiet = way->is_quiet,
                                  .cents = MOVE_AS_PRICED,
                                  .back_to_no = way->to_no,
                              });
    if (err == ERR_OK && request->kind == KIND_SESSION) {
        err = session_restore(db, request, way->to_no);
    }
    return err;
}

static enum err undo_last(struct db *db, int64_t request_id, int no, struct actor actor,
                          int64_t cause_id, int cause_no, struct outcome *outcome)
{
    struct request request;
    bool was_told = false;
    enum err err = request_load(db, request_id, &request);
    if (err == ERR_OK && (request.no != no || no < 2)) {
        err = ERR_CONFLICT;
    }
    if (err == ERR_OK) {
        err = notice_void(db, request_id, no, &was_told);
    }
    if (err == ERR_OK) {
        err = sent_forget(db, request_id, no);
    }
    if (err == ERR_OK) {
        err = restore(db, &request,
                      &(struct way_back){
                          .to_no = no - 1,
                          .verb = VERB_UNDO,
                          .actor = actor,
                          .reason_code = "",
                          .is_quiet = !was_told,
                          .cause_id = cause_id,
                          .cause_no = cause_no,
                      });
    }
    outcome->state = request.state;
    outcome->no = request.no;
    return err;
}

enum { CAUSED_MAX = 1000 };

/* Everything that the decision brought about and that nobody touched since, newest effect first. */
static enum err undo_caused(struct db *db, int64_t request_id, int no, struct actor actor,
                            int depth)
{
    struct {
        int64_t id;
        int no;
    } caused[CAUSED_MAX];
    size_t count = 0;
    struct query q = db_query(db, Q_DECISION_CAUSED);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", no);
    while (count < CAUSED_MAX && query_step(&q)) {
        caused[count].id = take_int(&q);
        caused[count].no = (int)take_int(&q);
        count++;
    }
    enum err err = query_end(&q);
    for (size_t i = 0; err == ERR_OK && i < count; i++) {
        struct outcome outcome;
        if (depth > 0) {
            err = undo_caused(db, caused[i].id, caused[i].no, actor, depth - 1);
        }
        if (err == ERR_OK) {
            err = undo_last(db, caused[i].id, caused[i].no, actor, request_id, no, &outcome);
        }
    }
    return err;
}

static enum err check_undo(struct db *db, int64_t request_id, int no, struct actor actor)
{
    struct past past;
    const enum err err = load_past(db, request_id, no, &past);
    if (err != ERR_OK) {
        return err;
    }
    const bool is_desks = past.who == WHO_DESK || past.who == WHO_ORGANISER;
    const bool is_late = clock_now_s() > past.recorded_at_s + setting_get(db, SETTING_UNDO_S);
    const bool may = (actor.who == WHO_DESK || actor.who == past.who) && actor.staff_id != 0;
    return !is_desks || is_late || !may || past.verb == VERB_UNDO || past.from == STATE_NONE
               ? ERR_DENIED
               : ERR_OK;
}

/* Guards that go for whoever acts, whatever is done. */
static enum err check_actor(struct db *db, int64_t request_id, struct actor actor)
{
    struct request request;
    unsigned failed = 0;
    enum err err = request_load(db, request_id, &request);
    if (err == ERR_OK) {
        const struct guard_input input = {
            .request = &request, .actor = &actor, .terms = &request.terms};
        err = guard_check(db, 0, &input, &failed);
    }
    return err == ERR_OK ? guard_err(failed) : err;
}

/* What the desk itself entered, with at most the house's own yes since. */
static enum err is_entry(struct db *db, const struct request *request, bool *is_entry)
{
    int64_t entered = 0;
    const bool may_end =
        request->kind != KIND_SESSION && flow_has_state(request->kind, STATE_CANCELLED);
    struct query q = db_query(db, Q_DECISION_IS_ENTRY);
    query_int(&q, "request_id", request->id);
    query_int(&q, "since_s", clock_now_s() - setting_get(db, SETTING_UNDO_S));
    const enum err err = query_one_int(&q, &entered);
    /* whom the desk thought of is taken back with the need: help_withdraw() */
    *is_entry = may_end && entered != 0 && !request->is_proposed;
    return err;
}

/* It ends as cancelled, and no figure counts it. */
static enum err void_entry(struct db *db, struct request *request, struct actor actor,
                           struct outcome *outcome)
{
    const enum err err = rows_write_step(db, &(struct step){
                                                 .request = request,
                                                 .verb = VERB_UNDO,
                                                 .to = STATE_CANCELLED,
                                                 .who = actor.who,
                                                 .staff_id = actor.staff_id,
                                                 .reason_code = "",
                                                 .words = "",
                                                 .lang = "fr",
                                                 .terms = request->terms,
                                                 .happened_at_s = clock_now_s(),
                                                 .is_quiet = true,
                                                 .is_uncounted = true,
                                             });
    outcome->state = request->state;
    outcome->no = request->no;
    return err;
}

static enum err undo_entry(struct db *db, int64_t request_id, int no, struct actor actor,
                           bool *is_done, struct outcome *outcome)
{
    struct request request;
    bool is_desks_entry = false;
    enum err err = request_load(db, request_id, &request);
    if (err == ERR_OK) {
        err = is_entry(db, &request, &is_desks_entry);
    }
    if (err != ERR_OK || !is_desks_entry || request.no != no || actor.who != WHO_DESK) {
        return err;
    }
    *is_done = true;
    err = undo_caused(db, request_id, no, actor, 1);
    return err == ERR_OK ? void_entry(db, &request, actor, outcome) : err;
}

static enum err undo(struct db *db, int64_t request_id, int no, struct actor actor,
                     struct outcome *outcome)
{
    /* What was proposed, its session, those after it, their bookings, what those freed. */
    enum { CAUSE_DEPTH = 4 };
    bool is_done = false;
    enum err err = undo_entry(db, request_id, no, actor, &is_done, outcome);
    if (err != ERR_OK || is_done) {
        return err;
    }
    err = check_undo(db, request_id, no, actor);
    if (err == ERR_OK) {
        err = check_actor(db, request_id, actor);
    }
    if (err == ERR_OK) {
        err = undo_caused(db, request_id, no, actor, CAUSE_DEPTH);
    }
    if (err == ERR_OK) {
        err = undo_last(db, request_id, no, actor, 0, 0, outcome);
    }
    return err == ERR_OK ? help_withdraw(db, request_id) : err;
}

enum err request_undo(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                      struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    if (db_is_writing(db)) {
        return undo(db, request_id, expected_no, actor, outcome);
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, undo(db, request_id, expected_no, actor, outcome)) : err;
}

enum err request_reopen(struct db *db, int64_t request_id, struct actor actor,
                        const char *reason_code, struct outcome *outcome)
{
    struct request request;
    *outcome = (struct outcome){0};
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = request_load(db, request_id, &request);
    if (err == ERR_OK && (actor.who != WHO_DESK || !request.is_ended || request.no < 2 ||
                          reason_code[0] == '\0' || request.state == STATE_REPLACED)) {
        err = ERR_DENIED;
    }
    if (err == ERR_OK) {
        const struct guard_input input = {.request = &request, .actor = &actor};
        err = guard_check(db, GUARD_NOT_OWN, &input, &outcome->reasons);
    }
    if (err == ERR_OK) {
        err = guard_err(outcome->reasons);
    }
    if (err == ERR_OK) {
        err = restore(db, &request,
                      &(struct way_back){
                          .to_no = request.no - 1,
                          .verb = VERB_REOPEN,
                          .actor = actor,
                          .reason_code = reason_code,
                      });
        outcome->state = request.state;
        outcome->no = request.no;
    }
    return db_end(db, err);
}

static bool may_remark(const struct request *request, const char *code, const struct actor *actor)
{
    if (request_access(request, actor) != ACCESS_FULL) {
        return false;
    }
    return strcmp(code, "fault_said") == 0
               ? request->kind == KIND_LOAN && request->state == STATE_OUT
               : strcmp(code, "not_settled") == 0 && request->is_ended;
}

enum err request_remark(struct db *db, int64_t request_id, const char *code, struct actor actor)
{
    struct request request;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = request_load(db, request_id, &request);
    if (err == ERR_OK && !may_remark(&request, code, &actor)) {
        err = ERR_DENIED;
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_REMARK_INSERT);
        query_int(&q, "request_id", request_id);
        query_int(&q, "now_s", clock_now_s());
        query_text(&q, "code", code);
        err = query_run(&q);
    }
    return db_end(db, err);
}

static enum err set_seen(struct db *db, int64_t remark_id, bool is_seen)
{
    int64_t is_open = 0;
    struct query q = db_query(db, Q_REMARK_GET);
    query_int(&q, "remark_id", remark_id);
    const enum err err = query_one_int(&q, &is_open);
    if (err != ERR_OK) {
        return err;
    }
    if ((is_open == 0) == is_seen) {
        return ERR_CONFLICT;
    }
    q = db_query(db, Q_REMARK_SET_OPEN);
    query_int(&q, "remark_id", remark_id);
    query_int(&q, "is_open", !is_seen);
    return query_run(&q);
}

enum err remark_set_seen(struct db *db, int64_t remark_id, bool is_seen)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, set_seen(db, remark_id, is_seen)) : err;
}
