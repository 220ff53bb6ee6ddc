/* One search for number, name and thing; a scanned code's record; a lost ticket. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/cards.h"
#include "core/catalogue.h"
#include "core/household_find.h"
#include "core/uid.h"
#include "desk/lines.h"
#include "desk/route.h"

enum { SEARCH_CHARS = 60, TICKET_LEAST_DIGITS = 3, NUMBER_MOST = 9999 };

/* Lines found so far, without the array's brackets. */
struct found {
    struct exchange *exchange;
    const char *lines;
};

/* Adds what a statement's only row says, an array; ends the run. */
static enum err add(struct found *found, struct query *q)
{
    const char *array = NULL;
    const enum err err = json_take(found->exchange, q, &array);
    const size_t len = strlen(array);
    if (err == ERR_OK && array[0] == '[' && len > 2) {
        found->lines = arena_printf(found->exchange->arena, "%s%s%.*s", found->lines,
                                    found->lines[0] == '\0' ? "" : ",", (int)(len - 2), array + 1);
    }
    return err;
}

static enum err add_by_digits(struct found *found, const char *digits)
{
    enum { HOUSEHOLD_DIGITS = 4 };
    const size_t len = strlen(digits);
    if (len < HOUSEHOLD_DIGITS) { /* "87" is said for 0087 */
        struct query exact = db_query(found->exchange->db, Q_DESK_SEARCH_NUMBER);
        query_text(&exact, "digits",
                   arena_printf(found->exchange->arena, "%.*s%s", (int)(HOUSEHOLD_DIGITS - len),
                                "0000", digits));
        const enum err err = add(found, &exact);
        if (err != ERR_OK) {
            return err;
        }
    }
    struct query q = db_query(found->exchange->db, Q_DESK_SEARCH_NUMBER);
    query_text(&q, "digits", digits);
    const enum err err = add(found, &q);
    if (err != ERR_OK || len < TICKET_LEAST_DIGITS) {
        return err;
    }
    q = db_query(found->exchange->db, Q_DESK_SEARCH_TICKET);
    query_text(&q, "digits", digits);
    return add(found, &q);
}

static enum err add_households(struct found *found, const char *words)
{
    const char *match = household_match(words, found->exchange->arena);
    if (match[0] == '\0') {
        return ERR_OK;
    }
    struct query q = db_query(found->exchange->db, Q_DESK_SEARCH_HOUSEHOLDS);
    query_text(&q, "match", match);
    return add(found, &q);
}

/* "perceuse 2": the words before the last, and the copy's number; 0: there is none. */
static int split_number(struct exchange *exchange, const char **words)
{
    int64_t number = 0;
    const char *space = strrchr(*words, ' ');
    if (space == NULL || text_parse_int(str_of(space + 1), NUMBER_MOST, &number) != ERR_OK) {
        return 0;
    }
    *words = arena_strndup(exchange->arena, *words, (size_t)(space - *words));
    return (int)number;
}

static enum err add_hit(struct found *found, const struct catalogue_hit *hit, int number)
{
    static const struct {
        enum query_id query;
        const char *param;
    } kinds[] = {
        [HIT_ITEM] = {Q_DESK_SEARCH_ITEM, "item_id"},
        [HIT_SERVICE] = {Q_DESK_SEARCH_SERVICE, "service_id"},
        [HIT_SESSION] = {Q_DESK_SEARCH_SESSION, "session_id"},
    };
    const bool is_copy = number != 0 && hit->kind == HIT_ITEM;
    struct query q =
        db_query(found->exchange->db, is_copy ? Q_DESK_SEARCH_COPIES : kinds[hit->kind].query);
    query_int(&q, kinds[hit->kind].param, hit->id);
    if (is_copy) {
        query_int(&q, "number", number);
    }
    return add(found, &q);
}

static enum err add_catalogue(struct found *found, const char *words)
{
    struct exchange *exchange = found->exchange;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    int count = 0;
    const int number = split_number(exchange, &words);
    enum err err =
        catalogue_search(exchange->db, exchange->arena, words, exchange->now_s, hits, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = add_hit(found, &hits[i], number);
    }
    return err;
}

static enum err answer_search(struct exchange *exchange)
{
    struct found found = {exchange, ""};
    const char *words = field_text(exchange, "q", SEARCH_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    /* "407 312" as it is printed. */
    char digits[SEARCH_CHARS + 1] = "";
    size_t len = 0;
    for (const char *c = words; *c != '\0' && len < SEARCH_CHARS; c++) {
        if (*c != ' ') {
            digits[len++] = *c;
        }
    }
    const bool is_number = len > 0 && strspn(digits, "0123456789") == len;
    enum err err = is_number ? add_by_digits(&found, digits) : ERR_OK;
    if (err == ERR_OK) {
        err = add_households(&found, words);
    }
    if (err == ERR_OK && !is_number) {
        err = add_catalogue(&found, words);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_SEARCH_CUT);
    query_text(&q, "lines", arena_printf(exchange->arena, "[%s]", found.lines));
    return exchange_answer(exchange, &q);
}

/* ---- A scanned code: a secret, so it comes in a body ---- */

static enum err answer_card(struct exchange *exchange, const char *code)
{
    struct card card;
    const enum err err = cards_find(exchange->db, code, &card);
    if (err != ERR_OK && err != ERR_DENIED) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_SCANNED);
    query_int_or_null(&q, "household_id", card.holder.household_id);
    query_int_or_null(&q, "person_id", card.holder.person_id);
    query_int_or_null(&q, "staff_id", card.holder.staff_id);
    query_text(&q, "ended", card.end_code);
    return exchange_answer(exchange, &q);
}

static enum err answer_scan(struct exchange *exchange)
{
    int64_t request_id = 0;
    const char *code = field_text(exchange, "code", ROUTE_TEXT_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const bool is_bag = text_has_prefix(code, "N1"); /* of a deposit's bag: its number alone */
    const enum err err = is_bag ? ticket_find_number(exchange->db, code + 2, &request_id)
                                : ticket_find_token(exchange->db, code, &request_id);
    return err == ERR_OK        ? exchange_answer_int(exchange, "request_id", request_id)
           : err == ERR_INVALID ? answer_card(exchange, code)
                                : err;
}

/* ---- A lost ticket ---- */

enum { ENTERED_WITHIN_S = 7 * CLOCK_DAY_S }; /* what was asked on paper comes in later */

static enum err answer_find(struct exchange *exchange)
{
    bool is_more = false;
    const char *lines = NULL;
    const int64_t day_s = field_time(exchange, "day");
    const char *kind = field_text(exchange, "kind", ROUTE_TEXT_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const int64_t from_s = clock_day_s(day_s == 0 ? exchange->now_s : day_s, 0);
    const int64_t until_s = clock_day_s(from_s, 1);
    const int64_t entered_s = until_s + ENTERED_WITHIN_S;
    unsigned char from_uid[UID_BYTES];
    unsigned char entered_uid[UID_BYTES];
    uid_first(from_s, from_uid);
    uid_first(entered_s, entered_uid);
    struct query q = db_query(exchange->db, Q_DESK_FIND);
    exchange_bind(exchange, &q);
    query_blob(&q, "from_uid", from_uid, sizeof(from_uid));
    query_blob(&q, "entered_uid", entered_uid, sizeof(entered_uid));
    query_int(&q, "entered_s", entered_s);
    query_int(&q, "from_s", from_s);
    query_int(&q, "until_s", until_s);
    query_text(&q, "kind", kind);
    const enum err err = lines_list(exchange, &q, LINES_MOST, &lines, &is_more);
    exchange->json = arena_printf(exchange->arena, "{\"lines\":%s,\"is_more\":%d}", lines, is_more);
    return err;
}

ROUTE_TABLE(routes_search, {METHOD_GET, "/api/search", ROLE_CONCIERGE, .act = answer_search},
            {METHOD_POST, "/api/scan", ROLE_CONCIERGE, .act = answer_scan},
            {METHOD_GET, "/api/find", ROLE_CONCIERGE, .act = answer_find});
