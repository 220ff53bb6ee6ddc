/* A confirmed booking or loan as a calendar entry, for the phone that reads it off the ticket.
 * Source: RFC 5545. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

/* The text of a VCALENDAR with one VEVENT, in arena. Its UID is the public identifier of the
 * request's first version and stays; SEQUENCE rises with every decision, also across corrections
 * and from one session to another. Times are UTC. ERR_NOT_FOUND nothing is confirmed, or it has no
 * date. */
enum err vevent_write(struct db *db, int64_t request_id, struct arena *arena,
                      const char **text) NODISCARD;
