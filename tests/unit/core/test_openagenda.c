/* OpenAgenda's JSON, read into the lines of a calendar. */
#include "core/openagenda.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "support_calendar.h"

/* What was written; lives in the world's arena. */
static const char *read_bytes(struct world *world, const char *bytes, size_t len)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    assert_int_equal(openagenda_read(world->db, bytes, len, calendar_span(), out), ERR_OK);
    assert_int_equal(fclose(out), 0);
    const char *lines = arena_strndup(world->arena, text, size);
    free(text);
    return lines;
}

static const char *read_text(struct world *world, const char *json)
{
    return read_bytes(world, json, strlen(json));
}

/* An export of one event. */
static const char *read_event(struct world *world, const char *event)
{
    return read_text(world, arena_printf(world->arena, "{\"total\":1,\"events\":[%s]}", event));
}

/* A value of the only line of that kind. */
static const char *value(struct world *world, const char *lines, const char *is, const char *name)
{
    return world_text(world,
                      "SELECT coalesce(json_extract(line.value, '$.%q'), 'NULL')"
                      " FROM json_each('[' || replace(trim(%Q, char(10)), char(10), ',') || ']')"
                      " AS line WHERE json_extract(line.value, '$.is') = %Q",
                      name, lines, is);
}

static int count_of(struct world *world, const char *lines, const char *is)
{
    return (int)world_int(
        world,
        "SELECT count(*)"
        " FROM json_each('[' || replace(trim(%Q, char(10)), char(10), ',') || ']')"
        " AS line WHERE json_extract(line.value, '$.is') = %Q",
        lines, is);
}

#define TIMES                                                                                      \
    "\"timings\":[{\"begin\":\"2026-09-15T14:00:00+02:00\",\"end\":\"2026-09-15T16:00:00+02:00\"}" \
    "]"

static void an_event_becomes_a_date_with_its_words(void **state)
{
    struct world *world = *state;
    const char *lines = read_event(
        world,
        "{\"uid\":4512,\"title\":{\"en\":\"Garden\",\"fr\":\" Le jardin \"},"
        "\"description\":{\"fr\":\"On plante.\"},\"longDescription\":{\"fr\":\"**Long**\"},"
        "\"conditions\":{\"fr\":\"Gratuit\"},\"status\":1,\"state\":2,\"attendanceMode\":1,"
        "\"location\":{\"name\":\"Salle bleue\",\"address\":\"1 rue des Lilas\"}," TIMES "}");
    static const char *const expected[][2] = {
        {"uid", "4512@openagenda"},
        {"title", "Le jardin"},
        {"words", "On plante. · Gratuit"},
        {"place", "Salle bleue"},
        {"status", "confirmed"},
        {"visibility", "public"},
        {"is_series", "0"},
        {"sequence", "0"},
        {"notes", "[]"},
        {"line", "1"},
    };
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_string_equal(value(world, lines, "date", expected[i][0]), expected[i][1]);
    }
    assert_int_equal(strtoll(value(world, lines, "date", "starts_s"), NULL, 10),
                     at("2026-09-15T14:00"));
    assert_int_equal(strtoll(value(world, lines, "date", "ends_s"), NULL, 10),
                     at("2026-09-15T16:00"));
    assert_string_equal(value(world, lines, "end", "dates"), "1");
}

static void a_moment_is_read_as_every_writer_writes_it(void **state)
{
    struct world *world = *state;
    static const char *const moments[] = {
        "{\"begin\":\"2026-09-15T14:00:00+0200\",\"end\":\"2026-09-15T16:00:00+0200\"}",
        "{\"begin\":\"2026-09-15T12:00:00.000Z\",\"end\":\"2026-09-15T14:00:00.000Z\"}",
        "{\"begin\":\"2026-09-15T12:00Z\",\"end\":\"2026-09-15T14:00Z\"}",
        "{\"start\":\"2026-09-15T14:00:00+02:00\",\"end\":\"2026-09-15T16:00:00+02:00\"}",
    };
    for (size_t i = 0; i < ARRAY_LEN(moments); i++) {
        const char *lines = read_event(
            world,
            arena_printf(world->arena, "{\"uid\":\"a\",\"title\":\"Le jardin\",\"timings\":[%s]}",
                         moments[i]));
        assert_int_equal(strtoll(value(world, lines, "date", "starts_s"), NULL, 10),
                         at("2026-09-15T14:00"));
        assert_int_equal(strtoll(value(world, lines, "date", "ends_s"), NULL, 10),
                         at("2026-09-15T16:00"));
        assert_string_equal(value(world, lines, "date", "uid"), "a@openagenda");
    }
}

static void a_status_means_what_openagenda_says_it_means(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *json, *status, *visibility, *place, *notes;
    } cases[] = {
        {"\"status\":1", "confirmed", "public", "Ici", "[]"},
        {"\"status\":2", "confirmed", "public", "Ici", "[\"rescheduled\"]"},
        {"\"status\":3", "confirmed", "public", "En ligne", "[\"online\"]"},
        {"\"status\":4", "cancelled", "public", "Ici", "[\"postponed\"]"},
        {"\"status\":5", "confirmed", "public", "Ici", "[\"full\"]"},
        {"\"status\":6", "cancelled", "public", "Ici", "[]"},
        {"\"status\":7", "confirmed", "public", "Ici", "[]"},
        {"\"status\":\"six\"", "confirmed", "public", "Ici", "[]"},
        {"\"attendanceMode\":2", "confirmed", "public", "En ligne", "[]"},
        {"\"attendanceMode\":3", "confirmed", "public", "Ici", "[]"},
        {"\"state\":2", "confirmed", "public", "Ici", "[]"},
        {"\"state\":1", "confirmed", "private", "Ici", "[]"},
        {"\"state\":0", "confirmed", "private", "Ici", "[]"},
        {"\"state\":-1", "confirmed", "private", "Ici", "[]"},
        {"\"state\":\"x\"", "confirmed", "private", "Ici", "[]"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *lines = read_event(
            world, arena_printf(world->arena,
                                "{\"uid\":1,\"title\":\"T\",%s,\"locationName\":\"Ici\"," TIMES "}",
                                cases[i].json));
        assert_string_equal(value(world, lines, "date", "status"), cases[i].status);
        assert_string_equal(value(world, lines, "date", "visibility"), cases[i].visibility);
        assert_string_equal(value(world, lines, "date", "place"), cases[i].place);
        assert_string_equal(value(world, lines, "date", "notes"), cases[i].notes);
    }
}

static void french_comes_first_and_then_what_there_is(void **state)
{
    struct world *world = *state;
    static const char *const cases[][2] = {
        {"{\"de\":\"Garten\",\"fr\":\"Jardin\"}", "Jardin"},
        {"{\"de\":\"Garten\",\"en\":\"Garden\"}", "Garten"},
        {"{\"fr\":null,\"en\":\"Garden\"}", "Garden"},
        {"\"Jardin\"", "Jardin"},
        {"{}", "NULL"},
        {"{\"fr\":{\"x\":1}}", "NULL"},
        {"[1,2]", "NULL"},
        {"12", "NULL"},
        {"null", "NULL"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *lines = read_event(
            world, arena_printf(world->arena, "{\"uid\":1,\"title\":%s," TIMES "}", cases[i][0]));
        const char *title = value(world, lines, "date", "title");
        assert_string_equal(title[0] == '\0' ? "NULL" : title, cases[i][1]);
    }
}

static void what_is_wrong_with_one_event_is_said_and_the_others_are_read(void **state)
{
    struct world *world = *state;
    static const char *const cases[][3] = {
        {"{\"title\":\"T\"," TIMES "}", "no_uid", ""},
        {"{\"uid\":null,\"title\":\"T\"," TIMES "}", "no_uid", ""},
        {"{\"uid\":{\"a\":1},\"title\":\"T\"," TIMES "}", "no_uid", ""},
        {"{\"uid\":1,\"title\":\"T\"}", "no_timings", "detailed=1"},
        {"{\"uid\":1,\"title\":\"T\",\"timings\":[]}", "no_timings", "detailed=1"},
        {"{\"uid\":1,\"title\":\"T\",\"timings\":{\"begin\":1}}", "no_timings", "detailed=1"},
        {"{\"uid\":1,\"timings\":[{\"begin\":\"demain\"}]}", "date", "demain"},
        {"{\"uid\":1,\"timings\":[{\"begin\":\"2026-09-15T14:00:00\"}]}", "date",
         "2026-09-15T14:00:00"},
        {"{\"uid\":1,\"timings\":[{\"begin\":\"2026-09-15\"}]}", "date", "2026-09-15"},
        {"{\"uid\":1,\"timings\":[{\"begin\":\"2026-02-31T14:00:00Z\"}]}", "date",
         "2026-02-31T14:00:00Z"},
        {"{\"uid\":1,\"timings\":[{\"begin\":\"2026-09-15T25:00:00Z\"}]}", "date",
         "2026-09-15T25:00:00Z"},
        {"{\"uid\":1,\"timings\":[{\"begin\":1789478400}]}", "date", "1789478400"},
        {"{\"uid\":1,\"timings\":[{\"begin\":[1]}]}", "date", "[1]"},
        {"{\"uid\":1,\"timings\":[{}]}", "date", ""},
        {"{\"uid\":1,\"timings\":[7]}", "date", ""},
        {"7", "not_event", ""},
        {"[]", "not_event", ""},
        {"null", "not_event", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *lines =
            read_event(world, arena_printf(world->arena, "%s,{\"uid\":2,\"title\":\"B\"," TIMES "}",
                                           cases[i][0]));
        assert_string_equal(value(world, lines, "problem", "code"), cases[i][1]);
        assert_string_equal(value(world, lines, "problem", "detail"), cases[i][2]);
        assert_string_equal(value(world, lines, "problem", "line"), "1");
        assert_string_equal(value(world, lines, "date", "uid"), "2@openagenda");
        assert_string_equal(value(world, lines, "end", "problems"), "1");
        assert_string_equal(value(world, lines, "end", "dates"), "1");
    }
}

static void an_end_that_cannot_be_read_is_no_end(void **state)
{
    struct world *world = *state;
    const char *lines = read_event(world, "{\"uid\":1,\"title\":\"T\",\"timings\":[{\"begin\":"
                                          "\"2026-09-15T14:00:00+02:00\",\"end\":\"plus tard\"}]}");
    assert_string_equal(value(world, lines, "date", "ends_s"), "0");
}

static void dates_outside_the_span_are_left_out(void **state)
{
    struct world *world = *state;
    const char *lines = read_event(
        world, "{\"uid\":1,\"title\":\"T\",\"timings\":["
               "{\"begin\":\"2020-09-15T14:00:00Z\",\"end\":\"2020-09-15T15:00:00Z\"},"
               "{\"begin\":\"2026-09-15T14:00:00Z\",\"end\":\"2026-09-15T15:00:00Z\"},"
               "{\"begin\":\"2026-09-22T14:00:00Z\",\"end\":\"2026-09-22T15:00:00Z\"},"
               "{\"begin\":\"9999-12-31T14:00:00Z\",\"end\":\"9999-12-31T15:00:00Z\"}]}");
    assert_int_equal(count_of(world, lines, "date"), 2);
    assert_int_equal(count_of(world, lines, "problem"), 0);
    assert_non_null(strstr(lines, "\"is_series\":1"));
}

static void a_part_of_an_agenda_is_said_to_be_one(void **state)
{
    struct world *world = *state;
    const char *lines =
        read_text(world, "{\"total\":134,\"events\":[{\"uid\":1,\"title\":\"T\"," TIMES "}]}");
    assert_string_equal(value(world, lines, "problem", "code"), "paged");
    assert_string_equal(value(world, lines, "problem", "detail"), "1/134");
    assert_string_equal(value(world, lines, "end", "problems"), "1");
}

static void what_is_no_export_is_refused(void **state)
{
    struct world *world = *state;
    char *deep = arena_alloc(world->arena, 10001);
    memset(deep, '[', 5000);
    memset(deep + 5000, ']', 5000);
    const char *const files[] = {
        "",
        "{",
        "[]",
        "{}",
        "{\"events\":{}}",
        "{\"events\":null}",
        "{\"events\":\"[]\"}",
        "{\"success\":false,\"message\":\"key\"}",
        "{\"events\":[",
        "{\"events\":[]}x",
        "BEGIN:VCALENDAR",
        arena_printf(world->arena, "{\"events\":%s}", deep),
    };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        const char *lines = read_text(world, files[i]);
        assert_string_equal(value(world, lines, "refusal", "code"), "not_openagenda");
        assert_int_equal(count_of(world, lines, "end"), 0);
    }
    static const char cut[] = "{\"events\":[]}\0,";
    assert_int_equal(count_of(world, read_bytes(world, cut, 9), "refusal"), 1);
}

static void a_thousand_deep_is_read_past(void **state)
{
    struct world *world = *state;
    char *deep = arena_alloc(world->arena, 2001);
    memset(deep, '[', 1000);
    memset(deep + 1000, ']', 1000);
    const char *lines =
        read_event(world, arena_printf(world->arena, "{\"uid\":1,\"title\":%s,\"x\":%s," TIMES "}",
                                       deep, deep));
    assert_int_equal(count_of(world, lines, "date"), 1);
}

static const char *repeated(struct arena *arena, const char *head, const char *one, int times,
                            const char *tail)
{
    const size_t len = strlen(one);
    char *text = arena_alloc(arena, strlen(head) + (size_t)times * len + strlen(tail) + 1);
    char *to = stpcpy(text, head);
    for (int i = 0; i < times; i++) {
        to = stpcpy(to, one);
    }
    (void)stpcpy(to, tail);
    return text;
}

/* Of nearly 4 MB, as large as any that is read; and one of 10 MB. */
static void the_largest_files_end_in_lines_that_are_few(void **state)
{
    struct world *world = *state;
    struct arena *arena = arena_create("files", 128 << 20);
    const char *const files[] = {
        repeated(arena, "{\"events\":[0", ",0", 1900000, "]}"),
        repeated(arena, "{\"events\":[{\"uid\":1,\"title\":\"", "x", 3900000, "\"," TIMES "}]}"),
        repeated(arena, "{\"events\":[{\"uid\":1,\"timings\":[{}", ",{}", 1300000, "]}]}"),
        repeated(arena, "{\"events\":[{\"uid\":1," TIMES "}", ",{\"uid\":1," TIMES "}", 35000,
                 "]}"),
        repeated(arena, "{\"events\":[{\"uid\":1,\"title\":{\"a\":1", ",\"a\":1", 550000,
                 "}," TIMES "}]}"),
    };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        const char *lines = read_text(world, files[i]);
        assert_true(strlen(lines) < CALENDAR_LINES_BYTES);
        int count = 0;
        for (const char *c = lines; (c = strchr(c, '\n')) != NULL; c++) {
            count++;
        }
        assert_in_range(count, 2, CALENDAR_ROWS_MAX + 2);
        arena_reset(world->arena);
    }
    const char *big = repeated(arena, "{\"events\":[0", ",0", 5000000, "]}");
    assert_string_equal(value(world, read_text(world, big), "refusal", "code"), "too_big");
    arena_destroy(arena);
}

static void what_is_read_is_staged_like_a_calendar(void **state)
{
    struct world *world = *state;
    char refusal[CODE_BYTES];
    int64_t reading_id = 0;
    const int64_t partner_id = build_partner(world, "La Clé des chants");
    const struct calendar_origin origin = {
        .partner_id = partner_id,
        .source = "openagenda",
        .actor = desk(NADIA),
    };
    const char *lines =
        read_text(world, "{\"events\":[{\"uid\":1,\"title\":\"Chorale\",\"status\":5," TIMES "},"
                         "{\"uid\":2,\"title\":\"Ancien\",\"status\":6," TIMES "},{\"uid\":3}]}");
    assert_int_equal(calendar_stage(world->db, &origin, lines, strlen(lines), refusal, &reading_id),
                     ERR_OK);
    assert_verdict(row_of(world, reading_id, 0), CALENDAR_NEW, "");
    assert_string_equal(row_of(world, reading_id, 0).notes, "[\"full\"]");
    assert_verdict(row_of(world, reading_id, 1), CALENDAR_LEFT_OUT, "unknown");
    assert_verdict(row_of(world, reading_id, 2), CALENDAR_NOT_UNDERSTOOD, "no_timings");
    lines = read_text(world, "{\"events\":[]}");
    assert_int_equal(calendar_stage(world->db, &origin, lines, strlen(lines), refusal, &reading_id),
                     ERR_INVALID);
    assert_string_equal(refusal, "nothing");
    lines = read_text(world, "{}");
    assert_int_equal(calendar_stage(world->db, &origin, lines, strlen(lines), refusal, &reading_id),
                     ERR_INVALID);
    assert_string_equal(refusal, "not_openagenda");
}

static void json_is_told_from_a_calendar(void **state)
{
    (void)state;
    assert_true(openagenda_is_json(" \r\n{", 4));
    assert_true(openagenda_is_json("\xef\xbb\xbf{", 4));
    assert_true(openagenda_is_json("[", 1));
    assert_false(openagenda_is_json("BEGIN:VCALENDAR", 15));
    assert_false(openagenda_is_json("", 0));
    assert_false(openagenda_is_json("<html>", 6));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_event_becomes_a_date_with_its_words, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_moment_is_read_as_every_writer_writes_it, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_status_means_what_openagenda_says_it_means, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(french_comes_first_and_then_what_there_is, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(
            what_is_wrong_with_one_event_is_said_and_the_others_are_read, world_setup,
            world_teardown),
        cmocka_unit_test_setup_teardown(an_end_that_cannot_be_read_is_no_end, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(dates_outside_the_span_are_left_out, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(a_part_of_an_agenda_is_said_to_be_one, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(what_is_no_export_is_refused, world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(a_thousand_deep_is_read_past, world_setup, world_teardown),
        cmocka_unit_test_setup_teardown(the_largest_files_end_in_lines_that_are_few, world_setup,
                                        world_teardown),
        cmocka_unit_test_setup_teardown(what_is_read_is_staged_like_a_calendar, world_setup,
                                        world_teardown),
        cmocka_unit_test(json_is_told_from_a_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
