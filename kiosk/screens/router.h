/* The router: one visit after the other, from the first touch to the wipe.
 *
 * It knows neither window nor scanner: whoever has them (app/main_kiosk.c) feeds it fingers, keys
 * and codes, paints the frames it gives, and calls it again at its deadline. All times are
 * clock_mono_ms(). It
 *   - runs the screen on top and carries out the routes that its act() gives;
 *   - asks "still there?" when nobody touches, then wipes the visit and shows the attract screen;
 *     locks the staff mode without asking;
 *   - lets time decide (sweep) each minute, and shows what other programs wrote each second;
 *   - swallows the touch that wakes the screen. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "core/db.h"
#include "screens/screen.h"
#include "ui/focus.h"
#include "ui/speech.h"
#include "ui/touch.h"
#include "ui/ui.h"

struct router;
struct stack;

struct router_options {
    struct db *db;                 /* keeps; NULL: there is none, `trouble` says why */
    const struct pin_key *pin_key; /* keeps; NULL: no PIN can be checked */
    struct ui_stage *stage;        /* keeps */
    int width_px, height_px;
    int double_tap_ms;     /* repeats of one command within it count once */
    int double_press_ms;   /* repeats of one key within it count once */
    const char *lang;      /* of the house: what each visit begins in. keeps */
    struct speech *speech; /* keeps; NULL: this kiosk does not speak */
    enum err trouble;      /* ERR_OK, or what the trouble screen explains instead of everything */
};

/* Never NULL. Languages must be initialised. */
struct router *router_create(const struct router_options *options);
/* Wipes; NULL is fine. */
void router_destroy(struct router *router);

void router_touch(struct router *router, const struct ui_touch_event *event);
void router_write(struct router *router, const struct writing *writing);
/* A key of the keypad: moves the focus, or does what a touch where it stands would do. */
void router_press(struct router *router, enum ui_press press);
/* What is typed goes into a text now, not to the focus: Space always while a text can be written,
 * Return while no focus shows. */
bool router_takes_space(const struct router *router);
bool router_takes_return(const struct router *router);
/* A card or a ticket's code, as the scanner typed it. */
void router_scan(struct router *router, const char *code);
/* A headset was plugged in: the screen is read, beginning with what the keys do. Out: what stands
 * there is covered, and erased after SETTING_HEADSET_S unless it comes back. Source: EN 301 549
 * V3.2.1, 5.1.3.2 and 5.1.3.9. */
void router_headset(struct router *router, bool is_in);
/* The glass has another size from now on. */
void router_resize(struct router *router, int width_px, int height_px);
/* What time does. Call it at the deadline or whenever; it does what is due. */
void router_tick(struct router *router);
int64_t router_deadline_ms(const struct router *router);
/* Readable when a check that the screen waits for is done: router_tick() then; -1: none. */
int router_check_fd(const struct router *router);

/* The picture of the moment. True: it is not the last one given, ui_paint() it. */
bool router_draw(struct router *router) NODISCARD;
/* That picture is on the glass: from now on fingers mean what stands there. */
void router_presented(struct router *router);

/* What stands on the glass; no nodes right after a wipe. */
const struct ui_nodes *router_nodes(const struct router *router);
const struct ui_frame *router_frame(const struct router *router); /* NULL before the first */
/* The visit and its screens, for tests that look at one under other circumstances. */
struct stack *router_stack(struct router *router);
const char *router_screen(const struct router *router);
/* What stands on the glass, as it is said: until the next call of anything here. Needs a frame. */
struct speech_page router_page_aloud(struct router *router);
/* A visit was wiped since the last call: what was half scanned or half typed goes too. */
bool router_take_wiped(struct router *router);
