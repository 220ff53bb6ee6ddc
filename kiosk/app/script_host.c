/* Touch scripts played on the kiosk: the clock stands still but for what the script lets pass. */
#include <poll.h>
#include <stdio.h>
#include <string.h>

#include "app/kiosk.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "core/probe.h"
#include "ui/png.h"
#include "ui/script.h"
#include "ui/speech_check.h"

enum {
    TYPED_MS = 40,         /* between two characters of a person */
    SCANNED_MS = 2,        /* between two characters of a scanner */
    CHECK_WAIT_MS = 60000, /* what a PIN check may take, of real time */
};

struct host {
    struct kiosk *kiosk;
    struct arena *arena;
};

static void post_touch(void *context, enum ui_touch_kind kind, int finger, int x, int y)
{
    const struct host *host = context;
    if (kind == UI_TOUCH_DOWN) {
        speech_log_listen(host->kiosk->speaking.log);
    }
    router_touch(host->kiosk->router, &(struct ui_touch_event){
                                          .kind = kind,
                                          .finger = finger,
                                          .x = x,
                                          .y = y,
                                          .at_ms = clock_mono_ms(),
                                      });
}

/* A process that checks a PIN lives in real time: waited for, so that scripts play the same. */
static void wait_for_check(const struct kiosk *kiosk)
{
    struct pollfd wanted = {.fd = router_check_fd(kiosk->router), .events = POLLIN};
    if (wanted.fd >= 0 && poll(&wanted, 1, CHECK_WAIT_MS) <= 0) {
        log_error("a check does not end");
    }
}

static void advance(void *context, int64_t ms)
{
    struct kiosk *kiosk = ((struct host *)context)->kiosk;
    const int64_t until_ms = clock_mono_ms() + ms;
    kiosk_draw(kiosk);
    while (clock_mono_ms() < until_ms) {
        const int64_t now_ms = clock_mono_ms();
        const int64_t due_ms = kiosk_deadline_ms(kiosk);
        const int64_t next_ms = due_ms < until_ms ? due_ms : until_ms;
        clock_advance_ms(next_ms > now_ms ? next_ms - now_ms : 1);
        wait_for_check(kiosk);
        kiosk_tick(kiosk);
        kiosk_draw(kiosk);
    }
}

static enum err post_key(void *context, const char *name)
{
    const struct host *host = context;
    struct input_event event = {.kind = INPUT_KEY, .at_ms = clock_mono_ms()};
    event.key = input_key_find(name);
    event.scancode = strcmp(name, "Return") == 0 ? scanner_scancode('\n') : 0;
    if (event.key == NULL) {
        return ERR_INVALID;
    }
    speech_log_listen(host->kiosk->speaking.log);
    kiosk_handle(host->kiosk, &event);
    return ERR_OK;
}

static void post_headset(void *context, bool is_in)
{
    router_headset(((struct host *)context)->kiosk->router, is_in);
}

/* One character of a keyboard: its key, then what it types. */
static void post_character(struct host *host, struct str character)
{
    const char first = character.len == 1 ? character.ptr[0] : '\0';
    struct input_event event = {
        .kind = INPUT_KEY,
        .scancode = scanner_scancode(first),
        .at_ms = clock_mono_ms(),
    };
    kiosk_handle(host->kiosk, &event);
    if (first != '\n') {
        event.kind = INPUT_TEXT;
        memcpy(event.text, character.ptr, character.len);
        event.text[character.len] = '\0';
        kiosk_handle(host->kiosk, &event);
    }
}

static void post_characters(struct host *host, const char *text, int64_t each_ms)
{
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        const char *from = at;
        (void)utf8_next(&at, end);
        post_character(host, str_make(from, (size_t)(at - from)));
        advance(host, each_ms);
    }
}

static void post_text(void *context, const char *text)
{
    speech_log_listen(((struct host *)context)->kiosk->speaking.log);
    post_characters(context, text, TYPED_MS);
}

static void post_scan(void *context, const char *code)
{
    speech_log_listen(((struct host *)context)->kiosk->speaking.log);
    post_characters(context, code, SCANNED_MS);
    post_characters(context, "\n", SCANNED_MS);
}

static struct ui_nodes nodes(void *context)
{
    return *router_nodes(((struct host *)context)->kiosk->router);
}

static const char *said(void *context)
{
    return speech_log_said(((struct host *)context)->kiosk->speaking.log);
}

static const char *unsaid(void *context, struct arena *arena)
{
    struct router *router = ((struct host *)context)->kiosk->router;
    if (router_frame(router) == NULL) {
        return NULL;
    }
    const struct speech_page page = router_page_aloud(router);
    return speech_check(&page, arena);
}

static const char *screen(void *context)
{
    return router_screen(((struct host *)context)->kiosk->router);
}

static enum err ask_database(void *context, const char *query, struct arena *arena,
                             const char **value)
{
    return probe_value(((struct host *)context)->kiosk->options->db, query, arena, value);
}

static const char *shots_path(const struct host *host, const char *name, const char *ending)
{
    return arena_printf(host->arena, "%s/%s.%s", host->kiosk->options->shots, name, ending);
}

static enum err write_shot(void *context, const char *name)
{
    const struct host *host = context;
    if (host->kiosk->shot != NULL) {
        return host->kiosk->shot(host->kiosk, name);
    }
    return png_write(window_surface(host->kiosk->window), shots_path(host, name, "png"));
}

static enum err write_dump(void *context, const char *name)
{
    const struct host *host = context;
    return kiosk_dump(host->kiosk, shots_path(host, name, "json"));
}

enum err kiosk_play(struct kiosk *kiosk)
{
    enum { SCRIPT_BYTES = 64 * 1024 * 1024 };
    struct host host = {.kiosk = kiosk, .arena = arena_create("script", SCRIPT_BYTES)};
    const struct script_host functions = {
        .context = &host,
        .touch = post_touch,
        .key = post_key,
        .headset = post_headset,
        .text = post_text,
        .scan = post_scan,
        .advance = advance,
        .nodes = nodes,
        .screen = screen,
        .said = said,
        .unsaid = unsaid,
        .sql = ask_database,
        .shot = write_shot,
        .dump = write_dump,
    };
    struct script script;
    struct script_failure failure;
    const char *problem = NULL;
    enum err err = script_load(kiosk->options->script, host.arena, &script, &problem);
    kiosk_draw(kiosk);
    if (err != ERR_OK) {
        (void)fprintf(stderr, "%s\n", problem);
    } else if (!script_play(&script, &functions, host.arena, &failure)) {
        (void)fprintf(stderr, "%s:%d: expected %s\n  but %s (screen %s)\n", failure.file,
                      failure.line, failure.expected, failure.actual, screen(&host));
        err = ERR_CONFLICT;
    }
    arena_destroy(host.arena);
    return err;
}
