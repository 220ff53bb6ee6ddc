/* Helping hands: what is to be read, what hangs on the board, who is brought together. */
#include "core/help_desk.h"

#include <string.h>

#include "core/codes.h"
#include "core/help_words.h"
#include "desk/lines.h"
#include "desk/route.h"

enum { HELP_PAGE = 30 };

/* ---- What there is ---- */

static bool is_listed(const char *state)
{
    static const enum state states[] = {
        STATE_ASKED,     STATE_PUBLISHED, STATE_MATCH_PROPOSED, STATE_AGREED,
        STATE_DONE_SAID, STATE_DISPUTED,  STATE_TO_REVIVE,      STATE_PAUSED,
    };
    for (size_t i = 0; i < ARRAY_LEN(states); i++) {
        if (strcmp(state_code(states[i]), state) == 0) {
            return true;
        }
    }
    return false;
}

static enum err answer_list(struct exchange *exchange)
{
    const char *counts = NULL;
    const char *lines = NULL;
    bool is_more = false;
    const char *state = field_text(exchange, "state", ROUTE_TEXT_CHARS);
    const int64_t since_s = field_int(exchange, "since_s");
    const int64_t after_id = field_int(exchange, "after_id");
    const bool is_danger = after_id == 0 || field_int(exchange, "is_danger") != 0;
    if (exchange->field_err != ERR_OK || !is_listed(state)) {
        exchange->field = exchange->field_err == ERR_OK ? "state" : exchange->field;
        return ERR_INVALID;
    }
    struct query q = db_query(exchange->db, Q_DESK_HELP_COUNTS);
    exchange_bind(exchange, &q);
    enum err err = json_take(exchange, &q, &counts);
    if (err == ERR_OK) {
        q = db_query(exchange->db, Q_DESK_HELP_LIST);
        exchange_bind(exchange, &q);
        query_text(&q, "state", state);
        query_int(&q, "is_danger", is_danger);
        query_int(&q, "since_s", since_s);
        query_int(&q, "after_id", after_id);
        query_int(&q, "most", HELP_PAGE + 1);
        err = lines_list(exchange, &q, HELP_PAGE, &lines, &is_more);
    }
    exchange->json = arena_printf(exchange->arena, "{\"counts\":%s,\"lines\":%s,\"is_more\":%d}",
                                  counts, lines, is_more);
    return err;
}

/* What the category allows, as core/codes.h says. */
static const char *allowances(struct exchange *exchange, const struct request *help)
{
    const struct help_category *category = help_category_find(help->category);
    const bool is_for_board = category != NULL && category->is_for_board && !help->is_private;
    const bool is_for_neighbours = category == NULL || category->takes_words;
    return arena_printf(exchange->arena, "{\"is_for_board\":%d,\"is_for_neighbours\":%d}",
                        is_for_board, is_for_neighbours);
}

static enum err answer_card(struct exchange *exchange)
{
    const char *card = NULL;
    const char *candidates = "null";
    struct request help;
    const int64_t request_id = field_int(exchange, "request_id");
    enum err err = exchange->field_err == ERR_OK ? request_load(exchange->db, request_id, &help)
                                                 : exchange->field_err;
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_HELP_CARD);
    exchange_bind(exchange, &q);
    query_int(&q, "request_id", request_id);
    err = json_take(exchange, &q, &card);
    if (err == ERR_OK && strcmp(card, "null") == 0) {
        err = ERR_NOT_FOUND;
    }
    if (err == ERR_OK && help.state == STATE_PUBLISHED && help.parent_id == 0) {
        q = db_query(exchange->db, Q_DESK_HELP_CANDIDATES);
        query_int(&q, "request_id", request_id);
        query_int(&q, "now_s", exchange->now_s);
        err = json_take(exchange, &q, &candidates);
    }
    exchange->json = arena_printf(exchange->arena, "{\"help\":%s,\"allows\":%s,\"candidates\":%s}",
                                  card, allowances(exchange, &help), candidates);
    return err;
}

/* Before they are sent: would these words name somebody? */
static enum err check_words(struct exchange *exchange)
{
    bool is_nameless = false;
    const int64_t request_id = field_int(exchange, "request_id");
    const char *words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = help_words_check(exchange->db, request_id, words, &is_nameless);
    return err == ERR_OK ? exchange_answer_int(exchange, "is_nameless", is_nameless) : err;
}

/* ---- What is done ---- */

static enum err act(struct exchange *exchange)
{
    struct outcome outcome = {0};
    const enum verb verb = verb_of(field_text(exchange, "verb", ROUTE_TEXT_CHARS));
    struct help_act act =
        help_act_make(field_int(exchange, "request_id"), verb, exchange_actor(exchange));
    const char *lang = field_text(exchange, "lang", CODE_BYTES - 1);
    const int64_t minutes = field_int(exchange, "minutes");
    act.expected_no = field_small(exchange, "no");
    act.reason_code = field_text(exchange, "reason", CODE_BYTES - 1);
    act.words = field_text(exchange, "words", ASK_MAX_WORDS_CHARS);
    act.lang = lang[0] == '\0' ? act.lang : lang;
    act.from_s = field_time(exchange, "from");
    act.until_s = field_time(exchange, "until");
    act.minutes = minutes < 0 || minutes > HELP_MINUTES_MOST ? -1 : (int)minutes;
    act.partner_id = field_int(exchange, "partner_id");
    act.forgets_words = field_bool(exchange, "forgets_words");
    if (exchange->field_err != ERR_OK || verb == VERB_COUNT || verb == VERB_NONE) {
        exchange->field = exchange->field_err == ERR_OK ? "verb" : exchange->field;
        return ERR_INVALID;
    }
    const enum err err = help_move(exchange->db, &act, &outcome, &exchange->field);
    return exchange_answer_move(exchange, err, &outcome);
}

static enum err propose(struct exchange *exchange)
{
    int64_t outcome_id = 0;
    struct outcome outcome = {0};
    const struct help_proposal proposal = {
        .need_id = field_int(exchange, "request_id"),
        .expected_no = field_small(exchange, "no"),
        .actor = exchange_actor(exchange),
        .household_id = field_int(exchange, "household_id"),
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = help_propose(exchange->db, &proposal, &outcome_id, &outcome);
    exchange->reasons = outcome.reasons;
    exchange->field = err == ERR_INVALID ? "household_id" : NULL;
    if (err == ERR_OK) {
        exchange->json =
            arena_printf(exchange->arena, "{\"request_id\":%lld,\"state\":\"%s\",\"no\":%d}",
                         (long long)outcome_id, state_code(outcome.state), outcome.no);
    }
    return err;
}

static enum err note_contact(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    const bool is_given = field_bool(exchange, "is_given");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : help_note_contact(exchange->db, request_id, exchange_actor(exchange), is_given);
}

ROUTE_TABLE(routes_help, {METHOD_GET, "/api/help", ROLE_CONCIERGE, .act = answer_list},
            {METHOD_GET, "/api/help/card", ROLE_CONCIERGE, .act = answer_card},
            {METHOD_POST, "/api/help/words", ROLE_CONCIERGE, .act = check_words},
            {METHOD_POST, "/api/help/act", ROLE_CONCIERGE, .act = act},
            {METHOD_POST, "/api/help/propose", ROLE_CONCIERGE, .act = propose},
            {METHOD_POST, "/api/help/contact", ROLE_CONCIERGE, .act = note_contact});
