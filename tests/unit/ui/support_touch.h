/* Two buttons, a key and a step side by side; below them a list that scrolls, with a button in it.
 */
#pragma once

#include <stdint.h>

#include "base/err.h"
#include "ui/touch.h"

enum { A = 1, B, KEY_L, STEP, ROW, LIST };
enum { ON_A = 50, ON_B = 150, ON_KEY = 250, ON_STEP = 350, ON_DISABLED = 450, ON_NOTHING = 950 };

#define BUTTON(ID, ROLE, VERB, X)                                                                  \
    {                                                                                              \
        .id = ID, .role = ROLE, .command = {VERB, 0}, .hit = { X, 0, 100, 100 }                    \
    }

extern struct ui_touch touch;
extern struct ui_nodes shown;
extern uint32_t serial;
extern struct ui_touch_result last;
extern char fired[64]; /* one letter a command, in order */

void touch_setup(void);
void feed(enum ui_touch_kind kind, int64_t finger, int x, int y, int64_t at_ms);
/* On the line of the buttons. */
void down(int64_t finger, int x, int64_t at_ms);
void up(int64_t finger, int x, int64_t at_ms);
void tap(int x, int64_t at_ms);
