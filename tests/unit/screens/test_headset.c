/* A visit by ear: begins with the headset, and ends with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support_house.h"

static void assert_screen(const struct house *house, const char *screen)
{
    assert_string_equal(router_screen(house->router), screen);
}

static void plug(struct house *house, bool is_in)
{
    router_headset(house->router, is_in);
    house_wait(house, 100);
}

static bool has_focus(const struct house *house, const char *id)
{
    const struct ui_node *node = ui_node_find(router_nodes(house->router), id);
    return node != NULL && (node->state & UI_STATE_FOCUSED) != 0;
}

static void plugging_in_explains_the_keys_and_goes_on_from_there(void **state)
{
    struct house *house = *state;
    house_wait(house, 91000);
    assert_screen(house, "attract");
    plug(house, true);
    assert_screen(house, "keys");
    assert_true(house_shows(house, "d’une chose à l’autre"));
    assert_true(has_focus(house, "continue"));
    router_press(house->router, UI_PRESS_SELECT);
    house_wait(house, 400);
    assert_screen(house, "home");
}

static void unplugged_the_screen_is_covered_at_once_and_erased_after_a_moment(void **state)
{
    struct house *house = *state;
    plug(house, true);
    router_scan(house->router, CARD_LUCIE);
    house_wait(house, 400);
    assert_screen(house, "mine");
    (void)router_take_wiped(house->router);
    plug(house, false);
    assert_screen(house, "unplugged");
    assert_true(house_shows(house, "débranché"));
    assert_false(house_shows(house, "Du nouveau"));
    house_wait(house, 28000);
    assert_screen(house, "unplugged");
    assert_false(router_take_wiped(house->router));
    house_wait(house, 3000);
    assert_screen(house, "attract");
    assert_true(router_take_wiped(house->router));
}

static void plugged_in_again_in_time_nothing_is_lost(void **state)
{
    struct house *house = *state;
    plug(house, true);
    house_tap(house, "continue");
    house_tap(house, "tile-agenda");
    house_tap(house, "session-102");
    plug(house, false);
    house_wait(house, 20000);
    plug(house, true);
    assert_screen(house, "session");
    house_wait(house, 20000);
    assert_screen(house, "session");
}

static void without_headset_one_may_go_on_but_a_stray_touch_does_not(void **state)
{
    struct house *house = *state;
    plug(house, true);
    house_tap(house, "continue");
    house_tap(house, "tile-agenda");
    plug(house, false);
    house_tap(house, "header");
    assert_screen(house, "unplugged");
    house_tap(house, "stay");
    assert_screen(house, "agenda");
    house_wait(house, 40000);
    assert_screen(house, "agenda");
}

static void unplugged_counts_also_for_those_who_take_their_time(void **state)
{
    struct house *house = *state;
    plug(house, true);
    house_tap(house, "continue");
    house_tap(house, "tile-agenda");
    house_wait(house, 91000);
    house_tap(house, "unhurried");
    assert_screen(house, "agenda");
    plug(house, false);
    assert_true(house_shows(house, "s’efface dans 30"));
    house_wait(house, 31000);
    assert_screen(house, "attract");
}

static void nothing_begun_ends_at_once_and_nobody_is_asked(void **state)
{
    struct house *house = *state;
    plug(house, true);
    house_tap(house, "continue");
    assert_screen(house, "home");
    plug(house, false);
    assert_screen(house, "home");
    house_wait(house, 91000);
    assert_screen(house, "attract");
    plug(house, false); /* told twice */
    assert_screen(house, "attract");
}

int main(void)
{
#define HOUSE_TEST(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)
    const struct CMUnitTest tests[] = {
        HOUSE_TEST(plugging_in_explains_the_keys_and_goes_on_from_there),
        HOUSE_TEST(unplugged_the_screen_is_covered_at_once_and_erased_after_a_moment),
        HOUSE_TEST(plugged_in_again_in_time_nothing_is_lost),
        HOUSE_TEST(without_headset_one_may_go_on_but_a_stray_touch_does_not),
        HOUSE_TEST(unplugged_counts_also_for_those_who_take_their_time),
        HOUSE_TEST(nothing_begun_ends_at_once_and_nobody_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
