/* A guest's request becomes a household's, and goes back. */
#include "base/clock.h"
#include "core/house.h"
#include "core/household_rows.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/setting.h"

/* household_id: 0 for nobody's. */
static enum err set_owner(struct db *db, int64_t request_id, int64_t household_id)
{
    struct query q = db_query(db, Q_REQUEST_OWNER_INSERT);
    query_int(&q, "request_id", request_id);
    query_int_or_null(&q, "household_id", household_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

static enum err check_claim(struct db *db, int64_t request_id, int64_t household_id,
                            const struct actor *actor)
{
    struct request request;
    const enum err err = request_load(db, request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    const bool shows_both = actor->token_request_id == request_id && actor->has_card &&
                            actor->household_id == household_id;
    if (actor->who != WHO_DESK && !shows_both) {
        return ERR_DENIED;
    }
    return request.household_id != 0 ? ERR_CONFLICT : household_must_live(db, household_id);
}

enum err request_claim(struct db *db, int64_t request_id, int64_t household_id, struct actor actor)
{
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = check_claim(db, request_id, household_id, &actor);
    if (err == ERR_OK) {
        err = set_owner(db, request_id, household_id);
    }
    if (err == ERR_OK) {
        err = household_note(db, household_id, actor.staff_id, "claimed", request_id, NULL);
    }
    return db_end(db, err);
}

/* Whose it is, and was: as the last rows of request_owner say. */
struct ownership {
    int64_t household_id; /* 0: a guest's */
    int64_t since_s;
    int64_t before_id; /* 0: a guest's */
    bool is_claim;     /* not asked for, merged or taken back */
};

static enum err load_ownership(struct db *db, int64_t request_id, struct ownership *own)
{
    *own = (struct ownership){0};
    struct query q = db_query(db, Q_REQUEST_OWNER_LAST);
    query_int(&q, "request_id", request_id);
    if (query_step(&q)) {
        own->household_id = take_int(&q);
        own->since_s = take_int(&q);
        own->before_id = take_int(&q);
        own->is_claim = take_int(&q) != 0;
    }
    return query_end(&q);
}

static enum err check_unclaim(struct db *db, const struct ownership *own, const struct actor *actor)
{
    const bool is_late = clock_now_s() > own->since_s + setting_get(db, SETTING_UNDO_S);
    if (actor->who != WHO_DESK || !own->is_claim || is_late) {
        return ERR_DENIED;
    }
    enum err err = household_must_be_others(db, own->household_id, actor->staff_id);
    if (err == ERR_OK && own->before_id != 0) {
        err = household_must_live(db, own->before_id);
        err = err == ERR_NOT_FOUND ? ERR_DENIED : err;
    }
    return err;
}

static enum err unclaim(struct db *db, int64_t request_id, int64_t seen_household_id,
                        const struct actor *actor)
{
    struct request request;
    struct ownership own;
    enum err err = request_load(db, request_id, &request);
    if (err == ERR_OK) {
        err = load_ownership(db, request_id, &own);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (own.household_id != seen_household_id || seen_household_id == 0) {
        return ERR_CONFLICT;
    }
    err = check_unclaim(db, &own, actor);
    if (err == ERR_OK) {
        err = set_owner(db, request_id, own.before_id);
    }
    if (err == ERR_OK) {
        request.household_id = own.before_id;
        err = rows_limit_hold(db, &request);
    }
    return err == ERR_OK ? household_note(db, seen_household_id, actor->staff_id, "unclaimed",
                                          request_id, NULL)
                         : err;
}

enum err request_unclaim(struct db *db, int64_t request_id, int64_t seen_household_id,
                         struct actor actor)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, unclaim(db, request_id, seen_household_id, &actor)) : err;
}
