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
/* What the desk can do with a request now: JSON, an array of {"verb", "to", "answer": "" | "yes" |
 * "no" | "other", "reasons": what stands against it}. As possible_moves. */
enum err lines_moves(struct exchange *exchange, int64_t request_id, const char **json) NODISCARD;
/* One line, with an object added to it. ERR_NOT_FOUND · as query_end. */
enum err lines_one(struct exchange *exchange, int64_t request_id, const char *more,
                   const char **json) NODISCARD;
/* Binds what somebody typed, the field "q": as :digits a ticket's or a household's number, else its
 * words for the full-text indexes, as :names and, if the statement has it, :things. */
void lines_bind_wish(struct exchange *exchange, struct query *q);
/* Answers with the receipt of a request that was entered here, and its code, to be printed once:
 * its number is on the page, or on the slip already, so its ticket counts as shown. */
enum err lines_receipt(struct exchange *exchange, const struct receipt *receipt) NODISCARD;
