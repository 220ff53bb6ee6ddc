/* A few words, if they wish: never needed, in whatever language they are written. */
#include <string.h>

#include "base/text.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/words_help.h"
#include "screens/writing.h"

enum { DO_KEY = 1, DO_CONTINUE };

struct words_state {
    struct writing_pad pad;
    const char *direction; /* a literal */
    const struct help_category *category;
    const char *choice; /* of core/codes.h */
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct words_state *s = state;
    const struct ask *ask = &visit->draft.ask;
    (void)arg;
    s->direction = ask->direction;
    s->category = help_category_of(&visit->draft);
    s->choice = ask->choice;
    writing_start(&s->pad, ASK_MAX_WORDS_CHARS, ask->words_count > 0 ? ask->words[0].words : "");
}

static bool is_reply(const struct words_state *s)
{
    return strcmp(s->direction, "reply") == 0;
}

static const char *sub(const struct words_state *s, const struct scene *scene, struct ui *ui)
{
    const char *progress = help_progress(scene, s->direction, HELP_WORDS, s->category->is_repair);
    const char *who_reads = is_reply(s)                 ? tr("only the conciergerie reads it")
                            : s->category->is_for_board ? tr("shown once the conciergerie agrees")
                                                        : tr("never on the neighbours’ board");
    return ui_format(ui, "%s · %s", progress, who_reads);
}

static void show_tag(struct ui *ui, const char *id, const struct pictured *word)
{
    ui_chip(ui, (struct ui_button){
                    .id = id,
                    .label = tr(word->label),
                    .icon = word->icon,
                    .look = UI_FILLED,
                    .color = UI_TERRACOTTA,
                });
}

static void show_field(const struct words_state *s, struct ui *ui)
{
    writing_show_field(&s->pad, ui,
                       (struct ui_field){
                           .id = "words",
                           .name = tr("Your words"),
                           .hint = tr("No name, no address, nothing about health here."),
                           .color = UI_TERRACOTTA,
                           .grow = 1,
                       });
}

static void show_continue(const struct words_state *s, struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "continue",
                      .command = {DO_CONTINUE, 0},
                      .label = writing_result(&s->pad).len == 0 ? tr("Go on without words")
                                                                : tr("Continue"),
                      .look = UI_FILLED,
                      .color = UI_TERRACOTTA,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct words_state *s = state;
    ui_header(ui, (struct ui_header){
                      .title = help_title(s->direction),
                      .sub = sub(s, scene, ui),
                      .back = {SHARED_BACK, 0},
                  });
    ui_begin_split(ui, (struct ui_box){0});
    ui_text(ui, UI_TITLE, is_reply(s) ? tr("When would it suit you?") : tr("A few words to add?"));
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    show_tag(ui, "category", words_help_category(s->category->code));
    show_tag(ui, "choice", words_help_choice(s->category->code, s->choice));
    ui_end(ui);
    ui_end(ui);
    if (ui_is_landscape(ui)) { /* the keys need the height */
        ui_begin_row(ui, (struct ui_box){.align = UI_START});
        show_field(s, ui);
        show_continue(s, ui);
        ui_end(ui);
        writing_show_keys(&s->pad, scene, ui, DO_KEY);
    } else {
        show_field(s, ui);
        writing_show_keys(&s->pad, scene, ui, DO_KEY);
        show_continue(s, ui);
    }
}

static struct route go_on(const struct words_state *s, struct visit *visit)
{
    struct ask *ask = &visit->draft.ask;
    const struct str words = writing_result(&s->pad);
    ask->words[0] = (struct ask_words){"", arena_strndup(visit->arena, words.ptr, words.len)};
    ask->words_count = words.len == 0 ? 0 : 1;
    ask->lang = i18n_lang();
    return help_next(visit, HELP_WORDS);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct words_state *s = state;
    if (command.verb == DO_CONTINUE) {
        return go_on(s, visit);
    }
    writing_touch_key(&s->pad, &visit->scene, command.arg);
    return route_stay();
}

static struct route write(void *state, struct visit *visit, const struct writing *writing)
{
    struct words_state *s = state;
    return writing_type(&s->pad, writing) ? go_on(s, visit) : route_stay();
}

const struct screen SCREEN_WORDS = {
    .name = "words",
    .state_size = sizeof(struct words_state),
    .enter = enter,
    .build = build,
    .act = act,
    .write = write,
    .flags = SCREEN_WRITING,
};
