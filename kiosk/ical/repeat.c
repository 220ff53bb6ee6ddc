#include "ical/repeat.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/log.h"

enum { DAY_S = 86400, YEAR_MAX = 2200 };
/* Local seconds are counted from some days before every date that is read: never negative. */
#define BEFORE_S ((int64_t)40000 * DAY_S)

struct repeat {
    struct icalrecurrencetype rule;
    struct icalrecur_iterator_impl *iterator; /* of days and longer periods; NULL: walked here */
    long *steps;
    int64_t first_s; /* local */
    int64_t unit_s;
    int64_t day_s;  /* the day that is walked */
    int64_t next_s; /* in it */
    bool is_day_known;
};

static struct icaltimetype local_of(int64_t plain_s)
{
    struct icaltimetype local = icaltime_from_timet_with_zone((time_t)(plain_s - BEFORE_S), 0,
                                                              icaltimezone_get_utc_timezone());
    local.zone = NULL;
    return local;
}

static int64_t plain_of(struct icaltimetype local)
{
    local.zone = icaltimezone_get_utc_timezone();
    local.is_date = 0;
    return (int64_t)icaltime_as_timet(local) + BEFORE_S;
}

/* ---- BY parts as filters ---- */

static bool is_given(const short *list)
{
    return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/* size: ICAL_BY_…_SIZE. other: the same counted from the end; 0 none. */
static bool allows(const short *list, size_t size, int value, int other)
{
    if (!is_given(list)) {
        return true;
    }
    for (size_t i = 0; i < size && list[i] != ICAL_RECURRENCE_ARRAY_MAX; i++) {
        if (list[i] == value || (other != 0 && list[i] == other)) {
            return true;
        }
    }
    return false;
}

static bool allows_weekday(const struct icalrecurrencetype *rule, struct icaltimetype day)
{
    if (!is_given(rule->by_day)) {
        return true;
    }
    for (size_t i = 0; i < ICAL_BY_DAY_SIZE && rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++) {
        if ((int)icalrecurrencetype_day_day_of_week(rule->by_day[i]) == icaltime_day_of_week(day)) {
            return true;
        }
    }
    return false;
}

static bool allows_day(const struct icalrecurrencetype *rule, struct icaltimetype day)
{
    const int of_year = icaltime_day_of_year(day);
    return allows(rule->by_month, ICAL_BY_MONTH_SIZE, day.month, 0) &&
           allows(rule->by_month_day, ICAL_BY_MONTHDAY_SIZE, day.day,
                  day.day - icaltime_days_in_month(day.month, day.year) - 1) &&
           allows(rule->by_year_day, ICAL_BY_YEARDAY_SIZE, of_year,
                  of_year - icaltime_days_in_year(day.year) - 1) &&
           allows_weekday(rule, day);
}

/* Hours beyond minutes are filters of a rule by the minute; below its unit they are chosen from. */
static bool allows_time(const struct repeat *repeat, struct icaltimetype local)
{
    const struct icalrecurrencetype *rule = &repeat->rule;
    return allows(rule->by_hour, ICAL_BY_HOUR_SIZE, local.hour, 0) &&
           allows(rule->by_minute, ICAL_BY_MINUTE_SIZE, local.minute, 0) &&
           allows(rule->by_second, ICAL_BY_SECOND_SIZE, local.second, 0);
}

/* ---- The walk ---- */

/* What is walked: each unit of the rule, or each smaller one that its BY parts choose from. */
static int64_t walked_s(const struct repeat *repeat)
{
    const struct icalrecurrencetype *rule = &repeat->rule;
    if (rule->freq == ICAL_SECONDLY_RECURRENCE || is_given(rule->by_second)) {
        return 1;
    }
    return rule->freq == ICAL_MINUTELY_RECURRENCE || is_given(rule->by_minute) ? 60 : 3600;
}

/* A time counts if its unit is a multiple of the interval away from the first, and what is smaller
 * is the first's or chosen. */
static bool is_reached(const struct repeat *repeat, int64_t at_s)
{
    const int64_t step_s = repeat->unit_s * repeat->rule.interval;
    const int64_t base_s = repeat->first_s - repeat->first_s % repeat->unit_s;
    const int64_t away_s = at_s - at_s % repeat->unit_s - base_s;
    const bool has_seconds = is_given(repeat->rule.by_second);
    const bool has_minutes = is_given(repeat->rule.by_minute);
    if (at_s < repeat->first_s || away_s % step_s != 0) {
        return false;
    }
    if (repeat->unit_s == 3600 && !has_minutes && at_s / 60 % 60 != repeat->first_s / 60 % 60) {
        return false;
    }
    return repeat->unit_s == 1 || has_seconds || at_s % 60 == repeat->first_s % 60;
}

static bool next_of_day(struct repeat *repeat, struct icaltimetype *local)
{
    const int64_t walked = walked_s(repeat);
    while (repeat->next_s<repeat->day_s + DAY_S && * repeat->steps> 0) {
        const int64_t at_s = repeat->next_s;
        repeat->next_s += walked;
        (*repeat->steps)--;
        if (is_reached(repeat, at_s)) {
            *local = local_of(at_s);
            if (allows_time(repeat, *local)) {
                return true;
            }
        }
    }
    return false;
}

static bool walk_next(struct repeat *repeat, struct icaltimetype *local)
{
    while (*repeat->steps > 0) {
        if (repeat->is_day_known && next_of_day(repeat, local)) {
            return true;
        }
        if (repeat->is_day_known) {
            repeat->day_s += DAY_S;
        }
        const struct icaltimetype day = local_of(repeat->day_s);
        (*repeat->steps)--;
        if (day.year > YEAR_MAX) {
            return false;
        }
        repeat->is_day_known = true;
        /* From the first's own minute and second on, so that whole units are hit. */
        const int64_t walked = walked_s(repeat);
        repeat->next_s = allows_day(&repeat->rule, day) ? repeat->day_s + repeat->first_s % walked
                                                        : repeat->day_s + DAY_S;
    }
    return false;
}

struct repeat *repeat_begin(const struct icalrecurrencetype *rule, struct icaltimetype starts,
                            long *steps)
{
    static const int64_t units[] = {
        [ICAL_SECONDLY_RECURRENCE] = 1,
        [ICAL_MINUTELY_RECURRENCE] = 60,
        [ICAL_HOURLY_RECURRENCE] = 3600,
    };
    const bool is_walked = rule->freq <= ICAL_HOURLY_RECURRENCE;
    if (is_walked && (is_given(rule->by_set_pos) || is_given(rule->by_week_no))) {
        return NULL;
    }
    struct repeat *repeat = calloc(1, sizeof(*repeat));
    if (repeat == NULL) {
        log_fatal("out of memory for a rule");
    }
    *repeat = (struct repeat){.rule = *rule, .first_s = plain_of(starts)};
    repeat->steps = steps;
    repeat->day_s = repeat->first_s - repeat->first_s % DAY_S;
    if (is_walked) {
        repeat->unit_s = units[rule->freq];
        return repeat;
    }
    repeat->iterator = icalrecur_iterator_new(*rule, starts);
    if (repeat->iterator == NULL) {
        free(repeat);
        return NULL;
    }
    return repeat;
}

bool repeat_next(struct repeat *repeat, struct icaltimetype *local)
{
    if (repeat->iterator == NULL) {
        return walk_next(repeat, local);
    }
    if (*repeat->steps <= 0) {
        return false;
    }
    (*repeat->steps)--;
    *local = icalrecur_iterator_next(repeat->iterator);
    return !icaltime_is_null_time(*local) && local->year <= YEAR_MAX;
}

void repeat_free(struct repeat *repeat)
{
    if (repeat != NULL) {
        if (repeat->iterator != NULL) {
            icalrecur_iterator_free(repeat->iterator);
        }
        free(repeat);
    }
}
