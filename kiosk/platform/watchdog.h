/* The service manager's watchdog (WatchdogSec= in conciergerie-kiosk.service): a screen that stands
 * still is worse than one that starts again. Without a service manager nothing happens. */
#pragma once

#include <stdint.h>

enum { WATCHDOG_MS = 10000 }; /* told so often at most */

struct watchdog {
    int64_t due_ms; /* clock_mono_ms() */
};

/* The loop goes round. Call it at each turn. */
void watchdog_tell(struct watchdog *watchdog);
