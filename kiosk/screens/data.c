/* What the house keeps about people, in plain words. */
#include "core/preference.h"
#include "i18n/i18n.h"
#include "screens/common.h"

enum { DO_FORGET = 1 };

struct data_state {
    bool is_remembered; /* how they like the screen, for their card */
    bool is_forgotten;  /* just now */
};

static const struct {
    const char *id;
    enum ui_icon icon;
    enum ui_color color;
    const char *title; /* msgids */
    const char *text;
} FACTS[] = {
    {"kept", UI_ICON_DOCUMENT, UI_TEAL, N_("What is kept"),
     N_("What you asked for, when, and the answer. Your first name, phone and words only if you "
        "gave them, on the side, where they can be erased.")},
    {"seen", UI_ICON_VISIBLE, UI_TEAL, N_("Who sees it"),
     N_("The conciergerie. Neighbours see neither names nor numbers.")},
    {"screen", UI_ICON_LOGOUT, UI_TEAL, N_("On this screen"),
     N_("Everything goes with “Finish and erase”, or by itself when nobody touches the screen.")},
    {"time", UI_ICON_HISTORY, UI_TEAL, N_("How long"),
     N_("Until you ask to have it erased. Then only counts without names stay, for the house’s "
        "yearly figures.")},
    {"never", UI_ICON_BLOCKED, UI_BAD, N_("What is never kept"),
     N_("Your health, your income, why you see a partner, your PIN in clear.")},
    {"erase", UI_ICON_PRIVATE, UI_TEAL, N_("Read it, correct it, erase it"),
     N_("Ask at the desk, with your card or your ticket. It is your right, and it is free.")},
};

static void show_facts(struct ui *ui, size_t first, size_t end)
{
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    for (size_t i = first; i < end; i++) {
        ui_begin_card(ui, (struct ui_box){0});
        ui_begin_row(ui, (struct ui_box){0});
        ui_icon_show(ui, FACTS[i].icon, UI_ICON_LARGE, FACTS[i].color);
        ui_begin_column(ui, (struct ui_box){.grow = 1, .gap_mm = 1});
        ui_label(ui, (struct ui_label){
                         .id = FACTS[i].id, .text = tr(FACTS[i].title), .style = UI_HEADING});
        ui_text(ui, UI_BODY, tr(FACTS[i].text));
        ui_end(ui);
        ui_end(ui);
        ui_end(ui);
    }
    ui_end(ui);
}

static struct card_holder holder_of(const struct visit *visit)
{
    return (struct card_holder){
        .household_id = visit->actor.household_id,
        .person_id = visit->actor.person_id,
    };
}

static enum err load(void *state, struct visit *visit)
{
    struct data_state *data = state;
    struct preference preference;
    if (!visit->actor.has_card) {
        return ERR_OK;
    }
    const enum err err = preference_get(visit->db, holder_of(visit), &preference);
    data->is_remembered = err == ERR_OK;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* Only to whom it belongs: what the screen remembers for the card that was scanned. */
static void show_remembered(const struct data_state *data, struct ui *ui)
{
    if (data->is_forgotten) {
        ui_notice(ui, (struct ui_notice){
                          .id = "forgotten",
                          .tone = UI_GOOD,
                          .text = tr("Your card remembers no settings any more."),
                          .is_private = true,
                      });
    } else if (data->is_remembered) {
        ui_notice(ui, (struct ui_notice){
                          .id = "remembered",
                          .text = tr("For your card this screen remembers your language, size, "
                                     "contrast and speech. Nobody else sees it."),
                          .is_private = true,
                      });
        ui_button(ui, (struct ui_button){
                          .id = "forget",
                          .command = {DO_FORGET, 0},
                          .label = tr("Forget my settings"),
                          .icon = UI_ICON_HIDDEN,
                          .look = UI_DANGER,
                      });
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const size_t half = ARRAY_LEN(FACTS) / 2;
    common_header(ui, scene, tr("Your data"), tr("What the house knows about you"));
    ui_begin_scroll(ui, "data", (struct ui_box){.grow = 1});
    ui_begin_split(ui, (struct ui_box){0});
    show_facts(ui, 0, half);
    show_facts(ui, half, ARRAY_LEN(FACTS));
    ui_end(ui);
    ui_end(ui);
    show_remembered(state, ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct data_state *data = state;
    (void)command;
    const enum err err = preference_forget(visit->db, holder_of(visit));
    if (err != ERR_OK) {
        return route_trouble(visit, TROUBLE_PROGRAM, err);
    }
    visit->has_forgotten = true;
    data->is_forgotten = true;
    return route_reload();
}

const struct screen SCREEN_DATA = {
    .name = "data",
    .state_size = sizeof(struct data_state),
    .load = load,
    .build = build,
    .act = act,
};
