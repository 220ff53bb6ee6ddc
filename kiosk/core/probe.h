/* One value out of a database, for touch scripts and tests: over a connection of its own that can
 * only read, so that what is expected is what was committed. */
#pragma once

#include "base/arena.h"
#include "base/err.h"

/* First column of the first row, as text in arena; NULL without a row, "NULL" for NULL.
 * ERR_INVALID the query is refused · ERR_IO the file cannot be opened. */
enum err probe_value(const char *path, const char *sql, struct arena *arena,
                     const char **value) NODISCARD;
