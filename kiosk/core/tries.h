/* Wrong tries are slowed, never locked: 5 are free, then each costs 1, 2, 4 … 15 minutes, and a day
 * has 25 (settings try_*).
 *
 * Doors are apart: wrong PINs under a household's number never slow that household's card. What is
 * unknown is counted like what is known, by what was typed.
 *
 * Clocks: a wait is kept as what is left of it. While the program runs, it shrinks with the time
 * the program has run, whatever the wall clock does. Between two runs nobody can tell a long pause
 * from a changed clock, so at most TRIES_GAP_S of it counts: after a night without power one may
 * have to wait out what was left, and changing the clock gains nobody more than that. Of the day's
 * count: a clock set back keeps it, a new day clears it.
 * Source: db/README.md, "Who may". */
#pragma once

#include <stdint.h>

#include "core/db.h"

enum { TRIES_GAP_S = 60 };

enum try_door {
    TRY_HOUSEHOLD, /* number and PIN; subject: the number */
    TRY_CARD,      /* card and PIN; subject: the household's id */
    TRY_STAFF,     /* staff number or card, and PIN; subject: the number */
    TRY_TICKET,    /* ticket numbers: through the two functions at the end only */
    TRY_PASSWORD   /* staff number and password at the desk's page; subject: the number */
};

/* The program's own clock, made once at its start. */
struct tries {
    struct db *db; /* kept */
    int64_t opened_s;
    int64_t opened_mono_ms;
};
struct tries tries_make(struct db *db);

/* ERR_SLOWED not yet: *wait_s. Otherwise ERR_OK and *wait_s is 0. As query_end. */
enum err tries_may(const struct tries *tries, enum try_door door, const char *subject,
                   int64_t *wait_s) NODISCARD;
/* Counts a wrong try. Call it before a PIN is checked, so that a cut does not make the try free.
 * Opens its own transaction, writes try. *wait_s: what it costs. */
enum err tries_wrong(const struct tries *tries, enum try_door door, const char *subject,
                     int64_t *wait_s) NODISCARD;
/* A right PIN forgets the wrong ones. Opens its own transaction. */
enum err tries_right(const struct tries *tries, enum try_door door, const char *subject) NODISCARD;

/* Ticket numbers are everybody's, and so is the screen. Whoever stands there has the free tries and
 * is then slowed as above, but leaves nothing of that to the next one. So that ending the visit
 * gains nobody more, all visits together have SETTING_TICKET_TRIES_PER_HOUR, which come back one by
 * one: after somebody's wrong run the next one waits for one try, not for the hour. A right number
 * forgets nothing: one's own would pay for guessing others'. */
struct tries_visit { /* zero when a visit begins; kept in memory only */
    int64_t wrong;
    int64_t until_s;
};
/* As tries_may. */
enum err tries_may_number(const struct tries *tries, const struct tries_visit *visit,
                          int64_t *wait_s) NODISCARD;
/* Counts a well-formed number that nobody has. Opens its own transaction, writes try. *wait_s: what
 * it costs. */
enum err tries_wrong_number(const struct tries *tries, struct tries_visit *visit,
                            int64_t *wait_s) NODISCARD;
