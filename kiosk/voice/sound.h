/* Sounds that nobody speaks: the warning's two notes, and recordings. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct sound {
    int16_t *samples; /* one channel */
    size_t count;
    int rate; /* Hz */
};

enum { SOUND_BYTES_MOST = 64 * 1024 * 1024 };

/* Two short notes, the second lower, without clicks. volume: percent; beyond 100 as 100. */
struct sound sound_tone(struct arena *arena, int volume);
/* Reads a WAV file: PCM, 16 bits, 1 or 2 channels (mixed into one), 8,000–48,000 Hz.
 * ERR_NOT_FOUND cannot be read · ERR_INVALID anything else, or over SOUND_BYTES_MOST. */
enum err sound_load(const char *path, int volume, struct arena *arena,
                    struct sound *sound) NODISCARD;
