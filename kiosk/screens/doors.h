/* The screens that others lead to from anywhere: the home tiles, the bar, a scanned card. */
#pragma once

#include "screens/screen.h"

enum door {
    DOOR_HELP,
    DOOR_AGENDA,
    DOOR_LEND,
    DOOR_SERVICES,
    DOOR_MINE,
    DOOR_INFO,
    DOOR_CALL,
    DOOR_STAFF, /* arg: staff id of the card that was scanned; 0: none */
    DOOR_COUNT
};
extern const struct screen *const DOORS[DOOR_COUNT];

/* The four of the home screen, up to DOOR_SERVICES: one picture, one colour, one word each. */
enum { MAIN_DOOR_COUNT = DOOR_SERVICES + 1 };
struct door_look {
    enum ui_icon icon;
    enum ui_color color;
    const char *title; /* msgid */
};
extern const struct door_look DOOR_LOOKS[MAIN_DOOR_COUNT];
