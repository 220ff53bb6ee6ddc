/* The facts for deciding: what the card knows, and what stands against a yes. */
#include <string.h>

#include "support_db.h"

#include "base/clock.h"
#include "core/queue.h"

static struct queue_card card_of(struct world *world, int64_t id, int64_t staff_id)
{
    struct queue_card card;
    const struct actor actor = {.who = WHO_DESK, .staff_id = staff_id};
    assert_int_equal(queue_card(world->db, id, &actor, world->arena, &card), ERR_OK);
    return card;
}

static int64_t asked_booking(struct world *world, int64_t session_id, int64_t household_id)
{
    return build_request(world, &(struct build){.kind = "booking",
                                                .state = "asked",
                                                .waits = true,
                                                .holds = true,
                                                .household_id = household_id,
                                                .session_id = session_id,
                                                .from_s = at("2026-09-09T14:00"),
                                                .until_s = at("2026-09-09T16:00"),
                                                .adults = 2,
                                                .children = 1});
}

static void a_card_that_is_not_there_is_not_found(void **state)
{
    struct world *world = *state;
    struct queue_card card;
    const struct actor actor = {.who = WHO_DESK, .staff_id = NADIA};
    assert_int_equal(queue_card(world->db, 4711, &actor, world->arena, &card), ERR_NOT_FOUND);
}

static void seats_after_a_yes_are_counted_without_the_request_itself(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk_above");
    const int64_t id = asked_booking(world, session_id, 0);
    (void)build_booking(world, session_id, "confirmed", 4, 0);
    (void)build_booking(world, session_id, "waitlisted", 2, 0);
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.capacity, 8);
    assert_int_equal(card.taken, 4);
    assert_int_equal(card.waiting, 1);
    assert_int_equal(card.yes, VERB_ACCEPT);
    assert_int_equal(card.yes_reasons, 0);
    assert_string_equal(card.rule, "desk_above");
    assert_int_equal(card.starts_s, at("2026-09-09T14:00"));
    assert_int_equal(card.rank, 0);
}

static void a_yes_that_cannot_be_names_every_reason(void **state)
{
    struct world *world = *state;
    const int64_t household_id = build_household(world, "0087", "Samira");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 2, "desk");
    const int64_t id = build_request(world, &(struct build){.kind = "booking",
                                                            .state = "asked",
                                                            .waits = true,
                                                            .household_id = household_id,
                                                            .session_id = session_id,
                                                            .from_s = at("2026-09-09T14:00"),
                                                            .adults = 2,
                                                            .not_staff_id = NADIA});
    (void)build_booking(world, session_id, "confirmed", 2, 0);
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)household_id,
               NADIA);
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.yes_reasons, GUARD_SEATS | GUARD_NOT_OWN | GUARD_NOT_PASSED);
    assert_string_equal(card.passed_on_by, "Nadia");
    assert_int_equal(card_of(world, id, KARIM).yes_reasons, GUARD_SEATS);
}

static void the_household_is_known_by_its_subscription_and_loans(void **state)
{
    struct world *world = *state;
    const int64_t household_id = build_household(world, "0087", "Samira");
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    build_subscription(world, household_id, "2026-01-01T00:00", "2027-01-01T00:00");
    const char *const untils[] = {"2026-09-05T09:00", "2026-09-09T09:00"};
    for (int i = 0; i < 2; i++) {
        const int64_t copy_id = build_copy(world, item_id, i + 1);
        const int64_t loan_id = build_loan(world, copy_id, "out", "2026-09-01T09:00", untils[i]);
        world_exec(world, "INSERT INTO request_owner VALUES (%lld, 1, %lld, 0)", (long long)loan_id,
                   (long long)household_id);
    }
    const struct queue_card card =
        card_of(world, asked_booking(world, session_id, household_id), NADIA);
    assert_string_equal(card.line.household, "0087");
    assert_int_equal(card.subscribed_until_s, at("2027-01-01T00:00"));
    assert_int_equal(card.open_loans, 2);
    assert_int_equal(card.late_loans, 1);
    assert_false(card.is_trusted);
}

static void a_guest_has_neither_subscription_nor_loans(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct queue_card card = card_of(world, asked_booking(world, session_id, 0), NADIA);
    assert_string_equal(card.line.household, "");
    assert_int_equal(card.subscribed_until_s, 0);
    assert_int_equal(card.open_loans, 0);
    assert_string_equal(card.passed_on_by, "");
}

static void a_waiting_booking_knows_its_rank(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 2, "desk");
    (void)build_booking(world, session_id, "confirmed", 2, 0);
    (void)build_booking(world, session_id, "waitlisted", 1, 0);
    const int64_t id = build_booking(world, session_id, "waitlisted", 1, 0);
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.rank, 2);
    assert_int_equal(card.yes, VERB_NONE);
}

static int64_t asked_loan(struct world *world, int64_t item_id, int64_t copy_id)
{
    return build_request(world, &(struct build){.kind = "loan",
                                                .state = "asked",
                                                .waits = true,
                                                .holds = true,
                                                .item_id = item_id,
                                                .copy_id = copy_id,
                                                .from_s = at("2026-09-11T09:00"),
                                                .until_s = at("2026-09-15T09:00")});
}

static void a_loan_shows_its_copys_days_and_the_others_that_are_free(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t one = build_copy(world, item_id, 1);
    const int64_t two = build_copy(world, item_id, 2);
    const int64_t three = build_copy(world, item_id, 3);
    world_exec(world, "UPDATE item SET deposit_cents = 3000; UPDATE copy SET shelf = 'B4'");
    (void)build_loan(world, two, "reserved", "2026-09-08T17:00", "2026-09-10T09:00");
    (void)build_loan(world, three, "reserved", "2026-09-14T09:00", "2026-09-16T09:00");
    const struct queue_card card = card_of(world, asked_loan(world, item_id, two), NADIA);
    assert_int_equal(card.copy_count, 2);
    assert_int_equal(card.copies[0].copy_id, two);
    assert_int_equal(card.copies[1].copy_id, one);
    assert_int_equal(card.busy_count, 1);
    assert_int_equal(card.busy[0].from_s, at("2026-09-08T17:00"));
    assert_int_equal(card.deposit_cents, 3000);
    assert_string_equal(card.shelf, "B4");
    assert_int_equal(card.yes_reasons, 0);
}

static void a_copy_taken_meanwhile_stands_against_the_yes(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_loan(world, copy_id, "reserved", "2026-09-12T09:00", "2026-09-16T09:00");
    const int64_t id = build_request(world, &(struct build){.kind = "loan",
                                                            .state = "asked",
                                                            .waits = true,
                                                            .item_id = item_id,
                                                            .copy_id = copy_id,
                                                            .from_s = at("2026-09-11T09:00"),
                                                            .until_s = at("2026-09-15T09:00")});
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.yes_reasons, GUARD_COPY);
    assert_int_equal(card.copy_count, 0);
}

static void an_extension_shows_the_copy_of_its_loan(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 4);
    const int64_t loan_id =
        build_loan(world, copy_id, "out", "2026-09-04T09:00", "2026-09-09T09:00");
    const int64_t id = build_request(world, &(struct build){.kind = "extension",
                                                            .state = "asked",
                                                            .waits = true,
                                                            .item_id = item_id,
                                                            .parent_id = loan_id,
                                                            .from_s = at("2026-09-09T09:00"),
                                                            .until_s = at("2026-09-12T09:00")});
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.parent.request_id, loan_id);
    assert_int_equal(card.line.copy_number, 4);
    assert_int_equal(card.busy_count, 0);
    assert_int_equal(card.yes, VERB_ACCEPT);
    assert_int_equal(card.yes_reasons, 0);
}

static void the_form_is_shown_but_for_words(void **state)
{
    struct world *world = *state;
    const int64_t service_id = build_service(world, "cleaning", "deposit", "desk");
    const int64_t id = build_request(
        world, &(struct build){
                   .kind = "deposit", .state = "asked", .waits = true, .service_id = service_id});
    world_exec(world,
               "INSERT INTO service_field VALUES (%lld, 1, 'what', 'Quoi ?', 'choice', 0, 0, 1),"
               " (%lld, 2, 'many', 'Combien ?', 'number', 1, 9, 1),"
               " (%lld, 3, 'note', 'Une précision ?', 'text', 0, 280, 0);"
               "INSERT INTO service_choice VALUES (%lld, 1, 1, 'shirt', 'Chemise', 'wash');"
               "INSERT INTO request_answer(request_id, field, choice_code, number)"
               " VALUES (%lld, 'what', 'shirt', NULL), (%lld, 'many', NULL, 2);"
               "INSERT INTO request_words VALUES (%lld, 'note', 'fr', 'secret')",
               (long long)service_id, (long long)service_id, (long long)service_id,
               (long long)service_id, (long long)id, (long long)id, (long long)id);
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.answer_count, 2);
    assert_string_equal(card.answers[0].label, "Quoi ?");
    assert_string_equal(card.answers[0].choice, "Chemise");
    assert_int_equal(card.answers[1].number, 2);
    world_exec(world, "UPDATE service SET is_sensitive = 1");
    assert_int_equal(card_of(world, id, NADIA).answer_count, 0);
}

static void the_last_decision_can_be_taken_back_by_who_made_it(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = asked_booking(world, session_id, 0);
    struct move move =
        move_make(id, VERB_REFUSE, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_false(card_of(world, id, NADIA).last.is_undoable);
    move.reason_code = "full";
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_OK);
    const struct queue_card card = card_of(world, id, NADIA);
    assert_int_equal(card.last.verb, VERB_REFUSE);
    assert_int_equal(card.last.who, WHO_DESK);
    assert_string_equal(card.last.staff_name, "Nadia");
    assert_string_equal(card.last.reason, "full");
    assert_true(card.last.is_news);
    assert_true(card.last.is_undoable);
    assert_false(card_of(world, id, KARIM).last.is_undoable);
    set_time("2026-09-08T16:53");
    assert_false(card_of(world, id, NADIA).last.is_undoable);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_card_that_is_not_there_is_not_found),
        TEST(seats_after_a_yes_are_counted_without_the_request_itself),
        TEST(a_yes_that_cannot_be_names_every_reason),
        TEST(the_household_is_known_by_its_subscription_and_loans),
        TEST(a_guest_has_neither_subscription_nor_loans),
        TEST(a_waiting_booking_knows_its_rank),
        TEST(a_loan_shows_its_copys_days_and_the_others_that_are_free),
        TEST(a_copy_taken_meanwhile_stands_against_the_yes),
        TEST(an_extension_shows_the_copy_of_its_loan),
        TEST(the_form_is_shown_but_for_words),
        TEST(the_last_decision_can_be_taken_back_by_who_made_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
