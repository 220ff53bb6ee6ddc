#include "support_household.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "core/household_end.h"
#include "core/household_import.h"
#include "core/people.h"

enum { CELLS = 9 };
static const char *HEADER[CELLS] = {"Numéro",    "Nom",    "Prénom(s)",       "Enfants", "Adresse",
                                    "Téléphone", "Langue", "Abonné jusqu’au", "Payé"};

/* A list of such lines, as csv_read() would give it. */
struct list {
    struct csv_table table;
    struct csv_row rows[8];
    struct import_plan plan;
    struct csv_trouble trouble;
    struct arena *arena;
};

static struct list *list_of(struct world *world, const char *cells[][CELLS], int count)
{
    struct list *list = arena_alloc(world->arena, sizeof(*list));
    list->table.header = HEADER;
    list->table.column_count = CELLS;
    list->table.rows = list->rows;
    list->table.row_count = count;
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < CELLS; j++) {
            cells[i][j] = cells[i][j] == NULL ? "" : cells[i][j];
        }
        list->rows[i] = (struct csv_row){.line = i + 2, .cells = cells[i]};
    }
    return list;
}

static const struct import_line *plan(struct world *world, struct list *list)
{
    arena_destroy(list->arena);
    list->arena = arena_create("import", IMPORT_ARENA_BYTES);
    assert_int_equal(
        household_import_plan(world->db, &list->table, list->arena, &list->plan, &list->trouble),
        ERR_OK);
    return list->plan.lines;
}

static enum err run(struct world *world, struct list *list)
{
    char digest[IMPORT_DIGEST_BYTES];
    memcpy(digest, list->plan.digest, sizeof(digest));
    return household_import_run(world->db, &list->table, digest, NADIA, list->arena, &list->plan,
                                &list->trouble);
}

static void done(struct list *list)
{
    arena_destroy(list->arena);
    list->arena = NULL;
}

static void expect(const struct import_line *line, enum import_verdict verdict, const char *reason)
{
    if (line->verdict != verdict || strcmp(line->reason, reason) != 0) {
        fail_msg("line %d: %s \"%s\"", line->line, import_verdict_code(line->verdict),
                 line->reason);
    }
}

static void a_list_is_looked_at_then_taken_over_and_again_changes_nothing(void **state)
{
    struct world *world = *state;
    const char *cells[][CELLS] = {
        {"412", "Benali", "Samira, Adam", "Lina", "4 allée Ampère", "06 39 98 01 02", "arabe",
         "31/12/2026", "10,00 €"},
        {"", "Yılmaz", "Deniz", "2", "6 allée Ampère", "", "", "", ""},
    };
    struct list *list = list_of(world, cells, 2);
    const struct import_line *lines = plan(world, list);
    expect(&lines[0], IMPORT_NEW, "");
    expect(&lines[1], IMPORT_NEW, "");
    assert_string_equal(lines[0].number, "0412");
    assert_string_equal(lines[1].number, "");
    assert_string_equal(lines[1].name, "Yılmaz");
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 0);
    assert_int_equal(run(world, list), ERR_OK);

    struct household household;
    int64_t id = 0;
    assert_int_equal(people_find_household(world->db, "0412", &id), ERR_OK);
    assert_int_equal(people_get_household(world->db, id, clock_now_s(), &household), ERR_OK);
    assert_string_equal(household.lang, "ar");
    assert_int_equal(household.subscribed_until_s, at("2027-01-01T00:00"));
    assert_int_equal(world_int(world, "SELECT paid_cents FROM subscription"), 1000);
    assert_int_equal(world_int(world, "SELECT count(*) FROM person WHERE is_child = 1"), 3);
    assert_int_equal(world_int(world, "SELECT count(*) FROM person_name"), 4);
    assert_int_equal(find_by(world, "samira benali"), id);
    assert_string_equal(last_event(world, id), "imported");

    lines = plan(world, list);
    expect(&lines[0], IMPORT_UNCHANGED, "");
    expect(&lines[1], IMPORT_UNCHANGED, "");
    assert_int_equal(list->plan.counts[IMPORT_UNCHANGED], 2);
    const int64_t events = world_int(world, "SELECT count(*) FROM household_event");
    assert_int_equal(run(world, list), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM person"), 6);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household_event"), events);
    done(list);
}

static void what_is_new_is_added_and_nothing_is_taken_away(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Benali", "Samira");
    const struct household_facts facts = {
        .lang = "tr", .family_name = "Benali", .address = "4 allée", .phone = "06 00 00 00 00"};
    const char *field = NULL;
    assert_int_equal(household_change(world->db, id, &facts, NADIA, &field), ERR_OK);
    assert_int_equal(household_subscribe(world->db, id, at("2026-09-08T00:00"),
                                         at("2027-01-01T00:00"), 500, NADIA),
                     ERR_OK);
    const char *cells[][CELLS] = {
        {"0412", "", "Adam et samira", "", "8 allée", "", "", "30/06/2027", "5"}};
    struct list *list = list_of(world, cells, 1);
    const struct import_line *lines = plan(world, list);
    expect(&lines[0], IMPORT_CHANGED, "");
    assert_int_equal(lines[0].changes,
                     1U << IMPORT_ADDRESS | 1U << IMPORT_PERSONS | 1U << IMPORT_UNTIL);
    assert_int_equal(run(world, list), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household_contact WHERE"
                                      " family_name = 'Benali' AND address = '8 allée'"
                                      " AND phone = '06 00 00 00 00'"),
                     1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household WHERE lang = 'tr'"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM person"), 2);
    assert_int_equal(world_int(world, "SELECT max(from_s) FROM subscription"),
                     at("2027-01-01T00:00"));
    assert_int_equal(world_int(world, "SELECT max(until_s) FROM subscription"),
                     at("2027-07-01T00:00"));
    done(list);
}

static void a_period_that_is_over_or_shorter_changes_nothing(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Benali", "Samira");
    assert_int_equal(household_subscribe(world->db, id, at("2026-09-08T00:00"),
                                         at("2027-01-01T00:00"), 500, NADIA),
                     ERR_OK);
    const char *cells[][CELLS] = {
        {"0412", "", "", "", "", "", "", "01/10/2026", "5"},
        {"0413", "Petit", "", "", "", "", "", "31/08/2026", "5"},
    };
    struct list *list = list_of(world, cells, 2);
    const struct import_line *lines = plan(world, list);
    expect(&lines[0], IMPORT_UNCHANGED, "");
    expect(&lines[1], IMPORT_NEW, "");
    assert_int_equal(run(world, list), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM subscription"), 1);
    done(list);
}

static void a_household_without_a_number_is_known_by_where_it_lives(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Benoît", "Zoé");
    const struct household_facts facts = {.lang = "fr",
                                          .family_name = "Benoît",
                                          .address = "4, allée Ampère",
                                          .phone = "+33 6 39 98 01 02"};
    const char *field = NULL;
    assert_int_equal(household_change(world->db, id, &facts, NADIA, &field), ERR_OK);
    const char *by_address[][CELLS] = {{"", "BENOIT", "Ali", "", "4 ALLEE AMPERE"}};
    const char *by_phone[][CELLS] = {{"", "Benoit", "Ali", "", "9 rue Neuve", "06.39.98.01.02"}};
    const char *other_name[][CELLS] = {{"", "Benito", "Ali", "", "4 allée Ampère"}};
    struct list *list = list_of(world, by_address, 1);
    const struct import_line *lines = plan(world, list);
    expect(&lines[0], IMPORT_CHANGED, "");
    assert_string_equal(lines[0].number, "0412");
    done(list);
    list = list_of(world, by_phone, 1);
    lines = plan(world, list);
    expect(&lines[0], IMPORT_CHANGED, "");
    done(list);
    list = list_of(world, other_name, 1);
    lines = plan(world, list);
    expect(&lines[0], IMPORT_NEW, "");
    done(list);
    const int64_t twin = must_register(world, "0413", "Benoît", "Ali");
    assert_int_equal(household_change(world->db, twin, &facts, NADIA, &field), ERR_OK);
    list = list_of(world, by_address, 1);
    lines = plan(world, list);
    expect(&lines[0], IMPORT_REFUSED, "several");
    done(list);
}

static void each_line_that_cannot_be_says_why(void **state)
{
    struct world *world = *state;
    static const char *const reasons[][2] = {
        {"value", "number"}, {"value", "phone"}, {"value", "lang"}, {"value", "until"},
        {"value", "paid"},   {"unknown", ""},    {"nobody", ""},    {"full", "children"}};
    const char *cells[][CELLS] = {
        {"12345", "A", "", "", "", "", "", "", ""},
        {"1", "A", "", "", "", "demander", "", "", ""},
        {"2", "A", "", "", "", "", "klingon", "", ""},
        {"3", "A", "", "", "", "", "", "31/02/2027", ""},
        {"4", "A", "", "", "", "", "", "31/12/2026", "dix"},
        {"", "Martin", "Ali", "", "", "", "", "", ""},
        {"5", "", "", "", "4 allée", "", "", "", ""},
        {"6", "A", "", "17", "", "", "", "", ""},
    };
    struct list *list = list_of(world, cells, 8);
    const struct import_line *lines = plan(world, list);
    for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
        expect(&lines[i], IMPORT_REFUSED, reasons[i][0]);
        assert_string_equal(lines[i].column, reasons[i][1]);
    }
    assert_int_equal(list->plan.counts[IMPORT_REFUSED], 8);
    done(list);
    list->rows[0].is_longer = true;
    list->table.row_count = 1;
    lines = plan(world, list);
    expect(&lines[0], IMPORT_REFUSED, "cells");
    done(list);
}

static void twice_in_one_list_is_refused_and_the_others_are_taken(void **state)
{
    struct world *world = *state;
    (void)must_register(world, "0412", "Benali", "Samira");
    const char *cells[][CELLS] = {
        {"0412", "", "Ali", "", "", "", "", "", ""},
        {"412", "", "Adam", "", "", "", "", "", ""},
        {"0500", "Petit", "", "", "4 allée", "", "", "", ""},
        {"500", "Petit", "", "", "5 allée", "", "", "", ""},
        {"", "PETIT", "", "", "4, allée", "", "", "", ""},
        {"", "Durand", "", "", "", "06 12 34 56 78", "", "", ""},
        {"", "Durand", "", "", "7 allée", "0612345678", "", "", ""},
    };
    struct list *list = list_of(world, cells, 7);
    const struct import_line *lines = plan(world, list);
    expect(&lines[0], IMPORT_CHANGED, "");
    expect(&lines[1], IMPORT_REFUSED, "same_line");
    assert_int_equal(lines[1].same_line, 2);
    expect(&lines[2], IMPORT_NEW, "");
    expect(&lines[3], IMPORT_REFUSED, "same_line");
    assert_int_equal(lines[3].same_line, 4);
    expect(&lines[4], IMPORT_REFUSED, "same_line");
    assert_int_equal(lines[4].same_line, 4);
    expect(&lines[5], IMPORT_NEW, "");
    expect(&lines[6], IMPORT_REFUSED, "same_line");
    assert_int_equal(run(world, list), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 3);
    done(list);
}

static void who_left_is_refused_and_who_was_merged_is_found(void **state)
{
    struct world *world = *state;
    const int64_t gone = must_register(world, "0411", "Durand", "Paul");
    const int64_t twin = must_register(world, "0412", "Benali", "Samira");
    const int64_t into = must_register(world, "0413", "Benali", "Adam");
    assert_int_equal(household_leave(world->db, gone, NADIA), ERR_OK);
    assert_int_equal(household_merge(world->db, twin, into, NADIA), ERR_OK);
    const char *cells[][CELLS] = {
        {"0411", "", "Ali", "", "", "", "", "", ""},
        {"0412", "", "Lina", "", "", "", "", "", ""},
        {"0413", "", "Omar", "", "", "", "", "", ""},
    };
    struct list *list = list_of(world, cells, 3);
    const struct import_line *lines = plan(world, list);
    expect(&lines[0], IMPORT_REFUSED, "left");
    expect(&lines[1], IMPORT_CHANGED, "");
    assert_string_equal(lines[1].number, "0413");
    expect(&lines[2], IMPORT_REFUSED, "same_line");
    done(list);
}

static void what_changed_since_the_look_is_looked_at_again(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Benali", "Samira");
    const struct household_person adam = {"Adam", false};
    const char *cells[][CELLS] = {{"0412", "", "Adam", "", "", "", "", "", ""}};
    struct list *list = list_of(world, cells, 1);
    int64_t person_id = 0;
    (void)plan(world, list);
    assert_int_equal(household_add_person(world->db, id, &adam, NADIA, &person_id), ERR_OK);
    assert_int_equal(run(world, list), ERR_CONFLICT);
    expect(&list->plan.lines[0], IMPORT_UNCHANGED, "");
    assert_int_equal(world_int(world, "SELECT count(*) FROM person"), 2);
    assert_int_equal(run(world, list), ERR_OK);
    done(list);
}

static void a_list_without_a_name_or_number_is_none(void **state)
{
    struct world *world = *state;
    const char *header[] = {"Prénom", "Remarque"};
    const char *cells[] = {"Ali", "x"};
    struct csv_row row = {.line = 2, .cells = cells};
    const struct csv_table table = {
        .header = header, .column_count = 2, .rows = &row, .row_count = 1};
    struct import_plan import;
    struct csv_trouble trouble;
    assert_int_equal(household_import_plan(world->db, &table, world->arena, &import, &trouble),
                     ERR_INVALID);
    assert_string_equal(trouble.code, "no_column");
    assert_string_equal(trouble.detail, "family_name");
    header[0] = "Foyer";
    cells[0] = "12";
    struct arena *arena = arena_create("import", IMPORT_ARENA_BYTES);
    assert_int_equal(household_import_plan(world->db, &table, arena, &import, &trouble), ERR_OK);
    assert_int_equal(import.unread_count, 1);
    assert_string_equal(import.unread[0], "Remarque");
    arena_destroy(arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_list_is_looked_at_then_taken_over_and_again_changes_nothing),
        TEST(what_is_new_is_added_and_nothing_is_taken_away),
        TEST(a_period_that_is_over_or_shorter_changes_nothing),
        TEST(a_household_without_a_number_is_known_by_where_it_lives),
        TEST(each_line_that_cannot_be_says_why),
        TEST(twice_in_one_list_is_refused_and_the_others_are_taken),
        TEST(who_left_is_refused_and_who_was_merged_is_found),
        TEST(what_changed_since_the_look_is_looked_at_again),
        TEST(a_list_without_a_name_or_number_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
