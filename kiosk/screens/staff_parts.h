/* What the screens of the staff mode share.
 *
 * Every decision is made with the number of the decision that the concierge saw: of two people on
 * one card the second sees what the first decided. Every list shows the last decision with its way
 * back, and what rings. */
#pragma once

#include "core/calls.h"
#include "core/loan_desk.h"
#include "core/queue.h"
#include "screens/screen.h"

/* A screen's argument: what to do with which request. */
static inline int64_t staff_arg(int64_t request_id, enum verb verb)
{
    return request_id * VERB_COUNT + (int64_t)verb;
}
static inline int64_t staff_arg_id(int64_t arg)
{
    return arg / VERB_COUNT;
}
static inline enum verb staff_arg_verb(int64_t arg)
{
    return (enum verb)(arg % VERB_COUNT);
}

/* What stands above a list: what rings, and one's last decision. */
struct staff_top {
    struct call calls[CALLS_MAX];
    int call_count;
    struct queue_decision *decisions;
    int decision_count;
};
/* Verbs of the touches on it. */
enum { STAFF_ANSWER_CALL = 901, STAFF_UNDO_LAST, STAFF_RECENT };

enum err staff_top_load(struct visit *visit, struct staff_top *top) NODISCARD;
void staff_top_show(struct ui *ui, const struct scene *scene, const struct staff_top *top);
/* True if the touch was on it: *route. */
bool staff_top_act(struct visit *visit, const struct staff_top *top, struct ui_command command,
                   struct route *route);

/* A request in a card's list. staff_id: who looks. */
void staff_line_row(struct ui *ui, const struct scene *scene, const struct queue_line *line,
                    struct ui_command command, struct ui_pill pill);
/* What could be proposed instead: a date, or a copy and its days. */
void staff_offer_row(struct ui *ui, const struct scene *scene, const struct queue_offer *offer,
                     struct ui_command command);
/* How long it has been waiting, or what makes it special. */
struct ui_pill staff_age_pill(const struct scene *scene, const struct queue_line *line);
/* "Annuler ma décision" */
void staff_undo_button(struct ui *ui, struct ui_command command);

/* Where to after request_move() and its like. ERR_OK: `done`. What somebody decided meanwhile, or a
 * rule refused: `seen`, which loads again and shows why. */
struct route staff_route(struct visit *visit, enum err err, struct route done, struct route seen);
struct route staff_undo(struct visit *visit, int64_t request_id, int no);
/* A resident's ticket, scanned in a list: the card of that request, or the counter for a loan. */
struct route staff_scan(void *state, struct visit *visit, const char *code);
