/* From the events of a file to their dates: repetition, exceptions, added and changed dates.
 * Source: RFC 5545, 3.8.4.4 and 3.8.5. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "ical/event.h"

enum { EXPAND_DATES_MAX = 1000 }; /* of one event within the window */

struct instance {
    const struct event *event; /* whose words and status hold on that date */
    bool is_of_series;
    int64_t key_s; /* where the series had put it: its RECURRENCE-ID; its beginning otherwise */
    int64_t starts_s, ends_s;
};

struct expansion {
    int64_t from_s, until_s; /* dates that touch this span are given */
    long *steps;             /* left for all rules of the file */
    struct instance *items;  /* of the group just expanded, by key */
    size_t count, room;
};

/* Events of one UID: the series, if it is there, and its changed dates, in any order. Gives NULL or
 * the code of a problem: "too_often" more dates than EXPAND_DATES_MAX, or a rule that is walked too
 * long; "rule" one that cannot be walked. Then there are no items. */
const char *expand_group(struct event *const *events, size_t count, struct arena *arena,
                         struct expansion *expansion);
