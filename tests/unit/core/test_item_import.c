#include "core/item_import.h"

#include <string.h>

#include "base/text.h"
#include "support_ask.h"

/* "a;b" lines to a table, as csv/csv_read.h would make it. */
static struct csv_table table_of(struct world *world, const char *text)
{
    enum { ROWS = 16, CELLS = 12 };
    struct csv_table table = {0};
    struct str rest = str_of(text);
    struct str line;
    table.rows = arena_array(world->arena, ROWS, sizeof(*table.rows));
    for (int n = 1; str_split(&rest, '\n', &line); n++) {
        const char **cells = arena_array(world->arena, CELLS, sizeof(*cells));
        struct str cell;
        int count = 0;
        for (int i = 0; i < CELLS; i++) {
            cells[i] = "";
        }
        while (str_split(&line, ';', &cell)) {
            cells[count++] = arena_strndup(world->arena, cell.ptr, cell.len);
        }
        if (n == 1) {
            table.header = cells;
            table.column_count = count;
        } else {
            table.rows[table.row_count++] = (struct csv_row){
                .line = n, .cells = cells, .is_longer = count > table.column_count};
        }
    }
    return table;
}

static struct item_import plan(struct world *world, const char *text)
{
    struct item_import import;
    struct csv_trouble trouble;
    const struct csv_table table = table_of(world, text);
    assert_int_equal(item_import_plan(world->db, &table, world->arena, &import, &trouble), ERR_OK);
    return import;
}

static enum err run(struct world *world, const char *text, const char *digest,
                    struct item_import *import)
{
    struct csv_trouble trouble;
    const struct csv_table table = table_of(world, text);
    return item_import_run(world->db, &table, digest, desk(NADIA), world->arena, import, &trouble);
}

static struct item_import apply(struct world *world, const char *text)
{
    struct item_import import;
    assert_int_equal(run(world, text, plan(world, text).digest, &import), ERR_OK);
    return import;
}

#define LIST                                                                                       \
    "Titre;Catégorie;Description;Caution;Prix;Prix "                                              \
    "abonné;Accessoires;Exemplaires;Étagère;Couleur\n"                                          \
    "Perceuse;Bricolage;Pour le béton;30 €;2;0;Le coffret, six mèches;2;B1;verte\n"            \
    "Brouette;Jardin;;;;;;;;\n"                                                                    \
    "Scie;Bricolage;;15,50;1;;;1;;"

static int64_t count(struct world *world, const char *table)
{
    return world_int(world, "SELECT count(*) FROM %s", table);
}

static void a_list_is_told_first_and_writes_nothing(void **state)
{
    struct world *world = *state;
    const struct item_import import = plan(world, LIST);
    assert_int_equal(import.count, 3);
    assert_int_equal(import.outcomes[ITEM_NEW], 3);
    assert_int_equal(import.copies_added, 4);
    assert_int_equal(import.lines[0].line, 2);
    assert_string_equal(import.lines[0].title, "Perceuse");
    assert_int_equal(import.lines[0].copies_added, 2);
    assert_true(import.lines[0].makes_class);
    assert_true(import.lines[1].makes_class);
    assert_false(import.lines[2].makes_class);
    assert_int_equal(import.ignored_count, 1);
    assert_string_equal(import.ignored[0], "Couleur");
    assert_int_equal(count(world, "item"), 0);
    assert_int_equal(count(world, "item_class"), 0);
}

static void what_was_told_is_written_and_found_at_the_screen(void **state)
{
    struct world *world = *state;
    struct catalogue_item item;
    struct catalogue_hit hits[CATALOGUE_HITS_MAX];
    int found = 0;
    const struct item_import import = apply(world, LIST);
    assert_int_equal(import.outcomes[ITEM_NEW], 3);
    assert_int_equal(import.copies_added, 4);
    assert_int_equal(
        catalogue_search(world->db, world->arena, "perceuse", at(WORLD_NOW), hits, &found), ERR_OK);
    assert_int_equal(found, 1);
    assert_int_equal(catalogue_item(world->db, world->arena, hits[0].id, &item), ERR_OK);
    assert_string_equal(item.class_title, "Bricolage");
    assert_string_equal(item.summary, "Pour le béton");
    assert_int_equal(item.deposit_cents, 3000);
    assert_int_equal(item.fee_cents, 200);
    assert_int_equal(item.subscriber_cents, 0);
    assert_int_equal(item.part_count, 2);
    assert_string_equal(item.parts[1], "six mèches");
    assert_int_equal(item.automatic_days, 0);
    assert_int_equal(count(world, "item_class"), 2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM copy WHERE shelf = 'B1'"), 2);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM request_state WHERE state = 'available'"), 4);
}

static void the_same_list_twice_changes_nothing(void **state)
{
    struct world *world = *state;
    (void)apply(world, LIST);
    const int64_t requests = count(world, "request");
    const struct item_import again = apply(world, LIST);
    assert_int_equal(again.outcomes[ITEM_UNCHANGED], 3);
    assert_int_equal(again.copies_added, 0);
    assert_int_equal(count(world, "request"), requests);
    assert_int_equal(count(world, "item_part"), 2);
}

static void a_line_says_what_it_changes_and_empty_cells_leave_what_is_there(void **state)
{
    struct world *world = *state;
    (void)apply(world, LIST);
    static const char other[] = "titre;categorie;description;caution;accessoires;nombre;etagere\n"
                                "PERCEUSE;;;25;six mèches, la clé;3;\n"
                                "brouette;Bricolage;Neuve;;;;C2";
    const struct item_import import = plan(world, other);
    assert_int_equal(import.outcomes[ITEM_CHANGED], 2);
    assert_int_equal(import.lines[0].changes, 1U << ITEM_COLUMN_DEPOSIT | 1U << ITEM_COLUMN_PARTS |
                                                  1U << ITEM_COLUMN_COPIES);
    assert_int_equal(import.lines[1].changes,
                     1U << ITEM_COLUMN_CLASS | 1U << ITEM_COLUMN_SUMMARY | 1U << ITEM_COLUMN_SHELF);
    (void)apply(world, other);
    assert_int_equal(world_int(world, "SELECT summary = 'Pour le béton' AND title = 'Perceuse'"
                                      " AND deposit_cents = 2500 FROM item WHERE id = 1"),
                     1);
    assert_int_equal(world_int(world, "SELECT position FROM item_part WHERE label = 'six mèches'"),
                     2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM copy WHERE item_id = 1"), 3);
    assert_int_equal(plan(world, other).outcomes[ITEM_UNCHANGED], 2);
}

static void a_line_that_cannot_be_is_refused_alone(void **state)
{
    struct world *world = *state;
    (void)apply(world, LIST);
    world_exec(world, "UPDATE item SET withdrawn_at_s = 1 WHERE title = 'Scie'");
    static const char list[] = "titre;categorie;prix;nombre;etagere;icone\n"
                               ";Jardin;1;1;;\n"
                               "Râteau;;1;1;;\n"
                               "Râteau;Jardin;cher;1;;\n"
                               "Perceuse;Bricolage;1;1;;\n"
                               "Bêche;Outils;1;1;;Bad Icon\n"
                               "Seau;Outils;1;1;;\n"
                               "SEAU;Jardin;1;1;;\n"
                               "Scie;Bricolage;1;1;;\n"
                               "Râteau à feuilles;Jardin;1;100;;\n"
                               "Pelle;Jardin;1;1;;;trop";
    static const struct {
        enum item_import_column column;
        const char *reason;
    } expected[] = {
        {ITEM_COLUMN_TITLE, "cell"},  {ITEM_COLUMN_CLASS, "cell"},
        {ITEM_COLUMN_TITLE, "twice"}, {ITEM_COLUMN_COPIES, "fewer_copies"},
        {ITEM_COLUMN_ICON, "cell"},   {ITEM_COLUMN_TITLE, ""},
        {ITEM_COLUMN_TITLE, "twice"}, {ITEM_COLUMN_TITLE, "withdrawn"},
        {ITEM_COLUMN_COPIES, "cell"}, {ITEM_COLUMN_TITLE, "longer"},
    };
    const struct item_import import = apply(world, list);
    assert_int_equal(import.count, (int)ARRAY_LEN(expected));
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        assert_string_equal(import.lines[i].reason, expected[i].reason);
        assert_int_equal(import.lines[i].column, expected[i].column);
    }
    assert_int_equal(import.outcomes[ITEM_NEW], 1);
    assert_int_equal(count(world, "item"), 4);
    assert_int_equal(world_int(world, "SELECT count(*) FROM item_class WHERE title = 'Outils'"), 1);
}

static void a_part_that_is_out_is_not_taken_away_by_a_list(void **state)
{
    struct world *world = *state;
    (void)apply(world, LIST);
    const int64_t copy_id = world_int(world, "SELECT min(request_id) FROM copy WHERE item_id = 1");
    const int64_t loan_id =
        build_loan(world, copy_id, "out", "2026-09-07T09:00", "2026-09-10T12:00");
    world_exec(world, "INSERT INTO loan_part(request_id, position) VALUES (%lld, 1)",
               (long long)loan_id);
    const struct item_import import = apply(world, "titre;categorie;accessoires\n"
                                                   "Perceuse;Bricolage;six mèches");
    assert_int_equal(import.outcomes[ITEM_REFUSED], 1);
    assert_string_equal(import.lines[0].reason, "part_out");
}

static void what_would_now_be_different_is_not_written(void **state)
{
    struct world *world = *state;
    struct item_import import;
    const struct item_import seen = plan(world, LIST);
    int64_t class_id = 0;
    const struct edit_class class = {
        .code = "", .title = "Jardin", .icon = "garden", .rule = {"desk", 0, ""}, .max_days = 3};
    assert_int_equal(catalogue_save_class(world->db, &class, &class_id, NULL), ERR_OK);
    assert_int_equal(run(world, LIST, seen.digest, &import), ERR_CONFLICT);
    assert_int_equal(run(world, LIST, "", &import), ERR_CONFLICT);
    assert_int_equal(count(world, "item"), 0);
    assert_int_equal(run(world, LIST, plan(world, LIST).digest, &import), ERR_OK);
    assert_int_equal(count(world, "item"), 3);
}

static void a_list_without_its_columns_is_refused_whole(void **state)
{
    struct world *world = *state;
    struct item_import import;
    struct csv_trouble trouble;
    const struct csv_table table = table_of(world, "titre;couleur\nScie;verte");
    assert_int_equal(item_import_plan(world->db, &table, world->arena, &import, &trouble),
                     ERR_INVALID);
    assert_string_equal(trouble.code, "no_column");
    assert_string_equal(trouble.detail, "class");
    assert_int_equal(run(world, "titre;couleur\nScie;verte", "", &import), ERR_INVALID);
    struct csv_table fine = table_of(world, LIST);
    fine.row_count = ITEM_IMPORT_LINES_MOST + 1;
    assert_int_equal(item_import_plan(world->db, &fine, world->arena, &import, &trouble),
                     ERR_INVALID);
    assert_string_equal(trouble.code, "too_many_lines");
    set_time("2026-09-01T10:00");
    assert_int_equal(run(world, LIST, "", &import), ERR_CLOCK);
    assert_string_equal(item_import_column_code(ITEM_COLUMN_SUBSCRIBER_FEE), "subscriber_fee");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_list_is_told_first_and_writes_nothing),
        TEST(what_was_told_is_written_and_found_at_the_screen),
        TEST(the_same_list_twice_changes_nothing),
        TEST(a_line_says_what_it_changes_and_empty_cells_leave_what_is_there),
        TEST(a_line_that_cannot_be_is_refused_alone),
        TEST(a_part_that_is_out_is_not_taken_away_by_a_list),
        TEST(what_would_now_be_different_is_not_written),
        TEST(a_list_without_its_columns_is_refused_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
