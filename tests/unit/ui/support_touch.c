#include "support_touch.h"

#include <string.h>

static const struct ui_node items[] = {
    {.id = "title", .role = UI_ROLE_TITLE},
    BUTTON("a", UI_ROLE_BUTTON, A, 0),
    BUTTON("b", UI_ROLE_BUTTON, B, 100),
    BUTTON("l", UI_ROLE_KEY, KEY_L, 200),
    BUTTON("more", UI_ROLE_STEP, STEP, 300),
    {.id = "off",
     .role = UI_ROLE_BUTTON,
     .state = UI_STATE_DISABLED,
     .command = {9, 0},
     .hit = {400, 0, 100, 100}},
    {.id = "list", .role = UI_ROLE_SCROLL, .command = {LIST, 0}, .hit = {0, 200, 1000, 600}},
    {.id = "row", .role = UI_ROLE_BUTTON, .command = {ROW, 7}, .hit = {0, 300, 1000, 100}},
};

struct ui_touch touch;
struct ui_nodes shown;
uint32_t serial;
struct ui_touch_result last;
char fired[64];

void touch_setup(void)
{
    ui_touch_init(&touch, (struct ui_touch_limits){.double_tap_ms = 300, .drag_px = 10});
    serial = 1;
    shown = (struct ui_nodes){items, ARRAY_LEN(items), serial};
    memset(fired, 0, sizeof(fired));
}

void feed(enum ui_touch_kind kind, int64_t finger, int x, int y, int64_t at_ms)
{
    const struct ui_touch_event event = {kind, finger, x, y, at_ms};
    last = ui_touch_feed(&touch, &shown, serial, &event);
    if (last.act == UI_TOUCH_FIRE) {
        fired[strlen(fired)] = ".ABLSR"[last.command.verb];
    }
}

void down(int64_t finger, int x, int64_t at_ms)
{
    feed(UI_TOUCH_DOWN, finger, x, 50, at_ms);
}

void up(int64_t finger, int x, int64_t at_ms)
{
    feed(UI_TOUCH_UP, finger, x, 50, at_ms);
}

void tap(int x, int64_t at_ms)
{
    down(1, x, at_ms);
    up(1, x, at_ms);
}
