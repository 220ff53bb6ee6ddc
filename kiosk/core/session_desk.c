#include "core/session_desk.h"

#include "base/clock.h"
#include "base/text.h"
#include "core/amendment.h"
#include "core/codes.h"
#include "core/house.h"
#include "core/organiser.h"
#include "core/query.h"
#include "core/request_rows.h"
#include "core/session_parts.h"

enum err session_choose(struct db *db, int64_t session_id, enum session_scope scope,
                        struct session_choice *chosen)
{
    *chosen = (struct session_choice){.ids = {session_id}, .count = 1};
    if (scope == SESSION_ALONE) {
        return ERR_OK;
    }
    struct query q = db_query(db, Q_SESSION_FOLLOWING);
    query_int(&q, "session_id", session_id);
    while (chosen->count <= SERIES_MAX && query_step(&q)) {
        chosen->ids[chosen->count++] = take_int(&q);
    }
    return query_end(&q);
}

enum err session_load(struct db *db, int64_t session_id, struct request *session)
{
    const enum err err = request_load(db, session_id, session);
    return err == ERR_OK && session->kind != KIND_SESSION ? ERR_NOT_FOUND : err;
}

/* ---- What may be said ---- */

enum { DATE = 1 << 0, NEEDS_DATE = 1 << 1, NEEDS_REASON = 1 << 2, NEEDS_WORDS = 1 << 3 };

static const struct {
    enum verb verb;
    unsigned rules;
} ACTS[] = {
    {VERB_MOVE, DATE | NEEDS_DATE}, {VERB_POSTPONE, DATE | NEEDS_REASON},
    {VERB_PUBLISH, DATE},           {VERB_CANCEL, NEEDS_REASON},
    {VERB_TELL, NEEDS_WORDS},       {VERB_RETURN, NEEDS_REASON},
};

static bool is_reason(enum verb verb, const char *code)
{
    size_t count = 0;
    const char *const *codes =
        verb == VERB_RETURN ? refusal_codes(KIND_SESSION, &count) : session_reason_codes(&count);
    return text_is_one_of(code, codes, count);
}

bool session_is_possible(int64_t starts_s, int64_t ends_s)
{
    return ends_s > starts_s && ends_s - starts_s <= SESSION_LONGEST_S;
}

static enum err check_act(const struct session_act *act)
{
    const struct str words = str_of(act->words);
    const bool has_date = act->starts_s != 0;
    const bool is_date_fine = !has_date || (session_is_possible(act->starts_s, act->ends_s) &&
                                            act->starts_s > clock_now_s());
    const bool are_words_fine = utf8_is_clean(words) && utf8_count(words) <= ASK_MAX_WORDS_CHARS;
    const bool is_reason_fine =
        act->reason_code[0] == '\0' || is_reason(act->verb, act->reason_code);
    for (size_t i = 0; i < ARRAY_LEN(ACTS); i++) {
        if (ACTS[i].verb != act->verb) {
            continue;
        }
        const unsigned rules = ACTS[i].rules;
        const bool is_whole = (has_date || (rules & NEEDS_DATE) == 0) &&
                              (!has_date || (rules & DATE) != 0) &&
                              (act->reason_code[0] != '\0' || (rules & NEEDS_REASON) == 0) &&
                              (act->words[0] != '\0' || (rules & NEEDS_WORDS) == 0);
        return is_whole && is_date_fine && are_words_fine && is_reason_fine ? ERR_OK : ERR_INVALID;
    }
    return ERR_INVALID;
}

/* ---- Dates ---- */

/* The day of at_s moved by days, at the local time of day of like_s. */
static int64_t at_time_of(int64_t at_s, int days, int64_t like_s)
{
    const struct civil like = clock_civil(like_s);
    struct civil local = clock_civil(at_s);
    local.day += days;
    local.hour = like.hour;
    local.minute = like.minute;
    local.second = 0;
    return clock_utc_s(local);
}

/* The dates of one session when the first goes from `from` to the act's. */
static struct terms dated(const struct request *session, const struct terms *from, int64_t starts_s,
                          int64_t ends_s)
{
    struct terms terms = session->terms;
    const int days = clock_days_between(from->from_s, starts_s);
    terms.from_s = at_time_of(session->terms.from_s, days, starts_s);
    terms.until_s = at_time_of(terms.from_s, clock_days_between(starts_s, ends_s), ends_s);
    return terms;
}

/* A date that was foreseen and holds asks nobody again. */
static bool is_same_date(const struct terms *a, const struct terms *b)
{
    return a->from_s == b->from_s && a->until_s == b->until_s;
}

/* ---- Acts ---- */

struct cause {
    int64_t id;
    int no;
    enum state state; /* before */
    struct terms terms;
    int64_t cause_id; /* its own; 0: none */
    int cause_no;
};

static enum err act_on(struct db *db, const struct session_act *act, const struct request *session,
                       const struct cause *first, struct session_done *done)
{
    const bool is_first = session->id == act->session_id;
    struct move move = move_make(session->id, act->verb, act->actor);
    struct terms terms;
    struct outcome outcome = {0};
    move.expected_no = is_first ? act->expected_no : 0;
    move.reason_code = act->reason_code;
    move.words = act->words;
    move.lang = act->lang;
    if (act->starts_s != 0) {
        terms = dated(session, &first->terms, act->starts_s, act->ends_s);
        move.terms = is_same_date(&terms, &session->terms) ? NULL : &terms;
    }
    if (act->verb == VERB_MOVE && move.terms == NULL) {
        return ERR_OK; /* it stands there already */
    }
    const enum err err = move_apply(db, &move, is_first ? first->cause_id : first->id,
                                    is_first ? first->cause_no : first->no, false, &outcome);
    if (is_first || err != ERR_OK) {
        done->outcome = outcome;
    }
    if (err != ERR_OK) {
        done->refused_id = session->id;
        return err;
    }
    done->sessions++;
    return session_count_told(db, session->id, &done->told);
}

/* What was postponed stands in the agenda again only with a date to come; a move goes somewhere. */
static enum err check_first(const struct session_act *act, const struct request *session)
{
    const bool is_again = act->verb == VERB_PUBLISH && session->state == STATE_POSTPONED;
    const bool is_unseen = (flow_state_flags(KIND_SESSION, session->state) & STATE_UNSEEN) != 0;
    if (is_again && act->starts_s == 0 && session->terms.from_s <= clock_now_s()) {
        return ERR_INVALID;
    }
    const struct terms wanted = {.from_s = act->starts_s, .until_s = act->ends_s};
    if (act->verb == VERB_MOVE && is_same_date(&wanted, &session->terms)) {
        return ERR_INVALID;
    }
    return act->verb == VERB_PUBLISH && is_unseen && act->starts_s != 0 ? ERR_INVALID : ERR_OK;
}

static bool concerns(const struct session_act *act, const struct request *session,
                     const struct cause *first)
{
    const bool is_of_state =
        act->verb == VERB_PUBLISH || act->verb == VERB_SUBMIT || act->verb == VERB_RETURN;
    return flow_find(KIND_SESSION, session->state, act->verb) != NULL &&
           (!is_of_state || session->state == first->state);
}

enum err session_act_because(struct db *db, const struct request *cause,
                             const struct session_act *act, struct session_done *done)
{
    struct request session;
    struct session_choice chosen;
    struct cause first = {
        .id = act->session_id,
        .cause_id = cause == NULL ? 0 : cause->id,
        .cause_no = cause == NULL ? 0 : cause->no,
    };
    enum err err = session_choose(db, act->session_id, act->scope, &chosen);
    if (err == ERR_OK) {
        err = session_load(db, act->session_id, &session);
    }
    if (err == ERR_OK) {
        err = check_first(act, &session);
    }
    if (err == ERR_OK) {
        first.state = session.state;
        first.terms = session.terms;
        err = act_on(db, act, &session, &first, done);
        first.no = done->outcome.no;
    }
    for (int i = 1; err == ERR_OK && i < chosen.count; i++) {
        err = session_load(db, chosen.ids[i], &session);
        if (err == ERR_OK && concerns(act, &session, &first)) {
            err = act_on(db, act, &session, &first, done);
        }
    }
    return err;
}

enum err session_count_told(struct db *db, int64_t session_id, int *told)
{
    int64_t count = 0;
    struct query q = db_query(db, Q_SESSION_TOLD);
    query_int(&q, "session_id", session_id);
    const enum err err = query_one_int(&q, &count);
    *told += (int)count;
    return err;
}

enum err session_waits(struct db *db, const struct actor *actor, const struct request *session,
                       enum verb verb, bool *waits)
{
    const struct transition *row = flow_find(KIND_SESSION, session->state, verb);
    bool may = true;
    enum err err = ERR_OK;
    if (row != NULL && (row->guards & GUARD_AGREED) != 0) {
        err = organiser_may_alone(db, actor, &may);
    }
    *waits = !may;
    return err;
}

/* It stays as it stands in the agenda, and the concierge is asked. */
static enum err propose(struct db *db, const struct session_act *act, const struct request *session,
                        struct session_done *done)
{
    done->is_proposed = true;
    done->outcome = (struct outcome){.state = session->state, .no = session->no};
    if (act->expected_no != 0 && act->expected_no != session->no) {
        return ERR_CONFLICT;
    }
    const enum err err = check_first(act, session);
    return err == ERR_OK ? amendment_ask_act(db, act, &done->outcome.reasons) : err;
}

static enum err act_or_propose(struct db *db, const struct session_act *act,
                               struct session_done *done)
{
    struct request session;
    struct session_act submitted = *act;
    bool waits = false;
    enum err err = session_load(db, act->session_id, &session);
    if (err == ERR_OK) {
        err = session_waits(db, &act->actor, &session, act->verb, &waits);
    }
    if (err != ERR_OK || !waits) {
        return err == ERR_OK ? session_act_because(db, NULL, act, done) : err;
    }
    if ((flow_state_flags(KIND_SESSION, session.state) & STATE_UNSEEN) == 0) {
        return propose(db, act, &session, done);
    }
    done->is_proposed = true;
    submitted.verb = VERB_SUBMIT;
    err = check_first(act, &session);
    return err == ERR_OK ? session_act_because(db, NULL, &submitted, done) : err;
}

enum err session_act(struct db *db, const struct session_act *act, struct session_done *done)
{
    const bool is_within = db_is_writing(db);
    *done = (struct session_done){0};
    enum err err = check_act(act);
    if (err == ERR_OK && !is_within) {
        err = house_begin(db, clock_now_s());
    }
    if (err != ERR_OK) {
        return err;
    }
    err = act_or_propose(db, act, done);
    return is_within ? err : db_end(db, err);
}
