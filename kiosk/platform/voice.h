/* The speaking process, conciergerie-voice: started, fed, watched, ended.
 *
 * Its licence, its engine and its crashes stay in it: the lines of kiosk/voice/protocol.h are all
 * that both sides know. Nothing here ever waits: what the process does not take at once is kept, in
 * order, and dropped with the next voice_stop(). One that dies is started again, at most
 * VOICE_STARTS times in a program's life; one that does not answer for VOICE_SILENT_MS while it
 * should speak is killed.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct voice;

enum { VOICE_STARTS = 4, VOICE_SILENT_MS = 10000 };

struct voice_options {
    const char *const *arguments; /* program and its arguments, NULL behind the last; kept */
};

/* Never NULL: a process that does not start leaves it silent, which is logged. */
struct voice *voice_create(const struct voice_options *options);
/* Ends the process; NULL is fine. */
void voice_destroy(struct voice *voice);

/* There are voices and a sound device: the process said so. */
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

/* Takes answers, writes what waits, starts again what died. Call it at the deadline. */
void voice_tick(struct voice *voice);
/* clock_mono_ms() at which voice_tick() is due; -1: whenever. */
int64_t voice_deadline_ms(const struct voice *voice);
/* The process, for tests; 0 none. */
int voice_process(const struct voice *voice);
