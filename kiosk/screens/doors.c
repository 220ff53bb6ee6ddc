#include "screens/doors.h"

const struct screen *const DOORS[DOOR_COUNT] = {
    [DOOR_AGENDA] = &SCREEN_AGENDA,
};
