/* The facts for deciding one request: each part of the card by one function. */
#include <string.h>

#include "base/clock.h"
#include "core/query.h"
#include "core/queue.h"
#include "core/request_rows.h"
#include "core/setting.h"
#include "core/slots.h"

/* How much of a copy's days the card shows, before and after what is wanted. */
enum { DAYS_BEFORE = 4, DAYS_AFTER = 10 };

static enum err read_household(struct db *db, struct queue_card *card)
{
    const int64_t now_s = clock_now_s();
    const int64_t household_id = card->line.household_id;
    if (household_id == 0) {
        return ERR_OK;
    }
    int64_t value = 0;
    struct query q = db_query(db, Q_SUBSCRIPTION_UNTIL);
    query_int(&q, "household_id", household_id);
    query_int(&q, "now_s", now_s);
    enum err err = query_one_int(&q, &card->subscribed_until_s);
    if (err == ERR_OK) {
        q = db_query(db, Q_RULE_IS_TRUSTED);
        query_int(&q, "household_id", household_id);
        err = query_one_int(&q, &value);
        card->is_trusted = value != 0;
    }
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(db, Q_QUEUE_OPEN_LOANS);
    query_int(&q, "household_id", household_id);
    query_int(&q, "late_s", now_s - setting_get(db, SETTING_LATE_S));
    if (query_step(&q)) {
        card->open_loans = (int)take_int(&q);
        card->late_loans = (int)take_int(&q);
    }
    return query_end(&q);
}

static enum err read_colleague(struct db *db, struct arena *arena, struct queue_card *card)
{
    card->passed_on_by = "";
    if (card->line.not_staff_id == 0) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_QUEUE_STAFF_NAME);
    query_int(&q, "staff_id", card->line.not_staff_id);
    if (query_step(&q)) {
        card->passed_on_by = take_text(&q, arena);
    }
    return query_end(&q);
}

static enum err read_rule(struct db *db, struct queue_card *card)
{
    struct rule rule;
    const struct request request = {
        .kind = card->line.kind,
        .item_id = card->line.item_id,
        .service_id = card->line.service_id,
        .terms.session_id = card->line.session_id,
    };
    const enum err err = rule_load(db, &request, &rule);
    memcpy(card->rule, rule.code, sizeof(card->rule));
    card->rule_limit = rule.limit;
    return err;
}

static enum err read_yes(struct db *db, const struct actor *actor, struct queue_card *card)
{
    struct request request;
    const struct transition *yes =
        flow_answer(card->line.kind, card->line.state, ANSWER_YES, card->line.direction);
    if (yes == NULL) {
        return ERR_OK;
    }
    const enum err err = request_load(db, card->line.request_id, &request);
    if (err != ERR_OK) {
        return err;
    }
    card->yes = yes->verb;
    return guard_check(db, yes->guards,
                       &(struct guard_input){
                           .request = &request,
                           .actor = actor,
                           .terms = &request.terms,
                           .now_s = clock_now_s(),
                       },
                       &card->yes_reasons);
}

static enum err read_session(struct db *db, struct arena *arena, struct queue_card *card)
{
    int64_t rank = 0;
    const struct queue_line *line = &card->line;
    const int64_t session_id = line->kind == KIND_SESSION ? line->request_id : line->session_id;
    card->place = card->partner = "";
    if (session_id == 0) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_QUEUE_SESSION);
    query_int(&q, "session_id", session_id);
    query_int(&q, "request_id", line->request_id);
    if (query_step(&q)) {
        card->starts_s = take_int(&q);
        card->ends_s = take_int(&q);
        card->place = take_text(&q, arena);
        card->capacity = (int)take_int(&q);
        card->taken = (int)take_int(&q);
        card->waiting = (int)take_int(&q);
        card->least_age = (int)take_int(&q);
        card->partner = take_text(&q, arena);
    }
    enum err err = query_end(&q);
    if (err == ERR_OK && line->state == STATE_WAITLISTED) {
        q = db_query(db, Q_STATE_RANK);
        query_int(&q, "request_id", line->request_id);
        err = query_one_int(&q, &rank);
        card->rank = (int)rank;
    }
    return err;
}

/* What an organiser proposed: a change, or dates that nobody has seen yet. */
static enum err read_proposal(struct db *db, struct arena *arena, struct queue_card *card)
{
    int64_t after = 0;
    struct queue_amendment *amendment = &card->amendment;
    char verb[CODE_BYTES];
    amendment->place = "";
    if (card->line.kind == KIND_SESSION) {
        struct query q = db_query(db, Q_QUEUE_PROPOSED_AFTER);
        query_int(&q, "session_id", card->line.request_id);
        const enum err err = query_one_int(&q, &after);
        card->proposed_after = (int)after;
        return err;
    }
    if (card->line.kind != KIND_AMENDMENT) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_QUEUE_AMENDMENT);
    query_int(&q, "request_id", card->line.request_id);
    if (query_step(&q)) {
        take_code(&q, verb, sizeof(verb));
        amendment->verb = verb_of(verb);
        amendment->from_s = take_int(&q);
        amendment->until_s = take_int(&q);
        amendment->capacity = (int)take_int(&q);
        amendment->has_place = take_int(&q) != 0;
        amendment->place = take_text(&q, arena);
        amendment->least_people = (int)take_int(&q);
        take_code(&q, amendment->reason, sizeof(amendment->reason));
        amendment->following = (int)take_int(&q);
        amendment->bookings = (int)take_int(&q);
    }
    return query_end(&q);
}

/* Copies free for the wanted days; the one asked for comes first. */
static enum err read_copies(struct db *db, int64_t request_id, int64_t from_s,
                            struct queue_card *card)
{
    struct query q = db_query(db, Q_QUEUE_COPIES);
    query_int(&q, "item_id", card->line.item_id);
    query_int(&q, "request_id", request_id);
    query_int(&q, "from_s", from_s);
    query_int(&q, "until_s", card->line.until_s);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "most", QUEUE_COPIES_MAX);
    while (card->copy_count < QUEUE_COPIES_MAX && query_step(&q)) {
        struct queue_copy copy = {.copy_id = take_int(&q), .number = (int)take_int(&q)};
        if (copy.copy_id == card->line.copy_id && card->copy_count > 0) {
            const struct queue_copy before = card->copies[0];
            card->copies[0] = copy;
            copy = before;
        }
        card->copies[card->copy_count++] = copy;
    }
    return query_end(&q);
}

static enum err read_busy(struct db *db, int64_t request_id, struct queue_card *card)
{
    struct query q = db_query(db, Q_QUEUE_COPY_LOANS);
    query_int(&q, "copy_id", card->line.copy_id);
    query_int(&q, "request_id", request_id);
    query_int(&q, "from_s", clock_day_s(card->line.from_s, -DAYS_BEFORE));
    query_int(&q, "until_s", clock_day_s(card->line.until_s, DAYS_AFTER));
    query_int(&q, "most", QUEUE_SPANS_MAX);
    while (card->busy_count < QUEUE_SPANS_MAX && query_step(&q)) {
        struct queue_span *span = &card->busy[card->busy_count++];
        span->from_s = take_int(&q);
        span->until_s = take_int(&q);
    }
    return query_end(&q);
}

/* A loan's, or for an extension the loan's that is out: what stands against it are others' loans.
 */
static enum err read_item(struct db *db, struct arena *arena, struct queue_card *card)
{
    struct queue_line *line = &card->line;
    card->shelf = "";
    if (line->item_id == 0) {
        return ERR_OK;
    }
    const bool is_extension = line->kind == KIND_EXTENSION;
    const int64_t own_id = is_extension ? line->parent_id : line->request_id;
    if (is_extension && line->copy_id == 0) {
        line->copy_id = card->parent.copy_id;
        line->copy_number = card->parent.copy_number;
    }
    struct query q = db_query(db, Q_QUEUE_ITEM);
    query_int(&q, "item_id", line->item_id);
    query_int(&q, "copy_id", line->copy_id);
    if (query_step(&q)) {
        card->deposit_cents = take_int(&q);
        card->shelf = take_text(&q, arena);
    }
    enum err err = query_end(&q);
    if (err != ERR_OK || (!is_extension && line->from_s == 0)) {
        return err; /* waits for the first that comes back: no days to look at */
    }
    if (err == ERR_OK) {
        err = read_copies(db, own_id, is_extension ? card->parent.from_s : line->from_s, card);
    }
    return err == ERR_OK ? read_busy(db, own_id, card) : err;
}

static void offer_seats(struct queue_card *card)
{
    const struct queue_line *line = &card->line;
    const int left = card->capacity > card->taken ? card->capacity - card->taken : 0;
    card->offer = (struct terms){
        .session_id = line->session_id,
        .from_s = line->from_s,
        .until_s = line->until_s,
        .adults = line->adults < left ? line->adults : left,
    };
    const int rest = left - card->offer.adults;
    card->offer.children = line->children < rest ? line->children : rest;
}

/* From the first day on which a copy is theirs, as many as can be. */
static enum err offer_first(struct db *db, struct queue_card *card)
{
    const struct queue_line *line = &card->line;
    struct slot first;
    int64_t number = 0;
    enum err err = slots_for_wait(db, line->request_id, line->item_id, 0, 0, clock_now_s(), &first);
    if (err != ERR_OK || first.why != SLOT_FREE) {
        return err == ERR_CLOCK ? ERR_OK : err; /* a wrong clock promises nothing */
    }
    card->offer = (struct terms){
        .copy_id = first.copy_id,
        .from_s = first.pickup_s,
        .until_s = first.return_s,
    };
    struct query q = db_query(db, Q_QUEUE_COPY_NUMBER);
    query_int(&q, "copy_id", first.copy_id);
    err = query_one_int(&q, &number);
    card->offer_number = (int)number;
    return err;
}

/* Of a waiting list's request only. */
static enum err read_offer(struct db *db, struct queue_card *card)
{
    const struct queue_line *line = &card->line;
    if (flow_find(line->kind, line->state, VERB_OFFER) == NULL) {
        return ERR_OK;
    }
    if (line->kind == KIND_BOOKING) {
        offer_seats(card);
        return ERR_OK;
    }
    if (line->from_s == 0) {
        return offer_first(db, card);
    }
    if (card->copy_count > 0) {
        card->offer = (struct terms){
            .copy_id = card->copies[0].copy_id,
            .from_s = line->from_s,
            .until_s = line->until_s,
        };
        card->offer_number = card->copies[0].number;
    }
    return ERR_OK;
}

static enum err read_answers(struct db *db, struct arena *arena, struct queue_card *card)
{
    char kind[CODE_BYTES];
    if (card->line.service_id == 0 || card->line.is_sensitive) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_QUEUE_ANSWERS);
    query_int(&q, "request_id", card->line.request_id);
    query_int(&q, "service_id", card->line.service_id);
    while (card->answer_count < QUEUE_ANSWERS_MAX && query_step(&q)) {
        struct queue_answer *answer = &card->answers[card->answer_count++];
        answer->label = take_text(&q, arena);
        take_code(&q, kind, sizeof(kind));
        answer->choice = take_text(&q, arena);
        answer->number = take_int(&q);
        answer->date_s = take_int(&q);
    }
    return query_end(&q);
}

static enum err read_last(struct db *db, const struct actor *actor, struct arena *arena,
                          struct queue_card *card)
{
    char code[CODE_BYTES];
    struct queue_last *last = &card->last;
    struct query q = db_query(db, Q_QUEUE_LAST);
    query_int(&q, "request_id", card->line.request_id);
    query_int(&q, "no", card->line.no);
    if (query_step(&q)) {
        take_code(&q, code, sizeof(code));
        last->verb = verb_of(code);
        take_code(&q, code, sizeof(code));
        last->who = who_of(code);
        last->staff_id = take_int(&q);
        last->staff_name = take_text(&q, arena);
        last->recorded_at_s = take_int(&q);
        take_code(&q, last->reason, sizeof(last->reason));
        last->is_news = take_int(&q) != 0;
    }
    const bool is_own = last->staff_id != 0 && last->staff_id == actor->staff_id;
    const int64_t until_s = last->recorded_at_s + setting_get(db, SETTING_UNDO_S);
    last->is_undoable =
        is_own && card->line.no > 1 && last->verb != VERB_UNDO && clock_now_s() <= until_s;
    return query_end(&q);
}

enum err queue_card(struct db *db, int64_t request_id, const struct actor *actor,
                    struct arena *arena, struct queue_card *card)
{
    *card = (struct queue_card){.yes = VERB_NONE};
    enum err err = queue_get(db, request_id, arena, &card->line);
    if (err == ERR_OK && card->line.parent_id != 0) {
        err = queue_get(db, card->line.parent_id, arena, &card->parent);
    }
    if (err == ERR_OK) {
        err = read_household(db, card);
    }
    if (err == ERR_OK) {
        err = read_colleague(db, arena, card);
    }
    if (err == ERR_OK) {
        err = read_rule(db, card);
    }
    if (err == ERR_OK) {
        err = read_yes(db, actor, card);
    }
    if (err == ERR_OK) {
        err = read_session(db, arena, card);
    }
    if (err == ERR_OK) {
        err = read_proposal(db, arena, card);
    }
    if (err == ERR_OK) {
        err = read_item(db, arena, card);
    }
    if (err == ERR_OK) {
        err = read_offer(db, card);
    }
    if (err == ERR_OK) {
        err = read_answers(db, arena, card);
    }
    return err == ERR_OK ? read_last(db, actor, arena, card) : err;
}
