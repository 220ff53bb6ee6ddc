/* One of one's own requests: how it stands, and what one can do about it. */
#include "screens/mine.h"

#include <string.h>

#include "base/log.h"
#include "core/vevent.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/doors.h"
#include "screens/scan.h"
#include "screens/words.h"

enum { DO_ACT = 1 };
enum { EVENT_WIDE_MM = 56, EVENT_HIGH_MM = 70 };

struct mine_request {
    int64_t request_id;
    bool has_card;
    bool has_household;
    unsigned reasons; /* why the last move was not made */
    const struct mine_card *card;
    const char *vevent; /* "" not confirmed, without a date, or not for this reader */
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct mine_request *s = state;
    (void)visit;
    s->request_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct mine_request *s = state;
    struct mine_card *card = arena_alloc(visit->rows, sizeof(*card));
    s->has_card = visit->actor.has_card;
    s->has_household = visit->actor.household_id != 0;
    s->vevent = "";
    s->card = card;
    enum err err = mine_card(visit->db, s->request_id, &visit->actor, visit->rows, card);
    if (err != ERR_OK || card->access != ACCESS_FULL) {
        return err;
    }
    err = vevent_write(visit->db, s->request_id, visit->rows, &s->vevent);
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* Whoever sees all of it, sees what was decided: it is told. */
static void tell(struct visit *visit, int64_t request_id)
{
    const enum err err = notice_tell_all(visit->db, request_id, "screen", 0);
    if (err != ERR_OK) {
        log_warn("that a notice was read is not recorded: %s", err_name(err));
    }
}

static void shown(void *state, struct visit *visit)
{
    const struct mine_request *s = state;
    if (s->card->access != ACCESS_FULL) {
        return;
    }
    if (s->card->line.is_untold) {
        tell(visit, s->request_id);
    }
    if (s->card->extension_id != 0) {
        tell(visit, s->card->extension_id);
    }
}

/* ---- What can be done ---- */

/* "It is not settled" makes sense of what was to settle something, or was not done at all. */
static bool may_be_unsettled(const struct mine_card *card)
{
    const struct mine_line *line = &card->line;
    const bool was_their_own_end = line->state == STATE_CANCELLED && line->by == WHO_RESIDENT;
    const bool is_undone = (flow_state_flags(line->kind, line->state) & STATE_BAD) != 0;
    return line->is_ended && !card->has_said_unsettled && !was_their_own_end &&
           (is_undone || (line->kind != KIND_BOOKING && line->kind != KIND_EXTENSION));
}

static bool may_do(const struct mine_request *s, int act)
{
    const struct mine_card *card = s->card;
    const bool is_out = card->line.kind == KIND_LOAN && card->line.state == STATE_OUT;
    const bool is_full = card->access == ACCESS_FULL;
    switch (act) {
    case MINE_CLAIM:
        return is_full && card->is_guests && s->has_card;
    case MINE_FAULT:
        return is_full && is_out && !card->has_said_fault;
    case MINE_LONGER:
        return is_full && is_out && card->extension_state != STATE_ASKED;
    case MINE_UNSETTLED:
        return is_full && may_be_unsettled(card);
    case VERB_CHANGE:
        return card->may[act] &&
               (card->line.kind != KIND_BOOKING || card->line.adults + card->line.children > 1);
    case VERB_CANCEL:
        /* "No" stands there already. */
        return card->may[act] && !card->may[VERB_DECLINE] && !card->may[VERB_UNMATCH];
    default:
        return card->may[act];
    }
}

/* For ids, which scripts name. */
static const char *act_code(int act)
{
    static const char *const codes[] = {"fault", "unsettled", "longer", "claim"};
    return act < MINE_FAULT ? verb_code((enum verb)act) : codes[act - MINE_FAULT];
}

static void show_act(struct ui *ui, const struct mine_card *card, const struct mine_verb *verb)
{
    static const struct {
        enum ui_look look;
        enum ui_button_size size;
    } looks[] = {
        [MINE_YES] = {UI_FILLED, UI_MAIN_BUTTON},
        [MINE_NO] = {UI_OUTLINED, UI_MAIN_BUTTON},
        [MINE_SIDE] = {UI_OUTLINED, UI_SIDE_BUTTON},
        [MINE_END] = {UI_DANGER, UI_SIDE_BUTTON},
    };
    ui_button(ui, (struct ui_button){
                      .id = ui_format(ui, "act-%s", act_code(verb->act)),
                      .command = {DO_ACT, verb->act},
                      .label = tr(verb->label),
                      .icon = verb->icon,
                      .look = looks[verb->look].look,
                      .color = words_mine_color(card->line.kind),
                      .size = looks[verb->look].size,
                  });
}

/* The acts of these looks that may be done, in the order of their table. */
static int find_acts(const struct mine_request *s, unsigned looks,
                     const struct mine_verb *found[MINE_ACT_COUNT])
{
    size_t count = 0;
    int found_count = 0;
    const struct mine_verb *verbs = words_mine_verbs(&count);
    for (size_t i = 0; i < count; i++) {
        if ((looks & (1u << verbs[i].look)) != 0 &&
            words_mine_verb(&s->card->line, verbs[i].act) == &verbs[i] && may_do(s, verbs[i].act)) {
            found[found_count++] = &verbs[i];
        }
    }
    return found_count;
}

static void show_acts(struct ui *ui, const struct mine_request *s, unsigned looks)
{
    const struct mine_verb *found[MINE_ACT_COUNT];
    const int count = find_acts(s, looks, found);
    for (int i = 0; i < count; i++) {
        show_act(ui, s->card, found[i]);
    }
}

static void show_call(struct ui *ui, enum ui_button_size size)
{
    ui_button(ui, (struct ui_button){
                      .id = "see",
                      .command = {SHARED_CALL, 0},
                      .label = tr("See the conciergerie"),
                      .icon = UI_ICON_STAFF,
                      .size = size,
                  });
}

/* What more there would be for this reader. */
static void show_hint(struct ui *ui, const struct mine_request *s)
{
    const char *text = NULL;
    if (s->card->access == ACCESS_STATE) {
        text = tr("To change or cancel it, show the ticket’s code or your card to the reader.");
    } else if (s->card->access == ACCESS_ANSWER) {
        text = tr("With your card you see all of it, and can change or cancel it.");
    } else if (s->card->is_guests && !s->has_household) {
        text = tr("You have a card? Show it to the reader to keep this request with it.");
    }
    if (text != NULL) {
        ui_notice(ui, (struct ui_notice){.id = "hint", .icon = UI_ICON_CARD, .text = text});
    }
}

/* Yes across, the rest side by side. Whoever is asked, or was told no, may see somebody instead. */
static void show_buttons(struct ui *ui, const struct mine_request *s)
{
    const struct mine_verb *found[MINE_ACT_COUNT];
    const struct mine_line *line = &s->card->line;
    const unsigned flags = flow_state_flags(line->kind, line->state);
    const bool asks = mine_asks(line);
    const bool is_no = (flags & STATE_BAD) != 0 && line->by != WHO_RESIDENT;
    const int count =
        find_acts(s, 1u << MINE_NO | 1u << MINE_SIDE | 1u << MINE_END, found) + (asks || is_no);
    show_acts(ui, s, 1u << MINE_YES);
    ui_begin_grid(ui, count > 1 ? 2 : 1, 1, (struct ui_box){0});
    show_acts(ui, s, 1u << MINE_NO);
    if (asks || is_no) {
        show_call(ui, asks ? UI_MAIN_BUTTON : UI_SIDE_BUTTON);
    }
    show_acts(ui, s, 1u << MINE_SIDE | 1u << MINE_END);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_request *s = state;
    const char *number = s->card->line.number;
    ui_header(ui, (struct ui_header){
                      .title = tr("Follow my requests"),
                      .sub = number[0] == '\0' ? NULL
                                               : arena_printf(scene->arena, tr("Ticket %s"),
                                                              common_number(scene, number)),
                      .back = {SHARED_BACK, 0},
                      .is_private = true,
                  });
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_scroll(ui, "request", (struct ui_box){.grow = 3});
    mine_show_banner(ui, s->card);
    mine_show_request(ui, scene, s->card);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 2 : 0});
    mine_show_reasons(ui, s->reasons);
    common_calendar(ui, s->vevent, ui_is_landscape(ui) ? EVENT_WIDE_MM : EVENT_HIGH_MM, true);
    if (ui_is_landscape(ui)) {
        ui_spacer(ui);
    }
    show_buttons(ui, s);
    show_hint(ui, s);
    ui_end(ui);
    ui_end(ui);
}

/* ---- Doing it ---- */

static struct route move_at_once(struct mine_request *s, struct visit *visit, enum verb verb)
{
    const enum err err = mine_move(visit, s->card, verb, NULL, &s->reasons);
    return err == ERR_OK ? route_reload() : route_trouble(visit, mine_trouble(err), err);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_request *s = state;
    const int what = (int)command.arg;
    const struct mine_verb *verb = words_mine_verb(&s->card->line, what);
    const int64_t arg = mine_arg(s->request_id, what);
    if (verb == NULL || !may_do(s, what)) {
        return route_reload();
    }
    if (what == MINE_LONGER) {
        return route_push(&SCREEN_MINE_LONGER, arg);
    }
    if (what == VERB_CHANGE) {
        return route_push(s->card->line.kind == KIND_LOAN ? &SCREEN_MINE_DAYS : &SCREEN_MINE_SEATS,
                          arg);
    }
    return verb->question != NULL ? route_push(&SCREEN_MINE_CONFIRM, arg)
                                  : move_at_once(s, visit, (enum verb)what);
}

/* A card beside a guest's ticket: both are shown, so it may be kept with the card. */
static struct route scan(void *state, struct visit *visit, const char *code)
{
    const struct mine_request *s = state;
    enum trouble_about about = TROUBLE_PROGRAM;
    const bool is_claim = s->card->is_guests && s->card->access == ACCESS_FULL;
    if (is_claim && scan_card(visit, code, &about) == ERR_OK && visit->actor.has_card) {
        return route_push(&SCREEN_MINE_CONFIRM, mine_arg(s->request_id, MINE_CLAIM));
    }
    struct route route = scan_route(visit, code);
    if (route.screen == &SCREEN_MINE_REQUEST) {
        route.go = GO_REPLACE; /* one ticket after the other */
    }
    return route;
}

const struct screen SCREEN_MINE_REQUEST = {
    .name = "mine_request",
    .state_size = sizeof(struct mine_request),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .scan = scan,
    .shown = shown,
};
