/* Lists from other programs: a table of texts, and which of its columns means what.
 *
 * csv/csv_read.h makes a table of a file's bytes (libcsv is known only there, since the core has
 * SQLite and libsodium alone). What a list means is decided here in core: a part that imports one
 * writes a const table of its columns, maps the header, reads cells, and works out line by line
 * what the list would change:
 *
 *   enum { COLUMN_NUMBER, COLUMN_NAME, COLUMN_COUNT };
 *   static const struct csv_column COLUMNS[] = {
 *       [COLUMN_NUMBER] = {"number", "numéro|n°|number", false},
 *       [COLUMN_NAME] = {"name", "nom|name", true},
 *   };
 *   int map[COLUMN_COUNT];
 *   csv_map(table, COLUMNS, COLUMN_COUNT, map, &trouble);
 *   … csv_cell(&table->rows[i], map[COLUMN_NAME]) …
 *
 * A list that is imported twice changes nothing the second time; nothing is written before a person
 * saw what would be; an empty cell leaves what is there. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

enum {
    CSV_BYTES_MAX = 2 << 20,
    CSV_LINES_MAX = 5000, /* below the header */
    CSV_COLUMNS_MAX = 40,
    CSV_CODE_BYTES = 24,
    CSV_DETAIL_BYTES = 48
};

struct csv_row {
    int line; /* of the file, where it begins; from 1 */
    const char *
        *cells;     /* as many as the table's columns, trimmed, line breaks made spaces; or "" */
    bool is_longer; /* it had more cells than the header: they may be in the wrong columns */
};

struct csv_table {
    const char **header;
    int column_count;
    struct csv_row *rows; /* in the file's order, without empty ones */
    int row_count;
};

/* Why a file cannot be read at all. */
struct csv_trouble {
    char code[CSV_CODE_BYTES]; /* "": none. too_big, too_many_lines, too_many_columns, not_text (not
                                  UTF-8), quotes, empty; from csv_map: no_column, same_column */
    int line;                  /* 0: none in particular */
    char detail[CSV_DETAIL_BYTES]; /* csv_column.code of no_column and same_column */
};
void csv_trouble_set(struct csv_trouble *trouble, const char *code, int line, const char *detail);

struct csv_column {
    const char *code;  /* for the desk's page */
    const char *names; /* of the header, "|" between; compared without case, accents, signs */
    bool is_needed;
};

/* map[i]: which column of the file columns[i] is; -1: none. Columns that nothing names are left
 * aside: csv_is_mapped. ERR_INVALID one that is needed is missing, or two of the file mean the
 * same: trouble. */
enum err csv_map(const struct csv_table *table, const struct csv_column *columns, int count,
                 int map[], struct csv_trouble *trouble) NODISCARD;
bool csv_is_mapped(const int map[], int count, int column);

/* "" for column -1. Borrows: lives as long as the table. */
const char *csv_cell(const struct csv_row *row, int column);

/* Cells as people write them. Each ERR_INVALID for anything else, "" included.
 * A day, "31/12/2026", "31.12.26", "2026-12-31": its local midnight. */
enum err csv_day(const char *cell, int64_t *day_s) NODISCARD;
/* "12", "12,50", "1 234.5 €". */
enum err csv_cents(const char *cell, int64_t *cents) NODISCARD;
/* Digits, spaces between them left aside. */
enum err csv_number(const char *cell, int64_t max, int64_t *number) NODISCARD;

/* "Maya, Omar et Lina" or "Maya / Omar": its parts, trimmed, in the arena, without empty ones.
 * ERR_FULL more than most. */
enum err csv_parts(const char *cell, struct arena *arena, const char *parts[], int most,
                   int *count) NODISCARD;
