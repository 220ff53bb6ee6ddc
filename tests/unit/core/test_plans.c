/* Every statement of db/queries/ finds its rows by an index. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "sql.h"

static sqlite3 *open_empty(void)
{
    sqlite3 *sqlite = NULL;
    assert_int_equal(sqlite3_open(":memory:", &sqlite), SQLITE_OK);
    for (int i = 0; i < MIGRATION_COUNT; i++) {
        assert_int_equal(sqlite3_exec(sqlite, MIGRATIONS[i].sql, NULL, NULL, NULL), SQLITE_OK);
    }
    return sqlite;
}

/* The plan's line that reads a whole table, or makes an index for the moment; false if there is
 * none. Virtual tables (search) have their own index; a subquery's rows are as few as its own plan.
 */
static bool find_scan(sqlite3 *sqlite, const char *sql, char *line, size_t size)
{
    char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    sqlite3_stmt *stmt = NULL;
    bool is_found = false;
    assert_int_equal(sqlite3_prepare_v2(sqlite, explain, -1, &stmt, NULL), SQLITE_OK);
    while (!is_found && sqlite3_step(stmt) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(stmt, 3);
        const bool is_scan =
            strncmp(detail, "SCAN", 4) == 0 && strstr(detail, "VIRTUAL TABLE") == NULL &&
            strstr(detail, "CONSTANT ROW") == NULL && strstr(detail, "SCAN (subquery") == NULL;
        const bool is_sort = strstr(detail, "AUTOMATIC") != NULL;
        is_found = is_scan || is_sort;
        (void)snprintf(line, size, "%s", detail);
    }
    (void)sqlite3_finalize(stmt);
    sqlite3_free(explain);
    return is_found;
}

static void no_statement_reads_a_whole_table_unless_it_says_why(void **state)
{
    char line[300];
    int scans = 0;
    sqlite3 *sqlite = open_empty();
    (void)state;
    for (int i = 0; i < Q_COUNT; i++) {
        if (strstr(QUERIES[i].sql, "/*scan*/") == NULL &&
            find_scan(sqlite, QUERIES[i].sql, line, sizeof(line))) {
            print_error("%s: %s\n", QUERIES[i].name, line);
            scans++;
        }
    }
    (void)sqlite3_close(sqlite);
    assert_int_equal(scans, 0);
}

static void a_scan_is_found_when_there_is_one(void **state)
{
    char line[300];
    sqlite3 *sqlite = open_empty();
    (void)state;
    assert_true(find_scan(sqlite, "SELECT id FROM request WHERE urgency_code = 'soon'", line,
                          sizeof(line)));
    assert_false(find_scan(sqlite, "SELECT id FROM request WHERE id = 1", line, sizeof(line)));
    (void)sqlite3_close(sqlite);
}

static void every_foreign_key_has_an_index(void **state)
{
    /* Deleting or changing a parent row looks for its children. */
    static const char sql[] =
        "SELECT m.name || '.' || f.\"from\" FROM sqlite_schema AS m, "
        "pragma_foreign_key_list(m.name) AS f "
        "WHERE m.type = 'table' AND f.seq = 0 AND NOT EXISTS ("
        "    SELECT 1 FROM pragma_index_list(m.name) AS l, pragma_index_info(l.name) AS c "
        "    WHERE c.seqno = 0 AND c.name = f.\"from\") "
        "AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS t "
        "    WHERE t.name = f.\"from\" AND t.pk = 1)";
    /* Few rows, or never searched by parent: lookups of fixed words; households are never deleted,
     * and state_by_household begins with whether it has ended. */
    static const char allowed[] = " request.kind closing.staff_id request_owner.household_id "
                                  "request_state.household_id ";
    sqlite3 *sqlite = open_empty();
    sqlite3_stmt *stmt = NULL;
    int missing = 0;
    (void)state;
    assert_int_equal(sqlite3_prepare_v2(sqlite, sql, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(stmt, 0);
        char word[200];
        (void)snprintf(word, sizeof(word), " %s ", name);
        if (strstr(allowed, word) == NULL) {
            print_error("no index for %s\n", name);
            missing++;
        }
    }
    (void)sqlite3_finalize(stmt);
    (void)sqlite3_close(sqlite);
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_statement_reads_a_whole_table_unless_it_says_why),
        cmocka_unit_test(a_scan_is_found_when_there_is_one),
        cmocka_unit_test(every_foreign_key_has_an_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
