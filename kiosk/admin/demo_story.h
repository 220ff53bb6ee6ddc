/* A story: one request of the demonstration house, from its asking to where it stands. */
#pragma once

#include "admin/demo.h"

enum {
    DEMO_BEATS = 8,
    TODAY = 99, /* where an open day is said: today, open or not */
};

/* Verbs of stories that are no moves. */
enum {
    STORY_TELL = VERB_COUNT + 1, /* the desk tells what was decided, by telephone */
    STORY_REMARK,                /* the resident says what `reason` says */
    STORY_CLAIM,                 /* a guest's becomes the household `to`'s */
};

/* One thing that happens to it. */
struct demo_beat {
    int verb;
    char by;    /* r its resident; n, k, i: Nadia, Karim, Inès */
    int day;    /* open days from today; 0: before now */
    int minute; /* of that day; before now: minutes */
    /* What is wanted or proposed from then on; 0: as before. An open day; a session: which one to
     * come; a change of a booking: how many seats. */
    int to;
    int minutes; /* that a helping hand took */
    int cents;   /* that were paid; 0: as agreed, or as the catalogue says */
    const char *reason;
    const char *words;
};

struct demo_story {
    enum kind kind;
    int household; /* number; 0: a guest */
    int subject;   /* item, service or activity: as in db/demo */
    int nth;       /* the activity's session, see demo_find_session */
    int days;      /* of use of what is borrowed; 0: one */
    int adults;    /* 0: one */
    int children;
    const char *channel;   /* NULL: screen */
    const char *direction; /* of a helping hand */
    const char *category;
    const char *choice;
    const char *urgency;
    const char *words;
    const char *first_name; /* a guest's, or for whom it is */
    bool is_private;
    int again;  /* how often in all, each time four open days earlier and for others */
    int label;  /* others may belong to it */
    int parent; /* label of what it belongs to */
    struct demo_beat beats[DEMO_BEATS];
};

/* What happens, by whom, on which day, at which minute of it: see struct demo_beat. */
#define BEAT(what, who, when, at) .verb = (what), .by = (who), .day = (when), .minute = (at)

/* Plans it. earlier: so many open days before what it says; household: of another one, 0: its own.
 */
void demo_tell(struct demo *demo, const struct demo_story *story, int earlier, int household);

/* Parts of the tables, each in its file. */
extern const struct demo_story DEMO_LOANS[];
extern const struct demo_story DEMO_BOOKINGS[];
extern const struct demo_story DEMO_HELP[];
extern const struct demo_story DEMO_SERVICES[];
extern const size_t DEMO_LOANS_COUNT, DEMO_BOOKINGS_COUNT, DEMO_HELP_COUNT, DEMO_SERVICES_COUNT;
