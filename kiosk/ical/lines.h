/* From the bytes of an .ics file to its content lines: unfolded, in UTF-8, numbered.
 *
 * Forgives what producers do: a byte order mark, LF or CR alone at line ends, Windows-1252 instead
 * of UTF-8, lines broken without the space that RFC 5545 (3.1) asks for. Refuses what is no
 * calendar, before anything else looks at it. */
#pragma once

#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

enum {
    LINES_FILE_BYTES = 8 << 20, /* the largest file that is read */
    LINES_MAX = 150000,         /* content lines of a file */
    LINES_LONG_BYTES = 64 << 10 /* a longer line is cut there */
};

struct line {
    struct str name;  /* up to the first ; or : as written */
    struct str whole; /* the unfolded line, ended by NUL */
    int number;       /* of its first physical line, from 1 */
};

/* What was put right; told beside what was read. */
enum lines_mended {
    LINES_FOLDING = 1 << 0, /* lines were broken without a space */
    LINES_CHARSET = 1 << 1, /* not UTF-8: read as Windows-1252 */
    LINES_CUT = 1 << 2,     /* a line was too long */
};

struct lines {
    struct line *items;
    size_t count;
    unsigned mended; /* enum lines_mended bits */
};

/* bytes: borrowed; the lines are copied into arena. Gives NULL and fills *lines, or the code of a
 * refusal: "empty", "too_big", "archive", "picture", "document", "page", "binary", "charset",
 * "too_many_lines", "not_calendar". */
const char *lines_read(const char *bytes, size_t len, struct arena *arena, struct lines *lines);

/* The name is `name`, in whatever case. */
bool line_is(const struct line *line, const char *name);
/* What stands behind the first colon that is not inside quotes; "" without one. */
struct str line_value(const struct line *line);
/* The value of a parameter, without its quotes; ptr NULL without it. */
struct str line_param(const struct line *line, const char *name);
