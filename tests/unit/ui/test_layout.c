/* Where things stand: sizes, mirroring, growth, hit areas, pages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

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

/* ---- pages ---- */

static const struct ui_frame *list_frame(struct support *s)
{
    struct ui *ui = support_begin(s);
    support_list(ui, 40);
    return ui_finish(ui);
}

/* Turns all pages; every row is whole on exactly one of them. */
static void turn_pages(struct support *s)
{
    int shown = 0, pages = 0;
    for (;;) {
        const struct ui_frame *frame = list_frame(s);
        int height = node_of(frame, shown == 0 ? "row-0" : "sessions")->rect.h;
        for (int i = 0; i < 40; i++) {
            char id[16];
            snprintf(id, sizeof(id), "row-%d", i);
            const struct ui_node *row = ui_node_find(&frame->nodes, id);
            if (row) {
                assert_int_equal(i, shown);
                assert_true(row->rect.h >= height || shown > 0);
                shown++;
            }
        }
        pages++;
        const struct ui_node *next = node_of(frame, "page-next-0");
        if (next->state & UI_STATE_DISABLED) {
            break;
        }
        assert_true(ui_view_act(s->stage, &s->view, next->command));
    }
    assert_int_equal(shown, 40);
    assert_true(pages > 2);
}

static void every_row_is_whole_on_one_page(void **state)
{
    (void)state;
    struct support portrait = support_portrait("fr"), landscape = support_landscape("fr");
    turn_pages(&portrait);
    turn_pages(&landscape);
    support_end(&portrait);
    support_end(&landscape);
}

static void previous_undoes_next(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    list_frame(&s);
    const struct ui_command next = {UI_VERB_NEXT_PAGE, 0}, previous = {UI_VERB_PREVIOUS_PAGE, 0};
    assert_true(ui_view_act(s.stage, &s.view, next));
    int second = s.view.scroll_px[0];
    list_frame(&s);
    assert_true(ui_view_act(s.stage, &s.view, next));
    list_frame(&s);
    assert_true(ui_view_act(s.stage, &s.view, previous));
    assert_int_equal(s.view.scroll_px[0], second);
    assert_string_equal(node_of(list_frame(&s), "page-0")->name, "page 2 sur 4");
    assert_true(ui_view_act(s.stage, &s.view, previous));
    assert_int_equal(s.view.scroll_px[0], 0);
    assert_false(ui_view_act(s.stage, &s.view, (struct ui_command){VERB_GO, 0}));
    support_end(&s);
}

static void a_drag_ends_on_a_whole_row_and_never_leaves_the_list(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    const struct ui_frame *frame = list_frame(&s);
    int top = node_of(frame, "row-0")->rect.y;
    ui_view_scroll(&s.view, 0, 500);
    frame = ui_refresh(s.stage);
    assert_int_equal(s.view.scroll_px[0], 0);
    ui_view_scroll(&s.view, 0, -250);
    ui_refresh(s.stage);
    assert_int_equal(s.view.scroll_px[0], 250);
    ui_view_settle(&s.view);
    frame = ui_refresh(s.stage);
    assert_null(ui_node_find(&frame->nodes, "row-0"));
    const struct ui_node *first = node_of(frame, "row-2");
    assert_in_range(top - first->rect.y, 0, 60);
    ui_view_scroll(&s.view, 0, -100000);
    ui_view_settle(&s.view);
    frame = ui_refresh(s.stage);
    node_of(frame, "row-39");
    support_end(&s);
}

static void a_page_higher_than_the_panel_stays_reachable(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    for (int page = 0; page < 20; page++) {
        struct ui *ui = support_begin(&s);
        for (int i = 0; i < 40; i++) {
            ui_text(ui, UI_TITLE, "Un");
        }
        ui_button(ui, (struct ui_button){.id = "last", .command = {VERB_GO, 0}, .label = "Oui"});
        const struct ui_frame *frame = ui_finish(ui);
        if (ui_node_find(&frame->nodes, "last")) {
            assert_true(page > 0);
            support_end(&s);
            return;
        }
        ui_view_act(s.stage, &s.view, node_of(frame, "page-next-3")->command);
    }
    fail_msg("the last button never shows");
}

static const struct ui_frame *spaced_frame(struct support *s, double gap_mm)
{
    struct ui *ui = support_begin(s);
    ui_begin_scroll(ui, "list", (struct ui_box){.gap_mm = gap_mm});
    for (int i = 0; i < 30; i++) {
        ui_label(ui, (struct ui_label){.id = ui_format(ui, "line-%d", i), .text = "Un"});
    }
    ui_end(ui);
    return ui_finish(ui);
}

static const struct ui_node *first_line(const struct ui_frame *frame)
{
    for (size_t i = 0; i < frame->nodes.count; i++) {
        if (strncmp(frame->nodes.items[i].id, "line-", 5) == 0) {
            return &frame->nodes.items[i];
        }
    }
    return NULL;
}

/* Also where the page before ended in the gap between two. */
static void every_page_begins_with_a_piece(void **state)
{
    (void)state;
    for (int gap_mm = 20; gap_mm < 40; gap_mm++) {
        struct support s = support_landscape("fr");
        for (;;) {
            const struct ui_frame *frame = spaced_frame(&s, gap_mm);
            const struct ui_node *next = node_of(frame, "page-next-0");
            assert_int_equal(first_line(frame)->rect.y, node_of(frame, "list")->rect.y);
            if (next->state & UI_STATE_DISABLED) {
                break;
            }
            assert_true(ui_view_act(s.stage, &s.view, next->command));
        }
        support_end(&s);
    }
}

/* Two columns side by side, each higher than the page, and nothing else. */
static void pages_of_two_columns_are_never_empty(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    for (int lines = 1; lines < 30; lines++) {
        struct ui *ui = support_begin(&s);
        ui_begin_split(ui, (struct ui_box){.grow = 1});
        for (int side = 0; side < 2; side++) {
            ui_begin_column(ui, (struct ui_box){.grow = 1});
            for (int i = 0; i < lines; i++) {
                ui_button(ui, (struct ui_button){.id = ui_format(ui, "b-%d-%d", side, i),
                                                 .command = {VERB_GO, 0},
                                                 .size = side ? UI_MAIN_BUTTON : UI_SIDE_BUTTON,
                                                 .label = "Oui"});
            }
            ui_end(ui);
        }
        ui_end(ui);
        const struct ui_frame *frame = ui_finish(ui);
        node_of(frame, "b-0-0");
        node_of(frame, "b-1-0");
    }
    support_end(&s);
}

static void a_piece_higher_than_the_page_goes_on_over_pages(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    int pages = 0;
    for (bool is_last = false; !is_last; pages++) {
        struct ui *ui = support_begin(&s);
        ui_button(ui, (struct ui_button){.id = "tall",
                                         .command = {VERB_GO, 0},
                                         .label = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n"
                                                  "13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23"});
        const struct ui_frame *frame = ui_finish(ui);
        const struct ui_node *next = node_of(frame, "page-next-3");
        assert_true(node_of(frame, "tall")->rect.h > (pages == 0 ? 1000 : 50));
        is_last = next->state & UI_STATE_DISABLED;
        ui_view_act(s.stage, &s.view, next->command);
    }
    assert_int_equal(pages, 2);
    support_end(&s);
}

static void in_landscape_pages_are_turned_beside_the_list(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    const struct ui_frame *frame = list_frame(&s);
    struct ui_rect list = node_of(frame, "sessions")->rect, row = node_of(frame, "row-0")->rect;
    struct ui_rect next = node_of(frame, "page-next-0")->rect;
    assert_true(next.x >= list.x + list.w && list.x + list.w > row.x + row.w);
    assert_int_equal(next.y + next.h, list.y + list.h);
    assert_true(next.w >= 20 * 4.03 && next.h >= 20 * 4.03);
    assert_string_equal(node_of(frame, "page-next-0")->name, "Suite");
    assert_memory_equal(node_of(frame, "page-0")->name, "page 1 sur ", 11);
    support_end(&s);
}

/* As many lines with gaps as do not fit by a few, and one that is spare. */
static const struct ui_frame *crowded_frame(struct support *s, int lines)
{
    struct ui *ui = support_begin(s);
    for (int i = 0; i < lines; i++) {
        ui_text(ui, UI_TITLE, "Un");
    }
    ui_label(ui, (struct ui_label){.id = "spare", .text = "Deux", .is_spare = true});
    ui_button(ui, (struct ui_button){.id = "last", .command = {VERB_GO, 0}, .label = "Oui"});
    return ui_finish(ui);
}

static void a_page_is_squeezed_before_anything_is_left_out_and_paged_last(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    bool has_lost_spare = false;
    int lines = 1;
    for (;; lines++) {
        const struct ui_frame *frame = crowded_frame(&s, lines);
        const struct ui_node *last = ui_node_find(&frame->nodes, "last");
        if (ui_node_find(&frame->nodes, "page-next-3")) {
            break;
        }
        assert_true(last->rect.y + last->rect.h <= 1080);
        assert_true(!has_lost_spare || !ui_node_find(&frame->nodes, "spare"));
        has_lost_spare |= !ui_node_find(&frame->nodes, "spare");
    }
    assert_true(has_lost_spare);
    assert_in_range(lines, 12, 16); /* 66 px each; 10 with whole gaps */
    support_end(&s);
}

static void what_does_not_fit_is_shed_from_the_last(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    struct ui *ui = support_begin(&s);
    ui_begin_card(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = 1, .sheds = true});
    for (int i = 0; i < 20; i++) {
        ui_list_row(ui, (struct ui_list_row){.id = ui_format(ui, "row-%d", i), .title = "Café"});
    }
    ui_end(ui);
    ui_end(ui);
    ui_text(ui, UI_BODY, "Fin");
    const struct ui_frame *frame = ui_finish(ui);
    node_of(frame, "row-5");
    assert_null(ui_node_find(&frame->nodes, "row-19"));
    assert_null(ui_node_find(&frame->nodes, "page-next-3"));
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
        cmocka_unit_test(every_row_is_whole_on_one_page),
        cmocka_unit_test(previous_undoes_next),
        cmocka_unit_test(a_drag_ends_on_a_whole_row_and_never_leaves_the_list),
        cmocka_unit_test(a_page_higher_than_the_panel_stays_reachable),
        cmocka_unit_test(every_page_begins_with_a_piece),
        cmocka_unit_test(pages_of_two_columns_are_never_empty),
        cmocka_unit_test(a_piece_higher_than_the_page_goes_on_over_pages),
        cmocka_unit_test(in_landscape_pages_are_turned_beside_the_list),
        cmocka_unit_test(a_page_is_squeezed_before_anything_is_left_out_and_paged_last),
        cmocka_unit_test(what_does_not_fit_is_shed_from_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
