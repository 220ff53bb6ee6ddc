/* Whether a page can be heard in full, for scripts: whoever listens misses nothing.
 *
 * Each node has a name and an id of its own, exists in the spoken form of the page as what it is,
 * and is said: with the page, or (keys) by itself. Source: EN 301 549 V3.2.1, 5.1.3.1. */
#pragma once

#include "base/arena.h"
#include "ui/speech.h"

/* NULL: all of it. Else what is amiss, into arena. */
const char *speech_check(const struct speech_page *page, struct arena *arena);
