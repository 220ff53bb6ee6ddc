/* What happens here: a week at a time, by day and by kind. */
#include "core/agenda.h"
#include "base/clock.h"
#include "core/codes.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words.h"

enum { WEEK_DAYS = 7, WEEKS_MOST = 12, ALL = -1 };

enum { DO_SESSION = 1, DO_DAY, DO_KIND, DO_WEEK };

struct agenda {
    int week; /* 0: the seven days from today */
    int day;  /* within them; ALL */
    int kind; /* number in activity_kind_codes(); ALL */
    int64_t from_s;
    struct agenda_row *rows;
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct agenda *agenda = state;
    (void)visit;
    (void)arg;
    agenda->day = ALL;
    agenda->kind = ALL;
}

static enum err load(void *state, struct visit *visit)
{
    struct agenda *agenda = state;
    const int64_t now_s = clock_now_s();
    size_t kinds = 0;
    agenda->from_s = clock_day_s(now_s, agenda->week * WEEK_DAYS);
    const int64_t day_s =
        agenda->day == ALL ? agenda->from_s : clock_day_s(agenda->from_s, agenda->day);
    const int64_t until_s = clock_day_s(day_s, agenda->day == ALL ? WEEK_DAYS : 1);
    return agenda_list(visit->db, day_s > now_s ? day_s : now_s, until_s,
                       agenda->kind == ALL ? "" : activity_kind_codes(&kinds)[agenda->kind],
                       AGENDA_MAX, visit->rows, &agenda->rows, &agenda->count);
}

static void show_turn(const struct agenda *agenda, struct ui *ui, bool is_later)
{
    ui_button(ui, (struct ui_button){
                      .id = is_later ? "later" : "earlier",
                      .command = {DO_WEEK, agenda->week + (is_later ? 1 : -1)},
                      .label = is_later ? tr("Later") : tr("Earlier"),
                      .name = is_later ? tr("The week after") : tr("The week before"),
                      .icon = is_later ? UI_ICON_RIGHT : UI_ICON_LEFT,
                      .color = UI_BLUE,
                      .is_disabled = agenda->week == (is_later ? WEEKS_MOST : 0),
                  });
}

static void show_days(const struct agenda *agenda, const struct scene *scene, struct ui *ui)
{
    if (ui_is_large(ui)) {
        ui_begin_grid(ui, 4, WEEK_DAYS, (struct ui_box){.gap_mm = 2});
    } else {
        ui_begin_row(ui, (struct ui_box){.equal = true, .gap_mm = 3});
    }
    for (int day = 0; day < WEEK_DAYS; day++) {
        const int64_t day_s = clock_day_s(agenda->from_s, day);
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "day-%d", day),
                        .command = {DO_DAY, agenda->day == day ? ALL : day},
                        .label = arena_printf(scene->arena, "%s\n%s", dates_badge_weekday(day_s),
                                              dates_badge_day(scene->arena, day_s)),
                        .name = dates_long(scene->arena, day_s),
                        .color = UI_BLUE,
                        .is_choice = true,
                        .is_selected = agenda->day == day,
                    });
    }
    ui_end(ui);
}

static const char *span_of(const struct agenda *agenda, const struct scene *scene)
{
    const int64_t last_s = clock_day_s(agenda->from_s, WEEK_DAYS - 1);
    return i18n_capital(scene->arena, agenda->week == 0
                                          ? tr("The next seven days")
                                          : dates_span(scene->arena, agenda->from_s, last_s));
}

static void show_turns(const struct agenda *agenda, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.gap_mm = 3});
    show_turn(agenda, ui, false);
    show_turn(agenda, ui, true);
    ui_end(ui);
}

/* Portrait: the week between its two turns, the days below. */
static void show_week(const struct agenda *agenda, const struct scene *scene, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.gap_mm = 3});
    show_turn(agenda, ui, false);
    ui_label(ui, (struct ui_label){
                     .id = "week",
                     .text = span_of(agenda, scene),
                     .style = UI_BOLD,
                     .align = UI_CENTER,
                     .grow = 1,
                 });
    show_turn(agenda, ui, true);
    ui_end(ui);
    show_days(agenda, scene, ui);
}

/* One under the other beside the list, or in lines. */
static void show_kinds(const struct agenda *agenda, struct ui *ui, bool is_beside)
{
    size_t count = 0;
    const char *const *codes = activity_kind_codes(&count);
    if (is_beside) {
        ui_begin_column(ui, (struct ui_box){.gap_mm = 3});
    } else {
        ui_begin_row(ui, (struct ui_box){.wrap = true, .gap_mm = 3});
    }
    ui_chip(ui, (struct ui_button){
                    .id = "kind-all",
                    .command = {DO_KIND, ALL},
                    .label = tr("Everything"),
                    .icon = is_beside ? UI_ICON_AGENDA : UI_ICON_NONE,
                    .color = UI_BLUE,
                    .is_choice = true,
                    .is_selected = agenda->kind == ALL,
                });
    for (int kind = 0; kind < (int)count; kind++) {
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "kind-%s", codes[kind]),
                        .command = {DO_KIND, kind},
                        .label = words_activity_kind(codes[kind]),
                        .icon = words_activity_icon(codes[kind]),
                        .color = UI_BLUE,
                        .is_choice = true,
                        .is_selected = agenda->kind == kind,
                    });
    }
    ui_end(ui);
}

static void show_sessions(const struct agenda *agenda, const struct scene *scene, struct ui *ui)
{
    if (agenda->count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .tone = UI_NEUTRAL,
                          .icon = UI_ICON_EVENT_BUSY,
                          .title = tr("Nothing is planned here"),
                          .text = tr("Look at another day or at everything, or tell the desk what "
                                     "you would like to do: workshops begin with a wish."),
                      });
        return;
    }
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < agenda->count; i++) {
        const struct ui_command command = {DO_SESSION, agenda->rows[i].session_id};
        if (ui_is_landscape(ui) || ui_is_large(ui)) {
            common_session_row_short(ui, scene, &agenda->rows[i], command);
        } else {
            common_session_row(ui, scene, &agenda->rows[i], command);
        }
    }
    ui_end(ui);
}

static void show_list(const struct agenda *agenda, const struct scene *scene, struct ui *ui)
{
    ui_begin_scroll(ui, "sessions", (struct ui_box){.grow = 1});
    show_sessions(agenda, scene, ui);
    ui_end(ui);
}

/* A large text gives its pages to the list: the days stand above it, weeks and kinds at its end. */
static void build_large(const struct agenda *agenda, const struct scene *scene, struct ui *ui)
{
    common_header(ui, scene, tr("Workshops and agenda"), NULL);
    ui_begin_scroll(ui, "sessions", (struct ui_box){.grow = 1});
    show_days(agenda, scene, ui);
    show_sessions(agenda, scene, ui);
    ui_text(ui, UI_BOLD, span_of(agenda, scene));
    show_turns(agenda, ui);
    show_kinds(agenda, ui, false);
    ui_end(ui);
}

/* Landscape: kinds and weeks stand beside the list, which needs the height. */
static void build_wide(const struct agenda *agenda, const struct scene *scene, struct ui *ui)
{
    common_header(ui, scene, tr("Workshops and agenda"), span_of(agenda, scene));
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_column(ui, (struct ui_box){.gap_mm = 3});
    show_kinds(agenda, ui, true);
    ui_spacer(ui);
    show_turn(agenda, ui, false);
    show_turn(agenda, ui, true);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1, .gap_mm = 3});
    show_days(agenda, scene, ui);
    show_list(agenda, scene, ui);
    ui_end(ui);
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct agenda *agenda = state;
    if (ui_is_large(ui)) {
        build_large(agenda, scene, ui);
        return;
    }
    if (ui_is_landscape(ui)) {
        build_wide(agenda, scene, ui);
        return;
    }
    common_header(ui, scene, tr("Workshops and agenda"), NULL);
    ui_begin_column(ui, (struct ui_box){.gap_mm = 5});
    show_week(agenda, scene, ui);
    show_kinds(agenda, ui, false);
    ui_end(ui);
    show_list(agenda, scene, ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct agenda *agenda = state;
    (void)visit;
    switch (command.verb) {
    case DO_SESSION:
        return route_push(&SCREEN_SESSION, command.arg);
    case DO_DAY:
        agenda->day = (int)command.arg;
        break;
    case DO_KIND:
        agenda->kind = (int)command.arg;
        break;
    case DO_WEEK:
        agenda->week = (int)command.arg;
        agenda->day = ALL;
        break;
    default:
        break;
    }
    return route_turn();
}

const struct screen SCREEN_AGENDA = {
    .name = "agenda",
    .state_size = sizeof(struct agenda),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
