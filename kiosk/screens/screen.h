/* A screen is a const table; the router in screens/router.h runs one at a time on a stack.
 *
 *   enter  once: the form's first values, from arg
 *   load   queries: what is shown. After enter, on coming back, and when the database changed. Never
 *          touches what was typed.
 *   build  declares what stands there: from state and scene alone; cannot change or query anything
 *   act    a command fired: the only place that changes the form and calls the core
 *   write  a typed character, erase or return of a USB keyboard
 *   scan   a code was scanned; screens without it leave cards and tickets to the router
 *   tick   once a second of the clock
 *   leave  before the state is wiped
 *
 * Only name, state_size, build are needed. State holds codes, numbers and times, never sentences:
 * the language may change under any screen. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/house.h"
#include "core/request.h"
#include "ui/ui.h"

/* What every screen may show without asking: no database in reach of build(). */
struct scene {
    int64_t now_s;
    const char *lang;      /* "fr", "en" */
    const char *site_name; /* in the house's language */
    const char *message;   /* of the concierge; "" none */
    struct house_status house;
    bool is_personal;      /* somebody is known, or a ticket was shown: "Terminer et effacer" */
    int left_s;            /* seconds until the screen ends by itself, for those that count down */
};

struct screen;
struct visit;

/* What is about to be asked, from the first form to the ticket. Strings and facts live in the
 * visit's arena. */
struct draft {
    struct ask ask;
    enum ui_color color;  /* of the domain */
    enum ui_icon icon;
    const void *facts;    /* the domain's own, for the two functions below */
    /* The lines of the review, with "modifier" where a form stands behind: ui_fact()s in a card. */
    void (*review)(const struct draft *draft, const struct scene *scene, struct ui *ui);
    /* Two lines for ticket and lists: what, and when. In the frame's arena. */
    void (*summary)(const struct draft *draft, const struct scene *scene, struct ui *ui,
                    const char **what, const char **when);
    int depth;            /* of the stack at which its first form stands, for "modifier" */
};

/* One person at the screen, until it is wiped. */
struct visit {
    struct db *db;
    struct arena *arena; /* wiped when the visit ends */
    struct scene scene;
    struct actor actor;  /* who: WHO_RESIDENT; in staff mode WHO_DESK */
    struct draft draft;
    struct receipt receipt; /* of the last request */
    enum err trouble;       /* what SCREEN_TROUBLE explains */
};

enum go {
    GO_STAY,    /* build again */
    GO_PUSH,
    GO_REPLACE, /* in the place of this one */
    GO_POP,
    GO_POP_TO,  /* arg: stack depth to come back to, from 0 (home) */
    GO_HOME,    /* keeps the visit */
    GO_END,     /* wipes the visit, then home */
};

struct route {
    enum go go;
    const struct screen *screen;
    int64_t arg;
};

static inline struct route route_stay(void)
{
    return (struct route){.go = GO_STAY};
}
static inline struct route route_push(const struct screen *screen, int64_t arg)
{
    return (struct route){GO_PUSH, screen, arg};
}
static inline struct route route_replace(const struct screen *screen, int64_t arg)
{
    return (struct route){GO_REPLACE, screen, arg};
}
static inline struct route route_pop(void)
{
    return (struct route){.go = GO_POP};
}
static inline struct route route_home(void)
{
    return (struct route){.go = GO_HOME};
}
static inline struct route route_end(void)
{
    return (struct route){.go = GO_END};
}
/* The trouble screen, over this one: what happened, that nothing is lost, what to do. */
struct route route_trouble(struct visit *visit, enum err err);
/* From the last form of a draft to the review, by way of identify if nobody is known yet. */
struct route route_review(struct visit *visit);

enum screen_flag {
    SCREEN_WRITING = 1 << 0, /* the longer idle time */
    SCREEN_LOCKS = 1 << 1,   /* locks by itself after SETTING_STAFF_LOCK_S */
    SCREEN_NO_BAR = 1 << 2,
    SCREEN_NO_IDLE = 1 << 3, /* home and attract */
};

/* A key of a USB keyboard, after the scanner let it pass. */
struct writing {
    enum { WRITING_TEXT, WRITING_ERASE, WRITING_RETURN } kind;
    const char *text; /* UTF-8 */
};

struct screen {
    const char *name; /* "session", for scripts and dumps */
    size_t state_size;
    void (*enter)(void *state, struct visit *visit, int64_t arg);
    enum err (*load)(void *state, struct visit *visit);
    void (*build)(const void *state, const struct scene *scene, struct ui *ui);
    struct route (*act)(void *state, struct visit *visit, struct ui_command command);
    struct route (*write)(void *state, struct visit *visit, const struct writing *writing);
    struct route (*scan)(void *state, struct visit *visit, const char *code);
    struct route (*tick)(void *state, struct visit *visit);
    void (*leave)(void *state, struct visit *visit);
    int idle_ms;    /* 0: the setting's */
    unsigned flags; /* enum screen_flag */
};

/* Every screen of the program; defined in the file of that name: screens/home.c has SCREEN_HOME. */
extern const struct screen SCREEN_ATTRACT, SCREEN_HOME, SCREEN_LANGUAGE, SCREEN_STILL_THERE,
    SCREEN_TROUBLE;
extern const struct screen SCREEN_AGENDA, SCREEN_SESSION, SCREEN_PLACES; /* workshops */
extern const struct screen SCREEN_IDENTIFY, SCREEN_PIN, SCREEN_CONTACT, SCREEN_REVIEW,
    SCREEN_TICKET;
extern const struct screen SCREEN_HELP, SCREEN_HELP_CATEGORY, SCREEN_HELP_CHOICE, SCREEN_WORDS,
    SCREEN_URGENCY, SCREEN_SAFETY, SCREEN_FOR_WHOM, SCREEN_BOARD, SCREEN_BOARD_CARD;
extern const struct screen SCREEN_LEND, SCREEN_ITEMS, SCREEN_ITEM, SCREEN_DAYS;
extern const struct screen SCREEN_SERVICES, SCREEN_SERVICE_LIST, SCREEN_SERVICE, SCREEN_FORM;
extern const struct screen SCREEN_MINE, SCREEN_MINE_REQUEST, SCREEN_MINE_NUMBER;
extern const struct screen SCREEN_INFO, SCREEN_INFO_HOURS, SCREEN_PARTNERS, SCREEN_HOW,
    SCREEN_DATA, SCREEN_CALL;
extern const struct screen SCREEN_STAFF, SCREEN_STAFF_QUEUE, SCREEN_STAFF_CARD,
    SCREEN_STAFF_REASON, SCREEN_STAFF_OTHER, SCREEN_STAFF_TODAY, SCREEN_STAFF_HAND,
    SCREEN_STAFF_ATTENDANCE;
