/* Where things stand: sizes, mirroring, growth, hit areas. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>

#include "support_stage.h"

static const struct ui_node *node_of(const struct ui_frame *frame, const char *id)
{
    const struct ui_node *node = ui_node_find(&frame->nodes, id);
    assert_non_null(node);
    return node;
}

static bool overlap(struct ui_rect a, struct ui_rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static bool is_target(const struct ui_node *node)
{
    return node->hit.w > 0 && node->role != UI_ROLE_SCROLL;
}

static void check_hits(const struct ui_frame *frame)
{
    int targets = 0;
    for (size_t i = 0; i < frame->nodes.count; i++) {
        const struct ui_node *a = &frame->nodes.items[i];
        for (size_t k = i + 1; is_target(a) && k < frame->nodes.count; k++) {
            const struct ui_node *b = &frame->nodes.items[k];
            if (is_target(b) && overlap(a->hit, b->hit)) {
                fail_msg("%s and %s overlap", a->id, b->id);
            }
        }
        targets += is_target(a) ? 1 : 0;
        if (is_target(a)) { /* what is drawn always counts */
            assert_true(a->hit.x <= a->rect.x && a->hit.y <= a->rect.y);
            assert_true(a->hit.x + a->hit.w >= a->rect.x + a->rect.w);
            assert_true(a->hit.y + a->hit.h >= a->rect.y + a->rect.h);
        }
    }
    assert_true(targets > 0);
}

static void hits_never_overlap(void **state)
{
    (void)state;
    void (*const builds[])(struct ui *) = {support_home, support_session, support_writing,
                                           support_choices};
    for (size_t i = 0; i < ARRAY_LEN(builds); i++) {
        struct support s = i % 2 ? support_landscape("fr") : support_portrait("fr");
        struct ui *ui = support_begin(&s);
        builds[i](ui);
        check_hits(ui_finish(ui));
        support_end(&s);
    }
}

static void hits_reach_4_mm_where_nothing_is_near(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    ui_space(ui, 30);
    ui_button(ui, (struct ui_button){.id = "alone", .command = {VERB_GO, 0}, .label = "Oui"});
    const struct ui_node *node = node_of(ui_finish(ui), "alone");
    assert_int_equal(node->rect.y - node->hit.y, 11); /* 4 mm at 2.71 px */
    assert_int_equal(node->rect.x - node->hit.x, 11);
    support_end(&s);
}

static void right_to_left_is_the_mirror_of_left_to_right(void **state)
{
    (void)state;
    struct support ltr = support_portrait("fr"), rtl = support_portrait("ar");
    struct ui *ui = support_begin(&ltr);
    support_home(ui);
    const struct ui_frame *left = ui_finish(ui);
    ui = support_begin(&rtl);
    support_home(ui);
    const struct ui_frame *right = ui_finish(ui);
    assert_int_equal(left->nodes.count, right->nodes.count);
    for (size_t i = 0; i < left->nodes.count; i++) {
        struct ui_rect a = left->nodes.items[i].rect, b = right->nodes.items[i].rect;
        /* A line set from the right may be a pixel wider: other runs, other rounding. */
        assert_in_range(abs(b.x - (1080 - a.x - a.w)), 0, 2);
        assert_int_equal(b.y, a.y);
    }
    support_end(&ltr);
    support_end(&rtl);
}

static void keys_are_not_turned_round(void **state)
{
    (void)state;
    struct support s = support_portrait("ar");
    struct ui *ui = support_begin(&s);
    ui_keypad(ui, VERB_KEY, false);
    const struct ui_frame *frame = ui_finish(ui);
    assert_true(node_of(frame, "digit-1")->rect.x < node_of(frame, "digit-3")->rect.x);
    support_end(&s);
}

static void what_grows_takes_the_room_left(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    ui_spacer(ui);
    ui_button(ui, (struct ui_button){.id = "low", .command = {VERB_GO, 0}, .label = "Oui"});
    const struct ui_bar_item bar = {"bar-home", "Accueil", UI_ICON_HOME, {VERB_GO, 0}, false};
    ui_bar(ui, &bar, 1);
    const struct ui_frame *frame = ui_finish(ui);
    const struct ui_node *home = node_of(frame, "bar-home"), *low = node_of(frame, "low");
    assert_int_equal(home->rect.y + home->rect.h, 1920);
    assert_in_range(home->rect.y - (low->rect.y + low->rect.h), 10, 40);
    support_end(&s);
}

static void grid_cells_are_equal(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    support_home(ui);
    const struct ui_frame *frame = ui_finish(ui);
    struct ui_rect a = node_of(frame, "tile-help")->rect, b = node_of(frame, "tile-services")->rect;
    assert_in_range(abs(a.w - b.w), 0, 1);
    assert_in_range(abs(a.h - b.h), 0, 1);
    support_end(&s);
}

static void disabled_buttons_cannot_be_touched(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    struct ui *ui = support_begin(&s);
    support_session(ui);
    const struct ui_frame *frame = ui_finish(ui);
    assert_int_equal(node_of(frame, "children-less")->hit.w, 0);
    assert_true(node_of(frame, "children-less")->state & UI_STATE_DISABLED);
    assert_true(node_of(frame, "children-more")->hit.w > 0);
    assert_string_equal(node_of(frame, "children-more")->name, "Plus : Enfants (12 ans et plus)");
    support_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hits_never_overlap),
        cmocka_unit_test(hits_reach_4_mm_where_nothing_is_near),
        cmocka_unit_test(right_to_left_is_the_mirror_of_left_to_right),
        cmocka_unit_test(keys_are_not_turned_round),
        cmocka_unit_test(what_grows_takes_the_room_left),
        cmocka_unit_test(grid_cells_are_equal),
        cmocka_unit_test(disabled_buttons_cannot_be_touched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
