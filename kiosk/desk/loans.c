/* Loans as the page reads them: what is to be done with which, and everything about one. */
#include <string.h>

#include "base/clock.h"
#include "core/copy_tasks.h"
#include "core/mine.h"
#include "core/queue.h"
#include "desk/lines.h"
#include "desk/route.h"

enum { PAGE_LOANS = 60, PICKING_MOST = 200 };

/* ---- Lists ---- */

/* A list: which states, by their beginning or their end, until when. */
static const struct {
    const char *name;
    const char *states; /* JSON */
    bool by_end;
    bool is_today; /* of today and before */
    bool is_past;  /* of what should be over */
} VIEWS[] = {
    {.name = "prepare", .states = "[\"reserved\"]"},
    {"hand_out", "[\"reserved\",\"ready\",\"unclaimed\"]", .is_today = true},
    {.name = "ready", .states = "[\"ready\",\"unclaimed\"]"},
    {"out", "[\"out\"]", .by_end = true},
    {"due", "[\"out\"]", .by_end = true, .is_today = true},
    {"late", "[\"out\"]", .by_end = true, .is_past = true},
    {"check", "[\"needs_check\"]", .by_end = true},
    {"repair", "[\"repair\",\"parts_owed\"]", .by_end = true},
    {"lost", "[\"lost\"]", .by_end = true},
};

/* A page begins after this line; 0, 0: the first. */
static void bind_key(struct exchange *exchange, struct query *q)
{
    query_int(q, "after_s", field_int(exchange, "after_s"));
    query_int(q, "after_id", field_int(exchange, "after_id"));
}

static enum err list_view(struct exchange *exchange, size_t view, const char **lines, bool *is_more)
{
    const int64_t before_s = VIEWS[view].is_today  ? clock_day_s(exchange->now_s, 1)
                             : VIEWS[view].is_past ? exchange->now_s
                                                   : INT64_MAX;
    struct query q = db_query(exchange->db, Q_DESK_LOANS_LIST);
    query_text(&q, "states", VIEWS[view].states);
    query_int(&q, "by_end", VIEWS[view].by_end);
    query_int(&q, "before_s", before_s);
    bind_key(exchange, &q);
    return lines_list(exchange, &q, PAGE_LOANS, lines, is_more);
}

/* Copies are no requests that lines.h knows: their statement makes the list. */
static enum err list_copies(struct exchange *exchange, const char **lines, bool *is_more)
{
    struct query q = db_query(exchange->db, Q_DESK_COPIES_AWAY);
    bind_key(exchange, &q);
    *is_more = false;
    *lines = "[]";
    while (!*is_more && query_step(&q)) {
        const char *line = take_text(&q, exchange->arena);
        *is_more = take_int(&q) > PAGE_LOANS;
        *lines = *is_more ? *lines : json_append(exchange, *lines, line);
    }
    return query_end(&q);
}

static enum err append_task(struct exchange *exchange, const struct copy_task *task,
                            const char **lines)
{
    const char *more = NULL;
    const char *line = NULL;
    struct query q = db_query(exchange->db, Q_DESK_LOANS_AWAY_LINE);
    query_int(&q, "at_s", task->line.from_s);
    query_text(&q, "why", state_code(task->why));
    query_int(&q, "why_since_s", task->since_s);
    query_int(&q, "keeper_id", task->keeper_id);
    query_text(&q, "keeper", task->keeper);
    query_int(&q, "free_copies", task->free_copies);
    enum err err = json_take(exchange, &q, &more);
    if (err == ERR_OK) {
        err = lines_one(exchange, task->line.request_id, more, &line);
    }
    *lines = err == ERR_OK ? json_append(exchange, *lines, line) : *lines;
    return err;
}

static enum err list_away(struct exchange *exchange, const struct copy_task_list *away,
                          const char **lines, bool *is_more)
{
    enum err err = ERR_OK;
    *lines = "[]";
    *is_more = away->is_more;
    for (int i = 0; err == ERR_OK && i < away->count; i++) {
        err = append_task(exchange, &away->tasks[i], lines);
    }
    return err;
}

static enum err list_found(struct exchange *exchange, const char **lines, bool *is_more)
{
    struct query q = db_query(exchange->db, Q_DESK_LOANS_SEARCH);
    lines_bind_wish(exchange, &q);
    return lines_list(exchange, &q, PAGE_LOANS, lines, is_more);
}

static enum err read_list(struct exchange *exchange, const char *view,
                          const struct copy_task_list *away, const char **lines, bool *is_more)
{
    if (strcmp(view, "away") == 0) {
        return list_away(exchange, away, lines, is_more);
    }
    if (strcmp(view, "copies") == 0) {
        return list_copies(exchange, lines, is_more);
    }
    if (strcmp(view, "search") == 0) {
        return list_found(exchange, lines, is_more);
    }
    for (size_t i = 0; i < ARRAY_LEN(VIEWS); i++) {
        if (strcmp(VIEWS[i].name, view) == 0) {
            return list_view(exchange, i, lines, is_more);
        }
    }
    exchange->field = "view";
    return ERR_INVALID;
}

static enum err read_counts(struct exchange *exchange, int away, const char **counts)
{
    struct query q = db_query(exchange->db, Q_DESK_LOANS_COUNTS);
    exchange_bind(exchange, &q);
    query_int(&q, "away", away);
    return json_take(exchange, &q, counts);
}

static enum err list_loans(struct exchange *exchange)
{
    struct copy_task_list away;
    const char *lines = NULL;
    const char *counts = NULL;
    bool is_more = false;
    const char *view = field_text(exchange, "view", CODE_BYTES);
    enum err err = copy_tasks_list(exchange->db, exchange->arena, &away);
    if (err == ERR_OK) {
        err = read_list(exchange, view[0] == '\0' ? "prepare" : view, &away, &lines, &is_more);
    }
    if (err == ERR_OK) {
        err = exchange->field_err;
    }
    if (err == ERR_OK) {
        err = read_counts(exchange, away.count, &counts);
    }
    if (err == ERR_OK) {
        exchange->json = arena_printf(
            exchange->arena, "{\"lines\":%s,\"is_more\":%d,\"counts\":%s}", lines, is_more, counts);
    }
    return err;
}

/* ---- One ---- */

static enum err read_offers(struct exchange *exchange, int64_t loan_id, const char **offers)
{
    struct queue_offer found[QUEUE_OFFERS_MAX];
    int count = 0;
    *offers = "[]";
    enum err err = queue_offers(exchange->db, loan_id, exchange->arena, found, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *json = NULL;
        struct query q = db_query(exchange->db, Q_DESK_LOAN_OFFER);
        query_int(&q, "copy_id", found[i].terms.copy_id);
        query_int(&q, "copy_number", found[i].copy_number);
        query_int(&q, "from_s", found[i].terms.from_s);
        query_int(&q, "until_s", found[i].terms.until_s);
        err = json_take(exchange, &q, &json);
        *offers = err == ERR_OK ? json_append(exchange, *offers, json) : *offers;
    }
    return err == ERR_CLOCK ? ERR_OK : err; /* a wrong clock promises nothing */
}

/* When it could come back later. */
static enum err read_returns(struct exchange *exchange, const struct request *loan,
                             const char **returns)
{
    struct mine_returns found = {0};
    *returns = "[]";
    if (loan->state != STATE_OUT) {
        return ERR_OK;
    }
    const struct mine_line line = {
        .request_id = loan->id,
        .item_id = loan->item_id,
        .copy_id = loan->terms.copy_id,
        .from_s = loan->terms.from_s,
        .until_s = loan->terms.until_s,
    };
    const enum err err = mine_returns(exchange->db, &line, &found);
    for (int i = 0; err == ERR_OK && i < found.count; i++) {
        *returns = json_append(exchange, *returns,
                               arena_printf(exchange->arena, "%lld", (long long)found.at_s[i]));
    }
    return err == ERR_CLOCK ? ERR_OK : err;
}

static enum err read_task(struct exchange *exchange, int64_t loan_id, const char **away)
{
    struct copy_task task;
    *away = "null";
    const enum err err = copy_tasks_get(exchange->db, loan_id, exchange->arena, &task);
    if (err != ERR_OK) {
        return err == ERR_NOT_FOUND ? ERR_OK : err;
    }
    struct query q = db_query(exchange->db, Q_DESK_LOAN_AWAY);
    query_text(&q, "why", state_code(task.why));
    query_int(&q, "since_s", task.since_s);
    query_int(&q, "keeper_id", task.keeper_id);
    query_text(&q, "keeper", task.keeper);
    return json_take(exchange, &q, away);
}

/* What one who waits could be offered. */
static enum err read_offer(struct exchange *exchange, const struct request *loan,
                           const char **offer)
{
    struct queue_card card;
    const struct actor actor = exchange_actor(exchange);
    *offer = "null";
    if (loan->state != STATE_WAITLISTED) {
        return ERR_OK;
    }
    const enum err err = queue_card(exchange->db, loan->id, &actor, exchange->arena, &card);
    if (err != ERR_OK || card.offer.copy_id == 0) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_LOAN_OFFER);
    query_int(&q, "copy_id", card.offer.copy_id);
    query_int(&q, "copy_number", card.offer_number);
    query_int(&q, "from_s", card.offer.from_s);
    query_int(&q, "until_s", card.offer.until_s);
    return json_take(exchange, &q, offer);
}

/* What the core knows of its next steps. */
struct steps {
    const char *moves, *offers, *returns, *away, *offer; /* JSON */
};

static enum err read_steps(struct exchange *exchange, int64_t loan_id, struct steps *steps)
{
    struct request loan;
    enum err err = request_load(exchange->db, loan_id, &loan);
    if (err == ERR_OK) {
        err = lines_moves(exchange, loan_id, &steps->moves);
    }
    if (err == ERR_OK) {
        err = read_offers(exchange, loan_id, &steps->offers);
    }
    if (err == ERR_OK) {
        err = read_returns(exchange, &loan, &steps->returns);
    }
    if (err == ERR_OK) {
        err = read_task(exchange, loan_id, &steps->away);
    }
    return err == ERR_OK ? read_offer(exchange, &loan, &steps->offer) : err;
}

static enum err show_loan(struct exchange *exchange)
{
    struct steps steps = {0};
    const char *more = NULL;
    const char *loan = NULL;
    const int64_t loan_id = field_int(exchange, "request_id");
    struct query q = db_query(exchange->db, Q_DESK_LOAN);
    exchange_bind(exchange, &q);
    query_int(&q, "request_id", loan_id);
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err;
    }
    enum err err = json_take(exchange, &q, &more);
    if (err == ERR_OK) {
        err = strcmp(more, "null") == 0 ? ERR_NOT_FOUND : lines_one(exchange, loan_id, more, &loan);
    }
    if (err == ERR_OK) {
        err = read_steps(exchange, loan_id, &steps);
    }
    if (err == ERR_OK) {
        exchange->json =
            arena_printf(exchange->arena,
                         "{\"loan\":%s,\"moves\":%s,\"offers\":%s,\"returns\":%s,"
                         "\"away\":%s,\"offer\":%s}",
                         loan, steps.moves, steps.offers, steps.returns, steps.away, steps.offer);
    }
    return err;
}

/* ---- To print ---- */

/* Until the end of that day; of today without one. */
static enum err show_picking(struct exchange *exchange)
{
    const int64_t day_s = field_time(exchange, "day");
    const char *lines = NULL;
    bool is_more = false;
    struct query q = db_query(exchange->db, Q_DESK_LOANS_PICKING);
    query_int(&q, "until_s", clock_day_s(day_s == 0 ? exchange->now_s : day_s, 1));
    if (exchange->field_err != ERR_OK) {
        q.err = exchange->field_err;
    }
    const enum err err = lines_list(exchange, &q, PICKING_MOST, &lines, &is_more);
    if (err == ERR_OK) {
        exchange->json =
            arena_printf(exchange->arena, "{\"lines\":%s,\"is_more\":%d}", lines, is_more);
    }
    return err;
}

ROUTE_TABLE(routes_loans, {METHOD_GET, "/api/loans", ROLE_CONCIERGE, .act = list_loans},
            {METHOD_GET, "/api/loans/one", ROLE_CONCIERGE, .act = show_loan},
            {METHOD_GET, "/api/loans/picking", ROLE_CONCIERGE, .act = show_picking},
            {METHOD_GET, "/api/loans/repair", ROLE_CONCIERGE, .query = Q_DESK_LOAN_REPAIR,
             .ints = "request_id"});
