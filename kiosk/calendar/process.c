#include "calendar/process.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <unistd.h>

static bool set_files(posix_spawn_file_actions_t *actions, int in_fd, int out_fd, int err_fd)
{
    return posix_spawn_file_actions_adddup2(actions, in_fd, STDIN_FILENO) == 0 &&
           posix_spawn_file_actions_adddup2(actions, out_fd, STDOUT_FILENO) == 0 &&
           (err_fd < 0 || posix_spawn_file_actions_adddup2(actions, err_fd, STDERR_FILENO) == 0) &&
           posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1) == 0;
}

int process_start(const char *const arguments[], int in_fd, int out_fd, int err_fd, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigset_t usual;
    (void)sigemptyset(&none);
    (void)sigfillset(&usual);
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) {
        return code;
    }
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        (void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        (void)posix_spawnattr_setsigmask(&attributes, &none);
        (void)posix_spawnattr_setsigdefault(&attributes, &usual);
        /* posix_spawn() does not change the arguments: POSIX only could not say so. */
        code = set_files(&actions, in_fd, out_fd, err_fd)
                   ? posix_spawn(pid, arguments[0], &actions, &attributes, (char *const *)arguments,
                                 environ)
                   : ENOMEM;
        (void)posix_spawnattr_destroy(&attributes);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return code;
}
