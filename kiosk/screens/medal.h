/* An icon on a round ground: the picture of a page that has little else. */
#pragma once

#include "ui/ui.h"

struct medal {
    enum ui_icon icon;
    enum ui_color color;
    bool is_filled; /* white on the colour, smaller; else in the colour on its tint */
};
/* In a large text the icon stands alone, and leaves its room to the words. */
void medal_show(struct ui *ui, struct medal medal);
/* A card, and what it is held to. */
void medal_show_scan(struct ui *ui);
