/* An association's calendar: its file is read beside the loop, then looked at, and taken over or
 * left aside. An organiser reads and decides their own association's, and no other. */
#include <stdio.h>
#include <stdlib.h>

#include "calendar/reader.h"
#include "core/calendar.h"
#include "core/house.h"
#include "core/openagenda.h"
#include "core/organiser.h"
#include "desk/lists.h"
#include "desk/route.h"

enum { FILE_BYTES = 8 << 20 };

/* ---- Reading ---- */

/* Of an organiser by the login, whatever was sent; 0: not said. */
static int64_t partner_of(struct exchange *exchange)
{
    return exchange->role == ROLE_ORGANISER ? exchange->login.partner_id
                                            : field_int(exchange, "partner_id");
}

static enum err refuse(struct exchange *exchange, const char *code)
{
    exchange->json = arena_printf(exchange->arena, "{\"refusal\":\"%s\"}", code);
    return ERR_OK;
}

static enum err stage_lines(struct exchange *exchange, const char *source, const char *lines,
                            size_t len)
{
    char refusal[CODE_BYTES];
    int64_t reading_id = 0;
    const struct calendar_origin origin = {
        .partner_id = partner_of(exchange),
        .source = source,
        .actor = exchange_actor(exchange),
    };
    const enum err err = calendar_stage(exchange->db, &origin, lines, len, refusal, &reading_id);
    if (err == ERR_INVALID && refusal[0] != '\0') {
        return refuse(exchange, refusal);
    }
    return err == ERR_OK ? exchange_answer_int(exchange, "reading_id", reading_id) : err;
}

static enum err stage(struct exchange *exchange)
{
    size_t len = 0;
    const char *fault = calendar_reader_fault(exchange->reader);
    if (fault[0] != '\0') {
        return refuse(exchange, fault);
    }
    const char *lines = calendar_reader_lines(exchange->reader, &len);
    return stage_lines(exchange, "file", lines, len);
}

/* SQLite's JSON reads it, within what a value may hold: there is nothing to wait for. */
static enum err stage_openagenda(struct exchange *exchange)
{
    char *lines = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&lines, &len);
    if (out == NULL) {
        return ERR_FULL;
    }
    enum err err =
        openagenda_read(exchange->db, exchange->file, exchange->file_len, calendar_span(), out);
    err = fclose(out) != 0 && err == ERR_OK ? ERR_IO : err;
    err = err == ERR_OK ? stage_lines(exchange, "openagenda", lines, len) : err;
    free(lines);
    return err;
}

static enum err read_file(struct exchange *exchange)
{
    if (partner_of(exchange) <= 0 || exchange->field_err != ERR_OK) {
        exchange->field = "partner_id";
        return ERR_INVALID;
    }
    if (openagenda_is_json(exchange->file, exchange->file_len)) {
        return stage_openagenda(exchange);
    }
    struct house_site site;
    const enum err err = house_site(exchange->db, exchange->arena, &site);
    if (err != ERR_OK) {
        return err;
    }
    const struct calendar_span span = calendar_span();
    const struct calendar_reader_options options = {
        .from_s = span.from_s, .until_s = span.until_s, .zone = site.zone};
    exchange->then = stage;
    exchange->reader = calendar_reader_begin(&options, exchange->file, exchange->file_len);
    return ERR_OK;
}

/* ---- Looking ---- */

/* Whoever may not see it hears that there is none. */
static enum err load_reading(struct exchange *exchange, int64_t reading_id, struct arena *arena,
                             struct calendar_reading *reading)
{
    const enum err err = calendar_load(exchange->db, reading_id, arena, reading);
    const bool is_theirs =
        exchange->role >= ROLE_CONCIERGE || reading->partner_id == exchange->login.partner_id;
    return err == ERR_OK && !is_theirs ? ERR_NOT_FOUND : err;
}

static const char *counts_of(struct exchange *exchange, const struct calendar_reading *reading)
{
    const char *counts = "";
    for (enum calendar_verdict i = 0; i < CALENDAR_VERDICTS; i++) {
        counts = arena_printf(exchange->arena, "%s%s\"%s\":%d", counts, i == 0 ? "" : ",",
                              calendar_verdict_code(i), reading->counts[i]);
    }
    return counts;
}

static const char *reading_of(struct exchange *exchange, const struct calendar_reading *reading)
{
    return arena_printf(
        exchange->arena,
        "{\"reading_id\":%lld,\"partner\":%s,\"source\":\"%s\",\"state\":\"%s\",\"read_at_s\":%lld,"
        "\"version\":%d,\"calendar\":%s,\"mended\":%s,\"counts\":{%s},\"writes\":%d}",
        (long long)reading->id, json_quoted(exchange, reading->partner), reading->source,
        reading->state, (long long)reading->read_at_s, reading->version,
        json_quoted(exchange, reading->calendar), reading->mended, counts_of(exchange, reading),
        reading->writes);
}

static const char *changes_of(struct exchange *exchange, unsigned changes)
{
    static const struct {
        enum calendar_change change;
        const char *code;
    } CHANGES[] = {{CALENDAR_DATE, "\"date\""},
                   {CALENDAR_PLACE, "\"place\""},
                   {CALENDAR_TITLE, "\"title\""},
                   {CALENDAR_WORDS, "\"words\""}};
    const char *codes[ARRAY_LEN(CHANGES)];
    int count = 0;
    for (size_t i = 0; i < ARRAY_LEN(CHANGES); i++) {
        if ((changes & CHANGES[i].change) != 0) {
            codes[count++] = CHANGES[i].code;
        }
    }
    return lists_join(exchange, codes, count);
}

static const char *row_of(struct exchange *exchange, const struct calendar_row *row)
{
    return arena_printf(
        exchange->arena,
        "{\"position\":%d,\"line\":%d,\"verdict\":\"%s\",\"reason\":\"%s\",\"changes\":%s,"
        "\"notes\":%s,\"is_house_changed\":%d,\"title\":%s,\"place\":%s,\"starts_s\":%lld,"
        "\"ends_s\":%lld,\"title_was\":%s,\"place_was\":%s,\"starts_was_s\":%lld,"
        "\"ends_was_s\":%lld,\"people\":%d}",
        row->position, row->line, calendar_verdict_code(row->verdict), row->reason,
        changes_of(exchange, row->changes), row->notes, row->is_house_changed,
        json_quoted(exchange, row->title), json_quoted(exchange, row->place),
        (long long)row->starts_s, (long long)row->ends_s, json_quoted(exchange, row->title_was),
        json_quoted(exchange, row->place_was), (long long)row->starts_was_s,
        (long long)row->ends_was_s, row->people);
}

static const char *title_of(struct exchange *exchange, const struct calendar_title *title)
{
    return arena_printf(exchange->arena,
                        "{\"title\":%s,\"kind\":\"%s\",\"capacity\":%d,\"rule\":\"%s\","
                        "\"dates\":%d}",
                        json_quoted(exchange, title->title), title->kind, title->capacity,
                        title->rule, title->dates);
}

/* is_asked: what it makes and changes waits for the concierge. */
static enum err answer_reading(struct exchange *exchange, struct arena *arena)
{
    struct calendar_reading reading;
    bool may_alone = true;
    const struct actor actor = exchange_actor(exchange);
    struct calendar_row *rows = NULL;
    struct calendar_title *titles = NULL;
    int count = 0;
    int title_count = 0;
    const int64_t id = field_int(exchange, "reading_id");
    enum err err = exchange->field_err;
    err = err == ERR_OK ? load_reading(exchange, id, arena, &reading) : err;
    err = err == ERR_OK ? organiser_may_alone(exchange->db, &actor, &may_alone) : err;
    err = err == ERR_OK ? calendar_rows(exchange->db, id, arena, &rows, &count) : err;
    err = err == ERR_OK ? calendar_titles(exchange->db, id, arena, &titles, &title_count) : err;
    if (err != ERR_OK) {
        return err;
    }
    const char **row_texts = arena_array(arena, (size_t)count + 1, sizeof(*row_texts));
    const char **title_texts = arena_array(arena, (size_t)title_count + 1, sizeof(*title_texts));
    for (int i = 0; i < count; i++) {
        row_texts[i] = row_of(exchange, &rows[i]);
    }
    for (int i = 0; i < title_count; i++) {
        title_texts[i] = title_of(exchange, &titles[i]);
    }
    exchange->json = arena_printf(
        exchange->arena, "{\"reading\":%s,\"is_asked\":%d,\"rows\":%s,\"titles\":%s}",
        reading_of(exchange, &reading), !may_alone, lists_join(exchange, row_texts, count),
        lists_join(exchange, title_texts, title_count));
    return ERR_OK;
}

static enum err in_arena(struct exchange *exchange,
                         enum err (*act)(struct exchange *exchange, struct arena *arena))
{
    struct arena *arena = arena_create("calendar", CALENDAR_ARENA_BYTES);
    const enum err err = act(exchange, arena);
    arena_destroy(arena);
    return err;
}

static enum err show_reading(struct exchange *exchange)
{
    return in_arena(exchange, answer_reading);
}

/* Those that nobody has decided, of whoever may. */
static enum err answer_readings(struct exchange *exchange, struct arena *arena)
{
    enum { READINGS_MOST = 50 };
    int64_t ids[READINGS_MOST];
    const char *texts[READINGS_MOST];
    int count = 0;
    struct query q = db_query(exchange->db, Q_DESK_CALENDAR_READINGS);
    exchange_bind(exchange, &q);
    query_int(&q, "sees_all", exchange->role >= ROLE_CONCIERGE);
    query_int(&q, "most", READINGS_MOST);
    while (query_step(&q)) {
        ids[count++] = take_int(&q);
    }
    enum err err = query_end(&q);
    for (int i = 0; err == ERR_OK && i < count; i++) {
        struct calendar_reading reading;
        err = calendar_load(exchange->db, ids[i], arena, &reading);
        texts[i] = err == ERR_OK ? reading_of(exchange, &reading) : "null";
    }
    if (err == ERR_OK) {
        exchange->json =
            arena_printf(exchange->arena, "{\"readings\":%s}", lists_join(exchange, texts, count));
    }
    return err;
}

static enum err list_readings(struct exchange *exchange)
{
    return in_arena(exchange, answer_readings);
}

/* ---- Deciding ---- */

static enum err choose(struct exchange *exchange)
{
    const char *title = field_text(exchange, "title", ROUTE_TEXT_CHARS);
    struct calendar_title choice = {
        .title = title[0] == '\0' ? NULL : title,
        .capacity = field_small(exchange, "capacity"),
    };
    const char *kind = field_text(exchange, "kind", CODE_BYTES - 1);
    const char *rule = field_text(exchange, "rule", CODE_BYTES - 1);
    (void)snprintf(choice.kind, sizeof(choice.kind), "%s", kind);
    (void)snprintf(choice.rule, sizeof(choice.rule), "%s", rule);
    const int64_t id = field_int(exchange, "reading_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : calendar_choose(exchange->db, id, &choice, exchange_actor(exchange));
}

static const char *reasons_of(struct exchange *exchange, unsigned reasons)
{
    const char *list = "[]";
    for (unsigned bit = 1; bit != 0 && bit <= reasons; bit <<= 1) {
        if ((reasons & bit) != 0) {
            list = json_append(exchange, list, json_quoted(exchange, guard_code((enum guard)bit)));
        }
    }
    return list;
}

/* A line that refuses is an answer, too: which, and why. */
static enum err confirm(struct exchange *exchange)
{
    struct calendar_done done;
    const char *reason = field_text(exchange, "reason", CODE_BYTES - 1);
    const struct calendar_confirm what = {
        .reading_id = field_int(exchange, "reading_id"),
        .version = field_small(exchange, "version"),
        .actor = exchange_actor(exchange),
        .cancel_reason = reason[0] == '\0' ? "other" : reason,
    };
    if (exchange->field_err != ERR_OK) {
        return exchange->field_err;
    }
    const enum err err = calendar_confirm(exchange->db, &what, &done);
    if (err != ERR_OK && done.refused_position == 0) {
        return err;
    }
    exchange->json = arena_printf(exchange->arena,
                                  "{\"made\":%d,\"changed\":%d,\"cancelled\":%d,\"proposed\":%d,"
                                  "\"told\":%d,\"refused_position\":%d,\"reasons\":%s}",
                                  done.made, done.changed, done.cancelled, done.proposed, done.told,
                                  done.refused_position, reasons_of(exchange, done.reasons));
    return ERR_OK;
}

static enum err drop(struct exchange *exchange)
{
    const int64_t id = field_int(exchange, "reading_id");
    return exchange->field_err != ERR_OK
               ? exchange->field_err
               : calendar_drop(exchange->db, id, exchange_actor(exchange));
}

ROUTE_TABLE(routes_import_calendar,
            {METHOD_POST, "/api/calendar/read", ROLE_ORGANISER, .act = read_file,
             .body_most = FILE_BYTES, .is_reading_calendar = true, .file_type = "text/calendar"},
            {METHOD_GET, "/api/calendar/readings", ROLE_ORGANISER, .act = list_readings},
            {METHOD_GET, "/api/calendar/reading", ROLE_ORGANISER, .act = show_reading},
            {METHOD_POST, "/api/calendar/choose", ROLE_ORGANISER, .act = choose},
            {METHOD_POST, "/api/calendar/confirm", ROLE_ORGANISER, .act = confirm},
            {METHOD_POST, "/api/calendar/drop", ROLE_ORGANISER, .act = drop});
