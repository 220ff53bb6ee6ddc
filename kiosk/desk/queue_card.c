/* One request with the facts for deciding it, as JSON. */
#include "desk/queue.h"

#include "core/possible.h"
#include "core/query.h"
#include "desk/rows_json.h"

/* Sub-objects of the card, JSON text. */
struct parts {
    const char *line, *parent, *moves, *copies, *busy, *answers, *offer, *last;
    const char *asker, *words, *log, *history, *amendment;
};

static const char *answer_code(enum answer answer)
{
    static const char *const codes[] = {
        [ANSWER_NONE] = "", [ANSWER_YES] = "yes", [ANSWER_NO] = "no", [ANSWER_OTHER] = "other"};
    return codes[answer];
}

static enum err make_moves(struct exchange *exchange, int64_t request_id, const char **json)
{
    struct possible moves[POSSIBLE_MAX];
    int count = 0;
    const struct actor actor = exchange_actor(exchange);
    enum err err = possible_moves(exchange->db, request_id, &actor, moves, &count);
    *json = "[]";
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *move = "null";
        const char *reasons = reasons_json(exchange, moves[i].reasons);
        struct query q = db_query(exchange->db, Q_PILE_MOVE);
        query_text(&q, "verb", verb_code(moves[i].verb));
        query_text(&q, "to", state_code(moves[i].to));
        query_text(&q, "answer", answer_code(moves[i].answer));
        query_text(&q, "reasons", reasons);
        err = json_take(exchange, &q, &move);
        *json = json_append(exchange, *json, move);
    }
    return err;
}

static enum err make_copies(struct exchange *exchange, const struct queue_card *card,
                            struct parts *parts)
{
    enum err err = ERR_OK;
    const char *json = "null";
    parts->copies = "[]";
    parts->busy = "[]";
    for (int i = 0; err == ERR_OK && i < card->copy_count; i++) {
        struct query q = db_query(exchange->db, Q_PILE_COPY);
        query_int(&q, "copy_id", card->copies[i].copy_id);
        query_int(&q, "number", card->copies[i].number);
        err = json_take(exchange, &q, &json);
        parts->copies = json_append(exchange, parts->copies, json);
    }
    for (int i = 0; err == ERR_OK && i < card->busy_count; i++) {
        struct query q = db_query(exchange->db, Q_PILE_SPAN);
        query_int(&q, "from_s", card->busy[i].from_s);
        query_int(&q, "until_s", card->busy[i].until_s);
        err = json_take(exchange, &q, &json);
        parts->busy = json_append(exchange, parts->busy, json);
    }
    return err;
}

static enum err make_answers(struct exchange *exchange, const struct queue_card *card,
                             const char **list)
{
    enum err err = ERR_OK;
    *list = "[]";
    for (int i = 0; err == ERR_OK && i < card->answer_count; i++) {
        const char *json = "null";
        struct query q = db_query(exchange->db, Q_PILE_ANSWER);
        query_text(&q, "label", card->answers[i].label);
        query_text(&q, "choice", card->answers[i].choice);
        query_int(&q, "number", card->answers[i].number);
        query_int(&q, "date_s", card->answers[i].date_s);
        err = json_take(exchange, &q, &json);
        *list = json_append(exchange, *list, json);
    }
    return err;
}

static enum err make_offer(struct exchange *exchange, const struct queue_card *card,
                           const char **json)
{
    const struct terms *offer = &card->offer;
    *json = "null";
    if (offer->copy_id == 0 && offer->adults + offer->children == 0) {
        return ERR_OK;
    }
    struct query q = db_query(exchange->db, Q_PILE_OFFER);
    query_int(&q, "session_id", offer->session_id);
    query_int(&q, "copy_id", offer->copy_id);
    query_int(&q, "from_s", offer->from_s);
    query_int(&q, "until_s", offer->until_s);
    query_int(&q, "adults", offer->adults);
    query_int(&q, "children", offer->children);
    query_int(&q, "seats_left", 0);
    query_int(&q, "copy_number", card->offer_number);
    return json_take(exchange, &q, json);
}

static enum err make_amendment(struct exchange *exchange, const struct queue_amendment *amendment,
                               const char **json)
{
    *json = "null";
    if (amendment->verb == VERB_NONE) {
        return ERR_OK;
    }
    struct query q = db_query(exchange->db, Q_PILE_AMENDMENT);
    query_text(&q, "verb", verb_code(amendment->verb));
    query_int(&q, "from_s", amendment->from_s);
    query_int(&q, "until_s", amendment->until_s);
    query_int(&q, "capacity", amendment->capacity);
    query_int(&q, "has_place", amendment->has_place);
    query_text(&q, "place", amendment->place);
    query_int(&q, "least_people", amendment->least_people);
    query_text(&q, "reason", amendment->reason);
    query_int(&q, "following", amendment->following);
    query_int(&q, "bookings", amendment->bookings);
    return json_take(exchange, &q, json);
}

static enum err make_last(struct exchange *exchange, const struct queue_last *last,
                          const char **json)
{
    struct query q = db_query(exchange->db, Q_PILE_LAST);
    query_text(&q, "verb", verb_code(last->verb));
    query_text(&q, "who", who_code(last->who));
    query_int(&q, "staff_id", last->staff_id);
    query_text(&q, "staff_name", last->staff_name);
    query_int(&q, "recorded_at_s", last->recorded_at_s);
    query_text(&q, "reason", last->reason);
    query_int(&q, "is_news", last->is_news);
    query_int(&q, "is_undoable", last->is_undoable);
    return json_take(exchange, &q, json);
}

static enum err take_about(struct exchange *exchange, enum query_id id, int64_t request_id,
                           const char **json)
{
    struct query q = db_query(exchange->db, id);
    query_int(&q, "request_id", request_id);
    exchange_bind(exchange, &q);
    return json_take(exchange, &q, json);
}

static enum err make_history(struct exchange *exchange, const struct queue_line *line,
                             const char **json)
{
    struct queue_list list;
    const enum err err =
        queue_history(exchange->db, line->household_id, line->request_id, exchange->arena, &list);
    *json = "[]";
    return err != ERR_OK ? err : lines_json(exchange, &list, json);
}

static enum err make_parts(struct exchange *exchange, const struct queue_card *card,
                           struct parts *parts)
{
    const int64_t request_id = card->line.request_id;
    enum err err = line_json(exchange, &card->line, &parts->line);
    err = err != ERR_OK ? err : line_json(exchange, &card->parent, &parts->parent);
    err = err != ERR_OK ? err : make_moves(exchange, request_id, &parts->moves);
    err = err != ERR_OK ? err : make_copies(exchange, card, parts);
    err = err != ERR_OK ? err : make_answers(exchange, card, &parts->answers);
    err = err != ERR_OK ? err : make_offer(exchange, card, &parts->offer);
    err = err != ERR_OK ? err : make_last(exchange, &card->last, &parts->last);
    err = err != ERR_OK ? err : make_amendment(exchange, &card->amendment, &parts->amendment);
    err = err != ERR_OK ? err : take_about(exchange, Q_PILE_ASKER, request_id, &parts->asker);
    err = err != ERR_OK ? err : take_about(exchange, Q_PILE_WORDS, request_id, &parts->words);
    err = err != ERR_OK ? err : take_about(exchange, Q_PILE_LOG, request_id, &parts->log);
    return err != ERR_OK ? err : make_history(exchange, &card->line, &parts->history);
}

static void bind_facts(struct query *q, const struct queue_card *card)
{
    query_int(q, "subscribed_until_s", card->subscribed_until_s);
    query_int(q, "is_trusted", card->is_trusted);
    query_int(q, "open_loans", card->open_loans);
    query_int(q, "late_loans", card->late_loans);
    query_text(q, "passed_on_by", card->passed_on_by);
    query_text(q, "rule", card->rule);
    query_int(q, "rule_limit", card->rule_limit);
    query_text(q, "place", card->place);
    query_int(q, "starts_s", card->starts_s);
    query_int(q, "ends_s", card->ends_s);
    query_int(q, "capacity", card->capacity);
    query_int(q, "taken", card->taken);
    query_int(q, "waiting", card->waiting);
    query_int(q, "rank", card->rank);
    query_int(q, "least_age", card->least_age);
    query_int(q, "proposed_after", card->proposed_after);
    query_int(q, "deposit_cents", card->deposit_cents);
    query_text(q, "shelf", card->shelf);
}

enum err queue_card_answer(struct exchange *exchange)
{
    struct queue_card card = {0};
    struct parts parts = {0};
    const struct actor actor = exchange_actor(exchange);
    const int64_t request_id = field_int(exchange, "request_id");
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = queue_card(exchange->db, request_id, &actor, exchange->arena, &card);
    }
    if (err == ERR_OK && line_is_hidden(exchange, &card.line)) {
        return ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        err = make_parts(exchange, &card, &parts);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_PILE_CARD);
    bind_facts(&q, &card);
    const struct {
        const char *name, *json;
    } objects[] = {
        {"line", parts.line},           {"parent", parts.parent}, {"moves", parts.moves},
        {"copies", parts.copies},       {"busy", parts.busy},     {"answers", parts.answers},
        {"offer", parts.offer},         {"last", parts.last},     {"asker", parts.asker},
        {"words", parts.words},         {"log", parts.log},       {"history", parts.history},
        {"amendment", parts.amendment},
    };
    for (size_t i = 0; i < ARRAY_LEN(objects); i++) {
        query_text(&q, objects[i].name, objects[i].json);
    }
    return exchange_answer(exchange, &q);
}
