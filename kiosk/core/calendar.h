/* Calendars that associations keep elsewhere, taken over into the agenda.
 *
 * A reading is what conciergerie-ical wrote of one calendar (kiosk/ical/rows.h), compared line by
 * line with what the same calendar said last. It is looked at, perhaps days later, and then
 * confirmed or dropped; until it is confirmed nothing of the agenda changes, and the same calendar
 * again changes nothing. What the house decided since is kept: only what the calendar itself
 * changed is news. Absence cancels nothing. Source: db/README.md, "Calendars that are read". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

enum {
    CALENDAR_LINES_BYTES = 16 << 20, /* of what the reader wrote, at most */
    CALENDAR_ROWS_MAX = 2000,        /* dates and problems of one calendar */
    CALENDAR_AHEAD_DAYS = 366,
    CALENDAR_KEPT_DAYS = 14,        /* that nobody confirms; then sweep_run() forgets it */
    CALENDAR_ARENA_BYTES = 64 << 20 /* enough for all functions here */
};

/* What the reader is asked for: from now on, as far ahead as an agenda is kept. */
struct calendar_span {
    int64_t from_s, until_s;
};
struct calendar_span calendar_span(void);

/* ---- Reading ---- */

struct calendar_origin {
    int64_t partner_id; /* whose calendar */
    const char *source; /* "file", "address", "openagenda" */
    int64_t address_id; /* where it was read, core/calendar_address.h; 0: a file */
    struct actor actor; /* desk; organiser, of that partner; or the house, by itself */
};

/* Compares what the reader wrote with the agenda, and keeps it to be looked at; an earlier open
 * reading of that partner by the same person, from the same source, or of the same address, is
 * dropped. In a transaction of its own, or in the caller's, if one is open; they undo it then, if
 * it fails. lines: borrowed. *reading_id: the new one.
 * ERR_INVALID nothing of it can be taken over, and nothing was kept; refusal: the reader's own code
 * (kiosk/ical/lines.h, parts.h, zones.h, "sandbox"), "cut" it did not come to its end, "broken" not
 * what a reader writes, "too_many_dates" more than CALENDAR_ROWS_MAX, or "nothing" no date at all ·
 * ERR_DENIED an organiser, of somebody else's · ERR_NOT_FOUND no such partner · ERR_CLOCK ·
 * ERR_BUSY. Tables: calendar_reading, calendar_row, calendar_title. */
enum err calendar_stage(struct db *db, const struct calendar_origin *origin, const char *lines,
                        size_t len, char refusal[CODE_BYTES], int64_t *reading_id) NODISCARD;

/* ---- Looking ---- */

enum calendar_verdict {
    CALENDAR_NEW,
    CALENDAR_CHANGED,
    CALENDAR_CANCELLED,      /* the calendar says so: STATUS:CANCELLED */
    CALENDAR_UNCHANGED,      /* what the calendar said last */
    CALENDAR_MISSING,        /* no longer in the calendar: nothing happens to it */
    CALENDAR_LEFT_OUT,       /* understood, and not taken over: reason */
    CALENDAR_NOT_UNDERSTOOD, /* reason, detail */
    CALENDAR_VERDICTS
};
const char *calendar_verdict_code(enum calendar_verdict verdict);

/* Bits of what a CALENDAR_CHANGED changes; so they stand in calendar_row.changes. */
enum calendar_change {
    CALENDAR_DATE = 1 << 0, /* bookings are kept, and asked again */
    CALENDAR_PLACE = 1 << 1,
    CALENDAR_TITLE = 1 << 2,
    CALENDAR_WORDS = 1 << 3,
};

struct calendar_row {
    int position; /* in the reading, from 1 */
    int line;     /* of the file; 0: it is not in it (CALENDAR_MISSING), or the file has none */
    enum calendar_verdict verdict;
    /* Of CALENDAR_LEFT_OUT: "private" not for everybody (no words of it are kept), "tentative" not
     * certain yet, "past", "older" an earlier version than what was read last, "own" it came
     * from this house's agenda (core/feed.h), "twice" in the calendar, "unknown" cancelled before
     * anybody heard of it, "ended" the session is over, or the house cancelled it. Of
     * CALENDAR_NOT_UNDERSTOOD: the reader's code (kiosk/ical/event.h, expand.h), "no_title",
     * "no_hours" a whole day, "too_long" a day or more. Of CALENDAR_UNCHANGED: "adopted" it stands
     * in the agenda already, and belongs to the calendar from now on; or "". */
    char reason[CODE_BYTES];
    const char *detail;    /* of the reader's code: the property at fault, "BYSETPOS"; "" */
    unsigned changes;      /* enum calendar_change bits */
    bool is_house_changed; /* the house moved it, or changed its place, title or state, since */
    const char *notes;     /* JSON list of codes, what was taken for granted: kiosk/ical/event.h,
                              "title_cut", "place_cut", "hour" one hour was taken for an end */
    const char *title, *place;
    int64_t starts_s, ends_s;          /* as the calendar says now; 0: not known */
    const char *title_was, *place_was; /* as the agenda has it; "" of CALENDAR_NEW */
    int64_t starts_was_s, ends_was_s;  /* 0 of CALENDAR_NEW */
    int64_t session_id;                /* 0: none yet */
    int bookings,
        people; /* who would be told: of CALENDAR_CANCELLED, and of another date, place or title */
};

struct calendar_reading {
    int64_t id;
    int64_t partner_id;
    const char *partner;
    char source[CODE_BYTES];
    char state[CODE_BYTES]; /* open, confirmed, dropped, expired */
    int64_t staff_id;       /* 0: the house */
    int64_t read_at_s;
    int version;          /* one more each time it was compared anew: what was seen */
    const char *calendar; /* its name; "" none */
    const char *mended;   /* JSON list: what was put right of the file */
    int counts[CALENDAR_VERDICTS];
    int writes; /* lines that confirming would write; with none there is nothing to confirm */
    int people; /* whom it would concern */
};

/* ERR_NOT_FOUND. Copies into the arena. */
enum err calendar_load(struct db *db, int64_t reading_id, struct arena *arena,
                       struct calendar_reading *reading) NODISCARD;
/* Its lines, by their verdict in the order of enum calendar_verdict, then by date; none once it has
 * ended. Gives an arena array. */
enum err calendar_rows(struct db *db, int64_t reading_id, struct arena *arena,
                       struct calendar_row **rows, int *count) NODISCARD;

/* An activity that confirming would make, and what is chosen for it. */
struct calendar_title {
    const char *title;
    char kind[CODE_BYTES]; /* of activity_kind_codes(); at first what most of the partner's are */
    int capacity;          /* of each of its sessions; 0, at first: free entry */
    char rule[CODE_BYTES]; /* of its bookings: "desk", at first, or "automatic" */
    int dates;
};
/* By title. Gives an arena array. */
enum err calendar_titles(struct db *db, int64_t reading_id, struct arena *arena,
                         struct calendar_title **titles, int *count) NODISCARD;
/* title NULL: for all of the reading. The rule is not an organiser's to choose: "desk" then. Opens
 * its own transaction. ERR_INVALID no such kind or rule, or a capacity that cannot be ·
 * ERR_NOT_FOUND no such title, or the reading has ended · ERR_DENIED an organiser, of somebody
 * else's. */
enum err calendar_choose(struct db *db, int64_t reading_id, const struct calendar_title *choice,
                         struct actor actor) NODISCARD;

/* ---- Ending ---- */

struct calendar_confirm {
    int64_t reading_id;
    int version;               /* that was seen; 0: any */
    struct actor actor;        /* desk, or an organiser of that partner */
    const char *cancel_reason; /* of session_reason_codes(), for what the calendar cancels */
};

struct calendar_done {
    int made, changed, cancelled; /* sessions */
    int proposed;                 /* of these: they wait for the desk's yes */
    int words_kept; /* titles and descriptions that are the concierge's to change: core/organiser.h
                     */
    int told;       /* notices written */
    int refused_position; /* the line that refused, and with it all; 0: none did */
    unsigned reasons;     /* enum guard bits that failed there */
};

/* Everything or nothing, in one transaction, its own or the caller's: the lines are compared anew,
 * and if one of them would do something else than was seen, nothing is done and they are kept as
 * they are now. Sessions come to be and change as if somebody did it at the desk: core/sessions.h,
 * core/session_desk.h.
 * ERR_CONFLICT look again: calendar_rows() · ERR_NOT_FOUND no such reading, or it has ended ·
 * ERR_DENIED an organiser, of somebody else's; or guards failed · ERR_INVALID reason · as
 * session_act. */
enum err calendar_confirm(struct db *db, const struct calendar_confirm *confirm,
                          struct calendar_done *done) NODISCARD;
/* Nothing of it is done, and its lines are forgotten. Errors as above. */
enum err calendar_drop(struct db *db, int64_t reading_id, struct actor actor) NODISCARD;
