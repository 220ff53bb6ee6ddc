/* Conditions of helping hands: two people who are brought together. */
#include "core/guard_help.h"

#include <string.h>

#include "core/query.h"

enum err guard_others(struct db *db, const struct guard_input *input, bool *holds)
{
    struct request parent;
    *holds = true;
    if (input->request->parent_id == 0 || input->request->household_id == 0) {
        return ERR_OK;
    }
    const enum err err = request_load(db, input->request->parent_id, &parent);
    *holds = err == ERR_OK && parent.household_id != input->request->household_id;
    return err;
}

enum err guard_no_reply(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    *holds = input->actor->who == WHO_HOUSE || strcmp(input->request->direction, "reply") != 0;
    return ERR_OK;
}

/* Whoever offered it themselves has said yes; whom the desk thought of says so for themselves. */
enum err guard_own_yes(struct db *db, const struct guard_input *input, bool *holds)
{
    const bool is_offered =
        strcmp(input->request->direction, "reply") == 0 && !input->request->is_proposed;
    (void)db;
    *holds = input->actor->who == WHO_HOUSE || !is_offered;
    return ERR_OK;
}

enum err guard_both(struct db *db, const struct guard_input *input, bool *holds)
{
    int64_t other_id = 0;
    struct request other;
    *holds = true;
    struct query q = db_query(db, Q_HELP_OTHER_SIDE);
    query_int(&q, "request_id", input->request->id);
    enum err err = query_one_int(&q, &other_id);
    if (err != ERR_OK || input->actor->who == WHO_HOUSE) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    err = request_load(db, other_id, &other);
    *holds = err == ERR_OK && other.state != STATE_MATCH_PROPOSED;
    return err;
}

enum err guard_others_word(struct db *db, const struct guard_input *input, bool *holds)
{
    int64_t is_own = 0;
    *holds = true;
    if (input->actor->who != WHO_RESIDENT) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_GUARD_SAID_DONE);
    query_int(&q, "request_id", input->request->id);
    const enum err err = query_one_int(&q, &is_own);
    *holds = is_own == 0;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}
