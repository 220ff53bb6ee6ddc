#include "core/funder.h"

#include <string.h>

#include "base/text.h"
#include "core/query.h"

static void bind_tag(struct query *query, enum funder_of of, int64_t id, const char *tag)
{
    query_text(query, "tag", tag);
    query_int_or_null(query, "service_id", of == FUNDER_OF_SERVICE ? id : 0);
    query_int_or_null(query, "activity_id", of == FUNDER_OF_ACTIVITY ? id : 0);
    query_int_or_null(query, "partner_id", of == FUNDER_OF_PARTNER ? id : 0);
}

enum err funder_tag(struct db *db, enum funder_of of, int64_t id, const char *tag)
{
    const struct str s = str_of(tag);
    if (tag[0] == '\0' || strchr(tag, ',') != NULL || !utf8_is_clean(s) ||
        utf8_count(s) > FUNDER_TAG_CHARS || id <= 0) {
        return ERR_INVALID;
    }
    struct query q = db_query(db, Q_FUNDER_TAG);
    bind_tag(&q, of, id, tag);
    return query_run(&q);
}

enum err funder_untag(struct db *db, enum funder_of of, int64_t id, const char *tag)
{
    struct query q = db_query(db, Q_FUNDER_UNTAG);
    bind_tag(&q, of, id, tag);
    const enum err err = query_run(&q);
    return err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err;
}
