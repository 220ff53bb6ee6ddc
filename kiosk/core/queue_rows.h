/* Reading request_line: used by the files of core/ that list requests for the desk. */
#pragma once

#include "core/query.h"
#include "core/queue.h"

/* Takes all columns of request_line, which come first in the row; those that follow stay. */
void queue_take_line(struct query *q, struct arena *arena, struct queue_line *line);
