#include "calendar/fetcher.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/log.h"
#include "base/place.h"
#include "base/text.h"
#include "calendar/process.h"

enum { ARGUMENTS_MAX = 10, READ_BYTES = 64 << 10, OUT = 0, ERR = 1, WAYS = 2 };

/* One way back. */
struct way {
    int fd; /* -1 when it is closed */
    char *bytes;
    size_t len, room, most;
};

struct fetching {
    struct way ways[WAYS];
    pid_t pid;
    int64_t deadline_ms;
};

/* ---- The process ---- */

static void list_arguments(const struct calendar_fetch *fetch, const char *program,
                           const char *arguments[ARGUMENTS_MAX])
{
    const struct {
        const char *name, *value;
    } options[] = {
        {"--etag", fetch->etag},
        {"--modified", fetch->modified},
        {"--ca", fetch->ca_file == NULL ? "" : fetch->ca_file},
    };
    int count = 0;
    arguments[count++] = program;
    for (size_t i = 0; i < ARRAY_LEN(options); i++) {
        if (options[i].value[0] != '\0') {
            arguments[count++] = options[i].name;
            arguments[count++] = options[i].value;
        }
    }
    if (fetch->may_be_private) {
        arguments[count++] = "--private";
    }
    arguments[count] = NULL;
}

static void close_all(int fds[], int count)
{
    for (int i = 0; i < count; i++) {
        if (fds[i] >= 0) {
            (void)close(fds[i]);
        }
    }
}

/* The address and its end. A pipe holds it, as short as it is. */
static bool give_url(int fd, const char *url)
{
    char line[PIPE_BUF];
    const int len = snprintf(line, sizeof(line), "%s\n", url);
    return len > 0 && (size_t)len < sizeof(line) && write(fd, line, (size_t)len) == len;
}

/* in, out, err: [0] is read from, [1] written to. */
static bool start(struct fetching *fetching, const struct calendar_fetch *fetch,
                  const char *program)
{
    const char *arguments[ARGUMENTS_MAX];
    int ends[6] = {-1, -1, -1, -1, -1, -1};
    int *in = ends;
    int *out = ends + 2;
    int *err = ends + 4;
    list_arguments(fetch, program, arguments);
    if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0 ||
        !give_url(in[1], fetch->url)) {
        log_error("calendar: no way to a fetching process");
        close_all(ends, 6);
        return false;
    }
    const int code = process_start(arguments, in[0], out[1], err[1], &fetching->pid);
    fetching->ways[OUT].fd = code == 0 ? out[0] : -1;
    fetching->ways[ERR].fd = code == 0 ? err[0] : -1;
    if (code == 0) {
        out[0] = err[0] = -1;
    } else {
        log_error("calendar: no fetching process: %s", strerrorname_np(code));
    }
    close_all(ends, 6);
    return code == 0;
}

/* ---- What comes back ---- */

/* Doubled each time: what comes in small pieces is not copied for each. */
static void make_room(struct way *way)
{
    if (way->len < way->room) {
        return;
    }
    way->room = way->room == 0 ? READ_BYTES : 2 * way->room;
    way->bytes = realloc(way->bytes, way->room);
    if (way->bytes == NULL) {
        log_fatal("out of memory");
    }
}

/* False: it wrote too much. */
static bool take(struct way *way)
{
    make_room(way);
    const ssize_t got = read(way->fd, way->bytes + way->len, way->room - way->len);
    if (got < 0 && errno == EINTR) {
        return true;
    }
    if (got <= 0) {
        (void)close(way->fd);
        way->fd = -1;
        return true;
    }
    way->len += (size_t)got;
    return way->len <= way->most;
}

/* Until both ways are closed. Gives "" or a fault. */
static const char *take_all(struct fetching *fetching)
{
    struct way *ways = fetching->ways;
    while (ways[OUT].fd >= 0 || ways[ERR].fd >= 0) {
        struct pollfd waits[WAYS] = {{.fd = ways[OUT].fd, .events = POLLIN},
                                     {.fd = ways[ERR].fd, .events = POLLIN}};
        const int64_t left_ms = fetching->deadline_ms - clock_mono_ms();
        if (left_ms <= 0) {
            return "slow";
        }
        const int ready = poll(waits, WAYS, (int)left_ms);
        for (int i = 0; ready > 0 && i < WAYS; i++) {
            if (waits[i].revents != 0 && !take(&ways[i])) {
                return "too_big";
            }
        }
    }
    return "";
}

/* The last line of what it said, if it is JSON; the rest goes to standard error. */
static char *take_report(const struct way *said)
{
    struct str rest = str_trim(str_make(said->bytes == NULL ? "" : said->bytes, said->len));
    const char *last = rest.len == 0 ? NULL : memrchr(rest.ptr, '\n', rest.len);
    const char *line = last == NULL ? rest.ptr : last + 1;
    size_t line_len = rest.len - (size_t)(line - rest.ptr);
    if (line_len == 0 || line[0] != '{') {
        line = rest.ptr + rest.len;
        line_len = 0;
    }
    (void)fwrite(rest.ptr, 1, (size_t)(line - rest.ptr), stderr);
    char *report = strndup(line, line_len);
    if (report == NULL) {
        log_fatal("out of memory");
    }
    return report;
}

/* Ends the process, if it has not ended by itself. Gives "" or a fault. */
static const char *end(struct fetching *fetching, const char *fault)
{
    int status = 0;
    if (fault[0] != '\0') {
        (void)kill(fetching->pid, SIGKILL);
    }
    (void)waitpid(fetching->pid, &status, 0);
    if (fault[0] != '\0') {
        return fault;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == PROCESS_NOT_FOUND) {
        return "no_fetcher";
    }
    return WIFEXITED(status) ? "" : "ended";
}

void calendar_fetch(const struct calendar_fetch *fetch, struct calendar_fetched *fetched)
{
    char path[PATH_MAX];
    struct fetching fetching = {
        .ways = {{.fd = -1, .most = CALENDAR_FETCHER_BYTES},
                 {.fd = -1, .most = CALENDAR_FETCHER_SAID_BYTES}},
        .deadline_ms = clock_mono_ms() + CALENDAR_FETCHER_MS,
    };
    const char *program =
        fetch->program != NULL ? fetch->program : place_helper("conciergerie-fetch", path);
    const char *fault = "no_fetcher";
    if (start(&fetching, fetch, program)) {
        fault = end(&fetching, take_all(&fetching));
    }
    struct way *ways = fetching.ways;
    close_all((int[]){ways[OUT].fd, ways[ERR].fd}, WAYS);
    *fetched = (struct calendar_fetched){
        .fault = fault,
        .report = take_report(&ways[ERR]),
        .body = ways[OUT].bytes,
        .len = ways[OUT].len,
    };
    free(ways[ERR].bytes);
}

void calendar_fetched_free(struct calendar_fetched *fetched)
{
    free(fetched->report);
    free(fetched->body);
    *fetched = (struct calendar_fetched){.fault = ""};
}
