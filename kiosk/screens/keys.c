/* What the keys do: read to whoever plugs in a headset, before anything else. */
#include "i18n/i18n.h"
#include "screens/common.h"

struct keys_state {
    char none;
};

static const struct {
    const char *id;
    enum ui_icon icon;
    const char *text; /* msgid */
} KEYS[] = {
    {"key-next", UI_ICON_SWAP, N_("Next, back: from one thing to another")},
    {"key-down", UI_ICON_LIST, N_("Up, down: from line to line")},
    {"key-select", UI_ICON_CHECK_CIRCLE, N_("Select: take what you hear")},
    {"key-help", UI_ICON_QUESTION, N_("Help: hear the whole screen again")},
    {"key-home", UI_ICON_HOME, N_("Home: back to the beginning")},
    {"key-volume", UI_ICON_LISTEN, N_("Volume: louder, then softer again")},
};

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_header(ui, scene, tr("With the keys"), NULL);
    ui_text(ui, UI_TITLE, tr("You can do everything with the keys and by ear."));
    ui_begin_card(ui, (struct ui_box){0});
    for (size_t i = 0; i < ARRAY_LEN(KEYS); i++) {
        ui_fact(ui,
                (struct ui_fact){.id = KEYS[i].id, .icon = KEYS[i].icon, .text = tr(KEYS[i].text)});
    }
    ui_end(ui);
    ui_notice(ui, (struct ui_notice){
                      .id = "unplug",
                      .icon = UI_ICON_HEADSET,
                      .text = tr("When you have finished, unplug the headset: everything is "
                                 "erased."),
                  });
    ui_spacer(ui);
    ui_button(ui, (struct ui_button){
                      .id = "continue",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Continue"),
                      .icon = UI_ICON_FORWARD,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

const struct screen SCREEN_KEYS = {
    .name = "keys",
    .state_size = sizeof(struct keys_state),
    .build = build,
};
