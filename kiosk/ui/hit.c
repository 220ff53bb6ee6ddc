#include "ui/emit.h"

static int gap_between(int a, int a_size, int b, int b_size)
{
    return a < b ? b - (a + a_size) : a - (b + b_size);
}

/* Cuts two hit areas apart in the middle of the gap between what is drawn of them. */
static void cut_along(int a_at, int a_size, int b_at, int b_size, int *a_hit, int *a_hit_size,
                      int *b_hit, int *b_hit_size)
{
    if (a_at > b_at) {
        cut_along(b_at, b_size, a_at, a_size, b_hit, b_hit_size, a_hit, a_hit_size);
        return;
    }
    int middle = (a_at + a_size + b_at) / 2;
    if (*a_hit + *a_hit_size > middle) {
        *a_hit_size = middle - *a_hit;
    }
    if (*b_hit < middle) {
        *b_hit_size -= middle - *b_hit;
        *b_hit = middle;
    }
}

static void split(struct ui_node *a, struct ui_node *b)
{
    int gap_x = gap_between(a->rect.x, a->rect.w, b->rect.x, b->rect.w);
    int gap_y = gap_between(a->rect.y, a->rect.h, b->rect.y, b->rect.h);
    if (gap_x >= gap_y) {
        cut_along(a->rect.x, a->rect.w, b->rect.x, b->rect.w, &a->hit.x, &a->hit.w, &b->hit.x,
                  &b->hit.w);
    } else {
        cut_along(a->rect.y, a->rect.h, b->rect.y, b->rect.h, &a->hit.y, &a->hit.h, &b->hit.y,
                  &b->hit.h);
    }
}

static bool is_target(const struct ui_node *node)
{
    return node->role != UI_ROLE_SCROLL && !rect_is_empty(node->hit);
}

void emit_hits(struct ui_node *nodes, size_t count, int margin_px)
{
    for (size_t i = 0; i < count; i++) {
        if (is_target(&nodes[i])) {
            nodes[i].hit = rect_intersect(nodes[i].hit, rect_grow(nodes[i].rect, margin_px));
        }
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; is_target(&nodes[i]) && k < count; k++) {
            if (is_target(&nodes[k]) &&
                !rect_is_empty(rect_intersect(nodes[i].hit, nodes[k].hit))) {
                split(&nodes[i], &nodes[k]);
            }
        }
    }
}
