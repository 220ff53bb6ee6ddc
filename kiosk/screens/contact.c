/* How a guest is told: by coming back, or by a first name and a phone number, seen at the desk
 * only. */
#include <string.h>

#include "base/text.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/writing.h"

enum { NAME_CHARS = 30, PHONE_DIGITS = 14, PHONE_LEAST = 8, PAIR = 2 };

enum { DO_COME_BACK = 1, DO_LEAVE_PHONE, DO_KEY, DO_NAME_DONE, DO_DIGIT, DO_PHONE_DONE, DO_AGAIN };

enum step { STEP_CHOOSE, STEP_NAME, STEP_PHONE };

struct contact {
    enum step step;
    struct writing_pad name;
    char phone[PHONE_DIGITS + 1];
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct contact *contact = state;
    (void)visit;
    (void)arg;
    writing_start(&contact->name, NAME_CHARS, "");
}

static void show_choose(struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("How shall we tell you the answer?"));
    ui_begin_grid(ui, 1, 2, (struct ui_box){.grow = ui_is_landscape(ui)});
    ui_choice(ui, (struct ui_tile){
                      .id = "come-back",
                      .command = {DO_COME_BACK, 0},
                      .title = tr("I come back"),
                      .sub = tr("The answer is here, under the number you are given"),
                      .icon = UI_ICON_RETURN,
                      .color = UI_TEAL,
                  });
    ui_choice(ui, (struct ui_tile){
                      .id = "phone",
                      .command = {DO_LEAVE_PHONE, 0},
                      .title = tr("By phone"),
                      .sub = tr("With a first name: only the desk sees them"),
                      .icon = UI_ICON_PHONE,
                      .color = UI_TEAL,
                  });
    ui_end(ui);
    ui_spacer(ui);
}

static void show_name_field(const struct contact *contact, struct ui *ui)
{
    writing_show_field(&contact->name, ui,
                       (struct ui_field){
                           .id = "first-name",
                           .name = tr("First name"),
                           .hint = tr("Only the desk sees it. It is erased afterwards."),
                           .grow = ui_is_landscape(ui) ? 1 : 0,
                       });
}

static void show_name_next(const struct contact *contact, struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "next",
                      .command = {DO_NAME_DONE, 0},
                      .label = writing_result(&contact->name).len == 0 ? tr("Continue without")
                                                                       : tr("Continue"),
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_name(const struct contact *contact, const struct scene *scene, struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("Which first name shall we ask for?"));
    if (ui_is_landscape(ui)) { /* the keys need the height */
        ui_begin_row(ui, (struct ui_box){.align = UI_START});
        show_name_field(contact, ui);
        show_name_next(contact, ui);
        ui_end(ui);
        writing_show_keys(&contact->name, scene, ui, DO_KEY);
    } else {
        show_name_field(contact, ui);
        ui_spacer(ui);
        writing_show_keys(&contact->name, scene, ui, DO_KEY);
        show_name_next(contact, ui);
    }
}

/* "06 12 34" */
static const char *in_pairs(const struct scene *scene, const char *digits)
{
    const char *text = "";
    for (size_t i = 0; i < strlen(digits); i += PAIR) {
        text = arena_printf(scene->arena, "%s%s%.2s", text, i == 0 ? "" : "\u00a0", digits + i);
    }
    return text;
}

static void show_phone_next(const struct contact *contact, struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "next",
                      .command = {DO_PHONE_DONE, 0},
                      .label = tr("Continue"),
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = strlen(contact->phone) < PHONE_LEAST,
                  });
}

static void show_phone(const struct contact *contact, const struct scene *scene, struct ui *ui)
{
    const char *shown = in_pairs(scene, contact->phone);
    const bool is_wide = ui_is_landscape(ui);
    ui_text(ui, UI_TITLE, tr("Which number shall we call?"));
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    ui_field(ui, (struct ui_field){
                     .id = "phone-number",
                     .name = tr("Phone number"),
                     .text = shown,
                     .caret = strlen(shown),
                     .hint = tr("Only the desk sees it. It is erased afterwards."),
                     .is_active = true,
                     .is_big = true,
                     .is_private = true,
                 });
    if (is_wide) {
        ui_spacer(ui);
        show_phone_next(contact, ui);
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    if (!is_wide) {
        ui_spacer(ui);
    }
    ui_keypad(ui, DO_DIGIT, false);
    ui_end(ui);
    ui_end(ui);
    if (!is_wide) {
        show_phone_next(contact, ui);
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct contact *contact = state;
    common_header_back(ui, scene, tr("Your request"), common_progress(scene, 2, 3),
                       (struct ui_command){DO_AGAIN, 0});
    switch (contact->step) {
    case STEP_CHOOSE:
        show_choose(ui);
        break;
    case STEP_NAME:
        show_name(contact, scene, ui);
        break;
    case STEP_PHONE:
        show_phone(contact, scene, ui);
        break;
    }
}

static struct route finish(const struct contact *contact, struct visit *visit)
{
    const struct str name = writing_result(&contact->name);
    visit->draft.is_contact_known = true;
    visit->draft.ask.first_name = arena_strndup(visit->arena, name.ptr, name.len);
    visit->draft.ask.phone = arena_strdup(visit->arena, contact->phone);
    return route_review_here(visit);
}

static struct route come_back(struct contact *contact, struct visit *visit)
{
    writing_start(&contact->name, NAME_CHARS, "");
    contact->phone[0] = '\0';
    return finish(contact, visit);
}

/* digit: 0–9; -1 takes one back. */
static void type_digit(struct contact *contact, int64_t digit)
{
    const size_t len = strlen(contact->phone);
    if (digit < 0 && len > 0) {
        contact->phone[len - 1] = '\0';
    } else if (digit >= 0 && len < PHONE_DIGITS) {
        contact->phone[len] = (char)('0' + digit);
        contact->phone[len + 1] = '\0';
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct contact *contact = state;
    switch (command.verb) {
    case DO_COME_BACK:
        return come_back(contact, visit);
    case DO_LEAVE_PHONE:
        contact->step = STEP_NAME;
        break;
    case DO_KEY:
        writing_touch_key(&contact->name, &visit->scene, command.arg);
        break;
    case DO_NAME_DONE:
        contact->step = STEP_PHONE;
        break;
    case DO_DIGIT:
        type_digit(contact, command.arg);
        break;
    case DO_PHONE_DONE:
        return finish(contact, visit);
    case DO_AGAIN:
        if (contact->step == STEP_CHOOSE) {
            return route_replace(&SCREEN_IDENTIFY, 0);
        }
        contact->step--;
        break;
    default:
        break;
    }
    return route_stay();
}

static struct route write_typed(void *state, struct visit *visit, const struct writing *writing)
{
    struct contact *contact = state;
    (void)visit;
    if (contact->step == STEP_NAME && writing_type(&contact->name, writing)) {
        contact->step = STEP_PHONE;
    } else if (contact->step == STEP_PHONE && writing->kind == WRITING_ERASE) {
        type_digit(contact, -1);
    } else if (contact->step == STEP_PHONE && writing->kind == WRITING_TEXT) {
        for (const char *c = writing->text; *c != '\0'; c++) {
            if (*c >= '0' && *c <= '9') {
                type_digit(contact, *c - '0');
            }
        }
    }
    return route_stay();
}

const struct screen SCREEN_CONTACT = {
    .name = "contact",
    .state_size = sizeof(struct contact),
    .enter = enter,
    .build = build,
    .act = act,
    .write = write_typed,
    .flags = SCREEN_WRITING,
};
