/* "Fermer aujourd'hui": why, then yes; promised answers move and everyone concerned is told. */
#include "core/codes.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words.h"
#include "screens/words_staff.h"

enum { DO_CHOOSE = 1, DO_CLOSE };

struct staff_close {
    int chosen; /* among the closing codes, from 1; 0: none yet */
    bool is_done;
    int moved; /* promised answers */
};

static void show_done(const struct staff_close *screen, const struct scene *scene, struct ui *ui)
{
    const char *moved =
        screen->moved == 0
            ? tr("No promised answer had to be moved.")
            : arena_printf(scene->arena,
                           trn("%ld promised answer was moved; the household will be told.",
                               "%ld promised answers were moved; the households will be told.",
                               screen->moved),
                           (long)screen->moved);
    ui_notice(ui, (struct ui_notice){
                      .id = "closed",
                      .tone = UI_GOOD,
                      .title = common_house_line(scene),
                      .text = moved,
                  });
    ui_text(ui, UI_BODY, tr("Whoever takes the desk today after all opens the house again."));
    ui_spacer(ui);
    ui_button(ui, (struct ui_button){
                      .id = "go-on",
                      .command = {SHARED_BACK, 0},
                      .label = tr("Fine"),
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_reasons(const struct staff_close *screen, const struct scene *scene, struct ui *ui)
{
    size_t count = 0;
    const char *const *codes = closing_codes(&count);
    ui_text(ui, UI_TITLE, tr("Why is the house closed until tonight?"));
    ui_begin_grid(ui, 2, 4, (struct ui_box){.grow = ui_is_landscape(ui)});
    for (size_t i = 0; i < count; i++) {
        const struct pictured *reason = words_reason(codes[i]);
        ui_choice(ui, (struct ui_tile){
                          .id = ui_format(ui, "reason-%s", codes[i]),
                          .command = {DO_CHOOSE, (int64_t)i + 1},
                          .icon = reason->icon,
                          .title = i18n_capital(scene->arena, words_closing(codes[i])),
                          .is_selected = screen->chosen == (int)i + 1,
                      });
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_close *screen = state;
    common_header(ui, scene, tr("Close today"), common_house_line(scene));
    if (screen->is_done) {
        show_done(screen, scene, ui);
        return;
    }
    show_reasons(screen, scene, ui);
    ui_spacer(ui);
    ui_text(ui, UI_BODY,
            tr("From now until tonight nobody is expected. Answers promised for today are promised "
               "anew, and everyone concerned is told."));
    ui_button(ui, (struct ui_button){
                      .id = "close",
                      .command = {screen->chosen == 0 ? 0 : DO_CLOSE, 0},
                      .label = tr("Yes, close now"),
                      .icon = UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .color = UI_BAD,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = screen->chosen == 0,
                  });
}

static struct route close_today(struct staff_close *screen, struct visit *visit)
{
    size_t count = 0;
    const char *reason = closing_codes(&count)[screen->chosen - 1];
    const enum err err = house_close_today(visit->db, visit->actor.staff_id, reason,
                                           notice_promise_moved, NULL, &screen->moved);
    screen->is_done = err == ERR_OK;
    return staff_route(visit, err, route_reload(), route_pop());
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_close *screen = state;
    if (command.verb == DO_CLOSE) {
        return close_today(screen, visit);
    }
    screen->chosen = (int)command.arg;
    return route_stay();
}

const struct screen SCREEN_STAFF_CLOSE = {
    .name = "staff-close",
    .state_size = sizeof(struct staff_close),
    .build = build,
    .act = act,
    .flags = SCREEN_LOCKS,
};
