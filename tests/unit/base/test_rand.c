#include "base/rand.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "support_death.h"

static void the_kernels_bytes_differ_from_call_to_call(void **state)
{
    (void)state;
    unsigned char a[32] = {0};
    unsigned char b[32] = {0};
    rand_bytes(a, sizeof(a));
    rand_bytes(b, sizeof(b));
    assert_memory_not_equal(a, b, sizeof(a));
}

static void no_bytes_are_written_beyond_the_length(void **state)
{
    (void)state;
    unsigned char buf[8] = {0};
    rand_bytes(buf, 0);
    rand_bytes(buf, 4);
    static const unsigned char zero[4];
    assert_memory_equal(buf + 4, zero, sizeof(zero));
}

static void draws_stay_below_their_bound(void **state)
{
    (void)state;
    rand_seed(1);
    static const uint32_t bounds[] = {1, 2, 3, 7, 1000000, 0x80000001u, UINT32_MAX};
    for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++) {
        for (int draw = 0; draw < 500; draw++) {
            assert_true(rand_below(bounds[i]) < bounds[i]);
        }
    }
}

static void draws_are_spread_evenly(void **state)
{
    (void)state;
    enum { FACES = 6, DRAWS = 60000 };
    rand_seed(2);
    int counts[FACES] = {0};
    for (int i = 0; i < DRAWS; i++) {
        counts[rand_below(FACES)]++;
    }
    /* Five standard deviations (91) either way; the sequence is fixed, so this never flickers. */
    for (int face = 0; face < FACES; face++) {
        assert_in_range(counts[face], DRAWS / FACES - 455, DRAWS / FACES + 455);
    }
}

static void draws_over_three_quarters_of_the_range_are_not_biased_low(void **state)
{
    (void)state;
    /* Without rejection, a bound of 3·2^30 would draw the lowest third twice as often. */
    enum { DRAWS = 30000 };
    const uint32_t bound = 3u << 30;
    rand_seed(3);
    int low = 0;
    for (int i = 0; i < DRAWS; i++) {
        low += rand_below(bound) < bound / 3;
    }
    assert_in_range(low, DRAWS / 3 - 410, DRAWS / 3 + 410);
}

static void the_same_seed_gives_the_same_sequence_and_another_another(void **state)
{
    (void)state;
    unsigned char first[64];
    unsigned char again[64];
    unsigned char other[64];
    rand_seed(42);
    rand_bytes(first, sizeof(first));
    rand_seed(42);
    rand_bytes(again, sizeof(again));
    rand_seed(43);
    rand_bytes(other, sizeof(other));
    assert_memory_equal(first, again, sizeof(first));
    assert_memory_not_equal(first, other, sizeof(first));
}

static void draw_below_zero(void *data)
{
    (void)data;
    (void)rand_below(0);
}

static void a_bound_of_zero_is_a_bug(void **state)
{
    (void)state;
    assert_true(dies_of_abort(draw_below_zero, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        /* First, while the process is not seeded. */
        cmocka_unit_test(the_kernels_bytes_differ_from_call_to_call),
        cmocka_unit_test(no_bytes_are_written_beyond_the_length),
        cmocka_unit_test(draws_stay_below_their_bound),
        cmocka_unit_test(draws_are_spread_evenly),
        cmocka_unit_test(draws_over_three_quarters_of_the_range_are_not_biased_low),
        cmocka_unit_test(the_same_seed_gives_the_same_sequence_and_another_another),
        cmocka_unit_test(a_bound_of_zero_is_a_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
