/* How a reading ends: confirmed, dropped, or when nobody came back to it. */
#include "base/clock.h"
#include "core/calendar_parts.h"
#include "core/query.h"

enum err calendar_end(struct db *db, int64_t reading_id, const char *state)
{
    const enum query_id forget[] = {Q_CALENDAR_END_ROWS, Q_CALENDAR_END_TITLES};
    struct query q = db_query(db, Q_CALENDAR_END);
    query_int(&q, "reading_id", reading_id);
    query_text(&q, "state", state);
    query_int(&q, "now_s", clock_now_s());
    enum err err = query_run(&q);
    if (err == ERR_OK && db_changes(db) == 0) {
        return ERR_NOT_FOUND;
    }
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(forget); i++) {
        q = db_query(db, forget[i]);
        query_int(&q, "reading_id", reading_id);
        err = query_run(&q);
    }
    return err;
}

static enum err find_due(struct db *db, int64_t now_s, int64_t *reading_id)
{
    *reading_id = 0;
    struct query q = db_query(db, Q_CALENDAR_DUE);
    query_int(&q, "before_s", now_s - (int64_t)CALENDAR_KEPT_DAYS * CLOCK_DAY_S);
    if (query_step(&q)) {
        *reading_id = take_int(&q);
    }
    return query_end(&q);
}

enum err calendar_is_due(struct db *db, int64_t now_s, bool *is_due)
{
    int64_t reading_id = 0;
    const enum err err = find_due(db, now_s, &reading_id);
    *is_due = reading_id != 0;
    return err;
}

enum err calendar_expire(struct db *db, int64_t now_s)
{
    int64_t reading_id = 0;
    enum err err = find_due(db, now_s, &reading_id);
    while (err == ERR_OK && reading_id != 0) {
        err = calendar_end(db, reading_id, "expired");
        err = err == ERR_OK ? find_due(db, now_s, &reading_id) : err;
    }
    return err;
}
