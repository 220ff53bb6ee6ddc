/* Font files and open fonts. Faces open lazily, one object a face and size; the least used one is
 * closed when too many are open (about 250 KiB each). */
#pragma once

#include <SDL_ttf.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "ui/theme.h"

enum font_face {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_ARABIC,
    FACE_ARABIC_BOLD,
    FACE_FALLBACK,
    FACE_ICONS,
    FACE_COUNT
};

struct font_set;

/* dir: of the font packages, kept; NULL: /usr/share/fonts/truetype.
 * ERR_MISSING no text or fallback font installed; the log names the package. Without the Arabic or
 * the icon font the log says so, and their characters come from the fallback. */
enum err font_set_create(enum ui_typeface typeface, const char *dir,
                         struct font_set **set) NODISCARD;
/* All faces of the typeface that the text cannot do without are there. */
bool font_has_typeface(enum ui_typeface typeface, const char *dir);
void font_set_destroy(struct font_set *set);

/* The font object, opened if need be; lives until the next call that opens another. */
TTF_Font *font_get(struct font_set *set, enum font_face face, int px);
/* The face that has a glyph for code, beginning with the text's own; FACE_FALLBACK if none has. */
enum font_face font_face_for(struct font_set *set, uint32_t code, bool is_bold, int px);
bool font_has_glyph(struct font_set *set, enum font_face face, int px, uint32_t code);
/* px from the top of a rendered run to its baseline, and its height. */
int font_ascent(struct font_set *set, enum font_face face, int px);
int font_height(struct font_set *set, enum font_face face, int px);
