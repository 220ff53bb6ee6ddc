#include "screens/stack.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

enum { FORM_BYTES = 256 * 1024, ROWS_BYTES = 4 * 1024 * 1024 };

struct level *stack_top(struct stack *stack)
{
    return &stack->levels[stack->count - 1];
}

int stack_depth(const struct stack *stack)
{
    return stack->count - 1 + stack->buried;
}

static void wipe_level(struct level *level)
{
    arena_destroy(level->form);
    arena_destroy(level->rows[0]);
    arena_destroy(level->rows[1]);
    explicit_bzero(level, sizeof(*level));
}

static void free_level(struct stack *stack)
{
    struct level *level = stack_top(stack);
    if (level->screen->leave != NULL) {
        level->screen->leave(level->state, &stack->visit);
    }
    wipe_level(level);
    stack->count--;
    stack->buried = stack->count > 1 ? stack->buried : 0;
    stack->visit.ends_ms = 0;
}

/* The one above home, seen longest ago. leave() ends what the screen on top began: not for it. */
static void bury_oldest(struct stack *stack)
{
    struct level *oldest = &stack->levels[1];
    wipe_level(oldest);
    memmove(oldest, oldest + 1, (STACK_MAX - 2) * sizeof(*oldest));
    explicit_bzero(&stack->levels[STACK_MAX - 1], sizeof(*oldest));
    stack->count--;
    stack->buried++;
}

/* Reads into the arena not in use; only what succeeded takes the place of what stood before. */
static enum err load_level(struct stack *stack, struct level *level)
{
    struct visit *visit = &stack->visit;
    const size_t size = level->screen->state_size;
    if (level->screen->load == NULL) {
        return ERR_OK;
    }
    struct arena *kept = arena_create("kept state", FORM_BYTES);
    void *before = arena_alloc(kept, size);
    memcpy(before, level->state, size);
    visit->rows = level->rows[1 - level->used];
    const enum err err = level->screen->load(level->state, visit);
    if (err == ERR_OK) {
        level->used = 1 - level->used;
    } else {
        memcpy(level->state, before, size);
    }
    arena_reset(level->rows[1 - level->used]);
    visit->rows = NULL;
    arena_destroy(kept);
    return err;
}

static enum err push_level(struct stack *stack, const struct screen *screen, int64_t arg)
{
    assert(stack->count < STACK_MAX);
    struct level *level = &stack->levels[stack->count++];
    *level = (struct level){
        .screen = screen,
        .form = arena_create("form", FORM_BYTES),
        .rows = {arena_create("rows", ROWS_BYTES), arena_create("rows", ROWS_BYTES)},
    };
    level->state = arena_alloc(level->form, screen->state_size);
    stack->visit.depth = stack_depth(stack);
    stack->visit.ends_ms = 0;
    if (screen->enter != NULL) {
        screen->enter(level->state, &stack->visit, arg);
    }
    return load_level(stack, level);
}

/* A screen that cannot show itself gives way to one that says why; home stays below it. */
static void push(struct stack *stack, const struct screen *screen, int64_t arg)
{
    if (stack->count == STACK_MAX) {
        bury_oldest(stack);
    }
    const enum err err = push_level(stack, screen, arg);
    if (err != ERR_OK) {
        log_warn("screen %s cannot load: %s", screen->name, err_name(err));
        if (stack->count > 1) {
            free_level(stack);
        }
        const struct route route = route_trouble(&stack->visit, TROUBLE_PROGRAM, err);
        (void)push_level(stack, route.screen, route.arg);
    }
}

void stack_reload(struct stack *stack)
{
    struct level *top = stack_top(stack);
    stack->visit.depth = stack_depth(stack);
    const enum err err = load_level(stack, top);
    if (err != ERR_OK) {
        log_warn("screen %s cannot load again: %s", top->screen->name, err_name(err));
    }
}

/* Back to the screen at this depth, which shows the present and no pressed button; home, if it is
 * buried. */
static void pop_to(struct stack *stack, int place)
{
    const int count = stack->count;
    const int depth = place > stack->buried ? place - stack->buried : 0;
    while (stack->count > 1 && stack->count > depth + 1) {
        free_level(stack);
    }
    if (stack->count < count) {
        stack_top(stack)->view.pressed[0] = '\0';
        stack_reload(stack);
    }
}

static void forget_draft(struct visit *visit)
{
    explicit_bzero(&visit->draft, sizeof(visit->draft));
}

static void end_visit(struct stack *stack)
{
    struct visit *visit = &stack->visit;
    const struct screen *home = stack->levels[0].screen;
    while (stack->count > 0) {
        free_level(stack);
    }
    forget_draft(visit);
    explicit_bzero(&visit->actor, sizeof(visit->actor));
    explicit_bzero(&visit->receipt, sizeof(visit->receipt));
    visit->numbers = (struct tries_visit){0};
    visit->actor.who = WHO_RESIDENT;
    visit->scene.is_unhurried = false;
    visit->has_forgotten = false;
    visit->scene.is_other_layout = false;
    arena_reset(visit->arena);
    stack->has_ended = true;
    push(stack, home, 0);
}

void stack_go(struct stack *stack, struct route route)
{
    switch (route.go) {
    case GO_STAY:
        return;
    case GO_RELOAD:
        stack_reload(stack);
        return;
    case GO_TURN:
        memset(stack_top(stack)->view.scroll_px, 0, sizeof(stack_top(stack)->view.scroll_px));
        stack_reload(stack);
        return;
    case GO_PUSH:
        push(stack, route.screen, route.arg);
        break;
    case GO_REPLACE:
        free_level(stack);
        push(stack, route.screen, route.arg);
        break;
    case GO_POP:
        pop_to(stack, stack_depth(stack) - 1);
        break;
    case GO_POP_TO:
        pop_to(stack, (int)route.arg);
        break;
    case GO_HOME:
        pop_to(stack, 0);
        forget_draft(&stack->visit);
        break;
    case GO_RESTART:
        while (stack->count > 1) {
            free_level(stack);
        }
        push(stack, route.screen, route.arg);
        break;
    case GO_END:
        end_visit(stack);
        break;
    }
    stack->serial++;
}

void stack_init(struct stack *stack, struct db *db, const struct pin_key *pin_key,
                struct arena *arena, const struct screen *home, enum err trouble)
{
    *stack = (struct stack){
        .visit = {.db = db,
                  .pin_key = pin_key,
                  .tries = tries_make(db),
                  .arena = arena,
                  .trouble = trouble},
        .serial = 1,
    };
    stack->visit.actor.who = WHO_RESIDENT;
    push(stack, home, 0);
}

void stack_free(struct stack *stack)
{
    while (stack->count > 0) {
        free_level(stack);
    }
    explicit_bzero(stack, sizeof(*stack));
}
