/* The database: one SQLite file that kiosk and desk share.
 *
 * Writers queue at a turnstile, an flock on FILE.turn, before BEGIN IMMEDIATE: without it a busy
 * writer starves the other. Reads are short and happen outside transactions or inside the caller's.
 * No WAL: SQLite 3.40's WAL can lose acknowledged commits when two processes checkpoint. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

struct db;

/* The language that the house writes in: activities, things, services, its message. BCP 47. */
#define DB_HOUSE_LANG "fr"

enum { DB_WAIT_MS = 2000, DB_APPLICATION_ID = 0x436f6e63 /* "Conc" */ };

enum db_open_mode {
    DB_CREATE,  /* a new file, not for others to read; an existing one is ERR_CONFLICT */
    DB_EXISTING /* an existing file at this program's version */
};

/* Opens, sets and reads back every pragma, checks that the file is ours and at this program's
 * version. Gives *opened (db_close).
 * ERR_NOT_FOUND no such file · ERR_FOREIGN not ours · ERR_NEWER made by a newer program ·
 * ERR_INVALID older: `conciergerie migrate` first · ERR_CORRUPT damaged · ERR_BUSY, also while it
 * is being replaced by a copy · ERR_IO. */
enum err db_open(const char *path, enum db_open_mode mode, struct db **opened) NODISCARD;
/* Accepts NULL. */
void db_close(struct db *db);

/* Brings an existing file to this program's version, after copying it to PATH.before-N. Nothing
 * happens when it already is. Sets *from and *to, versions. Errors as db_open, and ERR_IO when the
 * copy cannot be made: nothing was changed then. */
enum err db_migrate(const char *path, int *from, int *to) NODISCARD;

/* From now on the house's texts are read in this language, where somebody translated them, and in
 * the house's where not. lang: a language of the screen, two letters, copied. At first the house's.
 */
void db_set_reader(struct db *db, const char *lang);

/* Queues at the turnstile, then BEGIN IMMEDIATE. Not reentrant.
 * ERR_BUSY waited DB_WAIT_MS · ERR_READONLY · ERR_IO. */
enum err db_begin(struct db *db) NODISCARD;
/* On failure everything is rolled back. ERR_BUSY · ERR_NO_SPACE · ERR_IO. */
enum err db_commit(struct db *db) NODISCARD;
void db_rollback(struct db *db);
/* db_commit when err is ERR_OK, else db_rollback and err. */
enum err db_end(struct db *db, enum err err) NODISCARD;
bool db_is_writing(const struct db *db);
/* A part of what is being written that may fail by itself: one at a time, ended before the whole
 * is. db_end_part() keeps it when err is ERR_OK, else takes back what was written since, and gives
 * err. Errors as query_end. */
enum err db_begin_part(struct db *db) NODISCARD;
enum err db_end_part(struct db *db, enum err err) NODISCARD;

/* Changes when another program has committed: kiosk and desk look once a second. */
int64_t db_data_version(struct db *db);

/* PRAGMA integrity_check and foreign_key_check; details go to the log. ERR_CORRUPT. */
enum err db_check(struct db *db) NODISCARD;

/* Writes all of it into a new file that its owner alone may read, safely on the disk; a file of
 * that name goes before. Waits for its turn; writers then wait for the copying, not for the disk.
 * ERR_BUSY waited DB_WAIT_MS · ERR_NO_SPACE · ERR_READONLY the folder · ERR_IO: none is left. */
enum err db_copy(struct db *db, const char *path) NODISCARD;

/* Runs the statements of a script that was compiled in, such as DEMO_SCRIPTS; never anything from
 * outside. Expects an open transaction, which then holds some of it on an error. Errors as
 * query_end. */
enum err db_run_script(struct db *db, const char *script) NODISCARD;

/* For tests of full disks: no more than this many pages from now on. 0: no limit. */
void db_limit_pages(struct db *db, int pages);
