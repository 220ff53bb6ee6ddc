#include "ui/damage.h"

#include <stdint.h>

struct collector {
    struct ui_rect *rects;
    size_t count, max;
};

struct damage_mark damage_mark_of(const struct paint_op *op)
{
    return (struct damage_mark){op->hash, rect_intersect(op->rect, op->clip)};
}

static int64_t area(struct ui_rect rect)
{
    return (int64_t)rect.w * rect.h;
}

/* What one rectangle around both costs over two of them. */
static int64_t waste(struct ui_rect a, struct ui_rect b)
{
    return area(rect_union(a, b)) - area(a) - area(b);
}

static void remove_at(struct collector *c, size_t index)
{
    c->rects[index] = c->rects[--c->count];
}

/* The rectangle it wastes least with; SIZE_MAX when there is none. */
static size_t cheapest(const struct collector *c, struct ui_rect rect)
{
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < c->count; i++) {
        if (best == SIZE_MAX || waste(c->rects[i], rect) < waste(c->rects[best], rect)) {
            best = i;
        }
    }
    return best;
}

static void collect(struct collector *c, struct ui_rect rect)
{
    enum { FREE_WASTE_PX = 2500 }; /* less than the cost of one more rectangle */
    for (;;) {
        size_t with = cheapest(c, rect);
        if (with == SIZE_MAX ||
            (waste(c->rects[with], rect) > FREE_WASTE_PX && c->count < c->max)) {
            break;
        }
        rect = rect_union(rect, c->rects[with]);
        remove_at(c, with);
    }
    c->rects[c->count++] = rect;
}

size_t damage_find(const struct damage_mark *before, size_t before_count,
                   const struct paint_op *ops, size_t count, struct ui_rect *rects, size_t max)
{
    struct collector c = {rects, 0, max};
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = at;
        while (same < before_count && before[same].hash != ops[i].hash) {
            same++;
        }
        if (same == before_count) {
            collect(&c, damage_mark_of(&ops[i]).rect);
            continue;
        }
        for (; at < same; at++) {
            collect(&c, before[at].rect);
        }
        at = same + 1;
    }
    for (; at < before_count; at++) {
        collect(&c, before[at].rect);
    }
    return c.count;
}
