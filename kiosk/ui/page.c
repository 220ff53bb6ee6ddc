/* The page as a whole: what does not fit is squeezed, then paged. */
#include <assert.h>

#include "base/log.h"
#include "ui/page_parts.h"

enum {
    SPARE_STEP = 2, /* of the squeezes: after it, what is spare is left out */
    PAGED_STEP = 1, /* with this one what is paged stays */
    LEAST_MM = 80,  /* for the part that is paged: what is kept below it takes the rest */
};

static void make_paragraphs(struct ui *ui, struct element *element)
{
    if (element->kind == ELEMENT_TEXT && !element->text.paragraph) {
        element->text.paragraph = paragraph_create(ui->glyphs, ui->arena, &element->text.spec);
    }
    for (struct element *child = element->first; child; child = child->next) {
        make_paragraphs(ui, child);
    }
}

static void forget_least_widths(struct element *element)
{
    element->least_w = -1;
    for (struct element *child = element->first; child; child = child->next) {
        forget_least_widths(child);
    }
}

void page_measure(struct ui *ui)
{
    make_paragraphs(ui, ui->root);
    forget_least_widths(ui->root);
    layout_natural_width(ui->root);
    layout_set_width(ui->root, ui->info.width_px);
    layout_need_height(ui->root);
}

static bool is_too_high(const struct ui *ui)
{
    return ui->root->need_h > ui->info.height_px;
}

void page_set_parent(struct element *parent)
{
    parent->last = NULL;
    for (struct element *child = parent->first; child; child = child->next) {
        child->parent = parent;
        parent->last = child;
    }
}

/* Groups its children and nothing else. */
static bool is_plain(const struct element *element)
{
    return (element->kind == ELEMENT_COLUMN || element->shares_width) && element->first &&
           !element->node && !element->fill && !element->edge && !element->is_rigid;
}

bool page_is_room(const struct element *element)
{
    return element->kind == ELEMENT_COLUMN && !element->first && !element->node && !element->fill;
}

void page_unlink(struct element *parent, struct element *child)
{
    struct element **link = &parent->first;
    while (*link != child) {
        assert(*link != NULL); /* it is one of them */
        link = &(*link)->next;
    }
    *link = child->next;
    page_set_parent(parent);
}

/* ---- squeezing ---- */

static void drop_spare(struct element *element)
{
    struct element **link = &element->first;
    element->last = NULL;
    while (*link) {
        struct element *child = *link;
        if (child->is_spare) {
            *link = child->next;
            continue;
        }
        drop_spare(child);
        element->last = child;
        link = &child->next;
    }
}

/* Smaller gaps, then without what is spare, then both as far as it goes. Larger text loses
 * nothing: rather it is paged. Source: WCAG 2.2, 1.4.4. */
static void squeeze_page(struct ui *ui)
{
    for (int i = 1; i < LAYOUT_SQUEEZE_COUNT && is_too_high(ui); i++) {
        layout_squeeze(ui->body, LAYOUT_SQUEEZES[i]);
        page_measure(ui);
        if (i == SPARE_STEP && is_too_high(ui) && ui->theme->text_scale <= 1) {
            drop_spare(ui->body);
            page_measure(ui);
        }
    }
}

/* ---- paging ---- */

/* Parts side by side come one under the other, and a scroll area inside becomes a plain column: one
 * pager is enough. */
static void stack_parts(struct element *element)
{
    if (element->kind == ELEMENT_SCROLL) {
        element->kind = ELEMENT_COLUMN;
        element->first->next = NULL;
        element->last = element->first;
        element->node = NULL;
        element->min_h = 0;
    } else if (is_plain(element) && element->kind == ELEMENT_ROW) {
        element->kind = ELEMENT_COLUMN;
        element->shares_width = false;
        element->align = UI_NATURAL;
    }
    if (element->parent->kind != ELEMENT_ROW) {
        element->grow = 0; /* it would take height */
    }
    element->bleed = element->is_rigid ? 0 : element->bleed;
    for (struct element *child = element->first; child; child = child->next) {
        stack_parts(child);
    }
}

/* Plain columns give way to their children, and room to fill goes. */
static void open_columns(struct element *body)
{
    struct element **link = &body->first;
    while (*link) {
        struct element *child = *link;
        if (page_is_room(child)) {
            *link = child->next;
        } else if (is_plain(child) && (child->align == UI_NATURAL || child->align == UI_STRETCH)) {
            child->last->next = child->next;
            *link = child->first;
        } else {
            link = &child->next;
        }
    }
    page_set_parent(body);
}

/* A button or a choice, but the one clear next step. */
static bool is_button(const struct element *element)
{
    return element && element->kind == ELEMENT_ROW && element->node && element->edge &&
           element->node->command.verb && !element->is_main;
}

/* Buttons that stood one under the other in a narrow part stand two by two in a wide one. */
static void pair_buttons(struct ui *ui, struct element *body)
{
    for (struct element **link = &body->first; *link; link = &(*link)->next) {
        if (!is_button(*link) || !is_button((*link)->next)) {
            continue;
        }
        struct element *grid = element_new(ui, ELEMENT_GRID, NULL);
        grid->columns = 2;
        grid->gap = ui_px(ui, UI_GAP_SMALL);
        struct element *last = *link;
        while (is_button(last->next)) {
            last = last->next;
        }
        grid->first = *link;
        *link = grid;
        grid->next = last->next;
        last->next = NULL;
        page_set_parent(grid);
    }
    page_set_parent(body);
}

/* The one clear next step of a part that stood beside another comes last. */
static void move_main_last(struct element *body)
{
    struct element *found = NULL;
    for (struct element *child = body->first; child; child = child->next) {
        found = child->is_main ? child : found;
    }
    if (found && found != body->last) {
        page_unlink(body, found);
        found->next = NULL;
        body->last->next = found;
        page_set_parent(body);
    }
}

static bool is_kept(const struct element *element)
{
    if (element->is_kept) {
        return true;
    }
    bool is_group = element->kind == ELEMENT_ROW || element->kind == ELEMENT_GRID;
    if (!is_group || element->node || !element->first) {
        return false;
    }
    for (const struct element *child = element->first; child; child = child->next) {
        if (!is_kept(child)) {
            return false;
        }
    }
    return true;
}

static bool has_main(const struct element *element)
{
    bool has = element->is_main;
    for (const struct element *child = element->first; child && !has; child = child->next) {
        has = has_main(child);
    }
    return has;
}

/* The actions at the end of the page that stay in sight on each of its pages, as many as leave room
 * for it; NULL when the main one is not among them. Never the first element. */
static struct element *first_kept(const struct ui *ui)
{
    const struct element *body = ui->body;
    int room = ui->page_h - ui->top->need_h - ui->bar->need_h - 2 * body->pad_y;
    int used = 0;
    struct element *first = NULL;
    for (struct element *child = body->first->next; child; child = child->next) {
        used = is_kept(child) ? used + child->need_h + body->gap : 0;
        first = !is_kept(child) ? NULL : first ? first : child;
    }
    while (first && used > room - ui_mm(ui, LEAST_MM)) {
        used -= first->need_h + body->gap;
        first = first->next;
    }
    for (const struct element *child = first; child; child = child->next) {
        if (has_main(child)) {
            return first;
        }
    }
    return NULL;
}

/* The children of the body up to those kept become one paged area. */
static void page_until(struct ui *ui, struct element *kept)
{
    struct element *body = ui->body, *first = body->first;
    body->first = body->last = NULL;
    ui->open = body;
    struct element *area = element_open(ui, ELEMENT_SCROLL);
    area->scroll.slot = UI_SCROLL_MAX - 1;
    area->gap = ui_px(ui, UI_GAP_SMALL);
    area->grow = 1;
    area->min_h = ui_mm(ui, LEAST_MM);
    struct ui_node *node = element_set_node(ui, area, UI_ROLE_SCROLL, "page", "", NULL);
    node->command = (struct ui_command){UI_VERB_SCROLL, UI_SCROLL_MAX - 1};
    struct element *content = element_open(ui, ELEMENT_COLUMN);
    content->gap = body->gap;
    content->first = first;
    struct element **link = &content->first;
    while (*link != kept) {
        link = &(*link)->next;
    }
    *link = NULL;
    page_set_parent(content);
    element_close(ui);
    pager_build(ui, area);
    element_close(ui);
    area->next = kept;
    page_set_parent(body);
}

/* What of the header goes into a page of large text. In landscape the title has room beside the
 * clock: what stands behind it goes if it broke the line. NULL: nothing. */
static struct element *take_large_lines(struct ui *ui)
{
    struct element *lines = ui->header_lines;
    if (!lines || !lines->first || ui->theme->text_scale <= 1) {
        return NULL;
    }
    if (!ui_is_landscape(ui)) {
        return page_take_lines(ui);
    }
    struct element *last = lines->last;
    if (last == lines->first || lines->need_h <= lines->first->need_h) {
        return NULL;
    }
    page_unlink(lines, last);
    last->next = NULL;
    return last;
}

/* What does not fit the page stays reachable, in the order in which it is read. */
static void page_body(struct ui *ui)
{
    if (ui->theme->text_scale <= 1 && !ui->reading) { /* otherwise that is as it should be */
        log_info("screen %s is higher than the panel: paged", ui->info.screen);
    }
    for (struct element *child = ui->body->first; child; child = child->next) {
        stack_parts(child);
    }
    open_columns(ui->body);
    if (ui_is_landscape(ui)) {
        pair_buttons(ui, ui->body);
    }
    if (ui->body->first && ui->body->first->next) {
        move_main_last(ui->body);
    }
    struct element *lines = take_large_lines(ui);
    if (lines) {
        lines->next = ui->body->first;
        ui->body->first = lines;
        page_set_parent(ui->body);
    }
    layout_squeeze(ui->body, LAYOUT_SQUEEZES[PAGED_STEP]);
    page_measure(ui);
    page_until(ui, first_kept(ui));
    page_measure(ui);
}

void layout_page(struct ui *ui)
{
    page_measure(ui);
    page_raise_reading(ui);
    squeeze_page(ui);
    if (is_too_high(ui)) {
        page_body(ui);
    }
    ui->root->rect.w = ui->info.width_px;
    layout_place(ui->root, 0, 0, ui->info.height_px);
}
