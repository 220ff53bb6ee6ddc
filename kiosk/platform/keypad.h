/* The tactile keypad, and a plain keyboard in its place: which key means what.
 *
 * A keypad of such houses is a USB keyboard with eight raised keys whose codes its maker's program
 * sets. By default F13 – F20, in this order: up, down, back, next, select, help, home, volume. Not
 * F21 – F24: X11 gives those keycodes to other functions, and SDL never reports them. Besides these
 * hold the keys of a plain keyboard: arrows, Tab, Return, Space, Escape.
 *
 * One press does one thing: no key repeats while it is held, none has to be held, none goes
 * together with another. Source: EN 301 549 V3.2.1, 5.7 (no key repeat), 5.9 (no simultaneous
 * actions), 8.4.1 (keys that fingers can tell). */
#pragma once

#include "base/arena.h"

enum keypad_key {
    KEYPAD_UP,
    KEYPAD_DOWN,
    KEYPAD_BACK,
    KEYPAD_NEXT,
    KEYPAD_SELECT,
    KEYPAD_HELP, /* says again */
    KEYPAD_HOME,
    KEYPAD_VOLUME,
    KEYPAD_LEFT, /* the arrows of a plain keyboard */
    KEYPAD_RIGHT,
    KEYPAD_LEAVE,      /* "Retour" */
    KEYPAD_HEADSET_IN, /* typed by keypads with a jack */
    KEYPAD_HEADSET_OUT,
    KEYPAD_COUNT,
    KEYPAD_NONE = KEYPAD_COUNT
};

/* For each of them the names of its keys (platform/input.h), separated by spaces; "" none. */
struct keypad {
    const char *keys[KEYPAD_COUNT];
};

struct keypad keypad_default(void);
/* Its word in kiosk.ini: "up", "down", …; kept for ever. */
const char *keypad_name(enum keypad_key key);
/* What the key called so means; KEYPAD_NONE nothing. */
enum keypad_key keypad_find(const struct keypad *keypad, const char *name);
/* The first word of a list that is no key's name, into arena; NULL: all are. */
const char *keypad_unknown(const char *list, struct arena *arena);
/* A key that means two things, into arena; NULL: none does. */
const char *keypad_ambiguous(const struct keypad *keypad, struct arena *arena);
