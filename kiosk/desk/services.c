/* Services: enquiries, what was left, visits, and what is with a partner. */
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "core/order_desk.h"
#include "core/sent.h"
#include "desk/ask_body.h"
#include "desk/lines.h"
#include "desk/qr_json.h"
#include "desk/route.h"

enum { ORDERS_PAGE = 30, WEEK_DAYS = 7 };

/* ---- What there is ---- */

/* The lists, each with the kinds and states that stand in it: pairs, as JSON. */
static const struct view {
    const char *name;
    const char *states;
} VIEWS[] = {
    {"asked", "[[\"enquiry\",\"asked\"],[\"deposit\",\"asked\"],[\"visit\",\"asked\"]]"},
    {"todo", "[[\"enquiry\",\"accepted\"],[\"enquiry\",\"counter_proposed\"]]"},
    {"deposits",
     "[[\"deposit\",\"announced\"],[\"deposit\",\"left\"],[\"deposit\",\"with_provider\"],"
     "[\"deposit\",\"to_agree\"],[\"deposit\",\"ready\"],[\"deposit\",\"to_remind\"],"
     "[\"deposit\",\"returned\"],[\"deposit\",\"damaged\"]]"},
    {"visits", "[[\"visit\",\"qualified\"],[\"visit\",\"nobody_home\"],[\"visit\",\"later\"],"
               "[\"visit\",\"visited\"]]"},
};
/* Where something may be with a partner. */
static const char SENT_STATES[] =
    "[[\"deposit\",\"with_provider\"],[\"deposit\",\"to_agree\"],[\"enquiry\",\"accepted\"],"
    "[\"visit\",\"qualified\"],[\"visit\",\"planned\"],[\"visit\",\"nobody_home\"],"
    "[\"visit\",\"visited\"],[\"visit\",\"later\"]]";

static const struct view *find_view(struct exchange *exchange)
{
    const char *name = field_text(exchange, "view", ROUTE_TEXT_CHARS);
    for (size_t i = 0; i < ARRAY_LEN(VIEWS); i++) {
        if (strcmp(VIEWS[i].name, name) == 0) {
            return &VIEWS[i];
        }
    }
    exchange->field = "view";
    return NULL;
}

static enum err take_counts(struct exchange *exchange, const char **json)
{
    struct query q = db_query(exchange->db, Q_DESK_ORDERS_COUNTS);
    exchange_bind(exchange, &q);
    return json_take(exchange, &q, json);
}

static enum err answer_list(struct exchange *exchange)
{
    const char *counts = NULL;
    const char *lines = NULL;
    bool is_more = false;
    const struct view *view = find_view(exchange);
    const int64_t since_s = field_int(exchange, "since_s");
    const int64_t after_id = field_int(exchange, "after_id");
    const bool is_danger = after_id == 0 || field_int(exchange, "is_danger") != 0;
    if (exchange->field_err != ERR_OK || view == NULL) {
        return ERR_INVALID;
    }
    enum err err = take_counts(exchange, &counts);
    if (err == ERR_OK) {
        struct query q = db_query(exchange->db, Q_DESK_ORDERS_LIST);
        exchange_bind(exchange, &q);
        query_text(&q, "states", view->states);
        query_int(&q, "is_danger", is_danger);
        query_int(&q, "since_s", since_s);
        query_int(&q, "after_id", after_id);
        query_int(&q, "most", ORDERS_PAGE + 1);
        err = lines_list(exchange, &q, ORDERS_PAGE, &lines, &is_more);
    }
    exchange->json = arena_printf(exchange->arena, "{\"counts\":%s,\"lines\":%s,\"is_more\":%d}",
                                  counts, lines, is_more);
    return err;
}

/* The Monday of the week of a day. */
static int64_t week_of(int64_t at_s)
{
    return clock_day_s(at_s, 1 - clock_civil(at_s).weekday);
}

static enum err answer_week(struct exchange *exchange)
{
    const char *counts = NULL;
    const char *planned = NULL;
    const char *waiting = NULL;
    bool is_more = false;
    const int64_t day_s = field_time(exchange, "day");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const int64_t from_s = week_of(day_s == 0 ? exchange->now_s : day_s);
    enum err err = take_counts(exchange, &counts);
    if (err == ERR_OK) {
        struct query q = db_query(exchange->db, Q_DESK_ORDERS_WEEK);
        query_int(&q, "from_s", from_s);
        query_int(&q, "until_s", clock_day_s(from_s, WEEK_DAYS));
        query_int(&q, "most", LINES_MOST);
        err = lines_list(exchange, &q, LINES_MOST, &planned, NULL);
    }
    if (err == ERR_OK) {
        struct query q = db_query(exchange->db, Q_DESK_ORDERS_LIST);
        exchange_bind(exchange, &q);
        query_text(&q, "states", VIEWS[ARRAY_LEN(VIEWS) - 1].states);
        query_int(&q, "is_danger", true);
        query_int(&q, "since_s", 0);
        query_int(&q, "after_id", 0);
        query_int(&q, "most", ORDERS_PAGE + 1);
        err = lines_list(exchange, &q, ORDERS_PAGE, &waiting, &is_more);
    }
    exchange->json =
        arena_printf(exchange->arena,
                     "{\"counts\":%s,\"from_s\":%lld,\"planned\":%s,\"lines\":%s,\"is_more\":%d}",
                     counts, (long long)from_s, planned, waiting, is_more);
    return err;
}

static enum err answer_sent(struct exchange *exchange)
{
    const char *counts = NULL;
    const char *lines = NULL;
    bool is_more = false;
    enum err err = take_counts(exchange, &counts);
    if (err == ERR_OK) {
        struct query q = db_query(exchange->db, Q_DESK_ORDERS_SENT);
        exchange_bind(exchange, &q);
        query_text(&q, "states", SENT_STATES);
        query_int(&q, "most", LINES_MOST);
        err = lines_list(exchange, &q, LINES_MOST - 1, &lines, &is_more);
    }
    exchange->json = arena_printf(exchange->arena, "{\"counts\":%s,\"lines\":%s,\"is_more\":%d}",
                                  counts, lines, is_more);
    return err;
}

/* ---- What is done ---- */

/* A sum that may be left out. */
static int64_t read_cents(struct exchange *exchange, const char *path)
{
    const int64_t cents = field_int(exchange, path);
    return field_bool(exchange, arena_printf(exchange->arena, "has_%s", path)) ? cents
                                                                               : ORDER_UNSAID;
}

static enum err act(struct exchange *exchange)
{
    struct outcome outcome = {0};
    const enum verb verb = verb_of(field_text(exchange, "verb", ROUTE_TEXT_CHARS));
    struct order_act act =
        order_act_make(field_int(exchange, "request_id"), verb, exchange_actor(exchange));
    act.expected_no = field_small(exchange, "no");
    act.reason_code = field_text(exchange, "reason", CODE_BYTES - 1);
    act.words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS);
    act.from_s = field_time(exchange, "from");
    act.until_s = field_time(exchange, "until");
    act.price_cents = read_cents(exchange, "price_cents");
    act.is_price_agreed = field_bool(exchange, "is_price_agreed");
    act.partner_id = field_int(exchange, "partner_id");
    if (exchange->field_err != ERR_OK || verb == VERB_COUNT || verb == VERB_NONE) {
        exchange->field = exchange->field_err == ERR_OK ? "verb" : exchange->field;
        return ERR_INVALID;
    }
    const enum err err = order_move(exchange->db, &act, &outcome, &exchange->field);
    return exchange_answer_move(exchange, err, &outcome);
}

static enum err remind(struct exchange *exchange)
{
    int64_t at_s = 0;
    const int64_t request_id = field_int(exchange, "request_id");
    const int no = field_small(exchange, "sent_no");
    const int64_t back_s = field_int(exchange, "forget_s");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    if (back_s != 0) {
        return sent_unremind(exchange->db, request_id, no, back_s);
    }
    const enum err err = sent_remind(exchange->db, request_id, no, &at_s);
    return err == ERR_OK ? exchange_answer_int(exchange, "reminded_at_s", at_s) : err;
}

static enum err answer_of_partner(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    const int no = field_small(exchange, "sent_no");
    const char *code = field_text(exchange, "answer", CODE_BYTES - 1);
    const char *words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS);
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : sent_answer(exchange->db, request_id, no, code, words);
}

/* ---- At the counter ---- */

/* The receipt, with its code to be printed once. */
static enum err answer_receipt(struct exchange *exchange, struct receipt *receipt)
{
    const char *qr = "null";
    const enum err err = qr_json(receipt->token, exchange->arena, &qr);
    if (err == ERR_OK) {
        exchange->json = arena_printf(
            exchange->arena, "{\"request_id\":%lld,\"number\":\"%s\",\"state\":\"%s\",\"qr\":%s}",
            (long long)receipt->request_id, receipt->number, state_code(receipt->state), qr);
    }
    sodium_memzero(receipt->token, sizeof(receipt->token));
    return err;
}

static enum err take(struct exchange *exchange)
{
    struct receipt receipt = {0};
    struct order_take take = {
        .ask = ask_body_read(exchange),
        .left = field_text(exchange, "left", ASK_MAX_WORDS_CHARS),
        .price_cents = read_cents(exchange, "price_cents"),
        .says_yes = field_bool(exchange, "says_yes"),
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    take.ask.channel = take.ask.paper_number[0] == '\0' ? "desk" : "paper";
    enum err err = order_take(exchange->db, &take, exchange->arena, &receipt, &exchange->field);
    exchange->reasons = receipt.reasons;
    if (err == ERR_OK) {
        err = answer_receipt(exchange, &receipt);
    }
    if (err == ERR_OK) { /* its number is on the page */
        err = ticket_shown(exchange->db, receipt.request_id);
    }
    return err;
}

/* Both parts of a slip; the bag's code is its number, which opens nothing but the desk's page. */
static enum err answer_slip(struct exchange *exchange)
{
    const char *slip = NULL;
    const char *qr = NULL;
    const char *number = NULL;
    const int64_t request_id = field_int(exchange, "request_id");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct query q = db_query(exchange->db, Q_DESK_DEPOSIT_SLIP);
    query_int(&q, "request_id", request_id);
    enum err err = json_take(exchange, &q, &slip);
    if (err == ERR_OK) {
        q = db_query(exchange->db, Q_DESK_DEPOSIT_NUMBER);
        query_int(&q, "request_id", request_id);
        err = json_take(exchange, &q, &number);
    }
    if (err == ERR_OK && (strcmp(slip, "null") == 0 || strcmp(number, "null") == 0)) {
        err = ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        err = qr_json(arena_printf(exchange->arena, "N1%s", number), exchange->arena, &qr);
    }
    exchange->json = err == ERR_OK
                         ? arena_printf(exchange->arena, "{\"slip\":%s,\"bag_qr\":%s}", slip, qr)
                         : NULL;
    return err;
}

ROUTE_TABLE(routes_services, {METHOD_GET, "/api/services", ROLE_CONCIERGE, .act = answer_list},
            {METHOD_GET, "/api/services/week", ROLE_CONCIERGE, .act = answer_week},
            {METHOD_GET, "/api/services/sent", ROLE_CONCIERGE, .act = answer_sent},
            {METHOD_GET, "/api/services/card", ROLE_CONCIERGE, .query = Q_DESK_ORDER_CARD,
             .ints = "request_id"},
            {METHOD_GET, "/api/services/slip", ROLE_CONCIERGE, .act = answer_slip},
            {METHOD_GET, "/api/partners", ROLE_CONCIERGE, .query = Q_DESK_PARTNERS},
            {METHOD_POST, "/api/services/act", ROLE_CONCIERGE, .act = act},
            {METHOD_POST, "/api/services/remind", ROLE_CONCIERGE, .act = remind},
            {METHOD_POST, "/api/services/answer", ROLE_CONCIERGE, .act = answer_of_partner},
            {METHOD_POST, "/api/services/take", ROLE_CONCIERGE, .act = take});
