#include "core/cards.h"

#include <sodium.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/query.h"

enum err cards_find(struct db *db, const char *text, struct card *card)
{
    struct code code;
    unsigned char hash[CODE_HASH_BYTES];
    *card = (struct card){0};
    if (code_parse(text, &code) != ERR_OK || code.kind != CODE_CARD) {
        return ERR_INVALID;
    }
    code_hash(&code, hash);
    sodium_memzero(&code, sizeof(code));
    struct query query = db_query(db, Q_CARD_FIND);
    query_blob(&query, "hash", hash, sizeof(hash));
    const bool found = query_step(&query);
    if (found) {
        card->holder.household_id = take_int(&query);
        card->holder.person_id = take_int(&query);
        card->holder.staff_id = take_int(&query);
        take_code(&query, card->end_code, sizeof(card->end_code));
    }
    const enum err err = query_end(&query);
    if (err != ERR_OK) {
        return err;
    }
    return !found ? ERR_NOT_FOUND : card->end_code[0] != '\0' ? ERR_DENIED : ERR_OK;
}

/* ERR_INVALID unless it is exactly one of the three, and the person is of that household. */
static enum err check_holder(struct db *db, const struct card_holder *holder)
{
    int64_t household_id = 0;
    if ((holder->household_id == 0) == (holder->staff_id == 0)) {
        return ERR_INVALID;
    }
    if (holder->person_id == 0) {
        return ERR_OK;
    }
    struct query query = db_query(db, Q_PERSON_HOUSEHOLD);
    query_int(&query, "person_id", holder->person_id);
    const enum err err = query_one_int(&query, &household_id);
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        return err;
    }
    return household_id == holder->household_id ? ERR_OK : ERR_INVALID;
}

static enum err end_cards(struct db *db, const struct card_holder *holder, const char *end_code)
{
    const struct {
        int64_t id;
        const char *param;
        enum query_id query;
    } holders[] = {
        {holder->staff_id, "staff_id", Q_CARD_END_STAFF},
        {holder->person_id, "person_id", Q_CARD_END_PERSON},
        {holder->household_id, "household_id", Q_CARD_END_HOUSEHOLD},
    };
    size_t i = 0;
    while (i + 1 < ARRAY_LEN(holders) && holders[i].id == 0) {
        i++;
    }
    struct query query = db_query(db, holders[i].query);
    query_int(&query, holders[i].param, holders[i].id);
    query_int(&query, "now_s", clock_now_s());
    query_text(&query, "end_code", end_code);
    return query_run(&query);
}

enum err cards_issue(struct db *db, struct card_holder holder, char text[CODE_TEXT_BYTES])
{
    struct code code;
    unsigned char hash[CODE_HASH_BYTES];
    text[0] = '\0';
    enum err err = check_holder(db, &holder);
    if (err == ERR_OK) {
        err = end_cards(db, &holder, "replaced");
    }
    if (err != ERR_OK) {
        return err;
    }
    code_draw(CODE_CARD, &code);
    code_hash(&code, hash);
    struct query query = db_query(db, Q_CARD_ADD);
    query_blob(&query, "hash", hash, sizeof(hash));
    query_int_or_null(&query, "household_id", holder.household_id);
    query_int_or_null(&query, "person_id", holder.person_id);
    query_int_or_null(&query, "staff_id", holder.staff_id);
    query_int(&query, "now_s", clock_now_s());
    err = query_run(&query);
    if (err == ERR_OK) {
        code_format(&code, text);
    }
    sodium_memzero(&code, sizeof(code));
    return err;
}

enum err cards_end(struct db *db, struct card_holder holder, const char *end_code)
{
    static const char *const words[] = {"lost", "replaced", "left"};
    if (!text_is_one_of(end_code, words, ARRAY_LEN(words))) {
        return ERR_INVALID;
    }
    const enum err err = end_cards(db, &holder, end_code);
    return err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err;
}
