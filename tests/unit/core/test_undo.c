/* Taking back: undo, reopen, and a log that cannot be rewritten. */
#include "support_ask.h"

static void a_decision_is_told_and_undone_within_ten_minutes(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 0, guest()));
    const int64_t id = receipt.request_id;
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(outcome.no, 2);
    assert_int_equal(seats_taken(world, session_id), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), 1);

    assert_int_equal(request_undo(world->db, id, 2, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, id), STATE_ASKED);
    assert_int_equal(seats_taken(world, session_id), 1);
    /* Nobody had read it: nothing is left to tell, and the figure is taken back. */
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 0);
    assert_int_equal(world_int(world, "SELECT sum(adults) FROM act"), 0);
    /* An undo is not undone, and time runs out. */
    assert_int_equal(request_undo(world->db, id, 3, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    set_time("2026-09-08T16:53");
    assert_int_equal(request_undo(world->db, id, 4, desk(NADIA), &outcome), ERR_DENIED);
    assert_int_equal(state_now(world, id), STATE_CONFIRMED);
}

static void an_answer_already_read_is_taken_back_with_a_notice(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(notice_tell_all(world->db, id, "screen", 0), ERR_OK);
    assert_int_equal(request_undo(world->db, id, 2, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(
        world_int(world, "SELECT count(*) FROM notice WHERE no = 3 AND state = 'to_tell'"), 1);
}

static void the_second_of_two_on_one_card_is_told(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    struct move yes = move_make(id, VERB_ACCEPT, desk(NADIA));
    struct move no = move_make(id, VERB_REFUSE, desk(KARIM));
    yes.expected_no = 1;
    no.expected_no = 1;
    assert_int_equal(request_move(world->db, &yes, &outcome), ERR_OK);
    assert_int_equal(request_move(world->db, &no, &outcome), ERR_CONFLICT);
    assert_int_equal(outcome.state, STATE_CONFIRMED);
    assert_int_equal(outcome.no, 2);
    assert_int_equal(request_undo(world->db, id, 1, desk(KARIM), &outcome), ERR_DENIED);
}

static void what_the_desk_entered_by_mistake_is_taken_back_and_never_counted(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "automatic");
    const struct receipt entered = must_ask(world, seats(session_id, 2, 0, desk(NADIA)));
    assert_int_equal(entered.state, STATE_CONFIRMED); /* by the house, because of it */
    assert_int_equal(request_undo(world->db, entered.request_id, 2, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_CANCELLED);
    assert_int_equal(seats_taken(world, session_id), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice"), 0);
    /* Once; and only what nobody else has decided on since. */
    assert_int_equal(request_undo(world->db, entered.request_id, 3, desk(NADIA), &outcome),
                     ERR_DENIED);
    const struct receipt late = must_ask(world, seats(session_id, 1, 0, desk(NADIA)));
    set_time("2026-09-08T16:53");
    assert_int_equal(request_undo(world->db, late.request_id, 2, desk(NADIA), &outcome),
                     ERR_DENIED);
    const struct receipt theirs = must_ask(world, seats(session_id, 1, 0, guest()));
    assert_int_equal(request_undo(world->db, theirs.request_id, 2, desk(NADIA), &outcome),
                     ERR_DENIED);
}

static void a_walk_in_entered_by_mistake_is_no_figure(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-08T16:00", 8, "desk");
    struct ask walk_in = seats(session_id, 2, 1, desk(NADIA));
    walk_in.verb = VERB_WALK_IN;
    walk_in.terms.from_s = at("2026-09-08T16:00");
    walk_in.terms.until_s = at("2026-09-08T18:00");
    const int64_t id = must_ask(world, walk_in).request_id;
    assert_int_equal(request_undo(world->db, id, 1, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, id), STATE_CANCELLED);
    assert_int_equal(world_int(world, "SELECT sum(adults) FROM act"), 0);
}

static void what_ended_is_reopened_with_its_rank_if_there_is_room(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "mistake", &outcome), ERR_DENIED);
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    set_time("2026-09-08T17:42");
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "", &outcome), ERR_DENIED);
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "mistake", &outcome), ERR_OK);
    struct request request;
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    assert_int_equal(request.state, STATE_ASKED);
    assert_int_equal(request.rank_s, at(WORLD_NOW));
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    (void)must_ask(world, seats(session_id, 1, 0, member(home)));
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "mistake", &outcome), ERR_FULL);
}

static void nobody_reopens_for_the_own_household(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Nadia");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, NADIA);
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(KARIM), &outcome), ERR_OK);
    assert_int_equal(request_reopen(world->db, id, desk(NADIA), "mistake", &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_OWN);
    assert_int_equal(request_reopen(world->db, id, desk(KARIM), "mistake", &outcome), ERR_OK);
}

static void whoever_answers_has_been_told(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 1);
    assert_int_equal(move_by(world, id, VERB_CANCEL, member(home), &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 0);
}

static void the_log_cannot_be_rewritten(void **state)
{
    struct world *world = *state;
    static const char *const forgeries[] = {
        "UPDATE decision SET to_state = 'confirmed'",
        "DELETE FROM decision",
        "UPDATE request SET is_danger = 1",
        "DELETE FROM request",
        "UPDATE request_state SET state = 'confirmed'",
        "UPDATE request_state SET adults = 5",
        "DELETE FROM request_state",
        "UPDATE request_owner SET household_id = household_id",
        "DELETE FROM request_owner",
        "INSERT OR REPLACE INTO request_owner SELECT * FROM request_owner",
        "INSERT OR REPLACE INTO request SELECT * FROM request",
        "INSERT OR REPLACE INTO decision SELECT * FROM decision",
        "INSERT OR REPLACE INTO act SELECT * FROM act",
        "UPDATE act SET adults = 9",
        "DELETE FROM act",
        "INSERT INTO decision SELECT request_id, no + 2, happened_at_s, recorded_at_s, who,"
        " staff_id, verb, to_state, to_state, reason_code, session_id, copy_id, from_s, until_s,"
        " adults, children, holds, cause_id, cause_no FROM decision WHERE no = 2",
    };
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t id = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    assert_int_equal(move_by(world, id, VERB_REFUSE, desk(NADIA), &outcome), ERR_OK);
    for (size_t i = 0; i < ARRAY_LEN(forgeries); i++) {
        assert_false(world_try(world, forgeries[i]));
    }
    assert_int_equal(state_now(world, id), STATE_REFUSED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_decision_is_told_and_undone_within_ten_minutes),
        TEST(an_answer_already_read_is_taken_back_with_a_notice),
        TEST(the_second_of_two_on_one_card_is_told),
        TEST(what_the_desk_entered_by_mistake_is_taken_back_and_never_counted),
        TEST(a_walk_in_entered_by_mistake_is_no_figure),
        TEST(what_ended_is_reopened_with_its_rank_if_there_is_room),
        TEST(nobody_reopens_for_the_own_household),
        TEST(whoever_answers_has_been_told),
        TEST(the_log_cannot_be_rewritten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
