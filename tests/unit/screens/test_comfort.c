/* Comfort: at once, on any screen, and for this visit alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "support_house.h"

static void what_is_chosen_shows_at_once_and_stays_on_other_screens(void **state)
{
    struct house *house = *state;
    house_tap(house, "comfort");
    const int before_px = ui_node_find(router_nodes(house->router), "header")->font_px;
    house_tap(house, "size-200");
    house_tap(house, "contrast-high");
    const struct ui_theme *theme = ui_stage_theme(house->stage);
    assert_true(theme->text_scale == 2.0);
    assert_int_equal(theme->contrast, UI_HIGH_CONTRAST);
    const int px = ui_node_find(router_nodes(house->router), "header")->font_px;
    assert_in_range(px, 2 * before_px - 1, 2 * before_px);
    house_tap(house, "back");
    assert_string_equal(router_screen(house->router), "home");
    assert_true(ui_stage_theme(house->stage)->text_scale == 2.0);
}

static void comfort_ends_with_the_visit(void **state)
{
    struct house *house = *state;
    house_tap(house, "comfort");
    house_tap(house, "size-160");
    house_tap(house, "reach-low");
    assert_true(ui_stage_theme(house->stage)->low_mm > 0);
    house_wait(house, 300000);
    assert_string_equal(router_screen(house->router), "attract");
    const struct ui_theme *theme = ui_stage_theme(house->stage);
    assert_true(theme->text_scale == 1.0);
    assert_int_equal(theme->low_mm, 0);
}

static void within_reach_nothing_that_is_touched_stands_higher_than_300_mm(void **state)
{
    struct house *house = *state;
    house_tap(house, "comfort");
    house_tap(house, "reach-low");
    house_tap(house, "back");
    const struct ui_frame *frame = router_frame(house->router);
    const int reach = frame->height_px - theme_px(ui_stage_theme(house->stage), UI_LOW_MM);
    int targets = 0;
    for (size_t i = 0; i < frame->nodes.count; i++) {
        const struct ui_rect hit = frame->nodes.items[i].hit;
        assert_true(hit.h == 0 || hit.y >= reach);
        targets += hit.h > 0 ? 1 : 0;
    }
    assert_true(targets > 6);
}

static void a_typeface_that_is_missing_leaves_the_one_before(void **state)
{
    struct house *house = *state;
    struct ui_theme theme = *ui_stage_theme(house->stage);
    theme.font_dir = "/nonexistent";
    theme.typeface = UI_ANDIKA;
    assert_int_equal(ui_stage_set_theme(house->stage, &theme), ERR_MISSING);
    assert_int_equal(ui_stage_theme(house->stage)->typeface, UI_NOTO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_chosen_shows_at_once_and_stays_on_other_screens,
                                        house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(comfort_ends_with_the_visit, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(
            within_reach_nothing_that_is_touched_stands_higher_than_300_mm, house_setup,
            house_teardown),
        cmocka_unit_test_setup_teardown(a_typeface_that_is_missing_leaves_the_one_before,
                                        house_setup, house_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
