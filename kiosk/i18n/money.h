/* Sums in euros, in the language of the moment. Written into the arena. */
#pragma once

#include <stdint.h>

#include "base/arena.h"

/* 2 € · 2,50 € · 1 250 € · −2 € · €2.50; cents are shown only when there are some.
 * Said aloud (i18n_is_spoken()): 2 euros 50 · moins 2 euros. */
const char *money_euros(struct arena *arena, int64_t cents);
