/* Keys: where the focus stands, and what a key of the keypad means there.
 *
 * The order is that of the node list, which is the reading order. NEXT and BACK go one by one
 * through everything, turn the pages of lists as they pass them (from above a list begins at its
 * beginning), and go round at the ends: the focus is never trapped. UP and DOWN go to the line
 * above or below, which on a keyboard is its row of keys, and leave a list at the end of its page:
 * two or three presses lead past the longest one. LEFT and RIGHT are the arrows of a plain
 * keyboard: BACK and NEXT, the other way round where the interface runs from the right, but not
 * among the keys of a keyboard, which stand upright in every language.
 *
 * The focus shows once a key was used and goes at a touch; the first key only shows it, and nothing
 * fires that did not stand in the ring. After a change of screen, or of the question on it, it
 * stands on the first control after the title. A control that can no longer be used keeps it: only
 * what is gone loses it. While texts are read, they are stops as well.
 *
 * Pure: no SDL, no clock. Source: EN 301 549 V3.2.1, 5.1.3, 5.8 (double strike), 5.9 (one key at a
 * time), 11.2.1.1 (keyboard), 11.2.4.3 (order), 11.2.4.7 (focus visible); WCAG 2.2, 2.1.2 (no
 * trap). */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ui/ui.h"

enum ui_press {
    UI_PRESS_UP,
    UI_PRESS_DOWN,
    UI_PRESS_BACK,
    UI_PRESS_NEXT,
    UI_PRESS_LEFT,
    UI_PRESS_RIGHT,
    UI_PRESS_SELECT, /* what a tap on the focused control does */
    UI_PRESS_LEAVE,  /* "Retour", wherever the focus stands */
    UI_PRESS_HOME,   /* "Accueil" */
    UI_PRESS_HELP,   /* says again what stands here: the caller's; here it shows the focus only */
    UI_PRESS_VOLUME, /* the caller's */
};

struct ui_focus_limits {
    int double_tap_ms;   /* repeats of one command within it count once, as for fingers */
    int double_press_ms; /* repeats of one key within it count once */
};

/* Owned by the caller; filled by ui_focus_init(), its fields are private but for the first two. */
struct ui_focus {
    bool is_shown;   /* a key was used since the last touch */
    bool is_reading; /* texts are stops, too; set by the caller */
    struct ui_focus_limits limits;
    bool has_acted;         /* by a key: the question may be another one now */
    uint32_t screen_serial; /* of the last frame */
    uint64_t titles;        /* a print of all of them */
    enum { UI_FOCUS_STAYS, UI_FOCUS_TO_FIRST, UI_FOCUS_TO_LAST } turned; /* a page of: */
    int64_t slot;
    bool has_fired;
    struct ui_command fired;
    int64_t fired_ms;
    bool has_pressed;
    enum ui_press pressed;
    int64_t pressed_ms;
};

void ui_focus_init(struct ui_focus *focus, struct ui_focus_limits limits);
/* One press. presented: what was last shown (borrows). dir: of the interface. view: of the screen
 * presented; its focus moves. now_ms: clock_mono_ms() scale. Gives the command to be carried out,
 * verb 0 for none. */
struct ui_command ui_focus_press(struct ui_focus *focus, const struct ui_nodes *presented,
                                 enum ui_dir dir, struct ui_view *view, enum ui_press press,
                                 int64_t now_ms);
/* After each new frame: puts the focus where it belongs among these nodes. True: it moved,
 * ui_refresh(). */
bool ui_focus_settle(struct ui_focus *focus, const struct ui_nodes *nodes, struct ui_view *view);
/* A finger came, or somebody types: no ring until the next key. */
void ui_focus_hide(struct ui_focus *focus);
