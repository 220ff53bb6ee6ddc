/* What the router's files share. Private to them. */
#pragma once

#include "core/preference.h"
#include "screens/router.h"
#include "screens/stack.h"

struct router {
    struct router_options options;
    struct stack stack;
    struct arena *visit_arena, *scene_arena, *frame_arena;
    struct ui_touch touch;
    struct ui_focus focus;
    const struct ui_frame *frame;
    struct ui_nodes presented;
    struct ui_theme panel_theme; /* before anybody asked for comfort */
    struct ui_comfort comfort;   /* in use on the stage */
    bool is_dirty;               /* what is declared changed: build */
    bool is_view_dirty;          /* only how it looks did */
    bool has_headset;
    bool is_remembering;           /* of this visit's card */
    struct preference first, kept; /* how the screen was when the visit began; as remembered */
    bool is_waking;                /* a wake-up touch has to be swallowed */
    int64_t active_ms;             /* somebody touched, wrote or scanned */
    int64_t second_ms;             /* the next whole second */
    int64_t minute;                /* of the wall clock, the last one seen */
    int64_t data_version;
};

static inline struct visit *visit_of(struct router *router)
{
    return &router->stack.visit;
}

/* Carries out a route of the screen on top. */
void router_go(struct router *router, struct route route);
/* The interface's language from now on. */
void router_speak(struct router *router, const char *lang);
/* Carries out a command of it: a page turned, a shared verb, or its own act(). */
void router_fire(struct router *router, struct ui_command command);

/* ---- router_remember.c ---- */

/* How the screen is now is how visits begin. */
void router_begin_visit(struct router *router);
/* After a scan or a command: recalls what the card likes, keeps what was changed. */
void router_remember(struct router *router);
