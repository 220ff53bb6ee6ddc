/* How urgent a repair is; asked before any words, since a danger comes first. */
#include <string.h>

#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/words_help.h"

enum { DO_URGENCY = 1 };

struct urgency_state {
    const char *direction; /* literals */
    const char *urgency;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct urgency_state *s = state;
    (void)arg;
    s->direction = visit->draft.ask.direction;
    s->urgency = visit->draft.ask.urgency;
}

static bool is_danger(const char *urgency)
{
    return strcmp(urgency, "danger") == 0;
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct urgency_state *s = state;
    size_t count = 0;
    const char *const *codes = urgency_codes(&count);
    common_header(ui, scene, help_title(s->direction),
                  help_progress(scene, s->direction, HELP_URGENCY, true));
    ui_text(ui, UI_TITLE, tr("How urgent is it?"));
    ui_begin_grid(ui, 1, 3, (struct ui_box){.grow = 1});
    for (size_t i = 0; i < count; i++) {
        const struct pictured *word = words_urgency(codes[i]);
        const struct ui_tile tile = {
            .id = codes[i],
            .command = {DO_URGENCY, (int64_t)i},
            .icon = word->icon,
            .color = is_danger(codes[i]) ? UI_BAD : UI_TERRACOTTA,
            .title = tr(word->label),
            .sub = tr(word->sub),
            .is_selected = strcmp(codes[i], s->urgency) == 0,
            .is_tall = true,
        };
        if (is_danger(codes[i])) {
            ui_tile(ui, tile);
        } else {
            ui_choice(ui, tile);
        }
    }
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct urgency_state *s = state;
    size_t count = 0;
    s->urgency = urgency_codes(&count)[command.arg];
    visit->draft.ask.urgency = s->urgency;
    visit->draft.ask.is_danger = is_danger(s->urgency);
    return help_next(visit, HELP_URGENCY);
}

const struct screen SCREEN_URGENCY = {
    .name = "urgency",
    .state_size = sizeof(struct urgency_state),
    .enter = enter,
    .build = build,
    .act = act,
};
