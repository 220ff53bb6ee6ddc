/* A low page ("à ma hauteur"): what is only read stands above what can be touched. */
#include <assert.h>

#include "ui/page_parts.h"

static bool can_be_touched(const struct element *element)
{
    if (element->node && element->node->command.verb) {
        return true;
    }
    for (const struct element *child = element->first; child; child = child->next) {
        if (can_be_touched(child)) {
            return true;
        }
    }
    return false;
}

static void add_reading(struct ui *ui, struct element *element, enum ui_align align)
{
    struct element *reading = ui->reading;
    if (element->kind == ELEMENT_TEXT && element->text.align == UI_NATURAL) {
        element->text.align = align;
    }
    element->grow = 0;
    element->next = NULL;
    if (reading->last) {
        reading->last->next = element;
    } else {
        reading->first = element;
    }
    page_set_parent(reading);
}

/* What stands before the first thing that can be touched, and whole parts of a split. */
static void lift(struct ui *ui, struct element *from)
{
    struct element **link = &from->first;
    while (*link) {
        struct element *child = *link;
        bool is_touched = can_be_touched(child);
        if (is_touched && child->shares_width) {
            lift(ui, child);
        }
        if (is_touched && !from->shares_width) {
            break;
        }
        if (is_touched || page_is_room(child)) {
            link = &child->next;
        } else {
            *link = child->next;
            add_reading(ui, child, from->align);
        }
    }
    page_set_parent(from);
}

/* The title's lines out of the header, where its button and the clock stay. */
struct element *page_take_lines(struct ui *ui)
{
    struct element *lines = ui->header_lines;
    if (lines) {
        struct element *room = element_new(ui, ELEMENT_COLUMN, lines->parent);
        room->grow = 1;
        page_unlink(lines->parent, room);
        room->next = lines->next;
        lines->next = room;
        page_unlink(lines->parent, lines);
        lines->next = NULL;
        ui->header_lines = NULL;
    }
    return lines;
}

/* As its first. */
static void add_to_body(struct ui *ui, struct element *element)
{
    assert(element != NULL);
    page_unlink(element->parent, element);
    element->next = ui->body->first;
    ui->body->first = element;
    page_set_parent(ui->body);
}

/* What is only read goes up as far as there is room; it comes back from its end. */
void page_raise_reading(struct ui *ui)
{
    struct element *reading = ui->reading;
    if (!reading) {
        return;
    }
    struct element *lines = page_take_lines(ui);
    if (lines) {
        add_reading(ui, lines, UI_NATURAL);
    }
    lift(ui, ui->body);
    page_measure(ui);
    while (reading->need_h > reading->min_h) {
        add_to_body(ui, reading->last);
        page_measure(ui);
    }
}
