/* The machine's configuration: defaults, and refusals that name file and line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/config.h"

static struct arena *arena;
static struct config config;
static char path[64];
static char said[1024]; /* the log */

static int setup(void **state)
{
    (void)state;
    arena = arena_create("test", 1 << 20);
    (void)snprintf(path, sizeof(path), "/tmp/test_config.XXXXXX");
    const int fd = mkstemp(path);
    assert_true(fd >= 0);
    (void)close(fd);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    (void)unlink(path);
    arena_destroy(arena);
    return 0;
}

/* Loads with the log caught. */
static enum err load_path(const char *from)
{
    FILE *log = tmpfile();
    assert_non_null(log);
    (void)fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    assert_true(dup2(fileno(log), STDERR_FILENO) >= 0);
    const enum err err = config_load(from, arena, &config);
    (void)fflush(stderr);
    (void)dup2(saved, STDERR_FILENO);
    (void)close(saved);
    rewind(log);
    said[fread(said, 1, sizeof(said) - 1, log)] = '\0';
    (void)fclose(log);
    return err;
}

static enum err load(const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    return load_path(path);
}

static void test_an_empty_file_gives_the_defaults(void **state)
{
    (void)state;
    assert_int_equal(load(""), ERR_OK);
    assert_string_equal(said, "");
    assert_true(config.viewing_mm == 600);
    assert_true(config.width_mm == 0 && config.height_mm == 0 && config.px_per_mm == 0);
    assert_int_equal(config.rotation, 0);
    assert_int_equal(config.double_tap_ms, 300);
    assert_string_equal(config.pin_key_path, "/etc/conciergerie/pin.key");
    assert_string_equal(config.locale_path, "");
}

static void test_the_example_file_says_the_defaults(void **state)
{
    (void)state;
    assert_int_equal(load_path(SOURCE_DIR "/deploy/kiosk.ini"), ERR_OK);
    const struct config other = config_default();
    assert_true(config.viewing_mm == other.viewing_mm);
    assert_true(config.width_mm == 0 && config.height_mm == 0 && config.px_per_mm == 0);
    assert_int_equal(config.rotation, other.rotation);
    assert_int_equal(config.double_tap_ms, other.double_tap_ms);
    assert_string_equal(config.pin_key_path, other.pin_key_path);
    assert_string_equal(config.locale_path, other.locale_path);
    assert_string_equal(config.jack_path, other.jack_path);
    assert_int_equal(config.double_press_ms, other.double_press_ms);
    for (int i = 0; i < KEYPAD_COUNT; i++) {
        assert_string_equal(config.keypad.keys[i], other.keypad.keys[i]);
    }
}

static void test_each_key_of_the_keypad_can_be_another_one(void **state)
{
    (void)state;
    assert_int_equal(load("[keypad]\nselect = F5 Return\nvolume =\nhelp = F20\n"
                          "double_press_ms = 500\nheadset_in = F21\n[headset]\n"
                          "device = /dev/input/event7\n"),
                     ERR_OK);
    assert_int_equal(keypad_find(&config.keypad, "F5"), KEYPAD_SELECT);
    assert_int_equal(keypad_find(&config.keypad, "Return"), KEYPAD_SELECT);
    assert_int_equal(keypad_find(&config.keypad, "F17"), KEYPAD_NONE);
    assert_int_equal(keypad_find(&config.keypad, "F20"), KEYPAD_HELP);
    assert_int_equal(keypad_find(&config.keypad, "F13"), KEYPAD_UP);
    assert_int_equal(keypad_find(&config.keypad, "Tab"), KEYPAD_NEXT);
    assert_int_equal(keypad_find(&config.keypad, "F"), KEYPAD_NONE);
    assert_int_equal(keypad_find(&config.keypad, "F21"), KEYPAD_HEADSET_IN);
    assert_string_equal(config.jack_path, "/dev/input/event7");
    assert_int_equal(config.double_press_ms, 500);
}

static void test_every_key_is_read(void **state)
{
    (void)state;
    assert_int_equal(load("[panel]\nwidth_mm = 398.5\nheight_mm=708\nviewing_mm = 700 ; far\n"
                          "rotation = 270\n[touch]\ndouble_tap_ms = 500\n[files]\n"
                          "pin_key = /tmp/pin\nlocale = /tmp/locale\n"),
                     ERR_OK);
    assert_true(config.width_mm == 398.5 && config.height_mm == 708);
    assert_true(config.viewing_mm == 700);
    assert_int_equal(config.rotation, 270);
    assert_int_equal(config.double_tap_ms, 500);
    assert_string_equal(config.pin_key_path, "/tmp/pin");
    assert_string_equal(config.locale_path, "/tmp/locale");
    assert_int_equal(load("[panel]\npx_per_mm = 2.71\n"), ERR_OK);
    assert_true(config.px_per_mm == 2.71);
}

static void test_a_missing_file_is_not_found(void **state)
{
    (void)state;
    assert_int_equal(load_path("/nowhere/kiosk.ini"), ERR_NOT_FOUND);
    assert_non_null(strstr(said, "/nowhere/kiosk.ini: cannot be read"));
    assert_int_equal(load_path("/tmp"), ERR_NOT_FOUND);
}

static void test_a_wrong_line_is_refused_with_file_line_and_reason(void **state)
{
    (void)state;
    static const struct {
        const char *text, *reason;
    } wrong[] = {
        {"[panel]\nwidht_mm = 3\n", ":2: unknown key widht_mm in [panel]"},
        {"[touch]\nwidth_mm = 300\n", ":2: unknown key width_mm in [touch]"},
        {"width_mm = 300\n", ":1: unknown key width_mm in []"},
        {"[panel]\n\nwidth_mm = wide\n", ":3: width_mm must be a number from 50 to 5000"},
        {"[panel]\nwidth_mm = 300 mm\n", ":2: width_mm must be a number from 50 to 5000"},
        {"[panel]\nwidth_mm =\n", ":2: width_mm must be a number from 50 to 5000"},
        {"[panel]\nwidth_mm = nan\n", ":2: width_mm must be a number from 50 to 5000"},
        {"[panel]\nheight_mm = 49\n", ":2: height_mm must be a number from 50 to 5000"},
        {"[panel]\npx_per_mm = 41\n", ":2: px_per_mm must be a number from 0.5 to 40"},
        {"[panel]\nviewing_mm = 1e9\n", ":2: viewing_mm must be a number from 200 to 3000"},
        {"[panel]\nrotation = 45\n", ":2: rotation must be 0, 90, 180 or 270"},
        {"[panel]\nrotation = 360\n", ":2: rotation must be a number from 0 to 270, whole"},
        {"[touch]\ndouble_tap_ms = 0.5\n", ":2: double_tap_ms must be a number from 0 to 1000, "
                                           "whole"},
        {"[keypad]\ndouble_press_ms = 1001\n", ":2: double_press_ms must be a number from 0 to "
                                               "1000, whole"},
        {"[keypad]\nup = F13 Upp\n", ":2: no key is called Upp"},
        {"[keypad]\nsideways = F13\n", ":2: unknown key sideways in [keypad]"},
        {"[keypad]\nup = F14\n", ": the key F14 means two things"},
        {"[files]\npin_key = pin.key\n", ":2: pin_key must be a path that begins with /"},
        {"[panel]\nrotation\n", ":2: neither a [section] nor key = value"},
        {"[panel\n", ":1: neither a [section] nor key = value"},
        {"[panel\n[panel]\nwrong = 1\n", ":1: neither a [section] nor key = value"},
        {"[panel]\nwrong = 1\nbroken\n", ":2: unknown key wrong in [panel]"},
        {"[panel]\npx_per_mm = 2\nwidth_mm = 300\n", ": px_per_mm and a size in mm"},
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(load(wrong[i].text), ERR_INVALID);
        if (strstr(said, wrong[i].reason) == NULL || strstr(said, path) == NULL) {
            fail_msg("\"%s\" said: %s", wrong[i].text, said);
        }
    }
}

static void test_a_line_too_long_to_read_is_refused(void **state)
{
    (void)state;
    const char *text = arena_printf(arena, "[files]\npin_key = /%0200d\n", 0);
    assert_int_equal(load(text), ERR_INVALID);
    assert_non_null(strstr(said, ":2: longer than"));
}

static void test_pixels_a_millimetre_follow_from_what_is_known(void **state)
{
    (void)state;
    config = config_default();
    assert_true(config_px_per_mm(&config, 1080, 1920) > 2.70);
    assert_true(config_px_per_mm(&config, 1080, 1920) < 2.72);
    assert_true(config_px_per_mm(&config, 1920, 1080) > 4.02);
    assert_true(config_px_per_mm(&config, 1920, 1080) < 4.04);
    config.width_mm = 360;
    assert_true(config_px_per_mm(&config, 1080, 1920) == 3);
    config.height_mm = 960; /* the smaller way counts */
    assert_true(config_px_per_mm(&config, 1080, 1920) == 2);
    config.width_mm = 0;
    assert_true(config_px_per_mm(&config, 1080, 1920) == 2);
    config.px_per_mm = 5;
    assert_true(config_px_per_mm(&config, 1080, 1920) == 5);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_an_empty_file_gives_the_defaults),
        TEST(test_the_example_file_says_the_defaults),
        TEST(test_each_key_of_the_keypad_can_be_another_one),
        TEST(test_every_key_is_read),
        TEST(test_a_missing_file_is_not_found),
        TEST(test_a_wrong_line_is_refused_with_file_line_and_reason),
        TEST(test_a_line_too_long_to_read_is_refused),
        TEST(test_pixels_a_millimetre_follow_from_what_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
