/* The display list and its painter: boxes, runs of text, QR codes, straight into a surface of 32
 * bits a pixel. Private to the toolkit. */
#pragma once

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/glyphs.h"
#include "ui/node.h"

enum paint_kind { PAINT_BOX, PAINT_RUN, PAINT_QR };

struct paint_op {
    enum paint_kind kind;
    struct ui_rect rect, clip;
    size_t node;   /* 1 + the number of the node that it is part of; 0 none */
    uint64_t hash; /* of everything that decides the pixels, rect and clip included */
    union {
        struct {
            uint32_t fill, edge; /* 0xRRGGBB; the edge lies inside rect */
            bool has_fill;
            int radius, stroke; /* stroke 0: no edge */
        } box;
        struct {
            struct glyph_run run;
            uint32_t color;
            bool is_mirrored;
        } run;
        struct {
            const unsigned char *modules; /* count × count, bit 0 is black */
            int count, module_px;
            uint32_t color;
        } qr;
    };
};

struct ui_rect rect_intersect(struct ui_rect a, struct ui_rect b);
struct ui_rect rect_union(struct ui_rect a, struct ui_rect b);
struct ui_rect rect_grow(struct ui_rect rect, int by);
bool rect_is_empty(struct ui_rect rect);

/* Sets op->hash from the rest. */
void paint_op_seal(struct paint_op *op);
/* Paints the ops in order, only what lies in area. Painting twice gives the same pixels provided
 * that the first op fills the area. */
void paint_ops(SDL_Surface *target, struct glyphs *glyphs, const struct paint_op *ops, size_t count,
               struct ui_rect area);
/* One rounded box (shape.c). */
void paint_box(SDL_Surface *target, const struct paint_op *op, struct ui_rect area);
/* color over *pixel, coverage 0 … 255. */
static inline void paint_blend(uint32_t *pixel, uint32_t color, uint32_t coverage)
{
    uint32_t below = *pixel, part = coverage + (coverage >> 7); /* 0 … 256 */
    uint32_t red_blue = below & 0xFF00FF, green = below & 0x00FF00;
    red_blue += (((color & 0xFF00FF) - red_blue) * part) >> 8;
    green += (((color & 0x00FF00) - green) * part) >> 8;
    *pixel = 0xFF000000 | (red_blue & 0xFF00FF) | (green & 0x00FF00);
}
