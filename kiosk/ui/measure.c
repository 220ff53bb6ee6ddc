/* First half of the layout: widths from the content up, then down from the page, then the heights
 * that follow from them. */
#include <assert.h>

#include "ui/tree.h"

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int child_count(const struct element *element)
{
    int count = 0;
    for (const struct element *child = element->first; child; child = child->next) {
        count++;
    }
    return count;
}

static int gaps_of(const struct element *element, int count)
{
    return count > 1 ? (count - 1) * element->gap : 0;
}

static int own_width(const struct element *element)
{
    switch (element->kind) {
    case ELEMENT_ICON:
        return element->icon.px;
    case ELEMENT_SEATS:
        return element->seats.total * element->seats.px +
               (element->seats.total - 1) * (element->seats.px / 4);
    case ELEMENT_QR:
        return element->qr.count * element->qr.module_px;
    default:
        return 0;
    }
}

/* Width of a container from those of its children, measured by measure(). */
static int container_width(struct element *element, int (*measure)(struct element *), bool stacks)
{
    int sum = 0, widest = 0, count = child_count(element);
    for (struct element *child = element->first; child; child = child->next) {
        int w = measure(child) - 2 * child->bleed;
        sum += w;
        widest = larger(widest, w);
    }
    int inner = widest;
    if (element->kind == ELEMENT_GRID) {
        inner = widest * element->columns + gaps_of(element, element->columns);
    } else if (element->kind == ELEMENT_ROW && !stacks) {
        inner = (element->equal ? widest * count : sum) + gaps_of(element, count);
    }
    return larger(inner + 2 * element->pad_x, element->min_w);
}

int layout_natural_width(struct element *element)
{
    if (element->kind == ELEMENT_TEXT) {
        element->natural_w = paragraph_natural_width(element->text.paragraph);
    } else if (element->first) {
        element->natural_w = container_width(element, layout_natural_width, false);
    } else {
        element->natural_w = own_width(element) + 2 * element->pad_x;
    }
    element->natural_w = larger(element->natural_w, element->min_w);
    if (element->width) {
        element->natural_w = element->width;
    }
    return element->natural_w;
}

static int least_width(struct element *element)
{
    if (element->least_w >= 0) {
        return element->least_w;
    }
    if (element->width) {
        element->least_w = element->width;
    } else if (element->kind == ELEMENT_TEXT) {
        element->least_w = paragraph_least_width(element->text.paragraph);
    } else if (element->first) {
        element->least_w = container_width(element, least_width, element->wrap);
    } else {
        element->least_w = element->natural_w;
    }
    element->least_w = larger(element->least_w, element->min_w);
    return element->least_w;
}

/* ---- widths ---- */

/* Takes deficit px away from the children, those that grow first, none below its least width.
 * Returns what could not be taken. */
static int shrink(struct element *row, int deficit, bool growing)
{
    int slack = 0;
    for (struct element *child = row->first; child; child = child->next) {
        if ((child->grow > 0) == growing) {
            slack += child->rect.w - least_width(child);
        }
    }
    int take = deficit < slack ? deficit : slack;
    for (struct element *child = row->first; child && slack > 0; child = child->next) {
        if ((child->grow > 0) == growing) {
            int own = child->rect.w - least_width(child);
            int part = (int)((long long)take * own / slack);
            child->rect.w -= part;
            take -= part;
            deficit -= part;
            slack -= own;
        }
    }
    return deficit;
}

/* Shares extra px after the children's grow, to the last px. */
static void widen(struct element *row, int extra)
{
    double weights = 0;
    for (struct element *child = row->first; child; child = child->next) {
        weights += child->grow;
    }
    for (struct element *child = row->first; child && weights > 0; child = child->next) {
        int part = (int)(extra * child->grow / weights);
        child->rect.w += part;
        extra -= part;
        weights -= child->grow;
    }
}

/* Children that do not fit even at their narrowest go on a further line; in large text also those
 * that would leave a text less than half of the line. */
static void break_row(struct element *row, int inner)
{
    int gaps = gaps_of(row, child_count(row)), least = gaps, fixed = gaps, natural = gaps;
    bool grows = false;
    for (struct element *child = row->first; child; child = child->next) {
        least += least_width(child);
        fixed += child->grow > 0 ? 0 : child->natural_w;
        natural += child->natural_w;
        grows |= child->grow > 0;
    }
    bool is_crowded = row->is_large && grows && natural > inner && fixed > inner / 2;
    bool is_too_long = row->breaks_even && natural > inner;
    row->wrap |= (least > inner || is_crowded || is_too_long) && !row->shares_width;
}

static void set_row_widths(struct element *row, int inner)
{
    break_row(row, inner);
    int count = child_count(row), left = inner - gaps_of(row, count), sum = 0, widest = 0;
    for (struct element *child = row->first; child; child = child->next) {
        child->rect.w = row->shares_width && child->grow > 0 ? 0 : child->natural_w;
        sum += child->rect.w;
        widest = larger(widest, row->wrap ? child->natural_w : least_width(child));
    }
    if (row->equal && widest * count <= left) {
        for (struct element *child = row->first; child; child = child->next, count--) {
            child->rect.w = left / count;
            left -= child->rect.w;
        }
    } else if (row->wrap && sum > left && row->breaks_even) {
        for (struct element *child = row->first; child; child = child->next) {
            child->rect.w = inner / ((count + 1) / 2);
        }
    } else if (row->wrap && sum > left) {
        for (struct element *child = row->first; child; child = child->next) {
            child->rect.w = child->rect.w < inner ? child->rect.w : inner;
        }
    } else if (sum <= left) {
        widen(row, left - sum);
    } else {
        shrink(row, shrink(row, sum - left, true), false);
    }
}

static void set_column_widths(struct element *column, int inner)
{
    for (struct element *child = column->first; child; child = child->next) {
        bool stretches =
            (column->align == UI_NATURAL || column->align == UI_STRETCH) && !child->width;
        int w = inner + 2 * child->bleed;
        child->rect.w = stretches || child->natural_w > w ? w : child->natural_w;
    }
}

/* As many columns as the widest cell lets stand side by side; fewer when no more lines come of it:
 * none is left with a single cell. */
static void set_columns(struct element *grid, int inner)
{
    int least = 0, wanted = grid->columns;
    for (struct element *child = grid->first; child; child = child->next) {
        least = larger(least, least_width(child));
    }
    while (grid->columns > 1 && !grid->is_rigid &&
           least * grid->columns + gaps_of(grid, grid->columns) > inner) {
        grid->columns--;
    }
    if (grid->columns < wanted) {
        grid->columns = ui_even_columns(child_count(grid), grid->columns);
    }
}

static void set_grid_widths(struct element *grid, int inner)
{
    set_columns(grid, inner);
    int cells = inner - gaps_of(grid, grid->columns), at = 0;
    for (struct element *child = grid->first; child; child = child->next, at++) {
        int column = at % grid->columns;
        child->rect.w = cells * (column + 1) / grid->columns - cells * column / grid->columns;
    }
}

void layout_set_width(struct element *element, int width)
{
    int inner = larger(width - 2 * element->pad_x, 0);
    element->rect.w = width;
    switch (element->kind) {
    case ELEMENT_TEXT:
        paragraph_narrow(element->text.paragraph, width, element->text.least_px);
        element->text.spec.px = paragraph_px(element->text.paragraph);
        paragraph_wrap(element->text.paragraph, width);
        break;
    case ELEMENT_ROW:
        set_row_widths(element, inner);
        break;
    case ELEMENT_GRID:
        set_grid_widths(element, inner);
        break;
    default:
        set_column_widths(element, inner);
        break;
    }
    for (struct element *child = element->first; child; child = child->next) {
        layout_set_width(child, child->rect.w);
    }
}

/* ---- heights ---- */

static int text_height(const struct element *element)
{
    const struct paragraph *paragraph = element->text.paragraph;
    return (int)paragraph_line_count(paragraph) * paragraph_line_height(paragraph);
}

static int row_height(struct element *row)
{
    int inner = row->rect.w - 2 * row->pad_x, x = 0, line = 0, total = 0;
    for (struct element *child = row->first; child; child = child->next) {
        int h = layout_need_height(child);
        if (row->wrap && x > 0 && x + child->rect.w > inner) {
            total += line + row->gap;
            x = line = 0;
        }
        x += child->rect.w + row->gap;
        line = larger(line, h);
    }
    return total + line;
}

static int column_height(struct element *column)
{
    int total = gaps_of(column, child_count(column));
    for (struct element *child = column->first; child; child = child->next) {
        total += layout_need_height(child);
    }
    return column->sheds && column->first ? column->first->need_h : total;
}

static int grid_height(struct element *grid)
{
    int total = 0, line = 0, at = 0;
    for (struct element *child = grid->first; child; child = child->next, at++) {
        if (at && at % grid->columns == 0) {
            total += line + grid->gap;
            line = 0;
        }
        line = larger(line, layout_need_height(child));
    }
    return total + line;
}

/* A scroll area asks for little and takes what is left. */
static int scroll_height(struct element *scroll)
{
    scroll->scroll.content_h = layout_need_height(scroll->first);
    layout_need_height(scroll->last);
    return scroll->scroll.content_h < scroll->min_h ? scroll->scroll.content_h : scroll->min_h;
}

int layout_need_height(struct element *element)
{
    int inner = 0;
    switch (element->kind) {
    case ELEMENT_TEXT:
        inner = text_height(element);
        break;
    case ELEMENT_ICON:
        inner = element->icon.px;
        break;
    case ELEMENT_SEATS:
        inner = element->seats.px;
        break;
    case ELEMENT_QR:
        inner = own_width(element);
        break;
    case ELEMENT_ROW:
        inner = row_height(element);
        break;
    case ELEMENT_GRID:
        inner = grid_height(element);
        break;
    case ELEMENT_SCROLL:
        element->need_h = scroll_height(element);
        return element->need_h;
    case ELEMENT_COLUMN:
        inner = column_height(element);
        break;
    }
    element->need_h = larger(inner + 2 * element->pad_y, element->min_h);
    return element->need_h;
}
