#include <assert.h>

#include "ui/widget.h"

struct element *open_square(struct ui *ui, enum ui_size size, enum ui_color fill)
{
    struct element *square = element_open(ui, ELEMENT_COLUMN);
    square->width = square->min_h = ui_px(ui, size);
    square->align = square->justify = UI_CENTER;
    square->fill = fill;
    square->radius = ui_px(ui, UI_CORNER);
    if (fill == UI_CARD) {
        element_set_edge(ui, square, UI_EDGE);
    }
    return square;
}

/* ---- header ---- */

static void add_corner(struct ui *ui, const struct ui_header *header)
{
    if (header->back.verb == 0) {
        open_square(ui, UI_HEADER_LOGO, UI_TEAL);
        element_add_icon(ui, UI_ICON_HOUSE, UI_ICON_MEDIUM, UI_WHITE);
        element_close(ui);
        return;
    }
    struct element *back = open_square(ui, UI_HEADER_LOGO, UI_CARD);
    element_add_icon(ui, UI_ICON_BACK, UI_ICON_MEDIUM, UI_INK);
    struct ui_node *node =
        element_set_node(ui, back, UI_ROLE_BUTTON, "back", ui->info.words.back, NULL);
    node->command = header->back;
    element_close(ui);
}

static void add_line(struct ui *ui, enum ui_style style, const char *id, const char *text,
                     bool is_private)
{
    if (text && text[0]) {
        ui_label(ui, (struct ui_label){
                         .style = style, .id = id, .text = text, .is_private = is_private});
    }
}

/* Two lines, or both on one: height is what lacks in landscape. */
static struct element *open_lines(struct ui *ui)
{
    bool is_wide = ui_is_landscape(ui);
    struct element *lines = element_open(ui, is_wide ? ELEMENT_ROW : ELEMENT_COLUMN);
    lines->gap = is_wide ? ui_px(ui, UI_GAP) : 0;
    return lines;
}

void ui_header(struct ui *ui, struct ui_header header)
{
    struct element *before = ui->open;
    ui->open = ui->top;
    ui->top->pad_y = ui_px(ui, ui_is_landscape(ui) ? UI_GAP_SMALL : UI_PAD);
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->gap = ui_px(ui, UI_GAP);
    add_corner(ui, &header);
    struct element *lines = ui->header_lines = open_lines(ui);
    lines->grow = 1;
    lines->wrap = true;
    add_line(ui, UI_HEADING, "header", header.title, header.is_private);
    add_line(ui, UI_SMALL, "header-sub", header.sub, header.is_private);
    element_close(ui);
    if (header.clock) {
        struct element *clock = open_lines(ui);
        clock->align = ui_is_landscape(ui) ? UI_CENTER : UI_FAR;
        add_line(ui, UI_CLOCK, "clock", header.clock, false);
        add_line(ui, UI_SMALL, "date", header.date, false);
        element_close(ui);
    }
    element_close(ui);
    ui->open = before;
}

/* ---- bar ---- */

static void add_bar_item(struct ui *ui, const struct ui_bar_item *item)
{
    bool is_wide = ui_is_landscape(ui);
    struct element *cell = element_open(ui, is_wide ? ELEMENT_ROW : ELEMENT_COLUMN);
    cell->align = cell->justify = UI_CENTER;
    cell->grow = 1;
    cell->min_h = ui_px(ui, UI_BAR_HEIGHT);
    cell->pad_x = is_wide ? ui_px(ui, UI_GAP_SMALL) / 2 : 0;
    cell->pad_y = is_wide ? 0 : ui_px(ui, UI_GAP_SMALL);
    cell->gap = is_wide ? ui_px(ui, UI_GAP) : ui_px(ui, UI_GAP_SMALL) / 2;
    cell->fill = item->is_selected ? UI_TEAL_TINT : UI_COLOR_NONE;
    element_add_icon(ui, item->icon, UI_ICON_MEDIUM, UI_TEAL);
    element_add_text(ui, UI_BAR, item->label, NULL);
    enum ui_role role = item->command.verb ? UI_ROLE_BUTTON : UI_ROLE_STATUS;
    struct ui_node *node = element_set_node(ui, cell, role, item->id, item->label, NULL);
    node->command = item->command;
    node->state = item->is_selected ? UI_STATE_SELECTED : 0;
    element_close(ui);
}

void ui_bar(struct ui *ui, const struct ui_bar_item *items, size_t count)
{
    struct element *before = ui->open;
    ui->open = ui->bar;
    ui->bar->fill = UI_CARD;
    ui_divider(ui);
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->equal = !ui_is_landscape(ui); /* there the longest label takes what it needs */
    row->breaks_even = ui_is_landscape(ui);
    row->align = UI_STRETCH;
    for (size_t i = 0; i < count; i++) {
        add_bar_item(ui, &items[i]);
    }
    element_close(ui);
    ui->open = before;
}

/* ---- banner, notice ---- */

void ui_banner(struct ui *ui, struct ui_banner banner)
{
    bool is_wide = ui_is_landscape(ui);
    struct element *box = element_open(ui, is_wide ? ELEMENT_ROW : ELEMENT_COLUMN);
    box->fill = banner.color;
    box->radius = ui_px(ui, UI_TILE_CORNER);
    box->pad_x = ui_px(ui, UI_PAD);
    box->pad_y = ui_px(ui, UI_GAP);
    box->gap = ui_px(ui, is_wide ? UI_GAP : UI_GAP_SMALL);
    box->align = is_wide ? UI_CENTER : UI_START;
    if (banner.icon) {
        element_add_icon(ui, banner.icon, UI_ICON_LARGE, UI_WHITE);
    }
    struct element *lines = element_open(ui, ELEMENT_COLUMN);
    lines->grow = is_wide ? 1 : 0;
    lines->gap = ui_px(ui, UI_GAP_SMALL) / 2;
    struct element *title = element_add_text(ui, UI_TITLE, banner.title, banner.lang);
    title->text.color = UI_WHITE;
    if (banner.sub && banner.sub[0]) {
        element_add_text(ui, UI_BODY, banner.sub, banner.lang)->text.color = UI_WHITE;
    }
    element_close(ui);
    const char *const parts[] = {banner.title, banner.sub};
    element_set_node(ui, box, UI_ROLE_TITLE, banner.id, join_names(ui, parts, 2), banner.lang);
    element_close(ui);
}

void ui_notice(struct ui *ui, struct ui_notice notice)
{
    static const enum ui_icon icons[] = {[UI_NEUTRAL] = UI_ICON_INFO,
                                         [UI_GOOD] = UI_ICON_CHECK_CIRCLE,
                                         [UI_CAUTION] = UI_ICON_WARNING,
                                         [UI_TROUBLE] = UI_ICON_DANGER};
    enum ui_color color = tone_color(notice.tone);
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->fill = theme_tint(color);
    row->radius = ui_px(ui, UI_CORNER);
    row->pad_x = ui_px(ui, UI_PAD);
    row->pad_y = ui_px(ui, UI_GAP_SMALL) * 3 / 2;
    row->gap = ui_px(ui, UI_GAP);
    element_add_icon(ui, notice.icon ? notice.icon : icons[notice.tone], UI_ICON_MEDIUM, color);
    struct element *lines = element_open(ui, ELEMENT_COLUMN);
    lines->grow = 1;
    if (notice.title && notice.title[0]) {
        element_add_text(ui, UI_BOLD, notice.title, NULL)->text.color = color;
    }
    if (notice.text && notice.text[0]) {
        element_add_text(ui, UI_BODY, notice.text, NULL);
    }
    element_close(ui);
    const char *const parts[] = {notice.title, notice.text};
    struct ui_node *node =
        element_set_node(ui, row, UI_ROLE_STATUS, notice.id, join_names(ui, parts, 2), NULL);
    node->is_private = notice.is_private;
    element_close(ui);
}
