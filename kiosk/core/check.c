#include "core/check.h"

#include "core/query.h"

enum err check_states(struct db *db, int *differing)
{
    int64_t count = 0;
    struct query q = db_query(db, Q_CHECK_STATES);
    const enum err err = query_one_int(&q, &count);
    *differing = (int)count;
    return err;
}
