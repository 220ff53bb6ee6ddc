#include "core/backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "core/db_copy.h"
#include "core/query.h"
#include "core/turnstile.h"

#define PART ".part" /* what is not whole yet */

enum { STAMP_BYTES = 32, THIN_BYTES = 1 << 20 };

static const char STAMP_SHAPE[] = "dddd-dd-dd-dddddd";

/* ---- Names ---- */

static enum err put_path(char path[PATH_MAX], const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static enum err put_path(char path[PATH_MAX], const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const int len = vsnprintf(path, PATH_MAX, format, args);
    va_end(args);
    return len >= 0 && len < PATH_MAX ? ERR_OK : ERR_INVALID;
}

/* In an order of names that is the order of time. */
static void put_stamp(char stamp[STAMP_BYTES])
{
    const struct civil now = clock_civil(clock_now_s());
    (void)snprintf(stamp, STAMP_BYTES, "%04d-%02d-%02d-%02d%02d%02d", now.year, now.month, now.day,
                   now.hour, now.minute, now.second);
}

/* "house" of "/var/lib/conciergerie/house.db". */
static struct str stem_of(const char *db_path)
{
    const char *slash = strrchr(db_path, '/');
    const char *name = slash == NULL ? db_path : slash + 1;
    const char *dot = strrchr(name, '.');
    return dot == NULL || dot == name ? str_of(name) : str_make(name, (size_t)(dot - name));
}

/* HOUSE-2026-09-08-164205.db */
static bool is_copy_of(struct str stem, const char *name)
{
    if (strncmp(name, stem.ptr, stem.len) != 0 || name[stem.len] != '-') {
        return false;
    }
    const char *at = name + stem.len + 1;
    for (const char *shape = STAMP_SHAPE; *shape != '\0'; shape++, at++) {
        if (*shape == 'd' ? *at < '0' || *at > '9' : *at != *shape) {
            return false;
        }
    }
    return strcmp(at, ".db") == 0;
}

/* ---- The folder ---- */

static enum err err_of(int number)
{
    static const struct {
        int number;
        enum err err;
    } known[] = {
        {ENOENT, ERR_NOT_FOUND}, {ENOTDIR, ERR_NOT_FOUND}, {ENODEV, ERR_NOT_FOUND}, /* no stick */
        {EACCES, ERR_READONLY},  {EPERM, ERR_READONLY},    {EROFS, ERR_READONLY},
        {ENOSPC, ERR_NO_SPACE},  {EDQUOT, ERR_NO_SPACE},
    };
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (known[i].number == number) {
            return known[i].err;
        }
    }
    return ERR_IO;
}

static enum err failed(const char *what)
{
    const int number = errno;
    log_error("%s: %s", what, strerrorname_np(number));
    return err_of(number);
}

/* One copying at a time in each folder: two would write the same part. */
static enum err open_folder(const char *folder, int *fd)
{
    *fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*fd < 0) {
        return failed("folder of copies");
    }
    if (flock(*fd, LOCK_EX | LOCK_NB) != 0) {
        log_error("folder of copies: another copy is being made");
        (void)close(*fd);
        *fd = -1;
        return ERR_BUSY;
    }
    return ERR_OK;
}

static void close_folder(int fd)
{
    if (fd >= 0) {
        (void)close(fd);
    }
}

static enum err sync_folder_of(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    const enum err err = slash == NULL ? put_path(folder, ".")
                                       : put_path(folder, "%.*s", (int)(slash - path + 1), path);
    const int fd = err == ERR_OK ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    const bool is_safe = fd >= 0 && fsync(fd) == 0;
    const enum err problem = is_safe ? ERR_OK : failed("folder");
    close_folder(fd);
    return problem;
}

/* ---- Copying ---- */

static enum err make_in(struct db *db, struct str stem, const char *folder, char path[PATH_MAX])
{
    char part[PATH_MAX];
    char stamp[STAMP_BYTES];
    put_stamp(stamp);
    enum err err = put_path(path, "%s/%.*s-%s.db", folder, (int)stem.len, stem.ptr, stamp);
    if (err == ERR_OK) {
        err = put_path(part, "%s/%.*s" PART, folder, (int)stem.len, stem.ptr);
    }
    if (err == ERR_OK && access(path, F_OK) == 0) {
        log_error("a copy of this second is there");
        err = ERR_CONFLICT;
    }
    if (err != ERR_OK) {
        return err;
    }
    err = db_copy(db, part);
    if (err != ERR_OK) {
        return err;
    }
    err = db_copy_check(part);
    if (err == ERR_OK && rename(part, path) != 0) {
        err = failed("copy");
    }
    if (err != ERR_OK) {
        (void)unlink(part);
        return err;
    }
    return sync_folder_of(path);
}

enum err backup_make(struct db *db, const char *db_path, const char *folder, char path[PATH_MAX])
{
    int fd = -1;
    enum err err = open_folder(folder, &fd);
    if (err == ERR_OK) {
        err = make_in(db, stem_of(db_path), folder, path);
    }
    close_folder(fd);
    return err;
}

/* ---- Older copies ---- */

struct names {
    const char *texts[BACKUP_MAX];
    int count;
};

static enum err list_copies(const char *folder, struct str stem, struct arena *arena,
                            struct names *names)
{
    enum err err = ERR_OK;
    DIR *stream = opendir(folder);
    if (stream == NULL) {
        return failed("folder of copies");
    }
    for (const struct dirent *entry; err == ERR_OK && (entry = readdir(stream)) != NULL;) {
        if (!is_copy_of(stem, entry->d_name)) {
            continue;
        }
        if (names->count == BACKUP_MAX) {
            log_error("folder of copies: more than %d", BACKUP_MAX);
            err = ERR_FULL;
        } else {
            names->texts[names->count++] = arena_strdup(arena, entry->d_name);
        }
    }
    (void)closedir(stream);
    return err;
}

static int by_age(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum err backup_thin(const char *db_path, const char *folder, int keep, int *removed)
{
    struct arena *arena = arena_create("copies", THIN_BYTES);
    struct names *names = arena_alloc(arena, sizeof(*names));
    names->count = 0;
    *removed = 0;
    enum err err = list_copies(folder, stem_of(db_path), arena, names);
    qsort(names->texts, (size_t)names->count, sizeof(names->texts[0]), by_age);
    for (int i = 0; err == ERR_OK && i < names->count - keep; i++) {
        if (unlink(arena_printf(arena, "%s/%s", folder, names->texts[i])) == 0) {
            (*removed)++;
        } else {
            err = failed("an older copy");
        }
    }
    if (*removed > 0) {
        const enum err synced = sync_folder_of(arena_printf(arena, "%s/", folder));
        err = err == ERR_OK ? synced : err;
    }
    arena_destroy(arena);
    return err;
}

/* ---- Restoring ---- */

/* A copy, whole, beside the house. */
static enum err bring(const char *copy, const char *part, bool *is_older)
{
    sqlite3 *from = NULL;
    int version = 0;
    enum err err = db_copy_open(copy, &from, &version);
    *is_older = version < MIGRATION_COUNT;
    if (err == ERR_OK) {
        err = db_copy_write(from, part);
    }
    (void)sqlite3_close(from);
    if (err != ERR_OK) {
        return err;
    }
    err = db_copy_sync(part);
    err = err == ERR_OK ? db_copy_check(part) : err;
    if (err != ERR_OK) {
        (void)unlink(part);
    }
    return err;
}

/* The same people may open it as before. Only root may give a file away. */
static enum err take_rights(const char *db_path, const char *part)
{
    struct stat before;
    if (stat(db_path, &before) != 0) {
        return ERR_OK; /* none was there */
    }
    return (geteuid() != 0 || chown(part, before.st_uid, before.st_gid) == 0) &&
                   chmod(part, before.st_mode & 0777) == 0
               ? ERR_OK
               : failed("rights of the copy");
}

/* From one name to another, if it is there. */
static bool move_journal(const char *from_path, const char *to_path)
{
    char from[PATH_MAX];
    char to[PATH_MAX];
    return put_path(from, "%s-journal", from_path) == ERR_OK &&
           put_path(to, "%s-journal", to_path) == ERR_OK &&
           (rename(from, to) == 0 || errno == ENOENT);
}

/* What is there keeps its file, and its journal: it may have been cut while writing, and the
 * journal then belongs to that file, not to the copy. */
static enum err keep_old(const char *db_path, const char *kept)
{
    if (link(db_path, kept) != 0) {
        return errno == EEXIST ? ERR_CONFLICT : failed("the file that was there");
    }
    if (!move_journal(db_path, kept)) {
        const enum err err = failed("the journal that was there");
        (void)unlink(kept);
        return err;
    }
    return ERR_OK;
}

/* The copy could not take its place: a file without its journal would not be the house as it was.
 */
static void take_back(const char *db_path, const char *kept)
{
    if (!move_journal(kept, db_path)) {
        log_error("the journal of the house's file stays with the name that was kept");
        return;
    }
    (void)unlink(kept);
}

static enum err put_in_place(const char *db_path, const char *part,
                             struct backup_restored *restored)
{
    char stamp[STAMP_BYTES];
    put_stamp(stamp);
    enum err err = take_rights(db_path, part);
    if (err == ERR_OK && access(db_path, F_OK) == 0) {
        err = put_path(restored->kept, "%s.replaced-%s", db_path, stamp);
        err = err == ERR_OK ? keep_old(db_path, restored->kept) : err;
    }
    if (err == ERR_OK && rename(part, db_path) != 0) {
        err = failed("the house's file");
        if (restored->kept[0] != '\0') {
            take_back(db_path, restored->kept);
        }
    }
    return err == ERR_OK ? sync_folder_of(db_path) : err;
}

enum err backup_restore(const char *db_path, const char *copy, struct backup_restored *restored)
{
    char part[PATH_MAX];
    int turnstile_fd = -1;
    *restored = (struct backup_restored){.is_older = false};
    enum err err = put_path(part, "%s" PART, db_path);
    if (err == ERR_OK && access(copy, R_OK) != 0) {
        err = failed("the copy"); /* said before anything is made beside the house */
    }
    if (err == ERR_OK) {
        err = turnstile_open(db_path, &turnstile_fd);
    }
    if (err == ERR_OK) {
        err = turnstile_stay_alone(turnstile_fd);
    }
    if (err == ERR_OK) {
        err = bring(copy, part, &restored->is_older);
    }
    if (err == ERR_OK) {
        err = put_in_place(db_path, part, restored);
        if (err != ERR_OK) {
            (void)unlink(part);
        }
    }
    turnstile_close(turnstile_fd);
    return err;
}
