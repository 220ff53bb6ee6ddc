/* One calendar entry, for the phone that reads it off the screen: a confirmed booking or loan, or a
 * session to which one just comes. A VCALENDAR with one VEVENT in UTC, lines not folded; title and
 * place in the reader's language (db_set_reader) where they are translated. Source: RFC 5545;
 * db/README.md, "Calendars that go out". */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

/* The text, in arena. Its UID is the public identifier of the request's first version and stays;
 * SEQUENCE rises with every decision, also across corrections and from one session to another.
 * ERR_NOT_FOUND nothing is confirmed, or it has no date. */
enum err vevent_write(struct db *db, int64_t request_id, struct arena *arena,
                      const char **text) NODISCARD;

/* The same of a session, with the UID and SEQUENCE of the agenda's feed (core/feed.h): a phone that
 * takes both has one entry. ERR_NOT_FOUND one must book, it does not take place, or it is over. */
enum err vevent_write_session(struct db *db, int64_t session_id, struct arena *arena,
                              const char **text) NODISCARD;
