/* The one window: a surface to draw into, of which only what changed is shown; and its events.
 *
 * Drawn in software (SDL's window surface, X11): what is in the surface is what residents see. */
#pragma once

#include <SDL.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "platform/input.h"

struct window;

struct window_options {
    const char *title;
    int width, height; /* px of the window as the system sees it, before rotation; 0: fullscreen */
    int rotation;      /* degrees clockwise, see rotate.h */
};

/* Starts SDL's video and opens the window; *window is given.
 * ERR_NOT_FOUND no display, or SDL cannot use it · ERR_IO the display has no software window
 * surface of 32 bits a pixel. Logged, with what to do. */
enum err window_open(const struct window_options *options, struct window **window) NODISCARD;
/* Accepts NULL. */
void window_close(struct window *window);

/* Where to draw: upright, 4 bytes a pixel (0xXXRRGGBB), never NULL. Ask before each drawing:
 * another one takes its place before INPUT_RESIZED says so. Keeps its content from frame to frame.
 */
SDL_Surface *window_surface(struct window *window);
/* Shows these rectangles of the surface. */
void window_present(struct window *window, const SDL_Rect *rects, size_t count);
/* The next event, waiting for it without using the processor. timeout_ms: 0 do not wait, -1 for
 * ever. False: nothing came in that time. */
bool window_wait(struct window *window, int timeout_ms, struct input_event *input);
