#include "core/openagenda.h"

#include <string.h>

#include "base/text.h"
#include "core/query.h"

enum { EXPORT_BYTES = 64 << 20 };

struct oa_export {
    struct db *db;
    struct arena *arena;
    struct calendar_span span;
    FILE *out;
    int events, dates, problems;
};

struct oa_event {
    int line;
    const char *json;
    const char *uid, *title, *words, *place, *notes;
    char status[CODE_BYTES], visibility[CODE_BYTES];
    int64_t timings;
};

/* Some editors put a mark in front. */
static struct str without_mark(const char *bytes, size_t len)
{
    const bool has_mark = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
    return has_mark ? str_make(bytes + 3, len - 3) : str_make(bytes, len);
}

bool openagenda_is_json(const char *bytes, size_t len)
{
    const struct str text = str_trim(without_mark(bytes, len));
    return text.len > 0 && (text.ptr[0] == '{' || text.ptr[0] == '[');
}

/* ---- Lines ---- */

/* Ends the run. */
static enum err put_line(struct oa_export *export, struct query *q)
{
    char *line = query_step(q) ? take_text(q, export->arena) : NULL;
    const enum err err = query_end(q);
    if (err != ERR_OK) {
        return err;
    }
    return fprintf(export->out, "%s\n", line) < 0 ? ERR_IO : ERR_OK;
}

static enum err put_problem(struct oa_export *export, const struct oa_event *event,
                            const char *code, const char *detail)
{
    struct query q = db_query(export->db, Q_OPENAGENDA_LINE_PROBLEM);
    query_int(&q, "line", event->line);
    query_text(&q, "uid", event->uid);
    query_text(&q, "title", event->title);
    query_text(&q, "code", code);
    query_text(&q, "detail", detail);
    export->problems++;
    return put_line(export, &q);
}

static enum err put_date(struct oa_export *export, const struct oa_event *event, int64_t starts_s,
                         int64_t ends_s)
{
    struct query q = db_query(export->db, Q_OPENAGENDA_LINE_DATE);
    query_int(&q, "line", event->line);
    query_text(&q, "uid", event->uid);
    query_int(&q, "is_series", event->timings > 1);
    query_int(&q, "starts_s", starts_s);
    query_int(&q, "ends_s", ends_s);
    query_text(&q, "status", event->status);
    query_text(&q, "visibility", event->visibility);
    query_text(&q, "title", event->title);
    query_text(&q, "words", event->words);
    query_text(&q, "place", event->place);
    query_text(&q, "notes", event->notes);
    export->dates++;
    return put_line(export, &q);
}

static enum err put_end(struct oa_export *export)
{
    struct query q = db_query(export->db, Q_OPENAGENDA_LINE_END);
    query_int(&q, "events", export->events);
    query_int(&q, "dates", export->dates);
    query_int(&q, "problems", export->problems);
    return put_line(export, &q);
}

static bool is_full(const struct oa_export *export)
{
    return export->dates + export->problems > CALENDAR_ROWS_MAX;
}

/* ---- One event ---- */

static enum err take_event(struct oa_export *export, struct oa_event *event)
{
    struct query q = db_query(export->db, Q_OPENAGENDA_EVENT);
    query_text(&q, "event", event->json);
    query_text(&q, "lang", DB_HOUSE_LANG);
    query_text(&q, "online", "En ligne");
    query_int(&q, "most_chars", OPENAGENDA_TEXT_CHARS);
    if (query_step(&q)) {
        const char *uid = take_text(&q, export->arena);
        event->uid = uid[0] == '\0' ? "" : arena_printf(export->arena, "%s@openagenda", uid);
        event->title = take_text(&q, export->arena);
        event->words = take_text(&q, export->arena);
        event->place = take_text(&q, export->arena);
        take_code(&q, event->status, sizeof(event->status));
        take_code(&q, event->visibility, sizeof(event->visibility));
        event->notes = take_text(&q, export->arena);
        event->timings = take_int(&q);
    }
    return query_end(&q);
}

static enum err put_timings(struct oa_export *export, const struct oa_event *event)
{
    enum err err = ERR_OK;
    struct query q = db_query(export->db, Q_OPENAGENDA_TIMINGS);
    query_text(&q, "event", event->json);
    query_int(&q, "from_s", export->span.from_s);
    query_int(&q, "until_s", export->span.until_s);
    query_int(&q, "most", OPENAGENDA_TIMINGS_MAX);
    while (err == ERR_OK && !is_full(export) && query_step(&q)) {
        const int64_t starts_s = take_int(&q);
        const int64_t ends_s = take_int(&q);
        const char *text = take_text(&q, export->arena);
        err = starts_s <= 0 ? put_problem(export, event, "date", text)
                            : put_date(export, event, starts_s, ends_s);
    }
    const enum err end = query_end(&q);
    return err != ERR_OK ? err : end;
}

static enum err put_event(struct oa_export *export, int line, const char *json)
{
    struct oa_event event = {.line = line, .json = json, .uid = "", .title = ""};
    if (json[0] == '\0') {
        return put_problem(export, &event, "not_event", "");
    }
    const enum err err = take_event(export, &event);
    if (err != ERR_OK) {
        return err;
    }
    if (event.uid[0] == '\0') {
        return put_problem(export, &event, "no_uid", "");
    }
    return event.timings == 0 ? put_problem(export, &event, "no_timings", "detailed=1")
                              : put_timings(export, &event);
}

/* ---- All of them ---- */

static enum err put_events(struct oa_export *export, const char *json)
{
    enum err err = ERR_OK;
    int64_t total = 0;
    struct query q = db_query(export->db, Q_OPENAGENDA_EVENTS);
    query_text(&q, "export", json);
    query_int(&q, "most", OPENAGENDA_EVENTS_MAX);
    while (err == ERR_OK && !is_full(export) && query_step(&q)) {
        const int line = (int)take_int(&q);
        const char *event = take_text(&q, export->arena);
        total = take_int(&q);
        export->events++;
        err = put_event(export, line, event);
    }
    const enum err end = query_end(&q);
    err = err != ERR_OK ? err : end;
    if (err == ERR_OK && total > export->events && !is_full(export)) {
        const struct oa_event all = {.line = export->events + 1, .uid = "", .title = ""};
        err = put_problem(export, &all, "paged",
                          arena_printf(export->arena, "%d/%lld", export->events, (long long)total));
    }
    return err == ERR_OK ? put_end(export) : err;
}

static enum err put_refusal(FILE *out, const char *code)
{
    return fprintf(out, "{\"is\":\"refusal\",\"code\":\"%s\"}\n", code) < 0 ? ERR_IO : ERR_OK;
}

enum err openagenda_read(struct db *db, const char *bytes, size_t len, struct calendar_span span,
                         FILE *out)
{
    int64_t is_whole = 0;
    if (len > OPENAGENDA_BYTES_MAX) {
        return put_refusal(out, "too_big");
    }
    struct arena *arena = arena_create("openagenda", EXPORT_BYTES);
    struct oa_export export = {.db = db, .arena = arena, .span = span, .out = out};
    const struct str text = without_mark(bytes, len);
    const char *json = arena_strndup(arena, text.ptr, text.len);
    struct query q = db_query(db, Q_OPENAGENDA_IS_WHOLE);
    query_text(&q, "export", json);
    enum err err = query_one_int(&q, &is_whole);
    if (err == ERR_OK) {
        err = is_whole != 0 ? put_events(&export, json) : put_refusal(out, "not_openagenda");
    }
    arena_destroy(arena);
    return err;
}
