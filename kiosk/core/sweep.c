/* What time decides: each row of the table is a query for what is due and the verbs that end it. */
#include "base/clock.h"
#include "base/log.h"
#include "core/calendar_parts.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/setting.h"

enum { DUE_MAX = 500 }; /* a sweep; the rest comes with the next one */

struct due {
    enum query_id query;
    enum verb verbs[2]; /* the first that the request's state knows */
};

static const struct due DUES[] = {
    {Q_SWEEP_RELEASES, {VERB_RELEASE, VERB_NONE}}, {Q_SWEEP_BEGUN, {VERB_EXPIRE, VERB_NOT_SERVE}},
    {Q_SWEEP_OFFERS, {VERB_LAPSE, VERB_NONE}},     {Q_SWEEP_PICKUPS, {VERB_SET_ASIDE, VERB_NONE}},
    {Q_SWEEP_SESSIONS, {VERB_HOLD, VERB_NONE}},    {Q_SWEEP_DOUBTS, {VERB_DOUBT, VERB_NONE}},
    {Q_SWEEP_BOARD, {VERB_REVIVE, VERB_NONE}},     {Q_SWEEP_REMINDERS, {VERB_REMIND, VERB_NONE}},
    {Q_SWEEP_SILENT, {VERB_CLOSE, VERB_NONE}},
};

static void bind_times(struct db *db, struct query *q, enum query_id id, int64_t now_s)
{
    switch (id) {
    case Q_SWEEP_OFFERS:
        query_int(q, "before_s", now_s - setting_get(db, SETTING_OFFER_S));
        break;
    case Q_SWEEP_PICKUPS:
        query_int(q, "today_s", clock_day_s(now_s, 0));
        break;
    case Q_SWEEP_BEGUN:
        query_int(q, "now_s", now_s);
        query_int(q, "today_s", clock_day_s(now_s, 0) - 1);
        break;
    case Q_SWEEP_DOUBTS:
        query_int(q, "now_s", now_s);
        query_int(q, "until_s", now_s + setting_get(db, SETTING_SESSION_DECIDE_S));
        break;
    case Q_SWEEP_BOARD:
        query_int(q, "needs_before_s", now_s - setting_get(db, SETTING_HELP_REVIVE_S));
        query_int(q, "offers_before_s", now_s - setting_get(db, SETTING_OFFER_CONFIRM_S));
        break;
    case Q_SWEEP_SILENT:
        query_int(q, "before_s", now_s - setting_get(db, SETTING_DONE_SILENT_S));
        break;
    case Q_SWEEP_REMINDERS:
        query_int(q, "before_s", now_s - setting_get(db, SETTING_DEPOSIT_REMIND_S));
        break;
    default:
        query_int(q, "now_s", now_s);
        break;
    }
}

/* What somebody waited for before a copy was offered; from_s 0: the first that comes back. */
static enum err read_wait(struct db *db, int64_t request_id, struct terms *wait, bool *has_waited)
{
    *wait = (struct terms){0};
    struct query q = db_query(db, Q_DECISION_WAIT);
    query_int(&q, "request_id", request_id);
    *has_waited = query_step(&q);
    if (*has_waited) {
        wait->copy_id = take_int(&q);
        wait->from_s = take_int(&q);
        wait->until_s = take_int(&q);
    }
    return query_end(&q);
}

/* An offered copy that nobody took: back on the list, for what was waited for. That has no date of
 * its own when it was the first that comes back, so it does not end with the offer's days. */
static enum err lapse_copy(struct db *db, const struct request *loan, struct move *move,
                           struct terms *wait)
{
    bool has_waited = false;
    const enum err err = read_wait(db, loan->id, wait, &has_waited);
    if (err == ERR_OK && has_waited && (move->verb == VERB_LAPSE || wait->from_s == 0)) {
        move->verb = VERB_LAPSE;
        move->terms = wait;
    }
    return err;
}

static enum err move_due(struct db *db, int64_t request_id, const struct due *due, int *count)
{
    struct request request;
    enum err err = request_load(db, request_id, &request);
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(due->verbs); i++) {
        if (due->verbs[i] == VERB_NONE ||
            flow_find(request.kind, request.state, due->verbs[i]) == NULL) {
            continue;
        }
        struct outcome outcome = {0};
        struct terms wait;
        struct move move = move_make(request_id, due->verbs[i], (struct actor){.who = WHO_TIME});
        if (request.kind == KIND_LOAN && request.state == STATE_OFFERED) {
            err = lapse_copy(db, &request, &move, &wait);
        }
        if (err == ERR_OK) {
            err = move_apply(db, &move, 0, 0, false, &outcome);
        }
        *count += err == ERR_OK;
        return err;
    }
    return err;
}

/* Of the one that is due, rather than of the file that they all stand in. */
static bool is_its_own(enum err err)
{
    return err == ERR_DENIED || err == ERR_CONFLICT || err == ERR_FULL || err == ERR_INVALID ||
           err == ERR_NOT_FOUND;
}

/* One that cannot move keeps time for no other. */
static enum err move_alone(struct db *db, int64_t request_id, const struct due *due, int *count)
{
    enum err err = db_begin_part(db);
    if (err == ERR_OK) {
        err = db_end_part(db, move_due(db, request_id, due, count));
    }
    if (is_its_own(err)) {
        log_warn("sweep: what was due cannot move: %s", err_name(err));
        return ERR_OK;
    }
    return err;
}

static enum err sweep_due(struct db *db, const struct due *due, int64_t now_s, int *count)
{
    int64_t ids[DUE_MAX];
    size_t found = 0;
    struct query q = db_query(db, due->query);
    bind_times(db, &q, due->query, now_s);
    while (found < DUE_MAX && query_step(&q)) {
        ids[found++] = take_int(&q);
    }
    enum err err = query_end(&q);
    for (size_t i = 0; err == ERR_OK && i < found; i++) {
        err = move_alone(db, ids[i], due, count);
    }
    return err;
}

/* Looking is cheap and writing is not: no transaction unless something is due. */
static enum err is_anything_due(struct db *db, int64_t now_s, bool *is_due)
{
    *is_due = false;
    for (size_t i = 0; i < ARRAY_LEN(DUES) && !*is_due; i++) {
        struct query q = db_query(db, DUES[i].query);
        bind_times(db, &q, DUES[i].query, now_s);
        *is_due = query_step(&q);
        const enum err err = query_end(&q);
        if (err != ERR_OK) {
            return err;
        }
    }
    if (*is_due) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_SWEEP_TICKETS_DUE);
    query_int(&q, "now_s", now_s);
    *is_due = query_step(&q);
    const enum err err = query_end(&q);
    return err == ERR_OK && !*is_due ? calendar_is_due(db, now_s, is_due) : err;
}

static enum err sweep_all(struct db *db, int64_t now_s, int *count)
{
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(DUES); i++) {
        err = sweep_due(db, &DUES[i], now_s, count);
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_SWEEP_TICKETS);
        query_int(&q, "now_s", now_s);
        err = query_run(&q);
    }
    return err == ERR_OK ? calendar_expire(db, now_s) : err;
}

enum err sweep_run(struct db *db, int *count)
{
    const int64_t now_s = clock_now_s();
    bool is_due = false;
    *count = 0;
    enum err err = is_anything_due(db, now_s, &is_due);
    if (err != ERR_OK || !is_due) {
        return err;
    }
    err = house_begin(db, now_s);
    return err != ERR_OK ? err : db_end(db, sweep_all(db, now_s, count));
}
