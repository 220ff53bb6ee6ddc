/* The flows: every kind of request, its states, and the one table of what may follow what.
 *
 * Nothing else in the project decides what a state allows. core/request.h moves requests along it.
 * Source of each rule: db/README.md, "Flows". */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum kind {
    KIND_LOAN,
    KIND_EXTENSION, /* of a loan: its parent */
    KIND_COPY,
    KIND_BOOKING,
    KIND_SESSION,
    KIND_HELP,
    KIND_ENQUIRY,   /* orders: a request to a provider or the house, */
    KIND_DEPOSIT,   /* something left to be cleaned, sewn, repaired, */
    KIND_VISIT,     /* somebody comes */
    KIND_AMENDMENT, /* of a session that stands in the agenda: its parent */
    KIND_COUNT
};

/* All states of all kinds. The database holds the words of state_code(). */
enum state {
    STATE_NONE, /* before the first decision */
    STATE_ASKED,
    STATE_COUNTER_PROPOSED,
    STATE_WAITLISTED,
    STATE_OFFERED,
    STATE_LAPSED,
    STATE_REFUSED,
    STATE_CANCELLED,
    STATE_UNANSWERED,
    STATE_RESERVED,
    STATE_READY,
    STATE_UNCLAIMED,
    STATE_OUT,
    STATE_LOST,
    STATE_NEEDS_CHECK,
    STATE_REPAIR,
    STATE_PARTS_OWED,
    STATE_BACK,
    STATE_ACCEPTED,
    STATE_AVAILABLE,
    STATE_MAINTENANCE,
    STATE_MISSING,
    STATE_RETIRED,
    STATE_CONFIRMED,
    STATE_TO_RECONFIRM,
    STATE_PRESENT,
    STATE_ABSENT,
    STATE_EXCUSED,
    STATE_NOT_SERVED,
    STATE_DRAFT,
    STATE_PROPOSED,
    STATE_PUBLISHED,
    STATE_RETURNED,
    STATE_POSTPONED,
    STATE_TO_DECIDE,
    STATE_HELD,
    STATE_COUNTED,
    STATE_MATCH_PROPOSED,
    STATE_AGREED,
    STATE_DONE_SAID,
    STATE_DONE,
    STATE_DISPUTED,
    STATE_CLOSED,
    STATE_TO_REVIVE,
    STATE_PAUSED,
    STATE_REDIRECTED,
    STATE_ANNOUNCED,
    STATE_LEFT,
    STATE_WITH_PROVIDER,
    STATE_TO_AGREE,
    STATE_TO_REMIND,
    STATE_COLLECTED,
    STATE_GIVEN,
    STATE_DAMAGED,
    STATE_QUALIFIED,
    STATE_PLANNED,
    STATE_NOBODY_HOME,
    STATE_VISITED,
    STATE_LATER,
    STATE_REPAIRED,
    STATE_REFERRED,
    STATE_END_OF_LIFE,
    STATE_REPLACED, /* a correction took its place */
    STATE_COUNT
};

enum verb {
    VERB_NONE,
    VERB_ASK,
    VERB_JOIN, /* a waiting list */
    VERB_ACCEPT,
    VERB_REFUSE,
    VERB_PROPOSE, /* another date, another copy, fewer seats */
    VERB_WAIT,    /* put on the waiting list */
    VERB_PASS,    /* to a colleague */
    VERB_OFFER,
    VERB_DECLINE,
    VERB_CANCEL,
    VERB_CHANGE, /* terms, by the resident; a session's capacity */
    VERB_EXPIRE,
    VERB_RELEASE, /* a guest's hold ends, the request stays */
    VERB_LAPSE,
    VERB_PREPARE,
    VERB_SWAP,      /* another copy of the same thing, for the same days */
    VERB_SET_ASIDE, /* not picked up */
    VERB_HAND_OUT,
    VERB_EXTEND,
    VERB_TAKE_BACK,
    VERB_TAKE_BACK_TO_CHECK,
    VERB_LOSE,
    VERB_FIND,
    VERB_CLEAR,
    VERB_MEND,
    VERB_OWE,
    VERB_ADD,
    VERB_MAINTAIN,
    VERB_RESTORE,
    VERB_MISS,
    VERB_RETIRE,
    VERB_WALK_IN,
    VERB_MARK_PRESENT,
    VERB_MARK_ABSENT,
    VERB_MARK_EXCUSED,
    VERB_NOT_SERVE,
    VERB_DRAFT,
    VERB_SUBMIT,
    VERB_PUBLISH,
    VERB_RETURN,
    VERB_POSTPONE,
    VERB_MOVE,
    VERB_DOUBT,
    VERB_HOLD,
    VERB_COUNT_IN, /* attendance entered */
    VERB_MATCH,
    VERB_UNMATCH,
    VERB_AGREE,
    VERB_SAY_DONE,
    VERB_FINISH,
    VERB_DISPUTE,
    VERB_CLOSE,
    VERB_REVIVE,
    VERB_PAUSE,
    VERB_REDIRECT,
    VERB_LEAVE,
    VERB_SEND,
    VERB_RECEIVE,
    VERB_REPRICE,
    VERB_SEND_BACK,
    VERB_DAMAGE,
    VERB_REMIND,
    VERB_COLLECT,
    VERB_GIVE,
    VERB_QUALIFY,
    VERB_PLAN,
    VERB_FIND_NOBODY,
    VERB_VISIT,
    VERB_DELAY,
    VERB_REPAIR,
    VERB_REFER,
    VERB_WRITE_OFF,
    VERB_TELL,   /* a word to all who come; that the house is closed that day */
    VERB_UNDO,   /* within ten minutes: any state back to the one before */
    VERB_REOPEN, /* later, with a reason */
    VERB_CORRECT,
    VERB_COUNT
};

/* Who may do it: bits. */
enum who {
    WHO_RESIDENT = 1 << 0,
    WHO_DESK = 1 << 1,
    WHO_ORGANISER = 1 << 2,
    WHO_TIME = 1 << 3,  /* the sweep */
    WHO_HOUSE = 1 << 4, /* a rule, or the consequence of another decision */
};

enum state_flag {
    STATE_WAITS = 1 << 0, /* for the desk: it stands in the pile */
    STATE_HOLDS = 1 << 1, /* seats, or a copy */
    STATE_ENDS = 1 << 2,  /* writes a figure */
    STATE_GOOD = 1 << 3,  /* a yes: shown green */
    STATE_BAD = 1 << 4,   /* a no */
    STATE_RESIDENT_ANSWERS = 1 << 5,
    STATE_UNSEEN = 1 << 6, /* a session that no resident has seen yet: its date is free */
};

/* Conditions of a transition; each has one function in core/guard.c. A refused move names all that
 * failed. */
enum guard {
    GUARD_SEATS = 1 << 0,        /* seats are left */
    GUARD_COPY = 1 << 1,         /* the copy is there and free for the dates */
    GUARD_NOT_BEGUN = 1 << 2,    /* the session, or the wanted time, is still to come */
    GUARD_PUBLISHED = 1 << 3,    /* the session takes bookings */
    GUARD_NOT_OWN = 1 << 4,      /* nobody decides for the own household */
    GUARD_NOT_PASSED = 1 << 5,   /* nor what oneself passed on */
    GUARD_GUEST = 1 << 6,        /* a guest's limits */
    GUARD_NOBODY_WAITS = 1 << 7, /* nobody waits for the copy to extend */
    GUARD_BEGUN = 1 << 8,
    GUARD_ENDED = 1 << 9,
    GUARD_PARTY = 1 << 10,       /* somebody is counted; not more than before */
    GUARD_CAPACITY = 1 << 11,    /* the session may not end up below what is taken */
    GUARD_PARENT = 1 << 12,      /* the parent is in the state that this answers to */
    GUARD_OTHERS = 1 << 13,      /* it answers somebody else, not the own household */
    GUARD_NO_REPLY = 1 << 14,    /* a reply never hangs on the board, nor is planned by itself */
    GUARD_OTHERS_WORD = 1 << 15, /* whoever said it is done does not confirm it, too */
    GUARD_PRICE = 1 << 16,       /* no more is paid than was agreed: core/order_desk.h */
    GUARD_SAME = 1 << 17,        /* as before, but for the copy: the same days */
    GUARD_OWN_YES = 1 << 18,     /* whoever replied has said yes by replying */
    GUARD_BOTH = 1 << 19,        /* both of those who are brought together have said yes */
    GUARD_NAMELESS = 1 << 20,    /* the board names nobody: core/help_desk.h */
    GUARD_NEIGHBOURS = 1 << 21,  /* a matter for neighbours: core/help_desk.h */
    GUARD_QUARTER = 1 << 22,     /* its quarter's figures are not closed */
    GUARD_LINE = 1 << 23,   /* an organiser's own association's; checked whatever the row says */
    GUARD_AGREED = 1 << 24, /* the association's rule lets its organisers do it alone */
};

/* What the desk's three buttons mean. */
enum answer { ANSWER_NONE, ANSWER_YES, ANSWER_NO, ANSWER_OTHER };

struct transition {
    enum kind kind;
    enum state from;
    enum verb verb;
    enum state to;
    unsigned who;    /* enum who bits */
    unsigned guards; /* enum guard bits */
    enum answer answer;
    enum verb back_to; /* it goes to where it was before that verb, if that was not `to` */
};

/* NULL when the table has none. */
const struct transition *flow_find(enum kind kind, enum state from, enum verb verb);
/* The whole table, for tests and for lists of what is possible. */
const struct transition *flow_table(size_t *count);
/* The transition behind Oui or Non for a waiting request; NULL if it does not wait. direction: of a
 * help request ("need", "offer", "reply"), else "". */
const struct transition *flow_answer(enum kind kind, enum state from, enum answer answer,
                                     const char *direction);
/* enum state_flag bits; 0 for a state the kind does not have. */
unsigned flow_state_flags(enum kind kind, enum state state);
bool flow_has_state(enum kind kind, enum state state);
/* Whether it stands in the desk's pile. A disputed reply does not: it is decided with what it
 * answers. direction: as in flow_answer. */
bool flow_waits(enum kind kind, enum state state, const char *direction);

/* Words of the database and back; an unknown word gives the COUNT value. */
const char *kind_code(enum kind kind);
enum kind kind_of(const char *code);
const char *state_code(enum state state);
enum state state_of(const char *code);
const char *verb_code(enum verb verb);
enum verb verb_of(const char *code);
const char *who_code(enum who who);
enum who who_of(const char *code); /* 0 if unknown */
/* Of one bit; not in the database, but in what programs tell each other. */
const char *guard_code(enum guard guard);
