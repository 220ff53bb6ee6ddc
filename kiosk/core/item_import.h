/* What the house lends, from a list that another program wrote: first what it would change, line by
 * line, then, once somebody agreed, the same written.
 *
 * One line an item, known by its title (without case and accents) wherever it stands. Columns:
 * title and class are needed; summary, icon, deposit, fee, subscriber_fee, parts ("la mallette,
 * deux batteries"), copies (how many there are; of a new item 1), shelf. An empty cell leaves what
 * is there; a class that the house does not have is made, its requests answered by the desk. Copies
 * are only ever added; a shelf is given to those that have none. The same list twice changes
 * nothing. Source: core/csv.h. */
#pragma once

#include "core/catalogue_edit.h"
#include "core/csv.h"

enum {
    ITEM_IMPORT_LINES_MOST = 1000, /* written at once: others wait for their turn */
    ITEM_DIGEST_BYTES = 33
};

enum item_import_outcome { ITEM_NEW, ITEM_CHANGED, ITEM_UNCHANGED, ITEM_REFUSED, ITEM_OUTCOMES };

enum item_import_column {
    ITEM_COLUMN_TITLE,
    ITEM_COLUMN_CLASS,
    ITEM_COLUMN_SUMMARY,
    ITEM_COLUMN_ICON,
    ITEM_COLUMN_DEPOSIT,
    ITEM_COLUMN_FEE,
    ITEM_COLUMN_SUBSCRIBER_FEE,
    ITEM_COLUMN_PARTS,
    ITEM_COLUMN_COPIES,
    ITEM_COLUMN_SHELF,
    ITEM_COLUMN_COUNT
};
/* "title", "deposit", …: for the desk's page. */
const char *item_import_column_code(enum item_import_column column);

struct item_import_line {
    int line; /* of the file */
    enum item_import_outcome outcome;
    const char *title;
    enum item_import_column column; /* of a refusal: the cell at fault */
    const char *reason;             /* of a refusal: cell, twice, withdrawn, fewer_copies,
                                       part_out, longer; else "" */
    unsigned changes;               /* bits 1 << enum item_import_column */
    int copies_added;
    bool makes_class; /* its class is new; told once */
};

struct item_import {
    struct item_import_line *lines; /* as in the file */
    int count;
    int outcomes[ITEM_OUTCOMES];
    int copies_added;
    const char **ignored; /* headings of columns that mean nothing here */
    int ignored_count;
    char digest[ITEM_DIGEST_BYTES]; /* of the list and of what it would do */
};

/* What the list would change; writes nothing. Copies into the arena. ERR_INVALID a column is
 * missing or stands twice, or too many lines: trouble. */
enum err item_import_plan(struct db *db, const struct csv_table *table, struct arena *arena,
                          struct item_import *import, struct csv_trouble *trouble) NODISCARD;
/* Does what the plan of that digest said, in one transaction of its own; refused lines are left
 * aside. actor: of the desk. ERR_CONFLICT it would now do something else: nothing is written, look
 * again. Errors as above, and as request_ask. Tables: item_class, item, item_part, copy, search; as
 * request_ask. */
enum err item_import_run(struct db *db, const struct csv_table *table, const char *digest,
                         struct actor actor, struct arena *arena, struct item_import *import,
                         struct csv_trouble *trouble) NODISCARD;
