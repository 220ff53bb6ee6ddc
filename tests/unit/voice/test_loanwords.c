#include "voice/loanwords.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *said(const char *lang, const char *text)
{
    static char out[256];
    loanwords_write(lang, text, out, sizeof(out));
    return out;
}

static void the_house_is_called_as_in_french_where_the_voice_would_misread_it(void **state)
{
    (void)state;
    assert_string_equal(said("de", "Die Conciergerie fragt."), "Die [[kO~sjErZ@r'i:]] fragt.");
    assert_string_equal(said("en", "the conciergerie"), "the [[k0nsi,e@Z@r'i:]]");
    assert_string_equal(said("fr", "la conciergerie"), "la conciergerie");
    assert_string_equal(said("tr", "Conciergerie"), "Conciergerie");
}

static void only_the_whole_word_is_one(void **state)
{
    (void)state;
    assert_string_equal(said("de", "Conciergerien"), "Conciergerien");
    assert_string_equal(said("de", "Hausconciergerie"), "Hausconciergerie");
    assert_string_equal(said("de", "(Conciergerie)"), "([[kO~sjErZ@r'i:]])");
    assert_string_equal(said("de", "Conciergerieß"), "Conciergerieß");
}

static void brackets_of_a_text_never_begin_phonemes(void **state)
{
    (void)state;
    assert_string_equal(said("de", "[[a]] [b]"), "[ [a]] [b]");
    assert_string_equal(said("de", "[[[a"), "[ [ [a");
}

static void what_does_not_fit_ends_whole(void **state)
{
    (void)state;
    char out[8];
    loanwords_write("de", "Die Conciergerie", out, sizeof(out));
    assert_string_equal(out, "Die ");
    loanwords_write("de", "0123456789", out, sizeof(out));
    assert_string_equal(out, "0123456");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_house_is_called_as_in_french_where_the_voice_would_misread_it),
        cmocka_unit_test(only_the_whole_word_is_one),
        cmocka_unit_test(brackets_of_a_text_never_begin_phonemes),
        cmocka_unit_test(what_does_not_fit_ends_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
