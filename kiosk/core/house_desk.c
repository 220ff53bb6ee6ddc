/* What staff say about the house: "I am here", "I leave", "we close". */
#include "core/house.h"

#include <string.h>

#include "base/clock.h"

static enum err check_may_keep_desk(struct db *db, int64_t staff_id)
{
    char first_name[HOUSE_NAME_BYTES];
    char role[HOUSE_REASON_BYTES] = "";
    struct query query = db_query(db, Q_STAFF_GET);
    query_int(&query, "staff_id", staff_id);
    const bool found = query_step(&query);
    if (found) {
        take_code(&query, first_name, sizeof(first_name));
        take_code(&query, role, sizeof(role));
    }
    const enum err err = query_end(&query);
    if (err != ERR_OK) {
        return err;
    }
    return !found ? ERR_NOT_FOUND : strcmp(role, "organiser") == 0 ? ERR_DENIED : ERR_OK;
}

static enum err end_presence(struct db *db, int64_t staff_id, int64_t now_s)
{
    struct query query = db_query(db, Q_HOUSE_END_PRESENCE);
    query_int(&query, "staff_id", staff_id);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

static enum err lift_closing(struct db *db, int64_t now_s)
{
    struct query query = db_query(db, Q_HOUSE_LIFT_CLOSING);
    query_int(&query, "day_s", clock_day_s(now_s, 0));
    query_int(&query, "midnight_s", clock_day_s(now_s, 1));
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

static enum err take_desk(struct db *db, int64_t staff_id, int64_t now_s)
{
    struct house_status status;
    enum err err = check_may_keep_desk(db, staff_id);
    if (err == ERR_OK) {
        err = lift_closing(db, now_s);
    }
    if (err == ERR_OK) {
        err = house_status(db, now_s, &status);
    }
    for (int i = 0; err == ERR_OK && i < status.name_count; i++) {
        if (status.staff_ids[i] == staff_id) {
            return ERR_OK;
        }
    }
    if (err == ERR_OK) { /* one that was forgotten yesterday */
        err = end_presence(db, staff_id, now_s);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query query = db_query(db, Q_HOUSE_BEGIN_PRESENCE);
    query_int(&query, "staff_id", staff_id);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

enum err house_take_desk(struct db *db, int64_t staff_id)
{
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    return err == ERR_OK ? db_end(db, take_desk(db, staff_id, now_s)) : err;
}

enum err house_leave_desk(struct db *db, int64_t staff_id)
{
    const int64_t now_s = clock_now_s();
    enum err err = house_begin(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    err = end_presence(db, staff_id, now_s);
    if (err == ERR_OK && db_changes(db) == 0) {
        err = ERR_NOT_FOUND;
    }
    return db_end(db, err);
}

struct promised {
    int64_t request_id;
    int64_t not_staff_id;
};

/* Gives an arena array: the promises that fall into the closing and, once it has begun, those that
 * were not kept before it. */
static enum err list_promises(struct db *db, int64_t now_s, struct house_span closing,
                              struct arena *arena, struct promised **promises, int *count)
{
    int capacity = 0;
    *promises = NULL;
    *count = 0;
    struct query query = db_query(db, Q_HOUSE_PROMISES_INTO);
    query_int(&query, "now_s", now_s);
    query_int(&query, "from_s", closing.from_s);
    query_int(&query, "until_s", closing.until_s);
    while (query_step(&query)) {
        if (*count == capacity) {
            capacity = capacity == 0 ? 64 : 2 * capacity;
            struct promised *more = arena_array(arena, (size_t)capacity, sizeof(*more));
            if (*count > 0) {
                memcpy(more, *promises, (size_t)*count * sizeof(*more));
            }
            *promises = more;
        }
        struct promised *promised = &(*promises)[(*count)++];
        promised->request_id = take_int(&query);
        promised->not_staff_id = take_int(&query);
    }
    return query_end(&query);
}

static enum err set_promise(struct db *db, int64_t request_id, int64_t answer_s)
{
    struct query query = db_query(db, Q_HOUSE_SET_PROMISE);
    query_int(&query, "request_id", request_id);
    query_int_or_null(&query, "answer_s", answer_s);
    return query_run(&query);
}

static enum err move_promises(struct db *db, int64_t now_s, const struct promised *promises,
                              int count, house_on_moved on_moved, void *context)
{
    int64_t answer_s = 0;
    enum err err = ERR_OK;
    for (int i = 0; i < count && err == ERR_OK; i++) {
        if (i == 0 || promises[i].not_staff_id != promises[i - 1].not_staff_id) {
            err = house_answer_by(db, now_s, promises[i].not_staff_id, &answer_s);
            err = err == ERR_NOT_FOUND ? ERR_OK : err; /* 0: as soon as the house opens again */
        }
        if (err == ERR_OK) {
            err = set_promise(db, promises[i].request_id, answer_s);
        }
        if (err == ERR_OK && on_moved != NULL) {
            err = on_moved(db, promises[i].request_id, context);
        }
    }
    return err;
}

/* A guest's hold is not to end while nobody is there to confirm it. */
static enum err move_holds(struct db *db, int64_t now_s, struct house_span closing)
{
    int64_t hold_ends_s = 0;
    const enum err err = house_hold_end(db, now_s, &hold_ends_s);
    if (err != ERR_OK && err != ERR_NOT_FOUND) { /* not found: it ends with the next decision */
        return err;
    }
    struct query query = db_query(db, Q_HOUSE_MOVE_HOLDS);
    query_int_or_null(&query, "hold_ends_s", hold_ends_s);
    query_int(&query, "from_s", closing.from_s);
    query_int(&query, "until_s", closing.until_s);
    return query_run(&query);
}

static enum err end_presences(struct db *db, int64_t now_s)
{
    struct query query = db_query(db, Q_HOUSE_END_PRESENCES);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

static enum err add_closing(struct db *db, int64_t staff_id, int64_t now_s,
                            struct house_span closing, const char *reason_code)
{
    struct query query = db_query(db, Q_HOUSE_ADD_CLOSING);
    query_int(&query, "from_s", closing.from_s);
    query_int(&query, "until_s", closing.until_s);
    query_text(&query, "reason_code", reason_code);
    query_int(&query, "now_s", now_s);
    query_int(&query, "staff_id", staff_id);
    return query_run(&query);
}

static bool is_reason(const char *code)
{
    static const char *const reasons[] = {"holiday", "training", "absence", "other"};
    for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
        if (strcmp(code, reasons[i]) == 0) {
            return true;
        }
    }
    return false;
}

enum err house_add_closing(struct db *db, int64_t staff_id, int64_t from_s, int64_t until_s,
                           const char *reason_code, house_on_moved on_moved, void *context,
                           int *moved)
{
    const int64_t now_s = clock_now_s();
    const struct house_span closing = {from_s, until_s};
    struct promised *promises = NULL;
    int count = 0;
    *moved = 0;
    if (from_s >= until_s || !is_reason(reason_code)) {
        return ERR_INVALID;
    }
    enum err err = house_begin(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("promises", 1 << 20);
    err = add_closing(db, staff_id, now_s, closing, reason_code);
    if (err == ERR_OK && from_s <= now_s && now_s < until_s) {
        err = end_presences(db, now_s);
    }
    if (err == ERR_OK) {
        err = move_holds(db, now_s, closing);
    }
    if (err == ERR_OK) {
        err = list_promises(db, now_s, closing, arena, &promises, &count);
    }
    if (err == ERR_OK) {
        err = move_promises(db, now_s, promises, count, on_moved, context);
    }
    arena_destroy(arena);
    err = db_end(db, err);
    *moved = err == ERR_OK ? count : 0;
    return err;
}

enum err house_close_today(struct db *db, int64_t staff_id, const char *reason_code,
                           house_on_moved on_moved, void *context, int *moved)
{
    const int64_t now_s = clock_now_s();
    return house_add_closing(db, staff_id, now_s, clock_day_s(now_s, 1), reason_code, on_moved,
                             context, moved);
}
