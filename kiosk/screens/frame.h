/* One picture of the screen on top, with the bar that every screen has. */
#pragma once

#include "screens/stack.h"
#include "ui/ui.h"

struct frame_place {
    struct ui_stage *stage;
    int width_px, height_px;
    struct arena *arena; /* of composed texts: emptied first */
};

/* Declares and lays out. Gives a frame as ui_finish() does. */
const struct ui_frame *frame_build(struct stack *stack, const struct frame_place *place);
/* The same screen as it is said: its nodes' names, with i18n_set_spoken(true). They live as those
 * of ui_finish_spoken(). place->arena: another than the picture's, emptied first. */
struct ui_nodes frame_build_spoken(struct stack *stack, const struct frame_place *place);
