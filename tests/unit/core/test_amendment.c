/* What organisers announce and change: what waits for the concierge, what does not, and what
 * follows from the yes. */
#include "support_organiser.h"

static int64_t starts(struct world *world, const struct line *line)
{
    return session_value(world, line->session_id, "starts_s");
}

static void what_is_announced_waits_for_yes_or_comes_back_with_a_reason(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    const int64_t first = announce(world, &line, line.of.organiser, VERB_PUBLISH, ERR_OK);
    const int64_t second = nth_of_series(world, first, 1);
    assert_int_equal(state_now(world, first), STATE_PROPOSED);
    struct session_act act = act_on(first, VERB_RETURN, SESSION_AND_FOLLOWING);
    struct session_done done;
    assert_int_equal(session_act(world->db, &act, &done), ERR_INVALID); /* a reason, please */
    act.reason_code = "not_clear";
    must_act(world, act, false);
    assert_int_equal(state_now(world, second), STATE_RETURNED);

    struct session_change change = change_of(first, SESSION_ALONE);
    change.actor = line.of.organiser;
    change.starts_s = at("2026-10-07T10:00");
    change.ends_s = at("2026-10-07T12:00");
    assert_int_equal(session_change(world->db, &change, &done), ERR_OK);
    assert_false(done.is_proposed);
    assert_int_equal(session_value(world, first, "starts_s"), at("2026-10-07T10:00"));
    assert_int_equal(session_value(world, first, "moved_from_s IS NULL"), 1);
    act = act_on(first, VERB_PUBLISH, SESSION_AND_FOLLOWING);
    act.actor = line.of.organiser;
    must_act(world, act, true);
    assert_int_equal(state_now(world, second), STATE_PROPOSED);
    act.actor = desk(NADIA);
    must_act(world, act, false);
    assert_int_equal(state_now(world, first), STATE_PUBLISHED);
    assert_int_equal(state_now(world, second), STATE_PUBLISHED);
}

static void a_draft_is_nobodys_affair_until_it_is_proposed(void **state)
{
    struct world *world = *state;
    struct line line = build_line(world, "desk");
    line.session_id = announce(world, &line, line.of.organiser, VERB_DRAFT, ERR_OK);
    assert_int_equal(state_now(world, line.session_id), STATE_DRAFT);
    must_act(world, line_act(&line, VERB_PUBLISH), true);
    assert_int_equal(state_now(world, line.session_id), STATE_PROPOSED);
}

static void under_the_automatic_rule_all_holds_at_once(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "automatic");
    const int64_t first = announce(world, &line, line.of.organiser, VERB_PUBLISH, ERR_OK);
    assert_int_equal(state_now(world, first), STATE_PUBLISHED);
    must_act(world, line_move(&line), false);
    assert_int_equal(starts(world, &line), at("2026-09-16T15:00"));
    assert_int_equal(state_now(world, line.booking_id), STATE_TO_RECONFIRM);
}

static void a_move_waits_while_the_session_stays_and_yes_moves_it_and_tells(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct outcome outcome;
    must_act(world, line_move(&line), true);
    const int64_t amendment = amendment_of(world, &line);
    assert_int_equal(state_now(world, amendment), STATE_ASKED);
    assert_int_equal(starts(world, &line), at(LINE_STARTS));
    assert_int_equal(state_now(world, line.session_id), STATE_PUBLISHED);
    assert_int_equal(state_now(world, line.booking_id), STATE_CONFIRMED);
    assert_int_equal(seats_taken(world, line.session_id), 2);

    assert_int_equal(move_by(world, amendment, VERB_ACCEPT, line.of.organiser, &outcome),
                     ERR_DENIED);
    assert_int_equal(move_by(world, amendment, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(starts(world, &line), at("2026-09-16T15:00"));
    assert_int_equal(state_now(world, line.booking_id), STATE_TO_RECONFIRM);
    assert_int_equal(to_tell(world), 1);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision_words"
                                      " WHERE words = 'La salle est prise.'"),
                     2); /* the session's, and what is said to who booked */
    assert_int_equal(world_int(world, "SELECT count(*) FROM act"), 0);

    assert_int_equal(request_undo(world->db, amendment, outcome.no, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(starts(world, &line), at(LINE_STARTS));
    assert_int_equal(state_now(world, line.booking_id), STATE_CONFIRMED);
    assert_int_equal(state_now(world, amendment), STATE_ASKED);
}

static void yes_to_a_series_moves_those_after_it_and_undo_brings_all_back(void **state)
{
    struct world *world = *state;
    struct line line = build_line(world, "desk");
    struct outcome outcome;
    line.session_id = add_weekly(world, line.activity_id, "2026-10-06T14:00", 8, 3);
    const int64_t third = nth_of_series(world, line.session_id, 2);
    const int64_t booking = build_booking(world, third, "confirmed", 1, 0);
    struct session_act act = line_move(&line);
    act.scope = SESSION_AND_FOLLOWING;
    act.starts_s = at("2026-10-07T14:00");
    act.ends_s = at("2026-10-07T16:00");
    must_act(world, act, true);
    const int64_t amendment = amendment_of(world, &line);
    assert_int_equal(move_by(world, amendment, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(session_value(world, third, "starts_s"), at("2026-10-21T14:00"));
    assert_int_equal(state_now(world, booking), STATE_TO_RECONFIRM);
    assert_int_equal(request_undo(world->db, amendment, outcome.no, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(session_value(world, third, "starts_s"), at("2026-10-20T14:00"));
    assert_int_equal(state_now(world, booking), STATE_CONFIRMED);
}

static void other_seats_and_another_place_wait_too(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct session_done done;
    struct outcome outcome;
    struct session_change change = change_of(line.session_id, SESSION_ALONE);
    change.actor = line.of.organiser;
    change.place = "Jardin";
    change.capacity = 1;
    assert_int_equal(session_change(world->db, &change, &done), ERR_DENIED);
    assert_int_equal(done.outcome.reasons, GUARD_CAPACITY); /* two are booked */
    change.capacity = 12;
    assert_int_equal(session_change(world->db, &change, &done), ERR_OK);
    assert_true(done.is_proposed);
    assert_int_equal(session_value(world, line.session_id, "capacity"), 8);
    const int64_t amendment = amendment_of(world, &line);
    assert_int_equal(move_by(world, amendment, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(session_value(world, line.session_id, "capacity"), 12);
    assert_int_equal(session_value(world, line.session_id, "place = 'Jardin'"), 1);
    assert_int_equal(to_tell(world), 1); /* the place */
}

static void postponing_and_cancelling_hold_at_once_and_coming_back_waits(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct outcome outcome;
    struct session_act postpone = line_act(&line, VERB_POSTPONE);
    postpone.reason_code = "host_away";
    must_act(world, postpone, false);
    assert_int_equal(state_now(world, line.session_id), STATE_POSTPONED);
    struct session_act again = line_move(&line);
    again.verb = VERB_PUBLISH;
    again.reason_code = "";
    must_act(world, again, true);
    assert_int_equal(state_now(world, line.session_id), STATE_POSTPONED);
    assert_int_equal(move_by(world, amendment_of(world, &line), VERB_ACCEPT, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(state_now(world, line.session_id), STATE_PUBLISHED);
    assert_int_equal(starts(world, &line), at("2026-09-16T15:00"));
    struct session_act cancel = line_act(&line, VERB_CANCEL);
    cancel.reason_code = "weather";
    must_act(world, cancel, false);
    assert_int_equal(state_now(world, line.booking_id), STATE_CANCELLED);
}

static void a_word_to_those_who_come_waits_for_nobody(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct session_act tell = line_act(&line, VERB_TELL);
    tell.words = "Apportez un tablier.";
    must_act(world, tell, false);
    assert_int_equal(to_tell(world), 1);
}

static void a_later_proposal_takes_the_place_of_the_first_and_an_end_ends_it(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct session_act act = line_move(&line);
    must_act(world, act, true);
    const int64_t first = amendment_of(world, &line);
    act.starts_s = at("2026-09-17T15:00");
    act.ends_s = at("2026-09-17T17:00");
    must_act(world, act, true);
    const int64_t second = amendment_of(world, &line);
    assert_int_equal(state_now(world, first), STATE_CANCELLED);
    struct session_done done;
    struct session_change change = change_of(line.session_id, SESSION_ALONE);
    change.actor = line.of.organiser;
    change.place = "Jardin";
    assert_int_equal(session_change(world->db, &change, &done), ERR_OK);
    assert_int_equal(state_now(world, second), STATE_ASKED); /* another question */
    struct session_act cancel = act_on(line.session_id, VERB_CANCEL, SESSION_ALONE);
    cancel.reason_code = "room";
    must_act(world, cancel, false);
    assert_int_equal(state_now(world, second), STATE_CANCELLED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request_state WHERE waits = 1"), 0);
}

static void what_nobody_answered_before_the_session_took_place_is_unanswered(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    int count = 0;
    struct session_act act = line_move(&line);
    act.starts_s = at("2026-11-17T15:00"); /* still to come */
    act.ends_s = at("2026-11-17T17:00");
    must_act(world, act, true);
    const int64_t amendment = amendment_of(world, &line);
    set_time("2026-09-16T09:00");
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    assert_int_equal(state_now(world, line.session_id), STATE_HELD);
    assert_int_equal(state_now(world, amendment), STATE_UNANSWERED);
    assert_int_equal(world_int(world,
                               "SELECT who = 'time' FROM decision WHERE request_id = %lld"
                               " ORDER BY no DESC LIMIT 1",
                               (long long)amendment),
                     1);
}

static void a_refused_proposal_changes_nothing_and_is_read(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct outcome outcome;
    must_act(world, line_move(&line), true);
    const int64_t amendment = amendment_of(world, &line);
    struct move refuse = move_make(amendment, VERB_REFUSE, desk(NADIA));
    refuse.reason_code = "room";
    assert_int_equal(request_move(world->db, &refuse, &outcome), ERR_OK);
    assert_int_equal(starts(world, &line), at(LINE_STARTS));
    assert_int_equal(to_tell(world), 0);
    assert_int_equal(move_by(world, amendment, VERB_CLOSE, line.of.organiser, &outcome), ERR_OK);
}

static void what_was_proposed_is_not_done_once_its_date_is_past(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct outcome outcome;
    must_act(world, line_move(&line), true);
    set_time("2026-09-16T15:00");
    assert_int_equal(move_by(world, amendment_of(world, &line), VERB_ACCEPT, desk(NADIA), &outcome),
                     ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_NOT_BEGUN);
}

static void a_stale_page_proposes_nothing(void **state)
{
    struct world *world = *state;
    const struct line line = build_line(world, "desk");
    struct session_done done;
    struct session_act act = line_move(&line);
    act.expected_no = 7;
    assert_int_equal(session_act(world->db, &act, &done), ERR_CONFLICT);
    struct session_change change = change_of(line.session_id, SESSION_ALONE);
    change.actor = line.of.organiser;
    change.expected_no = 7;
    change.capacity = 9;
    assert_int_equal(session_change(world->db, &change, &done), ERR_CONFLICT);
    act = line_move(&line);
    act.starts_s = at(LINE_STARTS);
    act.ends_s = at("2026-09-15T16:00");
    assert_int_equal(session_act(world->db, &act, &done), ERR_INVALID); /* it stands there */
    assert_int_equal(amendment_of(world, &line), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_announced_waits_for_yes_or_comes_back_with_a_reason),
        TEST(a_draft_is_nobodys_affair_until_it_is_proposed),
        TEST(under_the_automatic_rule_all_holds_at_once),
        TEST(a_move_waits_while_the_session_stays_and_yes_moves_it_and_tells),
        TEST(yes_to_a_series_moves_those_after_it_and_undo_brings_all_back),
        TEST(other_seats_and_another_place_wait_too),
        TEST(postponing_and_cancelling_hold_at_once_and_coming_back_waits),
        TEST(a_word_to_those_who_come_waits_for_nobody),
        TEST(a_later_proposal_takes_the_place_of_the_first_and_an_end_ends_it),
        TEST(what_nobody_answered_before_the_session_took_place_is_unanswered),
        TEST(a_refused_proposal_changes_nothing_and_is_read),
        TEST(what_was_proposed_is_not_done_once_its_date_is_past),
        TEST(a_stale_page_proposes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
