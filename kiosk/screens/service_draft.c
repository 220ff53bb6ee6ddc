#include "screens/service_draft.h"

#include <string.h>

#include "base/clock.h"
#include "i18n/dates.h"
#include "i18n/i18n.h"
#include "screens/common.h"
#include "screens/review.h"
#include "screens/words_catalogue.h"

/* Somebody who comes has to know whose home it is; all else is fetched at the house. */
static bool asks_for_whom(const struct service_facts *facts)
{
    return facts->service.kind == KIND_VISIT && !facts->service.is_sensitive;
}

static void fill_answer(struct ask *ask, const struct catalogue_field *field,
                        const struct service_answer *answer)
{
    if (field->kind == FIELD_TEXT) {
        ask->words[ask->words_count++] = (struct ask_words){field->code, answer->words};
        return;
    }
    struct ask_answer *to = &ask->answers[ask->answer_count++];
    *to = (struct ask_answer){.field = field->code};
    switch (field->kind) {
    case FIELD_CHOICE:
        to->choice = field->choices[answer->choice].code;
        break;
    case FIELD_DATE:
        to->date_s = answer->day.day_s;
        if (ask->terms.from_s == 0) {
            ask->terms.from_s = answer->day.from_s;
            ask->terms.until_s = answer->day.until_s;
        }
        break;
    case FIELD_NUMBER:
    case FIELD_TEXT:
        to->number = answer->number;
        break;
    }
}

static void fill_ask(struct draft *draft)
{
    const struct service_facts *facts = draft->facts;
    struct ask *ask = &draft->ask;
    ask->answer_count = 0;
    ask->words_count = 0;
    ask->terms = (struct terms){0};
    for (int i = 0; i < facts->service.field_count; i++) {
        if (facts->answers[i].is_given) {
            fill_answer(ask, &facts->service.fields[i], &facts->answers[i]);
        }
    }
}

const struct service_facts *service_draft_facts(const struct visit *visit)
{
    return visit->draft.facts;
}

void service_draft_answer(struct visit *visit, int field, const struct service_answer *answer)
{
    struct service_facts *facts = arena_alloc(visit->arena, sizeof(*facts));
    *facts = *service_draft_facts(visit);
    facts->answers[field] = *answer;
    facts->answers[field].words = arena_strdup(visit->arena, answer->words);
    visit->draft.facts = facts;
    fill_ask(&visit->draft);
}

int service_draft_steps(const struct service_facts *facts)
{
    return facts->service.field_count + asks_for_whom(facts);
}

struct route service_draft_next(struct visit *visit, int field)
{
    const struct service_facts *facts = service_draft_facts(visit);
    if (field + 1 < facts->service.field_count) {
        return route_push(&SCREEN_FORM, field + 1);
    }
    return asks_for_whom(facts) ? route_push(&SCREEN_SERVICE_WHOM, 0) : route_review(visit);
}

enum err service_draft_days(struct visit *visit, const struct service_facts *facts, int field,
                            int64_t from_s, struct slot_day days[SLOTS_DAYS_MAX], int *count)
{
    const int64_t now_s = clock_now_s();
    const struct catalogue_field *date = &facts->service.fields[field];
    const int most = date->most < SLOTS_DAYS_MAX ? date->most : SLOTS_DAYS_MAX - 1;
    const int64_t first_s = clock_day_s(now_s, date->least);
    const int64_t least_s = from_s > first_s ? from_s : first_s;
    if (facts->service.kind != KIND_VISIT) {
        return slots_open_days(visit->db, now_s, least_s, most, days, count);
    }
    *count = 0;
    for (int i = 1; i <= most; i++) {
        const int64_t day_s = clock_day_s(now_s, i);
        if (day_s >= least_s) {
            days[(*count)++] = (struct slot_day){day_s, day_s, clock_day_s(now_s, i + 1)};
        }
    }
    return ERR_OK;
}

/* ---- The review ---- */

static const char *answer_text(const struct catalogue_field *field,
                               const struct service_answer *answer, const struct scene *scene)
{
    switch (field->kind) {
    case FIELD_CHOICE:
        return field->choices[answer->choice].label;
    case FIELD_NUMBER:
        return arena_printf(scene->arena, "%d", answer->number);
    case FIELD_DATE:
        return dates_long(scene->arena, answer->day.day_s);
    case FIELD_TEXT:
        break;
    }
    return answer->words;
}

static enum ui_icon answer_icon(const struct catalogue_field *field,
                                const struct service_answer *answer)
{
    static const enum ui_icon ICONS[] = {
        [FIELD_NUMBER] = UI_ICON_KEYPAD,
        [FIELD_DATE] = UI_ICON_CALENDAR,
        [FIELD_TEXT] = UI_ICON_MESSAGE,
    };
    const enum ui_icon pictured = field->kind == FIELD_CHOICE && answer->is_given
                                      ? icon_named(field->choices[answer->choice].icon)
                                      : ICONS[field->kind];
    return pictured == UI_ICON_NONE ? UI_ICON_CHECK_CIRCLE : pictured;
}

static void show_answer(const struct draft *draft, int i, const struct scene *scene, struct ui *ui)
{
    const struct service_facts *facts = draft->facts;
    const struct catalogue_field *field = &facts->service.fields[i];
    const struct service_answer *answer = &facts->answers[i];
    ui_fact(ui, (struct ui_fact){
                    .id = ui_format(ui, "answer-%d", i + 1),
                    .icon = answer_icon(field, answer),
                    .color = draft->color,
                    .bold = field->label,
                    .text = ui_format(ui, " %s",
                                      answer->is_given ? answer_text(field, answer, scene)
                                                       : tr("No answer")),
                    .is_private = field->kind == FIELD_TEXT,
                    .edit = review_edit(draft->depth + 1 + i),
                    .edit_label = tr("change"),
                });
}

static void show_whom(const struct draft *draft, struct ui *ui)
{
    const struct service_facts *facts = draft->facts;
    const struct service_whom *whom = service_whom_find(draft->ask.for_whom);
    ui_fact(ui, (struct ui_fact){
                    .id = "for-whom",
                    .icon = whom->icon,
                    .color = draft->color,
                    .text = tr(whom->label),
                    .edit = review_edit(draft->depth + 1 + facts->service.field_count),
                    .edit_label = tr("change"),
                });
}

static void show_review(const struct draft *draft, const struct scene *scene, struct ui *ui)
{
    const struct service_facts *facts = draft->facts;
    ui_fact(ui, (struct ui_fact){
                    .id = "what",
                    .icon = draft->icon,
                    .color = draft->color,
                    .bold = facts->service.title,
                });
    for (int i = 0; i < facts->service.field_count; i++) {
        show_answer(draft, i, scene, ui);
    }
    if (asks_for_whom(facts)) {
        show_whom(draft, ui);
    }
    ui_fact(ui, (struct ui_fact){
                    .id = "price",
                    .icon = UI_ICON_HEART,
                    .color = draft->color,
                    .text = words_price(scene, &facts->service.price),
                });
}

static void show_summary(const struct draft *draft, const struct scene *scene, struct ui *ui,
                         const char **what, const char **when)
{
    const struct service_facts *facts = draft->facts;
    (void)ui;
    *what = facts->service.title;
    *when = draft->ask.terms.from_s != 0
                ? i18n_capital(scene->arena, dates_long(scene->arena, draft->ask.terms.from_s))
                : facts->service.hours;
}

/* ---- If the answer comes too late ---- */

/* The question that says when, or -1. */
static int date_field(const struct service_facts *facts)
{
    for (int i = 0; i < facts->service.field_count; i++) {
        if (facts->service.fields[i].kind == FIELD_DATE && facts->answers[i].is_given) {
            return i;
        }
    }
    return -1;
}

static enum err list_alternatives(struct visit *visit, struct arena *arena,
                                  struct alternative list[ALTERNATIVES_MAX], int *count)
{
    const struct service_facts *facts = service_draft_facts(visit);
    const int field = date_field(facts);
    struct slot_day days[SLOTS_DAYS_MAX];
    int64_t answer_s = 0;
    int day_count = 0;
    *count = 0;
    if (field < 0) {
        return ERR_OK;
    }
    enum err err = house_answer_by(visit->db, clock_now_s(), 0, &answer_s);
    if (err == ERR_OK) {
        err = service_draft_days(visit, facts, field, answer_s, days, &day_count);
    }
    for (int i = 0; i < day_count && *count < ALTERNATIVES_MAX - 1; i++) {
        list[(*count)++] = (struct alternative){
            .id = days[i].day_s,
            .from_s = days[i].from_s,
            .until_s = days[i].until_s,
            .title = i18n_capital(arena, dates_long(arena, days[i].day_s)),
            .sub = facts->service.kind == KIND_VISIT
                       ? ""
                       : dates_times(arena, days[i].from_s, days[i].until_s),
        };
    }
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err choose_alternative(struct visit *visit, const struct alternative *alternative)
{
    const int field = date_field(service_draft_facts(visit));
    service_draft_answer(visit, field,
                         &(struct service_answer){
                             .is_given = true,
                             .day = {alternative->id, alternative->from_s, alternative->until_s},
                         });
    return ERR_OK;
}

/* The questions stay as they were when the form was begun, in other words. */
static void reword_field(struct catalogue_field *field, const struct catalogue_field *fresh)
{
    field->label = fresh->label;
    for (int i = 0; i < field->choice_count; i++) {
        for (int k = 0; k < fresh->choice_count; k++) {
            if (strcmp(field->choices[i].code, fresh->choices[k].code) == 0) {
                field->choices[i].label = fresh->choices[k].label;
            }
        }
    }
}

static enum err reread(struct visit *visit)
{
    struct catalogue_service fresh;
    struct service_facts *facts = arena_alloc(visit->arena, sizeof(*facts));
    *facts = *service_draft_facts(visit);
    struct catalogue_service *service = &facts->service;
    const enum err err = catalogue_service(visit->db, visit->arena, service->id, &fresh);
    if (err != ERR_OK) {
        return err;
    }
    service->title = fresh.title;
    service->hours = fresh.hours;
    for (int i = 0; i < service->field_count; i++) {
        const struct catalogue_field *same = catalogue_question(&fresh, service->fields[i].code);
        if (same != NULL) {
            reword_field(&service->fields[i], same);
        }
    }
    visit->draft.facts = facts;
    return ERR_OK;
}

enum err service_draft_begin(struct visit *visit, const struct catalogue_service *shown)
{
    struct draft *draft = draft_begin(visit, shown->kind, VERB_ASK);
    struct service_facts *facts = arena_alloc(visit->arena, sizeof(*facts));
    const enum err err = catalogue_service(visit->db, visit->arena, shown->id, &facts->service);
    draft->ask.service_id = shown->id;
    draft->is_automatic = facts->service.is_automatic;
    draft->color = UI_TEAL;
    draft->icon = icon_named(shown->icon);
    draft->facts = facts;
    draft->review = show_review;
    draft->summary = show_summary;
    draft->alternatives = list_alternatives;
    draft->choose = choose_alternative;
    draft->reread = reread;
    return err;
}
