#include "i18n/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/clock.h"
#include "i18n/i18n.h"
#include "support_site.h"

static void say(const char *lang)
{
    assert_int_equal(i18n_set(lang), ERR_OK);
}

static void full_hours_are_short_in_french(void **state)
{
    (void)state;
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 17, 0)), "17" NB "h");
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 14, 30)), "14" NB "h" NB "30");
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 9, 5)), "9" NB "h" NB "05");
    assert_string_equal(dates_minute(arena, 0), "0" NB "h");
    assert_string_equal(dates_minute(arena, 1440), "24" NB "h");
    say("en");
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 17, 0)), "17:00");
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 9, 5)), "9:05");
}

static void the_clock_reads_alike_in_every_language(void **state)
{
    (void)state;
    assert_string_equal(dates_clock(arena, TUESDAY_S), "16:42");
    assert_string_equal(dates_clock(arena, at(2026, 9, 8, 9, 5)), "9:05");
    say("en");
    assert_string_equal(dates_clock(arena, TUESDAY_S), "16:42");
}

static void a_stretch_of_time_has_two_forms(void **state)
{
    (void)state;
    const int64_t from_s = at(2026, 9, 9, 14, 0);
    const int64_t to_s = at(2026, 9, 9, 16, 30);
    assert_string_equal(dates_times(arena, from_s, to_s), "14" NB "h" NB "– 16" NB "h" NB "30");
    assert_string_equal(dates_minutes(arena, 1020, 1170), "17" NB "h" NB "– 19" NB "h" NB "30");
    assert_string_equal(dates_from_to(arena, from_s, to_s), "de 14" NB "h à 16" NB "h" NB "30");
    say("en");
    assert_string_equal(dates_times(arena, from_s, to_s), "14:00" NB "– 16:30");
    assert_string_equal(dates_from_to(arena, from_s, to_s), "from 14:00 to 16:30");
}

static void days_are_named_long_and_short(void **state)
{
    (void)state;
    const int64_t day_s = at(2026, 9, 9, 14, 0);
    assert_string_equal(dates_long(arena, day_s), "mercredi 9" NB "septembre");
    assert_string_equal(dates_short(arena, day_s), "mercredi 9" NB "sept.");
    assert_string_equal(dates_full(arena, day_s), "9" NB "septembre" NB "2026");
    assert_string_equal(dates_long_time(arena, day_s), "mercredi 9" NB "septembre, 14" NB "h");
    say("en");
    assert_string_equal(dates_long(arena, day_s), "Wednesday 9" NB "September");
    assert_string_equal(dates_short(arena, day_s), "Wednesday 9" NB "Sep");
    assert_string_equal(dates_full(arena, day_s), "9" NB "September" NB "2026");
}

static void the_first_of_a_month_is_premier_in_french_but_1_on_a_badge(void **state)
{
    (void)state;
    const int64_t day_s = at(2026, 10, 1, 10, 0);
    assert_string_equal(dates_long(arena, day_s), "jeudi 1er" NB "octobre");
    assert_string_equal(dates_short(arena, day_s), "jeudi 1er" NB "oct.");
    assert_string_equal(dates_badge_day(arena, day_s), "1");
    assert_string_equal(dates_badge_weekday(day_s), "jeu.");
    say("en");
    assert_string_equal(dates_long(arena, day_s), "Thursday 1" NB "October");
}

static void the_year_is_named_only_beyond_half_a_year(void **state)
{
    (void)state;
    assert_string_equal(dates_long(arena, at(2027, 1, 6, 10, 0)), "mercredi 6" NB "janvier");
    assert_string_equal(dates_long(arena, at(2027, 3, 10, 23, 59)), "mercredi 10" NB "mars");
    assert_string_equal(dates_long(arena, at(2027, 3, 11, 0, 0)), "jeudi 11" NB "mars" NB "2027");
    assert_string_equal(dates_short(arena, at(2025, 9, 8, 10, 0)), "lundi 8" NB "sept." NB "2025");
}

static void a_span_names_no_more_than_it_must(void **state)
{
    (void)state;
    const int64_t sept_s = at(2026, 9, 11, 17, 0);
    assert_string_equal(dates_span(arena, sept_s, at(2026, 9, 13, 10, 0)),
                        "du 11 au 13" NB "septembre");
    assert_string_equal(dates_span(arena, at(2026, 9, 30, 9, 0), at(2026, 10, 1, 9, 0)),
                        "du 30" NB "septembre au 1er" NB "octobre");
    assert_string_equal(dates_span(arena, sept_s, at(2026, 9, 11, 19, 0)),
                        "le" NB "11" NB "septembre");
    assert_string_equal(dates_span(arena, at(2026, 12, 20, 9, 0), at(2027, 1, 3, 9, 0)),
                        "du 20" NB "décembre au 3" NB "janvier");
    assert_string_equal(dates_span(arena, at(2027, 9, 11, 9, 0), at(2027, 10, 13, 9, 0)),
                        "du 11" NB "septembre au 13" NB "octobre" NB "2027");
    assert_string_equal(dates_span(arena, at(2027, 12, 20, 9, 0), at(2028, 1, 3, 9, 0)),
                        "du 20" NB "décembre" NB "2027 au 3" NB "janvier" NB "2028");
    say("en");
    assert_string_equal(dates_span(arena, sept_s, at(2026, 9, 13, 10, 0)),
                        "from 11 to 13" NB "September");
}

static void german_days_are_ordinals_and_the_hour_is_named_once(void **state)
{
    (void)state;
    say("de");
    const int64_t from_s = at(2026, 9, 11, 9, 0);
    const int64_t to_s = at(2026, 9, 11, 12, 30);
    assert_string_equal(dates_time(arena, from_s), "9" NB "Uhr");
    assert_string_equal(dates_times(arena, from_s, to_s), "9" NB "– 12:30" NB "Uhr");
    assert_string_equal(dates_from_to(arena, to_s, at(2026, 9, 11, 14, 0)),
                        "von 12:30 bis 14" NB "Uhr");
    assert_string_equal(dates_long_time(arena, to_s),
                        "Freitag, 11." NB "September, 12:30" NB "Uhr");
    assert_string_equal(dates_moment(arena, to_s), "Freitag 12:30" NB "Uhr");
    assert_string_equal(dates_span(arena, from_s, at(2026, 9, 13, 10, 0)),
                        "vom 11. bis 13." NB "September");
    assert_string_equal(dates_span(arena, at(2026, 9, 30, 9, 0), at(2026, 10, 1, 9, 0)),
                        "vom 30." NB "September bis 1." NB "Oktober");
    assert_string_equal(dates_span(arena, from_s, to_s), "am" NB "11." NB "September");
    assert_string_equal(dates_badge_day(arena, from_s), "11");
}

static void near_days_have_their_word(void **state)
{
    (void)state;
    static const struct {
        int day;
        const char *word;
    } cases[] = {
        {6, "dimanche 6" NB "sept."},
        {7, "hier"},
        {8, "aujourd’hui"},
        {9, "demain"},
        {10, "jeudi"},
        {14, "lundi"},
        {15, "mardi 15" NB "sept."},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_string_equal(dates_relative(arena, at(2026, 9, cases[i].day, 0, 0)), cases[i].word);
        assert_string_equal(dates_relative(arena, at(2026, 9, cases[i].day, 23, 59)),
                            cases[i].word);
    }
    say("en");
    assert_string_equal(dates_relative(arena, at(2026, 9, 9, 0, 0)), "tomorrow");
}

static void near_days_are_counted_in_calendar_days_when_clocks_change(void **state)
{
    (void)state;
    clock_freeze_at(at(2026, 3, 28, 23, 30));
    assert_string_equal(dates_relative(arena, at(2026, 3, 29, 0, 30)), "demain");
    assert_string_equal(dates_relative(arena, at(2026, 4, 4, 8, 0)), "samedi 4" NB "avr.");
    clock_freeze_at(at(2026, 10, 26, 0, 30));
    assert_string_equal(dates_relative(arena, at(2026, 10, 25, 0, 30)), "hier");
}

static void a_moment_is_a_near_day_or_a_date_with_its_time(void **state)
{
    (void)state;
    assert_string_equal(dates_moment(arena, at(2026, 9, 9, 17, 0)), "demain 17" NB "h");
    assert_string_equal(dates_moment(arena, at(2026, 9, 10, 17, 0)), "jeudi 17" NB "h");
    assert_string_equal(dates_moment(arena, at(2026, 9, 22, 17, 0)),
                        "mardi 22" NB "sept., 17" NB "h");
    say("en");
    assert_string_equal(dates_moment(arena, at(2026, 9, 10, 17, 0)), "Thursday 17:00");
}

static void an_age_is_told_in_its_largest_unit(void **state)
{
    (void)state;
    static const struct {
        int64_t age_s;
        const char *text;
    } cases[] = {
        {-5, "à l’instant"},
        {59, "à l’instant"},
        {60, "depuis 1" NB "min"},
        {3599, "depuis 59" NB "min"},
        {6 * CLOCK_HOUR_S, "depuis 6" NB "h"},
        {CLOCK_DAY_S - 1, "depuis 23" NB "h"},
        {CLOCK_DAY_S, "depuis 1" NB "jour"},
        {3 * CLOCK_DAY_S + 5, "depuis 3" NB "jours"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_string_equal(dates_age(arena, TUESDAY_S - cases[i].age_s), cases[i].text);
    }
    say("en");
    assert_string_equal(dates_age(arena, TUESDAY_S - CLOCK_DAY_S), "1" NB "day ago");
}

static void a_countdown_drops_what_is_nought(void **state)
{
    (void)state;
    assert_string_equal(dates_countdown(arena, 150), "2" NB "min" NB "30" NB "s");
    assert_string_equal(dates_countdown(arena, 125), "2" NB "min" NB "05" NB "s");
    assert_string_equal(dates_countdown(arena, 120), "2" NB "min");
    assert_string_equal(dates_countdown(arena, 45), "45" NB "s");
    assert_string_equal(dates_countdown(arena, 0), "0" NB "s");
}

static void arabic_days_times_and_spans_read_from_right_to_left(void **state)
{
    (void)state;
    say("ar");
    const int64_t day_s = at(2026, 9, 9, 14, 30);
    assert_string_equal(seen(dates_time(arena, day_s)), "14:30");
    assert_string_equal(seen(dates_times(arena, day_s, at(2026, 9, 9, 17, 0))), "14:30 إلى 17:00");
    assert_string_equal(seen(dates_long(arena, day_s)), "الأربعاء 9" NB "سبتمبر");
    assert_string_equal(seen(dates_full(arena, day_s)), "9" NB "سبتمبر" NB "2026");
    assert_string_equal(seen(dates_moment(arena, day_s)), "غدا 14:30");
    assert_string_equal(seen(dates_relative(arena, at(2026, 9, 7, 8, 0))), "أمس");
    assert_string_equal(seen(dates_span(arena, day_s, at(2026, 9, 12, 9, 0))),
                        "من 9 إلى 12" NB "سبتمبر");
    assert_string_equal(seen(dates_age(arena, TUESDAY_S - CLOCK_DAY_S)), "منذ يوم واحد");
    assert_string_equal(seen(dates_age(arena, TUESDAY_S - 5 * CLOCK_DAY_S)), "منذ 5" NB "أيام");
}

static void in_turkish_the_weekday_comes_last(void **state)
{
    (void)state;
    say("tr");
    const int64_t day_s = at(2026, 9, 9, 14, 30);
    assert_string_equal(dates_long(arena, day_s), "9" NB "Eylül Çarşamba");
    assert_string_equal(dates_short(arena, day_s), "9" NB "Eyl Çarşamba");
    assert_string_equal(dates_long(arena, at(2027, 9, 9, 14, 0)),
                        "9" NB "Eylül" NB "2027 Perşembe");
    assert_string_equal(dates_time(arena, day_s), "14.30");
    assert_string_equal(dates_time(arena, at(2026, 9, 9, 9, 0)), "09.00");
    assert_string_equal(dates_moment(arena, day_s), "yarın 14.30");
    assert_string_equal(dates_span(arena, day_s, at(2026, 9, 12, 9, 0)), "9" NB "– 12" NB "Eylül");
}

int main(void)
{
    const struct CMUnitTest tests[] = {

        WITH_SITE(full_hours_are_short_in_french),
        WITH_SITE(the_clock_reads_alike_in_every_language),
        WITH_SITE(a_stretch_of_time_has_two_forms),
        WITH_SITE(days_are_named_long_and_short),
        WITH_SITE(the_first_of_a_month_is_premier_in_french_but_1_on_a_badge),
        WITH_SITE(the_year_is_named_only_beyond_half_a_year),
        WITH_SITE(a_span_names_no_more_than_it_must),
        WITH_SITE(german_days_are_ordinals_and_the_hour_is_named_once),
        WITH_SITE(near_days_have_their_word),
        WITH_SITE(near_days_are_counted_in_calendar_days_when_clocks_change),
        WITH_SITE(a_moment_is_a_near_day_or_a_date_with_its_time),
        WITH_SITE(an_age_is_told_in_its_largest_unit),
        WITH_SITE(a_countdown_drops_what_is_nought),
        WITH_SITE(arabic_days_times_and_spans_read_from_right_to_left),
        WITH_SITE(in_turkish_the_weekday_comes_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
