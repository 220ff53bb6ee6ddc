#include "base/clock.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

static struct {
    bool is_frozen;
    int64_t frozen_ms; /* wall time in ms while frozen */
    int64_t frozen_mono_ms;
    int64_t shift_s; /* added to the machine's wall time while running */
} the_clock;

static int64_t machine_ms(clockid_t id)
{
    struct timespec ts;
    (void)clock_gettime(id, &ts);
    return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t clock_now_s(void)
{
    return the_clock.is_frozen ? the_clock.frozen_ms / 1000
                               : machine_ms(CLOCK_REALTIME) / 1000 + the_clock.shift_s;
}

int64_t clock_mono_ms(void)
{
    return the_clock.is_frozen ? the_clock.frozen_mono_ms : machine_ms(CLOCK_MONOTONIC);
}

void clock_start_at(int64_t utc_s)
{
    the_clock.is_frozen = false;
    the_clock.shift_s = utc_s - machine_ms(CLOCK_REALTIME) / 1000;
}

void clock_freeze_at(int64_t utc_s)
{
    the_clock.is_frozen = true;
    the_clock.frozen_ms = utc_s * 1000;
}

void clock_advance_ms(int64_t ms)
{
    assert(the_clock.is_frozen && ms >= 0);
    the_clock.frozen_ms += ms;
    the_clock.frozen_mono_ms += ms;
}

enum err clock_set_zone(const char *name)
{
    /* The C library takes any string for a zone and silently means UTC: look for the file. */
    char path[256];
    const int len = snprintf(path, sizeof(path), "/usr/share/zoneinfo/%s", name);
    if (name[0] == '\0' || name[0] == '/' || strstr(name, "..") != NULL || len < 0 ||
        (size_t)len >= sizeof(path)) {
        return ERR_INVALID;
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return ERR_INVALID;
    }
    char magic[4] = {0};
    const bool is_zone = fread(magic, 1, 4, file) == 4 && memcmp(magic, "TZif", 4) == 0;
    (void)fclose(file);
    if (!is_zone || setenv("TZ", name, 1) != 0) {
        return ERR_INVALID;
    }
    tzset();
    return ERR_OK;
}

static struct civil to_civil(struct tm tm)
{
    return (struct civil){
        .year = tm.tm_year + 1900,
        .month = tm.tm_mon + 1,
        .day = tm.tm_mday,
        .hour = tm.tm_hour,
        .minute = tm.tm_min,
        .second = tm.tm_sec,
        .weekday = tm.tm_wday == 0 ? 7 : tm.tm_wday,
    };
}

struct civil clock_civil(int64_t utc_s)
{
    const time_t seconds = (time_t)utc_s;
    struct tm tm = {0};
    (void)localtime_r(&seconds, &tm);
    return to_civil(tm);
}

struct civil clock_utc(int64_t utc_s)
{
    const time_t seconds = (time_t)utc_s;
    struct tm tm = {0};
    (void)gmtime_r(&seconds, &tm);
    return to_civil(tm);
}

static struct tm to_tm(struct civil local, int is_summer)
{
    return (struct tm){
        .tm_year = local.year - 1900,
        .tm_mon = local.month - 1,
        .tm_mday = local.day,
        .tm_hour = local.hour,
        .tm_min = local.minute,
        .tm_sec = local.second,
        .tm_isdst = is_summer,
    };
}

int64_t clock_utc_s(struct civil local)
{
    /* mktime's guess (-1) is free where an hour occurs twice; asking for summer time picks the
     * first occurrence there, and is corrected by mktime everywhere else. */
    struct tm summer = to_tm(local, 1);
    const time_t first = mktime(&summer);
    if (summer.tm_isdst == 1) {
        return (int64_t)first;
    }
    struct tm winter = to_tm(local, 0);
    return (int64_t)mktime(&winter);
}

static bool begins_a_day(int64_t utc_s)
{
    const struct civil local = clock_civil(utc_s);
    return local.hour == 0 && local.minute == 0 && local.second == 0 &&
           clock_civil(utc_s - 1).day != local.day;
}

int64_t clock_day_s(int64_t utc_s, int days)
{
    const struct civil day = clock_civil(utc_s);
    const int64_t since_midnight_s =
        day.hour * CLOCK_HOUR_S + day.minute * CLOCK_MINUTE_S + day.second;
    /* Right unless the clocks change in between; mktime() searches, and takes four times as long.
     */
    const int64_t likely_s = utc_s - since_midnight_s + (int64_t)days * CLOCK_DAY_S;
    if (begins_a_day(likely_s)) {
        return likely_s;
    }
    return clock_utc_s((struct civil){.year = day.year, .month = day.month, .day = day.day + days});
}

int clock_days_between(int64_t from_s, int64_t to_s)
{
    /* Midnights are some hours more or less than whole days apart. */
    const int64_t apart_s = clock_day_s(to_s, 0) - clock_day_s(from_s, 0);
    const int64_t half_s = apart_s < 0 ? -CLOCK_DAY_S / 2 : CLOCK_DAY_S / 2;
    return (int)((apart_s + half_s) / CLOCK_DAY_S);
}

int clock_minute_of_day(int64_t utc_s)
{
    const struct civil local = clock_civil(utc_s);
    return local.hour * 60 + local.minute;
}

struct clock_offset clock_offset(int64_t utc_s)
{
    const time_t seconds = (time_t)utc_s;
    struct tm tm = {0};
    struct clock_offset offset = {0};
    (void)localtime_r(&seconds, &tm);
    offset.ahead_s = (int)tm.tm_gmtoff;
    offset.is_summer = tm.tm_isdst > 0;
    (void)snprintf(offset.name, sizeof(offset.name), "%s", tm.tm_zone);
    return offset;
}

static int64_t earlier(int64_t a_s, int64_t b_s)
{
    return a_s < b_s ? a_s : b_s;
}

int64_t clock_next_change(int64_t after_s, int64_t until_s)
{
    const int ahead_s = clock_offset(after_s).ahead_s;
    int64_t same_s = after_s;
    while (same_s < until_s) {
        int64_t other_s = earlier(same_s + 7 * (int64_t)CLOCK_DAY_S, until_s);
        if (clock_offset(other_s).ahead_s == ahead_s) {
            same_s = other_s;
            continue;
        }
        while (other_s - same_s > 1) {
            const int64_t middle_s = same_s + (other_s - same_s) / 2;
            if (clock_offset(middle_s).ahead_s == ahead_s) {
                same_s = middle_s;
            } else {
                other_s = middle_s;
            }
        }
        return other_s;
    }
    return 0;
}

enum err clock_parse(const char *text, int64_t *utc_s)
{
    static const struct {
        size_t offset, len;
        char before;
    } fields[] = {{0, 4, 0}, {5, 2, '-'}, {8, 2, '-'}, {11, 2, 'T'}, {14, 2, ':'}, {17, 2, ':'}};
    int64_t values[ARRAY_LEN(fields)] = {0};
    const size_t len = strlen(text);
    if (len != 16 && len != 19) {
        return ERR_INVALID;
    }
    for (size_t i = 0; i < ARRAY_LEN(fields) && fields[i].offset < len; i++) {
        const char *field = text + fields[i].offset;
        if ((fields[i].before != 0 && field[-1] != fields[i].before) ||
            text_parse_int(str_make(field, fields[i].len), 9999, &values[i]) != ERR_OK) {
            return ERR_INVALID;
        }
    }
    const struct civil at = {
        .year = (int)values[0],
        .month = (int)values[1],
        .day = (int)values[2],
        .hour = (int)values[3],
        .minute = (int)values[4],
        .second = (int)values[5],
    };
    const int64_t parsed_s = clock_utc_s(at);
    const struct civil back = clock_civil(parsed_s);
    if (back.year != at.year || back.month != at.month || back.day != at.day ||
        back.hour != at.hour || back.minute != at.minute || back.second != at.second) {
        return ERR_INVALID;
    }
    *utc_s = parsed_s;
    return ERR_OK;
}
