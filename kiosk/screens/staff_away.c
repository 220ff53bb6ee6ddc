/* A later loan whose copy will not be there: another copy, another date, or cancel and tell. */
#include "core/copy_tasks.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_OFFER = 1, DO_CANCEL };

struct staff_away {
    int64_t loan_id;
    int seen_no;
    bool is_over; /* settled meanwhile */
    struct copy_task task;
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_away *screen = state;
    (void)visit;
    screen->loan_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_away *screen = state;
    enum err err = copy_tasks_get(visit->db, screen->loan_id, visit->rows, &screen->task);
    screen->is_over = err == ERR_NOT_FOUND;
    if (screen->is_over) {
        err = queue_get(visit->db, screen->loan_id, visit->rows, &screen->task.line);
    }
    screen->seen_no = screen->seen_no == 0 ? screen->task.line.no : screen->seen_no;
    return err != ERR_OK ? err
                         : queue_offers(visit->db, screen->loan_id, visit->rows, screen->offers,
                                        &screen->count);
}

/* Another copy for the same days needs nobody's yes. */
static bool is_swap(const struct staff_away *screen, const struct queue_offer *offer)
{
    return offer->terms.from_s == screen->task.line.from_s &&
           offer->terms.until_s == screen->task.line.until_s;
}

static const char *why_text(const struct staff_away *screen, const struct scene *scene)
{
    const struct copy_task *task = &screen->task;
    const char *since = dates_long(scene->arena, task->since_s);
    if (task->why == STATE_OUT) {
        return arena_printf(scene->arena, tr("It was due %s and is not back."), since);
    }
    return task->keeper[0] == '\0'
               ? arena_printf(scene->arena, tr("Since %s."), since)
               : arena_printf(scene->arena, tr("Since %s, after household %s had it."), since,
                              task->keeper);
}

static void show_why(const struct staff_away *screen, const struct scene *scene, struct ui *ui)
{
    const struct copy_task *task = &screen->task;
    if (screen->is_over) {
        ui_notice(ui, (struct ui_notice){
                          .id = "settled",
                          .tone = UI_GOOD,
                          .text = tr("This is settled: there is nothing left to do here."),
                      });
        return;
    }
    ui_notice(ui, (struct ui_notice){
                      .id = "why",
                      .tone = UI_CAUTION,
                      .title = arena_printf(scene->arena, tr("No. %d: %s"), task->line.copy_number,
                                            words_away(task->why)),
                      .text = why_text(screen, scene),
                  });
}

static void show_offers(const struct staff_away *screen, const struct scene *scene, struct ui *ui,
                        bool swaps, const char *heading)
{
    bool is_first = true;
    for (int i = 0; i < screen->count; i++) {
        if (is_swap(screen, &screen->offers[i]) != swaps) {
            continue;
        }
        if (is_first) {
            ui_text(ui, UI_HEADING, heading);
            ui_begin_card(ui, (struct ui_box){0});
            is_first = false;
        }
        staff_offer_row(ui, scene, &screen->offers[i], (struct ui_command){DO_OFFER, i});
    }
    if (!is_first) {
        ui_end(ui);
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_away *screen = state;
    const struct queue_line *line = &screen->task.line;
    common_header(ui, scene, tr("Will be missing"),
                  i18n_capital(scene->arena, words_line_who(scene, line)));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_banner(ui, (struct ui_banner){
                      .id = "subject",
                      .icon = words_line_icon(line),
                      .color = UI_UMBER,
                      .title = words_line_title(scene, line),
                      .sub = words_line_when(scene, line),
                  });
    show_why(screen, scene, ui);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_begin_scroll(ui, "offers", (struct ui_box){.grow = 1});
    if (!screen->is_over) {
        show_offers(screen, scene, ui, true, tr("Another one, at once"));
        show_offers(screen, scene, ui, false, tr("Other days, to be agreed"));
    }
    ui_end(ui);
    if (!screen->is_over) {
        ui_button(ui, (struct ui_button){
                          .id = "cancel",
                          .command = {DO_CANCEL, 0},
                          .label = tr("Cancel and tell…"),
                          .sub = tr("with a reason, they read it"),
                          .icon = UI_ICON_CLOSE,
                          .look = UI_DANGER,
                          .size = UI_MAIN_BUTTON,
                      });
    }
    ui_end(ui);
    ui_end(ui);
}

static struct route choose(const struct staff_away *screen, struct visit *visit,
                           const struct queue_offer *offer)
{
    struct outcome outcome;
    struct move move =
        move_make(screen->loan_id, is_swap(screen, offer) ? VERB_SWAP : VERB_PROPOSE, visit->actor);
    move.expected_no = screen->seen_no;
    move.terms = &offer->terms;
    const enum err err = request_move(visit->db, &move, &outcome);
    return staff_route(visit, err, route_pop(), route_pop());
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct staff_away *screen = state;
    return command.verb == DO_OFFER
               ? choose(screen, visit, &screen->offers[command.arg])
               : route_replace(&SCREEN_STAFF_REASON, staff_arg(screen->loan_id, VERB_CANCEL));
}

const struct screen SCREEN_STAFF_AWAY = {
    .name = "staff-away",
    .state_size = sizeof(struct staff_away),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .scan = staff_scan,
    .flags = SCREEN_LOCKS,
};
