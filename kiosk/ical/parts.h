/* The components of a file: which lines belong to which calendar, event and time zone.
 *
 * Only what is needed is told apart; an event's alarms, to-dos, journals and busy times are passed
 * over. A component that never ends ends where its calendar does. */
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "ical/lines.h"

enum {
    PARTS_DEPTH_MAX = 8, /* deeper than any producer goes: VCALENDAR, VEVENT, VALARM are three */
    PARTS_MAX = 20000,
};

enum part_kind { PART_CALENDAR, PART_EVENT, PART_ZONE, PART_OTHER };

struct part {
    enum part_kind kind;
    size_t calendar;    /* index of the calendar it stands in; of itself for a calendar */
    size_t first, last; /* lines, with BEGIN and END */
};

struct parts {
    struct part *items; /* calendars, events and zones, in the order of the file */
    size_t count;
};

/* Gives NULL, or the code of a refusal: "too_deep", "too_many_events", "not_calendar". */
const char *parts_read(const struct lines *lines, struct arena *arena, struct parts *parts);

/* The next line of a part itself, not of one inside it, from *at on; moves *at behind it. Begin
 * with part->first + 1. NULL at the end. */
const struct line *part_next(const struct lines *lines, const struct part *part, size_t *at);
/* Its first line of that name; NULL without one. */
const struct line *part_line(const struct lines *lines, const struct part *part, const char *name);
