/* QR codes, as squares that somebody else draws. The only folder that knows libqrencode. */
#pragma once

#include <stdbool.h>

#include "base/arena.h"

struct qr {
    int size;             /* squares of a side, without the quiet zone of four around it */
    unsigned char *darks; /* size × size, row after row: 1 dark, 0 light. In the arena */
};

/* text: UTF-8. What is ASCII takes the shortest code: capitals and digits, as of cards and tickets,
 * are packed; other texts announce their alphabet. What it says may be a secret, so only the arena
 * keeps it. False: empty, or more than a code holds. */
bool qr_make(const char *text, struct arena *arena, struct qr *qr);
