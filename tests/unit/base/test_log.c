#include "base/log.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* What one log_write() call sends to standard error. */
static void capture(char *line, size_t size, const char *message)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const int before = dup(STDERR_FILENO);
    (void)dup2(ends[1], STDERR_FILENO);
    log_write("warn", "/anywhere/kiosk/core/db.c", 12, "%s", message);
    (void)dup2(before, STDERR_FILENO);
    (void)close(before);
    (void)close(ends[1]);
    const ssize_t len = read(ends[0], line, size - 1);
    (void)close(ends[0]);
    line[len > 0 ? len : 0] = '\0';
}

static void an_event_is_one_line_with_level_and_place(void **state)
{
    (void)state;
    char line[1024];
    capture(line, sizeof(line), "database is busy");
    assert_string_equal(line, "warn kiosk/core/db.c:12 database is busy\n");
}

static void control_characters_cannot_forge_a_second_line(void **state)
{
    (void)state;
    char line[1024];
    capture(line, sizeof(line), "one\nfatal two\x1b[0m\r");
    assert_string_equal(line, "warn kiosk/core/db.c:12 one fatal two [0m \n");
}

static void a_long_message_is_cut_but_ends_its_line(void **state)
{
    (void)state;
    char message[2000];
    (void)memset(message, 'x', sizeof(message) - 1);
    message[sizeof(message) - 1] = '\0';
    char line[4096];
    capture(line, sizeof(line), message);
    assert_true(strlen(line) < 600);
    assert_int_equal(line[strlen(line) - 1], '\n');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_is_one_line_with_level_and_place),
        cmocka_unit_test(control_characters_cannot_forge_a_second_line),
        cmocka_unit_test(a_long_message_is_cut_but_ends_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
