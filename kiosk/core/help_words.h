/* Words for the neighbours' board: written by the desk, so that nobody is known by them. Used by
 * core/help_desk.c. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"

/* Whether these words could hang there for the request: none of the names of its household, of its
 * persons, of its guest or of whom it is for is among them, as a whole word and whatever its case
 * or accents; there is no row of six digits or more, as of a telephone; and they are not the
 * resident's own. "" could. Errors of query_end. Source: db/README.md, "Sensitive matters". */
enum err help_words_check(struct db *db, int64_t request_id, const char *words,
                          bool *is_nameless) NODISCARD;
