/* Makes the house of the touch tests: tests/ui/fixture.sql, and the accounts that SQL cannot make.
 *
 *   fixture DATABASE KEY SQL
 *
 * Cards have fixed codes, PINs are cheap to check; both are printed. */
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "core/catalogue.h"
#include "core/code.h"
#include "core/db.h"
#include "core/house.h"
#include "core/pin.h"
#include "core/query.h"

static const struct {
    const char *what;
    unsigned char byte; /* the card's code is 16 times this */
    int64_t household_id, person_id, staff_id;
    const char *pin; /* NULL: none */
} ACCOUNTS[] = {
    {"household 0412, Lucie", 0x11, 1, 1, 0, "246813"},
    {"household 0507, Ahmed", 0x22, 2, 3, 0, "135792"},
    {"household 0608, Rosa", 0x55, 3, 4, 0, "161803"},
    {"staff 01, Nadia", 0x33, 0, 0, 1, "112358"},
    {"staff 02, Karim", 0x44, 0, 0, 2, "271828"},
};

static void check(enum err err, const char *what)
{
    if (err != ERR_OK) {
        (void)fprintf(stderr, "fixture: %s: %s\n", what, err_name(err));
        exit(EXIT_FAILURE);
    }
}

static char *read_all(const char *path)
{
    enum { MOST = 1 << 20 };
    FILE *file = fopen(path, "r");
    char *text = calloc(1, MOST);
    if (file == NULL || text == NULL || fread(text, 1, MOST - 1, file) == 0) {
        (void)fprintf(stderr, "fixture: %s cannot be read\n", path);
        exit(EXIT_FAILURE);
    }
    (void)fclose(file);
    return text;
}

static void run_sql(const char *path, const char *sql_path)
{
    char *sql = read_all(sql_path);
    char *message = NULL;
    sqlite3 *sqlite = NULL;
    if (sqlite3_open(path, &sqlite) != SQLITE_OK ||
        sqlite3_exec(sqlite, "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF; BEGIN", NULL,
                     NULL, NULL) != SQLITE_OK ||
        sqlite3_exec(sqlite, sql, NULL, NULL, &message) != SQLITE_OK ||
        sqlite3_exec(sqlite, "COMMIT", NULL, NULL, &message) != SQLITE_OK) {
        (void)fprintf(stderr, "fixture: %s: %s\n", sql_path, message);
        exit(EXIT_FAILURE);
    }
    (void)sqlite3_close(sqlite);
    free(sql);
}

static enum err add_card(struct db *db, size_t i)
{
    struct code code = {.kind = CODE_CARD};
    unsigned char hash[CODE_HASH_BYTES];
    char text[CODE_TEXT_BYTES];
    memset(code.bytes, ACCOUNTS[i].byte, sizeof(code.bytes));
    code_hash(&code, hash);
    code_format(&code, text);
    (void)printf("%s: card %s, PIN %s\n", ACCOUNTS[i].what, text, ACCOUNTS[i].pin);
    struct query q = db_query(db, Q_CARD_ADD);
    query_blob(&q, "hash", hash, sizeof(hash));
    query_int_or_null(&q, "household_id", ACCOUNTS[i].household_id);
    query_int_or_null(&q, "person_id", ACCOUNTS[i].person_id);
    query_int_or_null(&q, "staff_id", ACCOUNTS[i].staff_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

static enum err add_pin(struct db *db, const struct pin_key *key, size_t i)
{
    const struct pin_cost cheap = {.passes = 1, .memory_bytes = 8192};
    const bool is_staff = ACCOUNTS[i].staff_id != 0;
    const enum pin_owner owner = is_staff ? PIN_STAFF : PIN_HOUSEHOLD;
    const int64_t owner_id = is_staff ? ACCOUNTS[i].staff_id : ACCOUNTS[i].household_id;
    char hash[PIN_HASH_BYTES];
    check(pin_hash(key, owner, owner_id, ACCOUNTS[i].pin, cheap, hash), "PIN");
    return pin_store(db, owner, owner_id, hash);
}

int main(int argc, char **argv)
{
    struct db *db = NULL;
    struct pin_key key;
    if (argc != 4 || sodium_init() < 0) {
        (void)fprintf(stderr, "usage: fixture DATABASE KEY SQL\n");
        return EXIT_FAILURE;
    }
    check(clock_set_zone("Europe/Paris"), "zone");
    clock_freeze_at(1788878520); /* 2026-09-08 16:42 in Paris */
    check(db_open(argv[1], DB_CREATE, &db), argv[1]);
    db_close(db);
    run_sql(argv[1], argv[3]);
    check(pin_key_create(argv[2]), argv[2]);
    check(pin_key_load(argv[2], &key), argv[2]);
    check(db_open(argv[1], DB_EXISTING, &db), argv[1]);
    check(db_begin(db), "begin");
    check(catalogue_index(db), "search");
    for (size_t i = 0; i < sizeof(ACCOUNTS) / sizeof(ACCOUNTS[0]); i++) {
        check(add_card(db, i), "card");
        check(add_pin(db, &key, i), "PIN");
    }
    check(db_end(db, ERR_OK), "commit");
    db_close(db);
    return EXIT_SUCCESS;
}
