/* `conciergerie calendars`: reads the addresses at which associations keep their calendars. Each is
 * fetched and read in processes of its own; what one of them does keeps no other from being read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/log.h"
#include "calendar/fetcher.h"
#include "calendar/reader.h"
#include "core/calendar_address.h"
#include "core/openagenda.h"

enum { LIST_BYTES = 4 << 20, REPORT_BYTES = 1 << 20 };

struct reading {
    struct db *db;
    const char *zone;
    const char *ca_file;
    bool may_be_private;
    int news, unchanged, failed;
};

static enum err take_lines(struct reading *reading, const struct calendar_due *due,
                           struct calendar_taken *taken)
{
    char refusal[CODE_BYTES];
    bool is_news = false;
    const enum err err =
        calendar_address_take(reading->db, due->address_id, taken, refusal, &is_news);
    if (err == ERR_INVALID && refusal[0] != '\0') {
        reading->failed++;
        return ERR_OK; /* noted there */
    }
    if (err == ERR_OK) {
        reading->news += is_news;
        reading->unchanged += !is_news;
    }
    return err;
}

static enum err fail(struct reading *reading, const struct calendar_due *due, const char *code)
{
    reading->failed++;
    return calendar_address_failed(reading->db, due->address_id, code);
}

static enum err read_calendar(struct reading *reading, const struct calendar_due *due,
                              const struct calendar_fetched *fetched, struct calendar_taken *taken)
{
    const struct calendar_span span = calendar_span();
    const struct calendar_reader_options options = {
        .from_s = span.from_s, .until_s = span.until_s, .zone = reading->zone};
    struct calendar_reader *reader = calendar_reader_begin(&options, fetched->body, fetched->len);
    calendar_reader_finish(reader);
    const char *fault = calendar_reader_fault(reader);
    taken->source = "address";
    taken->lines = calendar_reader_lines(reader, &taken->len);
    const enum err err =
        fault[0] != '\0' ? fail(reading, due, fault) : take_lines(reading, due, taken);
    calendar_reader_end(reader);
    return err;
}

static enum err read_openagenda(struct reading *reading, const struct calendar_due *due,
                                const struct calendar_fetched *fetched,
                                struct calendar_taken *taken)
{
    char *lines = NULL;
    FILE *out = open_memstream(&lines, &taken->len);
    if (out == NULL) {
        log_fatal("out of memory");
    }
    enum err err = openagenda_read(reading->db, fetched->body, fetched->len, calendar_span(), out);
    if (fclose(out) != 0 && err == ERR_OK) {
        err = ERR_IO;
    }
    taken->source = "openagenda";
    taken->lines = lines;
    err = err == ERR_OK ? take_lines(reading, due, taken) : err;
    free(lines);
    return err;
}

static enum err take_fetched(struct reading *reading, const struct calendar_due *due,
                             const struct calendar_fetched *fetched, struct arena *arena)
{
    struct calendar_report report;
    if (fetched->fault[0] != '\0') {
        return fail(reading, due, fetched->fault);
    }
    const enum err err = calendar_address_report(reading->db, fetched->report, arena, &report);
    if (err != ERR_OK || report.failure[0] != '\0') {
        return err != ERR_OK ? err : fail(reading, due, report.failure);
    }
    if (report.is_unchanged) {
        reading->unchanged++;
        return calendar_address_unchanged(reading->db, due->address_id);
    }
    struct calendar_taken taken = {.etag = report.etag, .modified = report.modified};
    return openagenda_is_json(fetched->body, fetched->len)
               ? read_openagenda(reading, due, fetched, &taken)
               : read_calendar(reading, due, fetched, &taken);
}

/* An address that was given up meanwhile is nothing to be said. */
static enum err read_address(struct reading *reading, const struct calendar_due *due)
{
    struct calendar_fetched fetched;
    struct arena *arena = arena_create("report", REPORT_BYTES);
    calendar_fetch(
        &(struct calendar_fetch){
            .url = due->url,
            .etag = due->etag,
            .modified = due->modified,
            .ca_file = reading->ca_file,
            .may_be_private = reading->may_be_private,
        },
        &fetched);
    const enum err err = take_fetched(reading, due, &fetched, arena);
    calendar_fetched_free(&fetched);
    arena_destroy(arena);
    return err == ERR_NOT_FOUND ? ERR_OK : err;
}

/* What cannot be noted of one is not noted; the others are read all the same. Gives the first
 * error. */
static enum err read_all(struct reading *reading, bool all)
{
    struct calendar_due *list = NULL;
    int count = 0;
    struct house_site site;
    struct arena *arena = arena_create("addresses", LIST_BYTES);
    enum err err = house_site(reading->db, arena, &site);
    err = err == ERR_OK ? calendar_address_due(reading->db, all, arena, &list, &count) : err;
    reading->zone = site.zone;
    for (int i = 0; i < count; i++) {
        const enum err one = read_address(reading, &list[i]);
        err = err == ERR_OK ? one : err;
    }
    arena_destroy(arena);
    return err;
}

int admin_calendars(int argc, char **argv)
{
    const char *path = NULL;
    const char *at = NULL;
    bool all = false;
    struct reading reading = {.db = NULL};
    const struct admin_option list[] = {
        {"db", &path, NULL, true},
        {"all", NULL, &all, false},
        {"private", NULL, &reading.may_be_private, false},
        {"ca", &reading.ca_file, NULL, false},
        {"at", &at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    enum err err = admin_open(path, at, &reading.db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    err = read_all(&reading, all);
    db_close(reading.db);
    (void)printf("%d with news, %d without, %d could not be read.\n", reading.news,
                 reading.unchanged, reading.failed);
    return err == ERR_OK ? 0 : admin_fail("not all of it could be written", err);
}
