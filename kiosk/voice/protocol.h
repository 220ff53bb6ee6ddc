/* What the speaking process is told and what it answers: one line each, UTF-8, at most
 * PROTOCOL_LINE bytes.
 *
 * On standard input; commands are carried out one after the other, but for stop:
 *
 *   say LANG RATE VOLUME TEXT   LANG as fr; RATE 80–450 words a minute; VOLUME 0–200 percent
 *   play VOLUME FILE            a recording: WAV, PCM of 16 bits, 1 or 2 channels
 *   tone VOLUME                 two short notes
 *   stop                        at once: silence, and whatever waits is dropped
 *
 * On standard output; N is the command's number, counted from 1, stop not counted:
 *
 *   ready          there are voices and a sound device
 *   mute REASON    there are not, or no longer: engine, device. The process ends
 *   begun N        it can be heard from now on
 *   going N        about each second, so that silence can be told from a long text
 *   done N         it was heard to its end
 *   failed N       it was not: no such language or file, too much that waits, a line not understood
 *   stopped N      silence: all up to N are dropped
 *
 * The end of standard input ends the process, and its sound. */
#pragma once

#include <stddef.h>

#include "base/err.h"

enum {
    PROTOCOL_LINE = 8192,
    PROTOCOL_LANG = 16,
    PROTOCOL_RATE_LEAST = 80,
    PROTOCOL_RATE_MOST = 450,
    PROTOCOL_VOLUME_MOST = 200,
};

enum protocol_verb { PROTOCOL_SAY, PROTOCOL_PLAY, PROTOCOL_TONE, PROTOCOL_STOP };

struct protocol_command {
    enum protocol_verb verb;
    long number; /* set by the inbox */
    int rate, volume;
    char lang[PROTOCOL_LANG];
    const char *text; /* say: what; play: the file; else "". In the line */
};

/* Reads a line without its end. ERR_INVALID anything that is not above. */
enum err protocol_parse(const char *line, struct protocol_command *command) NODISCARD;
