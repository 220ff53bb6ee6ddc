#include "screens/common.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "i18n/dates.h"
#include "i18n/digits.h"
#include "i18n/i18n.h"
#include "i18n/money.h"
#include "screens/doors.h"
#include "screens/words.h"

struct ui_words common_words(void)
{
    return (struct ui_words){
        .back = tr("Back"),
        .previous_page = tr("Previous"),
        .next_page = tr("Next"),
        .page = tr("page %d of %d"),
        .of = i18n_is_spoken() ? tr("%d of %d") : "%d / %d",
        .less = tr("Less: %s"),
        .more = tr("More: %s"),
        .space = tr("space"),
        .erase = tr("Erase"),
        .shift = tr("Capitals"),
        .letters = trc("keyboard", "Letters"),
        .signs = tr("Digits and signs"),
        .layout = tr("Letters in another order"),
        .caret_back = tr("Back one letter"),
        .caret_forward = tr("Forward one letter"),
    };
}

struct speech_words common_speech_words(void)
{
    i18n_set_spoken(true);
    const struct speech_words words = {
        .button = trc("said aloud", "button"),
        .choice = trc("said aloud", "choice"),
        .field = trc("said aloud", "field to fill in"),
        .selected = trc("said aloud", "selected"),
        .not_selected = trc("said aloud", "not selected"),
        .unavailable = trc("said aloud", "not possible now"),
        .private_part = tr("A part of this screen is personal: it is said to the headset only."),
    };
    i18n_set_spoken(false);
    return words;
}

static struct ui_bar_item listen_item(const struct scene *scene)
{
    static const struct {
        const char *label;
        enum ui_icon icon;
    } looks[] = {
        [SCENE_MUTE] = {N_("No sound"), UI_ICON_MUTE},
        [SCENE_QUIET] = {N_("Listen"), UI_ICON_LISTEN},
        [SCENE_LISTENED] = {N_("Listen"), UI_ICON_LISTEN},
        [SCENE_READING] = {N_("Stop reading"), UI_ICON_MUTE},
    };
    return (struct ui_bar_item){
        .id = "listen",
        .label = tr(looks[scene->speech].label),
        .icon = looks[scene->speech].icon,
        .command = {scene->speech == SCENE_MUTE ? 0 : SHARED_LISTEN, 0},
        .is_selected = scene->speech > SCENE_QUIET,
    };
}

void common_bar(struct ui *ui, const struct scene *scene, const struct screen *screen)
{
    struct ui_bar_item items[UI_BAR_MAX];
    size_t count = 0;
    items[count++] = (struct ui_bar_item){
        .id = "home",
        .label = tr("Home"),
        .icon = UI_ICON_HOME,
        .command = {SHARED_HOME, 0},
        .is_selected = screen == &SCREEN_HOME,
    };
    items[count++] = (struct ui_bar_item){
        .id = "language",
        .label = tr("Language"),
        .icon = UI_ICON_LANGUAGE,
        .command = {SHARED_LANGUAGE, 0},
        .is_selected = screen == &SCREEN_LANGUAGE,
    };
    items[count++] = listen_item(scene);
    items[count++] = (struct ui_bar_item){
        .id = "comfort",
        .label = tr("Comfort"),
        .icon = UI_ICON_COMFORT,
        .command = {SHARED_COMFORT, 0},
        .is_selected = screen == &SCREEN_COMFORT,
    };
    if (scene->is_personal && (screen->flags & SCREEN_ENDS) == 0) {
        items[count++] = (struct ui_bar_item){
            .id = "end",
            .label = tr("Finish and erase"),
            .icon = UI_ICON_LOGOUT,
            .command = {SHARED_END, 0},
        };
    }
    items[count++] = (struct ui_bar_item){
        .id = "call",
        .label = tr("Call"),
        .icon = UI_ICON_CALL,
        .command = {SHARED_CALL, 0},
        .is_selected = screen == DOORS[DOOR_CALL],
    };
    ui_bar(ui, items, count);
}

void common_header_back(struct ui *ui, const struct scene *scene, const char *title,
                        const char *sub, struct ui_command back)
{
    ui_header(ui, (struct ui_header){
                      .title = title,
                      .sub = sub,
                      .clock = dates_clock(scene->arena, scene->now_s),
                      .back = back,
                  });
}

void common_header(struct ui *ui, const struct scene *scene, const char *title, const char *sub)
{
    common_header_back(ui, scene, title, sub, (struct ui_command){SHARED_BACK, 0});
}

void common_house_header(struct ui *ui, const struct scene *scene, const char *sub)
{
    ui_header(ui, (struct ui_header){
                      .is_home = true,
                      .title = scene->site_name,
                      .sub = sub,
                      .clock = dates_clock(scene->arena, scene->now_s),
                      .date = dates_short(scene->arena, scene->now_s),
                  });
}

const char *common_progress(const struct scene *scene, int step, int of)
{
    return arena_printf(scene->arena, tr("%d of %d"), step, of);
}

const char *common_house_line(const struct scene *scene)
{
    const struct house_status *house = &scene->house;
    struct arena *arena = scene->arena;
    switch (house->state) {
    case HOUSE_OPEN:
        return arena_printf(arena, tr("Open until %s"), dates_time(arena, house->until_s));
    case HOUSE_EXPECTED:
        return tr("Opens in a moment");
    case HOUSE_LATE:
        return tr("Nobody is here yet");
    case HOUSE_CLOCK:
        return tr("Opening hours unknown: the clock is wrong");
    case HOUSE_CLOSED:
    case HOUSE_CLOSED_TODAY:
        break;
    }
    if (house->next_open_s == 0) {
        return tr("Closed");
    }
    return arena_printf(
        arena, house->state == HOUSE_CLOSED ? tr("Closed, opens %s") : tr("Closed today, opens %s"),
        dates_moment(arena, house->next_open_s));
}

const char *common_answer(const struct scene *scene, int64_t answer_by_s)
{
    return answer_by_s == 0 ? tr("as soon as the house opens again")
                            : dates_moment(scene->arena, answer_by_s);
}

const char *common_people(const struct scene *scene, int adults, int children)
{
    const char *parts[2] = {"", ""};
    size_t count = 0;
    if (adults > 0 || children == 0) {
        parts[count++] =
            arena_printf(scene->arena, trn("%ld adult", "%ld adults", adults), (long)adults);
    }
    if (children > 0) {
        parts[count++] =
            arena_printf(scene->arena, trn("%ld child", "%ld children", children), (long)children);
    }
    return count == 1 ? parts[0]
                      : arena_printf(scene->arena, trc("list", "%s, %s"), parts[0], parts[1]);
}

const char *common_number(const struct scene *scene, const char *digits)
{
    if (i18n_is_spoken()) {
        return digits_spoken(scene->arena, digits);
    }
    return arena_printf(scene->arena, "%.3s\u00a0%s", digits, strlen(digits) > 3 ? digits + 3 : "");
}

const char *common_price(const struct scene *scene, int64_t cents, int64_t subscriber_cents)
{
    struct arena *arena = scene->arena;
    if (cents == 0) {
        return tr("Free");
    }
    if (subscriber_cents < 0 || subscriber_cents == cents) {
        return money_euros(arena, cents);
    }
    if (subscriber_cents == 0) {
        return arena_printf(arena, tr("Free for subscribed households, otherwise %s"),
                            money_euros(arena, cents));
    }
    return arena_printf(arena, tr("%s for subscribed households, otherwise %s"),
                        money_euros(arena, subscriber_cents), money_euros(arena, cents));
}

void common_calendar(struct ui *ui, const char *vevent, double size_mm, bool is_private)
{
    if (vevent[0] == '\0') {
        return;
    }
    ui_begin_card(ui, (struct ui_box){0});
    ui_begin_row(ui, (struct ui_box){0});
    ui_qr(ui, "event", tr("Code for the calendar of a phone"), vevent, size_mm, is_private);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_text(ui, UI_BOLD, tr("For your phone’s calendar"));
    ui_text(ui, UI_SMALL, tr("Point the camera at this code: the date enters by itself."));
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

static struct ui_pill session_pill(const struct scene *scene, const struct agenda_row *row)
{
    enum { FEW_SEATS = 3 };
    if (row->state == STATE_CANCELLED) {
        return (struct ui_pill){.text = tr("cancelled"), .tone = UI_TROUBLE};
    }
    if (row->state == STATE_POSTPONED) {
        return (struct ui_pill){.text = tr("postponed"), .tone = UI_CAUTION};
    }
    if (row->capacity == 0) {
        return (struct ui_pill){.text = tr("free entry"), .tone = UI_GOOD};
    }
    const int left = agenda_seats_left(row);
    if (left == 0) {
        return (struct ui_pill){.text = tr("full"), .tone = UI_NEUTRAL};
    }
    return (struct ui_pill){
        .text = arena_printf(scene->arena, trn("%ld seat", "%ld seats", left), (long)left),
        .tone = left <= FEW_SEATS ? UI_CAUTION : UI_GOOD,
    };
}

/* "14 h – 16 h · Atelier · avec La Corde", or why it does not take place. */
static const char *session_sub(const struct scene *scene, const struct agenda_row *row)
{
    struct arena *arena = scene->arena;
    const char *times = dates_times(arena, row->starts_s, row->ends_s);
    if (row->reason[0] != '\0') {
        return arena_printf(arena, "%s · %s", times, words_session_reason(row->reason));
    }
    const char *place = row->place[0] == '\0' ? "" : arena_printf(arena, " · %s", row->place);
    const char *with =
        row->partner[0] == '\0' ? "" : arena_printf(arena, tr(" · with %s"), row->partner);
    return arena_printf(arena, "%s%s%s", times, place, with);
}

static void show_session(struct ui *ui, const struct scene *scene, const struct agenda_row *row,
                         const char *sub, bool is_narrow, struct ui_command command)
{
    ui_list_row(ui, (struct ui_list_row){
                        .id = ui_format(ui, "session-%lld", (long long)row->session_id),
                        .command = command,
                        .badge_top = dates_badge_weekday(row->starts_s),
                        .badge = dates_badge_day(scene->arena, row->starts_s),
                        .color = UI_BLUE,
                        .title = row->title,
                        .sub = sub,
                        .pill = session_pill(scene, row),
                        .is_narrow = is_narrow,
                    });
}

void common_session_row(struct ui *ui, const struct scene *scene, const struct agenda_row *row,
                        struct ui_command command)
{
    show_session(ui, scene, row, session_sub(scene, row), false, command);
}

/* "Atelier" of "Atelier, au fond de la cour"; an isolate stays one. */
static const char *first_part(struct arena *arena, const char *place)
{
    const size_t len = strcspn(place, ",");
    const bool is_cut_isolate = place[len] != '\0' && text_has_prefix(place, TEXT_ISOLATE);
    return arena_printf(arena, "%.*s%s", (int)len, place, is_cut_isolate ? TEXT_ISOLATE_END : "");
}

void common_session_row_short(struct ui *ui, const struct scene *scene,
                              const struct agenda_row *row, struct ui_command command)
{
    if (row->reason[0] != '\0') {
        common_session_row(ui, scene, row, command);
        return;
    }
    const char *times = dates_times(scene->arena, row->starts_s, row->ends_s);
    const char *place = first_part(scene->arena, row->place);
    show_session(ui, scene, row,
                 place[0] == '\0' ? times : arena_printf(scene->arena, "%s · %s", times, place),
                 false, command);
}

void common_session_row_narrow(struct ui *ui, const struct scene *scene,
                               const struct agenda_row *row, struct ui_command command)
{
    show_session(ui, scene, row, dates_times(scene->arena, row->starts_s, row->ends_s), true,
                 command);
}

void common_slot(struct ui *ui, const struct scene *scene, const struct slot *slot)
{
    ui_begin_card(ui, (struct ui_box){0});
    ui_fact(ui, (struct ui_fact){
                    .id = "pickup",
                    .icon = UI_ICON_OUT,
                    .color = UI_UMBER,
                    .bold = tr("Pick up"),
                    .text = ui_format(ui, " %s", dates_long_time(scene->arena, slot->pickup_s)),
                });
    ui_fact(ui, (struct ui_fact){
                    .id = "return",
                    .icon = UI_ICON_RETURN,
                    .color = UI_UMBER,
                    .bold = tr("Bring back"),
                    .text = ui_format(ui, " %s", dates_long_time(scene->arena, slot->return_s)),
                });
    ui_end(ui);
}
