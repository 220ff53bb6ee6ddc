/* Administration: the commands of the program `conciergerie`, each in a file of its own.
 *
 * A command gets the words after its name, prints its result on standard output and gives one of
 * the exit codes of base/exit.h. What it prints once (PINs, card codes) is nowhere else. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "core/db.h"
#include "core/house.h"
#include "core/login.h"
#include "core/pin.h"

struct admin_command {
    const char *name;
    const char *summary; /* one line for the list of commands */
    const char *help;    /* options, one a line */
    int (*run)(int argc, char **argv);
};

/* NULL if there is none such. */
const struct admin_command *admin_find(const char *name);
/* All commands, for the list; NULL beyond the last. */
const struct admin_command *admin_at(size_t index);

int admin_init(int argc, char **argv);
int admin_migrate(int argc, char **argv);
int admin_check(int argc, char **argv);
int admin_demo(int argc, char **argv);
int admin_calendars(int argc, char **argv);
int admin_card(int argc, char **argv);
int admin_staff(int argc, char **argv);
int admin_setting(int argc, char **argv);
int admin_import(int argc, char **argv);
int admin_export(int argc, char **argv);
int admin_backup(int argc, char **argv);
int admin_restore(int argc, char **argv);

/* Words of a command line as `--name value`, or `--name` alone for switches; words without a name
 * in the order in which options named "" stand. */
struct admin_option {
    const char *name; /* without its dashes; "" */
    const char **value;
    bool *is_set; /* switches: value is NULL */
    bool is_needed;
};

/* Exit code 0, or EXIT_USAGE with a line on standard error. */
int admin_parse(int argc, char **argv, const struct admin_option *options, size_t count);

/* Takes `--at` (NULL: now), local time of the zone that is set. ERR_INVALID, said on standard
 * error. */
enum err admin_set_clock(const char *at);
/* Opens the database, sets the site's zone, then the clock. Gives *db. Errors as db_open;
 * ERR_INVALID also a zone this machine does not know. */
enum err admin_open(const char *path, const char *at, struct db **db) NODISCARD;

/* Root, where the house is to be another user's: desk and screen could not open what root makes
 * there. Says so on standard error. */
bool admin_is_stranger(const char *db_path);

/* A new, empty database and a new key of its PINs. Gives *db. ERR_CONFLICT one of them exists
 * already: neither is touched, nothing is left behind; as db_open and pin_key_create. */
enum err admin_create(const char *db_path, const char *key_path, struct db **db) NODISCARD;
/* Removes what admin_create made, once it is closed: half a house opens nowhere. */
void admin_discard(const char *db_path, const char *key_path);

/* A new PIN for its owner. Expects an open transaction, which is held for the fifth of a second
 * that the hash takes: so nobody is left with a card and no PIN. Gives its digits. Errors as
 * pin_key_load. */
enum err admin_draw_pin(struct db *db, const char *key_path, enum pin_owner owner, int64_t owner_id,
                        char pin[PIN_TEXT_BYTES]) NODISCARD;

/* A temporary password for the desk's page, to be changed at the first sign-in; their logins end.
 * Expects an open transaction, held as above. */
enum err admin_draw_password(struct db *db, int64_t staff_id,
                             char password[PASSWORD_DRAWN_BYTES]) NODISCARD;

struct admin_hours {
    struct house_opening openings[HOUSE_OPENINGS_MAX];
    int count;
};
/* "2-5 09:00-12:00 14:00-18:00; 6 09:00-12:00": days 1 (Monday) to 7.
 * ERR_INVALID anything else, none at all, or twice open at once · ERR_FULL. */
enum err admin_parse_hours(const char *text, struct admin_hours *hours) NODISCARD;
/* Expects an open transaction. Errors as house_add_opening. */
enum err admin_add_hours(struct db *db, const struct admin_hours *hours) NODISCARD;

/* Says the error on standard error; its exit code. */
int admin_fail(const char *what, enum err err);
