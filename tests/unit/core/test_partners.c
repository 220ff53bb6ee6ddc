#include "core/partners.h"

#include <string.h>

#include "core/codes.h"
#include "support_db.h"

static int64_t partner(struct world *world, const char *name, const char *need_code)
{
    world_exec(world, "INSERT OR IGNORE INTO partner(name) VALUES (%Q)", name);
    const int64_t id = world_int(world, "SELECT max(id) FROM partner");
    world_exec(world, "INSERT INTO partner_need(need_code, partner_id) VALUES (%Q, %lld)",
               need_code, (long long)id);
    return id;
}

static void partners_come_by_need_in_the_order_of_their_names(void **state)
{
    struct world *world = *state;
    struct partner *partners = NULL;
    int count = 0;
    (void)partner(world, "Point d’accès au droit", "rights");
    (void)partner(world, "Banque alimentaire", "food");
    (void)partner(world, "Écrivain public", "rights");
    world_exec(world, "UPDATE partner SET phone = '03 00 00 00 01', hours = 'lundi',"
                      " place = 'Mairie', summary = 'Conseils', is_provider = 1"
                      " WHERE name LIKE 'Point%%'");
    assert_int_equal(partners_by_need(world->db, "rights", world->arena, &partners, &count),
                     ERR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(partners[0].name, "Point d’accès au droit");
    assert_string_equal(partners[0].phone, "03 00 00 00 01");
    assert_string_equal(partners[0].hours, "lundi");
    assert_string_equal(partners[0].place, "Mairie");
    assert_string_equal(partners[0].summary, "Conseils");
    assert_true(partners[0].is_provider);
    assert_string_equal(partners[1].name, "Écrivain public");
    assert_int_equal(partners_by_need(world->db, "work", world->arena, &partners, &count), ERR_OK);
    assert_int_equal(count, 0);
}

static void a_partner_is_found_by_its_name(void **state)
{
    struct world *world = *state;
    int64_t found = 0;
    const int64_t id = partner(world, "Écrivain public", "rights");
    assert_int_equal(partners_find(world->db, "Écrivain public", &found), ERR_OK);
    assert_int_equal(found, id);
    assert_int_equal(partners_find(world->db, "Écrivain", &found), ERR_NOT_FOUND);
}

static void needs_are_counted_in_the_order_of_their_codes(void **state)
{
    struct world *world = *state;
    size_t need_count = 0;
    const char *const *codes = need_codes(&need_count);
    int counts[16];
    assert_true(need_count <= ARRAY_LEN(counts));
    (void)partner(world, "A", "food");
    (void)partner(world, "B", "food");
    (void)partner(world, "C", "rights");
    (void)partner(world, "D", "a need of another version");
    assert_int_equal(partners_count_needs(world->db, counts, need_count), ERR_OK);
    for (size_t i = 0; i < need_count; i++) {
        const int expected = strcmp(codes[i], "food") == 0     ? 2
                             : strcmp(codes[i], "rights") == 0 ? 1
                                                               : 0;
        assert_int_equal(counts[i], expected);
    }
}

static void more_partners_than_fit_is_said(void **state)
{
    struct world *world = *state;
    struct partner *partners = NULL;
    int count = 0;
    for (int i = 0; i <= PARTNERS_MAX; i++) {
        (void)partner(world, "Association", "leisure");
    }
    assert_int_equal(partners_by_need(world->db, "leisure", world->arena, &partners, &count),
                     ERR_FULL);
    assert_int_equal(count, PARTNERS_MAX);
}

static void on_call_lines_come_in_the_order_of_the_house(void **state)
{
    struct world *world = *state;
    struct oncall_line lines[ONCALL_MAX];
    int count = -1;
    assert_int_equal(oncall_lines(world->db, world->arena, lines, &count), ERR_OK);
    assert_int_equal(count, 0);
    world_exec(world, "INSERT INTO oncall_line VALUES (2, 'Gaz', '0 800 00 00 02'),"
                      " (1, 'Astreinte du bailleur', '03 00 00 00 01')");
    assert_int_equal(oncall_lines(world->db, world->arena, lines, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(lines[0].label, "Astreinte du bailleur");
    assert_string_equal(lines[0].phone, "03 00 00 00 01");
    assert_string_equal(lines[1].label, "Gaz");
}

static void more_on_call_lines_than_fit_is_said(void **state)
{
    struct world *world = *state;
    struct oncall_line lines[ONCALL_MAX];
    int count = 0;
    for (int i = 0; i <= ONCALL_MAX; i++) {
        world_exec(world, "INSERT INTO oncall_line VALUES (%d, 'Ligne', '1')", i);
    }
    assert_int_equal(oncall_lines(world->db, world->arena, lines, &count), ERR_FULL);
    assert_int_equal(count, ONCALL_MAX);
}

#define RULE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(partners_come_by_need_in_the_order_of_their_names),
        RULE(a_partner_is_found_by_its_name),
        RULE(needs_are_counted_in_the_order_of_their_codes),
        RULE(more_partners_than_fit_is_said),
        RULE(on_call_lines_come_in_the_order_of_the_house),
        RULE(more_on_call_lines_than_fit_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
