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
    uint32_t said_serial;        /* of the screen read last */
    char said_focus[UI_ID_MAX];  /* where the focus was when something was said of it */
    bool is_page_due;            /* "Écouter": with the next picture */
    bool is_page_read;           /* what is said now, if anything, is a whole page */
    bool has_hushed;             /* the input under way cut something */
    struct ui_theme panel_theme; /* before anybody asked for comfort */
    struct ui_comfort comfort;   /* in use on the stage */
    bool is_dirty;               /* what is declared changed: build */
    bool is_view_dirty;          /* only how it looks did */
    bool has_headset;
    bool is_remembering;           /* of this visit's card */
    int usual_rate;                /* of speech, as visits begin */
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
/* After a scan, and when a picture is on the glass: recalls what the card likes, keeps what was
 * changed. */
void router_remember(struct router *router);

/* ---- router_aloud.c ---- */

/* Silence, at once: somebody touched, pressed, wrote or scanned. */
void router_hush(struct router *router);
/* "Écouter": the screen is read; while it is, no more is said from now on. */
void router_listen(struct router *router);
/* A picture is on the glass: a new screen is read, or where the focus came to, or what changed. */
void router_say_presented(struct router *router);
/* What changed since. */
void router_say_changes(struct router *router);
/* A headset was plugged in: speech begins; out: it ends. */
void router_hear_headset(struct router *router);
/* "Êtes-vous encore là ?", aloud whether speech is on or not. */
void router_warn(struct router *router);
/* SHARED_RATE, SHARED_VOLUME: and lets it be heard. */
void router_change_voice(struct router *router, struct ui_command command);
/* The keypad's volume: louder, after the loudest the softest. */
void router_turn_volume(struct router *router);
/* Tells the scene and the focus how speech stands; true: otherwise than before. */
bool router_hear(struct router *router);
int64_t router_aloud_deadline_ms(const struct router *router); /* -1: none */
