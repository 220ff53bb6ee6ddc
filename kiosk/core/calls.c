#include "core/calls.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/house.h"
#include "core/query.h"

static bool is_reason(const char *code)
{
    static const char *const reasons[] = {"help", "safety", "guest_limit", "wish"};
    return text_is_one_of(code, reasons, ARRAY_LEN(reasons));
}

static enum err find_same(struct db *db, const char *reason_code, int64_t now_s, int64_t *call_id)
{
    struct query query = db_query(db, Q_CALL_SAME);
    query_int(&query, "since_s", now_s - CALL_SAME_S);
    query_text(&query, "reason_code", reason_code);
    return query_one_int(&query, call_id);
}

static enum err ring(struct db *db, const char *reason_code, int64_t now_s, int64_t *call_id)
{
    enum err err = find_same(db, reason_code, now_s, call_id);
    if (err != ERR_NOT_FOUND) {
        return err;
    }
    struct query query = db_query(db, Q_CALL_ADD);
    query_int(&query, "now_s", now_s);
    query_text(&query, "reason_code", reason_code);
    err = query_run(&query);
    *call_id = db_last_id(db);
    return err;
}

enum err calls_ring(struct db *db, const char *reason_code, int64_t *call_id)
{
    *call_id = 0;
    if (!is_reason(reason_code)) {
        return ERR_INVALID;
    }
    if (db_is_writing(db)) {
        return ring(db, reason_code, clock_now_s(), call_id);
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, ring(db, reason_code, clock_now_s(), call_id)) : err;
}

enum err calls_list_ringing(struct db *db, struct call calls[CALLS_MAX], int *count)
{
    *count = 0;
    struct query query = db_query(db, Q_CALL_RINGING);
    query_int(&query, "most", CALLS_MAX);
    while (query_step(&query)) {
        struct call *call = &calls[(*count)++];
        call->id = take_int(&query);
        call->called_at_s = take_int(&query);
        take_code(&query, call->reason_code, sizeof(call->reason_code));
    }
    return query_end(&query);
}

static enum err answer(struct db *db, int64_t call_id, int64_t staff_id, int64_t now_s)
{
    int64_t is_answered = 0;
    struct query query = db_query(db, Q_CALL_IS_ANSWERED);
    query_int(&query, "call_id", call_id);
    enum err err = query_one_int(&query, &is_answered);
    if (err == ERR_OK && is_answered) {
        err = ERR_CONFLICT;
    }
    if (err != ERR_OK) {
        return err;
    }
    query = db_query(db, Q_CALL_ANSWER);
    query_int(&query, "call_id", call_id);
    query_int(&query, "staff_id", staff_id);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

enum err calls_answer(struct db *db, int64_t call_id, int64_t staff_id)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, answer(db, call_id, staff_id, clock_now_s())) : err;
}

enum err calls_read_answer(struct db *db, int64_t call_id, struct call_answer *answer)
{
    *answer = (struct call_answer){0};
    struct query query = db_query(db, Q_CALL_READ_ANSWER);
    query_int(&query, "call_id", call_id);
    const bool is_found = query_step(&query);
    if (is_found) {
        answer->answered_at_s = take_int(&query);
        take_code(&query, answer->first_name, sizeof(answer->first_name));
    }
    const enum err err = query_end(&query);
    return err != ERR_OK || is_found ? err : ERR_NOT_FOUND;
}

enum err calls_who_is_next(struct db *db, int64_t now_s, struct call_next *next)
{
    struct house_spans spans;
    *next = (struct call_next){0};
    enum err err = house_check_clock(db, now_s);
    if (err == ERR_OK) {
        err = house_staffed_spans(db, now_s, clock_day_s(now_s, HOUSE_HORIZON_DAYS), 0, &spans);
    }
    if (err != ERR_OK) {
        return err;
    }
    const struct house_span *span = house_span_after(&spans, now_s);
    if (span == NULL) {
        return ERR_NOT_FOUND;
    }
    next->from_s = span->from_s;
    struct query query = db_query(db, Q_HOUSE_ROSTER_NAME);
    query_int(&query, "at_s", span->from_s);
    if (query_step(&query)) {
        take_code(&query, next->first_name, sizeof(next->first_name));
    }
    return query_end(&query);
}
