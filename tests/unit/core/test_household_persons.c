#include "support_household.h"

#include "core/household_find.h"

static int64_t add(struct world *world, int64_t household_id, const char *first_name, bool is_child)
{
    int64_t id = 0;
    const struct household_person person = {first_name, is_child};
    assert_int_equal(household_add_person(world->db, household_id, &person, NADIA, &id), ERR_OK);
    return id;
}

static void persons_come_change_and_go_without_leaving_their_name(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const int64_t child = add(world, id, "Xochipilli", true);
    const struct household_person grown = {"Xochipilli", false};
    assert_int_equal(world_int(world, "SELECT is_child FROM person WHERE id = %d", (int)child), 1);
    assert_int_equal(household_change_person(world->db, child, &grown, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT is_child FROM person WHERE id = %d", (int)child), 0);
    assert_int_equal(find_by(world, "xochi"), id);
    assert_true(file_holds(world, "ochipilli"));
    assert_int_equal(household_remove_person(world->db, child, NADIA), ERR_OK);
    assert_int_equal(find_by(world, "xochi"), 0);
    assert_false(file_holds(world, "ochipilli"));
    assert_string_equal(last_event(world, id), "person_removed");
    assert_int_equal(household_remove_person(world->db, child, NADIA), ERR_NOT_FOUND);
    assert_int_equal(household_change_person(world->db, child, &grown, NADIA), ERR_NOT_FOUND);
}

static void who_went_takes_the_card_and_comes_back_with_a_name(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const int64_t omar = add(world, id, "Omar", false);
    const struct household_person again = {"Omar", false};
    char text[CODE_TEXT_BYTES];
    struct card card;
    assert_int_equal(household_issue_card(world->db, id, omar, NADIA, text), ERR_OK);
    assert_int_equal(household_return_person(world->db, omar, &again, NADIA), ERR_CONFLICT);
    assert_int_equal(household_remove_person(world->db, omar, NADIA), ERR_OK);
    assert_int_equal(cards_find(world->db, text, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "left");
    assert_int_equal(household_issue_card(world->db, id, omar, NADIA, text), ERR_INVALID);
    assert_int_equal(household_return_person(world->db, omar, &again, NADIA), ERR_OK);
    assert_int_equal(find_by(world, "omar"), id);
    assert_int_equal(household_issue_card(world->db, id, omar, NADIA, text), ERR_OK);
}

static void names_are_needed_and_a_household_has_an_end(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const struct household_person nobody = {"", false};
    const struct household_person one_more = {"Lina", false};
    int64_t person_id = 7;
    assert_int_equal(household_add_person(world->db, id, &nobody, NADIA, &person_id), ERR_INVALID);
    assert_int_equal(person_id, 0);
    assert_int_equal(household_change_person(world->db, 1, &nobody, NADIA), ERR_INVALID);
    assert_int_equal(household_return_person(world->db, 1, &nobody, NADIA), ERR_INVALID);
    assert_int_equal(household_add_person(world->db, 999, &one_more, NADIA, &person_id),
                     ERR_NOT_FOUND);
    assert_int_equal(household_remove_person(world->db, 999, NADIA), ERR_NOT_FOUND);
    assert_int_equal(household_return_person(world->db, 999, &one_more, NADIA), ERR_NOT_FOUND);
    for (int i = 1; i < HOUSEHOLD_PERSONS_MAX; i++) {
        (void)add(world, id, "Lina", true);
    }
    assert_int_equal(household_add_person(world->db, id, &one_more, NADIA, &person_id), ERR_FULL);
    const int64_t last = world_int(world, "SELECT max(id) FROM person");
    assert_int_equal(household_remove_person(world->db, last, NADIA), ERR_OK);
    (void)add(world, id, "Lina", true);
    assert_int_equal(household_return_person(world->db, last, &one_more, NADIA), ERR_FULL);
}

static void a_household_is_found_by_names_street_and_telephone(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Benoît-Durand", "Zoé");
    const struct household_facts facts = {.lang = "fr",
                                          .family_name = "Benoît-Durand",
                                          .address = "12 rue de l’Église",
                                          .phone = "06 39.98-01 02"};
    const char *field = NULL;
    (void)must_register(world, "0413", "Petit", "Paul");
    assert_int_equal(household_change(world->db, id, &facts, NADIA, &field), ERR_OK);
    static const char *const found[] = {"benoit",     "DURAND zoe", "zoë",       "eglise",
                                        "rue eglise", "0639980102", "06 39 98",  "063998",
                                        "+ 06.39.98", "12 rue",     "Dur \"zo\""};
    static const char *const none[] = {
        "zoe petit", "", "  ", "*", "0612345", "\"", "OR", "…", "zoe NOT paul", "names:zoe"};
    for (size_t i = 0; i < ARRAY_LEN(found); i++) {
        if (find_by(world, found[i]) != id) {
            fail_msg("not found: %s", found[i]);
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        if (find_by(world, none[i]) != 0) {
            fail_msg("found: %s", none[i]);
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(persons_come_change_and_go_without_leaving_their_name),
        TEST(who_went_takes_the_card_and_comes_back_with_a_name),
        TEST(names_are_needed_and_a_household_has_an_end),
        TEST(a_household_is_found_by_names_street_and_telephone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
