/* At the counter: a service's form, filled in by the desk. */
#include "core/order_desk.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/catalogue.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"

static bool is_choice(const struct catalogue_field *form, const char *code)
{
    for (int i = 0; i < form->choice_count; i++) {
        if (strcmp(form->choices[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* The desk may take any day that is not over: it knows what is possible. */
static bool suits(const struct catalogue_field *form, const struct ask_answer *answer,
                  int64_t now_s)
{
    switch (form->kind) {
    case FIELD_CHOICE:
        return answer->choice != NULL && is_choice(form, answer->choice);
    case FIELD_NUMBER:
        return answer->choice == NULL && answer->date_s == 0 && answer->number >= form->least &&
               answer->number <= form->most;
    case FIELD_DATE:
        return answer->choice == NULL && answer->date_s >= clock_day_s(now_s, 0);
    case FIELD_TEXT:
        break;
    }
    return false;
}

static const struct ask_answer *answer_to(const struct ask *ask, const char *code)
{
    for (int i = 0; i < ask->answer_count; i++) {
        if (strcmp(ask->answers[i].field, code) == 0) {
            return &ask->answers[i];
        }
    }
    return NULL;
}

static const char *words_for(const struct ask *ask, const char *code)
{
    for (int i = 0; i < ask->words_count; i++) {
        if (strcmp(ask->words[i].field, code) == 0) {
            return ask->words[i].words;
        }
    }
    return "";
}

static bool is_answered_well(const struct catalogue_service *service,
                             const struct catalogue_field *form, const struct ask *ask)
{
    const bool is_needed = form->is_required && service->kind != KIND_DEPOSIT;
    if (form->kind == FIELD_TEXT) {
        const size_t chars = utf8_count(str_of(words_for(ask, form->code)));
        return chars <= (size_t)form->most && (chars > 0 || !is_needed);
    }
    const struct ask_answer *answer = answer_to(ask, form->code);
    return answer == NULL ? !is_needed : suits(form, answer, clock_now_s());
}

static bool has_question(const struct catalogue_service *service, const char *code, bool is_text)
{
    for (int i = 0; i < service->field_count; i++) {
        if (strcmp(service->fields[i].code, code) == 0) {
            return (service->fields[i].kind == FIELD_TEXT) == is_text;
        }
    }
    return false;
}

/* The first question whose answer is missing or cannot be; "" none. A sensitive service's questions
 * for words are not among its fields: what answers them answers nothing. */
static const char *find_fault(const struct catalogue_service *service, const struct ask *ask)
{
    for (int i = 0; i < service->field_count; i++) {
        if (!is_answered_well(service, &service->fields[i], ask)) {
            return service->fields[i].code;
        }
    }
    for (int i = 0; i < ask->answer_count; i++) {
        if (!has_question(service, ask->answers[i].field, false)) {
            return ask->answers[i].field;
        }
    }
    for (int i = 0; i < ask->words_count; i++) {
        if (!has_question(service, ask->words[i].field, true)) {
            return ask->words[i].field;
        }
    }
    return "";
}

static const char *find_deposit_fault(const struct order_take *take)
{
    const struct str left = str_of(take->left);
    if (left.len == 0 || !utf8_is_clean(left) || utf8_count(left) > ASK_MAX_WORDS_CHARS) {
        return "left";
    }
    const bool is_price = take->price_cents >= 0 && take->price_cents <= ORDER_PRICE_MOST;
    return take->price_cents != ORDER_UNSAID && !is_price ? "price_cents" : "";
}

/* What was left stands with the decision, and what it may cost. */
static enum err write_left(struct db *db, const struct order_take *take, int64_t request_id)
{
    struct query q = db_query(db, Q_DECISION_WORDS_INSERT);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", 1);
    query_text(&q, "lang", take->ask.lang);
    query_text(&q, "words", take->left);
    const enum err err = query_run(&q);
    if (err != ERR_OK || take->price_cents == ORDER_UNSAID) {
        return err;
    }
    q = db_query(db, Q_ORDER_PRICE);
    query_int(&q, "request_id", request_id);
    query_int(&q, "no", 1);
    query_int(&q, "cents", take->price_cents);
    return query_run(&q);
}

/* Unless a rule has said yes already, or the desk may not. */
static enum err say_yes(struct db *db, const struct ask *ask, struct receipt *receipt)
{
    const struct transition *yes = flow_answer(ask->kind, receipt->state, ANSWER_YES, "");
    if (yes == NULL) {
        return ERR_OK;
    }
    struct outcome outcome;
    const struct move move = move_make(receipt->request_id, yes->verb, ask->actor);
    const enum err err = request_move(db, &move, &outcome);
    if (err == ERR_OK) {
        receipt->state = outcome.state;
        receipt->answer_by_s = 0;
    }
    return err == ERR_DENIED && outcome.reasons != 0 ? ERR_OK : err;
}

static enum err write_take(struct db *db, const struct order_take *take, const struct ask *ask,
                           struct receipt *receipt)
{
    const enum err err = request_ask(db, ask, receipt);
    if (err != ERR_OK) {
        return err;
    }
    if (ask->kind == KIND_DEPOSIT) {
        return write_left(db, take, receipt->request_id);
    }
    return take->says_yes ? say_yes(db, ask, receipt) : ERR_OK;
}

/* The first day that is asked for is when it is wanted. */
static struct terms terms_of(const struct ask *ask)
{
    struct terms terms = ask->terms;
    for (int i = 0; i < ask->answer_count && terms.from_s == 0; i++) {
        terms.from_s = ask->answers[i].date_s;
        terms.until_s = terms.from_s == 0 ? 0 : clock_day_s(terms.from_s, 1);
    }
    return terms;
}

enum err order_take(struct db *db, const struct order_take *take, struct arena *arena,
                    struct receipt *receipt, const char **field)
{
    struct catalogue_service service;
    struct ask ask = take->ask;
    *receipt = (struct receipt){0};
    *field = "service_id";
    enum err err = catalogue_service(db, arena, ask.service_id, &service);
    if (err != ERR_OK) {
        return err == ERR_NOT_FOUND ? ERR_INVALID : err;
    }
    ask.kind = service.kind;
    ask.verb = service.kind == KIND_DEPOSIT ? VERB_LEAVE : VERB_ASK;
    ask.terms = terms_of(&ask);
    *field = find_fault(&service, &ask);
    if ((*field)[0] == '\0' && ask.kind == KIND_DEPOSIT) {
        *field = find_deposit_fault(take);
    }
    if ((*field)[0] != '\0') {
        return ERR_INVALID;
    }
    err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, write_take(db, take, &ask, receipt)) : err;
}
