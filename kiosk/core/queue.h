/* The desk's pile: what waits for an answer, safety first, then the oldest; the facts by which one
 * answers; and what today brings. Reads only: request.h, loan_desk.h decide.
 *
 * Lines carry household numbers, ticket numbers and codes, never a name or a resident's words. A
 * sensitive matter has no title. Lists are arena arrays in the order said; one that was cut at its
 * `most` says so in *is_more. All functions also give query_end's errors. Source:
 * db/README.md, "Flows" and "Sensitive matters". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

/* The four doors, as filters of the pile. */
enum queue_domain {
    QUEUE_ALL,
    QUEUE_WORKSHOPS, /* bookings, sessions to publish or decide */
    QUEUE_LOANS,     /* and their extensions */
    QUEUE_HELP,
    QUEUE_SERVICES,
    QUEUE_DOMAIN_COUNT
};
enum queue_domain queue_domain_of(enum kind kind);

/* A request in a list. Texts are "" where there is nothing. */
struct queue_line {
    int64_t request_id;
    int no; /* of the last decision: what the concierge saw */
    enum kind kind;
    enum state state;
    int64_t since_s, rank_s;
    bool waits, is_ended, is_danger, is_private, is_sensitive;
    int64_t answer_by_s, not_staff_id;
    int64_t session_id, item_id, service_id, copy_id, parent_id;
    int64_t from_s, until_s;
    int adults, children;
    int copy_number;
    int64_t household_id;  /* 0: a guest's */
    const char *household; /* number */
    const char *ticket;    /* number */
    const char *title; /* activity, item or service; "" for helping hands and what is sensitive */
    const char *icon;  /* its name in ui/icons.h */
    char direction[CODE_BYTES];
    char category[CODE_BYTES];
    char choice[CODE_BYTES];
    char urgency[CODE_BYTES];
};

struct queue_counts {
    int waiting[QUEUE_DOMAIN_COUNT];
    int danger;
    int64_t oldest_s; /* asked; 0: nothing waits */
};
enum err queue_count(struct db *db, struct queue_counts *counts) NODISCARD;

/* After which line a page begins. */
struct queue_key {
    bool is_danger;
    int64_t rank_s;
    int64_t request_id;
};
/* Before the first line. */
struct queue_key queue_first(void);
struct queue_key queue_after(const struct queue_line *line);

enum { QUEUE_PAGE = 30, QUEUE_LIST_MAX = 120 };

struct queue_list {
    struct queue_line *lines;
    int count;
    bool is_more;
};

/* At most QUEUE_PAGE lines after key. */
enum err queue_page(struct db *db, enum queue_domain domain, struct queue_key key,
                    struct arena *arena, struct queue_list *list) NODISCARD;

/* One line. ERR_NOT_FOUND. */
enum err queue_get(struct db *db, int64_t request_id, struct arena *arena,
                   struct queue_line *line) NODISCARD;

/* The first of a waiting list for which something is free. */
struct queue_waiting {
    struct queue_line line;
    int free;        /* seats, or 1 copy */
    int waiting;     /* requests on that list */
    int64_t copy_id; /* of a loan: the free one */
};
/* Sessions by their start, then things by the wanted day. At most QUEUE_LIST_MAX. */
enum err queue_waiting_lists(struct db *db, struct arena *arena, struct queue_waiting **waiting,
                             int *count, bool *is_more) NODISCARD;

/* A decision that can still be taken back. */
struct queue_decision {
    struct queue_line line; /* as it is now */
    enum verb verb;
    int64_t recorded_at_s;
};
enum { QUEUE_RECENT_MAX = 12 };
/* One person's own, newest first. At most QUEUE_RECENT_MAX. */
enum err queue_recent(struct db *db, int64_t staff_id, struct arena *arena,
                      struct queue_decision **decisions, int *count) NODISCARD;

/* What the form of a service asked, but for words. */
struct queue_answer {
    const char *label;  /* the question */
    const char *choice; /* "" unless it was a choice */
    int64_t number;     /* unless it was a number */
    int64_t date_s;     /* 0 unless it was a date */
};

enum { QUEUE_ANSWERS_MAX = ASK_MAX_FIELDS, QUEUE_SPANS_MAX = 24, QUEUE_COPIES_MAX = 12 };

struct queue_span {
    int64_t from_s, until_s;
};
struct queue_copy {
    int64_t copy_id;
    int number;
};

/* The last decision on a request. */
struct queue_last {
    enum verb verb;
    enum who who;
    int64_t staff_id;
    const char *staff_name; /* first name; "" nobody of the staff */
    int64_t recorded_at_s;
    char reason[CODE_BYTES];
    bool is_news;     /* whoever asked is told of it */
    bool is_undoable; /* by the actor, now: their own, and not too long ago */
};

/* The facts for deciding one request. */
/* What an organiser proposes for a session that stands in the agenda. */
struct queue_amendment {
    enum verb verb; /* VERB_MOVE, VERB_PUBLISH (again), VERB_CHANGE; VERB_NONE: it is none */
    int64_t from_s, until_s; /* 0: as it is */
    int capacity;            /* 0: as it is */
    bool has_place;
    const char *place;
    int least_people; /* -1: as it is */
    char reason[CODE_BYTES];
    int following; /* sessions after it in its series that change with it */
    int bookings;  /* that are asked again, or told */
};

struct queue_card {
    struct queue_line line;
    /* Who asks. */
    int64_t subscribed_until_s; /* 0: no subscription now */
    bool is_trusted;
    int open_loans, late_loans;
    const char *passed_on_by; /* first name of who passed it on to a colleague; "" */
    /* Yes, and all that stands against it now (enum guard bits). VERB_NONE: it does not wait. */
    enum verb yes;
    unsigned yes_reasons;
    /* The rule by which it did not pass by itself. */
    char rule[CODE_BYTES];
    int64_t rule_limit;
    /* A booking's or session's. */
    const char *place;
    const char *partner; /* whose line of the agenda it is; "" the house's own */
    int64_t starts_s, ends_s;
    int capacity; /* 0: free entry */
    int taken;    /* by others */
    int waiting;  /* others on the list */
    int rank;     /* on the list, from 1; 0: not on it */
    int least_age;
    int proposed_after; /* of its series, that wait for the same yes */
    struct queue_amendment amendment;
    /* A loan's, or of the loan that is to be extended. */
    int64_t deposit_cents;
    const char *shelf;
    struct queue_copy copies[QUEUE_COPIES_MAX]; /* free for those days, its own first among them */
    int copy_count;
    struct queue_span busy[QUEUE_SPANS_MAX]; /* when others have its copy, around those days */
    int busy_count;
    /* What could be offered to one who waits: the seats left, or a copy and its days, for the first
     * that comes back as long as the class allows. Nobody and no copy: nothing. */
    struct terms offer;
    int offer_number; /* the copy's */
    /* A service's form. */
    struct queue_answer answers[QUEUE_ANSWERS_MAX];
    int answer_count;
    /* The loan to extend, the need that is answered; request_id 0: none. */
    struct queue_line parent;
    struct queue_last last;
};
/* actor: who would say yes. ERR_NOT_FOUND. */
enum err queue_card(struct db *db, int64_t request_id, const struct actor *actor,
                    struct arena *arena, struct queue_card *card) NODISCARD;

enum { QUEUE_HISTORY_MAX = 6 };
/* What else that household asked and has ended, the latest first; nothing of what somebody asked
 * "only for me". household_id 0: nothing. At most QUEUE_HISTORY_MAX. */
enum err queue_history(struct db *db, int64_t household_id, int64_t not_request_id,
                       struct arena *arena, struct queue_list *list) NODISCARD;

/* What could be proposed instead. */
struct queue_offer {
    struct terms terms; /* with the people of the request */
    int seats_left;     /* of a session */
    int copy_number;    /* of a loan; 0: a session */
};
enum { QUEUE_OFFERS_MAX = 8, QUEUE_DAYS_AHEAD = 21 };
/* For a booking, sessions of the same activity with seats for all, by their start; for a loan,
 * other copies for the same days, then other days within QUEUE_DAYS_AHEAD, as long if that can be,
 * by their pick-up; else nothing. At most QUEUE_OFFERS_MAX. ERR_NOT_FOUND · ERR_CLOCK. */
enum err queue_offers(struct db *db, int64_t request_id, struct arena *arena,
                      struct queue_offer offers[QUEUE_OFFERS_MAX], int *count) NODISCARD;

/* Today's loans: those to hand out (reserved, ready, unclaimed), to take back (out), to look at. By
 * the day they begin or end. */
enum err queue_today_loans(struct db *db, struct arena *arena, struct queue_list *list) NODISCARD;
/* Services under way. By the wanted day. */
enum err queue_today_orders(struct db *db, struct arena *arena, struct queue_list *list) NODISCARD;

/* A session of today, or one of the last QUEUE_HELD_DAYS whose attendance was not entered. */
struct queue_today {
    int64_t session_id;
    int no;
    enum state state;
    const char *title, *icon;
    int64_t starts_s, ends_s;
    int capacity;
    int expected, present; /* people */
};
enum { QUEUE_HELD_DAYS = 7 };
/* By their start. At most QUEUE_LIST_MAX. */
enum err queue_today_sessions(struct db *db, struct arena *arena, struct queue_today **sessions,
                              int *count, bool *is_more) NODISCARD;
/* Who holds a seat or was counted, by household number, then ticket number. */
enum err queue_attendance(struct db *db, int64_t session_id, struct arena *arena,
                          struct queue_list *list) NODISCARD;
