#include "i18n/dates.h"

#include <stdbool.h>

#include "base/clock.h"
#include "i18n/i18n.h"

enum { DAYS_WITHOUT_YEAR = 183, DAYS_A_WEEK = 7 };

static const char *const WEEKDAYS[] = {
    NC_("weekday", "Monday"),   NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"),
    NC_("weekday", "Thursday"), NC_("weekday", "Friday"),  NC_("weekday", "Saturday"),
    NC_("weekday", "Sunday"),
};
static const char *const WEEKDAYS_SHORT[] = {
    NC_("weekday, short", "Mon"), NC_("weekday, short", "Tue"), NC_("weekday, short", "Wed"),
    NC_("weekday, short", "Thu"), NC_("weekday, short", "Fri"), NC_("weekday, short", "Sat"),
    NC_("weekday, short", "Sun"),
};
static const char *const MONTHS[] = {
    NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
    NC_("month", "April"),   NC_("month", "May"),      NC_("month", "June"),
    NC_("month", "July"),    NC_("month", "August"),   NC_("month", "September"),
    NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};
static const char *const MONTHS_SHORT[] = {
    NC_("month, short", "Jan"), NC_("month, short", "Feb"), NC_("month, short", "Mar"),
    NC_("month, short", "Apr"), NC_("month, short", "May"), NC_("month, short", "Jun"),
    NC_("month, short", "Jul"), NC_("month, short", "Aug"), NC_("month, short", "Sep"),
    NC_("month, short", "Oct"), NC_("month, short", "Nov"), NC_("month, short", "Dec"),
};

/* 1 (Monday) – 7 (Sunday). */
static const char *weekday_of(int weekday)
{
    return trc("weekday", WEEKDAYS[weekday - 1]);
}

/* From today to the day of utc_s. */
static int days_ahead(int64_t utc_s)
{
    return clock_days_between(clock_now_s(), utc_s);
}

static bool needs_year(int64_t utc_s)
{
    const int days = days_ahead(utc_s);
    return days > DAYS_WITHOUT_YEAR || days < -DAYS_WITHOUT_YEAR;
}

/* An ordinal in some languages: "24."; the first may have its own form: "1er". */
static const char *day_of_month(struct arena *arena, int day)
{
    return day == 1 ? trc("first day of a month", "1")
                    : arena_printf(arena, trc("day of a month", "%d"), day);
}

static const char *day_and_month(struct arena *arena, struct civil day, bool has_year)
{
    const char *number = day_of_month(arena, day.day);
    const char *month = trc("month", MONTHS[day.month - 1]);
    return has_year
               ? arena_printf(arena, trc("day, month, year", "%s %s %d"), number, month, day.year)
               : arena_printf(arena, trc("day, month", "%s %s"), number, month);
}

const char *dates_minute(struct arena *arena, int minute_of_day)
{
    const int hour = minute_of_day / 60;
    const int minute = minute_of_day % 60;
    return minute == 0 ? arena_printf(arena, trc("time, full hour", "%d:00"), hour)
                       : arena_printf(arena, trc("time", "%d:%02d"), hour, minute);
}

const char *dates_time(struct arena *arena, int64_t utc_s)
{
    return dates_minute(arena, clock_minute_of_day(utc_s));
}

const char *dates_clock(struct arena *arena, int64_t utc_s)
{
    if (i18n_is_spoken()) {
        return dates_time(arena, utc_s);
    }
    const struct civil now = clock_civil(utc_s);
    return arena_printf(arena, "%d:%02d", now.hour, now.minute);
}

/* Some languages name the hour once, behind the end: "9 – 12:30 Uhr". */
static const char *start_minute(struct arena *arena, int minute_of_day)
{
    const int hour = minute_of_day / 60;
    const int minute = minute_of_day % 60;
    return minute == 0
               ? arena_printf(arena, trc("time that another follows, full hour", "%d:00"), hour)
               : arena_printf(arena, trc("time that another follows", "%d:%02d"), hour, minute);
}

const char *dates_minutes(struct arena *arena, int from_min, int to_min)
{
    return arena_printf(arena, trc("times, from and to", "%s – %s"), start_minute(arena, from_min),
                        dates_minute(arena, to_min));
}

const char *dates_times(struct arena *arena, int64_t from_s, int64_t to_s)
{
    return dates_minutes(arena, clock_minute_of_day(from_s), clock_minute_of_day(to_s));
}

const char *dates_from_to(struct arena *arena, int64_t from_s, int64_t to_s)
{
    return arena_printf(arena, trc("times", "from %s to %s"),
                        start_minute(arena, clock_minute_of_day(from_s)), dates_time(arena, to_s));
}

const char *dates_long(struct arena *arena, int64_t utc_s)
{
    const struct civil day = clock_civil(utc_s);
    return arena_printf(arena, trc("weekday, then day and month", "%s %s"), weekday_of(day.weekday),
                        day_and_month(arena, day, needs_year(utc_s)));
}

const char *dates_short(struct arena *arena, int64_t utc_s)
{
    const struct civil day = clock_civil(utc_s);
    const char *weekday = weekday_of(day.weekday);
    const char *number = day_of_month(arena, day.day);
    const char *month = trc("month, short", MONTHS_SHORT[day.month - 1]);
    return needs_year(utc_s)
               ? arena_printf(arena, trc("weekday, day, short month, year", "%s %s %s %d"), weekday,
                              number, month, day.year)
               : arena_printf(arena, trc("weekday, day, short month", "%s %s %s"), weekday, number,
                              month);
}

const char *dates_full(struct arena *arena, int64_t utc_s)
{
    return day_and_month(arena, clock_civil(utc_s), true);
}

const char *dates_span(struct arena *arena, int64_t from_s, int64_t to_s)
{
    const struct civil from = clock_civil(from_s);
    const struct civil to = clock_civil(to_s);
    const bool is_same_year = from.year == to.year;
    const bool is_same_month = is_same_year && from.month == to.month;
    const bool has_year = needs_year(to_s);
    const char *end = day_and_month(arena, to, has_year);
    if (is_same_month && from.day == to.day) {
        return arena_printf(arena, trc("on one day", "on %s"), end);
    }
    const char *start = is_same_month ? day_of_month(arena, from.day)
                                      : day_and_month(arena, from, has_year && !is_same_year);
    return arena_printf(arena, trc("days", "from %s to %s"), start, end);
}

const char *dates_badge_weekday(int64_t utc_s)
{
    return trc("weekday, short", WEEKDAYS_SHORT[clock_civil(utc_s).weekday - 1]);
}

const char *dates_badge_day(struct arena *arena, int64_t utc_s)
{
    return arena_printf(arena, "%d", clock_civil(utc_s).day);
}

/* A word for a day near today, NULL for others. */
static const char *near_day(int64_t utc_s)
{
    const int days = days_ahead(utc_s);
    if (days < -1 || days >= DAYS_A_WEEK) {
        return NULL;
    }
    static const char *const words[] = {N_("yesterday"), N_("today"), N_("tomorrow")};
    return days <= 1 ? tr(words[days + 1]) : weekday_of(clock_civil(utc_s).weekday);
}

const char *dates_relative(struct arena *arena, int64_t utc_s)
{
    const char *word = near_day(utc_s);
    return word != NULL ? word : dates_short(arena, utc_s);
}

const char *dates_moment(struct arena *arena, int64_t utc_s)
{
    const char *word = near_day(utc_s);
    const char *time = dates_time(arena, utc_s);
    return word != NULL
               ? arena_printf(arena, trc("near day, time", "%s %s"), word, time)
               : arena_printf(arena, trc("date, time", "%s, %s"), dates_short(arena, utc_s), time);
}

const char *dates_long_time(struct arena *arena, int64_t utc_s)
{
    return arena_printf(arena, trc("date, time", "%s, %s"), dates_long(arena, utc_s),
                        dates_time(arena, utc_s));
}

/* As a count of whole words: what is said has no room for short forms. */
static const char *spoken_age(struct arena *arena, long age_s)
{
    if (age_s < CLOCK_HOUR_S) {
        const long minutes = age_s / CLOCK_MINUTE_S;
        return arena_printf(arena, trn("%ld minute ago", "%ld minutes ago", minutes), minutes);
    }
    const long hours = age_s / CLOCK_HOUR_S;
    return arena_printf(arena, trn("%ld hour ago", "%ld hours ago", hours), hours);
}

const char *dates_age(struct arena *arena, int64_t since_s)
{
    const long age_s = (long)(clock_now_s() - since_s);
    if (age_s < CLOCK_MINUTE_S) {
        return tr("just now");
    }
    if (age_s < CLOCK_DAY_S && i18n_is_spoken()) {
        return spoken_age(arena, age_s);
    }
    if (age_s < CLOCK_HOUR_S) {
        return arena_printf(arena, tr("%ld min ago"), age_s / CLOCK_MINUTE_S);
    }
    if (age_s < CLOCK_DAY_S) {
        return arena_printf(arena, tr("%ld h ago"), age_s / CLOCK_HOUR_S);
    }
    const long days = age_s / CLOCK_DAY_S;
    return arena_printf(arena, trn("%ld day ago", "%ld days ago", days), days);
}

static const char *spoken_countdown(struct arena *arena, long minutes, long seconds)
{
    const char *rest = arena_printf(arena, trn("%ld second", "%ld seconds", seconds), seconds);
    if (minutes == 0) {
        return rest;
    }
    const char *whole = arena_printf(arena, trn("%ld minute", "%ld minutes", minutes), minutes);
    return seconds == 0 ? whole : i18n_list(arena, (const char *const[]){whole, rest}, 2);
}

const char *dates_countdown(struct arena *arena, int64_t duration_s)
{
    const int minutes = (int)(duration_s / CLOCK_MINUTE_S);
    const int seconds = (int)(duration_s % CLOCK_MINUTE_S);
    if (i18n_is_spoken()) {
        return spoken_countdown(arena, minutes, seconds);
    }
    if (minutes == 0) {
        return arena_printf(arena, trc("countdown", "%d s"), seconds);
    }
    return seconds == 0 ? arena_printf(arena, trc("countdown", "%d min"), minutes)
                        : arena_printf(arena, trc("countdown", "%d min %02d s"), minutes, seconds);
}
