/* Copies: what the desk does with one thing on a shelf. */
#include "support_ask.h"

#include "core/copies.h"

static struct copy_act act_on(int64_t copy_id, enum verb verb, const char *reason)
{
    return (struct copy_act){
        .copy_id = copy_id,
        .actor = desk(NADIA),
        .verb = verb,
        .reason_code = reason,
        .words = "",
    };
}

static void a_copy_leaves_and_comes_back_with_words(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t copy_id = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    struct copy_act act = act_on(copy_id, VERB_MAINTAIN, "");
    act.words = "La lame est émoussée.";
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_MAINTENANCE);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision_words WHERE words = %Q",
                               "La lame est émoussée."),
                     1);
    act = act_on(copy_id, VERB_RESTORE, "");
    act.expected_no = 1;
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_CONFLICT);
    act.expected_no = 2;
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_AVAILABLE);
    assert_int_equal(request_undo(world->db, copy_id, outcome.no, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_MAINTENANCE);
}

static void a_copy_is_lent_no_more_for_a_reason_only(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t copy_id = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    struct copy_act act = act_on(copy_id, VERB_RETIRE, "");
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_INVALID);
    act.reason_code = "weather";
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_INVALID);
    act.reason_code = "worn";
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_RETIRED);
    act = act_on(copy_id, VERB_RESTORE, "");
    assert_int_equal(copies_move(world->db, &act, &outcome), ERR_CONFLICT);
}

static void what_is_no_copy_is_not_moved_here(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t copy_id = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    const int64_t loan_id =
        build_loan(world, copy_id, "reserved", "2026-09-10T09:00", "2026-09-11T09:00");
    const struct copy_act on_loan = act_on(loan_id, VERB_CANCEL, "");
    assert_int_equal(copies_move(world->db, &on_loan, &outcome), ERR_NOT_FOUND);
    const struct copy_act on_nothing = act_on(4711, VERB_MISS, "");
    assert_int_equal(copies_move(world->db, &on_nothing, &outcome), ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_copy_leaves_and_comes_back_with_words),
        TEST(a_copy_is_lent_no_more_for_a_reason_only),
        TEST(what_is_no_copy_is_not_moved_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
