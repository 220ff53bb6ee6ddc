/* Checking a PIN beside the interface's loop: Argon2id takes a tenth of a second and more.
 *
 * The child is a copy of a program with a window and a database open. It therefore closes all but
 * its pipe, computes, writes one byte and leaves by _exit(): no destructor of the copied program
 * may run twice. It knows the keyed hash only, not the PIN. */
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
#include "core/pin_parts.h"

enum { CHILD_FD = 3 };

struct pin_check {
    pid_t pid;
    int fd;
    enum pin_result result;
};

static void run_child(int fd, const char *hash, const unsigned char keyed[PIN_KEYED_BYTES])
{
    const struct rlimit no_core = {0, 0};
    unsigned char answer = PIN_FAILED;
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    (void)setrlimit(RLIMIT_CORE, &no_core);
    (void)signal(SIGTERM, SIG_DFL);
    (void)signal(SIGINT, SIG_DFL);
    if (dup2(fd, CHILD_FD) != CHILD_FD) {
        _exit(1);
    }
    (void)close_range(CHILD_FD + 1, ~0u, 0);
    errno = 0; /* libsodium says EINVAL for a mismatch, and nothing of the sort for trouble */
    if (crypto_pwhash_str_verify(hash, (const char *)keyed, PIN_KEYED_BYTES) == 0) {
        answer = PIN_RIGHT;
    } else if (errno == EINVAL) {
        answer = PIN_WRONG;
    }
    _exit(write(CHILD_FD, &answer, 1) == 1 ? 0 : 1);
}

static enum err start(struct pin_check *check, const char *hash,
                      const unsigned char keyed[PIN_KEYED_BYTES])
{
    int pipe_fds[2];
    if (pipe2(pipe_fds, O_CLOEXEC) != 0) {
        log_error("checking a PIN: %s", strerrorname_np(errno));
        return ERR_IO;
    }
    check->pid = fork();
    if (check->pid == 0) {
        run_child(pipe_fds[1], hash, keyed);
    }
    (void)close(pipe_fds[1]);
    check->fd = pipe_fds[0];
    if (check->pid < 0) {
        log_error("checking a PIN: %s", strerrorname_np(errno));
        (void)close(check->fd);
        return ERR_IO;
    }
    return ERR_OK;
}

enum err pin_check_start(struct db *db, const struct pin_key *key, enum pin_owner owner,
                         int64_t owner_id, const char *pin, struct pin_check **out)
{
    char hash[PIN_HASH_BYTES];
    unsigned char keyed[PIN_KEYED_BYTES];
    *out = NULL;
    if (!pin_is_shaped(pin)) {
        return ERR_INVALID;
    }
    if (sodium_init() < 0) {
        log_fatal("libsodium does not start");
    }
    enum err err = pin_read(db, owner, owner_id, hash);
    if (err != ERR_OK) {
        return err;
    }
    struct pin_check *check = calloc(1, sizeof(*check));
    if (check == NULL) {
        log_fatal("out of memory checking a PIN");
    }
    pin_keyed(key, owner, owner_id, pin, keyed);
    err = start(check, hash, keyed);
    sodium_memzero(keyed, sizeof(keyed));
    if (err != ERR_OK) {
        free(check);
        return err;
    }
    *out = check;
    return ERR_OK;
}

enum pin_result pin_check_poll(struct pin_check *check)
{
    struct pollfd ready = {.fd = check->fd, .events = POLLIN};
    if (check->result != PIN_PENDING || poll(&ready, 1, 0) < 1) {
        return check->result;
    }
    unsigned char answer = PIN_FAILED;
    check->result = read(check->fd, &answer, 1) == 1 && (answer == PIN_RIGHT || answer == PIN_WRONG)
                        ? (enum pin_result)answer
                        : PIN_FAILED;
    if (check->result == PIN_FAILED) {
        log_error("checking a PIN: no answer");
    }
    return check->result;
}

int pin_check_fd(const struct pin_check *check)
{
    return check->fd;
}

void pin_check_end(struct pin_check *check)
{
    if (check == NULL) {
        return;
    }
    (void)kill(check->pid, SIGKILL);
    (void)waitpid(check->pid, NULL, 0);
    (void)close(check->fd);
    free(check);
}
