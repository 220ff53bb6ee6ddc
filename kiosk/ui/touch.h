/* Fingers: what a touch means, given what stood on the screen when it happened.
 *
 * Arm on down, cancel on slide-off, act on up; one finger at a time. Matched against the hit list
 * last presented, so that nobody presses what they could not see. A long touch means what a short
 * one does, a second finger nothing. Pure: no SDL, no clock.
 *
 * Told apart from a person's finger, and fired upon never:
 *   palm    UI_TOUCH_PALM_FINGERS at once are a hand that leans: all is ignored until all are up.
 *   stuck   a contact that stays on its spot for UI_TOUCH_STUCK_MS, still or jittering, is dirt or
 * a resting arm: it is forgotten, and whoever touches elsewhere is heard. ghosts  more than
 * UI_TOUCH_BURST touches within UI_TOUCH_BURST_MS are water or a broken panel: all is ignored until
 * none came for as long. lost    a finger that says nothing for UI_TOUCH_LOST_MS has been lifted
 * unseen. Not by size or pressure, which SDL does not hand on from X11 panels, nor by how short a
 * touch was: what arrives while the program paints has one time. Source: EN 301 549 V3.2.1, 5.9 (no
 * simultaneous actions), 11.2.5.1 and 11.2.5.2 (pointer gestures, cancellation); WCAG 2.2, 2.5.7
 * (dragging). */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/node.h"

enum {
    UI_TOUCH_FINGERS = 10,
    UI_TOUCH_ID_MAX = 64,    /* bytes of a node's id, with its NUL */
    UI_TOUCH_LOST_MS = 5000, /* a finger that says nothing for so long is taken for lifted */
    UI_TOUCH_WAKE_MS = 400,  /* after a wake-up touch: quiet time once all fingers are up */
    UI_TOUCH_KEY_MS = 80,    /* repeats of a key or a step within it count once */
    UI_TOUCH_PALM_FINGERS = 3,
    UI_TOUCH_STUCK_MS = 10000,
    UI_TOUCH_BURST = 8, /* fingers of two hands come 6 or 7 times in that time */
    UI_TOUCH_BURST_MS = 500,
};

enum ui_touch_kind { UI_TOUCH_DOWN, UI_TOUCH_MOVE, UI_TOUCH_UP, UI_TOUCH_CANCEL };

struct ui_touch_event {
    enum ui_touch_kind kind;
    int64_t finger; /* any number that stays the same from down to up */
    int x, y;       /* px of the upright screen */
    int64_t at_ms;  /* clock_mono_ms() scale */
};

enum ui_touch_act { UI_TOUCH_NOTHING, UI_TOUCH_FIRE, UI_TOUCH_SCROLL };

struct ui_touch_result {
    enum ui_touch_act act;
    struct ui_command command; /* of the button fired, or of the area scrolled */
    int dy_px;                 /* UI_TOUCH_SCROLL: how far the finger went, down is positive */
    bool is_press_changed;     /* ui_touch_pressed() answers something else now: redraw */
    bool is_noise;             /* nobody did that: it keeps no visit going */
};

struct ui_touch_limits {
    int double_tap_ms; /* repeats of one command within it count once */
    int drag_px;       /* 4 mm: a finger that went further up or down in an area scrolls it */
};

/* Owned by the caller; filled by ui_touch_init(), its fields are private. */
struct ui_touch {
    struct ui_touch_limits limits;
    struct {
        int64_t id;
        int64_t down_ms, seen_ms;
        int x, y;      /* where it came down */
        bool has_left; /* that spot */
    } down[UI_TOUCH_FINGERS];
    size_t down_count;

    bool is_held; /* one finger is being followed: */
    bool is_dragging;
    bool may_drag;
    int64_t finger;
    uint32_t screen_serial;
    int start_y, last_y;
    struct ui_command scroll;
    char pressed[UI_TOUCH_ID_MAX]; /* "" nothing armed */
    struct ui_command armed;
    enum ui_role armed_role;

    bool has_fired;
    struct ui_command fired;
    int64_t fired_ms;

    bool is_palm;                  /* until all are up */
    bool is_bursting;              /* until none came for a while */
    int64_t downs[UI_TOUCH_BURST]; /* when the last ones came, round and round */
    size_t downs_count;

    bool is_swallowing;
    int64_t quiet_ms; /* since when all fingers are up, -1 while some are down */
};

void ui_touch_init(struct ui_touch *touch, struct ui_touch_limits limits);
/* One event, in order of time. presented: what was last shown (borrows). screen_serial: of the
 * screen that is current now; while it is not the presented one, touches fire nothing. */
struct ui_touch_result ui_touch_feed(struct ui_touch *touch, const struct ui_nodes *presented,
                                     uint32_t screen_serial, const struct ui_touch_event *event);
/* Forgets fingers whose lift was lost, and what is stuck. True: ui_touch_pressed() changed, redraw.
 */
bool ui_touch_tick(struct ui_touch *touch, int64_t now_ms);
/* When ui_touch_tick() has something to do, on the same scale; -1 never. */
int64_t ui_touch_deadline_ms(const struct ui_touch *touch);
/* The screen woke up: what is down now, and what follows until all fingers are up and
 * UI_TOUCH_WAKE_MS have passed, fires nothing. Call it after feeding the touch that woke it. */
void ui_touch_swallow(struct ui_touch *touch, int64_t now_ms);
/* Id of the node that looks pressed; "" none. */
const char *ui_touch_pressed(const struct ui_touch *touch);
