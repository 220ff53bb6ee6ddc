/* One VEVENT, read: its times in UTC, its rule, its words. */
#pragma once

#include <libical/ical.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "ical/zones.h"

enum {
    EVENT_RULES_MAX = 4,
    EVENT_DATES_MAX = 5000, /* of EXDATE and RDATE each */
    EVENT_TEXT_BYTES = 8000 /* longer words are cut there */
};

/* What was taken for granted; told beside the event. */
enum event_note {
    NOTE_FLOATING = 1 << 0,     /* times without a zone: the calendar's, else the house's */
    NOTE_ZONE_DEFINED = 1 << 1, /* zone known from the file alone */
    NOTE_ZONE_UNKNOWN = 1 << 2, /* zone known by nobody: the house's */
    NOTE_NO_UID = 1 << 3,       /* one was made of its beginning and title */
    NOTE_NO_END = 1 << 4,       /* neither end nor duration */
    NOTE_CUT = 1 << 5,          /* words were too long */
    NOTE_ALONE = 1 << 6,        /* a changed date of a series that is not in the file */
};

struct when {
    struct icaltimetype local; /* in its zone; without a zone in it */
    int64_t utc_s;             /* of a date: midnight at the house */
    const struct zone *zone;
    bool is_date;
};

struct extra_date {
    struct when when;
    int64_t length_s; /* of an RDATE that is a period; -1: as the event */
};

struct rule {
    struct icalrecurrencetype parts; /* without UNTIL and COUNT, kept here: */
    int64_t until_s;                 /* inclusive; INT64_MAX: no end */
    int times;                       /* 0: no such end */
};

struct dates {
    struct extra_date *items;
    size_t count, room;
};

struct event {
    int line;
    size_t calendar;
    const char *uid;
    int sequence;
    const char *status;     /* "confirmed", "tentative", "cancelled" */
    const char *visibility; /* "public", "private", "confidential" */
    const char *title, *words, *place, *url;
    struct when starts;
    int64_t length_s; /* exact; of dates: in days of 86,400 */
    int length_days;  /* nominal days instead, with the same time of day; 0: none */
    struct rule *rules, *except_rules; /* RRULE, EXRULE */
    size_t rule_count, except_rule_count;
    struct dates except, extra; /* EXDATE, RDATE */
    bool has_recurrence_id, is_this_and_future;
    struct when recurrence_id;
    unsigned notes; /* enum event_note bits */
};

/* Why an event cannot be taken over; NULL code: it can. */
struct event_problem {
    const char *code;   /* "no_start", "time", "rule", "duration", "too_many_dates", "end_before" */
    const char *detail; /* the property, or part of the rule: "BYSETPOS" */
};

/* part: a PART_EVENT. Everything it keeps lives in arena. */
struct event_problem event_read(const struct lines *lines, const struct part *part,
                                const struct zones *zones, const struct zone *floating,
                                struct arena *arena, struct event *event);
