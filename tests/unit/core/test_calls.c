#include "core/calls.h"

#include "base/clock.h"
#include "support_db.h"

static void a_call_rings_until_it_is_answered_once(void **state)
{
    struct world *world = *state;
    struct call calls[CALLS_MAX];
    int64_t call_id = 0;
    int count = 0;
    assert_int_equal(calls_ring(world->db, "help", &call_id), ERR_OK);
    assert_int_equal(calls_list_ringing(world->db, calls, &count), ERR_OK);
    assert_int_equal(count, 1);
    assert_int_equal(calls[0].id, call_id);
    assert_int_equal(calls[0].called_at_s, clock_now_s());
    assert_string_equal(calls[0].reason_code, "help");
    assert_int_equal(calls_answer(world->db, call_id, NADIA), ERR_OK);
    assert_int_equal(calls_answer(world->db, call_id, KARIM), ERR_CONFLICT);
    assert_int_equal(calls_list_ringing(world->db, calls, &count), ERR_OK);
    assert_int_equal(count, 0);
    assert_int_equal(world_int(world, "SELECT staff_id FROM call"), NADIA);
}

static void touching_again_does_not_make_a_second_call(void **state)
{
    struct world *world = *state;
    int64_t first = 0;
    int64_t again = 0;
    int64_t other = 0;
    int64_t later = 0;
    assert_int_equal(calls_ring(world->db, "help", &first), ERR_OK);
    clock_advance_ms((CALL_SAME_S - 1) * 1000);
    assert_int_equal(calls_ring(world->db, "help", &again), ERR_OK);
    assert_int_equal(again, first);
    assert_int_equal(calls_ring(world->db, "safety", &other), ERR_OK);
    assert_int_not_equal(other, first);
    clock_advance_ms(1000);
    assert_int_equal(calls_ring(world->db, "help", &later), ERR_OK);
    assert_int_not_equal(later, first);
}

static void the_oldest_calls_ring_first_and_a_full_list_is_enough(void **state)
{
    struct world *world = *state;
    struct call calls[CALLS_MAX];
    int count = 0;
    for (int i = 0; i <= CALLS_MAX; i++) {
        int64_t call_id = 0;
        assert_int_equal(calls_ring(world->db, "wish", &call_id), ERR_OK);
        clock_advance_ms(CALL_SAME_S * 1000);
    }
    assert_int_equal(calls_list_ringing(world->db, calls, &count), ERR_OK);
    assert_int_equal(count, CALLS_MAX);
    assert_int_equal(calls[0].called_at_s, at(WORLD_NOW));
}

static void calls_that_cannot_be_are_refused(void **state)
{
    struct world *world = *state;
    int64_t call_id = 7;
    assert_int_equal(calls_ring(world->db, "pizza", &call_id), ERR_INVALID);
    assert_int_equal(call_id, 0);
    assert_int_equal(calls_answer(world->db, 99, NADIA), ERR_NOT_FOUND);
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s() + 1000);
    assert_int_equal(calls_ring(world->db, "help", &call_id), ERR_CLOCK);
}

static void when_nobody_is_there_the_roster_says_who_comes_and_when(void **state)
{
    struct world *world = *state;
    struct call_next next;
    build_roster(world, NADIA, "2026-09-08T14:00", "2026-09-08T18:00");
    build_roster(world, KARIM, "2026-09-10T08:00", "2026-09-10T12:00");
    assert_int_equal(calls_who_is_next(world->db, clock_now_s(), &next), ERR_OK);
    assert_int_equal(next.from_s, at("2026-09-10T09:00"));
    assert_string_equal(next.first_name, "Karim");
}

static void without_a_roster_the_next_opening_has_no_name(void **state)
{
    struct world *world = *state;
    struct call_next next;
    assert_int_equal(calls_who_is_next(world->db, clock_now_s(), &next), ERR_OK);
    assert_int_equal(next.from_s, at("2026-09-09T09:00"));
    assert_string_equal(next.first_name, "");
}

static void with_no_opening_or_a_wrong_clock_nobody_is_promised(void **state)
{
    struct world *world = *state;
    struct call_next next;
    (void)build_closing(world, "2026-09-01T00:00", "2027-09-09T00:00", "holiday");
    assert_int_equal(calls_who_is_next(world->db, clock_now_s(), &next), ERR_NOT_FOUND);
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)clock_now_s() + 1000);
    assert_int_equal(calls_who_is_next(world->db, clock_now_s(), &next), ERR_CLOCK);
}

static void whoever_called_learns_who_answered(void **state)
{
    struct world *world = *state;
    int64_t call_id = 0;
    struct call_answer answer;
    assert_int_equal(calls_ring(world->db, "help", &call_id), ERR_OK);
    assert_int_equal(calls_read_answer(world->db, call_id, &answer), ERR_OK);
    assert_int_equal(answer.answered_at_s, 0);
    assert_int_equal(calls_answer(world->db, call_id, NADIA), ERR_OK);
    assert_int_equal(calls_read_answer(world->db, call_id, &answer), ERR_OK);
    assert_int_equal(answer.answered_at_s, at(WORLD_NOW));
    assert_string_equal(answer.first_name, "Nadia");
    assert_int_equal(calls_read_answer(world->db, call_id + 1, &answer), ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(whoever_called_learns_who_answered),
        TEST(a_call_rings_until_it_is_answered_once),
        TEST(touching_again_does_not_make_a_second_call),
        TEST(the_oldest_calls_ring_first_and_a_full_list_is_enough),
        TEST(calls_that_cannot_be_are_refused),
        TEST(when_nobody_is_there_the_roster_says_who_comes_and_when),
        TEST(without_a_roster_the_next_opening_has_no_name),
        TEST(with_no_opening_or_a_wrong_clock_nobody_is_promised),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
