#include "screens/helping.h"

#include <string.h>

#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/review.h"
#include "screens/words_help.h"

static const struct screen *const FORMS[HELP_STEP_COUNT] = {
    [HELP_CATEGORY] = &SCREEN_HELP_CATEGORY,
    [HELP_CHOICE] = &SCREEN_HELP_CHOICE,
    [HELP_URGENCY] = &SCREEN_URGENCY,
    [HELP_SAFETY] = &SCREEN_SAFETY,
    [HELP_WORDS] = &SCREEN_WORDS,
    [HELP_FOR_WHOM] = &SCREEN_FOR_WHOM,
};

static bool is(const char *direction, const char *code)
{
    return strcmp(direction, code) == 0;
}

const struct help_category *help_category_of(const struct draft *draft)
{
    return help_category_find(draft->ask.category);
}

static bool applies(const struct draft *draft, enum help_step step)
{
    const struct ask *ask = &draft->ask;
    const struct help_category *category = help_category_of(draft);
    const bool is_need = is(ask->direction, "need");
    switch (step) {
    case HELP_CATEGORY:
        return !is(ask->direction, "reply");
    case HELP_CHOICE:
        return !is(ask->direction, "reply") && category != NULL && category->choices[1] != NULL;
    case HELP_URGENCY:
        return is_need && category != NULL && category->is_repair;
    case HELP_SAFETY:
        return is_need && ask->is_danger;
    case HELP_WORDS:
        return category != NULL && category->takes_words && !ask->is_danger;
    case HELP_FOR_WHOM:
        return is_need;
    case HELP_STEP_COUNT:
        break;
    }
    return false;
}

/* Of the stack, for "modifier". */
static int depth_of(const struct draft *draft, enum help_step step)
{
    int depth = draft->depth + 1;
    for (int before = 0; before < (int)step; before++) {
        depth += applies(draft, (enum help_step)before);
    }
    return depth;
}

struct route help_next(struct visit *visit, enum help_step step)
{
    for (int next = (int)step + 1; next < HELP_STEP_COUNT; next++) {
        if (applies(&visit->draft, (enum help_step)next)) {
            return route_push(FORMS[next], 0);
        }
    }
    return route_review(visit);
}

struct route help_first(struct visit *visit)
{
    const bool is_reply = is(visit->draft.ask.direction, "reply");
    return route_push(is_reply ? &SCREEN_WORDS : &SCREEN_HELP_CATEGORY, 0);
}

/* ---- The review ---- */

static void show_urgency(const struct draft *draft, struct ui *ui)
{
    const struct pictured *urgency = words_urgency(draft->ask.urgency);
    ui_fact(ui, (struct ui_fact){
                    .id = "urgency",
                    .icon = urgency->icon,
                    .color = draft->ask.is_danger ? UI_BAD : draft->color,
                    .bold = tr(urgency->label),
                    .edit = review_edit(depth_of(draft, HELP_URGENCY)),
                    .edit_label = tr("change"),
                });
}

static void show_words(const struct draft *draft, struct ui *ui)
{
    const bool has_words = draft->ask.words_count > 0;
    ui_fact(ui, (struct ui_fact){
                    .id = "words",
                    .icon = UI_ICON_MESSAGE,
                    .color = draft->color,
                    .text = has_words ? draft->ask.words[0].words : tr("No words added"),
                    .lang = has_words ? draft->ask.lang : NULL,
                    .is_private = has_words,
                    .edit = review_edit(depth_of(draft, HELP_WORDS)),
                    .edit_label = has_words ? tr("change") : tr("add"),
                });
}

static const char *for_whom(const struct draft *draft, const struct scene *scene)
{
    if (strcmp(draft->ask.for_whom, "household") == 0) {
        return tr("For my household");
    }
    if (strcmp(draft->ask.for_whom, "other") != 0) {
        return tr("For me");
    }
    return draft->ask.for_name[0] == '\0'
               ? tr("For somebody else")
               : arena_printf(scene->arena, tr("For %s"), draft->ask.for_name);
}

static void show_for_whom(const struct draft *draft, const struct scene *scene, struct ui *ui)
{
    ui_fact(ui, (struct ui_fact){
                    .id = "for-whom",
                    .icon = UI_ICON_PERSON,
                    .color = draft->color,
                    .text = for_whom(draft, scene),
                    .is_private = draft->ask.for_name[0] != '\0',
                    .edit = review_edit(depth_of(draft, HELP_FOR_WHOM)),
                    .edit_label = tr("change"),
                });
    if (draft->ask.is_private) {
        ui_fact(ui, (struct ui_fact){
                        .id = "private",
                        .icon = UI_ICON_PRIVATE,
                        .color = draft->color,
                        .text = tr("Only for me"),
                    });
    }
}

static void show_review(const struct draft *draft, const struct scene *scene, struct ui *ui)
{
    const struct pictured *category = words_help_category(draft->ask.category);
    const struct pictured *choice = words_help_choice(draft->ask.category, draft->ask.choice);
    const bool is_reply = is(draft->ask.direction, "reply");
    struct ui_command edit = {0}; /* what a reply answers to is not its own to change */
    if (!is_reply) {
        edit = review_edit(depth_of(draft, HELP_CATEGORY));
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "choice",
                    .icon = choice->icon,
                    .color = draft->color,
                    .bold = tr(choice->label),
                    .text = ui_format(ui, " · %s", tr(category->label)),
                    .edit = edit,
                    .edit_label = tr("change"),
                });
    if (applies(draft, HELP_URGENCY)) {
        show_urgency(draft, ui);
    }
    if (applies(draft, HELP_WORDS)) {
        show_words(draft, ui);
    }
    if (applies(draft, HELP_FOR_WHOM)) {
        show_for_whom(draft, scene, ui);
    }
    const struct help_category *found = help_category_of(draft);
    if (found->is_for_board && !draft->ask.is_private && !is_reply) {
        ui_fact(ui, (struct ui_fact){
                        .id = "board",
                        .icon = UI_ICON_CAMPAIGN,
                        .color = draft->color,
                        .text = tr("May hang on the neighbours’ board, without your name, once "
                                   "the conciergerie agrees."),
                    });
    }
    if (is_reply) {
        ui_fact(ui, (struct ui_fact){
                        .id = "contact",
                        .icon = UI_ICON_PRIVATE,
                        .color = draft->color,
                        .text = tr("Your contact details are only given if you both agree."),
                    });
    }
}

static void show_summary(const struct draft *draft, const struct scene *scene, struct ui *ui,
                         const char **what, const char **when)
{
    const char *choice = tr(words_help_choice(draft->ask.category, draft->ask.choice)->label);
    (void)scene;
    *what = ui_format(
        ui, is(draft->ask.direction, "need") ? tr("Helping hand: %s") : tr("I can help: %s"),
        choice);
    *when = applies(draft, HELP_URGENCY) ? tr(words_urgency(draft->ask.urgency)->label)
                                         : tr(words_help_category(draft->ask.category)->label);
}

struct draft *help_begin(struct visit *visit, const char *direction)
{
    struct draft *draft = draft_begin(visit, KIND_HELP, VERB_ASK);
    draft->ask.direction = direction;
    draft->color = UI_TERRACOTTA;
    draft->icon = UI_ICON_HELP_HAND;
    draft->review = show_review;
    draft->summary = show_summary;
    return draft;
}

/* ---- Headers and rows ---- */

const char *help_title(const char *direction)
{
    return is(direction, "need") ? tr("Helping hands: I need") : tr("Helping hands: I can help");
}

const char *help_progress(const struct scene *scene, const char *direction, enum help_step step,
                          bool is_repair)
{
    static const int NUMBERS[HELP_STEP_COUNT] = {
        [HELP_CATEGORY] = 1, [HELP_CHOICE] = 2,   [HELP_URGENCY] = 3,
        [HELP_WORDS] = 3,    [HELP_FOR_WHOM] = 4,
    };
    const bool is_need = is(direction, "need");
    if (is(direction, "reply") || (step == HELP_WORDS && is_need && is_repair)) {
        return tr("Optional");
    }
    return common_progress(scene, NUMBERS[step], is_need ? 4 : 3);
}

void help_board_row(struct ui *ui, const struct scene *scene, const struct board_item *item,
                    struct ui_command command)
{
    const struct pictured *choice = words_help_choice(item->category, item->choice);
    const bool is_need = is(item->direction, "need");
    const bool has_words = item->words[0] != '\0' && is(item->lang, scene->lang);
    ui_list_row(ui, (struct ui_list_row){
                        .id = ui_format(ui, "board-%lld", (long long)item->request_id),
                        .command = command,
                        .icon = choice->icon,
                        .color = UI_TERRACOTTA,
                        .title = tr(choice->label),
                        .sub = has_words ? item->words
                                         : ui_format(ui, "%s · %s",
                                                     tr(words_help_category(item->category)->label),
                                                     dates_age(scene->arena, item->since_s)),
                        .pill = {.text = is_need ? trc("on the board", "needed")
                                                 : trc("on the board", "offered"),
                                 .tone = is_need ? UI_CAUTION : UI_GOOD},
                    });
}
