/* What the files of the house share: keeping promises and guests' holds true when its hours change.
 * All expect an open transaction. */
#pragma once

#include "core/house.h"

/* A closing: moves what falls into it and, once it has begun, what was not kept before it. *moved:
 * promises; each is told to on_moved, which may be NULL. */
enum err house_move_into(struct db *db, int64_t now_s, struct house_span closing,
                         house_on_moved on_moved, void *context, int *moved) NODISCARD;
/* Other hours, another roster: moves what was promised for a time at which nobody will be there any
 * more. A promise that still stands stays, also where an earlier one could be made; so do those
 * that are overdue. */
enum err house_renew_promises(struct db *db, int64_t now_s, house_on_moved on_moved, void *context,
                              int *moved) NODISCARD;
