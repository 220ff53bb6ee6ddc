/* A loop that goes round is told to the service manager, and not more often than it helps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "platform/watchdog.h"

static char dir[] = "/tmp/watchdog.XXXXXX";
static struct sockaddr_un address = {.sun_family = AF_UNIX};
static int manager_fd;

static int open_manager(void **state)
{
    (void)state;
    clock_freeze_at(1000);
    manager_fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (manager_fd < 0 || mkdtemp(dir) == NULL) {
        return -1;
    }
    (void)snprintf(address.sun_path, sizeof(address.sun_path), "%s/notify", dir);
    return bind(manager_fd, (const struct sockaddr *)&address, sizeof(address));
}

static int close_manager(void **state)
{
    (void)state;
    (void)close(manager_fd);
    (void)unlink(address.sun_path);
    return rmdir(dir);
}

/* "" nothing. */
static const char *told(void)
{
    static char text[64];
    const ssize_t len = recv(manager_fd, text, sizeof(text) - 1, 0);
    text[len > 0 ? len : 0] = '\0';
    return text;
}

static void the_first_turn_is_told_and_then_one_each_ten_seconds(void **state)
{
    struct watchdog watchdog = {0};
    (void)state;
    assert_int_equal(setenv("NOTIFY_SOCKET", address.sun_path, 1), 0);
    watchdog_tell(&watchdog);
    assert_string_equal(told(), "WATCHDOG=1");
    clock_advance_ms(WATCHDOG_MS - 1);
    watchdog_tell(&watchdog);
    assert_string_equal(told(), "");
    clock_advance_ms(1);
    watchdog_tell(&watchdog);
    assert_string_equal(told(), "WATCHDOG=1");
    watchdog_tell(&watchdog);
    assert_string_equal(told(), "");
}

static void without_a_manager_nothing_happens(void **state)
{
    struct watchdog watchdog = {0};
    (void)state;
    assert_int_equal(unsetenv("NOTIFY_SOCKET"), 0);
    watchdog_tell(&watchdog);
    assert_string_equal(told(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_turn_is_told_and_then_one_each_ten_seconds),
        cmocka_unit_test(without_a_manager_nothing_happens),
    };
    return cmocka_run_group_tests(tests, open_manager, close_manager);
}
