/* The week's opening hours, and closings taken back. */
#include "base/clock.h"
#include "core/house_edit.h"
#include "core/house_parts.h"
#include "core/query.h"

static enum err check_week(const struct house_opening *openings, int count)
{
    if (count > HOUSE_OPENINGS_MAX) {
        return ERR_FULL;
    }
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
            if (openings[i].weekday == openings[j].weekday &&
                openings[i].opens_min < openings[j].closes_min &&
                openings[j].opens_min < openings[i].closes_min) {
                return ERR_INVALID; /* twice open at once */
            }
        }
    }
    return count > 0 ? ERR_OK : ERR_INVALID;
}

static enum err write_week(struct db *db, const struct house_opening *openings, int count)
{
    struct query query = db_query(db, Q_HOUSE_CLEAR_OPENINGS);
    enum err err = query_run(&query);
    for (int i = 0; i < count && err == ERR_OK; i++) {
        err = house_add_opening(db, openings[i]);
    }
    return err;
}

enum err house_set_week(struct db *db, const struct house_opening *openings, int count,
                        house_on_moved on_moved, void *context, int *moved)
{
    const int64_t now_s = clock_now_s();
    *moved = 0;
    enum err err = check_week(openings, count);
    if (err == ERR_OK) {
        err = house_begin(db, now_s);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = write_week(db, openings, count);
    if (err == ERR_OK) {
        err = house_renew_promises(db, now_s, on_moved, context, moved);
    }
    err = db_end(db, err);
    *moved = err == ERR_OK ? *moved : 0;
    return err;
}

static enum err lift(struct db *db, int64_t closing_id, int64_t now_s)
{
    int64_t from_s = 0;
    int64_t until_s = 0;
    struct query query = db_query(db, Q_HOUSE_CLOSING);
    query_int(&query, "closing_id", closing_id);
    const bool is_found = query_step(&query);
    if (is_found) {
        from_s = take_int(&query);
        until_s = take_int(&query);
    }
    const enum err err = query_end(&query);
    if (err != ERR_OK || !is_found) {
        return err != ERR_OK ? err : ERR_NOT_FOUND;
    }
    if (until_s <= now_s) {
        return ERR_CONFLICT;
    }
    query = db_query(db, from_s < now_s ? Q_HOUSE_CUT_CLOSING : Q_HOUSE_DROP_CLOSING);
    query_int(&query, "closing_id", closing_id);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

enum err house_lift_closing(struct db *db, int64_t closing_id)
{
    const int64_t now_s = clock_now_s();
    const enum err err = house_begin(db, now_s);
    return err == ERR_OK ? db_end(db, lift(db, closing_id, now_s)) : err;
}
