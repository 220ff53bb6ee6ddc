/* A ticket by its six digits: what was answered, and no more. */
#include <string.h>

#include "base/clock.h"
#include "core/tries.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/digits.h"
#include "screens/mine.h"

enum { DIGITS = TICKET_NUMBER_BYTES - 1, DO_DIGIT = 1 };

struct mine_number {
    char digits[TICKET_NUMBER_BYTES];
    enum { NUMBER_TYPING, NUMBER_MISTYPED, NUMBER_UNKNOWN, NUMBER_SLOWED } said;
    int64_t slowed_until_s;
};

static void show_said(const struct mine_number *s, const struct scene *scene, struct ui *ui)
{
    if (s->said == NUMBER_TYPING) {
        return;
    }
    const bool is_slowed = s->said == NUMBER_SLOWED && s->slowed_until_s > scene->now_s;
    ui_notice(ui,
              (struct ui_notice){
                  .id = "said",
                  .tone = UI_CAUTION,
                  .title = s->said == NUMBER_MISTYPED  ? tr("A digit is wrong or swapped")
                           : s->said == NUMBER_UNKNOWN ? tr("There is no such ticket")
                           : is_slowed                 ? tr("Please wait a little")
                                                       : tr("You can try again now"),
                  .text = is_slowed ? arena_printf(scene->arena,
                                                   tr("Too many wrong numbers were typed here. You "
                                                      "can try again from %s on, or show the "
                                                      "ticket’s code to the reader."),
                                                   dates_time(scene->arena, s->slowed_until_s))
                                    : tr("Look at your ticket and type the six digits again. The "
                                         "conciergerie can also find it for you."),
              });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_number *s = state;
    const char *text = strlen(s->digits) > 3 ? common_number(scene, s->digits) : s->digits;
    common_header(ui, scene, tr("Follow my requests"), NULL);
    ui_text(ui, UI_TITLE, tr("What is your ticket’s number?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_field(ui, (struct ui_field){
                     .id = "number",
                     .name = tr("Ticket’s number, 6 digits"),
                     .text = text,
                     .caret = strlen(text),
                     .hint = tr("Six digits, under the ticket’s code."),
                     .is_active = true,
                     .is_big = true,
                     .is_private = true,
                 });
    show_said(s, scene, ui);
    ui_end(ui);
    digits_show_keys(ui, DO_DIGIT, false);
    ui_end(ui);
}

/* Only well-formed numbers are tries: a slip of the finger costs nothing, and its check digit tells
 * nobody which numbers there are. */
static struct route find(struct mine_number *s, struct visit *visit)
{
    int64_t request_id = 0;
    int64_t wait_s = 0;
    enum err err = tries_may_number(&visit->tries, &visit->numbers, &wait_s);
    if (err == ERR_OK) {
        err = ticket_find_number(visit->db, s->digits, &request_id);
    }
    s->digits[0] = '\0';
    if (err == ERR_NOT_FOUND) {
        const enum err counted = tries_wrong_number(&visit->tries, &visit->numbers, &wait_s);
        err = counted == ERR_OK ? err : counted;
    }
    /* Said to the minute, so never too early. */
    s->slowed_until_s =
        (clock_now_s() + wait_s + CLOCK_MINUTE_S - 1) / CLOCK_MINUTE_S * CLOCK_MINUTE_S;
    switch (err) {
    case ERR_OK:
        s->said = NUMBER_TYPING;
        visit->actor.number_request_id = request_id;
        return route_replace(&SCREEN_MINE_REQUEST, request_id);
    case ERR_INVALID:
        s->said = NUMBER_MISTYPED;
        return route_stay();
    case ERR_NOT_FOUND:
        s->said = wait_s > 0 ? NUMBER_SLOWED : NUMBER_UNKNOWN;
        return route_stay();
    case ERR_SLOWED:
        s->said = NUMBER_SLOWED;
        return route_stay();
    default:
        return route_trouble(visit, TROUBLE_PROGRAM, err);
    }
}

/* What was wrong stays said until the next number begins. */
static struct route go_on(struct mine_number *s, struct visit *visit, bool is_whole)
{
    s->said = s->digits[0] == '\0' ? s->said : NUMBER_TYPING;
    return is_whole ? find(s, visit) : route_stay();
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_number *s = state;
    return go_on(s, visit, digits_type(s->digits, DIGITS, command.arg));
}

static struct route write_typed(void *state, struct visit *visit, const struct writing *writing)
{
    struct mine_number *s = state;
    return go_on(s, visit, digits_write(s->digits, DIGITS, writing));
}

const struct screen SCREEN_MINE_NUMBER = {
    .name = "mine_number",
    .state_size = sizeof(struct mine_number),
    .build = build,
    .act = act,
    .write = write_typed,
};
