/* How somebody likes the screen: remembered for their card, and forgotten with them. */
#include "core/preference.h"

#include <string.h>

#include "core/household_end.h"
#include "support_household.h"

static const struct preference LARGE = {
    .lang = "tr",
    .text_percent = 160,
    .is_high_contrast = true,
    .is_easy_typeface = true,
    .is_low = true,
    .is_spoken = true,
    .rate = 140,
};

static struct card_holder person_of(struct world *world, int64_t household_id)
{
    return (struct card_holder){
        .household_id = household_id,
        .person_id = world_int(world, "SELECT min(id) FROM person WHERE household_id = %lld",
                               (long long)household_id),
    };
}

static int64_t rows(struct world *world)
{
    return world_int(world, "SELECT count(*) FROM preference");
}

static void assert_same(const struct preference *a, const struct preference *b)
{
    assert_string_equal(a->lang, b->lang);
    assert_int_equal(a->text_percent, b->text_percent);
    assert_int_equal(a->is_high_contrast, b->is_high_contrast);
    assert_int_equal(a->is_easy_typeface, b->is_easy_typeface);
    assert_int_equal(a->is_low, b->is_low);
    assert_int_equal(a->is_spoken, b->is_spoken);
    assert_int_equal(a->rate, b->rate);
}

static void what_a_card_liked_is_found_again_and_the_last_word_counts(void **state)
{
    struct world *world = *state;
    struct preference read;
    const struct card_holder maya = person_of(world, build_household(world, "0412", "Maya"));
    assert_int_equal(preference_get(world->db, maya, &read), ERR_NOT_FOUND);
    assert_int_equal(preference_set(world->db, maya, &LARGE), ERR_OK);
    assert_int_equal(preference_get(world->db, maya, &read), ERR_OK);
    assert_same(&read, &LARGE);
    struct preference plain = {.lang = "ar", .text_percent = 100};
    assert_int_equal(preference_set(world->db, maya, &plain), ERR_OK);
    assert_int_equal(preference_get(world->db, maya, &read), ERR_OK);
    assert_same(&read, &plain);
    assert_int_equal(rows(world), 1);
}

static void the_households_card_and_each_persons_remember_apart(void **state)
{
    struct world *world = *state;
    struct preference read;
    const int64_t household_id = build_household(world, "0412", "Maya");
    const struct card_holder maya = person_of(world, household_id);
    const struct card_holder omar = {.household_id = household_id,
                                     .person_id = build_person(world, household_id, "Omar", false)};
    const struct card_holder all = {.household_id = household_id};
    assert_int_equal(preference_set(world->db, maya, &LARGE), ERR_OK);
    assert_int_equal(preference_get(world->db, omar, &read), ERR_NOT_FOUND);
    assert_int_equal(preference_get(world->db, all, &read), ERR_NOT_FOUND);
    const struct preference plain = {.lang = "fr", .text_percent = 130};
    assert_int_equal(preference_set(world->db, all, &plain), ERR_OK);
    assert_int_equal(preference_get(world->db, maya, &read), ERR_OK);
    assert_same(&read, &LARGE);
    assert_int_equal(preference_get(world->db, all, &read), ERR_OK);
    assert_same(&read, &plain);
}

static void at_their_word_it_is_forgotten_and_nobody_elses(void **state)
{
    struct world *world = *state;
    struct preference read;
    const struct card_holder maya = person_of(world, build_household(world, "0412", "Maya"));
    const struct card_holder omar = person_of(world, build_household(world, "0413", "Omar"));
    assert_int_equal(preference_set(world->db, maya, &LARGE), ERR_OK);
    assert_int_equal(preference_set(world->db, omar, &LARGE), ERR_OK);
    assert_int_equal(preference_forget(world->db, maya), ERR_OK);
    assert_int_equal(preference_get(world->db, maya, &read), ERR_NOT_FOUND);
    assert_int_equal(preference_get(world->db, omar, &read), ERR_OK);
    assert_int_equal(preference_forget(world->db, maya), ERR_OK);
}

static void what_cannot_be_is_refused(void **state)
{
    struct world *world = *state;
    struct preference read;
    const struct card_holder maya = person_of(world, build_household(world, "0412", "Maya"));
    const struct card_holder nobody = {0}, staff = {.staff_id = NADIA};
    static const struct preference wrong[] = {
        {.lang = "", .text_percent = 100},
        {.lang = "fr", .text_percent = 99},
        {.lang = "fr", .text_percent = 201},
        {.lang = "fr", .text_percent = 100, .rate = -1},
        {.lang = "fr", .text_percent = 100, .rate = PREFERENCE_RATE_MAX + 1},
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(preference_set(world->db, maya, &wrong[i]), ERR_INVALID);
    }
    assert_int_equal(preference_set(world->db, nobody, &LARGE), ERR_INVALID);
    assert_int_equal(preference_set(world->db, staff, &LARGE), ERR_INVALID);
    assert_int_equal(preference_get(world->db, staff, &read), ERR_INVALID);
    assert_int_equal(preference_forget(world->db, nobody), ERR_INVALID);
    assert_int_equal(rows(world), 0);
}

static void it_goes_with_the_name_and_with_the_household_that_is_forgotten(void **state)
{
    struct world *world = *state;
    const int64_t household_id = must_register(world, "0412", "Benali", "Maya");
    const int64_t other_id = must_register(world, "0413", "Roth", "Ines");
    const int64_t gone_id = must_register(world, "0414", "Benali", "Sami");
    const int64_t omar_id = build_person(world, household_id, "Omar", false);
    const struct card_holder holders[] = {
        {.household_id = household_id, .person_id = omar_id},
        person_of(world, household_id),
        {.household_id = household_id},
        {.household_id = gone_id},
        {.household_id = other_id},
    };
    for (size_t i = 0; i < ARRAY_LEN(holders); i++) {
        assert_int_equal(preference_set(world->db, holders[i], &LARGE), ERR_OK);
    }
    assert_int_equal(household_remove_person(world->db, omar_id, NADIA), ERR_OK);
    assert_int_equal(rows(world), 4);
    assert_int_equal(household_merge(world->db, gone_id, household_id, NADIA), ERR_OK);
    assert_int_equal(household_leave(world->db, household_id, NADIA), ERR_OK);
    assert_int_equal(rows(world), 4); /* they may come back */
    assert_int_equal(household_forget(world->db, household_id, NADIA), ERR_OK);
    assert_int_equal(rows(world), 1);
    assert_int_equal(world_int(world, "SELECT household_id FROM preference"), other_id);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_a_card_liked_is_found_again_and_the_last_word_counts),
        TEST(the_households_card_and_each_persons_remember_apart),
        TEST(at_their_word_it_is_forgotten_and_nobody_elses),
        TEST(what_cannot_be_is_refused),
        TEST(it_goes_with_the_name_and_with_the_household_that_is_forgotten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
