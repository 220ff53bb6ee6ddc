/* Organisers reach their own association's lines, and no other. */
#include "support_organiser.h"

#include "core/attendance.h"
#include "core/organiser.h"

static int64_t written(struct world *world)
{
    return world_int(world, "SELECT (SELECT count(*) FROM decision)"
                            " + (SELECT count(*) FROM request) + (SELECT count(*) FROM activity)");
}

static void no_act_reaches_another_associations_line(void **state)
{
    struct world *world = *state;
    struct line line = build_line(world, "automatic");
    const struct association other = build_association(world, "11", "automatic");
    line.of.organiser = other.organiser;
    const int64_t before = written(world);
    static const enum verb verbs[] = {VERB_MOVE, VERB_POSTPONE, VERB_CANCEL, VERB_TELL};
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        struct session_done done;
        struct session_act act = line_move(&line);
        act.verb = verbs[i];
        act.starts_s = verbs[i] == VERB_MOVE ? act.starts_s : 0;
        assert_int_equal(session_act(world->db, &act, &done), ERR_DENIED);
        assert_int_equal(done.outcome.reasons, GUARD_LINE);
    }
    (void)announce(world, &line, other.organiser, VERB_PUBLISH, ERR_DENIED);
    (void)announce(world, &line, other.organiser, VERB_DRAFT, ERR_DENIED);
    assert_int_equal(written(world), before);
}

static enum err lengthen(struct world *world, int64_t session_id, struct actor actor,
                         int64_t *first_id)
{
    int count = 0;
    const struct series_rule rule = {.starts_s = at("2026-10-20T14:00"),
                                     .ends_s = at("2026-10-20T16:00"),
                                     .weeks = 1,
                                     .times = 2};
    return series_extend(world->db, session_id, &rule, VERB_PUBLISH, actor, first_id, &count);
}

static void a_series_is_lengthened_by_its_organiser_as_the_rule_has_it_and_by_no_other(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    const struct association other = build_association(world, "11", "automatic");
    const int64_t series = announce(world, &line, desk(NADIA), VERB_PUBLISH, ERR_OK);
    const int64_t before = written(world);
    int64_t id = 0;
    assert_int_equal(lengthen(world, series, other.organiser, &id), ERR_DENIED);
    assert_int_equal(written(world), before);
    assert_int_equal(lengthen(world, series, line.of.organiser, &id), ERR_OK);
    assert_int_equal(state_now(world, id), STATE_PROPOSED);
    assert_int_equal(session_value(world, id, "capacity"), 6);
}

static void under_the_automatic_rule_a_lengthened_series_stands_in_the_agenda(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "automatic");
    int64_t id = 0;
    const int64_t series = announce(world, &line, line.of.organiser, VERB_PUBLISH, ERR_OK);
    assert_int_equal(lengthen(world, series, line.of.organiser, &id), ERR_OK);
    assert_int_equal(state_now(world, id), STATE_PUBLISHED);
}

static void no_change_proposal_or_undo_reaches_another_associations_line(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    const struct association other = build_association(world, "11", "desk");
    struct session_done done;
    struct outcome outcome;
    must_act(world, line_move(&line), true);
    const int64_t before = written(world);
    struct session_change change = change_of(line.session_id, SESSION_ALONE);
    change.actor = other.organiser;
    change.place = "Ailleurs";
    assert_int_equal(session_change(world->db, &change, &done), ERR_DENIED);
    world_exec(world, "UPDATE partner SET agenda_rule = 'automatic'");
    assert_int_equal(session_change(world->db, &change, &done), ERR_DENIED);
    assert_int_equal(
        move_by(world, amendment_of(world, &line), VERB_CANCEL, other.organiser, &outcome),
        ERR_DENIED);
    assert_int_equal(written(world), before);
    struct session_act cancel = line_act(&line, VERB_CANCEL);
    cancel.reason_code = "weather";
    must_act(world, cancel, false);
    const int no = (int)world_int(world, "SELECT no FROM request_state WHERE request_id = %lld",
                                  (long long)line.session_id);
    assert_int_equal(request_undo(world->db, line.session_id, no, other.organiser, &outcome),
                     ERR_DENIED);
    assert_int_equal(request_undo(world->db, line.session_id, no, line.of.organiser, &outcome),
                     ERR_OK);
    assert_int_equal(state_now(world, line.booking_id), STATE_CONFIRMED);
}

static void no_attendance_of_another_associations_line_is_entered(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "automatic");
    const struct association other = build_association(world, "11", "automatic");
    set_time("2026-09-15T15:00");
    const struct attendance_mark mark = {
        .request_id = line.booking_id, .verb = VERB_MARK_PRESENT, .adults = 2};
    struct attendance what = {
        .session_id = line.session_id, .actor = other.organiser, .marks = &mark, .mark_count = 1};
    struct attendance_done done;
    struct receipt receipt;
    int beyond = 0;
    assert_int_equal(attendance_enter(world->db, &what, &done), ERR_DENIED);
    const struct walk_in walk_in = {.session_id = line.session_id, .adults = 1, .first_name = ""};
    assert_int_equal(attendance_walk_in(world->db, &walk_in, other.organiser, &receipt, &beyond),
                     ERR_DENIED);
    what.actor = line.of.organiser;
    assert_int_equal(attendance_enter(world->db, &what, &done), ERR_OK);
    assert_int_equal(attendance_walk_in(world->db, &walk_in, line.of.organiser, &receipt, &beyond),
                     ERR_OK);
}

static void a_walk_in_of_an_organisers_names_no_household(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "automatic");
    struct receipt receipt;
    int beyond = 0;
    set_time("2026-09-15T15:00");
    const struct walk_in walk_in = {.session_id = line.session_id,
                                    .household_id = build_household(world, "0042", "Lou"),
                                    .adults = 1,
                                    .first_name = ""};
    assert_int_equal(attendance_walk_in(world->db, &walk_in, line.of.organiser, &receipt, &beyond),
                     ERR_DENIED);
}

static void whoever_left_is_an_organiser_no_more(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "automatic");
    struct session_done done;
    bool may = true;
    world_exec(world, "UPDATE staff SET left_at_s = 1 WHERE role = 'organiser'");
    const struct session_act act = line_move(&line);
    assert_int_equal(session_act(world->db, &act, &done), ERR_DENIED);
    assert_int_equal(organiser_may_alone(world->db, &line.of.organiser, &may), ERR_OK);
    assert_false(may);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_act_reaches_another_associations_line),
        TEST(no_change_proposal_or_undo_reaches_another_associations_line),
        TEST(a_series_is_lengthened_by_its_organiser_as_the_rule_has_it_and_by_no_other),
        TEST(under_the_automatic_rule_a_lengthened_series_stands_in_the_agenda),
        TEST(no_attendance_of_another_associations_line_is_entered),
        TEST(a_walk_in_of_an_organisers_names_no_household),
        TEST(whoever_left_is_an_organiser_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
