/* The speaking process, conciergerie-voice: started, fed, watched, ended.
 *
 * Its licence, its engine and its crashes stay in it: the lines of kiosk/voice/protocol.h are all
 * that both sides know. Nothing here ever waits: what the process does not take at once is kept, in
 * order, and dropped with the next voice_stop().
 *
 * It runs while there is something to say: it is asked once what it can do, started with the first
 * thing to be said, and ended by voice_rest(), with whatever it still holds of what was said. One
 * that has neither voices nor a device is asked again each VOICE_AGAIN_MS. One that dies is started
 * with the next thing to be said; one that does not answer for VOICE_SILENT_MS while it should
 * speak is killed. After VOICE_DEATHS of these without a word said to its end it is left alone.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct voice;

enum { VOICE_DEATHS = 4, VOICE_SILENT_MS = 10000, VOICE_AGAIN_MS = 60000 };

struct voice_options {
    const char *const *arguments; /* program and its arguments, NULL behind the last; kept */
};

/* Never NULL: a process that does not start leaves it silent, which is logged. */
struct voice *voice_create(const struct voice_options *options);
/* Ends the process; NULL is fine. */
void voice_destroy(struct voice *voice);

/* There are voices and a sound device: the process said so when it was started last. */
bool voice_is_there(const struct voice *voice);
/* Something is being said, or waits to be. */
bool voice_is_busy(const struct voice *voice);

/* lang: BCP 47; rate in words a minute; volume in percent; text: one line. Borrows. */
void voice_say(struct voice *voice, const char *lang, int rate, int volume, const char *text);
/* A recording: a WAV file, PCM of 16 bits; path begins with /. Borrows. */
void voice_play(struct voice *voice, int volume, const char *path);
void voice_tone(struct voice *voice, int volume);
/* Silence at once: goes out before anything else that waits. */
void voice_stop(struct voice *voice);

/* Nobody listens any more: the process ends. */
void voice_rest(struct voice *voice);

/* Takes answers, writes what waits, looks again for what was not there. Call it at the deadline. */
void voice_tick(struct voice *voice);
/* clock_mono_ms() at which voice_tick() is due; -1: whenever. */
int64_t voice_deadline_ms(const struct voice *voice);
/* The process, for tests; 0 none. */
int voice_process(const struct voice *voice);
