#include "desk/lists.h"

#include <string.h>

#include "csv/csv_read.h"

void lists_answer_trouble(struct exchange *exchange, const struct csv_trouble *trouble)
{
    exchange->json =
        arena_printf(exchange->arena, "{\"trouble\": {\"code\": %s, \"line\": %d, \"detail\": %s}}",
                     json_quoted(exchange, trouble->code), trouble->line,
                     json_quoted(exchange, trouble->detail));
}

enum err lists_read(struct exchange *exchange, struct arena *arena, struct csv_table *table,
                    bool *is_read)
{
    struct csv_trouble trouble;
    const char *file = exchange->file == NULL ? "" : exchange->file;
    const enum err err = csv_read(file, exchange->file_len, arena, table, &trouble);
    *is_read = err == ERR_OK;
    if (err == ERR_INVALID) {
        lists_answer_trouble(exchange, &trouble);
        return ERR_OK;
    }
    return err;
}

const char *lists_join(struct exchange *exchange, const char *const values[], int count)
{
    size_t len = sizeof("[]");
    for (int i = 0; i < count; i++) {
        len += strlen(values[i]) + 1;
    }
    char *list = arena_alloc(exchange->arena, len);
    size_t at = 0;
    list[at++] = '[';
    for (int i = 0; i < count; i++) {
        const size_t more = strlen(values[i]);
        memcpy(list + at, values[i], more);
        at += more;
        list[at++] = ',';
    }
    list[count == 0 ? at : at - 1] = ']';
    return list;
}
