#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "voice/sink.h"

enum { PATH_MOST = 4096, HEADER = 44 };

struct wav {
    struct sink sink;
    const char *folder;
    FILE *file;
    int rate;
    size_t samples;
};

static void put_number(unsigned char *to, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        to[i] = (unsigned char)(value >> (8 * i));
    }
}

static void write_header(struct wav *wav)
{
    enum { PCM = 1, BYTES = 2, BITS = 16, CHUNK = 16 };
    unsigned char header[HEADER] = "RIFF\0\0\0\0WAVEfmt ";
    const uint32_t size = (uint32_t)(wav->samples * BYTES);
    put_number(header + 4, size + HEADER - 8, 4);
    put_number(header + 16, CHUNK, 4);
    put_number(header + 20, PCM, 2);
    put_number(header + 22, 1, 2);
    put_number(header + 24, (uint32_t)wav->rate, 4);
    put_number(header + 28, (uint32_t)wav->rate * BYTES, 4);
    put_number(header + 32, BYTES, 2);
    put_number(header + 34, BITS, 2);
    memcpy(header + 36, "data", 4);
    put_number(header + 40, size, 4);
    (void)fwrite(header, 1, sizeof(header), wav->file);
}

static enum err begin(struct sink *sink, const struct protocol_command *command, int rate)
{
    static const char *const names[] = {
        [PROTOCOL_SAY] = "", [PROTOCOL_PLAY] = "play", [PROTOCOL_TONE] = "tone"};
    struct wav *wav = (struct wav *)sink;
    const char *name = command->verb == PROTOCOL_SAY ? command->lang : names[command->verb];
    char path[PATH_MOST];
    (void)snprintf(path, sizeof(path), "%s/%04ld-%s.wav", wav->folder, command->number, name);
    wav->file = fopen(path, "wbe");
    wav->rate = rate;
    wav->samples = 0;
    if (wav->file == NULL) {
        log_error("%s cannot be written", path);
        return ERR_MISSING;
    }
    write_header(wav);
    return ERR_OK;
}

static enum err put(struct sink *sink, const int16_t *samples, size_t count, size_t *taken)
{
    struct wav *wav = (struct wav *)sink;
    *taken = fwrite(samples, sizeof(*samples), count, wav->file);
    wav->samples += *taken;
    return *taken == count ? ERR_OK : ERR_MISSING;
}

static bool is_silent(struct sink *sink)
{
    (void)sink;
    return true;
}

static void end(struct sink *sink, bool is_cut)
{
    struct wav *wav = (struct wav *)sink;
    (void)is_cut;
    if (wav->file != NULL) {
        rewind(wav->file);
        write_header(wav);
        (void)fclose(wav->file);
        wav->file = NULL;
    }
}

static void close_wav(struct sink *sink)
{
    end(sink, true);
    free(sink);
}

static const struct sink_kind WAV = {begin, put, is_silent, end, close_wav};

enum err sink_wav_open(const char *folder, struct sink **sink)
{
    struct wav *wav = calloc(1, sizeof(*wav));
    if (wav == NULL) {
        log_fatal("out of memory");
    }
    wav->sink.kind = &WAV;
    wav->folder = folder;
    *sink = &wav->sink;
    return ERR_OK;
}
