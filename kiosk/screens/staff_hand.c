/* At the counter: a thing goes out or comes back, part by part, with its deposit. */
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "i18n/money.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words.h"
#include "screens/words_staff.h"

enum { DO_PART = 1, DO_DEPOSIT, DO_ODD, DO_MAIN, DO_VERB };

struct staff_hand {
    int64_t loan_id;
    int seen_no;
    bool parts[LOAN_PARTS_MAX]; /* ticked */
    bool has_deposit;
    bool is_odd;
    struct loan_desk desk;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_hand *hand = state;
    (void)visit;
    hand->loan_id = arg;
}

static bool is_going_out(const struct staff_hand *hand)
{
    const enum state state = hand->desk.line.state;
    return state == STATE_RESERVED || state == STATE_READY || state == STATE_UNCLAIMED;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_hand *hand = state;
    const enum err err = loan_desk_load(visit->db, hand->loan_id, visit->rows, &hand->desk);
    if (err == ERR_OK && hand->seen_no != hand->desk.line.no) {
        /* Nothing is ticked beforehand: each part is looked at. */
        hand->seen_no = hand->desk.line.no;
        for (int i = 0; i < hand->desk.part_count; i++) {
            hand->parts[i] = false;
        }
        hand->has_deposit = false;
        hand->is_odd = false;
    }
    return err;
}

static void show_tick(struct ui *ui, const char *id, struct ui_command command, const char *label,
                      bool is_ticked, enum ui_color color)
{
    ui_button(ui, (struct ui_button){
                      .id = id,
                      .command = command,
                      .label = label,
                      .icon = is_ticked ? UI_ICON_CHECK_CIRCLE : UI_ICON_RADIO_OFF,
                      .color = color,
                      .is_choice = true,
                      .is_selected = is_ticked,
                  });
}

/* On the way out all parts are shown, on the way back those that went. */
static void show_parts(const struct staff_hand *hand, struct ui *ui)
{
    int shown = 0;
    for (int i = 0; i < hand->desk.part_count; i++) {
        shown += is_going_out(hand) || hand->desk.parts[i].is_out;
    }
    if (shown == 0) {
        return;
    }
    ui_text(ui, UI_HEADING, is_going_out(hand) ? tr("What goes with it?") : tr("What came back?"));
    ui_begin_grid(ui, 2, 2, (struct ui_box){0});
    for (int i = 0; i < hand->desk.part_count; i++) {
        if (is_going_out(hand) || hand->desk.parts[i].is_out) {
            show_tick(ui, ui_format(ui, "part-%d", i), (struct ui_command){DO_PART, i},
                      hand->desk.parts[i].label, hand->parts[i], UI_UMBER);
        }
    }
    ui_end(ui);
}

static int64_t deposit_cents(const struct staff_hand *hand)
{
    return is_going_out(hand) ? hand->desk.deposit_cents : hand->desk.held_cents;
}

static void show_deposit(const struct staff_hand *hand, const struct scene *scene, struct ui *ui)
{
    const int64_t cents = deposit_cents(hand);
    if (cents == 0) {
        return;
    }
    const char *euros = money_euros(scene->arena, cents);
    ui_text(ui, UI_HEADING, tr("Deposit"));
    show_tick(ui, "deposit", (struct ui_command){DO_DEPOSIT, 0},
              is_going_out(hand) ? arena_printf(scene->arena, tr("%s taken"), euros)
                                 : arena_printf(scene->arena, tr("%s given back"), euros),
              hand->has_deposit, UI_UMBER);
}

/* Besides its parts. */
static void show_rest(const struct staff_hand *hand, const struct scene *scene, struct ui *ui)
{
    show_deposit(hand, scene, ui);
    if (hand->desk.line.state == STATE_OUT) {
        show_tick(ui, "odd", (struct ui_command){DO_ODD, 0}, tr("Something is not as it was"),
                  hand->is_odd, UI_WARN);
    }
}

static enum verb main_verb(const struct staff_hand *hand)
{
    switch (hand->desk.line.state) {
    case STATE_OUT:
        return loan_desk_back_verb(&hand->desk, hand->parts, hand->is_odd);
    case STATE_LOST:
        return VERB_FIND;
    case STATE_RESERVED:
    case STATE_READY:
    case STATE_UNCLAIMED:
        return VERB_HAND_OUT;
    default:
        return VERB_CLEAR;
    }
}

/* What the main button will do, said before it is touched. */
static const char *main_sub(const struct staff_hand *hand, const struct scene *scene)
{
    const bool keeps = deposit_cents(hand) > 0 && !hand->has_deposit;
    switch (main_verb(hand)) {
    case VERB_HAND_OUT:
        return keeps ? tr("without a deposit")
                     : arena_printf(scene->arena, tr("To say: return %s"),
                                    dates_moment(scene->arena, hand->desk.line.until_s));
    case VERB_TAKE_BACK_TO_CHECK:
        return tr("Something is missing or odd: it is looked at before it is lent again");
    default:
        return keeps ? tr("The deposit stays here") : NULL;
    }
}

static bool is_complete(const struct staff_hand *hand)
{
    return loan_desk_back_verb(&hand->desk, hand->parts, false) == VERB_TAKE_BACK;
}

static void show_others(const struct staff_hand *hand, struct ui *ui)
{
    static const enum verb others[] = {VERB_PREPARE, VERB_MEND, VERB_OWE, VERB_LOSE};
    if (ui_is_landscape(ui)) {
        ui_begin_column(ui, (struct ui_box){0});
    } else {
        ui_begin_row(ui, (struct ui_box){.equal = true});
    }
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (flow_find(KIND_LOAN, hand->desk.line.state, others[i]) == NULL) {
            continue;
        }
        const struct staff_verb *words = words_verb(KIND_LOAN, hand->desk.line.state, others[i]);
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "do-%s", verb_code(others[i])),
                          .command = {DO_VERB, others[i]},
                          .label = tr(words->label),
                          .icon = words->icon,
                      });
    }
    ui_end(ui);
}

static void show_main(const struct staff_hand *hand, const struct scene *scene, struct ui *ui)
{
    const enum verb verb = main_verb(hand);
    const bool is_possible = verb != VERB_CLEAR || is_complete(hand);
    const struct staff_verb *words = words_verb(KIND_LOAN, hand->desk.line.state, verb);
    ui_button(ui, (struct ui_button){
                      .id = "main",
                      .command = {is_possible ? DO_MAIN : 0, 0},
                      .label = tr(words->label),
                      .sub = is_possible ? main_sub(hand, scene) : tr("once every part is back"),
                      .icon = words->icon,
                      .look = UI_FILLED,
                      .color = verb == VERB_TAKE_BACK_TO_CHECK ? UI_WARN : UI_UMBER,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = !is_possible,
                  });
}

static void show_ended(const struct staff_hand *hand, struct ui *ui)
{
    ui_notice(ui, (struct ui_notice){
                      .id = "ended",
                      .tone = UI_GOOD,
                      .text = words_state(KIND_LOAN, hand->desk.line.state),
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_hand *hand = state;
    const struct queue_line *line = &hand->desk.line;
    common_header(ui, scene, is_going_out(hand) ? tr("Hand out") : tr("Take back"),
                  i18n_capital(scene->arena, words_line_who(scene, line)));
    const bool is_wide = ui_is_landscape(ui);
    ui_begin_split(ui, (struct ui_box){.grow = 1});
    ui_begin_scroll(ui, "counter", (struct ui_box){.grow = 1});
    ui_banner(ui, (struct ui_banner){
                      .id = "subject",
                      .icon = words_line_icon(line),
                      .color = UI_UMBER,
                      .title = words_line_title(scene, line),
                      .sub = hand->desk.shelf[0] == '\0'
                                 ? words_line_when(scene, line)
                                 : arena_printf(scene->arena, tr("%s · shelf %s"),
                                                words_line_when(scene, line), hand->desk.shelf),
                  });
    if (line->is_ended) {
        show_ended(hand, ui);
        ui_end(ui);
        ui_end(ui);
        return;
    }
    show_parts(hand, ui);
    if (!is_wide) {
        show_rest(hand, scene, ui);
    }
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = is_wide ? 1 : 0});
    if (is_wide) {
        show_rest(hand, scene, ui);
        ui_spacer(ui);
    }
    show_others(hand, ui);
    show_main(hand, scene, ui);
    ui_end(ui);
    ui_end(ui);
}

static struct route hand_over(struct staff_hand *hand, struct visit *visit, enum verb verb)
{
    struct outcome outcome;
    struct loan_act act = {
        .loan_id = hand->loan_id,
        .expected_no = hand->seen_no,
        .actor = visit->actor,
        .verb = verb,
        .has_deposit = hand->has_deposit,
    };
    for (int i = 0; i < LOAN_PARTS_MAX; i++) {
        act.parts[i] = hand->parts[i];
    }
    const enum err err = loan_desk_move(visit->db, &act, &outcome);
    if ((outcome.reasons & GUARD_COPY) != 0) {
        return route_trouble(visit, TROUBLE_COPY, err);
    }
    return staff_route(visit, err, route_pop(), route_reload());
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_hand *hand = state;
    switch (command.verb) {
    case DO_PART:
        hand->parts[command.arg] = !hand->parts[command.arg];
        return route_stay();
    case DO_DEPOSIT:
        hand->has_deposit = !hand->has_deposit;
        return route_stay();
    case DO_ODD:
        hand->is_odd = !hand->is_odd;
        return route_stay();
    case DO_MAIN:
        return hand_over(hand, visit, main_verb(hand));
    default:
        return hand_over(hand, visit, (enum verb)command.arg);
    }
}

const struct screen SCREEN_STAFF_HAND = {
    .name = "staff-hand",
    .state_size = sizeof(struct staff_hand),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .scan = staff_scan,
    .flags = SCREEN_LOCKS,
};
