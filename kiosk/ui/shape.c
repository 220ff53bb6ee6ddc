/* Rounded boxes by analytic coverage: a pixel counts by its distance to the corner's circle. */
#include <math.h>

#include "ui/paint.h"

struct corner_box {
    struct ui_rect rect;
    double radius;
};

/* Coverage 0 … 255 of the pixel at x, y, which lies in the box's rectangle or outside. */
static uint32_t coverage_at(const struct corner_box *box, int x, int y)
{
    const struct ui_rect *r = &box->rect;
    if (x < r->x || y < r->y || x >= r->x + r->w || y >= r->y + r->h) {
        return 0;
    }
    double px = x + 0.5, py = y + 0.5;
    double left = r->x + box->radius, right = r->x + r->w - box->radius;
    double top = r->y + box->radius, bottom = r->y + r->h - box->radius;
    double dx = px < left ? left - px : px > right ? px - right : 0;
    double dy = py < top ? top - py : py > bottom ? py - bottom : 0;
    if (dx <= 0 || dy <= 0) {
        return 255;
    }
    double inside = box->radius + 0.5 - sqrt(dx * dx + dy * dy);
    return inside >= 1 ? 255 : inside <= 0 ? 0 : (uint32_t)(inside * 255 + 0.5);
}

static void fill_span(uint32_t *row, int from, int to, uint32_t color)
{
    for (int x = from; x < to; x++) {
        row[x] = color;
    }
}

static void clipped_span(uint32_t *row, const struct ui_rect *area, int from, int to,
                         uint32_t color)
{
    int left = area->x, right = area->x + area->w;
    fill_span(row, from > left ? from : left, to < right ? to : right, color | 0xFF000000);
}

struct box_painter {
    const struct paint_op *op;
    struct corner_box outer, inner;
    struct ui_rect area;
};

static void blend_pixels(const struct box_painter *p, uint32_t *row, int y, int from, int to)
{
    int left = p->area.x, right = p->area.x + p->area.w;
    from = from > left ? from : left;
    to = to < right ? to : right;
    for (int x = from; x < to; x++) {
        uint32_t outer = coverage_at(&p->outer, x, y);
        uint32_t inner = p->op->box.stroke ? coverage_at(&p->inner, x, y) : outer;
        if (p->op->box.stroke && !p->op->box.has_fill) {
            paint_blend(&row[x], p->op->box.edge, outer - inner);
            continue;
        }
        if (p->op->box.stroke) {
            paint_blend(&row[x], p->op->box.edge, outer);
        }
        paint_blend(&row[x], p->op->box.fill, inner);
    }
}

/* Between the corners a row is made of at most three plain spans. */
static void plain_pixels(const struct box_painter *p, uint32_t *row, int y, int from, int to)
{
    const struct ui_rect *inner = &p->inner.rect;
    int stroke = p->op->box.stroke;
    if (stroke && (y < inner->y || y >= inner->y + inner->h)) {
        clipped_span(row, &p->area, from, to, p->op->box.edge);
        return;
    }
    int left = from > inner->x ? from : inner->x;
    int right = to < inner->x + inner->w ? to : inner->x + inner->w;
    if (stroke) {
        clipped_span(row, &p->area, from, left, p->op->box.edge);
        clipped_span(row, &p->area, right, to, p->op->box.edge);
    }
    if (p->op->box.has_fill) {
        clipped_span(row, &p->area, left, right, p->op->box.fill);
    }
}

void paint_box(SDL_Surface *target, const struct paint_op *op, struct ui_rect area)
{
    const struct ui_rect *rect = &op->rect;
    int shorter = rect->w < rect->h ? rect->w : rect->h;
    double radius = op->box.radius < shorter / 2.0 ? op->box.radius : shorter / 2.0;
    double inner_radius = radius > op->box.stroke ? radius - op->box.stroke : 0;
    const struct box_painter painter = {
        .op = op,
        .outer = {*rect, radius},
        .inner = {rect_grow(*rect, -op->box.stroke), inner_radius},
        .area = area,
    };
    int corner = (int)ceil(radius);
    for (int y = area.y; y < area.y + area.h; y++) {
        uint32_t *row =
            (uint32_t *)(void *)((uint8_t *)target->pixels + (ptrdiff_t)y * target->pitch);
        int side = y < rect->y + corner || y >= rect->y + rect->h - corner ? corner : 0;
        plain_pixels(&painter, row, y, rect->x + side, rect->x + rect->w - side);
        if (side) {
            blend_pixels(&painter, row, y, rect->x, rect->x + side);
            blend_pixels(&painter, row, y, rect->x + rect->w - side, rect->x + rect->w);
        }
    }
}
