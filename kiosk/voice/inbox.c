#include "voice/inbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"

struct waiting {
    struct protocol_command command;
    char *line; /* holds the command's text */
};

struct inbox {
    int fd;
    FILE *answers;
    char buffer[PROTOCOL_LINE];
    size_t len;
    bool is_too_long; /* the rest of such a line is dropped */
    struct waiting waiting[INBOX_MOST];
    size_t first, count;
    struct waiting taken;
    long number;         /* of the last command */
    long dropped_number; /* of the last one before the last stop */
    bool is_stopped, owes_stop, is_closed;
};

static void forget(struct waiting *waiting)
{
    if (waiting->line != NULL) {
        explicit_bzero(waiting->line, strlen(waiting->line));
        free(waiting->line);
    }
    explicit_bzero(waiting, sizeof(*waiting));
}

static void fail(struct inbox *inbox)
{
    (void)fprintf(inbox->answers, "failed %ld\n", ++inbox->number);
    (void)fflush(inbox->answers);
}

static void stop(struct inbox *inbox)
{
    while (inbox->count > 0) {
        forget(&inbox->waiting[inbox->first]);
        inbox->first = (inbox->first + 1) % INBOX_MOST;
        inbox->count--;
    }
    inbox->is_stopped = inbox->owes_stop = true;
    inbox->dropped_number = inbox->number;
}

static void add(struct inbox *inbox, const char *line)
{
    struct protocol_command command = {0};
    char *copy = strdup(line);
    if (copy == NULL) {
        log_fatal("out of memory");
    }
    const bool is_understood = protocol_parse(copy, &command) == ERR_OK;
    struct waiting waiting = {.command = command, .line = copy};
    if (is_understood && command.verb == PROTOCOL_STOP) {
        forget(&waiting);
        stop(inbox);
    } else if (!is_understood || inbox->count == INBOX_MOST) {
        forget(&waiting);
        fail(inbox);
    } else {
        waiting.command.number = ++inbox->number;
        inbox->waiting[(inbox->first + inbox->count++) % INBOX_MOST] = waiting;
    }
}

static void take_lines(struct inbox *inbox)
{
    char *line = inbox->buffer;
    char *end = NULL;
    while ((end = memchr(line, '\n', inbox->len - (size_t)(line - inbox->buffer))) != NULL) {
        *end = '\0';
        if (inbox->is_too_long) {
            inbox->is_too_long = false;
            fail(inbox);
        } else {
            add(inbox, line);
        }
        line = end + 1;
    }
    const size_t used = (size_t)(line - inbox->buffer);
    memmove(inbox->buffer, line, inbox->len - used);
    explicit_bzero(inbox->buffer + inbox->len - used, used);
    inbox->len -= used;
    if (inbox->len == sizeof(inbox->buffer)) {
        inbox->is_too_long = true;
        inbox->len = 0;
    }
}

bool inbox_wait(struct inbox *inbox, int timeout_ms)
{
    struct pollfd input = {.fd = inbox->fd, .events = POLLIN};
    if (!inbox->is_closed && poll(&input, 1, timeout_ms) > 0) {
        const ssize_t got =
            read(inbox->fd, inbox->buffer + inbox->len, sizeof(inbox->buffer) - inbox->len);
        if (got > 0) {
            inbox->len += (size_t)got;
            take_lines(inbox);
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            inbox->is_closed = true;
        }
    }
    return !inbox->is_stopped && !inbox->is_closed;
}

bool inbox_is_closed(const struct inbox *inbox)
{
    return inbox->is_closed;
}

const struct protocol_command *inbox_take(struct inbox *inbox)
{
    forget(&inbox->taken);
    inbox->is_stopped = false;
    if (inbox->count == 0) {
        return NULL;
    }
    inbox->taken = inbox->waiting[inbox->first];
    inbox->waiting[inbox->first] = (struct waiting){0};
    inbox->first = (inbox->first + 1) % INBOX_MOST;
    inbox->count--;
    return &inbox->taken.command;
}

void inbox_confirm_stop(struct inbox *inbox)
{
    if (inbox->owes_stop) {
        inbox->owes_stop = false;
        (void)fprintf(inbox->answers, "stopped %ld\n", inbox->dropped_number);
        (void)fflush(inbox->answers);
    }
}

struct inbox *inbox_create(int fd, FILE *answers)
{
    struct inbox *inbox = calloc(1, sizeof(*inbox));
    if (inbox == NULL) {
        log_fatal("out of memory");
    }
    inbox->fd = fd;
    inbox->answers = answers;
    (void)fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    return inbox;
}

void inbox_destroy(struct inbox *inbox)
{
    stop(inbox);
    forget(&inbox->taken);
    explicit_bzero(inbox, sizeof(*inbox));
    free(inbox);
}
