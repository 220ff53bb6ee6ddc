/* Sessions: each date of an activity, with a life of its own (kind session); and series of them,
 * week after week. Source: db/README.md, "The agenda". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"
#include "core/request.h"

enum { SESSION_PLACE_CHARS = 80, SESSION_LONGEST_S = 86400 - 1, SESSION_CAPACITY_MAX = 1000 };

struct session_plan {
    int64_t activity_id;
    int64_t starts_s;
    int64_t ends_s;    /* > starts_s, within a day of it */
    const char *place; /* borrowed; "" the house itself */
    int capacity;      /* 0: free entry, nothing to book */
    int least_people;  /* with fewer booked it is to be decided; 0: it takes place anyway */
    int64_t series_id; /* 0: it stands alone */
};

/* A new session. verb: VERB_PUBLISH or VERB_DRAFT. What an organiser publishes is proposed to the
 * concierge instead, unless the association's rule says otherwise (core/organiser.h). Expects an
 * open transaction. ERR_INVALID no such activity, or a plan that cannot be · ERR_DENIED an
 * organiser, and the activity is not their association's · as request_ask. */
enum err sessions_add(struct db *db, const struct session_plan *plan, enum verb verb,
                      struct actor actor, int64_t *session_id) NODISCARD;

/* ---- Series ---- */

enum {
    SERIES_MAX = 60,        /* that take place */
    SERIES_DATES_MAX = 120, /* with those left out */
    SERIES_SKIPS_MAX = 60,
    SERIES_WEEKS_MAX = 8
};

/* When a series takes place: the first date, and then on the same day of the week at the same local
 * time, across the changes to and from summer time. */
struct series_rule {
    int64_t starts_s, ends_s; /* of the first */
    int weeks;                /* from one to the next, 1 … SERIES_WEEKS_MAX */
    int times;                /* so many take place; 0: as many as begin before until_s */
    int64_t until_s;
    int64_t skips[SERIES_SKIPS_MAX]; /* any moment of a day that is left out */
    int skip_count;
    bool skips_closed; /* and of those while the house is closed */
};

struct series_date {
    int64_t starts_s, ends_s;
    bool is_closed;   /* the house is, at some time of it */
    bool is_left_out; /* skipped */
};
/* The dates of the rule in their order, with those left out between them. ERR_INVALID a rule that
 * cannot be · ERR_FULL more than SERIES_MAX take place. */
enum err series_dates(struct db *db, const struct series_rule *rule,
                      struct series_date dates[SERIES_DATES_MAX], int *count) NODISCARD;
/* A series without sessions: session_plan.series_id. Expects an open transaction. */
enum err series_begin(struct db *db, int weeks, int64_t *series_id) NODISCARD;
/* A session for each date that takes place, all or none; more than one make a series. plan: of
 * each, but for its times. *first_id: the first session; *count: how many. Opens its own
 * transaction. ERR_INVALID nothing takes place, or as sessions_add · ERR_FULL. Writes
 * session_series too. */
enum err series_add(struct db *db, const struct session_plan *plan, const struct series_rule *rule,
                    enum verb verb, struct actor actor, int64_t *first_id, int *count) NODISCARD;

/* The series goes on, all dates or none: activity, place and seats are those of its last date.
 * rule: begins after that one, in the series' own weeks. Otherwise as series_add. Source:
 * db/README.md, "The agenda". ERR_NOT_FOUND it is of no series · ERR_INVALID also a rule that
 * begins before its end, or has other weeks. */
enum err series_extend(struct db *db, int64_t session_id, const struct series_rule *rule,
                       enum verb verb, struct actor actor, int64_t *first_id, int *count) NODISCARD;
