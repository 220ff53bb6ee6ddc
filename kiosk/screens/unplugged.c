/* The headset was pulled out: whoever listened may have left. What stood there is covered, and
 * erased in a moment unless it is plugged in again, or somebody goes on without it. */
#include "base/clock.h"
#include "core/setting.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/cover.h"

struct unplugged {
    char none;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    (void)state;
    (void)arg;
    visit->ends_ms = clock_mono_ms() + setting_get(visit->db, SETTING_HEADSET_S) * 1000;
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    cover_show(ui, scene,
               &(struct cover){
                   .icon = UI_ICON_HEADSET,
                   .title = tr("The headset is unplugged"),
                   .text = tr("Plug it in again to go on."),
               });
    ui_button(ui, (struct ui_button){
                      .id = "stay",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Go on without headset"),
                      .icon = UI_ICON_CHECK,
                      .size = UI_MAIN_BUTTON,
                  });
    cover_show_end(ui, UI_FILLED, 0);
}

const struct screen SCREEN_UNPLUGGED = {
    .name = "unplugged",
    .state_size = sizeof(struct unplugged),
    .enter = enter,
    .build = build,
    .flags = SCREEN_NO_BAR | SCREEN_ENDS | SCREEN_ASKS,
};
