/* Drafts and troubles: the routes that several screens give. */
#include "base/clock.h"
#include "base/log.h"
#include "i18n/i18n.h"
#include "screens/screen.h"

struct draft *draft_begin(struct visit *visit, enum kind kind, enum verb verb)
{
    /* All that stands in the visit's arena was the draft's before. */
    arena_reset(visit->arena);
    visit->draft = (struct draft){
        .ask = ask_make(kind, verb, visit->actor),
        .is_begun = true,
        .color = UI_TEAL,
        .depth = visit->depth,
    };
    visit->draft.ask.lang = i18n_lang();
    return &visit->draft;
}

struct route route_trouble(struct visit *visit, enum trouble_about about, enum err err)
{
    visit->trouble = err;
    visit->about = about;
    return route_push(&SCREEN_TROUBLE, 0);
}

/* The answer comes after what it is about: better said now than found out then. */
static bool is_late(struct visit *visit)
{
    const struct draft *draft = &visit->draft;
    int64_t answer_s = 0;
    if (draft->is_automatic || draft->is_late_known || draft->ask.terms.from_s == 0) {
        return false;
    }
    const enum err err = house_answer_by(visit->db, clock_now_s(), 0, &answer_s);
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        log_warn("no answer can be promised: %s", err_name(err));
        return false;
    }
    return err == ERR_NOT_FOUND || answer_s > draft->ask.terms.from_s;
}

struct route route_review(struct visit *visit)
{
    if (is_late(visit)) {
        return route_push(&SCREEN_LATE, 0);
    }
    const bool is_known = visit->actor.household_id != 0 || visit->draft.is_contact_known;
    return route_push(is_known ? &SCREEN_REVIEW : &SCREEN_IDENTIFY, 0);
}

struct route route_review_here(struct visit *visit)
{
    const struct route route = route_review(visit);
    return route_replace(route.screen, route.arg);
}
