/* For whom a helping hand is, and whether others of the household may see it. */
#include <string.h>

#include "base/err.h"
#include "base/text.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/writing.h"

enum { DO_WHOM = 1, DO_PRIVATE, DO_CONTINUE, DO_KEY, DO_WHOM_AGAIN };
enum { NAME_CHARS = 40 };

static const struct {
    const char *code;
    const char *label; /* msgids */
    enum ui_icon icon;
} WHOM[] = {
    {"self", N_("For me"), UI_ICON_SELF},
    {"household", N_("For my household"), UI_ICON_PEOPLE},
    {"other", N_("For somebody else"), UI_ICON_PERSON_ADD},
};

struct for_whom_state {
    struct writing_pad pad; /* the first name of somebody else */
    size_t whom;
    bool is_private;
    bool is_naming;
    bool is_danger;
    bool takes_words;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct for_whom_state *s = state;
    const struct ask *ask = &visit->draft.ask;
    (void)arg;
    for (size_t i = 0; i < ARRAY_LEN(WHOM); i++) {
        if (strcmp(WHOM[i].code, ask->for_whom) == 0) {
            s->whom = i;
        }
    }
    s->is_private = ask->is_private;
    s->is_danger = ask->is_danger;
    s->takes_words = help_category_of(&visit->draft)->takes_words;
    writing_start(&s->pad, NAME_CHARS, ask->for_name);
}

static void show_whom(const struct for_whom_state *s, struct ui *ui)
{
    ui_begin_grid(ui, 1, 3, (struct ui_box){.grow = 1});
    for (size_t i = 0; i < ARRAY_LEN(WHOM); i++) {
        ui_choice(ui, (struct ui_tile){
                          .id = WHOM[i].code,
                          .command = {DO_WHOM, (int64_t)i},
                          .icon = WHOM[i].icon,
                          .color = UI_TERRACOTTA,
                          .title = tr(WHOM[i].label),
                          .is_selected = i == s->whom,
                      });
    }
    ui_end(ui);
    ui_begin_grid(ui, 1, 1, (struct ui_box){0});
    ui_choice(ui, (struct ui_tile){
                      .id = "private",
                      .command = {DO_PRIVATE, 0},
                      .icon = UI_ICON_PRIVATE,
                      .color = UI_TERRACOTTA,
                      .title = tr("Only for me"),
                      .sub = tr("Never on the board. Only your ticket shows it, or your own card "
                                "with its PIN."),
                      .is_selected = s->is_private,
                  });
    ui_end(ui);
}

static void show_continue(struct ui *ui, const char *label)
{
    ui_button(ui, (struct ui_button){
                      .id = "continue",
                      .command = {DO_CONTINUE, 0},
                      .label = label,
                      .look = UI_FILLED,
                      .color = UI_TERRACOTTA,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_name(const struct for_whom_state *s, struct ui *ui)
{
    writing_show_field(&s->pad, ui,
                       (struct ui_field){
                           .id = "for-name",
                           .name = tr("First name"),
                           .hint = tr("Only the conciergerie sees it. You may leave it out."),
                           .color = UI_TERRACOTTA,
                           .grow = ui_is_landscape(ui) ? 1 : 0,
                       });
}

static void build_naming(const struct for_whom_state *s, const struct scene *scene, struct ui *ui)
{
    const char *label =
        writing_result(&s->pad).len == 0 ? tr("Go on without a name") : tr("Continue");
    ui_text(ui, UI_TITLE, tr("What is their first name?"));
    if (ui_is_landscape(ui)) { /* the keys need the height */
        ui_begin_row(ui, (struct ui_box){.align = UI_START});
        show_name(s, ui);
        show_continue(ui, label);
        ui_end(ui);
        writing_show_keys(&s->pad, scene, ui, DO_KEY);
    } else {
        show_name(s, ui);
        ui_spacer(ui);
        writing_show_keys(&s->pad, scene, ui, DO_KEY);
        show_continue(ui, label);
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct for_whom_state *s = state;
    ui_header(ui, (struct ui_header){
                      .title = help_title("need"),
                      .sub = help_progress(scene, "need", HELP_FOR_WHOM, false),
                      .clock = dates_clock(scene->arena, scene->now_s),
                      .back = {s->is_naming ? DO_WHOM_AGAIN : SHARED_BACK, 0},
                  });
    if (s->is_naming) {
        build_naming(s, scene, ui);
        return;
    }
    ui_text(ui, UI_TITLE, tr("Who is it for?"));
    if (!s->takes_words) {
        ui_notice(ui, (struct ui_notice){
                          .id = "no-words",
                          .icon = UI_ICON_PRIVATE,
                          .text = tr("You get an appointment. Nothing has to be explained here."),
                      });
    }
    show_whom(s, ui);
    show_continue(ui, tr("Continue"));
}

static struct route go_on(struct for_whom_state *s, struct visit *visit)
{
    struct ask *ask = &visit->draft.ask;
    const struct str name = writing_result(&s->pad);
    const bool is_other = strcmp(WHOM[s->whom].code, "other") == 0;
    /* In danger nothing more is asked than must be. */
    if (is_other && !s->is_naming && !s->is_danger) {
        s->is_naming = true;
        return route_stay();
    }
    ask->for_whom = WHOM[s->whom].code;
    ask->for_name = is_other ? arena_strndup(visit->arena, name.ptr, name.len) : "";
    ask->is_private = s->is_private;
    return help_next(visit, HELP_FOR_WHOM);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct for_whom_state *s = state;
    switch (command.verb) {
    case DO_WHOM:
        s->whom = (size_t)command.arg;
        return route_stay();
    case DO_PRIVATE:
        s->is_private = !s->is_private;
        return route_stay();
    case DO_KEY:
        writing_touch_key(&s->pad, &visit->scene, command.arg);
        return route_stay();
    case DO_WHOM_AGAIN:
        s->is_naming = false;
        return route_stay();
    default:
        return go_on(s, visit);
    }
}

static struct route write(void *state, struct visit *visit, const struct writing *writing)
{
    struct for_whom_state *s = state;
    return s->is_naming && writing_type(&s->pad, writing) ? go_on(s, visit) : route_stay();
}

const struct screen SCREEN_FOR_WHOM = {
    .name = "for_whom",
    .state_size = sizeof(struct for_whom_state),
    .enter = enter,
    .build = build,
    .act = act,
    .write = write,
    .flags = SCREEN_WRITING,
};
