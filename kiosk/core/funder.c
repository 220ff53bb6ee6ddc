#include "core/funder.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/house.h"
#include "core/query.h"

/* One statement with the tag and whose it is, in a transaction of its own. */
static enum err run(struct db *db, enum query_id id, enum funder_of of, int64_t of_id,
                    const char *tag, bool must_change)
{
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, id);
    query_text(&q, "tag", tag);
    query_int_or_null(&q, "service_id", of == FUNDER_OF_SERVICE ? of_id : 0);
    query_int_or_null(&q, "activity_id", of == FUNDER_OF_ACTIVITY ? of_id : 0);
    query_int_or_null(&q, "partner_id", of == FUNDER_OF_PARTNER ? of_id : 0);
    err = query_run(&q);
    return db_end(db, err == ERR_OK && must_change && db_changes(db) == 0 ? ERR_NOT_FOUND : err);
}

enum err funder_tag(struct db *db, enum funder_of of, int64_t id, const char *tag)
{
    const struct str s = str_of(tag);
    if (tag[0] == '\0' || strchr(tag, ',') != NULL || !utf8_is_clean(s) ||
        utf8_count(s) > FUNDER_TAG_CHARS || id <= 0) {
        return ERR_INVALID;
    }
    return run(db, Q_FUNDER_TAG, of, id, tag, false);
}

enum err funder_untag(struct db *db, enum funder_of of, int64_t id, const char *tag)
{
    return run(db, Q_FUNDER_UNTAG, of, id, tag, true);
}
