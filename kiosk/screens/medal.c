#include "screens/medal.h"

/* mm across, on the small panel and on the large one */
static const double across_mm[2][2] = {
    [false] = {50, 92}, [true] = {34, 62}, /* is_filled */
};

void medal_show(struct ui *ui, struct medal medal)
{
    const enum ui_size size = medal.is_filled ? UI_ICON_LARGE : UI_ICON_HUGE;
    if (ui_is_large(ui)) {
        ui_icon_show(ui, medal.icon, size, medal.color);
        return;
    }
    const double mm = across_mm[medal.is_filled][!ui_theme_of(ui)->is_small];
    ui_begin_column(ui, (struct ui_box){
                            .width_mm = mm,
                            .min_height_mm = mm,
                            .align = UI_CENTER,
                            .justify = UI_CENTER,
                            .fill = medal.is_filled ? medal.color : theme_tint(medal.color),
                            .radius_mm = mm / 2,
                        });
    ui_icon_show(ui, medal.icon, size, medal.is_filled ? UI_WHITE : medal.color);
    ui_end(ui);
}

void medal_show_scan(struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.justify = UI_CENTER});
    medal_show(ui, (struct medal){.icon = UI_ICON_CARD, .color = UI_TEAL});
    ui_icon_show(ui, UI_ICON_FORWARD, UI_ICON_LARGE, UI_TEAL);
    medal_show(ui, (struct medal){.icon = UI_ICON_QR, .color = UI_TEAL});
    ui_end(ui);
}
