#include "screens/pin_entry.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/digits.h"

void pin_entry_start(struct pin_entry *entry, enum pin_owner owner, int64_t owner_id,
                     enum try_door door, const char *subject)
{
    *entry = (struct pin_entry){.owner = owner, .owner_id = owner_id, .door = door};
    assert(strlen(subject) < sizeof(entry->subject));
    memcpy(entry->subject, subject, strlen(subject));
}

static void forget_digits(struct pin_entry *entry)
{
    explicit_bzero(entry->digits, sizeof(entry->digits));
}

static struct route fail(struct pin_entry *entry, struct visit *visit, enum err err)
{
    entry->state = PIN_ENTRY_TYPING;
    return route_trouble(visit, TROUBLE_PROGRAM, err);
}

/* The try is counted before it is checked: a cut must not make it free. */
static struct route check(struct pin_entry *entry, struct visit *visit)
{
    int64_t wait_s = 0;
    enum err err = tries_may(&visit->tries, entry->door, entry->subject, &wait_s);
    if (err == ERR_OK) {
        err = tries_wrong(&visit->tries, entry->door, entry->subject, &wait_s);
    }
    entry->slowed_until_s = wait_s == 0 ? 0 : clock_now_s() + wait_s;
    if (err == ERR_SLOWED) {
        forget_digits(entry);
        entry->state = PIN_ENTRY_WRONG;
        return route_stay();
    }
    if (err == ERR_OK) {
        err = pin_check_start(visit->db, visit->pin_key, entry->owner, entry->owner_id,
                              entry->digits, &visit->check);
    }
    forget_digits(entry);
    if (err != ERR_OK) {
        return fail(entry, visit, err);
    }
    entry->state = PIN_ENTRY_CHECKING;
    return route_stay();
}

/* A wrong code stays said until the next one begins. */
static struct route go_on(struct pin_entry *entry, struct visit *visit, bool is_whole)
{
    entry->state = entry->digits[0] == '\0' ? entry->state : PIN_ENTRY_TYPING;
    return is_whole ? check(entry, visit) : route_stay();
}

struct route pin_entry_type(struct pin_entry *entry, struct visit *visit, int64_t digit)
{
    return entry->state == PIN_ENTRY_CHECKING
               ? route_stay()
               : go_on(entry, visit, digits_type(entry->digits, PIN_DIGITS, digit));
}

struct route pin_entry_write(struct pin_entry *entry, struct visit *visit,
                             const struct writing *writing)
{
    return entry->state == PIN_ENTRY_CHECKING
               ? route_stay()
               : go_on(entry, visit, digits_write(entry->digits, PIN_DIGITS, writing));
}

bool pin_entry_poll(struct pin_entry *entry, struct visit *visit)
{
    if (entry->state != PIN_ENTRY_CHECKING) {
        return false;
    }
    const enum verify_result result = verify_poll(visit->check);
    if (result == VERIFY_PENDING) {
        return false;
    }
    verify_end(visit->check);
    visit->check = NULL;
    entry->state = result == VERIFY_FAILED ? PIN_ENTRY_FAILED : PIN_ENTRY_WRONG;
    if (result != VERIFY_RIGHT) {
        return false;
    }
    entry->state = PIN_ENTRY_TYPING;
    const enum err err = tries_right(&visit->tries, entry->door, entry->subject);
    if (err != ERR_OK) {
        log_warn("wrong tries are not forgotten: %s", err_name(err));
    }
    return true;
}

void pin_entry_stop(struct pin_entry *entry, struct visit *visit)
{
    verify_end(visit->check);
    visit->check = NULL;
    explicit_bzero(entry, sizeof(*entry));
}

static void show_state(const struct pin_entry *entry, const struct scene *scene, struct ui *ui)
{
    if (entry->state == PIN_ENTRY_CHECKING) {
        ui_notice(ui, (struct ui_notice){
                          .id = "checking",
                          .icon = UI_ICON_HOURGLASS,
                          .text = tr("The code is being checked…"),
                      });
    } else if (entry->state == PIN_ENTRY_FAILED) {
        ui_notice(ui, (struct ui_notice){
                          .id = "failed",
                          .tone = UI_CAUTION,
                          .text = tr("The code cannot be checked at the moment. Please ask at the "
                                     "desk."),
                      });
    } else if (entry->state == PIN_ENTRY_WRONG && entry->slowed_until_s > scene->now_s) {
        ui_notice(ui, (struct ui_notice){
                          .id = "slowed",
                          .tone = UI_CAUTION,
                          .icon = UI_ICON_HOURGLASS,
                          .title = tr("Number and code do not go together"),
                          .text = arena_printf(
                              scene->arena,
                              tr("Next try in %s. The desk can give you a new "
                                 "code at any time."),
                              dates_countdown(scene->arena, entry->slowed_until_s - scene->now_s)),
                      });
    } else if (entry->state == PIN_ENTRY_WRONG) {
        ui_notice(ui, (struct ui_notice){
                          .id = "wrong",
                          .tone = UI_CAUTION,
                          .title = tr("Number and code do not go together"),
                          .text = tr("Please try again."),
                      });
    }
}

void pin_entry_show(const struct pin_entry *entry, const struct scene *scene, struct ui *ui,
                    int verb)
{
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_pin(ui, (struct ui_pin){
                   .id = "pin",
                   .name = tr("Code, 6 digits"),
                   .typed = (int)strlen(entry->digits),
                   .length = PIN_DIGITS,
               });
    ui_label(ui, (struct ui_label){
                     .text = tr("Shield the keys with your hand."),
                     .style = UI_SMALL,
                     .align = UI_CENTER,
                 });
    show_state(entry, scene, ui);
    ui_end(ui);
    digits_show_keys(ui, verb, true);
    ui_end(ui);
}
