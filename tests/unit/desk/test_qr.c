#include "desk/qr_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { DOT_PX = 4, QUIET = 4 };

static int setup(void **state)
{
    *state = arena_create("test", 4 << 20);
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

/* What is dark at that place; the quiet zone is light. */
static int dot(const char *dots, int size, int x, int y)
{
    const bool is_inside = x >= 0 && y >= 0 && x < size && y < size;
    return is_inside && dots[y * size + x] == '1';
}

/* Reads the code as a scanner does: from its picture. */
static void scan(const char *json, char *text, size_t text_size)
{
    char path[] = "/tmp/qr-test-XXXXXX";
    char command[96];
    int size = 0;
    assert_int_equal(sscanf(json, "{\"size\": %d,", &size), 1);
    const char *dots = strstr(json, "\"dots\": \"") + strlen("\"dots\": \"");
    assert_int_equal(strspn(dots, "01"), size * size);
    assert_string_equal(dots + size * size, "\"}");
    const int fd = mkstemp(path);
    FILE *picture = fdopen(fd, "w");
    assert_non_null(picture);
    const int side = (size + 2 * QUIET) * DOT_PX;
    (void)fprintf(picture, "P1 %d %d\n", side, side);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            (void)fprintf(picture, "%d ", dot(dots, size, x / DOT_PX - QUIET, y / DOT_PX - QUIET));
        }
    }
    assert_int_equal(fclose(picture), 0);
    (void)snprintf(command, sizeof(command), "zbarimg --quiet --raw %s", path);
    FILE *reader = popen(command, "r");
    assert_non_null(reader);
    const size_t len = fread(text, 1, text_size - 1, reader);
    assert_int_equal(pclose(reader), 0);
    assert_int_equal(unlink(path), 0);
    text[len] = '\0';
    text[strcspn(text, "\n")] = '\0';
}

static void a_scanner_reads_what_was_said(void **state)
{
    static const char *const texts[] = {
        "C1ABCDEFGHJKMNPQRSTVWXYZ0123XY",
        "Atelier vélo — Été",
        "x",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        const char *json = NULL;
        char read[128];
        assert_int_equal(qr_json(texts[i], *state, &json), ERR_OK);
        scan(json, read, sizeof(read));
        assert_string_equal(read, texts[i]);
    }
}

static void nothing_and_too_much_are_refused(void **state)
{
    const char *json = NULL;
    char *long_text = arena_alloc(*state, 4001);
    memset(long_text, 'a', 4000);
    assert_int_equal(qr_json("", *state, &json), ERR_INVALID);
    assert_int_equal(qr_json(long_text, *state, &json), ERR_INVALID);
    assert_string_equal(json, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_scanner_reads_what_was_said, setup, teardown),
        cmocka_unit_test_setup_teardown(nothing_and_too_much_are_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
