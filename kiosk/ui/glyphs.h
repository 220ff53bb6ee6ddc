/* Runs of text, measured and rendered: the toolkit's only caller of the font library.
 *
 * A run is text of one face, size and direction. Rendered runs are kept as coverage (one byte a
 * pixel, whatever the colour) within a byte budget, measures in a table of fixed size; both are
 * keyed by a hash and can be wiped at the end of a session. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "ui/font.h"
#include "ui/node.h"

struct glyphs;

struct glyph_run {
    const char *text; /* NUL-terminated UTF-8, logical order */
    enum font_face face;
    int px;
    enum ui_dir dir;
};

struct glyph_picture {
    const uint8_t *coverage; /* w × h, rows w apart */
    int w, h;
    int y; /* of its first row under the run's top: empty rows are not kept */
};

/* fonts: kept. */
struct glyphs *glyphs_create(struct font_set *fonts, size_t budget_bytes);
void glyphs_destroy(struct glyphs *glyphs);
/* Zeroes and frees all that is kept. */
void glyphs_wipe(struct glyphs *glyphs);
size_t glyphs_bytes(const struct glyphs *glyphs);

/* Width in px of the rendered run. */
int glyphs_width(struct glyphs *glyphs, const struct glyph_run *run);
/* Identity of a run, never 0. */
uint64_t glyphs_hash(const struct glyph_run *run);
/* The rendered run; its coverage lives until the next call. */
struct glyph_picture glyphs_render(struct glyphs *glyphs, const struct glyph_run *run);
struct font_set *glyphs_fonts(struct glyphs *glyphs);

/* Goes on from hash. */
uint64_t hash_number(uint64_t hash, uint64_t number);
