/* Addresses at which associations keep their calendars: given, looked after, given up. An address
 * may hold a secret; an organiser sees and changes those of their own association only. */
#include "core/calendar_address.h"

#include "base/url.h"
#include "desk/route.h"

static enum err list_addresses(struct exchange *exchange)
{
    struct query q = db_query(exchange->db, Q_DESK_CALENDAR_ADDRESSES);
    exchange_bind(exchange, &q);
    query_int(&q, "sees_all", exchange->role >= ROLE_CONCIERGE);
    return exchange_answer(exchange, &q);
}

/* Of an organiser by the login, whatever was sent. */
static enum err add_address(struct exchange *exchange)
{
    int64_t address_id = 0;
    const char *url = field_text(exchange, "url", URL_CHARS);
    const int64_t chosen_id = field_int(exchange, "partner_id");
    const int64_t partner_id =
        exchange->role == ROLE_ORGANISER ? exchange->login.partner_id : chosen_id;
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err =
        calendar_address_add(exchange->db, partner_id, url, exchange_actor(exchange), &address_id);
    exchange->field = err == ERR_INVALID || err == ERR_CONFLICT ? "url" : exchange->field;
    return err == ERR_OK ? exchange_answer_int(exchange, "address_id", address_id) : err;
}

/* Somebody else's is not there, as far as an organiser hears. */
static enum err remove_address(struct exchange *exchange)
{
    const int64_t address_id = field_int(exchange, "address_id");
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err =
        calendar_address_remove(exchange->db, address_id, exchange_actor(exchange));
    return err == ERR_DENIED ? ERR_NOT_FOUND : err;
}

ROUTE_TABLE(routes_calendar_addresses,
            {METHOD_GET, "/api/calendar/addresses", ROLE_ORGANISER, .act = list_addresses},
            {METHOD_POST, "/api/calendar/addresses/add", ROLE_ORGANISER, .act = add_address},
            {METHOD_POST, "/api/calendar/addresses/remove", ROLE_ORGANISER, .act = remove_address});
