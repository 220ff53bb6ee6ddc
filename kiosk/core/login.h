/* Signing in to the desk's page: a staff number and a password; then a random cookie, of which the
 * database knows the hash only. Source: db/README.md, "Who may". */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"
#include "core/people.h"

enum {
    PASSWORD_LEAST_CHARS = 10,
    PASSWORD_MOST_CHARS = 128,
    PASSWORD_HASH_BYTES = 128,
    PASSWORD_DRAWN_BYTES = 20, /* "kamo-rive-tuno-pa37" */
    LOGIN_TOKEN_BYTES = 65,    /* 256 random bits in hexadecimal digits */
    LOGIN_CSRF_BYTES = 33,
    LOGIN_IDLE_S = 30 * 60,
    LOGIN_LONGEST_S = 8 * 3600
};

/* What one hash costs. Tests use less. */
struct password_cost {
    unsigned long long passes;
    size_t memory_bytes;
};
#define PASSWORD_COST ((struct password_cost){.passes = 2, .memory_bytes = (size_t)64 << 20})

/* A temporary password, to be changed at the first sign-in; easy to read out. */
void password_draw(char password[PASSWORD_DRAWN_BYTES]);
/* ERR_INVALID too short, too long, or not clean UTF-8. Takes as long as its cost: call it before
 * the transaction. */
enum err password_hash(const char *password, struct password_cost cost,
                       char hash[PASSWORD_HASH_BYTES]) NODISCARD;
/* Expects an open transaction. Writes password, and ends every login of that person but keep (NULL:
 * none). */
enum err password_store(struct db *db, int64_t staff_id, const char *hash, bool is_temporary,
                        const char *keep_token) NODISCARD;
/* The hash to check against; of somebody unknown, or without a password, one that nothing matches
 * and that takes as long. */
enum err password_read(struct db *db, int64_t staff_id, char hash[PASSWORD_HASH_BYTES]) NODISCARD;

struct login {
    int64_t staff_id; /* 0: nobody */
    char number[PEOPLE_NUMBER_BYTES];
    struct staff staff;
    int64_t partner_id;          /* an organiser's association; 0: none */
    bool must_change;            /* the password is a temporary one */
    char csrf[LOGIN_CSRF_BYTES]; /* shown with each POST */
};

/* After the password was right. Opens its own transaction, writes login; also forgets logins that
 * are over. token: LOGIN_TOKEN_BYTES, nowhere else: wipe it. */
enum err login_begin(struct db *db, int64_t staff_id, char token[LOGIN_TOKEN_BYTES]) NODISCARD;
/* Who that cookie is; once a minute its time of last use is written, in a transaction of its own.
 * ERR_NOT_FOUND nobody, or idle for LOGIN_IDLE_S, or begun LOGIN_LONGEST_S ago, or left. */
enum err login_find(struct db *db, const char *token, struct login *login) NODISCARD;
/* Whether that cookie still is somebody; its use is not noted, so that looking keeps nobody in. */
bool login_is_running(struct db *db, const char *token);
/* Signs out; opens its own transaction. ERR_OK also if there was none. */
enum err login_end(struct db *db, const char *token) NODISCARD;
