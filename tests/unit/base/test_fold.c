#include "base/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Two stand side by side. */
static const char *fold(const char *text)
{
    static char folded[2][64];
    static int turn;
    turn = 1 - turn;
    assert_int_equal(text_fold(str_of(text), folded[turn], sizeof(folded[turn])), ERR_OK);
    return folded[turn];
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

static void arabic_is_compared_without_hamza_vowels_and_ends_written_two_ways(void **state)
{
    (void)state;
    assert_string_equal(fold("أدوات"), fold("ادوات"));
    assert_string_equal(fold("إعارة"), fold("اعاره"));
    assert_string_equal(fold("آلة"), fold("اله"));
    assert_string_equal(fold("مستشفى"), fold("مستشفي"));
    assert_string_equal(fold("خُبْزٌ"), fold("خبز"));
    assert_string_equal(fold("مـسـاعـدة"), fold("مساعده"));
    assert_string_equal(fold("غرفة ٤"), fold("غرفه 4"));
    assert_string_not_equal(fold("باب"), fold("كتاب"));
}

static void words_are_folded_one_by_one(void **state)
{
    (void)state;
    struct arena *arena = arena_create("fold", 1 << 16);
    assert_string_equal(text_fold_words("L’Échelle, 4 m", "<", ">", arena), "<l><echelle><4><m>");
    assert_string_equal(text_fold_words(" …!  ", "<", ">", arena), "");
    assert_string_equal(text_fold_words("a\"b*", "\"", "\"* ", arena), "\"a\"* \"b\"* ");
    arena_destroy(arena);
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
        cmocka_unit_test(arabic_is_compared_without_hamza_vowels_and_ends_written_two_ways),
        cmocka_unit_test(words_are_folded_one_by_one),
        cmocka_unit_test(what_does_not_fit_is_refused_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
