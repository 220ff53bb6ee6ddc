/* Other days for a loan that still waits for its answer, as many as before. */
#include "base/clock.h"
#include "core/slots.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/mine.h"
#include "screens/words_catalogue.h"

enum { AHEAD_DAYS = 21, DO_CHOOSE = 1, DO_SAVE };

struct mine_days {
    int64_t request_id;
    int64_t chosen_s; /* local midnight; 0: none yet */
    unsigned reasons;
    const struct mine_card *card;
    struct slot slots[AHEAD_DAYS];
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct mine_days *s = state;
    (void)visit;
    s->request_id = mine_arg_request(arg);
}

static enum err load(void *state, struct visit *visit)
{
    struct mine_days *s = state;
    struct mine_card *card = arena_alloc(visit->rows, sizeof(*card));
    const int64_t now_s = clock_now_s();
    s->card = card;
    const enum err err = mine_card(visit->db, s->request_id, &visit->actor, visit->rows, card);
    return err != ERR_OK ? err
                         : slots_move(visit->db, s->request_id, card->line.item_id, now_s, now_s,
                                      slots_days(card->line.from_s, card->line.until_s), s->slots,
                                      AHEAD_DAYS);
}

/* NULL: none, or a day that is over. */
static const struct slot *chosen(const struct mine_days *s)
{
    return slots_of_day(s->slots, AHEAD_DAYS, s->chosen_s);
}

static void show_grid(const struct mine_days *s, const struct scene *scene, struct ui *ui)
{
    ui_begin_grid(ui, 3, 3, (struct ui_box){.gap_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL)});
    for (int i = 0; i < AHEAD_DAYS; i++) {
        const struct slot *slot = &s->slots[i];
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "day-%d", i),
                          .command = {DO_CHOOSE, slot->use_day_s},
                          .label = i18n_capital(
                              scene->arena, i < 2 ? dates_relative(scene->arena, slot->use_day_s)
                                                  : dates_short(scene->arena, slot->use_day_s)),
                          .sub = slot->why == SLOT_FREE ? NULL : words_slot(slot->why),
                          .color = UI_UMBER,
                          .is_choice = true,
                          .is_selected = slot->use_day_s == s->chosen_s,
                          .is_disabled = slot->why != SLOT_FREE,
                      });
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_days *s = state;
    const struct slot *slot = chosen(s);
    common_header(ui, scene, words_mine_title(&s->card->line), NULL);
    ui_text(ui, UI_TITLE, tr("From which day?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_scroll(ui, "days", (struct ui_box){.grow = 3});
    show_grid(s, scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 2 : 0});
    mine_show_reasons(ui, s->reasons);
    if (slot != NULL) {
        common_slot(ui, scene, slot);
    }
    if (ui_is_landscape(ui)) {
        ui_spacer(ui);
    }
    mine_show_save(ui, s->card, (struct ui_command){DO_SAVE, 0}, tr("Ask for these days"),
                   slot != NULL && slot->why == SLOT_FREE);
    ui_end(ui);
    ui_end(ui);
}

static struct route save(struct mine_days *s, struct visit *visit)
{
    const struct slot *slot = chosen(s);
    if (slot == NULL || slot->why != SLOT_FREE) {
        return route_reload();
    }
    const struct terms terms = {
        .copy_id = slot->copy_id,
        .from_s = slot->pickup_s,
        .until_s = slot->return_s,
    };
    const enum err err = mine_move(visit, s->card, VERB_CHANGE, &terms, &s->reasons);
    if (err != ERR_OK) {
        return route_trouble(visit, mine_trouble(err), err);
    }
    return s->reasons == 0 ? route_pop() : route_reload();
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_days *s = state;
    if (command.verb == DO_SAVE) {
        return save(s, visit);
    }
    s->chosen_s = command.arg;
    s->reasons = 0;
    return route_stay();
}

const struct screen SCREEN_MINE_DAYS = {
    .name = "mine_days",
    .state_size = sizeof(struct mine_days),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
