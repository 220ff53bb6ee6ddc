/* Households that are one, that leave, and that come back. Errors and events as in
 * core/household.h. */
#pragma once

#include "core/household.h"
#include "core/request.h"

/* from becomes part of into: persons, cards, subscriptions, trainings, the requests and whoever of
 * the staff lives there go over; name, address, telephone, language and trust stay into's. from has
 * left; its number finds into, whose PIN then counts.
 * ERR_INVALID the same twice · ERR_DENIED one is their own. Writes household_merge, request_owner.
 */
enum err household_merge(struct db *db, int64_t from_id, int64_t into_id,
                         int64_t staff_id) NODISCARD;
/* Takes it back while SETTING_UNDO_S: what went over and is still there returns.
 * ERR_NOT_FOUND not merged · ERR_DENIED too late, or into was merged itself. */
enum err household_unmerge(struct db *db, int64_t from_id, int64_t staff_id) NODISCARD;

/* What becomes of one running request when its household leaves. */
struct leaving {
    int64_t request_id;
    int no;
    enum kind kind;
    enum state state;
    enum verb verb; /* VERB_CANCEL, VERB_CLOSE; VERB_NONE: it has to be settled first */
};
enum { HOUSEHOLD_LEAVING_MAX = 200 };
/* Oldest first. ERR_FULL more than that run. */
enum err household_leaving(struct db *db, int64_t household_id,
                           struct leaving rows[HOUSEHOLD_LEAVING_MAX], int *count) NODISCARD;
/* Everything that can be is cancelled, without a notice: they stand here. Cards are ended, the PIN
 * opens nothing. ERR_DENIED a thing is still out, something is to be collected: household_leaving;
 * or it is their own. */
enum err household_leave(struct db *db, int64_t household_id, int64_t staff_id) NODISCARD;

struct household_back {
    int restored; /* cancelled requests that run again */
    int lost;     /* whose seat or copy is somebody else's by now */
};
/* They live here again. While SETTING_UNDO_S, as if they had not left: cards and requests too, each
 * in a transaction of its own; later without cards and without the PIN.
 * ERR_NOT_FOUND it had not left · ERR_CONFLICT it was merged. */
enum err household_return(struct db *db, int64_t household_id, int64_t staff_id,
                          struct household_back *back) NODISCARD;

/* Forgets who they were: names, address, telephone, PIN, how they like the screen, search, and
 * every word of their requests; also of those merged into it. Only of one that left. Requests and
 * figures stay, without names and words. ERR_DENIED it lives here · ERR_CONFLICT it was merged:
 * forget what it became. */
enum err household_forget(struct db *db, int64_t household_id, int64_t staff_id) NODISCARD;
