/* Texts as a voice can say them. */
#pragma once

#include <stdint.h>

#include "base/arena.h"

/* The text in one line: marks that are only seen (· – → bullets) become pauses, every kind of space
 * a plain one, direction marks and isolates go. "" when nothing is left to be said. */
const char *speech_clean(struct arena *arena, const char *text);
