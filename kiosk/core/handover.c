#include "core/handover.h"

#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/house.h"
#include "core/people.h"
#include "core/query.h"

struct note {
    int64_t staff_id;
    bool is_done;
    bool has_words;
};

static enum err load_note(struct db *db, int64_t handover_id, struct note *note)
{
    struct query q = db_query(db, Q_HANDOVER_GET);
    query_int(&q, "handover_id", handover_id);
    const bool found = query_step(&q);
    if (found) {
        note->staff_id = take_int(&q);
        note->is_done = take_int(&q) != 0;
        note->has_words = take_int(&q) != 0;
    }
    const enum err err = query_end(&q);
    return err != ERR_OK ? err : found ? ERR_OK : ERR_NOT_FOUND;
}

static enum err check_words(const char *words)
{
    const struct str text = str_of(words);
    const size_t chars = utf8_count(text);
    return utf8_is_clean(text) && chars > 0 && chars <= HANDOVER_MAX_CHARS && str_trim(text).len > 0
               ? ERR_OK
               : ERR_INVALID;
}

static enum err set_words(struct db *db, int64_t handover_id, const char *words)
{
    struct query q = db_query(db, Q_HANDOVER_SET_WORDS);
    query_int(&q, "handover_id", handover_id);
    query_text(&q, "words", words);
    return query_run(&q);
}

static enum err write_note(struct db *db, int64_t staff_id, const char *words, int64_t *handover_id)
{
    struct staff staff;
    enum err err = people_get_staff(db, staff_id, &staff);
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_HANDOVER_ADD);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "now_s", clock_now_s());
    err = query_run(&q);
    *handover_id = err == ERR_OK ? db_last_id(db) : 0;
    return err == ERR_OK ? set_words(db, *handover_id, words) : err;
}

enum err handover_write(struct db *db, int64_t staff_id, const char *words, int64_t *handover_id)
{
    *handover_id = 0;
    enum err err = check_words(words);
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    return err == ERR_OK ? db_end(db, write_note(db, staff_id, words, handover_id)) : err;
}

static enum err rewrite(struct db *db, int64_t handover_id, int64_t staff_id, const char *words)
{
    struct note note;
    enum err err = load_note(db, handover_id, &note);
    if (err == ERR_OK && note.staff_id != staff_id) {
        err = ERR_DENIED;
    }
    if (err == ERR_OK && note.is_done) {
        err = ERR_CONFLICT;
    }
    if (err == ERR_OK) {
        err = set_words(db, handover_id, words);
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_HANDOVER_FORGET_READ);
        query_int(&q, "handover_id", handover_id);
        err = query_run(&q);
    }
    return err;
}

enum err handover_rewrite(struct db *db, int64_t handover_id, int64_t staff_id, const char *words)
{
    enum err err = check_words(words);
    if (err == ERR_OK) {
        err = house_begin(db, clock_now_s());
    }
    return err == ERR_OK ? db_end(db, rewrite(db, handover_id, staff_id, words)) : err;
}

static enum err erase(struct db *db, int64_t handover_id, int64_t staff_id)
{
    struct note note;
    struct staff staff;
    enum err err = load_note(db, handover_id, &note);
    if (err == ERR_OK && !note.has_words) {
        err = ERR_NOT_FOUND;
    }
    if (err == ERR_OK) {
        err = people_get_staff(db, staff_id, &staff);
    }
    if (err == ERR_OK && note.staff_id != staff_id && strcmp(staff.role, "coordinator") != 0) {
        err = ERR_DENIED;
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_HANDOVER_ERASE);
        query_int(&q, "handover_id", handover_id);
        err = query_run(&q);
    }
    return err;
}

enum err handover_erase(struct db *db, int64_t handover_id, int64_t staff_id)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, erase(db, handover_id, staff_id)) : err;
}

static enum err add_read(struct db *db, int64_t handover_id, int64_t staff_id)
{
    struct query q = db_query(db, Q_HANDOVER_ADD_READ);
    query_int(&q, "handover_id", handover_id);
    query_int(&q, "staff_id", staff_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

enum err handover_set_read(struct db *db, int64_t handover_id, int64_t staff_id)
{
    struct note note;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    err = load_note(db, handover_id, &note);
    return db_end(db, err == ERR_OK ? add_read(db, handover_id, staff_id) : err);
}

static enum err set_done(struct db *db, int64_t handover_id, int64_t staff_id, bool is_done)
{
    struct note note;
    enum err err = load_note(db, handover_id, &note);
    if (err == ERR_OK && note.is_done == is_done) {
        err = ERR_CONFLICT;
    }
    if (err == ERR_OK && is_done) {
        err = add_read(db, handover_id, staff_id);
    }
    if (err == ERR_OK) {
        struct query q = db_query(db, Q_HANDOVER_SET_DONE);
        query_int(&q, "handover_id", handover_id);
        query_int_or_null(&q, "done_at_s", is_done ? clock_now_s() : 0);
        query_int_or_null(&q, "staff_id", is_done ? staff_id : 0);
        err = query_run(&q);
    }
    return err;
}

enum err handover_set_done(struct db *db, int64_t handover_id, int64_t staff_id, bool is_done)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, set_done(db, handover_id, staff_id, is_done)) : err;
}
