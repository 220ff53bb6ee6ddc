/* Sessions: each date of an activity, with a life of its own (kind session). */
#pragma once

#include <stdint.h>

#include "core/db.h"
#include "core/request.h"

struct session_plan {
    int64_t activity_id;
    int64_t starts_s;
    int64_t ends_s;    /* > starts_s */
    const char *place; /* borrowed; "" the house itself */
    int capacity;      /* 0: free entry, nothing to book */
    int least_people;  /* with fewer booked it is to be decided; 0: it takes place anyway */
};

/* A new session. verb: VERB_PUBLISH by the desk, VERB_DRAFT also by an organiser. Expects an open
 * transaction. ERR_INVALID no such activity, or a plan that cannot be · as request_ask. */
enum err sessions_add(struct db *db, const struct session_plan *plan, enum verb verb,
                      struct actor actor, int64_t *session_id) NODISCARD;
