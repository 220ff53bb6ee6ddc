/* What happens when nobody touches the screen. */
#pragma once

#include "screens/screen.h"

enum idle {
    IDLE_STAY,
    IDLE_ASK,     /* "still there?" over what stands there */
    IDLE_ATTRACT, /* the visit ends */
    IDLE_LOCK,    /* the staff mode ends, without asking */
};

/* screen: on top. idle_ms: since the last touch, key or code. */
enum idle idle_check(const struct visit *visit, const struct screen *screen, int64_t now_ms,
                     int64_t idle_ms);
