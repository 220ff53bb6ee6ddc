/* The demonstration house: what its parts share. Everything that happened there went through the
 * core, with the clock set to when it happened, so that histories, notices and figures are real. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "core/code.h"
#include "core/db.h"
#include "core/login.h"
#include "core/pin.h"
#include "core/request.h"

enum {
    DEMO_HOUSEHOLDS = 500,
    DEMO_PAST = 120,  /* open days before today that are known */
    DEMO_FUTURE = 40, /* … after today */
    DEMO_SESSIONS = 240,
    DEMO_SERIES = 32,
    DEMO_EVENTS = 8000,
    DEMO_LABELS = 16,
    DEMO_ACCOUNTS = 7,
};

/* A minute of the day. */
#define AT(hour, minutes) ((hour)*60 + (minutes))

enum demo_staff { NADIA, KARIM, INES, ORGANISER, DEMO_STAFF };

struct demo_household {
    int64_t id;
    int64_t person_id; /* the first adult: who asks */
};

/* What is printed, and is nowhere else. */
struct demo_account {
    bool is_staff;
    bool is_organiser; /* on the desk's page only */
    char number[8];
    const char *about;
    char pin[PIN_TEXT_BYTES];
    char card[CODE_TEXT_BYTES];
    char password[PASSWORD_DRAWN_BYTES]; /* staff's */
};

struct demo_session {
    int64_t id;
    int activity;
    int64_t starts_s;
    int64_t ends_s;
    int capacity; /* 0: free entry */
};

struct demo;
typedef enum err demo_run_fn(struct demo *demo, void *what, int number);

/* Something that happened. */
struct demo_event {
    int64_t at_s;
    int order; /* at the same moment, as planned */
    demo_run_fn *run;
    void *what;
    int number;
};

struct demo_tale;

struct demo {
    struct db *db;
    struct arena *arena;
    int64_t now_s;
    int64_t staff[DEMO_STAFF];
    struct demo_household households[DEMO_HOUSEHOLDS + 1]; /* by number, from 1 */
    struct demo_account accounts[DEMO_ACCOUNTS];
    char guest_number[TICKET_NUMBER_BYTES]; /* a guest's ticket, to be followed */
    char guest_token[TICKET_TOKEN_BYTES];

    int64_t past_s[DEMO_PAST]; /* open days, local midnight; the last one before today first */
    int64_t future_s[DEMO_FUTURE];

    struct demo_session sessions[DEMO_SESSIONS]; /* by their beginning, per activity */
    int session_count;
    int64_t series_ids[DEMO_SERIES]; /* of the week's timetable */

    struct demo_event events[DEMO_EVENTS];
    int event_count;
    struct demo_tale *labels[DEMO_LABELS];
};

/* ---- Days (demo_days.c) ---- */

/* Reads the open days around now, and writes the roster. Expects an open transaction. */
enum err demo_make_days(struct demo *demo) NODISCARD;
/* Local midnight of an open day: -1 the last before today, 1 the first after it; 0 is today, open
 * or not. */
int64_t demo_day_s(const struct demo *demo, int day);
/* A minute of that day. */
int64_t demo_at_s(const struct demo *demo, int day, int minute);
/* That minute of the first open day after the day of at_s. */
int64_t demo_next_s(const struct demo *demo, int64_t at_s, int minute);
/* Plans who was at the desk in the last two weeks, and who is there now. */
enum err demo_plan_presence(struct demo *demo) NODISCARD;

/* ---- What happened (demo_events.c) ---- */

/* what: kept until demo_play. */
void demo_plan(struct demo *demo, int64_t at_s, demo_run_fn *run, void *what, int number);
/* Everything planned, in the order of time, with the sweep of each day; ends at now. */
enum err demo_play(struct demo *demo) NODISCARD;
/* Whoever runs inside finds an open transaction, shared with others; whoever opens one of its own
 * asks for outside first. */
enum err demo_inside(struct demo *demo) NODISCARD;
enum err demo_outside(struct demo *demo) NODISCARD;

/* A number from least to most. */
int demo_between(int least, int most);
struct actor demo_desk(const struct demo *demo, enum demo_staff staff);
struct actor demo_resident(const struct demo *demo, int household);

/* ---- The parts ---- */

/* Households, persons, staff, cards and the accounts; key_path: of their PINs. Expects an open
 * transaction; the clock ends at now. */
enum err demo_make_people(struct demo *demo, const char *key_path) NODISCARD;
const char *demo_first_name(int index);
const char *demo_family_name(struct arena *arena, int index);
/* Copies of the items. Expects an open transaction. */
enum err demo_make_stock(struct demo *demo) NODISCARD;
/* The agenda of eight weeks, with bookings and attendance. */
void demo_plan_agenda(struct demo *demo);
void demo_plan_bookings(struct demo *demo, struct demo_session *session, int fill,
                        bool is_automatic, bool has_children);
/* Attendance is complete, unless it was just now. */
void demo_plan_count(struct demo *demo, struct demo_session *session);
/* The nth session of an activity to come, from 1, as it was first planned; -1 is the last one that
 * is over. */
struct demo_session *demo_find_session(struct demo *demo, int activity, int nth);
/* Requests in every state of every kind. */
void demo_plan_requests(struct demo *demo);
