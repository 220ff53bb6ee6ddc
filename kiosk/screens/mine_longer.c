/* Keeping a loan longer: until when, or kindly why not. */
#include "base/log.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/mine.h"

enum { DO_CHOOSE = 1, DO_ASK };

struct mine_longer {
    int64_t request_id;
    int64_t chosen_s; /* the return; 0: none yet */
    unsigned reasons; /* why it cannot be asked for at all */
    const struct mine_card *card;
    struct mine_returns returns;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct mine_longer *s = state;
    (void)visit;
    s->request_id = mine_arg_request(arg);
}

static struct ask extension(const struct mine_longer *s, const struct visit *visit, int64_t until_s)
{
    const struct mine_line *loan = &s->card->line;
    struct ask ask = ask_make(KIND_EXTENSION, VERB_ASK, visit->actor);
    ask.lang = visit->scene.lang;
    ask.parent_id = loan->request_id;
    ask.item_id = loan->item_id;
    ask.terms.from_s = loan->until_s;
    ask.terms.until_s = until_s;
    return ask;
}

static enum err load(void *state, struct visit *visit)
{
    struct mine_longer *s = state;
    struct mine_card *card = arena_alloc(visit->rows, sizeof(*card));
    s->card = card;
    s->reasons = 0;
    enum err err = mine_card(visit->db, s->request_id, &visit->actor, visit->rows, card);
    if (err == ERR_OK) {
        err = mine_returns(visit->db, &card->line, &s->returns);
    }
    if (err == ERR_OK) {
        const struct ask ask = extension(s, visit, card->line.until_s);
        err = request_may_ask(visit->db, &ask, &s->reasons);
    }
    return err == ERR_DENIED ? ERR_OK : err;
}

static void show_why_not(const struct mine_longer *s, struct ui *ui)
{
    const char *why = (s->reasons & GUARD_NOBODY_WAITS) != 0
                          ? tr("Somebody else is waiting for it.")
                      : s->reasons != 0          ? tr("It is no longer with you.")
                      : s->returns.is_taken_next ? tr("Somebody else has reserved it right after "
                                                      "you.")
                                                 : tr("You already have it for as long as it may "
                                                      "be lent.");
    ui_notice(ui, (struct ui_notice){
                      .id = "why-not",
                      .tone = UI_CAUTION,
                      .title = tr("Longer is not possible this time"),
                      .text = ui_format(ui, "%s %s", why,
                                        tr("If that is a problem, talk to us at the desk.")),
                  });
    ui_spacer(ui);
    ui_button(ui, (struct ui_button){
                      .id = "leave-it",
                      .command = {SHARED_BACK, 0},
                      .label = tr("All right"),
                      .icon = UI_ICON_BACK,
                      .look = UI_FILLED,
                      .color = UI_UMBER,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_returns(const struct mine_longer *s, const struct scene *scene, struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("When will you bring it back?"));
    ui_begin_grid(ui, 2, 2, (struct ui_box){0});
    for (int i = 0; i < s->returns.count; i++) {
        const int64_t at_s = s->returns.at_s[i];
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "return-%d", i),
                          .command = {DO_CHOOSE, at_s},
                          .label = i18n_capital(scene->arena, dates_short(scene->arena, at_s)),
                          .sub = dates_time(scene->arena, at_s),
                          .color = UI_UMBER,
                          .is_choice = true,
                          .is_selected = at_s == s->chosen_s,
                      });
    }
    ui_end(ui);
    ui_text(ui, UI_BODY,
            tr("The conciergerie answers. Until then, the day agreed stays as it is."));
    ui_spacer(ui);
    mine_show_save(ui, s->card, (struct ui_command){DO_ASK, 0}, tr("Ask to keep it"),
                   s->chosen_s != 0);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_longer *s = state;
    common_header(ui, scene, tr("Follow my requests"), NULL);
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    mine_show_banner(ui, s->card);
    ui_begin_card(ui, (struct ui_box){0});
    ui_fact(ui, (struct ui_fact){
                    .icon = UI_ICON_RETURN,
                    .color = UI_UMBER,
                    .bold = tr("Agreed: "),
                    .text = dates_long_time(scene->arena, s->card->line.until_s),
                });
    ui_end(ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    if (s->reasons != 0 || s->returns.count == 0) {
        show_why_not(s, ui);
    } else {
        show_returns(s, scene, ui);
    }
    ui_end(ui);
    ui_end(ui);
}

/* Its ticket is the loan's page, to which one comes back: it counts as shown. */
static struct route ask_for_it(struct mine_longer *s, struct visit *visit)
{
    struct receipt receipt;
    const struct ask ask = extension(s, visit, s->chosen_s);
    enum err err = request_ask(visit->db, &ask, &receipt);
    if (err == ERR_OK) {
        err = ticket_shown(visit->db, receipt.request_id);
        if (err != ERR_OK) {
            log_warn("that the ticket was shown is not recorded: %s", err_name(err));
        }
        return route_pop();
    }
    return receipt.reasons != 0 ? route_reload() : route_trouble(visit, TROUBLE_PROGRAM, err);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_longer *s = state;
    if (command.verb == DO_ASK) {
        return ask_for_it(s, visit);
    }
    s->chosen_s = command.arg;
    return route_stay();
}

const struct screen SCREEN_MINE_LONGER = {
    .name = "mine_longer",
    .state_size = sizeof(struct mine_longer),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
