#include "desk/csv_body.h"

#include <string.h>

#include "core/query.h"
#include "csv/csv_read.h"

enum { TYPE_BYTES = 16 };

/* Not a field: it has line breaks and tabs. */
static enum err take_file(struct exchange *exchange, const char **file)
{
    char type[TYPE_BYTES] = "";
    *file = "";
    struct query q = db_query(exchange->db, Q_JSON_FIELD);
    query_text(&q, "body", exchange->body);
    query_text(&q, "path", "$.file");
    if (query_step(&q)) {
        take_code(&q, type, sizeof(type));
        *file = take_text(&q, exchange->arena);
    }
    const enum err err = query_end(&q);
    if (err == ERR_OK && strcmp(type, "text") != 0) {
        exchange->field = "file";
        return ERR_INVALID;
    }
    return err;
}

enum err csv_body_read(struct exchange *exchange, struct csv_table *table,
                       struct csv_trouble *trouble)
{
    const char *file = NULL;
    *trouble = (struct csv_trouble){0};
    const enum err err = take_file(exchange, &file);
    return err == ERR_OK ? csv_read(file, strlen(file), exchange->arena, table, trouble) : err;
}

enum err csv_body_answer_trouble(struct exchange *exchange, const struct csv_trouble *trouble)
{
    exchange->json = arena_printf(
        exchange->arena, "{\"trouble\": {\"code\": \"%s\", \"line\": %d, \"detail\": %s}}",
        trouble->code, trouble->line, json_quoted(exchange, trouble->detail));
    return ERR_OK;
}
