#include "ui/paragraph.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ui/paragraph_private.h"

/* What the faces want, in ems. */
static const double leading_natural = 1.36;
/* From the middle of a line down to its baseline, whatever the face: capitals and what reaches
 * below the line have as much room above and below. */
static const double baseline_of_em = 0.388;

/* What follows from the size: faces, measures, the line. */
static void measure(struct paragraph *p)
{
    const struct paragraph_spec *spec = &p->spec;
    p->least_w = p->wrapped_w = -1;
    p->natural_w = 0;
    p->char_count = p->line_count = 0;
    p->has_line_feeds = false;
    paragraph_analyse(p);
    double leading = spec->leading > 0 ? spec->leading : leading_natural;
    p->line_h = (int)lround(leading * spec->px);
    p->baseline = (int)lround(baseline_of_em * spec->px + p->line_h / 2.0);
    size_t first = 0;
    for (size_t i = 0; i <= p->char_count; i++) {
        if (i == p->char_count || p->chars[i].breaks == BREAK_MUST) {
            int w = paragraph_measure(p, first, i);
            p->natural_w = w > p->natural_w ? w : p->natural_w;
            first = i + 1;
            p->has_line_feeds |= i < p->char_count;
        }
    }
}

struct paragraph *paragraph_create(struct glyphs *glyphs, struct arena *arena,
                                   const struct paragraph_spec *spec)
{
    struct paragraph *p = arena_alloc(arena, sizeof(*p));
    p->spec = *spec;
    p->glyphs = glyphs;
    p->arena = arena;
    measure(p);
    return p;
}

void paragraph_narrow(struct paragraph *p, int width_px, int least_px)
{
    while (p->spec.px > least_px && paragraph_least_width(p) > width_px && p->least_w > 0) {
        int fitting_px = p->spec.px * width_px / p->least_w;
        fitting_px = fitting_px < p->spec.px ? fitting_px : p->spec.px - 1;
        p->spec.px = fitting_px > least_px ? fitting_px : least_px;
        measure(p);
    }
}

int paragraph_px(const struct paragraph *p)
{
    return p->spec.px;
}

int paragraph_natural_width(const struct paragraph *p)
{
    return p->natural_w;
}

/* End of the word that begins at first: behind its last character that may end a line. */
static size_t word_end(const struct paragraph *p, size_t first)
{
    size_t i = first;
    while (i < p->char_count && p->chars[i].breaks == BREAK_NO) {
        i++;
    }
    return i < p->char_count ? i + 1 : i;
}

/* first … end without the spaces and line feeds at its end. */
static size_t trimmed(const struct paragraph *p, size_t first, size_t end)
{
    while (end > first && (p->chars[end - 1].code == ' ' || p->chars[end - 1].code == '\n')) {
        end--;
    }
    return end;
}

int paragraph_least_width(struct paragraph *p)
{
    if (p->least_w >= 0) {
        return p->least_w;
    }
    p->least_w = 0;
    for (size_t first = 0; first < p->char_count;) {
        size_t end = word_end(p, first);
        int w = paragraph_measure(p, first, trimmed(p, first, end));
        p->least_w = w > p->least_w ? w : p->least_w;
        first = end;
    }
    return p->least_w;
}

static void add_line(struct paragraph *p, size_t first, size_t end)
{
    enum { STEP = 8 };
    if (p->line_count % STEP == 0) {
        struct paragraph_line *more =
            arena_array(p->arena, p->line_count + STEP, sizeof(*p->lines));
        if (p->line_count) {
            memcpy(more, p->lines, p->line_count * sizeof(*more));
        }
        p->lines = more;
    }
    paragraph_build_line(p, first, trimmed(p, first, end), &p->lines[p->line_count++]);
}

/* How many characters of a word too long for the line fit: at least one. */
static size_t fitting(struct paragraph *p, size_t first, size_t end, int width_px)
{
    size_t fits = first + 1;
    while (fits < end && paragraph_measure(p, first, fits + 1) <= width_px) {
        fits++;
    }
    return fits;
}

static void wrap_words(struct paragraph *p, int width_px)
{
    size_t line = 0, at = 0;
    while (at < p->char_count) {
        size_t end = word_end(p, at);
        bool must = p->chars[end - 1].breaks == BREAK_MUST;
        if (paragraph_measure(p, line, trimmed(p, line, end)) > width_px) {
            if (at > line) {
                add_line(p, line, at);
                line = at;
                continue;
            }
            size_t fits = fitting(p, line, trimmed(p, line, end), width_px);
            if (fits < trimmed(p, line, end)) {
                add_line(p, line, fits);
                line = at = fits;
                continue;
            }
        }
        at = end;
        if (must) {
            add_line(p, line, at);
            line = at;
        }
    }
    if (line < p->char_count || p->line_count == 0 ||
        p->chars[p->char_count - 1].breaks == BREAK_MUST) {
        add_line(p, line, p->char_count);
    }
}

void paragraph_wrap(struct paragraph *p, int width_px)
{
    if (p->wrapped_w == width_px) {
        return;
    }
    p->wrapped_w = width_px;
    p->line_count = 0;
    if (p->natural_w <= width_px && !p->has_line_feeds) {
        add_line(p, 0, p->char_count);
    } else {
        wrap_words(p, width_px);
    }
}

size_t paragraph_line_count(const struct paragraph *p)
{
    return p->line_count;
}

const struct paragraph_line *paragraph_line_at(const struct paragraph *p, size_t index)
{
    assert(index < p->line_count);
    return &p->lines[index];
}

int paragraph_line_height(const struct paragraph *p)
{
    return p->line_h;
}

int paragraph_baseline(const struct paragraph *p)
{
    return p->baseline;
}

static const struct paragraph_run *run_of(const struct paragraph_line *line, size_t at)
{
    for (size_t i = 0; i < line->run_count; i++) {
        if (line->runs[i].first <= at && at < line->runs[i].end) {
            return &line->runs[i];
        }
    }
    return NULL;
}

/* Behind the character before `at`, in that one's direction; first of all, before the first one. */
static int caret_x(struct paragraph *p, const struct paragraph_line *line, size_t at)
{
    const struct paragraph_run *run = run_of(line, at > line->first ? at - 1 : at);
    if (run == NULL) {
        return 0;
    }
    const int before = paragraph_measure(p, run->first, at);
    return run->x + (run->run.dir == UI_RTL ? run->w - before : before);
}

void paragraph_caret(struct paragraph *p, size_t offset, size_t *line, int *x)
{
    size_t at = 0;
    while (at < p->char_count && p->chars[at].offset < offset) {
        at++;
    }
    size_t index = 0;
    while (index + 1 < p->line_count && p->lines[index + 1].first <= at) {
        index++;
    }
    /* With the spaces that hang at its end, up to where the caret stands. */
    struct paragraph_line whole = p->lines[index];
    if (at > whole.end) {
        paragraph_build_line(p, whole.first, at, &whole);
    }
    *line = index;
    *x = caret_x(p, &whole, at);
}
