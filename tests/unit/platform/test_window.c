/* The window on SDL's dummy driver: surfaces, waiting, being resized. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/clock.h"
#include "platform/window.h"

static struct window *window;

static enum err open_with(int width, int height, int rotation)
{
    const struct window_options options = {"test", width, height, rotation};
    return window_open(&options, &window);
}

static int setup(void **state)
{
    (void)state;
    window = NULL;
    return setenv("SDL_VIDEODRIVER", "dummy", 1);
}

static int teardown(void **state)
{
    (void)state;
    window_close(window);
    return 0;
}

static void drain(void)
{
    struct input_event input;
    while (window_wait(window, 0, &input)) {
    }
}

static SDL_Window *sdl_window(void)
{
    return SDL_GetWindowFromID(1);
}

static void test_at_0_degrees_the_surface_is_the_windows_own(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    assert_ptr_equal(window_surface(window), SDL_GetWindowSurface(sdl_window()));
    assert_int_equal(window_surface(window)->w, 108);
    assert_int_equal(window_surface(window)->h, 192);
    assert_int_equal(window_surface(window)->format->format, SDL_PIXELFORMAT_RGB888);
}

static void test_only_video_is_started(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    assert_int_equal(SDL_WasInit(SDL_INIT_EVERYTHING), SDL_INIT_VIDEO | SDL_INIT_EVENTS);
}

static void test_turned_the_surface_is_upright_and_shown_turned(void **state)
{
    (void)state;
    assert_int_equal(open_with(192, 108, 90), ERR_OK);
    SDL_Surface *upright = window_surface(window);
    assert_int_equal(upright->w, 108);
    assert_int_equal(upright->h, 192);
    const SDL_Rect corner = {0, 0, 10, 5};
    assert_int_equal(SDL_FillRect(upright, NULL, 0xff0000), 0);
    window_present(window, &corner, 1);
    const SDL_Surface *panel = SDL_GetWindowSurface(sdl_window());
    const uint32_t *pixels = panel->pixels;
    assert_int_equal(pixels[191] & 0xffffff, 0xff0000);
    assert_int_equal(pixels[9 * (panel->pitch / 4) + 187] & 0xffffff, 0xff0000);
    assert_int_equal(pixels[186] & 0xffffff, 0); /* not among the changed rectangles */
    assert_int_equal(pixels[10 * (panel->pitch / 4) + 191] & 0xffffff, 0);
}

static void test_rectangles_beyond_the_edges_are_cut(void **state)
{
    (void)state;
    for (int turn = 0; turn < 360; turn += 90) {
        assert_int_equal(open_with(64, 48, turn), ERR_OK);
        SDL_Rect rects[40];
        for (int i = 0; i < 40; i++) {
            rects[i] = (SDL_Rect){i * 4 - 20, i * 4 - 20, 30, 30};
        }
        window_present(window, rects, SDL_arraysize(rects));
        window_close(window);
    }
    window = NULL;
}

static void test_fullscreen_takes_the_display_and_hides_the_pointer(void **state)
{
    (void)state;
    assert_int_equal(open_with(0, 0, 0), ERR_OK);
    SDL_Rect bounds;
    assert_int_equal(SDL_GetDisplayBounds(0, &bounds), 0);
    assert_int_equal(window_surface(window)->w, bounds.w);
    assert_int_equal(window_surface(window)->h, bounds.h);
    assert_int_equal(SDL_ShowCursor(SDL_QUERY), SDL_DISABLE);
}

static void test_waiting_ends_with_its_time_or_the_next_event(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    drain();
    struct input_event input;
    assert_false(window_wait(window, 5, &input));
    SDL_Event event = {
        .button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 3, .y = 4}};
    assert_int_equal(SDL_PushEvent(&event), 1);
    assert_true(window_wait(window, -1, &input));
    assert_int_equal(input.kind, INPUT_DOWN);
    assert_int_equal(input.x, 3);
}

static void test_an_event_handled_late_keeps_the_time_of_its_arrival(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    drain();
    clock_freeze_at(0);
    const int64_t arrived_ms = clock_mono_ms();
    SDL_Event event = {.type = SDL_QUIT};
    assert_int_equal(SDL_PushEvent(&event), 1);
    clock_advance_ms(500);
    struct input_event input;
    assert_true(window_wait(window, 0, &input));
    assert_int_equal(input.kind, INPUT_QUIT);
    assert_int_equal(input.at_ms, arrived_ms);
}

static void test_what_the_program_does_not_want_does_not_prolong_the_wait(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    drain();
    SDL_Event event = {.type = SDL_USEREVENT};
    assert_int_equal(SDL_PushEvent(&event), 1);
    struct input_event input;
    assert_false(window_wait(window, 5, &input));
}

static void test_a_resized_window_has_another_surface_and_says_so(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 270), ERR_OK);
    drain();
    SDL_SetWindowSize(sdl_window(), 300, 200);
    struct input_event input;
    assert_true(window_wait(window, 100, &input));
    assert_int_equal(input.kind, INPUT_RESIZED);
    assert_int_equal(window_surface(window)->w, 200);
    assert_int_equal(window_surface(window)->h, 300);
}

static void test_a_surface_lost_while_presenting_is_taken_anew(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    drain();
    SDL_SetWindowSize(sdl_window(), 300, 200); /* its event is still in the queue */
    const SDL_Rect rect = {0, 0, 10, 10};
    window_present(window, &rect, 1);
    assert_int_equal(window_surface(window)->w, 300);
    struct input_event input;
    assert_true(window_wait(window, 0, &input));
    assert_int_equal(input.kind, INPUT_RESIZED);
}

static void test_an_uncovered_window_shows_itself_again_unasked(void **state)
{
    (void)state;
    assert_int_equal(open_with(108, 192, 0), ERR_OK);
    drain();
    SDL_Event event = {
        .window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_EXPOSED, .windowID = 1}};
    assert_int_equal(SDL_PushEvent(&event), 1);
    struct input_event input;
    assert_false(window_wait(window, 0, &input));
}

static void test_without_a_display_it_refuses_to_start(void **state)
{
    (void)state;
    assert_int_equal(setenv("SDL_VIDEODRIVER", "none-such", 1), 0);
    assert_int_equal(open_with(108, 192, 0), ERR_NOT_FOUND);
    assert_null(window);
    assert_int_equal(unsetenv("SDL_VIDEODRIVER"), 0);
    assert_int_equal(unsetenv("DISPLAY"), 0);
    assert_int_equal(open_with(108, 192, 0), ERR_NOT_FOUND);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_at_0_degrees_the_surface_is_the_windows_own),
        TEST(test_only_video_is_started),
        TEST(test_turned_the_surface_is_upright_and_shown_turned),
        TEST(test_rectangles_beyond_the_edges_are_cut),
        TEST(test_fullscreen_takes_the_display_and_hides_the_pointer),
        TEST(test_waiting_ends_with_its_time_or_the_next_event),
        TEST(test_what_the_program_does_not_want_does_not_prolong_the_wait),
        TEST(test_a_resized_window_has_another_surface_and_says_so),
        TEST(test_a_surface_lost_while_presenting_is_taken_anew),
        TEST(test_an_uncovered_window_shows_itself_again_unasked),
        TEST(test_without_a_display_it_refuses_to_start),
        TEST(test_an_event_handled_late_keeps_the_time_of_its_arrival), /* last: it stops the clock
                                                                         */
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
