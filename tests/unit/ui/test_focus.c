/* The focus of the keypad: where it stands, where keys lead it, and what it fires. */
#include "ui/focus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"

enum { DOUBLE_TAP_MS = 300, LATER_MS = 1000 };

static struct ui_focus focus;
static struct ui_view view;
static int64_t now_ms;

static int setup(void **state)
{
    (void)state;
    ui_focus_init(&focus, (struct ui_focus_limits){.double_tap_ms = DOUBLE_TAP_MS});
    view = (struct ui_view){0};
    now_ms = 0;
    return 0;
}

/* A press long after the one before, then the frame after it. */
static struct ui_command press_dir(const struct ui_nodes *nodes, enum ui_press press,
                                   enum ui_dir dir)
{
    now_ms += LATER_MS;
    const struct ui_command command = ui_focus_press(&focus, nodes, dir, &view, press, now_ms);
    (void)ui_focus_settle(&focus, nodes, &view);
    return command;
}

static struct ui_command press(const struct ui_nodes *nodes, enum ui_press key)
{
    return press_dir(nodes, key, UI_LTR);
}

/* Title, back, three in a row of which one is off, two keys side by side. */
#define NODE(ID, ROLE, VERB, STATE, X, Y)                                                          \
    {                                                                                              \
        .id = ID, .name = ID, .role = ROLE, .command = {VERB, 0}, .state = STATE,                  \
        .rect = {X, Y, 90, 90}, .hit = {                                                           \
            X,                                                                                     \
            Y,                                                                                     \
            (STATE) ? 0 : 90,                                                                      \
            (STATE) ? 0 : 90                                                                       \
        }                                                                                          \
    }
static struct ui_node items[] = {
    NODE("back", UI_ROLE_BUTTON, 1, 0, 0, 0),
    NODE("title", UI_ROLE_TITLE, 0, 0, 0, 100),
    NODE("a", UI_ROLE_BUTTON, 2, 0, 0, 200),
    NODE("off", UI_ROLE_BUTTON, 3, UI_STATE_DISABLED, 100, 200),
    NODE("b", UI_ROLE_BUTTON, 4, 0, 200, 200),
    NODE("k", UI_ROLE_KEY, 5, 0, 0, 300),
    NODE("l", UI_ROLE_KEY, 6, 0, 100, 300),
    NODE("text", UI_ROLE_TEXT, 0, 0, 200, 300),
    NODE("home", UI_ROLE_BUTTON, 7, 0, 0, 400),
};
static const struct ui_nodes nodes = {items, ARRAY_LEN(items), 1};

static void the_first_key_shows_the_first_control_after_the_title_and_fires_nothing(void **state)
{
    (void)state;
    (void)ui_focus_settle(&focus, &nodes, &view);
    assert_string_equal(view.focused, "");
    assert_int_equal(press(&nodes, UI_PRESS_SELECT).verb, 0);
    assert_string_equal(view.focused, "a");
    assert_int_equal(press(&nodes, UI_PRESS_SELECT).verb, 2);
}

static void a_touch_takes_the_ring_away(void **state)
{
    (void)state;
    (void)press(&nodes, UI_PRESS_NEXT);
    ui_focus_hide(&focus);
    assert_true(ui_focus_settle(&focus, &nodes, &view));
    assert_string_equal(view.focused, "");
    assert_false(ui_focus_settle(&focus, &nodes, &view));
}

static void next_and_back_go_round_in_reading_order_past_what_is_off(void **state)
{
    (void)state;
    static const char *const order[] = {"a", "b", "k", "l", "home", "back", "a"};
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        (void)press(&nodes, UI_PRESS_NEXT);
        assert_string_equal(view.focused, order[i]);
    }
    for (size_t i = ARRAY_LEN(order) - 1; i-- > 0;) {
        (void)press(&nodes, UI_PRESS_BACK);
        assert_string_equal(view.focused, order[i]);
    }
}

static void while_texts_are_read_they_are_stops_as_well(void **state)
{
    (void)state;
    static const char *const order[] = {"a", "off", "b", "k", "l", "text", "home", "back", "title"};
    focus.is_reading = true;
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        (void)press(&nodes, UI_PRESS_NEXT);
        assert_string_equal(view.focused, order[i]);
    }
    assert_int_equal(press(&nodes, UI_PRESS_SELECT).verb, 0);
}

static void up_and_down_go_to_the_line_above_and_below(void **state)
{
    (void)state;
    (void)press(&nodes, UI_PRESS_NEXT);
    (void)press(&nodes, UI_PRESS_NEXT);
    assert_string_equal(view.focused, "b");
    (void)press(&nodes, UI_PRESS_DOWN);
    assert_string_equal(view.focused, "l");
    (void)press(&nodes, UI_PRESS_DOWN);
    assert_string_equal(view.focused, "home");
    (void)press(&nodes, UI_PRESS_DOWN); /* and round */
    assert_string_equal(view.focused, "back");
    (void)press(&nodes, UI_PRESS_UP);
    assert_string_equal(view.focused, "home");
    (void)press(&nodes, UI_PRESS_UP);
    assert_string_equal(view.focused, "k");
    (void)press(&nodes, UI_PRESS_UP);
    assert_string_equal(view.focused, "a");
}

static void arrows_follow_the_direction_of_reading_but_not_on_a_keyboard(void **state)
{
    (void)state;
    (void)press(&nodes, UI_PRESS_NEXT);
    (void)press_dir(&nodes, UI_PRESS_LEFT, UI_RTL);
    assert_string_equal(view.focused, "b");
    (void)press_dir(&nodes, UI_PRESS_RIGHT, UI_RTL);
    assert_string_equal(view.focused, "a");
    (void)press_dir(&nodes, UI_PRESS_RIGHT, UI_LTR);
    assert_string_equal(view.focused, "b");
    (void)press_dir(&nodes, UI_PRESS_NEXT, UI_RTL);
    assert_string_equal(view.focused, "k");
    (void)press_dir(&nodes, UI_PRESS_RIGHT, UI_RTL);
    assert_string_equal(view.focused, "l");
}

static void back_and_home_have_keys_of_their_own(void **state)
{
    (void)state;
    assert_int_equal(press(&nodes, UI_PRESS_LEAVE).verb, 1);
    assert_int_equal(press(&nodes, UI_PRESS_HOME).verb, 7);
    const struct ui_nodes bare = {items + 2, 2, 1};
    assert_int_equal(press(&bare, UI_PRESS_LEAVE).verb, 0);
}

static void what_goes_out_of_use_keeps_the_focus_and_what_is_gone_loses_it(void **state)
{
    (void)state;
    (void)press(&nodes, UI_PRESS_NEXT);
    (void)press(&nodes, UI_PRESS_NEXT);
    items[4].state = UI_STATE_DISABLED;
    items[4].hit = (struct ui_rect){0};
    (void)ui_focus_settle(&focus, &nodes, &view);
    assert_string_equal(view.focused, "b");
    assert_int_equal(press(&nodes, UI_PRESS_SELECT).verb, 0);
    items[4].state = 0;
    items[4].hit = items[4].rect;
    const struct ui_nodes fewer = {items, 4, 1};
    (void)ui_focus_settle(&focus, &fewer, &view);
    assert_string_equal(view.focused, "a");
}

static void another_question_on_the_same_screen_begins_at_its_start(void **state)
{
    (void)state;
    (void)press(&nodes, UI_PRESS_NEXT);
    (void)press(&nodes, UI_PRESS_NEXT);
    items[1].name = "another title"; /* by itself, as when time passes: nothing moves */
    (void)ui_focus_settle(&focus, &nodes, &view);
    assert_string_equal(view.focused, "b");
    (void)ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_SELECT, now_ms += LATER_MS);
    items[1].name = "the next question";
    (void)ui_focus_settle(&focus, &nodes, &view);
    assert_string_equal(view.focused, "a");
    (void)press(&nodes, UI_PRESS_NEXT);
    (void)ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_SELECT, now_ms += LATER_MS);
    items[1].name = "title"; /* of another screen, come back to */
    const struct ui_nodes other = {items, ARRAY_LEN(items), 2};
    (void)ui_focus_settle(&focus, &other, &view);
    assert_string_equal(view.focused, "b");
}

static void a_trembling_hand_selects_once(void **state)
{
    (void)state;
    (void)press(&nodes, UI_PRESS_NEXT);
    assert_int_equal(ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_SELECT, 9000).verb, 2);
    assert_int_equal(
        ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_SELECT, 9000 + DOUBLE_TAP_MS).verb,
        0);
    assert_int_equal(
        ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_SELECT, 9000 + DOUBLE_TAP_MS + 1)
            .verb,
        2);
}

static void a_key_struck_twice_moves_once_where_the_house_wants_it_so(void **state)
{
    (void)state;
    ui_focus_init(&focus, (struct ui_focus_limits){.double_press_ms = 500});
    (void)press(&nodes, UI_PRESS_NEXT);
    (void)ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_NEXT, now_ms + 499);
    assert_string_equal(view.focused, "a");
    (void)ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_DOWN, now_ms + 500);
    assert_string_equal(view.focused, "k");
    (void)ui_focus_press(&focus, &nodes, UI_LTR, &view, UI_PRESS_NEXT, now_ms + 501);
    assert_string_equal(view.focused, "l");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(
            the_first_key_shows_the_first_control_after_the_title_and_fires_nothing, setup),
        cmocka_unit_test_setup(a_touch_takes_the_ring_away, setup),
        cmocka_unit_test_setup(next_and_back_go_round_in_reading_order_past_what_is_off, setup),
        cmocka_unit_test_setup(while_texts_are_read_they_are_stops_as_well, setup),
        cmocka_unit_test_setup(up_and_down_go_to_the_line_above_and_below, setup),
        cmocka_unit_test_setup(arrows_follow_the_direction_of_reading_but_not_on_a_keyboard, setup),
        cmocka_unit_test_setup(back_and_home_have_keys_of_their_own, setup),
        cmocka_unit_test_setup(what_goes_out_of_use_keeps_the_focus_and_what_is_gone_loses_it,
                               setup),
        cmocka_unit_test_setup(another_question_on_the_same_screen_begins_at_its_start, setup),
        cmocka_unit_test_setup(a_trembling_hand_selects_once, setup),
        cmocka_unit_test_setup(a_key_struck_twice_moves_once_where_the_house_wants_it_so, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
