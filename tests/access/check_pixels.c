/* Rules on the pixels: what is measured is what residents see. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "evidence.h"

static const double text_least = 7.0, control_least = 3.0;

static uint32_t pixel_at(const SDL_Surface *surface, int x, int y)
{
    const uint8_t *row = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
    uint32_t pixel;
    memcpy(&pixel, row + (ptrdiff_t)x * 4, sizeof(pixel));
    return pixel & 0xFFFFFF;
}

/* WCAG 2.2, relative luminance. */
static double luminance(uint32_t color)
{
    const double weights[] = {0.0722, 0.7152, 0.2126}; /* blue, green, red */
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        const double part = (double)(color >> 8 * i & 0xFF) / 255;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(uint32_t a, uint32_t b)
{
    const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

struct patch {
    uint32_t ground; /* the most frequent colour */
    double best;     /* highest contrast of a pixel with it */
};

enum { BINS = 64 };

/* The colours of a place: few, so a small table of the first ones will do. */
static struct patch look_at(const SDL_Surface *surface, struct ui_rect place)
{
    struct {
        uint32_t color;
        int count;
    } bins[BINS];
    int used = 0, most = 0;
    const struct ui_rect whole = {0, 0, surface->w, surface->h};
    place = rect_intersect(place, whole);
    for (int y = place.y; y < place.y + place.h; y++) {
        for (int x = place.x; x < place.x + place.w; x++) {
            const uint32_t color = pixel_at(surface, x, y);
            int i = 0;
            while (i < used && bins[i].color != color) {
                i++;
            }
            if (i == used && used < BINS) {
                bins[used].color = color;
                bins[used++].count = 0;
            }
            if (i < used) {
                bins[i].count++;
            }
        }
    }
    for (int i = 1; i < used; i++) {
        most = bins[i].count > bins[most].count ? i : most;
    }
    struct patch patch = {used == 0 ? 0 : bins[most].color, 1};
    for (int i = 0; i < used; i++) {
        const double own = contrast(bins[i].color, patch.ground);
        patch.best = own > patch.best ? own : patch.best;
    }
    return patch;
}

static bool is_disabled(const struct seen *seen, const struct paint_op *op)
{
    return op->node > 0 && (seen->emitted->nodes[op->node - 1].state & UI_STATE_DISABLED) != 0;
}

/* Letters and icons against what they stand on: the drawn part of the run and a little around. */
static void check_run(const struct seen *seen, const struct paint_op *op, struct findings *findings)
{
    const struct glyph_picture picture = glyphs_render(seen->glyphs, &op->run.run);
    struct ui_rect place = {op->rect.x, op->rect.y + picture.y, picture.w, picture.h};
    const bool is_icon = op->run.run.face == FACE_ICONS;
    if (rect_is_empty(rect_intersect(place, op->clip))) {
        return;
    }
    const struct patch patch =
        look_at(seen->surface, rect_intersect(rect_grow(place, is_icon ? 2 : 1), op->clip));
    const double least = is_icon ? control_least : text_least;
    if (patch.best < least) {
        found(findings, is_icon ? RULE_CONTROL : RULE_TEXT, "%.2f:1 of \"%s\" on %06x", patch.best,
              is_icon ? "an icon" : op->run.run.text, (unsigned)patch.ground);
    }
}

/* The edge of a control against what lies outside it: a line across the middle of its left side. */
static void check_edge(const struct seen *seen, const struct paint_op *op,
                       struct findings *findings)
{
    enum { OUTSIDE = 3 };
    const struct ui_rect rect = op->rect;
    const struct ui_rect line = {rect.x - OUTSIDE, rect.y + rect.h / 2, OUTSIDE + op->box.stroke,
                                 1};
    const struct ui_rect middle = {rect.x, line.y, 1, 1};
    if (rect_is_empty(rect_intersect(middle, op->clip)) || line.x < 0) {
        return;
    }
    double best = 1;
    for (int x = line.x; x < line.x + line.w; x++) {
        for (int other = line.x; other < x; other++) {
            best = fmax(best, contrast(pixel_at(seen->surface, other, line.y),
                                       pixel_at(seen->surface, x, line.y)));
        }
    }
    if (best < control_least) {
        found(findings, RULE_CONTROL, "%.2f:1, edge of #%s", best,
              seen->emitted->nodes[op->node - 1].id);
    }
}

static bool has_edge(const struct seen *seen, const struct paint_op *op)
{
    return op->kind == PAINT_BOX && op->box.stroke > 0 && op->node > 0 &&
           seen->emitted->nodes[op->node - 1].command.verb != 0 && !is_disabled(seen, op);
}

/* The ring stands around the focused node: across the middle of its top. */
static void check_ring(const struct seen *seen, const struct ui_node *node,
                       struct findings *findings)
{
    enum { REACH_MM10 = 26 };
    const int reach = theme_px(seen->theme, REACH_MM10 / 10.0);
    const int x = node->rect.x + node->rect.w / 2;
    const int first = node->rect.y - reach > 0 ? node->rect.y - reach : 0;
    double best = 1;
    for (int y = first; y < node->rect.y; y++) {
        best =
            fmax(best, contrast(pixel_at(seen->surface, x, first), pixel_at(seen->surface, x, y)));
    }
    if (best < control_least) {
        found(findings, RULE_RING, "%.2f:1 around #%s", best, node->id);
    }
}

void check_pixels(const struct seen *seen, struct findings *findings)
{
    for (size_t i = 0; i < seen->emitted->op_count; i++) {
        const struct paint_op *op = &seen->emitted->ops[i];
        if (op->kind == PAINT_RUN && !is_disabled(seen, op)) {
            check_run(seen, op, findings);
        } else if (has_edge(seen, op)) {
            check_edge(seen, op, findings);
        }
    }
    for (size_t i = 0; i < seen->frame->nodes.count; i++) {
        if ((seen->frame->nodes.items[i].state & UI_STATE_FOCUSED) != 0) {
            check_ring(seen, &seen->frame->nodes.items[i], findings);
        }
    }
}
