/* The headset was pulled out: whoever listened may have left. What stood there is covered, and
 * erased in a moment unless it is plugged in again, or somebody goes on without it. */
#include "base/clock.h"
#include "core/setting.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"

struct unplugged {
    char none;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)state;
    (void)arg;
    visit->ends_ms = clock_mono_ms() + setting_get(visit->db, SETTING_HEADSET_S) * 1000;
}

static void show_line(struct ui *ui, const char *id, enum ui_style style, const char *text)
{
    ui_label(ui, (struct ui_label){
                     .id = id,
                     .text = text,
                     .style = style,
                     .align = UI_CENTER,
                     .is_status = id != NULL,
                 });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_house_header(ui, scene, NULL);
    ui_begin_column(ui, (struct ui_box){.grow = 1, .justify = UI_CENTER, .align = UI_CENTER});
    ui_icon_show(ui, UI_ICON_HEADSET, UI_ICON_HUGE, UI_WARN);
    show_line(ui, NULL, UI_TITLE, tr("The headset is unplugged"));
    show_line(ui, "count", UI_HEADING,
              arena_printf(scene->arena, tr("This screen is erased in %s."),
                           dates_countdown(scene->arena, scene->left_s)));
    show_line(ui, NULL, UI_BODY, tr("Plug it in again to go on."));
    ui_end(ui);
    ui_button(ui, (struct ui_button){
                      .id = "stay",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Go on without headset"),
                      .icon = UI_ICON_CHECK,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "end",
                      .command = {SHARED_END, 0},
                      .label = tr("Finish and erase"),
                      .icon = UI_ICON_LOGOUT,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

const struct screen SCREEN_UNPLUGGED = {
    .name = "unplugged",
    .state_size = sizeof(struct unplugged),
    .enter = enter,
    .build = build,
    .flags = SCREEN_NO_BAR | SCREEN_ENDS | SCREEN_ASKS,
};
