#include "core/unshown.h"

#include "core/query.h"

enum err unshown_latest(struct db *db, int64_t since_s, int64_t *asked_at_s)
{
    struct query q = db_query(db, Q_UNSHOWN_LATEST);
    query_int(&q, "since_s", since_s);
    return query_one_int(&q, asked_at_s);
}
