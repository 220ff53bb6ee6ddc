/* The rows behind a decision: used by the files of core/ that make decisions, by nobody else.
 * All of these expect an open transaction. */
#pragma once

#include "core/request.h"

/* One decision about to be written. */
struct step {
    struct request *request; /* the present before; updated to the present after */
    enum verb verb;
    enum state to;
    enum who who;
    int64_t staff_id;
    const char *reason_code;
    const char *words;
    const char *lang;
    struct terms terms;
    bool holds;
    int64_t happened_at_s;
    int64_t cause_id; /* 0: it is its own cause */
    int cause_no;
    bool is_quiet;     /* no notice: the resident stands before it */
    bool is_uncounted; /* an end that writes no figure: it never was */
    int minutes;       /* as in struct move */
    int64_t cents;
    int back_to_no; /* what holds comes back from that decision; 0: it is new */
};

/* Inserts or updates: decision, words, request_state, notice, act, the ticket's end. */
enum err rows_write_step(struct db *db, const struct step *step) NODISCARD;
/* Erases every word and contact of one request, or of all of a household's; 0: not that. */
enum err rows_forget(struct db *db, int64_t request_id, int64_t household_id) NODISCARD;
/* A request that is a guest's again: its hold has an end again. Writes request_state. */
enum err rows_limit_hold(struct db *db, const struct request *request) NODISCARD;
/* The figure of an end that was just written; the opposite of the one that decision no wrote. */
enum err act_write(struct db *db, const struct step *step, const struct request *after) NODISCARD;
enum err act_take_back(struct db *db, int64_t request_id, int no) NODISCARD;
/* Everything that a guard may look at. */
struct guard_input {
    const struct request *request; /* the present before */
    const struct actor *actor;
    const struct terms *terms; /* the terms after */
    int64_t now_s;
};

/* The bits of `guards` that do not hold. */
enum err guard_check(struct db *db, unsigned guards, const struct guard_input *input,
                     unsigned *failed) NODISCARD;
/* Where a row of the table leads from a request's state: what it says, or where the request was
 * before the verb that it answers. */
enum err request_leads_to(struct db *db, const struct request *request,
                          const struct transition *row, enum state *to) NODISCARD;
/* The error for what failed: ERR_FULL for seats alone, ERR_CONFLICT for the copy alone. */
enum err guard_err(unsigned failed);

/* One move, inside the caller's transaction, with its consequences. */
enum err move_apply(struct db *db, const struct move *move, int64_t cause_id, int cause_no,
                    bool is_quiet, struct outcome *outcome) NODISCARD;
/* Whether the resident has already been told of decision no; a notice not yet told is voided. */
enum err notice_void(struct db *db, int64_t request_id, int no, bool *was_told) NODISCARD;
/* A need's match was taken back: the reply that the desk made with it ends too, as if it had never
 * been if nobody was told. Nothing happens to any other request. */
enum err help_withdraw(struct db *db, int64_t need_id) NODISCARD;
/* What follows from a decision just made, for other requests. */
enum err consequence_apply(struct db *db, const struct request *after, enum verb verb,
                           const struct move *move) NODISCARD;
/* Moves another request as the house, because of `cause`; terms: NULL as they are. */
enum err consequence_follow(struct db *db, const struct request *cause, int64_t request_id,
                            enum verb verb, const char *reason_code,
                            const struct terms *terms) NODISCARD;
/* A loan's copy came free, or will for some days: whoever waits first is offered it, under an
 * automatic rule, if it is free for their days. Source: db/README.md, "Waiting lists". */
enum err copy_freed(struct db *db, const struct request *loan, const struct move *move) NODISCARD;
/* A validation rule; code "": there is none, the desk decides. */
struct rule {
    char code[CODE_BYTES];
    int64_t limit;
    char training[CODE_BYTES];
};
/* Of the request's session, else its item, else its service. */
enum err rule_load(struct db *db, const struct request *request, struct rule *rule) NODISCARD;
/* Whether the rule of the item, session or service lets this request through without the desk. */
enum err rule_allows(struct db *db, const struct request *request, bool *allows) NODISCARD;
/* Number and token for a new request. paper_number: the number on its slip, "" draws one. Errors of
 * paper_check. */
enum err ticket_create(struct db *db, int64_t request_id, const char *paper_number,
                       char number[TICKET_NUMBER_BYTES], char token[TICKET_TOKEN_BYTES]) NODISCARD;
/* A number that is alive nowhere and on no paper. ERR_FULL none was found. */
enum err ticket_draw_number(struct db *db, char number[TICKET_NUMBER_BYTES]) NODISCARD;
/* The number is the request's from now on; errors of paper_check. */
enum err paper_use(struct db *db, const char *number, int64_t request_id) NODISCARD;
/* The session row stands where the session's last decision says, unless that only counted people.
 * back_to_no: the decision whose terms came back, so that it was not moved; 0: a move, and where it
 * stood is kept. */
enum err session_restore(struct db *db, const struct request *session, int back_to_no) NODISCARD;
