/* Validation rules, as data: of a session's activity, an item's class, a service. */
#include <string.h>

#include "core/query.h"
#include "core/request_rows.h"
#include "core/slots.h"

enum err rule_load(struct db *db, const struct request *request, struct rule *rule)
{
    const struct {
        int64_t id;
        enum query_id query;
    } sources[] = {
        {request->terms.session_id, Q_RULE_OF_SESSION},
        {request->item_id, Q_RULE_OF_ITEM},
        {request->service_id, Q_RULE_OF_SERVICE},
    };
    *rule = (struct rule){0};
    if (request->kind == KIND_AMENDMENT) {
        return ERR_OK; /* its session's rule is about bookings */
    }
    for (size_t i = 0; i < ARRAY_LEN(sources); i++) {
        if (sources[i].id == 0) {
            continue;
        }
        struct query q = db_query(db, sources[i].query);
        query_int(&q, "id", sources[i].id);
        if (query_step(&q)) {
            take_code(&q, rule->code, sizeof(rule->code));
            rule->limit = take_int(&q);
            take_code(&q, rule->training, sizeof(rule->training));
        }
        return query_end(&q);
    }
    return ERR_OK;
}

static enum err is_trusted(struct db *db, const struct request *request, bool *allows)
{
    int64_t trusted = 0;
    struct query q = db_query(db, Q_RULE_IS_TRUSTED);
    query_int(&q, "household_id", request->household_id);
    const enum err err = query_one_int(&q, &trusted);
    *allows = trusted != 0;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err is_trained(struct db *db, const struct request *request, const struct rule *rule,
                           bool *allows)
{
    struct query q = db_query(db, Q_RULE_IS_TRAINED);
    query_int(&q, "household_id", request->household_id);
    query_text(&q, "code", rule->training);
    *allows = query_step(&q);
    return query_end(&q);
}

/* What "above a limit" counts: seats of a booking, days of a loan. */
static int amount(const struct request *request)
{
    return request->kind == KIND_BOOKING
               ? request->terms.adults + request->terms.children
               : slots_days(request->terms.from_s, request->terms.until_s);
}

enum err rule_allows(struct db *db, const struct request *request, bool *allows)
{
    struct rule rule;
    *allows = false;
    const enum err err = rule_load(db, request, &rule);
    if (err != ERR_OK || rule.code[0] == '\0' || strcmp(rule.code, "desk") == 0) {
        return err;
    }
    if (strcmp(rule.code, "trusted") == 0) {
        return is_trusted(db, request, allows);
    }
    if (strcmp(rule.code, "trained") == 0) {
        return is_trained(db, request, &rule, allows);
    }
    *allows = strcmp(rule.code, "automatic") == 0 || amount(request) <= rule.limit;
    return ERR_OK;
}
