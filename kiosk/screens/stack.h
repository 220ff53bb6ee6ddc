/* The screens of one visit, one over the other: home below, the one to be seen on top.
 *
 * The state of each stands in an arena that is wiped when the screen is left; so is everything of
 * the visit when it ends. Whoever wanders from screen to screen may do so for ever: beyond
 * STACK_MAX the one above home, seen longest ago, is buried, and "back" passes it over. */
#pragma once

#include <stdint.h>

#include "screens/screen.h"

enum { STACK_MAX = 24 };

struct level {
    const struct screen *screen;
    void *state;
    struct arena *form;    /* the state */
    struct arena *rows[2]; /* what load() read: the one in use, the next */
    int used;
    struct ui_view view;
    bool is_shown;
};

struct stack {
    struct visit visit;
    struct level levels[STACK_MAX];
    int count;
    int buried;      /* screens above home that are no longer there */
    uint32_t serial; /* changes whenever another screen is on top */
    bool has_ended;  /* a visit was wiped: to be taken back by the router */
};

/* home: always at the bottom. arena: of the visits. All kept. trouble: what SCREEN_TROUBLE explains
 * if that is home. */
void stack_init(struct stack *stack, struct db *db, const struct pin_key *pin_key,
                struct arena *arena, const struct screen *home, enum err trouble);
void stack_free(struct stack *stack);
/* Never NULL. */
struct level *stack_top(struct stack *stack);
/* Of the screen on top: 0 home. Stays true of a screen while it stands, whatever is buried. */
int stack_depth(const struct stack *stack);
/* Carries out a route of the screen on top. */
void stack_go(struct stack *stack, struct route route);
/* Loads the screen on top again; if that fails it stays as it was, which is logged. */
void stack_reload(struct stack *stack);
