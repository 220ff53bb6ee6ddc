/* Asking: everything up to the ticket, in one transaction. */
#include <string.h>

#include "base/clock.h"
#include "base/rand.h"
#include "base/text.h"
#include "core/calls.h"
#include "core/house.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/uid.h"

struct ask ask_make(enum kind kind, enum verb verb, struct actor actor)
{
    return (struct ask){
        .kind = kind,
        .verb = verb,
        .actor = actor,
        .channel = "screen",
        .lang = "fr",
        .for_whom = "self",
        .direction = "",
        .category = "",
        .choice = "",
        .urgency = "",
        .first_name = "",
        .phone = "",
        .for_name = "",
        .paper_number = "",
    };
}

static bool is_clean(const char *text, size_t max_chars)
{
    const struct str s = str_of(text);
    return utf8_is_clean(s) && utf8_count(s) <= max_chars;
}

static enum err check_texts(const struct ask *ask)
{
    enum { NAME_CHARS = 60, PHONE_CHARS = 30 };
    bool is_fine = is_clean(ask->first_name, NAME_CHARS) && is_clean(ask->phone, PHONE_CHARS) &&
                   is_clean(ask->for_name, NAME_CHARS);
    for (int i = 0; i < ask->words_count; i++) {
        is_fine = is_fine && is_clean(ask->words[i].words, ASK_MAX_WORDS_CHARS);
    }
    return is_fine ? ERR_OK : ERR_INVALID;
}

/* The request as it would be before its first decision: what guards look at. */
static struct request before_ask(const struct ask *ask)
{
    struct request request = {
        .kind = ask->kind,
        .state = STATE_NONE,
        .rank_s = ask->happened_at_s == 0 ? clock_now_s() : ask->happened_at_s,
        .is_danger = ask->is_danger,
        .is_private = ask->is_private,
        .household_id = ask->actor.household_id,
        .person_id = ask->actor.person_id,
        .parent_id = ask->parent_id,
        .item_id = ask->item_id,
        .service_id = ask->service_id,
        .terms = {.session_id = ask->terms.session_id},
    };
    const struct {
        const char *from;
        char *to;
    } codes[] = {
        {ask->direction, request.direction},
        {ask->category, request.category},
        {ask->choice, request.choice},
        {ask->channel, request.channel},
    };
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        const size_t len = strnlen(codes[i].from, CODE_BYTES - 1);
        memcpy(codes[i].to, codes[i].from, len);
    }
    return request;
}

static enum err check_guards(struct db *db, const struct ask *ask, const struct request *request,
                             const struct transition **row, unsigned *reasons)
{
    *reasons = 0;
    *row = flow_find(ask->kind, STATE_NONE, ask->verb);
    if (*row == NULL || ((*row)->who & ask->actor.who) == 0) {
        return ERR_DENIED;
    }
    return guard_check(db, (*row)->guards,
                       &(struct guard_input){
                           .request = request,
                           .actor = &ask->actor,
                           .terms = &ask->terms,
                           .now_s = clock_now_s(),
                       },
                       reasons);
}

enum err request_may_ask(struct db *db, const struct ask *ask, unsigned *reasons)
{
    const struct request request = before_ask(ask);
    const struct transition *row = NULL;
    const enum err err = check_guards(db, ask, &request, &row, reasons);
    return err != ERR_OK ? err : guard_err(*reasons);
}

static enum err insert_request(struct db *db, const struct ask *ask, int64_t version_of,
                               struct request *request)
{
    unsigned char uid[UID_BYTES];
    const int64_t now_s = clock_now_s();
    uid_draw(now_s, uid);
    struct query q = db_query(db, Q_REQUEST_INSERT);
    query_blob(&q, "uid", uid, sizeof(uid));
    query_text(&q, "kind", kind_code(ask->kind));
    query_int_or_null(&q, "version_of", version_of);
    query_int_or_null(&q, "parent_id", ask->parent_id);
    query_text(&q, "channel", ask->channel);
    query_text(&q, "lang", ask->lang);
    query_int(&q, "asked_at_s", request->rank_s);
    query_int(&q, "recorded_at_s", now_s);
    query_int_or_null(&q, "person_id", ask->actor.person_id);
    query_text(&q, "for_whom", ask->for_whom);
    query_int_or_null(&q, "staff_id", ask->actor.staff_id);
    query_int(&q, "is_private", ask->is_private);
    query_int(&q, "is_danger", ask->is_danger);
    query_int_or_null(&q, "session_id", ask->terms.session_id);
    query_int_or_null(&q, "item_id", ask->item_id);
    query_int_or_null(&q, "service_id", ask->service_id);
    query_text(&q, "direction", ask->direction);
    query_text(&q, "category", ask->category);
    query_text(&q, "choice", ask->choice);
    query_text(&q, "urgency", ask->urgency);
    const enum err err = query_run(&q);
    request->id = db_last_id(db);
    return err;
}

static enum err insert_owner(struct db *db, int64_t request_id, int64_t household_id)
{
    if (household_id == 0) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_REQUEST_OWNER_INSERT);
    query_int(&q, "request_id", request_id);
    query_int(&q, "household_id", household_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

static enum err insert_contact(struct db *db, const struct ask *ask, int64_t request_id)
{
    if (ask->first_name[0] == '\0' && ask->phone[0] == '\0' && ask->for_name[0] == '\0') {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_REQUEST_CONTACT_INSERT);
    query_int(&q, "request_id", request_id);
    query_text(&q, "first_name", ask->first_name);
    query_text(&q, "phone", ask->phone);
    query_text(&q, "for_name", ask->for_name);
    return query_run(&q);
}

static enum err insert_words(struct db *db, const struct ask *ask, int64_t request_id)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < ask->words_count; i++) {
        if (ask->words[i].words[0] == '\0') {
            continue;
        }
        struct query q = db_query(db, Q_REQUEST_WORDS_INSERT);
        query_int(&q, "request_id", request_id);
        query_text(&q, "field", ask->words[i].field);
        query_text(&q, "lang", ask->lang);
        query_text(&q, "words", ask->words[i].words);
        err = query_run(&q);
    }
    return err;
}

static enum err insert_answers(struct db *db, const struct ask *ask, int64_t request_id)
{
    enum err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < ask->answer_count; i++) {
        const struct ask_answer *answer = &ask->answers[i];
        struct query q = db_query(db, Q_REQUEST_ANSWER_INSERT);
        query_int(&q, "request_id", request_id);
        query_text(&q, "field", answer->field);
        if (answer->choice != NULL) {
            query_text(&q, "choice", answer->choice);
        } else if (answer->date_s != 0) {
            query_int(&q, "date_s", answer->date_s);
        } else {
            query_int(&q, "number", answer->number);
        }
        err = query_run(&q);
    }
    return err;
}

static enum err first_decision(struct db *db, const struct ask *ask, const struct transition *row,
                               struct request *request)
{
    const unsigned flags = flow_state_flags(row->kind, row->to);
    return rows_write_step(db, &(struct step){
                                   .request = request,
                                   .verb = ask->verb,
                                   .to = row->to,
                                   .who = ask->actor.who,
                                   .staff_id = ask->actor.staff_id,
                                   .reason_code = "",
                                   .words = "",
                                   .lang = ask->lang,
                                   .terms = ask->terms,
                                   .holds = (flags & STATE_HOLDS) != 0,
                                   .happened_at_s = request->rank_s,
                                   .is_quiet = ask->verb != VERB_MATCH, /* they stand before it */
                                   .cents = MOVE_AS_PRICED,
                               });
}

/* Under an automatic rule the house says yes at once: the resident sees it on the ticket. */
static enum err decide_by_rule(struct db *db, struct request *request)
{
    bool allows = false;
    const struct transition *yes =
        flow_answer(request->kind, request->state, ANSWER_YES, request->direction);
    if (yes == NULL || (yes->who & WHO_HOUSE) == 0) {
        return ERR_OK;
    }
    enum err err = rule_allows(db, request, &allows);
    if (err == ERR_OK && allows) {
        struct outcome outcome = {0};
        const struct move move =
            move_make(request->id, yes->verb, (struct actor){.who = WHO_HOUSE});
        err = move_apply(db, &move, request->id, request->no, true, &outcome);
        if (err != ERR_OK && err == guard_err(outcome.reasons)) {
            return ERR_OK; /* refused before anything was written: it waits for the desk */
        }
        if (err == ERR_OK) {
            err = request_load(db, request->id, request);
        }
    }
    return err;
}

static enum err fill_receipt(struct db *db, const struct request *request, struct receipt *receipt)
{
    int64_t rank = 0;
    receipt->request_id = request->id;
    receipt->state = request->state;
    receipt->answer_by_s = request->answer_by_s;
    receipt->hold_ends_s = request->hold_ends_s;
    struct query q = db_query(db, Q_STATE_RANK);
    query_int(&q, "request_id", request->id);
    const enum err err = query_one_int(&q, &rank);
    receipt->rank = (int)rank;
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

static enum err move_ticket(struct db *db, int64_t from_id, int64_t to_id)
{
    struct query q = db_query(db, Q_TICKET_MOVE);
    query_int(&q, "request_id", from_id);
    query_int(&q, "to_id", to_id);
    return query_run(&q);
}

/* A resident's danger rings at the desk. Source: db/README.md, "Sensitive matters". */
static enum err ring_danger(struct db *db, const struct ask *ask)
{
    int64_t call_id = 0;
    return ask->is_danger && ask->actor.who == WHO_RESIDENT ? calls_ring(db, "safety", &call_id)
                                                            : ERR_OK;
}

static enum err write_ask(struct db *db, const struct ask *ask, int64_t version_of,
                          struct request *request, struct receipt *receipt)
{
    const struct transition *row = NULL;
    enum err err = check_guards(db, ask, request, &row, &receipt->reasons);
    if (err == ERR_OK) {
        err = guard_err(receipt->reasons);
    }
    if (err == ERR_OK) {
        err = insert_request(db, ask, version_of, request);
    }
    if (err == ERR_OK) {
        err = insert_owner(db, request->id, request->household_id);
    }
    if (err == ERR_OK) {
        err = insert_contact(db, ask, request->id);
    }
    if (err == ERR_OK) {
        err = insert_words(db, ask, request->id);
    }
    if (err == ERR_OK) {
        err = insert_answers(db, ask, request->id);
    }
    if (err == ERR_OK) {
        err = version_of == 0 ? ticket_create(db, request->id, ask->paper_number, receipt->number,
                                              receipt->token)
                              : move_ticket(db, version_of, request->id);
    }
    if (err == ERR_OK) {
        err = first_decision(db, ask, row, request);
    }
    if (err == ERR_OK) {
        err = decide_by_rule(db, request);
    }
    if (err == ERR_OK) {
        err = ring_danger(db, ask);
    }
    return err == ERR_OK ? fill_receipt(db, request, receipt) : err;
}

enum err request_ask(struct db *db, const struct ask *ask, struct receipt *receipt)
{
    *receipt = (struct receipt){0};
    struct request request = before_ask(ask);
    enum err err = check_texts(ask);
    if (err != ERR_OK || db_is_writing(db)) {
        return err != ERR_OK ? err : write_ask(db, ask, 0, &request, receipt);
    }
    err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, write_ask(db, ask, 0, &request, receipt)) : err;
}

/* Ends the old version before the new one asks, so that its own seats do not stand in its way. */
static enum err replace_old(struct db *db, struct request *old, const struct ask *ask)
{
    return rows_write_step(db, &(struct step){
                                   .request = old,
                                   .verb = VERB_CORRECT,
                                   .to = STATE_REPLACED,
                                   .who = ask->actor.who,
                                   .staff_id = ask->actor.staff_id,
                                   .reason_code = "",
                                   .words = "",
                                   .lang = ask->lang,
                                   .terms = old->terms,
                                   .holds = false,
                                   .happened_at_s = clock_now_s(),
                                   .is_quiet = true,
                                   .is_uncounted = true, /* its correction will be */
                               });
}

static enum err write_correction(struct db *db, int64_t request_id, const struct ask *ask,
                                 struct receipt *receipt)
{
    struct request old;
    enum err err = request_load(db, request_id, &old);
    if (err != ERR_OK) {
        return err;
    }
    const bool is_waiting = old.state == STATE_ASKED || old.state == STATE_WAITLISTED;
    const bool may = ask->actor.who == WHO_DESK ||
                     (is_waiting && request_access(&old, &ask->actor) == ACCESS_FULL);
    if (!may || old.is_ended || !flow_has_state(old.kind, STATE_REPLACED)) {
        return ERR_DENIED;
    }
    struct request request = before_ask(ask);
    request.rank_s = old.rank_s;
    request.household_id = old.household_id;
    err = replace_old(db, &old, ask);
    return err != ERR_OK ? err : write_ask(db, ask, request_id, &request, receipt);
}

enum err request_correct(struct db *db, int64_t request_id, const struct ask *ask,
                         struct receipt *receipt)
{
    *receipt = (struct receipt){0};
    enum err err = check_texts(ask);
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    return err == ERR_OK ? db_end(db, write_correction(db, request_id, ask, receipt)) : err;
}
