#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "voice/sink.h"

enum { AHEAD_MS = 60 }; /* what a sound device keeps in its buffer */

struct log_sink {
    struct sink sink;
    FILE *file;
    int rate;
    int64_t begun_ms;
    int64_t samples;
    long number;
};

static int64_t put_ms(const struct log_sink *log)
{
    return log->samples * 1000 / log->rate;
}

static int64_t heard_ms(const struct log_sink *log)
{
    const int64_t passed_ms = clock_mono_ms() - log->begun_ms;
    return passed_ms < put_ms(log) ? passed_ms : put_ms(log);
}

static enum err begin(struct sink *sink, const struct protocol_command *command, int rate)
{
    struct log_sink *log = (struct log_sink *)sink;
    log->rate = rate;
    log->begun_ms = clock_mono_ms();
    log->samples = 0;
    log->number = command->number;
    (void)fprintf(log->file, "begun %ld %s%s%s\n", command->number, command->lang,
                  command->lang[0] == '\0' ? "" : " ", command->text);
    (void)fflush(log->file);
    return ERR_OK;
}

static enum err put(struct sink *sink, const int16_t *samples, size_t count, size_t *taken)
{
    struct log_sink *log = (struct log_sink *)sink;
    (void)samples;
    const bool is_full = put_ms(log) > clock_mono_ms() - log->begun_ms + AHEAD_MS;
    *taken = is_full ? 0 : count;
    log->samples += (int64_t)*taken;
    return ERR_OK;
}

static bool is_silent(struct sink *sink)
{
    struct log_sink *log = (struct log_sink *)sink;
    return clock_mono_ms() - log->begun_ms >= put_ms(log);
}

static void end(struct sink *sink, bool is_cut)
{
    struct log_sink *log = (struct log_sink *)sink;
    (void)fprintf(log->file, "%s %ld %lld ms\n", is_cut ? "cut" : "done", log->number,
                  (long long)heard_ms(log));
    (void)fflush(log->file);
}

static void close_log(struct sink *sink)
{
    struct log_sink *log = (struct log_sink *)sink;
    (void)fclose(log->file);
    free(log);
}

static const struct sink_kind LOG = {begin, put, is_silent, end, close_log};

enum err sink_log_open(const char *path, struct sink **sink)
{
    struct log_sink *log = calloc(1, sizeof(*log));
    if (log == NULL) {
        log_fatal("out of memory");
    }
    log->sink.kind = &LOG;
    log->file = fopen(path, "we");
    if (log->file == NULL) {
        log_error("%s cannot be written", path);
        free(log);
        return ERR_IO;
    }
    *sink = &log->sink;
    return ERR_OK;
}
