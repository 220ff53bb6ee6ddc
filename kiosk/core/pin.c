#include "core/pin.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/rand.h"
#include "core/pin_parts.h"
#include "core/query.h"

static_assert(PIN_HASH_BYTES >= crypto_pwhash_STRBYTES, "room for every hash");

/* Of PIN_COST, so that checking it takes as long; no PIN has it. */
static const char NOBODYS_HASH[] = "$argon2id$v=19$m=65536,t=2,p=1$"
                                   "Q29uY2llcmdlcmllLi4uLg$"
                                   "Tm9ib2R5J3MgUElOIGhhcyB0aGlzIGhhc2guIE5vbmU";

static const char *const OWNERS[] = {[PIN_HOUSEHOLD] = "household", [PIN_STAFF] = "staff"};

enum err pin_key_create(const char *path)
{
    struct pin_key key;
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        log_error("PIN key file: %s", strerrorname_np(errno));
        return errno == EEXIST ? ERR_CONFLICT : ERR_IO;
    }
    rand_bytes(key.bytes, sizeof(key.bytes));
    const bool is_written =
        write(fd, key.bytes, sizeof(key.bytes)) == (ssize_t)sizeof(key.bytes) && fsync(fd) == 0;
    sodium_memzero(&key, sizeof(key));
    if (close(fd) != 0 || !is_written) {
        log_error("PIN key file: %s", strerrorname_np(errno));
        (void)unlink(path);
        return ERR_IO;
    }
    return ERR_OK;
}

static enum err read_key(int fd, struct pin_key *key)
{
    struct stat st;
    if (fstat(fd, &st) != 0) {
        return ERR_IO;
    }
    if ((st.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        log_error("PIN key file: others may read it; chmod 600");
        return ERR_DENIED;
    }
    if (!S_ISREG(st.st_mode) || st.st_size != PIN_KEY_BYTES) {
        log_error("PIN key file: not a key");
        return ERR_INVALID;
    }
    return read(fd, key->bytes, sizeof(key->bytes)) == (ssize_t)sizeof(key->bytes) ? ERR_OK
                                                                                   : ERR_IO;
}

enum err pin_key_load(const char *path, struct pin_key *key)
{
    static const struct {
        int number;
        enum err err;
    } known[] = {{ENOENT, ERR_NOT_FOUND}, {ELOOP, ERR_DENIED}, {EACCES, ERR_DENIED}};
    const int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd >= 0) {
        const enum err err = read_key(fd, key);
        (void)close(fd);
        return err;
    }
    enum err err = ERR_IO;
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        err = errno == known[i].number ? known[i].err : err;
    }
    log_error("PIN key file: %s", strerrorname_np(errno));
    return err;
}

void pin_draw(char pin[PIN_TEXT_BYTES])
{
    uint32_t drawn = rand_below(1000000);
    for (size_t i = PIN_DIGITS; i-- > 0; drawn /= 10) {
        pin[i] = (char)('0' + drawn % 10);
    }
    pin[PIN_DIGITS] = '\0';
}

bool pin_is_shaped(const char *text)
{
    return strlen(text) == PIN_DIGITS && strspn(text, "0123456789") == PIN_DIGITS;
}

void pin_keyed(const struct pin_key *key, enum pin_owner owner, int64_t owner_id, const char *pin,
               unsigned char keyed[PIN_KEYED_BYTES])
{
    crypto_generichash_state state;
    unsigned char id[sizeof(owner_id)];
    for (size_t i = 0; i < sizeof(id); i++) {
        id[i] = (unsigned char)((uint64_t)owner_id >> (8 * i));
    }
    (void)crypto_generichash_init(&state, key->bytes, sizeof(key->bytes), PIN_KEYED_BYTES);
    (void)crypto_generichash_update(&state, (const unsigned char *)OWNERS[owner],
                                    strlen(OWNERS[owner]));
    (void)crypto_generichash_update(&state, id, sizeof(id));
    (void)crypto_generichash_update(&state, (const unsigned char *)pin, PIN_DIGITS);
    (void)crypto_generichash_final(&state, keyed, PIN_KEYED_BYTES);
    sodium_memzero(&state, sizeof(state));
}

enum err pin_hash(const struct pin_key *key, enum pin_owner owner, int64_t owner_id,
                  const char *pin, struct pin_cost cost, char hash[PIN_HASH_BYTES])
{
    unsigned char keyed[PIN_KEYED_BYTES];
    if (!pin_is_shaped(pin)) {
        return ERR_INVALID;
    }
    if (sodium_init() < 0) {
        log_fatal("libsodium does not start");
    }
    pin_keyed(key, owner, owner_id, pin, keyed);
    const int code =
        crypto_pwhash_str(hash, (const char *)keyed, sizeof(keyed), cost.passes, cost.memory_bytes);
    sodium_memzero(keyed, sizeof(keyed));
    if (code != 0) {
        log_error("hashing a PIN: %s", strerrorname_np(errno));
        return ERR_IO;
    }
    return ERR_OK;
}

enum err pin_store(struct db *db, enum pin_owner owner, int64_t owner_id, const char *hash)
{
    struct query query = db_query(db, Q_PIN_SET);
    query_text(&query, "owner", OWNERS[owner]);
    query_int(&query, "owner_id", owner_id);
    query_text(&query, "hash", hash);
    query_int(&query, "now_s", clock_now_s());
    return query_run(&query);
}

enum err pin_read(struct db *db, enum pin_owner owner, int64_t owner_id, char hash[PIN_HASH_BYTES])
{
    memcpy(hash, NOBODYS_HASH, sizeof(NOBODYS_HASH));
    struct query query = db_query(db, Q_PIN_GET);
    query_text(&query, "owner", OWNERS[owner]);
    query_int(&query, "owner_id", owner_id);
    if (query_step(&query)) {
        take_code(&query, hash, PIN_HASH_BYTES);
    }
    return query_end(&query);
}
