/* The headset's switch, on a pipe in the place of the kernel's device. */
#include "platform/jack.h"

#include <fcntl.h>
#include <linux/input.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char dir[64], path[96];
static struct jack jack;
static int device = -1; /* the end that the kernel writes to */

static int setup(void **state)
{
    (void)state;
    (void)snprintf(dir, sizeof(dir), "/tmp/test_jack.XXXXXX");
    assert_non_null(mkdtemp(dir));
    (void)snprintf(path, sizeof(path), "%s/jack", dir);
    assert_int_equal(mkfifo(path, 0600), 0);
    device = open(path, O_RDWR | O_CLOEXEC); /* so that neither end waits for the other */
    assert_true(device >= 0);
    jack_open(&jack, path);
    assert_false(jack_read(&jack));
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    jack_close(&jack);
    (void)close(device);
    (void)unlink(path);
    (void)rmdir(dir);
    return 0;
}

static void send(uint16_t type, uint16_t code, int32_t value)
{
    const struct input_event event = {.type = type, .code = code, .value = value};
    assert_int_equal(write(device, &event, sizeof(event)), sizeof(event));
}

static void plugging_in_and_out_is_told_once_each(void **state)
{
    (void)state;
    assert_false(jack_is_in(&jack));
    send(EV_SW, SW_HEADPHONE_INSERT, 1);
    send(EV_SYN, SYN_REPORT, 0);
    assert_true(jack_read(&jack));
    assert_true(jack_is_in(&jack));
    assert_false(jack_read(&jack));
    send(EV_SW, SW_HEADPHONE_INSERT, 0);
    assert_true(jack_read(&jack));
    assert_false(jack_is_in(&jack));
}

static void other_switches_mean_nothing(void **state)
{
    (void)state;
    send(EV_SW, SW_MICROPHONE_INSERT, 1);
    send(EV_KEY, KEY_A, 1);
    assert_false(jack_read(&jack));
    assert_false(jack_is_in(&jack));
}

static void in_and_out_again_in_between_is_nothing(void **state)
{
    (void)state;
    send(EV_SW, SW_HEADPHONE_INSERT, 1);
    send(EV_SW, SW_HEADPHONE_INSERT, 0);
    assert_false(jack_read(&jack));
}

static void a_device_that_goes_away_means_unplugged_and_is_found_again(void **state)
{
    (void)state;
    send(EV_SW, SW_HEADPHONE_INSERT, 1);
    assert_true(jack_read(&jack));
    (void)close(device);
    assert_true(jack_read(&jack));
    assert_false(jack_is_in(&jack));
    device = open(path, O_RDWR | O_CLOEXEC);
    assert_false(jack_read(&jack));
    send(EV_SW, SW_HEADPHONE_INSERT, 1);
    assert_true(jack_read(&jack));
    assert_true(jack_is_in(&jack));
}

static void without_a_device_nothing_is_ever_plugged_in(void **state)
{
    (void)state;
    struct jack none;
    jack_open(&none, "");
    assert_false(jack_read(&none));
    jack_open(&none, "/nowhere/event0");
    assert_false(jack_read(&none));
    assert_false(jack_is_in(&none));
    jack_close(&none);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(plugging_in_and_out_is_told_once_each),
        TEST(other_switches_mean_nothing),
        TEST(in_and_out_again_in_between_is_nothing),
        TEST(a_device_that_goes_away_means_unplugged_and_is_found_again),
        TEST(without_a_device_nothing_is_ever_plugged_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
