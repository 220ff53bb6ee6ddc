/* What pin.c and pin_check.c share. */
#pragma once

#include "core/pin.h"

enum { PIN_KEYED_BYTES = 32 };

/* The keyed hash that Argon2id is made of: bound to its owner. */
void pin_keyed(const struct pin_key *key, enum pin_owner owner, int64_t owner_id, const char *pin,
               unsigned char keyed[PIN_KEYED_BYTES]);
/* The owner's hash, or one that nothing matches, of the same cost. */
enum err pin_read(struct db *db, enum pin_owner owner, int64_t owner_id,
                  char hash[PIN_HASH_BYTES]) NODISCARD;
