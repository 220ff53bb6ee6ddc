/* A day and a time within the opening hours: to propose, or to plan a visit. */
#include "base/clock.h"
#include "core/slots.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_DAY = 1, DO_TIME };

enum { DAYS_AHEAD = 20, DAYS_SHOWN = 9, STEP_S = 30 * CLOCK_MINUTE_S, TIMES_MAX = 48 };

struct staff_when {
    int64_t request_id;
    enum verb verb;
    int seen_no;
    struct queue_line line;
    struct slot_day days[SLOTS_DAYS_MAX];
    int day_count;
    int64_t day_s; /* chosen */
    int64_t times[TIMES_MAX];
    int time_count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_when *screen = state;
    (void)visit;
    screen->request_id = staff_arg_id(arg);
    screen->verb = staff_arg_verb(arg);
}

/* The half hours of a day at which somebody is at the desk. */
static enum err load_times(struct visit *visit, struct staff_when *screen)
{
    struct house_spans spans;
    const int64_t now_s = clock_now_s();
    const enum err err =
        house_staffed_spans(visit->db, screen->day_s, clock_day_s(screen->day_s, 1), 0, &spans);
    screen->time_count = 0;
    for (int i = 0; err == ERR_OK && i < spans.count; i++) {
        for (int64_t at_s = spans.spans[i].from_s;
             at_s < spans.spans[i].until_s && screen->time_count < TIMES_MAX; at_s += STEP_S) {
            if (at_s > now_s) {
                screen->times[screen->time_count++] = at_s;
            }
        }
    }
    return err;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_when *screen = state;
    const int64_t now_s = clock_now_s();
    enum err err = queue_get(visit->db, screen->request_id, visit->rows, &screen->line);
    screen->seen_no = screen->seen_no == 0 ? screen->line.no : screen->seen_no;
    if (err == ERR_OK) {
        err =
            slots_open_days(visit->db, now_s, now_s, DAYS_AHEAD, screen->days, &screen->day_count);
    }
    if (err == ERR_OK && screen->day_s == 0 && screen->day_count > 0) {
        screen->day_s = screen->days[0].day_s;
    }
    return err == ERR_OK && screen->day_s != 0 ? load_times(visit, screen) : err;
}

static void show_days(const struct staff_when *screen, const struct scene *scene, struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("Which day?"));
    ui_begin_grid(ui, 3, 3, (struct ui_box){0});
    for (int i = 0; i < screen->day_count && i < DAYS_SHOWN; i++) {
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "day-%d", i),
                          .command = {DO_DAY, i},
                          .label = dates_short(scene->arena, screen->days[i].day_s),
                          .is_choice = true,
                          .is_selected = screen->days[i].day_s == screen->day_s,
                      });
    }
    ui_end(ui);
}

static void show_times(const struct staff_when *screen, const struct scene *scene, struct ui *ui)
{
    ui_text(ui, UI_TITLE, tr("At what time?"));
    if (screen->time_count == 0) {
        ui_text(ui, UI_BODY, tr("No more time on that day: choose another one."));
        return;
    }
    ui_begin_grid(ui, 4, 4, (struct ui_box){0});
    for (int i = 0; i < screen->time_count; i++) {
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "time-%d", i),
                          .command = {DO_TIME, i},
                          .label = dates_time(scene->arena, screen->times[i]),
                      });
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_when *screen = state;
    common_header(ui, scene, words_line_title(scene, &screen->line),
                  words_line_who(scene, &screen->line));
    if (screen->day_count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .id = "empty",
                          .tone = UI_CAUTION,
                          .text = tr("No opening hours are known for the next weeks."),
                      });
        return;
    }
    ui_begin_scroll(ui, "when", (struct ui_box){.grow = 1});
    ui_begin_split(ui, (struct ui_box){.align = ui_is_landscape(ui) ? UI_START : UI_NATURAL});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_days(screen, scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_times(screen, scene, ui);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
    ui_text(ui, UI_SMALL,
            screen->verb == VERB_PLAN
                ? tr("Touching a time plans the visit; the household is told.")
                : tr("Touching a time proposes it; whoever asked says yes or no."));
}

static struct route decide(const struct staff_when *screen, struct visit *visit, int64_t at_s)
{
    struct outcome outcome;
    struct terms terms = {
        .from_s = at_s,
        .until_s = at_s + CLOCK_HOUR_S,
        .adults = screen->line.adults,
        .children = screen->line.children,
    };
    struct move move = move_make(screen->request_id, screen->verb, visit->actor);
    move.expected_no = screen->seen_no;
    move.terms = &terms;
    const enum err err = request_move(visit->db, &move, &outcome);
    return staff_route(visit, err, route_pop(), route_pop());
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_when *screen = state;
    if (command.verb == DO_TIME) {
        return decide(screen, visit, screen->times[command.arg]);
    }
    screen->day_s = screen->days[command.arg].day_s;
    return route_reload();
}

const struct screen SCREEN_STAFF_WHEN = {
    .name = "staff-when",
    .state_size = sizeof(struct staff_when),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_LOCKS,
};
