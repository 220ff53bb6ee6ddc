#include "ui/tree.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/text.h"

int ui_px(const struct ui *ui, enum ui_size size)
{
    return theme_px(ui->theme, theme_mm(ui->theme, size));
}

int ui_mm(const struct ui *ui, double mm)
{
    return theme_px(ui->theme, mm);
}

enum ui_dir lang_direction(const char *lang)
{
    static const char *const right_to_left[] = {"ar", "fa", "he", "ur", "ps", "ckb"};
    size_t len = strcspn(lang, "-_");
    for (size_t i = 0; i < ARRAY_LEN(right_to_left); i++) {
        if (strlen(right_to_left[i]) == len && strncmp(lang, right_to_left[i], len) == 0) {
            return UI_RTL;
        }
    }
    return UI_LTR;
}

bool ui_is_landscape(const struct ui *ui)
{
    return ui->info.width_px > ui->page_h;
}

bool ui_may_be_low(const struct ui *ui)
{
    return ui->info.height_px > ui_mm(ui, UI_LOW_MM);
}

bool ui_is_low(const struct ui *ui)
{
    return ui->page_h < ui->info.height_px;
}

bool ui_is_large(const struct ui *ui)
{
    return ui->theme->text_scale > 1;
}

bool ui_has_typeface(const struct ui *ui, enum ui_typeface typeface)
{
    return font_has_typeface(typeface, ui->theme->font_dir);
}

const struct ui_theme *ui_theme_of(const struct ui *ui)
{
    return ui->theme;
}

const char *ui_format(struct ui *ui, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(ui->arena, format, args);
    va_end(args);
    return text;
}

const char *join_names(struct ui *ui, const char *const *parts, size_t count)
{
    const char *joined = "";
    for (size_t i = 0; i < count; i++) {
        if (parts[i] && parts[i][0]) {
            joined = joined[0] ? arena_printf(ui->arena, "%s, %s", joined, parts[i])
                               : arena_strdup(ui->arena, parts[i]);
        }
    }
    return joined;
}

const char *words_fill(struct ui *ui, const char *words, const char *what, const int *numbers)
{
    const char *filled = "";
    for (const char *at = words; *at;) {
        size_t plain = strcspn(at, "%");
        const char *text = arena_strndup(ui->arena, at, plain);
        at += plain;
        const char *value = "";
        if (what && text_has_prefix(at, "%s")) {
            value = what;
            at += 2;
        } else if (numbers && text_has_prefix(at, "%d")) {
            value = arena_printf(ui->arena, "%d", *numbers++);
            at += 2;
        } else if (*at) {
            value = "%";
            at++;
        }
        filled = arena_printf(ui->arena, "%s%s%s", filled, text, value);
    }
    return filled;
}

/* ---- elements ---- */

struct element *element_new(struct ui *ui, enum element_kind kind, struct element *parent)
{
    struct element *element = arena_alloc(ui->arena, sizeof(*element));
    element->kind = kind;
    element->parent = parent;
    element->least_w = -1;
    element->is_large = ui->theme->text_scale > 1;
    if (parent && parent->last) {
        parent->last->next = element;
    } else if (parent) {
        parent->first = element;
    }
    if (parent) {
        parent->last = element;
    }
    return element;
}

struct element *element_add(struct ui *ui, enum element_kind kind)
{
    return element_new(ui, kind, ui->open);
}

struct element *element_open(struct ui *ui, enum element_kind kind)
{
    ui->open = element_add(ui, kind);
    return ui->open;
}

void element_close(struct ui *ui)
{
    assert(ui->open->parent && ui->open != ui->body);
    ui->open = ui->open->parent;
}

struct element *element_add_text(struct ui *ui, enum ui_style style, const char *text,
                                 const char *lang)
{
    struct element *element = element_add(ui, ELEMENT_TEXT);
    element->text.spec = (struct paragraph_spec){
        .spans[0] = {arena_strdup(ui->arena, text), theme_is_bold(style)},
        .px = theme_font_px(ui->theme, style),
        .leading = theme_leading(ui->theme, style),
        .dir = lang ? lang_direction(lang) : ui->dir,
    };
    element->text.style = style;
    element->text.least_px = theme_least_font_px(ui->theme, style);
    element->text.color = theme_style_color(style);
    return element;
}

struct element *element_add_icon(struct ui *ui, enum ui_icon icon, enum ui_size size,
                                 enum ui_color color)
{
    struct element *element = element_add(ui, ELEMENT_ICON);
    element->icon.icon = icon;
    element->icon.px = ui_px(ui, size);
    element->icon.color = color;
    return element;
}

bool text_is_of_house(const char *from, const char *end)
{
    bool has_letter = false;
    while (from < end) {
        const uint32_t code = utf8_next(&from, end);
        if (code >= 0x0590 && code < 0x0900) {
            return false;
        }
        has_letter = has_letter || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    }
    return has_letter;
}

/* The words, if the name is one isolate and nothing else, and they are of the house's language. */
static const char *isolated(struct ui *ui, const char *name)
{
    if (!text_has_prefix(name, TEXT_ISOLATE)) {
        return NULL;
    }
    // cppcheck-suppress pointerOutOfBounds ; the prefix is there
    const char *begin = name + strlen(TEXT_ISOLATE);
    const char *end = strstr(begin, TEXT_ISOLATE_END);
    if (!end || end[strlen(TEXT_ISOLATE_END)] != '\0' || !text_is_of_house(begin, end)) {
        return NULL;
    }
    return arena_strndup(ui->arena, begin, (size_t)(end - begin));
}

struct ui_node *element_set_node(struct ui *ui, struct element *element, enum ui_role role,
                                 const char *id, const char *name, const char *lang)
{
    const char *own = lang || !ui->info.house_lang ? NULL : isolated(ui, name);
    if (own) {
        name = own;
        lang = ui->info.house_lang;
    }
    struct ui_node *node = arena_alloc(ui->arena, sizeof(*node));
    node->role = role;
    node->id =
        id ? arena_strdup(ui->arena, id) : arena_printf(ui->arena, "text-%d", ++ui->text_serial);
    node->name = arena_strdup(ui->arena, name);
    node->lang = lang ? arena_strdup(ui->arena, lang) : ui->info.lang;
    node->dir = lang_direction(node->lang);
    element->node = node;
    return node;
}

void element_set_edge(struct ui *ui, struct element *element, enum ui_color edge)
{
    element->edge = edge;
    element->stroke = ui_px(ui, edge == UI_LINE ? UI_STROKE : UI_EDGE_STROKE);
}

/* ---- containers ---- */

static void apply_box(struct ui *ui, struct element *element, const struct ui_box *box)
{
    double pad_x = box->pad_x_mm != 0 ? box->pad_x_mm : box->pad_mm;
    double pad_y = box->pad_y_mm != 0 ? box->pad_y_mm : box->pad_mm;
    element->gap = box->gap_mm != 0 ? ui_mm(ui, box->gap_mm) : ui_px(ui, UI_GAP);
    element->gap = element->gap < 0 ? 0 : element->gap;
    element->pad_x = pad_x > 0 ? ui_mm(ui, pad_x) : 0;
    element->pad_y = pad_y > 0 ? ui_mm(ui, pad_y) : 0;
    element->width = ui_mm(ui, box->width_mm);
    element->min_h = ui_mm(ui, box->min_height_mm);
    element->grow = box->grow;
    element->align = box->align;
    element->justify = box->justify;
    element->wrap = box->wrap;
    element->equal = box->equal;
    element->sheds = box->sheds;
    element->fill = box->fill;
    element->radius = box->radius_mm > 0 ? ui_mm(ui, box->radius_mm) : 0;
    if (box->edge) {
        element_set_edge(ui, element, box->edge);
    }
}

void ui_begin_column(struct ui *ui, struct ui_box box)
{
    apply_box(ui, element_open(ui, ELEMENT_COLUMN), &box);
}

void ui_begin_row(struct ui *ui, struct ui_box box)
{
    apply_box(ui, element_open(ui, ELEMENT_ROW), &box);
}

void ui_begin_split(struct ui *ui, struct ui_box box)
{
    bool is_row = ui_is_landscape(ui);
    struct element *element = element_open(ui, is_row ? ELEMENT_ROW : ELEMENT_COLUMN);
    apply_box(ui, element, &box);
    if (is_row) {
        element->shares_width = true;
        element->align = box.align ? box.align : UI_STRETCH;
    }
}

void ui_begin_grid(struct ui *ui, int portrait_columns, int landscape_columns, struct ui_box box)
{
    struct element *element = element_open(ui, ELEMENT_GRID);
    apply_box(ui, element, &box);
    element->columns = ui_is_landscape(ui) ? landscape_columns : portrait_columns;
    assert(element->columns > 0);
}

int ui_even_columns(int cells, int most_columns)
{
    int lines = (cells + most_columns - 1) / most_columns;
    return lines > 1 ? (cells + lines - 1) / lines : most_columns;
}

void ui_begin_card(struct ui *ui, struct ui_box box)
{
    struct element *element = element_open(ui, ELEMENT_COLUMN);
    apply_box(ui, element, &box);
    if (box.pad_x_mm == 0 && box.pad_mm == 0) {
        element->pad_x = ui_px(ui, UI_PAD);
    }
    if (box.pad_y_mm == 0 && box.pad_mm == 0) {
        element->pad_y = ui_px(ui, UI_PAD) / 2;
    }
    if (box.gap_mm == 0) {
        element->gap = 0;
    }
    element->fill = box.fill ? box.fill : UI_CARD;
    element->radius = box.radius_mm > 0 ? element->radius : ui_px(ui, UI_TILE_CORNER);
    element_set_edge(ui, element, box.edge ? box.edge : UI_LINE);
}

void ui_begin_scroll(struct ui *ui, const char *id, struct ui_box box)
{
    enum { LEAST_MM = 60 };
    assert(ui->scroll_count < UI_SCROLL_MAX);
    struct element *scroll = element_open(ui, ELEMENT_SCROLL);
    scroll->scroll.slot = ui->scroll_count++;
    scroll->gap = ui_px(ui, UI_GAP_SMALL);
    scroll->grow = box.grow > 0 ? box.grow : 1;
    scroll->min_h = ui_mm(ui, LEAST_MM * ui->theme->text_scale);
    struct ui_node *node = element_set_node(ui, scroll, UI_ROLE_SCROLL, id, "", NULL);
    node->command = (struct ui_command){UI_VERB_SCROLL, (int64_t)scroll->scroll.slot};
    box.grow = 0;
    apply_box(ui, element_open(ui, ELEMENT_COLUMN), &box);
}

void ui_end(struct ui *ui)
{
    element_close(ui);
    if (ui->open->kind == ELEMENT_SCROLL) {
        pager_build(ui, ui->open);
        element_close(ui);
    }
}

void ui_spacer(struct ui *ui)
{
    element_add(ui, ELEMENT_COLUMN)->grow = 1;
}

void ui_space(struct ui *ui, double mm)
{
    struct element *element = element_add(ui, ELEMENT_COLUMN);
    if (ui->open->kind == ELEMENT_ROW) {
        element->width = ui_mm(ui, mm);
    } else {
        element->min_h = ui_mm(ui, mm);
    }
}

void ui_divider(struct ui *ui)
{
    struct element *element = element_add(ui, ELEMENT_COLUMN);
    element->min_h = ui_px(ui, UI_STROKE);
    element->fill = UI_LINE;
}

/* ---- the page ---- */

struct ui *tree_begin(struct ui_stage *stage, const struct ui_theme *theme, struct glyphs *glyphs,
                      struct arena *arena, const struct ui_frame_info *info)
{
    struct ui *ui = arena_alloc(arena, sizeof(*ui));
    ui->stage = stage;
    ui->theme = theme;
    ui->glyphs = glyphs;
    ui->arena = arena;
    ui->info = *info;
    ui->info.screen = arena_strdup(arena, info->screen);
    ui->info.lang = arena_strdup(arena, info->lang);
    ui->info.house_lang = info->house_lang ? arena_strdup(arena, info->house_lang) : NULL;
    ui->dir = lang_direction(info->lang);
    ui->page_h = info->height_px;
    if (theme->low_mm > 0 && ui_may_be_low(ui)) {
        ui->page_h = ui_mm(ui, theme->low_mm);
    }
    ui->root = element_new(ui, ELEMENT_COLUMN, NULL);
    ui->root->fill = UI_PAPER;
    if (ui->page_h < info->height_px) {
        ui->reading = element_new(ui, ELEMENT_COLUMN, ui->root);
        ui->reading->pad_x = ui_px(ui, UI_MARGIN);
        ui->reading->pad_y = ui->reading->gap = ui_px(ui, UI_GAP);
        ui->reading->min_h = info->height_px - ui->page_h;
        ui->reading->justify = UI_FAR;
    }
    ui->top = element_new(ui, ELEMENT_COLUMN, ui->root);
    ui->body = element_new(ui, ELEMENT_COLUMN, ui->root);
    ui->bar = element_new(ui, ELEMENT_COLUMN, ui->root);
    ui->top->pad_x = ui->body->pad_x = ui_px(ui, UI_MARGIN);
    ui->body->pad_y = ui_px(ui, ui_is_landscape(ui) ? UI_GAP_SMALL : UI_GAP);
    ui->body->gap = ui_px(ui, UI_GAP);
    ui->body->grow = 1;
    ui->open = ui->body;
    return ui;
}

static size_t count_nodes(const struct element *element)
{
    size_t count = element->node != NULL ? 1 : 0;
    for (const struct element *child = element->first; child; child = child->next) {
        count += count_nodes(child);
    }
    return count;
}

static void copy_nodes(const struct element *element, struct ui_node *nodes, size_t *count)
{
    if (element->node != NULL) {
        nodes[(*count)++] = *element->node;
    }
    for (const struct element *child = element->first; child; child = child->next) {
        copy_nodes(child, nodes, count);
    }
}

struct ui_nodes tree_nodes(struct ui *ui)
{
    struct ui_node *nodes = arena_array(ui->arena, count_nodes(ui->root), sizeof(*nodes));
    size_t count = 0;
    copy_nodes(ui->root, nodes, &count);
    return (struct ui_nodes){nodes, count, ui->info.screen_serial};
}
