#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support_death.h"

enum { LIMIT_BYTES = 64 * 1024 };

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create("test", LIMIT_BYTES);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static bool is_all_zero(const unsigned char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

static void memory_is_zeroed_and_aligned_for_any_type(void **state)
{
    (void)state;
    for (size_t size = 0; size < 100; size++) {
        unsigned char *bytes = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)bytes % alignof(max_align_t), 0);
        assert_true(is_all_zero(bytes, size));
        memset(bytes, 0xaa, size);
    }
}

static void allocations_do_not_overlap_across_blocks(void **state)
{
    (void)state;
    enum { COUNT = 40, SIZE = 1000 };
    unsigned char *parts[COUNT];
    for (unsigned char i = 0; i < COUNT; i++) {
        parts[i] = arena_alloc(arena, SIZE);
        memset(parts[i], i, SIZE);
    }
    for (unsigned char i = 0; i < COUNT; i++) {
        assert_int_equal(parts[i][0], i);
        assert_int_equal(parts[i][SIZE - 1], i);
    }
}

static void one_allocation_may_be_larger_than_a_block(void **state)
{
    (void)state;
    unsigned char *bytes = arena_alloc(arena, 40000);
    memset(bytes, 1, 40000);
    assert_true(arena_used(arena) >= 40000);
}

static void reset_wipes_and_keeps_the_first_block(void **state)
{
    (void)state;
    char *secret = arena_strdup(arena, "household 0412");
    for (int i = 0; i < 20; i++) {
        (void)arena_alloc(arena, 2000);
    }
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    /* The first block is alive, so what it held may be looked at. */
    assert_true(is_all_zero((unsigned char *)secret, strlen("household 0412")));
    assert_ptr_equal(arena_alloc(arena, 1), secret);
}

static void reset_of_an_unused_arena_is_harmless(void **state)
{
    (void)state;
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
}

static void destroy_accepts_null(void **state)
{
    (void)state;
    arena_destroy(NULL);
}

static void memory_after_a_reset_is_zeroed_again(void **state)
{
    (void)state;
    memset(arena_alloc(arena, 5000), 0xff, 5000);
    arena_reset(arena);
    assert_true(is_all_zero(arena_alloc(arena, 5000), 5000));
}

static void copies_end_in_nul_and_null_becomes_empty(void **state)
{
    (void)state;
    assert_string_equal(arena_strdup(arena, "café"), "café");
    assert_string_equal(arena_strdup(arena, NULL), "");
    assert_string_equal(arena_strndup(arena, "café noir", 5), "café");
}

static void printf_measures_before_it_writes(void **state)
{
    (void)state;
    const char *text = arena_printf(arena, "%0500d|%s", 7, "end");
    assert_int_equal(strlen(text), 504);
    assert_string_equal(text + 499, "7|end");
}

static void fill_to_the_limit(void *data)
{
    (void)data;
    (void)arena_alloc(arena, LIMIT_BYTES);
}

static void go_over_the_limit_at_once(void *data)
{
    (void)data;
    (void)arena_alloc(arena, LIMIT_BYTES + 1);
}

static void go_over_the_limit_in_steps(void *data)
{
    (void)data;
    for (int i = 0; i < 3; i++) {
        (void)arena_alloc(arena, LIMIT_BYTES / 2);
    }
}

static void overflow_an_array(void *data)
{
    (void)data;
    (void)arena_array(arena, SIZE_MAX / 2, 4);
}

static void going_over_the_limit_ends_the_program(void **state)
{
    (void)state;
    assert_false(dies_of_abort(fill_to_the_limit, NULL));
    assert_true(dies_of_abort(go_over_the_limit_at_once, NULL));
    assert_true(dies_of_abort(go_over_the_limit_in_steps, NULL));
}

static void an_array_too_large_to_count_ends_the_program(void **state)
{
    (void)state;
    assert_true(dies_of_abort(overflow_an_array, NULL));
    assert_non_null(arena_array(arena, 0, 8));
    assert_non_null(arena_array(arena, 8, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(memory_is_zeroed_and_aligned_for_any_type, setup, teardown),
        cmocka_unit_test_setup_teardown(allocations_do_not_overlap_across_blocks, setup, teardown),
        cmocka_unit_test_setup_teardown(one_allocation_may_be_larger_than_a_block, setup, teardown),
        cmocka_unit_test_setup_teardown(reset_wipes_and_keeps_the_first_block, setup, teardown),
        cmocka_unit_test_setup_teardown(reset_of_an_unused_arena_is_harmless, setup, teardown),
        cmocka_unit_test_setup_teardown(memory_after_a_reset_is_zeroed_again, setup, teardown),
        cmocka_unit_test_setup_teardown(copies_end_in_nul_and_null_becomes_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(printf_measures_before_it_writes, setup, teardown),
        cmocka_unit_test_setup_teardown(going_over_the_limit_ends_the_program, setup, teardown),
        cmocka_unit_test_setup_teardown(an_array_too_large_to_count_ends_the_program, setup,
                                        teardown),
        cmocka_unit_test(destroy_accepts_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
