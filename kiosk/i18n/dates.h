/* Dates and times as people read them, in the language of the moment and the site's local time.
 *
 * Every text is written into the arena. Words are lower-case as in running text (i18n_capital()
 * begins a title). No-break spaces hold together what must not be torn: "14 h 30", "9 septembre".
 * When i18n_is_spoken(), what is short is said in full: "14 heures 30", "5 minutes, 3 secondes".
 * "Now" is clock_now_s(). A year is named when the day is more than half a year away. */
#pragma once

#include <stdint.h>

#include "base/arena.h"

/* Times of day. minute_of_day: 0–1440, as in opening hours. */
const char *dates_time(struct arena *arena, int64_t utc_s);       /* 17 h · 14 h 30 · 17:00 */
const char *dates_minute(struct arena *arena, int minute_of_day); /* 17 h · 24 h */
const char *dates_clock(struct arena *arena, int64_t utc_s);      /* 16:42 in every language */
const char *dates_times(struct arena *arena, int64_t from_s, int64_t to_s);   /* 14 h – 16 h */
const char *dates_minutes(struct arena *arena, int from_min, int to_min);     /* 14 h – 16 h */
const char *dates_from_to(struct arena *arena, int64_t from_s, int64_t to_s); /* de 14 h à 16 h */

/* Days. */
const char *dates_long(struct arena *arena, int64_t utc_s);  /* mercredi 9 septembre */
const char *dates_short(struct arena *arena, int64_t utc_s); /* mardi 8 sept. */
const char *dates_full(struct arena *arena, int64_t utc_s); /* 31 décembre 2026: always the year */
const char *dates_span(struct arena *arena, int64_t from_s, int64_t to_s);
/* du 11 au 13 septembre · du 30 septembre au 2 octobre · le 11 septembre, when both are one day */

/* The two lines of a date badge. */
const char *dates_badge_weekday(int64_t utc_s);                  /* mer.; the catalogue's memory */
const char *dates_badge_day(struct arena *arena, int64_t utc_s); /* 9 */

/* Near days by word: hier, aujourd’hui, demain, then mardi (up to six days ahead), else as
 * dates_short(). */
const char *dates_relative(struct arena *arena, int64_t utc_s);
/* demain 17 h · mardi 17 h · mardi 22 sept., 17 h */
const char *dates_moment(struct arena *arena, int64_t utc_s);
/* mercredi 9 septembre, 14 h */
const char *dates_long_time(struct arena *arena, int64_t utc_s);

/* How long something has been waiting: à l’instant, depuis 5 min, depuis 6 h, depuis 3 jours. */
const char *dates_age(struct arena *arena, int64_t since_s);
/* 2 min 30 s · 2 min · 45 s; duration_s ≥ 0 */
const char *dates_countdown(struct arena *arena, int64_t duration_s);
