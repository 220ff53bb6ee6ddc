/* Who came. */
#include "support_session.h"

#include "base/clock.h"
#include "core/attendance.h"

static const char *const WHEN = "2026-09-09T14:00";
static const char *const DURING = "2026-09-09T15:00";

static struct attendance_mark mark(int64_t request_id, enum verb verb, int adults, int children)
{
    return (struct attendance_mark){
        .request_id = request_id, .verb = verb, .adults = adults, .children = children};
}

static enum err enter(struct world *world, int64_t session_id, const struct attendance_mark *marks,
                      int count, struct attendance_done *done)
{
    const struct attendance what = {
        .session_id = session_id, .actor = desk(NADIA), .marks = marks, .mark_count = count};
    return attendance_enter(world->db, &what, done);
}

static int64_t people(struct world *world, const char *outcome)
{
    return world_int(
        world, "SELECT coalesce(sum(adults + children), 0) FROM act WHERE outcome = %Q", outcome);
}

static void everybody_is_marked_at_once_and_counted_with_those_unnamed(void **state)
{
    struct world *world = *state;
    struct attendance_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), WHEN, 8);
    const struct attendance_mark marks[] = {
        mark(build_booking(world, id, "confirmed", 2, 0), VERB_MARK_PRESENT, 1, 1),
        mark(build_booking(world, id, "confirmed", 1, 0), VERB_MARK_ABSENT, 0, 0),
        mark(build_booking(world, id, "to_reconfirm", 1, 0), VERB_MARK_EXCUSED, 0, 0),
    };
    struct attendance what = {
        .session_id = id,
        .actor = desk(NADIA),
        .marks = marks,
        .mark_count = 3,
        .is_complete = true,
        .expected_no = 1,
        .adults = 4,
        .children = 1,
    };
    set_time(DURING);
    assert_int_equal(attendance_enter(world->db, &what, &done), ERR_OK);
    assert_int_equal(done.changed, 3);
    assert_int_equal(done.outcome.state, STATE_COUNTED);
    assert_int_equal(people(world, "present"), 2);
    assert_int_equal(people(world, "counted"), 5);
    /* Entered again as it stands, nothing changes but what differs. */
    what.expected_no = 0;
    what.children = 0;
    assert_int_equal(attendance_enter(world->db, &what, &done), ERR_OK);
    assert_int_equal(done.changed, 0);
    assert_int_equal(people(world, "present"), 2);
    assert_int_equal(people(world, "counted"), 4);
}

static void a_mark_that_is_refused_keeps_all_out_and_is_named(void **state)
{
    struct world *world = *state;
    struct attendance_done done;
    const int64_t id = add_session(world, build_activity(world, "desk"), WHEN, 8);
    struct attendance_mark marks[] = {
        mark(build_booking(world, id, "confirmed", 2, 0), VERB_MARK_EXCUSED, 0, 0),
        mark(build_booking(world, id, "confirmed", 1, 0), VERB_MARK_PRESENT, 1, 0),
    };
    assert_int_equal(enter(world, id, marks, 2, &done), ERR_DENIED); /* not begun */
    assert_int_equal(done.outcome.reasons, GUARD_BEGUN);
    assert_int_equal(done.refused_id, marks[1].request_id);
    assert_int_equal(state_now(world, marks[0].request_id), STATE_CONFIRMED);
    set_time(DURING);
    marks[1].expected_no = 4;
    assert_int_equal(enter(world, id, marks, 2, &done), ERR_CONFLICT);
    assert_int_equal(state_now(world, marks[0].request_id), STATE_CONFIRMED);
}

static void marks_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    struct attendance_done done;
    const int64_t activity_id = build_activity(world, "desk");
    const int64_t id = add_session(world, activity_id, WHEN, 8);
    const int64_t other = add_session(world, activity_id, WHEN, 8);
    const int64_t booking = build_booking(world, id, "confirmed", 2, 0);
    const struct attendance_mark wrong[] = {
        mark(booking, VERB_MARK_PRESENT, 0, 0),
        mark(booking, VERB_MARK_PRESENT, -1, 2),
        mark(booking, VERB_MARK_PRESENT, ATTENDANCE_PARTY_MAX + 1, 0),
        mark(booking, VERB_CANCEL, 0, 0),
        mark(build_booking(world, other, "confirmed", 1, 0), VERB_MARK_PRESENT, 1, 0),
    };
    set_time(DURING);
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(enter(world, id, &wrong[i], 1, &done), ERR_INVALID);
    }
    const struct attendance crowd = {.session_id = id,
                                     .actor = desk(NADIA),
                                     .is_complete = true,
                                     .adults = ATTENDANCE_HEADS_MAX + 1};
    assert_int_equal(attendance_enter(world->db, &crowd, &done), ERR_INVALID);
}

static void nobody_who_comes_is_sent_away_but_beyond_the_seats_it_is_said(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    int beyond = 0;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = add_session(world, build_activity(world, "desk"), WHEN, 3);
    struct walk_in walk_in = {.session_id = id, .adults = 1, .first_name = "Lou"};
    (void)build_booking(world, id, "confirmed", 2, 0);
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_BEGUN);
    set_time(DURING);
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_OK);
    assert_int_equal(beyond, 0);
    assert_int_equal(receipt.state, STATE_PRESENT);
    walk_in = (struct walk_in){
        .session_id = id, .household_id = home, .adults = 1, .children = 1, .first_name = ""};
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_OK);
    assert_int_equal(beyond, 2);
    assert_int_equal(world_int(world,
                               "SELECT household_id FROM request_state WHERE request_id = %lld",
                               (long long)receipt.request_id),
                     home);
    assert_int_equal(people(world, "present"), 3);
}

static void nobody_walks_into_what_does_not_take_place(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct session_done done;
    int beyond = 0;
    const int64_t id = add_session(world, build_activity(world, "desk"), WHEN, 3);
    struct session_act cancel = act_on(id, VERB_CANCEL, SESSION_ALONE);
    cancel.reason_code = "weather";
    assert_int_equal(session_act(world->db, &cancel, &done), ERR_OK);
    set_time(DURING);
    struct walk_in walk_in = {.session_id = id, .adults = 1, .first_name = ""};
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_CONFLICT);
    walk_in.session_id = 999;
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_NOT_FOUND);
    walk_in.adults = 0;
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_INVALID);
}

static void a_walk_in_noted_by_mistake_leaves_no_figure(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct outcome outcome;
    int beyond = 0;
    const int64_t id = add_session(world, build_activity(world, "desk"), WHEN, 3);
    const struct walk_in walk_in = {.session_id = id, .adults = 2, .first_name = ""};
    const int64_t booking = build_booking(world, id, "present", 1, 0);
    set_time(DURING);
    assert_int_equal(attendance_walk_in(world->db, &walk_in, desk(NADIA), &receipt, &beyond),
                     ERR_OK);
    assert_int_equal(attendance_forget(world->db, receipt.request_id, 1, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(outcome.state, STATE_REPLACED);
    assert_int_equal(people(world, "present"), 0);
    assert_int_equal(to_tell(world), 0);
    assert_int_equal(request_undo(world->db, receipt.request_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(people(world, "present"), 2);
    assert_int_equal(attendance_forget(world->db, booking, 0, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(attendance_forget(world->db, 999, 0, desk(NADIA), &outcome), ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everybody_is_marked_at_once_and_counted_with_those_unnamed),
        TEST(a_mark_that_is_refused_keeps_all_out_and_is_named),
        TEST(marks_that_cannot_be_are_refused),
        TEST(nobody_who_comes_is_sent_away_but_beyond_the_seats_it_is_said),
        TEST(nobody_walks_into_what_does_not_take_place),
        TEST(a_walk_in_noted_by_mistake_leaves_no_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
