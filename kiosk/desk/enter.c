/* Entering a request from paper or for somebody at the counter; blocks of numbers on paper. */
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "core/enter.h"
#include "core/paper.h"
#include "core/slots.h"
#include "desk/ask_body.h"
#include "desk/lines.h"
#include "desk/route.h"

static enum err enter(struct exchange *exchange)
{
    struct receipt receipt = {0};
    const char *field = "";
    struct ask ask = ask_body_read(exchange);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    enum err err = enter_request(exchange->db, &ask, exchange->arena, &receipt, &field);
    exchange->reasons = receipt.reasons;
    exchange->field = field;
    if (err == ERR_OK) {
        err = lines_receipt(exchange, &receipt);
    }
    sodium_memzero(&receipt, sizeof(receipt));
    return err;
}

/* ---- For which days ---- */

static enum err copy_number(struct exchange *exchange, int64_t copy_id, int64_t *number)
{
    *number = 0;
    if (copy_id == 0) {
        return ERR_OK;
    }
    struct query q = db_query(exchange->db, Q_DESK_ENTER_COPY);
    query_int(&q, "copy_id", copy_id);
    return query_one_int(&q, number);
}

static enum err answer_days(struct exchange *exchange)
{
    enum { DAYS_AHEAD = 28 };
    static const char *const whys[] = {
        [SLOT_FREE] = "free",           [SLOT_TAKEN] = "taken",
        [SLOT_NO_PICKUP] = "no_pickup", [SLOT_NO_RETURN] = "no_return",
        [SLOT_TOO_LONG] = "too_long",
    };
    struct slot slots[DAYS_AHEAD];
    const int64_t item_id = field_int(exchange, "item_id");
    const int64_t days = field_int(exchange, "days");
    if (exchange->field_err != ERR_OK || days < 0 || days > SLOTS_DAYS_MAX) {
        return ERR_INVALID;
    }
    enum err err = slots_propose(exchange->db, item_id, exchange->now_s, exchange->now_s,
                                 days == 0 ? 1 : (int)days, slots, DAYS_AHEAD);
    const char *lines = "";
    for (int i = 0; err == ERR_OK && i < DAYS_AHEAD; i++) {
        int64_t number = 0;
        err = copy_number(exchange, slots[i].copy_id, &number);
        lines = arena_printf(
            exchange->arena,
            "%s%s{\"use_day_s\":%lld,\"pickup_s\":%lld,\"return_s\":%lld,\"copy_id\":%lld,"
            "\"copy_number\":%lld,\"why\":\"%s\"}",
            lines, i == 0 ? "" : ",", (long long)slots[i].use_day_s, (long long)slots[i].pickup_s,
            (long long)slots[i].return_s, (long long)slots[i].copy_id, (long long)number,
            whys[slots[i].why]);
    }
    exchange->json = arena_printf(exchange->arena, "{\"lines\":[%s],\"is_more\":0}", lines);
    return err;
}

/* ---- Numbers on paper ---- */

static enum err make_block(struct exchange *exchange)
{
    int64_t block_id = 0;
    const int64_t count = field_int(exchange, "count");
    if (exchange->field_err != ERR_OK || count < 0 || count > PAPER_BLOCK_MAX) {
        exchange->field = "count";
        return ERR_INVALID;
    }
    const enum err err =
        paper_make_block(exchange->db, exchange->login.staff_id, (int)count, &block_id);
    return err == ERR_OK ? exchange_answer_int(exchange, "block_id", block_id) : err;
}

static enum err give_up_block(struct exchange *exchange)
{
    int count = 0;
    const int64_t block_id = field_int(exchange, "block_id");
    const enum err err = exchange->field_err == ERR_OK
                             ? paper_give_up(exchange->db, block_id, &count)
                             : exchange->field_err;
    return err == ERR_OK ? exchange_answer_int(exchange, "freed", count) : err;
}

static enum err take_up_block(struct exchange *exchange)
{
    int count = 0;
    const int64_t block_id = field_int(exchange, "block_id");
    const enum err err = exchange->field_err == ERR_OK
                             ? paper_take_up(exchange->db, block_id, &count)
                             : exchange->field_err;
    return err == ERR_OK ? exchange_answer_int(exchange, "reserved", count) : err;
}

ROUTE_TABLE(routes_enter, {METHOD_POST, "/api/enter", ROLE_CONCIERGE, .act = enter},
            {METHOD_GET, "/api/enter/days", ROLE_CONCIERGE, .act = answer_days},
            {METHOD_GET, "/api/enter/services", ROLE_CONCIERGE, .query = Q_DESK_ENTER_SERVICES},
            {METHOD_GET, "/api/enter/service", ROLE_CONCIERGE, .query = Q_DESK_ENTER_SERVICE,
             .ints = "service_id"},
            {METHOD_GET, "/api/enter/items", ROLE_CONCIERGE, .query = Q_DESK_ENTER_ITEMS},
            {METHOD_GET, "/api/enter/sessions", ROLE_CONCIERGE, .query = Q_DESK_ENTER_SESSIONS},
            {METHOD_GET, "/api/enter/asker", ROLE_CONCIERGE, .query = Q_DESK_ENTER_ASKER,
             .ints = "household_id", .texts = "household"},
            {METHOD_GET, "/api/paper", ROLE_CONCIERGE, .query = Q_DESK_PAPER},
            {METHOD_GET, "/api/paper/block", ROLE_CONCIERGE, .query = Q_DESK_PAPER_BLOCK,
             .ints = "block_id"},
            {METHOD_POST, "/api/paper/make", ROLE_CONCIERGE, .act = make_block},
            {METHOD_POST, "/api/paper/give_up", ROLE_CONCIERGE, .act = give_up_block},
            {METHOD_POST, "/api/paper/take_up", ROLE_CONCIERGE, .act = take_up_block});
