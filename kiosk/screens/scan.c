#include "screens/scan.h"

#include "base/text.h"
#include "core/cards.h"
#include "screens/doors.h"

static struct route ticket_route(struct visit *visit, const char *code)
{
    int64_t request_id = 0;
    const enum err err = ticket_find_token(visit->db, code, &request_id);
    if (err == ERR_OK) {
        visit->actor.token_request_id = request_id;
        return route_push(&SCREEN_MINE_REQUEST, request_id);
    }
    const bool is_unknown = err == ERR_NOT_FOUND || err == ERR_INVALID;
    return route_trouble(visit, is_unknown ? TROUBLE_TICKET : TROUBLE_PROGRAM, err);
}

bool scan_is_of_another(struct visit *visit, const char *code)
{
    struct card card;
    return visit->actor.household_id != 0 && cards_find(visit->db, code, &card) == ERR_OK &&
           card.holder.household_id != visit->actor.household_id;
}

enum err scan_card(struct visit *visit, const char *code, enum trouble_about *about)
{
    struct card card;
    const enum err err = cards_find(visit->db, code, &card);
    *about = err == ERR_DENIED                            ? TROUBLE_CARD_ENDED
             : err == ERR_NOT_FOUND || err == ERR_INVALID ? TROUBLE_CARD
                                                          : TROUBLE_PROGRAM;
    if (err == ERR_OK && card.holder.staff_id == 0) {
        visit->actor.household_id = card.holder.household_id;
        visit->actor.person_id = card.holder.person_id;
        visit->actor.has_card = true;
    }
    return err;
}

static struct route card_route(struct visit *visit, const char *code)
{
    struct card card;
    enum trouble_about about = TROUBLE_PROGRAM;
    if (cards_find(visit->db, code, &card) == ERR_OK && card.holder.staff_id != 0) {
        return route_push(DOORS[DOOR_STAFF], card.holder.staff_id);
    }
    const enum err err = scan_card(visit, code, &about);
    if (err != ERR_OK) {
        return route_trouble(visit, about, err);
    }
    return visit->draft.is_begun ? route_stay() : route_push(DOORS[DOOR_MINE], 0);
}

struct route scan_route(struct visit *visit, const char *code)
{
    return text_has_prefix(code, "T1") ? ticket_route(visit, code) : card_route(visit, code);
}
