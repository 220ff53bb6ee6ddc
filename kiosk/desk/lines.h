/* Lists of requests, as the desk's page shows them: one statement says which, Q_DESK_LINE says what
 * each is. */
#pragma once

#include "desk/exchange.h"

enum { LINES_MOST = 400 };

/* Runs a statement whose rows are a request's id and an object that is added to its line: JSON, an
 * array, at most `most` (up to LINES_MOST). Ends the run. *is_more: there were others; NULL: does
 * not matter. As query_end. */
enum err lines_list(struct exchange *exchange, struct query *query, int most, const char **json,
                    bool *is_more) NODISCARD;
/* One line, with an object added to it. ERR_NOT_FOUND · as query_end. */
enum err lines_one(struct exchange *exchange, int64_t request_id, const char *more,
                   const char **json) NODISCARD;
