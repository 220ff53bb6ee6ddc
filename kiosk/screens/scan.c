#include "screens/scan.h"

#include "base/text.h"
#include "screens/doors.h"

static struct route ticket_route(struct visit *visit, const char *code)
{
    int64_t request_id = 0;
    const enum err err = ticket_find_token(visit->db, code, &request_id);
    if (err == ERR_OK) {
        visit->actor.token_request_id = request_id;
        return route_push(DOORS[DOOR_MINE], request_id);
    }
    const bool is_unknown = err == ERR_NOT_FOUND || err == ERR_INVALID;
    return route_trouble(visit, is_unknown ? TROUBLE_TICKET : TROUBLE_PROGRAM, err);
}

bool scan_is_of_another(struct visit *visit, const char *code)
{
    (void)visit;
    (void)code;
    return false;
}

struct route scan_route(struct visit *visit, const char *code)
{
    return ticket_route(visit, code);
}
