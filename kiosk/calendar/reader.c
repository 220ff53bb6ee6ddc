#include "calendar/reader.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/exit.h"
#include "base/log.h"
#include "base/place.h"
#include "calendar/process.h"

enum {
    ROOM_BYTES = 64 << 10, /* at first, and each time doubled */
    LOOK_MS = 20,          /* it closed its side and has not ended yet */
    NUMBER_BYTES = 24
};

struct calendar_reader {
    const char *bytes;
    size_t len, given;
    pid_t pid; /* 0: none runs */
    int fd;    /* both ways; -1 when it has closed its side */
    int64_t deadline_ms;
    bool is_over;
    const char *fault;
    char *lines;
    size_t lines_len, room;
};

/* ---- The process ---- */

static void over(struct calendar_reader *reader, const char *fault)
{
    reader->is_over = true;
    reader->fault = fault;
    if (fault[0] != '\0') {
        log_warn("calendar: the reading process gave nothing: %s", fault);
    }
}

static void start(struct calendar_reader *reader, const struct calendar_reader_options *options)
{
    char path[PATH_MAX];
    char from[NUMBER_BYTES];
    char until[NUMBER_BYTES];
    int ends[2];
    const char *program =
        options->program != NULL ? options->program : place_helper("conciergerie-ical", path);
    (void)snprintf(from, sizeof(from), "%" PRId64, options->from_s);
    (void)snprintf(until, sizeof(until), "%" PRId64, options->until_s);
    const char *const arguments[] = {program, "--from", from,          "--until",
                                     until,   "--zone", options->zone, NULL};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        over(reader, "no_reader");
        return;
    }
    const int code = process_start(arguments, ends[1], ends[1], -1, &reader->pid);
    (void)close(ends[1]);
    if (code != 0) {
        log_error("calendar: no reading process: %s", strerrorname_np(code));
        (void)close(ends[0]);
        reader->pid = 0;
        over(reader, "no_reader");
        return;
    }
    reader->fd = ends[0];
}

static void close_socket(struct calendar_reader *reader)
{
    if (reader->fd >= 0) {
        (void)close(reader->fd);
        reader->fd = -1;
    }
}

static void kill_it(struct calendar_reader *reader)
{
    if (reader->pid != 0) {
        (void)kill(reader->pid, SIGKILL);
        (void)waitpid(reader->pid, NULL, 0);
        reader->pid = 0;
    }
    close_socket(reader);
}

struct calendar_reader *calendar_reader_begin(const struct calendar_reader_options *options,
                                              const char *bytes, size_t len)
{
    struct calendar_reader *reader = calloc(1, sizeof(*reader));
    if (reader == NULL) {
        log_fatal("out of memory");
    }
    *reader = (struct calendar_reader){
        .bytes = bytes,
        .len = len,
        .fd = -1,
        .deadline_ms = clock_mono_ms() + CALENDAR_READER_MS,
        .fault = "",
    };
    start(reader, options);
    return reader;
}

void calendar_reader_end(struct calendar_reader *reader)
{
    if (reader != NULL) {
        kill_it(reader);
        free(reader->lines);
        free(reader);
    }
}

/* ---- Giving and taking ---- */

/* What it has no use for is not given: it may refuse before it has read all. */
static void give(struct calendar_reader *reader)
{
    while (reader->given < reader->len) {
        const ssize_t taken = send(reader->fd, reader->bytes + reader->given,
                                   reader->len - reader->given, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (taken < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        reader->given = taken < 0 ? reader->len : reader->given + (size_t)taken;
    }
    (void)shutdown(reader->fd, SHUT_WR); /* the file's end; a second time is nothing */
}

static void make_room(struct calendar_reader *reader)
{
    if (reader->lines_len < reader->room) {
        return;
    }
    reader->room = reader->room == 0 ? ROOM_BYTES : 2 * reader->room;
    reader->lines = realloc(reader->lines, reader->room);
    if (reader->lines == NULL) {
        log_fatal("out of memory");
    }
}

/* "" or a fault. Until nothing is there, or its end. */
static const char *take(struct calendar_reader *reader)
{
    for (;;) {
        make_room(reader);
        const ssize_t got = recv(reader->fd, reader->lines + reader->lines_len,
                                 reader->room - reader->lines_len, MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            return "";
        }
        if (got <= 0) {
            close_socket(reader);
            return "";
        }
        reader->lines_len += (size_t)got;
        if (reader->lines_len > CALENDAR_READER_BYTES) {
            return "too_much";
        }
    }
}

/* It read the file, or refused it and said so. */
static bool is_well(int status)
{
    return WIFEXITED(status) &&
           (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == EXIT_FAILED_CHECK);
}

static void look_for_end(struct calendar_reader *reader)
{
    int status = 0;
    const pid_t ended = waitpid(reader->pid, &status, WNOHANG);
    if (ended == 0) {
        return;
    }
    reader->pid = 0;
    const bool is_missing = WIFEXITED(status) && WEXITSTATUS(status) == PROCESS_NOT_FOUND;
    over(reader, is_well(status) ? "" : is_missing ? "no_reader" : "ended");
}

bool calendar_reader_pump(struct calendar_reader *reader)
{
    const char *fault = "";
    if (reader->is_over) {
        return true;
    }
    if (reader->fd >= 0) {
        give(reader);
        fault = take(reader);
    }
    if (fault[0] == '\0' && reader->fd < 0) {
        look_for_end(reader);
    }
    if (fault[0] == '\0' && !reader->is_over && clock_mono_ms() >= reader->deadline_ms) {
        fault = "slow";
    }
    if (fault[0] != '\0') {
        kill_it(reader);
        over(reader, fault);
    }
    return reader->is_over;
}

struct pollfd calendar_reader_poll(const struct calendar_reader *reader)
{
    const short events = reader->given < reader->len ? POLLIN | POLLOUT : POLLIN;
    return (struct pollfd){.fd = reader->fd, .events = events};
}

int calendar_reader_timeout_ms(const struct calendar_reader *reader)
{
    const int64_t left_ms = reader->deadline_ms - clock_mono_ms();
    if (reader->is_over || left_ms <= 0) {
        return 0;
    }
    return reader->fd < 0 && left_ms > LOOK_MS ? LOOK_MS : (int)left_ms;
}

void calendar_reader_finish(struct calendar_reader *reader)
{
    while (!calendar_reader_pump(reader)) {
        struct pollfd wait = calendar_reader_poll(reader);
        (void)poll(&wait, 1, calendar_reader_timeout_ms(reader));
    }
}

/* ---- What came of it ---- */

const char *calendar_reader_fault(const struct calendar_reader *reader)
{
    return reader->fault;
}

const char *calendar_reader_lines(const struct calendar_reader *reader, size_t *len)
{
    *len = reader->lines_len;
    return reader->lines == NULL ? "" : reader->lines;
}

int calendar_reader_process(const struct calendar_reader *reader)
{
    return reader->pid;
}
