/* Promises of the house: requests that wait for an answer by a time, and who hears of it when that
 * moves. */
#pragma once

#include "support_db.h"

/* An enquiry that waits, promised by then; not_staff_id: who passed it on, 0 nobody. */
int64_t build_waiting(struct world *world, const char *answer_by, int64_t not_staff_id);
int64_t promise_of(struct world *world, int64_t request_id);

/* What was heard: the requests whose promise moved. */
struct heard {
    int count;
    int64_t ids[8];
};

/* house_on_moved: hears, with context a struct heard; or fails. */
enum err hear(struct db *db, int64_t request_id, void *context);
enum err hear_badly(struct db *db, int64_t request_id, void *context);
