/* The tree of one frame, shared by what builds it (widgets), lays it out and draws it. Private to
 * the toolkit. All lengths are px. */
#pragma once

#include "base/arena.h"
#include "ui/paragraph.h"
#include "ui/ui.h"

enum element_kind {
    ELEMENT_COLUMN,
    ELEMENT_ROW,
    ELEMENT_GRID,
    ELEMENT_SCROLL, /* two children: a column with the content, and the pager below or beside it */
    ELEMENT_TEXT,
    ELEMENT_ICON,
    ELEMENT_SEATS,
    ELEMENT_QR,
};

struct element_text {
    struct paragraph_spec spec;
    struct paragraph *paragraph;
    enum ui_style style;
    int least_px; /* a word wider than the line makes the text smaller, down to this */
    enum ui_color color;
    enum ui_align align;
    bool has_caret;
    size_t caret; /* byte offset in the first span */
    enum ui_color caret_color;
};

struct element_scroll {
    size_t slot;
    int viewport_h, content_h;
    bool is_paged;
    bool is_pager_beside;                   /* landscape: height is what lacks there */
    struct element *previous, *page, *next; /* of the pager */
    int shown_page, shown_pages;            /* what the pager says, 0 nothing yet */
};

struct element {
    enum element_kind kind;
    struct element *parent, *first, *last, *next;

    /* wishes */
    int gap, pad_x, pad_y;
    int width, min_w, min_h; /* width 0: from the content */
    int bleed;               /* reaches beyond its parent's padding, on both sides */
    double grow;
    enum ui_align align, justify;
    bool wrap, equal, shares_width; /* shares_width: children after their grow alone */
    bool breaks_even; /* a row that is too long has two lines, as full as each other */
    int columns;
    bool is_upright; /* not turned round inside: keys, digits */
    bool sheds;      /* children that do not fit are left out, from the last */
    bool is_spare;   /* left out when the page would not fit */
    bool is_large;   /* in a text larger than 100 %: what is crowded goes on a further line */
    bool is_main;    /* the one clear next step; keys */
    bool is_kept;    /* an action: stays in sight when the page is paged */
    bool is_rigid;   /* keeps its gaps, and all below it theirs, when the page is squeezed */

    /* look */
    enum ui_color fill, edge;
    int radius, stroke;
    bool is_unlit; /* does not show that it is pressed */
    bool is_round; /* radius is half the height */
    struct ui_node *node;

    /* content */
    union {
        struct element_text text;
        struct element_scroll scroll;
        struct {
            enum ui_icon icon;
            int px;
            enum ui_color color;
        } icon;
        struct {
            int taken, total, px;
            enum ui_color color;
        } seats;
        struct {
            const unsigned char *modules; /* count × count, bit 0 is black */
            int count, module_px;
        } qr;
    };

    /* layout */
    int natural_w, least_w; /* least_w -1: not measured yet */
    int need_h;
    int roomy_gap, roomy_pad_y; /* before it was squeezed */
    bool is_squeezed;
    struct ui_rect rect; /* left-to-right */
};

struct ui {
    struct ui_stage *stage;
    const struct ui_theme *theme;
    struct glyphs *glyphs;
    struct arena *arena; /* of the frame's tree */
    struct ui_frame_info info;
    enum ui_dir dir;
    struct element *root, *top, *body, *bar; /* page: header, what the screen declares, bar */
    struct element *header_lines; /* the title and what stands below it; NULL once they left */
    struct element *reading;      /* above a low page: what is only read; NULL when it is not low */
    struct element *open;         /* innermost container */
    int page_h;                   /* of the panel, or of its lowest part */
    size_t scroll_count;
    int text_serial; /* numbers texts without id */
};

/* Where a paged area stood when it was last shown, for moving from page to page. */
struct scroll_extent {
    int viewport_h, content_h;
    int *tops, *bottoms; /* of what must not be cut, in order, from the content's top */
    bool *is_heading;    /* it never ends a page */
    size_t count;
    int last_px; /* highest offset */
};

/* ---- build (tree.c) ---- */

struct ui *tree_begin(struct ui_stage *stage, const struct ui_theme *theme, struct glyphs *glyphs,
                      struct arena *arena, const struct ui_frame_info *info);
struct element *element_new(struct ui *ui, enum element_kind kind, struct element *parent);
/* In the container that is open. */
struct element *element_add(struct ui *ui, enum element_kind kind);
/* Adds a container and opens it. */
struct element *element_open(struct ui *ui, enum element_kind kind);
void element_close(struct ui *ui);
/* Text inside a widget: no node of its own. lang NULL: the interface's. */
struct element *element_add_text(struct ui *ui, enum ui_style style, const char *text,
                                 const char *lang);
struct element *element_add_icon(struct ui *ui, enum ui_icon icon, enum ui_size size,
                                 enum ui_color color);
/* Gives the element a node; id and name are copied, lang NULL: the interface's. */
struct ui_node *element_set_node(struct ui *ui, struct element *element, enum ui_role role,
                                 const char *id, const char *name, const char *lang);
/* Every node of the tree as it was declared: no places, no states of the view. In its arena. */
struct ui_nodes tree_nodes(struct ui *ui);
/* Border of a control. */
void element_set_edge(struct ui *ui, struct element *element, enum ui_color edge);
int ui_px(const struct ui *ui, enum ui_size size);
int ui_mm(const struct ui *ui, double mm);
enum ui_dir lang_direction(const char *lang);
/* Of what stands in an isolate: letters of the house's script and none of another. An Arabic
 * sentence isolates days, times and numbers, too. */
bool text_is_of_house(const char *from, const char *end);
/* "a, b, c" of those that are neither NULL nor empty. */
const char *join_names(struct ui *ui, const char *const *parts, size_t count);
/* word with its first %s replaced by what, or %d by numbers in order. */
const char *words_fill(struct ui *ui, const char *words, const char *what, const int *numbers);
void pager_build(struct ui *ui, struct element *area);

/* ---- layout (measure.c, layout.c) ---- */

int layout_natural_width(struct element *element);
/* Gives the element its width, and its children theirs. */
void layout_set_width(struct element *element, int width);
/* Height that the element needs at its width; need_h of all below is set. */
int layout_need_height(struct element *element);
/* What is left of gaps and paddings, in percent, from step to step. */
enum { LAYOUT_SQUEEZE_COUNT = 5 };
extern const int LAYOUT_SQUEEZES[LAYOUT_SQUEEZE_COUNT];
void layout_squeeze(struct element *element, int percent);
/* Places the measured element and all below it. */
void layout_place(struct element *element, int x, int y, int h);
/* The whole page (page.c). */
void layout_page(struct ui *ui);
