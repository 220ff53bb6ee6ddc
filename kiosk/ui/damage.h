/* What changed between two display lists. Private. */
#pragma once

#include "ui/paint.h"

/* What remains of an op that was painted. */
struct damage_mark {
    uint64_t hash;
    struct ui_rect rect;
};

struct damage_mark damage_mark_of(const struct paint_op *op);
/* Rectangles, at most max, that cover every op that is in one list and not in the other, or stands
 * in another order. Returns how many. */
size_t damage_find(const struct damage_mark *before, size_t before_count,
                   const struct paint_op *ops, size_t count, struct ui_rect *rects, size_t max);
