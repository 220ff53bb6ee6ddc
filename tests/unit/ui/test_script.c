/* Reading touch scripts: what each line becomes, and how a wrong one is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ui/script.h"

static struct arena *arena;
static char folder[] = "/tmp/test_script.XXXXXX";
static struct script script;
static const char *problem;

static const char *path_of(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static enum err load(const char *text)
{
    write_file("main.touch", text);
    return script_load(path_of("main.touch"), arena, &script, &problem);
}

static int setup(void **state)
{
    (void)state;
    arena = arena_create("test", 1 << 24);
    assert_non_null(mkdtemp(folder));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    static const char *const names[] = {"main.touch", "part.touch", "end.touch"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        (void)unlink(path_of(names[i]));
    }
    (void)rmdir(folder);
    memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
    arena_destroy(arena);
    return 0;
}

static void test_every_command_is_read(void **state)
{
    (void)state;
    assert_int_equal(load("# a comment\n"
                          "\n"
                          "tap \"Ateliers\"\n"
                          "  tap #home\r\n"
                          "tap @12,345\n"
                          "down @1,2\n"
                          "down 2 @3,4\n"
                          "move @5,6\n"
                          "up 2 @7,8\n"
                          "key Return\n"
                          "type \"été\"\n"
                          "scan \"C1ABC\"\n"
                          "wait 500ms\n"
                          "wait 90s\n"
                          "wait 2min\n"
                          "expect screen home\n"
                          "expect text \"Bonjour\"\n"
                          "expect no text \"Adieu\"\n"
                          "let ID sql \"SELECT max(id) FROM request\"\n"
                          "expect sql \"SELECT 'a' WHERE 1 = $ID\" \"a\"\n"
                          "tap #row-$ID\n"
                          "shot home-fr\n"
                          "dump home_fr"),
                     ERR_OK);
    static const struct script_step expected[] = {
        {.line = 3, .verb = SCRIPT_TAP_NAME, .text = "Ateliers"},
        {.line = 4, .verb = SCRIPT_TAP_ID, .text = "home"},
        {.line = 5, .verb = SCRIPT_TAP_AT, .x = 12, .y = 345},
        {.line = 6, .verb = SCRIPT_DOWN, .finger = 1, .x = 1, .y = 2},
        {.line = 7, .verb = SCRIPT_DOWN, .finger = 2, .x = 3, .y = 4},
        {.line = 8, .verb = SCRIPT_MOVE, .finger = 1, .x = 5, .y = 6},
        {.line = 9, .verb = SCRIPT_UP, .finger = 2, .x = 7, .y = 8},
        {.line = 10, .verb = SCRIPT_KEY, .text = "Return"},
        {.line = 11, .verb = SCRIPT_TYPE, .text = "été"},
        {.line = 12, .verb = SCRIPT_SCAN, .text = "C1ABC"},
        {.line = 13, .verb = SCRIPT_WAIT, .ms = 500},
        {.line = 14, .verb = SCRIPT_WAIT, .ms = 90000},
        {.line = 15, .verb = SCRIPT_WAIT, .ms = 120000},
        {.line = 16, .verb = SCRIPT_EXPECT_SCREEN, .text = "home"},
        {.line = 17, .verb = SCRIPT_EXPECT_TEXT, .text = "Bonjour"},
        {.line = 18, .verb = SCRIPT_EXPECT_NO_TEXT, .text = "Adieu"},
        {.line = 19, .verb = SCRIPT_LET, .text = "SELECT max(id) FROM request", .value = "ID"},
        {.line = 20, .verb = SCRIPT_EXPECT_SQL, .text = "SELECT 'a' WHERE 1 = $ID", .value = "a"},
        {.line = 21, .verb = SCRIPT_TAP_ID, .text = "row-$ID"},
        {.line = 22, .verb = SCRIPT_SHOT, .text = "home-fr"},
        {.line = 23, .verb = SCRIPT_DUMP, .text = "home_fr"},
    };
    assert_int_equal(script.count, ARRAY_LEN(expected));
    for (size_t i = 0; i < script.count; i++) {
        const struct script_step *got = &script.steps[i];
        const struct script_step *want = &expected[i];
        assert_string_equal(got->file, path_of("main.touch"));
        assert_int_equal(got->line, want->line);
        assert_int_equal(got->verb, want->verb);
        assert_int_equal(got->finger, want->finger);
        assert_int_equal(got->x, want->x);
        assert_int_equal(got->y, want->y);
        assert_int_equal(got->ms, want->ms);
        assert_string_equal(got->text == NULL ? "" : got->text,
                            want->text == NULL ? "" : want->text);
        assert_string_equal(got->value == NULL ? "" : got->value,
                            want->value == NULL ? "" : want->value);
    }
}

static void test_strings_hold_quotes_and_backslashes(void **state)
{
    (void)state;
    assert_int_equal(load("type \"say \\\"a\\\\b\\\" # no comment\""), ERR_OK);
    assert_string_equal(script.steps[0].text, "say \"a\\b\" # no comment");
}

static void test_a_wrong_line_is_refused_with_file_line_and_reason(void **state)
{
    (void)state;
    static const struct {
        const char *line, *reason;
    } wrong[] = {
        {"dance", "unknown command dance"},
        {"tap", "tap wants \"name\", #id or @x,y"},
        {"tap home", "tap wants \"name\", #id or @x,y"},
        {"tap \"home", "the string has no closing quote"},
        {"tap \"ho\\me\"", "only \\\" and \\\\ may follow a backslash"},
        {"tap \"home\" twice", "nothing may follow here: twice"},
        {"tap @12", "a point such as @120,300 is missing"},
        {"tap @12,", "a point such as @120,300 is missing"},
        {"tap @-1,5", "a point such as @120,300 is missing"},
        {"down 1", "a point such as @120,300 is missing"},
        {"down 11 @1,1", "a point such as @120,300 is missing"},
        {"key", "a name is missing"},
        {"type words", "a string in double quotes is missing"},
        {"scan", "a string in double quotes is missing"},
        {"wait", "wait wants a time such as 500ms, 90s or 2min"},
        {"wait 5", "wait wants a time such as 500ms, 90s or 2min"},
        {"wait 5h", "wait wants a time such as 500ms, 90s or 2min"},
        {"wait 9999999s", "wait wants a time such as 500ms, 90s or 2min"},
        {"headset", "headset wants in or out"},
        {"headset on", "headset wants in or out"},
        {"press", "press wants \"name\" or #id"},
        {"press @1,2", "press wants \"name\" or #id"},
        {"expect focus", "expect focus wants \"name\" or #id"},
        {"expect", "expect wants screen, text, said, focus, sql, or no text, said, focus"},
        {"expect no screen",
         "expect wants screen, text, said, focus, sql, or no text, said, focus"},
        {"expect screen", "a name is missing"},
        {"expect sql \"SELECT 1\"", "a string in double quotes is missing"},
        {"let", "let wants NAME sql \"SELECT …\""},
        {"let A text \"SELECT 1\"", "let wants NAME sql \"SELECT …\""},
        {"let A-B sql \"SELECT 1\"", "a variable's name is letters, digits and _"},
        {"type \"$TICKET\"", "no line before sets $TICKET"},
        {"tap #row-$ID", "no line before sets $ID"},
        {"shot", "a name is missing"},
        {"shot ../home", "a name of letters, digits, - and _ is missing"},
        {"dump a.json", "a name of letters, digits, - and _ is missing"},
        {"include", "include wants a file"},
        {"type \"\xff\"", "not clean UTF-8"},
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(load(arena_printf(arena, "# first\n%s\ntap #home\n", wrong[i].line)),
                         ERR_INVALID);
        assert_string_equal(
            problem, arena_printf(arena, "%s:2: %s", path_of("main.touch"), wrong[i].reason));
    }
}

static void test_a_lone_dollar_is_no_variable(void **state)
{
    (void)state;
    assert_int_equal(load("expect sql \"SELECT '{}' ->> '$.a'\" \"$\""), ERR_OK);
}

static void test_an_include_stands_where_it_is_named(void **state)
{
    (void)state;
    write_file("part.touch", "let ID sql \"SELECT 1\"\ninclude end.touch\n");
    write_file("end.touch", "tap #end\n");
    assert_int_equal(load("tap #first\ninclude part.touch\ntap #$ID\n"), ERR_OK);
    assert_int_equal(script.count, 4);
    assert_int_equal(script.steps[1].verb, SCRIPT_LET);
    assert_string_equal(script.steps[2].file, path_of("end.touch"));
    assert_string_equal(script.steps[3].file, path_of("main.touch"));
    assert_int_equal(script.steps[3].line, 3);
}

static void test_a_wrong_line_in_an_include_names_the_included_file(void **state)
{
    (void)state;
    write_file("part.touch", "\ndance\n");
    assert_int_equal(load("include part.touch\n"), ERR_INVALID);
    assert_string_equal(problem,
                        arena_printf(arena, "%s:2: unknown command dance", path_of("part.touch")));
}

static void test_a_missing_file_says_which_and_where_from(void **state)
{
    (void)state;
    assert_int_equal(script_load("/nowhere.touch", arena, &script, &problem), ERR_NOT_FOUND);
    assert_string_equal(problem, "cannot read /nowhere.touch");
    assert_int_equal(script_load(folder, arena, &script, &problem), ERR_NOT_FOUND);
    assert_int_equal(load("\ninclude part.touch\n"), ERR_NOT_FOUND);
    assert_string_equal(problem, arena_printf(arena, "%s:2: cannot read %s", path_of("main.touch"),
                                              path_of("part.touch")));
}

static void test_a_circle_of_includes_is_refused(void **state)
{
    (void)state;
    assert_int_equal(load("include main.touch\n"), ERR_INVALID);
    assert_non_null(strstr(problem, "main.touch:1: includes go deeper than 8 files: a circle?"));
}

static void test_more_variables_than_fit_are_refused(void **state)
{
    (void)state;
    const char *text = "";
    for (int i = 0; i < SCRIPT_VARIABLES; i++) {
        text = arena_printf(arena, "%slet V%d sql \"SELECT 1\"\n", text, i);
    }
    assert_int_equal(load(text), ERR_OK);
    assert_int_equal(load(arena_printf(arena, "%slet ONE_MORE sql \"SELECT 1\"", text)),
                     ERR_INVALID);
    assert_non_null(strstr(problem, ":33: more than 32 variables"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_every_command_is_read),
        TEST(test_strings_hold_quotes_and_backslashes),
        TEST(test_a_wrong_line_is_refused_with_file_line_and_reason),
        TEST(test_a_lone_dollar_is_no_variable),
        TEST(test_an_include_stands_where_it_is_named),
        TEST(test_a_wrong_line_in_an_include_names_the_included_file),
        TEST(test_a_missing_file_says_which_and_where_from),
        TEST(test_a_circle_of_includes_is_refused),
        TEST(test_more_variables_than_fit_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
