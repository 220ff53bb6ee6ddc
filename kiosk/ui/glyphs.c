#include "ui/glyphs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"

enum { WIDTH_SLOTS = 4096, RUN_SLOTS = 1024, PROBES = 8 };

struct width_slot {
    uint64_t hash; /* 0: empty */
    int width;
};

struct run_slot {
    uint64_t hash; /* 0: empty */
    uint64_t used;
    uint8_t *coverage;
    int w, h, y;
};

struct glyphs {
    struct font_set *fonts;
    size_t budget_bytes, bytes;
    uint64_t clock;
    struct width_slot widths[WIDTH_SLOTS];
    struct run_slot runs[RUN_SLOTS];
};

uint64_t hash_number(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * 0x9E3779B97F4A7C15ull;
    return hash ^ hash >> 29;
}

uint64_t glyphs_hash(const struct glyph_run *run)
{
    uint64_t hash = text_print(TEXT_PRINT, str_of(run->text));
    hash = hash_number(hash, (uint64_t)run->face << 32 | (uint64_t)run->px << 1 |
                                 (run->dir == UI_RTL ? 1 : 0));
    return hash ? hash : 1;
}

struct glyphs *glyphs_create(struct font_set *fonts, size_t budget_bytes)
{
    struct glyphs *glyphs = calloc(1, sizeof(*glyphs));
    if (!glyphs) {
        log_fatal("out of memory");
    }
    glyphs->fonts = fonts;
    glyphs->budget_bytes = budget_bytes;
    return glyphs;
}

void glyphs_destroy(struct glyphs *glyphs)
{
    if (glyphs) {
        glyphs_wipe(glyphs);
        free(glyphs);
    }
}

static void drop(struct glyphs *glyphs, struct run_slot *slot)
{
    size_t size = (size_t)slot->w * (size_t)slot->h;
    explicit_bzero(slot->coverage, size);
    free(slot->coverage);
    glyphs->bytes -= size;
    *slot = (struct run_slot){0};
}

void glyphs_wipe(struct glyphs *glyphs)
{
    for (struct run_slot *slot = glyphs->runs; slot < glyphs->runs + RUN_SLOTS; slot++) {
        if (slot->hash) {
            drop(glyphs, slot);
        }
    }
    explicit_bzero(glyphs->widths, sizeof(glyphs->widths));
}

size_t glyphs_bytes(const struct glyphs *glyphs)
{
    return glyphs->bytes;
}

struct font_set *glyphs_fonts(struct glyphs *glyphs)
{
    return glyphs->fonts;
}

static TTF_Font *font_of(struct glyphs *glyphs, const struct glyph_run *run)
{
    TTF_Font *font = font_get(glyphs->fonts, run->face, run->px);
    TTF_SetFontDirection(font, run->dir == UI_RTL ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    return font;
}

int glyphs_width(struct glyphs *glyphs, const struct glyph_run *run)
{
    uint64_t hash = glyphs_hash(run);
    struct width_slot *free_slot = &glyphs->widths[hash % WIDTH_SLOTS];
    for (size_t i = 0; i < PROBES; i++) {
        struct width_slot *slot = &glyphs->widths[(hash + i) % WIDTH_SLOTS];
        if (slot->hash == hash) {
            return slot->width;
        }
        if (!slot->hash) {
            free_slot = slot;
            break;
        }
    }
    int w = 0, h = 0;
    if (run->text[0] && TTF_SizeUTF8(font_of(glyphs, run), run->text, &w, &h) != 0) {
        log_error("cannot measure a text: %s", TTF_GetError());
    }
    *free_slot = (struct width_slot){hash, w};
    return w;
}

/* Keeps the rows of the rendered surface that hold anything. In an 8-bit surface of the font
 * library a pixel is its coverage. */
static void keep_rows(struct glyphs *glyphs, struct run_slot *slot, const SDL_Surface *surface)
{
    const uint8_t *pixels = surface->pixels;
    int first = surface->h, last = -1;
    for (int y = 0; y < surface->h; y++) {
        const uint8_t *row = pixels + (size_t)y * (size_t)surface->pitch;
        for (int x = 0; x < surface->w; x++) {
            if (row[x]) {
                first = y < first ? y : first;
                last = y;
                break;
            }
        }
    }
    slot->w = surface->w;
    slot->h = last < first ? 0 : last - first + 1;
    slot->y = slot->h ? first : 0;
    size_t w = (size_t)slot->w, size = w * (size_t)slot->h;
    slot->coverage = malloc(size ? size : 1);
    if (!slot->coverage) {
        log_fatal("out of memory");
    }
    for (int y = 0; y < slot->h; y++) {
        memcpy(slot->coverage + (size_t)y * w,
               pixels + (size_t)(y + slot->y) * (size_t)surface->pitch, w);
    }
    glyphs->bytes += size;
}

/* A slot for hash: its own, an empty one, or the least used of its neighbourhood. */
static struct run_slot *slot_for(struct glyphs *glyphs, uint64_t hash)
{
    struct run_slot *choice = NULL;
    for (size_t i = 0; i < PROBES; i++) {
        struct run_slot *slot = &glyphs->runs[(hash + i) % RUN_SLOTS];
        if (slot->hash == hash) {
            return slot;
        }
        if (!choice || slot->used < choice->used) {
            choice = slot;
        }
    }
    return choice;
}

static void make_room(struct glyphs *glyphs)
{
    while (glyphs->bytes > glyphs->budget_bytes) {
        struct run_slot *oldest = NULL;
        for (struct run_slot *slot = glyphs->runs; slot < glyphs->runs + RUN_SLOTS; slot++) {
            if (slot->hash && (!oldest || slot->used < oldest->used)) {
                oldest = slot;
            }
        }
        assert(oldest); /* bytes are held, so somebody holds them */
        drop(glyphs, oldest);
    }
}

struct glyph_picture glyphs_render(struct glyphs *glyphs, const struct glyph_run *run)
{
    uint64_t hash = glyphs_hash(run);
    struct run_slot *slot = slot_for(glyphs, hash);
    if (slot->hash != hash) {
        if (slot->hash) {
            drop(glyphs, slot);
        }
        make_room(glyphs);
        const SDL_Color on = {255, 255, 255, 255}, off = {0, 0, 0, 255};
        SDL_Surface *surface = TTF_RenderUTF8_Shaded(font_of(glyphs, run), run->text, on, off);
        if (!surface) { /* a text of no width, or no memory for it: nothing to draw */
            return (struct glyph_picture){0};
        }
        slot->hash = hash;
        keep_rows(glyphs, slot, surface);
        explicit_bzero(surface->pixels, (size_t)surface->pitch * (size_t)surface->h);
        SDL_FreeSurface(surface);
    }
    slot->used = ++glyphs->clock;
    return (struct glyph_picture){slot->coverage, slot->w, slot->h, slot->y};
}
