/* What the desk can do with one request now: each move that the flow has for it, with what stands
 * against it. Reads only: request_move() decides, and looks again. */
#pragma once

#include "base/arena.h"
#include "core/db.h"
#include "core/request.h"

struct possible {
    enum verb verb;
    enum state to;
    enum answer answer; /* the desk's yes, no or other answer; ANSWER_NONE: a step further */
    unsigned reasons; /* enum guard bits that fail, with the terms as they are; 0: it can be done */
};

enum { POSSIBLE_MAX = 32 };

/* In the order of the flow table; yes of a reply and of a need apart (flow_answer). actor: of the
 * desk or an organiser. ERR_NOT_FOUND · as query_end. */
enum err possible_moves(struct db *db, int64_t request_id, const struct actor *actor,
                        struct possible moves[POSSIBLE_MAX], int *count) NODISCARD;

/* The request once more, as an ask that request_correct() takes with some of it changed. Strings in
 * the arena; actor: the desk's, to which the asker is added. ERR_NOT_FOUND · ERR_DENIED it ended,
 * it is under way (handed out, left, begun), or its kind is not corrected · as query_end. */
enum err possible_correction(struct db *db, int64_t request_id, struct actor actor,
                             struct arena *arena, struct ask *ask) NODISCARD;
