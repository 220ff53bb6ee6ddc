/* "Are you still there?", over what stands there and hiding it: any touch or key goes on. For those
 * who take their time it only covers, and does not count. */
#include "base/clock.h"
#include "core/setting.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/cover.h"
#include "screens/idle.h"

struct still_there {
    bool is_unhurried;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct still_there *still_there = state;
    const bool is_unhurried = visit->scene.is_unhurried;
    (void)arg;
    still_there->is_unhurried = is_unhurried;
    visit->ends_ms =
        clock_mono_ms() +
        (is_unhurried ? IDLE_UNHURRIED_S : setting_get(visit->db, SETTING_STILL_THERE_S)) * 1000;
}

static void show_buttons(const struct still_there *state, struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "stay",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Yes, I am here"),
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_begin_split(ui, (struct ui_box){.align = UI_STRETCH});
    if (!state->is_unhurried) {
        ui_button(ui, (struct ui_button){
                          .id = "unhurried",
                          .command = {SHARED_UNHURRIED, 1},
                          .label = tr("Take my time"),
                          .sub = tr("nothing is erased by itself any more"),
                          .icon = UI_ICON_HOURGLASS,
                          .size = UI_MAIN_BUTTON,
                          .grow = 1,
                      });
    }
    cover_show_end(ui, UI_OUTLINED, 1);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct still_there *still_there = state;
    const bool is_unhurried = still_there->is_unhurried;
    cover_show(ui, scene,
               &(struct cover){
                   .icon = UI_ICON_HOURGLASS,
                   .title = tr("Are you still there?"),
                   .heading = is_unhurried ? tr("Take your time: nothing is erased.") : NULL,
                   .text = is_unhurried ? tr("Somebody else? “Finish and erase” begins anew.")
                                        : tr("What was already sent is kept."),
               });
    show_buttons(still_there, ui);
}

const struct screen SCREEN_STILL_THERE = {
    .name = "still_there",
    .state_size = sizeof(struct still_there),
    .enter = enter,
    .build = build,
    .flags = SCREEN_NO_BAR | SCREEN_WAKES | SCREEN_ENDS | SCREEN_ASKS,
};
