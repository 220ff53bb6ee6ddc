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
