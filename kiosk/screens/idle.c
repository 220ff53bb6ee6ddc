#include "screens/idle.h"

#include "core/setting.h"
#include "screens/scene.h"

static int64_t limit_ms(const struct visit *visit, const struct screen *screen)
{
    enum { SECOND_MS = 1000 };
    if (screen->idle_ms != 0) {
        return screen->idle_ms;
    }
    enum setting setting = SETTING_IDLE_S;
    if ((screen->flags & SCREEN_LOCKS) != 0 || visit->actor.who == WHO_DESK) {
        setting = SETTING_STAFF_LOCK_S;
    } else if ((screen->flags & SCREEN_WRITING) != 0) {
        setting = SETTING_IDLE_WRITING_S;
    }
    return setting_get(visit->db, setting) * SECOND_MS;
}

enum idle idle_check(const struct visit *visit, const struct screen *screen, int64_t now_ms,
                     int64_t idle_ms)
{
    if (screen == &SCREEN_ATTRACT) {
        return IDLE_STAY;
    }
    if (visit->ends_ms != 0) {
        return now_ms >= visit->ends_ms ? IDLE_ATTRACT : IDLE_STAY;
    }
    if (idle_ms < limit_ms(visit, screen)) {
        return IDLE_STAY;
    }
    if ((screen->flags & SCREEN_LOCKS) != 0 || visit->actor.who == WHO_DESK) {
        return IDLE_LOCK;
    }
    return (screen->flags & SCREEN_NO_IDLE) != 0 && !scene_is_personal(visit) ? IDLE_ATTRACT
                                                                              : IDLE_ASK;
}
