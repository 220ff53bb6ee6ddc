/* Lines that no reader stumbles over, and zones as they are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/icalendar.h"

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create("test", 1 << 20);
    return clock_set_zone("Europe/Paris") == ERR_OK ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static int64_t at(const char *local)
{
    int64_t at_s = 0;
    assert_int_equal(clock_parse(local, &at_s), ERR_OK);
    return at_s;
}

/* Between the head and END:VCALENDAR. */
static const char *body_of(struct icalendar *out)
{
    static const char head[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Conciergerie//EN\r\n";
    static const char foot[] = "END:VCALENDAR\r\n";
    const char *text = icalendar_end(out);
    const size_t len = strlen(text) - strlen(head) - strlen(foot);
    assert_int_equal(strncmp(text, head, strlen(head)), 0);
    assert_string_equal(text + strlen(head) + len, foot);
    return arena_strndup(arena, text + strlen(head), len);
}

static const char *text_line(const char *text, bool is_folded)
{
    struct icalendar out = icalendar_begin(arena, is_folded);
    icalendar_text(&out, "SUMMARY", text);
    return body_of(&out);
}

static void what_means_something_in_a_line_is_escaped(void **state)
{
    (void)state;
    assert_string_equal(text_line("a\\b;c,d\ne:f\"g", true), "SUMMARY:a\\\\b\\;c\\,d\\ne:f\"g\r\n");
    assert_string_equal(text_line("a\rb\tc\x01"
                                  "d\x7f",
                                  true),
                        "SUMMARY:abcd\r\n");
}

/* Each line at most 75 octets, each a whole text by itself, together what was written. */
static void check_folds(const char *text)
{
    const char *folded = text_line(text, true);
    const char *whole = text_line(text, false);
    char *joined = arena_alloc(arena, strlen(folded) + 1);
    size_t len = 0;
    const char *line = folded;
    while (*line != '\0') {
        const char *end = strstr(line, "\r\n");
        assert_non_null(end);
        assert_true(end - line <= 75);
        assert_true(utf8_is_clean(str_make(line, (size_t)(end - line))));
        const size_t skipped = line == folded ? 0 : 1;
        assert_true(skipped == 0 || line[0] == ' ');
        memcpy(joined + len, line + skipped, (size_t)(end - line) - skipped);
        len += (size_t)(end - line) - skipped;
        line = end + 2;
    }
    assert_int_equal(len + 2, strlen(whole));
    assert_int_equal(strncmp(joined, whole, len), 0);
}

static void lines_are_folded_between_characters(void **state)
{
    (void)state;
    static const char *const parts[] = {"x", "é", "€", "🚲", "م", ",", "\n", " "};
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        for (size_t before = 0; before < 8; before++) { /* at every place of the seam */
            char text[1024] = "";
            const size_t len = strlen(parts[i]);
            memset(text, 'a', before);
            for (size_t n = 0; n < 150; n++) {
                memcpy(text + before + n * len, parts[i], len);
            }
            check_folds(text);
        }
    }
    char exact[80] = "";
    memset(exact, 'a', 75 - strlen("SUMMARY:"));
    assert_null(strstr(text_line(exact, true), "\r\n "));
    assert_null(
        strstr(text_line(arena_printf(arena, "%s%s%s", exact, exact, exact), false), "\r\n "));
}

static const char *span(const char *zone, int64_t starts_s, int64_t ends_s)
{
    struct icalendar out = icalendar_begin(arena, true);
    icalendar_span(&out, zone, starts_s, ends_s);
    return body_of(&out);
}

static void times_are_local_but_in_the_hour_that_comes_twice(void **state)
{
    (void)state;
    assert_string_equal(span("Europe/Paris", at("2026-03-29T01:30"), at("2026-03-29T04:00")),
                        "DTSTART;TZID=Europe/Paris:20260329T013000\r\n"
                        "DTEND;TZID=Europe/Paris:20260329T040000\r\n");
    const int64_t twice_s = at("2026-10-25T02:30");
    assert_string_equal(span("Europe/Paris", twice_s, twice_s + 7200),
                        "DTSTART;TZID=Europe/Paris:20261025T023000\r\n"
                        "DTEND;TZID=Europe/Paris:20261025T033000\r\n");
    assert_string_equal(span("Europe/Paris", twice_s + 3600, twice_s + 7200),
                        "DTSTART:20261025T013000Z\r\nDTEND:20261025T023000Z\r\n");
    assert_string_equal(span("Europe/Paris", twice_s - 3600, twice_s + 3600),
                        "DTSTART:20261024T233000Z\r\nDTEND:20261025T013000Z\r\n");
}

static const char *zone(const char *name, const char *from, const char *until)
{
    assert_int_equal(clock_set_zone(name), ERR_OK);
    struct icalendar out = icalendar_begin(arena, true);
    icalendar_zone(&out, name, at(from), at(until));
    return body_of(&out);
}

static void a_zone_with_a_yearly_rule_is_told_by_it(void **state)
{
    (void)state;
    assert_string_equal(zone("Europe/Paris", "2026-08-09T00:00", "2026-12-24T12:00"),
                        "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
                        "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\n"
                        "TZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
                        "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\n"
                        "TZOFFSETTO:+0100\r\nTZNAME:CET\r\n"
                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
                        "END:VTIMEZONE\r\n");
    const char *york = zone("America/New_York", "2026-08-09T00:00", "2026-12-24T12:00");
    assert_non_null(strstr(york, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\n"));
    assert_non_null(strstr(york, "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\n"));
    const char *sydney = zone("Australia/Sydney", "2026-08-09T00:00", "2026-12-24T12:00");
    assert_non_null(strstr(sydney, "BEGIN:STANDARD\r\nDTSTART:20250406T030000\r\n"));
    assert_non_null(strstr(sydney, "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU\r\n"));
}

static void a_zone_without_changes_is_told_once(void **state)
{
    (void)state;
    assert_string_equal(zone("UTC", "2026-08-09T00:00", "2026-12-24T12:00"),
                        "BEGIN:VTIMEZONE\r\nTZID:UTC\r\n"
                        "BEGIN:STANDARD\r\nDTSTART:20250101T000000\r\nTZOFFSETFROM:+0000\r\n"
                        "TZOFFSETTO:+0000\r\nTZNAME:UTC\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n");
    const char *india = zone("Asia/Kolkata", "2026-08-09T00:00", "2026-12-24T12:00");
    assert_non_null(strstr(india, "TZOFFSETTO:+0530\r\n"));
    assert_null(strstr(india, "RRULE"));
}

/* Morocco sets its clocks back for Ramadan, whose days move through the year. */
static void a_zone_without_such_a_rule_is_told_change_by_change(void **state)
{
    (void)state;
    const char *text = zone("Africa/Casablanca", "2026-01-09T00:00", "2026-04-24T12:00");
    assert_null(strstr(text, "RRULE"));
    assert_non_null(strstr(text, "DTSTART:20250101T000000\r\nTZOFFSETFROM:+0100\r\n"
                                 "TZOFFSETTO:+0100\r\n"));
    assert_non_null(strstr(text, "DTSTART:20260215T030000\r\nTZOFFSETFROM:+0100\r\n"
                                 "TZOFFSETTO:+0000\r\n"));
    assert_non_null(strstr(text, "DTSTART:20260322T020000\r\nTZOFFSETFROM:+0000\r\n"
                                 "TZOFFSETTO:+0100\r\n"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_means_something_in_a_line_is_escaped),
        TEST(lines_are_folded_between_characters),
        TEST(times_are_local_but_in_the_hour_that_comes_twice),
        TEST(a_zone_with_a_yearly_rule_is_told_by_it),
        TEST(a_zone_without_changes_is_told_once),
        TEST(a_zone_without_such_a_rule_is_told_change_by_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
