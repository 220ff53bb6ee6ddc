/* What is about to be borrowed, from the item's page to the ticket: for chosen days, or as a place
 * on the waiting list. */
#pragma once

#include "core/catalogue.h"
#include "core/slots.h"
#include "screens/screen.h"

/* For how many days in a row one asks, and which copy is free for them. */
struct loan_wish {
    int days;
    struct slot slot; /* SLOT_FREE */
};

/* Begins the draft whose first form is the screen being called. Copies item. */
void loan_draft_ask(struct visit *visit, const struct catalogue_item *item, struct loan_wish wish);
/* The same for the first copy that comes back, whenever that is. */
void loan_draft_join(struct visit *visit, const struct catalogue_item *item);
