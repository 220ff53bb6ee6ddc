#include "core/probe.h"

#include "support_db.h"

static const char *value_of(struct world *world, const char *sql)
{
    const char *value = NULL;
    assert_int_equal(probe_value(world->path, sql, world->arena, &value), ERR_OK);
    return value;
}

static void the_first_column_of_the_first_row_is_read(void **state)
{
    struct world *world = *state;
    assert_string_equal(value_of(world, "SELECT name, 1 FROM site"), "Maison des tests");
    assert_string_equal(value_of(world, "SELECT 42"), "42");
    assert_string_equal(value_of(world, "SELECT NULL"), "NULL");
    assert_null(value_of(world, "SELECT name FROM site WHERE id = 2"));
}

static void nothing_can_be_written(void **state)
{
    struct world *world = *state;
    const char *value = NULL;
    assert_int_equal(probe_value(world->path, "UPDATE site SET name = 'X'", world->arena, &value),
                     ERR_INVALID);
    assert_string_equal(value_of(world, "SELECT name FROM site"), "Maison des tests");
}

static void a_wrong_query_and_a_missing_file_are_said(void **state)
{
    struct world *world = *state;
    const char *value = NULL;
    assert_int_equal(probe_value(world->path, "SELECT FROM", world->arena, &value), ERR_INVALID);
    assert_int_equal(probe_value("/nonexistent/house.db", "SELECT 1", world->arena, &value),
                     ERR_IO);
}

#define WORLD_TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(the_first_column_of_the_first_row_is_read),
        WORLD_TEST(nothing_can_be_written),
        WORLD_TEST(a_wrong_query_and_a_missing_file_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
