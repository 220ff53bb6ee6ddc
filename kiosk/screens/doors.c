#include "screens/doors.h"

const struct screen *const DOORS[DOOR_COUNT] = {
    [DOOR_HELP] = &SCREEN_HELP,         [DOOR_AGENDA] = &SCREEN_AGENDA, [DOOR_LEND] = &SCREEN_LEND,
    [DOOR_SERVICES] = &SCREEN_SERVICES, [DOOR_MINE] = &SCREEN_MINE,     [DOOR_INFO] = &SCREEN_INFO,
    [DOOR_CALL] = &SCREEN_CALL,         [DOOR_STAFF] = &SCREEN_STAFF,
};
