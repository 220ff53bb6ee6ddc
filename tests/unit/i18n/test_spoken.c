/* What is said is not what is written: times, dates, sums, numbers that name something. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/digits.h"
#include "i18n/i18n.h"
#include "i18n/money.h"
#include "support_site.h"

static int speaking_setup(void **state)
{
    const int failed = site_setup(state);
    i18n_set_spoken(true);
    return failed;
}

static int speaking_teardown(void **state)
{
    i18n_set_spoken(false);
    return site_teardown(state);
}

static const struct {
    const char *lang;
    const char *time, *hour, *times, *shortened, *weekday, *clock;
} TIMES[] = {
    {"fr", "14 heures 5", "17 heures", "de 9 heures 30 à 12 heures", "mardi 8" NB "septembre",
     "mardi", "16 heures 42"},
    {"de", "14 Uhr 5", "17" NB "Uhr", "von 9 Uhr 30 bis 12" NB "Uhr", "Dienstag, der 8. september",
     "Dienstag", "16 Uhr 42"},
    {"tr", "saat 14 05", "saat 17", "saat 9 30 ile saat 12 arası", "8" NB "Eylül Salı", "Salı",
     "saat 16 42"},
    {"ar", "السَّاعَةِ 14 وَ5 دَقِيقَةً", "السَّاعَةِ 17", "مِنَ السَّاعَةِ 9 وَ30 دَقِيقَةً إِلَى السَّاعَةِ 12", NULL, NULL,
     "السَّاعَةِ 16 وَ42 دَقِيقَةً"},
    {"en", "14 05", "17 o’clock", "from 9 30 to 12 o’clock", "Tuesday 8" NB "September", "Tuesday",
     "16 42"},
};

static void times_and_days_are_said_in_full(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(TIMES); i++) {
        assert_int_equal(i18n_set(TIMES[i].lang), ERR_OK);
        assert_string_equal(dates_time(arena, at(2026, 9, 8, 14, 5)), TIMES[i].time);
        assert_string_equal(dates_minute(arena, 17 * 60), TIMES[i].hour);
        assert_string_equal(dates_minutes(arena, 9 * 60 + 30, 12 * 60), TIMES[i].times);
        if (TIMES[i].shortened != NULL) { /* Arabic has no short forms */
            assert_string_equal(dates_short(arena, TUESDAY_S), TIMES[i].shortened);
            assert_string_equal(dates_badge_weekday(TUESDAY_S), TIMES[i].weekday);
        }
        assert_string_equal(dates_clock(arena, TUESDAY_S), TIMES[i].clock);
    }
}

static void the_first_of_a_month_is_said_as_such(void **state)
{
    (void)state;
    assert_string_equal(dates_long(arena, at(2026, 9, 1, 12, 0)), "mardi premier" NB "septembre");
}

static void what_lasts_is_counted_in_whole_words(void **state)
{
    (void)state;
    assert_string_equal(dates_countdown(arena, 1), "1" NB "seconde");
    assert_string_equal(dates_countdown(arena, 30), "30" NB "secondes");
    assert_string_equal(dates_countdown(arena, 120), "2" NB "minutes");
    assert_string_equal(dates_countdown(arena, 150), "2" NB "minutes et 30" NB "secondes");
    assert_string_equal(dates_age(arena, TUESDAY_S - 60), "depuis 1" NB "minute");
    assert_string_equal(dates_age(arena, TUESDAY_S - 5 * 3600), "depuis 5" NB "heures");
    assert_int_equal(i18n_set("en"), ERR_OK);
    assert_string_equal(dates_age(arena, TUESDAY_S - 3600), "1 hour ago");
}

static void sums_are_said_without_signs(void **state)
{
    (void)state;
    assert_string_equal(money_euros(arena, 250), "2" NB "euros 50");
    assert_string_equal(money_euros(arena, 205), "2" NB "euros 5");
    assert_string_equal(money_euros(arena, 125000), "1250" NB "euros");
    assert_string_equal(money_euros(arena, -100), "moins 1" NB "euro");
    assert_int_equal(i18n_set("en"), ERR_OK);
    assert_string_equal(money_euros(arena, -250), "minus 2 euros 50");
}

static void a_number_that_names_something_is_said_digit_by_digit(void **state)
{
    (void)state;
    assert_string_equal(digits_spoken(arena, "407312"), "4 0 7, 3 1 2");
    assert_string_equal(digits_spoken(arena, "407" NB "312"), "4 0 7, 3 1 2");
    assert_string_equal(digits_spoken(arena, "12"), "1 2");
    assert_string_equal(digits_spoken(arena, ""), "");
}

static void what_has_no_spoken_form_is_said_as_it_is_written(void **state)
{
    (void)state;
    assert_string_equal(tr("tomorrow"), "demain");
    assert_string_equal(trc("weekday", "Monday"), "lundi");
    assert_string_equal(tr("no such text"), "no such text");
}

static void seeing_is_not_changed_by_having_spoken(void **state)
{
    (void)state;
    i18n_set_spoken(false);
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 14, 5)), "14" NB "h" NB "05");
    assert_string_equal(money_euros(arena, 250), "2,50" NB "€");
    i18n_set_spoken(true);
    assert_string_equal(dates_time(arena, at(2026, 9, 8, 14, 5)), "14 heures 5");
}

#define SPEAKING(test) cmocka_unit_test_setup_teardown(test, speaking_setup, speaking_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        SPEAKING(times_and_days_are_said_in_full),
        SPEAKING(the_first_of_a_month_is_said_as_such),
        SPEAKING(what_lasts_is_counted_in_whole_words),
        SPEAKING(sums_are_said_without_signs),
        SPEAKING(a_number_that_names_something_is_said_digit_by_digit),
        SPEAKING(what_has_no_spoken_form_is_said_as_it_is_written),
        SPEAKING(seeing_is_not_changed_by_having_spoken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
