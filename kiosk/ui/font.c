#include "ui/font.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"

enum { OPEN_MAX = 14 };

static const char default_dir[] = "/usr/share/fonts/truetype";

struct face_file {
    const char *name; /* in the folder of fonts */
    const char *package;
    bool is_needed;
};

static const struct face_file files[2][FACE_COUNT] = {
    [UI_NOTO] =
        {
            [FACE_REGULAR] = {"noto/NotoSans-Regular.ttf", "fonts-noto-core", true},
            [FACE_BOLD] = {"noto/NotoSans-Bold.ttf", "fonts-noto-core", true},
            [FACE_ARABIC] = {"noto/NotoSansArabicUI-Regular.ttf", "fonts-noto-ui-core", false},
            [FACE_ARABIC_BOLD] = {"noto/NotoSansArabicUI-Bold.ttf", "fonts-noto-ui-core", false},
            [FACE_FALLBACK] = {"dejavu/DejaVuSans.ttf", "fonts-dejavu-core", true},
            [FACE_ICONS] = {"material-design-icons-iconfont/MaterialIcons-Regular.ttf",
                            "fonts-material-design-icons-iconfont", false},
        },
    [UI_ANDIKA] =
        {
            [FACE_REGULAR] = {"andika/Andika-Regular.ttf", "fonts-sil-andika", true},
            [FACE_BOLD] = {"andika/Andika-Bold.ttf", "fonts-sil-andika", true},
        },
};

struct open_font {
    TTF_Font *font;
    enum font_face face;
    int px;
    uint64_t used;
};

struct font_set {
    const char *dir;
    const struct face_file *faces[FACE_COUNT];
    bool is_there[FACE_COUNT];
    struct open_font open[OPEN_MAX];
    uint64_t clock;
};

static const char *path_in(const char *dir, const struct face_file *file, char path[PATH_MAX])
{
    snprintf(path, PATH_MAX, "%s/%s", dir, file->name);
    return path;
}

static const char *path_of(const struct font_set *set, const struct face_file *file,
                           char path[PATH_MAX])
{
    return path_in(set->dir, file, path);
}

bool font_has_typeface(enum ui_typeface typeface, const char *dir)
{
    char path[PATH_MAX];
    bool has_all = true;
    for (int i = 0; i < FACE_COUNT; i++) {
        const struct face_file *file = &files[typeface][i];
        if (file->name && file->is_needed) {
            has_all &= access(path_in(dir ? dir : default_dir, file, path), R_OK) == 0;
        }
    }
    return has_all;
}

/* ERR_MISSING a face that nothing can stand in for is not installed. */
static enum err find_faces(struct font_set *set, enum ui_typeface typeface)
{
    enum err err = ERR_OK;
    char path[PATH_MAX];
    for (int i = 0; i < FACE_COUNT; i++) {
        const struct face_file *file = &files[typeface][i];
        set->faces[i] = file = file->name ? file : &files[UI_NOTO][i];
        set->is_there[i] = access(path_of(set, file, path), R_OK) == 0;
        if (!set->is_there[i] && file->is_needed) {
            log_error("missing font %s: install the package %s", path, file->package);
            err = ERR_MISSING;
        } else if (!set->is_there[i]) {
            log_warn("missing font %s: install the package %s", path, file->package);
        }
    }
    return err;
}

enum err font_set_create(enum ui_typeface typeface, const char *dir, struct font_set **set)
{
    struct font_set *made = calloc(1, sizeof(*made));
    if (!made || TTF_Init() != 0) {
        log_fatal("cannot start text drawing: out of memory");
    }
    made->dir = dir ? dir : default_dir;
    enum err err = find_faces(made, typeface);
    if (err) {
        font_set_destroy(made);
        return err;
    }
    *set = made;
    return ERR_OK;
}

void font_set_destroy(struct font_set *set)
{
    if (!set) {
        return;
    }
    for (int i = 0; i < OPEN_MAX; i++) {
        if (set->open[i].font) {
            TTF_CloseFont(set->open[i].font);
        }
    }
    TTF_Quit();
    free(set);
}

static TTF_Font *open_face(const struct font_set *set, enum font_face face, int px)
{
    char path[PATH_MAX];
    TTF_Font *font = TTF_OpenFont(path_of(set, set->faces[face], path), px);
    if (!font) {
        log_fatal("cannot open font %s: %s", path, TTF_GetError());
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT);
    if (face == FACE_ARABIC || face == FACE_ARABIC_BOLD) {
        TTF_SetFontScriptName(font, "Arab");
    }
    return font;
}

TTF_Font *font_get(struct font_set *set, enum font_face face, int px)
{
    if (!set->is_there[face]) {
        face = FACE_FALLBACK;
    }
    struct open_font *oldest = &set->open[0];
    for (struct open_font *at = set->open; at < set->open + OPEN_MAX; at++) {
        if (at->font && at->face == face && at->px == px) {
            at->used = ++set->clock;
            return at->font;
        }
        if (at->used < oldest->used) {
            oldest = at;
        }
    }
    if (oldest->font) {
        TTF_CloseFont(oldest->font);
    }
    *oldest = (struct open_font){open_face(set, face, px), face, px, ++set->clock};
    return oldest->font;
}

bool font_has_glyph(struct font_set *set, enum font_face face, int px, uint32_t code)
{
    return set->is_there[face] && TTF_GlyphIsProvided32(font_get(set, face, px), code) != 0;
}

static bool is_arabic(uint32_t code)
{
    return (code >= 0x0600 && code <= 0x06FF) || (code >= 0x0750 && code <= 0x077F) ||
           (code >= 0xFB50 && code <= 0xFDFF) || (code >= 0xFE70 && code <= 0xFEFE);
}

enum font_face font_face_for(struct font_set *set, uint32_t code, bool is_bold, int px)
{
    enum font_face text = is_bold ? FACE_BOLD : FACE_REGULAR;
    enum font_face arabic = is_bold ? FACE_ARABIC_BOLD : FACE_ARABIC;
    if (code < 0x250) { /* Latin, that both text faces have whole */
        return text;
    }
    if (is_arabic(code) && font_has_glyph(set, arabic, px, code)) {
        return arabic;
    }
    return font_has_glyph(set, text, px, code) ? text : FACE_FALLBACK;
}

int font_ascent(struct font_set *set, enum font_face face, int px)
{
    return TTF_FontAscent(font_get(set, face, px));
}

int font_height(struct font_set *set, enum font_face face, int px)
{
    return TTF_FontHeight(font_get(set, face, px));
}
