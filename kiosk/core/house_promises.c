/* Promises and guests' holds, when the hours they were counted from change. */
#include <string.h>

#include "base/clock.h"
#include "core/house_parts.h"
#include "core/query.h"

struct promised {
    int64_t request_id;
    int64_t not_staff_id;
    int64_t answer_s;
};

struct promised_list {
    struct promised *promises; /* by not_staff_id */
    int count;
    int capacity;
};

static struct promised *append(struct promised_list *list, struct arena *arena)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity == 0 ? 64 : 2 * list->capacity;
        struct promised *more = arena_array(arena, (size_t)list->capacity, sizeof(*more));
        if (list->count > 0) {
            memcpy(more, list->promises, (size_t)list->count * sizeof(*more));
        }
        list->promises = more;
    }
    return &list->promises[list->count++];
}

static enum err take_promises(struct query *query, struct arena *arena, struct promised_list *list)
{
    while (query_step(query)) {
        struct promised *promised = append(list, arena);
        promised->request_id = take_int(query);
        promised->not_staff_id = take_int(query);
        promised->answer_s = take_int(query);
    }
    return query_end(query);
}

/* The promises that fall into the closing and, once it has begun, those that were not kept before
 * it. */
static enum err list_into(struct db *db, int64_t now_s, struct house_span closing,
                          struct arena *arena, struct promised_list *list)
{
    struct query query = db_query(db, Q_HOUSE_PROMISES_INTO);
    query_int(&query, "now_s", now_s);
    query_int(&query, "from_s", closing.from_s);
    query_int(&query, "until_s", closing.until_s);
    return take_promises(&query, arena, list);
}

static enum err set_promise(struct db *db, int64_t request_id, int64_t answer_s)
{
    struct query query = db_query(db, Q_HOUSE_SET_PROMISE);
    query_int(&query, "request_id", request_id);
    query_int_or_null(&query, "answer_s", answer_s);
    return query_run(&query);
}

static enum err move_promises(struct db *db, int64_t now_s, const struct promised_list *list,
                              house_on_moved on_moved, void *context)
{
    int64_t answer_s = 0;
    enum err err = ERR_OK;
    for (int i = 0; i < list->count && err == ERR_OK; i++) {
        const struct promised *promised = &list->promises[i];
        if (i == 0 || promised->not_staff_id != list->promises[i - 1].not_staff_id) {
            err = house_answer_by(db, now_s, promised->not_staff_id, &answer_s);
            err = err == ERR_NOT_FOUND ? ERR_OK : err; /* 0: as soon as the house opens again */
        }
        if (err == ERR_OK) {
            err = set_promise(db, promised->request_id, answer_s);
        }
        if (err == ERR_OK && on_moved != NULL) {
            err = on_moved(db, promised->request_id, context);
        }
    }
    return err;
}

/* Promises and holds may end with an opening, not begin with it. */
static bool is_within(const struct house_span *span, int64_t at_s)
{
    return span->from_s < at_s && at_s <= span->until_s;
}

static bool find_end(const struct house_spans *spans, int64_t at_s, int64_t *end_s)
{
    for (int i = 0; i < spans->count; i++) {
        if (is_within(&spans->spans[i], at_s)) {
            *end_s = spans->spans[i].until_s;
            return true;
        }
    }
    return false;
}

/* A guest's hold lasts to the end of the opening in which the answer is promised: of who is planned
 * then, else of the house's, for whoever is at the desk. What was promised for a time that is over
 * is counted anew; 0: it ends with the next decision. */
static enum err find_hold_end(struct db *db, int64_t now_s, int64_t answer_s, int64_t *hold_ends_s)
{
    struct house_spans spans = {0};
    const int64_t from_s = clock_day_s(answer_s, 0);
    const int64_t until_s = clock_day_s(answer_s, 1);
    *hold_ends_s = 0;
    enum err err = answer_s == 0 ? ERR_OK : house_staffed_spans(db, from_s, until_s, 0, &spans);
    bool is_found = err == ERR_OK && find_end(&spans, answer_s, hold_ends_s);
    if (err == ERR_OK && !is_found && answer_s != 0) {
        err = house_open_spans(db, from_s, until_s, &spans);
        is_found = err == ERR_OK && find_end(&spans, answer_s, hold_ends_s);
    }
    if (err == ERR_OK && (!is_found || *hold_ends_s <= now_s)) {
        *hold_ends_s = 0;
        err = house_hold_end(db, now_s, hold_ends_s);
    }
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err move_holds_of(struct db *db, int64_t now_s, struct house_span span,
                              int64_t answer_s)
{
    int64_t hold_ends_s = 0;
    const enum err err = find_hold_end(db, now_s, answer_s, &hold_ends_s);
    if (err != ERR_OK) {
        return err;
    }
    struct query query = db_query(db, Q_HOUSE_MOVE_HOLDS);
    query_int_or_null(&query, "hold_ends_s", hold_ends_s);
    query_int(&query, "from_s", span.from_s);
    query_int(&query, "until_s", span.until_s);
    query_int(&query, "answer_s", answer_s);
    return query_run(&query);
}

/* A guest's hold is not to end while nobody is there to confirm it, nor before the answer that was
 * promised: expects promises to be moved already. */
static enum err move_holds(struct db *db, int64_t now_s, struct house_span span)
{
    int64_t answer_s = -1;
    enum err err = ERR_OK;
    while (err == ERR_OK) {
        struct query query = db_query(db, Q_HOUSE_NEXT_HELD);
        query_int(&query, "from_s", span.from_s);
        query_int(&query, "until_s", span.until_s);
        query_int(&query, "after_s", answer_s);
        err = query_one_int(&query, &answer_s);
        if (err == ERR_OK) {
            err = move_holds_of(db, now_s, span, answer_s);
        }
    }
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err house_move_into(struct db *db, int64_t now_s, struct house_span closing,
                         house_on_moved on_moved, void *context, int *moved)
{
    struct promised_list list = {0};
    struct arena *arena = arena_create("promises", 1 << 20);
    enum err err = list_into(db, now_s, closing, arena, &list);
    if (err == ERR_OK) {
        err = move_promises(db, now_s, &list, on_moved, context);
    }
    if (err == ERR_OK) {
        err = move_holds(db, now_s, closing);
    }
    arena_destroy(arena);
    *moved = err == ERR_OK ? list.count : 0;
    return err;
}

/* ---- After other hours, or another roster ---- */

/* When somebody who may answer will be there. */
struct staffed {
    struct house_spans planned;
    struct house_span today; /* somebody is at the desk now; empty: nobody */
};

static enum err read_staffed(struct db *db, int64_t now_s, int64_t not_staff_id,
                             struct staffed *staffed)
{
    struct house_status status;
    staffed->today = (struct house_span){0};
    enum err err =
        house_staffed_spans(db, clock_day_s(now_s, 0), clock_day_s(now_s, HOUSE_HORIZON_DAYS),
                            not_staff_id, &staffed->planned);
    if (err == ERR_OK) {
        err = house_status(db, now_s, &status);
    }
    for (int i = 0; err == ERR_OK && i < status.name_count; i++) {
        if (status.staff_ids[i] != not_staff_id && status.until_s != 0) {
            staffed->today = (struct house_span){now_s, status.until_s};
        }
    }
    return err;
}

static bool stands(const struct staffed *staffed, int64_t at_s)
{
    bool is_there = is_within(&staffed->today, at_s);
    for (int i = 0; i < staffed->planned.count && !is_there; i++) {
        is_there = is_within(&staffed->planned.spans[i], at_s);
    }
    return is_there;
}

/* Leaves those in the list that no longer stand. */
static enum err keep_broken(struct db *db, int64_t now_s, struct promised_list *list)
{
    struct staffed staffed;
    int broken = 0;
    enum err err = ERR_OK;
    for (int i = 0; i < list->count && err == ERR_OK; i++) {
        const struct promised promised = list->promises[i];
        if (i == 0 || promised.not_staff_id != list->promises[i - 1].not_staff_id) {
            err = read_staffed(db, now_s, promised.not_staff_id, &staffed);
        }
        if (err == ERR_OK && !stands(&staffed, promised.answer_s)) {
            list->promises[broken++] = promised;
        }
    }
    list->count = broken;
    return err;
}

static enum err renew_holds(struct db *db, int64_t now_s)
{
    struct staffed staffed;
    int64_t ends_s = now_s;
    enum err err = read_staffed(db, now_s, 0, &staffed);
    while (err == ERR_OK) {
        const int64_t after_s = ends_s;
        struct query query = db_query(db, Q_HOUSE_NEXT_HOLD);
        query_int(&query, "after_s", after_s);
        err = query_one_int(&query, &ends_s);
        if (err == ERR_OK && !stands(&staffed, ends_s)) {
            err = move_holds(db, now_s, (struct house_span){ends_s - 1, ends_s});
        }
    }
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err house_renew_promises(struct db *db, int64_t now_s, house_on_moved on_moved, void *context,
                              int *moved)
{
    struct promised_list list = {0};
    struct arena *arena = arena_create("promises", 1 << 20);
    struct query query = db_query(db, Q_HOUSE_PROMISES);
    query_int(&query, "now_s", now_s);
    enum err err = take_promises(&query, arena, &list);
    if (err == ERR_OK) {
        err = keep_broken(db, now_s, &list);
    }
    if (err == ERR_OK) {
        err = move_promises(db, now_s, &list, on_moved, context);
    }
    if (err == ERR_OK) {
        err = renew_holds(db, now_s);
    }
    arena_destroy(arena);
    *moved = err == ERR_OK ? list.count : 0;
    return err;
}
