#include "screens/idle.h"

#include "core/setting.h"
#include "screens/scene.h"

enum { SECOND_MS = 1000 };

static bool locks(const struct visit *visit, const struct screen *screen)
{
    return (screen->flags & SCREEN_LOCKS) != 0 || visit->actor.who == WHO_DESK;
}

static int64_t limit_ms(const struct visit *visit, const struct screen *screen)
{
    if (screen->idle_ms != 0) {
        return screen->idle_ms;
    }
    enum setting setting = SETTING_IDLE_S;
    if (locks(visit, screen)) {
        setting = SETTING_STAFF_LOCK_S;
    } else if (visit->scene.is_unhurried) {
        setting = SETTING_VEIL_S;
    } else if ((screen->flags & SCREEN_WRITING) != 0 || visit->scene.speech >= SCENE_LISTENED) {
        setting = SETTING_IDLE_WRITING_S;
    }
    return setting_get(visit->db, setting) * SECOND_MS;
}

/* A screen that ends by itself asks, too, before it does. */
static enum idle check_end(const struct visit *visit, const struct screen *screen, int64_t now_ms)
{
    if (now_ms >= visit->ends_ms) {
        return IDLE_ATTRACT;
    }
    const int64_t warning_ms = setting_get(visit->db, SETTING_STILL_THERE_S) * SECOND_MS;
    const bool is_soon = now_ms >= visit->ends_ms - warning_ms;
    return (screen->flags & SCREEN_ASKS) == 0 && is_soon ? IDLE_ASK : IDLE_STAY;
}

enum idle idle_check(const struct visit *visit, const struct screen *screen, int64_t now_ms,
                     int64_t idle_ms)
{
    if (screen == &SCREEN_ATTRACT) {
        return IDLE_STAY;
    }
    const bool is_asking = (screen->flags & SCREEN_ASKS) != 0;
    if (visit->ends_ms != 0 && (is_asking || !visit->scene.is_unhurried)) {
        return check_end(visit, screen, now_ms);
    }
    if (idle_ms < limit_ms(visit, screen)) {
        return IDLE_STAY;
    }
    if (locks(visit, screen)) {
        return IDLE_LOCK;
    }
    const bool is_home = (screen->flags & SCREEN_NO_IDLE) != 0 && !scene_is_personal(visit);
    return is_home && !visit->scene.is_unhurried ? IDLE_ATTRACT : IDLE_ASK;
}
