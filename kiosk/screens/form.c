/* One question of a service's form; arg is its number, from 0. */
#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/service_draft.h"
#include "screens/writing.h"

enum { FEW = 3, FIT_MAX = 8 };

enum { DO_CHOOSE = 1, DO_SET_NUMBER, DO_DAY, DO_KEY, DO_CONTINUE, DO_SKIP };

struct form {
    int at;
    const struct service_facts *facts; /* the visit's, as of the last load */
    struct slot_day days[SLOTS_DAYS_MAX];
    int day_count;
    int number;
    struct writing_pad pad;
};

static const struct catalogue_field *field_of(const struct form *form)
{
    return &form->facts->service.fields[form->at];
}

static int within(int value, int least, int most)
{
    return value < least ? least : value > most ? most : value;
}

static void enter(void *state, struct visit *visit, int64_t arg)
{
    struct form *form = state;
    form->at = (int)arg;
    form->facts = service_draft_facts(visit);
    const struct catalogue_field *field = field_of(form);
    const struct service_answer *before = &form->facts->answers[arg];
    form->number = within(before->is_given ? before->number : 1, field->least, field->most);
    if (field->kind == FIELD_TEXT) {
        writing_start(&form->pad, within(field->most, 1, ASK_MAX_WORDS_CHARS),
                      before->is_given ? before->words : "");
    }
}

static enum err load(void *state, struct visit *visit)
{
    struct form *form = state;
    form->facts = service_draft_facts(visit);
    return field_of(form)->kind != FIELD_DATE
               ? ERR_OK
               : service_draft_days(visit, form->facts, form->at, clock_now_s(), form->days,
                                    &form->day_count);
}

/* A few answers stand one under the other, some more fill the page, many scroll. Landscape has them
 * side by side and all on the page. Ends with end_answers(). */
static void begin_answers(struct ui *ui, int count)
{
    const bool is_few = count <= FEW, is_wide = ui_is_landscape(ui);
    if (count > FIT_MAX) {
        ui_begin_scroll(ui, "answers", (struct ui_box){.grow = 1});
    }
    ui_begin_grid(ui, is_few ? 1 : 2,
                  count < FEW ? 2 : ui_even_columns(count, count > FIT_MAX ? 5 : 4),
                  (struct ui_box){.grow = is_wide || (!is_few && count <= FIT_MAX)});
}

static void end_answers(struct ui *ui, int count)
{
    ui_end(ui);
    if (count > FIT_MAX) {
        ui_end(ui);
    } else if (count <= FEW) {
        ui_spacer(ui);
    }
}

static void show_choices(const struct form *form, struct ui *ui)
{
    const struct catalogue_field *field = field_of(form);
    const struct service_answer *before = &form->facts->answers[form->at];
    begin_answers(ui, field->choice_count);
    for (int i = 0; i < field->choice_count; i++) {
        ui_choice(ui, (struct ui_tile){
                          .id = ui_format(ui, "choice-%s", field->choices[i].code),
                          .command = {DO_CHOOSE, i},
                          .icon = icon_named(field->choices[i].icon),
                          .color = UI_TEAL,
                          .title = field->choices[i].label,
                          .is_selected = before->is_given && before->choice == i,
                      });
    }
    end_answers(ui, field->choice_count);
}

static void show_days(const struct form *form, const struct scene *scene, struct ui *ui)
{
    const struct service_answer *before = &form->facts->answers[form->at];
    const bool has_hours = form->facts->service.kind != KIND_VISIT;
    if (form->day_count == 0) {
        ui_notice(ui, (struct ui_notice){
                          .tone = UI_CAUTION,
                          .text = tr("No day is planned yet. Please ask at the desk."),
                      });
    }
    begin_answers(ui, form->day_count);
    for (int i = 0; i < form->day_count; i++) {
        const struct slot_day *day = &form->days[i];
        ui_button(
            ui, (struct ui_button){
                    .id = ui_format(ui, "day-%d", i + 1),
                    .command = {DO_DAY, i},
                    .label = i18n_capital(scene->arena, dates_short(scene->arena, day->day_s)),
                    .sub = has_hours ? dates_times(scene->arena, day->from_s, day->until_s) : NULL,
                    .is_choice = true,
                    .is_selected = before->is_given && before->day.day_s == day->day_s,
                    .size = UI_MAIN_BUTTON,
                });
    }
    end_answers(ui, form->day_count);
}

static void show_continue(struct ui *ui, const char *label, bool is_disabled)
{
    ui_button(ui, (struct ui_button){
                      .id = "continue",
                      .command = {DO_CONTINUE, 0},
                      .label = label,
                      .icon = UI_ICON_FORWARD,
                      .look = UI_FILLED,
                      .size = UI_MAIN_BUTTON,
                      .is_disabled = is_disabled,
                  });
}

static void show_number(const struct form *form, struct ui *ui)
{
    const struct catalogue_field *field = field_of(form);
    ui_begin_card(ui, (struct ui_box){0});
    ui_stepper(ui, (struct ui_stepper){
                       .id = "number",
                       .label = trc("of a form", "Number"),
                       .value = form->number,
                       .min = field->least,
                       .max = field->most,
                       .less = {DO_SET_NUMBER, form->number - 1},
                       .more = {DO_SET_NUMBER, form->number + 1},
                   });
    ui_end(ui);
    ui_spacer(ui);
    show_continue(ui, tr("Continue"), false);
}

static void show_field(const struct form *form, bool is_wide, struct ui *ui)
{
    writing_show_field(&form->pad, ui,
                       (struct ui_field){
                           .id = "words",
                           .name = field_of(form)->label,
                           .hint = tr("No name, no address, nothing about health here."),
                           .lines = is_wide ? 1 : 3,
                           .grow = 1,
                       });
}

static void show_text(const struct form *form, const struct scene *scene, struct ui *ui)
{
    const bool is_wide = ui_is_landscape(ui);
    const bool is_required = field_of(form)->is_required;
    const bool is_empty = writing_result(&form->pad).len == 0;
    const char *label = is_empty && !is_required ? tr("Go on without words") : tr("Continue");
    if (is_wide) {
        ui_begin_row(ui, (struct ui_box){.align = UI_START});
        show_field(form, is_wide, ui);
        show_continue(ui, label, is_empty && is_required);
        ui_end(ui);
        writing_show_keys(&form->pad, scene, ui, DO_KEY);
    } else {
        show_field(form, is_wide, ui);
        writing_show_keys(&form->pad, scene, ui, DO_KEY);
        show_continue(ui, label, is_empty && is_required);
    }
}

static void show_skip(struct ui *ui)
{
    ui_button(ui, (struct ui_button){
                      .id = "skip",
                      .command = {DO_SKIP, 0},
                      .label = tr("Skip this question"),
                      .icon = UI_ICON_FORWARD,
                      .size = UI_MAIN_BUTTON,
                  });
}

static void build(const void *state, const struct scene *scene, struct ui *ui)
{
    const struct form *form = state;
    const struct catalogue_field *field = field_of(form);
    common_header(ui, scene, form->facts->service.title,
                  common_progress(scene, form->at + 1, service_draft_steps(form->facts)));
    ui_text(ui, UI_TITLE, field->label);
    switch (field->kind) {
    case FIELD_CHOICE:
        show_choices(form, ui);
        break;
    case FIELD_NUMBER:
        show_number(form, ui);
        break;
    case FIELD_DATE:
        show_days(form, scene, ui);
        break;
    case FIELD_TEXT:
        show_text(form, scene, ui);
        break;
    }
    if (!field->is_required && field->kind != FIELD_TEXT) {
        show_skip(ui);
    }
}

static struct route answer(const struct form *form, struct visit *visit,
                           struct service_answer given)
{
    service_draft_answer(visit, form->at, &given);
    return service_draft_next(visit, form->at);
}

static struct route answer_words(const struct form *form, struct visit *visit)
{
    const struct str words = writing_result(&form->pad);
    if (words.len == 0 && field_of(form)->is_required) {
        return route_stay();
    }
    return answer(form, visit,
                  (struct service_answer){
                      .is_given = words.len > 0,
                      .words = arena_strndup(visit->arena, words.ptr, words.len),
                  });
}

static struct route act(void *state, struct visit *visit, struct ui_command command)
{
    struct form *form = state;
    switch (command.verb) {
    case DO_CHOOSE:
        return answer(form, visit,
                      (struct service_answer){.is_given = true, .choice = (int)command.arg});
    case DO_DAY:
        return answer(form, visit,
                      (struct service_answer){.is_given = true, .day = form->days[command.arg]});
    case DO_SET_NUMBER:
        form->number = (int)command.arg;
        return route_stay();
    case DO_KEY:
        writing_touch_key(&form->pad, &visit->scene, command.arg);
        return route_stay();
    case DO_SKIP:
        return answer(form, visit, (struct service_answer){.is_given = false});
    default:
        break;
    }
    return field_of(form)->kind == FIELD_TEXT
               ? answer_words(form, visit)
               : answer(form, visit,
                        (struct service_answer){.is_given = true, .number = form->number});
}

static struct route write(void *state, struct visit *visit, const struct writing *writing)
{
    struct form *form = state;
    if (field_of(form)->kind != FIELD_TEXT || !writing_type(&form->pad, writing)) {
        return route_stay();
    }
    return answer_words(form, visit);
}

const struct screen SCREEN_FORM = {
    .name = "form",
    .state_size = sizeof(struct form),
    .enter = enter,
    .load = load,
    .build = build,
    .act = act,
    .write = write,
    .flags = SCREEN_WRITING,
};
