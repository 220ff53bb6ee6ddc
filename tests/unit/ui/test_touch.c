/* Fingers on two buttons, a key and a step, and on a list that scrolls. */
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

static void test_arms_on_down_and_acts_on_up(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    assert_true(last.is_press_changed);
    assert_string_equal(ui_touch_pressed(&touch), "a");
    assert_string_equal(fired, "");
    up(1, ON_A, 60);
    assert_true(last.is_press_changed);
    assert_string_equal(ui_touch_pressed(&touch), "");
    assert_string_equal(fired, "A");
}

static void test_a_touch_on_nothing_or_on_a_disabled_button_fires_nothing(void **state)
{
    (void)state;
    tap(ON_NOTHING, 0);
    assert_false(last.is_press_changed);
    tap(ON_DISABLED, 1000);
    assert_string_equal(fired, "");
}

static void test_the_button_on_top_wins(void **state)
{
    (void)state;
    const struct ui_node stack[] = {
        BUTTON("under", UI_ROLE_BUTTON, A, 0),
        BUTTON("over", UI_ROLE_BUTTON, B, 0),
    };
    shown.items = stack;
    shown.count = ARRAY_LEN(stack);
    tap(ON_A, 0);
    assert_string_equal(fired, "B");
}

static void test_slide_off_fires_nothing_even_when_the_finger_comes_back(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    feed(UI_TOUCH_MOVE, 1, ON_B, 50, 20);
    assert_true(last.is_press_changed);
    assert_string_equal(ui_touch_pressed(&touch), "");
    feed(UI_TOUCH_MOVE, 1, ON_A, 50, 40);
    up(1, ON_A, 60);
    down(1, ON_A, 500);
    up(1, ON_B, 560);
    assert_string_equal(fired, "");
}

static void test_a_finger_may_tremble_within_its_button(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    feed(UI_TOUCH_MOVE, 1, ON_A + 40, 90, 20);
    assert_false(last.is_press_changed);
    up(1, ON_A - 40, 60);
    assert_string_equal(fired, "A");
}

static void test_a_cancelled_touch_fires_nothing(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    feed(UI_TOUCH_CANCEL, 1, ON_A, 50, 20);
    assert_true(last.is_press_changed);
    up(1, ON_A, 60);
    assert_string_equal(fired, "");
}

static void test_nothing_fires_if_the_screen_changed_in_between(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    serial = 2; /* changed, not presented yet */
    up(1, ON_A, 60);
    assert_true(last.is_press_changed);
    assert_string_equal(fired, "");

    tap(ON_A, 100); /* still sees the old screen */
    assert_string_equal(fired, "");

    down(1, ON_A, 200);
    shown.screen_serial = 2; /* presented under the finger */
    up(1, ON_A, 260);
    assert_string_equal(fired, "");
    tap(ON_A, 300);
    assert_string_equal(fired, "A");
}

static void test_nothing_fires_if_the_button_now_means_something_else(void **state)
{
    (void)state;
    const struct ui_node changed = {
        .id = "a", .role = UI_ROLE_BUTTON, .command = {A, 5}, .hit = {0, 0, 100, 100}};
    down(1, ON_A, 0);
    shown.items = &changed;
    shown.count = 1;
    up(1, ON_A, 60);
    assert_string_equal(fired, "");
}

static void test_the_wake_up_touch_is_swallowed_until_fingers_are_up_and_400_ms_passed(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    ui_touch_swallow(&touch, 0);
    assert_string_equal(ui_touch_pressed(&touch), "");
    down(2, ON_B, 50);
    up(1, ON_A, 600);
    up(2, ON_B, 1000); /* only now are all up */
    tap(ON_A, 1300);   /* the impatient second tap */
    assert_string_equal(fired, "");
    tap(ON_A, 1400);
    assert_string_equal(fired, "A");
}

static void test_waking_by_key_or_card_swallows_for_400_ms(void **state)
{
    (void)state;
    ui_touch_swallow(&touch, 1000);
    tap(ON_A, 1399);
    assert_string_equal(fired, "");
    tap(ON_B, 1400);
    assert_string_equal(fired, "B");
}

static void test_a_swallowed_finger_still_down_keeps_the_screen_quiet(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    ui_touch_swallow(&touch, 0);
    down(2, ON_B, 900);
    up(2, ON_B, 960);
    assert_string_equal(fired, "");
    /* Its lift was lost: the quiet time begins when it is given up. */
    assert_false(ui_touch_tick(&touch, UI_TOUCH_LOST_MS));
    tap(ON_B, UI_TOUCH_LOST_MS + UI_TOUCH_WAKE_MS);
    assert_string_equal(fired, "B");
}

static void test_repeats_on_one_command_within_300_ms_count_once(void **state)
{
    (void)state;
    tap(ON_A, 0);
    tap(ON_A, 150);
    tap(ON_A, 300);
    assert_string_equal(fired, "A");
    tap(ON_A, 301); /* what was not counted does not prolong */
    assert_string_equal(fired, "AA");
}

static void test_keys_and_steps_repeat_after_80_ms(void **state)
{
    (void)state;
    tap(ON_KEY, 0);
    tap(ON_KEY, 80);
    tap(ON_KEY, 120);
    tap(ON_STEP, 1000);
    tap(ON_STEP, 1080);
    tap(ON_STEP, 1120);
    assert_string_equal(fired, "LLSS");
}

static void test_two_full_taps_in_one_poll_both_fire(void **state)
{
    (void)state;
    tap(ON_A, 7);
    tap(ON_B, 7);
    assert_string_equal(fired, "AB");
}

static void test_a_b_b_a_a_b_fires_a_b_b_a_a_b(void **state)
{
    (void)state;
    static const int places[] = {ON_A, ON_B, ON_B, ON_A, ON_A, ON_B};
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        down(1, places[i], (int64_t)i * 350);
        up(1, places[i], (int64_t)i * 350 + 50);
    }
    assert_string_equal(fired, "ABBAAB");
}

static void test_a_tap_in_a_list_fires(void **state)
{
    (void)state;
    feed(UI_TOUCH_DOWN, 1, 50, 350, 0);
    feed(UI_TOUCH_MOVE, 1, 50, 360, 20); /* 4 mm are not more than 4 mm */
    feed(UI_TOUCH_UP, 1, 50, 360, 40);
    assert_string_equal(fired, "R");
}

static void test_a_drag_in_a_list_scrolls_and_never_fires(void **state)
{
    (void)state;
    feed(UI_TOUCH_DOWN, 1, 50, 350, 0);
    assert_string_equal(ui_touch_pressed(&touch), "row");
    feed(UI_TOUCH_MOVE, 1, 50, 339, 20);
    assert_int_equal(last.act, UI_TOUCH_SCROLL);
    assert_int_equal(last.command.verb, LIST);
    assert_int_equal(last.dy_px, -11); /* the list stays under the finger */
    assert_true(touch.is_dragging);
    assert_true(last.is_press_changed);
    feed(UI_TOUCH_MOVE, 1, 60, 339, 30);
    assert_int_equal(last.act, UI_TOUCH_NOTHING);
    feed(UI_TOUCH_MOVE, 1, 50, 350, 40);
    assert_int_equal(last.dy_px, 11);
    feed(UI_TOUCH_UP, 1, 50, 355, 60);
    assert_int_equal(last.act, UI_TOUCH_SCROLL);
    assert_int_equal(last.dy_px, 5);
    assert_false(touch.is_dragging);
    assert_string_equal(fired, "");
}

static void test_a_drag_may_start_between_the_buttons_and_leave_the_list(void **state)
{
    (void)state;
    feed(UI_TOUCH_DOWN, 1, 50, 250, 0);
    feed(UI_TOUCH_MOVE, 1, 50, 100, 20);
    assert_int_equal(last.act, UI_TOUCH_SCROLL);
    assert_int_equal(last.dy_px, -150);
}

static void test_a_drag_elsewhere_scrolls_nothing(void **state)
{
    (void)state;
    down(1, ON_A, 0);
    feed(UI_TOUCH_MOVE, 1, 50, 350, 20);
    feed(UI_TOUCH_UP, 1, 50, 350, 40);
    assert_int_equal(last.act, UI_TOUCH_NOTHING);
}

static void test_a_drag_ends_with_its_screen(void **state)
{
    (void)state;
    feed(UI_TOUCH_DOWN, 1, 50, 350, 0);
    feed(UI_TOUCH_MOVE, 1, 50, 300, 20);
    serial = 2;
    feed(UI_TOUCH_MOVE, 1, 50, 250, 40);
    assert_int_equal(last.act, UI_TOUCH_NOTHING);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, setup)
    const struct CMUnitTest tests[] = {
        TEST(test_arms_on_down_and_acts_on_up),
        TEST(test_a_touch_on_nothing_or_on_a_disabled_button_fires_nothing),
        TEST(test_the_button_on_top_wins),
        TEST(test_slide_off_fires_nothing_even_when_the_finger_comes_back),
        TEST(test_a_finger_may_tremble_within_its_button),
        TEST(test_a_cancelled_touch_fires_nothing),
        TEST(test_nothing_fires_if_the_screen_changed_in_between),
        TEST(test_nothing_fires_if_the_button_now_means_something_else),
        TEST(test_the_wake_up_touch_is_swallowed_until_fingers_are_up_and_400_ms_passed),
        TEST(test_waking_by_key_or_card_swallows_for_400_ms),
        TEST(test_a_swallowed_finger_still_down_keeps_the_screen_quiet),
        TEST(test_repeats_on_one_command_within_300_ms_count_once),
        TEST(test_keys_and_steps_repeat_after_80_ms),
        TEST(test_two_full_taps_in_one_poll_both_fire),
        TEST(test_a_b_b_a_a_b_fires_a_b_b_a_a_b),
        TEST(test_a_tap_in_a_list_fires),
        TEST(test_a_drag_in_a_list_scrolls_and_never_fires),
        TEST(test_a_drag_may_start_between_the_buttons_and_leave_the_list),
        TEST(test_a_drag_elsewhere_scrolls_nothing),
        TEST(test_a_drag_ends_with_its_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
