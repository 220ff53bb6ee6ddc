/* Once confined, the reading process can start no program, write no file and be reached by nobody;
 * what resolver and TLS need, it may. Built without sanitizers, as the sandbox is shipped. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "fetch/sandbox.h"

static bool start_child(void)
{
    const pid_t pid = fork();
    if (pid == 0) {
        _exit(0);
    }
    return pid > 0;
}
static bool start_program(void)
{
    char *const args[] = {"/bin/true", NULL};
    return execv(args[0], args) == 0;
}
static bool make_file(void)
{
    return open("/tmp/conciergerie-confined", O_WRONLY | O_CREAT, 0600) >= 0;
}
static bool change_file(void)
{
    return open("/dev/null", O_RDWR) >= 0;
}
static bool remove_file(void)
{
    return unlink("/nothing") == 0 || errno != EPERM;
}
static bool be_reached(void)
{
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    return listen(fd, 1) == 0;
}
static bool signal_parent(void)
{
    return kill(getppid(), 0) == 0;
}
static bool take_much_memory(void)
{
    return malloc(SANDBOX_MEMORY_BYTES) != NULL;
}

static bool read_file(void)
{
    return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0;
}
static void *run_thread(void *given)
{
    return given;
}
static bool start_thread(void)
{
    pthread_t thread;
    return pthread_create(&thread, NULL, run_thread, NULL) == 0 && pthread_join(thread, NULL) == 0;
}
static bool have_socket(void)
{
    return socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0) >= 0 || errno == EAFNOSUPPORT;
}

static const struct {
    const char *name;
    bool (*can)(void);
    bool may;
} TRIES[] = {
    {"start a child", start_child, false},    {"start a program", start_program, false},
    {"make a file", make_file, false},        {"change a file", change_file, false},
    {"remove a file", remove_file, false},    {"be reached", be_reached, false},
    {"signal another", signal_parent, false}, {"take much memory", take_much_memory, false},
    {"read a file", read_file, true},         {"start a thread", start_thread, true},
    {"have a socket", have_socket, true},
};

/* In a process of its own: confined, or not, as the negative control. */
static bool can(size_t i, bool is_confined)
{
    const pid_t child = fork();
    if (child == 0) {
        if (is_confined && !sandbox_enter()) {
            _exit(2);
        }
        _exit(TRIES[i].can() ? 0 : 1);
    }
    int status = 0;
    (void)waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(void)
{
    bool is_well = true;
    for (size_t i = 0; i < ARRAY_LEN(TRIES); i++) {
        if (can(i, true) != TRIES[i].may || !can(i, false)) {
            (void)printf("%s: not as it should be\n", TRIES[i].name);
            is_well = false;
        }
    }
    (void)printf("%zu tries\n", ARRAY_LEN(TRIES));
    return is_well ? 0 : 1;
}
