#include "support_db.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

int64_t at(const char *local)
{
    int64_t utc_s = 0;
    assert_int_equal(clock_parse(local, &utc_s), ERR_OK);
    return utc_s;
}

void set_time(const char *local)
{
    clock_freeze_at(at(local));
}

static void check_sql(struct world *world, int code, const char *sql)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        fail_msg("%s: %s", sqlite3_errmsg(world->raw), sql);
    }
}

void world_exec(struct world *world, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *sql = sqlite3_vmprintf(format, args);
    va_end(args);
    check_sql(world, sqlite3_exec(world->raw, sql, NULL, NULL, NULL), sql);
    sqlite3_free(sql);
}

bool world_try(struct world *world, const char *sql)
{
    return sqlite3_exec(world->raw, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* The first row of raw SQL, prepared; to be finalized. */
static sqlite3_stmt *first_row(struct world *world, const char *format, va_list args)
{
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_vmprintf(format, args);
    check_sql(world, sqlite3_prepare_v2(world->raw, sql, -1, &stmt, NULL), sql);
    const int code = sqlite3_step(stmt);
    check_sql(world, code, sql);
    if (code != SQLITE_ROW) {
        fail_msg("no row: %s", sql);
    }
    sqlite3_free(sql);
    return stmt;
}

int64_t world_int(struct world *world, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    sqlite3_stmt *stmt = first_row(world, format, args);
    va_end(args);
    const int64_t value = sqlite3_column_int64(stmt, 0);
    (void)sqlite3_finalize(stmt);
    return value;
}

const char *world_text(struct world *world, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    sqlite3_stmt *stmt = first_row(world, format, args);
    va_end(args);
    const char *value = arena_strdup(world->arena, (const char *)sqlite3_column_text(stmt, 0));
    (void)sqlite3_finalize(stmt);
    return value;
}

static void fill_house(struct world *world)
{
    const long long now_s = clock_now_s();
    world_exec(world,
               "INSERT INTO site(id, uid, name, zone, last_record_s)"
               " VALUES (1, randomblob(16), 'Maison des tests', 'Europe/Paris', %lld);"
               "INSERT INTO opening(weekday, opens_min, closes_min)"
               " SELECT value, 540, 720 FROM json_each('[2,3,4,5,6]')"
               " UNION ALL SELECT value, 840, 1080 FROM json_each('[2,3,4,5]');",
               now_s - CLOCK_DAY_S);
    (void)build_staff(world, "01", "Nadia");
    (void)build_staff(world, "02", "Karim");
}

int world_setup(void **state)
{
    struct world *world = calloc(1, sizeof(*world));
    assert_non_null(world);
    const char *tmp = getenv("TMPDIR");
    (void)snprintf(world->dir, sizeof(world->dir), "%s/concierge-test-XXXXXX",
                   tmp == NULL ? "/tmp" : tmp);
    assert_non_null(mkdtemp(world->dir));
    (void)snprintf(world->path, sizeof(world->path), "%s/house.db", world->dir);
    assert_int_equal(clock_set_zone("Europe/Paris"), ERR_OK);
    set_time(WORLD_NOW);
    assert_int_equal(db_open(world->path, DB_CREATE, &world->db), ERR_OK);
    assert_int_equal(sqlite3_open(world->path, &world->raw), SQLITE_OK);
    world->arena = arena_create("test", 16 << 20);
    /* Durability is not what is tested here: this connection need not wait for the disk. */
    world_exec(world, "PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;");
    fill_house(world);
    *state = world;
    return 0;
}

int world_teardown(void **state)
{
    struct world *world = *state;
    char command[512];
    (void)sqlite3_close(world->raw);
    db_close(world->db);
    arena_destroy(world->arena);
    (void)snprintf(command, sizeof(command), "rm -r '%s'", world->dir);
    const int code = system(command);
    free(world);
    return code;
}

static int64_t last_id(struct world *world)
{
    return sqlite3_last_insert_rowid(world->raw);
}

int64_t build_staff(struct world *world, const char *number, const char *first_name)
{
    world_exec(world, "INSERT INTO staff(number, first_name, role) VALUES (%Q, %Q, 'concierge')",
               number, first_name);
    return last_id(world);
}

int64_t build_household(struct world *world, const char *number, const char *first_name)
{
    world_exec(world,
               "INSERT INTO household(uid, number, joined_at_s) VALUES (randomblob(16), %Q, %lld)",
               number, (long long)clock_now_s());
    const int64_t household_id = last_id(world);
    (void)build_person(world, household_id, first_name, false);
    return household_id;
}

int64_t build_person(struct world *world, int64_t household_id, const char *first_name,
                     bool is_child)
{
    world_exec(world, "INSERT INTO person(household_id, is_child) VALUES (%lld, %d)",
               (long long)household_id, is_child);
    const int64_t person_id = last_id(world);
    world_exec(world, "INSERT INTO person_name(person_id, first_name) VALUES (%lld, %Q)",
               (long long)person_id, first_name);
    return person_id;
}

void build_subscription(struct world *world, int64_t household_id, const char *from,
                        const char *until)
{
    world_exec(world, "INSERT INTO subscription VALUES (%lld, %lld, %lld, 1000)",
               (long long)household_id, (long long)at(from), (long long)at(until));
}

void build_roster(struct world *world, int64_t staff_id, const char *from, const char *until)
{
    world_exec(world, "INSERT INTO roster VALUES (%lld, %lld, %lld)", (long long)staff_id,
               (long long)at(from), (long long)at(until));
}

int64_t build_closing(struct world *world, const char *from, const char *until,
                      const char *reason_code)
{
    world_exec(world,
               "INSERT INTO closing(from_s, until_s, reason_code, recorded_at_s)"
               " VALUES (%lld, %lld, %Q, %lld)",
               (long long)at(from), (long long)at(until), reason_code, (long long)clock_now_s());
    return last_id(world);
}

int64_t build_presence(struct world *world, int64_t staff_id, const char *since)
{
    world_exec(world, "INSERT INTO presence(staff_id, began_s) VALUES (%lld, %lld)",
               (long long)staff_id, (long long)at(since));
    return last_id(world);
}

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

int64_t build_request(struct world *world, const struct build *b)
{
    const long long now_s = clock_now_s();
    world_exec(world,
               "INSERT INTO request(uid, kind, parent_id, channel, lang, asked_at_s, recorded_at_s,"
               " for_whom, is_private, is_danger, session_id, item_id, service_id, direction,"
               " category_code, choice_code)"
               " VALUES (randomblob(16), %Q, nullif(%lld, 0), 'screen', 'fr', %lld, %lld, 'self',"
               " 0, %d, nullif(%lld, 0), nullif(%lld, 0), nullif(%lld, 0), %Q, %Q, %Q)",
               b->kind, (long long)b->parent_id, now_s, now_s, b->is_danger,
               (long long)b->session_id, (long long)b->item_id, (long long)b->service_id,
               or_empty(b->direction), or_empty(b->category), or_empty(b->choice));
    const int64_t id = last_id(world);
    world_exec(world,
               "INSERT INTO decision(request_id, no, happened_at_s, recorded_at_s, who, verb,"
               " from_state, to_state, session_id, copy_id, from_s, until_s, adults, children,"
               " holds)"
               " VALUES (%lld, 1, %lld, %lld, 'house', 'ask', '', %Q, nullif(%lld, 0),"
               " nullif(%lld, 0), nullif(%lld, 0), nullif(%lld, 0), %d, %d, %d)",
               (long long)id, now_s, now_s, b->state, (long long)b->session_id,
               (long long)b->copy_id, (long long)b->from_s, (long long)b->until_s, b->adults,
               b->children, b->holds);
    world_exec(world,
               "INSERT INTO request_state(request_id, no, kind, state, since_s, rank_s, waits,"
               " is_ended, is_danger, answer_by_s, hold_ends_s, not_staff_id, item_id, session_id,"
               " copy_id, from_s, until_s, adults, children, holds)"
               " VALUES (%lld, 1, %Q, %Q, %lld, %lld, %d, %d, %d, nullif(%lld, 0),"
               " nullif(%lld, 0), nullif(%lld, 0), nullif(%lld, 0), nullif(%lld, 0),"
               " nullif(%lld, 0), nullif(%lld, 0), nullif(%lld, 0), %d, %d, %d)",
               (long long)id, b->kind, b->state, now_s, now_s, b->waits, b->is_ended, b->is_danger,
               (long long)b->answer_by_s, (long long)b->hold_ends_s, (long long)b->not_staff_id,
               (long long)b->item_id, (long long)b->session_id, (long long)b->copy_id,
               (long long)b->from_s, (long long)b->until_s, b->adults, b->children, b->holds);
    if (b->household_id != 0) {
        world_exec(world, "INSERT INTO request_owner VALUES (%lld, 1, %lld, %lld)", (long long)id,
                   (long long)b->household_id, now_s);
    }
    return id;
}

int64_t build_item(struct world *world, const char *title, const char *rule, int max_days)
{
    world_exec(world,
               "INSERT INTO item_class(code, title, icon, rule, max_days, position)"
               " VALUES (%Q, %Q, 'tools', %Q, %d, 1)",
               title, title, rule, max_days);
    world_exec(world, "INSERT INTO item(class_id, title, icon) VALUES (%lld, %Q, 'drill')",
               (long long)last_id(world), title);
    return last_id(world);
}

int64_t build_copy(struct world *world, int64_t item_id, int number)
{
    const int64_t id = build_request(
        world, &(struct build){.kind = "copy", .state = "available", .item_id = item_id});
    world_exec(world, "INSERT INTO copy(request_id, item_id, number) VALUES (%lld, %lld, %d)",
               (long long)id, (long long)item_id, number);
    return id;
}

int64_t build_loan(struct world *world, int64_t copy_id, const char *state, const char *from,
                   const char *until)
{
    return build_request(
        world, &(struct build){
                   .kind = "loan",
                   .state = state,
                   .copy_id = copy_id,
                   .item_id = world_int(world, "SELECT item_id FROM copy WHERE request_id = %lld",
                                        (long long)copy_id),
                   .from_s = at(from),
                   .until_s = at(until),
                   .holds = true,
               });
}

int64_t build_session(struct world *world, const char *starts, int capacity, const char *rule)
{
    world_exec(world,
               "INSERT INTO activity(kind_code, title, icon, rule)"
               " VALUES ('workshop', 'Atelier', 'tools', %Q)",
               rule);
    const int64_t activity_id = last_id(world);
    const int64_t id =
        build_request(world, &(struct build){.kind = "session",
                                             .state = "published",
                                             .from_s = at(starts),
                                             .until_s = at(starts) + 2 * CLOCK_HOUR_S});
    world_exec(world,
               "INSERT INTO session(request_id, activity_id, starts_s, ends_s, capacity)"
               " VALUES (%lld, %lld, %lld, %lld, nullif(%d, 0))",
               (long long)id, (long long)activity_id, (long long)at(starts),
               (long long)at(starts) + 2 * CLOCK_HOUR_S, capacity);
    return id;
}

int64_t build_booking(struct world *world, int64_t session_id, const char *state, int adults,
                      int children)
{
    const bool holds = strcmp(state, "waitlisted") != 0;
    const int64_t from_s = world_int(world, "SELECT starts_s FROM session WHERE request_id = %lld",
                                     (long long)session_id);
    return build_request(world, &(struct build){
                                    .kind = "booking",
                                    .state = state,
                                    .session_id = session_id,
                                    .from_s = from_s,
                                    .until_s = from_s + 2 * CLOCK_HOUR_S,
                                    .waits = strcmp(state, "asked") == 0,
                                    .adults = adults,
                                    .children = children,
                                    .holds = holds,
                                });
}

int64_t build_service(struct world *world, const char *code, const char *kind, const char *rule)
{
    world_exec(world,
               "INSERT INTO service(code, pillar, kind, title, icon, price, rule, position)"
               " VALUES (%Q, 'service', %Q, %Q, 'hand', 'free', %Q, 1)",
               code, kind, code, rule);
    return last_id(world);
}
