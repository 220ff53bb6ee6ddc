/* Fewer people than were booked for: seats are given back, never taken here. */
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/mine.h"

enum { DO_ADULTS = 1, DO_CHILDREN, DO_SAVE };

struct mine_seats {
    int64_t request_id;
    int adults, children;
    bool is_typed; /* the steppers were touched: loading again leaves them */
    unsigned reasons;
    const struct mine_card *card;
};

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct mine_seats *s = state;
    (void)visit;
    s->request_id = mine_arg_request(arg);
}

static enum err load(void *state, struct visit *visit)
{
    struct mine_seats *s = state;
    struct mine_card *card = arena_alloc(visit->rows, sizeof(*card));
    s->card = card;
    const enum err err = mine_card(visit->db, s->request_id, &visit->actor, visit->rows, card);
    if (err == ERR_OK && !s->is_typed) {
        s->adults = card->line.adults;
        s->children = card->line.children;
    }
    return err;
}

static void show_stepper(struct ui *ui, const char *id, const char *label, int verb, int value,
                         int least, int most)
{
    ui_stepper(ui, (struct ui_stepper){
                       .id = id,
                       .label = label,
                       .value = value,
                       .min = least,
                       .max = most,
                       .less = {verb, value - 1},
                       .more = {verb, value + 1},
                   });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct mine_seats *s = state;
    const struct mine_line *line = &s->card->line;
    const int before = line->adults + line->children;
    const int freed = before - s->adults - s->children;
    common_header(ui, scene, tr("Follow my requests"), NULL);
    ui_begin_split(ui, (struct ui_box){.grow = 1, .align = UI_STRETCH});
    ui_begin_column(ui, (struct ui_box){.grow = ui_is_landscape(ui) ? 1 : 0});
    mine_show_banner(ui, s->card);
    mine_show_reasons(ui, s->reasons);
    ui_end(ui);
    ui_begin_column(ui, (struct ui_box){.grow = 1});
    ui_text(ui, UI_TITLE, tr("How many of you still come?"));
    if (line->adults > 0) {
        show_stepper(ui, "adults", tr("Adults"), DO_ADULTS, s->adults, s->children > 0 ? 0 : 1,
                     line->adults);
    }
    if (line->children > 0) {
        show_stepper(ui, "children", tr("Children"), DO_CHILDREN, s->children,
                     s->adults > 0 ? 0 : 1, line->children);
    }
    ui_text(ui, UI_BODY,
            freed == 0 ? tr("For more people, make another request.")
                       : ui_format(ui,
                                   trn("%ld seat goes to somebody else.",
                                       "%ld seats go to somebody else.", freed),
                                   (long)freed));
    ui_spacer(ui);
    mine_show_save(ui, s->card, (struct ui_command){DO_SAVE, 0}, tr("Give these seats back"),
                   freed > 0);
    ui_end(ui);
    ui_end(ui);
}

static struct route save(struct mine_seats *s, struct visit *visit)
{
    const struct mine_line *line = &s->card->line;
    const struct terms terms = {
        .session_id = line->session_id,
        .from_s = line->from_s,
        .until_s = line->until_s,
        .adults = s->adults,
        .children = s->children,
    };
    const enum err err = mine_move(visit, s->card, VERB_CHANGE, &terms, &s->reasons);
    if (err != ERR_OK) {
        return route_trouble(visit, mine_trouble(err), err);
    }
    return s->reasons == 0 ? route_pop() : route_reload();
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct mine_seats *s = state;
    if (command.verb == DO_SAVE) {
        return save(s, visit);
    }
    *(command.verb == DO_ADULTS ? &s->adults : &s->children) = (int)command.arg;
    s->is_typed = true;
    return route_stay();
}

const struct screen SCREEN_MINE_SEATS = {
    .name = "mine_seats",
    .state_size = sizeof(struct mine_seats),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
};
