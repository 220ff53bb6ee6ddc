#include "screens/doors.h"

#include "i18n/i18n.h"

const struct screen *const DOORS[DOOR_COUNT] = {
    [DOOR_HELP] = &SCREEN_HELP,         [DOOR_AGENDA] = &SCREEN_AGENDA, [DOOR_LEND] = &SCREEN_LEND,
    [DOOR_SERVICES] = &SCREEN_SERVICES, [DOOR_MINE] = &SCREEN_MINE,     [DOOR_INFO] = &SCREEN_INFO,
    [DOOR_CALL] = &SCREEN_CALL,         [DOOR_STAFF] = &SCREEN_STAFF,
};

const struct door_look DOOR_LOOKS[MAIN_DOOR_COUNT] = {
    [DOOR_HELP] = {UI_ICON_HELP_HAND, UI_TERRACOTTA, N_("Helping hands")},
    [DOOR_AGENDA] = {UI_ICON_AGENDA, UI_BLUE, N_("Workshops and agenda")},
    [DOOR_LEND] = {UI_ICON_LEND, UI_UMBER, N_("Borrow")},
    [DOOR_SERVICES] = {UI_ICON_PARCEL, UI_TEAL, N_("Services")},
};
