/* Sessions week after week: which dates, and all of them at once. */
#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"
#include "core/sessions.h"

enum { WEEK_DAYS = 7 };

static int64_t days_later(int64_t at_s, int days)
{
    struct civil local = clock_civil(at_s);
    local.day += days;
    return clock_utc_s(local);
}

static bool is_possible(const struct series_rule *rule)
{
    return rule->ends_s > rule->starts_s && rule->ends_s - rule->starts_s <= SESSION_LONGEST_S &&
           rule->weeks >= 1 && rule->weeks <= SERIES_WEEKS_MAX && rule->times >= 0 &&
           rule->skip_count >= 0 && rule->skip_count <= SERIES_SKIPS_MAX &&
           (rule->times > 0 || rule->until_s >= rule->starts_s);
}

static bool is_skipped(const struct series_rule *rule, int64_t at_s)
{
    const int64_t day_s = clock_day_s(at_s, 0);
    for (int i = 0; i < rule->skip_count; i++) {
        if (clock_day_s(rule->skips[i], 0) == day_s) {
            return true;
        }
    }
    return false;
}

static bool touches(const struct house_closing *closings, int count, int64_t from_s,
                    int64_t until_s)
{
    for (int i = 0; i < count; i++) {
        if (closings[i].from_s < until_s && closings[i].until_s > from_s) {
            return true;
        }
    }
    return false;
}

static enum err list_dates(const struct series_rule *rule, const struct house_closing *closings,
                           int closing_count, struct series_date dates[SERIES_DATES_MAX],
                           int *count)
{
    int taking_place = 0;
    for (int i = 0; i < SERIES_DATES_MAX; i++) {
        const int days = i * rule->weeks * WEEK_DAYS;
        struct series_date date = {
            .starts_s = days_later(rule->starts_s, days),
            .ends_s = days_later(rule->ends_s, days),
        };
        if (rule->times > 0 ? taking_place == rule->times : date.starts_s > rule->until_s) {
            return ERR_OK;
        }
        date.is_closed = touches(closings, closing_count, date.starts_s, date.ends_s);
        date.is_left_out =
            is_skipped(rule, date.starts_s) || (rule->skips_closed && date.is_closed);
        dates[(*count)++] = date;
        taking_place += date.is_left_out ? 0 : 1;
        if (taking_place > SERIES_MAX) {
            return ERR_FULL;
        }
    }
    return ERR_FULL;
}

enum err series_dates(struct db *db, const struct series_rule *rule,
                      struct series_date dates[SERIES_DATES_MAX], int *count)
{
    struct house_closing *closings = NULL;
    int closing_count = 0;
    *count = 0;
    if (!is_possible(rule)) {
        return ERR_INVALID;
    }
    const int64_t until_s = days_later(rule->ends_s, SERIES_DATES_MAX * rule->weeks * WEEK_DAYS);
    struct arena *arena = arena_create("series", 1 << 20);
    enum err err = house_closings(db, rule->starts_s, until_s, arena, &closings, &closing_count);
    if (err == ERR_OK) {
        err = list_dates(rule, closings, closing_count, dates, count);
    }
    arena_destroy(arena);
    return err;
}

static int count_taking_place(const struct series_date dates[SERIES_DATES_MAX], int count)
{
    int taking_place = 0;
    for (int i = 0; i < count; i++) {
        taking_place += dates[i].is_left_out ? 0 : 1;
    }
    return taking_place;
}

enum err series_begin(struct db *db, int weeks, int64_t *series_id)
{
    struct query q = db_query(db, Q_SERIES_ADD);
    query_int(&q, "weeks", weeks);
    const enum err err = query_run(&q);
    *series_id = db_last_id(db);
    return err;
}

static enum err add_all(struct db *db, struct session_plan plan,
                        const struct series_date dates[SERIES_DATES_MAX], int count, enum verb verb,
                        struct actor actor, int64_t *first_id)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < count; i++) {
        int64_t session_id = 0;
        if (dates[i].is_left_out) {
            continue;
        }
        plan.starts_s = dates[i].starts_s;
        plan.ends_s = dates[i].ends_s;
        err = sessions_add(db, &plan, verb, actor, &session_id);
        *first_id = *first_id == 0 ? session_id : *first_id;
    }
    return err;
}

enum err series_add(struct db *db, const struct session_plan *plan, const struct series_rule *rule,
                    enum verb verb, struct actor actor, int64_t *first_id, int *count)
{
    struct series_date dates[SERIES_DATES_MAX];
    struct session_plan each = *plan;
    int date_count = 0;
    *first_id = 0;
    *count = 0;
    enum err err = series_dates(db, rule, dates, &date_count);
    const int taking_place = count_taking_place(dates, date_count);
    if (err == ERR_OK && taking_place == 0) {
        err = ERR_INVALID;
    }
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    if (err != ERR_OK) {
        return err;
    }
    if (taking_place > 1) {
        err = series_begin(db, rule->weeks, &each.series_id);
    }
    if (err == ERR_OK) {
        err = add_all(db, each, dates, date_count, verb, actor, first_id);
    }
    err = db_end(db, err);
    *count = err == ERR_OK ? taking_place : 0;
    return err;
}

/* How a series ends so far: its last date, whatever became of that. */
struct series_end {
    int64_t series_id;
    int weeks;
    int64_t activity_id;
    int64_t starts_s, ends_s;
    int capacity, least_people;
    const char *place;
};

/* session_id: any one of the series. place: in the arena. ERR_NOT_FOUND it is of no series. */
static enum err find_end(struct db *db, int64_t session_id, struct arena *arena,
                         struct series_end *end)
{
    *end = (struct series_end){.place = ""};
    struct query q = db_query(db, Q_SERIES_LAST);
    query_int(&q, "session_id", session_id);
    const bool found = query_step(&q);
    if (found) {
        end->series_id = take_int(&q);
        end->weeks = (int)take_int(&q);
        end->activity_id = take_int(&q);
        end->starts_s = take_int(&q);
        end->ends_s = take_int(&q);
        end->capacity = (int)take_int(&q);
        end->least_people = (int)take_int(&q);
        end->place = take_text(&q, arena);
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

/* Inside the caller's transaction: nobody else lengthens it meanwhile. */
static enum err extend(struct db *db, int64_t session_id, const struct series_rule *rule,
                       enum verb verb, struct actor actor, struct arena *arena, int64_t *first_id,
                       int *count)
{
    struct series_date dates[SERIES_DATES_MAX];
    struct series_end end;
    int date_count = 0;
    enum err err = find_end(db, session_id, arena, &end);
    if (err == ERR_OK && (rule->weeks != end.weeks || rule->starts_s <= end.starts_s)) {
        err = ERR_INVALID;
    }
    if (err == ERR_OK) {
        err = series_dates(db, rule, dates, &date_count);
    }
    *count = count_taking_place(dates, date_count);
    if (err != ERR_OK || *count == 0) {
        return err != ERR_OK ? err : ERR_INVALID;
    }
    const struct session_plan plan = {
        .activity_id = end.activity_id,
        .place = end.place,
        .capacity = end.capacity,
        .least_people = end.least_people,
        .series_id = end.series_id,
    };
    return add_all(db, plan, dates, date_count, verb, actor, first_id);
}

enum err series_extend(struct db *db, int64_t session_id, const struct series_rule *rule,
                       enum verb verb, struct actor actor, int64_t *first_id, int *count)
{
    *first_id = 0;
    *count = 0;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("series", 1 << 12);
    err = db_end(db, extend(db, session_id, rule, verb, actor, arena, first_id, count));
    arena_destroy(arena);
    *count = err == ERR_OK ? *count : 0;
    return err;
}
