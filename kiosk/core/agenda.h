/* The agenda as residents see it: sessions that are published, postponed or cancelled. Texts are in
 * the reader's language or isolated in the house's (take_said in core/query.h). */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/flow.h"
#include "core/request.h"

enum { AGENDA_MAX = 200 };

struct agenda_row {
    int64_t session_id;
    enum state state;
    char kind[CODE_BYTES]; /* activity.kind_code */
    const char *title, *icon, *place, *partner;
    int64_t starts_s, ends_s;
    int64_t moved_from_s; /* where it stood before; 0: never moved */
    int capacity;         /* 0: free entry, nothing to book */
    int taken;
    char reason[CODE_BYTES]; /* why it is postponed or cancelled; "" otherwise */
    int64_t price_cents;
    int64_t subscriber_cents; /* -1: the same for all */
};

/* Sessions that run within from_s … until_s, by their beginning; kind "" is all of them. At most
 * `most`; what is beyond is left out. Strings go in arena, rows into an array of it. */
enum err agenda_list(struct db *db, int64_t from_s, int64_t until_s, const char *kind, int most,
                     struct arena *arena, struct agenda_row **rows, int *count) NODISCARD;

struct agenda_session {
    struct agenda_row row;
    int64_t activity_id;
    const char *summary;
    char spoken[CODE_BYTES]; /* core/codes.h; "" French */
    const char *bring;       /* what to bring; "" nothing */
    int least_age;           /* 0: none */
    bool takes_children;
    bool is_automatic; /* a booking needs no answer */
    int sequence;      /* of its calendar entry */
    int waiting;       /* people's requests on the waiting list */
};

/* One session, also after it was held. ERR_NOT_FOUND no such session, or not for residents. */
enum err agenda_session(struct db *db, int64_t session_id, struct arena *arena,
                        struct agenda_session *session) NODISCARD;

/* Other sessions of the activity that begin after after_s and have room for so many people, the
 * nearest first. rows: room for `most`. */
enum err agenda_others(struct db *db, const struct agenda_session *session, int64_t after_s,
                       int people, int most, struct arena *arena, struct agenda_row *rows,
                       int *count) NODISCARD;

/* Seats left, 0 or more; 0 without booking. */
int agenda_seats_left(const struct agenda_row *row);
/* Seats can be asked for, or the waiting list joined, now. */
bool agenda_is_open(const struct agenda_row *row, int64_t now_s);
