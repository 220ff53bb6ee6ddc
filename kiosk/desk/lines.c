#include "desk/lines.h"

#include <string.h>

#include "core/household_find.h"
#include "core/possible.h"
#include "core/query.h"
#include "desk/qr_json.h"
#include "desk/rows_json.h"

enum { WISH_CHARS = 60 };

struct row {
    int64_t request_id;
    const char *more;
};

enum err lines_one(struct exchange *exchange, int64_t request_id, const char *more,
                   const char **json)
{
    struct query q = db_query(exchange->db, Q_DESK_LINE);
    exchange_bind(exchange, &q);
    query_int(&q, "request_id", request_id);
    query_text(&q, "more", more);
    const enum err err = json_take(exchange, &q, json);
    return err == ERR_OK && strcmp(*json, "null") == 0 ? ERR_NOT_FOUND : err;
}

enum err lines_list(struct exchange *exchange, struct query *query, int most, const char **json,
                    bool *is_more)
{
    int count = 0;
    bool is_cut = false;
    struct row *rows = arena_array(exchange->arena, (size_t)most, sizeof(*rows));
    while (query_step(query)) {
        is_cut = count == most;
        if (is_cut) {
            break;
        }
        rows[count].request_id = take_int(query);
        rows[count++].more = take_text(query, exchange->arena);
    }
    enum err err = query_end(query);
    *json = "[";
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *line = NULL;
        err = lines_one(exchange, rows[i].request_id, rows[i].more, &line);
        *json = arena_printf(exchange->arena, "%s%s%s", *json, i == 0 ? "" : ",", line);
    }
    *json = arena_printf(exchange->arena, "%s]", *json);
    if (is_more != NULL) {
        *is_more = is_cut;
    }
    return err;
}

enum err lines_moves(struct exchange *exchange, int64_t request_id, const char **json)
{
    static const char *const answers[] = {
        [ANSWER_NONE] = "", [ANSWER_YES] = "yes", [ANSWER_NO] = "no", [ANSWER_OTHER] = "other"};
    struct possible moves[POSSIBLE_MAX];
    int count = 0;
    const struct actor actor = exchange_actor(exchange);
    const enum err err = possible_moves(exchange->db, request_id, &actor, moves, &count);
    *json = "[]";
    for (int i = 0; err == ERR_OK && i < count; i++) {
        *json = json_append(
            exchange, *json,
            arena_printf(exchange->arena,
                         "{\"verb\":\"%s\",\"to\":\"%s\",\"answer\":\"%s\",\"reasons\":%s}",
                         verb_code(moves[i].verb), state_code(moves[i].to),
                         answers[moves[i].answer], reasons_json(exchange, moves[i].reasons)));
    }
    return err;
}

static bool is_digits(const char *text)
{
    return text[0] != '\0' && strspn(text, "0123456789 ") == strlen(text);
}

/* "407 312" is "407312". */
static const char *digits_of(struct exchange *exchange, const char *text)
{
    char *digits = arena_strdup(exchange->arena, text);
    size_t len = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at != ' ') {
            digits[len++] = *at;
        }
    }
    digits[len] = '\0';
    return digits;
}

/* Numbers are a ticket's or a household's; words a thing's or a name's. */
void lines_bind_wish(struct exchange *exchange, struct query *q)
{
    const char *wish = field_text(exchange, "q", WISH_CHARS);
    const bool is_number = is_digits(wish);
    const char *words = is_number ? "" : household_match(wish, exchange->arena);
    query_text(q, "digits", is_number ? digits_of(exchange, wish) : "");
    query_text(q, "names", words);
    if (query_has_param(q, "things")) {
        query_text(q, "things", words);
    }
}

enum err lines_receipt(struct exchange *exchange, const struct receipt *receipt)
{
    const char *slip = NULL;
    const char *qr = NULL;
    struct query q = db_query(exchange->db, Q_DESK_REQUEST_SLIP);
    query_int(&q, "request_id", receipt->request_id);
    enum err err = json_take(exchange, &q, &slip);
    if (err == ERR_OK) {
        err = qr_json(receipt->token, exchange->arena, &qr);
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(
            exchange->arena,
            "{\"request_id\":%lld,\"number\":\"%s\",\"rank\":%d,\"qr\":%s,\"slip\":%s}",
            (long long)receipt->request_id, receipt->number, receipt->rank, qr, slip);
    }
    return err == ERR_OK ? ticket_shown(exchange->db, receipt->request_id) : err;
}
