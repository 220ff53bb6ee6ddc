/* JSON of what core/queue.h and core/flow.h give: pieces of several parts' answers. Texts in the
 * exchange's arena; all give query_end's errors. */
#pragma once

#include "core/queue.h"
#include "desk/exchange.h"

/* What somebody of the staff's own household asked only for themselves: not for this login's eyes.
 */
bool line_is_hidden(const struct exchange *exchange, const struct queue_line *line);
/* {"request_id", "no", "kind", "state", …}: struct queue_line. "null" for a request_id of 0. */
enum err line_json(struct exchange *exchange, const struct queue_line *line,
                   const char **json) NODISCARD;
/* [{…}, …], without what is hidden. */
enum err lines_json(struct exchange *exchange, const struct queue_list *list,
                    const char **json) NODISCARD;
/* ["seats", "not_own"]: enum guard bits. */
const char *reasons_json(struct exchange *exchange, unsigned reasons);
/* Answers {"lines": […], "is_more": 0}. */
enum err lines_answer(struct exchange *exchange, const char *lines, bool is_more) NODISCARD;
