/* Funders: to whom the acts of a service, an activity or a partner are reported. Each act keeps the
 * tags that hold on its day. Functions open their own transaction and also give query_end's errors
 * and ERR_CLOCK. Source: db/README.md, "Figures". */
#pragma once

#include <stdint.h>

#include "core/db.h"

enum { FUNDER_TAG_CHARS = 40 };

enum funder_of { FUNDER_OF_SERVICE, FUNDER_OF_ACTIVITY, FUNDER_OF_PARTNER };

/* tag: a word or two of the house, such as "Ville"; clean UTF-8, no comma.
 * ERR_INVALID empty, too long, unclean, or no such service, activity or partner · ERR_CONFLICT it
 * has that tag already. Writes funder_tag. */
enum err funder_tag(struct db *db, enum funder_of of, int64_t id, const char *tag) NODISCARD;
/* Acts that were written keep it. ERR_NOT_FOUND. Writes funder_tag. */
enum err funder_untag(struct db *db, enum funder_of of, int64_t id, const char *tag) NODISCARD;
