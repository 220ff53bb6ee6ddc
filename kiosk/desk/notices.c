/* À prévenir: what is to be told, and that it was. */
#include "core/notices.h"

#include "desk/route.h"
#include "desk/rows_json.h"

/* *json: NULL for what is hidden from this login. */
static enum err make_row(struct exchange *exchange, const struct notice *notice, const char **json)
{
    struct queue_line line;
    const char *line_text = "null";
    const char *told = "null";
    enum err err = queue_get(exchange->db, notice->request_id, exchange->arena, &line);
    if (err == ERR_OK && line_is_hidden(exchange, &line)) {
        *json = NULL;
        return ERR_OK;
    }
    if (err == ERR_OK) {
        err = line_json(exchange, &line, &line_text);
    }
    if (err == ERR_OK) {
        struct query q = db_query(exchange->db, Q_DESK_NOTICE);
        query_int(&q, "request_id", notice->request_id);
        err = json_take(exchange, &q, &told);
    }
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(exchange->db, Q_DESK_NOTICE_LINE);
    query_text(&q, "line", line_text);
    query_int(&q, "since_s", notice->since_s);
    query_int(&q, "notice_id", notice->notice_id);
    query_text(&q, "told", told);
    return json_take(exchange, &q, json);
}

static enum err answer_notices(struct exchange *exchange)
{
    struct notice_list list = {0};
    const char *lines = "[]";
    const struct notice_key after = {
        .since_s = field_int(exchange, "after_s"),
        .notice_id = field_int(exchange, "after_id"),
    };
    enum err err = exchange->field_err;
    if (err == ERR_OK) {
        err = notices_page(exchange->db, after, &list);
    }
    for (int i = 0; err == ERR_OK && i < list.count; i++) {
        const char *row = "null";
        err = make_row(exchange, &list.rows[i], &row);
        lines = row == NULL ? lines : json_append(exchange, lines, row);
    }
    return err != ERR_OK ? err : lines_answer(exchange, lines, list.is_more);
}

static enum err act_tell(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    const char *how = field_text(exchange, "how", CODE_BYTES);
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : notices_tell(exchange->db, request_id, how, exchange->login.staff_id);
}

static enum err act_note(struct exchange *exchange)
{
    const int64_t request_id = field_int(exchange, "request_id");
    const char *words = field_text(exchange, "words", NOTICES_NOTE_CHARS);
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : notices_note(exchange->db, request_id, words, exchange->login.staff_id);
}

/* The acts that need nothing but the request. */
static enum err act_on(struct exchange *exchange, enum err (*act)(struct db *, int64_t, int64_t))
{
    const int64_t request_id = field_int(exchange, "request_id");
    return exchange->field_err != ERR_OK ? exchange->field_err
                                         : act(exchange->db, request_id, exchange->login.staff_id);
}

static enum err act_untell(struct exchange *exchange)
{
    return act_on(exchange, notices_untell);
}

static enum err act_try(struct exchange *exchange)
{
    return act_on(exchange, notices_try);
}

static enum err act_untry(struct exchange *exchange)
{
    return act_on(exchange, notices_untry);
}

ROUTE_TABLE(routes_notices, {METHOD_GET, "/api/notices", ROLE_CONCIERGE, .act = answer_notices},
            {METHOD_POST, "/api/notices/tell", ROLE_CONCIERGE, .act = act_tell},
            {METHOD_POST, "/api/notices/untell", ROLE_CONCIERGE, .act = act_untell},
            {METHOD_POST, "/api/notices/try", ROLE_CONCIERGE, .act = act_try},
            {METHOD_POST, "/api/notices/untry", ROLE_CONCIERGE, .act = act_untry},
            {METHOD_POST, "/api/notices/note", ROLE_CONCIERGE, .act = act_note});
