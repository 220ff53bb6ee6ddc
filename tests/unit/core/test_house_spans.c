#include "core/house.h"

#include "base/clock.h"
#include "support_db.h"

static void assert_span(const struct house_spans *spans, int i, const char *from, const char *until)
{
    assert_true(i < spans->count);
    assert_int_equal(spans->spans[i].from_s, at(from));
    assert_int_equal(spans->spans[i].until_s, at(until));
}

static void hours_are_those_of_each_local_day_clipped_to_what_was_asked(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    assert_int_equal(
        house_open_spans(world->db, at("2026-09-08T10:00"), at("2026-09-09T15:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 4);
    assert_span(&spans, 0, "2026-09-08T10:00", "2026-09-08T12:00");
    assert_span(&spans, 1, "2026-09-08T14:00", "2026-09-08T18:00");
    assert_span(&spans, 2, "2026-09-09T09:00", "2026-09-09T12:00");
    assert_span(&spans, 3, "2026-09-09T14:00", "2026-09-09T15:00");
}

static void hours_keep_their_local_time_when_summer_time_ends(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    world_exec(world, "INSERT INTO opening VALUES (7, 60, 240)");
    assert_int_equal(
        house_open_spans(world->db, at("2026-10-25T00:00"), at("2026-10-26T00:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 1);
    assert_span(&spans, 0, "2026-10-25T01:00", "2026-10-25T04:00");
    assert_int_equal(spans.spans[0].until_s - spans.spans[0].from_s, 4 * CLOCK_HOUR_S);
}

static void an_opening_inside_the_hour_that_spring_skips_is_no_opening_time(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    world_exec(world, "INSERT INTO opening VALUES (7, 120, 180)");
    assert_int_equal(
        house_open_spans(world->db, at("2027-03-28T00:00"), at("2027-03-29T00:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 0);
}

static void hours_up_to_midnight_and_from_midnight_are_one_span(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    world_exec(world, "INSERT INTO opening VALUES (7, 1200, 1440), (1, 0, 60)");
    assert_int_equal(
        house_open_spans(world->db, at("2026-09-13T00:00"), at("2026-09-14T12:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 1);
    assert_span(&spans, 0, "2026-09-13T20:00", "2026-09-14T01:00");
}

static void overlapping_rows_of_hours_are_one_span(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    world_exec(world, "INSERT INTO opening VALUES (6, 600, 660), (6, 690, 780)");
    assert_int_equal(
        house_open_spans(world->db, at("2026-09-12T00:00"), at("2026-09-13T00:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 1);
    assert_span(&spans, 0, "2026-09-12T09:00", "2026-09-12T13:00");
}

static void a_closing_takes_the_hours_it_covers_and_cuts_those_it_touches(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    (void)build_closing(world, "2026-09-08T15:00", "2026-09-08T16:00", "training");
    (void)build_closing(world, "2026-09-08T17:00", "2026-09-09T13:00", "absence");
    assert_int_equal(
        house_open_spans(world->db, at("2026-09-08T13:00"), at("2026-09-10T00:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 3);
    assert_span(&spans, 0, "2026-09-08T14:00", "2026-09-08T15:00");
    assert_span(&spans, 1, "2026-09-08T16:00", "2026-09-08T17:00");
    assert_span(&spans, 2, "2026-09-09T14:00", "2026-09-09T18:00");
    assert_int_equal(
        house_usual_spans(world->db, at("2026-09-08T13:00"), at("2026-09-10T00:00"), &spans),
        ERR_OK);
    assert_int_equal(spans.count, 3);
    assert_span(&spans, 0, "2026-09-08T14:00", "2026-09-08T18:00");
}

static void more_spans_than_there_is_room_for_are_refused_not_cut_off(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    assert_int_equal(
        house_open_spans(world->db, at("2026-01-01T00:00"), at("2028-01-01T00:00"), &spans),
        ERR_FULL);
}

static void without_a_roster_the_opening_hours_are_staffed(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    assert_int_equal(house_staffed_spans(world->db, at("2026-09-08T00:00"), at("2026-09-09T00:00"),
                                         KARIM, &spans),
                     ERR_OK);
    assert_int_equal(spans.count, 2);
}

static void with_a_roster_only_planned_hours_are_staffed_until_it_ends(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    build_roster(world, NADIA, "2026-09-08T08:00", "2026-09-08T11:00");
    build_roster(world, KARIM, "2026-09-08T10:00", "2026-09-08T15:00");
    build_roster(world, NADIA, "2026-09-10T14:00", "2026-09-10T18:00");
    assert_int_equal(
        house_staffed_spans(world->db, at("2026-09-08T00:00"), at("2026-09-12T00:00"), 0, &spans),
        ERR_OK);
    assert_int_equal(spans.count, 5);
    assert_span(&spans, 0, "2026-09-08T09:00", "2026-09-08T12:00");
    assert_span(&spans, 1, "2026-09-08T14:00", "2026-09-08T15:00");
    assert_span(&spans, 2, "2026-09-10T14:00", "2026-09-10T18:00");
    assert_span(&spans, 3, "2026-09-11T09:00", "2026-09-11T12:00");
}

static void a_colleagues_roster_is_the_roster_less_the_one_who_may_not(void **state)
{
    struct world *world = *state;
    struct house_spans spans;
    build_roster(world, NADIA, "2026-09-08T09:00", "2026-09-08T12:00");
    build_roster(world, KARIM, "2026-09-09T09:00", "2026-09-09T12:00");
    assert_int_equal(house_staffed_spans(world->db, at("2026-09-08T00:00"), at("2026-09-09T13:00"),
                                         NADIA, &spans),
                     ERR_OK);
    assert_int_equal(spans.count, 1);
    assert_span(&spans, 0, "2026-09-09T09:00", "2026-09-09T12:00");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(hours_are_those_of_each_local_day_clipped_to_what_was_asked),
        TEST(hours_keep_their_local_time_when_summer_time_ends),
        TEST(an_opening_inside_the_hour_that_spring_skips_is_no_opening_time),
        TEST(hours_up_to_midnight_and_from_midnight_are_one_span),
        TEST(overlapping_rows_of_hours_are_one_span),
        TEST(a_closing_takes_the_hours_it_covers_and_cuts_those_it_touches),
        TEST(more_spans_than_there_is_room_for_are_refused_not_cut_off),
        TEST(without_a_roster_the_opening_hours_are_staffed),
        TEST(with_a_roster_only_planned_hours_are_staffed_until_it_ends),
        TEST(a_colleagues_roster_is_the_roster_less_the_one_who_may_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
