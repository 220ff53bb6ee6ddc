#include "core/order_desk.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/codes.h"
#include "core/house.h"
#include "core/query.h"
#include "core/sent.h"

enum need {
    NEEDS_WORDS = 1 << 0,
    NEEDS_PRICE = 1 << 1,
    TAKES_PRICE = 1 << 2,
    NEEDS_DAY = 1 << 3,
    NEEDS_REASON = 1 << 4,
};

/* What a step says beside the flow; the rest says nothing. */
static const struct {
    enum verb verb;
    unsigned needs;
} STEPS[] = {
    {VERB_LEAVE, NEEDS_WORDS | TAKES_PRICE},
    {VERB_REPRICE, NEEDS_PRICE | TAKES_PRICE},
    {VERB_COLLECT, NEEDS_PRICE | TAKES_PRICE},
    {VERB_FINISH, TAKES_PRICE},
    {VERB_REPAIR, TAKES_PRICE},
    {VERB_PLAN, NEEDS_DAY},
    {VERB_PROPOSE, NEEDS_DAY},
    {VERB_REFUSE, NEEDS_REASON},
};

static unsigned needs_of(enum verb verb)
{
    for (size_t i = 0; i < ARRAY_LEN(STEPS); i++) {
        if (STEPS[i].verb == verb) {
            return STEPS[i].needs;
        }
    }
    return 0;
}

struct order_act order_act_make(int64_t request_id, enum verb verb, struct actor actor)
{
    return (struct order_act){
        .request_id = request_id,
        .actor = actor,
        .verb = verb,
        .reason_code = "",
        .words = "",
        .price_cents = ORDER_UNSAID,
    };
}

static bool is_price(int64_t cents)
{
    return cents >= 0 && cents <= ORDER_PRICE_MOST;
}

static bool is_refusal(enum kind kind, const char *code)
{
    size_t count = 0;
    const char *const *codes = refusal_codes(kind, &count);
    return text_is_one_of(code, codes, count);
}

static bool are_words(const char *words)
{
    const struct str s = str_of(words);
    return utf8_is_clean(s) && utf8_count(s) <= ASK_MAX_WORDS_CHARS;
}

/* The first thing that is missing or cannot be; "" nothing. */
static const char *find_fault(const struct order_act *act, const struct request *request)
{
    const unsigned needs = needs_of(act->verb);
    const bool has_price = act->price_cents != ORDER_UNSAID;
    if (!are_words(act->words) || ((needs & NEEDS_WORDS) != 0 && act->words[0] == '\0')) {
        return "words";
    }
    if (((needs & NEEDS_PRICE) != 0 && !has_price) || (has_price && !is_price(act->price_cents)) ||
        (has_price && (needs & TAKES_PRICE) == 0)) {
        return "price_cents";
    }
    if ((needs & NEEDS_DAY) != 0 && act->from_s <= 0) {
        return "from_s";
    }
    if (act->until_s != 0 && act->until_s < act->from_s) {
        return "until_s";
    }
    if ((needs & NEEDS_REASON) != 0 && !is_refusal(request->kind, act->reason_code)) {
        return "reason_code";
    }
    return "";
}

/* *has: a price was agreed on. */
static enum err agreed_price(struct db *db, int64_t request_id, int64_t *cents, bool *has)
{
    struct query q = db_query(db, Q_ORDER_AGREED_PRICE);
    query_int(&q, "request_id", request_id);
    const enum err err = query_one_int(&q, cents);
    *has = err == ERR_OK;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* Nothing is paid above what was agreed without a yes, and only what costs more is asked about. */
static enum err check_price(struct db *db, const struct order_act *act, struct outcome *outcome,
                            const char **field)
{
    int64_t cents = 0;
    bool has = false;
    if (act->price_cents == ORDER_UNSAID) {
        return ERR_OK;
    }
    const enum err err = agreed_price(db, act->request_id, &cents, &has);
    if (err != ERR_OK || !has) {
        return err;
    }
    if (act->verb == VERB_REPRICE && act->price_cents <= cents) {
        *field = "price_cents";
        return ERR_INVALID;
    }
    const bool is_paid = act->verb != VERB_LEAVE && act->verb != VERB_REPRICE;
    if (is_paid && act->price_cents > cents && !act->is_price_agreed) {
        outcome->reasons |= GUARD_PRICE;
        return ERR_DENIED;
    }
    return ERR_OK;
}

/* To whom it goes: named, or the service's own. */
static enum err find_partner(struct db *db, const struct order_act *act, int64_t *partner_id,
                             const char **field)
{
    *partner_id = act->partner_id;
    if (!sent_is_sending(act->verb) || *partner_id != 0) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_ORDER_PROVIDER);
    query_int(&q, "request_id", act->request_id);
    const enum err err = query_one_int(&q, partner_id);
    if (err == ERR_NOT_FOUND) {
        *field = "partner_id";
        return ERR_INVALID;
    }
    return err;
}

static enum err write_facts(struct db *db, const struct order_act *act, const struct request *after,
                            int64_t partner_id, const char **field)
{
    enum err err = ERR_OK;
    if (act->price_cents != ORDER_UNSAID) {
        struct query q = db_query(db, Q_ORDER_PRICE);
        query_int(&q, "request_id", after->id);
        query_int(&q, "no", after->no);
        query_int(&q, "cents", act->price_cents);
        err = query_run(&q);
    }
    if (err == ERR_OK && sent_is_sending(act->verb)) {
        err = sent_write(db, after->id, after->no, partner_id, after->is_ended);
        if (err == ERR_NOT_FOUND) {
            *field = "partner_id";
            err = ERR_INVALID;
        }
    }
    return err;
}

static bool is_order(enum kind kind)
{
    return kind == KIND_ENQUIRY || kind == KIND_DEPOSIT || kind == KIND_VISIT;
}

static enum err make_move(struct db *db, const struct order_act *act, const struct request *request,
                          struct outcome *outcome)
{
    struct terms terms = request->terms;
    struct move move = move_make(act->request_id, act->verb, act->actor);
    if (act->from_s != 0) {
        terms.from_s = act->from_s;
        terms.until_s = act->until_s;
    }
    move.expected_no = act->expected_no;
    move.reason_code = act->reason_code;
    move.words = act->words;
    move.terms = &terms;
    if (act->verb != VERB_LEAVE && act->verb != VERB_REPRICE) {
        move.cents = act->price_cents;
    }
    return request_move(db, &move, outcome);
}

static enum err move_order(struct db *db, const struct order_act *act, struct outcome *outcome,
                           const char **field)
{
    struct request request;
    int64_t partner_id = 0;
    enum err err = request_load(db, act->request_id, &request);
    if (err == ERR_OK && !is_order(request.kind)) {
        err = ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        *field = find_fault(act, &request);
        err = (*field)[0] == '\0' ? find_partner(db, act, &partner_id, field) : ERR_INVALID;
    }
    if (err == ERR_OK) {
        err = check_price(db, act, outcome, field);
    }
    if (err == ERR_OK) {
        err = make_move(db, act, &request, outcome);
    }
    if (err == ERR_OK) {
        err = request_load(db, act->request_id, &request);
    }
    return err == ERR_OK ? write_facts(db, act, &request, partner_id, field) : err;
}

enum err order_move(struct db *db, const struct order_act *act, struct outcome *outcome,
                    const char **field)
{
    *outcome = (struct outcome){0};
    *field = "";
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, move_order(db, act, outcome, field)) : err;
}
