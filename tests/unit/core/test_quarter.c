/* Figures that were handed in stay as they are; what becomes known later is counted later. */
#include "support_ask.h"

#include "core/quarter.h"

static const char WHEN[] = "2026-09-09T14:00";
enum { THIRD = 20263, FOURTH = 20264 };

/* Inès, a coordinator. */
static int64_t build_coordinator(struct world *world)
{
    const int64_t id = build_staff(world, "03", "Inès");
    world_exec(world, "UPDATE staff SET role = 'coordinator' WHERE id = %lld", (long long)id);
    return id;
}

static void close_third(struct world *world)
{
    set_time("2026-10-05T10:00");
    assert_int_equal(quarter_close(world->db, THIRD, build_coordinator(world)), ERR_OK);
}

static int64_t figures(struct world *world, int day, int for_day)
{
    return world_int(world,
                     "SELECT coalesce(sum(adults), 0) FROM act"
                     " WHERE day = %d AND coalesce(for_day, 0) = %d",
                     day, for_day);
}

static void quarters_are_those_of_the_year(void **state)
{
    (void)state;
    assert_int_equal(quarter_of(at("2026-01-01T00:00")), 20261);
    assert_int_equal(quarter_of(at("2026-03-31T23:59")), 20261);
    assert_int_equal(quarter_of(at("2026-04-01T00:00")), 20262);
    assert_int_equal(quarter_of(at("2026-09-30T23:59")), THIRD);
    assert_int_equal(quarter_of(at("2026-12-31T23:59")), FOURTH);
}

static void the_days_of_a_quarter_hold_all_of_its_acts_and_no_other(void **state)
{
    struct quarter_days days;
    (void)state;
    assert_int_equal(quarter_days(20261, &days), ERR_OK);
    assert_true(days.first == 20260101 && days.last >= 20260331 && days.last < 20260401);
    assert_int_equal(quarter_days(FOURTH, &days), ERR_OK);
    assert_true(days.first == 20261001 && days.last >= 20261231 && days.last < 20270101);
    assert_int_equal(quarter_days(20265, &days), ERR_INVALID);
    assert_int_equal(quarter_days(-1, &days), ERR_INVALID);
}

static void a_coordinator_closes_a_quarter_that_is_over_once(void **state)
{
    struct world *world = *state;
    const int64_t ines = build_coordinator(world);
    bool is_closed = true;
    assert_int_equal(quarter_close(world->db, THIRD, ines), ERR_CONFLICT); /* not over yet */
    set_time("2026-10-01T00:00");
    assert_int_equal(quarter_close(world->db, THIRD, NADIA), ERR_DENIED);
    assert_int_equal(quarter_close(world->db, THIRD, 99), ERR_NOT_FOUND);
    assert_int_equal(quarter_close(world->db, 20265, ines), ERR_INVALID);
    assert_int_equal(quarter_close(world->db, 3, ines), ERR_INVALID);
    assert_int_equal(quarter_is_closed(world->db, THIRD, &is_closed), ERR_OK);
    assert_false(is_closed);
    assert_int_equal(quarter_close(world->db, THIRD, ines), ERR_OK);
    assert_int_equal(quarter_is_closed(world->db, THIRD, &is_closed), ERR_OK);
    assert_true(is_closed);
    assert_int_equal(quarter_close(world->db, THIRD, ines), ERR_CONFLICT);
    assert_false(world_try(world, "DELETE FROM closed_quarter"));
    assert_false(world_try(world, "UPDATE closed_quarter SET quarter = 20262"));
    set_time("2026-09-20T10:00");
    assert_int_equal(quarter_close(world->db, 20262, ines), ERR_CLOCK);
}

static void nothing_is_dated_into_a_closed_quarter(void **state)
{
    struct world *world = *state;
    static const char act[] = "INSERT INTO act(day, kind, subject_code, outcome, ended_by, channel,"
                              " is_known, district) VALUES (20260930, 'help', '', 'done', 'desk',"
                              " 'desk', 0, '')";
    assert_true(world_try(world, act));
    close_third(world);
    assert_false(world_try(world, act));
}

static void what_becomes_known_later_is_a_figure_of_a_later_day(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 20, "desk");
    const int64_t late = build_booking(world, session_id, "confirmed", 2, 0);
    const int64_t marked = build_booking(world, session_id, "confirmed", 3, 0);
    struct quarter_unmarked unmarked;
    set_time("2026-09-09T14:30");
    assert_int_equal(move_by(world, marked, VERB_MARK_PRESENT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(quarter_unmarked(world->db, THIRD, &unmarked), ERR_OK);
    assert_int_equal(unmarked.bookings, 1);
    assert_int_equal(unmarked.sessions, 1);
    assert_int_equal(quarter_unmarked(world->db, FOURTH, &unmarked), ERR_OK);
    assert_int_equal(unmarked.bookings + unmarked.sessions, 0);
    assert_int_equal(quarter_unmarked(world->db, 0, &unmarked), ERR_INVALID);
    close_third(world);
    assert_int_equal(figures(world, 20260909, 0), 3);
    /* Who was never marked may still be; what was handed in stays. */
    assert_int_equal(move_by(world, late, VERB_MARK_PRESENT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(figures(world, 20261005, 20260909), 2);
    /* A mark is closed with its quarter; the desk may take it back with a reason. */
    assert_int_equal(move_by(world, marked, VERB_MARK_ABSENT, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_QUARTER);
    assert_int_equal(request_reopen(world->db, marked, desk(NADIA), "mistake", &outcome), ERR_OK);
    assert_int_equal(figures(world, 20260909, 0), 3);
    assert_int_equal(figures(world, 20261005, 20260909), 2 - 3);
}

static void marks_stay_open_until_the_quarter_is_closed(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 20, "desk");
    const int64_t id = build_booking(world, session_id, "confirmed", 1, 0);
    set_time("2026-10-05T09:00"); /* the quarter is over, and open */
    static const enum verb verbs[] = {VERB_MARK_PRESENT, VERB_MARK_ABSENT, VERB_MARK_EXCUSED,
                                      VERB_MARK_PRESENT};
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        assert_int_equal(move_by(world, id, verbs[i], desk(NADIA), &outcome), ERR_OK);
    }
    assert_int_equal(move_by(world, session_id, VERB_COUNT_IN, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act WHERE day <> 20260909"), 0);
    close_third(world);
    assert_int_equal(move_by(world, id, VERB_MARK_EXCUSED, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(move_by(world, session_id, VERB_COUNT_IN, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_QUARTER);
}

static void what_is_undone_after_the_closing_is_taken_back_later(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    struct outcome undone;
    const int64_t session_id = build_session(world, "2026-09-30T14:00", 20, "desk");
    const int64_t id = build_booking(world, session_id, "confirmed", 1, 0);
    set_time("2026-10-05T09:55");
    assert_int_equal(move_by(world, id, VERB_MARK_PRESENT, desk(NADIA), &outcome), ERR_OK);
    const int64_t marked = figures(world, 20260909, 0) + figures(world, 20260930, 0);
    assert_int_equal(marked, 1);
    close_third(world);
    assert_int_equal(request_undo(world->db, id, outcome.no, desk(NADIA), &undone), ERR_OK);
    assert_int_equal(world_int(world, "SELECT sum(adults) FROM act WHERE for_day IS NULL"), 1);
    assert_int_equal(world_int(world, "SELECT sum(adults) FROM act WHERE day = 20261005"
                                      " AND for_day < 20261001"),
                     -1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(quarters_are_those_of_the_year),
        TEST(the_days_of_a_quarter_hold_all_of_its_acts_and_no_other),
        TEST(a_coordinator_closes_a_quarter_that_is_over_once),
        TEST(nothing_is_dated_into_a_closed_quarter),
        TEST(what_becomes_known_later_is_a_figure_of_a_later_day),
        TEST(marks_stay_open_until_the_quarter_is_closed),
        TEST(what_is_undone_after_the_closing_is_taken_back_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
