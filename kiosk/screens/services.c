/* What the house does for its neighbours, in three pillars. */
#include "core/catalogue.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words_catalogue.h"

enum { DO_PILLAR = 1, DO_SEARCH };

struct services_state {
    char none;
};

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_header(ui, scene, tr("Services"), tr("With the house and its partners"));
    ui_text(ui, UI_TITLE, tr("What can we do for you?"));
    ui_begin_grid(ui, 1, ui_is_large(ui) ? 1 : 3, (struct ui_box){.grow = 1});
    for (int i = 0; i < PILLAR_COUNT; i++) {
        const struct pillar_words *words = words_pillar((enum pillar)i);
        ui_tile(ui, (struct ui_tile){
                        .id = ui_format(ui, "pillar-%d", i + 1),
                        .command = {DO_PILLAR, i},
                        .icon = words->icon,
                        .color = UI_TEAL,
                        .title = tr(words->title),
                        .sub = tr(words->sub),
                        .is_tall = true,
                    });
    }
    ui_end(ui);
    ui_button(ui, (struct ui_button){
                      .id = "search",
                      .command = {DO_SEARCH, 0},
                      .label = tr("Search by word"),
                      .icon = UI_ICON_SEARCH,
                      .size = UI_MAIN_BUTTON,
                  });
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return command.verb == DO_SEARCH ? route_push(&SCREEN_SEARCH, 0)
                                     : route_push(&SCREEN_SERVICE_LIST, command.arg);
}

const struct screen SCREEN_SERVICES = {
    .name = "services",
    .state_size = sizeof(struct services_state),
    .build = build,
    .act = act,
};
