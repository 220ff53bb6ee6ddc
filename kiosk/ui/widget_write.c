#include <assert.h>

#include "ui/widget.h"

/* ---- field ---- */

static void add_field_text(struct ui *ui, const struct ui_field *field, enum ui_color color)
{
    bool is_empty = !field->text || !field->text[0];
    const char *shown = is_empty && field->placeholder ? field->placeholder : field->text;
    struct element *text =
        element_add_text(ui, field->is_big ? UI_TICKET : UI_BODY, shown, field->lang);
    text->text.color = is_empty ? UI_SOFT : UI_INK;
    text->text.has_caret = field->is_active;
    text->text.caret = is_empty ? 0 : field->caret;
    text->text.caret_color = color;
}

static void add_under_field(struct ui *ui, const struct ui_field *field)
{
    if (!field->hint && !field->counter) {
        return;
    }
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->gap = ui_px(ui, UI_GAP);
    row->align = UI_START;
    if (field->hint) {
        ui_label(ui, (struct ui_label){.id = ui_format(ui, "%s-hint", field->id),
                                       .text = field->hint,
                                       .style = UI_SMALL,
                                       .grow = 1});
    } else {
        ui_spacer(ui);
    }
    if (field->counter) {
        ui_label(ui, (struct ui_label){.id = ui_format(ui, "%s-counter", field->id),
                                       .text = field->counter,
                                       .style = UI_SMALL});
    }
    element_close(ui);
}

void ui_field(struct ui *ui, struct ui_field field)
{
    enum ui_color color = field.color ? field.color : UI_TEAL;
    enum ui_style style = field.is_big ? UI_TICKET : UI_BODY;
    int lines = field.lines > 1 ? field.lines : 1;
    struct element *whole = element_open(ui, ELEMENT_COLUMN);
    whole->gap = ui_px(ui, UI_GAP_SMALL) / 2;
    whole->grow = field.grow;
    whole->is_kept = true;
    struct element *box = element_open(ui, ELEMENT_COLUMN);
    box->fill = UI_CARD;
    box->radius = ui_px(ui, UI_CORNER);
    box->pad_x = ui_px(ui, UI_PAD);
    box->pad_y = ui_px(ui, UI_GAP);
    double line = theme_font_px(ui->theme, style) * theme_leading(ui->theme, style);
    box->min_h = (int)(lines * line) + 2 * box->pad_y;
    box->align = field.is_big ? UI_CENTER : UI_NATURAL;
    box->grow = whole->parent->kind == ELEMENT_ROW ? 0 : field.grow; /* in a row it widens */
    element_set_edge(ui, box, field.is_active ? color : UI_EDGE);
    add_field_text(ui, &field, color);
    const char *const parts[] = {field.name, field.text};
    struct ui_node *node =
        element_set_node(ui, box, UI_ROLE_FIELD, field.id, join_names(ui, parts, 2), field.lang);
    node->command = field.command;
    node->is_private = field.is_private;
    node->state = field.is_active ? UI_STATE_SELECTED : 0;
    element_close(ui);
    add_under_field(ui, &field);
    element_close(ui);
}

void ui_pin(struct ui *ui, struct ui_pin pin)
{
    const int typed[] = {pin.typed, pin.length};
    struct element *row = element_open(ui, ELEMENT_ROW);
    row->gap = ui_px(ui, UI_GAP_SMALL);
    row->justify = UI_CENTER;
    row->is_upright = row->is_kept = true;
    for (int i = 0; i < pin.length; i++) {
        struct element *box = element_open(ui, ELEMENT_COLUMN);
        int size = ui_px(ui, UI_TARGET), dot = size * 2 / 5;
        box->width = size;
        box->min_h = size * 5 / 4;
        box->align = box->justify = UI_CENTER;
        box->fill = UI_CARD;
        box->radius = ui_px(ui, UI_CORNER);
        element_set_edge(ui, box, i == pin.typed ? UI_TEAL : UI_EDGE);
        if (i < pin.typed) {
            struct element *mark = element_add(ui, ELEMENT_COLUMN);
            mark->width = mark->min_h = dot;
            mark->fill = UI_INK;
            mark->is_round = true;
        }
        element_close(ui);
    }
    struct ui_node *node = element_set_node(
        ui, row, UI_ROLE_FIELD, pin.id,
        ui_format(ui, "%s, %s", pin.name, words_fill(ui, ui->info.words.of, NULL, typed)), NULL);
    node->is_private = true;
    element_close(ui);
}

/* ---- keys ---- */

static struct element *open_key(struct ui *ui, bool is_soft)
{
    struct element *cap = element_open(ui, ELEMENT_COLUMN);
    cap->align = cap->justify = UI_CENTER;
    cap->fill = is_soft ? UI_KEY : UI_CARD;
    cap->radius = ui_px(ui, UI_CORNER) * 4 / 5;
    cap->min_h = ui_px(ui, UI_KEY_HEIGHT);
    element_set_edge(ui, cap, UI_EDGE);
    return cap;
}

static const char *page_key_name(const struct ui_words *words, const struct keymap_key *key)
{
    if (key->icon == UI_ICON_SHIFT) {
        return words->shift;
    }
    return key->page == KEYMAP_LETTERS ? words->letters : words->signs;
}

static const char *key_name(const struct ui *ui, const struct keymap_key *key)
{
    const struct ui_words *words = &ui->info.words;
    switch (key->action) {
    case KEYMAP_TEXT:
        break;
    case KEYMAP_SPACE:
        return words->space;
    case KEYMAP_ERASE:
        return words->erase;
    case KEYMAP_PAGE:
        return page_key_name(words, key);
    case KEYMAP_LAYOUT:
        return words->layout;
    case KEYMAP_BACK:
        return words->caret_back;
    case KEYMAP_FORWARD:
        return words->caret_forward;
    }
    return key->label;
}

static void add_key(struct ui *ui, const struct keymap_key *key, int index, int verb)
{
    struct element *cap = open_key(ui, key->is_soft);
    cap->grow = key->columns;
    if (key->icon) {
        element_add_icon(ui, key->icon, UI_ICON_SMALL, UI_INK);
    } else {
        bool is_space = key->action == KEYMAP_SPACE;
        element_add_text(ui, is_space ? UI_OPTION : UI_CAP,
                         is_space ? ui->info.words.space : key->label, NULL);
    }
    struct ui_node *node = element_set_node(ui, cap, UI_ROLE_KEY, ui_format(ui, "key-%d", index),
                                            key_name(ui, key), NULL);
    node->command = (struct ui_command){verb, index};
    element_close(ui);
}

void ui_keyboard(struct ui *ui, const struct keymap_page *page, int verb)
{
    struct element *board = element_open(ui, ELEMENT_COLUMN);
    int index = 0;
    board->gap = ui_px(ui, UI_KEY_GAP);
    board->is_upright = board->is_rigid = board->is_kept = board->is_main = true;
    board->grow = ui_is_landscape(ui) ? 1 : 0;
    if (board->parent == ui->body) { /* across the panel, up to a narrow margin */
        board->bleed = ui_px(ui, UI_MARGIN) - ui_px(ui, UI_KEY_GAP) * 2;
    }
    for (size_t r = 0; r < page->row_count; r++) {
        struct element *row = element_open(ui, ELEMENT_ROW);
        row->gap = ui_px(ui, UI_KEY_GAP);
        row->shares_width = true;
        row->align = UI_STRETCH;
        row->grow = 1;
        for (size_t k = 0; k < page->rows[r].count; k++) {
            add_key(ui, &page->rows[r].keys[k], index++, verb);
        }
        element_close(ui);
    }
    element_close(ui);
}

static void add_digit(struct ui *ui, int digit, int verb, bool is_shielded)
{
    struct element *cap = open_key(ui, digit < 0);
    const char *label = ui_format(ui, "%d", digit);
    cap->is_unlit = is_shielded;
    if (digit < 0) {
        element_add_icon(ui, UI_ICON_BACKSPACE, UI_ICON_MEDIUM, UI_INK);
    } else {
        element_add_text(ui, UI_NUMBER, label, NULL);
    }
    const char *id = digit < 0 ? "digit-erase" : ui_format(ui, "digit-%d", digit);
    struct ui_node *node =
        element_set_node(ui, cap, UI_ROLE_KEY, id, digit < 0 ? ui->info.words.erase : label, NULL);
    node->command = (struct ui_command){verb, digit};
    node->is_private = is_shielded;
    element_close(ui);
}

void ui_keypad(struct ui *ui, int verb, bool is_shielded)
{
    struct element *pad = element_open(ui, ELEMENT_GRID);
    pad->columns = 3;
    pad->gap = ui_px(ui, UI_KEY_GAP) * 3 / 2;
    pad->is_upright = pad->is_rigid = pad->is_kept = pad->is_main = true;
    pad->grow = ui_is_landscape(ui) ? 1 : 0;
    for (int digit = 1; digit <= 9; digit++) {
        add_digit(ui, digit, verb, is_shielded);
    }
    element_add(ui, ELEMENT_COLUMN);
    add_digit(ui, 0, verb, is_shielded);
    add_digit(ui, -1, verb, is_shielded);
    element_close(ui);
}
