/* Until when a loan may be kept longer. */
#include "base/clock.h"
#include "core/house.h"
#include "core/mine.h"
#include "core/query.h"

struct limits {
    int64_t longest_s;   /* the last moment that the class allows */
    int64_t next_from_s; /* the next loan of the copy; INT64_MAX: none */
};

static enum err read_limits(struct db *db, const struct mine_line *loan, struct limits *limits)
{
    int64_t max_days = 0;
    int64_t next_s = 0;
    struct query q = db_query(db, Q_MINE_LONGEST_LOAN);
    query_int(&q, "item_id", loan->item_id);
    enum err err = query_one_int(&q, &max_days);
    if (err == ERR_OK) {
        q = db_query(db, Q_MINE_NEXT_HOLD);
        query_int(&q, "copy_id", loan->copy_id);
        query_int(&q, "until_s", loan->until_s);
        query_int(&q, "request_id", loan->request_id);
        err = query_one_int(&q, &next_s);
    }
    limits->longest_s = clock_day_s(loan->from_s, (int)max_days + 1) - 1;
    limits->next_from_s = next_s == 0 ? INT64_MAX : next_s;
    return err;
}

enum err mine_returns(struct db *db, const struct mine_line *loan, struct mine_returns *returns)
{
    struct limits limits;
    struct house_spans spans;
    *returns = (struct mine_returns){0};
    /* What is late already comes back after today, not in the past. */
    const int64_t now_s = clock_now_s();
    const int64_t after_s = loan->until_s > now_s ? loan->until_s : now_s;
    const int64_t from_s = clock_day_s(after_s, 1);
    enum err err = read_limits(db, loan, &limits);
    if (err == ERR_OK && from_s <= limits.longest_s) {
        err = house_staffed_spans(db, from_s, limits.longest_s, 0, &spans);
    } else {
        spans.count = 0;
    }
    int64_t last_day_s = 0;
    for (int i = 0; err == ERR_OK && i < spans.count && returns->count < MINE_RETURNS_MAX; i++) {
        const int64_t at_s = spans.spans[i].from_s;
        if (at_s > limits.next_from_s) {
            returns->is_taken_next = returns->count == 0;
            break;
        }
        if (clock_day_s(at_s, 0) != last_day_s) {
            last_day_s = clock_day_s(at_s, 0);
            returns->at_s[returns->count++] = at_s;
        }
    }
    returns->is_longest = returns->count == 0 && !returns->is_taken_next;
    return err;
}
