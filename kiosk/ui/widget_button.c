#include <assert.h>

#include "ui/widget.h"

/* What is selected shows by more than its colour. Source: EN 301 549 V3.2.1, 5.1.5. */
enum { SELECTED_STROKES = 2 };

struct button_colors {
    enum ui_color fill, edge, text, icon;
};

static struct button_colors colors_of(const struct ui *ui, const struct ui_button *button)
{
    enum ui_color color = button->color ? button->color : UI_TEAL;
    if (button->is_selected && ui->theme->contrast == UI_HIGH_CONTRAST) {
        return (struct button_colors){color, color, UI_WHITE, UI_WHITE};
    }
    if (button->is_selected) {
        return (struct button_colors){theme_tint(color), color, UI_INK, color};
    }
    switch (button->look) {
    case UI_FILLED:
        return (struct button_colors){color, UI_COLOR_NONE, UI_WHITE, UI_WHITE};
    case UI_DANGER:
        return (struct button_colors){UI_CARD, UI_BAD, UI_BAD, UI_BAD};
    case UI_QUIET:
        return (struct button_colors){UI_COLOR_NONE, UI_COLOR_NONE, color, color};
    case UI_OUTLINED:
        break;
    }
    return (struct button_colors){UI_CARD, UI_EDGE, UI_INK, color};
}

static void set_button_node(struct ui *ui, struct element *element, const struct ui_button *button)
{
    const char *const parts[] = {button->label, button->sub};
    const char *name = button->name ? button->name : join_names(ui, parts, 2);
    enum ui_role role = button->is_choice      ? UI_ROLE_CHOICE
                        : button->command.verb ? UI_ROLE_BUTTON
                                               : UI_ROLE_TEXT;
    struct ui_node *node = element_set_node(ui, element, role, button->id, name, button->lang);
    node->command = button->command;
    node->is_private = button->is_private;
    node->state = (button->is_disabled ? UI_STATE_DISABLED : 0u) |
                  (button->is_selected ? UI_STATE_SELECTED : 0u);
}

/* Above and below the words: what hangs from a large line keeps clear of the edge. */
static int button_pad(const struct ui *ui, enum ui_style style)
{
    enum { LINES_OF_PAD = 10 };
    const int usual = ui_px(ui, UI_GAP_SMALL) / 2;
    const int large = theme_font_px(ui->theme, style) / LINES_OF_PAD;
    return large > usual ? large : usual;
}

static void add_button(struct ui *ui, const struct ui_button *button, enum ui_style style,
                       enum ui_size icon_size)
{
    struct button_colors colors = colors_of(ui, button);
    bool is_main = button->size == UI_MAIN_BUTTON;
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->justify = UI_CENTER;
    row->fill = colors.fill;
    row->radius = ui_px(ui, UI_CORNER);
    row->min_h = ui_px(ui, is_main ? UI_MAIN : UI_TARGET);
    row->pad_x = ui_px(ui, UI_GAP);
    row->pad_y = button_pad(ui, style);
    row->gap = ui_px(ui, UI_GAP_SMALL) * 3 / 2;
    row->grow = button->grow;
    row->is_main = button->look == UI_FILLED && button->command.verb != 0;
    row->is_kept = !button->is_choice && button->command.verb != 0;
    if (colors.edge) {
        element_set_edge(ui, row, colors.edge);
        row->stroke *= button->is_selected ? SELECTED_STROKES : 1;
    }
    if (button->icon) {
        element_add_icon(ui, button->icon, icon_size, colors.icon);
    }
    struct element *lines = element_open(ui, ELEMENT_COLUMN);
    lines->align = button->icon ? UI_NATURAL : UI_CENTER;
    element_add_text(ui, style, button->label, button->lang)->text.color = colors.text;
    if (button->sub && button->sub[0]) {
        bool is_filled = button->look == UI_FILLED && !button->is_selected;
        struct element *sub = element_add_text(ui, UI_SMALL, button->sub, button->lang);
        sub->text.color = is_filled ? UI_WHITE : button->is_selected ? colors.text : UI_SOFT;
    }
    element_close(ui);
    set_button_node(ui, row, button);
    element_close(ui);
}

void ui_button(struct ui *ui, struct ui_button button)
{
    bool is_main = button.size == UI_MAIN_BUTTON;
    add_button(ui, &button, is_main ? UI_LABEL : UI_OPTION,
               is_main ? UI_ICON_MEDIUM : UI_ICON_SMALL);
}

void ui_chip(struct ui *ui, struct ui_button chip)
{
    chip.size = UI_SIDE_BUTTON;
    add_button(ui, &chip, UI_OPTION, UI_ICON_SMALL);
}

/* ---- tiles ---- */

static void set_tile_node(struct ui *ui, struct element *element, const struct ui_tile *tile,
                          enum ui_role role)
{
    const char *const parts[] = {tile->title, tile->sub};
    const char *name = tile->name ? tile->name : join_names(ui, parts, 2);
    struct ui_node *node = element_set_node(ui, element, role, tile->id, name, tile->lang);
    node->command = tile->command;
    node->state =
        (tile->is_disabled ? UI_STATE_DISABLED : 0u) | (tile->is_selected ? UI_STATE_SELECTED : 0u);
}

void ui_tile(struct ui *ui, struct ui_tile tile)
{
    /* height is what lacks there */
    bool is_flat = ui_is_large(ui) || (ui_is_landscape(ui) && !tile.is_tall);
    struct element *box = element_open(ui, is_flat ? ELEMENT_ROW : ELEMENT_COLUMN);
    box->fill = tile.color;
    box->radius = ui_px(ui, UI_TILE_CORNER);
    box->pad_x = ui_px(ui, UI_PAD);
    box->pad_y = is_flat ? ui_px(ui, UI_GAP_SMALL) : ui_px(ui, UI_PAD) * 4 / 5;
    box->min_h = ui_px(ui, is_flat && !ui_is_landscape(ui) ? UI_CHOICE_HEIGHT : UI_TILE_HEIGHT);
    box->gap = is_flat ? ui_px(ui, UI_GAP) : 0;
    box->align = is_flat ? UI_CENTER : UI_START;
    element_add_icon(ui, tile.icon, UI_ICON_LARGE, UI_WHITE);
    if (!is_flat) {
        ui_spacer(ui);
    }
    struct element *lines = element_open(ui, ELEMENT_COLUMN);
    lines->grow = is_flat ? 1 : 0;
    lines->gap = ui_px(ui, UI_GAP_SMALL) / 2;
    element_add_text(ui, UI_TILE, tile.title, tile.lang);
    if (tile.sub && tile.sub[0]) {
        struct element *sub = element_add_text(ui, UI_SMALL, tile.sub, tile.lang);
        sub->text.color = UI_WHITE;
        sub->is_spare = true;
    }
    element_close(ui);
    set_tile_node(ui, box, &tile, UI_ROLE_BUTTON);
    element_close(ui);
}

void ui_choice(struct ui *ui, struct ui_tile tile)
{
    enum ui_color color = tile.color ? tile.color : UI_TEAL;
    struct element *box = element_open(ui, ELEMENT_COLUMN);
    box->fill = tile.is_selected ? theme_tint(color) : UI_CARD;
    box->radius = ui_px(ui, UI_TILE_CORNER);
    box->pad_x = ui_px(ui, UI_GAP_SMALL);
    box->pad_y = ui_px(ui, UI_GAP_SMALL) * 3 / 2;
    box->gap = ui_px(ui, UI_GAP_SMALL);
    box->align = box->justify = UI_CENTER;
    box->min_h = ui_px(ui, UI_CHOICE_HEIGHT);
    element_set_edge(ui, box, tile.is_selected ? color : UI_EDGE);
    element_add_icon(ui, tile.icon, UI_ICON_LARGE, color);
    element_add_text(ui, UI_BOLD, tile.title, tile.lang);
    if (tile.sub && tile.sub[0]) {
        struct element *sub = element_add_text(ui, UI_SMALL, tile.sub, tile.lang);
        sub->is_spare = true;
        sub->text.color = tile.is_selected ? UI_INK : UI_SOFT;
    }
    set_tile_node(ui, box, &tile, tile.is_selected ? UI_ROLE_CHOICE : UI_ROLE_BUTTON);
    element_close(ui);
}
