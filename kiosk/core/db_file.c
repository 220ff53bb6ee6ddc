#include "core/db_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "core/db_copy.h"
#include "core/query.h"
#include "core/turnstile.h"

/* What the file may hold at most in one value: words are short, nothing else is long. */
enum { VALUE_MAX_BYTES = 4 << 20, SQL_MAX_BYTES = 100000 };

enum err db_file_err(sqlite3 *sqlite, const char *what)
{
    static const struct {
        int code;
        enum err err;
    } known[] = {
        {SQLITE_BUSY, ERR_BUSY},          {SQLITE_LOCKED, ERR_BUSY},
        {SQLITE_FULL, ERR_NO_SPACE},      {SQLITE_READONLY, ERR_READONLY},
        {SQLITE_NOTADB, ERR_FOREIGN},     {SQLITE_CORRUPT, ERR_CORRUPT},
        {SQLITE_CANTOPEN, ERR_IO},        {SQLITE_PERM, ERR_READONLY},
        {SQLITE_TOOBIG, ERR_INVALID},     {SQLITE_MISMATCH, ERR_INVALID},
        {SQLITE_CONSTRAINT, ERR_INVALID},
    };
    static const struct {
        const char *prefix;
        enum err err;
    } raised[] = {{"full:", ERR_FULL}, {"conflict:", ERR_CONFLICT}, {"corrupt:", ERR_CORRUPT}};

    const int code = sqlite3_errcode(sqlite) & 0xff;
    const char *message = sqlite3_errmsg(sqlite);
    enum err err = ERR_IO;
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (known[i].code == code) {
            err = known[i].err;
        }
    }
    if (code == SQLITE_CONSTRAINT) {
        for (size_t i = 0; i < ARRAY_LEN(raised); i++) {
            if (text_has_prefix(message, raised[i].prefix)) {
                err = raised[i].err;
            }
        }
        const int extended = sqlite3_extended_errcode(sqlite);
        if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY) {
            err = ERR_CONFLICT;
        }
    }
    if (err == ERR_FULL || err == ERR_CONFLICT) {
        log_info("%s: %s", what, message); /* expected: two people wanted the same */
    } else {
        log_error("%s: %s (%d)", what, message, sqlite3_extended_errcode(sqlite));
    }
    return err;
}

static enum err exec(sqlite3 *sqlite, const char *sql, const char *what)
{
    return sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK ? ERR_OK
                                                                    : db_file_err(sqlite, what);
}

static enum err read_int(sqlite3 *sqlite, const char *sql, int *value)
{
    sqlite3_stmt *stmt = NULL;
    enum err err = ERR_OK;
    if (sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL) != SQLITE_OK ||
        sqlite3_step(stmt) != SQLITE_ROW) {
        err = db_file_err(sqlite, sql);
    } else {
        *value = sqlite3_column_int(stmt, 0);
    }
    (void)sqlite3_finalize(stmt);
    return err;
}

/* SQLite ignores a pragma that it does not know, so each is read back. */
static enum err set_pragmas(sqlite3 *sqlite)
{
    static const struct {
        const char *set;
        const char *get;
        int expected;
    } pragmas[] = {
        {"PRAGMA journal_mode = TRUNCATE",
         "SELECT journal_mode = 'truncate' FROM pragma_journal_mode", 1},
        {"PRAGMA synchronous = FULL", "PRAGMA synchronous", 2},
        {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", 1},
        {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", 0},
        {"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", 1},
        {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", 1},
        {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2},
        {"PRAGMA cache_size = -1024", "PRAGMA cache_size", -1024},
    };
    for (size_t i = 0; i < ARRAY_LEN(pragmas); i++) {
        int value = 0;
        enum err err = exec(sqlite, pragmas[i].set, pragmas[i].set);
        if (err == ERR_OK) {
            err = read_int(sqlite, pragmas[i].get, &value);
        }
        if (err != ERR_OK) {
            return err;
        }
        if (value != pragmas[i].expected) {
            log_error("%s did not hold", pragmas[i].set);
            return ERR_IO;
        }
    }
    return ERR_OK;
}

static enum err set_limits(sqlite3 *sqlite)
{
    int is_on = 0;
    (void)sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, &is_on);
    int dqs_ddl = 1;
    int dqs_dml = 1;
    int extensions = 1;
    (void)sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DDL, 0, &dqs_ddl);
    (void)sqlite3_db_config(sqlite, SQLITE_DBCONFIG_DQS_DML, 0, &dqs_dml);
    (void)sqlite3_db_config(sqlite, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, &extensions);
    (void)sqlite3_limit(sqlite, SQLITE_LIMIT_LENGTH, VALUE_MAX_BYTES);
    (void)sqlite3_limit(sqlite, SQLITE_LIMIT_SQL_LENGTH, SQL_MAX_BYTES);
    (void)sqlite3_limit(sqlite, SQLITE_LIMIT_ATTACHED, 0);
    if (!is_on || dqs_ddl || dqs_dml || extensions ||
        sqlite3_limit(sqlite, SQLITE_LIMIT_ATTACHED, -1) != 0) {
        log_error("this SQLite cannot be hardened");
        return ERR_IO;
    }
    return ERR_OK;
}

enum err db_file_check_is_ours(sqlite3 *sqlite)
{
    int id = 0;
    const enum err err = read_int(sqlite, "PRAGMA application_id", &id);
    if (err != ERR_OK) {
        return err;
    }
    if (id != DB_APPLICATION_ID) {
        log_error("the file is not a Conciergerie database");
        return ERR_FOREIGN;
    }
    return ERR_OK;
}

/* An empty file, which SQLite fills; by itself it would let everybody on the machine read it. Its
 * journal gets the same mode. */
static enum err make_file(const char *path)
{
    enum { MODE = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP }; /* less the umask */
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, MODE);
    if (fd < 0) {
        log_error("the database cannot be made: %s", strerrorname_np(errno));
        return errno == EEXIST ? ERR_CONFLICT : ERR_IO;
    }
    return close(fd) == 0 ? ERR_OK : ERR_IO;
}

enum err db_file_open(const char *path, enum db_open_mode mode, sqlite3 **sqlite)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    *sqlite = NULL;
    if (mode == DB_EXISTING && access(path, F_OK) != 0) {
        log_error("there is no database at the path given");
        return ERR_NOT_FOUND;
    }
    enum err err = mode == DB_CREATE ? make_file(path) : ERR_OK;
    if (err != ERR_OK) {
        return err;
    }
    if (sqlite3_open_v2(path, sqlite, flags, NULL) != SQLITE_OK) {
        return db_file_err(*sqlite, "open");
    }
    (void)sqlite3_busy_timeout(*sqlite, DB_WAIT_MS);
    err = set_limits(*sqlite);
    if (err == ERR_OK && mode == DB_CREATE) {
        char sql[64];
        (void)snprintf(sql, sizeof(sql), "PRAGMA application_id = %d", DB_APPLICATION_ID);
        err = exec(*sqlite, sql, "application_id");
    }
    if (err == ERR_OK) {
        err = db_file_check_is_ours(*sqlite);
    }
    if (err == ERR_OK && sqlite3_db_readonly(*sqlite, "main") == 1) {
        log_error("the database cannot be written to");
        err = ERR_READONLY;
    }
    return err == ERR_OK ? set_pragmas(*sqlite) : err;
}

enum err db_file_settle(sqlite3 *sqlite, int turnstile_fd)
{
    int has_moved = 0;
    const enum err err = turnstile_stay(turnstile_fd);
    (void)sqlite3_file_control(sqlite, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
    if (err == ERR_OK && has_moved == 0) {
        return ERR_OK;
    }
    log_error("the database is being replaced by a copy");
    return ERR_BUSY;
}

enum err db_file_version(sqlite3 *sqlite, int *version)
{
    return read_int(sqlite, "PRAGMA user_version", version);
}

enum err db_file_check_version(sqlite3 *sqlite)
{
    int version = 0;
    const enum err err = db_file_version(sqlite, &version);
    if (err != ERR_OK) {
        return err;
    }
    if (version > MIGRATION_COUNT) {
        log_error("database version %d is newer than this program's %d", version, MIGRATION_COUNT);
        return ERR_NEWER;
    }
    if (version < MIGRATION_COUNT) {
        log_error("database version %d is older than this program's %d: conciergerie migrate",
                  version, MIGRATION_COUNT);
        return ERR_INVALID;
    }
    return ERR_OK;
}

enum err db_file_upgrade(sqlite3 *sqlite, int from)
{
    for (int i = from; i < MIGRATION_COUNT; i++) {
        char number[64];
        (void)snprintf(number, sizeof(number), "PRAGMA user_version = %d", i + 1);
        enum err err = exec(sqlite, "BEGIN IMMEDIATE", "migration begin");
        if (err == ERR_OK) {
            err = exec(sqlite, MIGRATIONS[i].sql, MIGRATIONS[i].name);
        }
        if (err == ERR_OK) {
            err = exec(sqlite, number, "migration number");
        }
        if (err == ERR_OK) {
            err = exec(sqlite, "COMMIT", "migration commit");
        }
        if (err != ERR_OK) {
            if (sqlite3_get_autocommit(sqlite) == 0) {
                (void)exec(sqlite, "ROLLBACK", "migration rollback");
            }
            return err;
        }
    }
    return ERR_OK;
}

enum err db_migrate(const char *path, int *from, int *to)
{
    sqlite3 *sqlite = NULL;
    int turnstile_fd = -1;
    char copy_path[4096];
    *from = 0;
    *to = MIGRATION_COUNT;
    enum err err = db_file_open(path, DB_EXISTING, &sqlite);
    if (err == ERR_OK) {
        err = turnstile_open(path, &turnstile_fd);
    }
    if (err == ERR_OK) {
        err = db_file_settle(sqlite, turnstile_fd);
    }
    if (err == ERR_OK) {
        err = turnstile_enter(turnstile_fd, DB_WAIT_MS);
    }
    if (err == ERR_OK) {
        err = db_file_version(sqlite, from);
    }
    if (err == ERR_OK && *from > MIGRATION_COUNT) {
        err = ERR_NEWER;
    }
    if (err == ERR_OK && *from < MIGRATION_COUNT) {
        const int len = snprintf(copy_path, sizeof(copy_path), "%s.before-%d", path, *to);
        err = len > 0 && (size_t)len < sizeof(copy_path) ? db_copy_write(sqlite, copy_path)
                                                         : ERR_INVALID;
        if (err == ERR_OK) {
            err = db_copy_sync(copy_path);
        }
        if (err == ERR_OK) {
            err = db_file_upgrade(sqlite, *from);
        }
    }
    (void)sqlite3_close(sqlite);
    turnstile_close(turnstile_fd);
    return err;
}

static enum err log_problems(sqlite3 *sqlite, const char *sql, bool has_ok_row)
{
    sqlite3_stmt *stmt = NULL;
    int problems = 0;
    if (sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL) != SQLITE_OK) {
        return db_file_err(sqlite, sql);
    }
    int code;
    while ((code = sqlite3_step(stmt)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(stmt, 0);
        if (!(has_ok_row && text != NULL && strcmp(text, "ok") == 0)) {
            log_error("%s: %s", sql, text == NULL ? "" : text);
            problems++;
        }
    }
    (void)sqlite3_finalize(stmt);
    if (code != SQLITE_DONE) {
        return db_file_err(sqlite, sql);
    }
    return problems == 0 ? ERR_OK : ERR_CORRUPT;
}

enum err db_file_check_content(sqlite3 *sqlite)
{
    const enum err err = log_problems(sqlite, "PRAGMA integrity_check", true);
    return err != ERR_OK ? err : log_problems(sqlite, "PRAGMA foreign_key_check", false);
}

void db_file_limit_pages(sqlite3 *sqlite, int pages)
{
    char sql[64];
    (void)snprintf(sql, sizeof(sql), "PRAGMA max_page_count = %d", pages == 0 ? 1073741823 : pages);
    (void)exec(sqlite, sql, "max_page_count");
}
