/* One request and the three answers; after the answer, its way back and the next request. */
#include "screens/staff_card.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/words_staff.h"

enum { DO_YES = 1, DO_NO, DO_OTHER, DO_STEP, DO_PASS, DO_UNDO, DO_NEXT };

struct staff_card {
    int64_t request_id;
    int seen_no; /* the decision on which it was opened */
    int64_t staff_id;
    int64_t next_id; /* what waits after this one; 0: nothing */
    struct queue_card card;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_card *screen = state;
    screen->request_id = arg;
    screen->staff_id = visit->actor.staff_id;
}

static enum err find_next(struct visit *visit, struct queue_key key, struct staff_card *screen)
{
    struct queue_list list;
    const enum err err = queue_page(visit->db, QUEUE_ALL, key, visit->rows, &list);
    for (int i = 0; err == ERR_OK && screen->next_id == 0 && i < list.count; i++) {
        const bool is_mine = list.lines[i].not_staff_id != screen->staff_id;
        if (is_mine && list.lines[i].request_id != screen->request_id) {
            screen->next_id = list.lines[i].request_id;
        }
    }
    return err;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_card *screen = state;
    enum err err =
        queue_card(visit->db, screen->request_id, &visit->actor, visit->rows, &screen->card);
    if (err != ERR_OK) {
        return err;
    }
    if (screen->seen_no == 0) {
        screen->seen_no = screen->card.line.no;
    }
    screen->next_id = 0;
    err = find_next(visit, queue_after(&screen->card.line), screen);
    if (err == ERR_OK && screen->next_id == 0) {
        err = find_next(visit, queue_first(), screen);
    }
    return err;
}

static bool is_answered(const struct staff_card *screen)
{
    return screen->card.line.no != screen->seen_no;
}

static const char *answered_title(const struct queue_card *card, const struct scene *scene,
                                  bool is_own)
{
    const char *done = words_done(card->line.kind, card->last.verb);
    if (is_own) {
        return done;
    }
    return card->last.staff_name[0] == '\0'
               ? tr("This has just changed")
               : arena_printf(scene->arena, tr("%s has just answered: %s"), card->last.staff_name,
                              done);
}

static const char *answered_text(const struct queue_card *card, const struct scene *scene,
                                 bool is_own)
{
    if (card->last.reason[0] != '\0') {
        return card->last.verb == VERB_REDIRECT ? tr(words_need(card->last.reason)->label)
                                                : tr(words_reason(card->last.reason)->label);
    }
    if (!is_own) {
        return tr("You see it as it is now.");
    }
    if (card->last.verb == VERB_PASS) {
        return arena_printf(scene->arena, tr("Answer promised: %s"),
                            common_answer(scene, card->line.answer_by_s));
    }
    return card->last.is_news ? tr("Written down; whoever asked will be told.")
                              : tr("Written down.");
}

/* What was decided since the card was opened, and by whom. */
static void show_answered(const struct staff_card *screen, const struct scene *scene, struct ui *ui)
{
    const struct queue_card *card = &screen->card;
    const bool is_own = card->last.staff_id == screen->staff_id;
    if (is_answered(screen)) {
        ui_notice(ui, (struct ui_notice){
                          .id = "answered",
                          .tone = is_own ? UI_GOOD : UI_CAUTION,
                          .title = answered_title(card, scene, is_own),
                          .text = answered_text(card, scene, is_own),
                      });
    }
}

static void show_obstacles(const struct queue_card *card, struct ui *ui)
{
    for (unsigned guard = 1; guard <= card->yes_reasons && guard != 0; guard <<= 1) {
        if ((card->yes_reasons & guard) != 0) {
            ui_notice(ui, (struct ui_notice){
                              .tone = UI_CAUTION,
                              .text = words_obstacle((enum guard)guard),
                          });
        }
    }
}

static void show_button(struct ui *ui, const char *id, struct ui_command command, const char *label,
                        const char *sub, enum ui_icon icon, enum ui_look look, enum ui_color color)
{
    ui_button(ui, (struct ui_button){
                      .id = id,
                      .command = command,
                      .label = label,
                      .sub = sub,
                      .icon = icon,
                      .look = look,
                      .color = color,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = command.verb == 0,
                  });
}

static void show_yes(const struct queue_card *card, const struct scene *scene, struct ui *ui)
{
    const struct staff_verb *yes = words_verb(card->line.kind, card->line.state, card->yes);
    show_button(ui, "yes", (struct ui_command){card->yes_reasons == 0 ? DO_YES : 0, 0},
                tr(yes->label), words_consequence(scene, card), yes->icon, UI_FILLED, UI_OK);
}

/* Nobody decides for the own household, nor what one has left to a colleague. */
static void show_colleague(const struct queue_card *card, struct ui *ui)
{
    if ((card->yes_reasons & GUARD_NOT_PASSED) == 0) {
        show_button(ui, "pass", (struct ui_command){DO_PASS, 0}, tr("Leave it to a colleague"),
                    tr("The answer is promised anew from their hours"), UI_ICON_COLLEAGUE,
                    UI_FILLED, UI_TEAL);
    }
}

static bool is_for_colleague(const struct queue_card *card)
{
    return (card->yes_reasons & (GUARD_NOT_OWN | GUARD_NOT_PASSED)) != 0;
}

/* What one finds behind "another answer": the verbs of the table for that kind. */
static const char *other_sub(enum kind kind)
{
    switch (kind) {
    case KIND_BOOKING:
    case KIND_LOAN:
        return tr("date · list · colleague");
    case KIND_ENQUIRY:
        return tr("date · partner · colleague");
    case KIND_HELP:
    case KIND_VISIT:
        return tr("partner · colleague");
    default:
        return tr("Ask a colleague");
    }
}

static void show_three(const struct queue_card *card, const struct scene *scene, struct ui *ui)
{
    const struct queue_line *line = &card->line;
    show_yes(card, scene, ui);
    if (ui_is_landscape(ui)) {
        ui_begin_column(ui, (struct ui_box){0});
    } else {
        ui_begin_row(ui, (struct ui_box){.equal = true, .align = UI_STRETCH});
    }
    if (flow_answer(line->kind, line->state, ANSWER_NO, line->direction) != NULL) {
        show_button(ui, "no", (struct ui_command){DO_NO, 0}, tr("No…"),
                    tr("with a reason, they read it"), UI_ICON_CLOSE, UI_DANGER, UI_COLOR_NONE);
    }
    if (flow_answer(line->kind, line->state, ANSWER_OTHER, line->direction) != NULL) {
        show_button(ui, "other", (struct ui_command){DO_OTHER, 0}, tr("Another answer…"),
                    other_sub(line->kind), UI_ICON_SWAP, UI_OUTLINED, UI_COLOR_NONE);
    }
    ui_end(ui);
}

/* What is under way is taken a step further; the table of the flow says which there are. */
static bool is_step(const struct queue_line *line, const struct transition *row)
{
    const bool is_order = queue_domain_of(line->kind) == QUEUE_SERVICES;
    const bool is_listed = line->state == STATE_WAITLISTED;
    return row->kind == line->kind && row->from == line->state && (row->who & WHO_DESK) != 0 &&
           (is_order || is_listed) && words_verb(row->kind, row->from, row->verb) != NULL;
}

static const char *offer_sub(const struct queue_card *card, const struct scene *scene)
{
    const struct terms *offer = &card->offer;
    if (card->line.kind == KIND_BOOKING) {
        return arena_printf(scene->arena, tr("%d of %d seats"), offer->adults + offer->children,
                            card->line.adults + card->line.children);
    }
    return offer->copy_id == 0 ? tr("Nothing is free on those days")
                               : arena_printf(scene->arena, tr("no. %d, %s"), card->offer_number,
                                              words_days(scene, offer->from_s, offer->until_s));
}

static void show_step(const struct queue_card *card, const struct scene *scene, struct ui *ui,
                      const struct transition *row, bool is_first)
{
    const struct staff_verb *verb = words_verb(row->kind, row->from, row->verb);
    const bool is_offer = row->verb == VERB_OFFER;
    const bool is_possible =
        !is_offer || card->offer.copy_id != 0 || card->offer.adults + card->offer.children > 0;
    show_button(ui, ui_format(ui, "step-%s", verb_code(row->verb)),
                (struct ui_command){is_possible ? DO_STEP : 0, row->verb}, tr(verb->label),
                is_offer ? offer_sub(card, scene) : NULL, verb->icon,
                is_first ? UI_FILLED : UI_OUTLINED, UI_TEAL);
}

static void show_steps(const struct queue_card *card, const struct scene *scene, struct ui *ui)
{
    size_t count = 0;
    bool is_first = true;
    const struct transition *table = flow_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (is_step(&card->line, &table[i])) {
            show_step(card, scene, ui, &table[i], is_first);
            is_first = false;
        }
    }
}

static void show_actions(const struct staff_card *screen, const struct scene *scene, struct ui *ui)
{
    const struct queue_card *card = &screen->card;
    if (card->last.is_undoable) {
        staff_undo_button(ui, (struct ui_command){DO_UNDO, 0});
    }
    if (!card->line.waits) {
        show_steps(card, scene, ui);
    } else if (is_for_colleague(card)) {
        show_colleague(card, ui);
    } else {
        show_three(card, scene, ui);
    }
    if (screen->next_id != 0 && (is_answered(screen) || is_for_colleague(card))) {
        show_button(ui, "next", (struct ui_command){DO_NEXT, 0}, tr("Next request"), NULL,
                    UI_ICON_FORWARD, card->line.waits ? UI_OUTLINED : UI_FILLED, UI_TEAL);
    }
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_card *screen = state;
    const struct queue_line *line = &screen->card.line;
    const char *when = words_line_when(scene, line);
    common_header(ui, scene, words_line_kind(line),
                  line->waits      ? words_line_who(scene, line)
                  : line->is_ended ? NULL
                                   : words_under_way(line->state));
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_scroll(ui, "facts", (struct ui_box){.grow = 3});
    ui_banner(
        ui, (struct ui_banner){
                .id = "subject",
                .icon = line->is_danger ? UI_ICON_DANGER : words_line_icon(line),
                .color = line->is_danger ? UI_BAD : words_domain_color(queue_domain_of(line->kind)),
                .title = words_line_title(scene, line),
                .sub = line->is_danger   ? tr("Safety first: call or go now")
                       : when[0] == '\0' ? NULL
                                         : when,
            });
    staff_card_facts(ui, scene, &screen->card);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 2 : 0});
    show_answered(screen, scene, ui);
    if (line->waits && !is_answered(screen)) {
        show_obstacles(&screen->card, ui);
    }
    if (ui_is_landscape(ui)) {
        ui_spacer(ui);
    }
    show_actions(screen, scene, ui);
    ui_end(ui);
    ui_end(ui);
}

static struct route decide(struct staff_card *screen, struct visit *visit, enum verb verb)
{
    struct outcome outcome;
    struct move move = move_make(screen->request_id, verb, visit->actor);
    move.expected_no = screen->card.line.no;
    move.terms = verb == VERB_OFFER ? &screen->card.offer : NULL;
    const enum err err = request_move(visit->db, &move, &outcome);
    const struct route done =
        verb == VERB_QUALIFY
            ? route_push(&SCREEN_STAFF_WHEN, staff_arg(screen->request_id, VERB_PLAN))
            : route_reload();
    return staff_route(visit, err, done, route_reload());
}

static struct route step(struct staff_card *screen, struct visit *visit, enum verb verb)
{
    const int64_t arg = staff_arg(screen->request_id, verb);
    switch (verb) {
    case VERB_PLAN:
        return route_push(&SCREEN_STAFF_WHEN, arg);
    case VERB_REFUSE:
    case VERB_REDIRECT:
    case VERB_REFER:
        return route_push(&SCREEN_STAFF_REASON, arg);
    default:
        return decide(screen, visit, verb);
    }
}

static struct route undo(struct staff_card *screen, struct visit *visit)
{
    screen->seen_no = 0; /* as it was: to be answered again */
    return staff_undo(visit, screen->request_id, screen->card.line.no);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct staff_card *screen = state;
    const struct queue_line *line = &screen->card.line;
    switch (command.verb) {
    case DO_YES:
        return decide(screen, visit, screen->card.yes);
    case DO_NO:
        return route_push(
            &SCREEN_STAFF_REASON,
            staff_arg(line->request_id,
                      flow_answer(line->kind, line->state, ANSWER_NO, line->direction)->verb));
    case DO_OTHER:
        return route_push(&SCREEN_STAFF_OTHER, line->request_id);
    case DO_PASS:
        return decide(screen, visit, VERB_PASS);
    case DO_STEP:
        return step(screen, visit, (enum verb)command.arg);
    case DO_UNDO:
        return undo(screen, visit);
    default:
        return route_replace(&SCREEN_STAFF_CARD, screen->next_id);
    }
}

const struct screen SCREEN_STAFF_CARD = {
    .name = "staff-card",
    .state_size = sizeof(struct staff_card),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .scan = staff_scan,
    .flags = SCREEN_LOCKS,
};
