#include "core/calendar.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/calendar_parts.h"
#include "core/codes.h"
#include "core/edit_parts.h"
#include "core/house.h"
#include "core/organiser.h"
#include "core/query.h"
#include "core/sessions.h"

static const char *const VERDICTS[CALENDAR_VERDICTS] = {
    [CALENDAR_NEW] = "new",
    [CALENDAR_CHANGED] = "changed",
    [CALENDAR_CANCELLED] = "cancelled",
    [CALENDAR_UNCHANGED] = "unchanged",
    [CALENDAR_MISSING] = "missing",
    [CALENDAR_LEFT_OUT] = "left_out",
    [CALENDAR_NOT_UNDERSTOOD] = "not_understood",
};

const char *calendar_verdict_code(enum calendar_verdict verdict)
{
    return VERDICTS[verdict];
}

static enum calendar_verdict verdict_of(const char *code)
{
    enum calendar_verdict verdict = 0;
    while (verdict < CALENDAR_VERDICTS - 1 && strcmp(VERDICTS[verdict], code) != 0) {
        verdict++;
    }
    return verdict;
}

struct calendar_span calendar_span(void)
{
    const int64_t now_s = clock_now_s();
    return (struct calendar_span){now_s, clock_day_s(now_s, CALENDAR_AHEAD_DAYS)};
}

enum err calendar_may(struct db *db, int64_t partner_id, const struct actor *actor)
{
    int64_t is_there = 0;
    int64_t own_id = 0;
    struct query q = db_query(db, Q_ACTIVITY_PARTNER);
    query_int(&q, "partner_id", partner_id);
    enum err err = query_one_int(&q, &is_there);
    err = err == ERR_OK ? organiser_partner(db, actor, &own_id) : err;
    return err == ERR_OK && actor->who == WHO_ORGANISER && own_id != partner_id ? ERR_DENIED : err;
}

/* ---- Looking ---- */

static enum err load_counts(struct db *db, struct calendar_reading *reading)
{
    struct query q = db_query(db, Q_CALENDAR_COUNTS);
    query_int(&q, "reading_id", reading->id);
    while (query_step(&q)) {
        char code[CODE_BYTES];
        take_code(&q, code, sizeof(code));
        reading->counts[verdict_of(code)] = (int)take_int(&q);
    }
    return query_end(&q);
}

enum err calendar_load(struct db *db, int64_t reading_id, struct arena *arena,
                       struct calendar_reading *reading)
{
    *reading = (struct calendar_reading){0};
    struct query q = db_query(db, Q_CALENDAR_LOAD);
    query_int(&q, "reading_id", reading_id);
    if (query_step(&q)) {
        reading->id = reading_id;
        reading->partner_id = take_int(&q);
        reading->partner = take_text(&q, arena);
        take_code(&q, reading->source, sizeof(reading->source));
        take_code(&q, reading->state, sizeof(reading->state));
        reading->staff_id = take_int(&q);
        reading->read_at_s = take_int(&q);
        reading->version = (int)take_int(&q);
        reading->calendar = take_text(&q, arena);
        reading->mended = take_text(&q, arena);
        reading->writes = (int)take_int(&q);
        reading->people = (int)take_int(&q);
    }
    const enum err err = query_end(&q);
    if (err != ERR_OK || reading->id == 0) {
        return err != ERR_OK ? err : ERR_NOT_FOUND;
    }
    return load_counts(db, reading);
}

static void take_row(struct query *q, struct arena *arena, struct calendar_row *row)
{
    char verdict[CODE_BYTES];
    row->position = (int)take_int(q);
    row->line = (int)take_int(q);
    take_code(q, verdict, sizeof(verdict));
    row->verdict = verdict_of(verdict);
    take_code(q, row->reason, sizeof(row->reason));
    row->detail = take_text(q, arena);
    row->changes = (unsigned)take_int(q);
    row->is_house_changed = take_int(q) != 0;
    row->notes = take_text(q, arena);
    row->title = take_text(q, arena);
    row->place = take_text(q, arena);
    row->starts_s = take_int(q);
    row->ends_s = take_int(q);
    row->title_was = take_text(q, arena);
    row->place_was = take_text(q, arena);
    row->starts_was_s = take_int(q);
    row->ends_was_s = take_int(q);
    row->session_id = take_int(q);
    row->bookings = (int)take_int(q);
    row->people = (int)take_int(q);
}

/* As many as a reading has, and its missing dates; beyond, they are only counted. */
enum err calendar_lines(struct db *db, int64_t reading_id, struct arena *arena,
                        struct calendar_line **lines, int *count)
{
    enum { MOST = 2 * CALENDAR_ROWS_MAX };
    struct query q = db_query(db, Q_CALENDAR_ROWS);
    query_int(&q, "reading_id", reading_id);
    *lines = arena_array(arena, MOST, sizeof(**lines));
    *count = 0;
    while (*count < MOST && query_step(&q)) {
        struct calendar_line *line = &(*lines)[(*count)++];
        take_row(&q, arena, &line->row);
        line->uid = take_text(&q, arena);
        line->key_s = take_int(&q);
        line->sequence = take_int(&q);
        line->is_cancelled = take_int(&q) != 0;
        line->summary = take_text(&q, arena);
    }
    return query_end(&q);
}

enum err calendar_rows(struct db *db, int64_t reading_id, struct arena *arena,
                       struct calendar_row **rows, int *count)
{
    struct calendar_line *lines = NULL;
    const enum err err = calendar_lines(db, reading_id, arena, &lines, count);
    if (err == ERR_OK) {
        *rows = arena_array(arena, (size_t)*count, sizeof(**rows));
        for (int i = 0; i < *count; i++) {
            (*rows)[i] = lines[i].row;
        }
    }
    return err;
}

enum err calendar_titles(struct db *db, int64_t reading_id, struct arena *arena,
                         struct calendar_title **titles, int *count)
{
    struct query q = db_query(db, Q_CALENDAR_TITLES);
    query_int(&q, "reading_id", reading_id);
    *titles = arena_array(arena, CALENDAR_ROWS_MAX, sizeof(**titles));
    *count = 0;
    while (*count < CALENDAR_ROWS_MAX && query_step(&q)) {
        struct calendar_title *title = &(*titles)[(*count)++];
        title->title = take_text(&q, arena);
        take_code(&q, title->kind, sizeof(title->kind));
        title->capacity = (int)take_int(&q);
        take_code(&q, title->rule, sizeof(title->rule));
        title->dates = (int)take_int(&q);
    }
    return query_end(&q);
}

/* ---- Choosing and dropping ---- */

static bool is_choice_fine(const struct calendar_title *choice)
{
    static const char *const rules[] = {"desk", "automatic"};
    size_t count = 0;
    const char *const *kinds = activity_kind_codes(&count);
    return text_is_one_of(choice->kind, kinds, count) &&
           text_is_one_of(choice->rule, rules, ARRAY_LEN(rules)) && choice->capacity >= 0 &&
           choice->capacity <= SESSION_CAPACITY_MAX;
}

enum err calendar_open(struct db *db, int64_t reading_id, const struct actor *actor,
                       struct arena *arena, struct calendar_reading *reading)
{
    const enum err err = calendar_load(db, reading_id, arena, reading);
    if (err != ERR_OK) {
        return err;
    }
    return strcmp(reading->state, "open") != 0 ? ERR_NOT_FOUND
                                               : calendar_may(db, reading->partner_id, actor);
}

static enum err choose(struct db *db, int64_t reading_id, const struct calendar_title *choice,
                       const struct actor *actor)
{
    struct query q = db_query(db, Q_CALENDAR_CHOOSE);
    query_int(&q, "reading_id", reading_id);
    if (choice->title != NULL) {
        query_text(&q, "title", choice->title);
    }
    query_text(&q, "kind", choice->kind);
    query_int(&q, "capacity", choice->capacity);
    query_text(&q, "rule", actor->who == WHO_ORGANISER ? "desk" : choice->rule);
    const enum err err = query_run(&q);
    return err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err;
}

/* choice NULL: the reading is dropped. */
static enum err choose_or_drop(struct db *db, int64_t reading_id,
                               const struct calendar_title *choice, struct actor actor)
{
    struct calendar_reading reading;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("calendar", CALENDAR_ARENA_BYTES);
    err = calendar_open(db, reading_id, &actor, arena, &reading);
    if (err == ERR_OK) {
        err = choice == NULL ? calendar_end(db, reading_id, "dropped")
                             : choose(db, reading_id, choice, &actor);
    }
    arena_destroy(arena);
    return db_end(db, err);
}

enum err calendar_choose(struct db *db, int64_t reading_id, const struct calendar_title *choice,
                         struct actor actor)
{
    return is_choice_fine(choice) ? choose_or_drop(db, reading_id, choice, actor) : ERR_INVALID;
}

enum err calendar_drop(struct db *db, int64_t reading_id, struct actor actor)
{
    return choose_or_drop(db, reading_id, NULL, actor);
}
