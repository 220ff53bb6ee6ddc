/* Tickets: a number for people, a code for scanners; and the notices they make told. */
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/code.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"

enum { DRAWS_MAX = 200 }; /* 100,000 numbers, some thousand alive */

enum err ticket_draw_number(struct db *db, char number[TICKET_NUMBER_BYTES])
{
    for (int i = 0; i < DRAWS_MAX; i++) {
        ticket_number_draw(number);
        struct query q = db_query(db, Q_TICKET_NUMBER_TAKEN);
        query_text(&q, "number", number);
        const bool is_taken = query_step(&q);
        const enum err err = query_end(&q);
        if (err != ERR_OK || !is_taken) {
            return err;
        }
    }
    log_error("no free ticket number in %d draws", DRAWS_MAX);
    return ERR_FULL;
}

/* token: drawn, to be printed; hash: what the database keeps of it. */
static void draw_token(char token[TICKET_TOKEN_BYTES], unsigned char hash[CODE_HASH_BYTES])
{
    struct code code;
    code_draw(CODE_TICKET, &code);
    code_format(&code, token);
    code_hash(&code, hash);
    sodium_memzero(&code, sizeof(code));
}

enum err ticket_create(struct db *db, int64_t request_id, const char *paper_number,
                       char number[TICKET_NUMBER_BYTES], char token[TICKET_TOKEN_BYTES])
{
    unsigned char hash[CODE_HASH_BYTES];
    enum err err = paper_number[0] == '\0' ? ticket_draw_number(db, number)
                                           : paper_use(db, paper_number, request_id);
    if (err != ERR_OK) {
        return err;
    }
    if (paper_number[0] != '\0') {
        memcpy(number, paper_number, TICKET_NUMBER_BYTES);
    }
    draw_token(token, hash);
    struct query q = db_query(db, Q_TICKET_INSERT);
    query_int(&q, "request_id", request_id);
    query_text(&q, "number", number);
    query_blob(&q, "token_hash", hash, sizeof(hash));
    return query_run(&q);
}

static enum err reprint(struct db *db, int64_t request_id, struct actor actor,
                        char number[TICKET_NUMBER_BYTES], char token[TICKET_TOKEN_BYTES])
{
    unsigned char hash[CODE_HASH_BYTES];
    struct request request;
    unsigned failed = 0;
    enum err err = actor.who == WHO_DESK ? request_load(db, request_id, &request) : ERR_DENIED;
    if (err == ERR_OK) {
        err = guard_check(db, GUARD_NOT_OWN,
                          &(struct guard_input){.request = &request, .actor = &actor}, &failed);
    }
    if (err == ERR_OK) {
        err = guard_err(failed);
    }
    if (err != ERR_OK) {
        return err;
    }
    draw_token(token, hash);
    struct query q = db_query(db, Q_TICKET_REPRINT);
    query_int(&q, "request_id", request_id);
    query_blob(&q, "token_hash", hash, sizeof(hash));
    query_int(&q, "now_s", clock_now_s());
    const bool found = query_step(&q);
    if (found) {
        take_code(&q, number, TICKET_NUMBER_BYTES);
    }
    err = query_end(&q);
    return err == ERR_OK && !found ? ERR_NOT_FOUND : err;
}

enum err ticket_reprint(struct db *db, int64_t request_id, struct actor actor,
                        char number[TICKET_NUMBER_BYTES], char token[TICKET_TOKEN_BYTES])
{
    number[0] = '\0';
    token[0] = '\0';
    if (db_is_writing(db)) {
        return reprint(db, request_id, actor, number, token);
    }
    enum err err = house_begin(db, clock_now_s());
    if (err == ERR_OK) {
        err = db_end(db, reprint(db, request_id, actor, number, token));
    }
    if (err != ERR_OK) {
        sodium_memzero(token, TICKET_TOKEN_BYTES);
    }
    return err;
}

static enum err set_shown(struct db *db, int64_t request_id)
{
    struct query q = db_query(db, Q_TICKET_SET_SHOWN);
    query_int(&q, "request_id", request_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

enum err ticket_shown(struct db *db, int64_t request_id)
{
    if (db_is_writing(db)) {
        return set_shown(db, request_id);
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, set_shown(db, request_id)) : err;
}

enum err ticket_find_number(struct db *db, const char *digits, int64_t *request_id)
{
    if (!ticket_number_is_valid(digits)) {
        return ERR_INVALID;
    }
    struct query q = db_query(db, Q_TICKET_BY_NUMBER);
    query_text(&q, "number", digits);
    return query_one_int(&q, request_id);
}

enum err ticket_find_token(struct db *db, const char *text, int64_t *request_id)
{
    struct code code;
    unsigned char hash[CODE_HASH_BYTES];
    enum err err = code_parse(text, &code);
    if (err != ERR_OK || code.kind != CODE_TICKET) {
        return ERR_INVALID;
    }
    code_hash(&code, hash);
    struct query q = db_query(db, Q_TICKET_BY_TOKEN);
    query_blob(&q, "token_hash", hash, sizeof(hash));
    err = query_one_int(&q, request_id);
    sodium_memzero(&code, sizeof(code));
    return err;
}

static enum err tell_all(struct db *db, int64_t request_id, const char *how, int64_t staff_id)
{
    struct query q = db_query(db, Q_NOTICE_TELL);
    query_int(&q, "request_id", request_id);
    query_text(&q, "how", how);
    query_int(&q, "now_s", clock_now_s());
    query_int_or_null(&q, "staff_id", staff_id);
    return query_run(&q);
}

enum err notice_tell_all(struct db *db, int64_t request_id, const char *how, int64_t staff_id)
{
    if (db_is_writing(db)) {
        return tell_all(db, request_id, how, staff_id);
    }
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, tell_all(db, request_id, how, staff_id)) : err;
}

enum err notice_promise_moved(struct db *db, int64_t request_id, void *context)
{
    (void)context;
    struct query q = db_query(db, Q_NOTICE_RENEW);
    query_int(&q, "request_id", request_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}
