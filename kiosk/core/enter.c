#include "core/enter.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/agenda.h"
#include "core/catalogue.h"
#include "core/codes.h"
#include "core/paper.h"
#include "core/people.h"
#include "core/query.h"
#include "core/slots.h"

static enum err wrong(const char **field, const char *name)
{
    *field = name;
    return ERR_INVALID;
}

static enum err check_asker(struct db *db, const struct ask *ask, const char **field)
{
    struct household household;
    int64_t household_id = 0;
    if (ask->actor.household_id != 0) {
        *field = "household_id";
        const enum err err =
            people_get_household(db, ask->actor.household_id, clock_now_s(), &household);
        if (err != ERR_OK) {
            return err;
        }
    }
    if (ask->actor.person_id != 0) {
        struct query q = db_query(db, Q_PERSON_HOUSEHOLD);
        query_int(&q, "person_id", ask->actor.person_id);
        *field = "person_id";
        const enum err err = query_one_int(&q, &household_id);
        if (err != ERR_OK || household_id != ask->actor.household_id) {
            return err != ERR_OK ? err : ERR_INVALID;
        }
    }
    *field = "";
    return ERR_OK;
}

static enum err check_paper(struct db *db, const struct ask *ask, const char **field)
{
    static const char *const channels[] = {"desk", "paper"};
    const int64_t now_s = clock_now_s();
    if (ask->actor.who != WHO_DESK ||
        !text_is_one_of(ask->channel, channels, ARRAY_LEN(channels))) {
        return wrong(field, "channel");
    }
    if (ask->happened_at_s != 0 &&
        (ask->happened_at_s > now_s || ask->happened_at_s < now_s - ENTER_PAST_S)) {
        return wrong(field, "happened_at");
    }
    if (ask->paper_number[0] == '\0') {
        return ERR_OK;
    }
    *field = "paper_number";
    const enum err err = paper_check(db, ask->paper_number);
    *field = err == ERR_OK ? "" : *field;
    return err;
}

/* ---- What it is about ---- */

static enum err fill_booking(struct db *db, struct ask *ask, struct arena *arena,
                             const char **field)
{
    struct agenda_session session;
    *field = "session_id";
    const enum err err = agenda_session(db, ask->terms.session_id, arena, &session);
    if (err != ERR_OK) {
        return err;
    }
    ask->kind = KIND_BOOKING;
    ask->terms.from_s = session.row.starts_s;
    ask->terms.until_s = session.row.ends_s;
    *field = "";
    return ERR_OK;
}

static enum err fill_loan(struct db *db, struct ask *ask, struct arena *arena, const char **field)
{
    struct catalogue_item item;
    int64_t item_id = 0;
    *field = "item_id";
    enum err err = catalogue_item(db, arena, ask->item_id, &item);
    if (err != ERR_OK) {
        return err;
    }
    ask->kind = KIND_LOAN;
    if (ask->terms.copy_id != 0) {
        struct query q = db_query(db, Q_COPY_ITEM);
        query_int(&q, "copy_id", ask->terms.copy_id);
        err = query_one_int(&q, &item_id);
        *field = "copy_id";
    }
    if (err != ERR_OK) {
        return err;
    }
    const bool has_copy = ask->terms.copy_id != 0 && item_id == ask->item_id;
    const bool joins = ask->verb == VERB_JOIN && ask->terms.copy_id == 0;
    if (!has_copy && !joins) {
        return wrong(field, "copy_id");
    }
    if (ask->terms.until_s <= ask->terms.from_s && !joins) {
        return wrong(field, "from_s");
    }
    *field = "";
    return ERR_OK;
}

static enum err fill_help(struct ask *ask, const char **field)
{
    static const char *const directions[] = {"need", "offer"};
    const struct help_category *category = help_category_find(ask->category);
    size_t count = 0;
    const char *const *urgencies = urgency_codes(&count);
    const bool asks_urgency =
        category != NULL && category->is_repair && strcmp(ask->direction, "need") == 0;
    ask->kind = KIND_HELP;
    if (!text_is_one_of(ask->direction, directions, ARRAY_LEN(directions))) {
        return wrong(field, "direction");
    }
    if (category == NULL) {
        return wrong(field, "category");
    }
    if (!text_is_one_of(ask->choice, category->choices, ARRAY_LEN(category->choices))) {
        return wrong(field, "choice");
    }
    if (asks_urgency != (ask->urgency[0] != '\0') ||
        (asks_urgency && !text_is_one_of(ask->urgency, urgencies, count))) {
        return wrong(field, "urgency");
    }
    if (!category->takes_words && ask->words_count > 0) {
        return wrong(field, "words");
    }
    ask->is_danger = strcmp(ask->urgency, "danger") == 0;
    return ERR_OK;
}

/* ---- A service's form ---- */

/* NULL: not answered. */
static const struct ask_answer *answer_to(const struct ask *given, const char *code)
{
    for (int i = 0; i < given->answer_count; i++) {
        if (strcmp(given->answers[i].field, code) == 0) {
            return &given->answers[i];
        }
    }
    return NULL;
}

static const char *words_to(const struct ask *given, const char *code)
{
    for (int i = 0; i < given->words_count; i++) {
        if (strcmp(given->words[i].field, code) == 0) {
            return given->words[i].words;
        }
    }
    return "";
}

/* A day that the screen would offer: somebody comes on any day from tomorrow on, all else is on
 * days when somebody is at the desk. */
static enum err fill_day(struct db *db, const struct catalogue_service *service,
                         const struct catalogue_field *field, int64_t date_s, struct ask *ask)
{
    struct slot_day days[SLOTS_DAYS_MAX];
    int count = 0;
    const int64_t now_s = clock_now_s();
    const int most = field->most < SLOTS_DAYS_MAX ? field->most : SLOTS_DAYS_MAX - 1;
    const bool is_visit = service->kind == KIND_VISIT;
    const int least = is_visit && field->least == 0 ? 1 : field->least;
    enum err err = ERR_OK;
    if (is_visit) {
        for (int i = least; i <= most; i++) {
            days[count++] = (struct slot_day){clock_day_s(now_s, i), clock_day_s(now_s, i),
                                              clock_day_s(now_s, i + 1)};
        }
    } else {
        err = slots_open_days(db, now_s, clock_day_s(now_s, least), most, days, &count);
    }
    for (int i = 0; err == ERR_OK && i < count; i++) {
        if (days[i].day_s == date_s) {
            const bool is_first = ask->terms.from_s == 0;
            ask->terms.from_s = is_first ? days[i].from_s : ask->terms.from_s;
            ask->terms.until_s = is_first ? days[i].until_s : ask->terms.until_s;
            return ERR_OK;
        }
    }
    return err == ERR_OK ? ERR_INVALID : err;
}

static enum err check_answer(struct db *db, const struct catalogue_service *service,
                             const struct catalogue_field *field, const struct ask_answer *answer,
                             struct ask *ask)
{
    switch (field->kind) {
    case FIELD_CHOICE:
        for (int i = 0; answer->choice != NULL && i < field->choice_count; i++) {
            if (strcmp(field->choices[i].code, answer->choice) == 0) {
                return ERR_OK;
            }
        }
        return ERR_INVALID;
    case FIELD_NUMBER:
        return answer->choice == NULL && answer->date_s == 0 && answer->number >= field->least &&
                       answer->number <= field->most
                   ? ERR_OK
                   : ERR_INVALID;
    case FIELD_DATE:
        return answer->date_s == 0 ? ERR_INVALID
                                   : fill_day(db, service, field, answer->date_s, ask);
    case FIELD_TEXT:
        break;
    }
    return ERR_INVALID;
}

/* One question of the form, from what was given into what is asked. */
static enum err fill_field(struct db *db, const struct catalogue_service *service,
                           const struct catalogue_field *field, const struct ask *given,
                           struct ask *ask)
{
    if (field->kind == FIELD_TEXT) {
        const char *words = words_to(given, field->code);
        ask->words[ask->words_count++] = (struct ask_words){field->code, words};
        return (words[0] == '\0' && field->is_required) ||
                       utf8_count(str_of(words)) > (size_t)field->most
                   ? ERR_INVALID
                   : ERR_OK;
    }
    const struct ask_answer *answer = answer_to(given, field->code);
    if (answer == NULL) {
        return field->is_required ? ERR_INVALID : ERR_OK;
    }
    ask->answers[ask->answer_count++] = *answer;
    return check_answer(db, service, field, answer, ask);
}

static enum err fill_service(struct db *db, struct ask *ask, struct arena *arena,
                             const char **field)
{
    struct catalogue_service service;
    const struct ask given = *ask;
    *field = "service_id";
    enum err err = catalogue_service(db, arena, ask->service_id, &service);
    if (err != ERR_OK) {
        return err;
    }
    ask->kind = service.kind;
    ask->terms = (struct terms){0};
    ask->answer_count = 0;
    ask->words_count = 0;
    for (int i = 0; err == ERR_OK && i < service.field_count; i++) {
        err = fill_field(db, &service, &service.fields[i], &given, ask);
        *field = arena_printf(arena, "answers.%s", service.fields[i].code);
    }
    const char *own = words_to(&given, "");
    if (err == ERR_OK && own[0] != '\0') { /* what was written beside the form */
        *field = "words";
        err = service.is_sensitive ? ERR_INVALID : ERR_OK;
        ask->words[ask->words_count++] = (struct ask_words){"", own};
    }
    *field = err == ERR_OK ? "" : *field;
    return err;
}

static enum err fill_subject(struct db *db, struct ask *ask, struct arena *arena,
                             const char **field)
{
    if (ask->terms.session_id != 0) {
        return fill_booking(db, ask, arena, field);
    }
    if (ask->item_id != 0) {
        return fill_loan(db, ask, arena, field);
    }
    return ask->service_id != 0 ? fill_service(db, ask, arena, field) : fill_help(ask, field);
}

enum err enter_request(struct db *db, struct ask *ask, struct arena *arena, struct receipt *receipt,
                       const char **field)
{
    *receipt = (struct receipt){0};
    *field = "";
    enum err err = check_paper(db, ask, field);
    if (err == ERR_OK) {
        err = check_asker(db, ask, field);
    }
    if (err == ERR_OK) {
        err = fill_subject(db, ask, arena, field);
    }
    return err == ERR_OK ? request_ask(db, ask, receipt) : err;
}
