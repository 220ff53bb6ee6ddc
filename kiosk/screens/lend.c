/* What can be borrowed: the classes of things. */
#include "core/catalogue.h"
#include "i18n/i18n.h"
#include "screens/common.h"

enum { FIT_MAX = 8 }; /* as many tiles fill a page */

enum { DO_CLASS = 1, DO_SEARCH };

struct lend {
    struct catalogue_class *classes;
    int count;
};

static enum err load(void *state, struct visit *visit)
{
    struct lend *lend = state;
    return catalogue_classes(visit->db, visit->rows, &lend->classes, &lend->count);
}

static void show_class(struct ui *ui, const struct scene *scene,
                       const struct catalogue_class *class)
{
    ui_choice(ui,
              (struct ui_tile){
                  .id = ui_format(ui, "class-%lld", (long long)class->id),
                  .command = {DO_CLASS, class->id},
                  .icon = icon_named(class->icon),
                  .color = UI_UMBER,
                  .title = class->title,
                  .sub = arena_printf(scene->arena, trn("%ld thing", "%ld things", class->items),
                                      (long)class->items),
              });
}

static void show_classes(const struct lend *lend, const struct scene *scene, struct ui *ui)
{
    ui_begin_grid(ui, 2, ui_even_columns(lend->count, 4),
                  (struct ui_box){.grow = lend->count <= FIT_MAX});
    for (int i = 0; i < lend->count; i++) {
        show_class(ui, scene, &lend->classes[i]);
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct lend *lend = state;
    common_header(ui, scene, tr("Borrow"), tr("For some days, from the house"));
    ui_text(ui, UI_TITLE, tr("What would you like to borrow?"));
    if (lend->count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .text = tr("There is nothing to borrow yet. Tell the desk what you would "
                                     "need: somebody may have it."),
                      });
        return;
    }
    if (lend->count <= FIT_MAX) {
        show_classes(lend, scene, ui);
    } else {
        ui_begin_scroll(ui, "classes", (struct ui_box){.grow = 1});
        show_classes(lend, scene, ui);
        ui_end(ui);
    }
    ui_button(ui, (struct ui_button){
                      .id = "search",
                      .command = {DO_SEARCH, 0},
                      .label = tr("Search by word"),
                      .icon = UI_ICON_SEARCH,
                      .color = UI_UMBER,
                      .size = UI_MAIN_BUTTON,
                  });
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return command.verb == DO_SEARCH ? route_push(&SCREEN_SEARCH, 0)
                                     : route_push(&SCREEN_ITEMS, command.arg);
}

const struct screen SCREEN_LEND = {
    .name = "lend",
    .state_size = sizeof(struct lend),
    .load = load,
    .build = build,
    .act = act,
};
