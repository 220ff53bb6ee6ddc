/* What the reader wrote: taken whole or not at all, and what of it is left out, with the reason. */
#include "support_calendar.h"

#include <string.h>

#include "core/catalogue_edit.h"

static void expect_refusal(struct world *world, const char *lines, const char *code)
{
    char refusal[CODE_BYTES];
    int64_t reading_id = 7;
    const struct calendar_origin origin = {
        .partner_id = build_partner(world, "X"), .source = "file", .actor = desk(NADIA)};
    assert_int_equal(calendar_stage(world->db, &origin, lines, strlen(lines), refusal, &reading_id),
                     ERR_INVALID);
    assert_string_equal(refusal, code);
    assert_int_equal(reading_id, 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_reading"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_row"), 0);
}

static void what_is_cut_short_or_no_line_keeps_nothing(void **state)
{
    struct world *world = *state;
    const char *date = date_line(world, &(struct dated){0}, 1);
    const char *end = end_line(world, 1, 0);
    const struct {
        const char *lines, *code;
    } cases[] = {
        {"", "cut"},
        {date, "cut"},                                                            /* no end */
        {arena_printf(world->arena, "%.*s", (int)strlen(date) - 9, date), "cut"}, /* mid-line */
        {end, "cut"}, /* a date is missing */
        {arena_printf(world->arena, "%s%s", date, end_line(world, 2, 0)), "cut"},
        {arena_printf(world->arena, "{\"is\":\"date\",\n%s%s", date, end), "broken"},
        {arena_printf(world->arena, "[1]\n%s%s", date, end), "broken"},
        {arena_printf(world->arena, "\n%s%s", date, end), "broken"},
        {arena_printf(world->arena, "{\"is\":\"poem\"}\n%s%s", date, end), "broken"},
        {arena_printf(world->arena, "%s%s%s", date, end, date), "broken"},
        {arena_printf(world->arena, "{\"is\":\"date\",\"line\":1}\n%s", end), "broken"},
        {end_line(world, 0, 0), "nothing"},
        {"{\"is\":\"refusal\",\"code\":\"archive\"}\n", "archive"},
        {"{\"is\":\"refusal\"}\n", "broken"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        expect_refusal(world, cases[i].lines, cases[i].code);
    }
}

static void wherever_it_is_cut_it_is_noticed(void **state)
{
    enum { STEP = 13 };
    struct world *world = *state;
    const char *whole = calendar_of(world, (struct dated[]){{0}, {.uid = "b@x"}}, 2);
    for (size_t len = 0; len < strlen(whole); len += STEP) {
        const char *part = arena_printf(world->arena, "%.*s", (int)len, whole);
        expect_refusal(world, part, "cut");
    }
}

static void more_dates_than_an_agenda_holds_are_refused(void **state)
{
    struct world *world = *state;
    const char *line = date_line(world, &(struct dated){.uid = "same"}, 1);
    const size_t len = strlen(line);
    char *all = arena_alloc(world->arena, (CALENDAR_ROWS_MAX + 1) * len + 200);
    for (size_t i = 0; i <= CALENDAR_ROWS_MAX; i++) {
        memcpy(all + i * len, line, len);
    }
    const char *end = end_line(world, CALENDAR_ROWS_MAX + 1, 0);
    memcpy(all + (CALENDAR_ROWS_MAX + 1) * len, end, strlen(end) + 1);
    expect_refusal(world, all, "too_many_dates");
}

static void what_cannot_be_taken_over_says_why_and_the_rest_can(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const struct dated dates[] = {
        {.uid = "1",
         .visibility = "private",
         .title = "Bilan",
         .place = "Chez Ada",
         .words = "secret"},
        {.uid = "2", .visibility = "confidential", .title = "Bilan"},
        {.uid = "3", .status = "tentative"},
        {.uid = "4", .title = "  "},
        {.uid = "5", .is_day = true, .starts = "2026-09-16T00:00", .minutes = 1440},
        {.uid = "6", .minutes = 1440},
        {.uid = "7"},
        {.uid = "7"},
    };
    static const struct {
        enum calendar_verdict verdict;
        const char *reason;
    } expected[] = {
        {CALENDAR_NEW, ""},
        {CALENDAR_LEFT_OUT, "private"},
        {CALENDAR_LEFT_OUT, "private"},
        {CALENDAR_LEFT_OUT, "tentative"},
        {CALENDAR_LEFT_OUT, "twice"},
        {CALENDAR_NOT_UNDERSTOOD, "no_title"},
        {CALENDAR_NOT_UNDERSTOOD, "too_long"},
        {CALENDAR_NOT_UNDERSTOOD, "no_hours"},
    };
    const int64_t reading = stage(world, partner, dates, ARRAY_LEN(dates));
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_verdict(row_of(world, reading, (int)i), expected[i].verdict, expected[i].reason);
    }
    assert_int_equal(world_int(world, "SELECT count(*) FROM calendar_row"
                                      " WHERE title = 'Bilan' OR place <> '' OR summary <> ''"),
                     0);
    assert_int_equal(confirm(world, reading).made, 1);
}

static void an_event_that_cannot_be_read_is_named_with_its_line(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const char *lines = arena_printf(
        world->arena,
        "%s{\"is\":\"problem\",\"line\":20,\"uid\":\"b\",\"title\":\"Marché\",\"code\":\"rule\","
        "\"detail\":\"BYSETPOS\"}\n%s",
        date_line(world, &(struct dated){0}, 10), end_line(world, 1, 1));
    const struct calendar_row row = row_of(world, stage_lines(world, partner, lines), 1);
    assert_verdict(row, CALENDAR_NOT_UNDERSTOOD, "rule");
    assert_string_equal(row.detail, "BYSETPOS");
    assert_string_equal(row.title, "Marché");
    assert_int_equal(row.line, 20);
}

static void hostile_words_are_words(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const char *title = "<script>alert(1)</script>'); DROP TABLE session;--";
    const int64_t reading = stage_one(world, partner,
                                      (struct dated){.uid = "' OR 1=1 --\\u0000",
                                                     .title = title,
                                                     .place = "a\\u001b[31mb\\u202ec\\u2069d",
                                                     .words = "x\\u0007\\u2028y"});
    assert_string_equal(row_of(world, reading, 0).title, title);
    assert_string_equal(row_of(world, reading, 0).place, "a [31mbcd");
    (void)confirm(world, reading);
    assert_int_equal(session_count(world), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM activity WHERE summary = 'x y'"), 1);
}

static void long_words_are_cut_behind_a_word_and_it_is_said(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const char *long_title = "Atelier participatif de réparation de vélos et de trottinettes"
                             " avec les bénévoles du quartier";
    const struct calendar_row row =
        row_of(world, stage_one(world, partner, (struct dated){.title = long_title}), 0);
    assert_verdict(row, CALENDAR_NEW, "");
    assert_string_equal(row.title, "Atelier participatif de réparation de vélos et de trottinettes"
                                   " avec les\u2026");
    assert_string_equal(row.notes, "[\"title_cut\"]");
    char one_word[200];
    memset(one_word, 'w', sizeof(one_word) - 1);
    one_word[sizeof(one_word) - 1] = '\0';
    const struct calendar_row other =
        row_of(world, stage_one(world, partner, (struct dated){.title = one_word}), 0);
    assert_int_equal(strlen(other.title), EDIT_TITLE_CHARS - 1 + strlen("\u2026"));
}

static void without_an_end_it_lasts_an_hour_and_it_is_said(void **state)
{
    struct world *world = *state;
    const int64_t partner = build_partner(world, "La Clé des chants");
    const char *lines =
        arena_printf(world->arena,
                     "{\"is\":\"date\",\"line\":3,\"uid\":\"a\",\"is_series\":0,\"key_s\":0,"
                     "\"starts_s\":%lld,\"ends_s\":%lld,\"is_day\":0,\"status\":\"confirmed\","
                     "\"sequence\":0,\"visibility\":\"public\",\"title\":\"A\",\"words\":\"\","
                     "\"place\":\"\",\"url\":\"\",\"notes\":[\"no_end\"]}\n%s",
                     (long long)at("2026-09-15T14:00"), (long long)at("2026-09-15T14:00"),
                     end_line(world, 1, 0));
    const struct calendar_row row = row_of(world, stage_lines(world, partner, lines), 0);
    assert_int_equal(row.ends_s, at("2026-09-15T15:00"));
    assert_string_equal(row.notes, "[\"no_end\",\"hour\"]");
}

static void only_the_coming_year_is_asked_for(void **state)
{
    (void)state;
    const struct calendar_span span = calendar_span();
    assert_int_equal(span.from_s, at(WORLD_NOW));
    assert_int_equal(span.until_s, at("2027-09-09T00:00"));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_is_cut_short_or_no_line_keeps_nothing),
        CASE(wherever_it_is_cut_it_is_noticed),
        CASE(more_dates_than_an_agenda_holds_are_refused),
        CASE(what_cannot_be_taken_over_says_why_and_the_rest_can),
        CASE(an_event_that_cannot_be_read_is_named_with_its_line),
        CASE(hostile_words_are_words),
        CASE(long_words_are_cut_behind_a_word_and_it_is_said),
        CASE(without_an_end_it_lasts_an_hour_and_it_is_said),
        CASE(only_the_coming_year_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
