/* What stands on the screen, as a flat list in reading order: one list for fingers, keypad focus,
 * speech, scripts ("tap the node named…") and the JSON dump. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ui_rect {
    int x, y, w, h; /* px of the upright screen, before its rotation */
};

/* What a touch asks for. The screen's act() decides what it means; verb 0 asks for nothing. */
struct ui_command {
    int verb;
    int64_t arg;
};

enum ui_role {
    UI_ROLE_TITLE,
    UI_ROLE_TEXT,
    UI_ROLE_IMAGE,
    UI_ROLE_STATUS,
    UI_ROLE_BUTTON,
    UI_ROLE_CHOICE, /* a button that stays selected */
    UI_ROLE_STEP,   /* − and + of a stepper: fast repeats count */
    UI_ROLE_KEY,    /* a key of an on-screen keyboard: fast repeats count */
    UI_ROLE_FIELD,
    UI_ROLE_SCROLL, /* an area that a finger drags; its command takes the distance; never drawn */
    UI_ROLE_COUNT
};

enum ui_state {
    UI_STATE_DISABLED = 1 << 0,
    UI_STATE_SELECTED = 1 << 1,
    UI_STATE_FOCUSED = 1 << 2,
    UI_STATE_PRESSED = 1 << 3,
};

enum ui_dir { UI_LTR, UI_RTL };

struct ui_node {
    const char *id;   /* ASCII, stable, unique on its screen: "home", "tile-help", "row-12" */
    const char *name; /* what speech says and scripts tap: in the interface's language */
    enum ui_role role;
    unsigned state;  /* enum ui_state bits */
    bool is_private; /* spoken to the headset only */
    struct ui_rect rect;
    struct ui_rect hit; /* where a finger counts: rect grown by 4 mm, gaps split; empty: no touch */
    struct ui_command command;
    int font_px;
    uint32_t foreground, background; /* 0xRRGGBB */
    const char *lang;                /* BCP 47 of the name */
    enum ui_dir dir;
};

struct ui_nodes {
    const struct ui_node *items;
    size_t count;
    uint32_t screen_serial; /* changes with every change of screen: older touches fire nothing */
};
