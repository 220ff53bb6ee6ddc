#include "core/people.h"

#include <stdio.h>

#include "base/clock.h"
#include "base/rand.h"
#include "support_db.h"

static void households_and_staff_are_found_by_number_until_they_leave(void **state)
{
    struct world *world = *state;
    int64_t id = 7;
    const int64_t household_id = build_household(world, "0412", "Maya");
    assert_int_equal(people_find_household(world->db, "0412", &id), ERR_OK);
    assert_int_equal(id, household_id);
    assert_int_equal(people_find_household(world->db, "0413", &id), ERR_NOT_FOUND);
    assert_int_equal(id, 0);
    assert_int_equal(people_find_staff(world->db, "02", &id), ERR_OK);
    assert_int_equal(id, KARIM);
    assert_int_equal(people_find_staff(world->db, "03", &id), ERR_NOT_FOUND);
    world_exec(world, "UPDATE household SET left_at_s = 1; UPDATE staff SET left_at_s = 1");
    struct household household;
    struct staff staff;
    assert_int_equal(people_find_household(world->db, "0412", &id), ERR_NOT_FOUND);
    assert_int_equal(people_find_staff(world->db, "02", &id), ERR_NOT_FOUND);
    assert_int_equal(people_get_household(world->db, household_id, 0, &household), ERR_NOT_FOUND);
    assert_int_equal(people_get_staff(world->db, KARIM, &staff), ERR_NOT_FOUND);
}

static void a_subscription_counts_from_its_first_to_its_last_second(void **state)
{
    struct world *world = *state;
    struct household household;
    const int64_t id = build_household(world, "0412", "Maya");
    build_subscription(world, id, "2026-01-01T00:00", "2026-07-01T00:00");
    build_subscription(world, id, "2026-09-08T16:42", "2027-01-01T00:00");
    static const struct {
        const char *now, *until;
    } cases[] = {
        {"2025-12-31T23:59:59", NULL},
        {"2026-01-01T00:00", "2026-07-01T00:00"},
        {"2026-07-01T00:00", NULL},
        {"2026-09-08T16:42", "2027-01-01T00:00"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(people_get_household(world->db, id, at(cases[i].now), &household), ERR_OK);
        assert_int_equal(household.subscribed_until_s,
                         cases[i].until == NULL ? 0 : at(cases[i].until));
    }
    assert_string_equal(household.number, "0412");
    assert_string_equal(household.lang, "fr");
    assert_false(household.is_trusted);
}

static void a_household_is_added_with_its_people_and_what_it_may(void **state)
{
    struct world *world = *state;
    struct household household;
    int64_t id = 0;
    int64_t person_id = 0;
    const int64_t now_s = clock_now_s();
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(people_add_household(world->db, "0412", "en", true, &id), ERR_OK);
    assert_int_equal(people_add_person(world->db, id, "Maya", false, &person_id), ERR_OK);
    assert_int_equal(people_set_contact(world->db, id, "B.", "3 rue X", "0600000000"), ERR_OK);
    assert_int_equal(people_set_contact(world->db, id, "B.", "4 rue X", "0600000000"), ERR_OK);
    assert_int_equal(people_add_subscription(world->db, id, now_s, now_s + 10, 1000), ERR_OK);
    assert_int_equal(people_add_training(world->db, id, "drill"), ERR_OK);
    assert_int_equal(people_add_training(world->db, id, "drill"), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(people_get_household(world->db, id, now_s, &household), ERR_OK);
    assert_string_equal(household.lang, "en");
    assert_true(household.is_trusted);
    assert_int_equal(household.subscribed_until_s, now_s + 10);
    assert_int_equal(world_int(world, "SELECT person_id FROM person_name"), person_id);
    assert_int_equal(world_int(world, "SELECT count(*) FROM training"), 1);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM household_contact WHERE address = '4 rue X'"), 1);
}

static void a_household_without_a_number_draws_a_free_one(void **state)
{
    struct world *world = *state;
    int64_t first = 0;
    int64_t second = 0;
    char number[5];
    rand_seed(5);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(people_add_household(world->db, NULL, "fr", false, &first), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
    /* Its identifier is drawn first: with another one the same number would come again. */
    (void)snprintf(number, sizeof(number), "%04d",
                   (int)world_int(world, "SELECT CAST(number AS INTEGER) FROM household"));
    world_exec(world, "UPDATE household SET uid = randomblob(16)");
    rand_seed(5);
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(people_add_household(world->db, NULL, "fr", false, &second), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(DISTINCT number) FROM household"), 2);
    assert_int_equal(world_int(world, "SELECT id FROM household WHERE number = %Q", number), first);
}

static void a_house_without_a_free_number_says_so(void **state)
{
    struct world *world = *state;
    int64_t id = 7;
    world_exec(world,
               "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)"
               " INSERT INTO household(uid, number, joined_at_s)"
               " SELECT randomblob(16), printf('%%04d', i), 0 FROM n");
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(people_add_household(world->db, NULL, "fr", false, &id), ERR_FULL);
    assert_int_equal(id, 0);
    db_rollback(world->db);
}

static void what_cannot_be_a_person_or_household_is_refused(void **state)
{
    struct world *world = *state;
    int64_t id = 7;
    const int64_t household_id = build_household(world, "0412", "Maya");
    static const char *const numbers[] = {"", "412", "00412", "04a2"};
    assert_int_equal(db_begin(world->db), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++) {
        assert_int_equal(people_add_household(world->db, numbers[i], "fr", false, &id),
                         ERR_INVALID);
    }
    assert_int_equal(people_add_household(world->db, "0412", "fr", false, &id), ERR_CONFLICT);
    assert_int_equal(id, 0);
    assert_int_equal(people_add_person(world->db, household_id, "", false, &id), ERR_INVALID);
    assert_int_equal(people_add_subscription(world->db, household_id, 5, 5, 0), ERR_INVALID);
    assert_int_equal(people_add_subscription(world->db, household_id, 5, 6, -1), ERR_INVALID);
    assert_int_equal(db_commit(world->db), ERR_OK);
}

static void staff_have_a_number_a_role_and_perhaps_a_household(void **state)
{
    struct world *world = *state;
    struct staff staff;
    int64_t id = 0;
    const int64_t household_id = build_household(world, "0412", "Maya");
    world_exec(world, "INSERT INTO partner(id, name) VALUES (5, 'Ressourcerie')");
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(people_add_staff(world->db, "03", "Lina", "organiser", household_id, &id),
                     ERR_OK);
    const int64_t lina = id;
    assert_int_equal(people_add_staff(world->db, "03", "Ana", "concierge", 0, &id), ERR_CONFLICT);
    assert_int_equal(people_add_staff(world->db, "3", "Ana", "concierge", 0, &id), ERR_INVALID);
    assert_int_equal(people_add_staff(world->db, "04", "", "concierge", 0, &id), ERR_INVALID);
    assert_int_equal(people_add_staff(world->db, "04", "Ana", "queen", 0, &id), ERR_INVALID);
    assert_int_equal(people_set_partner(world->db, lina, 5), ERR_OK);
    assert_int_equal(db_commit(world->db), ERR_OK);
    assert_int_equal(world_int(world, "SELECT partner_id FROM staff WHERE number = '03'"), 5);
    assert_int_equal(people_get_staff(world->db, lina, &staff), ERR_OK);
    assert_string_equal(staff.first_name, "Lina");
    assert_string_equal(staff.role, "organiser");
    assert_int_equal(staff.household_id, household_id);
    assert_int_equal(people_get_staff(world->db, NADIA, &staff), ERR_OK);
    assert_int_equal(staff.household_id, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(households_and_staff_are_found_by_number_until_they_leave),
        TEST(a_subscription_counts_from_its_first_to_its_last_second),
        TEST(a_household_is_added_with_its_people_and_what_it_may),
        TEST(a_household_without_a_number_draws_a_free_one),
        TEST(a_house_without_a_free_number_says_so),
        TEST(what_cannot_be_a_person_or_household_is_refused),
        TEST(staff_have_a_number_a_role_and_perhaps_a_household),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
