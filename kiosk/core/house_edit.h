/* The house as its desk keeps it: hours, closings, roster, its name, its word on the screen, the
 * numbers to phone in danger, its figures.
 *
 * Each opens its own transaction and stamps the clock: ERR_CLOCK. Texts are UTF-8 without control
 * characters, trimmed by the caller. All functions also give query_end's errors; after any of them
 * nothing was written. Source: db/README.md, "Promises". */
#pragma once

#include "core/house.h"
#include "core/partners.h"

enum {
    HOUSE_NAME_MOST_CHARS = 60,
    HOUSE_MESSAGE_MOST_CHARS = 160, /* four lines of the screen that nobody touches */
    HOUSE_LABEL_MOST_CHARS = 40,
    HOUSE_SHIFTS_MOST = 200, /* of one week */
    HOUSE_REPEAT_MOST = 26   /* weeks */
};

/* The whole week at once. openings: at least one, in any order; they may touch, not overlap.
 * Promises and guests' holds for which the house would be closed now are moved; *moved: how many
 * promises, each told to on_moved (house.h), which may be NULL.
 * ERR_INVALID out of range, none at all, or twice open at once · ERR_FULL more than
 * HOUSE_OPENINGS_MAX. Tables: opening, request_state. */
enum err house_set_week(struct db *db, const struct house_opening *openings, int count,
                        house_on_moved on_moved, void *context, int *moved) NODISCARD;

/* Takes a closing back: one to come goes, of one that runs what is left of it. Promises stay where
 * they were moved to: nobody is told twice. ERR_NOT_FOUND · ERR_CONFLICT it is over. */
enum err house_lift_closing(struct db *db, int64_t closing_id) NODISCARD;

/* Somebody planned at the desk, in a week to be set. */
struct house_shift {
    int64_t staff_id;
    int weekday;   /* 1 Monday – 7 Sunday */
    int from_min;  /* local minutes since midnight */
    int until_min; /* up to 1440, after from_min */
};
/* Who is planned in the week of monday_s (any time of it), and the same in the `repeats` weeks
 * after it: what was planned there goes. None is allowed: nobody is planned. Beyond the last
 * planned week the opening hours stand in for a roster. *moved as above. ERR_INVALID out of range,
 * a week that is over, more repeats than HOUSE_REPEAT_MOST · ERR_FULL more than HOUSE_SHIFTS_MOST ·
 * ERR_NOT_FOUND nobody of that id · ERR_DENIED an organiser, who does not keep the desk ·
 * ERR_CONFLICT one person twice at once. Tables: roster, request_state. */
enum err house_set_roster(struct db *db, int64_t monday_s, const struct house_shift *shifts,
                          int count, int repeats, house_on_moved on_moved, void *context,
                          int *moved) NODISCARD;

/* ERR_INVALID an empty name, too long, or not clean. district: "" none. */
enum err house_set_site(struct db *db, const char *name, const char *district) NODISCARD;
/* What the screen tells everybody; "" nothing. ERR_INVALID too long or not clean. */
enum err house_set_message(struct db *db, const char *message) NODISCARD;
/* The lines of the safety screen, in their order; none is allowed. ERR_INVALID an empty label, or a
 * number with other signs than digits, spaces, dots and a + in front · ERR_FULL more than
 * ONCALL_MAX. */
enum err house_set_oncall(struct db *db, const struct oncall_line *lines, int count) NODISCARD;
