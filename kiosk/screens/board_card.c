/* One card of the board, and "je peux aider". */
#include <string.h>

#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/words.h"
#include "screens/words_help.h"

enum { DO_REPLY = 1, DO_MINE };

struct board_card_state {
    int64_t request_id;
    const struct board_card *card; /* NULL: it no longer hangs there */
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct board_card_state *s = state;
    (void)visit;
    s->request_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct board_card_state *s = state;
    struct board_card *card = arena_alloc(visit->rows, sizeof(*card));
    const enum err err =
        board_card(visit->db, s->request_id, visit->actor.household_id, visit->rows, card);
    s->card = err == ERR_OK ? card : NULL;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static bool is_need(const struct board_card *card)
{
    return strcmp(card->item.direction, "need") == 0;
}

static void show_what(const struct board_card *card, const struct scene *scene, struct ui *ui)
{
    const struct pictured *choice = words_help_choice(card->item.category, card->item.choice);
    ui_banner(ui, (struct ui_banner){
                      .id = "card",
                      .icon = choice->icon,
                      .color = UI_TERRACOTTA,
                      .title = tr(choice->label),
                      .sub = ui_format(ui,
                                       is_need(card) ? tr("A neighbour needs a hand · %s")
                                                     : tr("A neighbour can help · %s"),
                                       tr(words_help_category(card->item.category)->label)),
                  });
    ui_begin_card(ui, (struct ui_box){0});
    if (card->item.words[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "words",
                        .icon = UI_ICON_MESSAGE,
                        .color = UI_TERRACOTTA,
                        .text = card->item.words,
                        .lang = card->item.lang,
                    });
    }
    ui_fact(ui,
            (struct ui_fact){
                .id = "since",
                .icon = UI_ICON_CAMPAIGN,
                .color = UI_TERRACOTTA,
                .text = ui_format(ui, tr("Put up %s"), dates_age(scene->arena, card->item.since_s)),
            });
    ui_end(ui);
}

static void show_how(const struct board_card *card, struct ui *ui)
{
    const struct ui_step steps[] = {
        {UI_ICON_HANDSHAKE,
         is_need(card) ? tr("You say that you can help") : tr("You say that it would help you"),
         UI_STEP_CURRENT},
        {UI_ICON_STAFF, tr("The conciergerie asks both of you"), UI_STEP_AHEAD},
        {UI_ICON_PHONE, tr("Both say yes: then you are put in touch"), UI_STEP_AHEAD},
    };
    ui_begin_card(ui, (struct ui_box){0});
    ui_text(ui, UI_HEADING, tr("What happens then?"));
    ui_space(ui, 3);
    ui_steps(ui, steps, ARRAY_LEN(steps));
    ui_space(ui, 4);
    ui_fact(ui, (struct ui_fact){
                    .id = "contact",
                    .icon = UI_ICON_PRIVATE,
                    .color = UI_TERRACOTTA,
                    .text = tr("No name and no phone number is given before you both agree."),
                });
    ui_end(ui);
}

static void show_known(struct ui *ui, const char *text)
{
    ui_notice(ui, (struct ui_notice){.id = "known", .text = text, .is_private = true});
    ui_button(ui, (struct ui_button){
                      .id = "mine",
                      .command = {DO_MINE, 0},
                      .label = tr("Follow my requests"),
                      .icon = UI_ICON_QR,
                      .color = UI_TERRACOTTA,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_gone(struct ui *ui)
{
    ui_notice(ui, (struct ui_notice){
                      .id = "gone",
                      .tone = UI_CAUTION,
                      .title = tr("This card no longer hangs there."),
                      .text = tr("Somebody may just have answered it. Others wait on the board."),
                  });
    ui_button(ui, (struct ui_button){
                      .id = "board",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Back to the board"),
                      .icon = UI_ICON_CAMPAIGN,
                      .color = UI_TERRACOTTA,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_spacer(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct board_card_state *s = state;
    common_header(ui, scene, tr("The neighbours’ board"), NULL);
    if (s->card == NULL) {
        show_gone(ui);
        return;
    }
    ui_begin_split(ui, (struct ui_box){.align = ui_is_landscape(ui) ? UI_START : UI_NATURAL});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_what(s->card, scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    if (s->card->is_own) {
        show_known(ui, tr("This card is your household’s own."));
    } else if (s->card->has_replied) {
        show_known(ui, tr("Your household has already answered this card."));
    } else {
        show_how(s->card, ui);
    }
    ui_end(ui);
    ui_end(ui);
    ui_spacer(ui);
    if (!s->card->is_own && !s->card->has_replied) {
        ui_button(ui, (struct ui_button){
                          .id = "reply",
                          .command = {DO_REPLY, 0},
                          .label = is_need(s->card) ? tr("I can help") : tr("That would help me"),
                          .icon = is_need(s->card) ? UI_ICON_GIVE : UI_ICON_CHECK,
                          .look = UI_FILLED,
                          .color = UI_TERRACOTTA,
                          .size = UI_MAIN_BUTTON,
                      });
    }
}

static struct route reply(const struct board_card *card, struct visit *visit)
{
    struct draft *draft = help_begin(visit, "reply");
    draft->ask.parent_id = card->item.request_id;
    draft->ask.category = arena_strdup(visit->arena, card->item.category);
    draft->ask.choice = arena_strdup(visit->arena, card->item.choice);
    unsigned reasons = 0;
    const enum err err = request_may_ask(visit->db, &draft->ask, &reasons);
    if (err == ERR_DENIED && (reasons & GUARD_PARENT) != 0) {
        return route_reload(); /* it went meanwhile */
    }
    /* A guest's limits may still be lifted by a card: the review says them. */
    return err == ERR_OK || err == ERR_DENIED ? help_first(visit)
                                              : route_trouble(visit, TROUBLE_PROGRAM, err);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct board_card_state *s = state;
    return command.verb == DO_MINE ? route_push(&SCREEN_MINE, 0) : reply(s->card, visit);
}

const struct screen SCREEN_BOARD_CARD = {
    .name = "board_card",
    .state_size = sizeof(struct board_card_state),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
