/* The touchscreen's machine room: window, scanner and router wired together. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "app/options.h"
#include "app/speaking.h"
#include "core/db.h"
#include "platform/config.h"
#include "platform/jack.h"
#include "platform/scanner.h"
#include "platform/watchdog.h"
#include "platform/window.h"
#include "screens/router.h"
#include "ui/ui.h"

struct kiosk {
    const struct options *options;
    struct db *db; /* NULL: trouble says why */
    enum err trouble;
    struct window *window;
    struct ui_stage *stage;
    struct router *router;
    struct scanner scanner;
    struct keypad keypad;
    struct jack jack;
    struct speaking speaking;
    const struct pin_key *pin_key;
    struct watchdog watchdog;
    bool has_quit;
    enum err (*shot)(struct kiosk *kiosk, const char *name); /* of scripts; NULL: a picture */
};

/* Opens the window and the first screen. Errors as window_open and ui_stage_create. */
enum err kiosk_open(struct kiosk *kiosk, const struct config *config) NODISCARD;
void kiosk_close(struct kiosk *kiosk);

/* One event of panel or keyboard. */
void kiosk_handle(struct kiosk *kiosk, const struct input_event *event);
/* What time does, up to now. */
void kiosk_tick(struct kiosk *kiosk);
/* When kiosk_tick() has something to do, clock_mono_ms(). */
int64_t kiosk_deadline_ms(const struct kiosk *kiosk);
/* Shows what changed. */
void kiosk_draw(struct kiosk *kiosk);

/* Runs until somebody closes it; with trouble, until the trouble could be read. */
void kiosk_run(struct kiosk *kiosk);
/* Plays the script of the options on a clock that stands still in between. ERR_NOT_FOUND,
 * ERR_INVALID the script cannot be read · ERR_CONFLICT something expected did not show, which is
 * said on standard error. */
enum err kiosk_play(struct kiosk *kiosk) NODISCARD;
/* Writes the last picture's nodes. ERR_IO. */
enum err kiosk_dump(const struct kiosk *kiosk, const char *path) NODISCARD;
