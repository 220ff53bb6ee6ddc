/* At the counter: a loan without a request before it, today or yesterday, on paper. */
#include "support_ask.h"

#include <string.h>

#include "base/clock.h"
#include "core/loan_desk.h"

/* A drill with two parts and a deposit of 30 €. */
struct shelf {
    struct world *world;
    int64_t item_id, copy_id, home_id;
};

static struct shelf shelf_make(struct world *world)
{
    struct shelf shelf = {.world = world, .item_id = build_item(world, "Perceuse", "desk", 7)};
    shelf.copy_id = build_copy(world, shelf.item_id, 1);
    shelf.home_id = build_household(world, "0087", "Alma");
    world_exec(world,
               "UPDATE item SET deposit_cents = 3000;"
               "INSERT INTO item_part VALUES (%lld, 1, 'Mallette'), (%lld, 2, 'Mèches')",
               (long long)shelf.item_id, (long long)shelf.item_id);
    return shelf;
}

static struct loan_counter counter_make(const struct shelf *shelf)
{
    struct actor actor = desk(NADIA);
    actor.household_id = shelf->home_id;
    struct loan_counter counter = {
        .ask = ask_make(KIND_LOAN, VERB_HAND_OUT, actor),
        .parts = {true, false},
        .has_deposit = true,
    };
    counter.ask.channel = "desk";
    counter.ask.item_id = shelf->item_id;
    counter.ask.terms.copy_id = shelf->copy_id;
    counter.ask.terms.until_s = at("2026-09-11T09:00");
    return counter;
}

static enum err hand_out(const struct shelf *shelf, struct loan_counter *counter,
                         struct receipt *receipt, const char **field)
{
    return loan_desk_counter(shelf->world->db, counter, shelf->world->arena, receipt, field);
}

static void must_refuse(const struct shelf *shelf, struct loan_counter *counter, enum err expected,
                        const char *expected_field)
{
    struct receipt receipt;
    const char *field = NULL;
    assert_int_equal(hand_out(shelf, counter, &receipt, &field), expected);
    assert_string_equal(field, expected_field);
    assert_int_equal(world_int(shelf->world, "SELECT count(*) FROM request WHERE kind = 'loan'"),
                     0);
    assert_int_equal(world_int(shelf->world, "SELECT count(*) FROM loan_part"), 0);
}

static void a_loan_at_the_counter_is_out_with_parts_deposit_and_a_ticket(void **state)
{
    const struct shelf shelf = shelf_make(*state);
    struct loan_counter counter = counter_make(&shelf);
    struct receipt receipt;
    struct loan_desk desk_loan;
    const char *field = NULL;
    assert_int_equal(hand_out(&shelf, &counter, &receipt, &field), ERR_OK);
    assert_int_equal(receipt.state, STATE_OUT);
    assert_int_equal(strlen(receipt.number), 6);
    assert_int_equal(
        loan_desk_load(shelf.world->db, receipt.request_id, shelf.world->arena, &desk_loan),
        ERR_OK);
    assert_string_equal(desk_loan.line.household, "0087");
    assert_int_equal(desk_loan.line.from_s, clock_now_s());
    assert_int_equal(desk_loan.line.until_s, at("2026-09-11T09:00"));
    assert_int_equal(desk_loan.held_cents, 3000);
    assert_true(desk_loan.parts[0].is_out);
    assert_false(desk_loan.parts[1].is_out);
}

static void a_guest_leaves_a_name_and_yesterday_keeps_its_time(void **state)
{
    const struct shelf shelf = shelf_make(*state);
    struct loan_counter counter = counter_make(&shelf);
    struct receipt receipt;
    const char *field = NULL;
    counter.ask.actor.household_id = 0;
    counter.ask.first_name = "Bilal";
    counter.ask.phone = "06 12 34 56 78";
    counter.ask.channel = "paper";
    counter.ask.happened_at_s = at("2026-09-07T17:00");
    assert_int_equal(hand_out(&shelf, &counter, &receipt, &field), ERR_OK);
    assert_int_equal(
        world_int(shelf.world, "SELECT count(*) FROM request_contact WHERE first_name = 'Bilal'"),
        1);
    assert_int_equal(world_int(shelf.world, "SELECT from_s FROM request_state WHERE kind = 'loan'"),
                     at("2026-09-07T17:00"));
    assert_int_equal(world_int(shelf.world, "SELECT taken_at_s FROM loan_deposit"),
                     at("2026-09-07T17:00"));
}

static void what_cannot_be_is_refused_by_its_field(void **state)
{
    const struct shelf shelf = shelf_make(*state);
    struct loan_counter counter = counter_make(&shelf);
    counter.ask.terms.until_s = at("2026-09-08T16:42");
    must_refuse(&shelf, &counter, ERR_INVALID, "until_s");
    counter = counter_make(&shelf);
    counter.ask.happened_at_s = at("2026-09-08T16:43");
    must_refuse(&shelf, &counter, ERR_INVALID, "happened_at");
    counter = counter_make(&shelf);
    counter.ask.terms.copy_id = 4711;
    must_refuse(&shelf, &counter, ERR_NOT_FOUND, "copy_id");
}

static void a_copy_that_is_not_free_is_not_handed_out(void **state)
{
    const struct shelf shelf = shelf_make(*state);
    struct loan_counter counter = counter_make(&shelf);
    struct outcome outcome;
    assert_int_equal(move_by(shelf.world, shelf.copy_id, VERB_MISS, desk(NADIA), &outcome), ERR_OK);
    must_refuse(&shelf, &counter, ERR_CONFLICT, "");
}

static void nobody_lends_to_the_own_household(void **state)
{
    const struct shelf shelf = shelf_make(*state);
    struct loan_counter counter = counter_make(&shelf);
    world_exec(shelf.world, "UPDATE staff SET household_id = %lld WHERE id = %d",
               (long long)shelf.home_id, NADIA);
    must_refuse(&shelf, &counter, ERR_DENIED, "");
}

static void a_counter_loan_entered_by_mistake_is_taken_back_whole(void **state)
{
    const struct shelf shelf = shelf_make(*state);
    struct loan_counter counter = counter_make(&shelf);
    struct receipt receipt;
    struct outcome outcome;
    const char *field = NULL;
    assert_int_equal(hand_out(&shelf, &counter, &receipt, &field), ERR_OK);
    assert_int_equal(loan_desk_undo(shelf.world->db, receipt.request_id, 1, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(outcome.state, STATE_CANCELLED);
    assert_int_equal(world_int(shelf.world, "SELECT count(*) FROM loan_part"), 0);
    assert_int_equal(world_int(shelf.world, "SELECT count(*) FROM loan_deposit"), 0);
    assert_int_equal(world_int(shelf.world, "SELECT count(*) FROM act"), 0);
    counter = counter_make(&shelf);
    assert_int_equal(hand_out(&shelf, &counter, &receipt, &field), ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_loan_at_the_counter_is_out_with_parts_deposit_and_a_ticket),
        TEST(a_guest_leaves_a_name_and_yesterday_keeps_its_time),
        TEST(what_cannot_be_is_refused_by_its_field),
        TEST(a_copy_that_is_not_free_is_not_handed_out),
        TEST(nobody_lends_to_the_own_household),
        TEST(a_counter_loan_entered_by_mistake_is_taken_back_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
