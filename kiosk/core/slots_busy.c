#include "core/slots_busy.h"

#include "base/clock.h"
#include "base/log.h"
#include "core/query.h"

static bool overlaps(const struct busy *busy, int64_t from_s, int64_t until_s)
{
    return busy->from_s < until_s && busy->until_s > from_s;
}

static enum err read_loans(struct db *db, int64_t item_id, int64_t moved_id, int64_t now_s,
                           struct busy_list *busy)
{
    enum err full = ERR_OK;
    struct query query = db_query(db, Q_SLOTS_COPIES);
    query_int(&query, "item_id", item_id);
    query_int(&query, "moved_id", moved_id);
    query_int(&query, "late_s", now_s + CLOCK_DAY_S);
    while (full == ERR_OK && query_step(&query)) {
        if (busy->count == SLOTS_BUSY_MAX) {
            log_error("more than %d loans of one item", SLOTS_BUSY_MAX);
            full = ERR_FULL;
            break;
        }
        struct busy *loan = &busy->loans[busy->count++];
        loan->copy_id = take_int(&query);
        loan->from_s = take_int(&query);
        loan->until_s = take_int(&query);
    }
    const enum err err = query_end(&query);
    return err != ERR_OK ? err : full;
}

enum err busy_load_waits(struct db *db, int64_t item_id, int64_t moved_id, struct busy_list *busy)
{
    enum err full = ERR_OK;
    busy->count = 0;
    busy->wait_count = 0;
    struct query query = db_query(db, Q_SLOTS_WAITS);
    query_int(&query, "item_id", item_id);
    query_int(&query, "moved_id", moved_id);
    while (full == ERR_OK && query_step(&query)) {
        if (busy->wait_count == SLOTS_WAITS_MAX) {
            log_error("more than %d wait for one item", SLOTS_WAITS_MAX);
            full = ERR_FULL;
            break;
        }
        struct busy *wait = &busy->waits[busy->wait_count++];
        *wait = (struct busy){.from_s = take_int(&query), .until_s = take_int(&query)};
    }
    const enum err err = query_end(&query);
    return err != ERR_OK ? err : full;
}

/* From when on a copy is free, at a wait's turn: `turn` waits before it have theirs. */
static int64_t free_from(const struct busy_list *busy, int64_t copy_id, int turn, int64_t now_s)
{
    int64_t free_s = now_s;
    for (bool is_moving = true; is_moving;) {
        is_moving = false;
        for (int i = 0; i < busy->count + turn; i++) {
            const struct busy *other =
                i < busy->count ? &busy->loans[i] : &busy->waits[i - busy->count];
            if (other->copy_id == copy_id && other->from_s <= free_s && other->until_s > free_s) {
                free_s = other->until_s;
                is_moving = true;
            }
        }
    }
    return free_s;
}

/* Who waits for no day in particular waits for the copy that is free first. */
static void place_wait(struct busy_list *busy, int turn, int64_t max_days, int64_t now_s)
{
    struct busy *wait = &busy->waits[turn];
    if (wait->from_s != 0) {
        return;
    }
    for (int i = 0; i < busy->count; i++) {
        const int64_t copy_id = busy->loans[i].copy_id;
        if (i > 0 && busy->loans[i - 1].copy_id == copy_id) {
            continue;
        }
        const int64_t free_s = free_from(busy, copy_id, turn, now_s);
        if (wait->copy_id == 0 || free_s < wait->from_s) {
            wait->copy_id = copy_id;
            wait->from_s = free_s;
        }
    }
    wait->until_s = wait->from_s + max_days * CLOCK_DAY_S;
}

enum err busy_load(struct db *db, int64_t item_id, int64_t moved_id, int64_t max_days,
                   int64_t now_s, struct busy_list *busy)
{
    enum err err = busy_load_waits(db, item_id, moved_id, busy);
    if (err == ERR_OK) {
        err = read_loans(db, item_id, moved_id, now_s, busy);
    }
    for (int i = 0; err == ERR_OK && i < busy->wait_count; i++) {
        place_wait(busy, i, max_days, now_s);
    }
    return err;
}

bool busy_is_awaited(const struct busy_list *busy, int64_t copy_id, int64_t from_s, int64_t until_s)
{
    for (int i = 0; i < busy->wait_count; i++) {
        const struct busy *wait = &busy->waits[i];
        if ((wait->copy_id == 0 || wait->copy_id == copy_id) && overlaps(wait, from_s, until_s)) {
            return true;
        }
    }
    return false;
}

int64_t busy_find_copy(const struct busy_list *busy, int64_t from_s, int64_t until_s)
{
    for (int i = 0; i < busy->count;) {
        const int64_t copy_id = busy->loans[i].copy_id;
        bool is_free = true;
        for (; i < busy->count && busy->loans[i].copy_id == copy_id; i++) {
            is_free = is_free && !overlaps(&busy->loans[i], from_s, until_s);
        }
        if (is_free && !busy_is_awaited(busy, copy_id, from_s, until_s)) {
            return copy_id;
        }
    }
    return 0;
}
