#include <fribidi.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "ui/paragraph_private.h"

static bool is_bidi_control(uint32_t code)
{
    return code == 0x200E || code == 0x200F || code == 0x061C ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

static bool is_space(uint32_t code)
{
    return code == ' ' || code == '\t' || code == 0x200B;
}

static size_t read_span(struct paragraph *p, uint8_t span, struct paragraph_char *out)
{
    const char *text = p->spec.spans[span].text, *at = text;
    if (!text) {
        return 0;
    }
    const char *end = text + strlen(text);
    size_t count = 0;
    while (at < end) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);
        out[count++] = (struct paragraph_char){
            .code = code,
            .offset = (uint32_t)(start - text),
            .len = (uint8_t)(at - start),
            .span = span,
            .is_hidden = code < 0x20 || is_bidi_control(code),
        };
    }
    return count;
}

/* Signs of no script stay in the face before them, where it has them; digits do not. */
static bool is_common(uint32_t code)
{
    return code <= 0x2F || (code >= 0x3A && code <= 0x40) || (code >= 0x5B && code <= 0x60) ||
           (code >= 0x7B && code <= 0xBF) || (code >= 0x2000 && code <= 0x206F);
}

static void choose_faces(struct paragraph *p)
{
    struct font_set *fonts = glyphs_fonts(p->glyphs);
    for (size_t i = 0; i < p->char_count; i++) {
        struct paragraph_char *c = &p->chars[i];
        const struct paragraph_char *before = i ? c - 1 : NULL;
        bool follows = before && before->span == c->span && before->level == c->level;
        if (c->is_hidden) {
            c->face = follows ? before->face : FACE_REGULAR;
        } else if (follows && before->face >= FACE_ARABIC && is_common(c->code) &&
                   font_has_glyph(fonts, before->face, p->spec.px, c->code)) {
            c->face = before->face;
        } else {
            c->face =
                (uint8_t)font_face_for(fonts, c->code, p->spec.spans[c->span].is_bold, p->spec.px);
        }
    }
}

static bool is_plain(const struct paragraph *p)
{
    if (p->spec.dir == UI_RTL) {
        return false;
    }
    for (size_t i = 0; i < p->char_count; i++) {
        uint32_t code = p->chars[i].code;
        if ((code >= 0x0590 && code < 0x2000) || is_bidi_control(code) || code >= 0xFB1D) {
            return false;
        }
    }
    return true;
}

/* ---- levels ---- */

static bool opens_isolate(uint32_t code)
{
    return code >= 0x2066 && code <= 0x2068;
}

/* Signs between parts, which belong to neither of them. */
static bool is_between(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == 0x202F || code == ',' || code == 0x060C ||
           code == ':' || code == ';' || code == 0xB7;
}

/* Parts of a text come from different hands: a title, a place, words of the screen. One ends with
 * its span, its line, and at a middle dot behind a space, in no isolate. */
static size_t part_end(const struct paragraph *p, size_t first)
{
    int depth = 0;
    size_t i = first;
    for (; i < p->char_count; i++) {
        const uint32_t code = p->chars[i].code;
        if (i > first && (p->chars[i].span != p->chars[first].span || code == '\n' ||
                          p->chars[i - 1].code == '\n' ||
                          (code == 0xB7 && depth == 0 && is_space(p->chars[i - 1].code)))) {
            break;
        }
        depth += opens_isolate(code) ? 1 : code == 0x2069 && depth > 0 ? -1 : 0;
    }
    return i;
}

/* By the first letter outside isolates (rules P2 and P3). Where there is none: digits alone go from
 * left to right, as in "407 312", all else as the paragraph goes. */
static FriBidiParType part_direction(const FriBidiCharType *types, const FriBidiChar *codes,
                                     size_t count, FriBidiParType base)
{
    int depth = 0;
    bool has_digits = false, has_isolates = false;
    for (size_t i = 0; i < count; i++) {
        if (opens_isolate(codes[i])) {
            depth++;
            has_isolates = true;
        } else if (codes[i] == 0x2069) {
            depth -= depth > 0;
        } else if (depth == 0 && FRIBIDI_IS_LETTER(types[i])) {
            return FRIBIDI_IS_RTL(types[i]) ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
        }
        has_digits |= types[i] == FRIBIDI_TYPE_EN;
    }
    return has_digits && !has_isolates ? FRIBIDI_PAR_LTR : base;
}

/* Each part is isolated from the others, as if it stood between U+2068 and U+2069 (Unicode
 * Standard Annex #9, 4.3, HL3). */
static void find_part_levels(struct paragraph *p, size_t first, size_t end, FriBidiParType base)
{
    const FriBidiLevel level = base == FRIBIDI_PAR_RTL ? 1 : 0;
    while (first < end && is_between(p->chars[first].code)) {
        p->chars[first++].level = (uint8_t)level;
    }
    while (end > first && end < p->char_count && is_space(p->chars[end - 1].code)) {
        p->chars[--end].level = (uint8_t)level;
    }
    const size_t n = end - first;
    if (n == 0) {
        return;
    }
    FriBidiChar *codes = arena_array(p->arena, n, sizeof(*codes));
    FriBidiCharType *types = arena_array(p->arena, n, sizeof(*types));
    FriBidiBracketType *brackets = arena_array(p->arena, n, sizeof(*brackets));
    FriBidiLevel *levels = arena_array(p->arena, n, sizeof(*levels));
    for (size_t i = 0; i < n; i++) {
        codes[i] = p->chars[first + i].code;
    }
    fribidi_get_bidi_types(codes, (FriBidiStrIndex)n, types);
    fribidi_get_bracket_types(codes, (FriBidiStrIndex)n, types, brackets);
    FriBidiParType direction = part_direction(types, codes, n, base);
    const int deeper = base == FRIBIDI_PAR_RTL && direction == FRIBIDI_PAR_LTR ? 2 : 0;
    if (fribidi_get_par_embedding_levels_ex(types, brackets, (FriBidiStrIndex)n, &direction,
                                            levels) == 0) {
        log_fatal("out of memory");
    }
    for (size_t i = 0; i < n; i++) {
        p->chars[first + i].level = (uint8_t)(levels[i] + deeper);
    }
}

static void find_levels(struct paragraph *p)
{
    if (is_plain(p)) {
        return;
    }
    const FriBidiParType base = p->spec.dir == UI_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    for (size_t first = 0; first < p->char_count;) {
        const size_t end = part_end(p, first);
        find_part_levels(p, first, end, base);
        first = end;
    }
}

/* ---- lines ---- */

static bool is_bound_to_before(uint32_t code)
{
    return code == ':' || code == ';' || code == '!' || code == '?' || code == 0xBB || code == 0xB7;
}

static bool is_letter(uint32_t code)
{
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code >= 0xC0;
}

static void find_breaks(struct paragraph *p)
{
    for (size_t i = 0; i < p->char_count; i++) {
        struct paragraph_char *c = &p->chars[i];
        uint32_t next = i + 1 < p->char_count ? p->chars[i + 1].code : 0;
        uint32_t before = i ? p->chars[i - 1].code : 0;
        if (c->code == '\n') {
            c->breaks = BREAK_MUST;
        } else if (is_space(c->code)) {
            c->breaks = is_space(next) || is_bound_to_before(next) ? BREAK_NO : BREAK_MAY;
        } else if ((c->code == '-' || c->code == 0x2010) && is_letter(before) && is_letter(next)) {
            c->breaks = BREAK_MAY;
        }
    }
}

void paragraph_analyse(struct paragraph *p)
{
    size_t bytes = 0;
    for (int i = 0; i < PARAGRAPH_SPANS; i++) {
        bytes += p->spec.spans[i].text ? strlen(p->spec.spans[i].text) : 0;
    }
    p->chars = arena_array(p->arena, bytes, sizeof(*p->chars));
    p->pieces = arena_array(p->arena, bytes, sizeof(*p->pieces));
    p->scratch = arena_alloc(p->arena, bytes * 4 + 1);
    for (int i = 0; i < PARAGRAPH_SPANS; i++) {
        p->char_count += read_span(p, (uint8_t)i, p->chars + p->char_count);
    }
    find_levels(p);
    choose_faces(p);
    find_breaks(p);
}

/* ---- runs ---- */

static bool is_same_run(const struct paragraph_char *a, const struct paragraph_char *b)
{
    return a->level == b->level && a->face == b->face && a->span == b->span;
}

static size_t cut_pieces(const struct paragraph *p, size_t first, size_t end,
                         struct paragraph_piece *pieces)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        const struct paragraph_char *c = &p->chars[i];
        if (c->is_hidden) {
            continue;
        }
        if (count && is_same_run(&p->chars[pieces[count - 1].end - 1], c)) {
            pieces[count - 1].end = i + 1;
        } else {
            pieces[count++] = (struct paragraph_piece){i, i + 1, c->level};
        }
    }
    return count;
}

/* Rule L2 of the bidirectional algorithm, on runs: from the highest level down to the lowest odd
 * one, every stretch at that level or above is turned round. */
static void reorder(struct paragraph_piece *pieces, size_t count)
{
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        highest = pieces[i].level > highest ? pieces[i].level : highest;
    }
    for (uint8_t level = highest; level > 0; level--) {
        for (size_t i = 0; i < count; i++) {
            size_t stop = i;
            while (stop < count && pieces[stop].level >= level) {
                stop++;
            }
            for (size_t a = i, b = stop; a + 1 < b; a++) {
                b--;
                struct paragraph_piece kept = pieces[a];
                pieces[a] = pieces[b];
                pieces[b] = kept;
            }
            i = stop;
        }
    }
}

/* text: room for four bytes a character, and a NUL. */
static const char *piece_text(const struct paragraph *p, const struct paragraph_piece *piece,
                              char *text)
{
    size_t len = 0;
    for (size_t i = piece->first; i < piece->end; i++) {
        const struct paragraph_char *c = &p->chars[i];
        if (!c->is_hidden) {
            len += utf8_put(c->code, text + len);
        }
    }
    text[len] = '\0';
    return text;
}

static struct glyph_run piece_run(const struct paragraph *p, const struct paragraph_piece *piece,
                                  char *text)
{
    return (struct glyph_run){
        .text = piece_text(p, piece, text),
        .face = (enum font_face)p->chars[piece->first].face,
        .px = p->spec.px,
        .dir = piece->level % 2 ? UI_RTL : UI_LTR,
    };
}

void paragraph_build_line(struct paragraph *p, size_t first, size_t end,
                          struct paragraph_line *line)
{
    struct paragraph_piece *pieces = p->pieces;
    size_t count = cut_pieces(p, first, end, pieces);
    reorder(pieces, count);
    *line = (struct paragraph_line){
        .runs = arena_array(p->arena, count, sizeof(*line->runs)),
        .run_count = count,
        .first = first,
        .end = end,
    };
    for (size_t i = 0; i < count; i++) {
        struct paragraph_run *run = &line->runs[i];
        char *text = arena_alloc(p->arena, (pieces[i].end - pieces[i].first) * 4 + 1);
        run->run = piece_run(p, &pieces[i], text);
        run->first = pieces[i].first;
        run->end = pieces[i].end;
        run->x = line->w;
        run->w = glyphs_width(p->glyphs, &run->run);
        line->w += run->w;
    }
}

int paragraph_measure(struct paragraph *p, size_t first, size_t end)
{
    size_t count = cut_pieces(p, first, end, p->pieces);
    int w = 0;
    for (size_t i = 0; i < count; i++) {
        const struct glyph_run run = piece_run(p, &p->pieces[i], p->scratch);
        w += glyphs_width(p->glyphs, &run);
    }
    return w;
}
