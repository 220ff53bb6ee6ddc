#include "screens/stack.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* What the screens below were asked to do. */
static struct {
    int loads, leaves;
    enum err load_err;
    int64_t arg;
    int depth;
} seen;

struct note {
    int typed;
    const char *row;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct note *note = state;
    assert_int_equal(note->typed, 0); /* nobody's before */
    seen.arg = arg;
    seen.depth = visit->depth;
}

static enum err load(void *state, struct visit *visit)
{
    struct note *note = state;
    seen.loads++;
    note->row = arena_strdup(visit->rows, seen.load_err == ERR_OK ? "row" : "half a row");
    return seen.load_err;
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    (void)state;
    (void)scene;
    (void)ui;
}

static void leave(void *state, struct visit *visit)
{
    (void)state;
    (void)visit;
    seen.leaves++;
}

static const struct screen BOTTOM = {
    .name = "bottom", .state_size = sizeof(struct note), .load = load, .build = build};
static const struct screen NOTE = {.name = "note",
                                   .state_size = sizeof(struct note),
                                   .enter = enter,
                                   .load = load,
                                   .build = build,
                                   .leave = leave};

static struct stack stack;
static struct arena *arena;

static int start(void **state)
{
    (void)state;
    memset(&seen, 0, sizeof(seen));
    arena = arena_create("test visit", 1 << 20);
    stack_init(&stack, NULL, NULL, arena, &BOTTOM, ERR_OK);
    memset(&seen, 0, sizeof(seen));
    return 0;
}

static int end(void **state)
{
    (void)state;
    stack_free(&stack);
    arena_destroy(arena);
    return 0;
}

static struct note *top_note(void)
{
    return stack_top(&stack)->state;
}

static void a_screen_gets_its_argument_and_its_depth(void **state)
{
    (void)state;
    stack_go(&stack, route_push(&NOTE, 42));
    assert_int_equal(seen.arg, 42);
    assert_int_equal(seen.depth, 1);
    assert_int_equal(seen.loads, 1);
    assert_string_equal(top_note()->row, "row");
}

static void a_screen_begins_empty_after_somebody_typed(void **state)
{
    (void)state;
    stack_go(&stack, route_push(&NOTE, 0));
    top_note()->typed = 7;
    stack_go(&stack, route_pop());
    assert_int_equal(seen.leaves, 1);
    stack_go(&stack, route_push(&NOTE, 0)); /* enter() looks */
}

static void coming_back_loads_again_and_keeps_what_was_typed(void **state)
{
    (void)state;
    stack_go(&stack, route_push(&NOTE, 0));
    top_note()->typed = 7;
    stack_go(&stack, route_push(&NOTE, 0));
    stack_go(&stack, route_pop());
    assert_int_equal(seen.loads, 3);
    assert_int_equal(top_note()->typed, 7);
}

static void another_filter_loads_again_and_begins_at_the_first_page(void **state)
{
    (void)state;
    stack_go(&stack, route_push(&NOTE, 0));
    top_note()->typed = 7;
    stack_top(&stack)->view.scroll_px[0] = 900;
    const int loads = seen.loads;
    stack_go(&stack, route_reload());
    assert_int_equal(stack_top(&stack)->view.scroll_px[0], 900);
    stack_go(&stack, route_turn());
    assert_int_equal(stack_top(&stack)->view.scroll_px[0], 0);
    assert_int_equal(seen.loads, loads + 2);
    assert_int_equal(top_note()->typed, 7);
}

static void a_load_that_fails_later_leaves_everything_as_it_was(void **state)
{
    (void)state;
    stack_go(&stack, route_push(&NOTE, 0));
    seen.load_err = ERR_BUSY;
    stack_go(&stack, route_reload());
    assert_string_equal(top_note()->row, "row");
}

static void a_screen_that_cannot_load_gives_way_to_the_trouble(void **state)
{
    (void)state;
    seen.load_err = ERR_NOT_FOUND;
    stack_go(&stack, route_push(&NOTE, 0));
    assert_ptr_equal(stack_top(&stack)->screen, &SCREEN_TROUBLE);
    assert_int_equal(stack.count, 2);
    assert_int_equal(stack.visit.trouble, ERR_NOT_FOUND);
}

static void modifying_goes_back_to_the_depth_of_the_form(void **state)
{
    (void)state;
    for (int i = 0; i < 4; i++) {
        stack_go(&stack, route_push(&NOTE, i));
    }
    stack_go(&stack, route_pop_to(1));
    assert_int_equal(stack.count, 2);
    stack_go(&stack, route_pop_to(5)); /* not that deep: stays */
    assert_int_equal(stack.count, 2);
}

static void a_ticket_leaves_only_home_below(void **state)
{
    (void)state;
    stack_go(&stack, route_push(&NOTE, 1));
    stack_go(&stack, route_push(&NOTE, 2));
    stack_go(&stack, route_restart(&NOTE, 3));
    assert_int_equal(stack.count, 2);
    assert_int_equal(seen.arg, 3);
    assert_int_equal(seen.leaves, 2);
}

static void home_keeps_the_visit_and_forgets_the_draft(void **state)
{
    (void)state;
    stack.visit.actor.household_id = 5;
    stack.visit.draft.is_begun = true;
    stack_go(&stack, route_push(&NOTE, 0));
    stack_go(&stack, route_home());
    assert_int_equal(stack.visit.actor.household_id, 5);
    assert_false(stack.visit.draft.is_begun);
    assert_false(stack.has_ended);
}

static void ending_the_visit_forgets_everything(void **state)
{
    (void)state;
    stack.visit.actor = (struct actor){.who = WHO_DESK, .staff_id = 1, .household_id = 5};
    stack.visit.draft.ask.first_name = arena_strdup(arena, "Lucie");
    memcpy(stack.visit.receipt.number, "407312", sizeof("407312"));
    stack_go(&stack, route_push(&NOTE, 0));
    stack_go(&stack, route_end());
    const struct actor nobody = {.who = WHO_RESIDENT};
    assert_memory_equal(&stack.visit.actor, &nobody, sizeof(nobody));
    assert_null(stack.visit.draft.ask.first_name);
    assert_false(stack.visit.draft.is_begun);
    assert_string_equal(stack.visit.receipt.number, "");
    assert_int_equal(arena_used(arena), 0);
    assert_true(stack.has_ended);
    assert_int_equal(stack.count, 1);
}

static void fingers_are_told_that_another_screen_stands_there(void **state)
{
    (void)state;
    uint32_t serial = stack.serial;
    const struct route changes[] = {
        route_push(&NOTE, 0), route_replace(&NOTE, 0),
        route_pop(),          route_restart(&NOTE, 0),
        route_home(),         route_end(),
    };
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        stack_go(&stack, changes[i]);
        assert_int_not_equal(stack.serial, serial);
        serial = stack.serial;
    }
    stack_go(&stack, route_stay());
    stack_go(&stack, route_reload());
    assert_int_equal(stack.serial, serial);
}

static void wandering_has_no_end_and_the_last_screens_stand(void **state)
{
    (void)state;
    enum { WANDERED = 3 * STACK_MAX };
    for (int i = 1; i <= WANDERED; i++) {
        const uint32_t serial = stack.serial;
        stack_go(&stack, route_push(&NOTE, i));
        assert_int_equal(seen.arg, i);
        assert_int_equal(seen.depth, i);
        assert_int_not_equal(stack.serial, serial);
        top_note()->typed = i;
    }
    assert_int_equal(stack.count, STACK_MAX);
    stack_go(&stack, route_pop_to(WANDERED - 5));
    assert_int_equal(top_note()->typed, WANDERED - 5);
    stack_go(&stack, route_pop());
    assert_int_equal(top_note()->typed, WANDERED - 6);
    stack_go(&stack, route_pop_to(2)); /* buried: home */
    assert_ptr_equal(stack_top(&stack)->screen, &BOTTOM);
    stack_go(&stack, route_push(&NOTE, 0));
    assert_int_equal(seen.depth, 1); /* counted anew */
}

#define STACK_TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STACK_TEST(a_screen_gets_its_argument_and_its_depth),
        STACK_TEST(a_screen_begins_empty_after_somebody_typed),
        STACK_TEST(coming_back_loads_again_and_keeps_what_was_typed),
        STACK_TEST(another_filter_loads_again_and_begins_at_the_first_page),
        STACK_TEST(a_load_that_fails_later_leaves_everything_as_it_was),
        STACK_TEST(a_screen_that_cannot_load_gives_way_to_the_trouble),
        STACK_TEST(modifying_goes_back_to_the_depth_of_the_form),
        STACK_TEST(a_ticket_leaves_only_home_below),
        STACK_TEST(home_keeps_the_visit_and_forgets_the_draft),
        STACK_TEST(ending_the_visit_forgets_everything),
        STACK_TEST(fingers_are_told_that_another_screen_stands_there),
        STACK_TEST(wandering_has_no_end_and_the_last_screens_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
