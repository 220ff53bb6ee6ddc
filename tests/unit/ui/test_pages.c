/* What does not fit: squeezed, left out, turned page by page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "support_stage.h"

static const struct ui_node *node_of(const struct ui_frame *frame, const char *id)
{
    const struct ui_node *node = ui_node_find(&frame->nodes, id);
    assert_non_null(node);
    return node;
}

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

/* All of it, page after page; the action at its end is there on each. */
static void a_page_higher_than_the_panel_stays_reachable(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    for (int page = 0; page < 20; page++) {
        struct ui *ui = support_begin(&s);
        for (int i = 0; i < 40; i++) {
            ui_label(ui, (struct ui_label){
                             .id = ui_format(ui, "line-%d", i), .style = UI_TITLE, .text = "Un"});
        }
        ui_button(ui,
                  (struct ui_button){
                      .id = "last", .command = {VERB_GO, 0}, .look = UI_FILLED, .label = "Oui"});
        const struct ui_frame *frame = ui_finish(ui);
        node_of(frame, "last");
        if (ui_node_find(&frame->nodes, "line-39")) {
            assert_true(page > 0);
            support_end(&s);
            return;
        }
        ui_view_act(s.stage, &s.view, node_of(frame, "page-next-3")->command);
    }
    fail_msg("the last line never shows");
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

static const struct ui_frame *columns_frame(struct support *s, int lines)
{
    struct ui *ui = support_begin(s);
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
    return ui_finish(ui);
}

static bool shows_button(const struct ui_frame *frame)
{
    for (size_t i = 0; i < frame->nodes.count; i++) {
        if (strncmp(frame->nodes.items[i].id, "b-", 2) == 0) {
            return true;
        }
    }
    return false;
}

/* Two columns side by side, each higher than the page, and nothing else: one after the other. */
static void pages_of_two_columns_are_never_empty(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    for (int lines = 1; lines < 30; lines++) {
        const struct ui_node *next = NULL;
        char last[UI_ID_MAX];
        s.view = (struct ui_view){0};
        const struct ui_frame *frame = columns_frame(&s, lines);
        node_of(frame, "b-0-0");
        do {
            assert_true(shows_button(frame));
            next = ui_node_find(&frame->nodes, "page-next-3");
            if (next) {
                ui_view_act(s.stage, &s.view, next->command);
                frame = ui_refresh(s.stage);
                next = ui_node_find(&frame->nodes, "page-next-3");
            }
        } while (next && !(next->state & UI_STATE_DISABLED));
        (void)snprintf(last, sizeof(last), "b-1-%d", lines - 1);
        node_of(frame, last);
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

/* In large text a page is turned, and what stood side by side is composed anew. */
static const struct ui_frame *split_frame(struct support *s)
{
    struct ui_theme theme = *ui_stage_theme(s->stage);
    theme.text_scale = 2;
    assert_int_equal(ui_stage_set_theme(s->stage, &theme), ERR_OK);
    struct ui *ui = support_begin(s);
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    for (int i = 0; i < 4; i++) {
        ui_button(ui, (struct ui_button){.id = ui_format(ui, "kind-%d", i),
                                         .command = {VERB_GO, i},
                                         .is_choice = true,
                                         .label = "Oui"});
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    for (int i = 0; i < 40; i++) {
        ui_label(ui, (struct ui_label){.text = "Un deux trois"});
    }
    ui_end(ui);
    ui_end(ui);
    ui_begin_row(ui, (struct ui_box){.align = UI_STRETCH});
    ui_button(
        ui,
        (struct ui_button){
            .id = "main", .command = {VERB_GO, 0}, .look = UI_FILLED, .grow = 1, .label = "Oui"});
    ui_end(ui);
    return ui_finish(ui);
}

static void the_main_action_below_a_paged_page_keeps_its_whole_line(void **state)
{
    (void)state;
    struct support s = support_portrait("fr");
    const struct ui_frame *frame = split_frame(&s);
    assert_non_null(ui_node_find(&frame->nodes, "page-next-3"));
    assert_true(node_of(frame, "main")->rect.w > s.info.width_px * 4 / 5);
    support_end(&s);
}

static void buttons_of_a_paged_page_stand_two_by_two_where_it_is_wide(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    const struct ui_frame *frame = split_frame(&s);
    assert_int_equal(node_of(frame, "kind-0")->rect.y, node_of(frame, "kind-1")->rect.y);
    assert_true(node_of(frame, "kind-2")->rect.y > node_of(frame, "kind-1")->rect.y);
    assert_int_equal(node_of(frame, "kind-2")->rect.x, node_of(frame, "kind-0")->rect.x);
    support_end(&s);
}

static const struct ui_frame *bar_frame(struct support *s, const char *label)
{
    struct ui_bar_item items[UI_BAR_MAX];
    for (int i = 0; i < UI_BAR_MAX; i++) {
        static const char *const IDS[UI_BAR_MAX] = {"a", "b", "c", "d", "e", "f"};
        items[i] = (struct ui_bar_item){
            .id = IDS[i], .label = label, .icon = UI_ICON_HOME, .command = {VERB_GO, i}};
    }
    struct ui *ui = support_begin(s);
    ui_bar(ui, items, UI_BAR_MAX);
    return ui_finish(ui);
}

static void a_bar_too_long_for_its_line_has_two_as_full_as_each_other(void **state)
{
    (void)state;
    struct support s = support_landscape("fr");
    const struct ui_frame *frame = bar_frame(&s, "Oui");
    assert_int_equal(node_of(frame, "a")->rect.y, node_of(frame, "f")->rect.y);
    frame = bar_frame(&s, "Terminer et effacer");
    assert_int_equal(node_of(frame, "a")->rect.y, node_of(frame, "c")->rect.y);
    assert_true(node_of(frame, "d")->rect.y > node_of(frame, "c")->rect.y);
    assert_int_equal(node_of(frame, "d")->rect.y, node_of(frame, "f")->rect.y);
    support_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
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
        cmocka_unit_test(the_main_action_below_a_paged_page_keeps_its_whole_line),
        cmocka_unit_test(buttons_of_a_paged_page_stand_two_by_two_where_it_is_wide),
        cmocka_unit_test(a_bar_too_long_for_its_line_has_two_as_full_as_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
