#include "core/organiser.h"

#include "core/query.h"

static enum err check(struct db *db, const struct actor *actor, enum query_id id, const char *name,
                      int64_t value)
{
    int64_t is_theirs = 0;
    if (actor->who != WHO_ORGANISER) {
        return ERR_OK;
    }
    struct query q = db_query(db, id);
    query_int(&q, "staff_id", actor->staff_id);
    query_int(&q, name, value);
    const enum err err = query_one_int(&q, &is_theirs);
    return err == ERR_NOT_FOUND ? ERR_DENIED : err;
}

enum err organiser_check_session(struct db *db, const struct actor *actor, int64_t session_id)
{
    return check(db, actor, Q_ORGANISER_SESSION, "session_id", session_id);
}

enum err organiser_check_activity(struct db *db, const struct actor *actor, int64_t activity_id)
{
    return check(db, actor, Q_ORGANISER_ACTIVITY, "activity_id", activity_id);
}

enum err organiser_may_alone(struct db *db, const struct actor *actor, bool *may)
{
    int64_t is_automatic = 0;
    *may = actor->who != WHO_ORGANISER;
    if (*may) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_ORGANISER_RULE);
    query_int(&q, "staff_id", actor->staff_id);
    const enum err err = query_one_int(&q, &is_automatic);
    *may = is_automatic != 0;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

enum err organiser_partner(struct db *db, const struct actor *actor, int64_t *partner_id)
{
    *partner_id = 0;
    if (actor->who != WHO_ORGANISER) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_ORGANISER_PARTNER);
    query_int(&q, "staff_id", actor->staff_id);
    const enum err err = query_one_int(&q, partner_id);
    return err == ERR_NOT_FOUND ? ERR_DENIED : err;
}
