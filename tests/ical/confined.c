/* Once confined, the reader can neither open, connect, start nor run anything: each try ends the
 * process. What it needs, it may. Built without sanitizers, as the sandbox is shipped. */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "ical/sandbox.h"

static void open_file(void)
{
    (void)open("/etc/passwd", O_RDONLY);
}
static void make_file(void)
{
    (void)open("/tmp/conciergerie-confined", O_WRONLY | O_CREAT, 0600);
}
static void connect_out(void)
{
    (void)socket(AF_INET, SOCK_STREAM, 0);
}
static void start_child(void)
{
    (void)fork();
}
static void start_program(void)
{
    char *const args[] = {"/bin/true", NULL};
    (void)execv(args[0], args);
}
static void run_memory(void)
{
    (void)mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}
static void map_file(void)
{
    (void)mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
}
static void signal_parent(void)
{
    (void)kill(getppid(), 0);
}
static void work(void)
{
    char *much = malloc(8 << 20);
    if (much == NULL || printf(" ") < 0 || fflush(stdout) != 0) {
        _exit(1);
    }
    free(much);
}
static void take_too_much(void)
{
    if (malloc((size_t)SANDBOX_MEMORY_BYTES) == NULL) {
        abort();
    }
}
static void compute_too_long(void)
{
    for (volatile unsigned long i = 0;; i++) {
    }
}

static const struct {
    const char *name;
    void (*act)(void);
    int signal; /* 0: it ends by itself */
} TRIES[] = {
    {"open a file", open_file, SIGSYS},
    {"make a file", make_file, SIGSYS},
    {"connect", connect_out, SIGSYS},
    {"start a child", start_child, SIGSYS},
    {"start a program", start_program, SIGSYS},
    {"memory to run", run_memory, SIGSYS},
    {"map a file", map_file, SIGSYS},
    {"signal another", signal_parent, SIGSYS},
    {"work", work, 0},
    {"too much memory", take_too_much, SIGABRT},
    {"too long", compute_too_long, SIGKILL},
};

static bool try(size_t i)
{
    const pid_t child = fork();
    if (child == 0) {
        if (!sandbox_limit() || !sandbox_confine()) {
            _exit(2);
        }
        TRIES[i].act();
        _exit(0);
    }
    int status = 0;
    (void)waitpid(child, &status, 0);
    const int ended_by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    const bool is_right = TRIES[i].signal == 0 ? WIFEXITED(status) && WEXITSTATUS(status) == 0
                                               : ended_by == TRIES[i].signal;
    if (!is_right) {
        (void)printf("%s: status %x\n", TRIES[i].name, (unsigned)status);
    }
    return is_right;
}

int main(void)
{
    bool is_well = true;
    for (size_t i = 0; i < ARRAY_LEN(TRIES); i++) {
        is_well = try(i) && is_well;
    }
    (void)printf("%zu tries\n", ARRAY_LEN(TRIES));
    return is_well ? 0 : 1;
}
