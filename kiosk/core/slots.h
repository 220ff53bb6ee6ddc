/* "Pour quel jour ?": when a loan can be picked up and returned, and which copy is free for it.
 *
 * Things change hands only while somebody is planned at the desk; the days in between may be closed
 * days. Picked up on the day of use if the house opens then, else at the last opening before it;
 * returned at the first opening after the last day of use. Both at the opening's start; in an
 * opening that runs already, at the next half hour. What somebody waits for is not proposed to
 * others. Source: db/README.md, "Flows" and "Waiting lists". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"

enum {
    SLOTS_DAYS_MAX = 60, /* that can be proposed at once */
    SLOTS_BUSY_MAX = 512 /* loans of one item that hold a copy */
};

enum slot_why {
    SLOT_FREE,
    SLOT_TAKEN,     /* every copy is out, reserved, awaited by others, or not in use */
    SLOT_NO_PICKUP, /* no opening between now and that day */
    SLOT_NO_RETURN, /* no opening after it is known yet */
    SLOT_TOO_LONG   /* longer than the class may be lent */
};

struct slot {
    int64_t use_day_s; /* the first day of use, local midnight */
    int64_t pickup_s;  /* 0: SLOT_NO_PICKUP */
    int64_t return_s;  /* 0: SLOT_NO_PICKUP, SLOT_NO_RETURN */
    int64_t copy_id;   /* the lowest free number; 0 unless SLOT_FREE */
    enum slot_why why;
};

/* The days of a loan, as its longest and the limit of its rule count them: local days from its
 * pick-up to its return, at least one. */
int slots_days(int64_t from_s, int64_t until_s);
/* Fills `count` slots, one a day, today first, each for so many days of use in a row. from_s: no
 * pick-up before; now, or the promised answer where the desk decides.
 * days: ≥ 1. count: 1 … SLOTS_DAYS_MAX. ERR_NOT_FOUND no such item · ERR_CLOCK · ERR_FULL a
 * capacity · as query_end. */
enum err slots_propose(struct db *db, int64_t item_id, int64_t now_s, int64_t from_s, int days,
                       struct slot *slots, int count) NODISCARD;
/* The one of these whose use begins that day, local midnight; NULL: none, or day_s is 0. */
const struct slot *slots_of_day(const struct slot *slots, int count, int64_t day_s);
/* The same for a loan that is to have other days: what it holds itself does not stand in its way.
 */
enum err slots_move(struct db *db, int64_t loan_id, int64_t item_id, int64_t now_s, int64_t from_s,
                    int days, struct slot *slots, int count) NODISCARD;

/* What somebody who waits can be offered: a copy for their days, or, from_s and until_s being 0,
 * the first that comes back and as many days as can be. slot->why: SLOT_FREE, or nothing can be.
 * loan_id: who waits; whoever waits before them has theirs first. Errors as slots_propose. */
enum err slots_for_wait(struct db *db, int64_t loan_id, int64_t item_id, int64_t from_s,
                        int64_t until_s, int64_t now_s, struct slot *slot) NODISCARD;

/* A copy that somebody new would have for some days. */
struct slot_wish {
    int64_t item_id, copy_id;
    int64_t request_id; /* who would; 0: nobody yet */
    int64_t from_s, until_s;
};
/* Whether others wait for that copy on those days. ERR_NOT_FOUND no such item · ERR_FULL · as
 * query_end. */
enum err slots_is_awaited(struct db *db, const struct slot_wish *wish, int64_t now_s,
                          bool *is_awaited) NODISCARD;

/* One line of a class's list. */
struct slot_item {
    int64_t item_id;
    const char *title;
    const char *icon;
    int copies; /* in use */
    int free;   /* of these, for the next pick-up until the first return; nobody waits for them */
};

/* A class's items by title, in one query. Gives an arena array, empty for an unknown class.
 * ERR_CLOCK · ERR_FULL · as query_end. */
enum err slots_list_class(struct db *db, int64_t class_id, int64_t now_s, struct arena *arena,
                          struct slot_item **items, int *count) NODISCARD;

/* A day on which somebody is planned at the desk, to bring or fetch something. */
struct slot_day {
    int64_t day_s; /* local midnight */
    int64_t from_s;
    int64_t until_s; /* of the day's last opening */
};

/* Such days, from that of from_s on, `ahead` days from now at most; what remains of the first.
 * days: SLOTS_DAYS_MAX. ahead: 0 … SLOTS_DAYS_MAX - 1. ERR_CLOCK · ERR_FULL · as query_end. */
enum err slots_open_days(struct db *db, int64_t now_s, int64_t from_s, int ahead,
                         struct slot_day days[SLOTS_DAYS_MAX], int *count) NODISCARD;
