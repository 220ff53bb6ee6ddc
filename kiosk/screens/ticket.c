/* What a resident keeps: what was asked, its number and code, and when the answer comes. Amber
 * until it is confirmed; the calendar's code only then. */
#include "base/clock.h"
#include "base/log.h"
#include "core/setting.h"
#include "core/vevent.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"

struct ticket {
    const struct draft *draft;
    const struct receipt *receipt;
    const char *vevent; /* "" not confirmed, or without a date */
    bool has_card;
    int64_t received_s;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct ticket *ticket = state;
    (void)arg;
    ticket->draft = &visit->draft;
    ticket->receipt = &visit->receipt;
    ticket->has_card = visit->actor.has_card;
    ticket->received_s = clock_now_s();
    visit->ends_ms = clock_mono_ms() + setting_get(visit->db, SETTING_TICKET_SHOWN_S) * 1000;
}

static enum err load(void *state, struct visit *visit)
{
    struct ticket *ticket = state;
    const enum err err =
        vevent_write(visit->db, visit->receipt.request_id, visit->rows, &ticket->vevent);
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static void shown(void *state, struct visit *visit)
{
    (void)state;
    const enum err err = ticket_shown(visit->db, visit->receipt.request_id);
    if (err != ERR_OK) {
        log_warn("that the ticket was shown is not recorded: %s", err_name(err));
    }
}

static bool is_confirmed(const struct ticket *ticket)
{
    return (flow_state_flags(ticket->draft->ask.kind, ticket->receipt->state) & STATE_GOOD) != 0;
}

static void show_centered(struct ui *ui, enum ui_style style, enum ui_color color, const char *text)
{
    ui_label(ui,
             (struct ui_label){.text = text, .style = style, .color = color, .align = UI_CENTER});
}

static void show_words(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    const struct receipt *receipt = ticket->receipt;
    const bool is_good = is_confirmed(ticket);
    if (receipt->state == STATE_WAITLISTED) {
        show_centered(ui, UI_TITLE, UI_COLOR_NONE, tr("You are on the waiting list"));
        show_centered(ui, UI_HEADING, UI_WARN,
                      arena_printf(scene->arena, tr("Number %d on the list"), receipt->rank));
    } else {
        show_centered(ui, UI_TITLE, UI_COLOR_NONE,
                      is_good ? trc("ticket", "Confirmed") : tr("Request sent"));
        show_centered(ui, UI_HEADING, is_good ? UI_OK : UI_WARN,
                      is_good ? tr("See you soon!") : tr("Not confirmed yet"));
    }
}

/* The icon stands above the words, beside them where height is what lacks. */
static void show_state(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    const bool is_good = is_confirmed(ticket);
    if (ui_is_landscape(ui) || ui_is_large(ui)) {
        ui_begin_row(ui, (struct ui_box){.justify = UI_CENTER});
    } else {
        ui_begin_column(ui, (struct ui_box){.align = UI_CENTER, .gap_mm = 3});
    }
    ui_icon_show(ui, is_good ? UI_ICON_CHECK_CIRCLE : UI_ICON_CLOCK, UI_ICON_HUGE,
                 is_good ? UI_OK : UI_WARN);
    ui_begin_column(ui, (struct ui_box){.align = UI_CENTER, .gap_mm = 1});
    show_words(ticket, scene, ui);
    ui_end(ui);
    ui_end(ui);
}

static void show_what(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    const char *what = "";
    const char *when = "";
    ticket->draft->summary(ticket->draft, scene, ui, &what, &when);
    ui_begin_column(ui, (struct ui_box){.align = UI_CENTER, .gap_mm = 1});
    show_centered(ui, UI_HEADING, UI_COLOR_NONE, what);
    if (when[0] != '\0') {
        show_centered(ui, UI_BODY, UI_COLOR_NONE, when);
    }
    ui_end(ui);
}

static void show_code(const char *id, const char *name, const char *code, const char *under,
                      double size_mm, struct ui *ui)
{
    ui_begin_column(ui, (struct ui_box){.align = UI_CENTER, .gap_mm = 2, .grow = 1});
    /* whole pixels a module make codes of one size differ a little: what is below them must not */
    ui_begin_column(ui, (struct ui_box){.min_height_mm = size_mm, .justify = UI_CENTER});
    ui_qr(ui, id, name, code, size_mm, true);
    ui_end(ui);
    show_centered(ui, UI_SMALL, UI_COLOR_NONE, under);
    ui_end(ui);
}

static void show_digits(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    const char *digits = ticket->receipt->number;
    ui_label(ui, (struct ui_label){
                     .id = "ticket-number",
                     .text = common_number(scene, digits),
                     .name = arena_printf(scene->arena, tr("Number %c %c %c, %c %c %c"), digits[0],
                                          digits[1], digits[2], digits[3], digits[4], digits[5]),
                     .style = UI_TICKET,
                     .align = UI_CENTER,
                     .is_private = true,
                 });
}

static void show_keep(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    static const double sizes_mm[2][2] = {{168, 100}, {120, 94}}; /* [is_wide][has_event] */
    const bool has_event = ticket->vevent[0] != '\0';
    const double size_mm = sizes_mm[ui_is_landscape(ui)][has_event];
    ui_begin_card(
        ui,
        (struct ui_box){.align = UI_STRETCH, .gap_mm = 3, .pad_y_mm = ui_is_landscape(ui) ? 0 : 6});
    ui_begin_row(ui, (struct ui_box){.align = UI_START, .equal = true});
    show_code("code", tr("Code of the ticket"), ticket->receipt->token,
              tr("Keep a photo of this code"), size_mm, ui);
    if (has_event) {
        show_code("event", tr("Code for the calendar of a phone"), ticket->vevent,
                  tr("For your phone’s calendar"), size_mm, ui);
    }
    ui_end(ui);
    if (!ui_is_large(ui)) {
        show_digits(ticket, scene, ui);
    }
    ui_label(ui, (struct ui_label){
                     .id = "keep",
                     .text = ticket->has_card
                                 ? tr("Nothing to note down: your card remembers")
                                 : arena_printf(scene->arena, tr("Take a piece of paper, write %s"),
                                                common_number(scene, ticket->receipt->number)),
                     .style = UI_SMALL,
                     .align = UI_CENTER,
                     .is_private = !ticket->has_card,
                 });
    ui_end(ui);
}

static void show_steps(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    const bool is_good = is_confirmed(ticket);
    const char *received =
        arena_printf(scene->arena, tr("Received %s"), dates_time(scene->arena, ticket->received_s));
    const struct ui_step steps[] = {
        {UI_ICON_CHECK_CIRCLE, received, UI_STEP_DONE},
        {UI_ICON_CLOCK,
         is_good ? trc("ticket", "Accepted")
         : ticket->receipt->state == STATE_WAITLISTED
             ? tr("As soon as it comes free")
             : arena_printf(scene->arena, tr("Answer: %s"),
                            common_answer(scene, ticket->receipt->answer_by_s)),
         is_good ? UI_STEP_DONE : UI_STEP_CURRENT},
        {UI_ICON_CHECKED_DAY, trc("ticket", "Confirmed"), is_good ? UI_STEP_DONE : UI_STEP_AHEAD},
    };
    ui_steps(ui, steps, ARRAY_LEN(steps));
}

static void show_hold(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    if (ticket->receipt->hold_ends_s == 0) {
        return;
    }
    ui_notice(ui, (struct ui_notice){
                      .id = "hold",
                      .icon = UI_ICON_SEAT,
                      .text = arena_printf(
                          scene->arena,
                          tr("We keep it for you until %s. Please come to the desk to confirm."),
                          dates_moment(scene->arena, ticket->receipt->hold_ends_s)),
                  });
}

static void show_end(struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "end",
                      .command = {SHARED_END, 0},
                      .label = tr("Finish and erase"),
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
}

static const char *closing(const struct scene *scene)
{
    return scene->left_s == 0 ? common_house_line(scene)
                              : arena_printf(scene->arena, tr("This screen closes in %s"),
                                             dates_countdown(scene->arena, scene->left_s));
}

/* A large text begins with what one keeps, state and number; the code is on the next page. */
static void build_large(const struct ticket *ticket, const struct scene *scene, struct ui *ui)
{
    const bool is_wide = ui_is_landscape(ui);
    ui_header(ui, (struct ui_header){.is_home = true});
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    show_state(ticket, scene, ui);
    show_digits(ticket, scene, ui);
    show_what(ticket, scene, ui);
    if (is_wide) {
        ui_spacer(ui);
        show_end(ui);
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_keep(ticket, scene, ui);
    show_steps(ticket, scene, ui);
    show_hold(ticket, scene, ui);
    show_centered(ui, UI_SMALL, UI_COLOR_NONE, closing(scene));
    if (!is_wide) {
        show_end(ui);
    }
    ui_end(ui);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct ticket *ticket = state;
    if (ui_is_large(ui)) {
        build_large(ticket, scene, ui);
        return;
    }
    ui_header(ui, (struct ui_header){
                      .is_home = true,
                      .title = scene->site_name,
                      .sub = closing(scene),
                  });
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    show_state(ticket, scene, ui);
    show_what(ticket, scene, ui);
    if (ui_is_landscape(ui)) {
        show_steps(ticket, scene, ui);
        show_hold(ticket, scene, ui);
        ui_spacer(ui);
        show_end(ui);
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_keep(ticket, scene, ui);
    if (!ui_is_landscape(ui)) {
        show_steps(ticket, scene, ui);
        show_hold(ticket, scene, ui);
        ui_spacer(ui);
        show_end(ui);
    }
    ui_end(ui);
    ui_end(ui);
}

const struct screen SCREEN_TICKET = {
    .name = "ticket",
    .state_size = sizeof(struct ticket),
    .enter = enter,
    .load = load,
    .build = build,
    .shown = shown,
    .flags = SCREEN_ENDS,
};
