/* Carries out what the inbox holds, one command after the other, and can be cut at any moment. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "voice/inbox.h"
#include "voice/sink.h"

enum {
    SPEAKER_LOOK_MS = 5,     /* how often a full device is offered more */
    SPEAKER_GOING_MS = 1000, /* signs of life */
};

struct speaker {
    struct inbox *inbox; /* borrows */
    struct sink *sink;   /* borrows */
    FILE *answers;       /* borrows */
    bool has_engine, has_device;
    int rate; /* of the engine, Hz */
};

/* Says what is there, then runs until the input ends, or the engine or the device is not there. */
void speaker_run(struct speaker *speaker);
