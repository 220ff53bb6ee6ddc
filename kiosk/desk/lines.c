#include "desk/lines.h"

#include "core/query.h"

#include <string.h>

struct row {
    int64_t request_id;
    const char *more;
};

enum err lines_one(struct exchange *exchange, int64_t request_id, const char *more,
                   const char **json)
{
    struct query q = db_query(exchange->db, Q_DESK_LINE);
    query_int(&q, "request_id", request_id);
    query_text(&q, "more", more);
    const enum err err = json_take(exchange, &q, json);
    return err == ERR_OK && strcmp(*json, "null") == 0 ? ERR_NOT_FOUND : err;
}

enum err lines_list(struct exchange *exchange, struct query *query, int most, const char **json,
                    bool *is_more)
{
    int count = 0;
    bool is_cut = false;
    struct row *rows = arena_array(exchange->arena, (size_t)most, sizeof(*rows));
    while (query_step(query)) {
        is_cut = count == most;
        if (is_cut) {
            break;
        }
        rows[count].request_id = take_int(query);
        rows[count++].more = take_text(query, exchange->arena);
    }
    enum err err = query_end(query);
    *json = "[";
    for (int i = 0; err == ERR_OK && i < count; i++) {
        const char *line = NULL;
        err = lines_one(exchange, rows[i].request_id, rows[i].more, &line);
        *json = arena_printf(exchange->arena, "%s%s%s", *json, i == 0 ? "" : ",", line);
    }
    *json = arena_printf(exchange->arena, "%s]", *json);
    if (is_more != NULL) {
        *is_more = is_cut;
    }
    return err;
}
