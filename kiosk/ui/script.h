/* Touch scripts (*.touch): the program played by a file, on a clock that stands still in between.
 *
 * One command a line; blank lines and lines that begin with # are skipped. Strings stand in double
 * quotes, with \" and \\ inside.
 *
 *   tap "name"  tap #id  tap @x,y      a node's spoken name, else the only name that contains it
 *   down @x,y   move @x,y   up @x,y    px of the upright screen; down 2 @x,y is a second finger
 *   key Return                         key names as in platform/input.h
 *   press "name"  press #id            by keys alone: F16 until that has the focus, then F17
 *   headset in   headset out
 *   type "words"   scan "C1…"          a USB keyboard, a scanner
 *   wait 500ms   wait 90s   wait 2min  the clock moves on
 *   expect screen ID
 *   expect text "…"   expect no text "…"     part of a node's name
 *   expect focus "…"   expect focus #id      what stands in the ring
 *   expect no focus
 *   expect said "…"   expect no said "…"     part of what was said since the last input; "":
 * anything expect sql "SELECT …" "value"            first column of the first row let NAME sql
 * "SELECT …"                  $NAME in the strings and ids that follow shot NAME   dump NAME a PNG,
 * a JSON list of nodes include FILE                             relative to this file
 *
 * After each line the screen is looked at, too: an area that a finger drags must have buttons that
 * turn its pages.
 *
 * In names and texts, no-break spaces compare equal to spaces, and isolates do not count. A tap
 * takes SCRIPT_TAP_MS in all, so that the next one is not taken for a repeat. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "ui/node.h"
#include "ui/touch.h"

enum {
    SCRIPT_PRESS_MS = 60,
    SCRIPT_TAP_MS = 400,
    SCRIPT_INPUT_MS = 400,   /* what a key, a typed text, a scan take */
    SCRIPT_FINGER_MS = 20,   /* what a bare down, move, up take */
    SCRIPT_REACH_MS = 40,    /* a key on the way of `press` */
    SCRIPT_REACH_MOST = 300, /* keys on that way */
    SCRIPT_VARIABLES = 32,
};

enum script_verb {
    SCRIPT_TAP_NAME,
    SCRIPT_TAP_ID,
    SCRIPT_TAP_AT,
    SCRIPT_DOWN,
    SCRIPT_MOVE,
    SCRIPT_UP,
    SCRIPT_KEY,
    SCRIPT_PRESS_NAME,
    SCRIPT_PRESS_ID,
    SCRIPT_HEADSET,
    SCRIPT_TYPE,
    SCRIPT_SCAN,
    SCRIPT_WAIT,
    SCRIPT_EXPECT_SCREEN,
    SCRIPT_EXPECT_TEXT,
    SCRIPT_EXPECT_NO_TEXT,
    SCRIPT_EXPECT_FOCUS_NAME,
    SCRIPT_EXPECT_FOCUS_ID,
    SCRIPT_EXPECT_NO_FOCUS,
    SCRIPT_EXPECT_SAID,
    SCRIPT_EXPECT_NO_SAID,
    SCRIPT_EXPECT_SQL,
    SCRIPT_LET,
    SCRIPT_SHOT,
    SCRIPT_DUMP,
    SCRIPT_VERB_COUNT
};

struct script_step {
    const char *file;
    int line;
    enum script_verb verb;
    const char *text;  /* name, id, key, screen, words, query */
    const char *value; /* expect sql: the value; let: the variable */
    int finger, x, y;
    int64_t ms;
};

struct script {
    const struct script_step *steps;
    size_t count;
};

/* Reads a script and what it includes into arena.
 * ERR_NOT_FOUND a file cannot be read, or is over 1 MiB · ERR_INVALID a line is wrong. *problem
 * then says "file:line: what". */
enum err script_load(const char *path, struct arena *arena, struct script *script,
                     const char **problem) NODISCARD;

/* What a script plays on. Every callback gets context first. */
struct script_host {
    void *context;
    void (*touch)(void *context, enum ui_touch_kind kind, int finger, int x, int y);
    /* ERR_INVALID no such key. */
    enum err (*key)(void *context, const char *name);
    void (*headset)(void *context, bool is_in);
    void (*text)(void *context, const char *text);
    void (*scan)(void *context, const char *code);
    /* Moves the clock on, in steps as fine as the program's timers need, and comes back when
     * everything posted is done and shown. */
    void (*advance)(void *context, int64_t ms);
    /* Last presented; names and ids are never NULL; valid until something is posted or advanced. */
    struct ui_nodes (*nodes)(void *context);
    const char *(*screen)(void *context);
    /* What was said since the last input, a line each: "fr Bonjour". Never NULL. */
    const char *(*said)(void *context);
    /* What on the screen is not said when it is read aloud, or would be said under another node's
     * name, into arena; NULL: nothing. Checked after each step. */
    const char *(*unsaid)(void *context, struct arena *arena);
    /* *value: NULL without a row, "NULL" for NULL. ERR_INVALID the database refuses the query. */
    enum err (*sql)(void *context, const char *query, struct arena *arena, const char **value);
    enum err (*shot)(void *context, const char *name);
    enum err (*dump)(void *context, const char *name);
};

struct script_failure {
    const char *file;
    int line;
    const char *expected, *actual;
};

/* Plays to the end or to the first failure, which it describes (texts in arena). True: passed. */
bool script_play(const struct script *script, const struct script_host *host, struct arena *arena,
                 struct script_failure *failure) NODISCARD;
