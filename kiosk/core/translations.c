#include "core/translations.h"

#include "base/text.h"
#include "core/edit_parts.h"
#include "core/query.h"

const char *const TRANSLATION_LANGS[TRANSLATION_LANG_COUNT] = {"de", "en", "ar", "tr"};

static enum err check_line(const struct translation_line *line, size_t number,
                           struct edit_fault *fault)
{
    if (line->french[0] == '\0' || !utf8_is_line(str_of(line->french), TRANSLATION_CHARS)) {
        return edit_refuse(fault, "lines[%zu].french", number);
    }
    for (int i = 0; i < TRANSLATION_LANG_COUNT; i++) {
        if (!utf8_is_line(str_of(line->texts[i]), TRANSLATION_CHARS)) {
            return edit_refuse(fault, "lines[%zu].%s", number, TRANSLATION_LANGS[i]);
        }
    }
    return ERR_OK;
}

static enum err write_text(struct db *db, const char *french, const char *lang, const char *text)
{
    struct query q = db_query(db, text[0] == '\0' ? Q_TRANSLATION_REMOVE : Q_TRANSLATION_SET);
    query_text(&q, "french", french);
    query_text(&q, "lang", lang);
    if (text[0] != '\0') {
        query_text(&q, "text", text);
    }
    return query_run(&q);
}

static enum err write_lines(struct db *db, const struct translation_line *lines, size_t count)
{
    enum err err = ERR_OK;
    for (size_t n = 0; n < count; n++) {
        for (int i = 0; err == ERR_OK && i < TRANSLATION_LANG_COUNT; i++) {
            err = write_text(db, lines[n].french, TRANSLATION_LANGS[i], lines[n].texts[i]);
        }
    }
    return err;
}

enum err translations_save(struct db *db, const struct translation_line *lines, size_t count,
                           struct edit_fault *fault)
{
    enum err err = ERR_OK;
    for (size_t n = 0; err == ERR_OK && n < count; n++) {
        err = check_line(&lines[n], n, fault);
    }
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    return err == ERR_OK ? edit_end(db, write_lines(db, lines, count), true) : err;
}
