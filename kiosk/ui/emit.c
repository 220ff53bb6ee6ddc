#include "ui/emit.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

enum { PRESSED_SHARE = 56, RING_MM10 = 18, RING_GAP_MM10 = 10 };

/* What holds for an element and all below it. */
struct context {
    struct ui_rect clip;
    bool is_mirrored;
    int shift_x, shift_y; /* inside a scroll area, and inside what is not turned round */
    uint32_t background;
    size_t node; /* 1 + the innermost one's number; 0 none */
    bool is_disabled;
    bool is_paged;       /* pieces that the clip would cut are left out, */
    struct ui_rect page; /* and boxes around them end with it */
};

struct emitter {
    struct ui *ui;
    struct arena *arena;
    struct scroll_extent *extents;
    struct emitted *out;
    struct paint_op ring; /* of the focus: painted last, over the neighbours */
};

static struct ui_rect map_rect(const struct emitter *e, const struct context *c,
                               struct ui_rect rect)
{
    rect.x += c->shift_x;
    rect.y += c->shift_y;
    if (c->is_mirrored) {
        rect.x = e->ui->info.width_px - rect.x - rect.w;
    }
    return rect;
}

/* Doubles an array of the arena when it is full. */
static void *grown(struct arena *arena, void *items, size_t count, size_t *room, size_t size)
{
    if (count < *room) {
        return items;
    }
    *room = *room ? *room * 2 : 64;
    void *more = arena_array(arena, *room, size);
    if (count) {
        memcpy(more, items, count * size);
    }
    return more;
}

static void add_op(struct emitter *e, const struct context *c, struct paint_op op)
{
    struct emitted *out = e->out;
    op.clip = c->clip;
    op.node = c->node;
    if (rect_is_empty(rect_intersect(op.rect, op.clip))) {
        return;
    }
    paint_op_seal(&op);
    out->ops = grown(e->arena, out->ops, out->op_count, &out->op_room, sizeof(*out->ops));
    out->ops[out->op_count++] = op;
}

static uint32_t color_of(const struct emitter *e, const struct context *c, enum ui_color color)
{
    return theme_color(e->ui->theme, c->is_disabled ? UI_DISABLED : color);
}

/* ---- boxes ---- */

static bool is_named(const struct element *element, const char *id)
{
    return element->node && id[0] && strcmp(element->node->id, id) == 0;
}

static bool is_pressed(const struct emitter *e, const struct element *element)
{
    return !element->is_unlit && is_named(element, e->ui->info.view->pressed);
}

/* What is seen of a box around a list: closed where the page begins, and below its last row. */
static struct ui_rect box_on_page(const struct context *c, const struct element *element,
                                  struct ui_rect rect)
{
    struct ui_rect seen = c->clip;
    if (rect.y >= seen.y + seen.h) {
        return (struct ui_rect){0};
    }
    seen.h += element->pad_y;
    return rect_intersect(rect, rect_intersect(seen, c->page));
}

/* Draws the element's ground and edge; from here on it is the background. */
static void emit_box(struct emitter *e, struct context *c, const struct element *element)
{
    const struct ui_theme *theme = e->ui->theme;
    bool is_filled = element->fill != UI_COLOR_NONE;
    bool is_lit = is_pressed(e, element);
    enum ui_color edge = element->edge;
    if (is_filled) {
        bool is_strong = element->fill != UI_CARD && element->fill != UI_PAPER;
        enum ui_color fill = c->is_disabled && is_strong ? UI_LINE : element->fill;
        c->background = theme_color(theme, fill);
    }
    if (c->is_disabled) {
        edge = UI_LINE;
    }
    if (is_lit) {
        c->background = theme_mix(c->background, theme_color(theme, UI_INK), PRESSED_SHARE);
    }
    if (!is_filled && !is_lit && !element->edge) {
        return;
    }
    struct paint_op op = {.kind = PAINT_BOX, .rect = map_rect(e, c, element->rect)};
    op.box.has_fill = is_filled || is_lit;
    op.box.fill = c->background;
    op.box.radius = element->is_round ? element->rect.h / 2 : element->radius;
    if (element->edge) {
        op.box.stroke = element->stroke;
        op.box.edge = theme_color(theme, edge);
    }
    if (c->is_paged) {
        struct context page = *c;
        page.clip = c->page;
        op.rect = box_on_page(c, element, op.rect);
        add_op(e, &page, op);
    } else {
        add_op(e, c, op);
    }
}

/* Around the control, where there is room: at the panel's edge it stands inside. */
static void emit_ring(struct emitter *e, const struct context *c, const struct element *element)
{
    int stroke = ui_mm(e->ui, RING_MM10 / 10.0), gap = ui_mm(e->ui, RING_GAP_MM10 / 10.0);
    struct ui_rect panel = {0, 0, e->ui->info.width_px, e->ui->info.height_px};
    struct ui_rect around = rect_grow(map_rect(e, c, element->rect), gap + stroke);
    struct paint_op op = {.kind = PAINT_BOX, .rect = rect_intersect(around, panel)};
    op.box.edge = theme_color(e->ui->theme, UI_FOCUS);
    op.box.stroke = stroke;
    op.box.radius = element->radius + gap + stroke;
    e->ring = op;
}

/* ---- leaves ---- */

static enum ui_align text_align(const struct element *element)
{
    if (element->text.align != UI_NATURAL) {
        return element->text.align;
    }
    const struct element *parent = element->parent;
    return parent && parent->kind == ELEMENT_COLUMN ? parent->align : UI_START;
}

static void emit_caret(struct emitter *e, const struct context *c, const struct element *element)
{
    const struct element_text *text = &element->text;
    size_t index = 0;
    int x = 0, px = text->spec.px;
    paragraph_caret(text->paragraph, text->caret, &index, &x);
    const struct paragraph_line *line = paragraph_line_at(text->paragraph, index);
    int h = paragraph_line_height(text->paragraph);
    struct ui_rect place = {element->rect.x, element->rect.y + (int)index * h, line->w, h};
    place = map_rect(e, c, place);
    int w = px / 9 > 2 ? px / 9 : 2;
    struct paint_op op = {.kind = PAINT_BOX,
                          .rect = {place.x + x, place.y + h / 10, w, h * 8 / 10}};
    op.box.has_fill = true;
    op.box.fill = theme_color(e->ui->theme, text->caret_color);
    add_op(e, c, op);
}

/* The page cuts it. */
static bool is_outside(const struct context *c, struct ui_rect rect)
{
    return rect.y < c->clip.y || rect.y + rect.h > c->clip.y + c->clip.h;
}

static void emit_text(struct emitter *e, const struct context *c, const struct element *element)
{
    const struct paragraph *paragraph = element->text.paragraph;
    struct font_set *fonts = glyphs_fonts(e->ui->glyphs);
    int h = paragraph_line_height(paragraph);
    for (size_t i = 0; i < paragraph_line_count(paragraph); i++) {
        const struct paragraph_line *line = paragraph_line_at(paragraph, i);
        struct ui_rect place = element->rect;
        enum ui_align align = text_align(element);
        int room = place.w - line->w;
        place.x += align == UI_CENTER ? room / 2 : align == UI_FAR ? room : 0;
        place.y += (int)i * h;
        place.w = line->w;
        place.h = h;
        place = map_rect(e, c, place);
        if (c->is_paged && is_outside(c, place)) {
            continue;
        }
        for (size_t k = 0; k < line->run_count; k++) {
            const struct paragraph_run *run = &line->runs[k];
            int ascent = font_ascent(fonts, run->run.face, run->run.px);
            struct paint_op op = {.kind = PAINT_RUN, .rect = {.x = place.x + run->x, .w = run->w}};
            op.rect.y = place.y + paragraph_baseline(paragraph) - ascent;
            op.rect.h = font_height(fonts, run->run.face, run->run.px);
            op.run.run = run->run;
            op.run.color = color_of(e, c, element->text.color);
            add_op(e, c, op);
        }
    }
    if (element->text.has_caret) {
        emit_caret(e, c, element);
    }
}

static void emit_icon(struct emitter *e, const struct context *c, const struct element *element)
{
    if (element->icon.icon == UI_ICON_NONE) {
        return;
    }
    char text[5] = {0};
    utf8_put(icon_code(element->icon.icon), text);
    struct paint_op op = {.kind = PAINT_RUN};
    op.run.run = (struct glyph_run){.text = arena_strdup(e->arena, text),
                                    .face = FACE_ICONS,
                                    .px = element->icon.px,
                                    .dir = UI_LTR};
    op.run.color = color_of(e, c, element->icon.color);
    op.run.is_mirrored = c->is_mirrored && icon_is_mirrored(element->icon.icon);
    struct ui_rect place = element->rect;
    place.y += (place.h - element->icon.px) / 2;
    place.x += (place.w - element->icon.px) / 2;
    place.w = glyphs_width(e->ui->glyphs, &op.run.run);
    place.h = font_height(glyphs_fonts(e->ui->glyphs), FACE_ICONS, element->icon.px);
    op.rect = map_rect(e, c, place);
    add_op(e, c, op);
}

static void emit_seats(struct emitter *e, const struct context *c, const struct element *element)
{
    int px = element->seats.px;
    for (int i = 0; i < element->seats.total; i++) {
        bool is_taken = i < element->seats.taken;
        struct ui_rect dot = {element->rect.x + i * (px + px / 4), element->rect.y, px, px};
        struct paint_op op = {.kind = PAINT_BOX, .rect = map_rect(e, c, dot)};
        op.box.radius = px / 2;
        op.box.has_fill = is_taken;
        op.box.fill = theme_color(e->ui->theme, element->seats.color);
        op.box.stroke = is_taken ? 0 : px / 9 + 1;
        op.box.edge = theme_color(e->ui->theme, UI_OK);
        add_op(e, c, op);
    }
}

static void emit_qr(struct emitter *e, const struct context *c, const struct element *element)
{
    int size = element->qr.count * element->qr.module_px;
    struct ui_rect square = {element->rect.x + (element->rect.w - size) / 2, element->rect.y, size,
                             size};
    struct paint_op op = {.kind = PAINT_QR, .rect = map_rect(e, c, square)};
    op.qr.modules = element->qr.modules;
    op.qr.count = element->qr.count;
    op.qr.module_px = element->qr.module_px;
    op.qr.color = theme_color(e->ui->theme, UI_BLACK);
    add_op(e, c, op);
}

/* ---- nodes ---- */

/* The text that speaks for the element: its own, or the first below it. */
static const struct element *first_text(const struct element *element)
{
    if (element->kind == ELEMENT_TEXT) {
        return element;
    }
    for (const struct element *child = element->first; child; child = child->next) {
        const struct element *found = first_text(child);
        if (found) {
            return found;
        }
    }
    return NULL;
}

/* Where things can be touched: on a low page not above it. */
static struct ui_rect page_of(const struct ui *ui)
{
    return (struct ui_rect){0, ui->info.height_px - ui->page_h, ui->info.width_px, ui->page_h};
}

/* Something of the element and its node stands on the page. */
static bool is_seen(const struct emitter *e, const struct context *c, const struct element *element)
{
    return element->node && !rect_is_empty(rect_intersect(map_rect(e, c, element->rect), c->clip));
}

static void emit_node(struct emitter *e, const struct context *c, const struct element *element)
{
    if (element->node == NULL || !is_seen(e, c, element)) {
        return;
    }
    struct ui_node node = *element->node;
    const struct element *text = first_text(element);
    struct emitted *out = e->out;
    node.rect = rect_intersect(map_rect(e, c, element->rect), c->clip);
    bool is_scrap = c->is_paged && node.rect.h < ui_px(e->ui, UI_TARGET); /* of a row cut in two */
    node.hit = node.command.verb && !c->is_disabled && !is_scrap
                   ? rect_intersect(c->clip, page_of(e->ui))
                   : (struct ui_rect){0};
    node.state |= is_pressed(e, element) ? UI_STATE_PRESSED : 0;
    node.state |= is_named(element, e->ui->info.view->focused) ? UI_STATE_FOCUSED : 0;
    node.background = c->background;
    node.foreground = text ? color_of(e, c, text->text.color) : color_of(e, c, UI_INK);
    node.font_px = text ? text->text.spec.px : 0;
    out->nodes = grown(e->arena, out->nodes, out->node_count, &out->node_room, sizeof(node));
    out->nodes[out->node_count++] = node;
}

/* ---- the tree ---- */

static void emit_element(struct emitter *e, struct context context, struct element *element);

static void emit_children(struct emitter *e, const struct context *c, struct element *element)
{
    for (struct element *child = element->first; child; child = child->next) {
        emit_element(e, *c, child);
    }
}

static void emit_scroll(struct emitter *e, struct context c, struct element *element)
{
    if (!element->scroll.is_paged) {
        emit_element(e, c, element->first);
        return;
    }
    struct scroll_extent *extent = &e->extents[element->scroll.slot];
    int offset = pager_update(e->ui, e->arena, element, extent);
    struct context area = c, inside = c;
    struct ui_rect viewport = element->rect;
    viewport.w = element->scroll.is_pager_beside ? element->first->rect.w : viewport.w;
    viewport.h = element->scroll.viewport_h;
    area.clip = inside.page = rect_intersect(c.clip, map_rect(e, &c, viewport));
    emit_node(e, &area, element);
    inside.is_paged = !e->ui->info.view->is_dragging;
    if (inside.is_paged) {
        viewport.h = pager_filled(extent, offset);
    }
    inside.clip = rect_intersect(c.clip, map_rect(e, &c, viewport));
    inside.shift_y -= offset;
    emit_element(e, inside, element->first);
    emit_element(e, c, element->last);
}

static bool is_cut(const struct emitter *e, const struct context *c, const struct element *element)
{
    struct ui_rect rect = map_rect(e, c, element->rect);
    return (rect.h <= c->page.h || !element->first) && is_outside(c, rect);
}

static void emit_element(struct emitter *e, struct context c, struct element *element)
{
    if (c.is_paged && pager_is_piece(element)) {
        bool is_text = element->kind == ELEMENT_TEXT; /* its lines are looked at one by one */
        if (is_cut(e, &c, element) && !(is_text && element->rect.h > c.page.h)) {
            return;
        }
        c.is_paged = map_rect(e, &c, element->rect).h > c.page.h;
    }
    if (element->kind == ELEMENT_SCROLL) {
        emit_scroll(e, c, element);
        return;
    }
    c.is_disabled |= element->node && element->node->state & UI_STATE_DISABLED;
    c.node = is_seen(e, &c, element) ? e->out->node_count + 1 : c.node;
    emit_box(e, &c, element);
    emit_node(e, &c, element);
    if (element->is_upright && c.is_mirrored) {
        int from = element->rect.x + c.shift_x;
        c.shift_x += map_rect(e, &c, element->rect).x - from;
        c.is_mirrored = false;
    }
    if (element->kind == ELEMENT_TEXT) {
        emit_text(e, &c, element);
    } else if (element->kind == ELEMENT_ICON) {
        emit_icon(e, &c, element);
    } else if (element->kind == ELEMENT_SEATS) {
        emit_seats(e, &c, element);
    } else if (element->kind == ELEMENT_QR) {
        emit_qr(e, &c, element);
    }
    emit_children(e, &c, element);
    if (is_named(element, e->ui->info.view->focused)) {
        emit_ring(e, &c, element);
    }
}

void emit_tree(struct ui *ui, struct arena *arena, struct scroll_extent extents[UI_SCROLL_MAX],
               struct emitted *out)
{
    *out = (struct emitted){0};
    struct emitter emitter = {.ui = ui, .arena = arena, .extents = extents, .out = out};
    const struct context context = {
        .clip = {0, 0, ui->info.width_px, ui->info.height_px},
        .is_mirrored = ui->dir == UI_RTL,
        .background = theme_color(ui->theme, UI_PAPER),
    };
    emit_element(&emitter, context, ui->root);
    if (!rect_is_empty(emitter.ring.rect)) {
        add_op(&emitter, &context, emitter.ring);
    }
    emit_hits(out->nodes, out->node_count, ui_px(ui, UI_HIT_GROWTH));
}
