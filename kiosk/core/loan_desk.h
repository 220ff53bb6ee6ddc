/* Handing out and taking back: a loan's parts and deposit, with its decision, in one transaction.
 *
 * What comes back with a part missing, or not as it went, is looked at before it is lent again
 * (needs_check); the deposit stays until it is cleared. All functions also
 * give query_end's errors. Source: db/README.md, "Flows". */
#pragma once

#include "core/enter.h"
#include "core/queue.h"

enum { LOAN_PARTS_MAX = 24 };

struct loan_part {
    int position;
    const char *label; /* "2 mèches à béton" */
    bool is_out;       /* was given with this loan */
    bool is_back;
};

struct loan_desk {
    struct queue_line line;
    const char *shelf;     /* where the copy stands; "" */
    int64_t deposit_cents; /* asked for this thing; 0: none */
    int64_t held_cents;    /* taken for this loan and not given back */
    struct loan_part parts[LOAN_PARTS_MAX];
    int part_count;
};
/* Texts in the arena; parts in the item's order. ERR_NOT_FOUND no such loan · ERR_FULL more parts
 * than LOAN_PARTS_MAX. */
enum err loan_desk_load(struct db *db, int64_t loan_id, struct arena *arena,
                        struct loan_desk *desk) NODISCARD;

/* What the desk did with a loan. */
struct loan_act {
    int64_t loan_id;
    int expected_no;
    struct actor actor;
    enum verb verb;             /* any that the desk has for a loan */
    bool parts[LOAN_PARTS_MAX]; /* as in loan_desk: given (VERB_HAND_OUT), else come back */
    bool has_deposit;        /* taken (VERB_HAND_OUT), else given back: not before it is cleared */
    const char *reason_code; /* NULL, "" or a code of core/codes.h */
    const char *words;       /* what is broken, what is told; NULL or "" none */
    int64_t happened_at_s;   /* on paper, before now; 0: now */
    int64_t copy_id;         /* another one (VERB_SWAP, VERB_PROPOSE); 0: as it is */
    int64_t from_s, until_s; /* other days (VERB_PROPOSE), a later end (VERB_EXTEND); 0: as now */
};
/* The verb for taking back: missing parts, or is_odd, make it VERB_TAKE_BACK_TO_CHECK. */
enum verb loan_desk_back_verb(const struct loan_desk *desk, const bool parts[LOAN_PARTS_MAX],
                              bool is_odd);
/* Opens its own transaction. Errors as request_move, and ERR_INVALID: VERB_TAKE_BACK or VERB_CLEAR
 * with a part missing, VERB_EXTEND to no later end, days that end before they begin, or it happened
 * in the future or before what happened last (to the minute). Tables: as request_move; loan_part,
 * loan_deposit. */
enum err loan_desk_move(struct db *db, const struct loan_act *act,
                        struct outcome *outcome) NODISCARD;
/* A loan at the counter, handed out at once, or yesterday, on paper. */
struct loan_counter {
    struct ask ask; /* as enter_request takes it, with item, copy and terms.until_s; the rest of the
                     * terms, kind and verb are filled in */
    bool parts[LOAN_PARTS_MAX]; /* given, in the item's order */
    bool has_deposit;           /* taken */
};
/* Opens its own transaction. *field: what is wrong, as in enter_request, and "until_s": it should
 * have ended before it began. Errors as enter_request. Tables: as request_ask; loan_part,
 * loan_deposit. */
enum err loan_desk_counter(struct db *db, struct loan_counter *counter, struct arena *arena,
                           struct receipt *receipt, const char **field) NODISCARD;
/* request_undo for any request; of a loan, parts and deposit go back as well. */
enum err loan_desk_undo(struct db *db, int64_t request_id, int expected_no, struct actor actor,
                        struct outcome *outcome) NODISCARD;
