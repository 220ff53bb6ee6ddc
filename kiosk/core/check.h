/* Whether every present follows from its log. */
#pragma once

#include "core/db.h"

/* *differing: requests whose row in request_state is not what their last decision says, or is
 * missing. Reads everything: for administration, not for screens. */
enum err check_states(struct db *db, int *differing) NODISCARD;
