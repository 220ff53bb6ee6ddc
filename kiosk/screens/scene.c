#include "screens/scene.h"

#include "base/clock.h"
#include "base/log.h"
#include "core/unshown.h"

void scene_refresh(struct visit *visit, struct arena *arena)
{
    struct scene *scene = &visit->scene;
    struct house_site site = {.name = "", .message = ""};
    arena_reset(arena);
    scene->now_s = clock_now_s();
    enum err err = house_site(visit->db, arena, &site);
    scene->site_name = site.name;
    scene->message = site.message;
    if (err == ERR_OK) {
        err = house_status(visit->db, scene->now_s, &scene->house);
    }
    if (err == ERR_OK) {
        err = unshown_latest(visit->db, scene->now_s - CLOCK_HOUR_S, &scene->unshown_at_s);
    }
    if (err != ERR_OK) {
        log_warn("the house cannot be read: %s", err_name(err));
    }
}

bool scene_is_personal(const struct visit *visit)
{
    const struct actor *actor = &visit->actor;
    return actor->household_id != 0 || actor->staff_id != 0 || actor->token_request_id != 0 ||
           actor->number_request_id != 0 || visit->receipt.request_id != 0 ||
           visit->draft.is_contact_known;
}
