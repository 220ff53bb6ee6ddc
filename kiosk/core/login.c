#include "core/login.h"

#include <assert.h>
#include <errno.h>
#include <sodium.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/rand.h"
#include "base/text.h"
#include "core/query.h"

enum { TOKEN_RANDOM_BYTES = 32, TOKEN_HASH_BYTES = 32, SEEN_EVERY_S = 60 };

static_assert(PASSWORD_HASH_BYTES >= crypto_pwhash_STRBYTES, "room for every hash");
static_assert(LOGIN_TOKEN_BYTES == 2 * TOKEN_RANDOM_BYTES + 1, "two digits a byte");

/* Of PASSWORD_COST, so that checking it takes as long; no password has it. */
static const char NOBODYS_HASH[] = "$argon2id$v=19$m=65536,t=2,p=1$"
                                   "Q29uY2llcmdlcmllLi4uLg$"
                                   "Tm9ib2R5J3MgUElOIGhhcyB0aGlzIGhhc2guIE5vbmU";

void password_draw(char password[PASSWORD_DRAWN_BYTES])
{
    /* No letter or digit that is easily taken for another, read aloud or in print. */
    static const char CONSONANTS[] = "bdfgklmnprstvz";
    static const char VOWELS[] = "aeiou";
    static const char DIGITS[] = "23456789";
    static const char PATTERN[] = "cvcv-cvcv-cvcv-cvdd"; /* 61 bits */
    static_assert(sizeof(PATTERN) == PASSWORD_DRAWN_BYTES, "the pattern fills it");
    for (size_t i = 0; i < sizeof(PATTERN); i++) {
        switch (PATTERN[i]) {
        case 'c':
            password[i] = CONSONANTS[rand_below(sizeof(CONSONANTS) - 1)];
            break;
        case 'v':
            password[i] = VOWELS[rand_below(sizeof(VOWELS) - 1)];
            break;
        case 'd':
            password[i] = DIGITS[rand_below(sizeof(DIGITS) - 1)];
            break;
        default:
            password[i] = PATTERN[i];
        }
    }
}

enum err password_hash(const char *password, struct password_cost cost,
                       char hash[PASSWORD_HASH_BYTES])
{
    const struct str text = str_of(password);
    const size_t chars = utf8_count(text);
    if (!utf8_is_clean(text) || chars < PASSWORD_LEAST_CHARS || chars > PASSWORD_MOST_CHARS) {
        return ERR_INVALID;
    }
    if (sodium_init() < 0) {
        log_fatal("libsodium does not start");
    }
    if (crypto_pwhash_str(hash, password, text.len, cost.passes, cost.memory_bytes) != 0) {
        log_error("hashing a password: %s", strerrorname_np(errno));
        return ERR_IO;
    }
    return ERR_OK;
}

static bool hash_token(const char *token, unsigned char hash[TOKEN_HASH_BYTES])
{
    unsigned char bytes[TOKEN_RANDOM_BYTES];
    size_t len = 0;
    const bool is_token =
        strlen(token) == LOGIN_TOKEN_BYTES - 1 &&
        sodium_hex2bin(bytes, sizeof(bytes), token, LOGIN_TOKEN_BYTES - 1, NULL, &len, NULL) == 0 &&
        len == sizeof(bytes);
    if (is_token) {
        (void)crypto_generichash(hash, TOKEN_HASH_BYTES, bytes, sizeof(bytes), NULL, 0);
    }
    sodium_memzero(bytes, sizeof(bytes));
    return is_token;
}

static enum err end_others(struct db *db, int64_t staff_id, const char *keep_token)
{
    unsigned char hash[TOKEN_HASH_BYTES] = {0};
    if (keep_token != NULL && !hash_token(keep_token, hash)) {
        return ERR_INVALID;
    }
    struct query q = db_query(db, Q_LOGIN_END_OTHERS);
    query_int(&q, "staff_id", staff_id);
    query_blob(&q, "token_hash", hash, sizeof(hash));
    return query_run(&q);
}

enum err password_store(struct db *db, int64_t staff_id, const char *hash, bool is_temporary,
                        const char *keep_token)
{
    struct query q = db_query(db, Q_PASSWORD_SET);
    query_int(&q, "staff_id", staff_id);
    query_text(&q, "hash", hash);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "is_temporary", is_temporary);
    const enum err err = query_run(&q);
    return err != ERR_OK ? err : end_others(db, staff_id, keep_token);
}

enum err password_read(struct db *db, int64_t staff_id, char hash[PASSWORD_HASH_BYTES])
{
    memcpy(hash, NOBODYS_HASH, sizeof(NOBODYS_HASH));
    struct query q = db_query(db, Q_PASSWORD_GET);
    query_int(&q, "staff_id", staff_id);
    if (query_step(&q)) {
        take_code(&q, hash, PASSWORD_HASH_BYTES);
    }
    return query_end(&q);
}

static enum err add_login(struct db *db, int64_t staff_id, const unsigned char *hash, int64_t now_s)
{
    struct query old = db_query(db, Q_LOGIN_FORGET);
    query_int(&old, "before_s", now_s - LOGIN_LONGEST_S);
    const enum err err = query_run(&old);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_LOGIN_ADD);
    query_blob(&q, "token_hash", hash, TOKEN_HASH_BYTES);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "now_s", now_s);
    return query_run(&q);
}

enum err login_begin(struct db *db, int64_t staff_id, char token[LOGIN_TOKEN_BYTES])
{
    unsigned char bytes[TOKEN_RANDOM_BYTES];
    unsigned char hash[TOKEN_HASH_BYTES];
    rand_bytes(bytes, sizeof(bytes));
    (void)sodium_bin2hex(token, LOGIN_TOKEN_BYTES, bytes, sizeof(bytes));
    (void)crypto_generichash(hash, sizeof(hash), bytes, sizeof(bytes), NULL, 0);
    sodium_memzero(bytes, sizeof(bytes));
    enum err err = db_begin(db);
    if (err == ERR_OK) {
        err = db_end(db, add_login(db, staff_id, hash, clock_now_s()));
    }
    if (err != ERR_OK) {
        sodium_memzero(token, LOGIN_TOKEN_BYTES);
    }
    return err;
}

/* A login that cannot be noted as used stays good until it would have been idle. */
static void note_seen(struct db *db, const unsigned char *hash, int64_t now_s)
{
    enum err err = db_begin(db);
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_LOGIN_SEEN);
        query_blob(&q, "token_hash", hash, TOKEN_HASH_BYTES);
        query_int(&q, "now_s", now_s);
        err = db_end(db, query_run(&q));
    }
    if (err != ERR_OK) {
        log_warn("a login's last use could not be noted: %s", err_name(err));
    }
}

static void make_csrf(const char *token, char csrf[LOGIN_CSRF_BYTES])
{
    static const char LABEL[] = "csrf";
    unsigned char bytes[LOGIN_CSRF_BYTES / 2];
    (void)crypto_generichash(bytes, sizeof(bytes), (const unsigned char *)LABEL, strlen(LABEL),
                             (const unsigned char *)token, LOGIN_TOKEN_BYTES - 1);
    (void)sodium_bin2hex(csrf, LOGIN_CSRF_BYTES, bytes, sizeof(bytes));
}

/* hash: of the token; *seen_s: when it was used last. */
static enum err read_login(struct db *db, const unsigned char *hash, struct login *login,
                           int64_t *seen_s)
{
    int64_t began_s = 0;
    const int64_t now_s = clock_now_s();
    struct query q = db_query(db, Q_LOGIN_GET);
    query_blob(&q, "token_hash", hash, TOKEN_HASH_BYTES);
    if (query_step(&q)) {
        began_s = take_int(&q);
        *seen_s = take_int(&q);
        login->staff_id = take_int(&q);
        take_code(&q, login->number, sizeof(login->number));
        take_code(&q, login->staff.first_name, sizeof(login->staff.first_name));
        take_code(&q, login->staff.role, sizeof(login->staff.role));
        login->staff.household_id = take_int(&q);
        login->partner_id = take_int(&q);
        login->must_change = take_int(&q) != 0;
    }
    const enum err err = query_end(&q);
    const bool is_over = now_s - *seen_s > LOGIN_IDLE_S || now_s - began_s > LOGIN_LONGEST_S;
    if (err == ERR_OK && (login->staff_id == 0 || is_over)) {
        return ERR_NOT_FOUND;
    }
    return err;
}

enum err login_find(struct db *db, const char *token, struct login *login)
{
    unsigned char hash[TOKEN_HASH_BYTES];
    int64_t seen_s = 0;
    const int64_t now_s = clock_now_s();
    *login = (struct login){0};
    const enum err err =
        hash_token(token, hash) ? read_login(db, hash, login, &seen_s) : ERR_NOT_FOUND;
    if (err != ERR_OK) {
        *login = (struct login){0};
        return err;
    }
    if (now_s - seen_s >= SEEN_EVERY_S) {
        note_seen(db, hash, now_s);
    }
    make_csrf(token, login->csrf);
    return ERR_OK;
}

bool login_is_running(struct db *db, const char *token)
{
    unsigned char hash[TOKEN_HASH_BYTES];
    struct login login = {0};
    int64_t seen_s = 0;
    return hash_token(token, hash) && read_login(db, hash, &login, &seen_s) == ERR_OK;
}

enum err login_end(struct db *db, const char *token)
{
    unsigned char hash[TOKEN_HASH_BYTES];
    if (!hash_token(token, hash)) {
        return ERR_OK;
    }
    const enum err err = db_begin(db);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_LOGIN_END);
    query_blob(&q, "token_hash", hash, sizeof(hash));
    return db_end(db, query_run(&q));
}
