/* What the files of the items' import share: a line on its way from its cells to the catalogue. */
#pragma once

#include "core/edit_parts.h"
#include "core/item_import.h"

struct known {
    int64_t id; /* 0: a class that the list makes, before it is written */
    const char *folded;
    const char *icon;  /* of a class */
    const char *title; /* of a class that the list makes */
    bool is_withdrawn; /* an item */
    bool is_told;      /* a class that the list makes: some line said so */
    int line;          /* an item: where the list named it; 0: not yet */
};

struct known_list {
    struct known *rows;
    int count;
    int most;
};

struct importer {
    struct db *db;
    struct arena *arena;
    struct actor actor;
    bool writes;
    int map[ITEM_COLUMN_COUNT];
    struct known_list items;
    struct known_list classes;
};

/* One line on its way. */
struct taken {
    const struct csv_row *row;
    struct item_import_line *line;
    struct edit_item item; /* as it is to be */
    struct edit_item before;
    struct known *class;
    int copies_before;
    int shelfless;
    int copies; /* as there are to be */
    const char *shelf;
};

/* Notes why; false. */
bool import_refuse(struct taken *taken, enum item_import_column column, const char *reason);
const char *import_cell(const struct importer *importer, const struct taken *taken,
                        enum item_import_column column);
/* From before and the line's cells: item, copies, shelf. taken->class is known. False: refused. */
bool import_take_cells(struct importer *importer, struct taken *taken);
/* What is other than before, and so the line's outcome. */
void import_compare(struct taken *taken);
