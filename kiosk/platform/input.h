/* What came in from panel and keyboard, in the upright picture's pixels and the clock's time.
 *
 * Key names, here and in touch scripts: Return, Escape, BackSpace, Delete, Tab, BackTab (with
 * Shift), Space, Left, Right, Up, Down, Home, End, PageUp, PageDown, F1 – F24, a – z, 0 – 9. */
#pragma once

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

#include "platform/rotate.h"

/* The mouse is a finger of its own. */
enum { INPUT_MOUSE_FINGER = -1, INPUT_TEXT_MAX = SDL_TEXTINPUTEVENT_TEXT_SIZE };

enum input_kind {
    INPUT_DOWN,
    INPUT_MOVE,
    INPUT_UP,
    INPUT_CANCEL,
    INPUT_KEY, /* pressed; what it types follows as INPUT_TEXT */
    INPUT_TEXT,
    INPUT_RESIZED, /* the surface is another one: build and paint everything anew */
    INPUT_QUIT,
};

struct input_event {
    enum input_kind kind;
    int64_t at_ms; /* clock_mono_ms() scale: when it arrived, even if it is handled later */
    /* INPUT_DOWN, _MOVE, _UP, _CANCEL */
    int64_t finger;
    int x, y;
    /* INPUT_KEY */
    const char *key; /* a name of the list above; NULL any other key */
    int scancode;    /* its place, whatever the layout: USB HID usage id */
    bool is_repeat;
    bool has_control; /* with Ctrl, Alt (not AltGr) or the logo key: types nothing */
    /* INPUT_TEXT */
    char text[INPUT_TEXT_MAX]; /* UTF-8 */
};

/* SDL event filter: stamps events with our clock as they arrive, so that a scanner's burst does not
 * look slow because the program was busy when it came. */
int input_stamp(void *unused, SDL_Event *event);
/* Translates what the program wants to know; false for everything else. The event was stamped by
 * input_stamp(). INPUT_RESIZED is made by the window, not here. */
bool input_translate(const SDL_Event *event, const struct rotation *rotation,
                     struct input_event *input);
/* The constant string of a key's name, as events carry it; NULL if there is no such key. */
const char *input_key_find(const char *name);
