#include "platform/keypad.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "platform/input.h"

static const struct {
    const char *name, *keys;
} KEYS[KEYPAD_COUNT] = {
    [KEYPAD_UP] = {"up", "F13 Up"},
    [KEYPAD_DOWN] = {"down", "F14 Down"},
    [KEYPAD_BACK] = {"back", "F15 BackTab"},
    [KEYPAD_NEXT] = {"next", "F16 Tab"},
    [KEYPAD_SELECT] = {"select", "F17 Return Space"},
    [KEYPAD_HELP] = {"help", "F18 F1"},
    [KEYPAD_HOME] = {"home", "F19 Home"},
    [KEYPAD_VOLUME] = {"volume", "F20"},
    [KEYPAD_LEFT] = {"left", "Left"},
    [KEYPAD_RIGHT] = {"right", "Right"},
    [KEYPAD_LEAVE] = {"leave", "Escape"},
    [KEYPAD_HEADSET_IN] = {"headset_in", ""},
    [KEYPAD_HEADSET_OUT] = {"headset_out", ""},
};

struct keypad keypad_default(void)
{
    struct keypad keypad;
    for (int i = 0; i < KEYPAD_COUNT; i++) {
        keypad.keys[i] = KEYS[i].keys;
    }
    return keypad;
}

const char *keypad_name(enum keypad_key key)
{
    assert(key < KEYPAD_COUNT);
    return KEYS[key].name;
}

enum keypad_key keypad_find(const struct keypad *keypad, const char *name)
{
    for (int i = 0; i < KEYPAD_COUNT; i++) {
        struct str rest = str_of(keypad->keys[i]), word;
        while (str_split(&rest, ' ', &word)) {
            if (str_equal(word, str_of(name))) {
                return (enum keypad_key)i;
            }
        }
    }
    return KEYPAD_NONE;
}

const char *keypad_unknown(const char *list, struct arena *arena)
{
    struct str rest = str_of(list), word;
    while (str_split(&rest, ' ', &word)) {
        const char *name = arena_strndup(arena, word.ptr, word.len);
        if (word.len > 0 && input_key_find(name) == NULL) {
            return name;
        }
    }
    return NULL;
}

const char *keypad_ambiguous(const struct keypad *keypad, struct arena *arena)
{
    for (int i = 0; i < KEYPAD_COUNT; i++) {
        struct str rest = str_of(keypad->keys[i]), word;
        while (str_split(&rest, ' ', &word)) {
            const char *name = arena_strndup(arena, word.ptr, word.len);
            if (word.len > 0 && keypad_find(keypad, name) != (enum keypad_key)i) {
                return name;
            }
        }
    }
    return NULL;
}
