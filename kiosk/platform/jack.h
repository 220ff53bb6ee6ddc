/* The headset's jack: is something plugged in?
 *
 * Either the keypad types a key for each (keypad.h), or the kernel knows a switch: an input device
 * with SW_HEADPHONE_INSERT, such as a sound card's "Headphone Jack". Read from the kernel itself,
 * since it is one switch and two requests. A device that goes away is looked for again at each
 * reading, and until then means that nothing is plugged in. Source: EN 301 549 V3.2.1, 5.1.3.2
 * (private listening). */
#pragma once

#include <stdbool.h>

#include "base/err.h"

/* Owned by the caller; its fields are private. */
struct jack {
    const char *path;
    int fd; /* -1: not open */
    bool is_in;
    bool has_told; /* that the device cannot be opened */
};

/* path: of the device, "/dev/input/by-path/…-event"; "" for none. Keeps it. */
void jack_open(struct jack *jack, const char *path);
void jack_close(struct jack *jack);
/* Reads what came since, without waiting. True: it is otherwise than before. */
bool jack_read(struct jack *jack);
bool jack_is_in(const struct jack *jack);
