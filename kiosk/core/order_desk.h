/* Enquiries, deposits and visits at the desk: a step with what it says of the price and the
 * partner, and what somebody asks or leaves at the counter; each in one transaction.
 *
 * Which steps there are is in core/flow.h. Prices are integer cents, ORDER_UNSAID where none is
 * said. All functions also give query_end's errors. Source: db/README.md, "Helping hands and
 * services at the desk". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/request.h"

enum { ORDER_UNSAID = -1, ORDER_PRICE_MOST = 1000000 /* 10,000 € */ };

/* Strings are borrowed; NULL is not allowed, "" is. */
struct order_act {
    int64_t request_id;
    int expected_no;
    struct actor actor;
    enum verb verb;          /* any that the desk has for an enquiry, a deposit or a visit */
    const char *reason_code; /* of a refusal: core/codes.h; else what helps with a redirection */
    const char *words;       /* what was left (VERB_LEAVE); what is said in addition */
    int64_t from_s, until_s; /* VERB_PLAN, VERB_PROPOSE; 0: as they are */
    int64_t price_cents;     /* estimated (VERB_LEAVE), asked (VERB_REPRICE), paid (at the end) */
    bool is_price_agreed;    /* whoever pays more than was agreed has said yes to it */
    int64_t partner_id;      /* sent on to; 0: the service's own provider */
};
/* Empty, ORDER_UNSAID. */
struct order_act order_act_make(int64_t request_id, enum verb verb, struct actor actor);

/* Makes the step. *field names what ERR_INVALID found missing or wrong: "words", "price_cents",
 * "from_s", "until_s", "reason_code", "partner_id"; else "".
 * Needed are: words for VERB_LEAVE; a price for VERB_REPRICE (above what was agreed) and
 * VERB_COLLECT; a day for VERB_PLAN and VERB_PROPOSE; a reason for VERB_REFUSE; a partner for
 * VERB_SEND, VERB_REDIRECT and VERB_REFER, named or the service's.
 * ERR_DENIED with GUARD_PRICE: more is paid than was agreed, and nobody agreed since. Else as
 * request_move. Tables: as request_move; request_price, request_partner. */
enum err order_move(struct db *db, const struct order_act *act, struct outcome *outcome,
                    const char **field) NODISCARD;

/* What somebody asks for, or leaves, at the counter or on the phone. */
struct order_take {
    struct ask ask;   /* of the desk's actor, for a household or a guest; kind and verb are set */
    const char *left; /* of a deposit: what was left */
    int64_t price_cents; /* of a deposit: estimated */
    bool says_yes;       /* of the rest: the desk says yes at once, if it may */
};
/* Opens its own transaction. A deposit is there: its form asks neither for days nor for what it
 * requires elsewhere. Everything else is entered as by enter_request().
 * *field is what ERR_INVALID found: "service_id", "household_id", "left", "price_cents", the code
 * of a question of a deposit, else as enter_request · ERR_NOT_FOUND, ERR_CONFLICT as it. If the yes
 * is refused (own household), it waits for a colleague. Tables: as request_ask; request_price. */
enum err order_take(struct db *db, const struct order_take *take, struct arena *arena,
                    struct receipt *receipt, const char **field) NODISCARD;
