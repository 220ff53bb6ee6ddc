/* What the router says: whole screens, what the focus comes to, what changes. */
#include "screens/router_parts.h"

#include <string.h>

#include "base/clock.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/frame.h"

enum { LOOK_MS = 100 }; /* how often it is looked whether a page was read to its end */

/* A text as it is said. */
static const char *aloud(const char *msgid) __attribute__((format_arg(1)));

static const char *aloud(const char *msgid)
{
    i18n_set_spoken(true);
    const char *text = tr(msgid);
    i18n_set_spoken(false);
    return text;
}

struct speech_page router_page_aloud(struct router *router)
{
    return (struct speech_page){
        .frame = router->frame,
        .names = frame_build_spoken(&router->stack,
                                    &(struct frame_place){
                                        .stage = router->options.stage,
                                        .width_px = router->options.width_px,
                                        .height_px = router->options.height_px,
                                        .arena = router->frame_arena,
                                    }),
        .words = common_speech_words(),
    };
}

void router_hush(struct router *router)
{
    router->has_hushed = speech_stop(router->options.speech);
}

void router_listen(struct router *router)
{
    if (router->has_hushed && router->is_page_read) {
        speech_turn_off(router->options.speech);
    } else {
        router->is_page_due = true;
    }
    router->is_page_read = false;
    router->is_dirty = true;
}

static void remember_focus(struct router *router)
{
    const struct ui_view *view = &stack_top(&router->stack)->view;
    memcpy(router->said_focus, view->focused, sizeof(router->said_focus));
}

static bool has_focus_moved(const struct router *router, const struct ui_view *view)
{
    return router->focus.is_shown && view->focused[0] != '\0' &&
           strcmp(router->said_focus, view->focused) != 0;
}

static void read_page(struct router *router)
{
    const struct speech_page page = router_page_aloud(router);
    speech_read_page(router->options.speech, &page);
    router->is_page_due = false;
    router->is_page_read = true;
    router->is_dirty = true; /* "Écouter" becomes "Arrêter" */
    router->said_serial = router->frame->nodes.screen_serial;
    remember_focus(router);
}

void router_say_presented(struct router *router)
{
    struct speech *speech = router->options.speech;
    const struct ui_view *view = &stack_top(&router->stack)->view;
    const bool is_new = router->said_serial != router->frame->nodes.screen_serial;
    if (router->is_page_due || (speech_is_on(speech) && is_new)) {
        read_page(router);
    } else if (speech_is_on(speech) && has_focus_moved(router, view)) {
        const struct speech_page page = router_page_aloud(router);
        speech_say_node(speech, &page, view->focused);
        router->is_page_read = false;
        remember_focus(router);
    } else {
        router_say_changes(router);
    }
}

void router_say_changes(struct router *router)
{
    if (speech_is_on(router->options.speech) && !speech_is_busy(router->options.speech) &&
        router->frame != NULL) {
        const struct speech_page page = router_page_aloud(router);
        speech_say_changes(router->options.speech, &page);
    }
}

static enum scene_speech scene_speech(const struct router *router)
{
    const struct speech *speech = router->options.speech;
    if (!speech_is_there(speech)) {
        return SCENE_MUTE;
    }
    if (!speech_is_on(speech)) {
        return SCENE_QUIET;
    }
    return router->is_page_read && speech_is_busy(speech) ? SCENE_READING : SCENE_LISTENED;
}

bool router_hear(struct router *router)
{
    const enum scene_speech before = visit_of(router)->scene.speech;
    visit_of(router)->scene.speech = scene_speech(router);
    router->focus.is_reading = speech_is_on(router->options.speech);
    return visit_of(router)->scene.speech != before;
}

void router_hear_headset(struct router *router)
{
    speech_set_headset(router->options.speech, router->has_headset);
    router->is_page_due = router->has_headset;
    if (!router->has_headset) {
        speech_turn_off(router->options.speech);
    }
}

void router_warn(struct router *router)
{
    struct speech *speech = router->options.speech;
    speech_tone(speech);
    if (!speech_is_on(speech)) {
        speech_say_text(speech, i18n_lang(), aloud(N_("Are you still there?")), false);
    }
}

void router_change_voice(struct router *router, struct ui_command command)
{
    struct speech *speech = router->options.speech;
    if (command.verb == SHARED_RATE) {
        speech_change_rate(speech, (int)command.arg);
    } else {
        speech_change_volume(speech, (int)command.arg);
    }
    router->is_page_read = false;
    speech_say_text(speech, i18n_lang(), aloud(N_("This is how the voice speaks now.")), false);
}

void router_turn_volume(struct router *router)
{
    enum { WHOLE_TURN = -100 };
    struct speech *speech = router->options.speech;
    const int before = speech_volume(speech);
    speech_change_volume(speech, 1);
    if (speech_volume(speech) == before) {
        speech_change_volume(speech, WHOLE_TURN);
    }
    speech_say_text(
        speech, i18n_lang(),
        arena_printf(router->frame_arena, aloud(N_("Volume: %d percent")), speech_volume(speech)),
        false);
}

int64_t router_aloud_deadline_ms(const struct router *router)
{
    return router->stack.visit.scene.speech == SCENE_READING ? clock_mono_ms() + LOOK_MS : -1;
}
