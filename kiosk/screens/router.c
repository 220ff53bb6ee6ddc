#include "screens/router_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/request.h"
#include "i18n/i18n.h"
#include "screens/doors.h"
#include "screens/frame.h"
#include "screens/idle.h"
#include "screens/scene.h"

enum {
    SECOND_MS = 1000,
    CHECK_MS = 50, /* how often a check under way is looked at */
    VISIT_BYTES = 1024 * 1024,
    SCENE_BYTES = 256 * 1024,
};
static const double DRAG_MM = 4;

static void refresh_scene(struct router *router)
{
    if (router->options.db != NULL) {
        scene_refresh(visit_of(router), router->scene_arena);
    }
    router->is_dirty = true;
}

/* Everything is said in this language from now on, the house's own texts, too. */
void router_speak(struct router *router, const char *lang)
{
    struct visit *visit = visit_of(router);
    if (i18n_set(lang) != ERR_OK) {
        log_warn("language %s is not there", lang);
    }
    visit->scene.lang = i18n_lang();
    if (router->options.db == NULL) {
        return;
    }
    db_set_reader(router->options.db, i18n_lang());
    if (visit->draft.is_begun && visit->draft.reread != NULL) {
        const enum err err = visit->draft.reread(visit);
        if (err != ERR_OK) {
            log_warn("a draft keeps the words it had: %s", err_name(err));
        }
    }
}

/* The stage's frames are gone: nothing can be touched until the next one is on the glass. */
static void forget_frames(struct router *router)
{
    router->frame = NULL;
    router->presented = (struct ui_nodes){0};
}

/* After a visit was wiped: its texts, its language and its comfort go. */
static void forget(struct router *router)
{
    ui_text_wipe(router->options.stage);
    forget_frames(router);
    ui_focus_hide(&router->focus);
    speech_end_visit(router->options.speech);
    router->is_page_read = false;
    router->is_page_due = router->has_headset; /* whoever listens hears where they are */
    explicit_bzero(router->said_focus, sizeof(router->said_focus));
    router_speak(router, router->options.lang);
    visit_of(router)->scene.comfort = (struct ui_comfort){0};
    router_begin_visit(router);
    refresh_scene(router);
    stack_reload(&router->stack); /* was read in the language before */
}

/* What the visit asks for, on whatever screen, from the next frame on; but for a typeface that is
 * not installed. */
static void apply_comfort(struct router *router)
{
    struct ui_comfort *wanted = &visit_of(router)->scene.comfort;
    const struct ui_comfort *used = &router->comfort;
    if (wanted->text_size == used->text_size && wanted->contrast == used->contrast &&
        wanted->typeface == used->typeface && wanted->is_low == used->is_low) {
        return;
    }
    const struct ui_theme theme = theme_with(&router->panel_theme, wanted);
    if (ui_stage_set_theme(router->options.stage, &theme) != ERR_OK) {
        wanted->typeface = used->typeface;
    }
    router->comfort = *wanted;
    forget_frames(router);
}

void router_go(struct router *router, struct route route)
{
    const uint32_t serial = router->stack.serial;
    const bool did_wake = (stack_top(&router->stack)->screen->flags & SCREEN_WAKES) != 0;
    stack_go(&router->stack, route);
    if (router->stack.serial != serial && did_wake) {
        router->is_waking = true;
    }
    if (route.go == GO_END) {
        forget(router);
    } else if (route.go == GO_RELOAD || route.go == GO_TURN || route.go == GO_HOME) {
        refresh_scene(router);
    }
    router->is_dirty = true;
}

/* ---- What time does ---- */

static void check_idle(struct router *router, int64_t now_ms)
{
    const struct screen *screen = stack_top(&router->stack)->screen;
    switch (idle_check(visit_of(router), screen, now_ms, now_ms - router->active_ms)) {
    case IDLE_STAY:
        break;
    case IDLE_ASK:
        router_go(router, route_push(&SCREEN_STILL_THERE, 0));
        router_warn(router);
        break;
    case IDLE_LOCK:
        router_go(router, route_end());
        break;
    case IDLE_ATTRACT:
        router_go(router, route_end());
        router_go(router, route_push(&SCREEN_ATTRACT, 0));
        break;
    }
}

static void each_minute(struct router *router)
{
    int count = 0;
    const enum err err = sweep_run(router->options.db, &count);
    if (err != ERR_OK) {
        log_warn("sweep: %s", err_name(err));
    }
    refresh_scene(router);
    stack_reload(&router->stack);
}

static void tick_screen(struct router *router)
{
    struct level *top = stack_top(&router->stack);
    if (top->screen->tick != NULL) {
        visit_of(router)->depth = stack_depth(&router->stack);
        router_go(router, top->screen->tick(top->state, visit_of(router)));
    }
}

static void each_second(struct router *router)
{
    const struct visit *visit = visit_of(router);
    const int64_t data_version = db_data_version(router->options.db);
    const int64_t minute = clock_now_s() / CLOCK_MINUTE_S;
    if (minute != router->minute) {
        router->minute = minute;
        each_minute(router);
    } else if (data_version != router->data_version) {
        refresh_scene(router);
        stack_reload(&router->stack);
    }
    router->data_version = data_version;
    tick_screen(router);
    router_say_changes(router);
    if (visit->scene.speech == SCENE_READING) {
        router->active_ms = clock_mono_ms(); /* somebody listens */
    }
    if (visit->ends_ms != 0) {
        router->is_dirty = true; /* it counts down */
    }
}

void router_tick(struct router *router)
{
    const int64_t now_ms = clock_mono_ms();
    if (ui_touch_tick(&router->touch, now_ms)) {
        router->is_view_dirty = true;
    }
    if (visit_of(router)->check != NULL) {
        tick_screen(router);
    }
    router->is_dirty = router_hear(router) || router->is_dirty;
    if (now_ms < router->second_ms) {
        return;
    }
    router->second_ms = now_ms - now_ms % SECOND_MS + SECOND_MS;
    if (router->options.db != NULL) {
        each_second(router);
        check_idle(router, now_ms);
    }
}

int64_t router_deadline_ms(const struct router *router)
{
    const int64_t touch_ms = ui_touch_deadline_ms(&router->touch);
    int64_t deadline_ms = router->second_ms;
    if (touch_ms >= 0 && touch_ms < deadline_ms) {
        deadline_ms = touch_ms;
    }
    const int64_t aloud_ms = router_aloud_deadline_ms(router);
    if (aloud_ms >= 0 && aloud_ms < deadline_ms) {
        deadline_ms = aloud_ms;
    }
    if (router->stack.visit.check != NULL && clock_mono_ms() + CHECK_MS < deadline_ms) {
        deadline_ms = clock_mono_ms() + CHECK_MS;
    }
    return deadline_ms;
}

int router_check_fd(const struct router *router)
{
    const struct verify *check = router->stack.visit.check;
    return check == NULL ? -1 : verify_fd(check);
}

/* ---- What people do ---- */

static struct route shared_route(struct router *router, struct ui_command command)
{
    switch ((enum shared_verb)command.verb) {
    case SHARED_BACK:
        return route_pop();
    case SHARED_HOME:
        return visit_of(router)->actor.who == WHO_DESK ? route_end() : route_home();
    case SHARED_END:
        return route_end();
    case SHARED_LANGUAGE:
        return route_push(&SCREEN_LANGUAGE, 0);
    case SHARED_SPEAK:
        router_speak(router, I18N_LANGUAGES[command.arg].code);
        visit_of(router)->scene.is_other_layout = false; /* each has another of its own */
        refresh_scene(router);
        router->stack.serial++;
        return stack_top(&router->stack)->screen == &SCREEN_HOME ? route_reload() : route_pop();
    case SHARED_UNHURRIED:
        visit_of(router)->scene.is_unhurried = command.arg != 0;
        return stack_top(&router->stack)->screen == &SCREEN_STILL_THERE ? route_pop()
                                                                        : route_stay();
    case SHARED_COMFORT:
        return route_push(&SCREEN_COMFORT, 0);
    case SHARED_LISTEN:
        router_listen(router);
        return route_stay();
    case SHARED_RATE:
    case SHARED_VOLUME:
        router_change_voice(router, command);
        return route_stay();
    case SHARED_CALL:
        return route_push(DOORS[DOOR_CALL], 0);
    case SHARED_TO:
        return route_pop_to((int)command.arg);
    }
    return route_stay();
}

void router_fire(struct router *router, struct ui_command command)
{
    struct level *top = stack_top(&router->stack);
    speech_expect_changes(router->options.speech);
    if (ui_view_act(router->options.stage, &top->view, command)) {
        router->is_view_dirty = true;
        router->is_page_due = speech_is_on(router->options.speech); /* another page of it */
        return;
    }
    struct visit *visit = visit_of(router);
    visit->depth = stack_depth(&router->stack);
    if (command.verb >= SHARED_BACK) {
        router_go(router, shared_route(router, command));
    } else if (top->screen->act != NULL) {
        router_go(router, top->screen->act(top->state, visit, command));
    }
}

/* ---- What they see ---- */

void router_resize(struct router *router, int width_px, int height_px)
{
    router->options.width_px = width_px;
    router->options.height_px = height_px;
    ui_invalidate(router->options.stage);
    router->is_dirty = true;
}

bool router_draw(struct router *router)
{
    apply_comfort(router);
    router->is_dirty = router_hear(router) || router->is_dirty;
    if (router->is_dirty || router->frame == NULL) {
        router->frame = frame_build(&router->stack, &(struct frame_place){
                                                        .stage = router->options.stage,
                                                        .width_px = router->options.width_px,
                                                        .height_px = router->options.height_px,
                                                        .arena = router->frame_arena,
                                                    });
    } else if (router->is_view_dirty) {
        router->frame = ui_refresh(router->options.stage);
    } else {
        return false;
    }
    if (ui_focus_settle(&router->focus, &router->frame->nodes, &stack_top(&router->stack)->view)) {
        router->frame = ui_refresh(router->options.stage);
    }
    router->is_dirty = false;
    router->is_view_dirty = false;
    return true;
}

void router_presented(struct router *router)
{
    struct level *top = stack_top(&router->stack);
    router->presented = router->frame->nodes;
    if (!top->is_shown) {
        top->is_shown = true;
        if (top->screen->shown != NULL) {
            top->screen->shown(top->state, visit_of(router));
        }
    }
    router_say_presented(router);
    router_remember(router);
}

const struct ui_nodes *router_nodes(const struct router *router)
{
    return &router->presented;
}

const struct ui_frame *router_frame(const struct router *router)
{
    return router->frame;
}

struct stack *router_stack(struct router *router)
{
    return &router->stack;
}

const char *router_screen(const struct router *router)
{
    return router->stack.levels[router->stack.count - 1].screen->name;
}

bool router_take_wiped(struct router *router)
{
    const bool has_ended = router->stack.has_ended;
    router->stack.has_ended = false;
    return has_ended;
}

struct router *router_create(const struct router_options *options)
{
    struct router *router = calloc(1, sizeof(*router));
    if (router == NULL) {
        log_fatal("out of memory");
    }
    const struct ui_theme *theme = ui_stage_theme(options->stage);
    router->options = *options;
    router->panel_theme = *theme;
    router->visit_arena = arena_create("visit", VISIT_BYTES);
    router->scene_arena = arena_create("scene", SCENE_BYTES);
    router->frame_arena = arena_create("frame texts", SCENE_BYTES);
    router->active_ms = clock_mono_ms();
    router->second_ms = router->active_ms + SECOND_MS;
    router->minute = clock_now_s() / CLOCK_MINUTE_S;
    router->is_dirty = true;
    ui_touch_init(&router->touch, (struct ui_touch_limits){
                                      .double_tap_ms = options->double_tap_ms,
                                      .drag_px = theme_px(theme, DRAG_MM),
                                  });
    ui_focus_init(&router->focus, (struct ui_focus_limits){
                                      .double_tap_ms = options->double_tap_ms,
                                      .double_press_ms = options->double_press_ms,
                                  });
    stack_init(&router->stack, options->db, options->pin_key, router->visit_arena,
               options->db == NULL ? &SCREEN_TROUBLE : &SCREEN_HOME, options->trouble);
    visit_of(router)->scene.site_name = "";
    visit_of(router)->scene.message = "";
    router_speak(router, options->lang);
    router_begin_visit(router);
    if (options->db != NULL) {
        stack_reload(&router->stack); /* was read in the house's language */
        router->data_version = db_data_version(options->db);
        each_minute(router);
    }
    return router;
}

void router_destroy(struct router *router)
{
    if (router == NULL) {
        return;
    }
    stack_free(&router->stack);
    arena_destroy(router->visit_arena);
    arena_destroy(router->scene_arena);
    arena_destroy(router->frame_arena);
    explicit_bzero(router, sizeof(*router));
    free(router);
}
