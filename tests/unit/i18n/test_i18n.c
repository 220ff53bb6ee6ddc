#include "i18n/i18n.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/text.h"
#include "support_site.h"

static void french_is_the_language_at_start(void **state)
{
    (void)state;
    assert_string_equal(i18n_lang(), "fr");
    assert_string_equal(i18n_language()->own_name, "Français");
    assert_string_equal(tr("tomorrow"), "demain");
}

static void the_language_is_switched_at_run_time_and_back(void **state)
{
    (void)state;
    for (int round = 0; round < 3; round++) {
        assert_int_equal(i18n_set("en"), ERR_OK);
        assert_string_equal(i18n_lang(), "en");
        assert_string_equal(tr("tomorrow"), "tomorrow");
        assert_int_equal(i18n_set("fr"), ERR_OK);
        assert_string_equal(tr("tomorrow"), "demain");
    }
}

static void a_text_without_translation_is_shown_in_english_in_both(void **state)
{
    (void)state;
    assert_string_equal(tr("no such text"), "no such text");
    assert_string_equal(trc("no such context", "tomorrow"), "tomorrow");
    assert_int_equal(i18n_set("en"), ERR_OK);
    assert_string_equal(tr("no such text"), "no such text");
}

static void nothing_stays_nothing(void **state)
{
    (void)state;
    assert_string_equal(tr(""), "");
}

static void zero_is_singular_in_french_and_plural_in_english(void **state)
{
    (void)state;
    static const struct {
        const char *lang;
        long n;
        const char *text;
    } cases[] = {
        {"fr", 0, "depuis %ld" NB "jour"},  {"fr", 1, "depuis %ld" NB "jour"},
        {"fr", 2, "depuis %ld" NB "jours"}, {"en", 0, "%ld" NB "days ago"},
        {"en", 1, "%ld" NB "day ago"},      {"en", 2, "%ld" NB "days ago"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(i18n_set(cases[i].lang), ERR_OK);
        assert_string_equal(trn("%ld day ago", "%ld days ago", cases[i].n), cases[i].text);
    }
}

static void arabic_counts_in_six_forms(void **state)
{
    (void)state;
    static const struct {
        long n;
        const char *text;
    } cases[] = {
        {0, "لا أماكن"},         {1, "مكان واحد"},       {2, "مكانان"},
        {3, "%ld" NB "أماكن"},   {10, "%ld" NB "أماكن"}, {11, "%ld" NB "مكانا"},
        {99, "%ld" NB "مكانا"},  {100, "%ld" NB "مكان"}, {102, "%ld" NB "مكان"},
        {103, "%ld" NB "أماكن"},
    };
    assert_int_equal(i18n_set("ar"), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_string_equal(trn("%ld seat", "%ld seats", cases[i].n), cases[i].text);
    }
}

static void arabic_is_shown_without_vowel_marks_and_isolates_what_is_put_in(void **state)
{
    (void)state;
    assert_int_equal(i18n_set("ar"), ERR_OK);
    assert_string_equal(tr("tomorrow"), "غدا");
    assert_string_equal(arena_printf(arena, tr("With %s"), "Café !"), "مع \u2068Café !\u2069");
}

static void arabic_is_spoken_with_its_vowel_marks(void **state)
{
    (void)state;
    assert_int_equal(i18n_set("ar"), ERR_OK);
    i18n_set_spoken(true);
    assert_string_equal(tr("tomorrow"), "غَدًا");
    assert_string_equal(trc("time, full hour", "%d:00"), "السَّاعَةِ %d"); /* assets/po/speech */
    i18n_set_spoken(false);
    assert_string_equal(tr("tomorrow"), "غدا");
}

static void a_context_tells_two_meanings_apart(void **state)
{
    (void)state;
    assert_string_equal(trc("weekday, short", "Mon"), "lun.");
    assert_string_equal(trc("month", "March"), "mars");
    assert_string_equal(trc("ticket", "Confirmed"), "Confirmée");
    assert_string_equal(tr("free of any context"), "free of any context");
}

static void an_unknown_language_is_refused(void **state)
{
    (void)state;
    assert_int_equal(i18n_set("xx"), ERR_NOT_FOUND);
    assert_int_equal(i18n_set(""), ERR_NOT_FOUND);
    assert_string_equal(i18n_lang(), "fr");
    assert_string_equal(tr("tomorrow"), "demain");
}

static void without_catalogues_the_program_goes_on_in_english(void **state)
{
    (void)state;
    assert_int_equal(i18n_init("/nonexistent"), ERR_MISSING);
    assert_string_equal(i18n_lang(), "en");
    assert_string_equal(tr("tomorrow"), "tomorrow");
    assert_int_equal(i18n_set("fr"), ERR_MISSING);
    assert_string_equal(i18n_lang(), "en");
    assert_int_equal(i18n_set("en"), ERR_OK);
}

/* One file is missing of five. */
static void a_catalogue_that_is_missing_leaves_the_language_as_it_was(void **state)
{
    (void)state;
    char dir[] = "/tmp/locale-XXXXXX", path[300];
    assert_non_null(mkdtemp(dir));
    (void)snprintf(path, sizeof(path), "%s/fr", dir);
    assert_int_equal(symlink(LOCALE_DIR "/fr", path), 0);
    assert_int_equal(i18n_init(dir), ERR_OK);
    assert_int_equal(i18n_set("de"), ERR_MISSING);
    assert_string_equal(i18n_lang(), "fr");
    assert_string_equal(tr("tomorrow"), "demain");
    assert_int_equal(i18n_set("en"), ERR_OK);
    assert_string_equal(tr("tomorrow"), "tomorrow");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(dir), 0);
}

static void numbers_keep_their_decimal_point_in_every_language(void **state)
{
    (void)state;
    char text[16];
    (void)snprintf(text, sizeof(text), "%.1f", 1234.5);
    assert_string_equal(text, "1234.5");
}

static void every_language_names_itself_and_its_keyboard(void **state)
{
    (void)state;
    for (size_t i = 0; i < I18N_LANGUAGE_COUNT; i++) {
        assert_int_equal(strlen(I18N_LANGUAGES[i].code), 2);
        assert_non_null(I18N_LANGUAGES[i].own_name);
        assert_non_null(I18N_LANGUAGES[i].keyboard);
        assert_int_equal(I18N_LANGUAGES[i].is_rtl, strcmp(I18N_LANGUAGES[i].code, "ar") == 0);
    }
}

static void a_title_begins_with_a_capital_accents_included(void **state)
{
    (void)state;
    assert_string_equal(i18n_capital(arena, "aujourd’hui"), "Aujourd’hui");
    assert_string_equal(i18n_capital(arena, "à l’instant"), "À l’instant");
    assert_string_equal(i18n_capital(arena, "Déjà"), "Déjà");
    assert_string_equal(i18n_capital(arena, "2 places"), "2 places");
    assert_string_equal(i18n_capital(arena, ""), "");
}

static void in_turkish_a_capital_keeps_its_dot_or_has_none(void **state)
{
    (void)state;
    assert_string_equal(i18n_capital(arena, "ici"), "Ici");
    assert_int_equal(i18n_set("tr"), ERR_OK);
    assert_string_equal(i18n_capital(arena, "iade"), "İade");
    assert_string_equal(i18n_capital(arena, "ılık"), "Ilık");
    assert_string_equal(i18n_capital(arena, TEXT_ISOLATE "ici" TEXT_ISOLATE_END),
                        TEXT_ISOLATE "Ici" TEXT_ISOLATE_END);
    assert_string_equal(i18n_capital(arena, "şimdi"), "Şimdi");
    assert_string_equal(i18n_capital(arena, "İstek"), "İstek");
}

static void turkish_counts_do_not_bend_the_noun(void **state)
{
    (void)state;
    assert_int_equal(i18n_set("tr"), ERR_OK);
    for (long n = 0; n <= 2; n++) {
        assert_string_equal(trn("%ld seat", "%ld seats", n), "%ld" NB "yer");
    }
}

static void a_list_ends_in_and(void **state)
{
    (void)state;
    const char *const items[] = {"a", "b", "c"};
    assert_string_equal(i18n_list(arena, items, 1), "a");
    assert_string_equal(i18n_list(arena, items, 2), "a et b");
    assert_string_equal(i18n_list(arena, items, 3), "a, b et c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SITE(french_is_the_language_at_start),
        WITH_SITE(the_language_is_switched_at_run_time_and_back),
        WITH_SITE(a_text_without_translation_is_shown_in_english_in_both),
        WITH_SITE(nothing_stays_nothing),
        WITH_SITE(zero_is_singular_in_french_and_plural_in_english),
        WITH_SITE(arabic_counts_in_six_forms),
        WITH_SITE(arabic_is_shown_without_vowel_marks_and_isolates_what_is_put_in),
        WITH_SITE(arabic_is_spoken_with_its_vowel_marks),
        WITH_SITE(a_context_tells_two_meanings_apart),
        WITH_SITE(an_unknown_language_is_refused),
        WITH_SITE(without_catalogues_the_program_goes_on_in_english),
        WITH_SITE(a_catalogue_that_is_missing_leaves_the_language_as_it_was),
        WITH_SITE(numbers_keep_their_decimal_point_in_every_language),
        WITH_SITE(every_language_names_itself_and_its_keyboard),
        WITH_SITE(a_title_begins_with_a_capital_accents_included),
        WITH_SITE(in_turkish_a_capital_keeps_its_dot_or_has_none),
        WITH_SITE(turkish_counts_do_not_bend_the_noun),
        WITH_SITE(a_list_ends_in_and),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
