/* The waiting list of a session, at the desk. */
#include "support_session.h"

#include <limits.h>

#include "core/waiting.h"

struct list {
    int64_t session_id;
    int64_t group; /* three adults and a child, first */
    int64_t lone;
};

/* Two seats left of six, a group of four and one alone wait. */
static struct list build_list(struct world *world)
{
    struct list list = {0};
    const int64_t home = build_household(world, "0087", "Alma");
    list.session_id = add_session(world, build_activity(world, "desk"), "2026-09-09T14:00", 6);
    (void)build_booking(world, list.session_id, "confirmed", 4, 0);
    struct ask group = seats(list.session_id, 3, 1, member(home));
    struct ask lone = seats(list.session_id, 1, 0, member(home));
    group.verb = VERB_JOIN;
    lone.verb = VERB_JOIN;
    list.group = must_ask(world, group).request_id;
    list.lone = must_ask(world, lone).request_id;
    return list;
}

static void a_group_is_asked_whether_some_of_it_come(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct list list = build_list(world);
    assert_int_equal(waiting_offer(world->db, list.group, 1, desk(NADIA), 0, 0, &outcome),
                     ERR_FULL);
    assert_int_equal(waiting_offer(world->db, list.group, 1, desk(NADIA), 4, 0, &outcome),
                     ERR_INVALID);
    assert_int_equal(waiting_offer(world->db, list.group, 1, desk(NADIA), 3, -3, &outcome),
                     ERR_INVALID);
    assert_int_equal(waiting_offer(world->db, list.group, 1, desk(NADIA), INT_MAX, 1, &outcome),
                     ERR_INVALID);
    assert_int_equal(waiting_offer(world->db, list.group, 1, desk(NADIA), 1, 1, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_OFFERED);
    assert_int_equal(seats_taken(world, list.session_id), 6);
    /* Nobody reached: back with its rank, and as many as asked. */
    assert_int_equal(waiting_again(world->db, list.group, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    struct request group;
    assert_int_equal(request_load(world->db, list.group, &group), ERR_OK);
    assert_int_equal(group.state, STATE_WAITLISTED);
    assert_int_equal(group.terms.adults, 3);
    assert_int_equal(group.terms.children, 1);
}

static void any_that_fits_may_be_offered_the_seat(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct list list = build_list(world);
    assert_int_equal(waiting_offer(world->db, list.lone, 0, desk(NADIA), 0, 0, &outcome), ERR_OK);
    assert_int_equal(state_now(world, list.group), STATE_WAITLISTED);
    assert_int_equal(waiting_offer(world->db, list.lone, 0, desk(NADIA), 0, 0, &outcome),
                     ERR_CONFLICT); /* offered already */
}

static void whoever_no_longer_wants_to_leaves_the_list(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct list list = build_list(world);
    assert_int_equal(waiting_take_off(world->db, list.group, 3, desk(NADIA), &outcome),
                     ERR_CONFLICT);
    assert_int_equal(waiting_take_off(world->db, list.group, 1, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_CANCELLED);
    assert_int_equal(waiting_take_off(world->db, list.group, 0, desk(NADIA), &outcome),
                     ERR_CONFLICT);
    assert_int_equal(waiting_again(world->db, list.group, 0, desk(NADIA), &outcome), ERR_CONFLICT);
    assert_int_equal(waiting_offer(world->db, list.session_id, 0, desk(NADIA), 0, 0, &outcome),
                     ERR_NOT_FOUND);
}

static void nobody_offers_a_seat_to_their_own_household(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct list list = build_list(world);
    world_exec(world, "UPDATE staff SET household_id = (SELECT max(id) FROM household)"
                      " WHERE id = 1");
    assert_int_equal(waiting_offer(world->db, list.lone, 0, desk(NADIA), 0, 0, &outcome),
                     ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_OWN);
    assert_int_equal(waiting_offer(world->db, list.lone, 0, desk(KARIM), 0, 0, &outcome), ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_group_is_asked_whether_some_of_it_come),
        TEST(any_that_fits_may_be_offered_the_seat),
        TEST(whoever_no_longer_wants_to_leaves_the_list),
        TEST(nobody_offers_a_seat_to_their_own_household),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
