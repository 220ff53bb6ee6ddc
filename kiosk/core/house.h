/* The house: when it opens, who is there, and by when an answer can be promised.
 *
 * Opening hours are local; a closing takes from them; the roster says who is planned within them.
 * Up to the end of the last roster row that roster counts, after it (or without any) the opening
 * hours stand in for it. Spans are sorted, do not touch each other, and are safe at the changes to
 * and from summer time. A clock earlier than the last record promises no hours: ERR_CLOCK, or
 * HOUSE_CLOCK in a status. All functions also give query_end's errors. Source:
 * db/README.md, "Promises". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

enum {
    HOUSE_SPANS_MAX = 512,
    HOUSE_OPENINGS_MAX = 56,
    HOUSE_NAMES_MAX = 8,
    HOUSE_NAME_BYTES = 64,
    HOUSE_REASON_BYTES = 16,
    HOUSE_HORIZON_DAYS = 60, /* nothing is looked for beyond */
    HOUSE_CLOCK_SLACK_S = 60 /* a clock set back by less is only being kept right */
};

struct house_span {
    int64_t from_s;
    int64_t until_s; /* > from_s */
};

struct house_spans {
    int count;
    struct house_span spans[HOUSE_SPANS_MAX];
};

/* The site, as init wrote it. */
struct house_site {
    const char *name;
    const char *zone;
    const char *district;
    const char *message; /* the concierge's, for all; "" none */
};
/* Copies into the arena. ERR_NOT_FOUND the database has no site yet. */
enum err house_site(struct db *db, struct arena *arena, struct house_site *site) NODISCARD;
/* Writes the site's row. Expects an open transaction. ERR_CONFLICT there is one · ERR_INVALID an
 * empty name, or a zone that the system does not know (which becomes the program's zone). */
enum err house_create(struct db *db, const char *name, const char *zone,
                      const char *district) NODISCARD;

/* The clock against the last record. ERR_CLOCK it is earlier. */
enum err house_check_clock(struct db *db, int64_t now_s) NODISCARD;
/* The same, and now_s becomes the last record. Expects an open transaction. Writes site. */
enum err house_stamp_clock(struct db *db, int64_t now_s) NODISCARD;
/* Opens the transaction in which something is recorded: db_begin, then house_stamp_clock. Errors as
 * theirs; after one no transaction is open. */
enum err house_begin(struct db *db, int64_t now_s) NODISCARD;

/* The week's opening hours, by weekday and time, for a page of hours. */
struct house_opening {
    int weekday;    /* 1 Monday – 7 Sunday */
    int opens_min;  /* local minutes since midnight */
    int closes_min; /* up to 1440 */
};
/* openings: HOUSE_OPENINGS_MAX. ERR_FULL more rows. */
enum err house_openings(struct db *db, struct house_opening openings[HOUSE_OPENINGS_MAX],
                        int *count) NODISCARD;
/* Expects an open transaction. ERR_INVALID out of range · ERR_CONFLICT one begins there already. */
enum err house_add_opening(struct db *db, struct house_opening opening) NODISCARD;
/* staff_id is planned from_s to until_s. Expects an open transaction. ERR_INVALID. */
enum err house_add_roster(struct db *db, int64_t staff_id, int64_t from_s,
                          int64_t until_s) NODISCARD;

struct house_closing {
    int64_t id;
    int64_t from_s;
    int64_t until_s;
    char reason_code[HOUSE_REASON_BYTES]; /* holiday, training, absence, other */
};
/* Closings that touch from_s … until_s, by their beginning. Gives an arena array. */
enum err house_closings(struct db *db, int64_t from_s, int64_t until_s, struct arena *arena,
                        struct house_closing **closings, int *count) NODISCARD;

/* Opening hours less closings within from_s … until_s. ERR_FULL more than HOUSE_SPANS_MAX. */
enum err house_open_spans(struct db *db, int64_t from_s, int64_t until_s,
                          struct house_spans *spans) NODISCARD;
/* … in which somebody is planned, other than not_staff_id (0: anybody). ERR_FULL. */
enum err house_staffed_spans(struct db *db, int64_t from_s, int64_t until_s, int64_t not_staff_id,
                             struct house_spans *spans) NODISCARD;
/* Opening hours as if there were no closings. ERR_FULL. */
enum err house_usual_spans(struct db *db, int64_t from_s, int64_t until_s,
                           struct house_spans *spans) NODISCARD;
/* The span that contains at_s, or the first that begins after it; NULL. Borrows. */
const struct house_span *house_span_at(const struct house_spans *spans, int64_t at_s);
const struct house_span *house_span_after(const struct house_spans *spans, int64_t at_s);

enum house_state {
    HOUSE_OPEN,         /* somebody took the desk */
    HOUSE_EXPECTED,     /* opening time has just come, nobody has taken the desk yet */
    HOUSE_LATE,         /* nobody is there, and the grace is over */
    HOUSE_CLOSED,       /* outside the opening hours */
    HOUSE_CLOSED_TODAY, /* a closing takes what is left of today's hours: reason_code */
    HOUSE_CLOCK         /* the machine's clock is wrong: no hours */
};

struct house_status {
    enum house_state state;
    int64_t until_s;     /* end of the running opening hours; 0: not within any */
    int64_t next_open_s; /* the next opening to begin; 0: none within the horizon */
    char reason_code[HOUSE_REASON_BYTES];
    /* Who is at the desk, who came first first: 0 unless open. */
    int name_count;
    int64_t staff_ids[HOUSE_NAMES_MAX];
    char names[HOUSE_NAMES_MAX][HOUSE_NAME_BYTES]; /* first names */
};

/* What the header says. A forgotten presence ends with the last opening hours of its day. */
enum err house_status(struct db *db, int64_t now_s, struct house_status *status) NODISCARD;

/* By when the desk will have answered what is asked now. What the desk needs (SETTING_ANSWER_S) is
 * counted from now if somebody is at the desk, or still expected, and as much of the opening is
 * left; else from the start of the next staffed span, at most to its end. Rounded up to 5 minutes.
 * not_staff_id: who may not answer; 0: anybody may.
 * ERR_NOT_FOUND nothing within the horizon: "as soon as the house opens again" · ERR_CLOCK. */
enum err house_answer_by(struct db *db, int64_t now_s, int64_t not_staff_id,
                         int64_t *answer_s) NODISCARD;
/* The end of the opening in which that answer is promised: until then a guest's hold lasts. Errors
 * as above. */
enum err house_hold_end(struct db *db, int64_t now_s, int64_t *hold_end_s) NODISCARD;

/* Called inside the transaction for each request whose promise moved; an error undoes it all. */
typedef enum err (*house_on_moved)(struct db *db, int64_t request_id, void *context);

/* Each opens its own transaction, writes presence and closing, and stamps the clock: ERR_CLOCK.
 *
 * ERR_NOT_FOUND no such staff member · ERR_DENIED an organiser. At the desk already: ERR_OK. Takes
 * back what house_close_today did to the rest of the day. */
enum err house_take_desk(struct db *db, int64_t staff_id) NODISCARD;
/* ERR_NOT_FOUND not at the desk. */
enum err house_leave_desk(struct db *db, int64_t staff_id) NODISCARD;
/* Closes from now to the end of the day, ends every presence, and moves the promises and the ends
 * of guests' holds that fell into it. *moved: how many; on_moved may be NULL. In a transaction of
 * its own, or in the caller's. ERR_INVALID unknown reason. */
enum err house_close_today(struct db *db, int64_t staff_id, const char *reason_code,
                           house_on_moved on_moved, void *context, int *moved) NODISCARD;
/* Closes from from_s until until_s likewise. ERR_INVALID unknown reason, or nothing in between. */
enum err house_add_closing(struct db *db, int64_t staff_id, int64_t from_s, int64_t until_s,
                           const char *reason_code, house_on_moved on_moved, void *context,
                           int *moved) NODISCARD;
