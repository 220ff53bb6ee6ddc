/* Who came: each booking present, absent or excused; who came without booking; then it is complete.
 * Household and ticket numbers, never names. */
#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_MARK = 1, DO_ALL, DO_WALK_IN, DO_ADULTS, DO_CHILDREN, DO_ADD, DO_LIST, DO_COUNT };

enum { WALK_INS_MAX = 9 };

struct staff_attendance {
    int64_t session_id;
    struct queue_card session; /* of the session itself */
    struct queue_list list;
    bool is_adding; /* people who came without booking */
    int adults, children;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_attendance *screen = state;
    (void)visit;
    screen->session_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_attendance *screen = state;
    const enum err err =
        queue_card(visit->db, screen->session_id, &visit->actor, visit->rows, &screen->session);
    return err != ERR_OK
               ? err
               : queue_attendance(visit->db, screen->session_id, visit->rows, &screen->list);
}

static bool has_begun(const struct staff_attendance *screen, const struct scene *scene)
{
    return scene->now_s >= screen->session.starts_s;
}

static const struct {
    enum verb verb;
    enum state state;
    enum ui_color color;
} MARKS[] = {
    {VERB_MARK_PRESENT, STATE_PRESENT, UI_OK},
    {VERB_MARK_ABSENT, STATE_ABSENT, UI_BAD},
    {VERB_MARK_EXCUSED, STATE_EXCUSED, UI_WARN},
};
enum { MARK_COUNT = 3 };

/* Excused is possible before it begins, present and absent are not. */
static void show_marks(struct ui *ui, const struct queue_line *line, int i, bool has_begun_now)
{
    for (int mark = 0; mark < MARK_COUNT; mark++) {
        const struct staff_verb *words = words_verb(KIND_BOOKING, line->state, MARKS[mark].verb);
        const bool is_on = line->state == MARKS[mark].state;
        const bool may = !is_on && (has_begun_now || MARKS[mark].verb == VERB_MARK_EXCUSED);
        ui_chip(ui, (struct ui_button){
                        .id = ui_format(ui, "mark-%lld-%d", (long long)line->request_id, mark),
                        .command = {may ? DO_MARK : 0, (int64_t)i * MARK_COUNT + mark},
                        .label = tr(words->label),
                        .color = MARKS[mark].color,
                        .is_choice = true,
                        .is_selected = is_on,
                        .is_disabled = !may && !is_on,
                    });
    }
}

static void show_booking(const struct staff_attendance *screen, const struct scene *scene,
                         struct ui *ui, int i)
{
    const struct queue_line *line = &screen->list.lines[i];
    const double gap_mm = theme_mm(ui_theme_of(ui), UI_GAP_SMALL);
    if (i > 0) {
        ui_divider(ui);
    }
    ui_begin_split(ui, (struct ui_box){.pad_mm = gap_mm,
                                       .gap_mm = gap_mm,
                                       .align = ui_is_landscape(ui) ? UI_CENTER : UI_NATURAL});
    ui_label(ui, (struct ui_label){
                     .text = arena_printf(scene->arena, "%s · %s",
                                          i18n_capital(scene->arena, words_line_who(scene, line)),
                                          common_people(scene, line->adults, line->children)),
                     .style = UI_BOLD,
                     .is_private = true,
                     .grow = 1,
                 });
    ui_begin_row(ui, (struct ui_box){.gap_mm = gap_mm,
                                     .grow = 1,
                                     .justify = ui_is_landscape(ui) ? UI_FAR : UI_NATURAL});
    show_marks(ui, line, i, has_begun(screen, scene));
    ui_end(ui);
    ui_end(ui);
}

static void show_list(const struct staff_attendance *screen, const struct scene *scene,
                      struct ui *ui)
{
    if (screen->list.count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .id = "empty",
                          .text = tr("Nobody has booked. Whoever comes can be added below."),
                      });
        return;
    }
    ui_begin_card(ui, (struct ui_box){.gap_mm = -1});
    for (int i = 0; i < screen->list.count; i++) {
        show_booking(screen, scene, ui, i);
    }
    ui_end(ui);
}

static void show_walk_in(const struct staff_attendance *screen, const struct scene *scene,
                         struct ui *ui)
{
    const int party = screen->adults + screen->children;
    ui_text(ui, UI_HEADING, tr("Came without booking"));
    ui_stepper(ui, (struct ui_stepper){
                       .id = "adults",
                       .label = tr("Adults"),
                       .value = screen->adults,
                       .max = WALK_INS_MAX,
                       .less = {DO_ADULTS, -1},
                       .more = {DO_ADULTS, 1},
                   });
    ui_stepper(ui, (struct ui_stepper){
                       .id = "children",
                       .label = tr("Children"),
                       .value = screen->children,
                       .max = WALK_INS_MAX,
                       .less = {DO_CHILDREN, -1},
                       .more = {DO_CHILDREN, 1},
                   });
    ui_button(ui,
              (struct ui_button){
                  .id = "add",
                  .command = {party > 0 ? DO_ADD : 0, 0},
                  .label = tr("Add them"),
                  .sub = party > 0 ? common_people(scene, screen->adults, screen->children) : NULL,
                  .icon = UI_ICON_CHECK,
                  .look = UI_FILLED,
                  .color = UI_BLUE,
                  .size = UI_MAIN_BUTTON,
                  .is_disabled = party == 0,
              });
}

/* How many who hold a seat were not marked yet. */
static int unmarked(const struct staff_attendance *screen)
{
    int count = 0;
    for (int i = 0; i < screen->list.count; i++) {
        const enum state state = screen->list.lines[i].state;
        count += state == STATE_CONFIRMED || state == STATE_TO_RECONFIRM;
    }
    return count;
}

static int people_present(const struct staff_attendance *screen)
{
    int people = 0;
    for (int i = 0; i < screen->list.count; i++) {
        const struct queue_line *line = &screen->list.lines[i];
        people += line->state == STATE_PRESENT ? line->adults + line->children : 0;
    }
    return people;
}

static void show_actions(const struct staff_attendance *screen, const struct scene *scene,
                         struct ui *ui)
{
    const bool may = has_begun(screen, scene) && screen->session.line.state != STATE_COUNTED;
    ui_begin_row(ui, (struct ui_box){.equal = true, .align = UI_STRETCH});
    ui_button(ui, (struct ui_button){
                      .id = "all",
                      .command = {may && unmarked(screen) > 0 ? DO_ALL : 0, 0},
                      .label = tr("All others are here"),
                      .icon = UI_ICON_CHECK,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = !may || unmarked(screen) == 0,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "walk-in",
                      .command = {may ? DO_WALK_IN : 0, 0},
                      .label = tr("Came without booking"),
                      .icon = UI_ICON_GROUP_ADD,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = !may,
                  });
    ui_end(ui);
    if (screen->session.line.state == STATE_HELD) {
        ui_button(ui, (struct ui_button){
                          .id = "count",
                          .command = {unmarked(screen) == 0 ? DO_COUNT : 0, 0},
                          .label = tr("Attendance is complete"),
                          .sub = unmarked(screen) == 0 ? arena_printf(scene->arena, tr("%d came"),
                                                                      people_present(screen))
                                                       : tr("once everyone is marked"),
                          .icon = UI_ICON_CHECK,
                          .look = UI_FILLED,
                          .color = UI_BLUE,
                          .size = UI_MAIN_BUTTON,
                          .is_disabled = unmarked(screen) != 0,
                      });
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_attendance *screen = state;
    const struct queue_card *session = &screen->session;
    const int back = screen->is_adding ? DO_LIST : SHARED_BACK;
    common_header_back(ui, scene, session->line.title,
                       arena_printf(scene->arena, "%s · %s",
                                    dates_long(scene->arena, session->starts_s),
                                    dates_times(scene->arena, session->starts_s, session->ends_s)),
                       (struct ui_command){back, 0});
    if (screen->is_adding) {
        show_walk_in(screen, scene, ui);
        return;
    }
    ui_text(ui, UI_TITLE, tr("Who came?"));
    if (!has_begun(screen, scene)) {
        ui_text(ui, UI_SMALL,
                arena_printf(scene->arena, tr("It begins %s. Until then, only “excused”."),
                             dates_moment(scene->arena, session->starts_s)));
    }
    ui_begin_scroll(ui, "bookings", (struct ui_box){.grow = 1});
    show_list(screen, scene, ui);
    ui_end(ui);
    show_actions(screen, scene, ui);
}

static enum err mark_one(struct visit *visit, const struct queue_line *line, enum verb verb)
{
    struct outcome outcome;
    struct move move = move_make(line->request_id, verb, visit->actor);
    move.expected_no = line->no;
    return request_move(visit->db, &move, &outcome);
}

/* All or none: one transaction. */
static enum err mark_all(const struct staff_attendance *screen, struct visit *visit)
{
    enum err err = house_begin(visit->db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    for (int i = 0; err == ERR_OK && i < screen->list.count; i++) {
        const struct queue_line *line = &screen->list.lines[i];
        if (line->state == STATE_CONFIRMED || line->state == STATE_TO_RECONFIRM) {
            err = mark_one(visit, line, VERB_MARK_PRESENT);
        }
    }
    return db_end(visit->db, err);
}

static enum err add_walk_in(struct staff_attendance *screen, struct visit *visit)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_BOOKING, VERB_WALK_IN, visit->actor);
    ask.terms = (struct terms){
        .session_id = screen->session_id,
        .from_s = screen->session.starts_s,
        .until_s = screen->session.ends_s,
        .adults = screen->adults,
        .children = screen->children,
    };
    ask.channel = "desk";
    ask.lang = visit->scene.lang;
    const enum err err = request_ask(visit->db, &ask, &receipt);
    screen->is_adding = err != ERR_OK;
    return err;
}

static int within(int value)
{
    return value < 0 ? 0 : value > WALK_INS_MAX ? WALK_INS_MAX : value;
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_attendance *screen = state;
    enum err err = ERR_OK;
    switch (command.verb) {
    case DO_MARK:
        err = mark_one(visit, &screen->list.lines[command.arg / MARK_COUNT],
                       MARKS[command.arg % MARK_COUNT].verb);
        break;
    case DO_ALL:
        err = mark_all(screen, visit);
        break;
    case DO_WALK_IN:
        screen->is_adding = true;
        screen->adults = 1;
        screen->children = 0;
        return route_stay();
    case DO_ADULTS:
        screen->adults = within(screen->adults + (int)command.arg);
        return route_stay();
    case DO_CHILDREN:
        screen->children = within(screen->children + (int)command.arg);
        return route_stay();
    case DO_ADD:
        err = add_walk_in(screen, visit);
        break;
    case DO_LIST:
        screen->is_adding = false;
        return route_stay();
    default:
        err = mark_one(visit, &screen->session.line, VERB_COUNT_IN);
        break;
    }
    return staff_route(visit, err, route_reload(), route_reload());
}

const struct screen SCREEN_STAFF_ATTENDANCE = {
    .name = "staff-attendance",
    .state_size = sizeof(struct staff_attendance),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_LOCKS,
};
