#include "core/copies.h"

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
