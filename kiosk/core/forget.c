/* What was said in words is forgotten; requests, decisions and figures stay. */
#include "base/clock.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"

enum err rows_forget(struct db *db, int64_t request_id, int64_t household_id)
{
    static const enum query_id erasures[] = {
        Q_FORGET_REQUEST_WORDS, Q_FORGET_REQUEST_CONTACT,       Q_FORGET_DECISION_WORDS,
        Q_FORGET_NOTICE_NOTE,   Q_FORGET_REQUEST_PARTNER_WORDS,
    };
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(erasures); i++) {
        struct query q = db_query(db, erasures[i]);
        query_int_or_null(&q, "request_id", request_id);
        query_int_or_null(&q, "household_id", household_id);
        err = query_run(&q);
    }
    return err;
}

static enum err forget(struct db *db, int64_t request_id, const struct actor *actor)
{
    struct request request;
    const enum err err = request_load(db, request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    return actor->who == WHO_DESK && request.is_ended ? rows_forget(db, request_id, 0) : ERR_DENIED;
}

enum err request_forget(struct db *db, int64_t request_id, struct actor actor)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, forget(db, request_id, &actor)) : err;
}
