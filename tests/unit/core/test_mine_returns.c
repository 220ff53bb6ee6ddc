/* Until when a loan may be kept longer. */
#include "support_mine.h"

static struct mine_line loan_out(struct world *world, const char *title, int max_days,
                                 const char *from, const char *until)
{
    const int64_t item_id = build_item(world, title, "desk", max_days);
    const int64_t copy_id = build_copy(world, item_id, 1);
    return (struct mine_line){
        .request_id = build_loan(world, copy_id, "out", from, until),
        .item_id = item_id,
        .copy_id = copy_id,
        .from_s = at(from),
        .until_s = at(until),
    };
}

static void a_loan_may_come_back_at_a_later_opening_within_what_is_allowed(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    const struct mine_line loan =
        loan_out(world, "Perceuse", 5, "2026-09-08T14:00", "2026-09-09T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    /* Thursday, Friday, Saturday; closed on Sunday, and Monday is beyond five days. */
    assert_int_equal(returns.count, 3);
    assert_int_equal(returns.at_s[0], at("2026-09-10T09:00"));
    assert_int_equal(returns.at_s[2], at("2026-09-12T09:00"));
    assert_false(returns.is_longest);
}

static void a_loan_comes_back_before_the_next_one_of_its_copy(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    const struct mine_line loan =
        loan_out(world, "Perceuse", 14, "2026-09-08T14:00", "2026-09-09T09:00");
    (void)build_loan(world, loan.copy_id, "reserved", "2026-09-11T09:00", "2026-09-12T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.count, 2);
    assert_int_equal(returns.at_s[1], at("2026-09-11T09:00"));
}

static void why_a_loan_cannot_be_kept_longer_is_said(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    struct mine_line loan = loan_out(world, "Perceuse", 1, "2026-09-08T14:00", "2026-09-09T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.count, 0);
    assert_true(returns.is_longest);
    loan = loan_out(world, "Ponceuse", 14, "2026-09-08T14:00", "2026-09-09T09:00");
    (void)build_loan(world, loan.copy_id, "reserved", "2026-09-09T14:00", "2026-09-10T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.count, 0);
    assert_true(returns.is_taken_next);
    assert_false(returns.is_longest);
}

static void a_late_loan_is_not_kept_longer_into_the_past(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    const struct mine_line loan =
        loan_out(world, "Perceuse", 14, "2026-09-01T14:00", "2026-09-03T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.at_s[0], at("2026-09-09T09:00"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_loan_may_come_back_at_a_later_opening_within_what_is_allowed),
        TEST(a_loan_comes_back_before_the_next_one_of_its_copy),
        TEST(why_a_loan_cannot_be_kept_longer_is_said),
        TEST(a_late_loan_is_not_kept_longer_into_the_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
