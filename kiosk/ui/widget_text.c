#include <assert.h>

#include "ui/widget.h"

enum { SEATS_DRAWN_MAX = 12 };

enum ui_color tone_color(enum ui_tone tone)
{
    static const enum ui_color colors[] = {
        [UI_NEUTRAL] = UI_TEAL, [UI_GOOD] = UI_OK, [UI_CAUTION] = UI_WARN, [UI_TROUBLE] = UI_BAD};
    return colors[tone];
}

static enum ui_role style_role(enum ui_style style)
{
    return style == UI_TITLE ? UI_ROLE_TITLE : UI_ROLE_TEXT;
}

void ui_text(struct ui *ui, enum ui_style style, const char *text)
{
    ui_label(ui, (struct ui_label){.text = text, .style = style});
}

void ui_label(struct ui *ui, struct ui_label label)
{
    struct element *element = element_add_text(ui, label.style, label.text, label.lang);
    enum ui_role role = label.is_status ? UI_ROLE_STATUS : style_role(label.style);
    element->text.color = label.color ? label.color : element->text.color;
    element->text.align = label.align;
    element->grow = label.grow;
    element->is_spare = label.is_spare;
    struct ui_node *node = element_set_node(ui, element, role, label.id,
                                            label.name ? label.name : label.text, label.lang);
    node->is_private = label.is_private;
}

static struct element *add_rich(struct ui *ui, const char *bold, const char *normal,
                                const char *lang)
{
    struct element *element = element_add_text(ui, UI_BODY, "", lang);
    element->text.spec.spans[0].text = arena_strdup(ui->arena, bold);
    element->text.spec.spans[0].is_bold = true;
    element->text.spec.spans[1].text = arena_strdup(ui->arena, normal);
    return element;
}

void ui_rich(struct ui *ui, const char *bold, const char *normal)
{
    struct element *element = add_rich(ui, bold, normal, NULL);
    element_set_node(ui, element, UI_ROLE_TEXT, NULL,
                     ui_format(ui, "%s%s", bold ? bold : "", normal ? normal : ""), NULL);
}

void ui_icon_show(struct ui *ui, enum ui_icon icon, enum ui_size size, enum ui_color color)
{
    element_add_icon(ui, icon, size, color);
}

void ui_seats(struct ui *ui, int taken, int total, enum ui_color color)
{
    if (total <= 0 || total > SEATS_DRAWN_MAX) {
        return;
    }
    struct element *element = element_add(ui, ELEMENT_SEATS);
    element->seats.taken = taken;
    element->seats.total = total;
    element->seats.px = ui_px(ui, UI_ICON_SMALL);
    element->seats.color = color;
}

/* Lines of a card are parted by a hairline, but for the first. */
void add_hairline(struct ui *ui, struct element *parent, bool reaches_edges)
{
    if (parent->first == ui->open) {
        return;
    }
    ui_divider(ui);
    if (reaches_edges && parent->pad_x > parent->stroke) {
        ui->open->last->bleed = parent->pad_x - parent->stroke;
    }
}

static void add_edit(struct ui *ui, const struct ui_fact *fact)
{
    if (fact->edit.verb == 0) {
        return;
    }
    ui_button(ui, (struct ui_button){.id = ui_format(ui, "%s-edit", fact->id ? fact->id : "fact"),
                                     .command = fact->edit,
                                     .label = fact->edit_label,
                                     .icon = UI_ICON_EDIT,
                                     .look = UI_QUIET});
}

void ui_fact(struct ui *ui, struct ui_fact fact)
{
    struct element *parent = ui->open;
    enum ui_color color = fact.color ? fact.color : UI_TEAL;
    element_open(ui, ELEMENT_COLUMN);
    add_hairline(ui, parent, true);
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->gap = ui_px(ui, UI_GAP);
    row->min_h = ui_px(ui, UI_FACT);
    row->pad_y = ui_px(ui, UI_GAP_SMALL) / 2;
    bool is_narrow = ui_is_landscape(ui) || ui_is_large(ui); /* its words need the width */
    element_add_icon(ui, fact.icon, is_narrow ? UI_ICON_SMALL : UI_ICON_MEDIUM, color);
    /* Behind a word of the screen's own, the line goes the screen's way. */
    struct element *text = add_rich(ui, fact.bold, fact.text, fact.bold ? NULL : fact.lang);
    text->grow = 1;
    struct ui_node *node = element_set_node(
        ui, text, UI_ROLE_TEXT, fact.id,
        ui_format(ui, "%s%s", fact.bold ? fact.bold : "", fact.text ? fact.text : ""), fact.lang);
    node->is_private = fact.is_private;
    ui_seats(ui, fact.seats_taken, fact.seats_total, color);
    add_edit(ui, &fact);
    element_close(ui);
    element_close(ui);
}

struct element *add_pill(struct ui *ui, const struct ui_pill *pill)
{
    struct element *row = element_open(ui, ELEMENT_ROW);
    enum ui_color color = tone_color(pill->tone);
    row->fill = theme_tint(color);
    row->is_round = true;
    row->gap = ui_px(ui, UI_GAP_SMALL) / 2;
    row->pad_x = ui_px(ui, UI_GAP_SMALL) * 3 / 2;
    row->pad_y = ui_px(ui, UI_GAP_SMALL) / 2;
    if (pill->icon) {
        element_add_icon(ui, pill->icon, UI_ICON_SMALL, color);
    }
    struct element *text = element_add_text(ui, UI_SMALL_BOLD, pill->text, NULL);
    text->text.color = color;
    element_close(ui);
    return row;
}

void ui_pill(struct ui *ui, const char *id, struct ui_pill pill)
{
    struct element *row = add_pill(ui, &pill);
    element_set_node(ui, row, UI_ROLE_STATUS, id, pill.text, NULL);
}
