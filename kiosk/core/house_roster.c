/* Who is planned at the desk, a week at a time. */
#include <string.h>

#include "base/clock.h"
#include "core/house_edit.h"
#include "core/house_parts.h"
#include "core/people.h"
#include "core/query.h"

enum { MINUTES_OF_DAY = 1440, WEEK_DAYS = 7 };

static int64_t monday_of(int64_t at_s)
{
    return clock_day_s(at_s, 1 - clock_civil(at_s).weekday);
}

static bool is_possible(const struct house_shift *shift)
{
    return shift->weekday >= 1 && shift->weekday <= WEEK_DAYS && shift->from_min >= 0 &&
           shift->until_min <= MINUTES_OF_DAY && shift->from_min < shift->until_min;
}

static bool is_twice(const struct house_shift *a, const struct house_shift *b)
{
    return a->staff_id == b->staff_id && a->weekday == b->weekday && a->from_min < b->until_min &&
           b->from_min < a->until_min;
}

static enum err check_shifts(const struct house_shift *shifts, int count)
{
    if (count < 0 || count > HOUSE_SHIFTS_MOST) {
        return ERR_FULL;
    }
    for (int i = 0; i < count; i++) {
        if (!is_possible(&shifts[i])) {
            return ERR_INVALID;
        }
        for (int j = 0; j < i; j++) {
            if (is_twice(&shifts[i], &shifts[j])) {
                return ERR_CONFLICT;
            }
        }
    }
    return ERR_OK;
}

static enum err check_staff(struct db *db, int64_t staff_id)
{
    struct staff staff;
    const enum err err = people_get_staff(db, staff_id, &staff);
    return err == ERR_OK && strcmp(staff.role, "organiser") == 0 ? ERR_DENIED : err;
}

/* Local minutes of that day to UTC seconds, also where the clock is changed. */
static int64_t minute_s(int64_t monday_s, int weekday, int minute)
{
    struct civil day = clock_civil(clock_day_s(monday_s, weekday - 1));
    day.hour = 0;
    day.minute = minute;
    day.second = 0;
    return clock_utc_s(day);
}

static enum err write_roster_week(struct db *db, int64_t monday_s, const struct house_shift *shifts,
                                  int count)
{
    struct query query = db_query(db, Q_HOUSE_CLEAR_ROSTER);
    query_int(&query, "from_s", monday_s);
    query_int(&query, "until_s", clock_day_s(monday_s, WEEK_DAYS));
    enum err err = query_run(&query);
    for (int i = 0; i < count && err == ERR_OK; i++) {
        const struct house_shift *shift = &shifts[i];
        err = house_add_roster(db, shift->staff_id,
                               minute_s(monday_s, shift->weekday, shift->from_min),
                               minute_s(monday_s, shift->weekday, shift->until_min));
    }
    return err;
}

static enum err set_roster(struct db *db, int64_t monday_s, const struct house_shift *shifts,
                           int count, int repeats)
{
    enum err err = ERR_OK;
    for (int i = 0; i < count && err == ERR_OK; i++) {
        err = check_staff(db, shifts[i].staff_id);
    }
    for (int week = 0; week <= repeats && err == ERR_OK; week++) {
        err = write_roster_week(db, clock_day_s(monday_s, WEEK_DAYS * week), shifts, count);
    }
    return err;
}

enum err house_set_roster(struct db *db, int64_t monday_s, const struct house_shift *shifts,
                          int count, int repeats, house_on_moved on_moved, void *context,
                          int *moved)
{
    const int64_t now_s = clock_now_s();
    const int64_t first_s = monday_of(monday_s);
    *moved = 0;
    if (first_s < monday_of(now_s) || repeats < 0 || repeats > HOUSE_REPEAT_MOST) {
        return ERR_INVALID;
    }
    enum err err = check_shifts(shifts, count);
    if (err == ERR_OK) {
        err = house_begin(db, now_s);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = set_roster(db, first_s, shifts, count, repeats);
    if (err == ERR_OK) {
        err = house_renew_promises(db, now_s, on_moved, context, moved);
    }
    err = db_end(db, err);
    *moved = err == ERR_OK ? *moved : 0;
    return err;
}
