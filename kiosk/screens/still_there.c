/* "Are you still there?", over what stands there and hiding it: any touch goes on. */
#include "base/clock.h"
#include "core/setting.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"

struct still_there {
    char none;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)state;
    (void)arg;
    visit->ends_ms = clock_mono_ms() + setting_get(visit->db, SETTING_STILL_THERE_S) * 1000;
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_house_header(ui, scene, NULL);
    ui_begin_column(ui, (struct ui_box){.grow = 1, .justify = UI_CENTER, .align = UI_CENTER});
    ui_icon_show(ui, UI_ICON_HOURGLASS, UI_ICON_HUGE, UI_WARN);
    ui_label(ui, (struct ui_label){
                     .text = tr("Are you still there?"),
                     .style = UI_TITLE,
                     .align = UI_CENTER,
                 });
    ui_label(ui, (struct ui_label){
                     .id = "count",
                     .text = arena_printf(scene->arena, tr("This screen is erased in %s."),
                                          dates_countdown(scene->arena, scene->left_s)),
                     .style = UI_HEADING,
                     .align = UI_CENTER,
                     .is_status = true,
                 });
    ui_label(ui, (struct ui_label){
                     .text = tr("What was already sent is kept."),
                     .style = UI_BODY,
                     .align = UI_CENTER,
                 });
    ui_end(ui);
    ui_button(ui, (struct ui_button){
                      .id = "stay",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Yes, I am here"),
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "end",
                      .command = {SHARED_END, 0},
                      .label = tr("Finish and erase"),
                      .icon = UI_ICON_LOGOUT,
                  });
}

const struct screen SCREEN_STILL_THERE = {
    .name = "still_there",
    .state_size = sizeof(struct still_there),
    .enter = enter,
    .build = build,
    .flags = SCREEN_NO_BAR | SCREEN_WAKES | SCREEN_ENDS,
};
