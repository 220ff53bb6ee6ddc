/* The answer would come after what it is about: said before the review, with what would work. */
#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"

enum { DO_CHOOSE = 1, DO_ASK_ANYWAY };

struct late {
    int64_t answer_s; /* 0: none can be promised */
    int64_t wanted_s;
    enum ui_color color; /* of the domain */
    struct alternative *list;
    int count;
};

static enum err load(void *state, struct visit *visit)
{
    struct late *late = state;
    const struct draft *draft = &visit->draft;
    late->wanted_s = draft->ask.terms.from_s;
    late->color = draft->color;
    late->answer_s = 0;
    late->count = 0;
    late->list = arena_array(visit->rows, ALTERNATIVES_MAX, sizeof(*late->list));
    const enum err err = house_answer_by(visit->db, clock_now_s(), 0, &late->answer_s);
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        return err;
    }
    return draft->alternatives == NULL
               ? ERR_OK
               : draft->alternatives(visit, visit->rows, late->list, &late->count);
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct late *late = state;
    common_header(ui, scene, tr("Before you ask"), NULL);
    ui_text(ui, UI_TITLE, tr("The answer would come too late"));
    ui_notice(ui, (struct ui_notice){
                      .id = "late",
                      .tone = UI_CAUTION,
                      .icon = UI_ICON_CLOCK,
                      .text = arena_printf(scene->arena, tr("We can answer %s, but it begins %s."),
                                           common_answer(scene, late->answer_s),
                                           dates_moment(scene->arena, late->wanted_s)),
                  });
    if (late->count > 0) {
        ui_text(ui, UI_BOLD, tr("This would work:"));
        ui_begin_card(ui, (struct ui_box){0});
        for (int i = 0; i < late->count; i++) {
            const struct alternative *other = &late->list[i];
            ui_list_row(ui, (struct ui_list_row){
                                .id = ui_format(ui, "other-%d", i),
                                .command = {DO_CHOOSE, i},
                                .badge_top = dates_badge_weekday(other->from_s),
                                .badge = dates_badge_day(scene->arena, other->from_s),
                                .color = late->color,
                                .title = other->title,
                                .sub = other->sub,
                            });
        }
        ui_end(ui);
    } else {
        ui_text(ui, UI_BODY,
                tr("If the desk is open, ask there: perhaps it can be settled at "
                   "once."));
    }
    ui_spacer(ui);
    ui_begin_split(ui, (struct ui_box){0});
    ui_button(ui, (struct ui_button){
                      .id = "call-desk",
                      .command = {SHARED_CALL, 0},
                      .label = tr("Call the desk"),
                      .icon = UI_ICON_CALL,
                      .grow = 1,
                  });
    ui_button(ui, (struct ui_button){
                      .id = "anyway",
                      .command = {DO_ASK_ANYWAY, 0},
                      .label = tr("Ask all the same"),
                      .icon = UI_ICON_FORWARD,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                      .grow = 1,
                  });
    ui_end(ui);
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    const struct late *late = state;
    visit->draft.is_late_known = true;
    if (command.verb == DO_CHOOSE) {
        const enum err err = visit->draft.choose(visit, &late->list[command.arg]);
        if (err != ERR_OK) {
            return route_trouble(visit, TROUBLE_PROGRAM, err);
        }
    }
    return route_review_here(visit);
}

const struct screen SCREEN_LATE = {
    .name = "late",
    .state_size = sizeof(struct late),
    .load = load,
    .build = build,
    .act = act,
};
