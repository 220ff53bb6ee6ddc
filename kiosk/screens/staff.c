/* The staff's door: number or scanned card, and the code on keys that are not lit. */
#include <string.h>

#include "core/people.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/digits.h"
#include "screens/pin_entry.h"

enum { NUMBER_DIGITS = 2 };

enum { DO_NUMBER = 1, DO_PIN, DO_BACK };

struct staff_door {
    char number[NUMBER_DIGITS + 1];
    int64_t staff_id;   /* 0: unknown, which nobody is told */
    bool is_by_card;    /* the card said who; only the code is asked */
    bool is_not_a_desk; /* right, but whose work is on the desk's page */
    struct pin_entry entry;
};

static void start_pin(struct staff_door *door)
{
    pin_entry_start(&door->entry, PIN_STAFF, door->staff_id, TRY_STAFF, door->number);
}

/* arg: the staff member of a scanned card, or 0. */
static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_door *door = state;
    struct staff_row rows[PEOPLE_STAFF_MAX];
    int count = 0;
    if (arg == 0 || people_list_staff(visit->db, rows, &count) != ERR_OK) {
        return;
    }
    for (int i = 0; i < count; i++) {
        if (rows[i].id == arg) {
            memcpy(door->number, rows[i].number, NUMBER_DIGITS);
            door->staff_id = arg;
            door->is_by_card = true;
            start_pin(door);
        }
    }
}

static bool has_number(const struct staff_door *door)
{
    return strlen(door->number) == NUMBER_DIGITS;
}

static void show_number(const struct staff_door *door, struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("Your staff number?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_field(ui, (struct ui_field){
                     .id = "number",
                     .name = tr("Staff number, 2 digits"),
                     .text = door->number,
                     .hint = tr("Or scan your staff card."),
                     .is_active = true,
                     .is_big = true,
                     .is_private = true,
                     .grow = ui_is_landscape(ui) ? 1 : 0,
                 });
    digits_show_keys(ui, DO_NUMBER, true);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_door *door = state;
    (void)scene;
    ui_header(ui, (struct ui_header){
                      .title = tr("For the staff"),
                      .sub = tr("Residents’ requests, today, the desk"),
                      .back = {DO_BACK, 0},
                  });
    if (door->is_not_a_desk) {
        ui_notice(ui, (struct ui_notice){
                          .id = "organiser",
                          .text = tr("Your dates are on the desk’s page. Only those who keep the "
                                     "desk work here."),
                      });
        return;
    }
    if (!has_number(door)) {
        show_number(door, ui);
        return;
    }
    ui_text(ui, UI_TITLE, tr("And your code?"));
    pin_entry_show(&door->entry, scene, ui, DO_PIN);
}

/* An unknown number goes on like a known one. */
static struct route take_number(struct staff_door *door, struct visit *visit)
{
    const enum err err = people_find_staff(visit->db, door->number, &door->staff_id);
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        return route_trouble(visit, TROUBLE_PROGRAM, err);
    }
    door->staff_id = err == ERR_OK ? door->staff_id : 0;
    start_pin(door);
    return route_stay();
}

static struct route go_back(struct staff_door *door, struct visit *visit)
{
    if (!has_number(door) || door->is_by_card || door->is_not_a_desk) {
        return route_pop();
    }
    pin_entry_stop(&door->entry, visit);
    door->number[0] = '\0';
    return route_stay();
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_door *door = state;
    switch (command.verb) {
    case DO_NUMBER:
        return digits_type(door->number, NUMBER_DIGITS, command.arg) ? take_number(door, visit)
                                                                     : route_stay();
    case DO_PIN:
        return pin_entry_type(&door->entry, visit, command.arg);
    default:
        return go_back(door, visit);
    }
}

static struct route write_typed(void *state, struct visit *visit, const struct writing *writing)
{
    struct staff_door *door = state;
    if (has_number(door)) {
        return pin_entry_write(&door->entry, visit, writing);
    }
    return digits_write(door->number, NUMBER_DIGITS, writing) ? take_number(door, visit)
                                                              : route_stay();
}

/* Whoever was known at the screen before is not known in the staff mode. */
static struct route let_in(struct staff_door *door, struct visit *visit)
{
    struct staff staff;
    const enum err err = people_get_staff(visit->db, door->staff_id, &staff);
    if (err != ERR_OK) {
        return route_trouble(visit, TROUBLE_PROGRAM, err);
    }
    if (strcmp(staff.role, "organiser") == 0) {
        door->is_not_a_desk = true;
        return route_stay();
    }
    visit->actor = (struct actor){.who = WHO_DESK, .staff_id = door->staff_id};
    explicit_bzero(&visit->draft, sizeof(visit->draft));
    explicit_bzero(&visit->receipt, sizeof(visit->receipt));
    return route_restart(&SCREEN_STAFF_MENU, 0);
}

static struct route tick(void *state, struct visit *visit)
{
    struct staff_door *door = state;
    return pin_entry_poll(&door->entry, visit) ? let_in(door, visit) : route_stay();
}

static void leave(void *state, struct visit *visit)
{
    struct staff_door *door = state;
    pin_entry_stop(&door->entry, visit);
}

const struct screen SCREEN_STAFF = {
    .name = "staff",
    .state_size = sizeof(struct staff_door),
    .enter = enter,
    .build = build,
    .act = act,
    .write = write_typed,
    .tick = tick,
    .leave = leave,
    .flags = SCREEN_LOCKS,
};
