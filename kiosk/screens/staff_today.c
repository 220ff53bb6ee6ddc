/* Today: what is handed out, taken back, looked at; services under way; dates and who came. */
#include "core/copy_tasks.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_TAB = 1, DO_LOAN, DO_ORDER, DO_SESSION, DO_AWAY };

enum tab { TAB_OUT, TAB_BACK, TAB_CHECK, TAB_ORDERS, TAB_SESSIONS, TAB_AWAY, TAB_COUNT };

struct staff_today {
    enum tab tab;
    bool is_tab_chosen;
    struct queue_list loans, orders;
    struct copy_task_list away; /* later loans that will not find their copy */
    struct queue_today *sessions;
    int session_count;
    bool is_more_sessions;
    int counts[TAB_COUNT];
    struct staff_top top;
};

static const struct {
    const char *label; /* msgids */
    const char *empty;
    enum ui_color color;
} TABS[TAB_COUNT] = {
    [TAB_OUT] = {N_("To hand out"), N_("Nothing is to be handed out today."), UI_UMBER},
    [TAB_BACK] = {N_("To take back"), N_("Nothing is due back today."), UI_UMBER},
    [TAB_CHECK] = {N_("To look at"), N_("Nothing waits to be checked."), UI_UMBER},
    [TAB_ORDERS] = {N_("Services"), N_("No service is under way."), UI_TEAL},
    [TAB_SESSIONS] = {N_("Dates"), N_("Nothing takes place today."), UI_BLUE},
    [TAB_AWAY] = {N_("Will be missing"), N_("Nothing will be missing."), UI_WARN},
};

static enum tab tab_of(const struct queue_line *loan)
{
    switch (loan->state) {
    case STATE_RESERVED:
    case STATE_READY:
    case STATE_UNCLAIMED:
        return TAB_OUT;
    case STATE_OUT:
        return TAB_BACK;
    default:
        return TAB_CHECK;
    }
}

static void count(struct staff_today *today)
{
    for (int tab = 0; tab < TAB_COUNT; tab++) {
        today->counts[tab] = 0;
    }
    for (int i = 0; i < today->loans.count; i++) {
        today->counts[tab_of(&today->loans.lines[i])]++;
    }
    today->counts[TAB_ORDERS] = today->orders.count;
    today->counts[TAB_SESSIONS] = today->session_count;
    today->counts[TAB_AWAY] = today->away.count;
}

/* Opens on the first list that has something in it. */
static void choose_tab(struct staff_today *today)
{
    int tab = 0;
    while (tab < TAB_COUNT && today->counts[tab] == 0) {
        tab++;
    }
    today->tab = tab == TAB_COUNT ? TAB_OUT : (enum tab)tab;
    today->is_tab_chosen = true;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_today *today = state;
    enum err err = staff_top_load(visit, &today->top);
    if (err == ERR_OK) {
        err = queue_today_loans(visit->db, visit->rows, &today->loans);
    }
    if (err == ERR_OK) {
        err = queue_today_orders(visit->db, visit->rows, &today->orders);
    }
    if (err == ERR_OK) {
        err = queue_today_sessions(visit->db, visit->rows, &today->sessions, &today->session_count,
                                   &today->is_more_sessions);
    }
    if (err == ERR_OK) {
        err = copy_tasks_list(visit->db, visit->rows, &today->away);
    }
    if (err == ERR_OK) {
        count(today);
    }
    if (err == ERR_OK && !today->is_tab_chosen) {
        choose_tab(today);
    }
    return err;
}

static void show_tabs(const struct staff_today *today, const struct scene *scene, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    for (int tab = 0; tab < TAB_COUNT; tab++) {
        if (tab == TAB_AWAY && today->tab != TAB_AWAY && today->away.count == 0) {
            continue; /* seldom anything: shown when there is */
        }
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "tab-%d", tab),
                        .command = {DO_TAB, tab},
                        .label = arena_printf(scene->arena, "%s %d", tr(TABS[tab].label),
                                              today->counts[tab]),
                        .color = TABS[tab].color,
                        .is_choice = true,
                        .is_selected = today->tab == (enum tab)tab,
                    });
    }
    ui_end(ui);
}

/* When it is due: "17 h", or since when it should have been. */
static struct ui_pill due_pill(const struct scene *scene, const struct queue_line *loan)
{
    const bool is_back = loan->state == STATE_OUT;
    const int64_t due_s = is_back ? loan->until_s : loan->from_s;
    if (tab_of(loan) == TAB_CHECK) {
        return (struct ui_pill){
            .text = words_under_way(loan->state),
            .tone = UI_CAUTION,
        };
    }
    if (is_back && due_s < scene->now_s) {
        return (struct ui_pill){.text = tr("late"), .tone = UI_TROUBLE};
    }
    return (struct ui_pill){
        .text = dates_time(scene->arena, due_s),
        .tone = loan->state == STATE_READY ? UI_GOOD : UI_NEUTRAL,
    };
}

static void show_loans(const struct staff_today *today, const struct scene *scene, struct ui *ui)
{
    for (int i = 0; i < today->loans.count; i++) {
        const struct queue_line *loan = &today->loans.lines[i];
        if (tab_of(loan) == today->tab) {
            staff_line_row(ui, scene, loan, (struct ui_command){DO_LOAN, loan->request_id},
                           due_pill(scene, loan));
        }
    }
}

static void show_orders(const struct staff_today *today, const struct scene *scene, struct ui *ui)
{
    for (int i = 0; i < today->orders.count; i++) {
        const struct queue_line *line = &today->orders.lines[i];
        staff_line_row(ui, scene, line, (struct ui_command){DO_ORDER, line->request_id},
                       (struct ui_pill){
                           .text = words_under_way(line->state),
                           .tone = UI_NEUTRAL,
                       });
    }
}

static struct ui_pill session_pill(const struct scene *scene, const struct queue_today *session)
{
    if (session->state == STATE_COUNTED) {
        return (struct ui_pill){
            .text = arena_printf(scene->arena, tr("%d came"), session->present),
            .tone = UI_GOOD,
        };
    }
    if (session->state == STATE_HELD) {
        return (struct ui_pill){.text = tr("who came?"), .tone = UI_CAUTION};
    }
    return (struct ui_pill){
        .text = arena_printf(scene->arena, tr("%d expected"), session->expected),
        .tone = UI_NEUTRAL,
    };
}

static void show_sessions(const struct staff_today *today, const struct scene *scene, struct ui *ui)
{
    for (int i = 0; i < today->session_count; i++) {
        const struct queue_today *session = &today->sessions[i];
        ui_list_row(ui, (struct ui_list_row){
                            .id = ui_format(ui, "session-%lld", (long long)session->session_id),
                            .command = {DO_SESSION, session->session_id},
                            .badge_top = dates_badge_weekday(session->starts_s),
                            .badge = dates_badge_day(scene->arena, session->starts_s),
                            .color = UI_BLUE,
                            .title = session->title,
                            .sub = dates_times(scene->arena, session->starts_s, session->ends_s),
                            .pill = session_pill(scene, session),
                        });
    }
}

static void show_away(const struct staff_today *today, const struct scene *scene, struct ui *ui)
{
    for (int i = 0; i < today->away.count; i++) {
        const struct copy_task *task = &today->away.tasks[i];
        staff_line_row(ui, scene, &task->line, (struct ui_command){DO_AWAY, task->line.request_id},
                       (struct ui_pill){.text = words_away(task->why), .tone = UI_CAUTION});
    }
}

static bool is_cut(const struct staff_today *today)
{
    return today->tab == TAB_SESSIONS ? today->is_more_sessions
           : today->tab == TAB_ORDERS ? today->orders.is_more
           : today->tab == TAB_AWAY   ? today->away.is_more
                                      : today->loans.is_more;
}

static void show_list(const struct staff_today *today, const struct scene *scene, struct ui *ui)
{
    if (today->counts[today->tab] == 0) {
        ui_notice(ui, (struct ui_notice){
                          .id = "empty",
                          .tone = UI_GOOD,
                          .text = tr(TABS[today->tab].empty),
                      });
        return;
    }
    ui_begin_card(ui, (struct ui_box){0});
    switch (today->tab) {
    case TAB_ORDERS:
        show_orders(today, scene, ui);
        break;
    case TAB_SESSIONS:
        show_sessions(today, scene, ui);
        break;
    case TAB_AWAY:
        show_away(today, scene, ui);
        break;
    default:
        show_loans(today, scene, ui);
        break;
    }
    ui_end(ui);
    if (is_cut(today)) {
        ui_text(ui, UI_SMALL, tr("There is more than can be shown here: see the desk’s page."));
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_today *today = state;
    common_header(ui, scene, tr("Today"),
                  i18n_capital(scene->arena, dates_long(scene->arena, scene->now_s)));
    staff_top_show(ui, scene, &today->top);
    show_tabs(today, scene, ui);
    ui_begin_scroll(ui, "list", (struct ui_box){.grow = 1});
    show_list(today, scene, ui);
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_today *today = state;
    struct route route;
    if (staff_top_act(visit, &today->top, command, &route)) {
        return route;
    }
    switch (command.verb) {
    case DO_TAB:
        today->tab = (enum tab)command.arg;
        return route_turn();
    case DO_LOAN:
        return route_push(&SCREEN_STAFF_HAND, command.arg);
    case DO_AWAY:
        return route_push(&SCREEN_STAFF_AWAY, command.arg);
    case DO_ORDER:
        return route_push(&SCREEN_STAFF_CARD, command.arg);
    default:
        return route_push(&SCREEN_STAFF_ATTENDANCE, command.arg);
    }
}

const struct screen SCREEN_STAFF_TODAY = {
    .name = "staff-today",
    .state_size = sizeof(struct staff_today),
    .load = load,
    .build = build,
    .act = act,
    .scan = staff_scan,
    .flags = SCREEN_LOCKS,
};
