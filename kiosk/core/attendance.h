/* Who came to a session: each booking present (as many as came), absent or excused, people who came
 * without a booking, and heads without a name. Absence is noted gently: it may be corrected at any
 * time, and counts for the session's day whenever it is entered. All functions open their own
 * transaction and also give request_move's errors. Source: db/README.md, "The agenda". */
#pragma once

#include "core/request.h"

enum { ATTENDANCE_MARKS_MAX = 400, ATTENDANCE_PARTY_MAX = 99, ATTENDANCE_HEADS_MAX = 9999 };

struct attendance_mark {
    int64_t request_id;   /* a booking of the session */
    int expected_no;      /* 0: any */
    enum verb verb;       /* VERB_MARK_PRESENT, VERB_MARK_ABSENT, VERB_MARK_EXCUSED */
    int adults, children; /* who came; with VERB_MARK_PRESENT alone */
};

struct attendance {
    int64_t session_id;
    struct actor actor;
    const struct attendance_mark *marks; /* borrowed */
    int mark_count;                      /* at most ATTENDANCE_MARKS_MAX */
    bool is_complete;                    /* nothing more to enter: VERB_COUNT_IN */
    int expected_no;                     /* of the session, with is_complete; 0: any */
    int adults, children;                /* unnamed people, with is_complete */
};

struct attendance_done {
    struct outcome outcome; /* of the session; of the booking that refused, on an error */
    int64_t refused_id;     /* the booking or session that refused, and with it all; 0: none did */
    int changed;            /* bookings; a mark that stands already changes nothing */
};

/* All marks, and the session counted, or none of it. ERR_INVALID another verb, a booking of another
 * session, nobody present, or too many. */
enum err attendance_enter(struct db *db, const struct attendance *attendance,
                          struct attendance_done *done) NODISCARD;

struct walk_in {
    int64_t session_id;
    int64_t household_id; /* 0: nobody's */
    int adults, children;
    const char *first_name; /* if they say it; "" */
};
/* Somebody who came without a booking, once the session has begun. Nobody is sent away by the
 * program: *beyond says how many more than its capacity are there or still expected.
 * ERR_DENIED an organiser who names a household · ERR_CONFLICT the session does not take place ·
 * ERR_NOT_FOUND · ERR_INVALID nobody, or too many · as request_ask. */
enum err attendance_walk_in(struct db *db, const struct walk_in *walk_in, struct actor actor,
                            struct receipt *receipt, int *beyond) NODISCARD;
/* A walk-in that was noted by mistake; can be undone. ERR_DENIED it is a booking. */
enum err attendance_forget(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                           struct outcome *outcome) NODISCARD;
