/* From what the reader wrote to lines that can be looked at. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/calendar_parts.h"
#include "core/catalogue_edit.h"
#include "core/house.h"
#include "core/query.h"
#include "core/sessions.h"

/* ---- One line ---- */

/* A line as it was written; each kind has its part of it. */
struct read_line {
    char is[CODE_BYTES], status[CODE_BYTES], visibility[CODE_BYTES], code[CODE_BYTES];
    int line;
    int64_t key_s, starts_s, ends_s;
    bool is_day;
    int64_t sequence, total;
    const char *uid, *title, *words, *place, *notes, *detail, *name, *mended;
};

static enum err take_apart(struct db *db, const char *text, struct arena *arena,
                           struct read_line *line, bool *is_whole)
{
    int64_t whole = 0;
    struct query q = db_query(db, Q_CALENDAR_LINE_IS_WHOLE);
    query_text(&q, "line", text);
    const enum err err = query_one_int(&q, &whole);
    *is_whole = whole != 0;
    if (err != ERR_OK || !*is_whole) {
        return err;
    }
    q = db_query(db, Q_CALENDAR_LINE);
    query_text(&q, "line", text);
    if (query_step(&q)) {
        take_code(&q, line->is, sizeof(line->is));
        line->line = (int)take_int(&q);
        line->uid = take_text(&q, arena);
        line->key_s = take_int(&q);
        line->starts_s = take_int(&q);
        line->ends_s = take_int(&q);
        line->is_day = take_int(&q) != 0;
        take_code(&q, line->status, sizeof(line->status));
        line->sequence = take_int(&q);
        take_code(&q, line->visibility, sizeof(line->visibility));
        line->title = take_text(&q, arena);
        line->words = take_text(&q, arena);
        line->place = take_text(&q, arena);
        line->notes = take_text(&q, arena);
        take_code(&q, line->code, sizeof(line->code));
        line->detail = take_text(&q, arena);
        line->name = take_text(&q, arena);
        line->mended = take_text(&q, arena);
        line->total = take_int(&q);
    }
    return query_end(&q);
}

struct staging {
    struct db *db;
    struct arena *arena; /* of one line */
    int64_t reading_id;
    int position;
    bool is_ended;
    char *refusal;
};

static enum err refuse(struct staging *staging, const char *code)
{
    (void)snprintf(staging->refusal, CODE_BYTES, "%s", code);
    return ERR_INVALID;
}

static enum err note(struct staging *staging, const char *code)
{
    struct query q = db_query(staging->db, Q_CALENDAR_ROW_NOTE);
    query_int(&q, "reading_id", staging->reading_id);
    query_int(&q, "position", staging->position);
    query_text(&q, "code", code);
    return query_run(&q);
}

static enum err is_twice(struct staging *staging, const struct read_line *line, bool *is_there)
{
    int64_t there = 0;
    struct query q = db_query(staging->db, Q_CALENDAR_ROW_IS_THERE);
    query_int(&q, "reading_id", staging->reading_id);
    query_text(&q, "uid", line->uid);
    query_int(&q, "key_s", line->key_s);
    const enum err err = query_one_int(&q, &there);
    *is_there = there != 0;
    return err;
}

/* What cannot become a session, whatever the agenda says: the first that holds. */
static const char *fault_of(const struct read_line *line, bool is_cancelled)
{
    const struct {
        bool holds;
        const char *code;
    } faults[] = {
        {strcmp(line->visibility, "public") != 0, "private"},
        {strcmp(line->status, "tentative") == 0, "tentative"},
        {!is_cancelled && line->title[0] == '\0', "no_title"},
        {!is_cancelled && line->is_day, "no_hours"},
        {!is_cancelled && line->ends_s - line->starts_s > SESSION_LONGEST_S, "too_long"},
    };
    for (size_t i = 0; i < ARRAY_LEN(faults); i++) {
        if (faults[i].holds) {
            return faults[i].code;
        }
    }
    return "";
}

static enum err write_row(struct staging *staging, const struct read_line *line, bool is_cancelled,
                          const char *fault)
{
    if (staging->position == CALENDAR_ROWS_MAX) {
        return refuse(staging, "too_many_dates");
    }
    struct query q = db_query(staging->db, Q_CALENDAR_ROW_ADD);
    query_int(&q, "reading_id", staging->reading_id);
    query_int(&q, "position", ++staging->position);
    query_int(&q, "line", line->line);
    query_text(&q, "uid", line->uid);
    query_int(&q, "key_s", line->key_s);
    query_int(&q, "sequence", line->sequence);
    query_int(&q, "is_cancelled", is_cancelled);
    query_int(&q, "starts_s", line->starts_s);
    query_int(&q, "ends_s", line->ends_s);
    query_text(&q, "title", line->title);
    query_text(&q, "place", line->place);
    query_text(&q, "summary", line->words);
    query_text(&q, "notes", line->notes);
    query_text(&q, "fault", fault);
    query_text(&q, "detail", line->detail);
    return query_run(&q);
}

/* No end, or the beginning again: an hour is taken, and said. */
static enum err take_date(struct staging *staging, struct read_line *line)
{
    bool is_title_cut = false;
    bool is_place_cut = false;
    bool is_words_cut = false;
    bool is_there = false;
    const bool is_cancelled = strcmp(line->status, "cancelled") == 0;
    const bool is_endless = line->ends_s <= line->starts_s;
    if (line->uid[0] == '\0' || line->starts_s <= 0) {
        return refuse(staging, "broken");
    }
    line->ends_s = is_endless ? line->starts_s + CLOCK_HOUR_S : line->ends_s;
    line->title = calendar_words(staging->arena, line->title, EDIT_TITLE_CHARS, &is_title_cut);
    line->place = calendar_words(staging->arena, line->place, SESSION_PLACE_CHARS, &is_place_cut);
    line->words = calendar_words(staging->arena, line->words, EDIT_SUMMARY_CHARS, &is_words_cut);
    const char *fault = fault_of(line, is_cancelled);
    enum err err = is_twice(staging, line, &is_there);
    fault = is_there && fault[0] == '\0' ? "twice" : fault;
    if (strcmp(fault, "private") == 0) { /* not for the desk, either */
        line->title = line->place = line->words = "";
        is_title_cut = is_place_cut = is_words_cut = false;
    }
    err = err == ERR_OK ? write_row(staging, line, is_cancelled, fault) : err;
    err = err == ERR_OK && is_title_cut ? note(staging, "title_cut") : err;
    err = err == ERR_OK && is_place_cut ? note(staging, "place_cut") : err;
    err = err == ERR_OK && is_words_cut ? note(staging, "words_cut") : err;
    return err == ERR_OK && is_endless ? note(staging, "hour") : err;
}

static enum err take_problem(struct staging *staging, struct read_line *line)
{
    bool is_cut = false;
    line->title = calendar_words(staging->arena, line->title, EDIT_TITLE_CHARS, &is_cut);
    line->detail = calendar_words(staging->arena, line->detail, EDIT_TITLE_CHARS, &is_cut);
    line->words = line->place = "";
    line->starts_s = line->ends_s = line->key_s = 0;
    return line->code[0] == '\0' ? refuse(staging, "broken")
                                 : write_row(staging, line, false, line->code);
}

static enum err take_calendar(struct staging *staging, struct read_line *line)
{
    bool is_cut = false;
    struct query q = db_query(staging->db, Q_CALENDAR_READING_NAME);
    query_int(&q, "reading_id", staging->reading_id);
    query_text(&q, "calendar",
               calendar_words(staging->arena, line->name, EDIT_TITLE_CHARS, &is_cut));
    return query_run(&q);
}

/* What it counted is what arrived. */
static enum err take_end(struct staging *staging, struct read_line *line)
{
    staging->is_ended = true;
    if (line->total != staging->position) {
        return refuse(staging, "cut");
    }
    struct query q = db_query(staging->db, Q_CALENDAR_READING_MENDED);
    query_int(&q, "reading_id", staging->reading_id);
    query_text(&q, "mended", line->mended);
    return query_run(&q);
}

static enum err take_refusal(struct staging *staging, struct read_line *line)
{
    return refuse(staging, line->code[0] == '\0' ? "broken" : line->code);
}

static const struct {
    const char *is;
    enum err (*take)(struct staging *staging, struct read_line *line);
} LINES[] = {
    {"calendar", take_calendar}, {"date", take_date},       {"problem", take_problem},
    {"end", take_end},           {"refusal", take_refusal},
};

static enum err take_line(struct staging *staging, struct str text)
{
    struct read_line line;
    bool is_whole = false;
    arena_reset(staging->arena);
    const char *copy = arena_strndup(staging->arena, text.ptr, text.len);
    const enum err err = take_apart(staging->db, copy, staging->arena, &line, &is_whole);
    if (err != ERR_OK) {
        return err;
    }
    for (size_t i = 0; is_whole && !staging->is_ended && i < ARRAY_LEN(LINES); i++) {
        if (strcmp(LINES[i].is, line.is) == 0) {
            return LINES[i].take(staging, &line);
        }
    }
    return refuse(staging, "broken");
}

/* ---- All of them ---- */

/* A last line that is not ended was cut off. */
static enum err take_lines(struct staging *staging, const char *lines, size_t len)
{
    enum err err = ERR_OK;
    for (const char *at = lines; err == ERR_OK && at < lines + len;) {
        const char *end = memchr(at, '\n', (size_t)(lines + len - at));
        if (end == NULL) {
            return refuse(staging, "cut");
        }
        err = take_line(staging, str_make(at, (size_t)(end - at)));
        at = end + 1;
    }
    if (err == ERR_OK && !staging->is_ended) {
        return refuse(staging, "cut");
    }
    return err == ERR_OK && staging->position == 0 ? refuse(staging, "nothing") : err;
}

static enum err add_reading(struct db *db, const struct calendar_origin *origin,
                            int64_t *reading_id)
{
    struct query q = db_query(db, Q_CALENDAR_READING_ADD);
    query_int(&q, "partner_id", origin->partner_id);
    query_text(&q, "source", origin->source);
    query_int_or_null(&q, "staff_id", origin->actor.staff_id);
    query_int_or_null(&q, "address_id", origin->address_id);
    query_int(&q, "now_s", clock_now_s());
    const enum err err = query_run(&q);
    *reading_id = db_last_id(db);
    return err;
}

/* There is one at a time, so that nobody confirms what an older file said. */
static enum err end_earlier(struct db *db, const struct calendar_origin *origin, int64_t reading_id)
{
    enum err err = ERR_OK;
    for (bool is_more = true; err == ERR_OK && is_more;) {
        int64_t earlier_id = 0;
        struct query q = db_query(db, Q_CALENDAR_READING_BEFORE);
        query_int(&q, "partner_id", origin->partner_id);
        query_text(&q, "source", origin->source);
        query_int_or_null(&q, "staff_id", origin->actor.staff_id);
        query_int_or_null(&q, "address_id", origin->address_id);
        query_int(&q, "reading_id", reading_id);
        is_more = query_step(&q);
        if (is_more) {
            earlier_id = take_int(&q);
        }
        err = query_end(&q);
        err = err == ERR_OK && is_more ? calendar_end(db, earlier_id, "dropped") : err;
    }
    return err;
}

static enum err stage(struct staging *staging, const struct calendar_origin *origin,
                      const char *lines, size_t len)
{
    struct db *db = staging->db;
    enum err err = calendar_may(db, origin->partner_id, &origin->actor);
    err = err == ERR_OK ? add_reading(db, origin, &staging->reading_id) : err;
    err = err == ERR_OK ? take_lines(staging, lines, len) : err;
    err = err == ERR_OK ? end_earlier(db, origin, staging->reading_id) : err;
    return err == ERR_OK
               ? calendar_judge(db, staging->reading_id, origin->partner_id, staging->arena)
               : err;
}

enum err calendar_stage(struct db *db, const struct calendar_origin *origin, const char *lines,
                        size_t len, char refusal[CODE_BYTES], int64_t *reading_id)
{
    const bool is_within = db_is_writing(db);
    *reading_id = 0;
    refusal[0] = '\0';
    enum err err = is_within ? ERR_OK : house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct staging staging = {
        .db = db, .arena = arena_create("calendar", CALENDAR_ARENA_BYTES), .refusal = refusal};
    err = stage(&staging, origin, lines, len);
    err = is_within ? err : db_end(db, err);
    arena_destroy(staging.arena);
    *reading_id = err == ERR_OK ? staging.reading_id : 0;
    return err;
}
