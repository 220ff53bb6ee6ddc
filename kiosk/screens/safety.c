/* A danger: whom to phone, before anything else. Source: db/README.md, "Sensitive matters". */
#include "core/partners.h"
#include "i18n/i18n.h"
#include "screens/call.h"
#include "screens/common.h"
#include "screens/helping.h"
#include "screens/words_help.h"

enum { DO_CALL = 1, DO_CONTINUE };

struct safety_state {
    struct oncall_line lines[ONCALL_MAX];
    int count;
};

static enum err load(void *state, struct visit *visit)
{
    struct safety_state *s = state;
    const enum err err = oncall_lines(visit->db, visit->rows, s->lines, &s->count);
    return err == ERR_FULL ? ERR_OK : err; /* those that fit are shown */
}

static void show_line(struct ui *ui, const char *id, enum ui_icon icon, const char *number,
                      const char *text)
{
    ui_begin_card(ui, (struct ui_box){.justify = UI_CENTER});
    ui_begin_row(ui, (struct ui_box){0});
    ui_icon_show(ui, icon, UI_ICON_LARGE, UI_BAD);
    ui_begin_column(ui, (struct ui_box){.grow = 1, .gap_mm = 1});
    ui_label(ui, (struct ui_label){.id = id, .text = number, .style = UI_NUMBER, .color = UI_BAD});
    ui_label(ui, (struct ui_label){.text = text, .style = UI_BODY});
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

static void show_lines(const struct safety_state *s, struct ui *ui)
{
    ui_begin_grid(ui, 1, 2, (struct ui_box){.grow = 1});
    show_line(ui, "line-112", UI_ICON_PHONE, "112",
              tr("Emergencies: fire brigade, ambulance, police. Free, from any phone."));
    show_line(ui, "line-114", UI_ICON_MESSAGE, "114",
              tr("The same by text message: for people who are deaf or hard of hearing, or who "
                 "cannot speak."));
    for (int i = 0; i < s->count; i++) {
        show_line(ui, ui_format(ui, "line-%d", i + 1), UI_ICON_PHONE, s->lines[i].phone,
                  s->lines[i].label);
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct safety_state *s = state;
    common_header(ui, scene, tr("Safety first"), NULL);
    ui_notice(ui, (struct ui_notice){
                      .id = "first",
                      .tone = UI_TROUBLE,
                      .icon = UI_ICON_DANGER,
                      .title = tr("Get to safety, then phone."),
                      .text = tr("Leave the room, do not touch wires or switches. In case of gas, "
                                 "phone from outside."),
                  });
    show_lines(s, ui);
    ui_begin_split(ui, (struct ui_box){0});
    ui_button(ui, (struct ui_button){
                      .id = "call-desk",
                      .command = {DO_CALL, CALL_SAFETY},
                      .label = tr("Call the conciergerie"),
                      .icon = UI_ICON_CALL,
                      .look = UI_DANGER,
                      .size = UI_MAIN_BUTTON,
                      .grow = 1,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "continue",
                      .command = {DO_CONTINUE, 0},
                      .label = tr("Also send my request"),
                      .sub = tr("It goes on top of the pile"),
                      .look = UI_FILLED,
                      .color = UI_TERRACOTTA,
                      .size = UI_MAIN_BUTTON,
                      .grow = 1,
                  });
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    (void)state;
    return command.verb == DO_CALL ? route_push(&SCREEN_CALL, command.arg)
                                   : help_next(visit, HELP_SAFETY);
}

const struct screen SCREEN_SAFETY = {
    .name = "safety",
    .state_size = sizeof(struct safety_state),
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_WRITING, /* whoever phones needs the numbers in sight for longer */
};
