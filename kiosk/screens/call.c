/* "Appeler": the desk rings, or who will be there and when. Within the opening hours it rings even
 * if nobody took the desk yet: somebody may be in the house. */
#include "screens/call.h"

#include "base/clock.h"
#include "core/calls.h"
#include "core/partners.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/medal.h"
#include "screens/words_help.h"

static const char *const REASONS[CALL_REASON_COUNT] = {
    [CALL_HELP] = "help",
    [CALL_SAFETY] = "safety",
    [CALL_GUEST_LIMIT] = "guest_limit",
    [CALL_WISH] = "wish",
};

struct call_state {
    enum call_reason reason;
    enum err err;    /* of ringing */
    int64_t call_id; /* 0: it does not ring */
    struct call_answer answer;
    bool has_next;
    struct call_next next;
    struct oncall_line lines[ONCALL_MAX];
    int line_count;
};

static bool may_ring(const struct house_status *house)
{
    return house->state == HOUSE_OPEN || house->state == HOUSE_EXPECTED ||
           house->state == HOUSE_LATE;
}

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct call_state *s = state;
    s->reason = (enum call_reason)arg;
    if (may_ring(&visit->scene.house)) {
        s->err = calls_ring(visit->db, REASONS[s->reason], &s->call_id);
    }
}

static enum err load(void *state, struct visit *visit)
{
    struct call_state *s = state;
    enum err err = s->err;
    if (err == ERR_OK && s->call_id != 0) {
        err = calls_read_answer(visit->db, s->call_id, &s->answer);
    }
    if (err == ERR_OK && s->call_id == 0) {
        const enum err next = calls_who_is_next(visit->db, clock_now_s(), &s->next);
        s->has_next = next == ERR_OK;
        err = next == ERR_NOT_FOUND || next == ERR_CLOCK ? ERR_OK : next;
    }
    if (err == ERR_OK) {
        const enum err lines = oncall_lines(visit->db, visit->rows, s->lines, &s->line_count);
        err = lines == ERR_FULL ? ERR_OK : lines;
    }
    return err;
}

struct message {
    enum ui_tone tone;
    enum ui_icon icon;
    const char *title, *text;
};

static struct message ringing(const struct call_state *s, const struct scene *scene, struct ui *ui)
{
    const struct house_status *house = &scene->house;
    if (s->answer.answered_at_s != 0) {
        return (struct message){UI_GOOD, UI_ICON_CHECK_CIRCLE,
                                ui_format(ui, tr("%s is coming."), s->answer.first_name),
                                tr("Stay near the screen, please.")};
    }
    if (house->name_count > 0) {
        return (struct message){
            UI_CAUTION, UI_ICON_CALL, tr("It rings at the desk…"),
            ui_format(ui, tr("%s hears it and comes as soon as possible."), house->names[0])};
    }
    return (struct message){UI_CAUTION, UI_ICON_CALL, tr("It rings in the house…"),
                            tr("Nobody has taken the desk yet: somebody may take a moment.")};
}

static struct message closed(const struct call_state *s, const struct scene *scene, struct ui *ui)
{
    if (!s->has_next) {
        return (struct message){UI_NEUTRAL, UI_ICON_CLOCK, tr("Nobody is at the desk now."),
                                tr("The next opening is not known yet.")};
    }
    const char *when = dates_moment(scene->arena, s->next.from_s);
    return (struct message){
        UI_NEUTRAL, UI_ICON_CLOCK, tr("Nobody is at the desk now."),
        s->next.first_name[0] == '\0'
            ? ui_format(ui, tr("The conciergerie opens %s."), when)
            : ui_format(ui, tr("%s will be there %s."), s->next.first_name, when)};
}

static void show_message(struct ui *ui, struct message message)
{
    static const enum ui_color COLORS[] = {
        [UI_NEUTRAL] = UI_TEAL, [UI_GOOD] = UI_OK, [UI_CAUTION] = UI_WARN, [UI_TROUBLE] = UI_BAD};
    ui_begin_card(ui, (struct ui_box){.grow = 1, .align = UI_CENTER, .justify = UI_CENTER});
    medal_show(ui, (struct medal){.icon = message.icon, .color = COLORS[message.tone]});
    ui_space(ui, 4);
    ui_label(ui, (struct ui_label){.id = "call-title",
                                   .text = message.title,
                                   .style = UI_TITLE,
                                   .align = UI_CENTER,
                                   .is_status = true});
    ui_label(ui,
             (struct ui_label){
                 .id = "call-text", .text = message.text, .style = UI_BODY, .align = UI_CENTER});
    ui_end(ui);
}

static void show_line(struct ui *ui, const char *id, enum ui_icon icon, const char *phone,
                      const char *text)
{
    ui_fact(ui, (struct ui_fact){.id = id,
                                 .icon = icon,
                                 .color = UI_BAD,
                                 .bold = phone,
                                 .text = ui_format(ui, " · %s", text)});
}

static void show_emergency(const struct call_state *s, struct ui *ui)
{
    ui_text(ui, UI_HEADING, tr("In an emergency, do not wait"));
    ui_begin_card(ui, (struct ui_box){0});
    show_line(ui, "line-112", UI_ICON_PHONE, "112", tr("fire brigade, ambulance, police"));
    show_line(ui, "line-114", UI_ICON_MESSAGE, "114",
              tr("the same by text message, if you cannot hear or speak"));
    for (int i = 0; i < s->line_count; i++) {
        show_line(ui, ui_format(ui, "line-%d", i + 1), UI_ICON_PHONE, s->lines[i].phone,
                  s->lines[i].label);
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct call_state *s = state;
    const bool is_answered = s->answer.answered_at_s != 0;
    common_header(ui, scene, tr("Call the conciergerie"), common_house_line(scene));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    show_message(ui, s->call_id == 0 ? closed(s, scene, ui) : ringing(s, scene, ui));
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    if (!is_answered) {
        show_emergency(s, ui);
    }
    ui_button(
        ui, (struct ui_button){
                .id = "go-on",
                .command = {SHARED_BACK, 0},
                .label = s->call_id == 0 ? tr("Ask on the screen instead") : tr("Go on meanwhile"),
                .icon = UI_ICON_FORWARD,
                .look = UI_FILLED,
                .size = UI_MAIN_BUTTON,
            });
    ui_end(ui);
    ui_end(ui);
}

const struct screen SCREEN_CALL = {
    .name = "call",
    .state_size = sizeof(struct call_state),
    .enter = enter,
    .load = load,
    .build = build,
};
