/* Two people on one card: whoever comes second decides nothing, and sees what the first decided. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/clock.h"
#include "screens/screen.h"
#include "screens/staff_parts.h"

enum { NADIA = 1, KARIM = 2, ENQUIRY = 621, STATE_BYTES = 1 << 16 };
enum { DO_YES = 1, DO_UNDO = 6 }; /* verbs of SCREEN_STAFF_CARD */

struct desk {
    char dir[64], path[96];
    struct visit visit;
    void *screen; /* state of SCREEN_STAFF_CARD */
};

static void run_file(sqlite3 *sqlite, const char *name)
{
    char path[512];
    (void)snprintf(path, sizeof(path), "%s/tests/ui/%s", SOURCE_DIR, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *sql = calloc(1, 1 << 20);
    assert_non_null(sql);
    assert_true(fread(sql, 1, (1 << 20) - 1, file) > 0);
    (void)fclose(file);
    assert_int_equal(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
    free(sql);
}

static int setup(void **state)
{
    struct desk *desk = calloc(1, sizeof(*desk));
    assert_non_null(desk);
    (void)snprintf(desk->dir, sizeof(desk->dir), "/tmp/concierge-card-XXXXXX");
    assert_non_null(mkdtemp(desk->dir));
    (void)snprintf(desk->path, sizeof(desk->path), "%s/house.db", desk->dir);
    assert_int_equal(clock_set_zone("Europe/Paris"), ERR_OK);
    int64_t now_s = 0;
    assert_int_equal(clock_parse("2026-09-08T16:42", &now_s), ERR_OK);
    clock_freeze_at(now_s);
    assert_int_equal(db_open(desk->path, DB_CREATE, &desk->visit.db), ERR_OK);
    sqlite3 *sqlite = NULL;
    assert_int_equal(sqlite3_open(desk->path, &sqlite), SQLITE_OK);
    run_file(sqlite, "fixture.sql");
    run_file(sqlite, "fixture_staff.sql");
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
    desk->visit.arena = arena_create("visit", 1 << 20);
    desk->visit.rows = arena_create("rows", 4 << 20);
    desk->visit.actor = (struct actor){.who = WHO_DESK, .staff_id = NADIA};
    desk->screen = calloc(1, STATE_BYTES);
    assert_non_null(desk->screen);
    assert_true(SCREEN_STAFF_CARD.state_size <= STATE_BYTES);
    SCREEN_STAFF_CARD.enter(desk->screen, &desk->visit, ENQUIRY);
    assert_int_equal(SCREEN_STAFF_CARD.load(desk->screen, &desk->visit), ERR_OK);
    *state = desk;
    return 0;
}

static int teardown(void **state)
{
    struct desk *desk = *state;
    char command[128];
    db_close(desk->visit.db);
    arena_destroy(desk->visit.arena);
    arena_destroy(desk->visit.rows);
    free(desk->screen);
    (void)snprintf(command, sizeof(command), "rm -r '%s'", desk->dir);
    free(desk);
    return system(command);
}

static struct request present(const struct desk *desk)
{
    struct request request;
    assert_int_equal(request_load(desk->visit.db, ENQUIRY, &request), ERR_OK);
    return request;
}

static void decide(const struct desk *desk, enum verb verb, int64_t staff_id)
{
    struct outcome outcome;
    const struct move move =
        move_make(ENQUIRY, verb, (struct actor){.who = WHO_DESK, .staff_id = staff_id});
    assert_int_equal(request_move(desk->visit.db, &move, &outcome), ERR_OK);
}

static struct route touch(struct desk *desk, int verb)
{
    return SCREEN_STAFF_CARD.act(desk->screen, &desk->visit, (struct ui_command){verb, 0});
}

static void a_yes_decides_what_was_seen(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(touch(desk, DO_YES).go, GO_RELOAD);
    assert_int_equal(present(desk).state, STATE_ACCEPTED);
}

static void a_yes_to_what_a_colleague_has_just_changed_decides_nothing(void **state)
{
    struct desk *desk = *state;
    /* Karim may not decide for his own household, but hand it on. */
    decide(desk, VERB_PASS, KARIM);
    const int no = present(desk).no;
    assert_int_equal(touch(desk, DO_YES).go, GO_RELOAD);
    assert_int_equal(present(desk).no, no);
    assert_int_equal(present(desk).state, STATE_ASKED);
    assert_int_equal(SCREEN_STAFF_CARD.load(desk->screen, &desk->visit), ERR_OK);
    assert_int_equal(touch(desk, DO_YES).go, GO_RELOAD);
    assert_int_equal(present(desk).state, STATE_ACCEPTED);
}

static void a_way_back_too_late_takes_nothing_back(void **state)
{
    struct desk *desk = *state;
    assert_int_equal(touch(desk, DO_YES).go, GO_RELOAD);
    assert_int_equal(SCREEN_STAFF_CARD.load(desk->screen, &desk->visit), ERR_OK);
    clock_advance_ms(11 * 60 * 1000);
    assert_int_equal(touch(desk, DO_UNDO).go, GO_RELOAD);
    assert_int_equal(present(desk).state, STATE_ACCEPTED);
}

static void what_goes_with_a_request_comes_out_again(void **state)
{
    (void)state;
    for (int verb = VERB_NONE; verb < VERB_COUNT; verb++) {
        const int64_t arg = staff_arg(123456789, (enum verb)verb);
        assert_int_equal(staff_arg_id(arg), 123456789);
        assert_int_equal(staff_arg_verb(arg), verb);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_yes_decides_what_was_seen),
        TEST(a_yes_to_what_a_colleague_has_just_changed_decides_nothing),
        TEST(a_way_back_too_late_takes_nothing_back),
        cmocka_unit_test(what_goes_with_a_request_comes_out_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
