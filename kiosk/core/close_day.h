/* "Fermer aujourd'hui", with all that follows from it: the closing itself moves promises and
 * guests' holds; what the day had brought is decided with it, or nothing is.
 *
 * Taking the desk again opens the house; each decision made here can be taken back by itself, as
 * any of the desk's. Source: db/README.md, "The desk's day". */
#pragma once

#include <stdint.h>

#include "core/db.h"

enum close_what {
    CLOSE_KEEP,     /* it takes place all the same: nothing is written */
    CLOSE_TELL,     /* as it was, and whoever asked is to be told that the house is closed;
                     * not of sessions, whose guests are told by the agenda */
    CLOSE_MOVE,     /* of a loan: picked up, or brought back, at the next opening */
    CLOSE_POSTPONE, /* of a session: a date is found later */
    CLOSE_CANCEL,   /* of a session */
    CLOSE_WHAT_COUNT
};

struct close_choice {
    int64_t request_id;
    int expected_no; /* the decision that the desk saw; 0: any */
    enum close_what what;
};

enum { CLOSE_CHOICES_MAX = 200 };

struct close_result {
    int promises; /* that moved */
    int told;     /* other requests whose askers are to be told */
    int sessions; /* postponed or cancelled */
    /* On an error: what the choice that failed was about; 0: the closing itself. */
    int64_t failed_id;
    unsigned reasons; /* enum guard bits */
};

/* When a loan due today is to be picked up or brought back instead: the start of the first staffed
 * opening after today. ERR_NOT_FOUND none within the horizon · ERR_CLOCK. */
enum err close_day_next(struct db *db, int64_t *next_s) NODISCARD;

/* Closes from now to the end of the day. One transaction of its own. reason_code: why the house
 * closes (core/codes.h). Errors of house_close_today, close_day_next and request_move, and
 * ERR_INVALID: more than CLOSE_CHOICES_MAX, or a choice that its kind or state does not have.
 * Tables: closing, presence, decision*, request_state, notice, act, session. */
enum err close_day(struct db *db, int64_t staff_id, const char *reason_code,
                   const struct close_choice *choices, int count,
                   struct close_result *result) NODISCARD;
