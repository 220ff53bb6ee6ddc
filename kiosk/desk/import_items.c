/* A list of things to borrow: looked at first, then taken over as it was seen. */
#include "core/item_import.h"
#include "desk/lists.h"
#include "desk/route.h"

enum { ARENA_BYTES = 64 << 20 };

static const char *const VERDICTS[ITEM_OUTCOMES] = {
    [ITEM_NEW] = "new",
    [ITEM_CHANGED] = "changed",
    [ITEM_UNCHANGED] = "unchanged",
    [ITEM_REFUSED] = "refused",
};

static const char *columns_of(struct exchange *exchange, unsigned changes)
{
    const char *codes[ITEM_COLUMN_COUNT];
    int count = 0;
    for (enum item_import_column i = 0; i < ITEM_COLUMN_COUNT; i++) {
        if ((changes & 1U << i) != 0) {
            codes[count++] = json_quoted(exchange, item_import_column_code(i));
        }
    }
    return lists_join(exchange, codes, count);
}

static const char *line_of(struct exchange *exchange, const struct item_import_line *line)
{
    return arena_printf(
        exchange->arena,
        "{\"line\":%d,\"verdict\":\"%s\",\"title\":%s,\"changes\":%s,\"reason\":\"%s\","
        "\"column\":\"%s\",\"copies_added\":%d,\"makes_class\":%d}",
        line->line, VERDICTS[line->outcome], json_quoted(exchange, line->title),
        columns_of(exchange, line->changes), line->reason,
        line->outcome == ITEM_REFUSED ? item_import_column_code(line->column) : "",
        line->copies_added, line->makes_class);
}

/* All but what stays as it is, as many of each as one can look through. */
static const char *lines_of(struct exchange *exchange, const struct item_import *import)
{
    int shown[ITEM_OUTCOMES] = {0};
    int count = 0;
    const char **lines =
        arena_array(exchange->arena, (size_t)LISTS_SHOWN_MAX * ITEM_OUTCOMES, sizeof(*lines));
    for (int i = 0; i < import->count; i++) {
        const struct item_import_line *line = &import->lines[i];
        if (line->outcome != ITEM_UNCHANGED && shown[line->outcome]++ < LISTS_SHOWN_MAX) {
            lines[count++] = line_of(exchange, line);
        }
    }
    return lists_join(exchange, lines, count);
}

static void answer_import(struct exchange *exchange, const struct item_import *import, bool is_done)
{
    const char *unread[CSV_COLUMNS_MAX];
    for (int i = 0; i < import->ignored_count; i++) {
        unread[i] = json_quoted(exchange, import->ignored[i]);
    }
    exchange->json = arena_printf(
        exchange->arena,
        "{\"digest\":\"%s\",\"is_done\":%d,\"counts\":{\"new\":%d,\"changed\":%d,"
        "\"unchanged\":%d,\"refused\":%d},\"copies_added\":%d,\"unread\":%s,"
        "\"lines\":%s}",
        import->digest, is_done, import->outcomes[ITEM_NEW], import->outcomes[ITEM_CHANGED],
        import->outcomes[ITEM_UNCHANGED], import->outcomes[ITEM_REFUSED], import->copies_added,
        lists_join(exchange, unread, import->ignored_count), lines_of(exchange, import));
}

/* digest: of what was seen; "" looks only. */
static enum err plan_or_run(struct exchange *exchange, struct arena *arena, const char *digest)
{
    struct csv_table table;
    struct csv_trouble trouble = {0};
    struct item_import import;
    bool is_read = false;
    enum err err = lists_read(exchange, arena, &table, &is_read);
    if (err != ERR_OK || !is_read) {
        return err;
    }
    err = digest[0] == '\0' ? item_import_plan(exchange->db, &table, arena, &import, &trouble)
                            : item_import_run(exchange->db, &table, digest,
                                              exchange_actor(exchange), arena, &import, &trouble);
    if (err == ERR_INVALID && trouble.code[0] != '\0') {
        lists_answer_trouble(exchange, &trouble);
        return ERR_OK;
    }
    if (err == ERR_OK) {
        answer_import(exchange, &import, digest[0] != '\0');
    }
    return err;
}

static enum err import_items(struct exchange *exchange)
{
    const char *digest = field_text(exchange, "digest", ITEM_DIGEST_BYTES - 1);
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    struct arena *arena = arena_create("import", ARENA_BYTES);
    const enum err err = plan_or_run(exchange, arena, digest);
    arena_destroy(arena);
    return err;
}

ROUTE_TABLE(routes_import_items,
            {METHOD_POST, "/api/import/items", ROLE_CONCIERGE, .act = import_items,
             .body_most = CSV_BYTES_MAX, .file_type = "text/csv"});
