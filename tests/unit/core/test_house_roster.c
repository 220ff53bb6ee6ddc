#include "core/house_edit.h"

#include "base/clock.h"
#include "support_db.h"

enum { TUESDAY = 2, SATURDAY = 6, SUNDAY = 7 };

static enum err set_roster(struct world *world, const char *week, const struct house_shift *shifts,
                           int count, int repeats)
{
    int moved = 0;
    return house_set_roster(world->db, at(week), shifts, count, repeats, NULL, NULL, &moved);
}

static int64_t planned(struct world *world)
{
    return world_int(world, "SELECT count(*) FROM roster");
}

static int64_t starts(struct world *world, int64_t staff_id, int nth)
{
    return world_int(world,
                     "SELECT starts_s FROM roster WHERE staff_id = %lld"
                     " ORDER BY starts_s LIMIT 1 OFFSET %d",
                     (long long)staff_id, nth);
}

static void a_week_replaces_what_was_planned_in_it_and_no_other(void **state)
{
    struct world *world = *state;
    const struct house_shift shifts[] = {{NADIA, TUESDAY, 540, 720}, {KARIM, TUESDAY, 540, 720}};
    build_roster(world, NADIA, "2026-09-07T09:00", "2026-09-07T12:00");
    build_roster(world, NADIA, "2026-09-13T09:00", "2026-09-13T12:00");
    build_roster(world, NADIA, "2026-09-14T09:00", "2026-09-14T12:00");
    assert_int_equal(set_roster(world, "2026-09-09T11:00", shifts, 2, 0), ERR_OK);
    assert_int_equal(planned(world), 3);
    assert_int_equal(starts(world, NADIA, 0), at("2026-09-08T09:00"));
    assert_int_equal(starts(world, NADIA, 1), at("2026-09-14T09:00"));
    assert_int_equal(set_roster(world, "2026-09-07T00:00", NULL, 0, 0), ERR_OK);
    assert_int_equal(planned(world), 1);
}

static void a_week_is_repeated_at_the_same_hours_after_the_clocks_changed(void **state)
{
    struct world *world = *state;
    const struct house_shift shifts[] = {{NADIA, SUNDAY, 540, 720}, {NADIA, SATURDAY, 1200, 1440}};
    assert_int_equal(set_roster(world, "2026-10-12T00:00", shifts, 2, 2), ERR_OK);
    assert_int_equal(planned(world), 6);
    assert_int_equal(starts(world, NADIA, 1), at("2026-10-18T09:00"));
    assert_int_equal(starts(world, NADIA, 3), at("2026-10-25T09:00"));
    assert_int_equal(starts(world, NADIA, 5), at("2026-11-01T09:00"));
    assert_int_equal(world_int(world, "SELECT max(ends_s) FROM roster WHERE starts_s < %lld",
                               (long long)at("2026-10-25T00:00")),
                     at("2026-10-25T00:00"));
}

static void a_roster_that_cannot_be_is_refused(void **state)
{
    struct world *world = *state;
    static struct house_shift many[HOUSE_SHIFTS_MOST + 1];
    const struct house_shift twice[] = {{NADIA, TUESDAY, 540, 720}, {NADIA, TUESDAY, 700, 800}};
    const struct house_shift odd = {NADIA, 0, 540, 720};
    const struct house_shift backwards = {NADIA, TUESDAY, 720, 540};
    const struct house_shift nobody = {99, TUESDAY, 540, 720};
    const struct house_shift karim = {KARIM, TUESDAY, 540, 720};
    world_exec(world, "UPDATE staff SET role = 'organiser' WHERE id = %d", KARIM);
    assert_int_equal(set_roster(world, WORLD_NOW, twice, 2, 0), ERR_CONFLICT);
    assert_int_equal(set_roster(world, WORLD_NOW, &odd, 1, 0), ERR_INVALID);
    assert_int_equal(set_roster(world, WORLD_NOW, &backwards, 1, 0), ERR_INVALID);
    assert_int_equal(set_roster(world, "2026-09-06T10:00", NULL, 0, 0), ERR_INVALID);
    assert_int_equal(set_roster(world, WORLD_NOW, NULL, 0, HOUSE_REPEAT_MOST + 1), ERR_INVALID);
    assert_int_equal(set_roster(world, WORLD_NOW, NULL, 0, -1), ERR_INVALID);
    assert_int_equal(set_roster(world, WORLD_NOW, many, HOUSE_SHIFTS_MOST + 1, 0), ERR_FULL);
    assert_int_equal(set_roster(world, WORLD_NOW, &nobody, 1, 0), ERR_NOT_FOUND);
    assert_int_equal(set_roster(world, WORLD_NOW, &karim, 1, 0), ERR_DENIED);
    assert_int_equal(planned(world), 0);
    set_time("2026-09-01T10:00");
    assert_int_equal(set_roster(world, "2026-09-01T10:00", NULL, 0, 0), ERR_CLOCK);
}

static void a_promise_for_when_nobody_is_planned_any_more_moves(void **state)
{
    struct world *world = *state;
    int moved = 0;
    const struct house_shift shifts[] = {{NADIA, 4, 540, 720}};
    const int64_t id = build_request(world, &(struct build){.kind = "enquiry",
                                                            .state = "asked",
                                                            .waits = true,
                                                            .answer_by_s = at("2026-09-09T09:30")});
    assert_int_equal(house_set_roster(world->db, at(WORLD_NOW), shifts, 1, 0, NULL, NULL, &moved),
                     ERR_OK);
    assert_int_equal(moved, 1);
    assert_int_equal(world_int(world,
                               "SELECT answer_by_s FROM request_state WHERE request_id = %lld",
                               (long long)id),
                     at("2026-09-10T09:30"));
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_week_replaces_what_was_planned_in_it_and_no_other),
        TEST(a_week_is_repeated_at_the_same_hours_after_the_clocks_changed),
        TEST(a_roster_that_cannot_be_is_refused),
        TEST(a_promise_for_when_nobody_is_planned_any_more_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
