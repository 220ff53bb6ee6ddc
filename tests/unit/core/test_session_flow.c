/* A session's own life: seats added, a word to all who come, who came. */
#include "support_ask.h"

#include "core/sessions.h"

static const char *const WHEN = "2026-09-09T14:00";

static struct terms terms_of(const char *from, int capacity)
{
    return (struct terms){.from_s = at(from), .until_s = at(from) + 7200, .adults = capacity};
}

static enum err move_with(struct world *world, int64_t id, enum verb verb, struct terms terms,
                          struct outcome *outcome)
{
    struct move move = move_make(id, verb, desk(NADIA));
    move.terms = &terms;
    return request_move(world->db, &move, outcome);
}

static int64_t join(struct world *world, int64_t session_id, int people, int64_t household_id)
{
    struct ask ask = seats(session_id, people, 0, member(household_id));
    ask.verb = VERB_JOIN;
    return must_ask(world, ask).request_id;
}

static int64_t session_value(struct world *world, int64_t session_id, const char *column)
{
    return world_int(world, "SELECT %s FROM session WHERE request_id = %lld", column,
                     (long long)session_id);
}

static void more_seats_ask_nobody_again_and_are_offered_in_order(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, WHEN, 1, "automatic");
    const int64_t seated = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    const int64_t first = join(world, session_id, 1, home);
    const int64_t second = join(world, session_id, 2, home);
    const int64_t third = join(world, session_id, 1, home);
    assert_int_equal(
        move_with(world, session_id, VERB_CHANGE, terms_of("2026-09-20T14:00", 4), &outcome),
        ERR_OK);
    assert_int_equal(state_now(world, seated), STATE_CONFIRMED);
    assert_int_equal(state_now(world, first), STATE_OFFERED);
    assert_int_equal(state_now(world, second), STATE_OFFERED);
    assert_int_equal(state_now(world, third), STATE_WAITLISTED);
    assert_int_equal(session_value(world, session_id, "starts_s"), at(WHEN));
    assert_int_equal(session_value(world, session_id, "capacity"), 4);
    /* Undone, they wait again. The capacity of the first decision was not written by the core. */
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(state_now(world, first), STATE_WAITLISTED);
}

static void fewer_seats_than_taken_are_refused(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 8, "desk");
    (void)build_booking(world, session_id, "confirmed", 3, 1);
    assert_int_equal(move_with(world, session_id, VERB_CHANGE, terms_of(WHEN, 3), &outcome),
                     ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_CAPACITY);
    assert_int_equal(move_with(world, session_id, VERB_CHANGE, terms_of(WHEN, 4), &outcome),
                     ERR_OK);
}

static void a_word_finds_those_who_come_or_wait_and_can_be_taken_back(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, WHEN, 4, "desk");
    const int64_t confirmed = build_booking(world, session_id, "confirmed", 1, 0);
    const int64_t offered = build_booking(world, session_id, "offered", 1, 0);
    const int64_t waiting = join(world, session_id, 3, home);
    struct move word = move_make(session_id, VERB_TELL, desk(NADIA));
    word.words = "Apportez un tablier.";
    assert_int_equal(request_move(world->db, &word, &outcome), ERR_OK);
    assert_int_equal(state_now(world, confirmed), STATE_CONFIRMED);
    assert_int_equal(state_now(world, waiting), STATE_WAITLISTED);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM notice JOIN decision_words"
                               " USING (request_id, no) WHERE state = 'to_tell'"
                               " AND words = 'Apportez un tablier.' AND request_id IN (%lld, %lld)",
                               (long long)confirmed, (long long)waiting),
                     2);
    assert_int_equal(world_int(world, "SELECT no FROM request_state WHERE request_id = %lld",
                               (long long)offered),
                     1);
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 0);
}

static void what_is_written_with_a_cancelled_session_reaches_its_bookings(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 4, "desk");
    const int64_t booking_id = build_booking(world, session_id, "confirmed", 1, 0);
    struct move move = move_make(session_id, VERB_CANCEL, desk(NADIA));
    move.reason_code = "host_away";
    move.words = "Désolés !";
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_OK);
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM decision_words WHERE request_id = %lld"
                               " AND words = 'Désolés !'",
                               (long long)booking_id),
                     1);
}

static void a_draft_changes_its_date_and_nobody_learns_where_it_stood(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    int64_t session_id = 0;
    const int64_t other = build_session(world, WHEN, 4, "desk");
    const struct session_plan plan = {
        .activity_id = session_value(world, other, "activity_id"),
        .starts_s = at(WHEN),
        .ends_s = at("2026-09-09T16:00"),
        .place = "",
        .capacity = 6,
    };
    assert_int_equal(db_begin(world->db), ERR_OK);
    assert_int_equal(
        db_end(world->db, sessions_add(world->db, &plan, VERB_DRAFT, desk(NADIA), &session_id)),
        ERR_OK);
    assert_int_equal(
        move_with(world, session_id, VERB_CHANGE, terms_of("2026-09-12T10:00", 8), &outcome),
        ERR_OK);
    assert_int_equal(outcome.state, STATE_DRAFT);
    assert_int_equal(session_value(world, session_id, "starts_s"), at("2026-09-12T10:00"));
    assert_int_equal(session_value(world, session_id, "capacity"), 8);
    assert_int_equal(session_value(world, session_id, "moved_from_s"), 0);
}

static int64_t act_sum(struct world *world, const char *what)
{
    return world_int(world, "SELECT coalesce(sum(%s), 0) FROM act WHERE kind = 'session'", what);
}

static void people_without_a_name_are_counted_with_their_session(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 0, "automatic");
    const struct terms fourteen = {
        .from_s = at(WHEN), .until_s = at("2026-09-09T16:00"), .adults = 11, .children = 3};
    struct terms sixteen = fourteen;
    sixteen.adults = 13;
    assert_int_equal(move_with(world, session_id, VERB_COUNT_IN, fourteen, &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_BEGUN);
    set_time("2026-09-11T10:00");
    assert_int_equal(move_with(world, session_id, VERB_COUNT_IN, fourteen, &outcome), ERR_OK);
    assert_int_equal(outcome.state, STATE_COUNTED);
    assert_int_equal(act_sum(world, "adults"), 11);
    assert_int_equal(act_sum(world, "children"), 3);
    assert_int_equal(world_int(world, "SELECT day FROM act"),
                     20260909); /* not when it was entered */
    assert_int_equal(move_with(world, session_id, VERB_COUNT_IN, sixteen, &outcome), ERR_OK);
    assert_int_equal(act_sum(world, "adults"), 13);
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(act_sum(world, "adults"), 11);
    assert_int_equal(session_value(world, session_id, "capacity IS NULL"), 1);
}

static void a_capacity_is_never_counted_as_people(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 4, "desk");
    assert_int_equal(move_with(world, session_id, VERB_CHANGE, terms_of(WHEN, 6), &outcome),
                     ERR_OK);
    set_time("2026-09-09T16:30");
    assert_int_equal(move_by(world, session_id, VERB_COUNT_IN, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(act_sum(world, "adults"), 0);
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(session_value(world, session_id, "capacity"), 6);
}

static void more_or_fewer_than_booked_may_come_and_count_for_the_day(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, WHEN, 8, "desk");
    const int64_t id = build_booking(world, session_id, "confirmed", 2, 0);
    struct terms terms = {.session_id = session_id,
                          .from_s = at(WHEN),
                          .until_s = at("2026-09-09T16:00"),
                          .adults = 2};
    set_time("2026-09-10T09:00");
    assert_int_equal(move_with(world, id, VERB_MARK_PRESENT, terms, &outcome), ERR_OK);
    terms.adults = 1;
    terms.children = 2;
    assert_int_equal(move_with(world, id, VERB_MARK_PRESENT, terms, &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT sum(adults) FROM act"), 1);
    assert_int_equal(world_int(world, "SELECT sum(children) FROM act"), 2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM act WHERE day <> 20260909"), 0);
}

static void an_offer_that_finds_nobody_goes_back_to_the_list_and_is_not_made_again(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, WHEN, 1, "automatic");
    const int64_t seated = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    const int64_t waiting = join(world, session_id, 1, home);
    assert_int_equal(move_by(world, seated, VERB_CANCEL, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, waiting), STATE_OFFERED);
    assert_int_equal(move_by(world, waiting, VERB_WAIT, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, waiting), STATE_WAITLISTED);
    assert_int_equal(seats_taken(world, session_id), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(more_seats_ask_nobody_again_and_are_offered_in_order),
        TEST(fewer_seats_than_taken_are_refused),
        TEST(a_word_finds_those_who_come_or_wait_and_can_be_taken_back),
        TEST(what_is_written_with_a_cancelled_session_reaches_its_bookings),
        TEST(a_draft_changes_its_date_and_nobody_learns_where_it_stood),
        TEST(people_without_a_name_are_counted_with_their_session),
        TEST(a_capacity_is_never_counted_as_people),
        TEST(more_or_fewer_than_booked_may_come_and_count_for_the_day),
        TEST(an_offer_that_finds_nobody_goes_back_to_the_list_and_is_not_made_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
