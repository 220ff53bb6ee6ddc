/* Calendars for tests: what the reader writes (kiosk/ical/rows.h), and what becomes of it. */
#pragma once

#include "support_session.h"

#include "core/calendar.h"

/* A date of a calendar: lines are JSON, so what stands in title, place and words is put there as it
 * is. Zero and NULL: as usual. */
struct dated {
    const char *uid;        /* "a@x" */
    const char *starts;     /* local; "2026-09-15T14:00" */
    int minutes;            /* 90 */
    const char *key;        /* local, of a series; NULL: not of one */
    const char *title;      /* "Chorale" */
    const char *place;      /* "" */
    const char *words;      /* "" */
    const char *status;     /* "confirmed" */
    const char *visibility; /* "public" */
    int sequence;
    bool is_day;
    const char *notes; /* JSON list */
};

/* The association of the tests, and somebody of it. */
int64_t build_partner(struct world *world, const char *name);
int64_t build_organiser(struct world *world, int64_t partner_id);
struct actor organiser(int64_t staff_id);

/* What the reader writes of these dates, whole. Lives in the world's arena. */
const char *calendar_of(struct world *world, const struct dated *dates, int count);
const char *date_line(struct world *world, const struct dated *date, int line);
const char *end_line(struct world *world, int dates, int problems);
/* Read by Nadia; all is well. */
int64_t stage_lines(struct world *world, int64_t partner_id, const char *lines);
int64_t stage(struct world *world, int64_t partner_id, const struct dated *dates, int count);
int64_t stage_one(struct world *world, int64_t partner_id, struct dated date);
/* Confirmed by Nadia. */
struct calendar_done confirm(struct world *world, int64_t reading_id);
enum err try_confirm(struct world *world, int64_t reading_id, struct actor actor,
                     struct calendar_done *done);
/* The n-th line, from 0, as it is shown. */
struct calendar_row row_of(struct world *world, int64_t reading_id, int n);
struct calendar_reading reading_of(struct world *world, int64_t reading_id);
void assert_verdict(struct calendar_row row, enum calendar_verdict verdict, const char *reason);
/* The only session that came from a calendar. */
int64_t only_session(struct world *world);
int64_t session_count(struct world *world);
