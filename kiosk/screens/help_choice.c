/* What it is about, in a picture. */
#include <string.h>

#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/words_help.h"

enum { DO_CHOICE = 1 };

struct help_choice_state {
    const char *direction; /* a literal */
    const struct help_category *category;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct help_choice_state *s = state;
    (void)arg;
    s->direction = visit->draft.ask.direction;
    s->category = help_category_of(&visit->draft);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct help_choice_state *s = state;
    const struct pictured *category = words_help_category(s->category->code);
    common_header(ui, scene, help_title(s->direction),
                  help_progress(scene, s->direction, HELP_CHOICE, s->category->is_repair));
    ui_text(ui, UI_TITLE, tr("What is it about?"));
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    ui_chip(ui, (struct ui_button){
                    .id = "category",
                    .label = tr(category->label),
                    .icon = category->icon,
                    .look = UI_FILLED,
                    .color = UI_TERRACOTTA,
                });
    ui_end(ui);
    ui_begin_grid(ui, 2, 3, (struct ui_box){.grow = 1});
    for (int i = 0; s->category->choices[i] != NULL; i++) {
        const struct pictured *choice =
            words_help_choice(s->category->code, s->category->choices[i]);
        ui_choice(ui, (struct ui_tile){
                          .id = s->category->choices[i],
                          .command = {DO_CHOICE, i},
                          .icon = choice->icon,
                          .color = UI_TERRACOTTA,
                          .title = tr(choice->label),
                      });
    }
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct help_choice_state *s = state;
    visit->draft.ask.choice = s->category->choices[command.arg];
    return help_next(visit, HELP_CHOICE);
}

const struct screen SCREEN_HELP_CHOICE = {
    .name = "help_choice",
    .state_size = sizeof(struct help_choice_state),
    .enter = enter,
    .build = build,
    .act = act,
};
