/* What is about to be asked of a service: its form, one question a screen, from the service's page
 * to the ticket. */
#pragma once

#include "core/catalogue.h"
#include "core/slots.h"
#include "screens/screen.h"

/* To one question; which member counts is the field's kind. */
struct service_answer {
    bool is_given;
    int choice; /* number in the field's choices */
    int number;
    struct slot_day day;
    const char *words;
};

struct service_facts {
    struct catalogue_service service;
    struct service_answer answers[CATALOGUE_FIELDS_MAX];
};

/* Begins the draft of the service that is shown, as it is now; the screen being called is the one
 * before its first question. Errors of catalogue_service(). */
enum err service_draft_begin(struct visit *visit, const struct catalogue_service *shown) NODISCARD;
/* Of the draft in the visit. Borrows; answers change with service_draft_answer(). */
const struct service_facts *service_draft_facts(const struct visit *visit);
/* Words are copied. */
void service_draft_answer(struct visit *visit, int field, const struct service_answer *answer);
/* From the question of that number (-1: from the service's page) to the next, or to the review. */
struct route service_draft_next(struct visit *visit, int field);
/* How many questions there are before the review. */
int service_draft_steps(const struct service_facts *facts);
/* The days that a question of kind date offers, none before from_s: a visit may be wanted on any
 * day from tomorrow on, all else on days when somebody is at the desk. Errors of
 * slots_open_days(). */
enum err service_draft_days(struct visit *visit, const struct service_facts *facts, int field,
                            int64_t from_s, struct slot_day days[SLOTS_DAYS_MAX],
                            int *count) NODISCARD;

/* The last question of a visit: whose home it is. */
struct service_whom {
    const char *code;  /* of ask.for_whom */
    const char *label; /* msgid */
    enum ui_icon icon;
};
const struct service_whom *service_whom_find(const char *code);
