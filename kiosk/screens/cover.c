#include "screens/cover.h"

#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/medal.h"

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

void cover_show(struct ui *ui, const struct scene *scene, const struct cover *cover)
{
    common_house_header(ui, scene, NULL);
    ui_begin_column(ui, (struct ui_box){.grow = 1, .justify = UI_CENTER, .align = UI_CENTER});
    medal_show(ui, (struct medal){.icon = cover->icon, .color = UI_WARN});
    show_line(ui, NULL, UI_TITLE, cover->title);
    if (cover->heading != NULL) {
        show_line(ui, NULL, UI_HEADING, cover->heading);
    } else {
        show_line(ui, "count", UI_HEADING,
                  arena_printf(scene->arena, tr("This screen is erased in %s."),
                               dates_countdown(scene->arena, scene->left_s)));
    }
    show_line(ui, NULL, UI_BODY, cover->text);
    ui_end(ui);
}

void cover_show_end(struct ui *ui, enum ui_look look, double grow)
{
    ui_button(ui, (struct ui_button){
                      .id = "end",
                      .command = {SHARED_END, 0},
                      .label = tr("Finish and erase"),
                      .icon = UI_ICON_LOGOUT,
                      .look = look,
                      .size = UI_MAIN_BUTTON,
                      .grow = grow,
                  });
}
