/* A household by its number and its code, for a request or to see one's own. */
#include <string.h>

#include "base/log.h"
#include "core/people.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/digits.h"
#include "screens/pin_entry.h"

enum { NUMBER_DIGITS = 4 };

enum { DO_NUMBER = 1, DO_PIN, DO_AGAIN };

struct pin {
    enum pin_for use;
    char number[NUMBER_DIGITS + 1];
    int64_t household_id; /* 0: unknown, which nobody is told */
    struct pin_entry entry;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct pin *pin = state;
    (void)visit;
    pin->use = (enum pin_for)arg;
}

static bool has_number(const struct pin *pin)
{
    return strlen(pin->number) == NUMBER_DIGITS;
}

static void show_number(const struct pin *pin, struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("What is your household’s number?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_field(ui, (struct ui_field){
                     .id = "number",
                     .name = tr("Household’s number, 4 digits"),
                     .text = pin->number,
                     .caret = strlen(pin->number),
                     .hint = tr("It stands on your card and on the letter with your code."),
                     .is_active = true,
                     .is_big = true,
                     .is_private = true,
                     .grow = ui_is_landscape(ui) ? 1 : 0,
                 });
    digits_show_keys(ui, DO_NUMBER, false);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct pin *pin = state;
    const bool is_draft = pin->use == PIN_FOR_DRAFT;
    common_header_back(ui, scene, is_draft ? tr("Your request") : tr("Follow my request"),
                       is_draft ? common_progress(scene, 2, 3) : NULL,
                       (struct ui_command){DO_AGAIN, 0});
    if (!has_number(pin)) {
        show_number(pin, ui);
        return;
    }
    ui_text(ui, UI_TITLE, tr("And your code?"));
    pin_entry_show(&pin->entry, scene, ui, DO_PIN);
}

/* An unknown number goes on like a known one: nobody learns which there are. */
static struct route take_number(struct pin *pin, struct visit *visit)
{
    const enum err err = people_find_household(visit->db, pin->number, &pin->household_id);
    if (err == ERR_NOT_FOUND) {
        pin->household_id = 0;
    } else if (err != ERR_OK) {
        return route_trouble(visit, TROUBLE_PROGRAM, err);
    }
    pin_entry_start(&pin->entry, PIN_HOUSEHOLD, pin->household_id, TRY_HOUSEHOLD, pin->number);
    return route_stay();
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct pin *pin = state;
    switch (command.verb) {
    case DO_NUMBER:
        return digits_type(pin->number, NUMBER_DIGITS, command.arg) ? take_number(pin, visit)
                                                                    : route_stay();
    case DO_PIN:
        return pin_entry_type(&pin->entry, visit, command.arg);
    case DO_AGAIN:
        if (!has_number(pin)) {
            return pin->use == PIN_FOR_DRAFT ? route_replace(&SCREEN_IDENTIFY, 0) : route_pop();
        }
        pin_entry_stop(&pin->entry, visit);
        pin->number[0] = '\0';
        return route_stay();
    default:
        return route_stay();
    }
}

static struct route write_typed(void *state, struct visit *visit, const struct writing *writing)
{
    struct pin *pin = state;
    if (has_number(pin)) {
        return pin_entry_write(&pin->entry, visit, writing);
    }
    return digits_write(pin->number, NUMBER_DIGITS, writing) ? take_number(pin, visit)
                                                             : route_stay();
}

static struct route tick(void *state, struct visit *visit)
{
    struct pin *pin = state;
    if (!pin_entry_poll(&pin->entry, visit)) {
        return route_stay();
    }
    visit->actor.household_id = pin->household_id;
    visit->actor.has_pin = true;
    return pin->use == PIN_FOR_DRAFT ? route_review_here(visit) : route_pop();
}

static void leave(void *state, struct visit *visit)
{
    struct pin *pin = state;
    pin_entry_stop(&pin->entry, visit);
}

const struct screen SCREEN_PIN = {
    .name = "pin",
    .state_size = sizeof(struct pin),
    .enter = enter,
    .build = build,
    .act = act,
    .write = write_typed,
    .tick = tick,
    .leave = leave,
};
