/* Shared by the halves of the paragraph: bidi.c makes characters and runs, paragraph.c lines. */
#pragma once

#include <stdint.h>

#include "ui/paragraph.h"

enum paragraph_break {
    BREAK_NO,
    BREAK_MAY,  /* a line may end after this character */
    BREAK_MUST, /* line feed */
};

struct paragraph_char {
    uint32_t code;
    uint32_t offset; /* of its first byte in its span */
    uint8_t len;     /* bytes */
    uint8_t span;
    uint8_t face;   /* enum font_face */
    uint8_t level;  /* embedding level */
    uint8_t breaks; /* enum paragraph_break */
    bool is_hidden; /* bidi controls, line feeds: shape the text, are not drawn */
};

/* Characters of one run. */
struct paragraph_piece {
    size_t first, end;
    uint8_t level;
};

struct paragraph {
    struct paragraph_spec spec;
    struct glyphs *glyphs;
    struct arena *arena;
    struct paragraph_char *chars;
    size_t char_count;
    struct paragraph_piece *pieces; /* scratch of paragraph_build_line() */
    char *scratch;                  /* text being measured */
    struct paragraph_line *lines;
    size_t line_count;
    int wrapped_w;          /* width of the lines; -1: there are none yet */
    int natural_w, least_w; /* least_w -1: not measured yet */
    bool has_line_feeds;
    int line_h, baseline;
};

/* Fills chars: codes, faces, levels, break opportunities. */
void paragraph_analyse(struct paragraph *paragraph);
/* Visual runs of characters first … end-1, measured and placed; line->first, end are set. */
void paragraph_build_line(struct paragraph *paragraph, size_t first, size_t end,
                          struct paragraph_line *line);
/* Width of characters first … end-1 on one line. */
int paragraph_measure(struct paragraph *paragraph, size_t first, size_t end);
