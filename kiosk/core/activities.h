/* Activities: what the sessions of the agenda are dates of. Source: db/README.md, "The agenda". */
#pragma once

#include "core/catalogue_edit.h"
#include "core/request.h"

struct activity {
    int64_t id;          /* 0: a new one */
    const char *kind;    /* of activity_kind_codes */
    const char *title;   /* not "" */
    const char *summary; /* "" none */
    const char *icon;    /* a name of ui/icons.h */
    int64_t partner_id;  /* who runs it; 0: the house */
    const char *spoken;  /* of spoken_codes; "" French */
    const char *bring;   /* what to bring; "" nothing */
    int least_age;       /* 0: none, up to 99 */
    bool takes_children;
    int64_t price_cents;      /* 0: free */
    int64_t subscriber_cents; /* of subscribed households; -1: the same for all */
    struct edit_rule rule;    /* of its bookings */
};

/* Writes it, new or changed; its sessions and the search show it at once. Whoever comes or waits is
 * told of another title, not of another spelling. *activity_id: the one written. Opens its own
 * transaction. An organiser writes those of their own association; partner and rule are not theirs
 * to choose: a new one is the association's, and its bookings are decided by the desk. ERR_INVALID,
 * with the field · ERR_NOT_FOUND no such activity or partner · ERR_DENIED an organiser, and it is
 * another's; or, under the rule "desk", residents read it already, since a session of it stands in
 * the agenda · ERR_FULL more sessions, or bookings of one, than are told at once. Tables: activity,
 * search, decision, notice. */
enum err activity_save(struct db *db, const struct activity *activity, struct actor actor,
                       struct edit_fault *fault, int64_t *activity_id) NODISCARD;
