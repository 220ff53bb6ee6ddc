/* Later loans whose copy will not be there: which they are, why, and the three answers. */
#include "support_ask.h"

#include <string.h>

#include "base/clock.h"
#include "core/copy_tasks.h"

/* Tuesday 8 September 2026, 16:42; a drill in two copies, the first reserved for the 10th. */
struct shed {
    struct world *world;
    int64_t item_id, copy_id, other_id, loan_id;
};

static struct shed shed_make(struct world *world)
{
    struct shed shed = {.world = world, .item_id = build_item(world, "Perceuse", "desk", 7)};
    shed.copy_id = build_copy(world, shed.item_id, 1);
    shed.other_id = build_copy(world, shed.item_id, 2);
    shed.loan_id =
        build_loan(world, shed.copy_id, "reserved", "2026-09-10T09:00", "2026-09-11T09:00");
    return shed;
}

static struct copy_task_list list(const struct shed *shed)
{
    struct copy_task_list tasks;
    assert_int_equal(copy_tasks_list(shed->world->db, shed->world->arena, &tasks), ERR_OK);
    return tasks;
}

static void must_move(const struct shed *shed, int64_t id, enum verb verb)
{
    struct outcome outcome;
    assert_int_equal(move_by(shed->world, id, verb, desk(NADIA), &outcome), ERR_OK);
}

static enum err move_to(const struct shed *shed, enum verb verb, int64_t copy_id, const char *from,
                        const char *until, struct outcome *outcome)
{
    const struct terms terms = {.copy_id = copy_id, .from_s = at(from), .until_s = at(until)};
    struct move move = move_make(shed->loan_id, verb, desk(NADIA));
    move.terms = &terms;
    return request_move(shed->world->db, &move, outcome);
}

static void a_copy_that_is_there_makes_no_task(void **state)
{
    const struct shed shed = shed_make(*state);
    struct copy_task task;
    assert_int_equal(list(&shed).count, 0);
    assert_int_equal(copy_tasks_get(shed.world->db, shed.loan_id, shed.world->arena, &task),
                     ERR_NOT_FOUND);
}

static void a_copy_that_leaves_makes_its_later_loans_tasks(void **state)
{
    static const struct {
        enum verb verb;
        enum state why;
    } ways[] = {
        {VERB_MAINTAIN, STATE_MAINTENANCE},
        {VERB_MISS, STATE_MISSING},
        {VERB_RETIRE, STATE_RETIRED},
    };
    const struct shed shed = shed_make(*state);
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        struct copy_task task;
        must_move(&shed, shed.copy_id, ways[i].verb);
        const struct copy_task_list tasks = list(&shed);
        assert_int_equal(tasks.count, 1);
        assert_false(tasks.is_more);
        assert_int_equal(tasks.tasks[0].line.request_id, shed.loan_id);
        assert_int_equal(tasks.tasks[0].why, ways[i].why);
        assert_int_equal(tasks.tasks[0].since_s, clock_now_s());
        assert_int_equal(tasks.tasks[0].keeper_id, 0);
        assert_int_equal(tasks.tasks[0].free_copies, 1);
        assert_int_equal(copy_tasks_get(shed.world->db, shed.loan_id, shed.world->arena, &task),
                         ERR_OK);
        assert_int_equal(task.why, ways[i].why);
    }
}

static void what_the_loan_before_keeps_makes_the_next_a_task(void **state)
{
    static const char *const keeping[] = {"lost", "repair", "parts_owed", "needs_check", "out"};
    struct world *world = *state;
    const struct shed shed = shed_make(world);
    const int64_t home = build_household(world, "0087", "Alma");
    for (size_t i = 0; i < ARRAY_LEN(keeping); i++) {
        const int64_t keeper_id = build_request(world, &(struct build){
                                                           .kind = "loan",
                                                           .state = keeping[i],
                                                           .household_id = home,
                                                           .item_id = shed.item_id,
                                                           .copy_id = shed.copy_id,
                                                           .from_s = at("2026-09-01T09:00"),
                                                           .until_s = at("2026-09-05T09:00"),
                                                           .holds = true,
                                                       });
        const struct copy_task_list tasks = list(&shed);
        assert_int_equal(tasks.count, 1);
        assert_int_equal(tasks.tasks[0].line.request_id, shed.loan_id);
        assert_int_equal(tasks.tasks[0].why, state_of(keeping[i]));
        assert_int_equal(tasks.tasks[0].keeper_id, keeper_id);
        assert_string_equal(tasks.tasks[0].keeper, "0087");
        assert_int_equal(tasks.tasks[0].since_s,
                         strcmp(keeping[i], "out") == 0 ? at("2026-09-05T09:00") : clock_now_s());
        world_exec(world,
                   "DROP TRIGGER IF EXISTS state_change_needs_decision;"
                   "UPDATE request_state SET holds = 0, is_ended = 1, state = 'back'"
                   " WHERE request_id = %lld",
                   (long long)keeper_id);
    }
    assert_int_equal(list(&shed).count, 0);
}

static void what_is_out_and_not_yet_due_is_no_task(void **state)
{
    const struct shed shed = shed_make(*state);
    (void)build_loan(shed.world, shed.copy_id, "out", "2026-09-07T09:00", "2026-09-08T17:00");
    assert_int_equal(list(&shed).count, 0);
    set_time("2026-09-08T17:01");
    assert_int_equal(list(&shed).count, 1);
}

static void what_is_only_late_concerns_the_coming_week_what_is_gone_three(void **state)
{
    const struct shed shed = shed_make(*state);
    (void)build_loan(shed.world, shed.copy_id, "reserved", "2026-09-22T09:00", "2026-09-23T09:00");
    (void)build_loan(shed.world, shed.copy_id, "reserved", "2026-10-01T09:00", "2026-10-02T09:00");
    const int64_t late_id =
        build_loan(shed.world, shed.copy_id, "out", "2026-09-01T09:00", "2026-09-05T09:00");
    assert_int_equal(list(&shed).count, 1);
    must_move(&shed, late_id, VERB_LOSE);
    const struct copy_task_list tasks = list(&shed);
    assert_int_equal(tasks.count, 2);
    assert_int_equal(tasks.tasks[0].line.from_s, at("2026-09-10T09:00"));
    assert_int_equal(tasks.tasks[1].line.from_s, at("2026-09-22T09:00"));
    must_move(&shed, late_id, VERB_FIND);
    assert_int_equal(list(&shed).count, 0);
}

static void more_tasks_than_can_be_shown_are_said(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Chaise", "desk", 7);
    world_exec(world, "BEGIN");
    for (int i = 0; i <= QUEUE_LIST_MAX; i++) {
        const int64_t copy_id = build_request(
            world, &(struct build){.kind = "copy", .state = "missing", .item_id = item_id});
        world_exec(world, "INSERT INTO copy(request_id, item_id, number) VALUES (%lld, %lld, %d)",
                   (long long)copy_id, (long long)item_id, i + 1);
        (void)build_loan(world, copy_id, "reserved", "2026-09-10T09:00", "2026-09-11T09:00");
    }
    world_exec(world, "COMMIT");
    const struct copy_task_list tasks = list(&(struct shed){.world = world});
    assert_int_equal(tasks.count, QUEUE_LIST_MAX);
    assert_true(tasks.is_more);
    assert_int_equal(tasks.tasks[0].free_copies, 0);
}

static void another_copy_for_the_same_days_settles_it_and_nobody_need_be_asked(void **state)
{
    const struct shed shed = shed_make(*state);
    struct outcome outcome;
    must_move(&shed, shed.copy_id, VERB_MAINTAIN);
    assert_int_equal(
        move_to(&shed, VERB_SWAP, shed.other_id, "2026-09-10T09:00", "2026-09-11T09:00", &outcome),
        ERR_OK);
    assert_int_equal(outcome.state, STATE_RESERVED);
    assert_int_equal(list(&shed).count, 0);
    assert_int_equal(world_int(shed.world, "SELECT count(*) FROM notice"), 0);
    assert_int_equal(request_undo(shed.world->db, shed.loan_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(list(&shed).count, 1);
}

static void only_the_copy_is_swapped_not_the_days_and_not_the_thing(void **state)
{
    const struct shed shed = shed_make(*state);
    struct outcome outcome;
    const int64_t saw_id = build_item(shed.world, "Scie", "desk", 7);
    const int64_t saw_copy = build_copy(shed.world, saw_id, 1);
    assert_int_equal(
        move_to(&shed, VERB_SWAP, shed.other_id, "2026-09-10T09:00", "2026-09-12T09:00", &outcome),
        ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_SAME);
    assert_int_equal(
        move_to(&shed, VERB_SWAP, saw_copy, "2026-09-10T09:00", "2026-09-11T09:00", &outcome),
        ERR_CONFLICT);
    assert_int_equal(outcome.reasons, GUARD_COPY);
    (void)build_loan(shed.world, shed.other_id, "reserved", "2026-09-10T14:00", "2026-09-11T14:00");
    assert_int_equal(
        move_to(&shed, VERB_SWAP, shed.other_id, "2026-09-10T09:00", "2026-09-11T09:00", &outcome),
        ERR_CONFLICT);
}

static void what_lay_ready_is_prepared_again_after_a_swap(void **state)
{
    struct shed shed = shed_make(*state);
    struct outcome outcome;
    must_move(&shed, shed.loan_id, VERB_PREPARE);
    assert_int_equal(
        move_to(&shed, VERB_SWAP, shed.other_id, "2026-09-10T09:00", "2026-09-11T09:00", &outcome),
        ERR_OK);
    assert_int_equal(outcome.state, STATE_RESERVED);
}

static void another_date_is_asked_and_a_cancelled_loan_is_told(void **state)
{
    const struct shed shed = shed_make(*state);
    struct outcome outcome;
    must_move(&shed, shed.copy_id, VERB_MISS);
    assert_int_equal(move_to(&shed, VERB_PROPOSE, shed.other_id, "2026-09-15T09:00",
                             "2026-09-16T09:00", &outcome),
                     ERR_OK);
    assert_int_equal(outcome.state, STATE_COUNTER_PROPOSED);
    assert_int_equal(list(&shed).count, 0);
    assert_int_equal(world_int(shed.world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"),
                     1);
    struct move cancel = move_make(shed.loan_id, VERB_CANCEL, desk(NADIA));
    cancel.reason_code = "copy_away";
    assert_int_equal(request_move(shed.world->db, &cancel, &outcome), ERR_OK);
    assert_int_equal(world_int(shed.world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"),
                     2);
}

static void what_somebody_waits_for_is_not_kept_longer(void **state)
{
    struct world *world = *state;
    struct shed shed = shed_make(world);
    struct outcome outcome;
    const int64_t out_id =
        build_loan(world, shed.other_id, "out", "2026-09-07T09:00", "2026-09-09T09:00");
    const int64_t wait_id = build_request(
        world, &(struct build){.kind = "loan", .state = "waitlisted", .item_id = shed.item_id});
    shed.loan_id = out_id;
    assert_int_equal(move_to(&shed, VERB_EXTEND, shed.other_id, "2026-09-07T09:00",
                             "2026-09-12T09:00", &outcome),
                     ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOBODY_WAITS);
    must_move(&shed, wait_id, VERB_CANCEL);
    assert_int_equal(move_to(&shed, VERB_EXTEND, shed.other_id, "2026-09-07T09:00",
                             "2026-09-12T09:00", &outcome),
                     ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_copy_that_is_there_makes_no_task),
        TEST(a_copy_that_leaves_makes_its_later_loans_tasks),
        TEST(what_the_loan_before_keeps_makes_the_next_a_task),
        TEST(what_is_out_and_not_yet_due_is_no_task),
        TEST(what_is_only_late_concerns_the_coming_week_what_is_gone_three),
        TEST(more_tasks_than_can_be_shown_are_said),
        TEST(another_copy_for_the_same_days_settles_it_and_nobody_need_be_asked),
        TEST(only_the_copy_is_swapped_not_the_days_and_not_the_thing),
        TEST(what_lay_ready_is_prepared_again_after_a_swap),
        TEST(another_date_is_asked_and_a_cancelled_loan_is_told),
        TEST(what_somebody_waits_for_is_not_kept_longer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
