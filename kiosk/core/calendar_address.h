/* Addresses at which associations keep their calendars, read every hour where there is a network.
 *
 * What is read there lands as a reading to be looked at (core/calendar.h); nothing of the agenda
 * changes by itself, and what cannot be read changes nothing at all: it is only noted, beside the
 * date of the last good reading. The same proposals are not made twice: neither while they wait to
 * be looked at, nor after somebody dropped them. Fetching and reading are the caller's
 * (kiosk/calendar/), since the core knows no network. Source: db/README.md, "Calendars read at an
 * address". */
#pragma once

#include "base/clock.h"
#include "core/calendar.h"

enum {
    CALENDAR_ADDRESSES_MAX = 10, /* of one partner */
    CALENDAR_DUE_MAX = 500,      /* in one go */
    CALENDAR_MARK_BYTES = 201,
    /* A reading each hour, by a timer that is never to the second. */
    CALENDAR_DUE_S = CLOCK_HOUR_S - 5 * CLOCK_MINUTE_S,
    /* "Unchanged" is asked for so long; then the whole calendar is read again, since dates of its
     * rules have come into view meanwhile. */
    CALENDAR_WHOLE_S = CLOCK_DAY_S
};

/* An address of at most URL_CHARS that base/url.h knows, with neither white space nor a user's
 * name; http and webcal are read as https. Opens its own transaction. url: copied.
 * ERR_INVALID not such an address · ERR_CONFLICT that partner has it already · ERR_FULL they have
 * CALENDAR_ADDRESSES_MAX · ERR_DENIED an organiser, of somebody else's · ERR_NOT_FOUND no such
 * partner · ERR_CLOCK · ERR_BUSY. Tables: calendar_address. */
enum err calendar_address_add(struct db *db, int64_t partner_id, const char *url,
                              struct actor actor, int64_t *address_id) NODISCARD;
/* It is not read any more, and what it proposed is dropped; sessions stay. Opens its own
 * transaction. ERR_NOT_FOUND · ERR_DENIED. Tables: calendar_address, as calendar_drop. */
enum err calendar_address_remove(struct db *db, int64_t address_id, struct actor actor) NODISCARD;

/* ---- Reading ---- */

struct calendar_due {
    int64_t address_id;
    const char *url;
    const char *etag,
        *modified; /* of the last good reading, to be told "unchanged"; "" read it whole
                    */
};
/* Those last tried CALENDAR_DUE_S ago or before, the longest waiting first; all: every one. Gives
 * an arena array of at most CALENDAR_DUE_MAX. */
enum err calendar_address_due(struct db *db, bool all, struct arena *arena,
                              struct calendar_due **list, int *count) NODISCARD;

/* What the fetching process said, its line of JSON (kiosk/app/main_fetch.c). */
struct calendar_report {
    bool is_unchanged;
    char failure[CODE_BYTES]; /* "" it was read, or is unchanged; "ended" it said nothing clear */
    const char *etag, *modified; /* what the site gave with it; "" */
};
enum err calendar_address_report(struct db *db, const char *line, struct arena *arena,
                                 struct calendar_report *report) NODISCARD;

struct calendar_taken {
    const char *source; /* "address", "openagenda" */
    const char *lines;  /* kiosk/ical/rows.h */
    size_t len;
    const char *etag, *modified; /* what the site gave with it */
};
/* What was read: staged, if it proposes something that was not proposed before; a reading of this
 * address that is still open is dropped then. A calendar without any date to come is well read, and
 * proposes nothing. Opens its own transactions. *is_news: there is something new to look at.
 * ERR_INVALID as calendar_stage, with refusal: the address is noted as failing with that code.
 * ERR_NOT_FOUND it was given up meanwhile · ERR_CLOCK · ERR_BUSY.
 * Tables: calendar_address, as calendar_stage. */
enum err calendar_address_take(struct db *db, int64_t address_id,
                               const struct calendar_taken *taken, char refusal[CODE_BYTES],
                               bool *is_news) NODISCARD;
/* The site says that nothing has changed. Opens its own transaction. ERR_NOT_FOUND. */
enum err calendar_address_unchanged(struct db *db, int64_t address_id) NODISCARD;
/* It could not be read. code: of kiosk/fetch/ends.h, calendar/reader.h, or a refusal. Opens its own
 * transaction. ERR_NOT_FOUND. */
enum err calendar_address_failed(struct db *db, int64_t address_id, const char *code) NODISCARD;
