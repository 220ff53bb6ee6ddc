/* What one line of a list wants: between reading it and writing it. Used by the import alone. */
#pragma once

#include "core/household_import.h"
#include "core/household_known.h"

struct import_wish {
    int64_t household_id;                       /* 0: a new one */
    char number[8];                             /* as the list gives it, four digits; "" none */
    struct household_facts facts;               /* "" stays as it is; of a new one French */
    const char *persons[HOUSEHOLD_PERSONS_MAX]; /* first names */
    int person_count;
    const char *children[HOUSEHOLD_PERSONS_MAX];
    int child_count;
    int child_total; /* so many children, named or not; 0: not said */
    int64_t until_s; /* subscribed; 0: not said */
    int64_t paid_cents;
    /* After the comparison: what is new. */
    int64_t from_s; /* of the new period; 0: none */
    int nameless;   /* children to add without a name */
};

/* Reads the line's cells. line->reason says what cannot be. */
void wish_read(const struct csv_row *row, const int map[IMPORT_COLUMNS], struct arena *arena,
               struct import_wish *wish, struct import_line *line);
/* Leaves in the wish what a household does not have yet; known: NULL for a new one. Sets
 * line->verdict, changes and reason. */
void wish_compare(struct import_wish *wish, const struct known *known, struct arena *arena,
                  struct import_line *line);
