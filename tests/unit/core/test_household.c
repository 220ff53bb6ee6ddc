#include "support_household.h"

#include <string.h>

#include "base/clock.h"
#include "core/people.h"
#include "support_ask.h"

#define CHEAP ((struct pin_cost){.passes = 1, .memory_bytes = 8192})

static void a_household_is_written_down_with_its_people(void **state)
{
    struct world *world = *state;
    const struct household_facts facts = {
        .lang = "ar", .family_name = "Benali", .address = "4 allée", .phone = "06 39 98 01 02"};
    const struct household_person persons[] = {{"Samira", false}, {"Adam", true}};
    struct household household;
    const char *field = NULL;
    int64_t id = 0;
    int64_t found = 0;
    assert_int_equal(household_register(world->db, "", &facts, persons, 2, NADIA, &id, &field),
                     ERR_OK);
    assert_int_equal(people_get_household(world->db, id, 0, &household), ERR_OK);
    assert_int_equal(people_find_household(world->db, household.number, &found), ERR_OK);
    assert_int_equal(found, id);
    assert_string_equal(household.lang, "ar");
    assert_false(household.is_trusted);
    assert_int_equal(world_int(world, "SELECT sum(is_child) FROM person"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM person_name"), 2);
    assert_string_equal(last_event(world, id), "registered");
    assert_int_equal(world_int(world, "SELECT staff_id FROM household_event"), NADIA);
}

static void a_number_may_be_given_and_is_given_once(void **state)
{
    struct world *world = *state;
    const struct household_facts facts = facts_of("Petit");
    const char *field = NULL;
    int64_t id = 0;
    (void)must_register(world, "0412", "Martin", "Maya");
    assert_int_equal(household_register(world->db, "0412", &facts, NULL, 0, NADIA, &id, &field),
                     ERR_CONFLICT);
    assert_int_equal(id, 0);
    assert_int_equal(household_register(world->db, "412", &facts, NULL, 0, NADIA, &id, &field),
                     ERR_INVALID);
    assert_string_equal(field, "number");
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 1);
}

static void what_is_not_fit_is_named(void **state)
{
    struct world *world = *state;
    const struct household_facts good = facts_of("Martin");
    struct household_facts wrong[8];
    static const char *const fields[ARRAY_LEN(wrong)] = {
        "lang", "lang", "family_name", "family_name", "address", "phone", "phone", "phone"};
    char long_name[HOUSEHOLD_NAME_CHARS + 2];
    memset(long_name, 'x', sizeof(long_name) - 1);
    long_name[sizeof(long_name) - 1] = '\0';
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        wrong[i] = good;
    }
    wrong[0].lang = "";
    wrong[1].lang = "FR";
    wrong[2].family_name = long_name;
    wrong[3].family_name = "Mar\x01tin";
    wrong[4].address = "4 rue\ndu Port";
    wrong[5].phone = "appelez-moi";
    wrong[6].phone = "06";
    wrong[7].phone = " 0639980102";
    const char *field = NULL;
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_int_equal(household_check(&wrong[i], &field), ERR_INVALID);
        assert_string_equal(field, fields[i]);
    }
    assert_int_equal(household_check(&good, &field), ERR_OK);
    assert_string_equal(field, "");

    const struct household_facts nameless = facts_of("");
    const struct household_person empty = {"", false};
    int64_t id = 0;
    assert_int_equal(household_register(world->db, "", &nameless, NULL, 0, NADIA, &id, &field),
                     ERR_INVALID);
    assert_string_equal(field, "persons");
    assert_int_equal(household_register(world->db, "", &good, &empty, 1, NADIA, &id, &field),
                     ERR_INVALID);
    assert_string_equal(field, "persons");
    assert_int_equal(world_int(world, "SELECT count(*) FROM household"), 0);
}

static void contact_and_language_change_and_the_old_ones_are_gone(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Quetzalcoatl", "Maya");
    const struct household_facts facts = {
        .lang = "tr", .family_name = "Yılmaz", .address = "", .phone = ""};
    struct household_facts wrong = facts;
    struct household household;
    const char *field = NULL;
    assert_true(file_holds(world, "uetzalcoatl"));
    assert_int_equal(household_change(world->db, id, &facts, NADIA, &field), ERR_OK);
    assert_int_equal(people_get_household(world->db, id, 0, &household), ERR_OK);
    assert_string_equal(household.lang, "tr");
    assert_int_equal(find_by(world, "yilmaz"), id);
    assert_false(file_holds(world, "uetzalcoatl"));
    wrong.phone = "x";
    assert_int_equal(household_change(world->db, id, &wrong, NADIA, &field), ERR_INVALID);
    assert_string_equal(field, "phone");
    assert_int_equal(household_change(world->db, 999, &facts, NADIA, &field), ERR_NOT_FOUND);
}

static void nobody_gives_their_own_household_a_right(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0042", "Diallo", "Karim");
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)id, KARIM);
    world_exec(world,
               "INSERT INTO item_class(code, title, icon, rule, rule_code, max_days, position)"
               " VALUES ('m', 'Machines', 'tools', 'trained', 'machines', 3, 1)");
    struct household household;
    assert_int_equal(household_trust(world->db, id, true, KARIM), ERR_DENIED);
    assert_int_equal(household_train(world->db, id, "machines", true, KARIM), ERR_DENIED);
    assert_int_equal(household_trust(world->db, id, true, NADIA), ERR_OK);
    assert_string_equal(last_event(world, id), "trusted");
    assert_int_equal(people_get_household(world->db, id, 0, &household), ERR_OK);
    assert_true(household.is_trusted);
    assert_int_equal(household_trust(world->db, id, false, NADIA), ERR_OK);
    assert_int_equal(people_get_household(world->db, id, 0, &household), ERR_OK);
    assert_false(household.is_trusted);
}

static void trainings_are_those_that_a_rule_asks_for(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    world_exec(world,
               "INSERT INTO item_class(code, title, icon, rule, rule_code, max_days, position)"
               " VALUES ('m', 'Machines', 'tools', 'trained', 'machines', 3, 1)");
    assert_int_equal(household_train(world->db, id, "flying", true, NADIA), ERR_INVALID);
    assert_int_equal(household_train(world->db, id, "machines", false, NADIA), ERR_NOT_FOUND);
    assert_int_equal(household_train(world->db, id, "machines", true, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM training"), 1);
    assert_int_equal(household_train(world->db, id, "machines", false, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM training"), 0);
    assert_string_equal(last_event(world, id), "not_trained");
}

static void subscriptions_follow_each_other_and_never_overlap(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const int64_t today = at("2026-09-08T00:00");
    const int64_t year = at("2027-09-08T00:00");
    int64_t from_s = 0;
    assert_int_equal(household_renewal(world->db, id, &from_s), ERR_OK);
    assert_int_equal(from_s, today);
    assert_int_equal(household_subscribe(world->db, id, today, year, 1000, NADIA), ERR_OK);
    assert_int_equal(world_int(world, "SELECT number FROM household_event ORDER BY id DESC"), 1000);
    assert_int_equal(household_renewal(world->db, id, &from_s), ERR_OK);
    assert_int_equal(from_s, year);
    assert_int_equal(household_subscribe(world->db, id, year - 1, year + 5, 0, NADIA),
                     ERR_CONFLICT);
    assert_int_equal(household_subscribe(world->db, id, year, at("2028-09-08T00:00"), 0, NADIA),
                     ERR_OK);
    assert_int_equal(household_subscribe(world->db, id, today, today, 0, NADIA), ERR_INVALID);
    assert_int_equal(household_subscribe(world->db, id, today, at("2030-01-01T00:00"), 0, NADIA),
                     ERR_INVALID);
    assert_int_equal(household_subscribe(world->db, id, today, year, -1, NADIA), ERR_INVALID);
    assert_int_equal(household_unsubscribe(world->db, id, year, NADIA), ERR_OK);
    assert_int_equal(household_unsubscribe(world->db, id, year, NADIA), ERR_NOT_FOUND);
    assert_int_equal(world_int(world, "SELECT count(*) FROM subscription"), 1);
    assert_int_equal(household_renewal(world->db, 999, &from_s), ERR_OK);
    assert_int_equal(from_s, today);
}

static void a_card_works_until_it_is_lost_or_replaced(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const int64_t other = must_register(world, "0413", "Petit", "Paul");
    const int64_t maya = world_int(world, "SELECT min(id) FROM person");
    char first[CODE_TEXT_BYTES];
    char second[CODE_TEXT_BYTES];
    struct card card;
    assert_int_equal(household_issue_card(world->db, id, maya, NADIA, first), ERR_OK);
    assert_int_equal(cards_find(world->db, first, &card), ERR_OK);
    assert_int_equal(card.holder.person_id, maya);
    assert_int_equal(household_issue_card(world->db, id, maya, NADIA, second), ERR_OK);
    assert_int_equal(cards_find(world->db, first, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "replaced");
    assert_int_equal(household_lose_card(world->db, id, maya, NADIA), ERR_OK);
    assert_int_equal(cards_find(world->db, second, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "lost");
    assert_int_equal(household_lose_card(world->db, id, maya, NADIA), ERR_NOT_FOUND);
    assert_int_equal(household_issue_card(world->db, other, maya, NADIA, first), ERR_INVALID);
    assert_string_equal(first, "");
    assert_int_equal(household_issue_card(world->db, 999, 0, NADIA, first), ERR_NOT_FOUND);
    assert_string_equal(last_event(world, id), "card_lost");
}

static void a_pin_is_drawn_with_the_key_or_not_at_all(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const struct pin_key key = {{7}};
    char pin[PIN_TEXT_BYTES];
    assert_int_equal(household_draw_pin(world->db, NULL, CHEAP, id, NADIA, pin), ERR_MISSING);
    assert_string_equal(pin, "");
    assert_int_equal(household_draw_pin(world->db, &key, CHEAP, 999, NADIA, pin), ERR_NOT_FOUND);
    assert_int_equal(household_draw_pin(world->db, &key, CHEAP, id, NADIA, pin), ERR_OK);
    assert_true(pin_is_shaped(pin));
    assert_string_equal(last_event(world, id), "pin");
    struct verify *check = NULL;
    assert_int_equal(pin_check_start(world->db, &key, PIN_HOUSEHOLD, id, pin, &check), ERR_OK);
    while (verify_poll(check) == VERIFY_PENDING) {
    }
    assert_int_equal(verify_poll(check), VERIFY_RIGHT);
    verify_end(check);
}

static void a_guests_ticket_is_claimed_and_a_wrong_claim_passed_on(void **state)
{
    struct world *world = *state;
    const int64_t maya = must_register(world, "0412", "Martin", "Maya");
    const int64_t paul = must_register(world, "0413", "Petit", "Paul");
    const int64_t session = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt receipt = must_ask(world, seats(session, 1, 0, guest()));
    int64_t id = 0;
    assert_int_equal(household_claim(world->db, paul, "123", 0, NADIA, &id), ERR_INVALID);
    assert_int_equal(household_claim(world->db, paul, receipt.number, 0, NADIA, &id), ERR_OK);
    assert_int_equal(id, receipt.request_id);
    assert_string_equal(last_event(world, paul), "claimed");
    assert_int_equal(household_claim(world->db, maya, receipt.number, 0, NADIA, &id), ERR_CONFLICT);
    assert_int_equal(household_claim(world->db, paul, receipt.number, paul, NADIA, &id),
                     ERR_CONFLICT);
    assert_int_equal(household_claim(world->db, maya, receipt.number, paul, NADIA, &id), ERR_OK);
    assert_int_equal(world_int(world,
                               "SELECT household_id FROM request_state WHERE request_id = %d",
                               (int)receipt.request_id),
                     maya);
    assert_int_equal(world_int(world, "SELECT max(no) FROM request_owner"), 2);
    clock_advance_ms(60 * 1000);
    assert_int_equal(request_unclaim(world->db, id, maya, desk(NADIA)), ERR_OK); /* passed back */
    assert_int_equal(world_int(world,
                               "SELECT household_id FROM request_state WHERE request_id = %d",
                               (int)receipt.request_id),
                     paul);
    assert_int_equal(request_unclaim(world->db, id, paul, desk(NADIA)), ERR_DENIED); /* not twice */
    assert_int_equal(household_claim(world->db, maya, receipt.number, paul, NADIA, &id), ERR_OK);
    world_exec(world, "UPDATE staff SET household_id = %d WHERE id = %d", (int)maya, KARIM);
    assert_int_equal(household_claim(world->db, paul, receipt.number, maya, KARIM, &id),
                     ERR_DENIED); /* nobody gives away their own */
    assert_int_equal(household_claim(world->db, 999, receipt.number, maya, NADIA, &id),
                     ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_household_is_written_down_with_its_people),
        TEST(a_number_may_be_given_and_is_given_once),
        TEST(what_is_not_fit_is_named),
        TEST(contact_and_language_change_and_the_old_ones_are_gone),
        TEST(nobody_gives_their_own_household_a_right),
        TEST(trainings_are_those_that_a_rule_asks_for),
        TEST(subscriptions_follow_each_other_and_never_overlap),
        TEST(a_card_works_until_it_is_lost_or_replaced),
        TEST(a_pin_is_drawn_with_the_key_or_not_at_all),
        TEST(a_guests_ticket_is_claimed_and_a_wrong_claim_passed_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
