/* Checking a secret against its Argon2id hash in a process of its own: it takes a tenth of a second
 * and more, and neither the screen nor the desk's page may stand still so long. Used for PINs
 * (core/pin.h) and passwords (core/login.h). */
#pragma once

#include <stddef.h>

#include "base/err.h"

struct verify;

enum verify_result {
    VERIFY_PENDING,
    VERIFY_RIGHT,
    VERIFY_WRONG,
    VERIFY_FAILED /* no answer: out of memory, or the hash is damaged. Nobody's fault. */
};

/* hash: as libsodium's crypto_pwhash_str() writes it. Borrows both. Gives *out (verify_end).
 * ERR_IO no process. */
enum err verify_start(const char *hash, const void *secret, size_t len,
                      struct verify **out) NODISCARD;
/* Never waits. Once it is not VERIFY_PENDING any more it stays. */
enum verify_result verify_poll(struct verify *verify);
/* Readable when there is a result: for poll(). */
int verify_fd(const struct verify *verify);
/* Stops a check that still runs. Accepts NULL. */
void verify_end(struct verify *verify);
