/* Playing touch scripts on a host that writes down what it was asked to do. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "ui/script.h"

#define NBSP  "\u00a0"
#define NNBSP "\u202f"

#define NODE(ID, NAME, X)                                                                          \
    {                                                                                              \
        .id = ID, .name = NAME, .role = UI_ROLE_BUTTON, .command = {1, 0}, .hit = {                \
            X,                                                                                     \
            0,                                                                                     \
            100,                                                                                   \
            40                                                                                     \
        }                                                                                          \
    }

#define TURN(ID, NAME, VERB)                                                                       \
    {                                                                                              \
        .id = ID, .name = NAME, .role = UI_ROLE_BUTTON, .state = UI_STATE_DISABLED, .command = {   \
            VERB,                                                                                  \
            0                                                                                      \
        }                                                                                          \
    }

static struct ui_node items[] = {
    {.id = "title", .name = "Bienvenue" NNBSP "!", .role = UI_ROLE_TITLE},
    {.id = "list", .name = "Retour", .role = UI_ROLE_SCROLL, .hit = {0, 0, 1000, 1000}},
    NODE("home", "Accueil", 0),
    NODE("more", "Accueil et plus", 100),
    NODE("agenda", "Ateliers" NBSP "et agenda", 200),
    NODE("lend", "Emprunter un outil", 300),
    NODE("lend-2", "Emprunter un jeu", 400),
    {.id = "off",
     .name = "Valider",
     .state = UI_STATE_DISABLED,
     .role = UI_ROLE_BUTTON,
     .hit = {500, 0, 100, 40}},
    NODE("under", "Caché", 600),
    NODE("over", "Devant", 600),
    NODE("row-42", "Une ligne", 700),
    TURN("earlier", "Avant", -2),
    TURN("later", "Après", -3),
};

static struct arena *arena;
static struct script_failure failure;
static char journal[1024];
static bool host_fails;

static void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void note(const char *format, ...)
{
    const size_t len = strlen(journal);
    va_list args;
    va_start(args, format);
    (void)vsnprintf(journal + len, sizeof(journal) - len, format, args);
    va_end(args);
}

static void host_touch(void *context, enum ui_touch_kind kind, int finger, int x, int y)
{
    assert_ptr_equal(context, journal);
    note("%s %d @%d,%d|",
         kind == UI_TOUCH_DOWN ? "down"
         : kind == UI_TOUCH_UP ? "up"
                               : "move",
         finger, x, y);
}

/* F16 moves the focus by one, from the third on. */
static enum err host_key(void *context, const char *name)
{
    (void)context;
    note("key %s|", name);
    size_t at = 1;
    for (size_t i = 0; i < ARRAY_LEN(items); i++) {
        at = (items[i].state & UI_STATE_FOCUSED) != 0 ? i : at;
        items[i].state &= ~(unsigned)UI_STATE_FOCUSED;
    }
    if (strcmp(name, "F16") == 0 && at + 1 < ARRAY_LEN(items)) {
        items[at + 1].state |= UI_STATE_FOCUSED;
    }
    return host_fails ? ERR_INVALID : ERR_OK;
}

static void host_text(void *context, const char *text)
{
    (void)context;
    note("text %s|", text);
}

static void host_headset(void *context, bool is_in)
{
    (void)context;
    note("headset %s|", is_in ? "in" : "out");
}

static void host_scan(void *context, const char *code)
{
    (void)context;
    note("scan %s|", code);
}

static void host_advance(void *context, int64_t ms)
{
    (void)context;
    note("+%" PRId64 "|", ms);
}

static struct ui_nodes host_nodes(void *context)
{
    (void)context;
    return (struct ui_nodes){items, ARRAY_LEN(items), 1};
}

static const char *said = "";
static const char *unsaid;

static const char *host_said(void *context)
{
    (void)context;
    return said;
}

static const char *host_unsaid(void *context, struct arena *into)
{
    (void)context;
    (void)into;
    return unsaid;
}

static const char *host_screen(void *context)
{
    (void)context;
    return "home";
}

static enum err host_sql(void *context, const char *query, struct arena *into, const char **value)
{
    (void)context;
    note("sql %s|", query);
    *value = strcmp(query, "SELECT none") == 0 ? NULL : arena_strdup(into, "42");
    return host_fails ? ERR_INVALID : ERR_OK;
}

static enum err host_shot(void *context, const char *name)
{
    (void)context;
    note("shot %s|", name);
    return host_fails ? ERR_IO : ERR_OK;
}

static enum err host_dump(void *context, const char *name)
{
    (void)context;
    note("dump %s|", name);
    return host_fails ? ERR_IO : ERR_OK;
}

static const struct script_host host = {
    .context = journal,
    .touch = host_touch,
    .key = host_key,
    .headset = host_headset,
    .text = host_text,
    .scan = host_scan,
    .advance = host_advance,
    .nodes = host_nodes,
    .screen = host_screen,
    .said = host_said,
    .unsaid = host_unsaid,
    .sql = host_sql,
    .shot = host_shot,
    .dump = host_dump,
};

static int setup(void **state)
{
    (void)state;
    arena = arena_create("test", 1 << 24);
    journal[0] = '\0';
    host_fails = false;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static bool play(struct script_step first, struct script_step second)
{
    const struct script_step steps[] = {first, second};
    const struct script script = {steps, second.line == 0 ? 1 : 2};
    return script_play(&script, &host, arena, &failure);
}

static bool play_one(enum script_verb verb, const char *text, const char *value)
{
    return play(
        (struct script_step){.file = "f", .line = 7, .verb = verb, .text = text, .value = value},
        (struct script_step){.line = 0});
}

static void test_a_tap_presses_and_leaves_time_before_the_next(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_TAP_ID, "home", NULL));
    assert_string_equal(journal, "down 1 @50,20|+60|up 1 @50,20|+340|");
}

static void test_a_name_matches_exactly_first(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_TAP_NAME, "Accueil", NULL));
    assert_non_null(strstr(journal, "down 1 @50,20|"));
}

static void test_a_part_of_a_name_matches_if_it_is_the_only_one(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_TAP_NAME, "un jeu", NULL));
    assert_non_null(strstr(journal, "down 1 @450,20|"));
}

static void test_no_break_spaces_compare_equal_to_spaces(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_TAP_NAME, "Ateliers et agenda", NULL));
    assert_true(play_one(SCRIPT_TAP_NAME, "Emprunter" NNBSP "un jeu", NULL));
    assert_true(play_one(SCRIPT_EXPECT_TEXT, "Bienvenue !", NULL));
}

static void test_an_ambiguous_name_fails_and_lists_what_is_there(void **state)
{
    (void)state;
    assert_false(play_one(SCRIPT_TAP_NAME, "Emprunter", NULL));
    assert_string_equal(failure.file, "f");
    assert_int_equal(failure.line, 7);
    assert_string_equal(failure.expected, "to tap \"Emprunter\", but several are called so");
    assert_non_null(strstr(failure.actual, "screen home with\n"));
    assert_non_null(strstr(failure.actual, "\"Emprunter un jeu\" #lend-2\n"));
    assert_non_null(strstr(failure.actual, "\"Valider\" #off (disabled)\n"));
    assert_null(strstr(failure.actual, "Bienvenue"));
    assert_string_equal(journal, "");
}

static void test_a_missing_name_or_id_fails(void **state)
{
    (void)state;
    assert_false(play_one(SCRIPT_TAP_NAME, "Piscine", NULL));
    assert_string_equal(failure.expected, "to tap \"Piscine\"");
    assert_false(play_one(SCRIPT_TAP_ID, "pool", NULL));
    assert_string_equal(failure.expected, "to tap #pool");
}

static void test_what_takes_no_touch_cannot_be_tapped(void **state)
{
    (void)state;
    assert_false(play_one(SCRIPT_TAP_NAME, "Bienvenue !", NULL));
    assert_false(play_one(SCRIPT_TAP_ID, "title", NULL));
    assert_false(play_one(SCRIPT_TAP_NAME, "Retour", NULL));
    assert_string_equal(journal, "");
}

static void test_a_disabled_node_cannot_be_tapped(void **state)
{
    (void)state;
    assert_false(play_one(SCRIPT_TAP_NAME, "Valider", NULL));
    assert_string_equal(failure.expected, "to tap \"Valider\" #off");
    assert_string_equal(failure.actual, "it is disabled");
    assert_string_equal(journal, "");
}

static void test_a_covered_node_cannot_be_tapped(void **state)
{
    (void)state;
    assert_false(play_one(SCRIPT_TAP_NAME, "Caché", NULL));
    assert_string_equal(failure.actual, "\"Devant\" #over covers it");
    assert_true(play_one(SCRIPT_TAP_NAME, "Devant", NULL));
}

static void test_fingers_keys_words_codes_and_time_reach_the_host(void **state)
{
    (void)state;
    assert_true(play((struct script_step){.verb = SCRIPT_DOWN, .finger = 2, .x = 1, .y = 2},
                     (struct script_step){.line = 1, .verb = SCRIPT_MOVE, .finger = 2, .x = 3}));
    assert_true(play((struct script_step){.verb = SCRIPT_UP, .finger = 2, .x = 3},
                     (struct script_step){.line = 1, .verb = SCRIPT_WAIT, .ms = 90000}));
    assert_true(play_one(SCRIPT_KEY, "Return", NULL));
    assert_true(play_one(SCRIPT_HEADSET, "in", NULL));
    assert_true(play_one(SCRIPT_TYPE, "été", NULL));
    assert_true(play_one(SCRIPT_SCAN, "C1ABC", NULL));
    assert_true(play_one(SCRIPT_SHOT, "a", NULL));
    assert_true(play_one(SCRIPT_DUMP, "b", NULL));
    assert_string_equal(journal, "down 2 @1,2|+20|move 2 @3,0|+20|up 2 @3,0|+20|+90000|"
                                 "key Return|+400|headset in|+400|text "
                                 "été|+400|scan C1ABC|+400|shot a|dump b|");
}

static void test_keys_alone_lead_to_a_node_and_select_it(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_EXPECT_NO_FOCUS, NULL, NULL));
    assert_true(play_one(SCRIPT_PRESS_ID, "more", NULL));
    assert_string_equal(journal, "key F16|+40|key F16|+40|key F17|+400|");
    journal[0] = '\0';
    assert_true(play_one(SCRIPT_PRESS_NAME, "Ateliers et agenda", NULL));
    assert_string_equal(journal, "key F16|+40|key F16|+40|key F16|+40|key F17|+400|");
    assert_false(play_one(SCRIPT_PRESS_ID, "nowhere", NULL));
    assert_string_equal(failure.expected, "keys to lead to nowhere");
    assert_true(play_one(SCRIPT_KEY, "F16", NULL));
    assert_true(play_one(SCRIPT_EXPECT_FOCUS_ID, "home", NULL));
    assert_true(play_one(SCRIPT_EXPECT_FOCUS_NAME, "Accueil", NULL));
    assert_false(play_one(SCRIPT_EXPECT_FOCUS_ID, "agenda", NULL));
    assert_string_equal(failure.actual, "the focus is on \"Accueil\" #home");
    assert_false(play_one(SCRIPT_EXPECT_NO_FOCUS, NULL, NULL));
    assert_true(play_one(SCRIPT_KEY, "F17", NULL));
}

static void test_what_only_a_drag_moves_fails(void **state)
{
    (void)state;
    items[ARRAY_LEN(items) - 1].command.arg = 1; /* turns something else */
    assert_false(play_one(SCRIPT_EXPECT_SCREEN, "home", NULL));
    assert_string_equal(failure.expected, "buttons that turn the pages of #list");
    items[ARRAY_LEN(items) - 1].command.arg = 0;
    assert_true(play_one(SCRIPT_EXPECT_SCREEN, "home", NULL));
}

static void test_what_the_host_refuses_fails(void **state)
{
    (void)state;
    host_fails = true;
    assert_false(play_one(SCRIPT_KEY, "Any", NULL));
    assert_string_equal(failure.expected, "key Any");
    assert_string_equal(failure.actual, "error: invalid");
    assert_false(play_one(SCRIPT_SHOT, "a", NULL));
    assert_false(play_one(SCRIPT_DUMP, "a", NULL));
    assert_false(play_one(SCRIPT_EXPECT_SQL, "SELECT", "42"));
    assert_string_equal(failure.expected, "an answer to SELECT");
    assert_false(play_one(SCRIPT_LET, "SELECT", "ID"));
}

static void test_the_screen_is_compared(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_EXPECT_SCREEN, "home", NULL));
    assert_false(play_one(SCRIPT_EXPECT_SCREEN, "agenda", NULL));
    assert_string_equal(failure.expected, "screen agenda");
    assert_non_null(strstr(failure.actual, "screen home with\n    \"Bienvenue" NNBSP "!\" #title"));
}

static void test_a_text_is_part_of_any_name(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_EXPECT_TEXT, "venue", NULL));
    assert_false(play_one(SCRIPT_EXPECT_TEXT, "Piscine", NULL));
    assert_string_equal(failure.expected, "text \"Piscine\"");
    assert_true(play_one(SCRIPT_EXPECT_NO_TEXT, "Piscine", NULL));
    assert_false(play_one(SCRIPT_EXPECT_NO_TEXT, "venue", NULL));
    assert_string_equal(failure.expected, "no text \"venue\"");
    assert_string_equal(failure.actual, "it stands in \"Bienvenue" NNBSP "!\" #title");
}

static void test_a_query_is_compared_with_its_first_value(void **state)
{
    (void)state;
    assert_true(play_one(SCRIPT_EXPECT_SQL, "SELECT n", "42"));
    assert_false(play_one(SCRIPT_EXPECT_SQL, "SELECT n", "43"));
    assert_string_equal(failure.expected, "\"43\" from SELECT n");
    assert_string_equal(failure.actual, "\"42\"");
    assert_false(play_one(SCRIPT_EXPECT_SQL, "SELECT none", "43"));
    assert_string_equal(failure.actual, "no row");
}

static void test_a_variable_stands_for_the_value_of_its_query(void **state)
{
    (void)state;
    const struct script_step let = {
        .line = 1, .verb = SCRIPT_LET, .text = "SELECT n", .value = "ID"};
    assert_true(
        play(let, (struct script_step){.line = 2, .verb = SCRIPT_TAP_ID, .text = "row-$ID"}));
    assert_true(play(
        let, (struct script_step){
                 .line = 2, .verb = SCRIPT_EXPECT_SQL, .text = "'$.a' = $ID", .value = "$ID"}));
    assert_non_null(strstr(journal, "sql '$.a' = 42|"));
}

static void test_the_first_failure_ends_the_script(void **state)
{
    (void)state;
    assert_false(play((struct script_step){.line = 1, .verb = SCRIPT_EXPECT_SCREEN, .text = "x"},
                      (struct script_step){.line = 2, .verb = SCRIPT_SHOT, .text = "never"}));
    assert_int_equal(failure.line, 1);
    assert_string_equal(journal, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_a_tap_presses_and_leaves_time_before_the_next),
        TEST(test_a_name_matches_exactly_first),
        TEST(test_a_part_of_a_name_matches_if_it_is_the_only_one),
        TEST(test_no_break_spaces_compare_equal_to_spaces),
        TEST(test_an_ambiguous_name_fails_and_lists_what_is_there),
        TEST(test_a_missing_name_or_id_fails),
        TEST(test_what_takes_no_touch_cannot_be_tapped),
        TEST(test_a_disabled_node_cannot_be_tapped),
        TEST(test_a_covered_node_cannot_be_tapped),
        TEST(test_fingers_keys_words_codes_and_time_reach_the_host),
        TEST(test_keys_alone_lead_to_a_node_and_select_it),
        TEST(test_what_only_a_drag_moves_fails),
        TEST(test_what_the_host_refuses_fails),
        TEST(test_the_screen_is_compared),
        TEST(test_a_text_is_part_of_any_name),
        TEST(test_a_query_is_compared_with_its_first_value),
        TEST(test_a_variable_stands_for_the_value_of_its_query),
        TEST(test_the_first_failure_ends_the_script),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
