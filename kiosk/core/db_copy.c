#include "core/db_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "core/db_file.h"
#include "core/query.h"

static enum err create_file(const char *path)
{
    (void)unlink(path);
    const int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        log_error("copy: %s", strerrorname_np(errno));
        return errno == ENOSPC                     ? ERR_NO_SPACE
               : errno == EACCES || errno == EROFS ? ERR_READONLY
                                                   : ERR_IO;
    }
    (void)close(fd);
    return ERR_OK;
}

/* SQLite's own backup, in one step: what is copied is of one moment. */
static enum err copy_pages(sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == NULL) {
        return db_file_err(to, "copy");
    }
    const int code = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE && finished == SQLITE_OK) {
        return ERR_OK;
    }
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) { /* never said of a connection */
        log_warn("copy: the database is being written to");
        return ERR_BUSY;
    }
    return db_file_err(to, "copy");
}

enum err db_copy_write(sqlite3 *from, const char *path)
{
    sqlite3 *to = NULL;
    enum err err = create_file(path);
    if (err != ERR_OK) {
        return err;
    }
    /* The file is synced as a whole, afterwards, and is nothing until then: no journal either. */
    if (sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
        sqlite3_exec(to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL) !=
            SQLITE_OK) {
        err = db_file_err(to, "copy");
    }
    err = err == ERR_OK ? copy_pages(from, to) : err;
    (void)sqlite3_close(to);
    if (err != ERR_OK) {
        (void)unlink(path);
    }
    return err;
}

enum err db_copy_sync(const char *path)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    const bool is_safe = fd >= 0 && fsync(fd) == 0;
    const int number = errno;
    if (fd >= 0) {
        (void)close(fd);
    }
    if (!is_safe) {
        log_error("copy: %s", strerrorname_np(number));
        (void)unlink(path);
        return number == ENOSPC ? ERR_NO_SPACE : ERR_IO;
    }
    return ERR_OK;
}

enum err db_copy_open(const char *path, sqlite3 **sqlite, int *version)
{
    *sqlite = NULL;
    if (access(path, F_OK) != 0) {
        log_error("there is no copy at the path given");
        return ERR_NOT_FOUND;
    }
    if (sqlite3_open_v2(path, sqlite, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        return db_file_err(*sqlite, "open");
    }
    enum err err = db_file_check_is_ours(*sqlite);
    if (err == ERR_OK) {
        err = db_file_version(*sqlite, version);
    }
    if (err == ERR_OK && *version > MIGRATION_COUNT) {
        log_error("the copy's version %d is newer than this program's %d", *version,
                  MIGRATION_COUNT);
        err = ERR_NEWER;
    }
    return err;
}

enum err db_copy_check(const char *path)
{
    sqlite3 *sqlite = NULL;
    int version = 0;
    enum err err = db_copy_open(path, &sqlite, &version);
    if (err == ERR_OK) {
        err = db_file_check_content(sqlite);
    }
    (void)sqlite3_close(sqlite);
    return err;
}
