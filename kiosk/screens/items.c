/* The things of one class, with what is free of each. */
#include "base/clock.h"
#include "core/catalogue.h"
#include "core/slots.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words_catalogue.h"

enum { DO_ITEM = 1 };

struct items {
    struct catalogue_class class;
    struct slot_item *rows;
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)visit;
    ((struct items *)state)->class.id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct items *items = state;
    const enum err err = catalogue_class(visit->db, visit->rows, items->class.id, &items->class);
    return err != ERR_OK ? err
                         : slots_list_class(visit->db, items->class.id, clock_now_s(), visit->rows,
                                            &items->rows, &items->count);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct items *items = state;
    common_header(ui, scene, tr("Borrow"), items->class.title);
    ui_text(ui, UI_TITLE, tr("Which one?"));
    if (items->count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .text = tr("There is nothing of this kind yet. Tell the desk what you "
                                     "would need: somebody may have it."),
                      });
        return;
    }
    ui_begin_scroll(ui, "items", (struct ui_box){.grow = 1});
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < items->count; i++) {
        const struct slot_item *row = &items->rows[i];
        ui_list_row(ui, (struct ui_list_row){
                            .id = ui_format(ui, "item-%lld", (long long)row->item_id),
                            .command = {DO_ITEM, row->item_id},
                            .icon = icon_named(row->icon),
                            .color = UI_UMBER,
                            .title = row->title,
                            .pill = words_stock(scene, row->free, row->copies),
                        });
    }
    ui_end(ui);
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return route_push(&SCREEN_ITEM, command.arg);
}

const struct screen SCREEN_ITEMS = {
    .name = "items",
    .state_size = sizeof(struct items),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
