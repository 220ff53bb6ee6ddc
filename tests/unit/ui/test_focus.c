/* The focus of the keypad: where it stands, where keys lead it, and what it fires. */
#include "ui/focus.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support_stage.h"

enum { DOUBLE_TAP_MS = 300, LATER_MS = 1000, KEYS_MOST = 400 };

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

static void while_texts_are_read_they_are_stops_and_the_title_is_first(void **state)
{
    (void)state;
    static const char *const order[] = {"title", "a", "off", "b", "k", "l", "text", "home", "back"};
    focus.is_reading = true;
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        (void)press(&nodes, UI_PRESS_NEXT);
        assert_string_equal(view.focused, order[i]);
    }
    (void)press(&nodes, UI_PRESS_NEXT);
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

/* ---- On real frames ---- */

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
    while (strcmp(s.view.focused, "key-14") != 0) { /* "t" */
        frame = press_on(&s, frame, UI_PRESS_NEXT);
    }
    frame = press_on(&s, frame, UI_PRESS_DOWN);
    assert_string_equal(ui_node_find(&frame->nodes, s.view.focused)->name, "g");
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
        cmocka_unit_test_setup(
            the_first_key_shows_the_first_control_after_the_title_and_fires_nothing, setup),
        cmocka_unit_test_setup(a_touch_takes_the_ring_away, setup),
        cmocka_unit_test_setup(next_and_back_go_round_in_reading_order_past_what_is_off, setup),
        cmocka_unit_test_setup(while_texts_are_read_they_are_stops_and_the_title_is_first, setup),
        cmocka_unit_test_setup(up_and_down_go_to_the_line_above_and_below, setup),
        cmocka_unit_test_setup(arrows_follow_the_direction_of_reading_but_not_on_a_keyboard, setup),
        cmocka_unit_test_setup(back_and_home_have_keys_of_their_own, setup),
        cmocka_unit_test_setup(what_goes_out_of_use_keeps_the_focus_and_what_is_gone_loses_it,
                               setup),
        cmocka_unit_test_setup(another_question_on_the_same_screen_begins_at_its_start, setup),
        cmocka_unit_test_setup(a_trembling_hand_selects_once, setup),
        cmocka_unit_test_setup(a_key_struck_twice_moves_once_where_the_house_wants_it_so, setup),
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
