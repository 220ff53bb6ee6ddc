/* The picture turns, and touches come back to where they were meant. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "platform/rotate.h"

enum { PANEL_W = 70, PANEL_H = 50 };

static const int turns[] = {0, 90, 180, 270};

static struct rotation turned(int degrees)
{
    return (struct rotation){degrees, PANEL_W, PANEL_H};
}

static void test_only_quarter_turns_are_valid(void **state)
{
    (void)state;
    assert_true(rotate_is_valid(0) && rotate_is_valid(90));
    assert_true(rotate_is_valid(180) && rotate_is_valid(270));
    assert_false(rotate_is_valid(45) || rotate_is_valid(360) || rotate_is_valid(-90));
}

static void test_on_its_side_width_and_height_change_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < SDL_arraysize(turns); i++) {
        const struct rotation rotation = turned(turns[i]);
        int width = 0;
        int height = 0;
        rotate_size(&rotation, &width, &height);
        assert_int_equal(width, turns[i] % 180 == 0 ? PANEL_W : PANEL_H);
        assert_int_equal(height, turns[i] % 180 == 0 ? PANEL_H : PANEL_W);
    }
}

static void test_the_upper_left_corner_goes_round_clockwise(void **state)
{
    (void)state;
    static const SDL_Point corners[] = {
        {0, 0}, {PANEL_W - 1, 0}, {PANEL_W - 1, PANEL_H - 1}, {0, PANEL_H - 1}};
    for (size_t i = 0; i < SDL_arraysize(turns); i++) {
        const struct rotation rotation = turned(turns[i]);
        const SDL_Rect corner = rotate_to_panel(&rotation, (SDL_Rect){0, 0, 1, 1});
        assert_int_equal(corner.x, corners[i].x);
        assert_int_equal(corner.y, corners[i].y);
        const SDL_Point back = rotate_to_upright(&rotation, corners[i]);
        assert_int_equal(back.x, 0);
        assert_int_equal(back.y, 0);
    }
}

static void test_a_rectangle_keeps_its_corners(void **state)
{
    (void)state;
    static const SDL_Rect expected[] = {{3, 5, 10, 20},
                                        {PANEL_W - 5 - 20, 3, 20, 10},
                                        {PANEL_W - 3 - 10, PANEL_H - 5 - 20, 10, 20},
                                        {5, PANEL_H - 3 - 10, 20, 10}};
    for (size_t i = 0; i < SDL_arraysize(turns); i++) {
        const struct rotation rotation = turned(turns[i]);
        const SDL_Rect rect = rotate_to_panel(&rotation, (SDL_Rect){3, 5, 10, 20});
        assert_true(SDL_RectEquals(&rect, &expected[i]));
    }
}

static void test_every_copied_pixel_is_found_where_a_touch_says(void **state)
{
    (void)state;
    static uint32_t upright[PANEL_W * PANEL_H];
    static uint32_t panel[PANEL_W * PANEL_H];
    for (uint32_t i = 0; i < PANEL_W * PANEL_H; i++) {
        upright[i] = i + 1;
    }
    for (size_t i = 0; i < SDL_arraysize(turns); i++) {
        const struct rotation rotation = turned(turns[i]);
        int width = 0;
        int height = 0;
        rotate_size(&rotation, &width, &height);
        SDL_memset(panel, 0, sizeof(panel));
        const SDL_Rect part = {2, 1, width - 5, height - 3};
        rotate_copy(&rotation, upright, width * 4, panel, PANEL_W * 4, part);
        for (int y = 0; y < PANEL_H; y++) {
            for (int x = 0; x < PANEL_W; x++) {
                const SDL_Point at = rotate_to_upright(&rotation, (SDL_Point){x, y});
                const uint32_t wanted =
                    SDL_PointInRect(&at, &part) ? upright[at.y * width + at.x] : 0;
                assert_int_equal(panel[y * PANEL_W + x], wanted);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_quarter_turns_are_valid),
        cmocka_unit_test(test_on_its_side_width_and_height_change_places),
        cmocka_unit_test(test_the_upper_left_corner_goes_round_clockwise),
        cmocka_unit_test(test_a_rectangle_keeps_its_corners),
        cmocka_unit_test(test_every_copied_pixel_is_found_where_a_touch_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
