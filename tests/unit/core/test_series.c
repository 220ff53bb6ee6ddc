/* Sessions week after week. */
#include "support_session.h"

#include "base/clock.h"

static struct series_rule weekly(const char *starts, const char *ends, int times)
{
    return (struct series_rule){
        .starts_s = at(starts), .ends_s = at(ends), .weeks = 1, .times = times};
}

static enum err dates_of(struct world *world, const struct series_rule *rule,
                         struct series_date dates[SERIES_DATES_MAX], int *count)
{
    return series_dates(world->db, rule, dates, count);
}

static void the_local_time_stays_when_summer_time_ends(void **state)
{
    struct world *world = *state;
    struct series_date dates[SERIES_DATES_MAX];
    int count = 0;
    const struct series_rule rule = weekly("2026-10-20T18:30", "2026-10-20T20:00", 2);
    assert_int_equal(dates_of(world, &rule, dates, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_int_equal(dates[1].starts_s, at("2026-10-27T18:30"));
    assert_int_equal(dates[1].ends_s, at("2026-10-27T20:00"));
    assert_int_equal(dates[1].starts_s - dates[0].starts_s, 7 * CLOCK_DAY_S + CLOCK_HOUR_S);
}

static void a_series_ends_on_its_last_day_and_may_skip_weeks(void **state)
{
    struct world *world = *state;
    struct series_date dates[SERIES_DATES_MAX];
    int count = 0;
    struct series_rule rule = weekly("2026-09-15T14:00", "2026-09-15T16:00", 0);
    rule.weeks = 2;
    rule.until_s = at("2026-10-13T23:59");
    assert_int_equal(dates_of(world, &rule, dates, &count), ERR_OK);
    assert_int_equal(count, 3);
    assert_int_equal(dates[2].starts_s, at("2026-10-13T14:00"));
}

static void days_left_out_are_named_and_do_not_count(void **state)
{
    struct world *world = *state;
    struct series_date dates[SERIES_DATES_MAX];
    int count = 0;
    struct series_rule rule = weekly("2026-09-15T14:00", "2026-09-15T16:00", 3);
    (void)build_closing(world, "2026-09-29T00:00", "2026-09-30T00:00", "holiday");
    rule.skips[0] = at("2026-09-22T00:00");
    rule.skip_count = 1;
    assert_int_equal(dates_of(world, &rule, dates, &count), ERR_OK);
    assert_int_equal(count, 4); /* the closed day is only marked */
    assert_true(dates[1].is_left_out);
    assert_true(dates[2].is_closed && !dates[2].is_left_out);
    rule.skips_closed = true;
    assert_int_equal(dates_of(world, &rule, dates, &count), ERR_OK);
    assert_int_equal(count, 5);
    assert_true(dates[2].is_left_out);
    assert_int_equal(dates[4].starts_s, at("2026-10-13T14:00"));
}

static void rules_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    struct series_date dates[SERIES_DATES_MAX];
    int count = 0;
    const struct series_rule fine = weekly("2026-09-15T14:00", "2026-09-15T16:00", 2);
    struct series_rule rules[5] = {fine, fine, fine, fine, fine};
    rules[0].ends_s = rules[0].starts_s;
    rules[1].ends_s = rules[1].starts_s + CLOCK_DAY_S;
    rules[2].weeks = 0;
    rules[3].times = 0; /* and no last day */
    rules[4].skip_count = SERIES_SKIPS_MAX + 1;
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        assert_int_equal(dates_of(world, &rules[i], dates, &count), ERR_INVALID);
    }
    struct series_rule endless = fine;
    endless.times = SERIES_MAX + 1;
    assert_int_equal(dates_of(world, &endless, dates, &count), ERR_FULL);
    endless.times = 0;
    endless.until_s = at("2040-01-01T00:00");
    assert_int_equal(dates_of(world, &endless, dates, &count), ERR_FULL);
}

static void all_dates_are_published_together_or_none_is(void **state)
{
    struct world *world = *state;
    int64_t first_id = 0;
    int count = 0;
    const int64_t activity_id = build_activity(world, "desk");
    struct session_plan plan = {.activity_id = activity_id, .place = "Atelier", .capacity = 8};
    struct series_rule rule = weekly("2026-09-15T14:00", "2026-09-15T16:00", 3);
    assert_int_equal(
        series_add(world->db, &plan, &rule, VERB_PUBLISH, desk(NADIA), &first_id, &count), ERR_OK);
    assert_int_equal(count, 3);
    assert_int_equal(nth_of_series(world, first_id, 0), first_id);
    assert_int_equal(session_value(world, nth_of_series(world, first_id, 2), "starts_s"),
                     at("2026-09-29T14:00"));
    plan.activity_id = 999;
    assert_int_not_equal(
        series_add(world->db, &plan, &rule, VERB_PUBLISH, desk(NADIA), &first_id, &count), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM session"), 3);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request WHERE kind = 'session'"), 3);
}

static void one_date_is_no_series_and_no_date_is_an_error(void **state)
{
    struct world *world = *state;
    int64_t first_id = 0;
    int count = 0;
    const int64_t activity_id = build_activity(world, "desk");
    const struct session_plan plan = {.activity_id = activity_id, .place = ""};
    struct series_rule rule = weekly("2026-09-15T14:00", "2026-09-15T16:00", 1);
    assert_int_equal(
        series_add(world->db, &plan, &rule, VERB_DRAFT, desk(NADIA), &first_id, &count), ERR_OK);
    assert_int_equal(session_value(world, first_id, "series_id IS NULL"), 1);
    assert_int_equal(state_now(world, first_id), STATE_DRAFT);
    rule.times = 0;
    rule.until_s = at("2026-09-16T00:00");
    rule.skips[0] = rule.starts_s;
    rule.skip_count = 1;
    assert_int_equal(
        series_add(world->db, &plan, &rule, VERB_DRAFT, desk(NADIA), &first_id, &count),
        ERR_INVALID);
}

static int64_t build_series(struct world *world, int times)
{
    int64_t first_id = 0;
    int count = 0;
    const struct session_plan plan = {.activity_id = build_activity(world, "desk"),
                                      .place = "Atelier",
                                      .capacity = 8,
                                      .least_people = 3};
    const struct series_rule rule = weekly("2026-09-15T14:00", "2026-09-15T16:00", times);
    assert_int_equal(
        series_add(world->db, &plan, &rule, VERB_PUBLISH, desk(NADIA), &first_id, &count), ERR_OK);
    return first_id;
}

static void a_series_is_lengthened_as_its_last_date_was(void **state)
{
    struct world *world = *state;
    int64_t first_new_id = 0;
    int count = 0;
    const int64_t first_id = build_series(world, 2);
    struct series_rule rule = weekly("2026-09-29T14:00", "2026-09-29T16:00", 2);
    rule.skips[0] = at("2026-10-06T00:00");
    rule.skip_count = 1;
    world_exec(world, "UPDATE session SET place = 'Jardin', capacity = 6 WHERE request_id = %d",
               (int)nth_of_series(world, first_id, 1));
    assert_int_equal(
        series_extend(world->db, first_id, &rule, VERB_PUBLISH, desk(NADIA), &first_new_id, &count),
        ERR_OK);
    assert_int_equal(count, 2);
    assert_int_equal(nth_of_series(world, first_id, 2), first_new_id);
    const int64_t last_id = nth_of_series(world, first_id, 3);
    assert_int_equal(session_value(world, last_id, "starts_s"), at("2026-10-13T14:00"));
    assert_int_equal(session_value(world, last_id, "place = 'Jardin'"), 1);
    assert_int_equal(session_value(world, last_id, "capacity"), 6);
    assert_int_equal(session_value(world, last_id, "least_people"), 3);
    assert_int_equal(state_now(world, last_id), STATE_PUBLISHED);
}

static void what_does_not_go_on_after_the_last_date_is_no_lengthening(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    int count = 0;
    const int64_t first_id = build_series(world, 3);
    const int64_t alone_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct series_rule fine = weekly("2026-10-06T14:00", "2026-10-06T16:00", 1);
    struct series_rule rules[3] = {fine, fine, fine};
    rules[0] = weekly("2026-09-29T14:00", "2026-09-29T16:00", 1); /* its last date once more */
    rules[1].weeks = 2;
    rules[2].times = 0;
    rules[2].until_s = at("2026-10-07T00:00");
    rules[2].skips[0] = rules[2].starts_s;
    rules[2].skip_count = 1; /* nothing takes place */
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        assert_int_equal(
            series_extend(world->db, first_id, &rules[i], VERB_PUBLISH, desk(NADIA), &id, &count),
            ERR_INVALID);
        assert_int_equal(count, 0);
    }
    assert_int_equal(
        series_extend(world->db, alone_id, &fine, VERB_PUBLISH, desk(NADIA), &id, &count),
        ERR_NOT_FOUND);
    struct series_rule endless = fine;
    endless.times = SERIES_MAX + 1;
    assert_int_equal(
        series_extend(world->db, first_id, &endless, VERB_PUBLISH, desk(NADIA), &id, &count),
        ERR_FULL);
    assert_int_equal(world_int(world, "SELECT count(*) FROM session"), 4);
}

static void plans_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    const struct session_plan fine = {
        .activity_id = build_activity(world, "desk"),
        .starts_s = at("2026-09-15T14:00"),
        .ends_s = at("2026-09-15T16:00"),
        .place = "",
    };
    struct session_plan plans[6] = {fine, fine, fine, fine, fine, fine};
    plans[0].ends_s = plans[0].starts_s;
    plans[1].capacity = SESSION_CAPACITY_MAX + 1;
    plans[2].least_people = -1;
    plans[3].place = "a\x01z";
    plans[4].place = "123456789 123456789 123456789 123456789 123456789 123456789 123456789 "
                     "123456789 1";
    plans[5].capacity = -1;
    for (size_t i = 0; i < ARRAY_LEN(plans); i++) {
        assert_int_equal(db_begin(world->db), ERR_OK);
        assert_int_equal(sessions_add(world->db, &plans[i], VERB_PUBLISH, desk(NADIA), &id),
                         ERR_INVALID);
        db_rollback(world->db);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_local_time_stays_when_summer_time_ends),
        TEST(a_series_ends_on_its_last_day_and_may_skip_weeks),
        TEST(days_left_out_are_named_and_do_not_count),
        TEST(rules_that_cannot_be_are_refused),
        TEST(all_dates_are_published_together_or_none_is),
        TEST(one_date_is_no_series_and_no_date_is_an_error),
        TEST(a_series_is_lengthened_as_its_last_date_was),
        TEST(what_does_not_go_on_after_the_last_date_is_no_lengthening),
        TEST(plans_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
