/* Helping hands at the desk: the words that hang on the board, two neighbours brought together,
 * what follows; each in one transaction.
 *
 * Which steps there are is in core/flow.h; what one of the two says reaches the other through
 * core/consequence.c. All functions also give query_end's errors. Source: db/README.md, "Helping
 * hands and services at the desk" and "Sensitive matters". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/request.h"

enum { HELP_MINUTES_MOST = 24 * 60 };

/* Strings are borrowed; NULL is not allowed, "" is. */
struct help_act {
    int64_t request_id;
    int expected_no;
    struct actor actor;
    enum verb verb;          /* any that the desk has for a helping hand */
    const char *reason_code; /* of a refusal or a closing: core/codes.h; a need of partners */
    const char *words;       /* VERB_PUBLISH: what hangs on the board; else said in addition */
    const char *lang;        /* of the words */
    int64_t from_s, until_s; /* VERB_PLAN: the day agreed on */
    int minutes;             /* VERB_FINISH: noted; 0: a gift */
    int64_t partner_id;      /* VERB_REDIRECT; 0: whoever helps with reason_code */
    bool forgets_words;      /* VERB_PUBLISH: what hung there before is erased */
};
struct help_act help_act_make(int64_t request_id, enum verb verb, struct actor actor);

/* Makes the step. The desk's words on the board name nobody of those who asked, no telephone, and
 * are not the resident's own; what does not hang on the board takes none.
 * *field names what ERR_INVALID found: "words", "reason_code", "from_s", "until_s", "minutes",
 * "partner_id"; else "". Needed are: a reason for VERB_REFUSE and VERB_CLOSE; a day for VERB_PLAN;
 * a partner or what helps for VERB_REDIRECT. ERR_DENIED with GUARD_NAMELESS: the words name
 * somebody, beside the move's own guards, which it says too. Else as request_move; ERR_NOT_FOUND
 * also for what is no helping hand. Tables: as request_move; request_partner. */
enum err help_move(struct db *db, const struct help_act *act, struct outcome *outcome,
                   const char **field) NODISCARD;

/* Whom the desk thought of. */
struct help_proposal {
    int64_t need_id; /* a need or an offer that is looked for somebody */
    int expected_no;
    struct actor actor;
    int64_t household_id; /* who could help */
};
/* Asks both whether they agree. Whoever replied already is taken at their word, their reply
 * matched; else a reply is made for the household, which says yes or no for itself: they are told.
 * *outcome is what the way back takes: outcome_id, a request, and its decision.
 * ERR_INVALID no such household, or it has left · ERR_DENIED as outcome->reasons: GUARD_OTHERS the
 * own household; GUARD_PARENT nobody is looked for; GUARD_NEIGHBOURS papers and rights are for
 * partners · ERR_CONFLICT decided meanwhile, or they are brought together already · as
 * request_move. Tables: as request_ask and request_move. */
enum err help_propose(struct db *db, const struct help_proposal *proposal, int64_t *outcome_id,
                      struct outcome *outcome) NODISCARD;

/* The desk gave each the other's name and telephone, or takes that note back. Opens its own
 * transaction. ERR_DENIED they have not both said yes · ERR_NOT_FOUND · ERR_CLOCK.
 * Writes help_contact. */
enum err help_note_contact(struct db *db, int64_t need_id, struct actor actor,
                           bool is_given) NODISCARD;
