/* Speech as the kiosk has it: what is said (ui/speech.h) and who says it: the speaking process, or
 * for scripts and with --speech-log a log. */
#pragma once

#include <limits.h>

#include "app/options.h"
#include "base/err.h"
#include "platform/config.h"
#include "platform/voice.h"
#include "ui/speech_log.h"

struct speaking {
    struct speech *speech;
    struct speech_log *log; /* or */
    struct voice *voice;
    const char *sounds;       /* folder of recordings; "" none */
    char program[PATH_MAX];   /* of the process, unless the configuration names one */
    const char *arguments[4]; /* of the process */
};

/* Starts it; options and config are kept. ERR_IO the log cannot be written. */
enum err speaking_open(struct speaking *speaking, const struct options *options,
                       const struct config *config) NODISCARD;
/* Silences and ends it. */
void speaking_close(struct speaking *speaking);
/* Takes what the process answered. Call it at the deadline. */
void speaking_tick(struct speaking *speaking);
int64_t speaking_deadline_ms(const struct speaking *speaking); /* -1: none */
