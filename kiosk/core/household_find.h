/* Finding a household by what people say: names, street, telephone. For the desk only. */
#pragma once

#include "base/arena.h"
#include "core/db.h"

/* Brings the household's row of the search up to date with its names, address and telephone.
 * Expects an open transaction. Writes household_search. As query_end. */
enum err household_index(struct db *db, int64_t household_id) NODISCARD;
/* After names went: what was deleted would otherwise stay in the index's pages for some time.
 * Expects an open transaction. As query_end. */
enum err household_index_tidy(struct db *db) NODISCARD;

/* What to look for in household_search, in the arena: each word is the beginning of one, without
 * accents; a telephone is found with or without its spaces. "": nothing to look for. */
const char *household_match(const char *words, struct arena *arena);
