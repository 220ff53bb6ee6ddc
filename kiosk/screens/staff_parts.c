#include "screens/staff_parts.h"

#include "base/text.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words_staff.h"

enum err staff_top_load(struct visit *visit, struct staff_top *top)
{
    enum err err = calls_list_ringing(visit->db, top->calls, &top->call_count);
    if (err == ERR_OK) {
        err = queue_recent(visit->db, visit->actor.staff_id, visit->rows, &top->decisions,
                           &top->decision_count);
    }
    return err;
}

/* Landscape keeps its height for the lists below. */
static double top_pad_mm(const struct ui *ui)
{
    return theme_mm(ui_theme_of(ui), ui_is_landscape(ui) ? UI_GAP_SMALL : UI_GAP);
}

static void show_call(struct ui *ui, const struct scene *scene, const struct call *call)
{
    ui_begin_row(ui, (struct ui_box){.fill = UI_WARN_TINT,
                                     .edge = UI_WARN,
                                     .pad_x_mm = theme_mm(ui_theme_of(ui), UI_GAP),
                                     .pad_y_mm = top_pad_mm(ui),
                                     .radius_mm = theme_mm(ui_theme_of(ui), UI_CORNER)});
    ui_icon_show(ui, UI_ICON_CALL, UI_ICON_MEDIUM, UI_WARN);
    ui_label(ui, (struct ui_label){
                     .text = arena_printf(scene->arena, tr("Somebody called %s"),
                                          dates_age(scene->arena, call->called_at_s)),
                     .style = UI_BOLD,
                     .is_status = true,
                     .grow = 1,
                 });
    ui_button(ui, (struct ui_button){
                      .id = ui_format(ui, "call-%lld", (long long)call->id),
                      .command = {STAFF_ANSWER_CALL, call->id},
                      .label = tr("I am coming"),
                      .icon = UI_ICON_WALK,
                      .look = UI_FILLED,
                      .color = UI_WARN,
                  });
    ui_end(ui);
}

void staff_undo_button(struct ui *ui, struct ui_command command)
{
    ui_button(ui, (struct ui_button){
                      .id = "undo",
                      .command = command,
                      .label = tr("Take my decision back"),
                      .icon = UI_ICON_UNDO,
                  });
}

static void show_last(struct ui *ui, const struct scene *scene, const struct staff_top *top)
{
    const struct queue_decision *last = &top->decisions[0];
    const double gap_mm = theme_mm(ui_theme_of(ui), UI_GAP);
    ui_begin_card(ui, (struct ui_box){.pad_x_mm = gap_mm, .pad_y_mm = top_pad_mm(ui)});
    if (ui_is_landscape(ui)) { /* on one line if there is room */
        ui_begin_row(ui, (struct ui_box){.gap_mm = gap_mm, .wrap = true});
    } else {
        ui_begin_column(ui, (struct ui_box){.gap_mm = gap_mm});
    }
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_rich(ui, arena_printf(scene->arena, "%s", words_done(last->line.kind, last->verb)),
            arena_printf(scene->arena, " · %s · %s", words_line_title(scene, &last->line),
                         words_line_who(scene, &last->line)));
    ui_end(ui);
    ui_begin_row(ui, (struct ui_box){.wrap = true});
    staff_undo_button(ui, (struct ui_command){STAFF_UNDO_LAST, 0});
    if (top->decision_count > 1) {
        ui_button(ui, (struct ui_button){
                          .id = "recent",
                          .command = {STAFF_RECENT, 0},
                          .label = tr("My last decisions"),
                          .icon = UI_ICON_HISTORY,
                          .look = UI_QUIET,
                      });
    }
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

void staff_top_show(struct ui *ui, const struct scene *scene, const struct staff_top *top)
{
    for (int i = 0; i < top->call_count; i++) {
        show_call(ui, scene, &top->calls[i]);
    }
    if (top->decision_count > 0) {
        show_last(ui, scene, top);
    }
}

static struct route answer_call(struct visit *visit, int64_t call_id)
{
    const enum err err = calls_answer(visit->db, call_id, visit->actor.staff_id);
    return staff_route(visit, err == ERR_NOT_FOUND ? ERR_OK : err, route_reload(), route_reload());
}

bool staff_top_act(struct visit *visit, const struct staff_top *top, struct ui_command command,
                   struct route *route)
{
    switch (command.verb) {
    case STAFF_ANSWER_CALL:
        *route = answer_call(visit, command.arg);
        return true;
    case STAFF_UNDO_LAST:
        *route = staff_undo(visit, top->decisions[0].line.request_id, top->decisions[0].line.no);
        return true;
    case STAFF_RECENT:
        *route = route_push(&SCREEN_STAFF_RECENT, 0);
        return true;
    default:
        return false;
    }
}

static const char *offer_title(const struct scene *scene, const struct queue_offer *offer)
{
    return offer->copy_number == 0
               ? i18n_capital(scene->arena, dates_long_time(scene->arena, offer->terms.from_s))
               : arena_printf(scene->arena, tr("no. %d, %s"), offer->copy_number,
                              words_days(scene, offer->terms.from_s, offer->terms.until_s));
}

void staff_offer_row(struct ui *ui, const struct scene *scene, const struct queue_offer *offer,
                     struct ui_command command)
{
    struct arena *arena = scene->arena;
    const bool is_session = offer->copy_number == 0;
    ui_list_row(ui, (struct ui_list_row){
                        .id = ui_format(ui, "offer-%lld", (long long)command.arg),
                        .command = command,
                        .badge_top = dates_badge_weekday(offer->terms.from_s),
                        .badge = dates_badge_day(arena, offer->terms.from_s),
                        .color = is_session ? UI_BLUE : UI_UMBER,
                        .title = offer_title(scene, offer),
                        .sub = is_session ? NULL
                                          : arena_printf(arena, tr("pick-up %s"),
                                                         dates_moment(arena, offer->terms.from_s)),
                        .pill = {.text = is_session ? arena_printf(arena,
                                                                   trn("%ld seat", "%ld seats",
                                                                       offer->seats_left),
                                                                   (long)offer->seats_left)
                                                    : NULL,
                                 .tone = UI_GOOD},
                    });
}

struct ui_pill staff_age_pill(const struct scene *scene, const struct queue_line *line)
{
    if (line->is_danger) {
        return (struct ui_pill){.text = tr("safety"), .tone = UI_TROUBLE};
    }
    const bool is_late = line->answer_by_s != 0 && scene->now_s > line->answer_by_s;
    return (struct ui_pill){
        .text = dates_age(scene->arena, line->rank_s),
        .tone = is_late ? UI_CAUTION : UI_NEUTRAL,
    };
}

void staff_line_row(struct ui *ui, const struct scene *scene, const struct queue_line *line,
                    struct ui_command command, struct ui_pill pill)
{
    const char *household = words_line_who(scene, line);
    const char *who = household[0] != '\0' ? household : words_line_kind(line); /* an organiser's */
    const char *when = words_line_when(scene, line);
    const char *between = when[0] != '\0' ? " · " : "";
    ui_list_row(
        ui, (struct ui_list_row){
                .id = ui_format(ui, "request-%lld", (long long)line->request_id),
                .command = command,
                .icon = line->is_danger ? UI_ICON_DANGER : words_line_icon(line),
                .color = line->is_danger ? UI_BAD : words_domain_color(queue_domain_of(line->kind)),
                .title = words_line_title(scene, line),
                .sub = arena_printf(scene->arena, "%s%s%s", who, between, when),
                .pill = pill,
                .is_private = true,
            });
}

struct route staff_route(struct visit *visit, enum err err, struct route done, struct route seen)
{
    switch (err) {
    case ERR_OK:
        return done;
    case ERR_CONFLICT:
    case ERR_DENIED:
    case ERR_FULL:
        return seen;
    default:
        return route_trouble(visit, TROUBLE_PROGRAM, err);
    }
}

struct route staff_undo(struct visit *visit, int64_t request_id, int no)
{
    struct outcome outcome;
    const enum err err = loan_desk_undo(visit->db, request_id, no, visit->actor, &outcome);
    return staff_route(visit, err, route_reload(), route_reload());
}

static bool is_at_counter(const struct request *request)
{
    const bool is_before = request->state == STATE_ASKED || request->state == STATE_WAITLISTED ||
                           request->state == STATE_OFFERED ||
                           request->state == STATE_COUNTER_PROPOSED;
    return request->kind == KIND_LOAN && !request->is_ended && !is_before;
}

struct route staff_scan(void *state, struct visit *visit, const char *code)
{
    int64_t request_id = 0;
    struct request request;
    (void)state;
    if (!text_has_prefix(code, "T1")) {
        return route_stay(); /* a card makes nobody known here */
    }
    enum err err = ticket_find_token(visit->db, code, &request_id);
    if (err != ERR_OK) {
        return route_trouble(visit, TROUBLE_TICKET, err);
    }
    err = request_load(visit->db, request_id, &request);
    if (err != ERR_OK) {
        return route_trouble(visit, TROUBLE_TICKET, err);
    }
    return route_push(is_at_counter(&request) ? &SCREEN_STAFF_HAND : &SCREEN_STAFF_CARD,
                      request_id);
}
