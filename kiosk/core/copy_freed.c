/* A copy came free: under an automatic rule whoever waits first is offered it. */
#include <string.h>

#include "base/clock.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/slots.h"

/* ERR_NOT_FOUND nobody waits, or the desk decides. */
static enum err load_first(struct db *db, int64_t item_id, struct request *first)
{
    int64_t first_id = 0;
    struct rule rule;
    struct query q = db_query(db, Q_LOAN_FIRST_WAITING);
    query_int(&q, "item_id", item_id);
    enum err err = query_one_int(&q, &first_id);
    if (err == ERR_OK) {
        err = request_load(db, first_id, first);
    }
    if (err == ERR_OK) {
        err = rule_load(db, first, &rule);
    }
    return err == ERR_OK && strcmp(rule.code, "automatic") != 0 ? ERR_NOT_FOUND : err;
}

enum err copy_freed(struct db *db, const struct request *loan, const struct move *move)
{
    struct request first;
    struct slot slot = {0};
    (void)move;
    enum err err = load_first(db, loan->item_id, &first);
    if (err == ERR_OK) {
        err = slots_for_wait(db, first.id, loan->item_id, first.terms.from_s, first.terms.until_s,
                             clock_now_s(), &slot);
    }
    if (err != ERR_OK || slot.why != SLOT_FREE) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    first.terms.copy_id = slot.copy_id;
    first.terms.from_s = slot.pickup_s;
    first.terms.until_s = slot.return_s;
    return consequence_follow(db, loan, first.id, VERB_OFFER, "", &first.terms);
}
