/* The database file: what it refuses to open, and what happens when it cannot be written. */
#include "support_db.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "core/query.h"
#include "core/request.h"

static enum err try_open(const char *path)
{
    struct db *db = NULL;
    const enum err err = db_open(path, DB_EXISTING, &db);
    assert_true((db == NULL) == (err != ERR_OK));
    db_close(db);
    return err;
}

/* A new path in the world's folder. */
static const char *path_in(struct world *world, const char *name)
{
    return arena_printf(world->arena, "%s/%s", world->dir, name);
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void a_missing_file_is_not_made_up(void **state)
{
    struct world *world = *state;
    const char *path = path_in(world, "none.db");
    assert_int_equal(try_open(path), ERR_NOT_FOUND);
    assert_int_equal(access(path, F_OK), -1);
}

static void an_existing_file_is_not_created_over(void **state)
{
    struct world *world = *state;
    struct db *db = NULL;
    assert_int_equal(db_open(world->path, DB_CREATE, &db), ERR_CONFLICT);
    assert_null(db);
}

static void what_is_not_ours_is_refused_and_left_alone(void **state)
{
    struct world *world = *state;
    const char *text = path_in(world, "text.db");
    write_file(text, "This is a letter, not a database. It is long enough to be taken for one by "
                     "anybody who only looks at its size, which is over one hundred bytes.");
    assert_int_equal(try_open(text), ERR_FOREIGN);
    const char *other = path_in(world, "other.db");
    sqlite3 *sqlite = NULL;
    assert_int_equal(sqlite3_open(other, &sqlite), SQLITE_OK);
    assert_int_equal(sqlite3_exec(sqlite, "CREATE TABLE t(a)", NULL, NULL, NULL), SQLITE_OK);
    (void)sqlite3_close(sqlite);
    assert_int_equal(try_open(other), ERR_FOREIGN);
    int from = 0;
    int to = 0;
    assert_int_equal(db_migrate(other, &from, &to), ERR_FOREIGN);
}

static void a_newer_database_is_refused(void **state)
{
    struct world *world = *state;
    int from = 0;
    int to = 0;
    world_exec(world, "PRAGMA user_version = %d", MIGRATION_COUNT + 1);
    assert_int_equal(try_open(world->path), ERR_NEWER);
    assert_int_equal(db_migrate(world->path, &from, &to), ERR_NEWER);
}

static mode_t mode_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
}

/* Names and telephones stand in it. */
static void a_new_database_is_not_for_other_users_of_the_machine(void **state)
{
    struct world *world = *state;
    struct db *db = NULL;
    const char *path = path_in(world, "new.db");
    const mode_t before = umask(0);
    const enum err err = db_open(path, DB_CREATE, &db);
    (void)umask(before);
    assert_int_equal(err, ERR_OK);
    assert_int_equal(mode_of(path) & S_IRWXO, 0);
    assert_int_equal(db_begin(db), ERR_OK);
    const char *turn = arena_printf(world->arena, "%s.turn", path);
    assert_int_equal(mode_of(turn) & S_IRWXO, 0);
    db_rollback(db);
    db_close(db);
}

static void an_older_database_is_migrated_after_a_copy(void **state)
{
    struct world *world = *state;
    const char *path = path_in(world, "old.db");
    const char *copy = arena_printf(world->arena, "%s.before-%d", path, MIGRATION_COUNT);
    sqlite3 *sqlite = NULL;
    assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
    char *sql = sqlite3_mprintf("PRAGMA application_id = %d; PRAGMA user_version = 1; %s",
                                DB_APPLICATION_ID, MIGRATIONS[0].sql);
    assert_int_equal(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_free(sql);
    (void)sqlite3_close(sqlite);
    assert_int_equal(try_open(path), ERR_INVALID);
    assert_int_equal(chmod(path, S_IRUSR | S_IWUSR), 0);
    int from = 0;
    int to = 0;
    assert_int_equal(db_migrate(path, &from, &to), ERR_OK);
    assert_int_equal(from, 1);
    assert_int_equal(to, MIGRATION_COUNT);
    assert_int_equal(try_open(path), ERR_OK);
    assert_int_equal(access(copy, F_OK), 0);
    assert_int_equal(try_open(copy), ERR_INVALID); /* the copy is as it was */
    assert_int_equal(mode_of(copy), S_IRUSR | S_IWUSR);
    /* Again: nothing to do, no new copy. */
    assert_int_equal(unlink(copy), 0);
    assert_int_equal(db_migrate(path, &from, &to), ERR_OK);
    assert_int_equal(from, MIGRATION_COUNT);
    assert_int_equal(access(copy, F_OK), -1);
}

static void a_migration_that_fails_leaves_the_version_before(void **state)
{
    struct world *world = *state;
    const char *path = path_in(world, "odd.db");
    sqlite3 *sqlite = NULL;
    int version = 0;
    assert_int_equal(sqlite3_open(path, &sqlite), SQLITE_OK);
    /* Migration 2 makes a table that is there already. */
    char *sql = sqlite3_mprintf("PRAGMA application_id = %d; PRAGMA user_version = 1; %s"
                                "CREATE TABLE household(a);",
                                DB_APPLICATION_ID, MIGRATIONS[0].sql);
    assert_int_equal(sqlite3_exec(sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_free(sql);
    int from = 0;
    int to = 0;
    assert_int_not_equal(db_migrate(path, &from, &to), ERR_OK);
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(sqlite, "PRAGMA user_version", -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    version = sqlite3_column_int(stmt, 0);
    (void)sqlite3_finalize(stmt);
    (void)sqlite3_close(sqlite);
    assert_int_equal(version, 1);
}

static void a_full_disk_writes_nothing_and_says_so(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 100, "desk");
    const int64_t home = build_household(world, "0087", "Alma");
    struct ask ask =
        ask_make(KIND_BOOKING, VERB_ASK,
                 (struct actor){.who = WHO_RESIDENT, .household_id = home, .has_card = true});
    ask.terms = (struct terms){.session_id = session_id,
                               .from_s = at("2026-09-09T14:00"),
                               .until_s = at("2026-09-09T16:00"),
                               .adults = 1};
    db_limit_pages(world->db, 1); /* the pages there are, and not one more */
    enum err err = ERR_OK;
    int64_t asked = -1;
    while (err == ERR_OK) { /* until the free room in the last pages is used up */
        err = request_ask(world->db, &ask, &receipt);
        asked++;
    }
    assert_int_equal(err, ERR_NO_SPACE);
    assert_false(db_is_writing(world->db));
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_state WHERE kind = 'booking'"),
                     asked);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request WHERE kind = 'booking'"),
                     asked);
    db_limit_pages(world->db, 0); /* room again: by touch, once more */
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    assert_int_equal(db_check(world->db), ERR_OK);
}

/* In a child without root's rights, to which no file is read-only. */
static int in_child_as_nobody(int (*work)(struct world *world), struct world *world)
{
    const pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) {
            _exit(99);
        }
        _exit(work(world));
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int open_readonly(struct world *world)
{
    struct db *db = NULL;
    return (int)db_open(world->path, DB_EXISTING, &db);
}

static void a_read_only_file_is_refused(void **state)
{
    struct world *world = *state;
    assert_int_equal(chmod(world->dir, 0755), 0);
    assert_int_equal(chmod(world->path, 0444), 0);
    assert_int_equal(in_child_as_nobody(open_readonly, world), ERR_READONLY);
}

static void a_writer_that_never_ends_is_waited_for_and_then_reported(void **state)
{
    struct world *world = *state;
    const char *turn = arena_printf(world->arena, "%s.turn", world->path);
    const int fd = open(turn, O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_int_equal(db_begin(world->db), ERR_BUSY);
    assert_false(db_is_writing(world->db));
    (void)close(fd);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
}

static void a_stranger_that_locks_the_file_itself_is_reported_too(void **state)
{
    struct world *world = *state;
    world_exec(world, "BEGIN EXCLUSIVE");
    assert_int_equal(db_begin(world->db), ERR_BUSY);
    world_exec(world, "ROLLBACK");
    assert_int_equal(db_begin(world->db), ERR_OK);
    db_rollback(world->db);
}

static void anothers_commit_is_noticed(void **state)
{
    struct world *world = *state;
    const int64_t before = db_data_version(world->db);
    assert_int_equal(db_data_version(world->db), before);
    world_exec(world, "UPDATE site SET message = 'Bonjour'");
    assert_int_not_equal(db_data_version(world->db), before);
}

static void damage_is_found(void **state)
{
    struct world *world = *state;
    assert_int_equal(db_check(world->db), ERR_OK);
    world_exec(world, "PRAGMA foreign_keys = OFF;"
                      "INSERT INTO person(household_id) VALUES (424242)");
    assert_int_equal(db_check(world->db), ERR_CORRUPT);
}

static void a_cut_in_the_middle_of_a_request_leaves_none_of_it(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const pid_t child = fork();
    if (child == 0) {
        struct db *db = NULL;
        struct receipt receipt;
        struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, (struct actor){.who = WHO_RESIDENT});
        ask.terms = (struct terms){.session_id = session_id,
                                   .from_s = at("2026-09-09T14:00"),
                                   .until_s = at("2026-09-09T16:00"),
                                   .adults = 1};
        if (db_open(world->path, DB_EXISTING, &db) != ERR_OK || db_begin(db) != ERR_OK ||
            request_ask(db, &ask, &receipt) != ERR_OK) {
            _exit(1);
        }
        (void)raise(SIGKILL); /* before the commit */
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(world_int(world, "SELECT count(*) FROM request WHERE kind = 'booking'"), 0);
    assert_int_equal(db_begin(world->db), ERR_OK); /* its turn ended with it */
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(db_check(world->db), ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_missing_file_is_not_made_up),
        TEST(an_existing_file_is_not_created_over),
        TEST(what_is_not_ours_is_refused_and_left_alone),
        TEST(a_newer_database_is_refused),
        TEST(a_new_database_is_not_for_other_users_of_the_machine),
        TEST(an_older_database_is_migrated_after_a_copy),
        TEST(a_migration_that_fails_leaves_the_version_before),
        TEST(a_full_disk_writes_nothing_and_says_so),
        TEST(a_read_only_file_is_refused),
        TEST(a_writer_that_never_ends_is_waited_for_and_then_reported),
        TEST(a_stranger_that_locks_the_file_itself_is_reported_too),
        TEST(anothers_commit_is_noticed),
        TEST(damage_is_found),
        TEST(a_cut_in_the_middle_of_a_request_leaves_none_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
