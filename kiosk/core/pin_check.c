/* Checking a PIN: the process that does it knows the keyed hash only, not the PIN. */
#include <sodium.h>

#include "base/log.h"
#include "core/pin_parts.h"

enum err pin_check_start(struct db *db, const struct pin_key *key, enum pin_owner owner,
                         int64_t owner_id, const char *pin, struct verify **out)
{
    char hash[PIN_HASH_BYTES];
    unsigned char keyed[PIN_KEYED_BYTES];
    *out = NULL;
    if (!pin_is_shaped(pin)) {
        return ERR_INVALID;
    }
    if (sodium_init() < 0) {
        log_fatal("libsodium does not start");
    }
    enum err err = pin_read(db, owner, owner_id, hash);
    if (err != ERR_OK) {
        return err;
    }
    pin_keyed(key, owner, owner_id, pin, keyed);
    err = verify_start(hash, keyed, sizeof(keyed), out);
    sodium_memzero(keyed, sizeof(keyed));
    return err;
}
