#include "core/item_import.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "core/item_import_parts.h"
#include "core/query.h"

enum { FOLDED_BYTES = 4 * EDIT_TITLE_CHARS + 1, NEW_CLASS_DAYS = 7 };

static const struct csv_column COLUMNS[ITEM_COLUMN_COUNT] = {
    [ITEM_COLUMN_TITLE] = {"title", "titre|objet|nom|article|title|item|name", true},
    [ITEM_COLUMN_CLASS] = {"class", "catégorie|famille|rayon|class|category", true},
    [ITEM_COLUMN_SUMMARY] = {"summary", "description|précisions|résumé|summary", false},
    [ITEM_COLUMN_ICON] = {"icon", "icône|icon", false},
    [ITEM_COLUMN_DEPOSIT] = {"deposit", "caution|dépôt|deposit", false},
    [ITEM_COLUMN_FEE] = {"fee", "prix|tarif|participation|fee|price", false},
    [ITEM_COLUMN_SUBSCRIBER_FEE] = {"subscriber_fee",
                                    "prix abonné|prix abonnés|tarif abonné|tarif abonnés"
                                    "|subscriber fee|subscriber price",
                                    false},
    [ITEM_COLUMN_PARTS] = {"parts", "accessoires|pièces|avec|parts|comes with", false},
    [ITEM_COLUMN_COPIES] = {"copies", "exemplaires|nombre|quantité|copies|quantity", false},
    [ITEM_COLUMN_SHELF] = {"shelf", "étagère|emplacement|place|shelf", false},
};

const char *item_import_column_code(enum item_import_column column)
{
    return COLUMNS[column].code;
}

/* ---- What the house has ---- */

static const char *fold(struct importer *importer, const char *title)
{
    char folded[FOLDED_BYTES];
    return text_fold(str_of(title), folded, sizeof(folded)) == ERR_OK
               ? arena_strdup(importer->arena, folded)
               : "";
}

static struct known *add_known(struct known_list *list, struct known row)
{
    list->rows[list->count] = row;
    return &list->rows[list->count++];
}

static struct known *find_known(const struct known_list *list, const char *folded)
{
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->rows[i].folded, folded) == 0) {
            return &list->rows[i];
        }
    }
    return NULL;
}

/* room: how many more the list may bring. */
static enum err load_known(struct importer *importer, enum query_id id, bool is_class, int room,
                           struct known_list *list)
{
    int count = 0;
    struct query q = db_query(importer->db, id);
    while (query_step(&q)) {
        count++;
    }
    enum err err = query_end(&q);
    if (err != ERR_OK) {
        return err;
    }
    list->most = count + room;
    list->rows = arena_array(importer->arena, (size_t)list->most, sizeof(*list->rows));
    q = db_query(importer->db, id);
    while (list->count < count && query_step(&q)) {
        struct known *row = add_known(list, (struct known){.id = take_int(&q)});
        row->folded = fold(importer, take_text(&q, importer->arena));
        if (is_class) {
            row->icon = take_text(&q, importer->arena);
        } else {
            row->is_withdrawn = take_int(&q) != 0;
        }
    }
    return query_end(&q);
}

static enum err load_item(struct importer *importer, int64_t item_id, struct taken *taken)
{
    struct edit_item *item = &taken->before;
    struct query q = db_query(importer->db, Q_ITEM_IMPORT_ITEM);
    query_int(&q, "item_id", item_id);
    if (query_step(&q)) {
        item->id = item_id;
        item->class_id = take_int(&q);
        item->title = take_text(&q, importer->arena);
        item->summary = take_text(&q, importer->arena);
        item->icon = take_text(&q, importer->arena);
        item->deposit_cents = take_int(&q);
        item->fee_cents = take_int(&q);
        item->subscriber_cents = take_int(&q);
        taken->copies_before = (int)take_int(&q);
        taken->shelfless = (int)take_int(&q);
    }
    enum err err = query_end(&q);
    if (err != ERR_OK) {
        return err;
    }
    q = db_query(importer->db, Q_ITEM_PARTS_AWAY);
    query_int(&q, "item_id", item_id);
    while (item->part_count < CATALOGUE_PARTS_MAX && query_step(&q)) {
        struct edit_part *part = &item->parts[item->part_count++];
        part->position = (int)take_int(&q);
        (void)take_int(&q);
        part->label = take_text(&q, importer->arena);
    }
    return query_end(&q);
}

static enum err check_parts_out(struct importer *importer, struct taken *taken)
{
    struct query q = db_query(importer->db, Q_ITEM_PARTS_AWAY);
    query_int(&q, "item_id", taken->before.id);
    while (query_step(&q)) {
        const int position = (int)take_int(&q);
        bool is_kept = take_int(&q) == 0;
        for (int i = 0; i < taken->item.part_count; i++) {
            is_kept = is_kept || taken->item.parts[i].position == position;
        }
        if (!is_kept) {
            (void)import_refuse(taken, ITEM_COLUMN_PARTS, "part_out");
        }
    }
    return query_end(&q);
}

static struct known *class_of(const struct importer *importer, int64_t class_id)
{
    int i = 0;
    while (importer->classes.rows[i].id != class_id) { /* a foreign key: it is there */
        i++;
    }
    return &importer->classes.rows[i];
}

/* The class of that name, or one that the list makes once a line of it is written. */
static void find_class(struct importer *importer, struct taken *taken)
{
    const char *title = import_cell(importer, taken, ITEM_COLUMN_CLASS);
    const char *folded = fold(importer, title);
    const struct edit_text text = {"title", title, EDIT_TITLE_CHARS, true};
    if (title[0] == '\0' && taken->before.id != 0) {
        taken->class = class_of(importer, taken->before.class_id);
        return;
    }
    if (folded[0] == '\0' || edit_check_texts(&text, 1, NULL) != ERR_OK) {
        (void)import_refuse(taken, ITEM_COLUMN_CLASS, "cell");
        return;
    }
    taken->class = find_known(&importer->classes, folded);
    if (taken->class == NULL) {
        taken->class = add_known(
            &importer->classes, (struct known){.folded = folded, .icon = "parcel", .title = title});
    }
}

static enum err find_item(struct importer *importer, struct taken *taken, struct known **known)
{
    const char *title = import_cell(importer, taken, ITEM_COLUMN_TITLE);
    const char *folded = fold(importer, title);
    taken->line->title = title;
    *known = find_known(&importer->items, folded);
    taken->before =
        (struct edit_item){.title = title, .summary = "", .icon = "", .subscriber_cents = -1};
    if (folded[0] == '\0') {
        (void)import_refuse(taken, ITEM_COLUMN_TITLE, "cell");
    } else if (*known != NULL && (*known)->line != 0) {
        (void)import_refuse(taken, ITEM_COLUMN_TITLE, "twice");
    } else if (*known != NULL && (*known)->is_withdrawn) {
        (void)import_refuse(taken, ITEM_COLUMN_TITLE, "withdrawn");
    } else if (*known == NULL) {
        *known = add_known(&importer->items, (struct known){.folded = folded});
    } else {
        const enum err err = load_item(importer, (*known)->id, taken);
        taken->item = taken->before;
        return err;
    }
    taken->item = taken->before;
    return ERR_OK;
}

static enum err write_class(struct importer *importer, struct known *class)
{
    const struct edit_class made = {.code = "",
                                    .title = class->title,
                                    .icon = class->icon,
                                    .rule = {"desk", 0, ""},
                                    .max_days = NEW_CLASS_DAYS};
    return class->id == 0 ? edit_write_class(importer->db, &made, &class->id) : ERR_OK;
}

static enum err write_line(struct importer *importer, struct taken *taken)
{
    int64_t item_id = 0;
    int64_t copy_id = 0;
    enum err err = write_class(importer, taken->class);
    taken->item.class_id = taken->class->id;
    if (err == ERR_OK) {
        err = edit_write_item(importer->db, &taken->item, &item_id);
    }
    for (int i = 0; i < taken->line->copies_added && err == ERR_OK; i++) {
        err = edit_write_copy(importer->db, item_id, 0, taken->shelf, importer->actor, &copy_id);
    }
    if (err == ERR_OK && taken->shelf[0] != '\0') {
        struct query q = db_query(importer->db, Q_COPY_FILL_SHELVES);
        query_int(&q, "item_id", item_id);
        query_text(&q, "shelf", taken->shelf);
        err = query_run(&q);
    }
    return err;
}

static enum err take_line(struct importer *importer, struct taken *taken)
{
    struct known *known = NULL;
    enum err err = find_item(importer, taken, &known);
    if (err == ERR_OK && taken->row->is_longer && taken->line->outcome != ITEM_REFUSED) {
        (void)import_refuse(taken, ITEM_COLUMN_TITLE, "longer");
    }
    if (err != ERR_OK || taken->line->outcome == ITEM_REFUSED) {
        return err;
    }
    known->line = taken->line->line;
    find_class(importer, taken);
    if (taken->class == NULL || !import_take_cells(importer, taken)) {
        return ERR_OK;
    }
    err = check_parts_out(importer, taken);
    if (err != ERR_OK || taken->line->outcome == ITEM_REFUSED) {
        return err;
    }
    import_compare(taken);
    taken->line->makes_class = taken->class->id == 0 && !taken->class->is_told;
    taken->class->is_told = true;
    return importer->writes && taken->line->outcome != ITEM_UNCHANGED ? write_line(importer, taken)
                                                                      : ERR_OK;
}

/* ---- The list ---- */

static void note_ignored(struct importer *importer, const struct csv_table *table,
                         struct item_import *import)
{
    import->ignored =
        arena_array(importer->arena, (size_t)table->column_count, sizeof(*import->ignored));
    for (int i = 0; i < table->column_count; i++) {
        if (!csv_is_mapped(importer->map, ITEM_COLUMN_COUNT, i) && table->header[i][0] != '\0') {
            import->ignored[import->ignored_count++] = table->header[i];
        }
    }
}

/* Of every cell, and of what becomes of each line. */
static void make_digest(const struct csv_table *table, struct item_import *import)
{
    enum { BYTES = (ITEM_DIGEST_BYTES - 1) / 2 };
    unsigned char hash[BYTES];
    crypto_generichash_state state;
    (void)crypto_generichash_init(&state, NULL, 0, BYTES);
    for (int i = 0; i < import->count; i++) {
        const struct item_import_line *line = &import->lines[i];
        char text[64];
        (void)snprintf(text, sizeof(text), "%d %d %u %d %d", line->line, (int)line->outcome,
                       line->changes, line->copies_added, line->makes_class);
        (void)crypto_generichash_update(&state, (const unsigned char *)text, strlen(text) + 1);
        for (int j = 0; j < table->column_count; j++) {
            const char *cell = table->rows[i].cells[j];
            (void)crypto_generichash_update(&state, (const unsigned char *)cell, strlen(cell) + 1);
        }
    }
    (void)crypto_generichash_final(&state, hash, sizeof(hash));
    (void)sodium_bin2hex(import->digest, sizeof(import->digest), hash, sizeof(hash));
}

static enum err begin(struct importer *importer, const struct csv_table *table,
                      struct item_import *import, struct csv_trouble *trouble)
{
    *import = (struct item_import){0};
    if (table->row_count > ITEM_IMPORT_LINES_MOST) {
        csv_trouble_set(trouble, "too_many_lines", 0, "");
        return ERR_INVALID;
    }
    const enum err err = csv_map(table, COLUMNS, ITEM_COLUMN_COUNT, importer->map, trouble);
    if (err == ERR_OK) {
        note_ignored(importer, table, import);
    }
    return err;
}

static enum err run(struct importer *importer, const struct csv_table *table,
                    struct item_import *import)
{
    enum err err =
        load_known(importer, Q_ITEM_IMPORT_TITLES, false, table->row_count, &importer->items);
    if (err == ERR_OK) {
        err =
            load_known(importer, Q_ITEM_IMPORT_CLASSES, true, table->row_count, &importer->classes);
    }
    import->lines = arena_array(importer->arena, (size_t)table->row_count, sizeof(*import->lines));
    for (int i = 0; i < table->row_count && err == ERR_OK; i++) {
        struct item_import_line *line = &import->lines[import->count++];
        struct taken taken = {.row = &table->rows[i], .line = line, .shelf = ""};
        *line = (struct item_import_line){
            .line = table->rows[i].line, .outcome = ITEM_NEW, .title = "", .reason = ""};
        err = take_line(importer, &taken);
        import->outcomes[line->outcome]++;
        import->copies_added += line->outcome == ITEM_REFUSED ? 0 : line->copies_added;
    }
    make_digest(table, import);
    return err;
}

enum err item_import_plan(struct db *db, const struct csv_table *table, struct arena *arena,
                          struct item_import *import, struct csv_trouble *trouble)
{
    struct importer importer = {.db = db, .arena = arena};
    const enum err err = begin(&importer, table, import, trouble);
    return err != ERR_OK ? err : run(&importer, table, import);
}

enum err item_import_run(struct db *db, const struct csv_table *table, const char *digest,
                         struct actor actor, struct arena *arena, struct item_import *import,
                         struct csv_trouble *trouble)
{
    struct importer importer = {.db = db, .arena = arena, .actor = actor, .writes = true};
    enum err err = begin(&importer, table, import, trouble);
    if (err == ERR_OK) {
        err = edit_begin(db);
    }
    if (err != ERR_OK) {
        return err;
    }
    err = run(&importer, table, import);
    if (err == ERR_OK && strcmp(import->digest, digest) != 0) {
        err = ERR_CONFLICT;
    }
    return edit_end(db, err, true);
}
