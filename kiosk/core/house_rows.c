/* The rows of the house: its site, its clock, its hours, its closings. */
#include "core/house.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/query.h"
#include "core/uid.h"

enum { MINUTES_OF_DAY = 1440 };

enum err house_site(struct db *db, struct arena *arena, struct house_site *site)
{
    struct query query = db_query(db, Q_HOUSE_SITE);
    const bool found = query_step(&query);
    if (found) {
        site->name = take_own(&query, arena);
        site->zone = take_text(&query, arena);
        site->district = take_text(&query, arena);
        site->message = take_said(&query, arena);
    }
    const enum err err = query_end(&query);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

enum err house_create(struct db *db, const char *name, const char *zone, const char *district)
{
    unsigned char uid[UID_BYTES];
    if (name[0] == '\0' || clock_set_zone(zone) != ERR_OK) {
        return ERR_INVALID;
    }
    const int64_t now_s = clock_now_s();
    uid_draw(now_s, uid);
    struct query query = db_query(db, Q_HOUSE_CREATE);
    query_blob(&query, "uid", uid, sizeof(uid));
    query_text(&query, "name", name);
    query_text(&query, "zone", zone);
    query_text(&query, "district", district);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

enum err house_check_clock(struct db *db, int64_t now_s)
{
    int64_t last_record_s = 0;
    struct query query = db_query(db, Q_HOUSE_LAST_RECORD);
    const enum err err = query_one_int(&query, &last_record_s);
    if (err != ERR_OK) {
        return err;
    }
    if (now_s + HOUSE_CLOCK_SLACK_S < last_record_s) {
        log_warn("the clock is earlier than the last record");
        return ERR_CLOCK;
    }
    return ERR_OK;
}

enum err house_stamp_clock(struct db *db, int64_t now_s)
{
    const enum err err = house_check_clock(db, now_s);
    if (err != ERR_OK) {
        return err;
    }
    struct query query = db_query(db, Q_HOUSE_NOTE_RECORD);
    query_int(&query, "now_s", now_s);
    return query_run(&query);
}

enum err house_begin(struct db *db, int64_t now_s)
{
    enum err err = db_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    err = house_stamp_clock(db, now_s);
    return err == ERR_OK ? ERR_OK : db_end(db, err);
}

enum err house_openings(struct db *db, struct house_opening openings[HOUSE_OPENINGS_MAX],
                        int *count)
{
    enum err full = ERR_OK;
    *count = 0;
    struct query query = db_query(db, Q_HOUSE_OPENINGS);
    while (full == ERR_OK && query_step(&query)) {
        if (*count == HOUSE_OPENINGS_MAX) {
            log_error("more than %d rows of opening hours", HOUSE_OPENINGS_MAX);
            full = ERR_FULL;
            break;
        }
        struct house_opening *opening = &openings[(*count)++];
        opening->weekday = (int)take_int(&query);
        opening->opens_min = (int)take_int(&query);
        opening->closes_min = (int)take_int(&query);
    }
    const enum err err = query_end(&query);
    return err != ERR_OK ? err : full;
}

enum err house_add_opening(struct db *db, struct house_opening opening)
{
    if (opening.weekday < 1 || opening.weekday > 7 || opening.opens_min < 0 ||
        opening.closes_min > MINUTES_OF_DAY || opening.opens_min >= opening.closes_min) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_HOUSE_ADD_OPENING);
    query_int(&query, "weekday", opening.weekday);
    query_int(&query, "opens_min", opening.opens_min);
    query_int(&query, "closes_min", opening.closes_min);
    return query_run(&query);
}

enum err house_add_roster(struct db *db, int64_t staff_id, int64_t from_s, int64_t until_s)
{
    if (from_s >= until_s) {
        return ERR_INVALID;
    }
    struct query query = db_query(db, Q_HOUSE_ADD_ROSTER);
    query_int(&query, "staff_id", staff_id);
    query_int(&query, "starts_s", from_s);
    query_int(&query, "ends_s", until_s);
    return query_run(&query);
}

enum err house_closings(struct db *db, int64_t from_s, int64_t until_s, struct arena *arena,
                        struct house_closing **closings, int *count)
{
    int capacity = 0;
    *closings = NULL;
    *count = 0;
    struct query query = db_query(db, Q_HOUSE_CLOSINGS);
    query_int(&query, "from_s", from_s);
    query_int(&query, "until_s", until_s);
    while (query_step(&query)) {
        if (*count == capacity) {
            capacity = capacity == 0 ? 8 : 2 * capacity;
            struct house_closing *more = arena_array(arena, (size_t)capacity, sizeof(*more));
            if (*count > 0) {
                memcpy(more, *closings, (size_t)*count * sizeof(*more));
            }
            *closings = more;
        }
        struct house_closing *closing = &(*closings)[(*count)++];
        closing->id = take_int(&query);
        closing->from_s = take_int(&query);
        closing->until_s = take_int(&query);
        take_code(&query, closing->reason_code, sizeof(closing->reason_code));
    }
    return query_end(&query);
}
