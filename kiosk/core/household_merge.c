/* Two households that turned out to be one. */
#include "base/clock.h"
#include "core/house.h"
#include "core/household_end.h"
#include "core/household_find.h"
#include "core/household_rows.h"
#include "core/query.h"
#include "core/setting.h"

/* One statement with what it needs of these. */
static enum err run(struct db *db, enum query_id id, int64_t from_id, int64_t into_id)
{
    const struct {
        const char *name;
        int64_t value;
    } params[] = {{"from_id", from_id}, {"into_id", into_id}, {"now_s", clock_now_s()}};
    struct query q = db_query(db, id);
    for (size_t i = 0; i < ARRAY_LEN(params); i++) {
        if (query_has_param(&q, params[i].name)) {
            query_int(&q, params[i].name, params[i].value);
        }
    }
    return query_run(&q);
}

static enum err run_all(struct db *db, const enum query_id *ids, size_t count, int64_t from_id,
                        int64_t into_id)
{
    enum err err = ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < count; i++) {
        err = run(db, ids[i], from_id, into_id);
    }
    return err;
}

/* Both are there, different, and nobody's own. */
static enum err check_pair(struct db *db, int64_t from_id, int64_t into_id, int64_t staff_id)
{
    const int64_t ids[] = {from_id, into_id};
    enum err err = from_id == into_id ? ERR_INVALID : ERR_OK;
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(ids); i++) {
        err = household_must_live(db, ids[i]);
    }
    for (size_t i = 0; err == ERR_OK && i < ARRAY_LEN(ids); i++) {
        err = household_must_be_others(db, ids[i], staff_id);
    }
    return err;
}

static enum err reindex(struct db *db, int64_t from_id, int64_t into_id)
{
    enum err err = household_index(db, from_id);
    if (err == ERR_OK) {
        err = household_index(db, into_id);
    }
    return err == ERR_OK ? household_index_tidy(db) : err;
}

static enum err merge(struct db *db, int64_t from_id, int64_t into_id, int64_t staff_id)
{
    static const enum query_id moves[] = {
        Q_MERGE_REQUESTS,  Q_MERGE_PERSONS, Q_MERGE_CARDS,    Q_MERGE_SUBSCRIPTIONS,
        Q_MERGE_TRAININGS, Q_MERGE_STAFF,   Q_MERGE_POINTERS, Q_MERGE_LEAVE,
    };
    enum err err = check_pair(db, from_id, into_id, staff_id);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_MERGE_NOTE);
    query_int(&q, "from_id", from_id);
    query_int(&q, "into_id", into_id);
    query_int(&q, "now_s", clock_now_s());
    query_int(&q, "staff_id", staff_id);
    err = query_run(&q);
    if (err == ERR_OK) {
        err = run_all(db, moves, ARRAY_LEN(moves), from_id, into_id);
    }
    return err == ERR_OK ? reindex(db, from_id, into_id) : err;
}

/* A line for each of the two. */
static enum err note_both(struct db *db, int64_t from_id, int64_t into_id, int64_t staff_id,
                          const char *from_code, const char *into_code)
{
    const enum err err = household_note(db, from_id, staff_id, from_code, into_id, NULL);
    return err == ERR_OK ? household_note(db, into_id, staff_id, into_code, from_id, NULL) : err;
}

enum err household_merge(struct db *db, int64_t from_id, int64_t into_id, int64_t staff_id)
{
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = merge(db, from_id, into_id, staff_id);
    if (err == ERR_OK) {
        err = note_both(db, from_id, into_id, staff_id, "merged_into", "merged_from");
    }
    return db_end(db, err);
}

static enum err unmerge(struct db *db, int64_t from_id, int64_t *into_id)
{
    static const enum query_id moves[] = {
        Q_UNMERGE_REQUESTS,      Q_UNMERGE_PERSONS,   Q_UNMERGE_CARDS,
        Q_UNMERGE_SUBSCRIPTIONS, Q_UNMERGE_TRAININGS, Q_UNMERGE_STAFF,
        Q_UNMERGE_POINTERS,      Q_UNMERGE_RETURN,    Q_UNMERGE_FORGET,
    };
    int64_t merged_at_s = 0;
    struct query q = db_query(db, Q_MERGE_GET);
    query_int(&q, "from_id", from_id);
    const bool found = query_step(&q);
    if (found) {
        *into_id = take_int(&q);
        merged_at_s = take_int(&q);
    }
    enum err err = query_end(&q);
    if (err != ERR_OK || !found) {
        return err != ERR_OK ? err : ERR_NOT_FOUND;
    }
    err = household_must_live(db, *into_id);
    if (err != ERR_OK) {
        return err == ERR_NOT_FOUND ? ERR_DENIED : err;
    }
    if (clock_now_s() - merged_at_s > setting_get(db, SETTING_UNDO_S)) {
        return ERR_DENIED;
    }
    err = run_all(db, moves, ARRAY_LEN(moves), from_id, *into_id);
    return err == ERR_OK ? reindex(db, from_id, *into_id) : err;
}

enum err household_unmerge(struct db *db, int64_t from_id, int64_t staff_id)
{
    int64_t into_id = 0;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = unmerge(db, from_id, &into_id);
    if (err == ERR_OK) {
        err = note_both(db, from_id, into_id, staff_id, "unmerged", "unmerged");
    }
    return db_end(db, err);
}
