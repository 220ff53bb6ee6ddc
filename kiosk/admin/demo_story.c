/* Stories, told through the core: each beat is an ask, a move, or what else people do. */
#include "admin/demo_story.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/catalogue.h"
#include "core/loan_desk.h"
#include "core/slots.h"

enum { TOLD_BY_DAY = -3 }; /* what was decided by then, the desk has told by telephone */

/* A story as it is told once. */
struct demo_tale {
    const struct demo_story *story;
    int household;
    int earlier;
    struct demo_tale *parent;
    int64_t id; /* of its request, once asked */
};

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

static int64_t day_of(const struct demo *demo, const struct demo_tale *tale, int day)
{
    return day == TODAY ? demo_day_s(demo, 0) : demo_day_s(demo, day - tale->earlier);
}

static struct actor actor_of(const struct demo *demo, const struct demo_tale *tale, char by)
{
    struct actor actor = {.who = WHO_RESIDENT, .token_request_id = tale->id};
    switch (by) {
    case 'n':
        return demo_desk(demo, NADIA);
    case 'k':
        return demo_desk(demo, KARIM);
    case 'i':
        return demo_desk(demo, INES);
    default:
        return tale->household == 0 ? actor : demo_resident(demo, tale->household);
    }
}

/* ---- What is wanted ---- */

/* A free copy for a day, or for the first day after it for which there is one. */
static enum err find_copy(struct demo *demo, const struct demo_tale *tale, int64_t day_s,
                          struct terms *terms)
{
    struct slot slots[SLOTS_DAYS_MAX];
    const int64_t now_s = clock_now_s();
    const int days = tale->story->days == 0 ? 1 : tale->story->days;
    enum err err =
        slots_propose(demo->db, tale->story->subject, now_s, now_s, days, slots, SLOTS_DAYS_MAX);
    for (int i = 0; err == ERR_OK && i < SLOTS_DAYS_MAX; i++) {
        if (slots[i].use_day_s >= day_s && slots[i].why == SLOT_FREE) {
            terms->copy_id = slots[i].copy_id;
            terms->from_s = slots[i].pickup_s;
            terms->until_s = slots[i].return_s;
            return ERR_OK;
        }
    }
    return err == ERR_OK ? ERR_NOT_FOUND : err;
}

static void take_session(struct demo *demo, const struct demo_tale *tale, int nth,
                         struct terms *terms)
{
    const struct demo_session *session = demo_find_session(demo, tale->story->subject, nth);
    terms->session_id = session->id;
    terms->from_s = session->starts_s;
    terms->until_s = session->ends_s;
}

/* The terms after a beat; those before stand in *terms. */
static enum err want(struct demo *demo, const struct demo_tale *tale, const struct demo_beat *beat,
                     struct terms *terms)
{
    const int64_t day_s = day_of(demo, tale, beat->to);
    struct civil local = clock_civil(day_s);
    switch (tale->story->kind) {
    case KIND_LOAN:
        return find_copy(demo, tale, day_s, terms);
    case KIND_BOOKING:
        if (beat->verb == VERB_CHANGE) {
            terms->adults = beat->to;
            terms->children = 0;
        } else {
            take_session(demo, tale, beat->to, terms);
        }
        return ERR_OK;
    case KIND_EXTENSION:
        local.hour = 9;
        terms->until_s = clock_utc_s(local);
        return ERR_OK;
    default: /* that day, while the house is open */
        local.hour = 9;
        terms->from_s = clock_utc_s(local);
        local.hour = 12;
        terms->until_s = clock_utc_s(local);
        return ERR_OK;
    }
}

/* ---- Asking ---- */

/* The service's form, filled in: the first choice, a small number, the day wanted. */
static enum err fill_form(struct demo *demo, const struct demo_tale *tale, struct ask *ask)
{
    struct catalogue_service service;
    const enum err err = catalogue_service(demo->db, demo->arena, tale->story->subject, &service);
    for (int i = 0; err == ERR_OK && i < service.field_count; i++) {
        const struct catalogue_field *field = &service.fields[i];
        struct ask_answer *answer = &ask->answers[ask->answer_count];
        *answer = (struct ask_answer){.field = field->code};
        switch (field->kind) {
        case FIELD_TEXT:
            ask->words[ask->words_count++] =
                (struct ask_words){field->code, or_empty(tale->story->words)};
            continue;
        case FIELD_CHOICE:
            answer->choice = field->choices[tale->household % field->choice_count].code;
            break;
        case FIELD_NUMBER:
            answer->number = field->least + tale->household % 2;
            break;
        case FIELD_DATE:
            answer->date_s = clock_day_s(
                ask->terms.from_s != 0 ? ask->terms.from_s : demo_next_s(demo, clock_now_s(), 0),
                0);
            break;
        }
        ask->answer_count++;
    }
    return err;
}

static enum err fill_terms(struct demo *demo, const struct demo_tale *tale,
                           const struct demo_beat *beat, struct ask *ask)
{
    const struct demo_story *story = tale->story;
    struct request parent;
    enum err err = ERR_OK;
    if (story->kind == KIND_BOOKING) {
        take_session(demo, tale, story->nth, &ask->terms);
        ask->terms.adults = story->adults == 0 ? 1 : story->adults;
        ask->terms.children = story->children;
    } else if (story->kind == KIND_EXTENSION) {
        err = request_load(demo->db, ask->parent_id, &parent);
        ask->terms.from_s = parent.terms.until_s; /* longer than it was to be */
        ask->item_id = parent.item_id;
    } else if (story->kind == KIND_LOAN) {
        ask->item_id = story->subject;
    }
    if (err == ERR_OK && beat->to != 0) {
        err = want(demo, tale, beat, &ask->terms);
    }
    return err;
}

static enum err make_ask(struct demo *demo, const struct demo_tale *tale,
                         const struct demo_beat *beat, struct ask *ask)
{
    const struct demo_story *story = tale->story;
    *ask = ask_make(story->kind, (enum verb)beat->verb, actor_of(demo, tale, beat->by));
    if (beat->by != 'r') { /* entered at the desk, for its household */
        ask->actor.household_id = demo->households[tale->household].id;
        ask->channel = "desk";
    }
    if (story->channel != NULL) {
        ask->channel = story->channel;
    }
    ask->for_whom = story->children > 0 ? "household" : "self";
    ask->is_private = story->is_private;
    ask->is_danger = strcmp(or_empty(story->urgency), "danger") == 0;
    ask->parent_id = tale->parent == NULL ? 0 : tale->parent->id;
    ask->direction = or_empty(story->direction);
    ask->category = or_empty(story->category);
    ask->choice = or_empty(story->choice);
    ask->urgency = or_empty(story->urgency);
    if (story->household == 0) {
        ask->first_name = or_empty(story->first_name);
    }
    const enum err err = fill_terms(demo, tale, beat, ask);
    if (err != ERR_OK) {
        return err;
    }
    if (story->kind == KIND_ENQUIRY || story->kind == KIND_DEPOSIT || story->kind == KIND_VISIT) {
        ask->service_id = story->subject;
        return fill_form(demo, tale, ask);
    }
    if (story->words != NULL) {
        ask->words[ask->words_count++] = (struct ask_words){"", story->words};
    }
    return ERR_OK;
}

static enum err begin(struct demo *demo, struct demo_tale *tale, const struct demo_beat *beat)
{
    struct receipt receipt;
    struct ask ask;
    enum err err = demo_inside(demo);
    if (err == ERR_OK) {
        err = make_ask(demo, tale, beat, &ask);
    }
    if (err == ERR_OK) {
        err = request_ask(demo->db, &ask, &receipt);
    }
    if (err == ERR_OK) {
        tale->id = receipt.request_id;
        err = ticket_shown(demo->db, tale->id);
    }
    if (err == ERR_OK && tale->household == 0) { /* the last guest's is printed */
        memcpy(demo->guest_number, receipt.number, sizeof(demo->guest_number));
        memcpy(demo->guest_token, receipt.token, sizeof(demo->guest_token));
    }
    return err;
}

static enum err correct(struct demo *demo, struct demo_tale *tale, const struct demo_beat *beat)
{
    struct receipt receipt;
    struct ask ask;
    struct demo_beat again = tale->story->beats[0];
    again.to = beat->to == 0 ? again.to : beat->to;
    enum err err = demo_outside(demo);
    if (err == ERR_OK) {
        err = make_ask(demo, tale, &again, &ask);
    }
    if (err == ERR_OK) {
        err = request_correct(demo->db, tale->id, &ask, &receipt);
    }
    tale->id = err == ERR_OK ? receipt.request_id : tale->id;
    return err;
}

/* ---- What happens then ---- */

/* A loan goes over the counter: with all its parts, or with the first of them missing. */
static enum err hand_over(struct demo *demo, struct demo_tale *tale, const struct demo_beat *beat)
{
    struct loan_act act = {
        .loan_id = tale->id,
        .actor = actor_of(demo, tale, beat->by),
        .verb = (enum verb)beat->verb,
        .has_deposit = true,
    };
    struct outcome outcome;
    for (int i = 0; i < LOAN_PARTS_MAX; i++) {
        act.parts[i] = i > 0 || act.verb != VERB_TAKE_BACK_TO_CHECK;
    }
    const enum err err = demo_outside(demo);
    return err == ERR_OK ? loan_desk_move(demo->db, &act, &outcome) : err;
}

static bool is_handed_over(const struct demo_tale *tale, int verb)
{
    return tale->story->kind == KIND_LOAN &&
           (verb == VERB_HAND_OUT || verb == VERB_TAKE_BACK || verb == VERB_TAKE_BACK_TO_CHECK ||
            verb == VERB_CLEAR || verb == VERB_FIND);
}

static enum err go_on(struct demo *demo, struct demo_tale *tale, const struct demo_beat *beat)
{
    struct request request;
    struct outcome outcome;
    enum err err = demo_inside(demo);
    if (err == ERR_OK) {
        err = request_load(demo->db, tale->id, &request);
    }
    if (err == ERR_OK && beat->to != 0) {
        err = want(demo, tale, beat, &request.terms);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct move move = move_make(tale->id, (enum verb)beat->verb, actor_of(demo, tale, beat->by));
    if (beat->verb == VERB_UNDO) {
        return request_undo(demo->db, tale->id, request.no, move.actor, &outcome);
    }
    move.reason_code = or_empty(beat->reason);
    move.words = or_empty(beat->words);
    move.terms = &request.terms;
    move.minutes = beat->minutes;
    move.cents = beat->cents == 0 ? MOVE_AS_PRICED : beat->cents;
    err = request_move(demo->db, &move, &outcome);
    if (err == ERR_OK && beat->by != 'r' && beat->day - tale->earlier <= TOLD_BY_DAY) {
        err = notice_tell_all(demo->db, tale->id, "phone", move.actor.staff_id);
    }
    return err;
}

static enum err say(struct demo *demo, struct demo_tale *tale, const struct demo_beat *beat)
{
    struct outcome outcome;
    const struct actor actor = actor_of(demo, tale, beat->by);
    const enum err err = demo_outside(demo);
    if (err != ERR_OK) {
        return err;
    }
    switch (beat->verb) {
    case STORY_TELL:
        return notice_tell_all(demo->db, tale->id, "phone", actor.staff_id);
    case STORY_REMARK:
        return request_remark(demo->db, tale->id, beat->reason, actor);
    case STORY_CLAIM:
        return request_claim(demo->db, tale->id, demo->households[beat->to].id, actor);
    default:
        return request_reopen(demo->db, tale->id, actor, beat->reason, &outcome);
    }
}

static enum err tell_beat(struct demo *demo, void *what, int number)
{
    struct demo_tale *tale = what;
    const struct demo_beat *beat = &tale->story->beats[number];
    const enum err err = number == 0                        ? begin(demo, tale, beat)
                         : beat->verb == VERB_CORRECT       ? correct(demo, tale, beat)
                         : beat->verb == VERB_REOPEN        ? say(demo, tale, beat)
                         : beat->verb > VERB_COUNT          ? say(demo, tale, beat)
                         : is_handed_over(tale, beat->verb) ? hand_over(demo, tale, beat)
                                                            : go_on(demo, tale, beat);
    if (err != ERR_OK) {
        log_error("demonstration: household %d, %s %d, beat %d (%s): %s", tale->household,
                  kind_code(tale->story->kind), tale->story->subject, number,
                  beat->verb < VERB_COUNT ? verb_code((enum verb)beat->verb) : "", err_name(err));
    }
    return err;
}

void demo_tell(struct demo *demo, const struct demo_story *story, int earlier, int household)
{
    struct demo_tale *tale = arena_alloc(demo->arena, sizeof(*tale));
    *tale = (struct demo_tale){
        .story = story,
        .household = household == 0 ? story->household : household,
        .earlier = earlier,
        .parent = story->parent == 0 ? NULL : demo->labels[story->parent],
    };
    if (story->label != 0) {
        demo->labels[story->label] = tale;
    }
    for (int i = 0; i < DEMO_BEATS && story->beats[i].verb != VERB_NONE; i++) {
        const struct demo_beat *beat = &story->beats[i];
        const int64_t at_s = beat->day == 0 ? demo->now_s - beat->minute * CLOCK_MINUTE_S
                                            : demo_at_s(demo, beat->day - earlier, beat->minute);
        demo_plan(demo, at_s, tell_beat, tale, i);
    }
}
