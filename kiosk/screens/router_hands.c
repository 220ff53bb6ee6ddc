/* What people do at the screen: fingers, keys, typed texts, scanned codes. */
#include "screens/router_parts.h"

#include <string.h>

#include "base/clock.h"
#include "screens/scan.h"

static void set_pressed(struct router *router)
{
    struct ui_view *view = &stack_top(&router->stack)->view;
    const char *pressed = ui_touch_pressed(&router->touch);
    const size_t len = strnlen(pressed, sizeof(view->pressed) - 1);
    memcpy(view->pressed, pressed, len);
    view->pressed[len] = '\0';
    router->is_view_dirty = true;
}

void router_touch(struct router *router, const struct ui_touch_event *event)
{
    const struct level *before = stack_top(&router->stack);
    const bool wakes = (before->screen->flags & SCREEN_WAKES) != 0;
    const struct ui_touch_result result =
        ui_touch_feed(&router->touch, &router->presented, router->stack.serial, event);
    if (!result.is_noise) {
        router->active_ms = event->at_ms;
        if (event->kind == UI_TOUCH_DOWN) {
            router_hush(router);
        }
        router->is_view_dirty = router->is_view_dirty || router->focus.is_shown;
        ui_focus_hide(&router->focus);
    }
    if (result.is_press_changed) {
        set_pressed(router);
    }
    if (result.act == UI_TOUCH_SCROLL) {
        struct ui_view *view = &stack_top(&router->stack)->view;
        view->is_dragging = true;
        ui_view_scroll(view, (size_t)result.command.arg, result.dy_px);
        router->is_view_dirty = true;
    }
    if (event->kind == UI_TOUCH_UP || event->kind == UI_TOUCH_CANCEL) {
        struct ui_view *view = &stack_top(&router->stack)->view;
        router->is_view_dirty = router->is_view_dirty || view->is_dragging;
        ui_view_settle(view);
    }
    if (result.act == UI_TOUCH_FIRE) {
        router_fire(router, result.command);
    } else if (wakes && event->kind == UI_TOUCH_UP && !result.is_noise) {
        router_go(router, route_pop());
    }
    if (router->is_waking) {
        ui_touch_swallow(&router->touch, event->at_ms);
        router->is_waking = false;
    }
}

void router_write(struct router *router, const struct writing *writing)
{
    struct level *top = stack_top(&router->stack);
    struct visit *visit = visit_of(router);
    router->active_ms = clock_mono_ms();
    router_hush(router);
    visit->depth = stack_depth(&router->stack);
    if ((top->screen->flags & SCREEN_WAKES) != 0) {
        router_go(router, route_pop());
    } else if (top->screen->write != NULL) {
        ui_focus_hide(&router->focus);
        router_go(router, top->screen->write(top->state, visit, writing));
    }
    router->is_waking = false;
}

bool router_takes_space(const struct router *router)
{
    return router->stack.levels[router->stack.count - 1].screen->write != NULL;
}

bool router_takes_return(const struct router *router)
{
    return router_takes_space(router) && !router->focus.is_shown;
}

/* A key that comes before the new screen stands on the glass means nothing, like a finger. */
void router_press(struct router *router, enum ui_press press)
{
    struct level *top = stack_top(&router->stack);
    router->active_ms = clock_mono_ms();
    router->is_view_dirty = true;
    router_hush(router);
    if ((top->screen->flags & SCREEN_WAKES) != 0) {
        router->focus.is_shown = true;
        router_go(router, route_pop());
        router->is_waking = false;
        return;
    }
    if (router->presented.screen_serial != router->stack.serial) {
        return;
    }
    const struct ui_command command =
        ui_focus_press(&router->focus, &router->presented, router->frame->dir, &top->view, press,
                       router->active_ms);
    if (press == UI_PRESS_HELP) {
        router->is_page_due = true;
    } else if (press == UI_PRESS_VOLUME) {
        router_turn_volume(router);
    } else if (command.verb != 0) {
        router_fire(router, command);
    }
}

void router_scan(struct router *router, const char *code)
{
    struct visit *visit = visit_of(router);
    router->active_ms = clock_mono_ms();
    router_hush(router);
    if (router->options.db == NULL) {
        return;
    }
    if ((stack_top(&router->stack)->screen->flags & SCREEN_WAKES) != 0) {
        router_go(router, route_pop());
        router->is_waking = false;
    }
    if (scan_is_of_another(visit, code)) {
        router_go(router, route_end());
    }
    struct level *top = stack_top(&router->stack);
    visit->depth = stack_depth(&router->stack);
    router_go(router, top->screen->scan != NULL ? top->screen->scan(top->state, visit, code)
                                                : scan_route(visit, code));
    router_remember(router);
}
