/* One button a language, each in its own script. */
#include "i18n/i18n.h"
#include "screens/common.h"

struct language_state {
    char none;
};

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_header(ui, scene, tr("Language"), NULL);
    ui_text(ui, UI_TITLE, tr("Which language do you read?"));
    ui_begin_grid(ui, 1, 2, (struct ui_box){.grow = ui_is_landscape(ui)});
    for (int i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        const struct i18n_language *language = &I18N_LANGUAGES[i];
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "lang-%s", language->code),
                          .command = {SHARED_SPEAK, i},
                          .label = language->own_name,
                          .lang = language->code,
                          .size = UI_MAIN_BUTTON,
                          .is_choice = true,
                          .is_selected = language->code == scene->lang,
                      });
    }
    ui_end(ui);
    ui_spacer(ui);
}

const struct screen SCREEN_LANGUAGE = {
    .name = "language",
    .state_size = sizeof(struct language_state),
    .build = build,
};
