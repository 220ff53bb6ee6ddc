/* What the header says, and by when an answer can be promised. */
#include "core/house.h"

#include "base/clock.h"
#include "core/query.h"
#include "core/setting.h"

enum { ROUND_S = 5 * CLOCK_MINUTE_S };

/* The end of the last opening that began that day: a forgotten presence does not outlast it. */
static int64_t last_end_of_day(const struct house_spans *spans, int64_t day_s)
{
    const int64_t midnight_s = clock_day_s(day_s, 1);
    int64_t end_s = day_s;
    for (int i = 0; i < spans->count && spans->spans[i].from_s < midnight_s; i++) {
        end_s = spans->spans[i].until_s;
    }
    return end_s;
}

/* spans: the openings of that day, at least. */
static enum err read_present(struct db *db, int64_t now_s, const struct house_spans *spans,
                             struct house_status *status)
{
    const int64_t day_s = clock_day_s(now_s, 0);
    const int64_t end_s = last_end_of_day(spans, day_s);
    struct query query = db_query(db, Q_HOUSE_PRESENT);
    query_int(&query, "day_s", day_s);
    while (status->name_count < HOUSE_NAMES_MAX && query_step(&query)) {
        const int64_t staff_id = take_int(&query);
        const int64_t began_s = take_int(&query);
        if (now_s < end_s || began_s >= end_s) {
            take_code(&query, status->names[status->name_count], HOUSE_NAME_BYTES);
            status->staff_ids[status->name_count++] = staff_id;
        }
    }
    return query_end(&query);
}

/* Why the rest of today's usual hours is gone, if it is. */
static enum err read_closing(struct db *db, int64_t now_s, struct house_status *status)
{
    struct house_spans usual;
    int64_t until_s = clock_day_s(now_s, 1);
    struct query query = db_query(db, Q_HOUSE_CLOSINGS);
    query_int(&query, "from_s", now_s);
    query_int(&query, "until_s", now_s + 1);
    const bool is_closing = query_step(&query);
    if (is_closing) {
        (void)take_int(&query); /* id */
        (void)take_int(&query); /* from_s */
        const int64_t ends_s = take_int(&query);
        until_s = ends_s < until_s ? ends_s : until_s;
        take_code(&query, status->reason_code, sizeof(status->reason_code));
    }
    enum err err = query_end(&query);
    if (err != ERR_OK || !is_closing) {
        return err;
    }
    err = house_usual_spans(db, now_s, until_s, &usual);
    if (err == ERR_OK && usual.count > 0) {
        status->state = HOUSE_CLOSED_TODAY;
    } else {
        status->reason_code[0] = '\0';
    }
    return err;
}

enum err house_status(struct db *db, int64_t now_s, struct house_status *status)
{
    struct house_spans spans;
    *status = (struct house_status){.state = HOUSE_CLOSED};
    enum err err = house_check_clock(db, now_s);
    if (err == ERR_CLOCK) {
        status->state = HOUSE_CLOCK;
        return ERR_OK;
    }
    if (err == ERR_OK) {
        err = house_open_spans(db, clock_day_s(now_s, 0), clock_day_s(now_s, HOUSE_HORIZON_DAYS),
                               &spans);
    }
    if (err == ERR_OK) {
        err = read_present(db, now_s, &spans, status);
    }
    if (err != ERR_OK) {
        return err;
    }
    const struct house_span *running = house_span_at(&spans, now_s);
    const struct house_span *next = house_span_after(&spans, now_s);
    status->until_s = running == NULL ? 0 : running->until_s;
    status->next_open_s = next == NULL ? 0 : next->from_s;
    if (status->name_count > 0) {
        status->state = HOUSE_OPEN;
        return ERR_OK;
    }
    if (running != NULL) {
        const int64_t grace_s = setting_get(db, SETTING_PRESENCE_GRACE_S);
        status->state = now_s < running->from_s + grace_s ? HOUSE_EXPECTED : HOUSE_LATE;
        return ERR_OK;
    }
    return read_closing(db, now_s, status);
}

/* An answer, and the end of the opening in which it will be given. */
struct promise {
    int64_t answer_s;
    int64_t opening_ends_s;
};

static struct promise promise_in(const struct house_span *span, int64_t from_s, int64_t needs_s)
{
    const int64_t answer_s = (from_s + needs_s + ROUND_S - 1) / ROUND_S * ROUND_S;
    return (struct promise){
        .answer_s = answer_s < span->until_s ? answer_s : span->until_s,
        .opening_ends_s = span->until_s,
    };
}

static enum err is_anybody_here(struct db *db, int64_t day_s, bool *is_anybody)
{
    struct query query = db_query(db, Q_HOUSE_PRESENT);
    query_int(&query, "day_s", day_s);
    *is_anybody = query_step(&query);
    return query_end(&query);
}

/* Today's opening, if somebody is at the desk who may answer and it lasts long enough. */
static enum err promise_of_present(struct db *db, int64_t now_s, int64_t not_staff_id,
                                   int64_t needs_s, struct promise *promise)
{
    struct house_spans spans;
    struct house_status present = {0};
    bool is_anybody = false;
    const int64_t day_s = clock_day_s(now_s, 0);
    enum err err = is_anybody_here(db, day_s, &is_anybody);
    if (err != ERR_OK || !is_anybody) {
        return err != ERR_OK ? err : ERR_NOT_FOUND;
    }
    err = house_open_spans(db, day_s, clock_day_s(day_s, 1), &spans);
    if (err == ERR_OK) {
        err = read_present(db, now_s, &spans, &present);
    }
    if (err != ERR_OK) {
        return err;
    }
    const struct house_span *running = house_span_at(&spans, now_s);
    for (int i = 0; running != NULL && i < present.name_count; i++) {
        if (present.staff_ids[i] != not_staff_id && now_s + needs_s <= running->until_s) {
            *promise = promise_in(running, now_s, needs_s);
            return ERR_OK;
        }
    }
    return ERR_NOT_FOUND;
}

/* The first span in which somebody is planned who may answer. In one that runs already nobody is
 * there (else promise_of_present would have found it), so it counts during the grace only. */
static enum err promise_of_plan(struct db *db, int64_t now_s, int64_t not_staff_id, int64_t needs_s,
                                int days, struct promise *promise)
{
    struct house_spans spans;
    const int64_t grace_s = setting_get(db, SETTING_PRESENCE_GRACE_S);
    const int64_t day_s = clock_day_s(now_s, 0);
    const enum err err =
        house_staffed_spans(db, day_s, clock_day_s(day_s, days), not_staff_id, &spans);
    for (int i = 0; err == ERR_OK && i < spans.count; i++) {
        const struct house_span *span = &spans.spans[i];
        if (span->from_s > now_s) {
            *promise = promise_in(span, span->from_s, needs_s);
            return ERR_OK;
        }
        if (now_s < span->from_s + grace_s && now_s + needs_s <= span->until_s) {
            *promise = promise_in(span, now_s, needs_s);
            return ERR_OK;
        }
    }
    return err == ERR_OK ? ERR_NOT_FOUND : err;
}

static enum err find_promise(struct db *db, int64_t now_s, int64_t not_staff_id,
                             struct promise *promise)
{
    enum err err = house_check_clock(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    const int64_t needs_s = setting_get(db, SETTING_ANSWER_S);
    err = promise_of_present(db, now_s, not_staff_id, needs_s, promise);
    /* Mostly by tomorrow, else this week: the long look costs more than a commit. */
    static const int days[] = {2, 8, HOUSE_HORIZON_DAYS};
    for (size_t i = 0; err == ERR_NOT_FOUND && i < ARRAY_LEN(days); i++) {
        err = promise_of_plan(db, now_s, not_staff_id, needs_s, days[i], promise);
    }
    return err;
}

enum err house_answer_by(struct db *db, int64_t now_s, int64_t not_staff_id, int64_t *answer_s)
{
    struct promise promise = {0};
    const enum err err = find_promise(db, now_s, not_staff_id, &promise);
    *answer_s = promise.answer_s;
    return err;
}

enum err house_hold_end(struct db *db, int64_t now_s, int64_t *hold_end_s)
{
    struct promise promise = {0};
    const enum err err = find_promise(db, now_s, 0, &promise);
    *hold_end_s = promise.opening_ends_s;
    return err;
}
