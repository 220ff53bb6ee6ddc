/* A small house for tests: a new database in a temporary folder, zone Europe/Paris, both clocks
 * frozen at Tuesday 8 September 2026, 16:42.
 *
 * Open Tuesday to Friday 9:00–12:00 and 14:00–18:00, Saturday 9:00–12:00; no roster, nobody at the
 * desk; staff 1 Nadia (number 01) and 2 Karim (02), concierges. Builders write through a second
 * connection, past the core, and end the test on any error. Times are local, "2026-09-08T16:42". */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/err.h"
#include "core/db.h"

enum { NADIA = 1, KARIM = 2 };

#define WORLD_NOW "2026-09-08T16:42"

struct sqlite3;

struct world {
    struct db *db;
    struct arena *arena;
    struct sqlite3 *raw;
    char dir[128];
    char path[160];
};

/* For cmocka_unit_test_setup_teardown: *state is a struct world. */
int world_setup(void **state);
int world_teardown(void **state);

/* Local time of the site to UTC seconds. */
int64_t at(const char *local);
/* Freezes the clocks there. */
void set_time(const char *local);

/* Raw SQL; %d, %lld and, for text, %Q as in sqlite3_mprintf. */
void world_exec(struct world *world, const char *format, ...);
/* Raw SQL that the database may refuse: false then. */
bool world_try(struct world *world, const char *sql);
/* The first column of the first row; NULL reads as 0; no row ends the test. */
int64_t world_int(struct world *world, const char *format, ...);
/* The same as text, in the world's arena; NULL reads as "". */
const char *world_text(struct world *world, const char *format, ...);

/* Each gives the new row's id. */
int64_t build_staff(struct world *world, const char *number, const char *first_name);
int64_t build_household(struct world *world, const char *number, const char *first_name);
int64_t build_person(struct world *world, int64_t household_id, const char *first_name,
                     bool is_child);
void build_subscription(struct world *world, int64_t household_id, const char *from,
                        const char *until);
void build_roster(struct world *world, int64_t staff_id, const char *from, const char *until);
int64_t build_closing(struct world *world, const char *from, const char *until,
                      const char *reason_code);
int64_t build_presence(struct world *world, int64_t staff_id, const char *since);

/* A request with one decision, past the flow. Zero and NULL: none. */
struct build {
    const char *kind;
    const char *state;
    bool waits, is_ended, is_danger, holds;
    int64_t household_id;
    int64_t session_id, item_id, copy_id, service_id, parent_id;
    int64_t from_s, until_s;
    int adults, children;
    int64_t answer_by_s, hold_ends_s, not_staff_id;
    const char *direction, *category, *choice;
};
int64_t build_request(struct world *world, const struct build *build);

/* A class of its own with that rule ("automatic", "desk", …), and an item in it. */
int64_t build_item(struct world *world, const char *title, const char *rule, int max_days);
int64_t build_copy(struct world *world, int64_t item_id, int number);
/* state: reserved, ready, out, …, holding its copy. */
int64_t build_loan(struct world *world, int64_t copy_id, const char *state, const char *from,
                   const char *until);
/* A published session of two hours. capacity 0: free entry. */
int64_t build_session(struct world *world, const char *starts, int capacity, const char *rule);
int64_t build_booking(struct world *world, int64_t session_id, const char *state, int adults,
                      int children);
/* A service of kind enquiry, deposit or visit. */
int64_t build_service(struct world *world, const char *code, const char *kind, const char *rule);
