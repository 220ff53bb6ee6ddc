/* While nobody is there: the hour, what happens today, and a word of the house. Everything stands
 * a little elsewhere each minute, so that nothing burns into the panel. */
#include "base/clock.h"
#include "core/agenda.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/doors.h"
#include "screens/medal.h"

enum { ROWS_MOST = 5, ROWS_PORTRAIT = 4, STEPS = 5, WIDE_COLUMNS = 3 };

struct attract {
    struct agenda_row *rows;
    int count;
};

static enum err load(void *state, struct visit *visit)
{
    struct attract *attract = state;
    const int64_t now_s = clock_now_s();
    return agenda_list(visit->db, now_s, clock_day_s(now_s, 8), "", ROWS_MOST, visit->rows,
                       &attract->rows, &attract->count);
}

/* What one finds behind this page: the pictures of the home screen, in its order. */
static void show_doors(struct ui *ui)
{
    const bool is_wide = ui_is_landscape(ui);
    ui_begin_grid(ui, MAIN_DOOR_COUNT, MAIN_DOOR_COUNT / 2, (struct ui_box){.gap_mm = 3});
    for (enum door door = 0; door <= DOOR_SERVICES; door++) {
        if (is_wide) {
            ui_begin_row(ui, (struct ui_box){.gap_mm = 4});
        } else {
            ui_begin_column(ui, (struct ui_box){.align = UI_CENTER, .gap_mm = 3});
        }
        medal_show(ui, (struct medal){.icon = DOOR_LOOKS[door].icon,
                                      .color = DOOR_LOOKS[door].color,
                                      .is_filled = true});
        ui_label(ui, (struct ui_label){
                         .text = tr(DOOR_LOOKS[door].title),
                         .style = UI_SMALL_BOLD,
                         .align = is_wide ? UI_START : UI_CENTER,
                         .grow = is_wide ? 1 : 0,
                     });
        ui_end(ui);
    }
    ui_end(ui);
}

static void show_languages(struct ui *ui)
{
    ui_begin_grid(ui, I18N_LANGUAGE_COUNT, ui_even_columns(I18N_LANGUAGE_COUNT, WIDE_COLUMNS),
                  (struct ui_box){0});
    for (int i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        const struct i18n_language *language = &I18N_LANGUAGES[i];
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "lang-%s", language->code),
                        .command = {SHARED_SPEAK, i},
                        .label = language->own_name,
                        .lang = language->code,
                    });
    }
    ui_end(ui);
}

static void show_agenda(const struct attract *attract, const struct scene *scene, struct ui *ui)
{
    const bool is_wide = ui_is_landscape(ui);
    const int most = is_wide ? ROWS_MOST : ROWS_PORTRAIT;
    ui_begin_card(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    ui_begin_row(ui, (struct ui_box){0});
    ui_icon_show(ui, UI_ICON_TODAY_CLOCK, UI_ICON_SMALL, UI_BLUE);
    ui_text(ui, UI_BOLD, tr("Coming up"));
    ui_end(ui);
    ui_space(ui, 3);
    ui_divider(ui);
    ui_begin_column(ui, (struct ui_box){.gap_mm = -1, .grow = 1, .sheds = is_wide});
    for (int i = 0; i < attract->count && i < most; i++) {
        if (is_wide) {
            common_session_row_narrow(ui, scene, &attract->rows[i], (struct ui_command){0});
        } else {
            common_session_row_short(ui, scene, &attract->rows[i], (struct ui_command){0});
        }
    }
    ui_end(ui);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct attract *attract = state;
    const double step_mm = ui_is_landscape(ui) ? 2 : 4;
    const int step = (int)(scene->now_s / CLOCK_MINUTE_S % STEPS);
    ui_space(ui, 1 + step_mm * step);
    common_house_header(ui, scene, common_house_line(scene));
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = 1, .justify = UI_CENTER});
    ui_label(ui, (struct ui_label){
                     .text = tr("Touch the screen to begin"),
                     .style = UI_TITLE,
                     .align = UI_CENTER,
                 });
    show_doors(ui);
    show_languages(ui);
    if (scene->message[0] != '\0') {
        ui_notice(ui, (struct ui_notice){
                          .id = "message",
                          .icon = UI_ICON_CAMPAIGN,
                          .title = scene->house.name_count > 0
                                       ? arena_printf(scene->arena, tr("%s tells you"),
                                                      scene->house.names[0])
                                       : tr("The house tells you"),
                          .text = scene->message,
                      });
    }
    ui_end(ui);
    if (attract->count > 0) {
        show_agenda(attract, scene, ui);
    }
    ui_end(ui);
    ui_space(ui, 1 + step_mm * (STEPS - 1 - step));
}

const struct screen SCREEN_ATTRACT = {
    .name = "attract",
    .state_size = sizeof(struct attract),
    .load = load,
    .build = build,
    .flags = SCREEN_NO_BAR | SCREEN_NO_IDLE | SCREEN_WAKES,
};
