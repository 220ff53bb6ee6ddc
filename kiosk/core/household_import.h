/* A list of households from another program, looked at line by line before anything is written.
 *
 * A line's household is known by its number; without one by its name and address, or its name and
 * telephone. Lists add and change, never take away: an empty cell leaves what is there, persons are
 * only added, a subscription is only prolonged. So the same list again changes nothing. What cannot
 * be is refused line by line and the others can still be taken over. Source: db/README.md,
 * "Households". */
#pragma once

#include "core/csv.h"
#include "core/household.h"

enum import_verdict { IMPORT_NEW, IMPORT_CHANGED, IMPORT_UNCHANGED, IMPORT_REFUSED, IMPORT_COUNT };
const char *import_verdict_code(enum import_verdict verdict);

/* Columns, and bits of what changes. */
enum import_column {
    IMPORT_NUMBER,
    IMPORT_FAMILY_NAME,
    IMPORT_PERSONS,  /* first names: "Maya, Omar" */
    IMPORT_CHILDREN, /* first names, or how many */
    IMPORT_ADDRESS,
    IMPORT_PHONE,
    IMPORT_LANG,  /* "fr", "français", "French" */
    IMPORT_UNTIL, /* subscribed until the end of that day */
    IMPORT_PAID,  /* for it */
    IMPORT_COLUMNS
};
const char *import_column_code(enum import_column column);

struct import_wish;

struct import_line {
    int line; /* of the file */
    enum import_verdict verdict;
    const char *number; /* of the household; "" a new one draws its own */
    const char *name;   /* family name, else the first person's, as the list has it */
    unsigned changes;   /* 1 << enum import_column */
    const char *reason; /* of a refusal: "cells" too many of them, "value" not to be understood,
                           "left" it does not live here any more, "several" fit, "unknown" not
                           enough to know it by, "nobody" no name at all, "same_line" twice in the
                           list, "full" too many persons; else "" */
    const char *column; /* of "value": its code; "" */
    int same_line;      /* of "same_line" */
    const struct import_wish *wish; /* what is to be written */
};

enum { IMPORT_DIGEST_BYTES = 33, IMPORT_ARENA_BYTES = 64 << 20 };

struct import_plan {
    struct import_line *lines;
    int count;
    int counts[IMPORT_COUNT];            /* by verdict */
    const char *unread[CSV_COLUMNS_MAX]; /* columns that mean nothing here */
    int unread_count;
    char digest[IMPORT_DIGEST_BYTES]; /* of the list and of what it would do */
};

/* Reads only. Texts are in the arena, or borrowed from the table; an arena of its own, since all
 * households are read: IMPORT_ARENA_BYTES. ERR_INVALID no column to know a household by, or two
 * that mean the same: trouble. */
enum err household_import_plan(struct db *db, const struct csv_table *table, struct arena *arena,
                               struct import_plan *plan, struct csv_trouble *trouble) NODISCARD;
/* Does what the plan of that digest said, in one transaction of its own; refused lines are left
 * aside. ERR_CONFLICT it would now do something else: plan is what; look again. */
enum err household_import_run(struct db *db, const struct csv_table *table, const char *digest,
                              int64_t staff_id, struct arena *arena, struct import_plan *plan,
                              struct csv_trouble *trouble) NODISCARD;
