/* What the speaking process gives up once it has started: it reads texts, some of them personal,
 * with a large library.
 *
 * No new program, no network, no other process touched, no further rights, no core file; it ends
 * with the program that started it. It needs no privilege for that. Files stay readable: the
 * engine opens its dictionaries as languages come, ALSA its devices. */
#pragma once

#include "base/err.h"

/* ERR_IO the kernel filters no calls: all else holds. */
enum err sandbox_enter(void) NODISCARD;
