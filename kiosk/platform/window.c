#include "platform/window.h"

#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"

enum { PRESENT_MAX = 16 }; /* rectangles handed to SDL at once */

struct window {
    SDL_Window *sdl;
    SDL_Surface *panel;   /* SDL's, the window's */
    SDL_Surface *upright; /* the panel itself at 0 degrees, else our own */
    struct rotation rotation;
    bool is_resized; /* to be told */
};

static void set_hints(void)
{
    static const struct {
        const char *name, *value;
    } hints[] = {
        /* The environment may say otherwise. Left to itself SDL would, without a display, draw
         * where nobody sees it. */
        {SDL_HINT_VIDEODRIVER, "x11"},
        /* Without it SDL opens an OpenGL context to show the surface. */
        {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
        {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
        {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
        {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0"},
        {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
    };
    for (size_t i = 0; i < SDL_arraysize(hints); i++) {
        (void)SDL_SetHint(hints[i].name, hints[i].value);
    }
}

static void free_upright(struct window *window)
{
    if (window->upright != window->panel) {
        SDL_FreeSurface(window->upright);
    }
    window->upright = NULL;
}

/* Takes the window's surface as it is now; black. */
static enum err take_surface(struct window *window)
{
    free_upright(window);
    window->panel = SDL_GetWindowSurface(window->sdl);
    if (window->panel == NULL) {
        const char *why = SDL_GetError();
        log_error("no window surface on SDL's \"%s\" driver%s%s: the kiosk needs X11, set "
                  "SDL_VIDEODRIVER=x11",
                  SDL_GetCurrentVideoDriver(), why[0] == '\0' ? "" : ": ", why);
        return ERR_IO;
    }
    if (window->panel->format->format != SDL_PIXELFORMAT_RGB888) {
        log_error("the display shows %s pixels: the kiosk needs 32 bits, red in front",
                  SDL_GetPixelFormatName(window->panel->format->format));
        return ERR_IO;
    }
    window->rotation.panel_width = window->panel->w;
    window->rotation.panel_height = window->panel->h;
    if (window->rotation.degrees == 0) {
        window->upright = window->panel;
        return ERR_OK;
    }
    int width = 0;
    int height = 0;
    rotate_size(&window->rotation, &width, &height);
    window->upright = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    if (window->upright == NULL) {
        log_fatal("out of memory for a picture of %d by %d", width, height);
    }
    return ERR_OK;
}

static enum err open_sdl(struct window *window, const struct window_options *options)
{
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        log_error("no display: %s: set DISPLAY, or SDL_VIDEODRIVER=dummy for scripts",
                  SDL_GetError());
        return ERR_NOT_FOUND;
    }
    SDL_SetEventFilter(input_stamp, NULL);
    const bool is_fullscreen = options->width == 0;
    SDL_Rect bounds = {0, 0, options->width, options->height};
    if (is_fullscreen && SDL_GetDisplayBounds(0, &bounds) != 0) {
        log_error("no display: %s", SDL_GetError());
        return ERR_NOT_FOUND;
    }
    const int at = is_fullscreen ? 0 : (int)SDL_WINDOWPOS_UNDEFINED;
    window->sdl = SDL_CreateWindow(options->title, at, at, bounds.w, bounds.h,
                                   is_fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    if (window->sdl == NULL) {
        log_error("no window: %s", SDL_GetError());
        return ERR_NOT_FOUND;
    }
    (void)SDL_ShowCursor(is_fullscreen ? SDL_DISABLE : SDL_ENABLE);
    SDL_StartTextInput();
    SDL_PumpEvents(); /* fullscreen settles the size here: a surface taken before would be lost */
    return take_surface(window);
}

enum err window_open(const struct window_options *options, struct window **window)
{
    struct window *opened = calloc(1, sizeof(*opened));
    if (opened == NULL) {
        log_fatal("out of memory opening the window");
    }
    opened->rotation.degrees = options->rotation;
    const enum err err = open_sdl(opened, options);
    if (err != ERR_OK) {
        window_close(opened);
        opened = NULL;
    }
    *window = opened;
    return err;
}

void window_close(struct window *window)
{
    if (window == NULL) {
        return;
    }
    free_upright(window);
    if (window->sdl != NULL) {
        SDL_DestroyWindow(window->sdl);
    }
    SDL_Quit();
    free(window);
}

SDL_Surface *window_surface(struct window *window)
{
    return window->upright;
}

/* The system took the surface away, as when the panel changes its size. A kiosk without anything to
 * draw into ends; the service manager starts it again. */
static void retake_surface(struct window *window)
{
    if (take_surface(window) != ERR_OK) {
        log_fatal("the window surface is gone");
    }
    window->is_resized = true;
}

static void update(struct window *window, const SDL_Rect *rects, int count)
{
    if (count > 0 && SDL_UpdateWindowSurfaceRects(window->sdl, rects, count) != 0) {
        retake_surface(window);
    }
}

void window_present(struct window *window, const SDL_Rect *rects, size_t count)
{
    const SDL_Rect all = {0, 0, window->upright->w, window->upright->h};
    SDL_Rect shown[PRESENT_MAX];
    int filled = 0;
    for (size_t i = 0; i < count && !window->is_resized; i++) {
        SDL_Rect rect;
        if (!SDL_IntersectRect(&rects[i], &all, &rect)) {
            continue;
        }
        if (window->upright != window->panel) {
            rotate_copy(&window->rotation, window->upright->pixels, window->upright->pitch,
                        window->panel->pixels, window->panel->pitch, rect);
        }
        shown[filled++] = rotate_to_panel(&window->rotation, rect);
        if (filled == PRESENT_MAX) {
            update(window, shown, filled);
            filled = 0;
        }
    }
    if (!window->is_resized) {
        update(window, shown, filled);
    }
}

/* What concerns the window itself. */
static void handle_window(struct window *window, const SDL_WindowEvent *event)
{
    const bool is_other_size = event->data1 != window->panel->w || event->data2 != window->panel->h;
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED && is_other_size) {
        retake_surface(window);
    } else if (event->event == SDL_WINDOWEVENT_EXPOSED && !window->is_resized) {
        /* Uncovered: the surface still holds everything. */
        if (SDL_UpdateWindowSurface(window->sdl) != 0) {
            retake_surface(window);
        }
    }
}

bool window_wait(struct window *window, int timeout_ms, struct input_event *input)
{
    const int64_t until_ms = clock_mono_ms() + timeout_ms;
    for (;;) {
        if (window->is_resized) {
            window->is_resized = false;
            *input = (struct input_event){.kind = INPUT_RESIZED, .at_ms = clock_mono_ms()};
            return true;
        }
        SDL_Event event;
        if (SDL_WaitEventTimeout(&event, timeout_ms) == 0) {
            return false;
        }
        if (event.type == SDL_WINDOWEVENT) {
            handle_window(window, &event.window);
        }
        if (input_translate(&event, &window->rotation, input)) {
            return true;
        }
        if (timeout_ms > 0) {
            timeout_ms = (int)SDL_max(0, until_ms - clock_mono_ms());
        }
    }
}
