#include "desk/rows_json.h"

#include "core/query.h"

static void bind_subject(struct query *q, const struct queue_line *line)
{
    query_int(q, "session_id", line->session_id);
    query_int(q, "item_id", line->item_id);
    query_int(q, "service_id", line->service_id);
    query_int(q, "copy_id", line->copy_id);
    query_int(q, "parent_id", line->parent_id);
    query_int(q, "from_s", line->from_s);
    query_int(q, "until_s", line->until_s);
    query_int(q, "adults", line->adults);
    query_int(q, "children", line->children);
    query_int(q, "copy_number", line->copy_number);
    query_text(q, "title", line->title);
    query_text(q, "icon", line->icon);
    query_text(q, "direction", line->direction);
    query_text(q, "category", line->category);
    query_text(q, "choice", line->choice);
    query_text(q, "urgency", line->urgency);
}

bool line_is_hidden(const struct exchange *exchange, const struct queue_line *line)
{
    return line->is_private && line->household_id != 0 &&
           line->household_id == exchange->login.staff.household_id;
}

enum err line_json(struct exchange *exchange, const struct queue_line *line, const char **json)
{
    if (line->request_id == 0) {
        *json = "null";
        return ERR_OK;
    }
    struct query q = db_query(exchange->db, Q_PILE_LINE);
    query_int(&q, "request_id", line->request_id);
    query_int(&q, "no", line->no);
    query_text(&q, "kind", kind_code(line->kind));
    query_text(&q, "state", state_code(line->state));
    query_int(&q, "since_s", line->since_s);
    query_int(&q, "rank_s", line->rank_s);
    query_int(&q, "waits", line->waits);
    query_int(&q, "is_ended", line->is_ended);
    query_int(&q, "is_danger", line->is_danger);
    query_int(&q, "is_private", line->is_private);
    query_int(&q, "is_sensitive", line->is_sensitive);
    query_int(&q, "answer_by_s", line->answer_by_s);
    query_int(&q, "not_staff_id", line->not_staff_id);
    query_int(&q, "household_id", line->household_id);
    query_text(&q, "household", line->household);
    query_text(&q, "ticket", line->ticket);
    bind_subject(&q, line);
    return json_take(exchange, &q, json);
}

enum err lines_json(struct exchange *exchange, const struct queue_list *list, const char **json)
{
    enum err err = ERR_OK;
    *json = "[]";
    for (int i = 0; err == ERR_OK && i < list->count; i++) {
        const char *line = "null";
        if (line_is_hidden(exchange, &list->lines[i])) {
            continue;
        }
        err = line_json(exchange, &list->lines[i], &line);
        *json = json_append(exchange, *json, line);
    }
    return err;
}

const char *reasons_json(struct exchange *exchange, unsigned reasons)
{
    const char *json = "[]";
    for (unsigned bit = 1; bit != 0 && bit <= reasons; bit <<= 1) {
        if ((reasons & bit) != 0) {
            json = json_append(exchange, json, json_quoted(exchange, guard_code((enum guard)bit)));
        }
    }
    return json;
}

enum err lines_answer(struct exchange *exchange, const char *lines, bool is_more)
{
    struct query q = db_query(exchange->db, Q_PILE_LINES);
    query_text(&q, "lines", lines);
    query_int(&q, "is_more", is_more);
    return exchange_answer(exchange, &q);
}
