#include "ui/touch.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void ui_touch_init(struct ui_touch *touch, struct ui_touch_limits limits)
{
    *touch = (struct ui_touch){.limits = limits};
}

const char *ui_touch_pressed(const struct ui_touch *touch)
{
    return touch->pressed;
}

static bool has_point(struct ui_rect rect, int x, int y)
{
    return x >= rect.x && x < rect.x + rect.w && y >= rect.y && y < rect.y + rect.h;
}

/* The topmost, that is last, node under the point: scroll areas, or all the others. */
static const struct ui_node *node_at(const struct ui_nodes *nodes, bool is_scroll, int x, int y)
{
    for (size_t i = nodes->count; i > 0; i--) {
        const struct ui_node *node = &nodes->items[i - 1];
        if ((node->role == UI_ROLE_SCROLL) == is_scroll && has_point(node->hit, x, y)) {
            return node;
        }
    }
    return NULL;
}

static bool same_command(struct ui_command a, struct ui_command b)
{
    return a.verb == b.verb && a.arg == b.arg;
}

static bool may_fire(const struct ui_node *node)
{
    return node != NULL && node->command.verb != 0 && (node->state & UI_STATE_DISABLED) == 0;
}

static void finger_remove(struct ui_touch *touch, size_t index)
{
    touch->down_count--;
    touch->down[index] = touch->down[touch->down_count];
}

/* Position of a finger in the table, down_count if it is not down. */
static size_t finger_index(const struct ui_touch *touch, int64_t id)
{
    size_t i = 0;
    while (i < touch->down_count && touch->down[i].id != id) {
        i++;
    }
    return i;
}

static void finger_add(struct ui_touch *touch, const struct ui_touch_event *event)
{
    touch->down[touch->down_count].id = event->finger;
    touch->down[touch->down_count].down_ms = event->at_ms;
    touch->down[touch->down_count].seen_ms = event->at_ms;
    touch->down[touch->down_count].x = event->x;
    touch->down[touch->down_count].y = event->y;
    touch->down[touch->down_count].has_left = false;
    touch->down_count++;
}

/* When it is taken for lifted, or for something that never was a finger. */
static int64_t finger_ends_ms(const struct ui_touch *touch, size_t index)
{
    const int64_t lost_ms = touch->down[index].seen_ms + UI_TOUCH_LOST_MS;
    const int64_t stuck_ms = touch->down[index].down_ms + UI_TOUCH_STUCK_MS;
    return touch->down[index].has_left || lost_ms < stuck_ms ? lost_ms : stuck_ms;
}

/* Stops following the finger; true if something looked pressed. */
static bool let_go(struct ui_touch *touch)
{
    const bool was_pressed = touch->pressed[0] != '\0';
    touch->pressed[0] = '\0';
    touch->is_held = false;
    touch->is_dragging = false;
    touch->may_drag = false;
    return was_pressed;
}

bool ui_touch_tick(struct ui_touch *touch, int64_t now_ms)
{
    bool is_changed = false;
    for (size_t i = touch->down_count; i > 0; i--) {
        if (now_ms < finger_ends_ms(touch, i - 1)) {
            continue;
        }
        if (touch->is_held && touch->finger == touch->down[i - 1].id) {
            is_changed = let_go(touch);
        }
        finger_remove(touch, i - 1);
    }
    if (touch->quiet_ms < 0 && touch->down_count == 0) {
        touch->quiet_ms = now_ms;
    }
    return is_changed;
}

int64_t ui_touch_deadline_ms(const struct ui_touch *touch)
{
    int64_t deadline_ms = -1;
    for (size_t i = 0; i < touch->down_count; i++) {
        const int64_t ends_ms = finger_ends_ms(touch, i);
        deadline_ms = deadline_ms < 0 || ends_ms < deadline_ms ? ends_ms : deadline_ms;
    }
    return deadline_ms;
}

void ui_touch_swallow(struct ui_touch *touch, int64_t now_ms)
{
    (void)let_go(touch);
    touch->is_swallowing = true;
    touch->quiet_ms = touch->down_count == 0 ? now_ms : -1;
}

/* A new finger: may it begin something? Ends the swallowing when its time has come. */
static bool is_swallowed(struct ui_touch *touch, int64_t at_ms)
{
    if (touch->is_swallowing && touch->down_count == 0 &&
        at_ms - touch->quiet_ms >= UI_TOUCH_WAKE_MS) {
        touch->is_swallowing = false;
    }
    return touch->is_swallowing;
}

/* Notes a touch that came down. True: so many in so short a time are nobody's. */
static bool is_ghost(struct ui_touch *touch, int64_t at_ms)
{
    const bool has_one = touch->downs_count > 0;
    const size_t count = touch->downs_count;
    const int64_t last_ms = has_one ? touch->downs[(count - 1) % UI_TOUCH_BURST] : 0;
    const int64_t first_ms =
        count >= UI_TOUCH_BURST ? touch->downs[count % UI_TOUCH_BURST] : INT64_MIN;
    if (has_one && at_ms - last_ms >= UI_TOUCH_BURST_MS) {
        touch->is_bursting = false;
    }
    if (count >= UI_TOUCH_BURST && at_ms - first_ms < UI_TOUCH_BURST_MS) {
        touch->is_bursting = true;
    }
    touch->downs[count % UI_TOUCH_BURST] = at_ms;
    touch->downs_count++;
    return touch->is_bursting;
}

/* A hand that leans on the panel: from the third finger on, until the last is up. */
static bool is_palm(struct ui_touch *touch)
{
    touch->is_palm =
        touch->down_count > 0 && (touch->is_palm || touch->down_count >= UI_TOUCH_PALM_FINGERS);
    return touch->is_palm;
}

static bool on_down(struct ui_touch *touch, const struct ui_nodes *presented,
                    uint32_t screen_serial, const struct ui_touch_event *event)
{
    bool is_changed = false;
    const size_t known = finger_index(touch, event->finger);
    if (known < touch->down_count) { /* down twice: its lift was lost */
        if (touch->is_held && touch->finger == event->finger) {
            is_changed = let_go(touch);
        }
        finger_remove(touch, known);
    }
    const bool is_free = !is_swallowed(touch, event->at_ms) && !touch->is_held;
    (void)is_palm(touch);
    if (touch->down_count < UI_TOUCH_FINGERS) { /* more than hands have */
        finger_add(touch, event);
    }
    if (is_ghost(touch, event->at_ms) || is_palm(touch)) {
        return let_go(touch) || is_changed;
    }
    if (!is_free || presented->screen_serial != screen_serial) {
        return is_changed;
    }

    touch->is_held = true;
    touch->finger = event->finger;
    touch->screen_serial = screen_serial;
    touch->start_y = event->y;
    touch->last_y = event->y;
    const struct ui_node *area = node_at(presented, true, event->x, event->y);
    if (area != NULL) {
        touch->may_drag = true;
        touch->scroll = area->command;
    }
    const struct ui_node *node = node_at(presented, false, event->x, event->y);
    if (!may_fire(node)) {
        return is_changed;
    }
    const size_t len = strlen(node->id);
    assert(len < sizeof(touch->pressed));
    memcpy(touch->pressed, node->id, len + 1);
    touch->armed = node->command;
    touch->armed_role = node->role;
    return true;
}

/* Is the finger still on what it armed, and is that still what it was? */
static bool is_on_armed(const struct ui_touch *touch, const struct ui_nodes *presented, int x,
                        int y)
{
    const struct ui_node *node = node_at(presented, false, x, y);
    return may_fire(node) && strcmp(node->id, touch->pressed) == 0 &&
           same_command(node->command, touch->armed);
}

static bool disarm(struct ui_touch *touch)
{
    const bool was_pressed = touch->pressed[0] != '\0';
    touch->pressed[0] = '\0';
    return was_pressed;
}

static void on_move(struct ui_touch *touch, const struct ui_nodes *presented,
                    const struct ui_touch_event *event, struct ui_touch_result *result)
{
    if (touch->may_drag && abs(event->y - touch->start_y) > touch->limits.drag_px) {
        touch->is_dragging = true;
    }
    if (touch->is_dragging) {
        result->is_press_changed |= disarm(touch);
        if (event->y != touch->last_y) {
            result->act = UI_TOUCH_SCROLL;
            result->command = touch->scroll;
            result->dy_px = event->y - touch->last_y;
            touch->last_y = event->y;
        }
    } else if (!is_on_armed(touch, presented, event->x, event->y)) {
        result->is_press_changed |= disarm(touch);
    }
}

static bool is_repeat(const struct ui_touch *touch, int64_t at_ms)
{
    const bool is_fast = touch->armed_role == UI_ROLE_STEP || touch->armed_role == UI_ROLE_KEY;
    const int64_t limit_ms = is_fast ? UI_TOUCH_KEY_MS : touch->limits.double_tap_ms;
    return touch->has_fired && same_command(touch->fired, touch->armed) &&
           at_ms - touch->fired_ms <= limit_ms;
}

static void on_up(struct ui_touch *touch, const struct ui_nodes *presented,
                  const struct ui_touch_event *event, struct ui_touch_result *result)
{
    on_move(touch, presented, event, result);
    const bool is_tap = touch->pressed[0] != '\0' && !is_repeat(touch, event->at_ms);
    result->is_press_changed |= let_go(touch);
    if (is_tap) {
        result->act = UI_TOUCH_FIRE;
        result->command = touch->armed;
        touch->has_fired = true;
        touch->fired = touch->armed;
        touch->fired_ms = event->at_ms;
    }
}

struct ui_touch_result ui_touch_feed(struct ui_touch *touch, const struct ui_nodes *presented,
                                     uint32_t screen_serial, const struct ui_touch_event *event)
{
    struct ui_touch_result result = {.act = UI_TOUCH_NOTHING};
    result.is_press_changed = ui_touch_tick(touch, event->at_ms);
    if (touch->is_held && (screen_serial != touch->screen_serial ||
                           presented->screen_serial != touch->screen_serial)) {
        result.is_press_changed |= let_go(touch);
    }
    if (event->kind == UI_TOUCH_DOWN) {
        result.is_press_changed |= on_down(touch, presented, screen_serial, event);
        result.is_noise = touch->is_bursting;
        return result;
    }

    const size_t index = finger_index(touch, event->finger);
    result.is_noise = touch->is_bursting || index == touch->down_count;
    if (index == touch->down_count) {
        return result;
    }
    touch->down[index].seen_ms = event->at_ms;
    touch->down[index].has_left |= abs(event->x - touch->down[index].x) > touch->limits.drag_px ||
                                   abs(event->y - touch->down[index].y) > touch->limits.drag_px;
    const bool is_followed = touch->is_held && touch->finger == event->finger;
    if (event->kind != UI_TOUCH_MOVE) {
        finger_remove(touch, index);
        if (touch->quiet_ms < 0 && touch->down_count == 0) {
            touch->quiet_ms = event->at_ms;
        }
    }
    if (is_followed && event->kind == UI_TOUCH_MOVE) {
        on_move(touch, presented, event, &result);
    } else if (is_followed && event->kind == UI_TOUCH_UP) {
        on_up(touch, presented, event, &result);
    } else if (is_followed) {
        result.is_press_changed |= let_go(touch);
    }
    return result;
}
