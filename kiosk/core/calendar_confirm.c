/* Doing what was seen, all of it or nothing. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/calendar_parts.h"
#include "core/codes.h"
#include "core/edit_parts.h"
#include "core/house.h"
#include "core/query.h"

/* What each line would do, in one text. */
static enum err fingerprint(struct db *db, int64_t reading_id, struct arena *arena,
                            const char **print)
{
    struct query q = db_query(db, Q_CALENDAR_FINGERPRINT);
    query_int(&q, "reading_id", reading_id);
    *print = query_step(&q) ? take_text(&q, arena) : "";
    return query_end(&q);
}

static enum err compare_anew(struct db *db, const struct calendar_reading *reading,
                             struct arena *arena, bool *is_other)
{
    const char *before = "";
    const char *after = "";
    enum err err = fingerprint(db, reading->id, arena, &before);
    err = err == ERR_OK ? calendar_judge(db, reading->id, reading->partner_id, arena) : err;
    err = err == ERR_OK ? fingerprint(db, reading->id, arena, &after) : err;
    *is_other = strcmp(before, after) != 0;
    if (err != ERR_OK || !*is_other) {
        return err;
    }
    struct query q = db_query(db, Q_CALENDAR_NEXT_VERSION);
    query_int(&q, "reading_id", reading->id);
    return query_run(&q);
}

static enum err write_all(struct db *db, const struct calendar_confirm *confirm,
                          const struct calendar_reading *reading, struct arena *arena,
                          struct calendar_done *done)
{
    struct calendar_line *lines = NULL;
    int count = 0;
    enum err err = calendar_lines(db, reading->id, arena, &lines, &count);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        err = calendar_write(db, confirm, reading, &lines[i], done);
        if (err != ERR_OK) {
            done->refused_position = lines[i].row.position;
        }
    }
    err = err == ERR_OK ? calendar_end(db, reading->id, "confirmed") : err;
    return err == ERR_OK ? catalogue_index(db) : err;
}

/* *is_other: nothing is done, but what is seen now is kept. */
static enum err run(struct db *db, const struct calendar_confirm *confirm, struct arena *arena,
                    struct calendar_done *done, bool *is_other)
{
    struct calendar_reading reading;
    enum err err = calendar_open(db, confirm->reading_id, &confirm->actor, arena, &reading);
    if (err == ERR_OK && confirm->version != 0 && confirm->version != reading.version) {
        err = ERR_CONFLICT;
    }
    err = err == ERR_OK ? compare_anew(db, &reading, arena, is_other) : err;
    return err == ERR_OK && !*is_other ? write_all(db, confirm, &reading, arena, done) : err;
}

enum err calendar_confirm(struct db *db, const struct calendar_confirm *confirm,
                          struct calendar_done *done)
{
    const bool is_within = db_is_writing(db);
    size_t count = 0;
    bool is_other = false;
    const char *const *reasons = session_reason_codes(&count);
    *done = (struct calendar_done){0};
    enum err err = text_is_one_of(confirm->cancel_reason, reasons, count) ? ERR_OK : ERR_INVALID;
    if (err == ERR_OK && !is_within) {
        err = house_begin(db, clock_now_s());
    }
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("calendar", CALENDAR_ARENA_BYTES);
    err = run(db, confirm, arena, done, &is_other);
    err = is_within ? err : db_end(db, err);
    arena_destroy(arena);
    return err == ERR_OK && is_other ? ERR_CONFLICT : err;
}
