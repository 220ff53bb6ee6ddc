/* The small house of tests/ui/fixture.sql with a router on it, without a window: fingers and codes
 * go in, nodes come out. Both clocks stand still at Tuesday 8 September 2026, 16:42 in Paris. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/db.h"
#include "screens/router.h"

#define CARD_LUCIE "C1248H248H248H248H248H248H24PA" /* household 1 */
#define CARD_AHMED "C148H248H248H248H248H248H248VP" /* household 2 */

struct SDL_Surface;
struct sqlite3;

struct house {
    char dir[128], path[160];
    struct db *db;
    struct sqlite3 *other; /* another program at the same database */
    struct ui_stage *stage;
    struct SDL_Surface *surface;
    struct router *router;
};

/* For cmocka_unit_test_setup_teardown: *state is a struct house. */
int house_setup(void **state);
int house_teardown(void **state);

/* Lets time pass, with everything that it does. */
void house_wait(struct house *house, int64_t ms);
/* A whole tap on the node with that id, then a moment. */
void house_tap(struct house *house, const char *id);
/* Half a tap, without letting time pass. */
void house_finger(struct house *house, enum ui_touch_kind kind, const char *id);
/* Part of a node's name stands on the glass. */
bool house_shows(const struct house *house, const char *words);
/* Raw SQL by the other program. */
void house_exec(struct house *house, const char *sql);
int64_t house_int(struct house *house, const char *sql);
