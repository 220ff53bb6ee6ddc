/* Lists that are sent as files (CSV), and answers that are too long for one statement. */
#pragma once

#include "core/csv.h"
#include "desk/exchange.h"

/* How many lines of a kind an answer shows. */
enum { LISTS_SHOWN_MAX = 300 };

/* Reads the exchange's file into a table, in an arena of the caller's. Without a file, or when it
 * cannot be read, *is_read is false and the answer says why. */
enum err lists_read(struct exchange *exchange, struct arena *arena, struct csv_table *table,
                    bool *is_read) NODISCARD;
/* Answers {"trouble": {"code", "line", "detail"}}. */
void lists_answer_trouble(struct exchange *exchange, const struct csv_trouble *trouble);

/* "[a,b]" of values that are JSON text, in the exchange's arena. */
const char *lists_join(struct exchange *exchange, const char *const values[], int count);
