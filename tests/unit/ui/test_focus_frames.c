/* The focus on real frames: every row and key within reach, and the ring in sight. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support_stage.h"
#include "ui/focus.h"

enum { LATER_MS = 1000, KEYS_MOST = 400 };

static struct ui_focus focus;
static int64_t now_ms;

static int setup(void **state)
{
    (void)state;
    ui_focus_init(&focus, (struct ui_focus_limits){0});
    now_ms = 0;
    return 0;
}

/* One key, its command carried out, and the frame after it. */
static const struct ui_frame *press_on(struct support *s, const struct ui_frame *frame,
                                       enum ui_press key)
{
    now_ms += LATER_MS;
    const struct ui_command command =
        ui_focus_press(&focus, &frame->nodes, frame->dir, &s->view, key, now_ms);
    (void)ui_view_act(s->stage, &s->view, command);
    frame = ui_refresh(s->stage);
    return ui_focus_settle(&focus, &frame->nodes, &s->view) ? ui_refresh(s->stage) : frame;
}

static const struct ui_frame *frame_of(struct support *s, void (*build)(struct ui *))
{
    struct ui *ui = support_begin(s);
    build(ui);
    return ui_finish(ui);
}

static void long_list(struct ui *ui)
{
    support_list(ui, 40);
}

/* Keys alone lead to every row, page after page, in order, out at the end, and back. */
static void walk_list(struct support *s)
{
    const struct ui_frame *frame = press_on(s, frame_of(s, long_list), UI_PRESS_NEXT);
    char id[UI_ID_MAX];
    for (int i = 0; i < 40; i++) {
        snprintf(id, sizeof(id), "row-%d", i);
        assert_string_equal(s->view.focused, id);
        assert_non_null(ui_node_find(&frame->nodes, id));
        frame = press_on(s, frame, UI_PRESS_NEXT);
    }
    assert_string_equal(s->view.focused, "page-previous-0");
    for (int i = 39; i >= 0; i--) {
        frame = press_on(s, frame, UI_PRESS_BACK);
        snprintf(id, sizeof(id), "row-%d", i);
        assert_string_equal(s->view.focused, id);
    }
    frame = press_on(s, frame, UI_PRESS_BACK);
    assert_string_equal(s->view.focused, "back");
}

static void a_list_turns_its_pages_to_show_the_focused_row(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    walk_list(&s);
    support_end(&s);
    assert_int_equal(setup(NULL), 0);
    s = support_landscape("fr");
    walk_list(&s);
    support_end(&s);
}

static void a_list_is_passed_by_in_a_few_presses(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    const struct ui_frame *frame = press_on(&s, frame_of(&s, long_list), UI_PRESS_NEXT);
    int presses = 0;
    while (strncmp(s.view.focused, "bar-", 4) != 0) {
        frame = press_on(&s, frame, UI_PRESS_UP);
        assert_true(++presses <= 3);
    }
    support_end(&s);
}

static void everything_that_can_be_touched_is_reached_by_keys_alone(void **state)
{
    (void)state;
    void (*const builds[])(struct ui *) = {support_session, support_ticket,  support_home,
                                           support_writing, support_choices, support_home_arabic};
    for (size_t b = 0; b < 2 * ARRAY_LEN(builds); b++) {
        assert_int_equal(setup(NULL), 0);
        const char *lang = builds[b / 2] == support_home_arabic ? "ar" : "fr";
        struct support s = b % 2 ? support_landscape(lang) : support_portrait(lang);
        const struct ui_frame *frame = frame_of(&s, builds[b / 2]);
        size_t targets = 0, reached = 0;
        for (size_t i = 0; i < frame->nodes.count; i++) {
            const struct ui_node *node = &frame->nodes.items[i];
            targets += node->hit.w > 0 && node->role != UI_ROLE_SCROLL;
        }
        frame = press_on(&s, frame, UI_PRESS_NEXT);
        char first[UI_ID_MAX];
        memcpy(first, s.view.focused, sizeof(first));
        do {
            frame = press_on(&s, frame, UI_PRESS_NEXT);
            assert_true(++reached < KEYS_MOST);
        } while (strcmp(s.view.focused, first) != 0);
        assert_true(reached >= targets && targets > 3);
        support_end(&s);
    }
}

static void on_a_keyboard_up_and_down_change_the_row_of_keys(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    const struct ui_frame *frame = frame_of(&s, support_writing);
    frame = press_on(&s, frame, UI_PRESS_NEXT);
    while (strcmp(ui_node_find(&frame->nodes, s.view.focused)->name, "y") != 0) {
        frame = press_on(&s, frame, UI_PRESS_NEXT);
    }
    frame = press_on(&s, frame, UI_PRESS_DOWN);
    assert_string_equal(ui_node_find(&frame->nodes, s.view.focused)->name, "h");
    frame = press_on(&s, frame, UI_PRESS_DOWN);
    frame = press_on(&s, frame, UI_PRESS_DOWN);
    assert_string_equal(ui_node_find(&frame->nodes, s.view.focused)->name, "espace");
    frame = press_on(&s, frame, UI_PRESS_DOWN);
    assert_int_not_equal(ui_node_find(&frame->nodes, s.view.focused)->role, UI_ROLE_KEY);
    frame = press_on(&s, frame, UI_PRESS_UP);
    assert_string_equal(ui_node_find(&frame->nodes, s.view.focused)->name, "espace");
    support_end(&s);
}

/* ---- The ring ---- */

static double luminance(uint32_t color)
{
    double channels[3];
    for (int i = 0; i < 3; i++) {
        const double value = (double)(color >> (16 - 8 * i) & 0xFF) / 255;
        channels[i] = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2];
}

static double contrast(uint32_t a, uint32_t b)
{
    const double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

static void the_ring_stands_out_from_every_ground_in_both_themes(void **state)
{
    (void)state;
    static const enum ui_color grounds[] = {
        UI_PAPER,      UI_CARD,      UI_KEY,     UI_TERRACOTTA_TINT, UI_BLUE_TINT,
        UI_UMBER_TINT, UI_TEAL_TINT, UI_OK_TINT, UI_WARN_TINT,       UI_BAD_TINT};
    struct ui_theme theme = theme_make(&(struct ui_panel){1080, 1920, 2.71, 600});
    for (int t = 0; t < 2; t++) {
        theme.contrast = t == 0 ? UI_LIGHT : UI_HIGH_CONTRAST;
        for (size_t i = 0; i < ARRAY_LEN(grounds); i++) {
            assert_true(contrast(theme_color(&theme, UI_FOCUS), theme_color(&theme, grounds[i])) >=
                        3);
        }
    }
}

static uint32_t pixel(const struct support *s, int x, int y)
{
    const uint8_t *row = (const uint8_t *)s->surface->pixels + y * s->surface->pitch;
    return ((const uint32_t *)(const void *)row)[x] & 0xFFFFFF;
}

static void the_ring_is_drawn_around_the_control_and_whole_at_the_edge_of_the_panel(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    const struct ui_frame *frame = frame_of(&s, support_home);
    const uint32_t ring = theme_color(ui_stage_theme(s.stage), UI_FOCUS);
    frame = press_on(&s, frame, UI_PRESS_NEXT);
    while (strcmp(s.view.focused, "bar-call") != 0) {
        frame = press_on(&s, frame, UI_PRESS_NEXT);
        (void)support_paint(&s);
        const struct ui_rect rect = ui_node_find(&frame->nodes, s.view.focused)->rect;
        const int middle = rect.y + rect.h / 2, least = 4;
        int ring_px = 0, inside_px = 0;
        for (int x = rect.x - 8 > 0 ? rect.x - 8 : 0; x < rect.x; x++) {
            ring_px += pixel(&s, x, middle) == ring;
        }
        for (int x = 0; x < 8 && rect.x == 0; x++) {
            inside_px += pixel(&s, x, middle) == ring;
        }
        assert_true(ring_px >= least || inside_px >= least);
    }
    support_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_list_turns_its_pages_to_show_the_focused_row, setup),
        cmocka_unit_test_setup(a_list_is_passed_by_in_a_few_presses, setup),
        cmocka_unit_test_setup(everything_that_can_be_touched_is_reached_by_keys_alone, setup),
        cmocka_unit_test_setup(on_a_keyboard_up_and_down_change_the_row_of_keys, setup),
        cmocka_unit_test_setup(the_ring_stands_out_from_every_ground_in_both_themes, setup),
        cmocka_unit_test_setup(
            the_ring_is_drawn_around_the_control_and_whole_at_the_edge_of_the_panel, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
