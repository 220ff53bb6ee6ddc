/* Running the statements of db/queries/: for core, and for what only reads beside it. Whoever calls
 * the core alone needs core/db.h only, and is not compiled anew when a statement changes. */
#pragma once

#include "core/db.h"
#include "sql.h"

struct sqlite3_stmt;

/* One run of a prepared statement, which is prepared at its first run and kept: each program pays
 * for those it uses. A value: keep it on the stack, end it before the next run of the same
 * statement. Errors are kept until query_end.
 *
 *   struct query q = db_query(db, Q_SESSION_GET);
 *   query_int(&q, "session_id", id);
 *   while (query_step(&q)) {
 *       row->starts_s = take_int(&q);
 *       row->title = take_text(&q, arena);
 *   }
 *   return query_end(&q);
 */
struct query {
    struct db *db;
    struct sqlite3_stmt *stmt;
    const char *name;
    enum err err;
    int column; /* next to be taken */
    bool has_row;
};

struct query db_query(struct db *db, enum query_id id);
/* Binds a named parameter, without its colon. Copies. */
void query_int(struct query *query, const char *param, int64_t value);
void query_int_or_null(struct query *query, const char *param, int64_t value); /* 0 is NULL */
void query_text(struct query *query, const char *param, const char *value);
void query_blob(struct query *query, const char *param, const void *bytes, size_t len);
bool query_has_param(const struct query *query, const char *param);
/* True while there is a row. */
bool query_step(struct query *query);
/* The row's columns, taken in the order of the SELECT. NULL reads as 0 or "". */
int64_t take_int(struct query *query);
char *take_text(struct query *query, struct arena *arena);
/* What the house wrote, for whoever is reading (db_set_reader): in another language than theirs it
 * stands in an isolate (TEXT_ISOLATE), which keeps its direction and tells speech its voice. */
char *take_own(struct query *query, struct arena *arena);
/* Two columns: such a text or its translation, and whether it is the house's own (no translation
 * was found): "coalesce(tt.text, a.title), tt.text IS NULL". */
char *take_said(struct query *query, struct arena *arena);
/* Into a buffer; too long is cut at a character: for codes whose length is known. */
void take_code(struct query *query, char *buf, size_t size);
/* Resets the statement and gives the run's error: ERR_CONFLICT, ERR_FULL, ERR_INVALID, ERR_CORRUPT
 * from the database's own rules · ERR_BUSY · ERR_NO_SPACE · ERR_READONLY · ERR_IO. */
enum err query_end(struct query *query) NODISCARD;
/* Runs a statement that returns nothing, or whose rows do not matter. */
enum err query_run(struct query *query) NODISCARD;
/* Runs a statement and takes one integer. ERR_NOT_FOUND no row. */
enum err query_one_int(struct query *query, int64_t *value) NODISCARD;
/* Rows changed by the last query_run; id of the last INSERT. */
int db_changes(struct db *db);
int64_t db_last_id(struct db *db);
