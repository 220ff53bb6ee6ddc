#include <assert.h>

#include "ui/widget.h"

static void add_badge(struct ui *ui, const struct ui_list_row *row, enum ui_color color)
{
    struct element *badge = element_open(ui, ELEMENT_COLUMN);
    badge->min_w = ui_px(ui, UI_BADGE_WIDTH); /* a long weekday makes it wider */
    badge->pad_x = ui_px(ui, UI_GAP_SMALL) / 4;
    badge->fill = theme_tint(color);
    badge->radius = ui_px(ui, UI_CORNER) * 4 / 5;
    badge->align = UI_CENTER;
    badge->pad_y = ui_px(ui, UI_GAP_SMALL) / 3;
    if (row->badge_top) {
        element_add_text(ui, UI_SMALL_BOLD, row->badge_top, NULL)->text.color = color;
    }
    element_add_text(ui, UI_BADGE, row->badge, NULL)->text.color = color;
    element_close(ui);
}

static void set_row_node(struct ui *ui, struct element *element, const struct ui_list_row *row)
{
    const char *const parts[] = {row->badge_top, row->badge, row->title, row->sub, row->pill.text};
    const char *name = row->name ? row->name : join_names(ui, parts, ARRAY_LEN(parts));
    enum ui_role role = row->command.verb ? UI_ROLE_BUTTON : UI_ROLE_TEXT;
    struct ui_node *node = element_set_node(ui, element, role, row->id, name, row->lang);
    node->command = row->command;
    node->is_private = row->is_private;
    node->state = row->is_selected ? UI_STATE_SELECTED : 0;
}

static bool has_pill(const struct ui_list_row *row)
{
    return row->pill.text && row->pill.text[0];
}

static void add_second_line(struct ui *ui, const struct ui_list_row *row)
{
    bool has_sub = row->sub && row->sub[0], has_both = row->is_narrow && has_pill(row);
    if (has_both) {
        struct element *both = element_open(ui, ELEMENT_ROW);
        both->gap = ui_px(ui, UI_GAP_SMALL);
        both->wrap = true; /* hours stay on one line */
    }
    if (has_sub) {
        struct element *sub = element_add_text(ui, UI_SMALL, row->sub, row->lang);
        sub->grow = has_both ? 1 : 0;
        sub->text.color = row->is_selected ? UI_INK : UI_SOFT;
    }
    if (has_both) {
        add_pill(ui, &row->pill);
        element_close(ui);
    }
}

void ui_list_row(struct ui *ui, struct ui_list_row row)
{
    struct element *parent = ui->open;
    enum ui_color color = row.color ? row.color : UI_TEAL;
    struct element *box = element_open(ui, ELEMENT_COLUMN);
    box->fill = row.is_selected ? theme_tint(color) : UI_COLOR_NONE;
    add_hairline(ui, parent, false);
    struct element *line = element_open(ui, ELEMENT_ROW);
    line->gap = ui_px(ui, UI_GAP) * 4 / 5;
    line->pad_y = ui_px(ui, UI_GAP_SMALL) * 3 / 4;
    line->min_h = ui_px(ui, UI_ROW);
    if (row.badge) {
        add_badge(ui, &row, color);
    } else if (row.icon) {
        element_add_icon(ui, row.icon, UI_ICON_MEDIUM, color);
    }
    struct element *lines = element_open(ui, ELEMENT_COLUMN);
    lines->grow = 1;
    element_add_text(ui, UI_BOLD, row.title, row.lang);
    add_second_line(ui, &row);
    element_close(ui);
    if (has_pill(&row) && !row.is_narrow) {
        add_pill(ui, &row.pill);
    } else if (row.command.verb && row.icon && !row.badge && !has_pill(&row)) {
        element_add_icon(ui, UI_ICON_CHEVRON, UI_ICON_MEDIUM, UI_SOFT);
    }
    element_close(ui);
    set_row_node(ui, box, &row);
    element_close(ui);
}

/* ---- stepper ---- */

static void add_step(struct ui *ui, const struct ui_stepper *stepper, const char *side,
                     const char *sign, const char *words, struct ui_command command, bool is_end)
{
    struct element *square = open_square(ui, UI_MAIN, UI_CARD);
    element_add_text(ui, UI_NUMBER, sign, NULL);
    struct ui_node *node =
        element_set_node(ui, square, UI_ROLE_STEP, ui_format(ui, "%s-%s", stepper->id, side),
                         words_fill(ui, words, stepper->label, NULL), NULL);
    node->command = command;
    node->state = is_end ? UI_STATE_DISABLED : 0;
    element_close(ui);
}

void ui_stepper(struct ui *ui, struct ui_stepper stepper)
{
    const struct ui_words *words = &ui->info.words;
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->gap = ui_px(ui, UI_GAP_SMALL);
    struct element *lines = element_open(ui, ELEMENT_COLUMN);
    lines->grow = 1;
    element_add_text(ui, UI_HEADING, stepper.label, NULL);
    if (stepper.sub && stepper.sub[0]) {
        element_add_text(ui, UI_SMALL, stepper.sub, NULL);
    }
    element_close(ui);
    add_step(ui, &stepper, "less", "−", words->less, stepper.less, stepper.value <= stepper.min);
    struct element *value = element_open(ui, ELEMENT_COLUMN);
    const char *digits = ui_format(ui, "%d", stepper.value);
    value->width = ui_px(ui, UI_MAIN);
    value->align = value->justify = UI_CENTER;
    element_add_text(ui, UI_NUMBER, digits, NULL);
    element_set_node(ui, value, UI_ROLE_STATUS, ui_format(ui, "%s-value", stepper.id),
                     ui_format(ui, "%s, %s", stepper.label, digits), NULL);
    element_close(ui);
    add_step(ui, &stepper, "more", "+", words->more, stepper.more, stepper.value >= stepper.max);
    element_close(ui);
}
