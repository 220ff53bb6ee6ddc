#include "csv/csv_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct list {
    struct arena *arena;
    struct csv_table table;
    struct csv_trouble trouble;
};

static int setup(void **state)
{
    static struct list list;
    list = (struct list){.arena = arena_create("test", 64 << 20)};
    *state = &list;
    return 0;
}

static int teardown(void **state)
{
    struct list *list = *state;
    arena_destroy(list->arena);
    return 0;
}

static enum err read_bytes(struct list *list, const void *bytes, size_t len)
{
    return csv_read(bytes, len, list->arena, &list->table, &list->trouble);
}

static void take(struct list *list, const char *text)
{
    assert_int_equal(read_bytes(list, text, strlen(text)), ERR_OK);
    assert_string_equal(list->trouble.code, "");
}

static void refuse(struct list *list, const char *text, const char *code, int line)
{
    assert_int_equal(read_bytes(list, text, strlen(text)), ERR_INVALID);
    assert_string_equal(list->trouble.code, code);
    assert_int_equal(list->trouble.line, line);
}

static void comma_semicolon_and_tab_separate(void **state)
{
    struct list *list = *state;
    static const char *const texts[] = {
        "nom,adresse\nMartin,\"4, rue du Port\"\n",
        "nom;adresse\r\nMartin;4, rue du Port\r\n",
        "nom\tadresse\nMartin\t4, rue du Port",
        "\xEF\xBB\xBFnom;adresse\nMartin;\"4, rue du Port\"\n",
        "\r\n\r\n\"nom\";adresse\n Martin ; 4, rue du Port \n;\n",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        take(list, texts[i]);
        assert_int_equal(list->table.column_count, 2);
        assert_string_equal(list->table.header[0], "nom");
        assert_int_equal(list->table.row_count, 1);
        assert_string_equal(list->table.rows[0].cells[0], "Martin");
        assert_string_equal(list->table.rows[0].cells[1], "4, rue du Port");
    }
}

static void an_empty_cell_between_tabs_keeps_its_place(void **state)
{
    struct list *list = *state;
    take(list, "a\tb\tc\n1\t\t3\n\t2\t\n");
    assert_string_equal(list->table.rows[0].cells[1], "");
    assert_string_equal(list->table.rows[0].cells[2], "3");
    assert_string_equal(list->table.rows[1].cells[0], "");
    assert_string_equal(list->table.rows[1].cells[1], "2");
}

static void quotes_hold_quotes_separators_and_lines(void **state)
{
    struct list *list = *state;
    take(list, "nom,adresse\n\"dit \"\"Le Grand\"\"\",\"4 rue\r\ndu Port\"\n\nSimon,ici\n");
    assert_int_equal(list->table.row_count, 2);
    assert_string_equal(list->table.rows[0].cells[0], "dit \"Le Grand\"");
    assert_string_equal(list->table.rows[0].cells[1], "4 rue  du Port");
    assert_int_equal(list->table.rows[0].line, 2);
    assert_int_equal(list->table.rows[1].line, 5);
}

static void a_line_may_be_shorter_and_says_when_it_is_longer(void **state)
{
    struct list *list = *state;
    take(list, "nom;adresse;;\nMartin\nSimon;ici;;\nPetit;4;rue\n");
    assert_int_equal(list->table.column_count, 2);
    assert_string_equal(list->table.rows[0].cells[1], "");
    assert_false(list->table.rows[0].is_longer);
    assert_false(list->table.rows[1].is_longer);
    assert_true(list->table.rows[2].is_longer);
}

static void what_is_not_utf_8_is_refused_with_its_line(void **state)
{
    struct list *list = *state;
    refuse(list, "nom\nMartin\nH\xE9l\xE8ne\n", "not_text", 3);
    refuse(list, "\xFF\xFEn\n", "not_text", 1);
    refuse(list, "nom\na\x01\n", "not_text", 2);
    assert_int_equal(read_bytes(list, "nom\nMar\0tin\n", 12), ERR_INVALID);
    assert_string_equal(list->trouble.code, "not_text");
    assert_int_equal(list->trouble.line, 2);
}

static void stray_and_endless_quotes_are_refused_with_their_line(void **state)
{
    struct list *list = *state;
    refuse(list, "nom\nMartin\nle \"Grand\"\n", "quotes", 3);
    refuse(list, "nom\n\"Martin\nSimon\n", "quotes", 2);
    refuse(list, "nom\n\"Martin\"x\n", "quotes", 2);
}

static void an_empty_list_is_no_list(void **state)
{
    struct list *list = *state;
    refuse(list, "", "empty", 0);
    refuse(list, "\xEF\xBB\xBF", "empty", 0);
    refuse(list, "nom;adresse\n;;\n", "empty", 0);
}

static void too_much_is_refused(void **state)
{
    struct list *list = *state;
    char *big = arena_alloc(list->arena, CSV_BYTES_MAX + 1);
    memset(big, 'a', CSV_BYTES_MAX + 1);
    assert_int_equal(read_bytes(list, big, CSV_BYTES_MAX + 1), ERR_INVALID);
    assert_string_equal(list->trouble.code, "too_big");
    memset(big, '\n', CSV_BYTES_MAX);
    big[0] = 'n';
    for (int i = 0; i < CSV_LINES_MAX; i++) {
        big[2 + 2 * i] = 'a';
    }
    assert_int_equal(read_bytes(list, big, CSV_BYTES_MAX), ERR_OK);
    assert_int_equal(list->table.row_count, CSV_LINES_MAX);
    big[2 + 2 * CSV_LINES_MAX] = 'a';
    assert_int_equal(read_bytes(list, big, CSV_BYTES_MAX), ERR_INVALID);
    assert_string_equal(list->trouble.code, "too_many_lines");
    assert_int_equal(list->trouble.line, CSV_LINES_MAX + 2);
    memset(big, ',', CSV_COLUMNS_MAX);
    big[CSV_COLUMNS_MAX] = '\n';
    assert_int_equal(read_bytes(list, big, CSV_COLUMNS_MAX + 1), ERR_INVALID);
    assert_string_equal(list->trouble.code, "too_many_columns");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(comma_semicolon_and_tab_separate),
        TEST(an_empty_cell_between_tabs_keeps_its_place),
        TEST(quotes_hold_quotes_separators_and_lines),
        TEST(a_line_may_be_shorter_and_says_when_it_is_longer),
        TEST(what_is_not_utf_8_is_refused_with_its_line),
        TEST(stray_and_endless_quotes_are_refused_with_their_line),
        TEST(an_empty_list_is_no_list),
        TEST(too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
