/* `conciergerie backup` and `conciergerie restore`. */
#include "core/backup.h"

#include <stdio.h>

#include "admin/admin.h"
#include "base/exit.h"
#include "base/text.h"
#include "i18n/i18n.h"

enum { KEEP_USUAL = 30, KEEP_MOST = 3650, LINE_BYTES = 16 << 10 };

/* What went wrong, for whoever stands before the machine. Each takes one path. */
struct sentence {
    enum err err;
    const char *words;
};

static const struct sentence NOT_COPIED[] = {
    {ERR_NOT_FOUND, N_("There is no folder %s: is the stick plugged in?")},
    {ERR_READONLY, N_("Nothing may be written to %s.")},
    {ERR_BUSY, N_("Somebody is writing, or already copying to %s: try again.")},
    {ERR_CONFLICT, N_("A copy of this second is already in %s: try again.")},
    {ERR_NO_SPACE, N_("There is no room left in %s.")},
    {ERR_CORRUPT, N_("The house’s file is damaged: a copy from before is in %s, or elsewhere.")},
    {ERR_IO, N_("Writing to %s failed: try another stick or another disk.")},
};

static const struct sentence NOT_RESTORED[] = {
    {ERR_BUSY, N_("The screen or the desk is open on %s: stop them first.")},
    {ERR_NOT_FOUND, N_("There is no copy %s.")},
    {ERR_FOREIGN, N_("%s is no copy of a house.")},
    {ERR_NEWER, N_("%s was copied by a newer program: install that one first.")},
    {ERR_CORRUPT, N_("%s is damaged: take another copy.")},
    {ERR_CONFLICT, N_("%s was replaced this second already: try again.")},
    {ERR_READONLY, N_("%s may not be written to.")},
    {ERR_NO_SPACE, N_("There is no room left for %s.")},
    {ERR_IO, N_("%s could not be read or written.")},
};

static const char *find(const struct sentence *sentences, size_t count, enum err err)
{
    for (size_t i = 0; i < count; i++) {
        if (sentences[i].err == err) {
            return tr(sentences[i].words);
        }
    }
    return "%s";
}

static void say(FILE *out, const char *format, const char *path)
{
    struct arena *arena = arena_create("line", LINE_BYTES);
    (void)fprintf(out, "%s\n", arena_printf(arena, format, path));
    arena_destroy(arena);
}

/* ---- Copying ---- */

struct backup_options {
    const char *db, *to, *keep, *at;
};

static int thin(const struct backup_options *options, int keep)
{
    int removed = 0;
    const enum err err = backup_thin(options->db, options->to, keep, &removed);
    if (removed > 0) {
        struct arena *arena = arena_create("line", LINE_BYTES);
        (void)printf("%s\n", arena_printf(arena,
                                          trn("%ld older copy is gone.",
                                              "%ld older copies are gone.", removed),
                                          (long)removed));
        arena_destroy(arena);
    }
    if (err != ERR_OK) {
        say(stderr, tr("Older copies are still in %s: remove them by hand."), options->to);
    }
    return exit_code(err);
}

int admin_backup(int argc, char **argv)
{
    struct backup_options options = {.keep = NULL};
    int64_t keep = KEEP_USUAL;
    struct db *db = NULL;
    char path[PATH_MAX];
    const struct admin_option list[] = {
        {"db", &options.db, NULL, true},
        {"to", &options.to, NULL, true},
        {"keep", &options.keep, NULL, false},
        {"at", &options.at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if (options.keep != NULL &&
        (text_parse_int(str_of(options.keep), KEEP_MOST, &keep) != ERR_OK || keep == 0)) {
        (void)fprintf(stderr, "--keep: a number of copies, from 1 to %d\n", KEEP_MOST);
        return EXIT_USAGE;
    }
    enum err err = admin_open(options.db, options.at, &db);
    if (err != ERR_OK) {
        return admin_fail("the database cannot be opened", err);
    }
    err = backup_make(db, options.db, options.to, path);
    db_close(db);
    if (err != ERR_OK) {
        say(stderr, find(NOT_COPIED, ARRAY_LEN(NOT_COPIED), err), options.to);
        return admin_fail("nothing was copied, and no older copy is gone", err);
    }
    say(stdout, tr("Copied: %s"), path);
    return thin(&options, (int)keep);
}

/* ---- Restoring ---- */

int admin_restore(int argc, char **argv)
{
    const char *path = NULL;
    const char *copy = NULL;
    const char *at = NULL;
    struct backup_restored restored;
    const struct admin_option list[] = {
        {"db", &path, NULL, true},
        {"from", &copy, NULL, true},
        {"at", &at, NULL, false},
    };
    const int usage = admin_parse(argc, argv, list, ARRAY_LEN(list));
    if (usage != 0) {
        return usage;
    }
    if (admin_set_clock(at) != ERR_OK || admin_is_stranger(path)) {
        return EXIT_USAGE;
    }
    const enum err err = backup_restore(path, copy, &restored);
    if (err != ERR_OK) {
        const bool is_of_house =
            err == ERR_BUSY || err == ERR_CONFLICT || err == ERR_READONLY || err == ERR_NO_SPACE;
        say(stderr, find(NOT_RESTORED, ARRAY_LEN(NOT_RESTORED), err), is_of_house ? path : copy);
        return admin_fail("nothing was changed", err);
    }
    say(stdout, tr("Restored from %s."), copy);
    if (restored.kept[0] != '\0') {
        say(stdout, tr("What was there before: %s"), restored.kept);
    }
    if (restored.is_older) {
        say(stdout, tr("The copy is of an older program. Now: conciergerie migrate --db %s"), path);
    }
    return 0;
}
