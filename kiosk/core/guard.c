/* The conditions of the flow table, one function each. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/guard_help.h"
#include "core/organiser.h"
#include "core/quarter.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/setting.h"
#include "core/slots.h"
#include "core/uid.h"

typedef enum err check_fn(struct db *db, const struct guard_input *input, bool *holds);

static enum err check_seats(struct db *db, const struct guard_input *input, bool *holds)
{
    int64_t capacity = 0;
    int64_t taken = 0;
    bool is_awaited = false;
    struct query q = db_query(db, Q_GUARD_SEATS);
    query_int(&q, "session_id", input->terms->session_id);
    query_int(&q, "request_id", input->request->id);
    if (query_step(&q)) {
        capacity = take_int(&q);
        taken = take_int(&q);
        is_awaited = take_int(&q) != 0;
    }
    /* A seat that came free is theirs who wait: nobody new passes them, unless the desk says so. */
    const bool is_new = input->request->no == 0 && input->actor->who == WHO_RESIDENT;
    *holds = taken + input->terms->adults + input->terms->children <= capacity &&
             !(is_new && is_awaited);
    return query_end(&q);
}

/* Of a longer loan the loan itself is looked at, with its new end. */
static enum err load_longer(struct db *db, const struct guard_input *input, struct request *loan)
{
    const enum err err = request_load(db, input->request->parent_id, loan);
    loan->terms.until_s = input->terms->until_s;
    return err;
}

/* Days that somebody waits for are theirs: no resident passes them, unless the desk says so. What
 * one holds already is one's own. */
static enum err check_nobody_passed(struct db *db, const struct guard_input *input, bool *holds)
{
    const struct request *request = input->request;
    const struct terms *terms = input->terms;
    bool is_awaited = false;
    const bool is_held = request->holds && terms->from_s >= request->terms.from_s &&
                         terms->until_s <= request->terms.until_s;
    if (input->actor->who != WHO_RESIDENT || request->kind != KIND_LOAN || is_held) {
        return ERR_OK;
    }
    const enum err err = slots_is_awaited(db,
                                          &(struct slot_wish){
                                              .item_id = request->item_id,
                                              .copy_id = terms->copy_id,
                                              .request_id = request->id,
                                              .from_s = terms->from_s,
                                              .until_s = terms->until_s,
                                          },
                                          input->now_s, &is_awaited);
    *holds = !is_awaited;
    return err;
}

static enum err check_copy(struct db *db, const struct guard_input *input, bool *holds)
{
    struct request loan = {
        .id = input->request->id,
        .item_id = input->request->item_id,
        .terms = *input->terms,
    };
    if (input->request->kind == KIND_EXTENSION) {
        const enum err err = load_longer(db, input, &loan);
        if (err != ERR_OK) {
            return err;
        }
    }
    struct query q = db_query(db, Q_GUARD_COPY);
    query_int(&q, "copy_id", loan.terms.copy_id);
    query_int(&q, "item_id", loan.item_id);
    query_int(&q, "request_id", loan.id);
    query_int(&q, "from_s", loan.terms.from_s);
    query_int(&q, "until_s", loan.terms.until_s);
    query_int(&q, "now_s", input->now_s);
    *holds = query_step(&q);
    const enum err err = query_end(&q);
    return err == ERR_OK && *holds ? check_nobody_passed(db, input, holds) : err;
}

static enum err check_not_begun(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    /* Whoever only wants a day may still ask on that day. */
    const bool is_to_the_minute =
        input->request->kind == KIND_BOOKING || input->request->kind == KIND_AMENDMENT;
    const int64_t end_s =
        is_to_the_minute ? input->terms->from_s : clock_day_s(input->terms->from_s, 1);
    *holds = input->terms->from_s == 0 || input->now_s < end_s;
    return ERR_OK;
}

static enum err check_begun(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    *holds = input->terms->from_s != 0 && input->now_s >= input->terms->from_s;
    return ERR_OK;
}

static enum err check_ended(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    *holds = input->terms->until_s != 0 && input->now_s >= input->terms->until_s;
    return ERR_OK;
}

static enum err check_published(struct db *db, const struct guard_input *input, bool *holds)
{
    char state[CODE_BYTES] = "";
    int64_t starts_s = 0;
    int64_t capacity = 0;
    struct query q = db_query(db, Q_GUARD_SESSION);
    query_int(&q, "session_id", input->terms->session_id);
    if (query_step(&q)) {
        take_code(&q, state, sizeof(state));
        starts_s = take_int(&q);
        (void)take_int(&q);
        capacity = take_int(&q);
    }
    const bool is_open = strcmp(state, state_code(STATE_PUBLISHED)) == 0 ||
                         strcmp(state, state_code(STATE_TO_DECIDE)) == 0;
    /* A session that moved while the form was open: the terms say what the resident saw. */
    *holds = is_open && capacity > 0 && starts_s == input->terms->from_s;
    return query_end(&q);
}

static enum err check_not_own(struct db *db, const struct guard_input *input, bool *holds)
{
    *holds = true;
    if (input->actor->who != WHO_DESK || input->request->household_id == 0) {
        return ERR_OK;
    }
    int64_t household_id = 0;
    struct query q = db_query(db, Q_GUARD_STAFF_HOUSEHOLD);
    query_int(&q, "staff_id", input->actor->staff_id);
    const enum err err = query_one_int(&q, &household_id);
    *holds = household_id != input->request->household_id;
    return err;
}

static enum err check_not_passed(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    *holds = input->actor->who != WHO_DESK || input->request->not_staff_id == 0 ||
             input->request->not_staff_id != input->actor->staff_id;
    return ERR_OK;
}

/* At the screen only: the desk sees who stands there. */
static enum err check_guest(struct db *db, const struct guard_input *input, bool *holds)
{
    *holds = true;
    if (input->actor->who != WHO_RESIDENT || input->actor->household_id != 0) {
        return ERR_OK;
    }
    int64_t count = 0;
    unsigned char since_uid[UID_BYTES];
    const int64_t since_s = input->now_s - CLOCK_HOUR_S;
    uid_first(since_s, since_uid);
    struct query q = db_query(db, Q_GUARD_GUEST_HOUR);
    query_blob(&q, "since_uid", since_uid, sizeof(since_uid));
    query_int(&q, "since_s", since_s);
    const enum err err = query_one_int(&q, &count);
    const int seats = input->terms->adults + input->terms->children;
    const int items = input->request->kind == KIND_LOAN;
    *holds = seats <= setting_get(db, SETTING_GUEST_SEATS) &&
             items <= setting_get(db, SETTING_GUEST_ITEMS) &&
             count < setting_get(db, SETTING_GUEST_REQUESTS_PER_HOUR);
    return err;
}

static enum err check_nobody_waits(struct db *db, const struct guard_input *input, bool *holds)
{
    struct query q = db_query(db, Q_GUARD_WAITING_FOR_ITEM);
    query_int(&q, "item_id", input->request->item_id);
    *holds = !query_step(&q);
    return query_end(&q);
}

static enum err check_party(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    const int seats = input->terms->adults + input->terms->children;
    const int before = input->request->terms.adults + input->request->terms.children;
    const bool is_first = input->request->no == 0;
    *holds = input->terms->adults >= 0 && input->terms->children >= 0 && seats >= 1 &&
             (is_first || seats <= before);
    return ERR_OK;
}

/* The session that it is about; 0: none, or one that comes to be. */
static int64_t session_of(const struct guard_input *input)
{
    const struct request *request = input->request;
    switch (request->kind) {
    case KIND_SESSION:
        return request->id;
    case KIND_AMENDMENT:
        return request->parent_id;
    default:
        return request->no == 0 ? input->terms->session_id : request->terms.session_id;
    }
}

static enum err check_capacity(struct db *db, const struct guard_input *input, bool *holds)
{
    int64_t taken = 0;
    struct query q = db_query(db, Q_GUARD_TAKEN);
    query_int(&q, "session_id", session_of(input));
    const enum err err = query_one_int(&q, &taken);
    /* A session's terms carry its new capacity in adults; 0 leaves it. */
    *holds = input->terms->adults == 0 || input->terms->adults >= taken;
    return err;
}

static bool parent_suits(const struct guard_input *input, const struct request *parent)
{
    if (input->request->kind == KIND_EXTENSION) {
        const bool is_theirs = input->actor->who != WHO_RESIDENT ||
                               request_access(parent, input->actor) == ACCESS_FULL;
        return parent->kind == KIND_LOAN && parent->state == STATE_OUT && is_theirs;
    }
    if (input->request->kind == KIND_AMENDMENT) {
        return parent->kind == KIND_SESSION &&
               flow_find(KIND_SESSION, parent->state, verb_of(input->request->choice)) != NULL;
    }
    return parent->kind == KIND_HELP && parent->state == STATE_PUBLISHED;
}

static enum err check_parent(struct db *db, const struct guard_input *input, bool *holds)
{
    struct request parent;
    const enum kind kind = input->request->kind;
    *holds = kind != KIND_EXTENSION && kind != KIND_AMENDMENT &&
             strcmp(input->request->direction, "reply") != 0;
    if (input->request->parent_id == 0) {
        return ERR_OK;
    }
    const enum err err = request_load(db, input->request->parent_id, &parent);
    if (err == ERR_OK) {
        *holds = parent_suits(input, &parent);
    }
    return err;
}

/* Whoever asked need not be asked again: which copy it is, is the house's affair. */
static enum err check_same(struct db *db, const struct guard_input *input, bool *holds)
{
    (void)db;
    const struct terms *before = &input->request->terms;
    *holds = input->terms->from_s == before->from_s && input->terms->until_s == before->until_s;
    return ERR_OK;
}

static enum err check_quarter(struct db *db, const struct guard_input *input, bool *holds)
{
    bool is_closed = false;
    const int quarter = quarter_of(input->request->terms.from_s);
    const enum err err = quarter_is_closed(db, quarter, &is_closed);
    *holds = !is_closed;
    return err;
}

/* A session that comes to be was looked at before: sessions_add(). */
static enum err check_line(struct db *db, const struct guard_input *input, bool *holds)
{
    const int64_t session_id = session_of(input);
    *holds = session_id == 0 && input->request->kind == KIND_SESSION;
    if (*holds) {
        return ERR_OK;
    }
    const enum err err = organiser_check_session(db, input->actor, session_id);
    *holds = err == ERR_OK;
    return err == ERR_DENIED ? ERR_OK : err;
}

static enum err check_agreed(struct db *db, const struct guard_input *input, bool *holds)
{
    return organiser_may_alone(db, input->actor, holds);
}

static const struct {
    enum guard guard;
    check_fn *check;
} GUARDS[] = {
    {GUARD_SEATS, check_seats},         {GUARD_COPY, check_copy},
    {GUARD_NOT_BEGUN, check_not_begun}, {GUARD_PUBLISHED, check_published},
    {GUARD_NOT_OWN, check_not_own},     {GUARD_NOT_PASSED, check_not_passed},
    {GUARD_GUEST, check_guest},         {GUARD_NOBODY_WAITS, check_nobody_waits},
    {GUARD_BEGUN, check_begun},         {GUARD_ENDED, check_ended},
    {GUARD_PARTY, check_party},         {GUARD_CAPACITY, check_capacity},
    {GUARD_PARENT, check_parent},       {GUARD_OTHERS, guard_others},
    {GUARD_NO_REPLY, guard_no_reply},   {GUARD_OTHERS_WORD, guard_others_word},
    {GUARD_SAME, check_same},           {GUARD_OWN_YES, guard_own_yes},
    {GUARD_BOTH, guard_both},           {GUARD_QUARTER, check_quarter},
    {GUARD_LINE, check_line},           {GUARD_AGREED, check_agreed},
};

enum err guard_check(struct db *db, unsigned guards, const struct guard_input *input,
                     unsigned *failed)
{
    *failed = 0;
    if (input->actor->who == WHO_ORGANISER) {
        guards |=
            GUARD_LINE; /* another association's line is nobody else's, whatever the row says */
    }
    for (size_t i = 0; i < ARRAY_LEN(GUARDS); i++) {
        if ((guards & GUARDS[i].guard) == 0) {
            continue;
        }
        bool holds = false;
        const enum err err = GUARDS[i].check(db, input, &holds);
        if (err != ERR_OK) {
            return err;
        }
        if (!holds) {
            *failed |= GUARDS[i].guard;
        }
    }
    return ERR_OK;
}

enum err guard_err(unsigned failed)
{
    return failed == 0             ? ERR_OK
           : failed == GUARD_SEATS ? ERR_FULL
           : failed == GUARD_COPY  ? ERR_CONFLICT
                                   : ERR_DENIED;
}
