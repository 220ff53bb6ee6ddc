/* Playing a script: finds nodes as a resident would, by what they are called. */
#include <string.h>

#include "base/text.h"
#include "ui/script_player.h"

/* Replaces each $NAME by its value. Among names that begin alike the longest counts. */
static const char *expand(struct player *player, const char *text)
{
    const char *out = "";
    for (const char *at = text; *at != '\0';) {
        const char *dollar = strchr(at, '$');
        if (dollar == NULL) {
            return arena_printf(player->arena, "%s%s", out, at);
        }
        size_t best_len = 0;
        const char *best = "$"; /* a lone one stands for itself */
        for (size_t i = 0; i < player->variable_count; i++) {
            const size_t len = strlen(player->variables[i].name);
            if (len >= best_len && text_has_prefix(dollar + 1, player->variables[i].name)) {
                best_len = len;
                best = player->variables[i].value;
            }
        }
        out = arena_printf(player->arena, "%s%.*s%s", out, (int)(dollar - at), at, best);
        at = dollar + 1 + best_len;
    }
    return out;
}

static void touch(struct player *player, enum ui_touch_kind kind, int finger, int x, int y,
                  int64_t ms)
{
    player->host->touch(player->host->context, kind, finger, x, y);
    player->host->advance(player->host->context, ms);
}

static bool tap_at(struct player *player, int x, int y)
{
    touch(player, UI_TOUCH_DOWN, 1, x, y, SCRIPT_PRESS_MS);
    touch(player, UI_TOUCH_UP, 1, x, y, SCRIPT_TAP_MS - SCRIPT_PRESS_MS);
    return true;
}

static bool tap_node(struct player *player, const struct ui_nodes *nodes,
                     const struct ui_node *node)
{
    const int x = node->hit.x + node->hit.w / 2;
    const int y = node->hit.y + node->hit.h / 2;
    const char *expected = arena_printf(player->arena, "to tap \"%s\" #%s", node->name, node->id);
    if ((node->state & UI_STATE_DISABLED) != 0) {
        return player_fail(player, expected, "it is disabled");
    }
    for (const struct ui_node *above = node + 1; above < nodes->items + nodes->count; above++) {
        const struct ui_rect hit = above->hit;
        if (player_is_touchable(above) && x >= hit.x && x < hit.x + hit.w && y >= hit.y &&
            y < hit.y + hit.h) {
            return player_fail(
                player, expected,
                arena_printf(player->arena, "\"%s\" #%s covers it", above->name, above->id));
        }
    }
    return tap_at(player, x, y);
}

static bool tap_id(struct player *player, const char *id)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    for (size_t i = 0; i < nodes.count; i++) {
        if (player_is_touchable(&nodes.items[i]) && strcmp(nodes.items[i].id, id) == 0) {
            return tap_node(player, &nodes, &nodes.items[i]);
        }
    }
    return player_fail(player, arena_printf(player->arena, "to tap #%s", id),
                       player_list_names(player, true));
}

static bool tap_name(struct player *player, const char *wanted)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    const char *name = player_plain(player->arena, wanted);
    const struct ui_node *equal = NULL;
    const struct ui_node *part = NULL;
    size_t equals = 0;
    size_t parts = 0;
    for (size_t i = 0; i < nodes.count; i++) {
        if (!player_is_touchable(&nodes.items[i])) {
            continue;
        }
        const char *here = player_plain(player->arena, nodes.items[i].name);
        if (strcmp(here, name) == 0) {
            equal = &nodes.items[i];
            equals++;
        } else if (strstr(here, name) != NULL) {
            part = &nodes.items[i];
            parts++;
        }
    }
    if (equals == 1) {
        return tap_node(player, &nodes, equal);
    }
    if (equals == 0 && parts == 1) {
        return tap_node(player, &nodes, part);
    }
    return player_fail(player,
                       arena_printf(player->arena, "to tap \"%s\"%s", wanted,
                                    equals + parts == 0 ? "" : ", but several are called so"),
                       player_list_names(player, true));
}

static bool done(struct player *player, const char *what, const char *name, enum err err)
{
    return err == ERR_OK || player_fail(player, arena_printf(player->arena, "%s %s", what, name),
                                        arena_printf(player->arena, "error: %s", err_name(err)));
}

static const struct ui_node *focused(struct player *player)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    const struct ui_node *items = nodes.items;
    for (size_t i = 0; i < nodes.count; i++) {
        if ((items[i].state & UI_STATE_FOCUSED) != 0) {
            return items + i;
        }
    }
    return NULL;
}

static bool is_called(struct player *player, const struct ui_node *node, const char *text,
                      bool is_id)
{
    return node != NULL && (is_id ? strcmp(node->id, text) == 0
                                  : strstr(player_plain(player->arena, node->name),
                                           player_plain(player->arena, text)) != NULL);
}

/* A name that is one node's own means that one, not those that contain it. */
static bool is_a_name(struct player *player, const char *text)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    const char *name = player_plain(player->arena, text);
    for (size_t i = 0; i < nodes.count; i++) {
        if (player_is_touchable(&nodes.items[i]) &&
            strcmp(player_plain(player->arena, nodes.items[i].name), name) == 0) {
            return true;
        }
    }
    return false;
}

static const char *describe_focus(struct player *player)
{
    const struct ui_node *node = focused(player);
    return node == NULL
               ? "nothing has the focus"
               : arena_printf(player->arena, "the focus is on \"%s\" #%s", node->name, node->id);
}

static bool expect_focus(struct player *player, const char *text, bool is_id)
{
    return is_called(player, focused(player), text, is_id) ||
           player_fail(player, arena_printf(player->arena, "the focus on %s", text),
                       describe_focus(player));
}

static bool expect_no_focus(struct player *player)
{
    return focused(player) == NULL || player_fail(player, "no focus", describe_focus(player));
}

/* As somebody does who cannot touch: on and on, then select. */
static bool press_node(struct player *player, const char *text, bool is_id)
{
    const struct script_host *host = player->host;
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < SCRIPT_REACH_MOST; i++) {
        const struct ui_node *node = focused(player);
        if (is_called(player, node, text, is_id) &&
            (is_id ||
             strlen(player_plain(player->arena, node->name)) ==
                 strlen(player_plain(player->arena, text)) ||
             !is_a_name(player, text))) {
            err = host->key(host->context, "F17");
            host->advance(host->context, SCRIPT_INPUT_MS);
            return done(player, "press", text, err);
        }
        err = host->key(host->context, "F16");
        host->advance(host->context, SCRIPT_REACH_MS);
    }
    return player_fail(player, arena_printf(player->arena, "keys to lead to %s", text),
                       player_list_names(player, true));
}

static bool expect_text(struct player *player, const char *text, bool is_wanted)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    const char *part = player_plain(player->arena, text);
    for (size_t i = 0; i < nodes.count; i++) {
        const struct ui_node *node = &nodes.items[i];
        if (strstr(player_plain(player->arena, node->name), part) == NULL) {
            continue;
        }
        return is_wanted || player_fail(player, arena_printf(player->arena, "no text \"%s\"", text),
                                        arena_printf(player->arena, "it stands in \"%s\" #%s",
                                                     node->name, node->id));
    }
    return !is_wanted || player_fail(player, arena_printf(player->arena, "text \"%s\"", text),
                                     player_list_names(player, false));
}

static bool expect_screen(struct player *player, const char *wanted)
{
    const char *screen = player->host->screen(player->host->context);
    return strcmp(screen, wanted) == 0 ||
           player_fail(player, arena_printf(player->arena, "screen %s", wanted),
                       player_list_names(player, false));
}

/* The first value of a query, NULL after a failure. */
static const char *query(struct player *player, const char *sql)
{
    const char *value = NULL;
    const char *expected = arena_printf(player->arena, "an answer to %s", sql);
    const enum err err = player->host->sql(player->host->context, sql, player->arena, &value);
    if (err != ERR_OK) {
        (void)player_fail(player, expected,
                          arena_printf(player->arena, "error: %s", err_name(err)));
        return NULL;
    }
    if (value == NULL) {
        (void)player_fail(player, expected, "no row");
    }
    return value;
}

static bool expect_sql(struct player *player, const char *sql, const char *wanted)
{
    const char *value = query(player, sql);
    if (value == NULL) {
        return false;
    }
    return strcmp(value, wanted) == 0 ||
           player_fail(player, arena_printf(player->arena, "\"%s\" from %s", wanted, sql),
                       arena_printf(player->arena, "\"%s\"", value));
}

static bool let(struct player *player, const char *name, const char *sql)
{
    const char *value = query(player, sql);
    if (value == NULL) {
        return false;
    }
    player->variables[player->variable_count].name = name;
    player->variables[player->variable_count].value = value;
    player->variable_count++;
    return true;
}

static bool play_step(struct player *player, const struct script_step *step)
{
    const struct script_host *host = player->host;
    const char *text = step->text == NULL ? "" : expand(player, step->text);
    switch (step->verb) {
    case SCRIPT_TAP_NAME:
        return tap_name(player, text);
    case SCRIPT_TAP_ID:
        return tap_id(player, text);
    case SCRIPT_TAP_AT:
        return tap_at(player, step->x, step->y);
    case SCRIPT_DOWN:
        touch(player, UI_TOUCH_DOWN, step->finger, step->x, step->y, SCRIPT_FINGER_MS);
        return true;
    case SCRIPT_MOVE:
        touch(player, UI_TOUCH_MOVE, step->finger, step->x, step->y, SCRIPT_FINGER_MS);
        return true;
    case SCRIPT_UP:
        touch(player, UI_TOUCH_UP, step->finger, step->x, step->y, SCRIPT_FINGER_MS);
        return true;
    case SCRIPT_KEY: {
        const enum err err = host->key(host->context, text);
        host->advance(host->context, SCRIPT_INPUT_MS);
        return done(player, "key", text, err);
    }
    case SCRIPT_PRESS_NAME:
    case SCRIPT_PRESS_ID:
        return press_node(player, text, step->verb == SCRIPT_PRESS_ID);
    case SCRIPT_HEADSET:
        host->headset(host->context, strcmp(text, "in") == 0);
        host->advance(host->context, SCRIPT_INPUT_MS);
        return true;
    case SCRIPT_TYPE:
        host->text(host->context, text);
        host->advance(host->context, SCRIPT_INPUT_MS);
        return true;
    case SCRIPT_SCAN:
        host->scan(host->context, text);
        host->advance(host->context, SCRIPT_INPUT_MS);
        return true;
    case SCRIPT_WAIT:
        host->advance(host->context, step->ms);
        return true;
    case SCRIPT_EXPECT_SCREEN:
        return expect_screen(player, text);
    case SCRIPT_EXPECT_TEXT:
        return expect_text(player, text, true);
    case SCRIPT_EXPECT_NO_TEXT:
        return expect_text(player, text, false);
    case SCRIPT_EXPECT_FOCUS_NAME:
    case SCRIPT_EXPECT_FOCUS_ID:
        return expect_focus(player, text, step->verb == SCRIPT_EXPECT_FOCUS_ID);
    case SCRIPT_EXPECT_NO_FOCUS:
        return expect_no_focus(player);
    case SCRIPT_EXPECT_SAID:
    case SCRIPT_EXPECT_NO_SAID:
        return player_expect_said(player, text, step->verb == SCRIPT_EXPECT_SAID);
    case SCRIPT_EXPECT_SQL:
        return expect_sql(player, text, expand(player, step->value));
    case SCRIPT_LET:
        return let(player, step->value, text);
    case SCRIPT_SHOT:
        return done(player, "shot", text, host->shot(host->context, text));
    case SCRIPT_DUMP:
        return done(player, "dump", text, host->dump(host->context, text));
    case SCRIPT_VERB_COUNT:
        break;
    }
    return false;
}

/* Every function by single taps: what scrolls also has buttons that turn it. Checked wherever a
 * script comes by. */
static bool check_taps(struct player *player)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    for (size_t i = 0; i < nodes.count; i++) {
        const struct ui_node *area = &nodes.items[i];
        int turns = 0;
        for (size_t k = 0; area->role == UI_ROLE_SCROLL && k < nodes.count; k++) {
            const struct ui_node *node = &nodes.items[k];
            turns += node->role == UI_ROLE_BUTTON && node->command.verb < 0 &&
                     node->command.arg == area->command.arg;
        }
        if (area->role == UI_ROLE_SCROLL && turns < 2) {
            return player_fail(
                player, arena_printf(player->arena, "buttons that turn the pages of #%s", area->id),
                player_list_names(player, true));
        }
    }
    return true;
}

/* Whoever listens misses nothing. */
static bool check_speech(struct player *player)
{
    const char *unsaid = player->host->unsaid(player->host->context, player->arena);
    return unsaid == NULL || player_fail(player, "everything to be said", unsaid);
}

bool script_play(const struct script *script, const struct script_host *host, struct arena *arena,
                 struct script_failure *failure)
{
    struct player player = {.host = host, .arena = arena, .failure = failure};
    for (size_t i = 0; i < script->count; i++) {
        *failure =
            (struct script_failure){.file = script->steps[i].file, .line = script->steps[i].line};
        if (!play_step(&player, &script->steps[i]) || !check_taps(&player) ||
            !check_speech(&player)) {
            return false;
        }
    }
    return true;
}
