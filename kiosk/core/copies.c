#include "core/copies.h"

#include "base/text.h"
#include "core/codes.h"
#include "core/query.h"

enum err copies_add(struct db *db, int64_t item_id, int number, const char *shelf,
                    struct actor actor, int64_t *copy_id)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_COPY, VERB_ADD, actor);
    ask.channel = "desk";
    ask.item_id = item_id;
    const enum err err = request_ask(db, &ask, &receipt);
    if (err != ERR_OK) {
        return err;
    }
    *copy_id = receipt.request_id;
    struct query q = db_query(db, Q_COPY_ADD);
    query_int(&q, "copy_id", *copy_id);
    query_int(&q, "item_id", item_id);
    query_int(&q, "number", number);
    query_text(&q, "shelf", shelf);
    return query_run(&q);
}

static bool is_reason(const char *code)
{
    size_t count = 0;
    const char *const *codes = copy_reason_codes(&count);
    return text_is_one_of(code, codes, count);
}

enum err copies_move(struct db *db, const struct copy_act *act, struct outcome *outcome)
{
    struct request copy;
    *outcome = (struct outcome){0};
    const enum err err = request_load(db, act->copy_id, &copy);
    if (err != ERR_OK || copy.kind != KIND_COPY) {
        return err == ERR_OK ? ERR_NOT_FOUND : err;
    }
    if ((act->verb == VERB_RETIRE) != is_reason(act->reason_code)) {
        return ERR_INVALID;
    }
    struct move move = move_make(act->copy_id, act->verb, act->actor);
    move.expected_no = act->expected_no;
    move.reason_code = act->reason_code;
    move.words = act->words;
    return request_move(db, &move, outcome);
}
