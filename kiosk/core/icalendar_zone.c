/* A zone as iCalendar describes it. Programs that read a calendar look first at what stands there,
 * and at their own tables by its name only afterwards. */
#include <string.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "core/icalendar.h"

enum {
    CHANGES_MAX = 64, /* of 28 years with two, of ten with more */
    RULE_YEARS = 28,  /* after so many the days of the week are where they were */
    LAST_WEEK = 5
};

struct change {
    struct civil local; /* by the clock that is about to be changed */
    struct clock_offset before, after;
};

struct changes {
    int count;
    struct change list[CHANGES_MAX];
};

/* Local fields by that offset, whatever the zone says. */
static struct civil civil_at(int64_t utc_s, int ahead_s)
{
    return clock_utc(utc_s + ahead_s);
}

static struct changes find_changes(int64_t from_s, int64_t until_s)
{
    struct changes changes = {0};
    int64_t at_s = from_s;
    while (changes.count < CHANGES_MAX && (at_s = clock_next_change(at_s, until_s)) != 0) {
        struct change *change = &changes.list[changes.count++];
        change->before = clock_offset(at_s - 1);
        change->after = clock_offset(at_s);
        change->local = civil_at(at_s, change->before.ahead_s);
    }
    return changes;
}

/* ---- Yearly rules ---- */

static int days_in_month(struct civil day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
    return days[day.month - 1] + (is_leap && day.month == 2);
}

/* week 1 … 4: the first such weekday of its month, …; LAST_WEEK: the last. */
static bool is_in_week(struct civil day, int week)
{
    return week == LAST_WEEK ? day.day > days_in_month(day) - 7 : (day.day + 6) / 7 == week;
}

static bool is_alike(const struct change *one, const struct change *other)
{
    return one->local.month == other->local.month && one->local.weekday == other->local.weekday &&
           one->local.hour == other->local.hour && one->local.minute == other->local.minute &&
           one->local.second == other->local.second &&
           one->before.ahead_s == other->before.ahead_s &&
           one->after.ahead_s == other->after.ahead_s &&
           strcmp(one->after.name, other->after.name) == 0;
}

/* The week in which every second change from `first` on falls, year after year; 0: no such rule. */
static int find_week(const struct changes *changes, int first)
{
    for (int week = LAST_WEEK; week >= 1; week--) {
        bool is_rule = true;
        for (int i = 0; is_rule && i < RULE_YEARS; i++) {
            const struct change *change = &changes->list[first + 2 * i];
            is_rule = is_alike(change, &changes->list[first]) && is_in_week(change->local, week) &&
                      change->local.year == changes->list[first].local.year + i;
        }
        if (is_rule) {
            return week;
        }
    }
    return 0;
}

static const char *write_rule(struct arena *arena, const struct change *change, int week)
{
    static const char *const days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    return arena_printf(arena, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", change->local.month,
                        week == LAST_WEEK ? -1 : week, days[change->local.weekday - 1]);
}

/* ---- Lines ---- */

static void put_offset(struct icalendar *out, const char *name, int ahead_s)
{
    const int away_s = ahead_s < 0 ? -ahead_s : ahead_s;
    const int minutes = away_s / CLOCK_MINUTE_S;
    const int seconds = away_s % CLOCK_MINUTE_S;
    const char *more = seconds == 0 ? "" : arena_printf(out->arena, "%02d", seconds);
    icalendar_line(out, name,
                   arena_printf(out->arena, "%c%02d%02d%s", ahead_s < 0 ? '-' : '+', minutes / 60,
                                minutes % 60, more));
}

/* rule: "" it happened once. */
static void put_observance(struct icalendar *out, const struct change *change, const char *rule)
{
    const char *kind = change->after.is_summer ? "DAYLIGHT" : "STANDARD";
    const struct civil at = change->local;
    icalendar_line(out, "BEGIN", kind);
    icalendar_line(out, "DTSTART",
                   arena_printf(out->arena, "%04d%02d%02dT%02d%02d%02d", at.year, at.month, at.day,
                                at.hour, at.minute, at.second));
    put_offset(out, "TZOFFSETFROM", change->before.ahead_s);
    put_offset(out, "TZOFFSETTO", change->after.ahead_s);
    icalendar_text(out, "TZNAME", change->after.name);
    if (rule[0] != '\0') {
        icalendar_line(out, "RRULE", rule);
    }
    icalendar_line(out, "END", kind);
}

/* What holds when the stretch begins, then each change of it. */
static void put_changes(struct icalendar *out, int64_t begins_s, const struct changes *changes)
{
    const struct clock_offset first = clock_offset(begins_s);
    put_observance(out,
                   &(struct change){
                       .local = civil_at(begins_s, first.ahead_s), .before = first, .after = first},
                   "");
    for (int i = 0; i < changes->count; i++) {
        put_observance(out, &changes->list[i], "");
    }
    if (changes->count == CHANGES_MAX) {
        log_warn("a calendar tells the first %d changes of its zone only", CHANGES_MAX);
    }
}

void icalendar_zone(struct icalendar *out, const char *zone, int64_t from_s, int64_t until_s)
{
    const int year = clock_civil(from_s).year - 1; /* a whole year before: every rule has begun */
    const int64_t begins_s = clock_utc_s((struct civil){.year = year, .month = 1, .day = 1});
    const int64_t rules_end_s =
        clock_utc_s((struct civil){.year = year + RULE_YEARS, .month = 1, .day = 1});
    const struct changes long_run = find_changes(begins_s, rules_end_s);
    const bool is_two_a_year = long_run.count == 2 * RULE_YEARS;
    const int weeks[] = {is_two_a_year ? find_week(&long_run, 0) : 0,
                         is_two_a_year ? find_week(&long_run, 1) : 0};
    icalendar_line(out, "BEGIN", "VTIMEZONE");
    icalendar_line(out, "TZID", zone);
    if (weeks[0] != 0 && weeks[1] != 0) {
        for (int i = 0; i < 2; i++) {
            put_observance(out, &long_run.list[i],
                           write_rule(out->arena, &long_run.list[i], weeks[i]));
        }
    } else {
        const struct changes changes = find_changes(begins_s, until_s + CLOCK_DAY_S);
        put_changes(out, begins_s, &changes);
    }
    icalendar_line(out, "END", "VTIMEZONE");
}
