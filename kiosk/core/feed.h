/* The agenda as a calendar that other programs subscribe to: all of it, or one partner's lines.
 *
 * What stands there is what the screen shows to anybody: sessions that were announced, from thirty
 * days ago to the last one. Nobody who comes is in it, nor how many. It is in the house's language,
 * as everything that the house writes. Source: RFC 5545, RFC 7986; db/README.md, "Calendars that go
 * out". */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

enum { FEED_SESSIONS_MAX = 2000, FEED_PAST_DAYS = 30 };

/* The text of a VCALENDAR, in arena; the same to the byte while nothing changed. partner_id: 0 all.
 * ERR_NOT_FOUND no such partner · ERR_FULL more than FEED_SESSIONS_MAX sessions. */
enum err feed_write(struct db *db, int64_t partner_id, struct arena *arena,
                    const char **text) NODISCARD;
