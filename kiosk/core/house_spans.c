/* Spans of time: opening hours, less closings, and who is planned within them. */
#include "core/house.h"
#include "core/query.h"

#include "base/clock.h"
#include "base/log.h"

enum { WEEK_DAYS = 7 };

static int64_t earlier(int64_t a_s, int64_t b_s)
{
    return a_s < b_s ? a_s : b_s;
}

static int64_t later(int64_t a_s, int64_t b_s)
{
    return a_s > b_s ? a_s : b_s;
}

/* Spans come in the order of their beginnings. */
static enum err add(struct house_spans *spans, int64_t from_s, int64_t until_s)
{
    if (from_s >= until_s) {
        return ERR_OK;
    }
    struct house_span *last = spans->count == 0 ? NULL : &spans->spans[spans->count - 1];
    if (last != NULL && from_s <= last->until_s) {
        last->until_s = later(last->until_s, until_s);
        return ERR_OK;
    }
    if (spans->count == HOUSE_SPANS_MAX) {
        log_error("more than %d spans of opening hours", HOUSE_SPANS_MAX);
        return ERR_FULL;
    }
    spans->spans[spans->count++] = (struct house_span){from_s, until_s};
    return ERR_OK;
}

static enum err subtract(struct house_spans *spans, int64_t from_s, int64_t until_s)
{
    const struct house_spans before = *spans;
    enum err err = ERR_OK;
    spans->count = 0;
    for (int i = 0; i < before.count && err == ERR_OK; i++) {
        const struct house_span *span = &before.spans[i];
        err = add(spans, span->from_s, earlier(span->until_s, from_s));
        if (err == ERR_OK) {
            err = add(spans, later(span->from_s, until_s), span->until_s);
        }
    }
    return err;
}

static enum err intersect(struct house_spans *spans, const struct house_spans *with)
{
    const struct house_spans before = *spans;
    enum err err = ERR_OK;
    spans->count = 0;
    for (int i = 0, j = 0; i < before.count && j < with->count && err == ERR_OK;) {
        const struct house_span *a = &before.spans[i];
        const struct house_span *b = &with->spans[j];
        err = add(spans, later(a->from_s, b->from_s), earlier(a->until_s, b->until_s));
        if (a->until_s < b->until_s) {
            i++;
        } else {
            j++;
        }
    }
    return err;
}

/* A minute of a local day that lasts until next_s. The time zone, slow to ask, is needed on the two
 * days a year that are not as long as the others. */
static int64_t at_minute(int64_t day_s, int64_t next_s, int minute)
{
    if (next_s - day_s == CLOCK_DAY_S) {
        return day_s + minute * CLOCK_MINUTE_S;
    }
    struct civil day = clock_civil(day_s);
    day.hour = 0;
    day.minute = minute;
    return clock_utc_s(day);
}

enum err house_usual_spans(struct db *db, int64_t from_s, int64_t until_s,
                           struct house_spans *spans)
{
    struct house_opening openings[HOUSE_OPENINGS_MAX];
    int count = 0;
    spans->count = 0;
    enum err err = house_openings(db, openings, &count);
    int64_t day_s = clock_day_s(from_s, 0);
    int weekday = clock_civil(day_s).weekday;
    while (day_s < until_s && err == ERR_OK) {
        const int64_t next_s = clock_day_s(day_s, 1);
        for (int i = 0; i < count && err == ERR_OK; i++) {
            if (openings[i].weekday == weekday) {
                err = add(spans, later(at_minute(day_s, next_s, openings[i].opens_min), from_s),
                          earlier(at_minute(day_s, next_s, openings[i].closes_min), until_s));
            }
        }
        day_s = next_s;
        weekday = weekday % WEEK_DAYS + 1;
    }
    return err;
}

enum err house_open_spans(struct db *db, int64_t from_s, int64_t until_s, struct house_spans *spans)
{
    enum err err = house_usual_spans(db, from_s, until_s, spans);
    if (err != ERR_OK) {
        return err;
    }
    struct query query = db_query(db, Q_HOUSE_CLOSINGS);
    query_int(&query, "from_s", from_s);
    query_int(&query, "until_s", until_s);
    while (err == ERR_OK && query_step(&query)) {
        (void)take_int(&query); /* id */
        const int64_t closes_s = take_int(&query);
        const int64_t reopens_s = take_int(&query);
        err = subtract(spans, closes_s, reopens_s);
    }
    const enum err read = query_end(&query);
    return err != ERR_OK ? err : read;
}

enum err house_staffed_spans(struct db *db, int64_t from_s, int64_t until_s, int64_t not_staff_id,
                             struct house_spans *spans)
{
    int64_t roster_end_s = 0;
    struct house_spans planned;
    struct query query = db_query(db, Q_HOUSE_ROSTER_END);
    enum err err = query_one_int(&query, &roster_end_s);
    if (err == ERR_OK) {
        err = house_open_spans(db, from_s, until_s, spans);
    }
    if (err != ERR_OK || roster_end_s <= from_s) {
        return err;
    }
    planned.count = 0;
    query = db_query(db, Q_HOUSE_ROSTER);
    query_int(&query, "from_s", from_s);
    query_int(&query, "until_s", until_s);
    query_int(&query, "not_staff_id", not_staff_id);
    while (err == ERR_OK && query_step(&query)) {
        const int64_t starts_s = take_int(&query);
        err = add(&planned, starts_s, take_int(&query));
    }
    const enum err read = query_end(&query);
    err = err != ERR_OK ? err : read;
    if (err == ERR_OK) {
        err = add(&planned, roster_end_s, later(roster_end_s, until_s));
    }
    return err == ERR_OK ? intersect(spans, &planned) : err;
}

const struct house_span *house_span_at(const struct house_spans *spans, int64_t at_s)
{
    for (int i = 0; i < spans->count; i++) {
        if (spans->spans[i].from_s <= at_s && at_s < spans->spans[i].until_s) {
            return &spans->spans[i];
        }
    }
    return NULL;
}

const struct house_span *house_span_after(const struct house_spans *spans, int64_t at_s)
{
    for (int i = 0; i < spans->count; i++) {
        if (spans->spans[i].from_s > at_s) {
            return &spans->spans[i];
        }
    }
    return NULL;
}
