/* "Pour quel jour ?": a day, for how many days, and what the house proposes for them. */
#include "base/clock.h"
#include "core/catalogue.h"
#include "core/slots.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/loan_draft.h"
#include "screens/words_catalogue.h"

enum { AHEAD_DAYS = 48, PAGE_DAYS = 12 };

enum { DO_CHOOSE = 1, DO_SET_DAYS, DO_SET_PAGE, DO_CONTINUE };

struct days {
    int64_t item_id;
    struct catalogue_item item;
    struct slot slots[AHEAD_DAYS];
    int page;
    int days;         /* in a row */
    int64_t chosen_s; /* local midnight; 0: none yet */
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct days *s = state;
    (void)visit;
    s->item_id = arg;
    s->days = 1;
}

static enum err load(void *state, struct visit *visit)
{
    struct days *s = state;
    const int64_t now_s = clock_now_s();
    const enum err err = catalogue_item(visit->db, visit->rows, s->item_id, &s->item);
    return err != ERR_OK
               ? err
               : slots_propose(visit->db, s->item_id, now_s, now_s, s->days, s->slots, AHEAD_DAYS);
}

/* NULL: none, or a day that is over. */
static const struct slot *chosen(const struct days *s)
{
    return slots_of_day(s->slots, AHEAD_DAYS, s->chosen_s);
}

/* One of the days that would be had. */
static bool is_had(const struct days *s, int64_t day_s)
{
    const struct slot *slot = chosen(s);
    if (slot == NULL || slot->why != SLOT_FREE) {
        return day_s == s->chosen_s;
    }
    return day_s >= s->chosen_s && day_s < clock_day_s(s->chosen_s, s->days);
}

static void show_day(const struct days *s, const struct slot *slot, const struct scene *scene,
                     struct ui *ui)
{
    const bool is_chosen = is_had(s, slot->use_day_s);
    const bool is_near = slot->use_day_s < clock_day_s(scene->now_s, 2);
    ui_button(ui, (struct ui_button){
                      .id = ui_format(ui, "day-%d", clock_civil(slot->use_day_s).day),
                      .command = {DO_CHOOSE, slot->use_day_s},
                      .label = i18n_capital(scene->arena,
                                            is_near ? dates_relative(scene->arena, slot->use_day_s)
                                                    : dates_short(scene->arena, slot->use_day_s)),
                      .sub = slot->why == SLOT_FREE ? NULL : words_slot(slot->why),
                      .color = UI_UMBER,
                      .is_choice = true,
                      .is_selected = is_chosen,
                      .is_disabled = slot->why != SLOT_FREE && !is_chosen,
                  });
}

static void show_pages(const struct days *s, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.equal = true});
    ui_button(ui, (struct ui_button){
                      .id = "earlier",
                      .command = {DO_SET_PAGE, s->page - 1},
                      .label = tr("Earlier"),
                      .icon = UI_ICON_LEFT,
                      .is_disabled = s->page == 0,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "later",
                      .command = {DO_SET_PAGE, s->page + 1},
                      .label = tr("Later"),
                      .icon = UI_ICON_RIGHT,
                      .is_disabled = (s->page + 1) * PAGE_DAYS >= AHEAD_DAYS,
                  });
    ui_end(ui);
}

static void show_grid(const struct days *s, const struct scene *scene, struct ui *ui)
{
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_begin_grid(ui, 3, 3,
                  (struct ui_box){
                      .gap_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL),
                      .grow = 1,
                  });
    for (int i = s->page * PAGE_DAYS; i < (s->page + 1) * PAGE_DAYS; i++) {
        show_day(s, &s->slots[i], scene, ui);
    }
    ui_end(ui);
    show_pages(s, ui);
    ui_end(ui);
}

/* What the chosen day gives, and what to do if it gives nothing. */
static void show_answer(const struct days *s, const struct scene *scene, struct ui *ui)
{
    const struct slot *slot = chosen(s);
    const struct ui_theme *theme = ui_theme_of(ui);
    /* As high as the proposal, so that nothing moves under the finger that chooses. */
    ui_begin_column(ui,
                    (struct ui_box){
                        .min_height_mm = 2 * theme_mm(theme, UI_ROW) + 2 * theme_mm(theme, UI_PAD),
                        .justify = UI_CENTER,
                    });
    if (slot == NULL) {
        ui_text(ui, UI_BODY,
                tr("Choose the day you need it: the house then says when to pick it up and when "
                   "to bring it back."));
    } else if (slot->why == SLOT_FREE) {
        common_slot(ui, scene, slot);
    } else {
        ui_notice(ui,
                  (struct ui_notice){
                      .id = "not-free",
                      .tone = UI_CAUTION,
                      .title = slot->why == SLOT_TAKEN ? tr("It is already taken for these days")
                                                       : tr("This does not work from that day on"),
                      .text = tr("Choose another day, or fewer days."),
                  });
    }
    ui_end(ui);
}

static void show_continue(const struct days *s, struct ui *ui)
{
    const struct slot *slot = chosen(s);
    ui_button(ui, (struct ui_button){
                      .id = "continue",
                      .command = {DO_CONTINUE, 0},
                      .label = tr("Continue"),
                      .icon = UI_ICON_FORWARD,
                      .look = UI_FILLED,
                      .color = UI_UMBER,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = slot == NULL || slot->why != SLOT_FREE,
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct days *s = state;
    const bool is_wide = ui_is_landscape(ui);
    common_header(ui, scene, s->item.title, tr("Borrow"));
    ui_text(ui, UI_TITLE, tr("For which day?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    show_grid(s, scene, ui);
    ui_begin_column(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    ui_stepper(ui, (struct ui_stepper){
                       .id = "days",
                       .label = tr("How many days?"),
                       .value = s->days,
                       .min = 1,
                       .max = s->item.max_days,
                       .less = {DO_SET_DAYS, s->days - 1},
                       .more = {DO_SET_DAYS, s->days + 1},
                   });
    show_answer(s, scene, ui);
    if (is_wide) {
        ui_spacer(ui);
        show_continue(s, ui);
    }
    ui_end(ui);
    ui_end(ui);
    if (!is_wide) {
        show_continue(s, ui);
    }
}

static struct route go_on(const struct days *s, struct visit *visit)
{
    const struct slot *slot = chosen(s);
    if (slot == NULL || slot->why != SLOT_FREE) {
        return route_stay();
    }
    loan_draft_ask(visit, &s->item, (struct loan_wish){.days = s->days, .slot = *slot});
    return route_review(visit);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct days *s = state;
    switch (command.verb) {
    case DO_CHOOSE:
        s->chosen_s = command.arg;
        return route_stay();
    case DO_SET_DAYS:
        s->days = (int)command.arg;
        return route_reload();
    case DO_SET_PAGE:
        s->page = (int)command.arg;
        return route_stay();
    default:
        return go_on(s, visit);
    }
}

const struct screen SCREEN_DAYS = {
    .name = "days",
    .state_size = sizeof(struct days),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
