/* Time: the only door to the machine's clocks and to time zones.
 *
 * Stored and computed times are UTC seconds; what people read is local time of the site, whose zone
 * is set once after the database is open. Tests and --at freeze or shift the clock; scripts move
 * it. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum { CLOCK_MINUTE_S = 60, CLOCK_HOUR_S = 3600, CLOCK_DAY_S = 86400 };

/* Wall time, UTC seconds since 1970. */
int64_t clock_now_s(void);
/* Milliseconds that only grow, for timers and fingers; unrelated to wall time. */
int64_t clock_mono_ms(void);

/* From now on wall time starts at utc_s and runs on by itself. */
void clock_start_at(int64_t utc_s);
/* From now on both clocks stand still at utc_s and only clock_advance_ms() moves them. */
void clock_freeze_at(int64_t utc_s);
/* Moves both frozen clocks. ms ≥ 0. Only after clock_freeze_at(). */
void clock_advance_ms(int64_t ms);

/* A local date and time. month 1–12, day 1–31, weekday 1 (Monday) – 7 (Sunday), ISO 8601. */
struct civil {
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;
    int weekday;
};

/* Sets the site's zone, an IANA name such as "Europe/Paris".
 * ERR_INVALID the system does not know it: the zone before stays. */
enum err clock_set_zone(const char *name) NODISCARD;
/* UTC seconds to the site's local time. */
struct civil clock_civil(int64_t utc_s);
/* The same moment in UTC, for what other programs read. */
struct civil clock_utc(int64_t utc_s);
/* Local time to UTC seconds. Fields out of range are carried over (day 32, minute -5). A time that
 * the spring change skips becomes the one an hour later; of one that occurs twice, the first.
 * weekday is ignored. */
int64_t clock_utc_s(struct civil local);
/* Local midnight that begins the day of utc_s, moved by days (days may be negative). */
int64_t clock_day_s(int64_t utc_s, int days);
/* Local days from the day of from_s to the day of to_s: 0 the same day, negative one before. */
int clock_days_between(int64_t from_s, int64_t to_s);
/* Local minutes since midnight, 0–1439. */
int clock_minute_of_day(int64_t utc_s);

enum { CLOCK_ZONE_NAME_BYTES = 8 };

/* What the zone's time is at a moment. */
struct clock_offset {
    int ahead_s;                      /* of UTC */
    bool is_summer;                   /* as the zone's rules call it */
    char name[CLOCK_ZONE_NAME_BYTES]; /* "CEST"; "+03" where it has no letters */
};
struct clock_offset clock_offset(int64_t utc_s);
/* The first moment after after_s, and not after until_s, from which the offset is another; 0: none.
 * No zone changes twice within a week. */
int64_t clock_next_change(int64_t after_s, int64_t until_s);
/* Reads "2026-09-08T16:42" or "2026-09-08T16:42:30", local time of the site.
 * ERR_INVALID anything else, or a date that does not exist. */
enum err clock_parse(const char *text, int64_t *utc_s) NODISCARD;
