#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "support_death.h"

/* Tuesday 8 September 2026, 16:42 in Paris. */
enum { TUESDAY_S = 1788878520 };

static int setup(void **state)
{
    (void)state;
    return clock_set_zone("Europe/Paris") == ERR_OK ? 0 : -1;
}

static int64_t at(int year, int month, int day, int hour, int minute)
{
    return clock_utc_s(
        (struct civil){.year = year, .month = month, .day = day, .hour = hour, .minute = minute});
}

static void assert_local(int64_t utc_s, const char *expected)
{
    const struct civil c = clock_civil(utc_s);
    char text[96];
    (void)snprintf(text, sizeof(text), "%d-%02d-%02d %02d:%02d:%02d %d", c.year, c.month, c.day,
                   c.hour, c.minute, c.second, c.weekday);
    assert_string_equal(text, expected);
}

static void local_time_is_the_sites_and_weeks_begin_on_monday(void **state)
{
    (void)state;
    assert_int_equal(at(2026, 9, 8, 16, 42), TUESDAY_S);
    assert_local(TUESDAY_S, "2026-09-08 16:42:00 2");
    assert_local(TUESDAY_S + 5 * CLOCK_DAY_S, "2026-09-13 16:42:00 7");
    assert_int_equal(clock_minute_of_day(TUESDAY_S), 16 * 60 + 42);
}

static void winter_and_summer_have_their_own_offset(void **state)
{
    (void)state;
    assert_int_equal(at(2026, 1, 15, 12, 0), 1768474800);
    assert_int_equal(at(2026, 7, 15, 12, 0), 1784109600);
}

static void a_time_skipped_in_spring_becomes_the_one_an_hour_later(void **state)
{
    (void)state;
    assert_local(at(2026, 3, 29, 1, 59), "2026-03-29 01:59:00 7");
    assert_local(at(2026, 3, 29, 2, 30), "2026-03-29 03:30:00 7");
    assert_local(at(2026, 3, 29, 3, 0), "2026-03-29 03:00:00 7");
    assert_int_equal(at(2026, 3, 29, 3, 0) - at(2026, 3, 29, 1, 59), 60);
}

static void of_an_hour_that_occurs_twice_the_first_is_meant(void **state)
{
    (void)state;
    const int64_t first_s = at(2026, 10, 25, 2, 30);
    assert_int_equal(first_s, 1792888200);
    assert_local(first_s, "2026-10-25 02:30:00 7");
    assert_local(first_s + CLOCK_HOUR_S, "2026-10-25 02:30:00 7");
    assert_int_equal(at(2026, 10, 25, 3, 0) - at(2026, 10, 25, 1, 59), 2 * CLOCK_HOUR_S + 60);
}

static void fields_out_of_range_are_carried_over(void **state)
{
    (void)state;
    assert_local(at(2026, 9, 32, 10, 0), "2026-10-02 10:00:00 5");
    assert_local(at(2026, 13, 1, 10, 0), "2027-01-01 10:00:00 5");
    assert_local(at(2026, 9, 8, 0, -5), "2026-09-07 23:55:00 1");
}

static void a_day_begins_at_local_midnight_even_when_it_lasts_23_or_25_hours(void **state)
{
    (void)state;
    const int64_t spring_s = at(2026, 3, 29, 15, 0);
    assert_local(clock_day_s(spring_s, 0), "2026-03-29 00:00:00 7");
    assert_local(clock_day_s(spring_s, 1), "2026-03-30 00:00:00 1");
    assert_int_equal(clock_day_s(spring_s, 1) - clock_day_s(spring_s, 0), 23 * CLOCK_HOUR_S);
    const int64_t autumn_s = at(2026, 10, 25, 15, 0);
    assert_int_equal(clock_day_s(autumn_s, 1) - clock_day_s(autumn_s, 0), 25 * CLOCK_HOUR_S);
    assert_local(clock_day_s(autumn_s, -1), "2026-10-24 00:00:00 6");
    assert_local(clock_day_s(at(2026, 12, 31, 23, 59), 1), "2027-01-01 00:00:00 5");
    assert_local(clock_day_s(at(2028, 2, 28, 8, 0), 1), "2028-02-29 00:00:00 2");
}

static void days_between_are_counted_by_midnights_not_by_hours(void **state)
{
    (void)state;
    const int64_t late_s = at(2026, 3, 28, 23, 59);
    assert_int_equal(clock_days_between(late_s, at(2026, 3, 28, 0, 0)), 0);
    assert_int_equal(clock_days_between(late_s, at(2026, 3, 29, 0, 0)), 1);
    assert_int_equal(clock_days_between(late_s, at(2026, 3, 30, 0, 0)), 2); /* after 23 hours */
    assert_int_equal(clock_days_between(at(2026, 3, 30, 0, 0), late_s), -2);
    assert_int_equal(clock_days_between(at(2026, 10, 25, 0, 0), at(2026, 10, 25, 23, 59)), 0);
    assert_int_equal(clock_days_between(at(2026, 10, 24, 12, 0), at(2026, 11, 1, 0, 0)), 8);
    assert_int_equal(clock_days_between(at(2026, 1, 1, 0, 0), at(2027, 1, 1, 0, 0)), 365);
}

/* Also days that begin at one o'clock (Santiago, Beirut) or twice (the Azores). */
static void a_day_begins_where_the_zone_says_so_wherever_the_clocks_change(void **state)
{
    static const char *const zones[] = {"Europe/Paris", "America/Santiago", "Asia/Beirut",
                                        "Atlantic/Azores"};
    static const int days[] = {-1, 0, 1, 2, 60};
    (void)state;
    for (size_t z = 0; z < ARRAY_LEN(zones); z++) {
        assert_int_equal(clock_set_zone(zones[z]), ERR_OK);
        const int64_t until_s = at(2012, 2, 1, 0, 0);
        for (int64_t now_s = at(2010, 12, 1, 0, 0); now_s < until_s; now_s += 5 * CLOCK_HOUR_S) {
            const struct civil day = clock_civil(now_s);
            for (size_t d = 0; d < ARRAY_LEN(days); d++) {
                assert_int_equal(clock_day_s(now_s, days[d]),
                                 at(day.year, day.month, day.day + days[d], 0, 0));
            }
        }
    }
}

static void an_unknown_zone_is_refused_and_the_one_before_stays(void **state)
{
    (void)state;
    static const char *const bad[] = {"",           "Europe/Ampere",     "/etc/localtime",
                                      "Europe",     "../zoneinfo/UTC",   "zone.tab",
                                      "CET-1CEST,", "Europe/Paris/Paris"};
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        assert_int_equal(clock_set_zone(bad[i]), ERR_INVALID);
    }
    char too_long[400];
    for (size_t i = 0; i < sizeof(too_long); i++) {
        too_long[i] = i + 1 < sizeof(too_long) ? 'a' : '\0';
    }
    assert_int_equal(clock_set_zone(too_long), ERR_INVALID);
    assert_local(TUESDAY_S, "2026-09-08 16:42:00 2");
}

static void another_zone_changes_local_time_at_once(void **state)
{
    (void)state;
    assert_int_equal(clock_set_zone("America/Martinique"), ERR_OK);
    assert_local(TUESDAY_S, "2026-09-08 10:42:00 2");
    assert_int_equal(at(2026, 9, 8, 10, 42), TUESDAY_S);
}

static void a_local_time_is_read_with_or_without_seconds(void **state)
{
    (void)state;
    int64_t utc_s = 0;
    assert_int_equal(clock_parse("2026-09-08T16:42", &utc_s), ERR_OK);
    assert_int_equal(utc_s, TUESDAY_S);
    assert_int_equal(clock_parse("2026-09-08T16:42:30", &utc_s), ERR_OK);
    assert_int_equal(utc_s, TUESDAY_S + 30);
    assert_int_equal(clock_parse("2028-02-29T00:00", &utc_s), ERR_OK);
}

static void what_is_no_date_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "now",
        "2026-09-08",
        "2026-09-08 16:42",
        "2026-09-08T16:42Z",
        "2026-09-08T16:42:3",
        "2026-09-08T16:42:30.5",
        "2026-09-08T16:42:30+02",
        "2026-9-08T16:42:00",
        "2026-09-8T16:42",
        "2026-09- 8T16:42",
        "2026-+9-08T16:42",
        "-026-09-08T16:42",
        " 2026-09-08T16:42",
        "2026-13-01T10:00",
        "2026-00-10T10:00",
        "2026-02-29T10:00",
        "2026-04-31T10:00",
        "2026-09-08T24:00",
        "2026-09-08T16:60",
        "2026-09-08T16:42:60",
        "2026-03-29T02:30", /* skipped by the spring change */
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        int64_t utc_s = -1;
        assert_int_equal(clock_parse(bad[i], &utc_s), ERR_INVALID);
        assert_int_equal(utc_s, -1);
    }
}

static void a_started_clock_runs_on_from_the_given_time(void **state)
{
    (void)state;
    clock_start_at(TUESDAY_S);
    const int64_t now_s = clock_now_s();
    assert_true(now_s >= TUESDAY_S && now_s <= TUESDAY_S + 60);
    const int64_t before_ms = clock_mono_ms();
    assert_true(clock_mono_ms() >= before_ms);
}

static void a_frozen_clock_moves_only_when_told(void **state)
{
    (void)state;
    clock_freeze_at(TUESDAY_S);
    assert_int_equal(clock_now_s(), TUESDAY_S);
    const int64_t mono_ms = clock_mono_ms();
    clock_advance_ms(999);
    assert_int_equal(clock_now_s(), TUESDAY_S);
    assert_int_equal(clock_mono_ms(), mono_ms + 999);
    clock_advance_ms(1);
    assert_int_equal(clock_now_s(), TUESDAY_S + 1);
    assert_int_equal(clock_mono_ms(), mono_ms + 1000);
}

static void the_offset_and_its_next_change_are_told(void **state)
{
    (void)state;
    const struct clock_offset summer = clock_offset(TUESDAY_S);
    assert_int_equal(summer.ahead_s, 7200);
    assert_true(summer.is_summer);
    assert_string_equal(summer.name, "CEST");
    const int64_t change_s = 1792890000; /* 25 October 2026, 01:00 UTC */
    assert_int_equal(clock_next_change(TUESDAY_S, TUESDAY_S + 100 * CLOCK_DAY_S), change_s);
    assert_int_equal(clock_next_change(TUESDAY_S, change_s), change_s);
    assert_int_equal(clock_next_change(TUESDAY_S, change_s - 1), 0);
    const struct clock_offset winter = clock_offset(change_s);
    assert_int_equal(winter.ahead_s, 3600);
    assert_false(winter.is_summer);
    assert_string_equal(winter.name, "CET");
    assert_true(clock_next_change(change_s, change_s + 100 * CLOCK_DAY_S) == 0);
}

static void advance_a_running_clock(void *data)
{
    (void)data;
    clock_start_at(TUESDAY_S);
    clock_advance_ms(1);
}

static void advance_backwards(void *data)
{
    (void)data;
    clock_freeze_at(TUESDAY_S);
    clock_advance_ms(-1);
}

static void moving_a_running_clock_or_moving_back_is_a_bug(void **state)
{
    (void)state;
    assert_true(dies_of_abort(advance_a_running_clock, NULL));
    assert_true(dies_of_abort(advance_backwards, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(local_time_is_the_sites_and_weeks_begin_on_monday, setup),
        cmocka_unit_test_setup(winter_and_summer_have_their_own_offset, setup),
        cmocka_unit_test_setup(a_time_skipped_in_spring_becomes_the_one_an_hour_later, setup),
        cmocka_unit_test_setup(of_an_hour_that_occurs_twice_the_first_is_meant, setup),
        cmocka_unit_test_setup(fields_out_of_range_are_carried_over, setup),
        cmocka_unit_test_setup(a_day_begins_at_local_midnight_even_when_it_lasts_23_or_25_hours,
                               setup),
        cmocka_unit_test_setup(days_between_are_counted_by_midnights_not_by_hours, setup),
        cmocka_unit_test_setup(a_day_begins_where_the_zone_says_so_wherever_the_clocks_change,
                               setup),
        cmocka_unit_test_setup(an_unknown_zone_is_refused_and_the_one_before_stays, setup),
        cmocka_unit_test_setup(another_zone_changes_local_time_at_once, setup),
        cmocka_unit_test_setup(the_offset_and_its_next_change_are_told, setup),
        cmocka_unit_test_setup(a_local_time_is_read_with_or_without_seconds, setup),
        cmocka_unit_test_setup(what_is_no_date_is_refused, setup),
        cmocka_unit_test_setup(a_started_clock_runs_on_from_the_given_time, setup),
        cmocka_unit_test_setup(a_frozen_clock_moves_only_when_told, setup),
        cmocka_unit_test_setup(moving_a_running_clock_or_moving_back_is_a_bug, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
