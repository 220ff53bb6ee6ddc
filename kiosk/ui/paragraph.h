/* A paragraph: direction (FriBidi, isolates honoured), faces, own line breaker.
 *
 * Lines break at spaces and after hyphens; never at U+00A0 and U+202F, nor before : ; ! ? » and ·.
 * A word wider than the line breaks anywhere. Nothing is cut off. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "ui/glyphs.h"
#include "ui/node.h"

enum { PARAGRAPH_SPANS = 2 };

struct paragraph_spec {
    struct {
        const char *text;
        bool is_bold;
    } spans[PARAGRAPH_SPANS]; /* text NULL: none */
    int px;
    double leading;  /* height of a line in ems; 0: what the face wants */
    enum ui_dir dir; /* of the paragraph, from its language */
};

struct paragraph_run {
    struct glyph_run run;
    int x, w;          /* from the line's left edge, in visual order */
    size_t first, end; /* characters of the paragraph */
};

struct paragraph_line {
    struct paragraph_run *runs;
    size_t run_count;
    int w;
    size_t first, end; /* characters of the paragraph, without the spaces hanging at its end */
};

struct paragraph;

/* arena: everything that belongs to the paragraph. glyphs: kept. The texts are borrowed for as long
 * as the arena lives. Not wrapped yet. */
struct paragraph *paragraph_create(struct glyphs *glyphs, struct arena *arena,
                                   const struct paragraph_spec *spec);
/* Width on one line (of the widest, where the text itself has line feeds). */
int paragraph_natural_width(const struct paragraph *paragraph);
/* Width of the longest word. */
int paragraph_least_width(struct paragraph *paragraph);
/* Makes the text smaller until its longest word fits width_px, but not below least_px. */
void paragraph_narrow(struct paragraph *paragraph, int width_px, int least_px);
int paragraph_px(const struct paragraph *paragraph);
/* Breaks into lines no wider than width_px. May be called again with another width. */
void paragraph_wrap(struct paragraph *paragraph, int width_px);

size_t paragraph_line_count(const struct paragraph *paragraph);
const struct paragraph_line *paragraph_line_at(const struct paragraph *paragraph, size_t index);
int paragraph_line_height(const struct paragraph *paragraph);
/* From the top of a line to its baseline. */
int paragraph_baseline(const struct paragraph *paragraph);
/* Where the caret before byte offset of the first span stands: its line, and px from that line's
 * left edge. */
void paragraph_caret(struct paragraph *paragraph, size_t offset, size_t *line, int *x);
