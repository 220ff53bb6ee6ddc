/* The fetching process as others have it: given an address, watched, ended; whatever it does, there
 * is an answer. */
#include "calendar/fetcher.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/fetcher-XXXXXX";
static char script_path[64];

/* A program that does what the shell is told, asked for an address. */
static struct calendar_fetched run(const char *what, const struct calendar_fetch *fetch)
{
    struct calendar_fetched fetched;
    struct calendar_fetch asked = *fetch;
    FILE *file = fopen(script_path, "w");
    assert_non_null(file);
    (void)fprintf(file, "#!/bin/sh\n%s\n", what);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(script_path, 0700), 0);
    asked.program = script_path;
    calendar_fetch(&asked, &fetched);
    return fetched;
}

static const struct calendar_fetch PLAIN = {
    .url = "https://calendrier.example/a?key=secret", .etag = "", .modified = ""};

static void body_and_report_come_back(void **state)
{
    (void)state;
    struct calendar_fetched fetched =
        run("echo 'warn of the library' >&2; printf BEGIN; echo '{\"is\":\"read\"}' >&2", &PLAIN);
    assert_string_equal(fetched.fault, "");
    assert_string_equal(fetched.report, "{\"is\":\"read\"}");
    assert_int_equal(fetched.len, 5);
    assert_memory_equal(fetched.body, "BEGIN", 5);
    calendar_fetched_free(&fetched);
}

static void the_address_stands_on_standard_input_and_in_no_argument(void **state)
{
    (void)state;
    struct calendar_fetched fetched = run("printf '%s.' \"$@\"; cat", &PLAIN);
    static const char expected[] = ".https://calendrier.example/a?key=secret\n";
    assert_int_equal(fetched.len, strlen(expected));
    assert_memory_equal(fetched.body, expected, strlen(expected));
    calendar_fetched_free(&fetched);
}

static void marks_and_permissions_are_passed_on(void **state)
{
    (void)state;
    const struct calendar_fetch fetch = {
        .url = "x",
        .etag = "\"a b\"",
        .modified = "Tue",
        .ca_file = "/ca.pem",
        .may_be_private = true,
    };
    static const char expected[] = "--etag.\"a b\".--modified.Tue.--ca./ca.pem.--private.";
    struct calendar_fetched fetched = run("printf '%s.' \"$@\"", &fetch);
    assert_int_equal(fetched.len, strlen(expected));
    assert_memory_equal(fetched.body, expected, strlen(expected));
    calendar_fetched_free(&fetched);
}

static void what_ends_otherwise_is_a_fault(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"kill -9 $$", "ended"},
        {"head -c 9000000 /dev/zero", "too_big"},
        {"yes >&2", "too_big"},
        {"exit 44", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct calendar_fetched fetched = run(cases[i][0], &PLAIN);
        assert_string_equal(fetched.fault, cases[i][1]);
        calendar_fetched_free(&fetched);
    }
}

static void what_cannot_be_started_is_said(void **state)
{
    (void)state;
    struct calendar_fetched fetched;
    struct calendar_fetch fetch = PLAIN;
    fetch.program = "/nothing/here";
    calendar_fetch(&fetch, &fetched);
    assert_string_equal(fetched.fault, "no_fetcher");
    assert_string_equal(fetched.report, "");
    calendar_fetched_free(&fetched);
    calendar_fetch(&PLAIN, &fetched); /* nothing lies beside this test */
    assert_string_equal(fetched.fault, "no_fetcher");
    calendar_fetched_free(&fetched);
}

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL) {
        return -1;
    }
    (void)snprintf(script_path, sizeof(script_path), "%s/fetch", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    (void)unlink(script_path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(body_and_report_come_back),
        cmocka_unit_test(the_address_stands_on_standard_input_and_in_no_argument),
        cmocka_unit_test(marks_and_permissions_are_passed_on),
        cmocka_unit_test(what_ends_otherwise_is_a_fault),
        cmocka_unit_test(what_cannot_be_started_is_said),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
