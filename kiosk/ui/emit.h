/* From the arranged tree to what is painted and touched: display list and nodes. Private. */
#pragma once

#include "ui/paint.h"
#include "ui/tree.h"

struct emitted {
    struct paint_op *ops;
    size_t op_count, op_room;
    struct ui_node *nodes;
    size_t node_count, node_room;
};

/* arena: of ops and nodes. extents: one a scroll slot, filled here. The view's offsets are brought
 * within range. */
void emit_tree(struct ui *ui, struct arena *arena, struct scroll_extent extents[UI_SCROLL_MAX],
               struct emitted *out);
/* What the stage's last frame was made into, for tests on what is drawn. glyphs: what measured and
 * draws it. Both live as the frame does. */
const struct emitted *stage_emitted(const struct ui_stage *stage, struct glyphs **glyphs);
/* Hit areas (hit.c): every touchable node's .hit holds its clip on entry, and the area where a
 * finger counts afterwards: grown by margin_px, gaps split, no two overlapping. */
void emit_hits(struct ui_node *nodes, size_t count, int margin_px);

/* ---- pager.c ---- */

/* What a page must not cut: the smallest pieces of a paged content. */
bool pager_is_piece(const struct element *element);
/* Brings the offset into range, counts pages and writes that into the pager's widgets. Returns the
 * offset. */
int pager_update(struct ui *ui, struct arena *arena, struct element *area,
                 struct scroll_extent *extent);
/* How much of the viewport the page fills with whole pieces. */
int pager_filled(const struct scroll_extent *extent, int offset_px);
int pager_next(const struct scroll_extent *extent, int offset_px);
int pager_previous(const struct scroll_extent *extent, int offset_px);
