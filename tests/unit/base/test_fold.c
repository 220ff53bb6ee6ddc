#include "base/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *fold(const char *text)
{
    static char folded[64];
    assert_int_equal(text_fold(str_of(text), folded, sizeof(folded)), ERR_OK);
    return folded;
}

static void case_accents_spaces_and_signs_do_not_count(void **state)
{
    (void)state;
    assert_string_equal(fold("Prénom(s)"), "prenoms");
    assert_string_equal(fold("PRENOM S"), "prenoms");
    assert_string_equal(fold("Abonné jusqu’au"), fold("abonne jusqu'au"));
    assert_string_equal(fold("L'Haÿ-les-Roses"), "lhaylesroses");
    assert_string_equal(fold("n° 4"), "n4");
    assert_string_equal(fold("4\u202fb\u00a0rue"), "4brue");
    assert_string_equal(fold(""), "");
    assert_string_equal(fold("…"), "");
}

static void latin_letters_lose_their_marks_composed_or_not(void **state)
{
    (void)state;
    assert_string_equal(fold("Œuvre æ ß"), "oeuvreaess");
    assert_string_equal(fold("Şahin İĞ Łódź Čapek"), "sahiniglodzcapek");
    assert_string_equal(fold("Zoe\u0308"), fold("Zoë"));
    assert_string_equal(fold("ÀÿĀſ"), "ayas");
}

static void other_scripts_stay_as_they_are(void **state)
{
    (void)state;
    assert_string_equal(fold("محمد علي"), "محمدعلي");
    assert_string_equal(fold("Анна"), "Анна");
}

static void what_does_not_fit_is_refused_whole(void **state)
{
    (void)state;
    char folded[4] = "old";
    assert_int_equal(text_fold(str_of("abcd"), folded, sizeof(folded)), ERR_FULL);
    assert_string_equal(folded, "");
    assert_int_equal(text_fold(str_of("a b c"), folded, sizeof(folded)), ERR_OK);
    assert_string_equal(folded, "abc");
    assert_int_equal(text_fold(str_of("abæ"), folded, sizeof(folded)), ERR_FULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_accents_spaces_and_signs_do_not_count),
        cmocka_unit_test(latin_letters_lose_their_marks_composed_or_not),
        cmocka_unit_test(other_scripts_stay_as_they_are),
        cmocka_unit_test(what_does_not_fit_is_refused_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
