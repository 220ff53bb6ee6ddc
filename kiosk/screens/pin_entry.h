/* Six digits under the fingers, checked in a process of its own, wrong tries slowed.
 *
 * A screen keeps a struct pin_entry in its state and calls, in
 *   build  pin_entry_show(&state->pin, scene, ui, DO_DIGIT);
 *   act    case DO_DIGIT: return pin_entry_type(&state->pin, visit, command.arg);
 *   write  return pin_entry_write(&state->pin, visit, writing);
 *   tick   if (pin_entry_poll(&state->pin, visit)) { … it was right … }
 *   leave  pin_entry_stop(&state->pin, visit); */
#pragma once

#include "core/pin.h"
#include "core/tries.h"
#include "screens/screen.h"

enum pin_entry_state { PIN_ENTRY_TYPING, PIN_ENTRY_CHECKING, PIN_ENTRY_WRONG, PIN_ENTRY_FAILED };

struct pin_entry {
    enum pin_owner owner;
    int64_t owner_id; /* 0: unknown; looks and lasts like a wrong PIN */
    enum try_door door;
    char subject[24];
    char digits[PIN_TEXT_BYTES];
    enum pin_entry_state state;
    int64_t slowed_until_s; /* wall time, for the sentence */
};

/* subject: see core/tries.h. Copies. */
void pin_entry_start(struct pin_entry *entry, enum pin_owner owner, int64_t owner_id,
                     enum try_door door, const char *subject);
/* digit: 0–9; -1 takes one back. With the sixth the check begins. */
struct route pin_entry_type(struct pin_entry *entry, struct visit *visit, int64_t digit);
struct route pin_entry_write(struct pin_entry *entry, struct visit *visit,
                             const struct writing *writing);
/* True once, when the PIN was right; never waits. */
bool pin_entry_poll(struct pin_entry *entry, struct visit *visit);
/* Forgets digits and check. */
void pin_entry_stop(struct pin_entry *entry, struct visit *visit);
/* The boxes, what is wrong, and the shielded keypad; keys send {verb, digit}. */
void pin_entry_show(const struct pin_entry *entry, const struct scene *scene, struct ui *ui,
                    int verb);
