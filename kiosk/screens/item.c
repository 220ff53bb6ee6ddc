/* One thing to borrow: what it is, what it costs, when it can be had. */
#include "base/clock.h"
#include "core/catalogue.h"
#include "core/slots.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/loan_draft.h"
#include "screens/words_catalogue.h"

enum { AHEAD_DAYS = 28 };

enum { DO_CHOOSE_DAY = 1, DO_JOIN };

struct item_state {
    int64_t item_id;
    struct catalogue_item item;
    int64_t pickup_s; /* the first; 0: none in sight */
    bool is_taken;    /* every copy, at the next possible pick-up */
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)visit;
    ((struct item_state *)state)->item_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct item_state *s = state;
    struct slot slots[AHEAD_DAYS];
    const int64_t now_s = clock_now_s();
    enum err err = catalogue_item(visit->db, visit->rows, s->item_id, &s->item);
    if (err == ERR_OK) {
        err = slots_propose(visit->db, s->item_id, now_s, now_s, 1, slots, AHEAD_DAYS);
    }
    s->pickup_s = 0;
    s->is_taken = false;
    for (int i = 0; err == ERR_OK && i < AHEAD_DAYS && s->pickup_s == 0; i++) {
        s->is_taken = s->is_taken || slots[i].why == SLOT_TAKEN;
        s->pickup_s = slots[i].why == SLOT_FREE ? slots[i].pickup_s : 0;
    }
    return err;
}

static void show_availability(const struct item_state *s, const struct scene *scene, struct ui *ui)
{
    struct ui_fact fact = {.id = "available", .icon = UI_ICON_CHECKED_DAY, .color = UI_OK};
    if (s->pickup_s == 0) {
        fact.icon = UI_ICON_EVENT_BUSY;
        fact.color = UI_WARN;
        fact.bold = tr("Taken for the next weeks");
    } else if (s->is_taken) {
        fact.icon = UI_ICON_EVENT_MOVED;
        fact.color = UI_WARN;
        fact.bold = tr("Lent out at the moment");
        fact.text = arena_printf(scene->arena, tr(" · free again %s"),
                                 dates_moment(scene->arena, s->pickup_s));
    } else {
        fact.bold = tr("Available");
        fact.text = arena_printf(scene->arena, tr(" · pick up from %s"),
                                 dates_moment(scene->arena, s->pickup_s));
    }
    ui_fact(ui, fact);
}

static void show_facts(const struct item_state *s, const struct scene *scene, struct ui *ui)
{
    const struct catalogue_item *item = &s->item;
    ui_begin_card(ui, (struct ui_box){0});
    show_availability(s, scene, ui);
    if (item->part_count > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "parts",
                        .icon = UI_ICON_LIST,
                        .color = UI_UMBER,
                        .text = arena_printf(
                            scene->arena, tr("With: %s"),
                            i18n_list(scene->arena, item->parts, (size_t)item->part_count)),
                    });
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "price",
                    .icon = UI_ICON_HEART,
                    .color = UI_UMBER,
                    .text = common_price(scene, item->fee_cents, item->subscriber_cents),
                });
    if (item->deposit_cents > 0) {
        ui_fact(ui, (struct ui_fact){
                        .id = "deposit",
                        .icon = UI_ICON_PRICE,
                        .color = UI_UMBER,
                        .text = words_deposit(scene, item->deposit_cents),
                    });
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "days",
                    .icon = UI_ICON_AGENDA,
                    .color = UI_UMBER,
                    .text = arena_printf(
                        scene->arena,
                        trn("For %ld day at most", "For %ld days at most", item->max_days),
                        (long)item->max_days),
                });
    ui_end(ui);
}

static void show_choose_day(const struct item_state *s, struct ui *ui)
{
    if (s->pickup_s == 0) {
        return;
    }
    ui_button(ui, (struct ui_button){
                      .id = "choose-day",
                      .command = {DO_CHOOSE_DAY, 0},
                      .label = s->is_taken ? tr("Choose another day") : tr("Choose a day"),
                      .icon = UI_ICON_CALENDAR,
                      .look = UI_FILLED,
                      .color = UI_UMBER,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_join(const struct item_state *s, const struct scene *scene, struct ui *ui)
{
    if (!s->is_taken && s->pickup_s != 0) {
        return;
    }
    ui_button(ui, (struct ui_button){
                      .id = "join",
                      .command = {DO_JOIN, 0},
                      .label = tr("Wait for the first that comes back"),
                      .sub = words_waiting(scene, s->item.waiting),
                      .icon = UI_ICON_RANK,
                      .look = s->pickup_s == 0 ? UI_FILLED : UI_OUTLINED,
                      .color = UI_UMBER,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_steps(const struct item_state *s, const struct scene *scene, struct ui *ui)
{
    show_join(s, scene, ui);
    show_choose_day(s, ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct item_state *s = state;
    const bool is_wide = ui_is_landscape(ui);
    common_header(ui, scene, tr("Borrow"), s->item.class_title);
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    ui_banner(ui, (struct ui_banner){
                      .id = "item",
                      .icon = icon_named(s->item.icon),
                      .color = UI_UMBER,
                      .title = s->item.title,
                  });
    if (is_wide && s->item.summary[0] != '\0') {
        ui_text(ui, UI_BODY, s->item.summary);
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_facts(s, scene, ui);
    if (!is_wide && s->item.summary[0] != '\0') {
        ui_text(ui, UI_BODY, s->item.summary);
    }
    if (is_wide) {
        ui_spacer(ui);
        show_steps(s, scene, ui);
    }
    ui_end(ui);
    ui_end(ui);
    if (!is_wide) {
        show_steps(s, scene, ui);
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct item_state *s = state;
    if (command.verb == DO_CHOOSE_DAY) {
        return route_push(&SCREEN_DAYS, s->item_id);
    }
    loan_draft_join(visit, &s->item);
    return route_review(visit);
}

const struct screen SCREEN_ITEM = {
    .name = "item",
    .state_size = sizeof(struct item_state),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
