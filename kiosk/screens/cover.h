/* What covers a visit while nobody may be there: one question over what stood there, and a count.
 */
#pragma once

#include "screens/scene.h"
#include "ui/ui.h"

struct cover {
    enum ui_icon icon;
    const char *title;
    const char *heading; /* NULL: how long until all is erased, as it counts */
    const char *text;
};

void cover_show(struct ui *ui, const struct scene *scene, const struct cover *cover);
/* "Finish and erase"; grow: its share of the line, when it stands beside another answer. */
void cover_show_end(struct ui *ui, enum ui_look look, double grow);
