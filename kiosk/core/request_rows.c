#include "core/request_rows.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/house.h"
#include "core/query.h"
#include "core/setting.h"

static void bind_terms(struct query *q, const struct terms *terms)
{
    query_int_or_null(q, "session_id", terms->session_id);
    query_int_or_null(q, "copy_id", terms->copy_id);
    query_int_or_null(q, "from_s", terms->from_s);
    query_int_or_null(q, "until_s", terms->until_s);
    query_int(q, "adults", terms->adults);
    query_int(q, "children", terms->children);
}

static enum err write_decision(struct db *db, const struct step *step, int no)
{
    const struct request *request = step->request;
    struct query q = db_query(db, Q_DECISION_INSERT);
    query_int(&q, "request_id", request->id);
    query_int(&q, "no", no);
    query_int(&q, "happened_at_s", step->happened_at_s);
    query_int(&q, "now_s", clock_now_s());
    query_text(&q, "who", who_code(step->who));
    query_int_or_null(&q, "staff_id", step->staff_id);
    query_text(&q, "verb", verb_code(step->verb));
    query_text(&q, "from_state", state_code(request->state));
    query_text(&q, "to_state", state_code(step->to));
    query_text(&q, "reason_code", step->reason_code);
    query_int(&q, "holds", step->holds);
    query_int_or_null(&q, "cause_id", step->cause_id);
    query_int_or_null(&q, "cause_no", step->cause_no);
    bind_terms(&q, &step->terms);
    enum err err = query_run(&q);
    if (err == ERR_OK && step->words[0] != '\0') {
        q = db_query(db, Q_DECISION_WORDS_INSERT);
        query_int(&q, "request_id", request->id);
        query_int(&q, "no", no);
        query_text(&q, "lang", step->lang);
        query_text(&q, "words", step->words);
        err = query_run(&q);
    }
    return err;
}

/* The promise, made when something comes into the desk's pile or goes to a colleague. */
static enum err promise_answer(struct db *db, const struct step *step, bool waits,
                               struct request *after)
{
    const bool stays_passed = waits && step->verb != VERB_UNDO;
    after->not_staff_id = step->verb == VERB_PASS ? step->staff_id
                          : stays_passed          ? after->not_staff_id
                                                  : 0;
    if (!waits) {
        after->answer_by_s = 0;
        return ERR_OK;
    }
    if (after->answer_by_s != 0 && step->verb != VERB_PASS) {
        return ERR_OK;
    }
    const enum err err =
        house_answer_by(db, clock_now_s(), after->not_staff_id, &after->answer_by_s);
    if (err == ERR_NOT_FOUND) {
        after->answer_by_s = 0; /* nobody is planned: nothing is promised */
        return ERR_OK;
    }
    return err;
}

/* A guest's hold ends with the next staffed opening; a household's does not end by itself. */
static enum err limit_hold(struct db *db, struct request *after)
{
    const bool is_guests = after->household_id == 0 && after->holds &&
                           after->state == STATE_ASKED && strcmp(after->channel, "screen") == 0;
    if (!is_guests) {
        after->hold_ends_s = 0;
        return ERR_OK;
    }
    if (after->hold_ends_s != 0) {
        return ERR_OK;
    }
    const enum err err = house_hold_end(db, clock_now_s(), &after->hold_ends_s);
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err rows_limit_hold(struct db *db, const struct request *request)
{
    struct request after = *request;
    const enum err err = limit_hold(db, &after);
    if (err != ERR_OK || after.hold_ends_s == request->hold_ends_s) {
        return err;
    }
    struct query q = db_query(db, Q_STATE_SET_HOLD);
    query_int(&q, "request_id", after.id);
    query_int_or_null(&q, "hold_ends_s", after.hold_ends_s);
    return query_run(&q);
}

static enum err write_state(struct db *db, const struct request *after, bool is_first)
{
    struct query q = db_query(db, is_first ? Q_STATE_INSERT : Q_STATE_UPDATE);
    query_int(&q, "request_id", after->id);
    query_int(&q, "no", after->no);
    query_text(&q, "state", state_code(after->state));
    query_int(&q, "since_s", after->since_s);
    query_int(&q, "waits", flow_waits(after->kind, after->state, after->direction));
    query_int(&q, "is_ended", after->is_ended);
    query_int_or_null(&q, "answer_by_s", after->answer_by_s);
    query_int_or_null(&q, "hold_ends_s", after->hold_ends_s);
    query_int_or_null(&q, "not_staff_id", after->not_staff_id);
    query_int(&q, "holds", after->holds);
    bind_terms(&q, &after->terms);
    if (is_first) {
        query_text(&q, "kind", kind_code(after->kind));
        query_int(&q, "rank_s", after->rank_s);
        query_int(&q, "is_danger", after->is_danger);
        query_int_or_null(&q, "household_id", after->household_id);
        query_int_or_null(&q, "item_id", after->item_id);
    }
    return query_run(&q);
}

/* Whoever did not do it has to be told; what only moves things inside the house is no news. */
static bool is_news(const struct step *step, enum state from, const struct request *after)
{
    static const enum verb quiet[] = {
        VERB_PASS,         VERB_RELEASE,      VERB_HAND_OUT,
        VERB_SWAP,         VERB_TAKE_BACK,    VERB_TAKE_BACK_TO_CHECK,
        VERB_CLEAR,        VERB_MEND,         VERB_SEND,
        VERB_LEAVE,        VERB_COLLECT,      VERB_VISIT,
        VERB_FIND,         VERB_REVIVE,       VERB_EXTEND,
        VERB_LAPSE,        VERB_MARK_PRESENT, VERB_MARK_ABSENT,
        VERB_MARK_EXCUSED, VERB_WALK_IN,      VERB_CORRECT,
    };
    const bool is_reworded = step->verb == VERB_PUBLISH && from == after->state;
    if (step->who == WHO_RESIDENT || step->is_quiet || is_reworded || after->kind == KIND_COPY ||
        after->kind == KIND_SESSION || after->kind == KIND_AMENDMENT) {
        return false;
    }
    for (size_t i = 0; i < ARRAY_LEN(quiet); i++) {
        if (quiet[i] == step->verb) {
            return false;
        }
    }
    return true;
}

static enum err write_notice(struct db *db, const struct request *after)
{
    struct query q = db_query(db, Q_NOTICE_INSERT);
    query_int(&q, "request_id", after->id);
    query_int(&q, "no", after->no);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

/* A number is free again some time after the end; an end taken back keeps it. */
static enum err end_ticket(struct db *db, const struct request *after)
{
    struct query q = db_query(db, Q_TICKET_SET_FREES_AT);
    query_int(&q, "request_id", after->id);
    query_int_or_null(&q, "frees_at_s",
                      after->is_ended ? clock_now_s() + setting_get(db, SETTING_TICKET_REUSE_S)
                                      : 0);
    return query_run(&q);
}

/* Copies and what organisers propose are the house's own affairs: no figure tells of them. */
static bool counts(enum kind kind)
{
    return kind != KIND_COPY && kind != KIND_AMENDMENT;
}

static enum err write_end(struct db *db, const struct step *step, const struct request *before,
                          const struct request *after)
{
    enum err err = ERR_OK;
    if (before->is_ended && before->no > 0) {
        err = act_take_back(db, before->id, before->no);
    }
    if (err == ERR_OK && after->is_ended && counts(after->kind) && !step->is_uncounted) {
        err = act_write(db, step, after);
    }
    if (err == ERR_OK && before->is_ended != after->is_ended) {
        err = end_ticket(db, after);
    }
    return err;
}

enum err rows_write_step(struct db *db, const struct step *step)
{
    const struct request before = *step->request;
    struct request *after = step->request;
    const unsigned flags = flow_state_flags(before.kind, step->to);
    enum err err = write_decision(db, step, before.no + 1);
    if (err != ERR_OK) {
        return err;
    }
    after->no = before.no + 1;
    after->state = step->to;
    after->since_s = step->happened_at_s;
    after->terms = step->terms;
    after->holds = step->holds;
    after->is_ended = (flags & STATE_ENDS) != 0;
    err = promise_answer(db, step, flow_waits(after->kind, after->state, after->direction), after);
    if (err == ERR_OK) {
        err = limit_hold(db, after);
    }
    if (err == ERR_OK) {
        err = write_state(db, after, before.no == 0);
    }
    if (err == ERR_OK && is_news(step, before.state, after)) {
        err = write_notice(db, after);
    }
    if (err == ERR_OK) {
        err = write_end(db, step, &before, after);
    }
    return err;
}
