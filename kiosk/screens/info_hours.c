/* The coming seven days, who is here now, and the closings to come. */
#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words.h"

enum { DAYS = 7, CLOSINGS_SHOWN = 3 };

struct day {
    int64_t midnight_s;
    struct house_spans *open; /* what is left of the usual hours */
    bool is_usually_open;
    const char *reason_code; /* of the closing that takes from it; "" none */
};

struct info_hours_state {
    const struct day *days;
    const struct house_closing *closings; /* that begin after these days */
    int closing_count;
};

static enum err load_day(struct visit *visit, const struct house_closing *closings, int count,
                         struct day *day)
{
    const int64_t end_s = clock_day_s(day->midnight_s, 1);
    struct house_spans *usual = arena_alloc(visit->rows, sizeof(*usual));
    day->open = arena_alloc(visit->rows, sizeof(*day->open));
    day->reason_code = "";
    for (int i = 0; i < count; i++) {
        if (closings[i].from_s < end_s && closings[i].until_s > day->midnight_s) {
            day->reason_code = closings[i].reason_code;
        }
    }
    const enum err err = house_usual_spans(visit->db, day->midnight_s, end_s, usual);
    day->is_usually_open = usual->count > 0;
    return err != ERR_OK ? err : house_open_spans(visit->db, day->midnight_s, end_s, day->open);
}

static enum err load(void *state, struct visit *visit)
{
    struct info_hours_state *s = state;
    struct day *days = arena_array(visit->rows, DAYS, sizeof(*days));
    struct house_closing *closings = NULL;
    const int64_t now_s = clock_now_s();
    const int64_t week_end_s = clock_day_s(now_s, DAYS);
    int count = 0;
    enum err err = house_closings(visit->db, clock_day_s(now_s, 0), week_end_s, visit->rows,
                                  &closings, &count);
    for (int i = 0; err == ERR_OK && i < DAYS; i++) {
        days[i].midnight_s = clock_day_s(now_s, i);
        err = load_day(visit, closings, count, &days[i]);
    }
    s->days = days;
    if (err == ERR_OK) {
        err = house_closings(visit->db, week_end_s, clock_day_s(now_s, HOUSE_HORIZON_DAYS),
                             visit->rows, &closings, &s->closing_count);
        s->closings = closings;
    }
    return err;
}

static const char *who_is_here(const struct scene *scene)
{
    const struct house_status *house = &scene->house;
    const char *names[HOUSE_NAMES_MAX];
    for (int i = 0; i < house->name_count; i++) {
        names[i] = house->names[i];
    }
    if (house->name_count > 0) {
        return arena_printf(scene->arena,
                            trn("%s is at the desk.", "%s are at the desk.", house->name_count),
                            i18n_list(scene->arena, names, (size_t)house->name_count));
    }
    if (house->state == HOUSE_LATE || house->state == HOUSE_EXPECTED) {
        return tr("Nobody has taken the desk yet. What you ask here is kept for them.");
    }
    return tr("What you ask here is kept, and answered once the house opens.");
}

static void show_now(const struct scene *scene, struct ui *ui)
{
    const bool is_open = scene->house.state == HOUSE_OPEN;
    ui_notice(ui, (struct ui_notice){
                      .id = "now",
                      .tone = is_open ? UI_GOOD : UI_NEUTRAL,
                      .icon = is_open ? UI_ICON_PERSON : UI_ICON_CLOCK,
                      .title = common_house_line(scene),
                      .text = who_is_here(scene),
                  });
}

static const char *hours_of(const struct day *day, const struct scene *scene)
{
    const char *text = "";
    for (int i = 0; i < day->open->count; i++) {
        const struct house_span *span = &day->open->spans[i];
        text = arena_printf(scene->arena, "%s%s%s", text, i == 0 ? "" : " · ",
                            dates_times(scene->arena, span->from_s, span->until_s));
    }
    return day->open->count == 0 ? tr("Closed") : text;
}

static const char *note_of(const struct day *day, const struct scene *scene)
{
    const char *reason = day->is_usually_open ? words_closing(day->reason_code) : "";
    if (clock_day_s(scene->now_s, 0) != day->midnight_s) {
        return reason;
    }
    return reason[0] == '\0' ? tr("today")
                             : arena_printf(scene->arena, "%s · %s", tr("today"), reason);
}

static void show_days(const struct day *days, int first, int end, const struct scene *scene,
                      struct ui *ui)
{
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = first; i < end; i++) {
        const char *hours = hours_of(&days[i], scene);
        ui_list_row(ui, (struct ui_list_row){
                            .id = ui_format(ui, "day-%d", i),
                            .badge_top = dates_badge_weekday(days[i].midnight_s),
                            .badge = dates_badge_day(scene->arena, days[i].midnight_s),
                            .color = UI_TEAL,
                            .title = hours,
                            .sub = note_of(&days[i], scene),
                            .name = ui_format(ui, "%s, %s, %s",
                                              dates_long(scene->arena, days[i].midnight_s), hours,
                                              note_of(&days[i], scene)),
                        });
    }
    ui_end(ui);
}

static void show_closings(const struct info_hours_state *s, const struct scene *scene,
                          struct ui *ui)
{
    if (s->closing_count == 0) {
        return;
    }
    ui_text(ui, UI_HEADING, tr("Closed later on"));
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < s->closing_count && i < CLOSINGS_SHOWN; i++) {
        const struct house_closing *closing = &s->closings[i];
        ui_fact(ui, (struct ui_fact){
                        .id = ui_format(ui, "closing-%d", i),
                        .icon = UI_ICON_EVENT_BUSY,
                        .bold = i18n_capital(scene->arena, dates_span(scene->arena, closing->from_s,
                                                                      closing->until_s - 1)),
                        .text = ui_format(ui, " · %s", words_closing(closing->reason_code)),
                    });
    }
    ui_end(ui);
}

/* In landscape the week stands in two halves, the header says whether the house is open, and who is
 * here stands on a line of its own, however many they are: it all fits. */
static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct info_hours_state *s = state;
    const bool is_wide = ui_is_landscape(ui);
    const int half = is_wide ? (DAYS + 1) / 2 : DAYS;
    common_header(ui, scene, tr("Opening hours"),
                  is_wide ? common_house_line(scene) : scene->site_name);
    ui_begin_scroll(ui, "hours", (struct ui_box){.grow = 1});
    if (is_wide) {
        ui_text(ui, UI_BODY, who_is_here(scene));
    } else {
        show_now(scene, ui);
    }
    ui_begin_split(ui, (struct ui_box){.align = is_wide ? UI_START : UI_NATURAL});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_days(s->days, 0, half, scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    if (half < DAYS) {
        show_days(s->days, half, DAYS, scene, ui);
    }
    show_closings(s, scene, ui);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

const struct screen SCREEN_INFO_HOURS = {
    .name = "info_hours",
    .state_size = sizeof(struct info_hours_state),
    .load = load,
    .build = build,
};
