/* Requests: asked once, moved by decisions, never changed.
 *
 * request_ask() and request_move() are the only ways in which a request comes to be and changes its
 * state; the kiosk, the desk and the sweep all go through them. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/db.h"
#include "core/flow.h"

enum { CODE_BYTES = 32, TICKET_NUMBER_BYTES = 7, TICKET_TOKEN_BYTES = 32 };

/* What is asked for, or held: the part of a request that decisions may change. */
struct terms {
    int64_t session_id; /* of a booking; 0: none */
    int64_t copy_id;    /* of a loan */
    int64_t from_s;     /* when it is wanted or begins; 0: open */
    int64_t until_s;
    int adults;
    int children;
};

/* Who acts. A resident is known by a card, by household number and PIN, by a ticket's code or by a
 * ticket's number; several may hold at once. */
struct actor {
    enum who who;
    int64_t staff_id; /* desk and organiser */
    int64_t household_id;
    int64_t person_id;
    bool has_card;
    bool has_pin;
    int64_t token_request_id;  /* whose code was scanned, or that was asked just now */
    int64_t number_request_id; /* whose number was typed */
};

/* How much of a request an actor may see and do. Source: db/README.md, "Who may". */
enum access {
    ACCESS_NONE,
    ACCESS_STATE,  /* state, coded reason, next step */
    ACCESS_ANSWER, /* and say yes or no to what is proposed */
    ACCESS_FULL,   /* and change, cancel, extend */
};

/* The present of one request. */
struct request {
    int64_t id;
    enum kind kind;
    enum state state;
    int no; /* of the last decision */
    int64_t since_s;
    int64_t rank_s;
    bool is_ended;
    bool is_danger;
    bool is_private;
    bool holds;
    int64_t answer_by_s; /* 0: none promised */
    int64_t hold_ends_s;
    int64_t not_staff_id;
    int64_t household_id; /* 0: a guest's */
    int64_t person_id;
    int64_t parent_id;
    int64_t item_id;
    int64_t service_id;
    char direction[CODE_BYTES];
    char category[CODE_BYTES];
    char choice[CODE_BYTES];
    char channel[CODE_BYTES];
    bool is_proposed; /* a reply that the desk thought of: its owner has not offered it */
    struct terms terms;
};

/* ERR_NOT_FOUND. */
enum err request_load(struct db *db, int64_t request_id, struct request *request) NODISCARD;
enum access request_access(const struct request *request, const struct actor *actor);

/* One answer to a question of a service's form: exactly one of choice, number, date. Words go in
 * struct ask_words. */
struct ask_answer {
    const char *field;
    const char *choice; /* NULL: none */
    int64_t number;
    int64_t date_s; /* 0: none */
};

struct ask_words {
    const char *field; /* "" for the request's own */
    const char *words; /* UTF-8; "" is not written */
};

enum { ASK_MAX_FIELDS = 5, ASK_MAX_WORDS_CHARS = 280 };

/* All strings are borrowed; NULL is not allowed, "" is. */
struct ask {
    enum kind kind;
    enum verb verb; /* VERB_ASK, VERB_JOIN, or what the desk enters: VERB_HAND_OUT, … */
    struct actor actor;
    const char *channel; /* "screen", "desk", "paper", "file" */
    const char *lang;
    const char *for_whom; /* "self", "household", "other" */
    bool is_private;
    bool is_danger;
    int64_t happened_at_s;    /* 0: now. When it was asked on paper: gives the rank */
    const char *paper_number; /* on its slip: core/paper.h; "" draws one */
    int64_t parent_id;
    int64_t item_id;
    int64_t service_id;
    const char *direction;
    const char *category;
    const char *choice;
    const char *urgency;
    struct terms terms;
    const char *first_name; /* a guest's, if they wish */
    const char *phone;
    const char *for_name;
    struct ask_answer answers[ASK_MAX_FIELDS];
    int answer_count;
    struct ask_words words[ASK_MAX_FIELDS];
    int words_count;
};

/* An ask with all strings empty, channel "screen", lang "fr", for_whom "self". */
struct ask ask_make(enum kind kind, enum verb verb, struct actor actor);

/* What a resident gets. The token is nowhere else: wipe it with the session. */
struct receipt {
    int64_t request_id;
    enum state state;
    char number[TICKET_NUMBER_BYTES];
    char token[TICKET_TOKEN_BYTES];
    int64_t answer_by_s; /* 0: none can be promised */
    int64_t hold_ends_s; /* a guest's hold */
    int rank;            /* on the waiting list, from 1; 0: not on one */
    unsigned reasons;    /* enum guard bits that failed; 0 on success */
};

/* Writes a request, its ticket and its first decision, and under an automatic rule the second, in
 * one transaction of its own; or in the caller's, if one is open.
 * ERR_DENIED guards failed, see receipt->reasons · ERR_FULL, ERR_CONFLICT the last seat or copy
 * went meanwhile · ERR_INVALID words too long or unclean, unknown field · ERR_CLOCK the clock is
 * earlier than the last record · paper_check's errors for a paper number · ERR_BUSY, ERR_NO_SPACE,
 * ERR_READONLY, ERR_IO nothing was written. Tables: request*, ticket, decision, request_state. */
enum err request_ask(struct db *db, const struct ask *ask, struct receipt *receipt) NODISCARD;
/* The same checks, and nothing written: for saying no before the form is filled in. */
enum err request_may_ask(struct db *db, const struct ask *ask, unsigned *reasons) NODISCARD;

struct move {
    int64_t request_id;
    enum verb verb;
    struct actor actor;
    int expected_no;           /* the decision that the actor saw; 0: any */
    const char *reason_code;   /* "" or a code of core/codes.h */
    const char *words;         /* in addition; "" none */
    const char *lang;          /* of the words */
    const struct terms *terms; /* NULL: as they are */
    int64_t happened_at_s;     /* 0: now */
    /* For the figures; the desk may note them with what ends well. */
    int minutes;   /* that a helping hand took; 0: a gift, or nobody counted */
    int64_t cents; /* that were paid; MOVE_AS_PRICED: as agreed, or as the catalogue says */
};

enum { MOVE_AS_PRICED = -1, MOVE_MOST_MINUTES = 6000, MOVE_MOST_CENTS = 1000000 };

/* Nothing noted, MOVE_AS_PRICED. */
struct move move_make(int64_t request_id, enum verb verb, struct actor actor);

/* The flow has this move here, and the actor has shown enough to make it: a button may stand on the
 * screen. What guards say comes with the move itself. */
bool request_may(const struct request *request, enum verb verb, const struct actor *actor);

struct outcome {
    enum state state;
    int no;
    unsigned reasons; /* enum guard bits that failed */
};

/* Makes one decision and what follows from it, in one transaction of its own; or in the caller's,
 * if one is open.
 * ERR_CONFLICT somebody decided meanwhile, or the state does not allow it · ERR_DENIED not this
 * actor, or guards failed, see outcome->reasons · ERR_INVALID minutes or cents beyond their most,
 * or with what does not end well, or not by the desk · ERR_FULL · ERR_NOT_FOUND · ERR_CLOCK ·
 * ERR_BUSY, ERR_NO_SPACE, ERR_READONLY, ERR_IO nothing was written.
 * Tables: decision*, request_state, notice, act, ticket; session for a moved session. */
enum err request_move(struct db *db, const struct move *move, struct outcome *outcome) NODISCARD;

/* Takes the last decision back, with everything it brought about, within SETTING_UNDO_S of it; in
 * one transaction of its own, or in the caller's. What the desk entered by mistake ends as
 * cancelled, and no figure counts it.
 * expected_no: the decision to undo. Only the desk's and the organisers' own.
 * ERR_CONFLICT it is not the last · ERR_DENIED too late, or not a desk's decision · as above. */
enum err request_undo(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                      struct outcome *outcome) NODISCARD;
/* Brings an ended request back to the state before its end, with its rank; seats and copies must
 * be there again. Desk only, not for the own household; reason_code is kept. Errors as
 * request_move. */
enum err request_reopen(struct db *db, int64_t request_id, struct actor actor,
                        const char *reason_code, struct outcome *outcome) NODISCARD;
/* A new version with other terms and words: number, token and rank follow it, the old one ends as
 * replaced. Desk, or the resident while it waits. Errors as request_ask. */
enum err request_correct(struct db *db, int64_t request_id, const struct ask *ask,
                         struct receipt *receipt) NODISCARD;

/* "Ça ne marche pas" of a loan that is out, "ce n'est pas réglé" of one that ended: code
 * "fault_said" or "not_settled". Once each: ERR_CONFLICT after. ERR_DENIED the state or the actor
 * does not allow it. */
enum err request_remark(struct db *db, int64_t request_id, const char *code,
                        struct actor actor) NODISCARD;

/* The desk has seen a remark, or has not after all. Opens its own transaction. ERR_NOT_FOUND ·
 * ERR_CONFLICT it is so already · ERR_CLOCK. */
enum err remark_set_seen(struct db *db, int64_t remark_id, bool is_seen) NODISCARD;

/* A guest's request becomes a household's: the actor shows both the ticket's code and a card, or is
 * the desk. Opens its own transaction. ERR_DENIED · ERR_CONFLICT it is somebody's already ·
 * ERR_NOT_FOUND no such household, or it left. Writes request_owner, household_event. */
enum err request_claim(struct db *db, int64_t request_id, int64_t household_id,
                       struct actor actor) NODISCARD;
/* Takes the last claim back, made at the screen or at the desk, while SETTING_UNDO_S: the request
 * is again whose it was before, or a guest's, whose hold ends as if asked for now. For the desk.
 * seen_household_id: whose it is by mistake. Opens its own transaction. ERR_DENIED too late,
 * nothing was claimed, it is their own household's, or whose it was has left · ERR_CONFLICT it is
 * no longer that household's. Writes request_owner, household_event. Source: db/README.md,
 * "Guests". */
enum err request_unclaim(struct db *db, int64_t request_id, int64_t seen_household_id,
                         struct actor actor) NODISCARD;

/* Forgets who asked and every word that was said: first name, telephone, what was asked and
 * answered, noted and reported. The request, its decisions and figures stay. For the desk. Opens
 * its own transaction. ERR_NOT_FOUND · ERR_DENIED it has not ended. Source: db/README.md,
 * "Households". */
enum err request_forget(struct db *db, int64_t request_id, struct actor actor) NODISCARD;

/* The ticket's first frame is on the screen. In a transaction of its own, or in the caller's. */
enum err ticket_shown(struct db *db, int64_t request_id) NODISCARD;
/* A lost ticket: the same number with a new code; the old code opens nothing any more. For the
 * desk, not for the own household. In a transaction of its own, or in the caller's. Writes ticket.
 * ERR_DENIED · ERR_NOT_FOUND no such request, or its number is free again · ERR_CLOCK. */
enum err ticket_reprint(struct db *db, int64_t request_id, struct actor actor,
                        char number[TICKET_NUMBER_BYTES], char token[TICKET_TOKEN_BYTES]) NODISCARD;
/* By what a person typed or a scanner read. ERR_INVALID wrong check digit · ERR_NOT_FOUND. */
enum err ticket_find_number(struct db *db, const char *digits, int64_t *request_id) NODISCARD;
enum err ticket_find_token(struct db *db, const char *text, int64_t *request_id) NODISCARD;

/* A notice was read: opening the request with a card or its code tells it on the screen. In a
 * transaction of its own, or in the caller's. */
enum err notice_tell_all(struct db *db, int64_t request_id, const char *how,
                         int64_t staff_id) NODISCARD;

/* A waiting request's promise moved (house_on_moved): it is to be told. Expects an open
 * transaction. */
enum err notice_promise_moved(struct db *db, int64_t request_id, void *context) NODISCARD;

/* What time decides, once: holds that end, requests whose date passed, offers that lapse, sessions
 * that are over, numbers that are free again. Idempotent; run at start, each minute, before asking.
 * One that is refused is logged and left as it was; the others move.
 * *count: decisions made. ERR_CLOCK: nothing is decided while the clock is wrong. */
enum err sweep_run(struct db *db, int *count) NODISCARD;
