/* A database written into another file, and whether such a file is a house's. */
#pragma once

#include <sqlite3.h>

#include "base/err.h"

/* Writes all of `from` into a new file that its owner alone may read; a file of that name goes
 * before. Whoever writes to `from` waits meanwhile, so the disk is not waited for.
 * ERR_BUSY · ERR_NO_SPACE · ERR_READONLY the folder · ERR_IO: none is left. */
enum err db_copy_write(sqlite3 *from, const char *path) NODISCARD;
/* Waits until it is safely on the disk. ERR_NO_SPACE · ERR_IO: it is removed. */
enum err db_copy_sync(const char *path) NODISCARD;
/* Opens a copy, to be read only. Gives *sqlite, even on an error: close it. *version is that of its
 * last migration. ERR_NOT_FOUND · ERR_FOREIGN not ours · ERR_NEWER · ERR_CORRUPT · ERR_IO. */
enum err db_copy_open(const char *path, sqlite3 **sqlite, int *version) NODISCARD;
/* The same, and that all of it is whole. */
enum err db_copy_check(const char *path) NODISCARD;
