#include "core/csv.h"

#include "base/clock.h"

#include "support_db.h"

enum { NUMBER, NAME, PHONE, COLUMNS };
static const struct csv_column columns[COLUMNS] = {
    [NUMBER] = {"number", "numéro|n°|number", false},
    [NAME] = {"name", "nom|nom de famille|family name", true},
    [PHONE] = {"phone", "téléphone|tél|phone", false},
};

static enum err map(const char **header, int count, int result[COLUMNS],
                    struct csv_trouble *trouble)
{
    const struct csv_table table = {.header = header, .column_count = count};
    return csv_map(&table, columns, COLUMNS, result, trouble);
}

static void columns_are_known_by_their_names_in_either_language(void **state)
{
    (void)state;
    struct csv_trouble trouble;
    int result[COLUMNS];
    const char *french[] = {"TELEPHONE", "Remarque", "Nom de Famille"};
    assert_int_equal(map(french, 3, result, &trouble), ERR_OK);
    assert_int_equal(result[NUMBER], -1);
    assert_int_equal(result[NAME], 2);
    assert_int_equal(result[PHONE], 0);
    assert_true(csv_is_mapped(result, COLUMNS, 2));
    assert_false(csv_is_mapped(result, COLUMNS, 1));
    const char *english[] = {"Number", "Family name", "Phone"};
    assert_int_equal(map(english, 3, result, &trouble), ERR_OK);
    assert_int_equal(result[NUMBER], 0);
    assert_string_equal(trouble.code, "");
}

static void a_needed_column_is_missed_and_two_of_one_meaning_are_refused(void **state)
{
    (void)state;
    struct csv_trouble trouble;
    int result[COLUMNS];
    const char *nameless[] = {"N°", "Tél."};
    assert_int_equal(map(nameless, 2, result, &trouble), ERR_INVALID);
    assert_string_equal(trouble.code, "no_column");
    assert_string_equal(trouble.detail, "name");
    const char *twice[] = {"Nom", "Tél", "Téléphone"};
    assert_int_equal(map(twice, 3, result, &trouble), ERR_INVALID);
    assert_string_equal(trouble.code, "same_column");
    assert_string_equal(trouble.detail, "phone");
    assert_int_equal(trouble.line, 1);
}

static void a_cell_of_no_column_is_empty(void **state)
{
    (void)state;
    const char *cells[] = {"0412", "Martin"};
    const struct csv_row row = {.line = 2, .cells = cells};
    assert_string_equal(csv_cell(&row, 1), "Martin");
    assert_string_equal(csv_cell(&row, -1), "");
}

static void days_are_read_as_people_write_them(void **state)
{
    (void)state;
    int64_t day_s = 0;
    const char *const same[] = {"31/12/2026", "31.12.2026", "31-12-26", "2026-12-31", " 31/12/26 "};
    assert_int_equal(clock_set_zone("Europe/Paris"), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(same); i++) {
        assert_int_equal(csv_day(same[i], &day_s), ERR_OK);
        assert_int_equal(day_s, at("2026-12-31T00:00"));
    }
    assert_int_equal(csv_day("1/2/2026", &day_s), ERR_OK);
    assert_int_equal(day_s, at("2026-02-01T00:00"));
    const char *const wrong[] = {"",
                                 "31/12",
                                 "12/31/2026",
                                 "30/02/2026",
                                 "2026-12-31T10:00",
                                 "31/12/20267",
                                 "décembre 2026",
                                 "46387",
                                 "31/012/2026",
                                 "2026/12/31/1",
                                 "31/12/6"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(csv_day(wrong[i], &day_s), ERR_INVALID);
    }
}

static void money_is_read_with_comma_point_and_sign(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        int cents;
    } right[] = {
        {"12", 1200},     {"12,50", 1250}, {"12.5", 1250}, {"1\u202f234,50\u00a0€", 123450},
        {"10 EUR", 1000}, {"0", 0},        {"0,05", 5}};
    static const char *const wrong[] = {"",   "€",     "12,",   "12,505",
                                        "-3", "1,2,3", "douze", "99999999"};
    int64_t cents = 0;
    for (size_t i = 0; i < ARRAY_LEN(right); i++) {
        assert_int_equal(csv_cents(right[i].cell, &cents), ERR_OK);
        assert_int_equal(cents, right[i].cents);
    }
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(csv_cents(wrong[i], &cents), ERR_INVALID);
    }
}

static void numbers_are_digits_up_to_the_most(void **state)
{
    (void)state;
    int64_t number = 0;
    assert_int_equal(csv_number("1 200", 5000, &number), ERR_OK);
    assert_int_equal(number, 1200);
    assert_int_equal(csv_number("5001", 5000, &number), ERR_INVALID);
    assert_int_equal(csv_number("-1", 5000, &number), ERR_INVALID);
    assert_int_equal(csv_number("", 5000, &number), ERR_INVALID);
}

static void one_cell_may_name_several(void **state)
{
    struct world *world = *state;
    const char *parts[4];
    int count = 0;
    assert_int_equal(csv_parts(" Maya, Omar et Lina ", world->arena, parts, 4, &count), ERR_OK);
    assert_int_equal(count, 3);
    assert_string_equal(parts[0], "Maya");
    assert_string_equal(parts[2], "Lina");
    assert_int_equal(csv_parts("Juliette/Margaret;;", world->arena, parts, 4, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(parts[1], "Margaret");
    assert_int_equal(csv_parts("a,b,c,d", world->arena, parts, 3, &count), ERR_FULL);
    assert_int_equal(csv_parts("", world->arena, parts, 3, &count), ERR_OK);
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_known_by_their_names_in_either_language),
        cmocka_unit_test(a_needed_column_is_missed_and_two_of_one_meaning_are_refused),
        cmocka_unit_test(a_cell_of_no_column_is_empty),
        cmocka_unit_test(days_are_read_as_people_write_them),
        cmocka_unit_test(money_is_read_with_comma_point_and_sign),
        cmocka_unit_test(numbers_are_digits_up_to_the_most),
        cmocka_unit_test_setup_teardown(one_cell_may_name_several, world_setup, world_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
