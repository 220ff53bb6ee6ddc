#include "ui/focus.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ui/touch.h"

enum { NOWHERE = -1 };

void ui_focus_init(struct ui_focus *focus, struct ui_focus_limits limits)
{
    *focus = (struct ui_focus){.limits = limits};
}

void ui_focus_hide(struct ui_focus *focus)
{
    focus->is_shown = false;
}

/* ---- What can have the focus ---- */

static bool is_usable(const struct ui_node *node)
{
    return node->role != UI_ROLE_SCROLL && node->command.verb != 0 && node->hit.w > 0 &&
           (node->state & UI_STATE_DISABLED) == 0;
}

static bool is_stop(const struct ui_focus *focus, const struct ui_node *node)
{
    return is_usable(node) ||
           (focus->is_reading && node->role != UI_ROLE_SCROLL && node->name[0] != '\0');
}

static int index_of(const struct ui_nodes *nodes, const char *id)
{
    const struct ui_node *node = id[0] == '\0' ? NULL : ui_node_find(nodes, id);
    return node == NULL ? NOWHERE : (int)(node - nodes->items);
}

static bool is_inside(struct ui_rect outer, struct ui_rect rect)
{
    return rect.x >= outer.x && rect.y >= outer.y && rect.x + rect.w <= outer.x + outer.w &&
           rect.y + rect.h <= outer.y + outer.h;
}

/* The paged area that a node stands in; NULL: none. */
static const struct ui_node *area_of(const struct ui_nodes *nodes, int at)
{
    for (int i = at - 1; i >= 0; i--) {
        const struct ui_node *area = &nodes->items[i];
        if (area->role == UI_ROLE_SCROLL && is_inside(area->rect, nodes->items[at].rect)) {
            return area;
        }
    }
    return NULL;
}

/* The next stop in that direction, round the ends; the place itself if there is no other. */
static int neighbour(const struct ui_focus *focus, const struct ui_nodes *nodes, int at, int step)
{
    const int count = (int)nodes->count;
    for (int n = 1; n <= count; n++) {
        const int i = (at + n * step % count + count) % count;
        if (is_stop(focus, &nodes->items[i])) {
            return i;
        }
    }
    return at;
}

/* After the title, which is read as the screen comes: what can be used. */
static int first_place(const struct ui_focus *focus, const struct ui_nodes *nodes)
{
    int title = index_of(nodes, "header");
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i].role == UI_ROLE_TITLE) {
            title = (int)i;
            break;
        }
    }
    for (int i = title + 1; i < (int)nodes->count; i++) {
        if (is_usable(&nodes->items[i])) {
            return i;
        }
    }
    const int last = nodes->count == 0 ? NOWHERE : neighbour(focus, nodes, 0, -1);
    return last != NOWHERE && is_stop(focus, &nodes->items[last]) ? last : NOWHERE;
}

/* ---- Moves ---- */

static int between(int a, int a_size, int b, int b_size)
{
    const int gap = a < b ? b - a - a_size : a - b - b_size;
    return gap > 0 ? gap : 0;
}

static int overlap(int a, int a_size, int b, int b_size)
{
    const int from = a > b ? a : b;
    const int until = a + a_size < b + b_size ? a + a_size : b + b_size;
    return until > from ? until - from : 0;
}

/* How far it is to a node above or below: straight ways first, then what stands more nearly there,
 * then its middle. */
static int distance(struct ui_rect from, struct ui_rect to)
{
    enum { ASIDE = 3, BESIDE = 4, OFF_CENTRE = 16 };
    const int narrow = from.w < to.w ? from.w : to.w;
    const int off = abs((2 * from.x + from.w) - (2 * to.x + to.w)) / 2;
    return between(from.y, from.h, to.y, to.h) + ASIDE * between(from.x, from.w, to.x, to.w) +
           (narrow - overlap(from.x, from.w, to.x, to.w)) / BESIDE + off / OFF_CENTRE;
}

/* Wholly on that side, up to a third of the lower one of both. */
static bool is_beyond(struct ui_rect from, struct ui_rect to, int step)
{
    const int least = (from.h < to.h ? from.h : to.h) / 3;
    return step > 0 ? to.y >= from.y + from.h - least : to.y + to.h <= from.y + least;
}

static int line_beyond(const struct ui_focus *focus, const struct ui_nodes *nodes, int at, int step)
{
    const struct ui_rect from = nodes->items[at].rect;
    int best = NOWHERE;
    for (int i = 0; i < (int)nodes->count; i++) {
        const struct ui_rect to = nodes->items[i].rect;
        if (i != at && is_stop(focus, &nodes->items[i]) && is_beyond(from, to, step) &&
            (best == NOWHERE || distance(from, to) < distance(from, nodes->items[best].rect))) {
            best = i;
        }
    }
    const int end = step > 0 ? (int)nodes->count - 1 : 0;
    return best != NOWHERE ? best : neighbour(focus, nodes, end, step);
}

/* The button that turns that area's pages; NULL: there is no page that way. */
static const struct ui_node *turn_of(const struct ui_nodes *nodes, const struct ui_node *area,
                                     int step)
{
    const int verb = step > 0 ? UI_VERB_NEXT_PAGE : UI_VERB_PREVIOUS_PAGE;
    for (size_t i = 0; area != NULL && i < nodes->count; i++) {
        const struct ui_node *node = &nodes->items[i];
        if (node->command.verb == verb && node->command.arg == area->command.arg &&
            is_usable(node)) {
            return node;
        }
    }
    return NULL;
}

static void stand_on(struct ui_view *view, const struct ui_nodes *nodes, int at)
{
    const char *id = at == NOWHERE ? "" : nodes->items[at].id;
    assert(strlen(id) < sizeof(view->focused));
    memcpy(view->focused, id, strlen(id) + 1);
}

/* Past the last row of a page comes the next page, before the first the one before; who comes to a
 * list from above begins at its beginning. */
static struct ui_command go_one(struct ui_focus *focus, const struct ui_nodes *nodes,
                                struct ui_view *view, int at, int step)
{
    const int to = neighbour(focus, nodes, at, step);
    const struct ui_node *from_area = area_of(nodes, at), *to_area = area_of(nodes, to);
    const bool is_out = to_area != from_area || (to - at) * step <= 0;
    const struct ui_node *turn = is_out ? turn_of(nodes, from_area, step) : NULL;
    if (turn != NULL) {
        focus->turned = step > 0 ? UI_FOCUS_TO_FIRST : UI_FOCUS_TO_LAST;
        focus->slot = turn->command.arg;
        return turn->command;
    }
    stand_on(view, nodes, to);
    if (is_out && step > 0 && turn_of(nodes, to_area, -1) != NULL) {
        focus->turned = UI_FOCUS_TO_FIRST;
        focus->slot = to_area->command.arg;
        view->scroll_px[focus->slot] = 0;
    }
    return (struct ui_command){0};
}

/* ---- Keys ---- */

static bool is_double(struct ui_focus *focus, enum ui_press press, int64_t now_ms)
{
    const bool is_same = focus->has_pressed && focus->pressed == press &&
                         now_ms - focus->pressed_ms < focus->limits.double_press_ms;
    focus->has_pressed = true;
    focus->pressed = press;
    focus->pressed_ms = now_ms;
    return is_same;
}

static struct ui_command fire(struct ui_focus *focus, const struct ui_node *node, int64_t now_ms)
{
    const bool is_fast = node->role == UI_ROLE_STEP || node->role == UI_ROLE_KEY;
    const int limit_ms = is_fast ? UI_TOUCH_KEY_MS : focus->limits.double_tap_ms;
    const bool is_repeat = focus->has_fired && focus->fired.verb == node->command.verb &&
                           focus->fired.arg == node->command.arg &&
                           now_ms - focus->fired_ms <= limit_ms;
    if (!is_usable(node) || is_repeat) {
        return (struct ui_command){0};
    }
    focus->has_fired = true;
    focus->fired = node->command;
    focus->fired_ms = now_ms;
    focus->has_acted = true;
    return node->command;
}

static struct ui_command fire_named(struct ui_focus *focus, const struct ui_nodes *nodes,
                                    const char *id, int64_t now_ms)
{
    const struct ui_command none = {0};
    const int at = index_of(nodes, id);
    return at == NOWHERE ? none : fire(focus, &nodes->items[at], now_ms);
}

struct ui_command ui_focus_press(struct ui_focus *focus, const struct ui_nodes *presented,
                                 enum ui_dir dir, struct ui_view *view, enum ui_press press,
                                 int64_t now_ms)
{
    const struct ui_command none = {0};
    if (is_double(focus, press, now_ms) || focus->turned != UI_FOCUS_STAYS) {
        return none;
    }
    const bool was_shown = focus->is_shown;
    const int at = index_of(presented, view->focused);
    focus->is_shown = true;
    if (press == UI_PRESS_LEAVE || press == UI_PRESS_HOME) {
        return fire_named(focus, presented, press == UI_PRESS_HOME ? "home" : "back", now_ms);
    }
    if (!was_shown || at == NOWHERE) {
        return none; /* ui_focus_settle() gives it its place */
    }
    const bool is_upright = presented->items[at].role == UI_ROLE_KEY;
    const int onward = dir == UI_RTL && !is_upright ? -1 : 1;
    switch (press) {
    case UI_PRESS_UP:
        stand_on(view, presented, line_beyond(focus, presented, at, -1));
        return none;
    case UI_PRESS_DOWN:
        stand_on(view, presented, line_beyond(focus, presented, at, 1));
        return none;
    case UI_PRESS_BACK:
        return go_one(focus, presented, view, at, -1);
    case UI_PRESS_NEXT:
        return go_one(focus, presented, view, at, 1);
    case UI_PRESS_LEFT:
        return go_one(focus, presented, view, at, -onward);
    case UI_PRESS_RIGHT:
        return go_one(focus, presented, view, at, onward);
    case UI_PRESS_SELECT:
        return fire(focus, &presented->items[at], now_ms);
    case UI_PRESS_LEAVE:
    case UI_PRESS_HOME:
    case UI_PRESS_HELP:
    case UI_PRESS_VOLUME:
        break;
    }
    return none;
}

/* ---- After a new frame ---- */

/* A print of the titles: another question has another one. */
static uint64_t titles_of(const struct ui_nodes *nodes)
{
    uint64_t print = TEXT_PRINT;
    for (size_t i = 0; i < nodes->count; i++) {
        if (nodes->items[i].role == UI_ROLE_TITLE) {
            print = text_print(print, str_of(nodes->items[i].name));
        }
    }
    return print;
}

/* The first or last stop of the page that was turned; without any, what comes after the list. */
static int turned_place(const struct ui_focus *focus, const struct ui_nodes *nodes)
{
    int area = NOWHERE, found = NOWHERE;
    for (int i = 0; i < (int)nodes->count; i++) {
        const struct ui_node *node = &nodes->items[i];
        if (node->role == UI_ROLE_SCROLL && node->command.arg == focus->slot) {
            area = i;
        } else if (area != NOWHERE && is_stop(focus, node) &&
                   area_of(nodes, i) == &nodes->items[area] &&
                   (found == NOWHERE || focus->turned == UI_FOCUS_TO_LAST)) {
            found = i;
        }
    }
    return found != NOWHERE || area == NOWHERE ? found : neighbour(focus, nodes, area, 1);
}

bool ui_focus_settle(struct ui_focus *focus, const struct ui_nodes *nodes, struct ui_view *view)
{
    char before[UI_ID_MAX];
    memcpy(before, view->focused, sizeof(before));
    const uint64_t titles = titles_of(nodes);
    const bool is_other =
        focus->has_acted && nodes->screen_serial == focus->screen_serial && titles != focus->titles;
    if (!focus->is_shown) {
        view->focused[0] = '\0';
    } else if (focus->turned != UI_FOCUS_STAYS) {
        stand_on(view, nodes, turned_place(focus, nodes));
    }
    if (focus->is_shown && (is_other || index_of(nodes, view->focused) == NOWHERE)) {
        stand_on(view, nodes, first_place(focus, nodes));
    }
    focus->turned = UI_FOCUS_STAYS;
    focus->has_acted = false;
    focus->titles = titles;
    focus->screen_serial = nodes->screen_serial;
    return strcmp(before, view->focused) != 0;
}
