/* What happens when nobody touches the screen.
 *
 * No visit ends unasked: "Are you still there?" stands there first, counts down aloud and in sight,
 * and any touch or key goes on, as often as somebody likes. "Take my time" turns the limit off for
 * the rest of the visit. Then nothing is erased, but after SETTING_VEIL_S the same screen covers
 * what stands there, so that nobody else reads it; a touch uncovers it. It ends by "Finish and
 * erase", by another card, by a headset that was unplugged, or after IDLE_UNHURRIED_S: somebody who
 * comes the next day is somebody else. Source: EN 301 549 V3.2.1, 11.2.2.1 and WCAG 2.2, 2.2.1
 * (turn off; extend; 20 hours). */
#pragma once

#include "screens/screen.h"

enum { IDLE_UNHURRIED_S = 20 * 3600 };

enum idle {
    IDLE_STAY,
    IDLE_ASK,     /* "still there?" over what stands there */
    IDLE_ATTRACT, /* the visit ends */
    IDLE_LOCK,    /* the staff mode ends, without asking */
};

/* screen: on top. idle_ms: since the last touch, key or code. */
enum idle idle_check(const struct visit *visit, const struct screen *screen, int64_t now_ms,
                     int64_t idle_ms);
