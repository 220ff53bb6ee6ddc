#include "base/err.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void every_error_has_a_distinct_lower_case_name(void **state)
{
    (void)state;
    for (int a = 0; a < ERR_COUNT; a++) {
        const char *name = err_name((enum err)a);
        assert_non_null(name);
        assert_true(name[0] != '\0');
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz-"), strlen(name));
        assert_string_not_equal(name, "unknown");
        for (int b = 0; b < a; b++) {
            assert_string_not_equal(name, err_name((enum err)b));
        }
    }
}

static void a_number_that_is_no_error_is_called_unknown(void **state)
{
    (void)state;
    assert_string_equal(err_name(ERR_COUNT), "unknown");
}

static void success_is_zero(void **state)
{
    (void)state;
    assert_int_equal(ERR_OK, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_error_has_a_distinct_lower_case_name),
        cmocka_unit_test(a_number_that_is_no_error_is_called_unknown),
        cmocka_unit_test(success_is_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
