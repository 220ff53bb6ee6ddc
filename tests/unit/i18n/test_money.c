#include "i18n/money.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "i18n/i18n.h"
#include "support_site.h"

static const struct {
    int64_t cents;
    const char *french;
    const char *english;
} SUMS[] = {
    {0, "0" NB "€", "€0"},
    {5, "0,05" NB "€", "€0.05"},
    {200, "2" NB "€", "€2"},
    {250, "2,50" NB "€", "€2.50"},
    {99999, "999,99" NB "€", "€999.99"},
    {100000, "1" NN "000" NB "€", "€1,000"},
    {123456789, "1" NN "234" NN "567,89" NB "€", "€1,234,567.89"},
    {-250, "−2,50" NB "€", "−€2.50"},
};

static void sums_are_written_as_each_language_writes_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(SUMS); i++) {
        assert_int_equal(i18n_set("fr"), ERR_OK);
        assert_string_equal(money_euros(arena, SUMS[i].cents), SUMS[i].french);
        assert_int_equal(i18n_set("en"), ERR_OK);
        assert_string_equal(money_euros(arena, SUMS[i].cents), SUMS[i].english);
    }
}

static void in_german_and_arabic_the_sign_follows_the_sum(void **state)
{
    (void)state;
    assert_int_equal(i18n_set("de"), ERR_OK);
    assert_string_equal(money_euros(arena, 250), "2,50" NB "€");
    assert_string_equal(money_euros(arena, 123456789), "1.234.567,89" NB "€");
    assert_string_equal(money_euros(arena, -200), "−2" NB "€");
    assert_int_equal(i18n_set("ar"), ERR_OK);
    assert_string_equal(seen(money_euros(arena, 250)), "2,50" NB "€");
    assert_string_equal(seen(money_euros(arena, 125000)), "1" NN "250" NB "€");
    assert_string_equal(seen(money_euros(arena, -200)), "−2" NB "€");
}

static void in_turkish_the_sign_follows_the_sum(void **state)
{
    (void)state;
    assert_int_equal(i18n_set("tr"), ERR_OK);
    assert_string_equal(money_euros(arena, 350), "3,50" NB "€");
    assert_string_equal(money_euros(arena, 123456700), "1.234.567" NB "€");
    assert_string_equal(money_euros(arena, -250), "−2,50" NB "€");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_SITE(sums_are_written_as_each_language_writes_them),
        WITH_SITE(in_german_and_arabic_the_sign_follows_the_sum),
        WITH_SITE(in_turkish_the_sign_follows_the_sum),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
