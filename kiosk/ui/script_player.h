/* What the parts of script playing share: script_play.c (steps), script_names.c (what stands
 * there). Private. */
#pragma once

#include "ui/script.h"

struct player {
    const struct script_host *host;
    struct arena *arena;
    struct {
        const char *name, *value;
    } variables[SCRIPT_VARIABLES];
    size_t variable_count;
    struct script_failure *failure;
};

/* Always false. */
bool player_fail(struct player *player, const char *expected, const char *actual);
/* With every kind of no-break space as a plain one, and without the marks of isolates. */
const char *player_plain(struct arena *arena, const char *text);
bool player_is_touchable(const struct ui_node *node);
/* What stands on the screen, one line a node, for a report. */
const char *player_list_names(struct player *player, bool only_touchable);
/* Whether a part of what was said since the last input is this text. */
bool player_expect_said(struct player *player, const char *text, bool is_wanted);
