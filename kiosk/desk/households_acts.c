/* What is given to a household once, and what becomes of it as a whole. */
#include <sodium.h>
#include <string.h>

#include "core/household_end.h"
#include "desk/qr_json.h"
#include "desk/route.h"

/* ---- Shown once ---- */

/* {"card": {"size": …, "dots": …}}: the code itself is in nothing else. */
static enum err issue_card(struct exchange *exchange)
{
    char text[CODE_TEXT_BYTES];
    const char *qr = "null";
    const int64_t id = field_int(exchange, "household_id");
    const int64_t person_id = field_int(exchange, "person_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = household_issue_card(exchange->db, id, person_id, exchange->login.staff_id, text);
    }
    if (err == ERR_OK) {
        err = qr_json(text, exchange->arena, &qr);
        sodium_memzero(text, sizeof(text));
        exchange->json = arena_printf(exchange->arena, "{\"card\": %s}", qr);
    }
    return err;
}

static enum err lose_card(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    const int64_t person_id = field_int(exchange, "person_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_lose_card(exchange->db, id, person_id, exchange->login.staff_id);
}

/* {"pin": "123456"} */
static enum err draw_pin(struct exchange *exchange)
{
    char pin[PIN_TEXT_BYTES];
    const int64_t id = field_int(exchange, "household_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = household_draw_pin(exchange->db, exchange->pin_key, PIN_COST, id,
                                 exchange->login.staff_id, pin);
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(exchange->arena, "{\"pin\": \"%s\"}", pin);
        sodium_memzero(pin, sizeof(pin));
    }
    return err;
}

static enum err claim_ticket(struct exchange *exchange)
{
    int64_t request_id = 0;
    const int64_t id = field_int(exchange, "household_id");
    const int64_t seen_id = field_int(exchange, "seen_household_id");
    const char *ticket = field_text(exchange, "ticket", TICKET_NUMBER_BYTES - 1);
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = household_claim(exchange->db, id, ticket, seen_id, exchange->login.staff_id,
                              &request_id);
    }
    return err != ERR_OK ? err : exchange_answer_int(exchange, "request_id", request_id);
}

/* ---- As a whole ---- */

static enum err merge(struct exchange *exchange)
{
    const int64_t from_id = field_int(exchange, "from_id");
    const int64_t into_id = field_int(exchange, "into_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_merge(exchange->db, from_id, into_id, exchange->login.staff_id);
}

static enum err unmerge(struct exchange *exchange)
{
    const int64_t from_id = field_int(exchange, "from_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_unmerge(exchange->db, from_id, exchange->login.staff_id);
}

static enum err leave(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_leave(exchange->db, id, exchange->login.staff_id);
}

static enum err come_back(struct exchange *exchange)
{
    struct household_back back;
    const int64_t id = field_int(exchange, "household_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = household_return(exchange->db, id, exchange->login.staff_id, &back);
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(exchange->arena, "{\"restored\": %d, \"lost\": %d}",
                                      back.restored, back.lost);
    }
    return err;
}

static enum err forget(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "household_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : household_forget(exchange->db, id, exchange->login.staff_id);
}

ROUTE_TABLE(routes_households_acts,
            {METHOD_POST, "/api/household/card", ROLE_CONCIERGE, .act = issue_card},
            {METHOD_POST, "/api/household/card/lost", ROLE_CONCIERGE, .act = lose_card},
            {METHOD_POST, "/api/household/pin", ROLE_CONCIERGE, .act = draw_pin},
            {METHOD_POST, "/api/household/claim", ROLE_CONCIERGE, .act = claim_ticket},
            {METHOD_POST, "/api/household/merge", ROLE_CONCIERGE, .act = merge},
            {METHOD_POST, "/api/household/unmerge", ROLE_CONCIERGE, .act = unmerge},
            {METHOD_POST, "/api/household/leave", ROLE_CONCIERGE, .act = leave},
            {METHOD_POST, "/api/household/return", ROLE_CONCIERGE, .act = come_back},
            {METHOD_POST, "/api/household/forget", ROLE_COORDINATOR, .act = forget});
