/* `conciergerie import`: a calendar looked at, and taken over if that is said. */
#include "admin/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "admin/admin.h"
#include "base/clock.h"
#include "base/exit.h"
#include "calendar/reader.h"
#include "core/partners.h"
#include "core/people.h"
#include "i18n/i18n.h"

enum { FILE_BYTES = (8 << 20) + 1 }; /* one more than is read: too much is noticed */

struct import_options {
    const char *db, *file, *partner, *staff, *lang, *at;
    bool is_confirmed;
};

static enum err read_file(const char *path, struct arena *arena, const char **bytes, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return ERR_NOT_FOUND;
    }
    char *buf = arena_alloc(arena, FILE_BYTES);
    *len = fread(buf, 1, FILE_BYTES, file);
    *bytes = buf;
    const bool is_read = ferror(file) == 0;
    return fclose(file) == 0 && is_read ? ERR_OK : ERR_IO;
}

static int refuse(const char *code)
{
    (void)printf("%s\n", import_refusal_words(code));
    return EXIT_FAILED_CHECK;
}

/* Who takes it over, with what their role may do. */
static enum err find_actor(struct db *db, const char *number, struct actor *actor)
{
    struct staff staff;
    *actor = (struct actor){.who = WHO_HOUSE};
    if (number == NULL) {
        return ERR_OK;
    }
    enum err err = people_find_staff(db, number, &actor->staff_id);
    if (err == ERR_OK) {
        err = people_get_staff(db, actor->staff_id, &staff);
    }
    if (err == ERR_OK) {
        actor->who = strcmp(staff.role, "organiser") == 0 ? WHO_ORGANISER : WHO_DESK;
    }
    return err;
}

static enum err take_over(struct db *db, int64_t reading_id, struct actor actor,
                          struct arena *arena)
{
    struct calendar_done done;
    const struct calendar_confirm confirm = {
        .reading_id = reading_id, .actor = actor, .cancel_reason = "other"};
    const enum err err = calendar_confirm(db, &confirm, &done);
    if (err == ERR_OK) {
        (void)printf("%s\n",
                     arena_printf(arena, tr("Done. New dates: %d · changed: %d · cancelled: %d"),
                                  done.made, done.changed, done.cancelled));
        if (done.told > 0) {
            (void)printf("%s\n", arena_printf(arena,
                                              trn("%ld person is to be told.",
                                                  "%ld people are to be told.", done.told),
                                              (long)done.told));
        }
    } else if (done.refused_position != 0) {
        (void)fprintf(
            stderr, "%s\n",
            arena_printf(arena, tr("Date %d of the calendar is refused."), done.refused_position));
    }
    return err;
}

/* Everything within one transaction: what is only looked at leaves nothing behind. */
static enum err look(struct db *db, const struct import_options *options, const char *lines,
                     size_t len, struct arena *arena, char refusal[CODE_BYTES])
{
    struct calendar_origin origin = {.source = "file"};
    struct calendar_reading reading;
    struct calendar_row *rows = NULL;
    int64_t reading_id = 0;
    int count = 0;
    enum err err = partners_find(db, options->partner, &origin.partner_id);
    err = err == ERR_OK ? find_actor(db, options->staff, &origin.actor) : err;
    err = err == ERR_OK ? calendar_stage(db, &origin, lines, len, refusal, &reading_id) : err;
    err = err == ERR_OK ? calendar_load(db, reading_id, arena, &reading) : err;
    err = err == ERR_OK ? calendar_rows(db, reading_id, arena, &rows, &count) : err;
    if (err != ERR_OK) {
        return err;
    }
    import_print(stdout, &reading, rows, count, arena);
    if (options->is_confirmed) {
        return take_over(db, reading_id, origin.actor, arena);
    }
    (void)printf("%s\n", reading.writes == 0
                             ? tr("There is nothing to do.")
                             : tr("Nothing was written. To take it over: --staff NN --confirm"));
    return ERR_OK;
}

static int run(struct db *db, const struct import_options *options, const char *lines, size_t len,
               struct arena *arena)
{
    char refusal[CODE_BYTES] = "";
    enum err err = house_begin(db, clock_now_s());
    if (err == ERR_OK) {
        err = look(db, options, lines, len, arena, refusal);
        if (err == ERR_OK && options->is_confirmed) {
            err = db_commit(db);
        } else {
            db_rollback(db);
        }
    }
    if (refusal[0] != '\0') {
        return refuse(refusal);
    }
    return err == ERR_OK ? 0 : admin_fail("nothing was changed", err);
}

static int read_and_run(struct db *db, const struct import_options *options, struct arena *arena)
{
    struct house_site site;
    const char *bytes = "";
    size_t len = 0;
    enum err err = read_file(options->file, arena, &bytes, &len);
    err = err == ERR_OK ? house_site(db, arena, &site) : err;
    if (err != ERR_OK) {
        return admin_fail(options->file, err);
    }
    const struct calendar_span span = calendar_span();
    struct calendar_reader *reader = calendar_reader_begin(
        &(struct calendar_reader_options){
            .from_s = span.from_s, .until_s = span.until_s, .zone = site.zone},
        bytes, len);
    calendar_reader_finish(reader);
    const char *fault = calendar_reader_fault(reader);
    const char *lines = calendar_reader_lines(reader, &len);
    const int code = fault[0] != '\0' ? refuse(fault) : run(db, options, lines, len, arena);
    calendar_reader_end(reader);
    return code;
}

int admin_import(int argc, char **argv)
{
    struct import_options options = {0};
    struct db *db = NULL;
    const struct admin_option list[] = {
        {"db", &options.db, NULL, true},
        {"partner", &options.partner, NULL, true},
        {"", &options.file, NULL, false},
        {"staff", &options.staff, NULL, false},
        {"lang", &options.lang, NULL, false},
        {"at", &options.at, NULL, false},
        {"confirm", NULL, &options.is_confirmed, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if (options.file == NULL) {
        (void)fprintf(stderr, "which file? FILE.ics is needed\n");
        return EXIT_USAGE;
    }
    if (options.is_confirmed && options.staff == NULL) {
        (void)fprintf(stderr, "--confirm needs --staff: who takes it over\n");
        return EXIT_USAGE;
    }
    if (options.lang != NULL && i18n_set(options.lang) != ERR_OK) {
        (void)fprintf(stderr, "--lang: fr or en\n");
        return EXIT_USAGE;
    }
    const enum err err = admin_open(options.db, options.at, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    struct arena *arena = arena_create("import", CALENDAR_ARENA_BYTES);
    const int code = read_and_run(db, &options, arena);
    arena_destroy(arena);
    db_close(db);
    return code;
}
