/* Where samples go: the sound device, WAV files, or nowhere but a log.
 *
 * Samples are 16 bits, one channel. None of the calls waits: what is not taken is offered again a
 * little later. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/err.h"
#include "voice/protocol.h"

struct sink;

struct sink_kind {
    /* Ready for a command's samples at that rate (Hz). ERR_MISSING there is no device (now). */
    enum err (*begin)(struct sink *sink, const struct protocol_command *command, int rate);
    /* Takes up to count samples; *taken may be 0: full. ERR_MISSING the device went away. */
    enum err (*put)(struct sink *sink, const int16_t *samples, size_t count, size_t *taken);
    /* All that was put can be heard no more, since it was heard. */
    bool (*is_silent)(struct sink *sink);
    /* The command's end. is_cut: silence at once, whatever was put. */
    void (*end)(struct sink *sink, bool is_cut);
    void (*close)(struct sink *sink);
};

/* ALSA's device of that name, "default". Tried at once: ERR_MISSING says that there is none, but
 * the sink is there and tries again with each begin(). */
enum err sink_alsa_open(const char *device, struct sink **sink) NODISCARD;
/* A file each command in folder, as fast as they are made: 0001-fr.wav, 0002-tone.wav. Borrows
 * folder. ERR_IO. */
enum err sink_wav_open(const char *folder, struct sink **sink) NODISCARD;
/* No sound, but as long as it would last. A line each: "begun 1 fr TEXT", "done 1 1520 ms",
 * "cut 2 40 ms". ERR_IO. */
enum err sink_log_open(const char *path, struct sink **sink) NODISCARD;

/* Every sink begins with its kind. */
struct sink {
    const struct sink_kind *kind;
};
