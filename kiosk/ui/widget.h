/* What the widgets share. Private to the toolkit. */
#pragma once

#include "ui/tree.h"

enum ui_color tone_color(enum ui_tone tone);
/* A hairline above the open element, unless it is its parent's first child. */
void add_hairline(struct ui *ui, struct element *parent, bool reaches_edges);
/* A pill without node. */
struct element *add_pill(struct ui *ui, const struct ui_pill *pill);
/* Square with a round corner; white ones have an edge. To be closed. */
struct element *open_square(struct ui *ui, enum ui_size size, enum ui_color fill);
