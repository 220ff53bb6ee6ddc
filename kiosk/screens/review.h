/* What the lines of a review may ask. */
#pragma once

#include "screens/screen.h"

/* "modifier": back to the form at this depth of the stack; what was filled in is still there. */
static inline struct ui_command review_edit(int depth)
{
    return (struct ui_command){SHARED_TO, depth};
}
