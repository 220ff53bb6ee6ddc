/* The reading process as others have it: fed, watched, ended; whatever it does, there is an answer.
 */
#include "calendar/reader.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/err.h"

#define NOW_S   1788000000 /* 29 August 2026 */
#define UNTIL_S (NOW_S + 366 * CLOCK_DAY_S)

static char folder[] = "/tmp/calendar-XXXXXX";
static char script_path[64];

static const char CHOIR[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
                            "UID:a@x\r\nDTSTART:20260915T120000Z\r\nDTEND:20260915T133000Z\r\n"
                            "SUMMARY:Chorale\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

static struct calendar_reader *begin(const char *program, const char *bytes, size_t len)
{
    return calendar_reader_begin(
        &(struct calendar_reader_options){
            .program = program, .from_s = NOW_S, .until_s = UNTIL_S, .zone = "Europe/Paris"},
        bytes, len);
}

/* A program that does what the shell is told. */
static const char *script(const char *what)
{
    FILE *file = fopen(script_path, "w");
    assert_non_null(file);
    (void)fprintf(file, "#!/bin/sh\n%s\n", what);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(script_path, 0700), 0);
    return script_path;
}

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(script_path, sizeof(script_path), "%s/reader", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    (void)unlink(script_path);
    return rmdir(folder);
}

static void expect_fault(const char *program, const char *bytes, size_t len, const char *fault)
{
    struct calendar_reader *reader = begin(program, bytes, len);
    calendar_reader_finish(reader);
    assert_string_equal(calendar_reader_fault(reader), fault);
    assert_int_equal(calendar_reader_process(reader), 0);
    calendar_reader_end(reader);
}

static void a_calendar_comes_back_as_lines(void **state)
{
    size_t len = 0;
    (void)state;
    struct calendar_reader *reader = begin(ICAL_PROGRAM, CHOIR, sizeof(CHOIR) - 1);
    calendar_reader_finish(reader);
    assert_string_equal(calendar_reader_fault(reader), "");
    const char *lines = calendar_reader_lines(reader, &len);
    assert_true(len > 0 && lines[len - 1] == '\n');
    assert_non_null(memmem(lines, len, "\"title\":\"Chorale\"", 17));
    assert_non_null(memmem(lines, len, "\"is\":\"end\"", 10));
    calendar_reader_end(reader);
}

static void what_it_refuses_comes_back_as_its_own_refusal(void **state)
{
    size_t len = 0;
    (void)state;
    struct calendar_reader *reader = begin(ICAL_PROGRAM, "PK\3\4", 4);
    calendar_reader_finish(reader);
    assert_string_equal(calendar_reader_fault(reader), "");
    const char *lines = calendar_reader_lines(reader, &len);
    assert_non_null(memmem(lines, len, "{\"is\":\"refusal\",\"code\":\"archive\"}", 33));
    calendar_reader_end(reader);
}

static void a_file_larger_than_it_reads_is_refused_by_it(void **state)
{
    enum { BYTES = 9 << 20 };
    size_t len = 0;
    (void)state;
    char *bytes = malloc(BYTES);
    assert_non_null(bytes);
    memset(bytes, 'x', BYTES);
    struct calendar_reader *reader = begin(ICAL_PROGRAM, bytes, BYTES);
    calendar_reader_finish(reader);
    const char *lines = calendar_reader_lines(reader, &len);
    assert_non_null(memmem(lines, len, "\"too_big\"", 9));
    calendar_reader_end(reader);
    free(bytes);
}

static void one_that_is_not_there_is_said(void **state)
{
    (void)state;
    expect_fault("/nonexistent/conciergerie-ical", CHOIR, sizeof(CHOIR) - 1, "no_reader");
}

static void without_a_name_it_is_looked_for_beside_this_program(void **state)
{
    (void)state; /* where no such program is */
    expect_fault(NULL, CHOIR, sizeof(CHOIR) - 1, "no_reader");
}

static void one_that_is_killed_gives_nothing(void **state)
{
    (void)state;
    expect_fault(script("echo '{\"is\":\"calendar\"}'; kill -9 $$"), CHOIR, sizeof(CHOIR) - 1,
                 "ended");
}

static void one_that_fails_gives_nothing(void **state)
{
    (void)state;
    expect_fault(script("exit 2"), CHOIR, sizeof(CHOIR) - 1, "ended");
}

static void one_that_writes_without_end_is_ended(void **state)
{
    (void)state;
    expect_fault(script("exec yes calendar"), CHOIR, sizeof(CHOIR) - 1, "too_much");
}

/* Its clock is moved on, so that nobody waits. */
static void expect_slow(const char *what)
{
    clock_freeze_at(NOW_S);
    struct calendar_reader *reader = begin(script(what), CHOIR, sizeof(CHOIR) - 1);
    assert_false(calendar_reader_pump(reader));
    assert_true(calendar_reader_timeout_ms(reader) <= CALENDAR_READER_MS);
    clock_advance_ms(CALENDAR_READER_MS - 1);
    assert_false(calendar_reader_pump(reader));
    const int pid = calendar_reader_process(reader);
    clock_advance_ms(1);
    assert_int_equal(calendar_reader_timeout_ms(reader), 0);
    assert_true(calendar_reader_pump(reader));
    assert_string_equal(calendar_reader_fault(reader), "slow");
    assert_int_equal(kill(pid, 0), -1); /* it is gone */
    calendar_reader_end(reader);
}

static void one_that_stays_silent_is_ended_in_time(void **state)
{
    (void)state;
    expect_slow("exec sleep 600");
}

static void one_that_closes_its_side_and_stays_is_ended_in_time(void **state)
{
    (void)state;
    expect_slow("exec sleep 600 <&- >&-");
}

static void one_that_takes_nothing_does_not_block(void **state)
{
    enum { BYTES = 8 << 20 }; /* more than a socket holds */
    (void)state;
    char *bytes = calloc(1, BYTES);
    assert_non_null(bytes);
    struct calendar_reader *reader = begin(script("exec sleep 600"), bytes, BYTES);
    assert_false(calendar_reader_pump(reader));
    assert_int_equal(calendar_reader_poll(reader).events, POLLIN | POLLOUT);
    calendar_reader_end(reader); /* and may be given up */
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_calendar_comes_back_as_lines),
        cmocka_unit_test(what_it_refuses_comes_back_as_its_own_refusal),
        cmocka_unit_test(a_file_larger_than_it_reads_is_refused_by_it),
        cmocka_unit_test(one_that_is_not_there_is_said),
        cmocka_unit_test(without_a_name_it_is_looked_for_beside_this_program),
        cmocka_unit_test(one_that_is_killed_gives_nothing),
        cmocka_unit_test(one_that_fails_gives_nothing),
        cmocka_unit_test(one_that_writes_without_end_is_ended),
        cmocka_unit_test(one_that_takes_nothing_does_not_block),
        cmocka_unit_test(one_that_stays_silent_is_ended_in_time),
        cmocka_unit_test(one_that_closes_its_side_and_stays_is_ended_in_time),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
