/* A screen is a const table; the router in screens/router.h runs one at a time on a stack.
 *
 *   enter  once: the form's first values, from arg
 *   load   queries: what is shown, read into visit->rows. After enter, on coming back, each minute,
 *          when another program changed the database, and after GO_RELOAD. Never touches what was
 *          typed. When it fails later than the first time, everything stays as it was.
 *   build  declares what stands there: from state and scene alone; cannot change or query anything.
 *          The router adds the bar.
 *   act    a command fired: the only place that changes the form and calls the core. Verbs of a
 *          screen are its own, 1 … 999; those of enum shared_verb never arrive.
 *   write  a typed character, erase or return of a USB keyboard
 *   scan   a code was scanned; screens without it leave cards and tickets to the router
 *   tick   once a second of the clock
 *   shown  its first frame is on the glass
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
#include "core/pin.h"
#include "core/request.h"
#include "core/tries.h"
#include "ui/ui.h"

/* Verbs that any screen may declare and the router carries out. */
enum shared_verb {
    SHARED_BACK = 1000, /* GO_POP */
    SHARED_HOME,        /* GO_HOME */
    SHARED_END,         /* "Terminer et effacer": GO_END */
    SHARED_LANGUAGE,    /* the language screen */
    SHARED_SPEAK,       /* arg: number in I18N_LANGUAGES, the interface's language from now on */
    SHARED_UNHURRIED,   /* "Prendre mon temps", arg: 1 on, 0 off again */
    SHARED_COMFORT,     /* the comfort screen */
    SHARED_CALL,        /* "Appeler" */
    SHARED_LISTEN,      /* "Écouter" */
    SHARED_RATE,        /* arg: steps by which the voice speaks faster, negative slower */
    SHARED_VOLUME,      /* arg: steps by which it is louder */
    SHARED_TO,          /* arg: depth of the stack to come back to, for "modifier" */
};

/* How speech stands, for "Écouter". */
enum scene_speech {
    SCENE_MUTE,     /* there is no voice, or no sound device */
    SCENE_QUIET,    /* it is off */
    SCENE_LISTENED, /* on: what is new is said */
    SCENE_READING,  /* and the page is being read */
};

/* What every screen may show without asking: no database in reach of build(). */
struct scene {
    int64_t now_s;
    struct arena *arena;       /* of the frame: for composed texts, dates, sums */
    const char *lang;          /* "fr", "en" */
    struct ui_comfort comfort; /* sizes, contrast, typeface, reach; the router applies it */
    const char *site_name;     /* in the house's language */
    const char *message;       /* of the concierge; "" none */
    struct house_status house;
    bool is_unhurried;    /* they take their time: nothing ends by itself */
    bool is_personal;     /* somebody is known, or a ticket was shown: "Terminer et effacer" */
    int64_t left_s;       /* until the screen ends by itself; 0 for those that do not count down */
    bool is_other_layout; /* the keyboard's other order of letters, chosen in this visit */
    enum scene_speech speech;
    int64_t unshown_at_s; /* a request of the last hour whose ticket was never shown; 0: none */
};

struct screen;
struct visit;

/* What would work when the answer comes too late. */
struct alternative {
    int64_t id; /* the domain's own */
    int64_t from_s, until_s;
    const char *title;
    const char *sub;
};
enum { ALTERNATIVES_MAX = 4 };

/* What is about to be asked, from the first form to the ticket: begun with draft_begin(). Strings
 * and facts live in the visit's arena. */
struct draft {
    struct ask ask;
    bool is_begun;
    bool is_automatic;     /* a rule says yes at once: no answer can come too late */
    bool is_contact_known; /* asked as a guest: how to be told is answered */
    bool is_late_known;    /* the answer comes too late, and the resident was told */
    enum ui_color color;   /* of the domain */
    enum ui_icon icon;
    const void *facts; /* the domain's own, for the two functions below */
    /* The lines of the review, with "modifier" where a form stands behind: ui_fact()s in a card. */
    void (*review)(const struct draft *draft, const struct scene *scene, struct ui *ui);
    /* Two lines for ticket and lists: what, and when. In the frame's arena. */
    void (*summary)(const struct draft *draft, const struct scene *scene, struct ui *ui,
                    const char **what, const char **when);
    /* May be NULL: nothing else to offer. choose() puts the chosen one into the draft. */
    enum err (*alternatives)(struct visit *visit, struct arena *arena,
                             struct alternative list[ALTERNATIVES_MAX], int *count);
    enum err (*choose)(struct visit *visit, const struct alternative *alternative);
    /* The language changed: the facts' texts anew. On an error they stay as they are. NULL: none.
     */
    enum err (*reread)(struct visit *visit);
    int depth; /* of the stack at which its first form stands, for "modifier" */
};

/* What a trouble is about, where the error alone says too little. */
enum trouble_about {
    TROUBLE_PROGRAM,
    TROUBLE_CARD,
    TROUBLE_CARD_ENDED, /* replaced or reported lost */
    TROUBLE_TICKET,
    TROUBLE_SESSION,
    TROUBLE_COPY,
    TROUBLE_GUEST_LIMIT,
    TROUBLE_DECIDED, /* somebody decided meanwhile */
    TROUBLE_ABOUT_COUNT
};

/* One person at the screen, until it is wiped. */
struct visit {
    struct db *db;
    const struct pin_key *pin_key; /* NULL: no PIN can be checked */
    struct tries tries;
    struct tries_visit numbers; /* wrong ticket numbers */
    struct verify *check;       /* under way: tick() is called until the screen has taken it away */
    struct arena *arena;        /* wiped when the visit ends */
    struct arena *rows;         /* for load(): of the screen being loaded, empty each time */
    struct scene scene;
    int depth;       /* on the stack of the screen being called, 0 is home */
    int64_t ends_ms; /* set by enter(): clock_mono_ms() at which the visit ends; 0: it does not */
    struct actor actor; /* who: WHO_RESIDENT; in staff mode WHO_DESK */
    bool has_forgotten; /* nothing of this visit is remembered for the card */
    struct draft draft;
    struct receipt receipt; /* of the last request */
    enum err trouble;       /* what SCREEN_TROUBLE explains */
    enum trouble_about about;
};

enum go {
    GO_STAY,   /* build again */
    GO_RELOAD, /* stay, and load() again: after a write to the database */
    GO_TURN,   /* the same, and its lists begin at their first page: another filter */
    GO_PUSH,
    GO_REPLACE, /* in the place of this one */
    GO_POP,
    GO_POP_TO,  /* arg: stack depth to come back to, from 0 (home) */
    GO_HOME,    /* keeps the visit */
    GO_RESTART, /* alone over home: no way back to the forms */
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
static inline struct route route_reload(void)
{
    return (struct route){.go = GO_RELOAD};
}
static inline struct route route_turn(void)
{
    return (struct route){.go = GO_TURN};
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
static inline struct route route_pop_to(int depth)
{
    return (struct route){.go = GO_POP_TO, .arg = depth};
}
static inline struct route route_restart(const struct screen *screen, int64_t arg)
{
    return (struct route){GO_RESTART, screen, arg};
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
struct route route_trouble(struct visit *visit, enum trouble_about about, enum err err);
/* A new draft in visit->draft, whose first form is the screen being called; gives it. Empties the
 * visit's arena, which holds nothing but the draft before. */
struct draft *draft_begin(struct visit *visit, enum kind kind, enum verb verb);
/* From the last form of a draft to the review: by way of "too late" if the answer comes after the
 * wanted time, and of identify if nobody is known yet. */
struct route route_review(struct visit *visit);
/* The same in the place of the screen being called. */
struct route route_review_here(struct visit *visit);

enum screen_flag {
    SCREEN_WRITING = 1 << 0, /* the longer idle time */
    SCREEN_LOCKS = 1 << 1,   /* locks by itself after SETTING_STAFF_LOCK_S */
    SCREEN_NO_BAR = 1 << 2,
    SCREEN_NO_IDLE = 1 << 3, /* home and attract */
    SCREEN_WAKES = 1 << 4,   /* any touch leaves it */
    SCREEN_ENDS = 1 << 5,    /* has its own "Terminer et effacer" */
    SCREEN_ASKS = 1 << 6,    /* counts down to the end of the visit: is itself the question */
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
    void (*shown)(void *state, struct visit *visit);
    void (*leave)(void *state, struct visit *visit);
    int idle_ms;    /* 0: the setting's */
    unsigned flags; /* enum screen_flag */
};

/* What SCREEN_PIN is for, its arg. */
enum pin_for {
    PIN_FOR_DRAFT, /* then the review */
    PIN_FOR_MINE,  /* then one's own requests */
};

/* Every screen of the program; defined in the file of that name: screens/home.c has SCREEN_HOME. */
extern const struct screen SCREEN_ATTRACT, SCREEN_HOME, SCREEN_LANGUAGE, SCREEN_COMFORT,
    SCREEN_STILL_THERE, SCREEN_TROUBLE, SCREEN_KEYS, SCREEN_UNPLUGGED;
extern const struct screen SCREEN_AGENDA, SCREEN_SESSION, SCREEN_DATES; /* workshops */
extern const struct screen SCREEN_LATE, SCREEN_IDENTIFY, SCREEN_PIN, SCREEN_CONTACT, SCREEN_REVIEW,
    SCREEN_TICKET;
extern const struct screen SCREEN_HELP, SCREEN_HELP_CATEGORY, SCREEN_HELP_CHOICE, SCREEN_WORDS,
    SCREEN_URGENCY, SCREEN_SAFETY, SCREEN_FOR_WHOM, SCREEN_BOARD, SCREEN_BOARD_CARD;
extern const struct screen SCREEN_LEND, SCREEN_ITEMS, SCREEN_ITEM, SCREEN_DAYS, SCREEN_SEARCH;
extern const struct screen SCREEN_SERVICES, SCREEN_SERVICE_LIST, SCREEN_SERVICE, SCREEN_FORM,
    SCREEN_SERVICE_WHOM;
extern const struct screen SCREEN_MINE, SCREEN_MINE_REQUEST, SCREEN_MINE_NUMBER;
extern const struct screen SCREEN_INFO, SCREEN_INFO_HOURS, SCREEN_PARTNERS, SCREEN_HOW, SCREEN_DATA,
    SCREEN_CALL;
extern const struct screen SCREEN_STAFF, SCREEN_STAFF_MENU, SCREEN_STAFF_QUEUE, SCREEN_STAFF_CARD,
    SCREEN_STAFF_REASON, SCREEN_STAFF_OTHER, SCREEN_STAFF_WHEN, SCREEN_STAFF_RECENT,
    SCREEN_STAFF_CLOSE, SCREEN_STAFF_TODAY, SCREEN_STAFF_HAND, SCREEN_STAFF_ATTENDANCE,
    SCREEN_STAFF_AWAY;
