/* Requests that were committed while their ticket never came to the screen: a cut in between. */
#pragma once

#include <stdint.h>

#include "core/db.h"

/* When the latest of those asked at the screen since since_s was; 0: none. Errors of query_end. */
enum err unshown_latest(struct db *db, int64_t since_s, int64_t *asked_at_s) NODISCARD;
