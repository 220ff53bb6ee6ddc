#include "ui/speech_log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"

enum { SAID_BYTES = 64 * 1024, LETTER_MS = 65, TONE_MS = 400 };

struct speech_log {
    FILE *file; /* NULL none */
    char said[SAID_BYTES];
    size_t said_len;
    int64_t busy_until_ms;
};

static void last(struct speech_log *log, int64_t ms)
{
    const int64_t now_ms = clock_mono_ms();
    log->busy_until_ms = (log->busy_until_ms > now_ms ? log->busy_until_ms : now_ms) + ms;
}

static void write_line(struct speech_log *log, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void write_line(struct speech_log *log, const char *format, ...)
{
    if (log->file != NULL) {
        va_list args;
        va_start(args, format);
        (void)vfprintf(log->file, format, args);
        va_end(args);
        (void)fflush(log->file);
    }
}

static void say(void *context, const struct speech_utterance *utterance)
{
    struct speech_log *log = context;
    const size_t room = sizeof(log->said) - log->said_len;
    const int len =
        snprintf(log->said + log->said_len, room, "%s %s\n", utterance->lang, utterance->text);
    if (len > 0 && (size_t)len < room) {
        log->said_len += (size_t)len;
    } else {
        log_warn("more was said than the log remembers");
    }
    write_line(log, "%s %s %s %s\n", utterance->lang, utterance->is_private ? "private" : "public",
               utterance->id[0] == '\0' ? "-" : utterance->id, utterance->text);
    last(log, LETTER_MS * (int64_t)utf8_count(str_of(utterance->text)));
}

static void tone(void *context, int volume)
{
    struct speech_log *log = context;
    (void)volume;
    write_line(log, "tone\n");
    last(log, TONE_MS);
}

static bool is_busy(void *context)
{
    return clock_mono_ms() < ((struct speech_log *)context)->busy_until_ms;
}

static void stop(void *context)
{
    struct speech_log *log = context;
    write_line(log, "cut\n");
    log->busy_until_ms = 0;
}

static bool is_there(void *context)
{
    (void)context;
    return true;
}

/* What was said is looked at afterwards. */
static void rest(void *context)
{
    (void)context;
}

struct speech_output speech_log_output(struct speech_log *log)
{
    return (struct speech_output){log, say, tone, stop, is_busy, is_there, rest};
}

const char *speech_log_said(const struct speech_log *log)
{
    return log->said;
}

void speech_log_listen(struct speech_log *log)
{
    log->said_len = 0;
    log->said[0] = '\0';
}

enum err speech_log_create(const char *path, struct speech_log **log)
{
    struct speech_log *made = calloc(1, sizeof(*made));
    if (made == NULL) {
        log_fatal("out of memory");
    }
    if (path != NULL) {
        made->file = fopen(path, "we");
        if (made->file == NULL) {
            log_error("%s cannot be written: %s", path, strerrorname_np(errno));
            free(made);
            return ERR_IO;
        }
    }
    *log = made;
    return ERR_OK;
}

void speech_log_destroy(struct speech_log *log)
{
    if (log != NULL) {
        if (log->file != NULL) {
            (void)fclose(log->file);
        }
        explicit_bzero(log, sizeof(*log));
        free(log);
    }
}
