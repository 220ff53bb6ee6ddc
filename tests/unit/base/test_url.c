#include "base/url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void what_leads_to_the_web_is_read_whatever_its_case(void **state)
{
    (void)state;
    assert_string_equal(url_after_scheme("https://a.example/b?c"), "a.example/b?c");
    assert_string_equal(url_after_scheme("HTTP://a.example"), "a.example");
    assert_string_equal(url_after_scheme("webcal://a.example"), "a.example");
    assert_string_equal(url_after_scheme("WebCals://a.example"), "a.example");
    assert_string_equal(url_after_scheme("https://"), "");
}

static void any_other_scheme_or_none_is_not(void **state)
{
    (void)state;
    assert_null(url_after_scheme(""));
    assert_null(url_after_scheme("a.example"));
    assert_null(url_after_scheme("https:/a.example"));
    assert_null(url_after_scheme(" https://a.example"));
    assert_null(url_after_scheme("file:///etc/passwd"));
    assert_null(url_after_scheme("ftp://a.example"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_leads_to_the_web_is_read_whatever_its_case),
        cmocka_unit_test(any_other_scheme_or_none_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
