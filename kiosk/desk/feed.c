/* The agenda as a calendar, for other programs: public, as it is on the screen. */
#include "core/feed.h"
#include "desk/route.h"

static enum err show_feed(struct exchange *exchange)
{
    const int64_t partner_id = field_int(exchange, "of");
    const enum err err = exchange->field_err;
    return err == ERR_OK
               ? feed_write(exchange->db, partner_id, exchange->arena, &exchange->calendar)
               : err;
}

ROUTE_TABLE(routes_feed, {METHOD_GET, "/agenda.ics", ROLE_PUBLIC, .act = show_feed});
