#include "core/quarter.h"

#include <string.h>

#include "base/clock.h"
#include "core/house.h"
#include "core/people.h"
#include "core/query.h"

enum { QUARTERS = 4, MONTHS = 3, FIRST_YEAR = 2000, LAST_YEAR = 9999 };

int quarter_of(int64_t at_s)
{
    const struct civil day = clock_civil(at_s);
    return day.year * 10 + (day.month + MONTHS - 1) / MONTHS;
}

static bool is_quarter(int quarter)
{
    const int year = quarter / 10;
    const int nth = quarter % 10;
    return year >= FIRST_YEAR && year <= LAST_YEAR && nth >= 1 && nth <= QUARTERS;
}

enum err quarter_days(int quarter, struct quarter_days *days)
{
    /* No month ends later than on the 31st, and no act is dated otherwise. */
    enum { YEAR = 10000, MONTH = 100, LATEST = 31 };
    const int last_month = quarter % 10 * MONTHS;
    *days = (struct quarter_days){
        .first = quarter / 10 * YEAR + (last_month - MONTHS + 1) * MONTH + 1,
        .last = quarter / 10 * YEAR + last_month * MONTH + LATEST,
    };
    return is_quarter(quarter) ? ERR_OK : ERR_INVALID;
}

/* Local midnight that begins it. */
static int64_t start_s(int quarter)
{
    const struct civil first = {
        .year = quarter / 10, .month = 1 + (quarter % 10 - 1) * MONTHS, .day = 1};
    return clock_utc_s(first);
}

static int next_of(int quarter)
{
    return quarter % 10 == QUARTERS ? (quarter / 10 + 1) * 10 + 1 : quarter + 1;
}

enum err quarter_is_closed(struct db *db, int quarter, bool *is_closed)
{
    struct query q = db_query(db, Q_QUARTER_IS_CLOSED);
    query_int(&q, "quarter", quarter);
    *is_closed = query_step(&q);
    return query_end(&q);
}

enum err quarter_unmarked(struct db *db, int quarter, struct quarter_unmarked *unmarked)
{
    *unmarked = (struct quarter_unmarked){0};
    if (!is_quarter(quarter)) {
        return ERR_INVALID;
    }
    struct query q = db_query(db, Q_QUARTER_UNMARKED);
    query_int(&q, "from_s", start_s(quarter));
    query_int(&q, "until_s", start_s(next_of(quarter)));
    if (query_step(&q)) {
        unmarked->bookings = (int)take_int(&q);
        unmarked->sessions = (int)take_int(&q);
    }
    return query_end(&q);
}

static enum err close_it(struct db *db, int quarter, int64_t staff_id)
{
    struct staff staff;
    bool is_closed = false;
    enum err err = people_get_staff(db, staff_id, &staff);
    if (err == ERR_OK && strcmp(staff.role, "coordinator") != 0) {
        err = ERR_DENIED;
    }
    if (err == ERR_OK) {
        err = quarter_is_closed(db, quarter, &is_closed);
    }
    if (err == ERR_OK && (is_closed || clock_now_s() < start_s(next_of(quarter)))) {
        err = ERR_CONFLICT;
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_QUARTER_CLOSE);
    query_int(&q, "quarter", quarter);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "staff_id", staff_id);
    return query_run(&q);
}

enum err quarter_close(struct db *db, int quarter, int64_t staff_id)
{
    if (!is_quarter(quarter)) {
        return ERR_INVALID;
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, close_it(db, quarter, staff_id)) : err;
}
