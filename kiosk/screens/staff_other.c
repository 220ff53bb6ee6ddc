/* Another answer: another date or thing, the waiting list, a partner, a colleague. The table of the
 * flow says which there are; the dates and things are those that would work. */
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/staff_parts.h"
#include "screens/words_staff.h"

enum { DO_VERB = 1, DO_PROPOSE, DO_WHEN };

struct staff_other {
    int64_t request_id;
    int seen_no;
    struct queue_line line;
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    int count;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct staff_other *screen = state;
    (void)visit;
    screen->request_id = arg;
}

static enum err load(void *state, struct visit *visit)
{
    struct staff_other *screen = state;
    const enum err err = queue_get(visit->db, screen->request_id, visit->rows, &screen->line);
    screen->seen_no = screen->seen_no == 0 ? screen->line.no : screen->seen_no;
    return err != ERR_OK ? err
                         : queue_offers(visit->db, screen->request_id, visit->rows, screen->offers,
                                        &screen->count);
}

static void show_offers(const struct staff_other *screen, const struct scene *scene, struct ui *ui)
{
    if (screen->count == 0) {
        return;
    }
    ui_text(ui, UI_HEADING,
            screen->line.kind == KIND_BOOKING ? tr("Another date")
                                              : tr("Another one, or other days"));
    ui_begin_card(ui, (struct ui_box){0});
    for (int i = 0; i < screen->count; i++) {
        staff_offer_row(ui, scene, &screen->offers[i], (struct ui_command){DO_PROPOSE, i});
    }
    ui_end(ui);
}

static const char *verb_sub(enum verb verb)
{
    switch (verb) {
    case VERB_WAIT:
        return tr("They keep the rank of their asking");
    case VERB_PASS:
        return tr("The answer is promised anew from their hours");
    case VERB_REDIRECT:
        return tr("They will see which partners can help");
    default:
        return NULL;
    }
}

static void show_verbs(const struct staff_other *screen, struct ui *ui)
{
    size_t count = 0;
    const struct queue_line *line = &screen->line;
    const struct transition *table = flow_table(&count);
    ui_begin_split(ui, (struct ui_box){0});
    for (size_t i = 0; i < count; i++) {
        const struct transition *row = &table[i];
        const bool is_here =
            row->kind == line->kind && row->from == line->state && row->answer == ANSWER_OTHER;
        const bool is_chosen_above = row->verb == VERB_PROPOSE && line->kind != KIND_ENQUIRY;
        if (!is_here || is_chosen_above) {
            continue;
        }
        const struct staff_verb *words = words_verb(row->kind, row->from, row->verb);
        ui_button(ui, (struct ui_button){
                          .id = ui_format(ui, "other-%s", verb_code(row->verb)),
                          .command = {row->verb == VERB_PROPOSE ? DO_WHEN : DO_VERB, row->verb},
                          .label = tr(words->label),
                          .sub = verb_sub(row->verb),
                          .icon = words->icon,
                          .size = UI_MAIN_BUTTON,
                          .grow = 1,
                      });
    }
    ui_end(ui);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct staff_other *screen = state;
    common_header(ui, scene, words_line_title(scene, &screen->line),
                  words_line_who(scene, &screen->line));
    ui_text(ui, UI_TITLE, tr("Which other answer?"));
    ui_begin_scroll(ui, "answers", (struct ui_box){.grow = 1});
    show_offers(screen, scene, ui);
    ui_end(ui);
    show_verbs(screen, ui);
}

static struct route decide(const struct staff_other *screen, struct visit *visit, enum verb verb,
                           const struct terms *terms)
{
    struct outcome outcome;
    struct move move = move_make(screen->request_id, verb, visit->actor);
    move.expected_no = screen->seen_no;
    move.terms = terms;
    const enum err err = request_move(visit->db, &move, &outcome);
    return staff_route(visit, err, route_pop(), route_pop());
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct staff_other *screen = state;
    const enum verb verb = (enum verb)command.arg;
    if (command.verb == DO_PROPOSE) {
        return decide(screen, visit, VERB_PROPOSE, &screen->offers[command.arg].terms);
    }
    if (command.verb == DO_WHEN) {
        return route_replace(&SCREEN_STAFF_WHEN, staff_arg(screen->request_id, verb));
    }
    if (verb == VERB_REDIRECT || verb == VERB_REFER) {
        return route_replace(&SCREEN_STAFF_REASON, staff_arg(screen->request_id, verb));
    }
    return decide(screen, visit, verb, NULL);
}

const struct screen SCREEN_STAFF_OTHER = {
    .name = "staff-other",
    .state_size = sizeof(struct staff_other),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .flags = SCREEN_LOCKS,
};
