/* "Appeler": a call is recorded, and rings until somebody answers it. */
#pragma once

#include <stdint.h>

#include "core/db.h"

enum {
    CALLS_MAX = 16,
    CALL_REASON_BYTES = 16,
    CALL_NAME_BYTES = 64,
    CALL_SAME_S = 120 /* touched again within: the same call */
};

struct call {
    int64_t id;
    int64_t called_at_s;
    char reason_code[CALL_REASON_BYTES]; /* help, safety, guest_limit, wish */
};

/* Records a call, in a transaction of its own or in the caller's. Writes call. *call_id: the new
 * call, or the same one touched again. ERR_INVALID unknown reason · ERR_CLOCK · as query_end. */
enum err calls_ring(struct db *db, const char *reason_code, int64_t *call_id) NODISCARD;
/* What rings, oldest first, at most CALLS_MAX. */
enum err calls_list_ringing(struct db *db, struct call calls[CALLS_MAX], int *count) NODISCARD;
/* Opens its own transaction, writes call. ERR_NOT_FOUND · ERR_CONFLICT somebody answered it. */
enum err calls_answer(struct db *db, int64_t call_id, int64_t staff_id) NODISCARD;

/* Whether somebody answered, for whoever waits. answered_at_s 0: it still rings. */
struct call_answer {
    int64_t answered_at_s;
    char first_name[CALL_NAME_BYTES];
};
/* ERR_NOT_FOUND no such call. */
enum err calls_read_answer(struct db *db, int64_t call_id, struct call_answer *answer) NODISCARD;

/* Who will be there next, when nobody is. */
struct call_next {
    int64_t from_s;
    char first_name[CALL_NAME_BYTES]; /* "" where the roster names nobody */
};
/* ERR_NOT_FOUND no opening within the horizon · ERR_CLOCK. */
enum err calls_who_is_next(struct db *db, int64_t now_s, struct call_next *next) NODISCARD;
