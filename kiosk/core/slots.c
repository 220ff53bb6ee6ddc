#include "core/slots.h"

#include <assert.h>
#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"
#include "core/slots_busy.h"

enum { HALF_HOUR_S = 30 * CLOCK_MINUTE_S };

/* When something can be picked up in that opening, not before from_s; 0: not any more. */
static int64_t pickup_in(const struct house_span *span, int64_t from_s)
{
    if (span->from_s >= from_s) {
        return span->from_s;
    }
    const int64_t pickup_s = (from_s + HALF_HOUR_S - 1) / HALF_HOUR_S * HALF_HOUR_S;
    return pickup_s < span->until_s ? pickup_s : 0;
}

/* On the day that begins at day_s, else at the last opening before it; 0: none. */
static int64_t find_pickup(const struct house_spans *spans, int64_t from_s, int64_t day_s)
{
    const int64_t day_after_s = clock_day_s(day_s, 1);
    int64_t found_s = 0;
    for (int i = 0; i < spans->count && spans->spans[i].from_s < day_after_s; i++) {
        const int64_t pickup_s = pickup_in(&spans->spans[i], from_s);
        found_s = pickup_s != 0 ? pickup_s : found_s;
        if (found_s >= day_s) {
            break;
        }
    }
    return found_s;
}

/* The first opening that begins after that day; 0: none. */
static int64_t find_return(const struct house_spans *spans, int64_t day_s)
{
    const struct house_span *span = house_span_after(spans, clock_day_s(day_s, 1) - 1);
    return span == NULL ? 0 : span->from_s;
}

int slots_days(int64_t from_s, int64_t until_s)
{
    const int days = clock_days_between(from_s, until_s);
    return days < 1 ? 1 : days;
}

static struct slot propose(const struct house_spans *spans, const struct busy_list *busy,
                           int64_t from_s, int64_t day_s, int days, int64_t max_days)
{
    struct slot slot = {.use_day_s = day_s, .why = SLOT_FREE};
    slot.pickup_s = find_pickup(spans, from_s, day_s);
    if (slot.pickup_s == 0) {
        slot.why = SLOT_NO_PICKUP;
        return slot;
    }
    slot.return_s = find_return(spans, clock_day_s(day_s, days - 1));
    if (slot.return_s == 0) {
        slot.why = SLOT_NO_RETURN;
        return slot;
    }
    if (slots_days(slot.pickup_s, slot.return_s) > max_days) {
        slot.why = SLOT_TOO_LONG;
        return slot;
    }
    slot.copy_id = busy_find_copy(busy, slot.pickup_s, slot.return_s);
    slot.why = slot.copy_id == 0 ? SLOT_TAKEN : SLOT_FREE;
    return slot;
}

static enum err read_spans(struct db *db, int64_t now_s, int days, struct house_spans *spans)
{
    const enum err err = house_check_clock(db, now_s);
    return err != ERR_OK
               ? err
               : house_staffed_spans(db, clock_day_s(now_s, 0), clock_day_s(now_s, days), 0, spans);
}

enum err slots_move(struct db *db, int64_t loan_id, int64_t item_id, int64_t now_s, int64_t from_s,
                    int days, struct slot *slots, int count)
{
    struct house_spans spans;
    struct busy_list busy;
    int64_t max_days = 0;
    assert(days >= 1 && count >= 1 && count <= SLOTS_DAYS_MAX);
    struct query query = db_query(db, Q_SLOTS_ITEM);
    query_int(&query, "item_id", item_id);
    enum err err = query_one_int(&query, &max_days);
    if (err == ERR_OK) {
        err = read_spans(db, now_s, count + (int)max_days + 1, &spans);
    }
    if (err == ERR_OK) {
        err = busy_load(db, item_id, loan_id, max_days, now_s, &busy);
    }
    for (int i = 0; err == ERR_OK && i < count; i++) {
        slots[i] = propose(&spans, &busy, from_s, clock_day_s(now_s, i), days, max_days);
    }
    return err;
}

enum err slots_is_awaited(struct db *db, const struct slot_wish *wish, int64_t now_s,
                          bool *is_awaited)
{
    struct busy_list busy;
    int64_t max_days = 0;
    *is_awaited = false;
    busy.wait_count = 0;
    struct query query = db_query(db, Q_SLOTS_ITEM);
    query_int(&query, "item_id", wish->item_id);
    enum err err = query_one_int(&query, &max_days);
    if (err == ERR_OK) {
        err = busy_load_waits(db, wish->item_id, wish->request_id, &busy);
    }
    if (err != ERR_OK || busy.wait_count == 0) {
        return err; /* mostly nobody waits: the loans need not be read */
    }
    err = busy_load(db, wish->item_id, wish->request_id, max_days, now_s, &busy);
    if (err == ERR_OK) {
        *is_awaited = busy_is_awaited(&busy, wish->copy_id, wish->from_s, wish->until_s);
    }
    return err;
}

enum err slots_propose(struct db *db, int64_t item_id, int64_t now_s, int64_t from_s, int days,
                       struct slot *slots, int count)
{
    return slots_move(db, 0, item_id, now_s, from_s, days, slots, count);
}

const struct slot *slots_of_day(const struct slot *slots, int count, int64_t day_s)
{
    for (int i = 0; i < count && day_s != 0; i++) {
        if (slots[i].use_day_s == day_s) {
            return &slots[i];
        }
    }
    return NULL;
}

/* From the next pick-up until the first return after it. */
static struct house_span next_loan(const struct house_spans *spans, int64_t now_s)
{
    struct house_span loan = {0};
    for (int i = 0; i < spans->count && loan.from_s == 0; i++) {
        loan.from_s = pickup_in(&spans->spans[i], now_s);
    }
    if (loan.from_s != 0) {
        loan.until_s = find_return(spans, clock_day_s(loan.from_s, 0));
    }
    return loan;
}

enum err slots_list_class(struct db *db, int64_t class_id, int64_t now_s, struct arena *arena,
                          struct slot_item **items, int *count)
{
    struct house_spans spans;
    int capacity = 0;
    *items = NULL;
    *count = 0;
    const enum err err = read_spans(db, now_s, HOUSE_HORIZON_DAYS, &spans);
    if (err != ERR_OK) {
        return err;
    }
    const struct house_span loan = next_loan(&spans, now_s);
    struct query query = db_query(db, Q_SLOTS_CLASS);
    query_int(&query, "class_id", class_id);
    query_int(&query, "from_s", loan.from_s);
    query_int(&query, "until_s", loan.until_s);
    query_int(&query, "late_s", now_s + CLOCK_DAY_S);
    while (query_step(&query)) {
        if (*count == capacity) {
            capacity = capacity == 0 ? 32 : 2 * capacity;
            struct slot_item *more = arena_array(arena, (size_t)capacity, sizeof(*more));
            if (*count > 0) {
                memcpy(more, *items, (size_t)*count * sizeof(*more));
            }
            *items = more;
        }
        struct slot_item *item = &(*items)[(*count)++];
        item->item_id = take_int(&query);
        item->title = take_said(&query, arena);
        item->icon = take_text(&query, arena);
        item->copies = (int)take_int(&query);
        const int free = (int)take_int(&query);
        const int waiting = (int)take_int(&query);
        const bool is_awaited = take_int(&query) != 0;
        /* No opening in sight: nothing can be had. What somebody waits for is theirs. */
        item->free = loan.until_s == 0 || is_awaited || free < waiting ? 0 : free - waiting;
    }
    return query_end(&query);
}

enum err slots_open_days(struct db *db, int64_t now_s, int64_t from_s, int ahead,
                         struct slot_day days[SLOTS_DAYS_MAX], int *count)
{
    struct house_spans spans;
    assert(ahead >= 0 && ahead < SLOTS_DAYS_MAX);
    *count = 0;
    const enum err err = read_spans(db, now_s, ahead + 1, &spans);
    for (int i = 0; err == ERR_OK && i < spans.count; i++) {
        const int64_t begins_s = pickup_in(&spans.spans[i], from_s);
        const int64_t day_s = clock_day_s(spans.spans[i].from_s, 0);
        if (begins_s == 0) {
            continue;
        }
        if (*count == 0 || days[*count - 1].day_s != day_s) {
            days[(*count)++] = (struct slot_day){.day_s = day_s, .from_s = begins_s};
        }
        days[*count - 1].until_s = spans.spans[i].until_s;
    }
    return err;
}
