/* At the counter: a service's form, filled in by the desk. */
#include "core/order_desk.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/catalogue.h"
#include "core/enter.h"
#include "core/house.h"
#include "core/people.h"
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

/* It is there: days and what the form requires no longer matter. */
static bool suits(const struct catalogue_field *form, const struct ask_answer *answer)
{
    switch (form->kind) {
    case FIELD_CHOICE:
        return answer->choice != NULL && is_choice(form, answer->choice);
    case FIELD_NUMBER:
        return answer->choice == NULL && answer->date_s == 0 && answer->number >= form->least &&
               answer->number <= form->most;
    case FIELD_DATE:
    case FIELD_TEXT:
        break;
    }
    return false;
}

/* The first that cannot be; "" none. */
static const char *find_fault(const struct catalogue_service *service,
                              const struct order_take *take)
{
    const struct ask *ask = &take->ask;
    for (int i = 0; i < ask->answer_count; i++) {
        const struct catalogue_field *form = catalogue_question(service, ask->answers[i].field);
        if (form == NULL || !suits(form, &ask->answers[i])) {
            return ask->answers[i].field;
        }
    }
    const struct str left = str_of(take->left);
    if (left.len == 0 || !utf8_is_clean(left) || utf8_count(left) > ASK_MAX_WORDS_CHARS ||
        ask->words_count > 0) { /* its words are what was left */
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

static enum err take_deposit(struct db *db, const struct order_take *take,
                             const struct catalogue_service *service, struct receipt *receipt,
                             const char **field)
{
    struct household household;
    struct ask ask = take->ask;
    ask.kind = KIND_DEPOSIT;
    ask.verb = VERB_LEAVE;
    ask.terms = (struct terms){0};
    *field = find_fault(service, take);
    if ((*field)[0] != '\0') {
        return ERR_INVALID;
    }
    enum err err = ask.actor.household_id == 0 ? ERR_OK
                                               : people_get_household(db, ask.actor.household_id,
                                                                      clock_now_s(), &household);
    if (err != ERR_OK) {
        *field = "household_id";
        return err == ERR_NOT_FOUND ? ERR_INVALID : err;
    }
    err = request_ask(db, &ask, receipt);
    return err == ERR_OK ? write_left(db, take, receipt->request_id) : err;
}

static enum err write_take(struct db *db, const struct order_take *take,
                           const struct catalogue_service *service, struct arena *arena,
                           struct receipt *receipt, const char **field)
{
    struct ask ask = take->ask;
    if (service->kind == KIND_DEPOSIT) {
        return take_deposit(db, take, service, receipt, field);
    }
    const enum err err = enter_request(db, &ask, arena, receipt, field);
    return err == ERR_OK && take->says_yes ? say_yes(db, &ask, receipt) : err;
}

enum err order_take(struct db *db, const struct order_take *take, struct arena *arena,
                    struct receipt *receipt, const char **field)
{
    struct catalogue_service service;
    *receipt = (struct receipt){0};
    *field = "service_id";
    enum err err = catalogue_service(db, arena, take->ask.service_id, &service);
    if (err == ERR_OK) {
        *field = "";
        err = house_begin(db, clock_now_s());
    }
    return err == ERR_OK ? db_end(db, write_take(db, take, &service, arena, receipt, field))
           : err == ERR_NOT_FOUND ? ERR_INVALID
                                  : err;
}
