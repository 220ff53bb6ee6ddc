/* Items from a list: what it would change, then the same done. */
#include <string.h>

#include "core/item_import.h"
#include "desk/csv_body.h"
#include "desk/route.h"

enum { LINES_SHOWN = 300 };

static const char *const OUTCOMES[ITEM_OUTCOMES] = {
    [ITEM_NEW] = "new",
    [ITEM_CHANGED] = "changed",
    [ITEM_UNCHANGED] = "unchanged",
    [ITEM_REFUSED] = "refused",
};

static const char *changes_json(struct exchange *exchange, unsigned changes)
{
    const char *list = "[]";
    for (enum item_import_column i = 0; i < ITEM_COLUMN_COUNT; i++) {
        if ((changes & 1U << i) != 0) {
            list = json_append(exchange, list, json_quoted(exchange, item_import_column_code(i)));
        }
    }
    return list;
}

static const char *line_json(struct exchange *exchange, const struct item_import_line *line)
{
    const bool is_refused = line->outcome == ITEM_REFUSED;
    return arena_printf(
        exchange->arena,
        "{\"line\": %d, \"outcome\": \"%s\", \"title\": %s, \"column\": \"%s\","
        " \"reason\": \"%s\", \"changes\": %s, \"copies_added\": %d, \"makes_class\": %d}",
        line->line, OUTCOMES[line->outcome], json_quoted(exchange, line->title),
        is_refused ? item_import_column_code(line->column) : "", line->reason,
        changes_json(exchange, line->changes), line->copies_added, line->makes_class);
}

/* Those refused come first: there is something to do about them. Of those that change nothing only
 * the count is told. */
static const char *lines_json(struct exchange *exchange, const struct item_import *import,
                              int *left_out)
{
    static const enum item_import_outcome order[] = {ITEM_REFUSED, ITEM_CHANGED, ITEM_NEW};
    const char *list = "[]";
    int shown = 0;
    *left_out = 0;
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        for (int j = 0; j < import->count; j++) {
            if (import->lines[j].outcome != order[i]) {
                continue;
            }
            if (shown == LINES_SHOWN) {
                (*left_out)++;
                continue;
            }
            list = json_append(exchange, list, line_json(exchange, &import->lines[j]));
            shown++;
        }
    }
    return list;
}

static enum err answer_import(struct exchange *exchange, const struct item_import *import)
{
    int left_out = 0;
    const char *lines = lines_json(exchange, import, &left_out);
    const char *ignored = "[]";
    for (int i = 0; i < import->ignored_count; i++) {
        ignored = json_append(exchange, ignored, json_quoted(exchange, import->ignored[i]));
    }
    exchange->json = arena_printf(
        exchange->arena,
        "{\"new\": %d, \"changed\": %d, \"unchanged\": %d, \"refused\": %d, \"copies_added\": %d,"
        " \"ignored\": %s, \"lines\": %s, \"left_out\": %d}",
        import->outcomes[ITEM_NEW], import->outcomes[ITEM_CHANGED],
        import->outcomes[ITEM_UNCHANGED], import->outcomes[ITEM_REFUSED], import->copies_added,
        ignored, lines, left_out);
    return ERR_OK;
}

static enum err run(struct exchange *exchange, bool writes)
{
    struct csv_table table;
    struct csv_trouble trouble;
    struct item_import import;
    enum err err = csv_body_read(exchange, &table, &trouble);
    if (err == ERR_OK && writes) {
        err = item_import_apply(exchange->db, &table, exchange_actor(exchange), exchange->arena,
                                &import, &trouble);
    } else if (err == ERR_OK) {
        err = item_import_plan(exchange->db, &table, exchange->arena, &import, &trouble);
    }
    if (err == ERR_INVALID && trouble.code[0] != '\0') {
        return csv_body_answer_trouble(exchange, &trouble);
    }
    return err == ERR_OK ? answer_import(exchange, &import) : err;
}

static enum err plan(struct exchange *exchange)
{
    return run(exchange, false);
}

static enum err apply(struct exchange *exchange)
{
    return run(exchange, true);
}

ROUTE_TABLE(routes_item_list,
            {METHOD_POST, "/api/catalogue/import/plan", ROLE_CONCIERGE, .act = plan,
             .body_most = CSV_BODY_BYTES},
            {METHOD_POST, "/api/catalogue/import/apply", ROLE_CONCIERGE, .act = apply,
             .body_most = CSV_BODY_BYTES});
