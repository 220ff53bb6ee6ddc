/* What is no single finger of a person: hands that lean, lost lifts, dirt, water. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support_touch.h"

static int setup(void **state)
{
    (void)state;
    touch_setup();
    return 0;
}

static void test_other_fingers_are_ignored(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    down(2, ON_B, 10);
    feed(UI_TOUCH_MOVE, 2, ON_A, 50, 20);
    up(2, ON_B, 30);
    assert_string_equal(ui_touch_pressed(&touch), "a");
    up(1, ON_A, 60);
    assert_string_equal(fired, "A");
}

static void test_a_resting_palm_does_not_block_the_next_finger(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    down(2, ON_NOTHING, 10);
    up(1, ON_A, 60);
    down(3, ON_B, 500);
    up(3, ON_B, 560);
    assert_string_equal(fired, "AB");
}

static void test_more_fingers_than_hands_have_fire_nothing(void **state)
{
    (void)state;
    for (int finger = 1; finger <= 3 * UI_TOUCH_FINGERS; finger++) {
        down(finger, ON_A, finger);
    }
    for (int finger = 3 * UI_TOUCH_FINGERS; finger > 0; finger--) {
        up(finger, ON_A, 200);
    }
    assert_string_equal(fired, "");
    assert_int_equal(ui_touch_deadline_ms(&touch), -1);
}

static void test_a_palm_fires_nothing_until_all_of_it_is_up(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    down(2, ON_B, 20);
    assert_string_equal(ui_touch_pressed(&touch), "a");
    down(3, ON_NOTHING, 40);
    assert_true(last.is_press_changed);
    assert_string_equal(ui_touch_pressed(&touch), "");
    up(1, ON_A, 300);
    down(4, ON_B, 400); /* the rest of the hand still leans there */
    up(4, ON_B, 460);
    up(2, ON_B, 500);
    up(3, ON_NOTHING, 510);
    assert_string_equal(fired, "");
    assert_false(last.is_noise); /* somebody is there all the same */
    tap(ON_B, 1000);
    assert_string_equal(fired, "B");
}

static void test_a_resting_arm_is_forgotten_and_the_hand_is_heard(void **state)
{
    (void)state;
    for (int finger = 1; finger <= UI_TOUCH_PALM_FINGERS; finger++) {
        down(finger, ON_NOTHING + finger, 0);
    }
    for (int64_t at_ms = 1000; at_ms <= UI_TOUCH_STUCK_MS; at_ms += 1000) {
        for (int finger = 1; finger <= UI_TOUCH_PALM_FINGERS; finger++) {
            feed(UI_TOUCH_MOVE, finger, ON_NOTHING + finger + (int)(at_ms / 1000 % 2), 50, at_ms);
        }
    }
    tap(ON_A, UI_TOUCH_STUCK_MS + 10);
    assert_string_equal(fired, "A");
}

static void test_what_jitters_on_its_spot_is_stuck_and_keeps_nothing_going(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    for (int64_t at_ms = 100; at_ms < UI_TOUCH_STUCK_MS; at_ms += 100) {
        feed(UI_TOUCH_MOVE, 1, ON_A + (int)(at_ms / 100 % 2), 50, at_ms);
        assert_false(last.is_noise);
    }
    assert_int_equal(ui_touch_deadline_ms(&touch), UI_TOUCH_STUCK_MS);
    feed(UI_TOUCH_MOVE, 1, ON_A, 50, UI_TOUCH_STUCK_MS);
    assert_true(last.is_noise && last.is_press_changed);
    assert_string_equal(ui_touch_pressed(&touch), "");
    up(1, ON_A, UI_TOUCH_STUCK_MS + 100);
    assert_true(last.is_noise);
    assert_string_equal(fired, "");
}

static void test_a_long_touch_means_what_a_short_one_does(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    for (int64_t at_ms = 1000; at_ms < UI_TOUCH_STUCK_MS; at_ms += 1000) {
        feed(UI_TOUCH_MOVE, 1, ON_A + 1, 50, at_ms);
        assert_int_equal(last.act, UI_TOUCH_NOTHING);
    }
    up(1, ON_A, UI_TOUCH_STUCK_MS - 1);
    assert_string_equal(fired, "A");
}

static void test_a_second_finger_means_nothing(void **state)
{
    (void)state;
    feed(UI_TOUCH_DOWN, 1, 50, 350, 0);
    feed(UI_TOUCH_DOWN, 2, 50, 250, 10);
    feed(UI_TOUCH_MOVE, 2, 50, 700, 20);
    assert_int_equal(last.act, UI_TOUCH_NOTHING);
    feed(UI_TOUCH_UP, 2, 50, 700, 30);
    assert_int_equal(last.act, UI_TOUCH_NOTHING);
    feed(UI_TOUCH_UP, 1, 50, 350, 40);
    assert_string_equal(fired, "R");
}

static void test_ghost_touches_fire_nothing_until_the_panel_is_calm(void **state)
{
    (void)state;
    static const int places[] = {ON_A, ON_B};
    int64_t at_ms = 0;
    for (int i = 0; i < 40; i++, at_ms += 25) {
        down(1, places[i % 2], at_ms);
        up(1, places[i % 2], at_ms + 5);
        assert_int_equal(last.is_noise, i >= UI_TOUCH_BURST);
    }
    assert_int_equal(strlen(fired), UI_TOUCH_BURST);
    at_ms -= 25; /* of the last one */
    tap(ON_A, at_ms + UI_TOUCH_BURST_MS - 1);
    assert_int_equal(strlen(fired), UI_TOUCH_BURST);
    at_ms += UI_TOUCH_BURST_MS - 1;
    tap(ON_A, at_ms + UI_TOUCH_BURST_MS);
    assert_false(last.is_noise);
    assert_int_equal(strlen(fired), UI_TOUCH_BURST + 1);
}

static void test_the_fastest_typing_is_no_ghost(void **state)
{
    (void)state;
    static const int places[] = {ON_KEY, ON_STEP};
    for (int i = 0; i < 60; i++) {
        down(1, places[i % 2], 70 * i);
        up(1, places[i % 2], 70 * i + 40);
    }
    assert_int_equal(strlen(fired), 60);
}

static void test_a_lost_lift_is_timed_out(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    assert_int_equal(ui_touch_deadline_ms(&touch), UI_TOUCH_LOST_MS);
    assert_false(ui_touch_tick(&touch, UI_TOUCH_LOST_MS - 1));
    assert_true(ui_touch_tick(&touch, UI_TOUCH_LOST_MS));
    assert_string_equal(ui_touch_pressed(&touch), "");
    assert_int_equal(ui_touch_deadline_ms(&touch), -1);
    up(1, ON_A, UI_TOUCH_LOST_MS + 10);
    assert_string_equal(fired, "");
    tap(ON_B, UI_TOUCH_LOST_MS + 20);
    assert_string_equal(fired, "B");
}

static void test_a_finger_that_moves_is_not_lost(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    feed(UI_TOUCH_MOVE, 1, ON_A + 1, 50, 4000);
    up(1, ON_A, 8000);
    assert_string_equal(fired, "A");
}

static void test_a_finger_that_comes_down_twice_lost_its_lift(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    down(1, ON_B, 500);
    assert_string_equal(ui_touch_pressed(&touch), "b");
    up(1, ON_B, 560);
    assert_string_equal(fired, "B");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, setup)
    const struct CMUnitTest tests[] = {
        TEST(test_other_fingers_are_ignored),
        TEST(test_a_resting_palm_does_not_block_the_next_finger),
        TEST(test_more_fingers_than_hands_have_fire_nothing),
        TEST(test_a_palm_fires_nothing_until_all_of_it_is_up),
        TEST(test_a_resting_arm_is_forgotten_and_the_hand_is_heard),
        TEST(test_what_jitters_on_its_spot_is_stuck_and_keeps_nothing_going),
        TEST(test_a_long_touch_means_what_a_short_one_does),
        TEST(test_a_second_finger_means_nothing),
        TEST(test_ghost_touches_fire_nothing_until_the_panel_is_calm),
        TEST(test_the_fastest_typing_is_no_ghost),
        TEST(test_a_lost_lift_is_timed_out),
        TEST(test_a_finger_that_moves_is_not_lost),
        TEST(test_a_finger_that_comes_down_twice_lost_its_lift),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
