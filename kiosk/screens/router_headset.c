/* A headset is plugged in, and out: how a visit by ear begins and ends. */
#include "screens/router_parts.h"

#include "base/clock.h"
#include "screens/scene.h"

static const struct screen *on_top(struct router *router)
{
    return stack_top(&router->stack)->screen;
}

/* The visit goes on where it was interrupted; a new one begins with what the keys do. */
static void plug_in(struct router *router)
{
    const bool was_interrupted = on_top(router) == &SCREEN_UNPLUGGED;
    router->focus.is_shown = true;
    router_go(router, was_interrupted ? route_pop() : route_push(&SCREEN_KEYS, 0));
}

static void pull_out(struct router *router)
{
    const bool is_begun = router->stack.count > 1 || scene_is_personal(visit_of(router));
    router_go(router, is_begun ? route_push(&SCREEN_UNPLUGGED, 0) : route_end());
}

void router_headset(struct router *router, bool is_in)
{
    if (router->options.db == NULL || is_in == router->has_headset) {
        return;
    }
    router->has_headset = is_in;
    router_hear_headset(router);
    router->active_ms = clock_mono_ms();
    if (visit_of(router)->actor.who == WHO_DESK) {
        return; /* nobody who visits */
    }
    const bool is_asleep = on_top(router) == &SCREEN_ATTRACT;
    if ((on_top(router)->flags & SCREEN_WAKES) != 0) {
        router_go(router, route_pop());
        router->is_waking = false;
    }
    if (is_in) {
        plug_in(router);
    } else if (!is_asleep) {
        pull_out(router);
    }
}
