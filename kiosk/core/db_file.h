/* The SQLite file under the database: opening, pragmas, versions, errors. Used by core/db.c, its
 * copies and core/backup.c only. */
#pragma once

#include <sqlite3.h>

#include "base/err.h"
#include "core/db.h"

/* Errors as db_open. *sqlite may be set even then: close it. */
enum err db_file_open(const char *path, enum db_open_mode mode, sqlite3 **sqlite) NODISCARD;
/* ERR_FOREIGN it is another program's file. */
enum err db_file_check_is_ours(sqlite3 *sqlite) NODISCARD;
/* From now on the file is not replaced under our hands (core/backup.h). ERR_BUSY it is being. */
enum err db_file_settle(sqlite3 *sqlite, int turnstile_fd) NODISCARD;
/* Runs the migrations after version `from`, each in one transaction with its number. */
enum err db_file_upgrade(sqlite3 *sqlite, int from) NODISCARD;
/* Of the last migration. */
enum err db_file_version(sqlite3 *sqlite, int *version) NODISCARD;
/* ERR_NEWER · ERR_INVALID older. */
enum err db_file_check_version(sqlite3 *sqlite) NODISCARD;
enum err db_file_check_content(sqlite3 *sqlite) NODISCARD;
void db_file_limit_pages(sqlite3 *sqlite, int pages);
/* The last error of the connection as one of ours; logs it, without bound values. `what` names the
 * statement. The database's own rules raise "full: …", "conflict: …", "corrupt: …". */
enum err db_file_err(sqlite3 *sqlite, const char *what);
