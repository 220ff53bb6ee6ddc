#include "app/kiosk.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "ui/dump.h"

/* At the start these speak of the database's file, not of what a resident looked for. */
static enum err said_trouble(enum err err)
{
    return err == ERR_NOT_FOUND ? ERR_IO : err == ERR_INVALID ? ERR_NEWER : err;
}

enum err kiosk_open(struct kiosk *kiosk, const struct config *config)
{
    const struct options *options = kiosk->options;
    enum err err = window_open(
        &(struct window_options){
            .title = "Conciergerie",
            .width = options->width,
            .height = options->height,
            .rotation = options->rotation >= 0 ? options->rotation : config->rotation,
        },
        &kiosk->window);
    if (err != ERR_OK) {
        return err;
    }
    kiosk->keypad = config->keypad;
    jack_open(&kiosk->jack, config->jack_path);
    const SDL_Surface *surface = window_surface(kiosk->window);
    const struct ui_theme theme = theme_make(&(struct ui_panel){
        .width_px = surface->w,
        .height_px = surface->h,
        .px_per_mm = config_px_per_mm(config, surface->w, surface->h),
        .viewing_mm = config->viewing_mm,
    });
    err = ui_stage_create(&theme, &kiosk->stage);
    if (err == ERR_OK) {
        err = speaking_open(&kiosk->speaking, options, config);
    }
    if (err == ERR_OK) {
        kiosk->router = router_create(&(struct router_options){
            .db = kiosk->db,
            .pin_key = kiosk->pin_key,
            .stage = kiosk->stage,
            .width_px = surface->w,
            .height_px = surface->h,
            .double_tap_ms = config->double_tap_ms,
            .double_press_ms = config->double_press_ms,
            .lang = options->lang,
            .speech = kiosk->speaking.speech,
            .trouble = said_trouble(kiosk->trouble),
        });
    }
    return err;
}

void kiosk_close(struct kiosk *kiosk)
{
    router_destroy(kiosk->router);
    jack_close(&kiosk->jack);
    speaking_close(&kiosk->speaking);
    ui_stage_destroy(kiosk->stage);
    window_close(kiosk->window);
    explicit_bzero(&kiosk->scanner, sizeof(kiosk->scanner));
}

/* ---- Fingers and keys ---- */

static void write_keys(struct kiosk *kiosk, struct scanner_output output)
{
    if (output.text != NULL) {
        router_write(kiosk->router, &(struct writing){WRITING_TEXT, output.text});
    }
    if (output.code != NULL) {
        router_scan(kiosk->router, output.code);
    }
    if (output.is_noise) {
        log_info("the scanner read something that is no code");
    }
}

static void press_key(struct kiosk *kiosk, const struct input_event *event)
{
    static const enum ui_press PRESSES[KEYPAD_COUNT] = {
        [KEYPAD_UP] = UI_PRESS_UP,         [KEYPAD_DOWN] = UI_PRESS_DOWN,
        [KEYPAD_BACK] = UI_PRESS_BACK,     [KEYPAD_NEXT] = UI_PRESS_NEXT,
        [KEYPAD_LEFT] = UI_PRESS_LEFT,     [KEYPAD_RIGHT] = UI_PRESS_RIGHT,
        [KEYPAD_HOME] = UI_PRESS_HOME,     [KEYPAD_SELECT] = UI_PRESS_SELECT,
        [KEYPAD_LEAVE] = UI_PRESS_LEAVE,   [KEYPAD_HELP] = UI_PRESS_HELP,
        [KEYPAD_VOLUME] = UI_PRESS_VOLUME,
    };
    const enum keypad_key key = keypad_find(&kiosk->keypad, event->key);
    if (event->is_repeat || event->has_control) {
        return;
    }
    if (key == KEYPAD_HEADSET_IN || key == KEYPAD_HEADSET_OUT) {
        router_headset(kiosk->router, key == KEYPAD_HEADSET_IN);
    } else if (key != KEYPAD_NONE) {
        router_press(kiosk->router, PRESSES[key]);
    }
}

static void handle_key(struct kiosk *kiosk, const struct input_event *event)
{
    const struct scanner_output output =
        scanner_key(&kiosk->scanner, &(struct scanner_key){
                                         .scancode = event->scancode,
                                         .is_repeat = event->is_repeat,
                                         .has_control = event->has_control,
                                         .at_ms = event->at_ms,
                                     });
    write_keys(kiosk, output);
    if (output.is_taken || event->key == NULL) {
        return;
    }
    if (strcmp(event->key, "BackSpace") == 0) {
        router_write(kiosk->router, &(struct writing){WRITING_ERASE, ""});
    } else if (strcmp(event->key, "Return") == 0 && router_takes_return(kiosk->router)) {
        router_write(kiosk->router, &(struct writing){WRITING_RETURN, ""});
    } else if (strcmp(event->key, "Space") != 0 || !router_takes_space(kiosk->router)) {
        press_key(kiosk, event);
    }
}

static void handle_text(struct kiosk *kiosk, const struct input_event *event)
{
    const struct scanner_output output = scanner_text(&kiosk->scanner, event->text);
    write_keys(kiosk, output);
    if (!output.is_taken) {
        router_write(kiosk->router, &(struct writing){WRITING_TEXT, event->text});
    }
}

static void handle_finger(struct kiosk *kiosk, const struct input_event *event)
{
    static const enum ui_touch_kind KINDS[] = {
        [INPUT_DOWN] = UI_TOUCH_DOWN,
        [INPUT_MOVE] = UI_TOUCH_MOVE,
        [INPUT_UP] = UI_TOUCH_UP,
        [INPUT_CANCEL] = UI_TOUCH_CANCEL,
    };
    router_touch(kiosk->router, &(struct ui_touch_event){
                                    .kind = KINDS[event->kind],
                                    .finger = event->finger,
                                    .x = event->x,
                                    .y = event->y,
                                    .at_ms = event->at_ms,
                                });
}

void kiosk_handle(struct kiosk *kiosk, const struct input_event *event)
{
    switch (event->kind) {
    case INPUT_DOWN:
    case INPUT_MOVE:
    case INPUT_UP:
    case INPUT_CANCEL:
        handle_finger(kiosk, event);
        break;
    case INPUT_KEY:
        handle_key(kiosk, event);
        break;
    case INPUT_TEXT:
        handle_text(kiosk, event);
        break;
    case INPUT_RESIZED: {
        const SDL_Surface *surface = window_surface(kiosk->window);
        router_resize(kiosk->router, surface->w, surface->h);
        break;
    }
    case INPUT_QUIT:
        kiosk->has_quit = true;
        break;
    }
}

/* ---- Time and picture ---- */

void kiosk_tick(struct kiosk *kiosk)
{
    write_keys(kiosk, scanner_tick(&kiosk->scanner, clock_mono_ms()));
    if (jack_read(&kiosk->jack)) {
        router_headset(kiosk->router, jack_is_in(&kiosk->jack));
    }
    speaking_tick(&kiosk->speaking);
    router_tick(kiosk->router);
    if (router_take_wiped(kiosk->router)) {
        explicit_bzero(&kiosk->scanner, sizeof(kiosk->scanner));
    }
}

int64_t kiosk_deadline_ms(const struct kiosk *kiosk)
{
    const int64_t router_ms = router_deadline_ms(kiosk->router);
    const int64_t others_ms[] = {scanner_deadline_ms(&kiosk->scanner),
                                 speaking_deadline_ms(&kiosk->speaking)};
    int64_t deadline_ms = router_ms;
    for (size_t i = 0; i < ARRAY_LEN(others_ms); i++) {
        if (others_ms[i] >= 0 && others_ms[i] < deadline_ms) {
            deadline_ms = others_ms[i];
        }
    }
    return deadline_ms;
}

void kiosk_draw(struct kiosk *kiosk)
{
    if (!router_draw(kiosk->router)) {
        return;
    }
    struct ui_rect damage[UI_DAMAGE_MAX];
    SDL_Rect rects[UI_DAMAGE_MAX];
    const size_t count = ui_paint(kiosk->stage, window_surface(kiosk->window), damage);
    for (size_t i = 0; i < count; i++) {
        rects[i] = (SDL_Rect){damage[i].x, damage[i].y, damage[i].w, damage[i].h};
    }
    if (count > 0) {
        window_present(kiosk->window, rects, count);
    }
    router_presented(kiosk->router);
}

void kiosk_run(struct kiosk *kiosk)
{
    enum { TROUBLE_MS = 20000 }; /* then the service manager tries again */
    struct input_event event;
    const int64_t began_ms = clock_mono_ms();
    while (!kiosk->has_quit && (kiosk->db != NULL || clock_mono_ms() - began_ms < TROUBLE_MS)) {
        kiosk_draw(kiosk);
        const int64_t left_ms = kiosk_deadline_ms(kiosk) - clock_mono_ms();
        bool is_event = window_wait(kiosk->window, left_ms > 0 ? (int)left_ms : 0, &event);
        while (is_event) {
            kiosk_handle(kiosk, &event);
            is_event = window_wait(kiosk->window, 0, &event);
        }
        kiosk_tick(kiosk);
        watchdog_tell(&kiosk->watchdog);
    }
}

enum err kiosk_dump(const struct kiosk *kiosk, const char *path)
{
    const struct ui_frame *frame = router_frame(kiosk->router);
    FILE *out = frame == NULL ? NULL : fopen(path, "w");
    if (out == NULL) {
        log_error("%s cannot be written", path);
        return ERR_IO;
    }
    const enum err err = dump_write(frame, out);
    return fclose(out) != 0 ? ERR_IO : err;
}
