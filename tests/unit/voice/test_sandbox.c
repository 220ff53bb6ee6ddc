#include "voice/sandbox.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "confine/confine.h"

/* In the sandbox; the exit code says what went otherwise. */
static int tried(void)
{
    char *const arguments[] = {(char[]){"/bin/true"}, NULL};
    struct rlimit core;
    if (sandbox_enter() != ERR_OK) {
        return 1;
    }
    if (execv(arguments[0], arguments) != -1 || errno != EPERM) {
        return 2;
    }
    if (socket(AF_INET, SOCK_STREAM, 0) != -1 || errno != EPERM) {
        return 3;
    }
    if (kill(getppid(), 0) != -1 || errno != EPERM) {
        return 4;
    }
    if (socket(AF_UNIX, SOCK_STREAM, 0) < 0) { /* a sound server's */
        return 5;
    }
    if (access("/proc/self/status", R_OK) != 0) {
        return 6;
    }
    if (!CONFINE_IS_SANITIZED && (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != -1 || errno != EPERM)) {
        return 8;
    }
    return getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max == 0 ? 0 : 7;
}

static void inside_there_is_no_program_no_network_and_nobody_else(void **state)
{
    (void)state;
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        _exit(tried());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inside_there_is_no_program_no_network_and_nobody_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
