#include "voice/sound.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { PERCENT = 100 };

static int16_t scaled(int value, int volume)
{
    const int by = volume < PERCENT ? volume : PERCENT;
    return (int16_t)(value * by / PERCENT);
}

/* A sine that swells and fades within FADE_MS. */
static void add_note(struct sound *sound, int hz, int ms, int volume)
{
    enum { FADE_MS = 12, LOUD = 14000 };
    const double turn = 2 * 3.14159265358979 * hz / sound->rate;
    const int count = sound->rate * ms / 1000;
    const int fade = sound->rate * FADE_MS / 1000;
    for (int i = 0; i < count; i++) {
        const int edge = i < count - i ? i : count - i;
        const double swell = edge < fade ? (double)edge / fade : 1;
        sound->samples[sound->count++] = scaled((int)(LOUD * swell * sin(turn * i)), volume);
    }
}

struct sound sound_tone(struct arena *arena, int volume)
{
    enum { RATE = 22050, HIGH_HZ = 880, LOW_HZ = 660, NOTE_MS = 160, GAP_MS = 60 };
    const size_t most = (size_t)RATE * (2 * NOTE_MS + GAP_MS) / 1000;
    struct sound sound = {.samples = arena_array(arena, most, sizeof(int16_t)), .rate = RATE};
    add_note(&sound, HIGH_HZ, NOTE_MS, volume);
    sound.count += RATE * GAP_MS / 1000;
    add_note(&sound, LOW_HZ, NOTE_MS, volume);
    return sound;
}

static uint32_t number_at(const unsigned char *bytes, int count)
{
    uint32_t value = 0;
    for (int i = count - 1; i >= 0; i--) {
        value = value << 8 | bytes[i];
    }
    return value;
}

struct wav {
    const unsigned char *format, *data;
    size_t format_len, data_len;
};

/* Finds the two chunks that matter. RIFF chunks have an even length. */
static bool find_chunks(const unsigned char *bytes, size_t len, struct wav *wav)
{
    enum { RIFF = 12, CHUNK = 8, FORMAT = 16 };
    if (len < RIFF || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0) {
        return false;
    }
    for (size_t at = RIFF; len - at >= CHUNK;) {
        const size_t room = len - at - CHUNK;
        const size_t said = number_at(bytes + at + 4, 4);
        const size_t size = said < room ? said : room;
        if (memcmp(bytes + at, "fmt ", 4) == 0) {
            wav->format = bytes + at + CHUNK;
            wav->format_len = size;
        } else if (memcmp(bytes + at, "data", 4) == 0) {
            wav->data = bytes + at + CHUNK;
            wav->data_len = size;
        }
        at += CHUNK + size + (size < room ? size % 2 : 0);
    }
    return wav->data != NULL && wav->format != NULL && wav->format_len >= FORMAT;
}

static enum err decode(const struct wav *wav, int volume, struct arena *arena, struct sound *sound)
{
    enum { PCM = 1, BITS = 16, RATE_LEAST = 8000, RATE_MOST = 48000, CHANNELS_MOST = 2 };
    const uint32_t channels = number_at(wav->format + 2, 2);
    const uint32_t rate = number_at(wav->format + 4, 4);
    if (number_at(wav->format, 2) != PCM || number_at(wav->format + 14, 2) != BITS ||
        channels < 1 || channels > CHANNELS_MOST || rate < RATE_LEAST || rate > RATE_MOST) {
        return ERR_INVALID;
    }
    *sound = (struct sound){.rate = (int)rate, .count = wav->data_len / 2 / channels};
    sound->samples = arena_array(arena, sound->count, sizeof(int16_t));
    for (size_t i = 0; i < sound->count; i++) {
        int sum = 0;
        for (size_t c = 0; c < channels; c++) {
            sum += (int16_t)number_at(wav->data + 2 * (i * channels + c), 2);
        }
        sound->samples[i] = scaled(sum / (int)channels, volume);
    }
    return ERR_OK;
}

enum err sound_load(const char *path, int volume, struct arena *arena, struct sound *sound)
{
    FILE *file = fopen(path, "rbe");
    if (file == NULL) {
        return ERR_NOT_FOUND;
    }
    (void)fseek(file, 0, SEEK_END);
    const long size = ftell(file);
    rewind(file);
    if (size < 0 || size > SOUND_BYTES_MOST) {
        (void)fclose(file);
        return ERR_INVALID;
    }
    unsigned char *bytes = arena_alloc(arena, (size_t)size);
    const size_t len = fread(bytes, 1, (size_t)size, file);
    (void)fclose(file);
    struct wav wav = {0};
    return find_chunks(bytes, len, &wav) ? decode(&wav, volume, arena, sound) : ERR_INVALID;
}
