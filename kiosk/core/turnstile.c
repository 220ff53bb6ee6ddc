#include "core/turnstile.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/log.h"

enum err turnstile_open(const char *db_path, int *fd)
{
    char path[4096];
    *fd = -1;
    const int len = snprintf(path, sizeof(path), "%s.turn", db_path);
    if (len < 0 || (size_t)len >= sizeof(path)) {
        return ERR_INVALID;
    }
    *fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
    if (*fd < 0) {
        log_error("turnstile: %s", strerrorname_np(errno));
        return errno == EROFS || errno == EACCES ? ERR_READONLY : ERR_IO;
    }
    return ERR_OK;
}

static void on_alarm(int number)
{
    (void)number; /* its only work is to interrupt flock() */
}

enum err turnstile_enter(int fd, int wait_ms)
{
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
        return ERR_OK;
    }
    struct sigaction ours = {.sa_handler = on_alarm};
    struct sigaction before;
    (void)sigaction(SIGALRM, &ours, &before);
    /* The timer repeats: a signal that falls just before flock() begins would else be lost. */
    const struct itimerval timer = {
        .it_value = {wait_ms / 1000, (wait_ms % 1000) * 1000},
        .it_interval = {0, 100000},
    };
    (void)setitimer(ITIMER_REAL, &timer, NULL);
    const int got = flock(fd, LOCK_EX);
    const struct itimerval off = {0};
    (void)setitimer(ITIMER_REAL, &off, NULL);
    (void)sigaction(SIGALRM, &before, NULL);
    return got == 0 ? ERR_OK : ERR_BUSY;
}

void turnstile_leave(int fd)
{
    (void)flock(fd, LOCK_UN);
}

/* Of the open file, not of the process: each handle has its own. */
static enum err lock_file(int fd, short type)
{
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET};
    return fcntl(fd, F_OFD_SETLK, &lock) == 0 ? ERR_OK : ERR_BUSY;
}

enum err turnstile_stay(int fd)
{
    return lock_file(fd, F_RDLCK);
}

enum err turnstile_stay_alone(int fd)
{
    return lock_file(fd, F_WRLCK);
}

void turnstile_close(int fd)
{
    if (fd >= 0) {
        (void)close(fd);
    }
}
