/* Households written down by the desk, in the small house of support_db.h. */
#pragma once

#include "support_db.h"

#include "core/household.h"

/* French, without address and telephone. */
struct household_facts facts_of(const char *family_name);
/* By Nadia, with one person. */
int64_t must_register(struct world *world, const char *number, const char *family_name,
                      const char *first_name);
/* The first household found by these words; 0: none. */
int64_t find_by(struct world *world, const char *words);
/* Bytes of the database file in which the text stands: 0, or not. */
int file_holds(struct world *world, const char *text);
/* The last code in household_event. */
const char *last_event(struct world *world, int64_t household_id);
