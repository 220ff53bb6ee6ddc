/* What the files of the page share. Private to them. */
#pragma once

#include "ui/tree.h"

/* Widths and heights of all, at the panel's width. */
void page_measure(struct ui *ui);
/* After the list of its children was changed. */
void page_set_parent(struct element *parent);
void page_unlink(struct element *parent, struct element *child);
/* A column that only takes room. */
bool page_is_room(const struct element *element);

/* The title's lines out of the header, where its button and the clock stay; NULL: they left. */
struct element *page_take_lines(struct ui *ui);
/* What is only read goes up as far as there is room. */
void page_raise_reading(struct ui *ui);
