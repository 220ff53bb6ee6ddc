/* One request, whatever its kind: all that is known of it, what can be done with it, its ticket. */
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "core/loan_desk.h"
#include "core/people.h"
#include "core/possible.h"
#include "core/setting.h"
#include "desk/lines.h"
#include "desk/qr_json.h"
#include "desk/route.h"

/* ---- What is known ---- */

static enum err list_log(struct exchange *exchange, int64_t request_id, const char **json)
{
    struct query q = db_query(exchange->db, Q_DESK_REQUEST_LOG);
    query_int(&q, "request_id", request_id);
    query_int(&q, "staff_id", exchange->login.staff_id);
    query_int(&q, "since_s", exchange->now_s - setting_get(exchange->db, SETTING_UNDO_S));
    return json_take(exchange, &q, json);
}

static enum err answer_request(struct exchange *exchange)
{
    const char *moves = "[]";
    const char *log = "[]";
    const char *more = NULL;
    const char *line = NULL;
    struct ask ask;
    const int64_t request_id = field_int(exchange, "request_id");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct query q = db_query(exchange->db, Q_DESK_REQUEST);
    exchange_bind(exchange, &q);
    query_int(&q, "request_id", request_id);
    query_int(&q, "since_s", exchange->now_s - setting_get(exchange->db, SETTING_UNDO_S));
    enum err err = json_take(exchange, &q, &more);
    if (err == ERR_OK) {
        err = strcmp(more, "null") == 0 ? ERR_NOT_FOUND
                                        : lines_one(exchange, request_id, more, &line);
    }
    if (err == ERR_OK) {
        err = lines_moves(exchange, request_id, &moves);
    }
    if (err == ERR_OK) {
        err = list_log(exchange, request_id, &log);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = possible_correction(exchange->db, request_id, exchange_actor(exchange), exchange->arena,
                              &ask);
    exchange->json = arena_printf(exchange->arena,
                                  "{\"request\":%s,\"moves\":%s,\"log\":%s,\"is_correctable\":%d}",
                                  line, moves, log, err == ERR_OK);
    return err == ERR_DENIED ? ERR_OK : err;
}

/* ---- Deciding ---- */

/* Parts and deposits go with these: core/loan_desk.h alone makes them. */
static bool is_of_the_counter(const struct request *request, enum verb verb)
{
    return request->kind == KIND_LOAN &&
           (verb == VERB_HAND_OUT || verb == VERB_TAKE_BACK || verb == VERB_TAKE_BACK_TO_CHECK ||
            verb == VERB_CLEAR || verb == VERB_FIND);
}

/* What the body says of the terms; everything else stays. */
static struct terms read_terms(struct exchange *exchange, const char *at, struct terms terms)
{
    const struct {
        const char *name;
        int64_t *value;
    } moments[] = {
        {"session_id", &terms.session_id},
        {"copy_id", &terms.copy_id},
        {"from_s", &terms.from_s},
        {"until_s", &terms.until_s},
    };
    for (size_t i = 0; i < ARRAY_LEN(moments); i++) {
        const int64_t value =
            field_int(exchange, arena_printf(exchange->arena, "%s%s", at, moments[i].name));
        *moments[i].value = value == 0 ? *moments[i].value : value;
    }
    const int64_t adults = field_int(exchange, arena_printf(exchange->arena, "%sadults", at));
    const int64_t children = field_int(exchange, arena_printf(exchange->arena, "%schildren", at));
    enum { PEOPLE_MOST = 1000 };
    if (adults < 0 || adults > PEOPLE_MOST || children < 0 || children > PEOPLE_MOST) {
        exchange->field_err = ERR_INVALID;
        exchange->field = "adults";
    } else if (adults + children > 0) {
        terms.adults = (int)adults;
        terms.children = (int)children;
    }
    return terms;
}

static enum err move_request(struct exchange *exchange)
{
    struct request request;
    struct outcome outcome = {0};
    const int64_t request_id = field_int(exchange, "request_id");
    const enum verb verb = verb_of(field_text(exchange, "verb", ROUTE_TEXT_CHARS));
    struct move move = move_make(request_id, verb, exchange_actor(exchange));
    move.expected_no = field_small(exchange, "no");
    move.reason_code = field_text(exchange, "reason", CODE_BYTES - 1);
    move.words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS);
    move.happened_at_s = field_int(exchange, "happened_at_s");
    if (exchange->field_err == ERR_OK && (verb == VERB_COUNT || verb == VERB_NONE)) {
        exchange->field = "verb";
        return ERR_INVALID;
    }
    enum err err = exchange->field_err == ERR_OK ? request_load(exchange->db, request_id, &request)
                                                 : exchange->field_err;
    if (err != ERR_OK) {
        return err;
    }
    const struct terms terms = read_terms(exchange, "terms.", request.terms);
    if (exchange->field_err != ERR_OK || move.happened_at_s > exchange->now_s) {
        return ERR_INVALID;
    }
    move.terms = memcmp(&terms, &request.terms, sizeof(terms)) == 0 ? NULL : &terms;
    if (is_of_the_counter(&request, verb)) {
        return ERR_DENIED;
    }
    err = request_move(exchange->db, &move, &outcome);
    return exchange_answer_move(exchange, err, &outcome);
}

static enum err reopen_request(struct exchange *exchange)
{
    struct outcome outcome = {0};
    const int64_t request_id = field_int(exchange, "request_id");
    const char *reason = field_text(exchange, "reason", CODE_BYTES - 1);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err =
        request_reopen(exchange->db, request_id, exchange_actor(exchange), reason, &outcome);
    return exchange_answer_move(exchange, err, &outcome);
}

/* ---- Correcting ---- */

/* The request's own words anew; those of its form stay. */
static void replace_words(struct ask *ask, const char *words)
{
    int i = 0;
    while (i < ask->words_count && ask->words[i].field[0] != '\0') {
        i++;
    }
    if (i < ASK_MAX_FIELDS) {
        ask->words[i] = (struct ask_words){.field = "", .words = words};
        ask->words_count = i == ask->words_count ? i + 1 : ask->words_count;
    }
}

static enum err correct_request(struct exchange *exchange)
{
    struct ask ask;
    struct receipt receipt = {0};
    const int64_t request_id = field_int(exchange, "request_id");
    enum err err = exchange->field_err == ERR_OK
                       ? possible_correction(exchange->db, request_id, exchange_actor(exchange),
                                             exchange->arena, &ask)
                       : exchange->field_err;
    if (err != ERR_OK) {
        return err;
    }
    ask.terms = read_terms(exchange, "", ask.terms);
    ask.first_name = field_text(exchange, "first_name", ROUTE_TEXT_CHARS);
    ask.phone = field_text(exchange, "phone", ROUTE_TEXT_CHARS);
    ask.for_name = field_text(exchange, "for_name", ROUTE_TEXT_CHARS);
    replace_words(&ask, field_text(exchange, "words", ASK_MAX_WORDS_CHARS));
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    err = request_correct(exchange->db, request_id, &ask, &receipt);
    exchange->reasons = receipt.reasons;
    return err == ERR_OK ? exchange_answer_int(exchange, "request_id", receipt.request_id) : err;
}

/* ---- Its ticket, its owner ---- */

static enum err reprint(struct exchange *exchange)
{
    char number[TICKET_NUMBER_BYTES];
    char token[TICKET_TOKEN_BYTES];
    const char *slip = NULL;
    const char *qr = "null";
    const int64_t request_id = field_int(exchange, "request_id");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct query q = db_query(exchange->db, Q_DESK_REQUEST_SLIP);
    query_int(&q, "request_id", request_id);
    enum err err = json_take(exchange, &q, &slip);
    if (err == ERR_OK) {
        err = ticket_reprint(exchange->db, request_id, exchange_actor(exchange), number, token);
    }
    if (err == ERR_OK) {
        err = qr_json(token, exchange->arena, &qr);
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(exchange->arena,
                                      "{\"number\":\"%s\",\"token\":\"%s\",\"qr\":%s,\"slip\":%s}",
                                      number, token, qr, slip);
    }
    sodium_memzero(token, sizeof(token));
    return err;
}

static enum err claim_request(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    const char *number = field_text(exchange, "household", ROUTE_TEXT_CHARS);
    int64_t household_id = field_int(exchange, "household_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK && household_id == 0) {
        err = people_find_household(exchange->db, number, &household_id);
        exchange->field = "household";
    }
    if (err == ERR_OK) {
        err = request_claim(exchange->db, request_id, household_id, exchange_actor(exchange));
    }
    return err == ERR_OK ? exchange_answer_int(exchange, "household_id", household_id) : err;
}

static enum err unclaim_request(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    const int64_t household_id = field_int(exchange, "household_id");
    return exchange->field_err == ERR_OK
               ? request_unclaim(exchange->db, request_id, household_id, exchange_actor(exchange))
               : exchange->field_err;
}

static enum err forget(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    return exchange->field_err == ERR_OK
               ? request_forget(exchange->db, request_id, exchange_actor(exchange))
               : exchange->field_err;
}

ROUTE_TABLE(routes_request, {METHOD_GET, "/api/request", ROLE_CONCIERGE, .act = answer_request},
            {METHOD_POST, "/api/request/move", ROLE_CONCIERGE, .act = move_request},
            {METHOD_POST, "/api/request/reopen", ROLE_CONCIERGE, .act = reopen_request},
            {METHOD_POST, "/api/request/correct", ROLE_CONCIERGE, .act = correct_request},
            {METHOD_POST, "/api/request/reprint", ROLE_CONCIERGE, .act = reprint},
            {METHOD_POST, "/api/request/claim", ROLE_CONCIERGE, .act = claim_request},
            {METHOD_POST, "/api/request/unclaim", ROLE_CONCIERGE, .act = unclaim_request},
            {METHOD_POST, "/api/request/forget", ROLE_COORDINATOR, .act = forget});
