/* Copies of a house's file, and the way back from one.
 *
 * What bears the name of a copy is whole: it is written under another name, looked at as
 * `conciergerie check` does, safe on the disk, and only then called so. Copies hold what the house
 * held that day, also of people who were erased since: they go by their number, oldest first. The
 * key of the PINs is no part of them. Source: db/README.md, "Copies". */
#pragma once

#include <limits.h>

#include "core/db.h"

/* Copies db, opened at db_path, into a folder, as HOUSE-2026-09-08-164205.db for HOUSE.db, local
 * time. Gives path, the copy's.
 * ERR_NOT_FOUND no such folder · ERR_READONLY nothing may be written there · ERR_BUSY somebody
 * writes for longer than DB_WAIT_MS, or copies into the same folder · ERR_CONFLICT a copy of this
 * second is there · ERR_NO_SPACE · ERR_CORRUPT the house's own file is damaged · ERR_IO. On an
 * error the folder is as it was. */
enum err backup_make(struct db *db, const char *db_path, const char *folder,
                     char path[PATH_MAX]) NODISCARD;
/* Removes copies of that house, the oldest first, until `keep` ≥ 1 of them are left. What is not
 * named as a copy stays. Gives *removed. ERR_FULL more than BACKUP_MAX · ERR_NOT_FOUND · ERR_IO
 * some are still there. */
enum { BACKUP_MAX = 4000 };
enum err backup_thin(const char *db_path, const char *folder, int keep, int *removed) NODISCARD;

struct backup_restored {
    char kept[PATH_MAX]; /* under which the file that was there stays; "" none was */
    bool is_older;       /* than this program: it wants to be migrated */
};

/* Puts a copy in the place of db_path, whose file stays beside it, as
 * DB_PATH.replaced-2026-09-08-144205, in UTC: nobody knows yet in which zone the house is.
 * ERR_BUSY a program has db_path open · ERR_NOT_FOUND no such copy · ERR_FOREIGN not ours ·
 * ERR_NEWER · ERR_CORRUPT the copy is damaged · ERR_NO_SPACE · ERR_READONLY · ERR_CONFLICT a file
 * of that second was replaced already · ERR_IO. On an error the house is as it was. */
enum err backup_restore(const char *db_path, const char *copy,
                        struct backup_restored *restored) NODISCARD;
