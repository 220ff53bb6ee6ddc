/* What staff say about the house: "I am here", "I leave", "we close". */
#include "base/text.h"
#include "core/house_parts.h"
#include "core/query.h"

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
    return text_is_one_of(code, reasons, ARRAY_LEN(reasons));
}

static enum err close_span(struct db *db, int64_t staff_id, int64_t now_s,
                           struct house_span closing, const char *reason_code,
                           house_on_moved on_moved, void *context, int *moved)
{
    enum err err = add_closing(db, staff_id, now_s, closing, reason_code);
    if (err == ERR_OK && closing.from_s <= now_s && now_s < closing.until_s) {
        err = end_presences(db, now_s);
    }
    return err == ERR_OK ? house_move_into(db, now_s, closing, on_moved, context, moved) : err;
}

enum err house_add_closing(struct db *db, int64_t staff_id, int64_t from_s, int64_t until_s,
                           const char *reason_code, house_on_moved on_moved, void *context,
                           int *moved)
{
    const int64_t now_s = clock_now_s();
    const struct house_span closing = {from_s, until_s};
    const bool is_within = db_is_writing(db);
    *moved = 0;
    if (from_s >= until_s || !is_reason(reason_code)) {
        return ERR_INVALID;
    }
    enum err err = is_within ? ERR_OK : house_begin(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    err = close_span(db, staff_id, now_s, closing, reason_code, on_moved, context, moved);
    err = is_within ? err : db_end(db, err);
    *moved = err == ERR_OK ? *moved : 0;
    return err;
}

enum err house_close_today(struct db *db, int64_t staff_id, const char *reason_code,
                           house_on_moved on_moved, void *context, int *moved)
{
    const int64_t now_s = clock_now_s();
    return house_add_closing(db, staff_id, now_s, clock_day_s(now_s, 1), reason_code, on_moved,
                             context, moved);
}
