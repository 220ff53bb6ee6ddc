/* Copies: each thing on a shelf, with a life of its own (kind copy). */
#pragma once

#include <stdint.h>

#include "core/db.h"
#include "core/request.h"

/* A new copy of an item, available from now on. number: ≥ 1, written on it. shelf: where it stands,
 * "" nowhere in particular. actor: of the desk. Expects an open transaction. ERR_CONFLICT the item
 * has a copy of that number · ERR_INVALID no such item · as request_ask. */
enum err copies_add(struct db *db, int64_t item_id, int number, const char *shelf,
                    struct actor actor, int64_t *copy_id) NODISCARD;

/* What the desk does with a copy: VERB_MAINTAIN, VERB_MISS, VERB_RESTORE, VERB_RETIRE. What it
 * means for later loans: core/copy_tasks.h. */
struct copy_act {
    int64_t copy_id;
    int expected_no;
    struct actor actor;
    enum verb verb;
    const char *reason_code; /* of VERB_RETIRE: one of copy_reason_codes(); else "" */
    const char *words;       /* what is broken, where it was seen last; "" none */
};
/* Opens its own transaction. Errors as request_move, and ERR_INVALID: retired without a reason ·
 * ERR_NOT_FOUND also: that is no copy. */
enum err copies_move(struct db *db, const struct copy_act *act, struct outcome *outcome) NODISCARD;
