/* Second half of the layout: places, from the page down, always left to right. What reads from
 * right to left is turned round when it is drawn (emit.c), in one place. */
#include "ui/tree.h"

const int LAYOUT_SQUEEZES[LAYOUT_SQUEEZE_COUNT] = {100, 80, 60, 45, 30};
enum { LEAST_IN_BOX = 50 }; /* texts keep away from the edge of what is drawn around them */

void layout_squeeze(struct element *element, int percent)
{
    if (element->is_rigid) {
        return;
    }
    if (!element->is_squeezed) {
        element->roomy_gap = element->gap;
        element->roomy_pad_y = element->pad_y;
        element->is_squeezed = true;
    }
    if (element->kind != ELEMENT_ROW || element->wrap) {
        element->gap = element->roomy_gap * percent / 100;
    }
    bool is_box = element->fill != UI_COLOR_NONE || element->edge != UI_COLOR_NONE;
    int kept = is_box && percent < LEAST_IN_BOX ? LEAST_IN_BOX : percent;
    element->pad_y = element->roomy_pad_y * kept / 100;
    for (struct element *child = element->first; child; child = child->next) {
        layout_squeeze(child, percent);
    }
}

static int aligned(enum ui_align align, int start, int room, int size)
{
    switch (align) {
    case UI_CENTER:
        return start + (room - size) / 2;
    case UI_FAR:
        return start + room - size;
    default:
        return start;
    }
}

/* Leaves out what begins to not fit in h. */
static void shed(struct element *column, int h)
{
    struct element *last = column->first;
    int used = last ? last->need_h : 0;
    while (last && last->next && used + column->gap + last->next->need_h <= h) {
        last = last->next;
        used += column->gap + last->need_h;
    }
    if (last) {
        last->next = NULL;
        column->last = last;
    }
}

static void place_column(struct element *column)
{
    const struct ui_rect *rect = &column->rect;
    int inner_w = rect->w - 2 * column->pad_x, inner_h = rect->h - 2 * column->pad_y;
    if (column->sheds) {
        shed(column, inner_h);
    }
    int used = -column->gap;
    double weights = 0;
    for (struct element *child = column->first; child; child = child->next) {
        used += child->need_h + column->gap;
        weights += child->grow;
    }
    int extra = inner_h > used ? inner_h - used : 0;
    int y = rect->y + column->pad_y;
    if (weights <= 0) {
        y = aligned(column->justify, y, inner_h, used);
    }
    for (struct element *child = column->first; child; child = child->next) {
        int part = weights > 0 ? (int)(extra * child->grow / weights) : 0;
        extra -= part;
        weights -= child->grow;
        int x = child->bleed
                    ? rect->x + column->pad_x - child->bleed
                    : aligned(column->align, rect->x + column->pad_x, inner_w, child->rect.w);
        layout_place(child, x, y, child->need_h + part);
        y += child->need_h + part + column->gap;
    }
}

/* Children first … before end, on one line of height h. */
static void place_line(struct element *row, struct element *first, const struct element *end, int y,
                       int h)
{
    int inner = row->rect.w - 2 * row->pad_x, used = -row->gap;
    for (struct element *child = first; child != end; child = child->next) {
        used += child->rect.w + row->gap;
    }
    int x = aligned(row->justify, row->rect.x + row->pad_x, inner, used);
    enum ui_align across = row->align == UI_NATURAL ? UI_CENTER : row->align;
    for (struct element *child = first; child != end; child = child->next) {
        int own = across == UI_STRETCH ? h : child->need_h;
        layout_place(child, x, aligned(across, y, h, own), own);
        x += child->rect.w + row->gap;
    }
}

static void place_row(struct element *row)
{
    int inner = row->rect.w - 2 * row->pad_x, x = 0, line = 0, y = row->rect.y + row->pad_y;
    struct element *first = row->first;
    bool has_broken = false;
    for (struct element *child = row->first; child; child = child->next) {
        if (row->wrap && x > 0 && x + child->rect.w > inner) {
            place_line(row, first, child, y, line);
            y += line + row->gap;
            first = child;
            x = line = 0;
            has_broken = true;
        }
        x += child->rect.w + row->gap;
        line = child->need_h > line ? child->need_h : line;
    }
    int h = has_broken ? line : row->rect.h - 2 * row->pad_y;
    place_line(row, first, NULL, y, h);
}

static int line_height(const struct element *first, int columns)
{
    int h = 0;
    for (int at = 0; first && at < columns; at++, first = first->next) {
        h = first->need_h > h ? first->need_h : h;
    }
    return h;
}

/* All lines as high as each other where there is room for that. */
static void place_grid(struct element *grid)
{
    int count = 0, highest = 0;
    for (struct element *child = grid->first; child; child = child->next) {
        highest = child->need_h > highest ? child->need_h : highest;
        count++;
    }
    int lines = (count + grid->columns - 1) / grid->columns;
    int room = grid->rect.h - 2 * grid->pad_y - (lines > 1 ? (lines - 1) * grid->gap : 0);
    int spare = grid->rect.h - grid->need_h, y = grid->rect.y + grid->pad_y;
    bool is_even = highest * lines <= room;
    struct element *child = grid->first;
    for (int line = 0; line < lines; line++) {
        int part = is_even ? room / (lines - line) : spare / (lines - line);
        int h = is_even ? part : line_height(child, grid->columns) + part;
        int x = grid->rect.x + grid->pad_x;
        room -= part;
        spare -= part;
        for (int at = 0; child && at < grid->columns; at++, child = child->next) {
            layout_place(child, x, y, h);
            x += child->rect.w + grid->gap;
        }
        y += h + grid->gap;
    }
}

static void measure_content(struct element_scroll *at, struct element *content, int width)
{
    layout_set_width(content, width);
    at->content_h = layout_need_height(content);
}

/* A list that nearly fits is squeezed rather than paged. */
static void fit_content(struct element_scroll *at, struct element *content, int h)
{
    for (int i = 1; i < LAYOUT_SQUEEZE_COUNT && at->content_h > h; i++) {
        layout_squeeze(content, LAYOUT_SQUEEZES[i]);
        measure_content(at, content, content->rect.w);
    }
    at->is_paged = at->content_h > h;
    if (at->is_paged) {
        layout_squeeze(content, LAYOUT_SQUEEZES[0]);
        measure_content(at, content, content->rect.w);
    }
}

static void place_scroll(struct element *scroll)
{
    struct element_scroll *at = &scroll->scroll;
    struct element *content = scroll->first, *pager = scroll->last;
    const struct ui_rect *rect = &scroll->rect;
    fit_content(at, content, rect->h);
    at->viewport_h = rect->h;
    if (at->is_paged && at->is_pager_beside) {
        measure_content(at, content, rect->w - pager->rect.w - scroll->gap);
        layout_place(pager, rect->x + rect->w - pager->rect.w, rect->y, rect->h);
    } else if (at->is_paged) {
        at->viewport_h = rect->h - pager->need_h - scroll->gap;
        layout_place(pager, rect->x, rect->y + rect->h - pager->need_h, pager->need_h);
    }
    layout_place(content, rect->x, rect->y, at->is_paged ? content->need_h : at->viewport_h);
}

void layout_place(struct element *element, int x, int y, int h)
{
    element->rect.x = x;
    element->rect.y = y;
    element->rect.h = h;
    switch (element->kind) {
    case ELEMENT_ROW:
        place_row(element);
        break;
    case ELEMENT_GRID:
        place_grid(element);
        break;
    case ELEMENT_SCROLL:
        place_scroll(element);
        break;
    default:
        place_column(element);
        break;
    }
}
