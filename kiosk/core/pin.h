/* PINs: six digits, drawn at random, for the touchscreen only.
 *
 * What is kept is Argon2id over a BLAKE2b hash keyed with 32 bytes that are not in the database: a
 * copy of the database alone gives no PIN away, and the hash of one owner is of no use for another.
 * The hash names its own cost, so that tests may use a small one without weakening the rest.
 * Source: db/README.md, "Who may"; RFC 9106. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/db.h"
#include "core/verify.h"

enum { PIN_DIGITS = 6, PIN_TEXT_BYTES = 7, PIN_KEY_BYTES = 32, PIN_HASH_BYTES = 128 };

struct pin_key {
    unsigned char bytes[PIN_KEY_BYTES];
};

/* What one hash costs. */
struct pin_cost {
    uint64_t passes;
    size_t memory_bytes;
};
#define PIN_COST ((struct pin_cost){.passes = 2, .memory_bytes = (size_t)64 << 20})

enum pin_owner { PIN_HOUSEHOLD, PIN_STAFF };

/* Draws a key into a new file that only its owner may read.
 * ERR_CONFLICT there is a file already · ERR_IO. */
enum err pin_key_create(const char *path) NODISCARD;
/* ERR_NOT_FOUND · ERR_DENIED others than the owner may read it, or it is a link · ERR_INVALID not
 * a key · ERR_IO. */
enum err pin_key_load(const char *path, struct pin_key *key) NODISCARD;

void pin_draw(char pin[PIN_TEXT_BYTES]);
/* Exactly six digits. */
bool pin_is_shaped(const char *text);

/* Takes as long as its cost: call it before the transaction. ERR_INVALID not six digits · ERR_IO
 * not enough memory. */
enum err pin_hash(const struct pin_key *key, enum pin_owner owner, int64_t owner_id,
                  const char *pin, struct pin_cost cost, char hash[PIN_HASH_BYTES]) NODISCARD;
/* Expects an open transaction. Writes pin, over the owner's earlier one. */
enum err pin_store(struct db *db, enum pin_owner owner, int64_t owner_id,
                   const char *hash) NODISCARD;

/* owner_id: 0 for an unknown number; that, and an owner without a PIN, is a check that takes as
 * long and comes out wrong. Count the try first (core/tries.h): a cut must not make it free.
 * Gives *out (verify_end). ERR_INVALID not six digits · ERR_IO no process · as query_end. */
enum err pin_check_start(struct db *db, const struct pin_key *key, enum pin_owner owner,
                         int64_t owner_id, const char *pin, struct verify **out) NODISCARD;
