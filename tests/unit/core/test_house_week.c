#include "core/house_edit.h"

#include "base/clock.h"
#include "support_house.h"

enum { TUESDAY = 2, WEDNESDAY = 3, FRIDAY = 5 };

static enum err set_week(struct world *world, const struct house_opening *openings, int count)
{
    int moved = 0;
    return house_set_week(world->db, openings, count, NULL, NULL, &moved);
}

static void the_week_is_written_anew(void **state)
{
    struct world *world = *state;
    struct house_opening openings[HOUSE_OPENINGS_MAX];
    int count = 0;
    const struct house_opening week[] = {
        {FRIDAY, 600, 720}, {TUESDAY, 540, 720}, {TUESDAY, 720, 800}};
    assert_int_equal(set_week(world, week, 3), ERR_OK);
    assert_int_equal(house_openings(world->db, openings, &count), ERR_OK);
    assert_int_equal(count, 3);
    assert_int_equal(openings[0].weekday, TUESDAY);
    assert_int_equal(openings[1].closes_min, 800);
    assert_int_equal(openings[2].weekday, FRIDAY);
}

static void a_week_that_cannot_be_is_refused_and_the_old_one_stays(void **state)
{
    struct world *world = *state;
    static struct house_opening many[HOUSE_OPENINGS_MAX + 1];
    const struct house_opening twice[] = {{TUESDAY, 540, 720}, {TUESDAY, 700, 800}};
    const struct house_opening odd[] = {{TUESDAY, 540, 720}, {8, 540, 720}};
    const struct house_opening backwards[] = {{TUESDAY, 720, 540}};
    assert_int_equal(set_week(world, twice, 2), ERR_INVALID);
    assert_int_equal(set_week(world, odd, 2), ERR_INVALID);
    assert_int_equal(set_week(world, backwards, 1), ERR_INVALID);
    assert_int_equal(set_week(world, NULL, 0), ERR_INVALID);
    assert_int_equal(set_week(world, many, HOUSE_OPENINGS_MAX + 1), ERR_FULL);
    assert_int_equal(world_int(world, "SELECT count(*) FROM opening"), 9);
}

static void promises_outside_the_new_hours_move_and_are_told(void **state)
{
    struct world *world = *state;
    struct heard heard = {0};
    int moved = 0;
    const struct house_opening week[] = {{WEDNESDAY, 840, 1080}, {FRIDAY, 540, 720}};
    const int64_t overdue = build_waiting(world, "2026-09-08T16:00", 0);
    const int64_t today = build_waiting(world, "2026-09-08T17:15", 0);
    const int64_t stands = build_waiting(world, "2026-09-09T14:30", 0);
    const int64_t to_the_end = build_waiting(world, "2026-09-09T18:00", 0);
    const int64_t at_its_start = build_waiting(world, "2026-09-11T09:00", 0);
    assert_int_equal(house_set_week(world->db, week, 2, hear, &heard, &moved), ERR_OK);
    assert_int_equal(moved, 2);
    assert_int_equal(heard.count, 2);
    assert_int_equal(heard.ids[0], today);
    assert_int_equal(heard.ids[1], at_its_start);
    assert_int_equal(promise_of(world, overdue), at("2026-09-08T16:00"));
    assert_int_equal(promise_of(world, today), at("2026-09-09T14:30"));
    assert_int_equal(promise_of(world, stands), at("2026-09-09T14:30"));
    assert_int_equal(promise_of(world, to_the_end), at("2026-09-09T18:00"));
}

static void a_promise_of_who_is_at_the_desk_stands_without_a_roster_for_it(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const struct house_opening week[] = {{TUESDAY, 840, 1080}, {WEDNESDAY, 840, 1080}};
    build_roster(world, KARIM, "2026-09-09T14:00", "2026-09-09T18:00");
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    const int64_t hers = build_waiting(world, "2026-09-08T17:15", 0);
    const int64_t not_hers = build_waiting(world, "2026-09-08T17:15", NADIA);
    assert_int_equal(house_set_week(world->db, week, 2, NULL, NULL, &moved), ERR_OK);
    assert_int_equal(moved, 1);
    assert_int_equal(promise_of(world, hers), at("2026-09-08T17:15"));
    assert_int_equal(promise_of(world, not_hers), at("2026-09-09T14:30"));
}

static void a_guests_hold_does_not_end_while_the_house_is_closed(void **state)
{
    struct world *world = *state;
    const struct house_opening week[] = {{WEDNESDAY, 540, 720}};
    const int64_t session_id = build_session(world, "2026-09-12T14:00", 8, "desk");
    const char *ends[] = {"2026-09-08T18:00", "2026-09-09T12:00", "2026-09-10T12:00"};
    for (int i = 0; i < 3; i++) {
        (void)build_request(world, &(struct build){.kind = "booking",
                                                   .state = "asked",
                                                   .waits = true,
                                                   .holds = true,
                                                   .session_id = session_id,
                                                   .adults = 1,
                                                   .answer_by_s = at("2026-09-09T09:30"),
                                                   .hold_ends_s = at(ends[i])});
    }
    assert_int_equal(set_week(world, week, 1), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_state WHERE hold_ends_s = %lld",
                               (long long)at("2026-09-09T12:00")),
                     3);
}

static void what_cannot_be_told_leaves_the_week_as_it_was(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const struct house_opening week[] = {{FRIDAY, 540, 720}};
    (void)build_waiting(world, "2026-09-08T17:15", 0);
    assert_int_equal(house_set_week(world->db, week, 1, hear_badly, NULL, &moved), ERR_NO_SPACE);
    assert_int_equal(moved, 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM opening"), 9);
    set_time("2026-09-01T10:00");
    assert_int_equal(house_set_week(world->db, week, 1, NULL, NULL, &moved), ERR_CLOCK);
}

static void a_closing_to_come_goes_and_one_that_runs_ends_now(void **state)
{
    struct world *world = *state;
    const int64_t over = build_closing(world, "2026-09-01T00:00", "2026-09-02T00:00", "other");
    const int64_t runs = build_closing(world, "2026-09-08T00:00", "2026-09-10T00:00", "holiday");
    const int64_t comes = build_closing(world, "2026-09-12T00:00", "2026-09-13T00:00", "other");
    assert_int_equal(house_lift_closing(world->db, over), ERR_CONFLICT);
    assert_int_equal(house_lift_closing(world->db, 99), ERR_NOT_FOUND);
    assert_int_equal(house_lift_closing(world->db, runs), ERR_OK);
    assert_int_equal(house_lift_closing(world->db, comes), ERR_OK);
    assert_int_equal(
        world_int(world, "SELECT until_s FROM closing WHERE id = %lld", (long long)runs),
        at(WORLD_NOW));
    assert_int_equal(world_int(world, "SELECT count(*) FROM closing"), 2);
    set_time("2026-09-01T10:00");
    assert_int_equal(house_lift_closing(world->db, runs), ERR_CLOCK);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_week_is_written_anew),
        TEST(a_week_that_cannot_be_is_refused_and_the_old_one_stays),
        TEST(promises_outside_the_new_hours_move_and_are_told),
        TEST(a_promise_of_who_is_at_the_desk_stands_without_a_roster_for_it),
        TEST(a_guests_hold_does_not_end_while_the_house_is_closed),
        TEST(what_cannot_be_told_leaves_the_week_as_it_was),
        TEST(a_closing_to_come_goes_and_one_that_runs_ends_now),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
