/* "Are you sure?", with what follows: before something ends, or is said for good. */
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/mine.h"

enum { DO_IT = 1 };

struct mine_confirm {
    int64_t request_id;
    int act;
    unsigned reasons;
    const struct mine_card *card;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct mine_confirm *s = state;
    (void)visit;
    s->request_id = mine_arg_request(arg);
    s->act = mine_arg_act(arg);
}

static enum err load(void *state, struct visit *visit)
{
    struct mine_confirm *s = state;
    struct mine_card *card = arena_alloc(visit->rows, sizeof(*card));
    s->card = card;
    return mine_card(visit->db, s->request_id, &visit->actor, visit->rows, card);
}

static void show_question(struct ui *ui, const struct mine_verb *verb)
{
    ui_text(ui, UI_TITLE, tr(verb->question));
    ui_text(ui, UI_BODY, tr(verb->consequence));
}

/* The state changed under the question: it no longer makes sense. */
static void show_gone(struct ui *ui)
{
    ui_notice(ui, (struct ui_notice){
                      .id = "gone",
                      .tone = UI_CAUTION,
                      .title = tr("Something changed meanwhile"),
                      .text = tr("Go back to see how your request stands now."),
                  });
}

static void show_buttons(struct ui *ui, const struct mine_verb *verb, enum ui_color color)
{
    const bool is_end = verb->look == MINE_END || verb->look == MINE_NO;
    ui_button(ui, (struct ui_button){
                      .id = "yes",
                      .command = {DO_IT, 0},
                      .label = tr("Yes, that is it"),
                      .icon = UI_ICON_CHECK,
                      .look = is_end ? UI_DANGER : UI_FILLED,
                      .color = color,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "no",
                      .command = {SHARED_BACK, 0},
                      .label = tr("No, leave it as it is"),
                      .icon = UI_ICON_BACK,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_confirm *s = state;
    const struct mine_verb *verb = words_mine_verb(&s->card->line, s->act);
    common_header(ui, scene, tr("Follow my requests"), NULL);
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    mine_show_banner(ui, s->card);
    mine_show_reasons(ui, s->reasons);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    if (verb == NULL) {
        show_gone(ui);
    } else {
        show_question(ui, verb);
        ui_spacer(ui);
        show_buttons(ui, verb, words_mine_color(s->card->line.kind));
    }
    ui_end(ui);
    ui_end(ui);
}

static enum err say(const struct mine_confirm *s, struct visit *visit)
{
    const enum err err =
        request_remark(visit->db, s->request_id,
                       s->act == MINE_FAULT ? "fault_said" : "not_settled", visit->actor);
    return err == ERR_CONFLICT ? ERR_OK : err; /* said already: that is what was wanted */
}

static enum err do_it(struct mine_confirm *s, struct visit *visit)
{
    switch (s->act) {
    case MINE_FAULT:
    case MINE_UNSETTLED:
        return say(s, visit);
    case MINE_CLAIM:
        return request_claim(visit->db, s->request_id, visit->actor.household_id, visit->actor);
    default:
        return mine_move(visit, s->card, (enum verb)s->act, NULL, &s->reasons);
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_confirm *s = state;
    (void)command;
    const enum err err = do_it(s, visit);
    if (err != ERR_OK) {
        return route_trouble(visit, mine_trouble(err), err);
    }
    return s->reasons == 0 ? route_pop() : route_stay();
}

const struct screen SCREEN_MINE_CONFIRM = {
    .name = "mine_confirm",
    .state_size = sizeof(struct mine_confirm),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
