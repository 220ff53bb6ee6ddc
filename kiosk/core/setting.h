/* Settings: every figure of the house's rules, with its default and its bounds.
 *
 * The database holds only what a house has changed. Units end the
 * names; durations are seconds. */
#pragma once

#include <stdint.h>

#include "core/db.h"

enum setting {
    SETTING_UNDO_S,                  /* a desk's decision can be taken back */
    SETTING_PRESENCE_GRACE_S,        /* from the opening until "not here yet" */
    SETTING_ANSWER_S,                /* what the desk needs to answer, from the opening on */
    SETTING_GUEST_SEATS,             /* a guest holds at most */
    SETTING_GUEST_ITEMS,             /* a guest holds at most */
    SETTING_GUEST_REQUESTS_PER_HOUR, /* of all guests together */
    SETTING_OFFER_S,                 /* an offered seat or copy waits for its yes, once told */
    SETTING_LATE_S,                  /* a loan may come back so much later */
    SETTING_TICKET_REUSE_S,          /* a number is free again, after the end */
    SETTING_HELP_REVIVE_S,           /* a published need without an answer */
    SETTING_OFFER_CONFIRM_S,         /* an offer of help is asked to be confirmed */
    SETTING_DONE_SILENT_S,           /* said to be done by one, and the other says nothing */
    SETTING_DEPOSIT_REMIND_S,        /* a deposit is ready and nobody came */
    SETTING_SESSION_DECIDE_S,        /* too few booked: decided so long before */
    SETTING_TICKET_SHOWN_S,          /* on the screen */
    SETTING_IDLE_S,                  /* untouched, until "still there?" */
    SETTING_IDLE_WRITING_S,          /* … while writing or listening */
    SETTING_STILL_THERE_S,           /* the count of "still there?" */
    SETTING_HEADSET_S,               /* unplugged, until the visit is erased */
    SETTING_VEIL_S,                  /* untouched by whoever takes their time, until covered */
    SETTING_STAFF_LOCK_S,            /* the staff mode closes, untouched */
    SETTING_TRY_FREE,                /* wrong tries that cost no wait */
    SETTING_TRY_WAIT_MAX_S,          /* the longest wait after one wrong try */
    SETTING_TRY_PER_DAY,             /* wrong tries in a day */
    SETTING_TICKET_TRIES_PER_HOUR,   /* wrong ticket numbers of all visits together */
    SETTING_COUNT
};

/* The house's value, or the default if it has none or an impossible one (which is logged). A
 * database that cannot be read gives the default too: the next statement says so. */
int64_t setting_get(struct db *db, enum setting setting);
/* Expects an open transaction. ERR_INVALID below the least or above the most · as query_end. */
enum err setting_set(struct db *db, enum setting setting, int64_t value) NODISCARD;

int64_t setting_default(enum setting setting);
/* Its word in the database; borrowed for ever. */
const char *setting_name(enum setting setting);
/* The setting of that word; SETTING_COUNT if there is none. */
enum setting setting_of(const char *name);
struct setting_bounds {
    int64_t least, most;
};
struct setting_bounds setting_bounds(enum setting setting);
