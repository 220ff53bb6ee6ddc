/* Measures the database: what a committed request costs beside one bare durable insert of the same
 * bytes, and how the screens' queries grow from 1,000 to 1,000,000 requests (300 waiting, history
 * growing). Ratios within one run; never run by the tests.
 *
 *   bench_database FOLDER            prints a table; FOLDER takes some GB for a while
 *   bench_database FOLDER REQUESTS   leaves FOLDER/bench.db, a house with so many requests */
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/agenda.h"
#include "core/board.h"
#include "core/catalogue.h"
#include "core/house.h"
#include "core/mine.h"
#include "core/queue.h"
#include "core/request.h"
#include "core/uid.h"

enum { RUNS = 200, COMMITS = 200, HOUSEHOLDS = 500, SESSIONS = 400, WAITING = 300 };

static int64_t now_us(void)
{
    struct timespec ts;
    (void)clock_gettime(CLOCK_MONOTONIC, &ts);
    return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

static int by_value(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a;
    const int64_t y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static int64_t median(int64_t *values, size_t count)
{
    qsort(values, count, sizeof(*values), by_value);
    return values[count / 2];
}

static void must(bool is_fine, const char *what)
{
    if (!is_fine) {
        log_fatal("bench: %s", what);
    }
}

static void exec(sqlite3 *sqlite, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(sqlite, sql, NULL, NULL, &message) != SQLITE_OK) {
        log_fatal("bench: %s", message);
    }
}

/* uid7(at_s): a UUIDv7 as core/uid.h draws them, in the order of time. */
static void make_uid(sqlite3_context *context, int count, sqlite3_value **values)
{
    unsigned char uid[UID_BYTES];
    (void)count;
    uid_draw(sqlite3_value_int64(values[0]), uid);
    sqlite3_result_blob(context, uid, sizeof(uid), SQLITE_TRANSIENT);
}

/* The house without its history. */
static const char HOUSE[] =
    "INSERT INTO site(id, uid, name, zone, last_record_s)"
    " VALUES (1, randomblob(16), 'Bench', 'Europe/Paris', :now - 400 * 86400);"
    "INSERT INTO opening SELECT value, 540, 1140 FROM json_each('[1,2,3,4,5,6,7]');"
    "INSERT INTO staff(id, number, first_name, role) VALUES (1, '01', 'Nadia', 'concierge');"
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < :households)"
    " INSERT INTO household(id, uid, number, joined_at_s)"
    " SELECT i, randomblob(16), printf('%04d', i), 0 FROM c;"
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 50)"
    " INSERT INTO activity(id, kind_code, title, icon, rule)"
    " SELECT i, 'workshop', 'Atelier ' || i, 'tools', 'desk' FROM c;"
    "INSERT INTO service(id, code, pillar, kind, title, icon, price, rule, position)"
    " VALUES (1, 'ironing', 'service', 'enquiry', 'Repassage', 'iron', 'free', 'desk', 1);";

/* Sessions are requests 1 … :sessions, two a day around now. */
static const char AGENDA[] =
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < :sessions)"
    " INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom,"
    "  is_private, is_danger)"
    " SELECT i, uid7(:now), 'session', 'desk', 'fr', :now, :now, 'self', 0, 0 FROM c;"
    "INSERT INTO session(request_id, activity_id, starts_s, ends_s, capacity)"
    " SELECT id, 1 + id % 50, :now + (id - 300) * 43200, :now + (id - 300) * 43200 + 7200, 1000"
    " FROM request;"
    "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state,"
    "  to_state, from_s, until_s, holds)"
    " SELECT request_id, 1, :now, :now, 'house', 'publish', '', 'published', starts_s, ends_s, 0"
    " FROM session;"
    "INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,"
    "  is_danger, from_s, until_s, adults, children, holds)"
    " SELECT request_id, 1, 'session', 'published', :now, :now, 0, 0, 0, starts_s, ends_s, 0, 0, 0"
    " FROM session;";

/* History: bookings that took place. Then :waiting enquiries that wait. */
static const char REQUESTS[] =
    "CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS"
    "  (SELECT :sessions + 1 UNION ALL SELECT i + 1 FROM c WHERE i < :sessions + :requests)"
    "  SELECT i, i > :sessions + :requests - :waiting AS waits,"
    "   :now - (:sessions + :requests - i) * 300 AS at_s, 1 + i * 7 % 250 AS session_id FROM c;"
    "INSERT INTO request(id, uid, kind, channel, lang, asked_at_s, recorded_at_s, for_whom,"
    "  is_private, is_danger, session_id, service_id)"
    " SELECT i, uid7(at_s), iif(waits, 'enquiry', 'booking'), 'screen', 'fr', at_s, at_s,"
    "  'self', 0, 0, iif(waits, NULL, session_id), iif(waits, 1, NULL) FROM n;"
    "INSERT INTO request_owner SELECT i, 1, 1 + i * 13 % :households, at_s FROM n;"
    "INSERT INTO ticket(request_id, number, token_hash, shown_at_s, is_live)"
    " SELECT i, printf('%06d', i % 1000000), randomblob(32), at_s, 0 FROM n;"
    "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb, from_state,"
    "  to_state, session_id, adults, holds)"
    " SELECT i, 1, at_s, at_s, 'resident', 'ask', '', 'asked', iif(waits, NULL, session_id), 1,"
    "  NOT waits FROM n;"
    "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, staff_id, verb,"
    "  from_state, to_state, session_id, adults, holds)"
    " SELECT i, 2, at_s, at_s, 'desk', 1, 'mark_present', 'asked', 'present', session_id, 1, 0"
    " FROM n WHERE NOT waits;"
    "INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits, is_ended,"
    "  is_danger, answer_by_s, session_id, adults, children, holds)"
    " SELECT i, iif(waits, 1, 2), iif(waits, 'enquiry', 'booking'), iif(waits, 'asked', 'present'),"
    "  at_s, at_s, waits, NOT waits, 0, iif(waits, :now + 86400, NULL),"
    "  iif(waits, NULL, session_id), 1, 0, 0 FROM n;"
    "INSERT INTO notice(request_id, no, created_at_s, state, how, told_at_s)"
    " SELECT i, 2, at_s, 'told', 'screen', at_s FROM n WHERE NOT waits;"
    "INSERT INTO act(day, kind, subject_code, outcome, ended_by, channel, is_known, adults)"
    " SELECT 20260101, 'booking', 'workshop', 'present', 'desk', 'screen', 1, 1"
    " FROM n WHERE NOT waits;"
    "DROP TABLE n;";

/* Runs a script with its :words replaced. */
static void run_script(sqlite3 *sqlite, const char *script, int64_t requests)
{
    const struct {
        const char *word;
        int64_t value;
    } words[] = {{":now", clock_now_s()},
                 {":households", HOUSEHOLDS},
                 {":sessions", SESSIONS},
                 {":requests", requests},
                 {":waiting", WAITING}};
    struct arena *arena = arena_create("script", 1 << 20);
    char *sql = arena_strdup(arena, script);
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        for (char *at; (at = strstr(sql, words[i].word)) != NULL;) {
            sql = arena_printf(arena, "%.*s%" PRId64 "%s", (int)(at - sql), sql, words[i].value,
                               at + strlen(words[i].word));
        }
    }
    exec(sqlite, sql);
    arena_destroy(arena);
}

static struct db *build_house(const char *path, int64_t requests)
{
    struct db *db = NULL;
    sqlite3 *sqlite = NULL;
    must(db_open(path, DB_CREATE, &db) == ERR_OK, "a new database");
    must(sqlite3_open(path, &sqlite) == SQLITE_OK, "a second connection");
    must(sqlite3_create_function(sqlite, "uid7", 1, SQLITE_UTF8, NULL, make_uid, NULL, NULL) ==
             SQLITE_OK,
         "uid7");
    exec(sqlite, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA temp_store = 2;"
                 "BEGIN");
    run_script(sqlite, HOUSE, requests);
    run_script(sqlite, AGENDA, requests);
    run_script(sqlite, REQUESTS, requests);
    exec(sqlite, "COMMIT");
    (void)sqlite3_close(sqlite);
    return db;
}

/* ---- The screens' reads ---- */

static enum err read_queue(struct db *db, struct arena *arena)
{
    struct queue_list list;
    struct queue_counts counts;
    const enum err err = queue_page(db, QUEUE_ALL, queue_first(), arena, &list);
    return err != ERR_OK ? err : queue_count(db, &counts);
}

static enum err read_mine(struct db *db, struct arena *arena)
{
    struct mine mine;
    const struct actor actor = {.who = WHO_RESIDENT, .household_id = 7, .has_card = true};
    return mine_load(db, &actor, (struct mine_key){0}, arena, &mine);
}

static enum err read_agenda(struct db *db, struct arena *arena)
{
    struct agenda_row *rows = NULL;
    int count = 0;
    return agenda_list(db, clock_now_s(), clock_now_s() + 7 * CLOCK_DAY_S, "", 60, arena, &rows,
                       &count);
}

static enum err read_board(struct db *db, struct arena *arena)
{
    struct board_page page;
    return board_list(db, &(struct board_filter){.direction = "", .category = ""}, arena, &page);
}

static enum err read_services(struct db *db, struct arena *arena)
{
    struct catalogue_service_row *rows = NULL;
    int count = 0;
    return catalogue_services(db, arena, PILLAR_SERVICE, &rows, &count);
}

static enum err read_today(struct db *db, struct arena *arena)
{
    struct queue_today *sessions = NULL;
    struct queue_list loans;
    int count = 0;
    bool is_more = false;
    const enum err err = queue_today_sessions(db, arena, &sessions, &count, &is_more);
    return err != ERR_OK ? err : queue_today_loans(db, arena, &loans);
}

static enum err read_house(struct db *db, struct arena *arena)
{
    struct house_status status;
    (void)arena;
    return house_status(db, clock_now_s(), &status);
}

static enum err read_sweep(struct db *db, struct arena *arena)
{
    int count = 0;
    (void)arena;
    return sweep_run(db, &count);
}

static const struct {
    const char *name;
    enum err (*read)(struct db *db, struct arena *arena);
} READS[] = {
    {"queue, first page and counts", read_queue},
    {"mine, a household's", read_mine},
    {"agenda, a week", read_agenda},
    {"board", read_board},
    {"services", read_services},
    {"today at the desk", read_today},
    {"house, who is there", read_house},
    {"sweep, nothing due", read_sweep},
};

static int64_t time_read(struct db *db, size_t which)
{
    int64_t times[RUNS];
    struct arena *arena = arena_create("bench", 64 << 20);
    for (int i = 0; i < RUNS; i++) {
        const int64_t before = now_us();
        must(READS[which].read(db, arena) == ERR_OK, READS[which].name);
        times[i] = now_us() - before;
        arena_reset(arena);
    }
    arena_destroy(arena);
    return median(times, RUNS);
}

/* ---- A committed request beside a bare insert ---- */

static int64_t file_bytes(const char *path)
{
    struct stat status;
    must(stat(path, &status) == 0, "the file's size");
    return status.st_size;
}

static void ask_once(struct db *db, int i)
{
    struct receipt receipt;
    struct ask ask = ask_make(
        KIND_ENQUIRY, VERB_ASK,
        (struct actor){.who = WHO_RESIDENT, .household_id = 1 + i % 400, .has_card = true});
    ask.service_id = 1;
    must(request_ask(db, &ask, &receipt) == ERR_OK, "asking");
}

static sqlite3 *open_bare(const char *path)
{
    sqlite3 *sqlite = NULL;
    must(sqlite3_open(path, &sqlite) == SQLITE_OK, "a bare database");
    exec(sqlite, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;"
                 "PRAGMA secure_delete = ON; CREATE TABLE bare(id INTEGER PRIMARY KEY, row BLOB)");
    return sqlite;
}

struct cost {
    int64_t row_bytes, ask_us, bare_us;
};

/* A request and a bare insert of as many bytes in turns, so that both meet the same disk. */
static struct cost time_commits(struct db *db, const char *path, const char *bare_path)
{
    int64_t asks[COMMITS];
    int64_t bares[COMMITS];
    struct cost cost = {0};
    const int64_t before_bytes = file_bytes(path);
    for (int i = 0; i < COMMITS; i++) {
        ask_once(db, i);
    }
    cost.row_bytes = (file_bytes(path) - before_bytes) / COMMITS;
    sqlite3 *bare = open_bare(bare_path);
    for (int i = 0; i < COMMITS; i++) {
        char sql[128];
        (void)snprintf(sql, sizeof(sql), "INSERT INTO bare(row) VALUES (randomblob(%" PRId64 "))",
                       cost.row_bytes);
        const int64_t begun_us = now_us();
        ask_once(db, i);
        asks[i] = now_us() - begun_us;
        exec(bare, sql);
        bares[i] = now_us() - begun_us - asks[i];
    }
    (void)sqlite3_close(bare);
    cost.ask_us = median(asks, COMMITS);
    cost.bare_us = median(bares, COMMITS);
    return cost;
}

static void remove_database(const char *path)
{
    static const char *const parts[] = {"", "-journal", ".turn"};
    char name[4096];
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        (void)snprintf(name, sizeof(name), "%s%s", path, parts[i]);
        (void)unlink(name);
    }
}

int main(int argc, char **argv)
{
    static const int64_t sizes[] = {1000, 1000000};
    int64_t times[ARRAY_LEN(READS)][ARRAY_LEN(sizes)];
    char path[4096];
    char bare[4096];
    if (argc < 2 || argc > 3 || clock_set_zone("Europe/Paris") != ERR_OK) {
        (void)fprintf(stderr, "usage: bench_database FOLDER [REQUESTS]\n");
        return 2;
    }
    (void)snprintf(path, sizeof(path), "%s/bench.db", argv[1]);
    if (argc == 3) {
        remove_database(path);
        db_close(build_house(path, strtoll(argv[2], NULL, 10)));
        return 0;
    }
    (void)snprintf(bare, sizeof(bare), "%s/bare.db", argv[1]);
    for (size_t s = 0; s < ARRAY_LEN(sizes); s++) {
        remove_database(path);
        struct db *db = build_house(path, sizes[s]);
        (void)time_read(db, ARRAY_LEN(READS) - 1); /* what is due at first */
        for (size_t r = 0; r < ARRAY_LEN(READS); r++) {
            times[r][s] = time_read(db, r);
        }
        remove_database(bare);
        const struct cost cost = time_commits(db, path, bare);
        (void)printf("%8" PRId64 " requests: a committed request %" PRId64
                     " us, a bare insert of as many bytes (%" PRId64 ") %" PRId64
                     " us, ratio %.2f\n",
                     sizes[s], cost.ask_us, cost.row_bytes, cost.bare_us,
                     (double)cost.ask_us / (double)cost.bare_us);
        db_close(db);
    }
    for (size_t r = 0; r < ARRAY_LEN(READS); r++) {
        (void)printf("%-30s %6" PRId64 " us -> %6" PRId64 " us, ratio %.2f\n", READS[r].name,
                     times[r][0], times[r][1],
                     (double)times[r][1] / (double)(times[r][0] > 0 ? times[r][0] : 1));
    }
    remove_database(path);
    remove_database(bare);
    return 0;
}
