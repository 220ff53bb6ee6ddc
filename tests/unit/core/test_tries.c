#include "core/tries.h"

#include "base/clock.h"
#include "support_db.h"

static int64_t wrong(const struct tries *tries, enum try_door door, const char *subject)
{
    int64_t wait_s = -1;
    assert_int_equal(tries_wrong(tries, door, subject, &wait_s), ERR_OK);
    return wait_s;
}

/* How long that subject must wait, and that the error goes with it. */
static int64_t wait_of(const struct tries *tries, enum try_door door, const char *subject)
{
    int64_t wait_s = -1;
    const enum err err = tries_may(tries, door, subject, &wait_s);
    assert_int_equal(err, wait_s == 0 ? ERR_OK : ERR_SLOWED);
    return wait_s;
}

static void advance_s(int64_t s)
{
    clock_advance_ms(s * 1000);
}

/* Uses up the free tries and as many more, waiting as asked. */
static int64_t spend(const struct tries *tries, enum try_door door, const char *subject, int count)
{
    int64_t wait_s = 0;
    for (int i = 0; i < count; i++) {
        advance_s(wait_s);
        wait_s = wrong(tries, door, subject);
    }
    return wait_s;
}

static void five_tries_are_free_then_each_costs_twice_the_time_up_to_a_quarter_hour(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    static const int64_t minutes[] = {0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15};
    for (size_t i = 0; i < ARRAY_LEN(minutes); i++) {
        assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), 0);
        assert_int_equal(wrong(&tries, TRY_HOUSEHOLD, "0412"), minutes[i] * 60);
        assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), minutes[i] * 60);
        if (minutes[i] > 0) {
            advance_s(minutes[i] * 60 - 1);
            assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), 1);
            advance_s(1);
        }
    }
}

static void a_right_try_forgets_the_wrong_ones(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    assert_int_equal(spend(&tries, TRY_STAFF, "01", 6), 60);
    assert_int_equal(tries_right(&tries, TRY_STAFF, "01"), ERR_OK);
    assert_int_equal(wait_of(&tries, TRY_STAFF, "01"), 0);
    assert_int_equal(spend(&tries, TRY_STAFF, "01", 5), 0);
}

static void doors_and_subjects_are_apart(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    assert_int_equal(spend(&tries, TRY_HOUSEHOLD, "0412", 6), 60);
    assert_int_equal(wait_of(&tries, TRY_CARD, "0412"), 0);
    assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0413"), 0);
}

static void a_day_has_twenty_five_and_the_next_begins_anew(void **state)
{
    struct world *world = *state;
    set_time("2026-09-08T06:00");
    const struct tries tries = tries_make(world->db);
    const int64_t wait_s = spend(&tries, TRY_HOUSEHOLD, "0412", 25);
    assert_int_equal(wait_s, clock_day_s(clock_now_s(), 1) - clock_now_s());
    assert_true(wait_s > 15 * 60);
    advance_s(wait_s);
    assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), 0);
    assert_int_equal(wrong(&tries, TRY_HOUSEHOLD, "0412"), 15 * 60); /* not five free ones */
}

static void ones_own_ticket_number_does_not_pay_for_guessing_others(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    assert_int_equal(spend(&tries, TRY_TICKET, "screen", 6), 60);
    assert_int_equal(tries_right(&tries, TRY_TICKET, "screen"), ERR_OK);
    assert_int_equal(wait_of(&tries, TRY_TICKET, "screen"), 60);
    advance_s(CLOCK_DAY_S); /* only a new day does */
    assert_int_equal(spend(&tries, TRY_TICKET, "screen", 5), 0);
}

static void a_restart_does_not_shorten_the_wait_by_more_than_a_minute(void **state)
{
    struct world *world = *state;
    const struct tries before = tries_make(world->db);
    assert_int_equal(spend(&before, TRY_HOUSEHOLD, "0412", 8), 4 * 60);
    advance_s(30);
    const struct tries quick = tries_make(world->db);
    assert_int_equal(wait_of(&quick, TRY_HOUSEHOLD, "0412"), 4 * 60 - 30);
    advance_s(3600);
    const struct tries slow = tries_make(world->db);
    assert_int_equal(wait_of(&slow, TRY_HOUSEHOLD, "0412"), 4 * 60 - TRIES_GAP_S);
    advance_s(4 * 60 - TRIES_GAP_S);
    assert_int_equal(wait_of(&slow, TRY_HOUSEHOLD, "0412"), 0);
}

static void while_running_a_changed_clock_changes_nothing(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    assert_int_equal(spend(&tries, TRY_HOUSEHOLD, "0412", 8), 4 * 60);
    set_time("2026-09-20T12:00"); /* the wall clock alone: the other does not move */
    assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), 4 * 60);
    set_time("2020-01-01T00:00");
    assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), 4 * 60);
    advance_s(60);
    assert_int_equal(wait_of(&tries, TRY_HOUSEHOLD, "0412"), 3 * 60);
}

static void a_clock_set_forward_before_a_restart_gains_a_minute_at_most(void **state)
{
    struct world *world = *state;
    const struct tries before = tries_make(world->db);
    assert_int_equal(spend(&before, TRY_HOUSEHOLD, "0412", 8), 4 * 60);
    set_time("2026-09-08T23:00");
    const struct tries after = tries_make(world->db);
    assert_int_equal(wait_of(&after, TRY_HOUSEHOLD, "0412"), 4 * 60 - TRIES_GAP_S);
}

static void a_clock_set_back_keeps_the_wait_which_then_runs_off_as_usual(void **state)
{
    struct world *world = *state;
    const struct tries before = tries_make(world->db);
    assert_int_equal(spend(&before, TRY_HOUSEHOLD, "0412", 8), 4 * 60);
    set_time("2020-01-01T00:00");
    const struct tries after = tries_make(world->db);
    assert_int_equal(wait_of(&after, TRY_HOUSEHOLD, "0412"), 4 * 60);
    advance_s(4 * 60 - 1);
    assert_int_equal(wait_of(&after, TRY_HOUSEHOLD, "0412"), 1);
    advance_s(1);
    assert_int_equal(wait_of(&after, TRY_HOUSEHOLD, "0412"), 0);
}

static void a_clock_set_back_does_not_give_the_days_tries_back(void **state)
{
    struct world *world = *state;
    set_time("2026-09-08T06:00");
    const struct tries before = tries_make(world->db);
    (void)spend(&before, TRY_HOUSEHOLD, "0412", 25);
    set_time("2026-09-01T06:00");
    const struct tries after = tries_make(world->db);
    assert_int_equal(wait_of(&after, TRY_HOUSEHOLD, "0412"), 18 * CLOCK_HOUR_S);
    advance_s(18 * CLOCK_HOUR_S);
    assert_int_equal(wait_of(&after, TRY_HOUSEHOLD, "0412"), 0);
}

static void a_house_may_set_its_own_figures(void **state)
{
    struct world *world = *state;
    world_exec(world, "INSERT INTO setting VALUES ('try_free', 1), ('try_wait_max_s', 90),"
                      " ('try_per_day', 5)");
    const struct tries tries = tries_make(world->db);
    assert_int_equal(spend(&tries, TRY_HOUSEHOLD, "0412", 2), 60);
    assert_int_equal(spend(&tries, TRY_HOUSEHOLD, "0412", 1), 90);
    assert_true(spend(&tries, TRY_HOUSEHOLD, "0412", 2) > CLOCK_HOUR_S);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(five_tries_are_free_then_each_costs_twice_the_time_up_to_a_quarter_hour),
        TEST(a_right_try_forgets_the_wrong_ones),
        TEST(doors_and_subjects_are_apart),
        TEST(a_day_has_twenty_five_and_the_next_begins_anew),
        TEST(ones_own_ticket_number_does_not_pay_for_guessing_others),
        TEST(a_restart_does_not_shorten_the_wait_by_more_than_a_minute),
        TEST(while_running_a_changed_clock_changes_nothing),
        TEST(a_clock_set_forward_before_a_restart_gains_a_minute_at_most),
        TEST(a_clock_set_back_keeps_the_wait_which_then_runs_off_as_usual),
        TEST(a_clock_set_back_does_not_give_the_days_tries_back),
        TEST(a_house_may_set_its_own_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
