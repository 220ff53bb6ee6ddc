/* Safety first. Source: db/README.md, "Sensitive matters". */
#include "core/calls.h"
#include "core/request.h"
#include "support_db.h"

static struct receipt ask(struct world *world, enum who who, bool is_danger)
{
    struct receipt receipt;
    struct ask made = ask_make(KIND_HELP, VERB_ASK,
                               (struct actor){.who = who, .staff_id = who == WHO_DESK ? NADIA : 0});
    made.direction = "need";
    made.category = "electricity";
    made.choice = "no_power";
    made.urgency = is_danger ? "danger" : "soon";
    made.is_danger = is_danger;
    assert_int_equal(request_ask(world->db, &made, &receipt), ERR_OK);
    return receipt;
}

static int ringing(struct world *world)
{
    struct call calls[CALLS_MAX];
    int count = 0;
    assert_int_equal(calls_list_ringing(world->db, calls, &count), ERR_OK);
    return count;
}

static void a_danger_rings_at_the_desk_once_and_stands_on_top(void **state)
{
    struct world *world = *state;
    (void)ask(world, WHO_RESIDENT, false);
    assert_int_equal(ringing(world), 0);
    const struct receipt danger = ask(world, WHO_RESIDENT, true);
    assert_int_equal(ringing(world), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM call WHERE reason_code = 'safety'"), 1);
    assert_int_equal(world_int(world, "SELECT request_id FROM request_state WHERE waits = 1"
                                      " ORDER BY is_danger DESC, rank_s, request_id LIMIT 1"),
                     danger.request_id);
}

/* Whoever touched "call" on the safety screen and then sends is one and the same. */
static void a_call_from_the_safety_screen_does_not_ring_twice(void **state)
{
    struct world *world = *state;
    int64_t call_id = 0;
    assert_int_equal(calls_ring(world->db, "safety", &call_id), ERR_OK);
    (void)ask(world, WHO_RESIDENT, true);
    assert_int_equal(ringing(world), 1);
}

static void what_the_desk_enters_does_not_ring_at_the_desk(void **state)
{
    struct world *world = *state;
    (void)ask(world, WHO_DESK, true);
    assert_int_equal(ringing(world), 0);
}

#define RULE(test) cmocka_unit_test_setup_teardown(test, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_danger_rings_at_the_desk_once_and_stands_on_top),
        RULE(a_call_from_the_safety_screen_does_not_ring_twice),
        RULE(what_the_desk_enters_does_not_ring_at_the_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
