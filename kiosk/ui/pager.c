/* Paged areas: a page shows whole pieces only; the next begins with the first that did not fit. */
#include <assert.h>
#include <stdlib.h>

#include "ui/emit.h"

enum { BESIDE_MM = 28 }; /* "10/12" fits */

bool pager_is_piece(const struct element *element)
{
    bool is_plain =
        element->kind == ELEMENT_COLUMN || element->kind == ELEMENT_GRID || element->shares_width;
    return !is_plain || element->node || !element->first;
}

/* Fits a page whole; what does not is taken apart, down to its lines of text. */
static bool is_whole(const struct element *element, int viewport_h)
{
    return pager_is_piece(element) && (element->rect.h <= viewport_h || !element->first);
}

static size_t count_pieces(const struct element *element, int viewport_h)
{
    if (element->kind == ELEMENT_TEXT && element->rect.h > viewport_h) {
        return paragraph_line_count(element->text.paragraph);
    }
    if (is_whole(element, viewport_h)) {
        return 1;
    }
    size_t count = 0;
    for (const struct element *child = element->first; child; child = child->next) {
        count += count_pieces(child, viewport_h);
    }
    return count;
}

static void add_piece(struct scroll_extent *extent, int top, int h, bool is_heading)
{
    extent->tops[extent->count] = top;
    extent->bottoms[extent->count] = top + h;
    extent->is_heading[extent->count++] = is_heading;
}

/* Bold words, alone or behind an icon, and the line below them; the ticket's number is what they
 * stand over. */
static bool is_heading(const struct element *element)
{
    const struct element *text = element;
    bool is_box = element->kind == ELEMENT_ROW || element->kind == ELEMENT_COLUMN;
    if (is_box && !element->first) {
        return true;
    }
    if (is_box && !element->node && element->first->kind == ELEMENT_ICON) {
        text = element->last;
    }
    return text->kind == ELEMENT_TEXT && theme_is_bold(text->text.style) &&
           text->text.style != UI_TICKET;
}

static void collect_pieces(const struct element *element, int top, struct scroll_extent *extent)
{
    if (element->kind == ELEMENT_TEXT && element->rect.h > extent->viewport_h) {
        int h = paragraph_line_height(element->text.paragraph);
        for (size_t i = 0; i < paragraph_line_count(element->text.paragraph); i++) {
            add_piece(extent, element->rect.y + (int)i * h - top, h, false);
        }
        return;
    }
    if (is_whole(element, extent->viewport_h)) {
        add_piece(extent, element->rect.y - top, element->rect.h, is_heading(element));
        return;
    }
    for (const struct element *child = element->first; child; child = child->next) {
        collect_pieces(child, top, extent);
    }
}

/* A heading does not end a page: it goes on with what it stands over. But a page is not emptied. */
static int before_headings(const struct scroll_extent *extent, int offset_px, int next)
{
    int first = next;
    for (size_t i = extent->count; i-- > 0;) {
        if (extent->tops[i] >= first || extent->tops[i] < offset_px) {
            continue;
        }
        if (!extent->is_heading[i]) {
            return first;
        }
        first = extent->tops[i];
    }
    return next;
}

/* Where the page after the one at offset begins; offset itself when it is the last. */
int pager_next(const struct scroll_extent *extent, int offset_px)
{
    int end = offset_px + extent->viewport_h, next = extent->content_h;
    bool is_empty = true; /* no whole piece on this page */
    for (size_t i = 0; i < extent->count; i++) {
        int top = extent->tops[i], bottom = extent->bottoms[i];
        if (bottom > end && top <= offset_px) {
            return end; /* a piece higher than the page goes on */
        }
        if (bottom > end && top < next) {
            next = top;
        }
        is_empty = is_empty && (bottom > end || top < offset_px || top == bottom);
    }
    if (next == extent->content_h) {
        return offset_px;
    }
    return is_empty && next < end ? end : before_headings(extent, offset_px, next);
}

int pager_filled(const struct scroll_extent *extent, int offset_px)
{
    int next = pager_next(extent, offset_px), filled = 0;
    if (next == offset_px) {
        return extent->viewport_h;
    }
    for (size_t i = 0; i < extent->count; i++) {
        int bottom = extent->bottoms[i] - offset_px;
        if (extent->tops[i] < next && bottom > filled) {
            filled = bottom < extent->viewport_h ? bottom : extent->viewport_h;
        }
    }
    return filled;
}

int pager_previous(const struct scroll_extent *extent, int offset_px)
{
    int before = 0;
    for (int at = 0; at < offset_px; at = pager_next(extent, at)) {
        before = at;
        if (pager_next(extent, at) == at) {
            break;
        }
    }
    return before;
}

/* The piece's top nearest to offset. */
static int settled(const struct scroll_extent *extent, int offset_px)
{
    int best = 0;
    for (size_t i = 0; i < extent->count; i++) {
        if (abs(extent->tops[i] - offset_px) < abs(best - offset_px)) {
            best = extent->tops[i];
        }
    }
    for (int at = 0, next; (next = pager_next(extent, at)) != at; at = next) {
        if (next == offset_px) { /* the middle of a piece higher than the page */
            return offset_px;
        }
    }
    return best;
}

static void set_disabled(struct element *button, bool is_disabled)
{
    unsigned bit = UI_STATE_DISABLED;
    button->node->state = is_disabled ? button->node->state | bit : button->node->state & ~bit;
}

/* Beside the list, and in large text, the numbers have to do; the rest is spoken. */
static bool is_short(const struct ui *ui, const struct element_scroll *scroll)
{
    return scroll->is_pager_beside || ui->theme->text_scale > 1;
}

static void write_page(struct ui *ui, struct element_scroll *scroll, int page, int pages)
{
    struct element_text *text = &scroll->page->text;
    if (scroll->shown_page == page && scroll->shown_pages == pages) {
        return;
    }
    scroll->shown_page = page;
    scroll->shown_pages = pages;
    const char *name = words_fill(ui, ui->info.words.page, NULL, (const int[]){page, pages});
    text->spec.spans[0].text = is_short(ui, scroll) ? ui_format(ui, "%d/%d", page, pages) : name;
    text->paragraph = paragraph_create(ui->glyphs, ui->arena, &text->spec);
    paragraph_narrow(text->paragraph, scroll->page->rect.w, text->least_px);
    paragraph_wrap(text->paragraph, scroll->page->rect.w);
    scroll->page->node->name = name;
}

int pager_update(struct ui *ui, struct arena *arena, struct element *area,
                 struct scroll_extent *extent)
{
    struct element_scroll *scroll = &area->scroll;
    struct element *content = area->first;
    size_t room = count_pieces(content, scroll->viewport_h);
    *extent = (struct scroll_extent){
        .viewport_h = scroll->viewport_h,
        .content_h = content->rect.h,
        .tops = arena_array(arena, room, sizeof(int)),
        .bottoms = arena_array(arena, room, sizeof(int)),
        .is_heading = arena_array(arena, room, sizeof(bool)),
    };
    collect_pieces(content, content->rect.y, extent);
    int pages = 1, page = 1, next;
    while ((next = pager_next(extent, extent->last_px)) != extent->last_px) {
        extent->last_px = next;
        pages++;
    }
    int *offset = &ui->info.view->scroll_px[scroll->slot];
    *offset = *offset < 0 ? 0 : *offset > extent->last_px ? extent->last_px : *offset;
    if (!ui->info.view->is_dragging) {
        *offset = settled(extent, *offset);
    }
    for (int at = 0; (next = pager_next(extent, at)) != at && next <= *offset; at = next) {
        page++;
    }
    set_disabled(scroll->previous, *offset == 0);
    set_disabled(scroll->next, *offset >= extent->last_px);
    write_page(ui, scroll, page, pages);
    return *offset;
}

/* Beside the list there is room for an arrow only; its word is spoken. */
static struct element *add_turn(struct ui *ui, const struct element_scroll *scroll, bool is_next)
{
    const char *id = ui_format(ui, is_next ? "page-next-%zu" : "page-previous-%zu", scroll->slot);
    const char *word = is_next ? ui->info.words.next_page : ui->info.words.previous_page;
    enum ui_icon icon = is_next ? UI_ICON_NEXT : UI_ICON_PREVIOUS;
    struct ui_command command = {is_next ? UI_VERB_NEXT_PAGE : UI_VERB_PREVIOUS_PAGE,
                                 (int64_t)scroll->slot};
    if (!scroll->is_pager_beside) {
        ui_button(ui,
                  (struct ui_button){.id = id, .command = command, .label = word, .icon = icon});
        return ui->open->last;
    }
    struct element *button = element_open(ui, ELEMENT_COLUMN);
    button->align = button->justify = UI_CENTER;
    button->fill = UI_CARD;
    button->radius = ui_px(ui, UI_CORNER);
    button->min_h = ui_px(ui, UI_TARGET);
    button->grow = 1;
    element_set_edge(ui, button, UI_EDGE);
    element_add_icon(ui, icon, UI_ICON_LARGE, UI_TEAL);
    element_set_node(ui, button, UI_ROLE_BUTTON, id, word, NULL)->command = command;
    element_close(ui);
    return button;
}

void pager_build(struct ui *ui, struct element *area)
{
    struct element_scroll *scroll = &area->scroll;
    scroll->is_pager_beside = ui_is_landscape(ui);
    struct element *pager =
        element_open(ui, scroll->is_pager_beside ? ELEMENT_COLUMN : ELEMENT_ROW);
    pager->gap = ui_px(ui, scroll->is_pager_beside ? UI_GAP_SMALL : UI_GAP);
    pager->equal = true;
    pager->width = scroll->is_pager_beside ? ui_mm(ui, BESIDE_MM) : 0;
    scroll->previous = add_turn(ui, scroll, false);
    const char *widest = words_fill(ui, ui->info.words.page, NULL, (const int[]){88, 88});
    scroll->page = element_add_text(ui, UI_SMALL, is_short(ui, scroll) ? "88/88" : widest, NULL);
    scroll->page->text.align = UI_CENTER;
    element_set_node(ui, scroll->page, UI_ROLE_STATUS, ui_format(ui, "page-%zu", scroll->slot), "",
                     NULL);
    scroll->next = add_turn(ui, scroll, true);
    element_close(ui);
}
