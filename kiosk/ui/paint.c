#include "ui/paint.h"

#include <string.h>

#include "base/text.h"

struct ui_rect rect_intersect(struct ui_rect a, struct ui_rect b)
{
    int left = a.x > b.x ? a.x : b.x, top = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    if (right <= left || bottom <= top) {
        return (struct ui_rect){0};
    }
    return (struct ui_rect){left, top, right - left, bottom - top};
}

struct ui_rect rect_union(struct ui_rect a, struct ui_rect b)
{
    int left = a.x < b.x ? a.x : b.x, top = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (struct ui_rect){left, top, right - left, bottom - top};
}

struct ui_rect rect_grow(struct ui_rect rect, int by)
{
    return (struct ui_rect){rect.x - by, rect.y - by, rect.w + 2 * by, rect.h + 2 * by};
}

bool rect_is_empty(struct ui_rect rect)
{
    return rect.w <= 0 || rect.h <= 0;
}

static uint64_t hash_rect(uint64_t hash, struct ui_rect rect)
{
    hash = hash_number(hash, (uint64_t)(uint32_t)rect.x << 32 | (uint32_t)rect.y);
    return hash_number(hash, (uint64_t)(uint32_t)rect.w << 32 | (uint32_t)rect.h);
}

void paint_op_seal(struct paint_op *op)
{
    uint64_t hash = hash_rect(hash_rect((uint64_t)op->kind + 1, op->rect), op->clip);
    if (op->kind == PAINT_BOX) {
        uint32_t fill = op->box.has_fill ? op->box.fill : UINT32_MAX;
        uint32_t edge = op->box.stroke ? op->box.edge : UINT32_MAX;
        hash = hash_number(hash, (uint64_t)fill << 32 | edge);
        hash = hash_number(hash, (uint64_t)op->box.radius << 32 | (uint32_t)op->box.stroke);
    } else if (op->kind == PAINT_RUN) {
        hash = hash_number(hash, glyphs_hash(&op->run.run));
        hash = hash_number(hash, (uint64_t)op->run.color << 1 | (op->run.is_mirrored ? 1 : 0));
    } else {
        size_t count = (size_t)op->qr.count;
        hash = hash_number(hash, (uint64_t)op->qr.module_px << 32 | op->qr.color);
        const struct str modules = str_make((const char *)op->qr.modules, count * count);
        hash = text_print(hash, modules);
    }
    op->hash = hash;
}

static uint32_t *pixel_at(SDL_Surface *target, int x, int y)
{
    return (uint32_t *)(void *)((uint8_t *)target->pixels + (ptrdiff_t)y * target->pitch) + x;
}

static void paint_run(SDL_Surface *target, struct glyphs *glyphs, const struct paint_op *op,
                      struct ui_rect area)
{
    struct glyph_picture picture = glyphs_render(glyphs, &op->run.run);
    struct ui_rect place = {op->rect.x, op->rect.y + picture.y, picture.w, picture.h};
    struct ui_rect part = rect_intersect(area, place);
    uint32_t color = op->run.color | 0xFF000000;
    for (int y = part.y; y < part.y + part.h; y++) {
        uint32_t *out = pixel_at(target, part.x, y);
        const uint8_t *row = picture.coverage + (ptrdiff_t)(y - place.y) * picture.w;
        for (int i = 0; i < part.w; i++) {
            int x = part.x + i - place.x;
            uint8_t coverage = row[op->run.is_mirrored ? picture.w - 1 - x : x];
            if (coverage == 255) {
                out[i] = color;
            } else if (coverage) {
                paint_blend(&out[i], color, coverage);
            }
        }
    }
}

static void paint_qr(SDL_Surface *target, const struct paint_op *op, struct ui_rect area)
{
    struct ui_rect part = rect_intersect(area, op->rect);
    for (int y = part.y; y < part.y + part.h; y++) {
        uint32_t *out = pixel_at(target, part.x, y);
        const unsigned char *row =
            op->qr.modules + (ptrdiff_t)((y - op->rect.y) / op->qr.module_px) * op->qr.count;
        for (int i = 0; i < part.w; i++) {
            if (row[(part.x + i - op->rect.x) / op->qr.module_px] & 1) {
                out[i] = 0xFF000000 | op->qr.color;
            }
        }
    }
}

void paint_ops(SDL_Surface *target, struct glyphs *glyphs, const struct paint_op *ops, size_t count,
               struct ui_rect area)
{
    area = rect_intersect(area, (struct ui_rect){0, 0, target->w, target->h});
    for (size_t i = 0; i < count; i++) {
        struct ui_rect part = rect_intersect(rect_intersect(ops[i].rect, ops[i].clip), area);
        if (rect_is_empty(part)) {
            continue;
        }
        if (ops[i].kind == PAINT_BOX) {
            paint_box(target, &ops[i], part);
        } else if (ops[i].kind == PAINT_RUN) {
            paint_run(target, glyphs, &ops[i], part);
        } else {
            paint_qr(target, &ops[i], part);
        }
    }
}
