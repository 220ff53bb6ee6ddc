/* Who may see, do and decide. */
#include "support_ask.h"

#include "base/clock.h"

static void nobody_decides_for_their_own_household(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Nadia");
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, NADIA);
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_OWN);
    assert_int_equal(move_by(world, id, VERB_PASS, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, id), STATE_ASKED);
    assert_int_equal(seats_taken(world, session_id), 1);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(KARIM), &outcome), ERR_OK);
}

static void whoever_passed_it_on_does_not_decide_it(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    assert_int_equal(move_by(world, id, VERB_PASS, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_PASSED);
}

static void who_may_see_and_do_depends_on_what_was_shown(void **state)
{
    struct request request = {.id = 7, .household_id = 3, .person_id = 5};
    (void)state;
    const struct {
        struct actor actor;
        bool is_private;
        enum access access;
    } cases[] = {
        {{.household_id = 3, .has_card = true}, false, ACCESS_FULL},
        {{.household_id = 3, .has_pin = true}, false, ACCESS_ANSWER},
        {{.household_id = 4, .has_card = true}, false, ACCESS_NONE},
        {{.token_request_id = 7}, false, ACCESS_FULL},
        {{.token_request_id = 8}, false, ACCESS_NONE},
        {{.number_request_id = 7}, false, ACCESS_STATE},
        {{0}, false, ACCESS_NONE},
        {{.household_id = 3, .has_card = true}, true, ACCESS_NONE},
        {{.household_id = 3, .has_pin = true}, true, ACCESS_NONE},
        {{.household_id = 3, .person_id = 5, .has_card = true}, true, ACCESS_NONE},
        {{.household_id = 3, .person_id = 5, .has_card = true, .has_pin = true}, true, ACCESS_FULL},
        {{.household_id = 3, .person_id = 6, .has_card = true, .has_pin = true}, true, ACCESS_NONE},
        {{.token_request_id = 7}, true, ACCESS_FULL},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        request.is_private = cases[i].is_private;
        assert_int_equal(request_access(&request, &cases[i].actor), cases[i].access);
    }
}

static void a_number_shows_and_a_pin_answers_but_only_more_cancels(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    struct actor number = {.who = WHO_RESIDENT, .number_request_id = id};
    struct actor pin = {.who = WHO_RESIDENT, .household_id = home, .has_pin = true};
    assert_int_equal(move_by(world, id, VERB_CANCEL, number, &outcome), ERR_DENIED);
    assert_int_equal(move_by(world, id, VERB_CANCEL, pin, &outcome), ERR_DENIED);
    assert_int_equal(move_by(world, id, VERB_PROPOSE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, number, &outcome), ERR_DENIED);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, pin, &outcome), ERR_OK);
    assert_int_equal(move_by(world, id, VERB_CANCEL, member(home), &outcome), ERR_OK);
}

static void a_guests_ticket_is_claimed_by_card_once(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    struct actor card = member(home);
    assert_int_equal(request_claim(world->db, id, home, card), ERR_DENIED);
    card.token_request_id = id;
    assert_int_equal(request_claim(world->db, id, home, card), ERR_OK);
    assert_int_equal(request_claim(world->db, id, home, card), ERR_CONFLICT);
    struct request request;
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    assert_int_equal(request.household_id, home);
    assert_int_equal(request.hold_ends_s, 0); /* a household's hold does not end by itself */
    assert_true(request.holds);
}

static struct request loaded(struct world *world, int64_t id)
{
    struct request request;
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    return request;
}

static void a_claim_is_taken_back_and_the_guests_hold_ends_again(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    const int64_t hold_ends_s = loaded(world, id).hold_ends_s;
    struct actor card = member(home);
    card.token_request_id = id;
    assert_true(hold_ends_s > 0);
    assert_int_equal(request_unclaim(world->db, id, home, desk(NADIA)), ERR_CONFLICT);
    assert_int_equal(request_claim(world->db, id, home, card), ERR_OK);
    assert_int_equal(request_unclaim(world->db, id, home, card), ERR_DENIED); /* the desk alone */
    assert_int_equal(request_unclaim(world->db, id, 0, desk(NADIA)), ERR_CONFLICT);
    assert_int_equal(request_unclaim(world->db, id, home, desk(NADIA)), ERR_OK);
    assert_int_equal(loaded(world, id).household_id, 0);
    assert_int_equal(loaded(world, id).hold_ends_s, hold_ends_s);
    assert_true(loaded(world, id).holds);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM household_event WHERE code = 'unclaimed'"), 1);
    assert_int_equal(request_unclaim(world->db, id, home, desk(NADIA)), ERR_CONFLICT);
    assert_int_equal(request_claim(world->db, id, home, card), ERR_OK); /* and claimed again */
    clock_advance_ms((10 * 60 + 1) * 1000);
    assert_int_equal(request_unclaim(world->db, id, home, desk(NADIA)), ERR_DENIED); /* too late */
    assert_int_equal(loaded(world, id).household_id, home);
}

static void only_a_claim_is_taken_back(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t own = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    assert_int_equal(request_unclaim(world->db, own, home, desk(NADIA)), ERR_DENIED);
    assert_int_equal(request_claim(world->db, id, home, desk(KARIM)), ERR_OK);
    world_exec(world, "UPDATE staff SET household_id = %d WHERE id = %d", (int)home, KARIM);
    assert_int_equal(request_unclaim(world->db, id, home, desk(KARIM)), ERR_DENIED); /* their own */
    assert_int_equal(request_unclaim(world->db, id, home, desk(NADIA)), ERR_OK);
}

static void a_household_that_left_claims_nothing(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    world_exec(world, "UPDATE household SET left_at_s = 1 WHERE id = %d", (int)home);
    assert_int_equal(request_claim(world->db, id, home, desk(NADIA)), ERR_NOT_FOUND);
    assert_int_equal(loaded(world, id).household_id, 0);
}

static void whoever_asked_as_a_guest_is_forgotten_once_it_ended(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    struct ask ask = seats(session_id, 1, 0, guest());
    ask.first_name = "Xochiquetzal";
    ask.phone = "06 39 98 00 00";
    const int64_t id = must_ask(world, ask).request_id;
    assert_int_equal(request_forget(world->db, id, desk(NADIA)), ERR_DENIED); /* it is under way */
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(request_forget(world->db, id, guest()), ERR_DENIED);
    assert_int_equal(request_forget(world->db, 999, desk(NADIA)), ERR_NOT_FOUND);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_contact"), 1);
    assert_int_equal(request_forget(world->db, id, desk(NADIA)), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_contact"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), 1);
    assert_int_equal(loaded(world, id).state, STATE_REFUSED);
}

static void a_remark_is_made_once_and_where_it_makes_sense(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(request_remark(world->db, id, "not_settled", member(home)), ERR_DENIED);
    assert_int_equal(request_remark(world->db, id, "fault_said", member(home)), ERR_DENIED);
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(request_remark(world->db, id, "not_settled", guest()), ERR_DENIED);
    assert_int_equal(request_remark(world->db, id, "not_settled", member(home)), ERR_OK);
    assert_int_equal(request_remark(world->db, id, "not_settled", member(home)), ERR_CONFLICT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nobody_decides_for_their_own_household),
        TEST(whoever_passed_it_on_does_not_decide_it),
        TEST(who_may_see_and_do_depends_on_what_was_shown),
        TEST(a_number_shows_and_a_pin_answers_but_only_more_cancels),
        TEST(a_guests_ticket_is_claimed_by_card_once),
        TEST(a_claim_is_taken_back_and_the_guests_hold_ends_again),
        TEST(only_a_claim_is_taken_back),
        TEST(a_household_that_left_claims_nothing),
        TEST(whoever_asked_as_a_guest_is_forgotten_once_it_ended),
        TEST(a_remark_is_made_once_and_where_it_makes_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
