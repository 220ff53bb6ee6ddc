/* What stands in a loan's way: others' loans that hold a copy of the item, and who waits for one.
 *
 * Whoever waits for certain days has them first, whichever copy comes free. Whoever waits for "the
 * first that comes back" has the copy that comes back first, for as long as its class may be lent.
 * Source: db/README.md, "Waiting lists". */
#pragma once

#include "core/slots.h"

enum { SLOTS_WAITS_MAX = 128 /* requests on one item's waiting list */ };

struct busy {
    int64_t copy_id; /* of a wait: 0 any */
    int64_t from_s;  /* of a copy that nothing holds: 0 */
    int64_t until_s;
};

struct busy_list {
    int count;
    struct busy loans[SLOTS_BUSY_MAX]; /* by the copies' numbers, then by their beginning */
    int wait_count;
    struct busy waits[SLOTS_WAITS_MAX]; /* by rank */
};

/* moved_id: a request that does not stand in its own way; 0: none. max_days: of the item's class.
 * ERR_FULL more loans or waits than there is room for · as query_end. */
enum err busy_load(struct db *db, int64_t item_id, int64_t moved_id, int64_t max_days,
                   int64_t now_s, struct busy_list *busy) NODISCARD;
/* Only who waits, for which days; no loans. Errors alike. */
enum err busy_load_waits(struct db *db, int64_t item_id, int64_t moved_id,
                         struct busy_list *busy) NODISCARD;
/* The copy with the lowest number that nobody holds or waits for; 0: none. */
int64_t busy_find_copy(const struct busy_list *busy, int64_t from_s, int64_t until_s);
bool busy_is_awaited(const struct busy_list *busy, int64_t copy_id, int64_t from_s,
                     int64_t until_s);
