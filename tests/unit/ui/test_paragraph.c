/* Lines and directions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/paragraph.h"

struct fixture {
    struct font_set *fonts;
    struct glyphs *glyphs;
    struct arena *arena;
};

static int set_up(void **state)
{
    static struct fixture f;
    assert_int_equal(font_set_create(UI_NOTO, NULL, &f.fonts), ERR_OK);
    f.glyphs = glyphs_create(f.fonts, 1 << 20);
    f.arena = arena_create("test", 1 << 26);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_destroy(f->arena);
    glyphs_destroy(f->glyphs);
    font_set_destroy(f->fonts);
    return 0;
}

static struct paragraph *make(struct fixture *f, const char *text, enum ui_dir dir)
{
    const struct paragraph_spec spec = {.spans[0].text = text, .px = 28, .dir = dir};
    return paragraph_create(f->glyphs, f->arena, &spec);
}

/* The lines' runs in visual order, runs parted by | and lines by /. */
static const char *lines_of(struct fixture *f, const struct paragraph *p)
{
    const char *text = "";
    for (size_t i = 0; i < paragraph_line_count(p); i++) {
        const struct paragraph_line *line = paragraph_line_at(p, i);
        text = arena_printf(f->arena, "%s%s", text, i ? "/" : "");
        for (size_t k = 0; k < line->run_count; k++) {
            text = arena_printf(f->arena, "%s%s%s", text, k ? "|" : "", line->runs[k].run.text);
        }
    }
    return text;
}

static void lines_break_at_spaces_and_after_hyphens(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "un deux trois rez-de-chaussée", UI_LTR);
    paragraph_wrap(p, paragraph_least_width(p));
    assert_string_equal(lines_of(f, p), "un deux/trois rez-/de-/chaussée");
    paragraph_wrap(p, 10000);
    assert_string_equal(lines_of(f, p), "un deux trois rez-de-chaussée");
}

static void lines_never_break_at_no_break_spaces_nor_before_high_punctuation(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "ouvert 17\u00a0h quoi\u202f? non ! 12-14", UI_LTR);
    paragraph_wrap(p, paragraph_least_width(p));
    assert_string_equal(lines_of(f, p), "ouvert/17\u00a0h/quoi\u202f?/non !/12-14");
}

static void line_feeds_are_kept(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "un\n\ndeux", UI_LTR);
    paragraph_wrap(p, 10000);
    assert_string_equal(lines_of(f, p), "un//deux");
}

static void a_word_wider_than_the_line_breaks_anywhere_and_loses_nothing(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "anticonstitutionnellement", UI_LTR);
    paragraph_wrap(p, 150);
    assert_true(paragraph_line_count(p) > 2);
    size_t letters = 0;
    for (size_t i = 0; i < paragraph_line_count(p); i++) {
        const struct paragraph_line *line = paragraph_line_at(p, i);
        assert_true(line->w <= 150);
        letters += line->end - line->first;
    }
    assert_int_equal(letters, strlen("anticonstitutionnellement"));
    paragraph_wrap(p, 1); /* not even a letter fits: one a line */
    assert_int_equal(paragraph_line_count(p), letters);
}

static void an_empty_paragraph_has_one_line(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "", UI_LTR);
    paragraph_wrap(p, 100);
    assert_int_equal(paragraph_line_count(p), 1);
    assert_int_equal(paragraph_natural_width(p), 0);
}

static void a_mixed_line_reads_from_the_right(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "الموعد 12/05 à 14h30 avec \u2068Café des voisins\u2069", UI_RTL);
    paragraph_wrap(p, 10000);
    /* The French words are one stretch from left to right, the Arabic word stands right of it. */
    assert_string_equal(lines_of(f, p), "Café des voisins| |à 14h30 avec| |12/05|الموعد ");
    const struct paragraph_line *line = paragraph_line_at(p, 0);
    assert_int_equal(line->runs[0].run.dir, UI_LTR);
    assert_int_equal(line->runs[line->run_count - 1].run.dir, UI_RTL);
    assert_int_equal(line->runs[line->run_count - 1].run.face, FACE_ARABIC);
}

static void a_french_line_keeps_its_order_around_an_arabic_name(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "avec \u2068العربية\u2069, 14 h", UI_LTR);
    paragraph_wrap(p, 10000);
    assert_string_equal(lines_of(f, p), "avec |العربية|, 14 h");
}

static void what_others_wrote_keeps_its_order_in_an_arabic_paragraph(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *text, *shown; /* runs from left to right */
    } cases[] = {
        {"Fête des voisins\u202f!", "Fête des voisins\u202f!"},
        {"407\u00a0312", "407\u00a0312"},
        {"\u2068Café\u202f!\u2069 غدا", "غدا| |Café\u202f!"},
        {"\u2068غدا\u2069 \u206814:00\u2069", "14:00| |غدا"},
        {"مع \u2068Atelier 3\u2069.", ".|Atelier 3|مع "},
        {"Café (gratuit) · 14:00 إلى 16:00 · Salle 2",
         "Salle 2| · |16:00|إلى | |14:00| · |Café (gratuit)"},
        {"Habitant·e·s du 3\nCafé\u202f!", "Habitant·e·s du 3/Café\u202f!"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct paragraph *p = make(f, cases[i].text, UI_RTL);
        paragraph_wrap(p, 10000);
        assert_string_equal(lines_of(f, p), cases[i].shown);
    }
}

static void spans_keep_their_own_direction(void **state)
{
    struct fixture *f = *state;
    const struct paragraph_spec spec = {
        .spans = {{.text = "Atelier 3\u202f!", .is_bold = true}, {.text = ", 14:00 إلى 16:00"}},
        .px = 28,
        .dir = UI_RTL,
    };
    struct paragraph *p = paragraph_create(f->glyphs, f->arena, &spec);
    paragraph_wrap(p, 10000);
    assert_string_equal(lines_of(f, p), "16:00|إلى | |14:00|, |Atelier 3\u202f!");
}

static void an_arabic_name_keeps_its_order_in_a_french_paragraph(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "14 h · ورشة 3! · Salle 2", UI_LTR);
    paragraph_wrap(p, 10000);
    assert_string_equal(lines_of(f, p), "14 h · |!|3|ورشة | · Salle 2");
}

static void signs_that_the_text_font_lacks_come_from_the_fallback(void **state)
{
    struct fixture *f = *state;
    struct paragraph *p = make(f, "a ☂", UI_LTR);
    paragraph_wrap(p, 10000);
    const struct paragraph_line *line = paragraph_line_at(p, 0);
    assert_int_equal(line->runs[line->run_count - 1].run.face, FACE_FALLBACK);
}

static void the_caret_follows_the_text(void **state)
{
    struct fixture *f = *state;
    size_t line = 9;
    int x = -1, end = -1;
    struct paragraph *p = make(f, "été chaud", UI_LTR);
    paragraph_wrap(p, 10000);
    paragraph_caret(p, 0, &line, &x);
    assert_int_equal(line, 0);
    assert_int_equal(x, 0);
    paragraph_caret(p, strlen("été chaud"), &line, &end);
    assert_int_equal(end, paragraph_line_at(p, 0)->w);
    paragraph_caret(p, strlen("été"), &line, &x);
    assert_in_range(x, 10, end - 10);
    paragraph_wrap(p, paragraph_least_width(p));
    paragraph_caret(p, strlen("été chaud"), &line, &x);
    assert_int_equal(line, 1);
    p = make(f, "العربية", UI_RTL);
    paragraph_wrap(p, 10000);
    paragraph_caret(p, strlen("العربية"), &line, &x);
    assert_int_equal(x, 0);
}

/* Behind what was typed last: French in an Arabic line grows to the right. */
static void the_caret_stands_behind_the_last_letter_in_its_direction(void **state)
{
    struct fixture *f = *state;
    static const char *const texts[] = {"été", "été ", "0612"};
    size_t line = 9;
    int x = -1, end = -1;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct paragraph *p = make(f, texts[i], UI_RTL);
        paragraph_wrap(p, 10000);
        paragraph_caret(p, 0, &line, &x);
        assert_int_equal(x, 0);
        paragraph_caret(p, strlen(texts[i]), &line, &end);
        assert_true(end >= paragraph_line_at(p, 0)->w);
    }
    struct paragraph *p = make(f, "الموعد à midi", UI_RTL);
    paragraph_wrap(p, 10000);
    paragraph_caret(p, 0, &line, &x);
    assert_int_equal(x, paragraph_line_at(p, 0)->w);
    paragraph_caret(p, strlen("الموعد à midi"), &line, &x);
    assert_int_equal(x, paragraph_line_at(p, 0)->runs[0].w);
    paragraph_caret(p, strlen("الموعد"), &line, &x);
    assert_true(x > paragraph_line_at(p, 0)->runs[0].w); /* a space stands in between */
}

static void wiping_forgets_rendered_text(void **state)
{
    struct fixture *f = *state;
    const struct glyph_run run = {"Amina", FACE_REGULAR, 28, UI_LTR};
    int w = glyphs_width(f->glyphs, &run);
    assert_int_equal(glyphs_render(f->glyphs, &run).w, w);
    assert_true(glyphs_bytes(f->glyphs) > 0);
    glyphs_wipe(f->glyphs);
    assert_int_equal(glyphs_bytes(f->glyphs), 0);
    assert_int_equal(glyphs_render(f->glyphs, &run).w, w);
    glyphs_wipe(f->glyphs);
}

static void rendered_text_stays_within_its_budget(void **state)
{
    struct fixture *f = *state;
    enum { BUDGET = 200000 };
    struct glyphs *small = glyphs_create(f->fonts, BUDGET);
    for (int i = 0; i < 300; i++) {
        const char *text = arena_printf(f->arena, "Atelier numéro %d", i);
        const struct glyph_run run = {text, FACE_REGULAR, 28, UI_LTR};
        struct glyph_picture picture = glyphs_render(small, &run);
        assert_true(glyphs_bytes(small) <= BUDGET + (size_t)(picture.w * picture.h));
    }
    glyphs_destroy(small);
}

static void a_missing_text_font_is_an_error(void **state)
{
    (void)state;
    struct font_set *fonts = NULL;
    assert_int_equal(font_set_create(UI_NOTO, "/nowhere", &fonts), ERR_MISSING);
    assert_null(fonts);
}

static void link_font(const char *dir, const char *folder, const char *name)
{
    char from[512], to[512];
    snprintf(to, sizeof(to), "%s/%s", dir, folder);
    assert_true(mkdir(to, 0700) == 0 || errno == EEXIST);
    snprintf(from, sizeof(from), "/usr/share/fonts/truetype/%s/%s", folder, name);
    snprintf(to, sizeof(to), "%s/%s/%s", dir, folder, name);
    assert_int_equal(symlink(from, to), 0);
}

static void unlink_font(const char *dir, const char *name)
{
    char path[512];
    snprintf(path, sizeof(path), "%s/%s", dir, name);
    assert_int_equal(remove(path), 0);
}

static void without_the_arabic_font_the_fallback_serves(void **state)
{
    struct fixture *f = *state;
    char dir[] = "/tmp/ui-fonts-XXXXXX";
    struct font_set *fonts = NULL;
    assert_non_null(mkdtemp(dir));
    link_font(dir, "noto", "NotoSans-Regular.ttf");
    link_font(dir, "noto", "NotoSans-Bold.ttf");
    link_font(dir, "dejavu", "DejaVuSans.ttf");
    assert_int_equal(font_set_create(UI_NOTO, dir, &fonts), ERR_OK);
    struct glyphs *glyphs = glyphs_create(fonts, 1 << 20);
    const struct paragraph_spec spec = {.spans[0].text = "العربية", .px = 28, .dir = UI_RTL};
    struct paragraph *p = paragraph_create(glyphs, f->arena, &spec);
    paragraph_wrap(p, 10000);
    assert_int_equal(paragraph_line_at(p, 0)->runs[0].run.face, FACE_FALLBACK);
    assert_true(paragraph_natural_width(p) > 28);
    glyphs_destroy(glyphs);
    font_set_destroy(fonts);
    const char *const names[] = {"noto/NotoSans-Regular.ttf",
                                 "noto/NotoSans-Bold.ttf",
                                 "noto",
                                 "dejavu/DejaVuSans.ttf",
                                 "dejavu",
                                 ""};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        unlink_font(dir, names[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_at_spaces_and_after_hyphens),
        cmocka_unit_test(lines_never_break_at_no_break_spaces_nor_before_high_punctuation),
        cmocka_unit_test(line_feeds_are_kept),
        cmocka_unit_test(a_word_wider_than_the_line_breaks_anywhere_and_loses_nothing),
        cmocka_unit_test(an_empty_paragraph_has_one_line),
        cmocka_unit_test(a_mixed_line_reads_from_the_right),
        cmocka_unit_test(a_french_line_keeps_its_order_around_an_arabic_name),
        cmocka_unit_test(signs_that_the_text_font_lacks_come_from_the_fallback),
        cmocka_unit_test(what_others_wrote_keeps_its_order_in_an_arabic_paragraph),
        cmocka_unit_test(spans_keep_their_own_direction),
        cmocka_unit_test(an_arabic_name_keeps_its_order_in_a_french_paragraph),
        cmocka_unit_test(the_caret_follows_the_text),
        cmocka_unit_test(the_caret_stands_behind_the_last_letter_in_its_direction),
        cmocka_unit_test(wiping_forgets_rendered_text),
        cmocka_unit_test(rendered_text_stays_within_its_budget),
        cmocka_unit_test(a_missing_text_font_is_an_error),
        cmocka_unit_test(without_the_arabic_font_the_fallback_serves),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
