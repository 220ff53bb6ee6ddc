#include "core/calendar_address.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/url.h"
#include "core/calendar_parts.h"
#include "core/house.h"
#include "core/query.h"

/* ---- Giving and giving up ---- */

/* The rest is for whoever reads it: kiosk/fetch/fetch.h. */
static bool is_address(const char *url)
{
    const char *rest = url_after_scheme(url);
    if (rest == NULL || strlen(url) > URL_CHARS) {
        return false;
    }
    const size_t host_len = strcspn(rest, "/?#");
    for (const char *c = url; *c != '\0'; c++) {
        if (*c <= ' ' || *c > '~' || *c == '\\' || *c == '"') {
            return false;
        }
    }
    return host_len > 0 && memchr(rest, '@', host_len) == NULL;
}

static enum err count_of_partner(struct db *db, int64_t partner_id)
{
    int64_t count = 0;
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_COUNT);
    query_int(&q, "partner_id", partner_id);
    const enum err err = query_one_int(&q, &count);
    return err == ERR_OK && count >= CALENDAR_ADDRESSES_MAX ? ERR_FULL : err;
}

static enum err add(struct db *db, int64_t partner_id, const char *url, const struct actor *actor)
{
    enum err err = calendar_may(db, partner_id, actor);
    err = err == ERR_OK ? count_of_partner(db, partner_id) : err;
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_ADD);
    query_int(&q, "partner_id", partner_id);
    query_text(&q, "url", url);
    query_int(&q, "staff_id", actor->staff_id);
    query_int(&q, "now_s", clock_now_s());
    return query_run(&q);
}

enum err calendar_address_add(struct db *db, int64_t partner_id, const char *url,
                              struct actor actor, int64_t *address_id)
{
    enum err err = is_address(url) ? house_begin(db, clock_now_s()) : ERR_INVALID;
    if (err != ERR_OK) {
        return err;
    }
    err = add(db, partner_id, url, &actor);
    *address_id = db_last_id(db);
    return db_end(db, err);
}

static enum err find_partner(struct db *db, int64_t address_id, int64_t *partner_id)
{
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_PARTNER);
    query_int(&q, "address_id", address_id);
    return query_one_int(&q, partner_id);
}

static enum err remove_one(struct db *db, int64_t address_id, const struct actor *actor)
{
    int64_t partner_id = 0;
    int64_t reading_id = 0;
    enum err err = find_partner(db, address_id, &partner_id);
    err = err == ERR_OK ? calendar_may(db, partner_id, actor) : err;
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_OPEN_READING);
    query_int(&q, "address_id", address_id);
    err = query_one_int(&q, &reading_id);
    err = err == ERR_OK ? calendar_end(db, reading_id, "dropped") : err;
    if (err != ERR_OK && err != ERR_NOT_FOUND) {
        return err;
    }
    q = db_query(db, Q_CALENDAR_ADDRESS_REMOVE);
    query_int(&q, "address_id", address_id);
    return query_run(&q);
}

enum err calendar_address_remove(struct db *db, int64_t address_id, struct actor actor)
{
    const enum err err = house_begin(db, clock_now_s());
    return err == ERR_OK ? db_end(db, remove_one(db, address_id, &actor)) : err;
}

/* ---- Reading ---- */

enum err calendar_address_due(struct db *db, bool all, struct arena *arena,
                              struct calendar_due **list, int *count)
{
    const int64_t now_s = clock_now_s();
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_DUE);
    query_int(&q, "before_s", all ? now_s : now_s - CALENDAR_DUE_S);
    query_int(&q, "whole_since_s", now_s - CALENDAR_WHOLE_S);
    query_int(&q, "most", CALENDAR_DUE_MAX);
    *list = arena_array(arena, CALENDAR_DUE_MAX, sizeof(**list));
    *count = 0;
    while (*count < CALENDAR_DUE_MAX && query_step(&q)) {
        struct calendar_due *due = &(*list)[(*count)++];
        due->address_id = take_int(&q);
        due->url = take_text(&q, arena);
        due->etag = take_text(&q, arena);
        due->modified = take_text(&q, arena);
    }
    return query_end(&q);
}

enum err calendar_address_report(struct db *db, const char *line, struct arena *arena,
                                 struct calendar_report *report)
{
    char is[CODE_BYTES] = "";
    *report = (struct calendar_report){.etag = "", .modified = ""};
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_REPORT);
    query_text(&q, "line", line);
    if (query_step(&q)) {
        take_code(&q, is, sizeof(is));
        take_code(&q, report->failure, sizeof(report->failure));
        report->etag = take_text(&q, arena);
        report->modified = take_text(&q, arena);
    }
    const enum err err = query_end(&q);
    report->is_unchanged = strcmp(is, "unchanged") == 0;
    const bool is_well = report->is_unchanged || strcmp(is, "read") == 0;
    const bool is_clear = is_well ? report->failure[0] == '\0' : report->failure[0] != '\0';
    if (!is_clear) {
        (void)snprintf(report->failure, sizeof(report->failure), "ended");
    }
    return err;
}

/* Of what went well. */
struct good {
    int64_t said; /* print of what it proposes; 0 nothing */
    int not_understood;
};

static enum err note_good(struct db *db, int64_t address_id, const struct calendar_taken *taken,
                          const struct good *good)
{
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_GOOD);
    query_int(&q, "address_id", address_id);
    query_int(&q, "now_s", clock_now_s());
    query_text(&q, "etag", taken->etag);
    query_text(&q, "modified", taken->modified);
    query_int(&q, "said", good->said);
    query_int(&q, "not_understood", good->not_understood);
    return query_run(&q);
}

static enum err find_said(struct db *db, int64_t address_id, int64_t reading_id,
                          struct arena *arena, int64_t *said, bool *was_said)
{
    const char *text = "";
    int64_t was = 0;
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_SAID);
    query_int(&q, "reading_id", reading_id);
    if (query_step(&q)) {
        text = take_text(&q, arena);
    }
    enum err err = query_end(&q);
    *said = text[0] == '\0' ? 0 : (int64_t)text_print(TEXT_PRINT, str_of(text));
    q = db_query(db, Q_CALENDAR_ADDRESS_WAS_SAID);
    query_int(&q, "address_id", address_id);
    query_int(&q, "reading_id", reading_id);
    query_int(&q, "said", *said);
    err = err == ERR_OK ? query_one_int(&q, &was) : err;
    *was_said = was != 0;
    return err;
}

/* A reading that proposes nothing leaves nothing behind; what the address proposed before is moot.
 */
static enum err forget(struct db *db, int64_t reading_id)
{
    const enum err err = calendar_end(db, reading_id, "dropped");
    struct query q = db_query(db, Q_CALENDAR_ADDRESS_FORGET_READING);
    query_int(&q, "reading_id", reading_id);
    return err == ERR_OK ? query_run(&q) : err;
}

/* *is_again: the same was proposed before. Whatever was staged is to be undone then. */
static enum err stage(struct db *db, int64_t address_id, const struct calendar_taken *taken,
                      struct arena *arena, char *refusal, struct good *good, bool *is_again)
{
    int64_t reading_id = 0;
    struct calendar_reading reading;
    struct calendar_origin origin = {
        .source = taken->source, .address_id = address_id, .actor = {.who = WHO_HOUSE}};
    enum err err = find_partner(db, address_id, &origin.partner_id);
    err = err == ERR_OK
              ? calendar_stage(db, &origin, taken->lines, taken->len, refusal, &reading_id)
              : err;
    err = err == ERR_OK ? calendar_load(db, reading_id, arena, &reading) : err;
    if (err != ERR_OK) {
        return err;
    }
    good->not_understood = reading.counts[CALENDAR_NOT_UNDERSTOOD];
    err = find_said(db, address_id, reading_id, arena, &good->said, is_again);
    return err == ERR_OK && good->said == 0 ? forget(db, reading_id) : err;
}

enum err calendar_address_take(struct db *db, int64_t address_id,
                               const struct calendar_taken *taken, char refusal[CODE_BYTES],
                               bool *is_news)
{
    struct good good = {0};
    bool is_again = false;
    refusal[0] = '\0';
    *is_news = false;
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct arena *arena = arena_create("calendar", CALENDAR_ARENA_BYTES);
    err = stage(db, address_id, taken, arena, refusal, &good, &is_again);
    arena_destroy(arena);
    const bool is_empty = err == ERR_INVALID && strcmp(refusal, "nothing") == 0;
    if (is_empty || (err == ERR_OK && is_again && good.said != 0)) {
        db_rollback(db);
        err = house_begin(db, clock_now_s());
        if (err != ERR_OK) {
            return err;
        }
    } else {
        *is_news = err == ERR_OK && good.said != 0;
    }
    err = err == ERR_OK ? note_good(db, address_id, taken, &good) : err;
    err = db_end(db, err);
    *is_news = *is_news && err == ERR_OK;
    if (err == ERR_INVALID && refusal[0] != '\0') {
        const enum err noted = calendar_address_failed(db, address_id, refusal);
        err = noted == ERR_OK ? err : noted;
    }
    return err;
}

/* In a transaction of its own. */
static enum err note(struct db *db, enum query_id id, int64_t address_id, const char *failure)
{
    enum err err = house_begin(db, clock_now_s());
    if (err != ERR_OK) {
        return err;
    }
    struct query q = db_query(db, id);
    query_int(&q, "address_id", address_id);
    query_int(&q, "now_s", clock_now_s());
    if (failure != NULL) {
        query_text(&q, "failure", failure);
    }
    err = query_run(&q);
    return db_end(db, err == ERR_OK && db_changes(db) == 0 ? ERR_NOT_FOUND : err);
}

enum err calendar_address_unchanged(struct db *db, int64_t address_id)
{
    return note(db, Q_CALENDAR_ADDRESS_UNCHANGED, address_id, NULL);
}

enum err calendar_address_failed(struct db *db, int64_t address_id, const char *code)
{
    return note(db, Q_CALENDAR_ADDRESS_FAILED, address_id, code);
}
