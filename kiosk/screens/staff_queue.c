/* The pile: what waits, safety first, then the oldest, behind each door or all; and the waiting
 * lists for which something is free. */
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_FILTER = 1, DO_OPEN, DO_MORE, DO_FIRST };

struct staff_queue {
    enum queue_domain domain;
    struct queue_key key;
    bool is_first_page;
    struct queue_counts counts;
    struct queue_list list;
    struct queue_waiting *waiting;
    int waiting_count;
    bool is_more_waiting;
    int64_t staff_id;
    struct staff_top top;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_queue *queue = state;
    queue->domain = (enum queue_domain)arg;
    queue->key = queue_first();
    queue->is_first_page = true;
    queue->staff_id = visit->actor.staff_id;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_queue *queue = state;
    enum err err = staff_top_load(visit, &queue->top);
    if (err == ERR_OK) {
        err = queue_count(visit->db, &queue->counts);
    }
    if (err == ERR_OK) {
        err = queue_page(visit->db, queue->domain, queue->key, visit->rows, &queue->list);
    }
    if (err == ERR_OK) {
        err = queue_waiting_lists(visit->db, visit->rows, &queue->waiting, &queue->waiting_count,
                                  &queue->is_more_waiting);
    }
    return err;
}

static void show_filters(const struct staff_queue *queue, const struct scene *scene, struct ui *ui)
{
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    for (int domain = 0; domain < QUEUE_DOMAIN_COUNT; domain++) {
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "filter-%d", domain),
                        .command = {DO_FILTER, domain},
                        .label = arena_printf(scene->arena, "%s %d",
                                              words_domain((enum queue_domain)domain),
                                              queue->counts.waiting[domain]),
                        .color = words_domain_color((enum queue_domain)domain),
                        .is_choice = true,
                        .is_selected = queue->domain == (enum queue_domain)domain,
                    });
    }
    ui_end(ui);
}

static void show_line(const struct staff_queue *queue, const struct scene *scene, struct ui *ui,
                      const struct queue_line *line)
{
    struct ui_pill pill = staff_age_pill(scene, line);
    if (line->not_staff_id != 0 && line->not_staff_id == queue->staff_id) {
        pill = (struct ui_pill){.text = tr("for a colleague")};
    }
    staff_line_row(ui, scene, line, (struct ui_command){DO_OPEN, line->request_id}, pill);
}

static void show_turn(struct ui *ui, const char *id, int verb, const char *label, enum ui_icon icon)
{
    ui_button(ui, (struct ui_button){
                      .id = id,
                      .command = {verb, 0},
                      .label = label,
                      .icon = icon,
                  });
}

static void show_lines(const struct staff_queue *queue, const struct scene *scene, struct ui *ui)
{
    if (queue->list.count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .id = "empty",
                          .tone = UI_GOOD,
                          .text = tr("Nothing waits here. Today’s hand-outs and returns are under "
                                     "“Today”."),
                      });
        return;
    }
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < queue->list.count; i++) {
        show_line(queue, scene, ui, &queue->list.lines[i]);
    }
    ui_end(ui);
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    if (!queue->is_first_page) {
        show_turn(ui, "first", DO_FIRST, tr("Back to the first"), UI_ICON_UP);
    }
    if (queue->list.is_more) {
        show_turn(ui, "more", DO_MORE, tr("The following ones"), UI_ICON_DOWN);
    }
    ui_end(ui);
}

static void show_waiting(const struct staff_queue *queue, const struct scene *scene, struct ui *ui)
{
    if (queue->waiting_count == 0) {
        return;
    }
    ui_begin_card(ui, (struct ui_box){0});
    ui_text(ui, UI_HEADING, tr("Waiting lists: something is free"));
    for (int i = 0; i < queue->waiting_count; i++) {
        const struct queue_waiting *row = &queue->waiting[i];
        staff_line_row(
            ui, scene, &row->line, (struct ui_command){DO_OPEN, row->line.request_id},
            (struct ui_pill){
                .text = arena_printf(scene->arena, trn("%ld free", "%ld free", row->free),
                                     (long)row->free),
                .tone = UI_GOOD,
            });
    }
    ui_end(ui);
    if (queue->is_more_waiting) {
        ui_text(ui, UI_SMALL, tr("There are more lists than can be shown here."));
    }
}

static const char *oldest(const struct staff_queue *queue, const struct scene *scene)
{
    return queue->counts.oldest_s == 0
               ? NULL
               : arena_printf(scene->arena, tr("The oldest was asked %s"),
                              dates_age(scene->arena, queue->counts.oldest_s));
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_queue *queue = state;
    common_header(ui, scene, tr("Requests waiting"), oldest(queue, scene));
    staff_top_show(ui, scene, &queue->top);
    show_filters(queue, scene, ui);
    ui_begin_scroll(ui, "pile", (struct ui_box){.grow = 1});
    show_lines(queue, scene, ui);
    show_waiting(queue, scene, ui);
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_queue *queue = state;
    struct route route;
    if (staff_top_act(visit, &queue->top, command, &route)) {
        return route;
    }
    switch (command.verb) {
    case DO_FILTER:
        queue->domain = (enum queue_domain)command.arg;
        queue->key = queue_first();
        queue->is_first_page = true;
        return route_turn();
    case DO_MORE:
        queue->key = queue_after(&queue->list.lines[queue->list.count - 1]);
        queue->is_first_page = false;
        return route_turn();
    case DO_FIRST:
        queue->key = queue_first();
        queue->is_first_page = true;
        return route_turn();
    default:
        return route_push(&SCREEN_STAFF_CARD, command.arg);
    }
}

const struct screen SCREEN_STAFF_QUEUE = {
    .name = "staff-queue",
    .state_size = sizeof(struct staff_queue),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .scan = staff_scan,
    .flags = SCREEN_LOCKS,
};
