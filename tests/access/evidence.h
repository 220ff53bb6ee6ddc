/* What the evidence tests find wrong with one picture: rules on the list of nodes, on the display
 * list, on the pixels. README.md says which clause demands what. */
#pragma once

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

#include "ui/emit.h"
#include "ui/ui.h"

enum rule {
    RULE_INSIDE,  /* nothing stands outside the panel */
    RULE_CUT,     /* no text is cut, by its own box or by the page */
    RULE_OVERLAP, /* no text lies on another */
    RULE_CAPITAL, /* capitals ≥ 7.33 mm at 600 mm */
    RULE_TARGET,  /* what is touched is ≥ 20 mm high and wide */
    RULE_APART,   /* no two targets share a place */
    RULE_REACH,   /* on a low page, what is touched lies in the lowest 300 mm */
    RULE_NAME,    /* all that is written or touched belongs to something with a name */
    RULE_TEXT,    /* text contrast ≥ 7:1, of pixels */
    RULE_CONTROL, /* icons and edges of controls ≥ 3:1, of pixels */
    RULE_RING,    /* the focus ring ≥ 3:1, of pixels */
    RULE_COUNT
};

/* A picture and all that it was made from. */
struct seen {
    const struct ui_frame *frame;
    const struct emitted *emitted;
    struct glyphs *glyphs;
    const struct ui_theme *theme;
    const SDL_Surface *surface; /* painted; NULL: no pixels are looked at */
};

struct findings {
    size_t count[RULE_COUNT];
    const char *where; /* for messages: screen, language, size, …; NULL: say nothing */
    size_t said;
};

const char *rule_name(enum rule rule);
void found(struct findings *findings, enum rule rule, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Looks only at nodes and display list. */
void check_layout(const struct seen *seen, struct findings *findings);
/* Looks at the pixels of seen->surface. */
void check_pixels(const struct seen *seen, struct findings *findings);
