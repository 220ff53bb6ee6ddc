/* Following one's requests: how to be known, then what is new, under way and over. */
#include "screens/mine.h"

#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/scan.h"

struct mine_state {
    bool is_known;
    struct mine_key after; /* which page of what ended */
    struct mine_shown shown;
};

/* A guest's own request, whose code was scanned or that was asked just now: a card shown beside it
 * may keep it. */
static enum err load_ticket(struct visit *visit, struct mine_shown *shown)
{
    const struct actor *actor = &visit->actor;
    shown->ticket = NULL;
    if (actor->token_request_id == 0) {
        return ERR_OK;
    }
    struct mine_card *card = arena_alloc(visit->rows, sizeof(*card));
    const enum err err = mine_card(visit->db, actor->token_request_id, actor, visit->rows, card);
    if (actor->household_id == 0 || (actor->has_card && card->is_guests)) {
        shown->ticket = card;
    }
    return err;
}

static enum err load(void *state, struct visit *visit)
{
    struct mine_state *s = state;
    const struct actor *actor = &visit->actor;
    const bool is_member = actor->household_id != 0 && (actor->has_card || actor->has_pin);
    s->is_known = is_member || actor->token_request_id != 0;
    s->shown.has_pins = visit->pin_key != NULL;
    s->shown.can_show_private = actor->has_card && !actor->has_pin && s->shown.has_pins;
    s->shown.is_guest = !is_member;
    s->shown.is_paged = s->after.request_id != 0;
    const enum err err = mine_load(visit->db, actor, s->after, visit->rows, &s->shown.mine);
    return err == ERR_OK ? load_ticket(visit, &s->shown) : err;
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_state *s = state;
    common_header(ui, scene, tr("Follow my requests"), NULL);
    if (s->is_known) {
        mine_show_list(ui, scene, &s->shown);
    } else {
        mine_show_ways(ui, s->shown.has_pins);
    }
}

static struct route show_older(struct mine_state *s)
{
    const struct mine_list *ended = &s->shown.mine.ended;
    const struct mine_line *last = &ended->lines[ended->count - 1];
    s->after = (struct mine_key){last->since_s, last->request_id};
    return route_turn();
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_state *s = state;
    (void)visit;
    switch (command.verb) {
    case MINE_NUMBER:
        return route_push(&SCREEN_MINE_NUMBER, 0);
    case MINE_PIN:
        return route_push(&SCREEN_PIN, PIN_FOR_MINE);
    case MINE_OPEN:
        return route_push(&SCREEN_MINE_REQUEST, command.arg);
    case MINE_OLDER:
        return show_older(s);
    case MINE_LATEST:
        s->after = (struct mine_key){0};
        return route_turn();
    case MINE_PRIVATE:
        return route_push(&SCREEN_MINE_PIN, 0);
    default:
        return route_stay();
    }
}

/* A resident's card opens the list where it is; the rest is as anywhere. */
static struct route scan(void *state, struct visit *visit, const char *code)
{
    enum trouble_about about = TROUBLE_PROGRAM;
    (void)state;
    if (scan_card(visit, code, &about) == ERR_OK && visit->actor.household_id != 0) {
        return route_reload();
    }
    return scan_route(visit, code);
}

const struct screen SCREEN_MINE = {
    .name = "mine",
    .state_size = sizeof(struct mine_state),
    .load = load,
    .build = build,
    .act = act,
    .scan = scan,
};
