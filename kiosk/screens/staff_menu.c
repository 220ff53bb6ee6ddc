/* Behind the staff's door: what waits, what today brings, who keeps the desk. */
#include "core/people.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"

enum { DO_QUEUE = 1, DO_TODAY, DO_OPEN, DO_TAKE, DO_LEAVE, DO_CLOSE };

enum { FIRST_SHOWN = 4 };

struct staff_menu {
    struct staff staff;
    int64_t staff_id;
    struct queue_counts counts;
    struct queue_list first; /* of the pile */
    int out, back, sessions; /* of today */
    struct staff_top top;
};

static enum err count_loans(struct visit *visit, struct staff_menu *menu)
{
    struct queue_list list;
    const enum err err = queue_today_loans(visit->db, visit->rows, &list);
    menu->out = 0;
    menu->back = 0;
    for (int i = 0; err == ERR_OK && i < list.count; i++) {
        const enum state state = list.lines[i].state;
        menu->out += state == STATE_RESERVED || state == STATE_READY || state == STATE_UNCLAIMED;
        menu->back += state == STATE_OUT;
    }
    return err;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_menu *menu = state;
    struct queue_today *sessions = NULL;
    bool is_more = false;
    menu->staff_id = visit->actor.staff_id;
    enum err err = people_get_staff(visit->db, menu->staff_id, &menu->staff);
    if (err == ERR_OK) {
        err = staff_top_load(visit, &menu->top);
    }
    if (err == ERR_OK) {
        err = queue_count(visit->db, &menu->counts);
    }
    if (err == ERR_OK) {
        err = queue_page(visit->db, QUEUE_ALL, queue_first(), visit->rows, &menu->first);
    }
    if (err == ERR_OK) {
        err = count_loans(visit, menu);
    }
    return err == ERR_OK
               ? queue_today_sessions(visit->db, visit->rows, &sessions, &menu->sessions, &is_more)
               : err;
}

static const char *waiting_line(const struct staff_menu *menu, const struct scene *scene)
{
    const int waiting = menu->counts.waiting[QUEUE_ALL];
    if (waiting == 0) {
        return tr("Nothing waits");
    }
    const char *text =
        arena_printf(scene->arena, trn("%ld waits", "%ld wait", waiting), (long)waiting);
    return menu->counts.danger == 0
               ? arena_printf(scene->arena, tr("%s, the oldest %s"), text,
                              dates_age(scene->arena, menu->counts.oldest_s))
               : arena_printf(scene->arena, tr("%s, %d for safety"), text, menu->counts.danger);
}

static const char *today_line(const struct staff_menu *menu, const struct scene *scene)
{
    return arena_printf(scene->arena, tr("%d to hand out · %d to take back · %d dates"), menu->out,
                        menu->back, menu->sessions);
}

static void show_tiles(const struct staff_menu *menu, const struct scene *scene, struct ui *ui)
{
    ui_begin_grid(ui, 2, 1, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    ui_tile(ui, (struct ui_tile){
                    .id = "queue",
                    .command = {DO_QUEUE, QUEUE_ALL},
                    .icon = menu->counts.danger > 0 ? UI_ICON_DANGER : UI_ICON_QUEUE,
                    .color = menu->counts.danger > 0 ? UI_BAD : UI_TEAL,
                    .title = tr("Requests waiting"),
                    .sub = waiting_line(menu, scene),
                });
    ui_tile(ui, (struct ui_tile){
                    .id = "today",
                    .command = {DO_TODAY, 0},
                    .icon = UI_ICON_TODAY_CLOCK,
                    .color = UI_BLUE,
                    .title = tr("Today"),
                    .sub = today_line(menu, scene),
                });
    ui_end(ui);
}

static void show_first_rows(const struct staff_menu *menu, const struct scene *scene, struct ui *ui)
{
    for (int i = 0; i < menu->first.count && i < FIRST_SHOWN; i++) {
        const struct queue_line *line = &menu->first.lines[i];
        staff_line_row(ui, scene, line, (struct ui_command){DO_OPEN, line->request_id},
                       staff_age_pill(scene, line));
    }
}

/* The first of the pile, one touch away; in landscape as many as fit beside the doors. */
static void show_first(const struct staff_menu *menu, const struct scene *scene, struct ui *ui)
{
    if (menu->first.count == 0) {
        ui_spacer(ui);
    } else if (ui_is_landscape(ui)) {
        ui_begin_card(ui, (struct ui_box){.grow = 1});
        ui_begin_column(ui, (struct ui_box){.grow = 1, .gap_mm = -1, .sheds = true});
        show_first_rows(menu, scene, ui);
        ui_end(ui);
        ui_end(ui);
    } else {
        ui_begin_scroll(ui, "first", (struct ui_box){.grow = 1});
        ui_begin_card(ui, (struct ui_box){0});
        show_first_rows(menu, scene, ui);
        ui_end(ui);
        ui_end(ui);
    }
}

static bool is_at_desk(const struct staff_menu *menu, const struct scene *scene)
{
    for (int i = 0; i < scene->house.name_count; i++) {
        if (scene->house.staff_ids[i] == menu->staff_id) {
            return true;
        }
    }
    return false;
}

static void show_desk(const struct staff_menu *menu, const struct scene *scene, struct ui *ui)
{
    const bool is_here = is_at_desk(menu, scene);
    const bool is_running = scene->house.until_s != 0;
    ui_begin_column(ui, (struct ui_box){0});
    ui_button(ui, (struct ui_button){
                      .id = is_here ? "leave" : "take",
                      .command = {is_here ? DO_LEAVE : DO_TAKE, 0},
                      .label = is_here ? tr("I leave the desk") : tr("I take the desk"),
                      .sub = is_here ? tr("The screen says that nobody is there")
                                     : tr("The screen says “open”"),
                      .icon = is_here ? UI_ICON_AWAY : UI_ICON_DESK,
                      .look = is_here ? UI_OUTLINED : UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "close",
                      .command = {is_running ? DO_CLOSE : 0, 0},
                      .label = tr("Close today…"),
                      .sub = is_running ? tr("Promised answers move, everyone is told")
                                        : tr("Outside opening hours"),
                      .icon = UI_ICON_EVENT_BUSY,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = !is_running,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "lock",
                      .command = {SHARED_END, 0},
                      .label = tr("Lock"),
                      .sub = tr("By itself when nobody touches"),
                      .icon = UI_ICON_LOCK,
                      .size = UI_MAIN_BUTTON,
                  });
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_menu *menu = state;
    ui_header(ui, (struct ui_header){
                      .title = arena_printf(scene->arena, tr("Hello %s"), menu->staff.first_name),
                      .sub = common_house_line(scene),
                      .clock = dates_clock(scene->arena, scene->now_s),
                      .back = {SHARED_END, 0},
                  });
    if (ui_is_landscape(ui)) {
        ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
        ui_begin_column(ui, (struct ui_box){.grow = 1});
        show_tiles(menu, scene, ui);
        show_desk(menu, scene, ui);
        ui_end(ui);
        ui_begin_column(ui, (struct ui_box){.grow = 1});
        staff_top_show(ui, scene, &menu->top);
        show_first(menu, scene, ui);
        ui_end(ui);
        ui_end(ui);
    } else {
        staff_top_show(ui, scene, &menu->top);
        show_tiles(menu, scene, ui);
        show_first(menu, scene, ui);
        show_desk(menu, scene, ui);
    }
}

static struct route keep_desk(struct visit *visit, int verb)
{
    const int64_t staff_id = visit->actor.staff_id;
    const enum err err = verb == DO_TAKE ? house_take_desk(visit->db, staff_id)
                                         : house_leave_desk(visit->db, staff_id);
    /* Ended meanwhile by a closing: what was wanted is so. */
    return staff_route(visit, err == ERR_NOT_FOUND ? ERR_OK : err, route_reload(), route_reload());
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_menu *menu = state;
    struct route route;
    if (staff_top_act(visit, &menu->top, command, &route)) {
        return route;
    }
    switch (command.verb) {
    case DO_QUEUE:
        return route_push(&SCREEN_STAFF_QUEUE, command.arg);
    case DO_OPEN:
        return route_push(&SCREEN_STAFF_CARD, command.arg);
    case DO_TODAY:
        return route_push(&SCREEN_STAFF_TODAY, 0);
    case DO_CLOSE:
        return route_push(&SCREEN_STAFF_CLOSE, 0);
    default:
        return keep_desk(visit, command.verb);
    }
}

const struct screen SCREEN_STAFF_MENU = {
    .name = "staff-menu",
    .state_size = sizeof(struct staff_menu),
    .load = load,
    .build = build,
    .act = act,
    .scan = staff_scan,
    .flags = SCREEN_LOCKS | SCREEN_ENDS,
};
