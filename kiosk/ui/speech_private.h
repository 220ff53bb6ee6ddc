/* What the parts of speech.h share: speech.c (state), speech_page.c (pages and nodes). Private. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "ui/speech.h"

enum { SPEECH_STATUSES = 64 };

/* A status as it was said last: numbers made of its id and its text, no text. */
struct told {
    uint64_t id, text;
    int64_t at_ms;
};

struct speech {
    struct speech_options options;
    struct arena *texts; /* of one call */
    bool is_on, has_headset;
    bool has_acted;  /* somebody, since changes were said last */
    bool has_warned; /* the tone: what follows does not cut it */
    int rate, volume;
    bool has_page;   /* a page was read, */
    uint32_t serial; /* that of this number */
    struct told told[SPEECH_STATUSES];
    size_t told_count;
};

/* Hands it to the output, unless it is empty, or private and there is no headset. */
void speech_give(struct speech *speech, const struct speech_utterance *utterance);
/* Silence before something else, but for a warning. */
void speech_make_way(struct speech *speech);
bool speech_may_say_private(const struct speech *speech);
