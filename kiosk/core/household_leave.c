/* Households that leave, come back, and are forgotten. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/household_end.h"
#include "core/household_find.h"
#include "core/household_rows.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/setting.h"

enum { LIST_BYTES = HOUSEHOLD_LEAVING_MAX * 24 + 4 };

/* ---- Leaving ---- */

/* How the desk ends it; VERB_NONE: it cannot be ended by a word. */
static enum verb ending_of(enum kind kind, enum state state)
{
    static const enum verb verbs[] = {VERB_CANCEL, VERB_CLOSE};
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        const struct transition *row = flow_find(kind, state, verbs[i]);
        if (row != NULL && (row->who & WHO_DESK) != 0) {
            return verbs[i];
        }
    }
    return VERB_NONE;
}

enum err household_leaving(struct db *db, int64_t household_id,
                           struct leaving rows[HOUSEHOLD_LEAVING_MAX], int *count)
{
    struct query q = db_query(db, Q_HOUSEHOLD_RUNNING);
    query_int(&q, "household_id", household_id);
    query_int(&q, "most", HOUSEHOLD_LEAVING_MAX + 1);
    *count = 0;
    while (query_step(&q)) {
        if (*count == HOUSEHOLD_LEAVING_MAX) {
            const enum err err = query_end(&q);
            return err != ERR_OK ? err : ERR_FULL;
        }
        struct leaving *row = &rows[(*count)++];
        char code[CODE_BYTES];
        row->request_id = take_int(&q);
        row->no = (int)take_int(&q);
        take_code(&q, code, sizeof(code));
        row->kind = kind_of(code);
        take_code(&q, code, sizeof(code));
        row->state = state_of(code);
        row->verb = ending_of(row->kind, row->state);
    }
    return query_end(&q);
}

/* One that ended with another, as its consequence, is left as it is. */
static enum err end_request(struct db *db, const struct leaving *row, int64_t staff_id,
                            struct outcome *outcome)
{
    const struct actor desk = {.who = WHO_DESK, .staff_id = staff_id};
    struct request request;
    const enum err err = request_load(db, row->request_id, &request);
    if (err != ERR_OK || request.is_ended) {
        *outcome = (struct outcome){0};
        return err;
    }
    const struct move move = move_make(row->request_id, row->verb, desk);
    return move_apply(db, &move, 0, 0, true, outcome);
}

/* list: JSON, [[request, decision], …] */
static enum err end_requests(struct db *db, int64_t household_id, int64_t staff_id,
                             char list[LIST_BYTES])
{
    struct leaving rows[HOUSEHOLD_LEAVING_MAX];
    int count = 0;
    size_t len = 1;
    enum err err = household_leaving(db, household_id, rows, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = rows[i].verb == VERB_NONE ? ERR_DENIED : ERR_OK;
    }
    (void)snprintf(list, LIST_BYTES, "[");
    for (int i = 0; err == ERR_OK && i < count; i++) {
        struct outcome outcome;
        err = end_request(db, &rows[i], staff_id, &outcome);
        if (err == ERR_OK && outcome.no != 0) {
            len += (size_t)snprintf(list + len, LIST_BYTES - len, "%s[%lld,%d]", len > 1 ? "," : "",
                                    (long long)rows[i].request_id, outcome.no);
        }
    }
    (void)snprintf(list + len, LIST_BYTES - len, "]");
    return err;
}

static enum err set_left(struct db *db, int64_t household_id, int64_t left_at_s)
{
    struct query q = db_query(db, Q_HOUSEHOLD_SET_LEFT);
    query_int(&q, "household_id", household_id);
    query_int_or_null(&q, "left_at_s", left_at_s);
    return query_run(&q);
}

static enum err leave(struct db *db, int64_t household_id, int64_t staff_id)
{
    char list[LIST_BYTES];
    const int64_t now_s = clock_now_s();
    enum err err = household_must_live(db, household_id);
    if (err == ERR_OK) {
        err = household_must_be_others(db, household_id, staff_id);
    }
    if (err == ERR_OK) {
        err = end_requests(db, household_id, staff_id, list);
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_CARD_END_ALL);
        query_int(&q, "household_id", household_id);
        query_int(&q, "now_s", now_s);
        query_text(&q, "end_code", "left");
        err = query_run(&q);
    }
    if (err == ERR_OK) {
        err = set_left(db, household_id, now_s);
    }
    return err == ERR_OK ? household_note(db, household_id, staff_id, "left", 0, list) : err;
}

enum err household_leave(struct db *db, int64_t household_id, int64_t staff_id)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, leave(db, household_id, staff_id)) : err;
}

/* ---- Coming back ---- */

/* ERR_NOT_FOUND it lives here · ERR_CONFLICT merged. */
static enum err find_left(struct db *db, int64_t household_id, int64_t *left_at_s)
{
    int64_t is_merged = 0;
    struct query q = db_query(db, Q_HOUSEHOLD_LEFT);
    query_int(&q, "household_id", household_id);
    const bool found = query_step(&q);
    if (found) {
        *left_at_s = take_int(&q);
        is_merged = take_int(&q);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK               ? err
           : !found || *left_at_s == 0 ? ERR_NOT_FOUND
           : is_merged != 0            ? ERR_CONFLICT
                                       : ERR_OK;
}

static enum err run(struct db *db, enum query_id id, int64_t household_id, int64_t left_at_s)
{
    struct query q = db_query(db, id);
    query_int(&q, "household_id", household_id);
    if (query_has_param(&q, "left_at_s")) {
        query_int(&q, "left_at_s", left_at_s);
    }
    return query_run(&q);
}

static enum err come_back(struct db *db, int64_t household_id, int64_t staff_id, bool *is_soon)
{
    int64_t left_at_s = 0;
    enum err err = find_left(db, household_id, &left_at_s);
    if (err != ERR_OK) {
        return err;
    }
    *is_soon = clock_now_s() - left_at_s <= setting_get(db, SETTING_UNDO_S);
    err = run(db, *is_soon ? Q_CARD_RETURN_ALL : Q_HOUSEHOLD_ERASE_PIN, household_id, left_at_s);
    if (err == ERR_OK) {
        err = set_left(db, household_id, 0);
    }
    return err == ERR_OK ? household_note(db, household_id, staff_id, "returned", 0, NULL) : err;
}

/* What was cancelled with it, read before anything is written. */
static enum err list_cancelled(struct db *db, int64_t household_id,
                               struct leaving rows[HOUSEHOLD_LEAVING_MAX], int *count)
{
    struct query q = db_query(db, Q_HOUSEHOLD_CANCELLED);
    query_int(&q, "household_id", household_id);
    *count = 0;
    while (*count < HOUSEHOLD_LEAVING_MAX && query_step(&q)) {
        rows[*count].request_id = take_int(&q);
        rows[(*count)++].no = (int)take_int(&q);
    }
    return query_end(&q);
}

enum err household_return(struct db *db, int64_t household_id, int64_t staff_id,
                          struct household_back *back)
{
    const struct actor desk = {.who = WHO_DESK, .staff_id = staff_id};
    struct leaving rows[HOUSEHOLD_LEAVING_MAX];
    int count = 0;
    bool is_soon = false;
    *back = (struct household_back){0};
    enum err err = list_cancelled(db, household_id, rows, &count);
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    if (err == ERR_OK) {
        err = db_end(db, come_back(db, household_id, staff_id, &is_soon));
    }
    for (int i = 0; err == ERR_OK && is_soon && i < count; i++) {
        struct outcome outcome;
        const bool is_back =
            request_undo(db, rows[i].request_id, rows[i].no, desk, &outcome) == ERR_OK;
        back->restored += is_back;
        back->lost += !is_back;
    }
    return err;
}

/* ---- Forgotten ---- */

static enum err forget(struct db *db, int64_t household_id, int64_t staff_id)
{
    static const enum query_id erasures[] = {
        Q_HOUSEHOLD_ERASE_NAMES, Q_HOUSEHOLD_ERASE_CONTACT, Q_HOUSEHOLD_ERASE_PREFERENCES,
        Q_HOUSEHOLD_ERASE_PIN,   Q_HOUSEHOLD_UNINDEX,
    };
    int64_t left_at_s = 0;
    enum err err = find_left(db, household_id, &left_at_s);
    if (err == ERR_NOT_FOUND) {
        err = ERR_DENIED;
    }
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(erasures); i++) {
        err = run(db, erasures[i], household_id, 0);
    }
    if (err == ERR_OK) {
        err = rows_forget(db, 0, household_id);
    }
    if (err == ERR_OK) {
        err = household_index_tidy(db);
    }
    return err == ERR_OK ? household_note(db, household_id, staff_id, "forgotten", 0, NULL) : err;
}

enum err household_forget(struct db *db, int64_t household_id, int64_t staff_id)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, forget(db, household_id, staff_id)) : err;
}
