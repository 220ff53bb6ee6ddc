/* Reading a CSV file (RFC 4180) with libcsv: comma, semicolon or tab, whichever the first line has
 * most of; with or without a byte-order mark; UTF-8. */
#pragma once

#include "core/csv.h"

/* The first line that is not empty is the header. Copies into the arena.
 * ERR_INVALID the file cannot be read: trouble says why, and where. */
enum err csv_read(const void *bytes, size_t len, struct arena *arena, struct csv_table *table,
                  struct csv_trouble *trouble) NODISCARD;
