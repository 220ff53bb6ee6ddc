/* What kind of helping hand, needed or offered. */
#include <string.h>

#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/words_help.h"

enum { DO_CATEGORY = 1, DO_CHILD_CARE };

struct help_category_state {
    const char *direction; /* a literal */
};

static bool is_need(const struct help_category_state *s)
{
    return strcmp(s->direction, "need") == 0;
}

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct help_category_state *s = state;
    (void)arg;
    s->direction = visit->draft.ask.direction;
}

/* What is needed may be anything; offered is only what may hang on the board. */
static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct help_category_state *s = state;
    size_t count = 0;
    const struct help_category *categories = help_categories(&count);
    common_header(ui, scene, help_title(s->direction),
                  help_progress(scene, s->direction, HELP_CATEGORY, false));
    ui_text(ui, UI_TITLE, is_need(s) ? tr("A hand with what?") : tr("What would you like to do?"));
    ui_begin_grid(ui, 2, is_need(s) ? 5 : 3, (struct ui_box){.grow = 1});
    for (size_t i = 0; i < count; i++) {
        const struct pictured *word = words_help_category(categories[i].code);
        if (is_need(s) || categories[i].is_for_board) {
            ui_choice(ui, (struct ui_tile){
                              .id = categories[i].code,
                              .command = {DO_CATEGORY, (int64_t)i},
                              .icon = word->icon,
                              .color = UI_TERRACOTTA,
                              .title = tr(word->label),
                              .sub = ui_is_landscape(ui) ? NULL : tr(word->sub),
                          });
        }
    }
    if (is_need(s)) {
        ui_choice(ui, (struct ui_tile){
                          .id = "child-care",
                          .command = {DO_CHILD_CARE, 0},
                          .icon = UI_ICON_CHILD_CARE,
                          .color = UI_TEAL,
                          .title = tr("Child care"),
                          .sub = tr("See the services"),
                      });
    }
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    size_t count = 0;
    struct ask *ask = &visit->draft.ask;
    (void)state;
    if (command.verb == DO_CHILD_CARE) {
        return route_push(&SCREEN_SERVICES, 0);
    }
    const struct help_category *category = &help_categories(&count)[command.arg];
    if (strcmp(ask->category, category->code) != 0) {
        /* What was answered about another category does not hold for this one. */
        ask->choice = category->choices[0];
        ask->urgency = "";
        ask->is_danger = false;
        ask->words_count = 0;
    }
    ask->category = category->code;
    return help_next(visit, HELP_CATEGORY);
}

const struct screen SCREEN_HELP_CATEGORY = {
    .name = "help_category",
    .state_size = sizeof(struct help_category_state),
    .enter = enter,
    .build = build,
    .act = act,
};
