/* What stands on the screen and what was said, as a script asks for it. */
#include <string.h>

#include "base/text.h"
#include "ui/script_player.h"

bool player_fail(struct player *player, const char *expected, const char *actual)
{
    player->failure->expected = expected;
    player->failure->actual = actual;
    return false;
}

const char *player_plain(struct arena *arena, const char *text)
{
    char *out = arena_strdup(arena, text);
    char *to = out;
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        const char *from = at;
        const uint32_t code = utf8_next(&at, end);
        if (code == 0xa0 || code == 0x202f) {
            *to++ = ' ';
        } else if (code != 0x2068 && code != 0x2069) {
            memmove(to, from, (size_t)(at - from));
            to += at - from;
        }
    }
    *to = '\0';
    return out;
}

bool player_is_touchable(const struct ui_node *node)
{
    return node->hit.w > 0 && node->hit.h > 0 && node->role != UI_ROLE_SCROLL;
}

const char *player_list_names(struct player *player, bool only_touchable)
{
    const struct ui_nodes nodes = player->host->nodes(player->host->context);
    const char *list =
        arena_printf(player->arena, "screen %s with", player->host->screen(player->host->context));
    for (size_t i = 0; i < nodes.count; i++) {
        const struct ui_node *node = &nodes.items[i];
        if (!only_touchable || player_is_touchable(node)) {
            list = arena_printf(player->arena, "%s\n    \"%s\" #%s%s", list, node->name, node->id,
                                (node->state & UI_STATE_DISABLED) != 0 ? " (disabled)" : "");
        }
    }
    return list;
}

bool player_expect_said(struct player *player, const char *text, bool is_wanted)
{
    const char *said = player->host->said(player->host->context);
    const bool is_said = text[0] == '\0' ? said[0] != '\0'
                                         : strstr(player_plain(player->arena, said),
                                                  player_plain(player->arena, text)) != NULL;
    return is_said == is_wanted ||
           player_fail(player,
                       arena_printf(player->arena, "%ssaid \"%s\"", is_wanted ? "" : "no ", text),
                       arena_printf(player->arena, "this was said:\n%s", said));
}
