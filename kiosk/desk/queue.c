/* À valider: the pile, one request's card, the three answers, several at once, and the way back.
 * Source: db/README.md, "Flows". */
#include "desk/queue.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/codes.h"
#include "core/loan_desk.h"
#include "core/session_desk.h"
#include "desk/route.h"
#include "desk/rows_json.h"

enum { MANY_MAX = 50 };

static const char *const DOMAIN_CODES[QUEUE_DOMAIN_COUNT] = {
    [QUEUE_ALL] = "all",   [QUEUE_WORKSHOPS] = "workshops", [QUEUE_LOANS] = "loans",
    [QUEUE_HELP] = "help", [QUEUE_SERVICES] = "services",
};

/* ---- Reading ---- */

static enum queue_domain domain_of(struct exchange *exchange)
{
    const char *code = field_text(exchange, "domain", CODE_BYTES);
    for (int domain = 0; domain < QUEUE_DOMAIN_COUNT; domain++) {
        if (strcmp(code, DOMAIN_CODES[domain]) == 0) {
            return (enum queue_domain)domain;
        }
    }
    if (code[0] != '\0') {
        exchange->field_err = ERR_INVALID;
        exchange->field = "domain";
    }
    return QUEUE_ALL;
}

/* The last line of the page before; none: from the first on. */
static struct queue_key key_of(struct exchange *exchange)
{
    const struct queue_key key = {
        .is_danger = field_int(exchange, "after_danger") != 0,
        .rank_s = field_int(exchange, "after_rank_s"),
        .request_id = field_int(exchange, "after_id"),
    };
    return key.request_id == 0 ? queue_first() : key;
}

static enum err make_waiting(struct exchange *exchange, const char **list, bool *is_more)
{
    struct queue_waiting *waiting = NULL;
    int count = 0;
    enum err err = queue_waiting_lists(exchange->db, exchange->arena, &waiting, &count, is_more);
    *list = "[]";
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *json = "null";
        if (line_is_hidden(exchange, &waiting[i].line)) {
            continue;
        }
        err = line_json(exchange, &waiting[i].line, &json);
        if (err == ERR_OK) {
            struct query q = db_query(exchange->db, Q_PILE_WAITING);
            query_text(&q, "line", json);
            query_int(&q, "free", waiting[i].free);
            query_int(&q, "waiting", waiting[i].waiting);
            err = json_take(exchange, &q, &json);
        }
        *list = json_append(exchange, *list, json);
    }
    return err;
}

static enum err answer_queue(struct exchange *exchange)
{
    struct queue_counts counts;
    struct queue_list list = {0};
    const char *lines = "[]";
    const char *waiting = "[]";
    bool is_more_waiting = false;
    const enum queue_domain domain = domain_of(exchange);
    const struct queue_key key = key_of(exchange);
    enum err err = exchange->field_err;
    err = err != ERR_OK ? err : queue_count(exchange->db, &counts);
    err = err != ERR_OK ? err : queue_page(exchange->db, domain, key, exchange->arena, &list);
    err = err != ERR_OK ? err : lines_json(exchange, &list, &lines);
    err = err != ERR_OK ? err : make_waiting(exchange, &waiting, &is_more_waiting);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_PILE_QUEUE);
    for (int i = 0; i < QUEUE_DOMAIN_COUNT; i++) {
        query_int(&q, DOMAIN_CODES[i], counts.waiting[i]);
    }
    query_int(&q, "danger", counts.danger);
    query_int(&q, "oldest_s", counts.oldest_s);
    query_text(&q, "lines", lines);
    query_int(&q, "is_more", list.is_more);
    query_text(&q, "waiting_lists", waiting);
    query_int(&q, "is_more_waiting", is_more_waiting);
    return exchange_answer(exchange, &q);
}

static enum err answer_offers(struct exchange *exchange)
{
    struct queue_offer offers[QUEUE_OFFERS_MAX];
    int count = 0;
    const char *list = "[]";
    const int64_t request_id = field_int(exchange, "request_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = queue_offers(exchange->db, request_id, exchange->arena, offers, &count);
    }
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *json = "null";
        struct query q = db_query(exchange->db, Q_PILE_OFFER);
        query_int(&q, "session_id", offers[i].terms.session_id);
        query_int(&q, "copy_id", offers[i].terms.copy_id);
        query_int(&q, "from_s", offers[i].terms.from_s);
        query_int(&q, "until_s", offers[i].terms.until_s);
        query_int(&q, "adults", offers[i].terms.adults);
        query_int(&q, "children", offers[i].terms.children);
        query_int(&q, "seats_left", offers[i].seats_left);
        query_int(&q, "copy_number", offers[i].copy_number);
        err = json_take(exchange, &q, &json);
        list = json_append(exchange, list, json);
    }
    return err != ERR_OK ? err : lines_answer(exchange, list, false);
}

static enum err answer_recent(struct exchange *exchange)
{
    struct queue_decision *decisions = NULL;
    int count = 0;
    const char *list = "[]";
    enum err err =
        queue_recent(exchange->db, exchange->login.staff_id, exchange->arena, &decisions, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *json = "null";
        err = line_json(exchange, &decisions[i].line, &json);
        if (err == ERR_OK) {
            struct query q = db_query(exchange->db, Q_PILE_RECENT);
            query_text(&q, "line", json);
            query_text(&q, "verb", verb_code(decisions[i].verb));
            query_int(&q, "recorded_at_s", decisions[i].recorded_at_s);
            err = json_take(exchange, &q, &json);
        }
        list = json_append(exchange, list, json);
    }
    return err != ERR_OK ? err : lines_answer(exchange, list, false);
}

/* ---- Deciding ---- */

/* What was answered, besides which request it is about. */
struct answered {
    enum answer answer; /* ANSWER_NONE: the verb says it */
    enum verb verb;
    const char *reason;
    const char *words;
    const char *lang;
    bool with_following; /* dates of one series that were proposed together */
    bool has_terms;
    struct terms terms;
};

static struct answered read_answer(struct exchange *exchange)
{
    const char *answer = field_text(exchange, "answer", CODE_BYTES);
    const char *verb = field_text(exchange, "verb", CODE_BYTES);
    struct answered answered = {
        .answer = strcmp(answer, "yes") == 0  ? ANSWER_YES
                  : strcmp(answer, "no") == 0 ? ANSWER_NO
                                              : ANSWER_NONE,
        .verb = verb_of(verb),
        .reason = field_text(exchange, "reason", CODE_BYTES - 1),
        .words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS),
        .lang = field_text(exchange, "lang", CODE_BYTES),
        .with_following = field_bool(exchange, "with_following"),
        .terms =
            {
                .session_id = field_int(exchange, "terms.session_id"),
                .copy_id = field_int(exchange, "terms.copy_id"),
                .from_s = field_int(exchange, "terms.from_s"),
                .until_s = field_int(exchange, "terms.until_s"),
                .adults = field_small(exchange, "terms.adults"),
                .children = field_small(exchange, "terms.children"),
            },
    };
    answered.has_terms =
        answered.terms.session_id != 0 || answered.terms.copy_id != 0 || answered.terms.from_s != 0;
    if (answered.answer == ANSWER_NONE && answered.verb == VERB_COUNT) {
        exchange->field_err = ERR_INVALID;
        exchange->field = "verb";
    }
    return answered;
}

/* A reason is one of those that there are for that answer, or none. */
static bool is_reason(enum kind kind, enum verb verb, const char *code)
{
    size_t count = 0;
    const char *const *codes = verb == VERB_REDIRECT ? need_codes(&count)
                               : verb == VERB_CLOSE  ? help_closing_codes(&count)
                               : verb == VERB_CANCEL ? session_reason_codes(&count)
                                                     : refusal_codes(kind, &count);
    return code[0] == '\0' || text_is_one_of(code, codes, count);
}

/* The pile's own moves: answers to what waits, and what is done with waiting lists. All else needs
 * more than a word: parts, a deposit, a day. */
static bool is_for_pile(const struct queue_line *line, const struct transition *move)
{
    return move != NULL && (move->answer != ANSWER_NONE || line->state == STATE_WAITLISTED ||
                            move->verb == VERB_CANCEL);
}

static enum err decide_series(struct exchange *exchange, const struct queue_line *line,
                              enum verb verb, const struct answered *answered,
                              struct outcome *outcome)
{
    struct session_done done = {0};
    const struct session_act act = {
        .session_id = line->request_id,
        .expected_no = line->no,
        .actor = exchange_actor(exchange),
        .verb = verb,
        .scope = SESSION_AND_FOLLOWING,
        .reason_code = answered->reason,
        .words = answered->words,
        .lang = answered->lang,
    };
    const enum err err = session_act(exchange->db, &act, &done);
    *outcome = done.outcome;
    return err;
}

static enum err decide(struct exchange *exchange, int64_t request_id, int no,
                       const struct answered *answered, struct outcome *outcome)
{
    struct queue_line line;
    *outcome = (struct outcome){0};
    const enum err err = queue_get(exchange->db, request_id, exchange->arena, &line);
    if (err != ERR_OK) {
        return err;
    }
    if (line.no != no) {
        return ERR_CONFLICT;
    }
    const struct transition *row =
        answered->answer == ANSWER_NONE
            ? flow_find(line.kind, line.state, answered->verb)
            : flow_answer(line.kind, line.state, answered->answer, line.direction);
    if (!is_for_pile(&line, row)) {
        return row == NULL ? ERR_CONFLICT : ERR_DENIED;
    }
    if (!is_reason(line.kind, row->verb, answered->reason)) {
        exchange->field = "reason";
        return ERR_INVALID;
    }
    if (line.kind == KIND_SESSION && answered->with_following) {
        return decide_series(exchange, &line, row->verb, answered, outcome);
    }
    struct move move = move_make(request_id, row->verb, exchange_actor(exchange));
    move.expected_no = no;
    move.reason_code = answered->reason;
    move.words = answered->words;
    move.lang = answered->lang;
    move.terms = answered->has_terms ? &answered->terms : NULL;
    return request_move(exchange->db, &move, outcome);
}

static enum err act_decide(struct exchange *exchange)
{
    struct outcome outcome;
    const int64_t request_id = field_int(exchange, "request_id");
    const int no = field_small(exchange, "no");
    const struct answered answered = read_answer(exchange);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    return exchange_answer_move(exchange, decide(exchange, request_id, no, &answered, &outcome),
                                &outcome);
}

/* One of several: what became of it goes into the list, whatever it was. */
static enum err decide_one(struct exchange *exchange, int i, const struct answered *answered,
                           const char **list)
{
    struct outcome outcome;
    const char *json = "null";
    const int64_t request_id =
        field_int(exchange, arena_printf(exchange->arena, "requests[%d].request_id", i));
    const int no = field_small(exchange, arena_printf(exchange->arena, "requests[%d].no", i));
    const enum err did = decide(exchange, request_id, no, answered, &outcome);
    const char *reasons = reasons_json(exchange, outcome.reasons);
    struct query q = db_query(exchange->db, Q_PILE_MANY);
    query_int(&q, "request_id", request_id);
    query_text(&q, "error", did == ERR_OK ? "" : err_name(did));
    query_text(&q, "reasons", reasons);
    query_text(&q, "state", did == ERR_OK ? state_code(outcome.state) : "");
    query_int(&q, "no", outcome.no);
    const enum err err = json_take(exchange, &q, &json);
    *list = json_append(exchange, *list, json);
    return err;
}

static enum err act_decide_many(struct exchange *exchange)
{
    const char *list = "[]";
    const struct answered answered = read_answer(exchange);
    const int count = field_count(exchange, "requests", MANY_MAX);
    enum err err = exchange->field_err;
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = decide_one(exchange, i, &answered, &list);
    }
    exchange->field = NULL;
    return err != ERR_OK ? err : lines_answer(exchange, list, false);
}

static enum err act_undo(struct exchange *exchange)
{
    return exchange_take_step(exchange, loan_desk_undo);
}

ROUTE_TABLE(routes_queue, {METHOD_GET, "/api/queue", ROLE_CONCIERGE, .act = answer_queue},
            {METHOD_GET, "/api/queue/card", ROLE_CONCIERGE, .act = queue_card_answer},
            {METHOD_GET, "/api/queue/offers", ROLE_CONCIERGE, .act = answer_offers},
            {METHOD_GET, "/api/recent", ROLE_CONCIERGE, .act = answer_recent},
            {METHOD_POST, "/api/queue/decide", ROLE_CONCIERGE, .act = act_decide},
            {METHOD_POST, "/api/queue/decide_many", ROLE_CONCIERGE, .act = act_decide_many},
            {METHOD_POST, "/api/undo", ROLE_CONCIERGE, .act = act_undo});
