/* At the counter: which thing, which copy, who takes it and until when; what becomes of a copy. */
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "core/copies.h"
#include "core/loan_desk.h"
#include "core/slots.h"
#include "desk/lines.h"
#include "desk/route.h"

enum { NAME_CHARS = 60, PHONE_CHARS = 30 };

/* ---- Looking ---- */

/* When a loan that begins now could come back: at the start of an opening, within what its class
 * allows. */
static enum err read_ends(struct exchange *exchange, int64_t item_id, const char **returns)
{
    struct slot_day days[SLOTS_DAYS_MAX];
    int64_t max_days = 0;
    int count = 0;
    *returns = "[]";
    struct query q = db_query(exchange->db, Q_DESK_LOAN_MAX_DAYS);
    query_int(&q, "item_id", item_id);
    enum err err = query_one_int(&q, &max_days);
    if (err == ERR_OK) {
        const int ahead = max_days < SLOTS_DAYS_MAX ? (int)max_days : SLOTS_DAYS_MAX - 1;
        err = slots_open_days(exchange->db, exchange->now_s, clock_day_s(exchange->now_s, 1), ahead,
                              days, &count);
    }
    for (int i = 0; err == ERR_OK && i < count; i++) {
        *returns = json_append(exchange, *returns,
                               arena_printf(exchange->arena, "%lld", (long long)days[i].from_s));
    }
    return err == ERR_CLOCK ? ERR_OK : err;
}

static enum err show_copies(struct exchange *exchange)
{
    const char *returns = NULL;
    const int64_t item_id = field_int(exchange, "item_id");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = read_ends(exchange, item_id, &returns);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_COPIES);
    exchange_bind(exchange, &q);
    query_int(&q, "item_id", item_id);
    query_text(&q, "returns", returns);
    return exchange_answer(exchange, &q);
}

/* ---- Acting ---- */

static void read_parts(struct exchange *exchange, bool parts[LOAN_PARTS_MAX])
{
    const int count = field_count(exchange, "parts", LOAN_PARTS_MAX);
    for (int i = 0; i < count; i++) {
        parts[i] = field_bool(exchange, arena_printf(exchange->arena, "parts[%d]", i));
    }
}

/* The step that loan_desk_move() refused as impossible, by what was filled in for it. */
static const char *field_at_fault(const struct loan_act *act)
{
    return act->verb == VERB_EXTEND || act->verb == VERB_PROPOSE ? "until_s"
           : act->happened_at_s != 0                             ? "happened_at"
                                                                 : "parts";
}

static enum err move_loan(struct exchange *exchange)
{
    struct outcome outcome = {0};
    struct loan_act act = {
        .loan_id = field_int(exchange, "request_id"),
        .expected_no = field_small(exchange, "no"),
        .actor = exchange_actor(exchange),
        .verb = verb_of(field_text(exchange, "verb", CODE_BYTES - 1)),
        .has_deposit = field_bool(exchange, "has_deposit"),
        .reason_code = field_text(exchange, "reason", CODE_BYTES - 1),
        .words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS),
        .happened_at_s = field_time(exchange, "happened_at"),
        .copy_id = field_int(exchange, "copy_id"),
        .from_s = field_int(exchange, "from_s"),
        .until_s = field_int(exchange, "until_s"),
    };
    read_parts(exchange, act.parts);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = loan_desk_move(exchange->db, &act, &outcome);
    exchange->field = err == ERR_INVALID ? field_at_fault(&act) : NULL;
    return exchange_answer_move(exchange, err, &outcome);
}

/* Whoever takes it: a household's, or a guest with a first name. */
static struct actor read_taker(struct exchange *exchange)
{
    struct actor actor = exchange_actor(exchange);
    actor.household_id = field_int(exchange, "household_id");
    actor.person_id = field_int(exchange, "person_id");
    return actor;
}

static enum err lend(struct exchange *exchange)
{
    struct receipt receipt = {0};
    const char *field = "";
    struct loan_counter counter = {
        .ask = ask_make(KIND_LOAN, VERB_HAND_OUT, read_taker(exchange)),
        .has_deposit = field_bool(exchange, "has_deposit"),
    };
    struct ask *ask = &counter.ask;
    ask->happened_at_s = field_time(exchange, "happened_at");
    ask->channel = ask->happened_at_s == 0 ? "desk" : "paper";
    ask->paper_number = field_text(exchange, "paper_number", TICKET_NUMBER_BYTES);
    ask->item_id = field_int(exchange, "item_id");
    ask->terms.copy_id = field_int(exchange, "copy_id");
    ask->terms.until_s = field_int(exchange, "until_s");
    ask->first_name = field_text(exchange, "first_name", NAME_CHARS);
    ask->phone = field_text(exchange, "phone", PHONE_CHARS);
    ask->for_name = field_text(exchange, "for_name", NAME_CHARS);
    const char *for_whom = field_text(exchange, "for_whom", CODE_BYTES - 1);
    ask->for_whom = for_whom[0] == '\0' ? ask->for_whom : for_whom;
    read_parts(exchange, counter.parts);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    if (ask->actor.household_id == 0 && ask->first_name[0] == '\0') {
        exchange->field = "first_name";
        return ERR_INVALID;
    }
    enum err err = loan_desk_counter(exchange->db, &counter, exchange->arena, &receipt, &field);
    exchange->reasons = receipt.reasons;
    exchange->field = field;
    if (err == ERR_OK) {
        err = lines_receipt(exchange, &receipt);
    }
    sodium_memzero(&receipt, sizeof(receipt));
    return err;
}

static enum err move_copy(struct exchange *exchange)
{
    struct outcome outcome = {0};
    const struct copy_act act = {
        .copy_id = field_int(exchange, "copy_id"),
        .expected_no = field_small(exchange, "no"),
        .actor = exchange_actor(exchange),
        .verb = verb_of(field_text(exchange, "verb", CODE_BYTES - 1)),
        .reason_code = field_text(exchange, "reason", CODE_BYTES - 1),
        .words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS),
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = copies_move(exchange->db, &act, &outcome);
    exchange->field = err == ERR_INVALID ? "reason" : NULL;
    return exchange_answer_move(exchange, err, &outcome);
}

ROUTE_TABLE(routes_loans_counter, {METHOD_GET, "/api/copies", ROLE_CONCIERGE, .act = show_copies},
            {METHOD_POST, "/api/loans/move", ROLE_CONCIERGE, .act = move_loan},
            {METHOD_POST, "/api/loans/counter", ROLE_CONCIERGE, .act = lend},
            {METHOD_POST, "/api/copies/move", ROLE_CONCIERGE, .act = move_copy});
