/* The household's code beside the card that was shown: for what is private, and for history. */
#include <stdio.h>

#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/mine.h"
#include "screens/pin_entry.h"

enum { DO_DIGIT = 1 };

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct pin_entry *entry = state;
    char subject[sizeof(entry->subject)];
    (void)arg;
    const int64_t household_id = visit->actor.household_id;
    (void)snprintf(subject, sizeof(subject), "%lld", (long long)household_id);
    pin_entry_start(entry, PIN_HOUSEHOLD, household_id, TRY_CARD, subject);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    common_header(ui, scene, tr("Follow my requests"), NULL);
    ui_text(ui, UI_TITLE, tr("What is your household’s code?"));
    pin_entry_show(state, scene, ui, DO_DIGIT);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    return pin_entry_type(state, visit, command.arg);
}

static struct route write_typed(void *state, struct visit *visit, const struct writing *writing)
{
    return pin_entry_write(state, visit, writing);
}

static struct route tick(void *state, struct visit *visit)
{
    if (!pin_entry_poll(state, visit)) {
        return route_stay();
    }
    visit->actor.has_pin = true;
    return route_pop();
}

static void leave(void *state, struct visit *visit)
{
    pin_entry_stop(state, visit);
}

const struct screen SCREEN_MINE_PIN = {
    .name = "mine_pin",
    .state_size = sizeof(struct pin_entry),
    .enter = enter,
    .build = build,
    .act = act,
    .write = write_typed,
    .tick = tick,
    .leave = leave,
};
