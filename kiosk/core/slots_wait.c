/* What is theirs who wait for a thing. */
#include "base/err.h"
#include "core/query.h"
#include "core/slots_busy.h"

enum { DAYS_AHEAD = 21 };

/* The first pick-up at which a copy is theirs, for so many days in a row. */
static enum err find_first(struct db *db, int64_t loan_id, int64_t item_id, int days, int64_t now_s,
                           struct slot *first)
{
    struct slot slots[DAYS_AHEAD];
    const enum err err = slots_move(db, loan_id, item_id, now_s, now_s, days, slots, DAYS_AHEAD);
    *first = (struct slot){.why = SLOT_TAKEN};
    for (int i = 0; err == ERR_OK && first->why != SLOT_FREE && i < DAYS_AHEAD; i++) {
        *first = slots[i];
    }
    return err;
}

/* From the first day on which a copy is theirs, as many as can be. */
static enum err find_longest(struct db *db, int64_t loan_id, int64_t item_id, int64_t now_s,
                             struct slot *slot)
{
    static const int lengths[] = {14, 7, 5, 3, 2};
    enum err err = find_first(db, loan_id, item_id, 1, now_s, slot);
    for (size_t i = 0; err == ERR_OK && slot->why == SLOT_FREE && i < ARRAY_LEN(lengths); i++) {
        struct slot longer;
        err = find_first(db, loan_id, item_id, lengths[i], now_s, &longer);
        if (longer.why == SLOT_FREE && longer.pickup_s == slot->pickup_s) {
            *slot = longer;
            break;
        }
    }
    return err;
}

enum err slots_for_wait(struct db *db, int64_t loan_id, int64_t item_id, int64_t from_s,
                        int64_t until_s, int64_t now_s, struct slot *slot)
{
    struct busy_list busy;
    int64_t max_days = 0;
    if (from_s == 0) {
        return find_longest(db, loan_id, item_id, now_s, slot);
    }
    *slot = (struct slot){.pickup_s = from_s, .return_s = until_s, .why = SLOT_TAKEN};
    struct query query = db_query(db, Q_SLOTS_ITEM);
    query_int(&query, "item_id", item_id);
    enum err err = query_one_int(&query, &max_days);
    if (err == ERR_OK) {
        err = busy_load(db, item_id, loan_id, max_days, now_s, &busy);
    }
    if (err == ERR_OK && from_s >= now_s) {
        slot->copy_id = busy_find_copy(&busy, from_s, until_s);
        slot->why = slot->copy_id == 0 ? SLOT_TAKEN : SLOT_FREE;
    }
    return err;
}
