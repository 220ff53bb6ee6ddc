#include "platform/input.h"

#include <string.h>

#include "base/clock.h"
#include "base/err.h"

static const struct {
    SDL_Keycode code;
    const char *name;
} key_names[] = {
    {SDLK_RETURN, "Return"},
    {SDLK_KP_ENTER, "Return"},
    {SDLK_ESCAPE, "Escape"},
    {SDLK_DELETE, "Delete"},
    {SDLK_BACKSPACE, "BackSpace"},
    {SDLK_TAB, "Tab"},
    {SDLK_SPACE, "Space"},
    {SDLK_LEFT, "Left"},
    {SDLK_RIGHT, "Right"},
    {SDLK_UP, "Up"},
    {SDLK_DOWN, "Down"},
    {SDLK_HOME, "Home"},
    {SDLK_END, "End"},
    {SDLK_PAGEUP, "PageUp"},
    {SDLK_PAGEDOWN, "PageDown"},
    {SDLK_F1, "F1"},
    {SDLK_F2, "F2"},
    {SDLK_F3, "F3"},
    {SDLK_F4, "F4"},
    {SDLK_F5, "F5"},
    {SDLK_F6, "F6"},
    {SDLK_F7, "F7"},
    {SDLK_F8, "F8"},
    {SDLK_F9, "F9"},
    {SDLK_F10, "F10"},
    {SDLK_F11, "F11"},
    {SDLK_F12, "F12"},
    {SDLK_F13, "F13"},
    {SDLK_F14, "F14"},
    {SDLK_F15, "F15"},
    {SDLK_F16, "F16"},
    {SDLK_F17, "F17"},
    {SDLK_F18, "F18"},
    {SDLK_F19, "F19"},
    {SDLK_F20, "F20"},
    {SDLK_F21, "F21"},
    {SDLK_F22, "F22"},
    {SDLK_F23, "F23"},
    {SDLK_F24, "F24"},
    {SDLK_a, "a"},
    {SDLK_b, "b"},
    {SDLK_c, "c"},
    {SDLK_d, "d"},
    {SDLK_e, "e"},
    {SDLK_f, "f"},
    {SDLK_g, "g"},
    {SDLK_h, "h"},
    {SDLK_i, "i"},
    {SDLK_j, "j"},
    {SDLK_k, "k"},
    {SDLK_l, "l"},
    {SDLK_m, "m"},
    {SDLK_n, "n"},
    {SDLK_o, "o"},
    {SDLK_p, "p"},
    {SDLK_q, "q"},
    {SDLK_r, "r"},
    {SDLK_s, "s"},
    {SDLK_t, "t"},
    {SDLK_u, "u"},
    {SDLK_v, "v"},
    {SDLK_w, "w"},
    {SDLK_x, "x"},
    {SDLK_y, "y"},
    {SDLK_z, "z"},
    {SDLK_0, "0"},
    {SDLK_1, "1"},
    {SDLK_2, "2"},
    {SDLK_3, "3"},
    {SDLK_4, "4"},
    {SDLK_5, "5"},
    {SDLK_6, "6"},
    {SDLK_7, "7"},
    {SDLK_8, "8"},
    {SDLK_9, "9"},
};

/* Tab with a shift key is one of its own. */
static const char BACK_TAB[] = "BackTab";

static const char *key_name(SDL_Keycode code)
{
    for (size_t i = 0; i < ARRAY_LEN(key_names); i++) {
        if (key_names[i].code == code) {
            return key_names[i].name;
        }
    }
    return NULL;
}

const char *input_key_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(key_names); i++) {
        if (strcmp(key_names[i].name, name) == 0) {
            return key_names[i].name;
        }
    }
    return strcmp(name, BACK_TAB) == 0 ? BACK_TAB : NULL;
}

int input_stamp(void *unused, SDL_Event *event)
{
    (void)unused;
    event->common.timestamp = (uint32_t)clock_mono_ms();
    return 1;
}

/* The stamp is the clock's lower half. */
static int64_t arrival_ms(uint32_t stamp)
{
    const int64_t now_ms = clock_mono_ms();
    return now_ms - (int64_t)((uint32_t)now_ms - stamp);
}

static bool put_finger(struct input_event *input, const struct rotation *rotation,
                       enum input_kind kind, int64_t finger, SDL_Point panel)
{
    panel.x = SDL_clamp(panel.x, 0, rotation->panel_width - 1);
    panel.y = SDL_clamp(panel.y, 0, rotation->panel_height - 1);
    const SDL_Point upright = rotate_to_upright(rotation, panel);
    input->kind = kind;
    input->finger = finger;
    input->x = upright.x;
    input->y = upright.y;
    return true;
}

static bool translate_finger(const SDL_TouchFingerEvent *event, const struct rotation *rotation,
                             struct input_event *input)
{
    const SDL_Point panel = {(int)(event->x * (float)rotation->panel_width),
                             (int)(event->y * (float)rotation->panel_height)};
    const enum input_kind kind = event->type == SDL_FINGERDOWN ? INPUT_DOWN
                                 : event->type == SDL_FINGERUP ? INPUT_UP
                                                               : INPUT_MOVE;
    return put_finger(input, rotation, kind, event->fingerId, panel);
}

static bool translate_button(const SDL_MouseButtonEvent *event, const struct rotation *rotation,
                             struct input_event *input)
{
    const enum input_kind kind = event->type == SDL_MOUSEBUTTONDOWN ? INPUT_DOWN : INPUT_UP;
    return event->button == SDL_BUTTON_LEFT &&
           put_finger(input, rotation, kind, INPUT_MOUSE_FINGER, (SDL_Point){event->x, event->y});
}

static bool translate_key(const SDL_KeyboardEvent *event, struct input_event *input)
{
    input->kind = INPUT_KEY;
    const bool is_back = event->keysym.sym == SDLK_TAB && (event->keysym.mod & KMOD_SHIFT) != 0;
    input->key = is_back ? BACK_TAB : key_name(event->keysym.sym);
    input->scancode = (int)event->keysym.scancode;
    input->is_repeat = event->repeat != 0;
    input->has_control = (event->keysym.mod & (KMOD_CTRL | KMOD_LALT | KMOD_GUI)) != 0;
    return true;
}

bool input_translate(const SDL_Event *event, const struct rotation *rotation,
                     struct input_event *input)
{
    *input = (struct input_event){.at_ms = arrival_ms(event->common.timestamp)};
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return translate_finger(&event->tfinger, rotation, input);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return translate_button(&event->button, rotation, input);
    case SDL_MOUSEMOTION:
        return (event->motion.state & SDL_BUTTON_LMASK) != 0 &&
               put_finger(input, rotation, INPUT_MOVE, INPUT_MOUSE_FINGER,
                          (SDL_Point){event->motion.x, event->motion.y});
    case SDL_WINDOWEVENT:
        /* Behind another window the button may come up unseen. */
        return event->window.event == SDL_WINDOWEVENT_FOCUS_LOST &&
               put_finger(input, rotation, INPUT_CANCEL, INPUT_MOUSE_FINGER, (SDL_Point){0, 0});
    case SDL_KEYDOWN:
        return translate_key(&event->key, input);
    case SDL_TEXTINPUT:
        input->kind = INPUT_TEXT;
        memcpy(input->text, event->text.text, sizeof(input->text));
        return input->text[0] != '\0';
    case SDL_QUIT:
        input->kind = INPUT_QUIT;
        return true;
    default:
        return false;
    }
}
