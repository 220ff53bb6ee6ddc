#include "screens/doors.h"

const struct screen *const DOORS[DOOR_COUNT] = {
    [DOOR_AGENDA] = &SCREEN_AGENDA,
    [DOOR_HELP] = &SCREEN_HELP,
    [DOOR_INFO] = &SCREEN_INFO,
    [DOOR_CALL] = &SCREEN_CALL,
};
