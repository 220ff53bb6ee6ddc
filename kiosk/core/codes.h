/* Coded words: what is chosen rather than written, so that it can be said in every language. Codes
 * stand in the database; sentences for them are in screens/words.c and the translations. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "core/flow.h"

/* Helping hands: categories and their pictured sub-choices. */
struct help_category {
    const char *code;
    bool is_repair;         /* asks how urgent, and leads to the safety screen */
    bool is_for_board;      /* may hang on the neighbours' board */
    bool takes_words;       /* rights and papers take none */
    const char *choices[8]; /* NULL-ended */
};
const struct help_category *help_categories(size_t *count);
/* NULL if there is none such. */
const struct help_category *help_category_find(const char *code);

/* How urgent a repair is: "danger", "soon", "whenever". */
const char *const *urgency_codes(size_t *count);

/* Why the desk says no, by kind; "" ends the list. At most 8. */
const char *const *refusal_codes(enum kind kind, size_t *count);
/* Why a helping hand on the board or in dispute is closed. */
const char *const *help_closing_codes(size_t *count);
/* Why a session is postponed or cancelled. */
const char *const *session_reason_codes(size_t *count);
/* Why a copy is lent no more. */
const char *const *copy_reason_codes(size_t *count);
/* Why the house closes. */
const char *const *closing_codes(size_t *count);
/* What a partner helps with (partner_need.need_code). */
const char *const *need_codes(size_t *count);
/* Kinds of activity (activity.kind_code). */
const char *const *activity_kind_codes(size_t *count);
/* Languages other than French that an activity may be held in (activity.spoken). */
const char *const *spoken_codes(size_t *count);
