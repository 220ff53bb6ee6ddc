/* How the holder of a card likes the screen: recalled when it is scanned, kept when they change it.
 *
 * What was changed in this visit before the scan wins over what is remembered; and is remembered
 * from then on. Nothing is kept of a visit without a card. */
#include "screens/router_parts.h"

#include <assert.h>
#include <string.h>

#include "base/log.h"
#include "i18n/i18n.h"

static struct card_holder holder_of(const struct visit *visit)
{
    return (struct card_holder){
        .household_id = visit->actor.household_id,
        .person_id = visit->actor.person_id,
    };
}

/* By ear alone because of a headset says nothing of the next visit, nor does a kiosk that cannot
 * speak. */
static bool is_spoken(const struct router *router)
{
    const struct speech *speech = router->options.speech;
    return router->has_headset || !speech_is_there(speech)
               ? router->kept.is_spoken
               : router->is_page_due || speech_is_on(speech);
}

/* What holds on the screen at this moment. */
static struct preference present(struct router *router)
{
    const struct ui_comfort *comfort = &visit_of(router)->scene.comfort;
    const int rate = speech_rate(router->options.speech);
    struct preference now = {
        .text_percent = theme_text_percent(comfort->text_size),
        .is_high_contrast = comfort->contrast == UI_HIGH_CONTRAST,
        .is_easy_typeface = comfort->typeface == UI_ANDIKA,
        .is_low = comfort->is_low,
        .is_spoken = is_spoken(router),
        .rate = rate == router->usual_rate ? 0 : rate,
    };
    assert(strlen(i18n_lang()) < sizeof(now.lang));
    memcpy(now.lang, i18n_lang(), strlen(i18n_lang()));
    return now;
}

static void apply_comfort(struct ui_comfort *comfort, const struct preference *wanted)
{
    for (int i = 0; i < UI_TEXT_SIZE_COUNT; i++) {
        if (theme_text_percent((enum ui_text_size)i) <= wanted->text_percent) {
            comfort->text_size = (enum ui_text_size)i;
        }
    }
    comfort->contrast = wanted->is_high_contrast ? UI_HIGH_CONTRAST : UI_LIGHT;
    comfort->typeface = wanted->is_easy_typeface ? UI_ANDIKA : UI_NOTO;
    comfort->is_low = wanted->is_low;
}

static void apply(struct router *router, const struct preference *wanted)
{
    if (strcmp(wanted->lang, i18n_lang()) != 0) {
        router_speak(router, wanted->lang);
        router->stack.serial++;
    }
    apply_comfort(&visit_of(router)->scene.comfort, wanted);
    if (wanted->rate != 0) {
        const int more = wanted->rate - speech_rate(router->options.speech);
        speech_change_rate(router->options.speech, more / SPEECH_RATE_STEP);
    }
    router->is_page_due = router->is_page_due || wanted->is_spoken;
    router->is_dirty = true;
}

static bool is_same(const struct preference *a, const struct preference *b)
{
    return strcmp(a->lang, b->lang) == 0 && a->text_percent == b->text_percent &&
           a->is_high_contrast == b->is_high_contrast &&
           a->is_easy_typeface == b->is_easy_typeface && a->is_low == b->is_low &&
           a->is_spoken == b->is_spoken && a->rate == b->rate;
}

/* Remembered, but for what is otherwise now than it was at the beginning of the visit. */
static struct preference merged(const struct preference *remembered, const struct preference *first,
                                const struct preference *now)
{
    struct preference out = *remembered;
    if (strcmp(now->lang, first->lang) != 0) {
        memcpy(out.lang, now->lang, sizeof(out.lang));
    }
    out.text_percent =
        now->text_percent != first->text_percent ? now->text_percent : out.text_percent;
    out.is_high_contrast = now->is_high_contrast != first->is_high_contrast ? now->is_high_contrast
                                                                            : out.is_high_contrast;
    out.is_easy_typeface = now->is_easy_typeface != first->is_easy_typeface ? now->is_easy_typeface
                                                                            : out.is_easy_typeface;
    out.is_low = now->is_low != first->is_low ? now->is_low : out.is_low;
    out.is_spoken = now->is_spoken != first->is_spoken ? now->is_spoken : out.is_spoken;
    out.rate = now->rate != first->rate ? now->rate : out.rate;
    return out;
}

void router_begin_visit(struct router *router)
{
    router->kept = (struct preference){0};
    router->usual_rate = speech_rate(router->options.speech);
    router->first = present(router);
    router->is_remembering = false;
}

/* A card was scanned: what it likes holds from now on. */
static void recall(struct router *router)
{
    struct visit *visit = visit_of(router);
    struct preference remembered;
    const enum err err = preference_get(visit->db, holder_of(visit), &remembered);
    router->is_remembering = err == ERR_OK || err == ERR_NOT_FOUND;
    router->kept = router->first;
    if (err == ERR_OK) {
        const struct preference now = present(router);
        const struct preference wanted = merged(&remembered, &router->first, &now);
        router->kept = remembered;
        apply(router, &wanted);
    } else if (err != ERR_NOT_FOUND) {
        log_warn("what the card likes cannot be read: %s", err_name(err));
    }
}

void router_remember(struct router *router)
{
    struct visit *visit = visit_of(router);
    if (!visit->actor.has_card || visit->has_forgotten) {
        return;
    }
    if (!router->is_remembering) {
        recall(router);
    }
    const struct preference now = present(router);
    if (router->is_remembering && !is_same(&now, &router->kept)) {
        const enum err err = preference_set(visit->db, holder_of(visit), &now);
        if (err != ERR_OK) {
            log_warn("what the card likes cannot be kept: %s", err_name(err));
        }
        router->kept = now;
    }
}
