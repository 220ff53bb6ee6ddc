/* One session: what it is, when, for whom; how many come. */
#include "core/agenda.h"
#include "core/vevent.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/booking.h"
#include "screens/common.h"
#include "screens/words.h"

enum { PEOPLE_MAX = 10, LONG_LIST = 12, EVENT_WIDE_MM = 84, EVENT_HIGH_MM = 124 };

enum { DO_ADULTS = 1, DO_CHILDREN, DO_ASK, DO_DATES };

struct session {
    int64_t session_id;
    struct agenda_session session;
    int adults, children;
    const char *vevent; /* of free entry, while it takes place; else "" */
    bool is_known;      /* who asks: no question about it */
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct session *session = state;
    (void)visit;
    session->session_id = arg;
    session->adults = 1;
}

static bool is_full_for(const struct session *session)
{
    return session->adults + session->children > agenda_seats_left(&session->session.row);
}

static enum err load(void *state, struct visit *visit)
{
    struct session *session = state;
    session->is_known = visit->actor.household_id != 0;
    enum err err =
        vevent_write_session(visit->db, session->session_id, visit->rows, &session->vevent);
    if (err == ERR_OK || err == ERR_NOT_FOUND) {
        err = agenda_session(visit->db, session->session_id, visit->rows, &session->session);
    }
    return err;
}

/* ---- What it is ---- */

/* "Avec La Corde Alliée · à partir de 12 ans"; NULL neither. */
static const char *with_whom(const struct session *session, const struct scene *scene)
{
    const struct agenda_session *shown = &session->session;
    const char *with = shown->row.partner[0] == '\0'
                           ? NULL
                           : arena_printf(scene->arena, tr("With %s"), shown->row.partner);
    const char *age = shown->least_age == 0
                          ? NULL
                          : arena_printf(scene->arena, tr("from the age of %d"), shown->least_age);
    if (with != NULL && age != NULL) {
        return arena_printf(scene->arena, "%s · %s", with, age);
    }
    return with != NULL ? with : age;
}

static void show_banner(const struct session *session, const struct scene *scene, struct ui *ui)
{
    ui_banner(ui, (struct ui_banner){
                      .id = "banner",
                      .icon = icon_named(session->session.row.icon),
                      .color = UI_BLUE,
                      .title = session->session.row.title,
                      .sub = ui_is_landscape(ui) ? NULL : with_whom(session, scene),
                  });
}

static void show_seats(const struct agenda_row *row, const struct scene *scene, struct ui *ui)
{
    const int left = agenda_seats_left(row);
    if (row->capacity == 0) {
        ui_fact(ui, (struct ui_fact){
                        .icon = UI_ICON_PEOPLE,
                        .color = UI_BLUE,
                        .bold = tr("Free entry"),
                        .text = tr(": just come"),
                    });
        return;
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "seats",
                    .icon = UI_ICON_PEOPLE,
                    .color = UI_BLUE,
                    .bold = left == 0 ? tr("Full")
                                      : arena_printf(scene->arena,
                                                     trn("%ld seat free", "%ld seats free", left),
                                                     (long)left),
                    .text = arena_printf(scene->arena, tr(" of %d"), row->capacity),
                    .seats_taken = row->taken,
                    .seats_total = row->capacity <= LONG_LIST ? row->capacity : 0,
                });
}

/* In which language, and what to bring: what one has to know before coming. */
static void show_before_coming(const struct session *session, const struct scene *scene,
                               struct ui *ui)
{
    const struct agenda_session *shown = &session->session;
    if (shown->spoken[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "spoken",
                        .icon = UI_ICON_LANGUAGE,
                        .color = UI_BLUE,
                        .text = i18n_capital(scene->arena, words_spoken(shown->spoken)),
                    });
    }
    if (shown->bring[0] != '\0') {
        ui_fact(ui, (struct ui_fact){
                        .id = "bring",
                        .icon = UI_ICON_SHOPPING,
                        .color = UI_BLUE,
                        .text = arena_printf(scene->arena, tr("To bring: %s"), shown->bring),
                    });
    }
}

static void show_facts(const struct session *session, const struct scene *scene, struct ui *ui)
{
    const struct agenda_row *row = &session->session.row;
    ui_begin_card(ui, (struct ui_box){0});
    ui_fact(ui, (struct ui_fact){
                    .id = "when",
                    .icon = UI_ICON_TODAY,
                    .color = UI_BLUE,
                    .bold = dates_long(scene->arena, row->starts_s),
                    .text = arena_printf(scene->arena, trc("goes on", ", %s"),
                                         dates_from_to(scene->arena, row->starts_s, row->ends_s)),
                });
    if (row->place[0] != '\0') {
        ui_fact(ui, (struct ui_fact){.icon = UI_ICON_PLACE, .color = UI_BLUE, .text = row->place});
    }
    show_seats(row, scene, ui);
    if (ui_is_landscape(ui) && with_whom(session, scene) != NULL) {
        ui_fact(ui, (struct ui_fact){
                        .icon = UI_ICON_HANDSHAKE,
                        .color = UI_BLUE,
                        .text = with_whom(session, scene),
                    });
    }
    ui_fact(ui, (struct ui_fact){
                    .icon = UI_ICON_HEART,
                    .color = UI_BLUE,
                    .text = common_price(scene, row->price_cents, row->subscriber_cents),
                });
    show_before_coming(session, scene, ui);
    ui_end(ui);
}

/* ---- What became of it ---- */

static const char *why_postponed(const struct agenda_row *row, const struct scene *scene)
{
    const char *reason = i18n_capital(scene->arena, words_session_reason(row->reason));
    return row->moved_from_s == row->starts_s
               ? arena_printf(scene->arena, tr("%s. The new date is not known yet."), reason)
               : arena_printf(scene->arena,
                              tr("%s. It was planned for %s; this new date is not sure yet."),
                              reason, dates_long_time(scene->arena, row->moved_from_s));
}

static void show_news(const struct session *session, const struct scene *scene, struct ui *ui)
{
    const struct agenda_row *row = &session->session.row;
    const char *reason = words_session_reason(row->reason);
    if (row->state == STATE_CANCELLED || row->state == STATE_POSTPONED) {
        ui_notice(ui, (struct ui_notice){
                          .id = "news",
                          .tone = row->state == STATE_CANCELLED ? UI_TROUBLE : UI_CAUTION,
                          .title = row->state == STATE_CANCELLED ? tr("This date is cancelled")
                                                                 : tr("This date is postponed"),
                          .text = row->state == STATE_POSTPONED
                                      ? why_postponed(row, scene)
                                      : arena_printf(scene->arena, "%s.",
                                                     i18n_capital(scene->arena, reason)),
                      });
    } else if (row->moved_from_s != 0 && row->moved_from_s != row->starts_s) {
        ui_notice(ui, (struct ui_notice){
                          .id = "news",
                          .tone = UI_CAUTION,
                          .icon = UI_ICON_EVENT_MOVED,
                          .text = arena_printf(scene->arena, tr("Moved: it was planned for %s."),
                                               dates_long_time(scene->arena, row->moved_from_s)),
                      });
    }
    if (row->capacity > 0 && row->starts_s <= scene->now_s) {
        ui_notice(ui, (struct ui_notice){
                          .id = "begun",
                          .tone = UI_CAUTION,
                          .icon = UI_ICON_CLOCK,
                          .text = tr("It has begun. Ask at the desk whether you can still join."),
                      });
    }
}

static void show_waiting(const struct session *session, const struct scene *scene, struct ui *ui)
{
    const int left = agenda_seats_left(&session->session.row);
    const int rank = session->session.waiting + 1;
    ui_notice(ui, (struct ui_notice){
                      .id = "waiting",
                      .tone = UI_CAUTION,
                      .icon = UI_ICON_HOURGLASS,
                      .title = left == 0 ? tr("No seat is left")
                                         : tr("There are not enough seats for all of you"),
                      .text = arena_printf(scene->arena,
                                           tr("On the waiting list you would be number %d."), rank),
                  });
}

/* ---- How many come ---- */

static void show_steppers(const struct session *session, const struct scene *scene, struct ui *ui)
{
    const int room = PEOPLE_MAX - session->adults - session->children;
    const int least_age = session->session.least_age;
    ui_stepper(ui, (struct ui_stepper){
                       .id = "adults",
                       .label = tr("Adults"),
                       .value = session->adults,
                       .min = session->children > 0 ? 0 : 1,
                       .max = session->adults + room,
                       .less = {DO_ADULTS, -1},
                       .more = {DO_ADULTS, 1},
                   });
    if (session->session.takes_children) {
        ui_stepper(ui, (struct ui_stepper){
                           .id = "children",
                           .label = least_age == 0
                                        ? tr("Children")
                                        : arena_printf(scene->arena, tr("Children (%d and over)"),
                                                       least_age),
                           .value = session->children,
                           .min = 0,
                           .max = session->children + room,
                           .less = {DO_CHILDREN, -1},
                           .more = {DO_CHILDREN, 1},
                       });
    }
}

static void show_dates(struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "dates",
                      .command = {DO_DATES, 0},
                      .label = tr("Other dates"),
                      .icon = UI_ICON_TODAY,
                      .color = UI_BLUE,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void show_ask(const struct session *session, struct ui *ui)
{
    const int people = session->adults + session->children;
    const bool is_full = is_full_for(session);
    ui_begin_row(ui, (struct ui_box){.align = UI_STRETCH});
    if (is_full) {
        show_dates(ui);
    }
    ui_button(ui, (struct ui_button){
                      .id = "ask",
                      .command = {DO_ASK, 0},
                      .label = is_full      ? tr("Join the waiting list")
                               : people > 1 ? tr("Ask for seats")
                                            : tr("Ask for a seat"),
                      .icon = is_full ? UI_ICON_RANK : UI_ICON_CHECK,
                      .look = UI_FILLED,
                      .color = UI_BLUE,
                      .size = UI_MAIN_BUTTON,
                      .grow = 1,
                  });
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct session *session = state;
    const bool is_open = agenda_is_open(&session->session.row, scene->now_s);
    const bool is_full = is_open && is_full_for(session);
    common_header(ui, scene, tr("Workshops and agenda"),
                  is_open ? common_progress(scene, 1, session->is_known ? 2 : 3) : NULL);
    show_banner(session, scene, ui);
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    show_facts(session, scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_news(session, scene, ui);
    if (session->session.summary[0] != '\0' && !(is_full && ui_is_landscape(ui))) {
        ui_text(ui, UI_BODY, session->session.summary);
    }
    if (is_full) {
        show_waiting(session, scene, ui);
    }
    if (is_open) {
        show_steppers(session, scene, ui);
        ui_spacer(ui);
        show_ask(session, ui);
    } else if (session->session.row.capacity > 0) {
        ui_spacer(ui);
        show_dates(ui);
    }
    common_calendar(ui, session->vevent, ui_is_landscape(ui) ? EVENT_WIDE_MM : EVENT_HIGH_MM,
                    false);
    ui_end(ui);
    ui_end(ui);
}

/* Two taps may come before the next frame: steps add up, within bounds. */
static void step(struct session *session, int adults, int children)
{
    adults += session->adults;
    children += session->children;
    if (adults >= 0 && children >= 0 && adults + children >= 1 && adults + children <= PEOPLE_MAX) {
        session->adults = adults;
        session->children = children;
    }
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct session *session = state;
    switch (command.verb) {
    case DO_ADULTS:
        step(session, (int)command.arg, 0);
        return route_stay();
    case DO_CHILDREN:
        step(session, 0, (int)command.arg);
        return route_stay();
    case DO_DATES:
        return route_push(&SCREEN_DATES, session->session_id);
    case DO_ASK:
        booking_begin(visit, &session->session, session->adults, session->children);
        return route_review(visit);
    default:
        return route_stay();
    }
}

const struct screen SCREEN_SESSION = {
    .name = "session",
    .state_size = sizeof(struct session),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
