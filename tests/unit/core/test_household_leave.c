#include "support_household.h"

#include "base/clock.h"
#include "core/household_end.h"
#include "core/people.h"
#include "support_ask.h"

static struct receipt book(struct world *world, int64_t household_id, int seats_wanted,
                           int capacity)
{
    const int64_t session = build_session(world, "2026-09-09T14:00", capacity, "automatic");
    return must_ask(world, seats(session, seats_wanted, 0, member(household_id)));
}

static void leaving_cancels_what_is_to_come_and_ends_the_cards(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const struct receipt booked = book(world, id, 2, 8);
    char text[CODE_TEXT_BYTES];
    struct leaving rows[HOUSEHOLD_LEAVING_MAX];
    struct card card;
    int count = 0;
    int64_t found = 0;
    assert_int_equal(household_issue_card(world->db, id, 0, NADIA, text), ERR_OK);
    assert_int_equal(household_leaving(world->db, id, rows, &count), ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(rows[0].request_id, booked.request_id);
    assert_int_equal(rows[0].verb, VERB_CANCEL);
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_OK);
    assert_int_equal(state_now(world, booked.request_id), STATE_CANCELLED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 0);
    assert_int_equal(cards_find(world->db, text, &card), ERR_DENIED);
    assert_string_equal(card.end_code, "left");
    assert_int_equal(people_find_household(world->db, "0412", &found), ERR_NOT_FOUND);
    assert_string_equal(last_event(world, id), "left");
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_NOT_FOUND);
}

static void nobody_leaves_with_a_thing_that_is_out(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const struct receipt booked = book(world, id, 1, 8);
    const int64_t copy = build_copy(world, build_item(world, "Perceuse", "desk", 7), 1);
    struct leaving rows[HOUSEHOLD_LEAVING_MAX];
    int count = 0;
    const int64_t loan_id = build_loan(world, copy, "out", "2026-09-07T10:00", "2026-09-09T10:00");
    world_exec(world, "INSERT INTO request_owner VALUES (%d, 1, %d, 0)", (int)loan_id, (int)id);
    assert_int_equal(household_leaving(world->db, id, rows, &count), ERR_OK);
    assert_int_equal(count, 2);
    for (int i = 0; i < count; i++) {
        assert_int_equal(rows[i].verb, rows[i].request_id == loan_id ? VERB_NONE : VERB_CANCEL);
    }
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_DENIED);
    assert_int_equal(state_now(world, booked.request_id), STATE_CONFIRMED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM household WHERE left_at_s > 0"), 0);
}

static void back_within_ten_minutes_is_as_if_they_had_not_left(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const struct receipt kept = book(world, id, 2, 8);
    const struct receipt lost = book(world, id, 2, 2);
    char text[CODE_TEXT_BYTES];
    struct household_back back;
    struct card card;
    assert_int_equal(household_issue_card(world->db, id, 0, NADIA, text), ERR_OK);
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_OK);
    clock_advance_ms(60 * 1000);
    const int64_t others = must_register(world, "0413", "Petit", "Paul");
    const int64_t session =
        world_int(world, "SELECT session_id FROM request WHERE id = %d", (int)lost.request_id);
    (void)must_ask(world, seats(session, 2, 0, member(others)));
    assert_int_equal(household_return(world->db, id, NADIA, &back), ERR_OK);
    assert_int_equal(back.restored, 1);
    assert_int_equal(back.lost, 1);
    assert_int_equal(state_now(world, kept.request_id), STATE_CONFIRMED);
    assert_int_equal(state_now(world, lost.request_id), STATE_CANCELLED);
    assert_int_equal(cards_find(world->db, text, &card), ERR_OK);
    assert_int_equal(household_return(world->db, id, NADIA, &back), ERR_NOT_FOUND);
}

static void back_later_needs_a_new_card_and_a_new_pin(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    const struct receipt booked = book(world, id, 2, 8);
    char text[CODE_TEXT_BYTES];
    struct household_back back;
    struct card card;
    int64_t found = 0;
    world_exec(world, "INSERT INTO pin VALUES ('household', %d, 'x', 1)", (int)id);
    assert_int_equal(household_issue_card(world->db, id, 0, NADIA, text), ERR_OK);
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_OK);
    clock_advance_ms(601 * 1000);
    assert_int_equal(household_return(world->db, id, NADIA, &back), ERR_OK);
    assert_int_equal(back.restored + back.lost, 0);
    assert_int_equal(cards_find(world->db, text, &card), ERR_DENIED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM pin"), 0);
    assert_int_equal(state_now(world, booked.request_id), STATE_CANCELLED);
    assert_int_equal(people_find_household(world->db, "0412", &found), ERR_OK);
    assert_string_equal(last_event(world, id), "returned");
}

static void nobody_sends_their_own_household_away(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0042", "Diallo", "Karim");
    world_exec(world, "UPDATE staff SET household_id = %d WHERE id = %d", (int)id, KARIM);
    assert_int_equal(household_leave(world->db, id, KARIM), ERR_DENIED);
    assert_int_equal(household_leave(world->db, 999, NADIA), ERR_NOT_FOUND);
}

static void too_much_at_once_is_said(void **state)
{
    struct world *world = *state;
    const int64_t id = must_register(world, "0412", "Martin", "Maya");
    struct leaving rows[HOUSEHOLD_LEAVING_MAX];
    int count = 0;
    for (int i = 0; i <= HOUSEHOLD_LEAVING_MAX; i++) {
        (void)build_request(
            world, &(struct build){
                       .kind = "enquiry", .state = "asked", .waits = true, .household_id = id});
    }
    assert_int_equal(household_leaving(world->db, id, rows, &count), ERR_FULL);
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_FULL);
}

static void who_left_is_forgotten_with_those_merged_into_it(void **state)
{
    struct world *world = *state;
    const int64_t old = must_register(world, "0411", "Tlahuizcalpantecuhtli", "Itzpapalotl");
    const int64_t id = must_register(world, "0412", "Huitzilopochtli", "Chalchiuhtlicue");
    struct household_back back;
    const int64_t asked = build_request(
        world,
        &(struct build){.kind = "enquiry", .state = "asked", .waits = true, .household_id = old});
    world_exec(world,
               "INSERT INTO request_words VALUES (%d, '', 'fr', 'chez Xochiquetzal');"
               "INSERT INTO request_contact VALUES (%d, '', '', 'pour Tezcatlipoca');"
               "INSERT INTO decision_words VALUES (%d, 1, 'fr', 'Merci Quetzalcoatl')",
               (int)asked, (int)asked, (int)asked);
    assert_int_equal(household_merge(world->db, old, id, NADIA), ERR_OK);
    assert_int_equal(household_forget(world->db, id, NADIA), ERR_DENIED);
    assert_int_equal(household_forget(world->db, old, NADIA), ERR_CONFLICT);
    assert_int_equal(household_leave(world->db, id, NADIA), ERR_OK);
    assert_int_equal(household_return(world->db, old, NADIA, &back), ERR_CONFLICT);
    assert_int_equal(find_by(world, "huitzil"), id);
    assert_true(file_holds(world, "lahuizcalpan"));
    assert_int_equal(household_forget(world->db, id, NADIA), ERR_OK);
    static const char *const names[] = {"uitzilopochtli", "lahuizcalpan", "halchiuhtlicue",
                                        "tzpapalotl",     "ochiquetzal",  "ezcatlipoca",
                                        "uetzalcoatl"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        assert_false(file_holds(world, names[i]));
    }
    assert_int_equal(find_by(world, "huitzil"), 0);
    assert_string_equal(last_event(world, id), "forgotten");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(leaving_cancels_what_is_to_come_and_ends_the_cards),
        TEST(nobody_leaves_with_a_thing_that_is_out),
        TEST(back_within_ten_minutes_is_as_if_they_had_not_left),
        TEST(back_later_needs_a_new_card_and_a_new_pin),
        TEST(nobody_sends_their_own_household_away),
        TEST(too_much_at_once_is_said),
        TEST(who_left_is_forgotten_with_those_merged_into_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
