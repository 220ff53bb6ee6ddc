#include "core/uid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Tuesday 8 September 2026, 16:42 in Paris. */
enum { TUESDAY_S = 1788878520, DRAWS = 200 };

static void a_uid_is_a_uuid_of_version_7(void **state)
{
    unsigned char uid[UID_BYTES];
    (void)state;
    uid_draw(TUESDAY_S, uid);
    assert_int_equal(uid[6] >> 4, 7);
    assert_int_equal(uid[8] >> 6, 2);
}

static void two_of_the_same_second_differ(void **state)
{
    unsigned char one[UID_BYTES];
    unsigned char other[UID_BYTES];
    (void)state;
    uid_draw(TUESDAY_S, one);
    uid_draw(TUESDAY_S, other);
    assert_int_not_equal(memcmp(one, other, UID_BYTES), 0);
}

static void what_is_recorded_earlier_comes_before_the_first_and_all_else_after(void **state)
{
    unsigned char first[UID_BYTES];
    unsigned char uid[UID_BYTES];
    (void)state;
    uid_first(TUESDAY_S, first);
    for (int i = 0; i < DRAWS; i++) {
        uid_draw(TUESDAY_S - 1, uid);
        assert_true(memcmp(uid, first, UID_BYTES) < 0);
        uid_draw(TUESDAY_S, uid);
        assert_true(memcmp(uid, first, UID_BYTES) > 0);
        uid_draw(TUESDAY_S + 1, uid);
        assert_true(memcmp(uid, first, UID_BYTES) > 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_uid_is_a_uuid_of_version_7),
        cmocka_unit_test(two_of_the_same_second_differ),
        cmocka_unit_test(what_is_recorded_earlier_comes_before_the_first_and_all_else_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
