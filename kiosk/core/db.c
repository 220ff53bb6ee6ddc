#include "core/db.h"

#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "core/db_copy.h"
#include "core/db_file.h"
#include "core/query.h"
#include "core/turnstile.h"

struct db {
    sqlite3 *sqlite;
    int turnstile_fd;
    bool is_writing;
    char reader_lang[3]; /* BCP 47 */
    sqlite3_stmt *statements[Q_COUNT];
    sqlite3_stmt *begin, *commit, *rollback, *data_version;
    sqlite3_stmt *begin_part, *keep_part, *drop_part;
};

static enum err prepare_own(struct db *db)
{
    const struct {
        const char *sql;
        sqlite3_stmt **stmt;
    } own[] = {
        {"BEGIN IMMEDIATE", &db->begin},      {"COMMIT", &db->commit},
        {"ROLLBACK", &db->rollback},          {"PRAGMA data_version", &db->data_version},
        {"SAVEPOINT part", &db->begin_part},  {"RELEASE part", &db->keep_part},
        {"ROLLBACK TO part", &db->drop_part},
    };
    for (size_t i = 0; i < ARRAY_LEN(own); i++) {
        if (sqlite3_prepare_v3(db->sqlite, own[i].sql, -1, SQLITE_PREPARE_PERSISTENT, own[i].stmt,
                               NULL) != SQLITE_OK) {
            return db_file_err(db->sqlite, "prepare");
        }
    }
    return ERR_OK;
}

enum err db_open(const char *path, enum db_open_mode mode, struct db **opened)
{
    *opened = NULL;
    struct db *db = calloc(1, sizeof(*db));
    if (db == NULL) {
        log_fatal("out of memory opening the database");
    }
    db->turnstile_fd = -1;
    db_set_reader(db, DB_HOUSE_LANG);
    enum err err = db_file_open(path, mode, &db->sqlite);
    if (err == ERR_OK) {
        err = turnstile_open(path, &db->turnstile_fd);
    }
    if (err == ERR_OK) {
        err = db_file_settle(db->sqlite, db->turnstile_fd);
    }
    if (err == ERR_OK && mode == DB_CREATE) {
        err = db_file_upgrade(db->sqlite, 0);
    }
    if (err == ERR_OK) {
        err = db_file_check_version(db->sqlite);
    }
    if (err == ERR_OK) {
        err = prepare_own(db);
    }
    if (err != ERR_OK) {
        db_close(db);
        return err;
    }
    *opened = db;
    return ERR_OK;
}

void db_close(struct db *db)
{
    if (db == NULL) {
        return;
    }
    for (int i = 0; i < Q_COUNT; i++) {
        (void)sqlite3_finalize(db->statements[i]);
    }
    (void)sqlite3_finalize(db->begin);
    (void)sqlite3_finalize(db->commit);
    (void)sqlite3_finalize(db->rollback);
    (void)sqlite3_finalize(db->data_version);
    (void)sqlite3_finalize(db->begin_part);
    (void)sqlite3_finalize(db->keep_part);
    (void)sqlite3_finalize(db->drop_part);
    (void)sqlite3_close(db->sqlite);
    turnstile_close(db->turnstile_fd);
    free(db);
}

static enum err run_own(struct db *db, sqlite3_stmt *stmt, const char *name)
{
    const int code = sqlite3_step(stmt);
    const enum err err =
        code == SQLITE_DONE || code == SQLITE_ROW ? ERR_OK : db_file_err(db->sqlite, name);
    (void)sqlite3_reset(stmt);
    return err;
}

enum err db_begin(struct db *db)
{
    assert(!db->is_writing);
    enum err err = turnstile_enter(db->turnstile_fd, DB_WAIT_MS);
    if (err != ERR_OK) {
        log_warn("database: no turn within %d ms", DB_WAIT_MS);
        return err;
    }
    err = run_own(db, db->begin, "begin");
    if (err != ERR_OK) {
        turnstile_leave(db->turnstile_fd);
        return err;
    }
    db->is_writing = true;
    return ERR_OK;
}

void db_rollback(struct db *db)
{
    assert(db->is_writing);
    if (sqlite3_get_autocommit(db->sqlite) ==
        0) { /* SQLite itself rolls back when a disk is full */
        (void)run_own(db, db->rollback, "rollback");
    }
    db->is_writing = false;
    turnstile_leave(db->turnstile_fd);
}

enum err db_commit(struct db *db)
{
    assert(db->is_writing);
    const enum err err = run_own(db, db->commit, "commit");
    if (err != ERR_OK) {
        db_rollback(db);
        return err;
    }
    db->is_writing = false;
    turnstile_leave(db->turnstile_fd);
    return ERR_OK;
}

enum err db_end(struct db *db, enum err err)
{
    if (err == ERR_OK) {
        return db_commit(db);
    }
    db_rollback(db);
    return err;
}

bool db_is_writing(const struct db *db)
{
    return db->is_writing;
}

enum err db_begin_part(struct db *db)
{
    assert(db->is_writing);
    return run_own(db, db->begin_part, "begin a part");
}

enum err db_end_part(struct db *db, enum err err)
{
    assert(db->is_writing);
    if (err != ERR_OK && sqlite3_get_autocommit(db->sqlite) != 0) {
        return err; /* SQLite itself took back the whole: a full disk */
    }
    const enum err dropped = err == ERR_OK ? ERR_OK : run_own(db, db->drop_part, "drop a part");
    const enum err kept = dropped == ERR_OK ? run_own(db, db->keep_part, "keep a part") : dropped;
    return err == ERR_OK || kept != ERR_OK ? kept : err;
}

int64_t db_data_version(struct db *db)
{
    int64_t version = 0;
    if (sqlite3_step(db->data_version) == SQLITE_ROW) {
        version = sqlite3_column_int64(db->data_version, 0);
    }
    (void)sqlite3_reset(db->data_version);
    return version;
}

enum err db_check(struct db *db)
{
    return db_file_check_content(db->sqlite);
}

enum err db_copy(struct db *db, const char *path)
{
    assert(!db->is_writing);
    enum err err = turnstile_enter(db->turnstile_fd, DB_WAIT_MS);
    if (err != ERR_OK) {
        log_warn("database: no turn within %d ms", DB_WAIT_MS);
        return err;
    }
    err = db_copy_write(db->sqlite, path);
    turnstile_leave(db->turnstile_fd);
    return err == ERR_OK ? db_copy_sync(path) : err;
}

enum err db_run_script(struct db *db, const char *script)
{
    assert(db->is_writing);
    return sqlite3_exec(db->sqlite, script, NULL, NULL, NULL) == SQLITE_OK
               ? ERR_OK
               : db_file_err(db->sqlite, "script");
}

void db_limit_pages(struct db *db, int pages)
{
    db_file_limit_pages(db->sqlite, pages);
}

void db_set_reader(struct db *db, const char *lang)
{
    const size_t len = strlen(lang);
    assert(len < sizeof(db->reader_lang));
    memcpy(db->reader_lang, lang, len + 1);
}

/* A statement that reads the house's texts reads them for whoever is reading. */
static void bind_reader(struct db *db, sqlite3_stmt *stmt)
{
    const int index = sqlite3_bind_parameter_index(stmt, ":reader_lang");
    if (index > 0) { /* that short a text is always bound */
        (void)sqlite3_bind_text(stmt, index, db->reader_lang, -1, SQLITE_STATIC);
    }
}

struct query db_query(struct db *db, enum query_id id)
{
    struct query query = {.db = db, .name = QUERIES[id].name};
    if (db->statements[id] == NULL &&
        sqlite3_prepare_v3(db->sqlite, QUERIES[id].sql, -1, SQLITE_PREPARE_PERSISTENT,
                           &db->statements[id], NULL) != SQLITE_OK) {
        query.err = db_file_err(db->sqlite, query.name);
        return query;
    }
    query.stmt = db->statements[id];
    assert(!sqlite3_stmt_busy(query.stmt)); /* the run before must have been ended */
    (void)sqlite3_clear_bindings(query.stmt);
    bind_reader(db, query.stmt);
    return query;
}

static int find_param(const struct query *query, const char *param)
{
    char name[64] = ":";
    const size_t len = strlen(param);
    assert(len < sizeof(name) - 1);
    memcpy(name + 1, param, len + 1);
    return sqlite3_bind_parameter_index(query->stmt, name);
}

bool query_has_param(const struct query *query, const char *param)
{
    return query->stmt != NULL && find_param(query, param) > 0;
}

/* 0 of a run that failed before it began. */
static int param_index(const struct query *query, const char *param)
{
    if (query->stmt == NULL) {
        return 0;
    }
    const int index = find_param(query, param);
    if (index == 0) {
        log_fatal("statement %s has no parameter %s", query->name, param);
    }
    return index;
}

static void note_bind(struct query *query, int code)
{
    if (code != SQLITE_OK && query->err == ERR_OK) {
        query->err =
            code == SQLITE_TOOBIG ? ERR_INVALID : db_file_err(query->db->sqlite, query->name);
    }
}

void query_int(struct query *query, const char *param, int64_t value)
{
    note_bind(query, sqlite3_bind_int64(query->stmt, param_index(query, param), value));
}

void query_int_or_null(struct query *query, const char *param, int64_t value)
{
    if (value != 0) {
        query_int(query, param, value);
    }
}

void query_text(struct query *query, const char *param, const char *value)
{
    note_bind(query, sqlite3_bind_text(query->stmt, param_index(query, param), value, -1,
                                       SQLITE_TRANSIENT));
}

void query_blob(struct query *query, const char *param, const void *bytes, size_t len)
{
    note_bind(query, sqlite3_bind_blob64(query->stmt, param_index(query, param), bytes, len,
                                         SQLITE_TRANSIENT));
}

bool query_step(struct query *query)
{
    query->column = 0;
    query->has_row = false;
    if (query->err != ERR_OK) {
        return false;
    }
    const int code = sqlite3_step(query->stmt);
    query->has_row = code == SQLITE_ROW;
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        query->err = db_file_err(query->db->sqlite, query->name);
    }
    return query->has_row;
}

int64_t take_int(struct query *query)
{
    assert(query->has_row && query->column < sqlite3_column_count(query->stmt));
    return sqlite3_column_int64(query->stmt, query->column++);
}

static struct str take_view(struct query *query)
{
    assert(query->has_row && query->column < sqlite3_column_count(query->stmt));
    const int column = query->column++;
    const char *text = (const char *)sqlite3_column_text(query->stmt, column);
    return str_make(text == NULL ? "" : text, (size_t)sqlite3_column_bytes(query->stmt, column));
}

char *take_text(struct query *query, struct arena *arena)
{
    const struct str text = take_view(query);
    return arena_strndup(arena, text.ptr, text.len);
}

static char *for_reader(const struct query *query, struct arena *arena, struct str own)
{
    const bool is_foreign = strcmp(query->db->reader_lang, DB_HOUSE_LANG) != 0;
    return is_foreign && own.len > 0
               ? arena_printf(arena, TEXT_ISOLATE "%.*s" TEXT_ISOLATE_END, (int)own.len, own.ptr)
               : arena_strndup(arena, own.ptr, own.len);
}

char *take_own(struct query *query, struct arena *arena)
{
    return for_reader(query, arena, take_view(query));
}

char *take_said(struct query *query, struct arena *arena)
{
    const struct str text = take_view(query);
    const bool is_own = take_int(query) != 0;
    return is_own ? for_reader(query, arena, text) : arena_strndup(arena, text.ptr, text.len);
}

void take_code(struct query *query, char *buf, size_t size)
{
    struct str text = take_view(query);
    while (text.len >= size) {
        text.len = utf8_last(text);
    }
    memcpy(buf, text.ptr, text.len);
    buf[text.len] = '\0';
}

enum err query_end(struct query *query)
{
    if (query->stmt != NULL) {
        (void)sqlite3_reset(query->stmt);
        (void)sqlite3_clear_bindings(query->stmt); /* nothing personal stays bound */
    }
    query->has_row = false;
    return query->err;
}

enum err query_run(struct query *query)
{
    while (query_step(query)) {
    }
    return query_end(query);
}

enum err query_one_int(struct query *query, int64_t *value)
{
    const bool found = query_step(query);
    if (found) {
        *value = take_int(query);
    }
    const enum err err = query_end(query);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

int db_changes(struct db *db)
{
    return sqlite3_changes(db->sqlite);
}

int64_t db_last_id(struct db *db)
{
    return sqlite3_last_insert_rowid(db->sqlite);
}
