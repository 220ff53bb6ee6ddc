/* Looking around the house. */
#include "i18n/i18n.h"
#include "screens/common.h"

enum { DO_OPEN = 1, DO_STAFF };

static const struct {
    const char *id;
    const struct screen *screen;
    enum ui_icon icon;
    const char *title; /* msgids */
    const char *sub;
} DOORS_IN[] = {
    {"hours", &SCREEN_INFO_HOURS, UI_ICON_CLOCK, N_("Opening hours"),
     N_("This week, and who is here")},
    {"partners", &SCREEN_PARTNERS, UI_ICON_HANDSHAKE, N_("Who can help with what"),
     N_("Partners: rights, health, work…")},
    {"how", &SCREEN_HOW, UI_ICON_QUESTION, N_("How it works"),
     N_("From your request to the answer")},
    {"data", &SCREEN_DATA, UI_ICON_DATA, N_("Your data"), N_("What is kept, and how to erase it")},
};

struct info_state {
    char nothing; /* the scene says it all */
};

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    common_header(ui, scene, tr("The house"), scene->site_name);
    ui_text(ui, UI_TITLE, tr("What would you like to know?"));
    ui_notice(ui, (struct ui_notice){
                      .id = "status",
                      .tone = scene->house.state == HOUSE_OPEN ? UI_GOOD : UI_NEUTRAL,
                      .icon = UI_ICON_HOUSE,
                      .title = common_house_line(scene),
                      .text = scene->message,
                  });
    ui_begin_grid(ui, 2, 2, (struct ui_box){.grow = 1});
    for (size_t i = 0; i < ARRAY_LEN(DOORS_IN); i++) {
        ui_tile(ui, (struct ui_tile){
                        .id = DOORS_IN[i].id,
                        .command = {DO_OPEN, (int64_t)i},
                        .icon = DOORS_IN[i].icon,
                        .color = UI_TEAL,
                        .title = tr(DOORS_IN[i].title),
                        .sub = tr(DOORS_IN[i].sub),
                    });
    }
    ui_end(ui);
    ui_begin_row(ui, (struct ui_box){0});
    ui_button(ui, (struct ui_button){
                      .id = "call-desk",
                      .command = {SHARED_CALL, 0},
                      .label = tr("Call the conciergerie"),
                      .icon = UI_ICON_CALL,
                      .size = UI_MAIN_BUTTON,
                      .grow = 1,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "staff",
                      .command = {DO_STAFF, 0},
                      .label = tr("Staff"),
                      .icon = UI_ICON_TEAM,
                      .look = UI_QUIET,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    (void)visit;
    return command.verb == DO_STAFF ? route_push(&SCREEN_STAFF, 0)
                                    : route_push(DOORS_IN[command.arg].screen, 0);
}

const struct screen SCREEN_INFO = {
    .name = "info",
    .state_size = sizeof(struct info_state),
    .build = build,
    .act = act,
};
