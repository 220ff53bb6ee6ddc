/* Numbers that name something, not how many: tickets, households, telephones. */
#pragma once

#include "base/arena.h"

/* Digit by digit, with a pause after each three: "4 0 7, 3 1 2". Anything else is left out. */
const char *digits_spoken(struct arena *arena, const char *digits);
