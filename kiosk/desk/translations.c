/* The house's texts in the screen's other languages: what there is of one service, thing, activity
 * or partner, or of the house itself, and what the desk writes. */
#include "core/translations.h"

#include "desk/route.h"

enum {
    LINES_MOST = 80,
    WORDS_CHARS = 400 /* longer ones are refused here, shorter ones by the core */
};

static const char *line_text(struct exchange *exchange, int line, const char *name)
{
    return field_text(exchange, arena_printf(exchange->arena, "lines[%d].%s", line, name),
                      WORDS_CHARS);
}

static enum err save(struct exchange *exchange)
{
    struct edit_fault fault = {""};
    struct translation_line lines[LINES_MOST];
    const int count = field_count(exchange, "lines", LINES_MOST);
    for (int i = 0; i < count; i++) {
        lines[i].french = line_text(exchange, i, "french");
        for (int k = 0; k < TRANSLATION_LANG_COUNT; k++) {
            lines[i].texts[k] = line_text(exchange, i, TRANSLATION_LANGS[k]);
        }
    }
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = translations_save(exchange->db, lines, (size_t)count, &fault);
    if (err == ERR_INVALID) {
        exchange->field = arena_strdup(exchange->arena, fault.field);
    }
    return err;
}

ROUTE_TABLE(routes_translations,
            {METHOD_GET, "/api/translations", ROLE_CONCIERGE, .query = Q_DESK_TRANSLATIONS,
             .ints = "id", .texts = "of"},
            {METHOD_POST, "/api/translations/save", ROLE_CONCIERGE, .act = save});
