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
