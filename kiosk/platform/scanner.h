/* The wedge scanner: a keyboard to the machine, told from a person's by how it types.
 *
 * A code is a burst of keys that begins with C1 (card) or T1 (ticket) and ends with Enter. Keys are
 * read by their position (USB HID usage ids; SDL_Scancode has the same numbers) as on a US
 * keyboard, which is how scanners leave the factory, whatever layout the system gives the
 * concierge's keyboard: set scanners to "US keyboard", suffix Enter, no prefix. Letters are read as
 * capitals.
 *
 * While it is undecided whether a scanner is typing, characters are held back from text fields. A
 * person's are handed out unchanged, in the layout of the system, at the latest after a gap. What
 * only a machine can have typed and is no code is noise: dropped, and said once. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SCANNER_GAP_MS = 30,    /* between the first two keys of a code, at most */
    SCANNER_PAUSE_MS = 100, /* between the others: the program may have been painting meanwhile */
    SCANNER_CODE_MIN = 8,   /* shorter bursts are a person's */
    SCANNER_CODE_MAX = 48,  /* longer ones are noise; a code has some 30 characters */
    SCANNER_TEXT_MAX = 4 * SCANNER_CODE_MAX,
    SCANNER_FLOOD = 512, /* so many keys without a gap, code or not, are a machine's */
};

enum scanner_state { SCANNER_IDLE, SCANNER_PREFIX, SCANNER_BURST, SCANNER_DROPPING };

/* Owned by the caller, zeroed to begin with; its fields are private. */
struct scanner {
    enum scanner_state state;
    bool is_broken;
    int64_t last_ms;
    size_t run; /* keys without a gap so far */
    size_t code_len, held_len;
    char code[SCANNER_CODE_MAX + 1];
    char held[SCANNER_TEXT_MAX + 1];
    char released[SCANNER_TEXT_MAX + 1];
};

struct scanner_key {
    int scancode;
    bool is_repeat;   /* held down: scanners never do */
    bool has_control; /* with Ctrl, Alt or the logo key: no character */
    int64_t at_ms;
};

/* What comes of an event. Texts stay valid until the next call. */
struct scanner_output {
    const char
        *text; /* a person's, held back until now: type it, before the event itself; or NULL */
    const char *code; /* scanned; or NULL */
    bool is_noise;    /* something was scanned that is no code */
    bool is_taken;    /* the event is the scanner's: nobody else may see it */
};

struct scanner_output scanner_key(struct scanner *scanner, const struct scanner_key *key);
/* The characters that the last key gave, in the layout of the system. */
struct scanner_output scanner_text(struct scanner *scanner, const char *text);
/* Call at scanner_deadline_ms(), after the events that have already arrived. */
struct scanner_output scanner_tick(struct scanner *scanner, int64_t now_ms);
/* When a decision falls by itself; -1 never. */
int64_t scanner_deadline_ms(const struct scanner *scanner);
/* The key of a letter, digit or '\n' on a US keyboard; 0 for any other: for scripts and tests. */
int scanner_scancode(char c);
