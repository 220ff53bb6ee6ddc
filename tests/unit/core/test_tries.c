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

/* ---- Ticket numbers ---- */

static int64_t wrong_number(const struct tries *tries, struct tries_visit *visit)
{
    int64_t wait_s = -1;
    assert_int_equal(tries_wrong_number(tries, visit, &wait_s), ERR_OK);
    return wait_s;
}

static int64_t number_wait(const struct tries *tries, const struct tries_visit *visit)
{
    int64_t wait_s = -1;
    const enum err err = tries_may_number(tries, visit, &wait_s);
    assert_int_equal(err, wait_s == 0 ? ERR_OK : ERR_SLOWED);
    return wait_s;
}

enum { EACH_S = CLOCK_HOUR_S / 12 };

static void a_visit_is_slowed_by_itself_and_leaves_nothing_to_the_next(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    struct tries_visit visit = {0};
    struct tries_visit next = {0};
    static const int64_t minutes[] = {0, 0, 0, 0, 0, 1, 2};
    for (size_t i = 0; i < ARRAY_LEN(minutes); i++) {
        assert_int_equal(number_wait(&tries, &visit), 0);
        assert_int_equal(wrong_number(&tries, &visit), minutes[i] * 60);
        assert_int_equal(number_wait(&tries, &next), 0);
        advance_s(minutes[i] * 60);
    }
}

static void after_the_hours_tries_the_next_visit_waits_for_one_not_for_the_hour(void **state)
{
    struct world *world = *state;
    const struct tries tries = tries_make(world->db);
    for (int i = 0; i < 12; i++) {
        struct tries_visit visit = {0}; /* ends the visit each time: that gains nothing */
        assert_int_equal(wrong_number(&tries, &visit), i < 11 ? 0 : EACH_S);
    }
    struct tries_visit honest = {0};
    assert_int_equal(number_wait(&tries, &honest), EACH_S);
    advance_s(EACH_S);
    assert_int_equal(number_wait(&tries, &honest), 0);
    assert_int_equal(wrong_number(&tries, &honest), EACH_S);
    advance_s(CLOCK_HOUR_S);
    assert_int_equal(number_wait(&tries, &honest), 0);
    for (int i = 0; i < 12; i++) { /* all of them are back */
        struct tries_visit visit = {0};
        assert_int_equal(number_wait(&tries, &visit), 0);
        (void)wrong_number(&tries, &visit);
    }
}

/* Whoever types whatever they may, ending the visit before it slows them, from morning to night. */
static void guessing_all_day_stays_at_the_hours_tries(void **state)
{
    struct world *world = *state;
    enum { HOURS = 10 };
    const struct tries tries = tries_make(world->db);
    int guesses = 0;
    for (int64_t s = 0; s < HOURS * CLOCK_HOUR_S; s += 20) {
        struct tries_visit visit = {0};
        while (number_wait(&tries, &visit) == 0) {
            (void)wrong_number(&tries, &visit);
            guesses++;
        }
        advance_s(20);
    }
    assert_true(guesses <= 12 + HOURS * 12); /* 132 of 100,000 well-formed ones */
    assert_true(guesses >= HOURS * 12);
}

static void neither_a_restart_nor_a_changed_clock_gives_numbers_back(void **state)
{
    struct world *world = *state;
    const struct tries before = tries_make(world->db);
    struct tries_visit visit = {0};
    for (int i = 0; i < 13; i++) {
        (void)wrong_number(&before, &visit);
    }
    set_time("2026-09-09T16:42");
    struct tries_visit nobody = {0};
    const struct tries after = tries_make(world->db);
    assert_int_equal(number_wait(&after, &nobody), EACH_S - TRIES_GAP_S);
    set_time("2026-09-01T16:42");
    const struct tries back = tries_make(world->db);
    assert_true(number_wait(&back, &nobody) >= EACH_S - 2 * TRIES_GAP_S);
    assert_int_equal(world_int(world, "SELECT wrong FROM try WHERE door = 'ticket'"), 13);
}

static void a_house_may_set_how_many_numbers_an_hour_has(void **state)
{
    struct world *world = *state;
    world_exec(world, "INSERT INTO setting VALUES ('ticket_tries_per_hour', 4)");
    const struct tries tries = tries_make(world->db);
    for (int i = 0; i < 4; i++) {
        struct tries_visit visit = {0};
        assert_int_equal(wrong_number(&tries, &visit), i < 3 ? 0 : CLOCK_HOUR_S / 4);
    }
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
        TEST(a_visit_is_slowed_by_itself_and_leaves_nothing_to_the_next),
        TEST(after_the_hours_tries_the_next_visit_waits_for_one_not_for_the_hour),
        TEST(guessing_all_day_stays_at_the_hours_tries),
        TEST(neither_a_restart_nor_a_changed_clock_gives_numbers_back),
        TEST(a_house_may_set_how_many_numbers_an_hour_has),
        TEST(a_restart_does_not_shorten_the_wait_by_more_than_a_minute),
        TEST(while_running_a_changed_clock_changes_nothing),
        TEST(a_clock_set_forward_before_a_restart_gains_a_minute_at_most),
        TEST(a_clock_set_back_keeps_the_wait_which_then_runs_off_as_usual),
        TEST(a_clock_set_back_does_not_give_the_days_tries_back),
        TEST(a_house_may_set_its_own_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
