#include "core/setting.h"

#include "support_db.h"

static void a_new_house_has_the_defaults_and_each_is_possible(void **state)
{
    struct world *world = *state;
    assert_int_equal(db_begin(world->db), ERR_OK);
    for (enum setting i = 0; i < SETTING_COUNT; i++) {
        assert_int_equal(setting_get(world->db, i), setting_default(i));
        assert_int_equal(setting_set(world->db, i, setting_default(i)), ERR_OK);
    }
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(setting_get(world->db, SETTING_UNDO_S), 600);
}

static void a_house_may_change_a_setting_within_its_bounds(void **state)
{
    struct world *world = *state;
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(setting_set(world->db, SETTING_GUEST_SEATS, 4), ERR_OK);
    assert_int_equal(setting_get(world->db, SETTING_GUEST_SEATS), 4);
    assert_int_equal(setting_set(world->db, SETTING_GUEST_SEATS, -1), ERR_INVALID);
    assert_int_equal(setting_set(world->db, SETTING_GUEST_SEATS, 21), ERR_INVALID);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(setting_get(world->db, SETTING_GUEST_SEATS), 4);
}

static void an_impossible_value_in_the_database_counts_as_the_default(void **state)
{
    struct world *world = *state;
    world_exec(world, "INSERT INTO setting VALUES ('idle_s', 1)");
    assert_int_equal(setting_get(world->db, SETTING_IDLE_S), 90);
}

static void each_setting_is_found_by_its_word_and_tells_its_bounds(void **state)
{
    (void)state;
    for (enum setting i = 0; i < SETTING_COUNT; i++) {
        const struct setting_bounds bounds = setting_bounds(i);
        assert_int_equal(setting_of(setting_name(i)), i);
        assert_true(bounds.least <= setting_default(i) && setting_default(i) <= bounds.most);
    }
    assert_int_equal(setting_of("luck"), SETTING_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_new_house_has_the_defaults_and_each_is_possible,
                                        world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_house_may_change_a_setting_within_its_bounds, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(an_impossible_value_in_the_database_counts_as_the_default,
                                        world_setup, world_teardown),
        cmocka_unit_test(each_setting_is_found_by_its_word_and_tells_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
