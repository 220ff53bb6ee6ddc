#include "core/probe.h"

#include <sqlite3.h>
#include <stddef.h>

#include "base/log.h"

enum { WAIT_MS = 2000 };

static enum err read_value(sqlite3 *sqlite, const char *sql, struct arena *arena,
                           const char **value)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL);
    if (rc == SQLITE_OK && stmt != NULL) {
        rc = sqlite3_step(stmt);
    }
    if (rc == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(stmt, 0);
        *value = arena_strdup(arena, text == NULL ? "NULL" : text);
    } else if (rc != SQLITE_DONE) {
        log_error("query refused: %s", sqlite3_errmsg(sqlite));
    }
    sqlite3_finalize(stmt);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? ERR_OK : ERR_INVALID;
}

enum err probe_value(const char *path, const char *sql, struct arena *arena, const char **value)
{
    sqlite3 *sqlite = NULL;
    *value = NULL;
    const int rc = sqlite3_open_v2(path, &sqlite, SQLITE_OPEN_READONLY, NULL);
    if (rc != SQLITE_OK) {
        log_error("%s cannot be opened: %s", path, sqlite3_errstr(rc));
        sqlite3_close(sqlite);
        return ERR_IO;
    }
    sqlite3_busy_timeout(sqlite, WAIT_MS);
    const enum err err = read_value(sqlite, sql, arena, value);
    sqlite3_close(sqlite);
    return err;
}
