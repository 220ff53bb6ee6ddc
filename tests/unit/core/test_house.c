#include "core/house.h"

#include "base/clock.h"
#include "support_db.h"

static struct house_status status_of(struct world *world)
{
    struct house_status status;
    assert_int_equal(house_status(world->db, clock_now_s(), &status), ERR_OK);
    return status;
}

static void assert_answer(struct world *world, int64_t not_staff_id, const char *expected)
{
    int64_t answer_s = 0;
    assert_int_equal(house_answer_by(world->db, clock_now_s(), not_staff_id, &answer_s), ERR_OK);
    assert_int_equal(answer_s, at(expected));
}

static void open_means_that_somebody_took_the_desk(void **state)
{
    struct world *world = *state;
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    clock_advance_ms(60000);
    assert_int_equal(house_take_desk(world->db, KARIM), ERR_OK);
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_OPEN);
    assert_int_equal(status.until_s, at("2026-09-08T18:00"));
    assert_int_equal(status.next_open_s, at("2026-09-09T09:00"));
    assert_int_equal(status.name_count, 2);
    assert_string_equal(status.names[0], "Nadia");
    assert_string_equal(status.names[1], "Karim");
    assert_int_equal(status.staff_ids[1], KARIM);
}

static void nobody_is_late_until_the_grace_is_over(void **state)
{
    struct world *world = *state;
    set_time("2026-09-08T14:00");
    assert_int_equal(status_of(world).state, HOUSE_EXPECTED);
    set_time("2026-09-08T14:19:59");
    assert_int_equal(status_of(world).state, HOUSE_EXPECTED);
    set_time("2026-09-08T14:20");
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_LATE);
    assert_int_equal(status.until_s, at("2026-09-08T18:00"));
    assert_int_equal(status.name_count, 0);
}

static void outside_the_hours_the_house_is_closed_and_says_when_it_opens(void **state)
{
    struct world *world = *state;
    set_time("2026-09-12T12:00");
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_CLOSED);
    assert_int_equal(status.until_s, 0);
    assert_int_equal(status.next_open_s, at("2026-09-15T09:00"));
    assert_string_equal(status.reason_code, "");
}

static void somebody_at_the_desk_in_the_lunch_break_keeps_the_house_open(void **state)
{
    struct world *world = *state;
    (void)build_presence(world, NADIA, "2026-09-08T08:50");
    set_time("2026-09-08T12:30");
    const struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_OPEN);
    assert_int_equal(status.until_s, 0);
    assert_int_equal(status.next_open_s, at("2026-09-08T14:00"));
}

static void a_forgotten_presence_ends_with_the_days_hours(void **state)
{
    struct world *world = *state;
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    set_time("2026-09-08T17:59");
    assert_int_equal(status_of(world).state, HOUSE_OPEN);
    set_time("2026-09-08T18:00");
    assert_int_equal(status_of(world).state, HOUSE_CLOSED);
    set_time("2026-09-09T09:30");
    assert_int_equal(status_of(world).state, HOUSE_LATE);
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(status_of(world).state, HOUSE_OPEN);
    assert_int_equal(world_int(world, "SELECT count(*) FROM presence WHERE ended_s IS NULL"), 1);
}

static void who_takes_the_desk_after_the_hours_opens_the_house(void **state)
{
    struct world *world = *state;
    set_time("2026-09-08T19:00");
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_OK);
    assert_int_equal(status_of(world).state, HOUSE_OPEN);
}

static void a_closing_says_its_reason_while_hours_of_today_are_lost(void **state)
{
    struct world *world = *state;
    (void)build_closing(world, "2026-09-08T16:00", "2026-09-20T00:00", "holiday");
    struct house_status status = status_of(world);
    assert_int_equal(status.state, HOUSE_CLOSED_TODAY);
    assert_string_equal(status.reason_code, "holiday");
    assert_int_equal(status.next_open_s, at("2026-09-22T09:00"));
    set_time("2026-09-13T10:00"); /* a Sunday is closed anyway */
    status = status_of(world);
    assert_int_equal(status.state, HOUSE_CLOSED);
    assert_string_equal(status.reason_code, "");
}

static void a_clock_earlier_than_the_last_record_promises_no_hours(void **state)
{
    struct world *world = *state;
    int64_t answer_s = 0;
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s() + 61);
    assert_int_equal(status_of(world).state, HOUSE_CLOCK);
    assert_int_equal(house_answer_by(world->db, clock_now_s(), 0, &answer_s), ERR_CLOCK);
    assert_int_equal(house_hold_end(world->db, clock_now_s(), &answer_s), ERR_CLOCK);
    assert_int_equal(house_check_clock(world->db, clock_now_s()), ERR_CLOCK);
    assert_int_equal(house_take_desk(world->db, NADIA), ERR_CLOCK);
    assert_int_equal(house_leave_desk(world->db, NADIA), ERR_CLOCK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM presence"), 0);
    clock_advance_ms(1000); /* a minute is only a clock being kept right */
    assert_int_equal(status_of(world).state, HOUSE_LATE);
}

static void what_is_written_moves_the_last_record_on_and_never_back(void **state)
{
    struct world *world = *state;
    const int64_t now_s = clock_now_s();
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(house_stamp_clock(world->db, now_s), ERR_OK);
    assert_int_equal(house_stamp_clock(world->db, now_s - 30), ERR_OK);
    assert_int_equal(house_stamp_clock(world->db, now_s - 61), ERR_CLOCK);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(world_int(world, "SELECT last_record_s FROM site"), now_s);
}

static void an_answer_comes_half_an_hour_from_now_when_somebody_is_there(void **state)
{
    struct world *world = *state;
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    assert_answer(world, 0, "2026-09-08T17:15"); /* 16:42 + 30 min, up to 5 min */
    set_time("2026-09-08T17:30");
    assert_answer(world, 0, "2026-09-08T18:00");
}

static void too_late_in_the_opening_the_next_one_answers(void **state)
{
    struct world *world = *state;
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    set_time("2026-09-08T17:31");
    assert_answer(world, 0, "2026-09-09T09:30");
}

static void within_the_grace_somebody_is_still_expected(void **state)
{
    struct world *world = *state;
    set_time("2026-09-08T14:10");
    assert_answer(world, 0, "2026-09-08T14:40");
    set_time("2026-09-08T14:20");
    assert_answer(world, 0, "2026-09-09T09:30");
}

static void a_short_opening_answers_at_its_end(void **state)
{
    struct world *world = *state;
    world_exec(world, "DELETE FROM opening; INSERT INTO opening VALUES (4, 1020, 1040)");
    assert_answer(world, 0, "2026-09-10T17:20");
}

static void who_may_not_answer_does_not_count_as_there(void **state)
{
    struct world *world = *state;
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    build_roster(world, NADIA, "2026-09-08T14:00", "2026-09-08T18:00");
    build_roster(world, KARIM, "2026-09-10T14:00", "2026-09-10T18:00");
    assert_answer(world, 0, "2026-09-08T17:15");
    assert_answer(world, NADIA, "2026-09-10T14:30");
    (void)build_presence(world, KARIM, "2026-09-08T16:00"); /* came all the same */
    assert_answer(world, NADIA, "2026-09-08T17:15");
}

static void an_opening_weeks_away_is_still_found_and_beyond_the_horizon_nothing_is(void **state)
{
    struct world *world = *state;
    int64_t answer_s = 7;
    (void)build_closing(world, "2026-09-08T00:00", "2026-10-20T00:00", "holiday");
    assert_answer(world, 0, "2026-10-20T09:30");
    (void)build_closing(world, "2026-10-20T00:00", "2026-12-01T00:00", "holiday");
    assert_int_equal(house_answer_by(world->db, clock_now_s(), 0, &answer_s), ERR_NOT_FOUND);
    assert_int_equal(answer_s, 0);
    assert_int_equal(house_hold_end(world->db, clock_now_s(), &answer_s), ERR_NOT_FOUND);
}

static void a_guests_hold_lasts_to_the_end_of_the_opening_that_answers(void **state)
{
    struct world *world = *state;
    int64_t end_s = 0;
    (void)build_presence(world, NADIA, "2026-09-08T14:00");
    assert_int_equal(house_hold_end(world->db, clock_now_s(), &end_s), ERR_OK);
    assert_int_equal(end_s, at("2026-09-08T18:00"));
    assert_int_equal(house_hold_end(world->db, at("2026-09-08T17:45"), &end_s), ERR_OK);
    assert_int_equal(end_s, at("2026-09-09T12:00"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(open_means_that_somebody_took_the_desk),
        TEST(nobody_is_late_until_the_grace_is_over),
        TEST(outside_the_hours_the_house_is_closed_and_says_when_it_opens),
        TEST(somebody_at_the_desk_in_the_lunch_break_keeps_the_house_open),
        TEST(a_forgotten_presence_ends_with_the_days_hours),
        TEST(who_takes_the_desk_after_the_hours_opens_the_house),
        TEST(a_closing_says_its_reason_while_hours_of_today_are_lost),
        TEST(a_clock_earlier_than_the_last_record_promises_no_hours),
        TEST(what_is_written_moves_the_last_record_on_and_never_back),
        TEST(an_answer_comes_half_an_hour_from_now_when_somebody_is_there),
        TEST(too_late_in_the_opening_the_next_one_answers),
        TEST(within_the_grace_somebody_is_still_expected),
        TEST(a_short_opening_answers_at_its_end),
        TEST(who_may_not_answer_does_not_count_as_there),
        TEST(an_opening_weeks_away_is_still_found_and_beyond_the_horizon_nothing_is),
        TEST(a_guests_hold_lasts_to_the_end_of_the_opening_that_answers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
