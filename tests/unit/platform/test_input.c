/* What SDL says, in the program's words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "platform/input.h"
#include "platform/scanner.h"

static struct rotation rotation;
static struct input_event input;

static int setup(void **state)
{
    (void)state;
    rotation = (struct rotation){0, 1000, 500};
    return 0;
}

static bool translate(SDL_Event event)
{
    return input_translate(&event, &rotation, &input);
}

static SDL_Event finger(Uint32 type, float x, float y)
{
    return (SDL_Event){.tfinger = {.type = type, .fingerId = 77, .x = x, .y = y}};
}

static SDL_Event button(Uint32 type, Uint8 which, int x, int y)
{
    return (SDL_Event){.button = {.type = type, .button = which, .x = x, .y = y}};
}

static SDL_Event key(SDL_Keycode code, SDL_Scancode scancode, Uint16 mod)
{
    return (SDL_Event){
        .key = {.type = SDL_KEYDOWN, .keysym = {.sym = code, .scancode = scancode, .mod = mod}}};
}

static void assert_place(enum input_kind kind, int64_t who, int x, int y)
{
    assert_int_equal(input.kind, kind);
    assert_int_equal(input.finger, who);
    assert_int_equal(input.x, x);
    assert_int_equal(input.y, y);
}

static void test_fingers_come_in_pixels(void **state)
{
    (void)state;
    assert_true(translate(finger(SDL_FINGERDOWN, 0.25f, 0.5f)));
    assert_place(INPUT_DOWN, 77, 250, 250);
    assert_true(translate(finger(SDL_FINGERMOTION, 0.0f, 0.0f)));
    assert_place(INPUT_MOVE, 77, 0, 0);
    assert_true(translate(finger(SDL_FINGERUP, 1.0f, 1.0f)));
    assert_place(INPUT_UP, 77, 999, 499);
}

static void test_fingers_and_mouse_come_turned_upright(void **state)
{
    (void)state;
    rotation.degrees = 90;
    assert_true(translate(finger(SDL_FINGERDOWN, 1.0f, 0.0f)));
    assert_place(INPUT_DOWN, 77, 0, 0);
    assert_true(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 499)));
    assert_place(INPUT_DOWN, INPUT_MOUSE_FINGER, 499, 999);
}

static void test_the_left_button_is_a_finger_of_its_own(void **state)
{
    (void)state;
    assert_true(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 20)));
    assert_place(INPUT_DOWN, INPUT_MOUSE_FINGER, 10, 20);
    assert_true(translate(button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, -5, 900)));
    assert_place(INPUT_UP, INPUT_MOUSE_FINGER, 0, 499);
    assert_false(translate(button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 10, 20)));
}

static void test_the_mouse_moves_as_a_finger_only_while_pressed(void **state)
{
    (void)state;
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .x = 3, .y = 4}};
    assert_false(translate(event));
    event.motion.state = SDL_BUTTON_LMASK;
    assert_true(translate(event));
    assert_place(INPUT_MOVE, INPUT_MOUSE_FINGER, 3, 4);
}

static void test_losing_the_focus_cancels_the_mouse(void **state)
{
    (void)state;
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}};
    assert_true(translate(event));
    assert_place(INPUT_CANCEL, INPUT_MOUSE_FINGER, 0, 0);
    event.window.event = SDL_WINDOWEVENT_ENTER;
    assert_false(translate(event));
}

static void test_keys_have_names_and_places(void **state)
{
    (void)state;
    assert_true(translate(key(SDLK_RETURN, SDL_SCANCODE_RETURN, 0)));
    assert_int_equal(input.kind, INPUT_KEY);
    assert_string_equal(input.key, "Return");
    assert_int_equal(input.scancode, scanner_scancode('\n'));
    assert_true(translate(key(SDLK_F13, SDL_SCANCODE_F13, 0)));
    assert_string_equal(input.key, "F13");
    assert_true(translate(key(SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LSHIFT)));
    assert_string_equal(input.key, "BackTab");
    assert_true(translate(key(SDLK_TAB, SDL_SCANCODE_TAB, 0)));
    assert_string_equal(input.key, "Tab");
    assert_true(translate(key(SDLK_q, SDL_SCANCODE_A, 0))); /* a French keyboard */
    assert_string_equal(input.key, "q");
    assert_int_equal(input.scancode, scanner_scancode('A'));
    assert_true(translate(key(SDLK_VOLUMEUP, SDL_SCANCODE_VOLUMEUP, 0)));
    assert_null(input.key);
    SDL_Event up = key(SDLK_a, SDL_SCANCODE_A, 0);
    up.type = SDL_KEYUP;
    assert_false(translate(up));
}

static void test_scancodes_are_those_that_the_scanner_reads(void **state)
{
    (void)state;
    assert_int_equal(scanner_scancode('A'), SDL_SCANCODE_A);
    assert_int_equal(scanner_scancode('Z'), SDL_SCANCODE_Z);
    assert_int_equal(scanner_scancode('1'), SDL_SCANCODE_1);
    assert_int_equal(scanner_scancode('0'), SDL_SCANCODE_0);
    assert_int_equal(scanner_scancode('\n'), SDL_SCANCODE_RETURN);
}

static void test_control_keys_are_marked_but_altgr_is_not(void **state)
{
    (void)state;
    assert_true(translate(key(SDLK_c, SDL_SCANCODE_C, KMOD_LCTRL)));
    assert_true(input.has_control);
    assert_true(translate(key(SDLK_0, SDL_SCANCODE_0, KMOD_RALT)));
    assert_false(input.has_control);
    assert_true(translate(key(SDLK_c, SDL_SCANCODE_C, KMOD_LSHIFT)));
    assert_false(input.has_control);
}

static void test_repeats_are_marked(void **state)
{
    (void)state;
    SDL_Event event = key(SDLK_c, SDL_SCANCODE_C, 0);
    assert_true(translate(event));
    assert_false(input.is_repeat);
    event.key.repeat = 1;
    assert_true(translate(event));
    assert_true(input.is_repeat);
}

static void test_key_names_are_known_to_scripts(void **state)
{
    (void)state;
    static const char *const names[] = {"Return", "Escape", "BackSpace", "F1", "F24", "a", "9"};
    for (size_t i = 0; i < SDL_arraysize(names); i++) {
        assert_string_equal(input_key_find(names[i]), names[i]);
    }
    assert_string_equal(input_key_find("BackTab"), "BackTab");
    assert_null(input_key_find("return"));
    assert_null(input_key_find("F25"));
}

static void test_text_and_quit_are_passed_on(void **state)
{
    (void)state;
    assert_true(translate((SDL_Event){.text = {.type = SDL_TEXTINPUT, .text = "é"}}));
    assert_int_equal(input.kind, INPUT_TEXT);
    assert_string_equal(input.text, "é");
    assert_false(translate((SDL_Event){.text = {.type = SDL_TEXTINPUT, .text = ""}}));
    assert_true(translate((SDL_Event){.type = SDL_QUIT}));
    assert_int_equal(input.kind, INPUT_QUIT);
    assert_false(translate((SDL_Event){.type = SDL_CLIPBOARDUPDATE}));
}

static void test_an_event_handled_late_keeps_its_time(void **state)
{
    (void)state;
    SDL_Event event = finger(SDL_FINGERDOWN, 0, 0);
    clock_freeze_at(0);
    clock_advance_ms(5000000000); /* more than a stamp can count */
    const int64_t arrived_ms = clock_mono_ms();
    assert_int_equal(input_stamp(NULL, &event), 1);
    clock_advance_ms(500);
    assert_true(translate(event));
    assert_int_equal(input.at_ms, arrived_ms);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, setup)
    const struct CMUnitTest tests[] = {
        TEST(test_fingers_come_in_pixels),
        TEST(test_fingers_and_mouse_come_turned_upright),
        TEST(test_the_left_button_is_a_finger_of_its_own),
        TEST(test_the_mouse_moves_as_a_finger_only_while_pressed),
        TEST(test_losing_the_focus_cancels_the_mouse),
        TEST(test_keys_have_names_and_places),
        TEST(test_scancodes_are_those_that_the_scanner_reads),
        TEST(test_control_keys_are_marked_but_altgr_is_not),
        TEST(test_repeats_are_marked),
        TEST(test_key_names_are_known_to_scripts),
        TEST(test_text_and_quit_are_passed_on),
        TEST(test_an_event_handled_late_keeps_its_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
