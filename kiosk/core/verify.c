/* The child is a copy of a program with a window or sockets and a database open. It therefore
 * closes all but its pipe, computes, writes one byte and leaves by _exit(): no destructor of the
 * copied program may run twice. */
#include "core/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"

enum { CHILD_FD = 3 };

struct verify {
    pid_t pid;
    int fd;
    enum verify_result result;
};

static void run_child(int fd, const char *hash, const void *secret, size_t len)
{
    const struct rlimit no_core = {0, 0};
    unsigned char answer = VERIFY_FAILED;
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setrlimit(RLIMIT_CORE, &no_core);
    (void)signal(SIGTERM, SIG_DFL);
    (void)signal(SIGINT, SIG_DFL);
    if (dup2(fd, CHILD_FD) != CHILD_FD) {
        _exit(1);
    }
    (void)close_range(CHILD_FD + 1, ~0u, 0);
    errno = 0; /* libsodium says EINVAL for a mismatch, and nothing of the sort for trouble */
    if (crypto_pwhash_str_verify(hash, secret, len) == 0) {
        answer = VERIFY_RIGHT;
    } else if (errno == EINVAL) {
        answer = VERIFY_WRONG;
    }
    _exit(write(CHILD_FD, &answer, 1) == 1 ? 0 : 1);
}

enum err verify_start(const char *hash, const void *secret, size_t len, struct verify **out)
{
    int pipe_fds[2];
    *out = NULL;
    if (sodium_init() < 0) {
        log_fatal("libsodium does not start");
    }
    struct verify *verify = calloc(1, sizeof(*verify));
    if (verify == NULL) {
        log_fatal("out of memory checking a secret");
    }
    if (pipe2(pipe_fds, O_CLOEXEC) != 0) {
        log_error("checking a secret: %s", strerrorname_np(errno));
        free(verify);
        return ERR_IO;
    }
    verify->pid = fork();
    if (verify->pid == 0) {
        run_child(pipe_fds[1], hash, secret, len);
    }
    (void)close(pipe_fds[1]);
    verify->fd = pipe_fds[0];
    if (verify->pid < 0) {
        log_error("checking a secret: %s", strerrorname_np(errno));
        (void)close(verify->fd);
        free(verify);
        return ERR_IO;
    }
    *out = verify;
    return ERR_OK;
}

enum verify_result verify_poll(struct verify *verify)
{
    struct pollfd ready = {.fd = verify->fd, .events = POLLIN};
    if (verify->result != VERIFY_PENDING || poll(&ready, 1, 0) < 1) {
        return verify->result;
    }
    unsigned char answer = VERIFY_FAILED;
    verify->result =
        read(verify->fd, &answer, 1) == 1 && (answer == VERIFY_RIGHT || answer == VERIFY_WRONG)
            ? (enum verify_result)answer
            : VERIFY_FAILED;
    if (verify->result == VERIFY_FAILED) {
        log_error("checking a secret: no answer");
    }
    return verify->result;
}

int verify_fd(const struct verify *verify)
{
    return verify->fd;
}

void verify_end(struct verify *verify)
{
    if (verify == NULL) {
        return;
    }
    (void)kill(verify->pid, SIGKILL);
    (void)waitpid(verify->pid, NULL, 0);
    (void)close(verify->fd);
    free(verify);
}
