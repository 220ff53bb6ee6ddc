/* A list of households: looked at first, then taken over as it was seen. */
#include "core/household_import.h"
#include "desk/lists.h"
#include "desk/route.h"

static const char *columns_of(struct exchange *exchange, unsigned changes)
{
    const char *codes[IMPORT_COLUMNS];
    int count = 0;
    for (int i = 0; i < IMPORT_COLUMNS; i++) {
        if ((changes & 1U << i) != 0) {
            codes[count++] = json_quoted(exchange, import_column_code((enum import_column)i));
        }
    }
    return lists_join(exchange, codes, count);
}

static const char *line_of(struct exchange *exchange, const struct import_line *line)
{
    return arena_printf(exchange->arena,
                        "{\"line\":%d,\"verdict\":\"%s\",\"number\":%s,\"name\":%s,\"changes\":%s,"
                        "\"reason\":\"%s\",\"column\":\"%s\",\"same_line\":%d}",
                        line->line, import_verdict_code(line->verdict),
                        json_quoted(exchange, line->number), json_quoted(exchange, line->name),
                        columns_of(exchange, line->changes), line->reason, line->column,
                        line->same_line);
}

/* All but what stays as it is, as many of each as one can look through. */
static const char *lines_of(struct exchange *exchange, const struct import_plan *plan)
{
    int shown[IMPORT_COUNT] = {0};
    int count = 0;
    const char **lines =
        arena_array(exchange->arena, (size_t)LISTS_SHOWN_MAX * IMPORT_COUNT, sizeof(*lines));
    for (int i = 0; i < plan->count; i++) {
        const struct import_line *line = &plan->lines[i];
        if (line->verdict != IMPORT_UNCHANGED && shown[line->verdict]++ < LISTS_SHOWN_MAX) {
            lines[count++] = line_of(exchange, line);
        }
    }
    return lists_join(exchange, lines, count);
}

static void answer_plan(struct exchange *exchange, const struct import_plan *plan, bool is_done)
{
    const char *unread[CSV_COLUMNS_MAX];
    for (int i = 0; i < plan->unread_count; i++) {
        unread[i] = json_quoted(exchange, plan->unread[i]);
    }
    exchange->json =
        arena_printf(exchange->arena,
                     "{\"digest\":\"%s\",\"is_done\":%d,\"counts\":{\"new\":%d,\"changed\":%d,"
                     "\"unchanged\":%d,\"refused\":%d},\"unread\":%s,\"lines\":%s}",
                     plan->digest, is_done, plan->counts[IMPORT_NEW], plan->counts[IMPORT_CHANGED],
                     plan->counts[IMPORT_UNCHANGED], plan->counts[IMPORT_REFUSED],
                     lists_join(exchange, unread, plan->unread_count), lines_of(exchange, plan));
}

/* digest: of what was seen; "" looks only. */
static enum err plan_or_run(struct exchange *exchange, struct arena *arena, const char *digest)
{
    struct csv_table table;
    struct csv_trouble trouble = {0};
    struct import_plan plan;
    bool is_read = false;
    enum err err = lists_read(exchange, arena, &table, &is_read);
    if (err != ERR_OK || !is_read) {
        return err;
    }
    err = digest[0] == '\0'
              ? household_import_plan(exchange->db, &table, arena, &plan, &trouble)
              : household_import_run(exchange->db, &table, digest, exchange->login.staff_id, arena,
                                     &plan, &trouble);
    if (err == ERR_INVALID && trouble.code[0] != '\0') {
        lists_answer_trouble(exchange, &trouble);
        return ERR_OK;
    }
    if (err == ERR_OK) {
        answer_plan(exchange, &plan, digest[0] != '\0');
    }
    return err;
}

static enum err import_households(struct exchange *exchange)
{
    const char *digest = field_text(exchange, "digest", IMPORT_DIGEST_BYTES - 1);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct arena *arena = arena_create("import", IMPORT_ARENA_BYTES);
    const enum err err = plan_or_run(exchange, arena, digest);
    arena_destroy(arena);
    return err;
}

ROUTE_TABLE(routes_import_households,
            {METHOD_POST, "/api/import/households", ROLE_CONCIERGE, .act = import_households,
             .body_most = CSV_BYTES_MAX, .file_type = "text/csv"});
