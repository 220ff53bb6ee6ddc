/* Asking: seats, copies, rules, ranks, corrections. */
#include "support_ask.h"

#include <string.h>

#include "base/clock.h"

static void a_booking_waits_for_the_desk_and_holds_its_seats(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 1, guest()));
    assert_int_equal(receipt.state, STATE_ASKED);
    assert_int_equal(strlen(receipt.number), 6);
    assert_int_equal(strncmp(receipt.token, "T1", 2), 0);
    assert_true(receipt.answer_by_s > clock_now_s());
    assert_true(receipt.hold_ends_s >= receipt.answer_by_s);
    assert_int_equal(seats_taken(world, session_id), 2);
    int64_t found = 0;
    assert_int_equal(ticket_find_number(world->db, receipt.number, &found), ERR_OK);
    assert_int_equal(found, receipt.request_id);
    assert_int_equal(ticket_find_token(world->db, receipt.token, &found), ERR_OK);
    assert_int_equal(found, receipt.request_id);
}

static void the_token_is_kept_as_a_hash_only(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 0, guest()));
    assert_int_equal(world_int(world,
                               "SELECT count(*) FROM ticket WHERE token_hash = %Q"
                               " OR instr(hex(token_hash), %Q)",
                               receipt.token, receipt.token + 2),
                     0);
}

static void wrong_numbers_and_codes_are_told_from_unknown_ones(void **state)
{
    struct world *world = *state;
    int64_t id = 0;
    assert_int_equal(ticket_find_number(world->db, "123456", &id), ERR_INVALID);
    assert_int_equal(ticket_find_number(world->db, "12345", &id), ERR_INVALID);
    assert_int_equal(ticket_find_number(world->db, "100001", &id) == ERR_OK, false);
    assert_int_equal(ticket_find_token(world->db, "T1", &id), ERR_INVALID);
    assert_int_equal(ticket_find_token(world->db, "", &id), ERR_INVALID);
}

static void no_more_seats_than_there_are(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 3, "desk");
    const int64_t home = build_household(world, "0087", "Alma");
    (void)must_ask(world, seats(session_id, 2, 0, member(home)));
    struct ask two = seats(session_id, 2, 0, member(home));
    assert_int_equal(request_ask(world->db, &two, &receipt), ERR_FULL);
    assert_int_equal(receipt.reasons, GUARD_SEATS);
    (void)must_ask(world, seats(session_id, 1, 0, member(home)));
    assert_int_equal(seats_taken(world, session_id), 3);
}

static void the_database_itself_refuses_one_seat_too_many(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 2, "desk");
    (void)build_booking(world, session_id, "confirmed", 2, 0);
    const int64_t third = build_booking(world, session_id, "waitlisted", 1, 0);
    struct outcome outcome;
    assert_int_equal(move_by(world, third, VERB_OFFER, desk(NADIA), &outcome), ERR_FULL);
    assert_int_equal(outcome.reasons, GUARD_SEATS);
    assert_int_equal(state_now(world, third), STATE_WAITLISTED);
}

static void one_copy_is_not_lent_twice_at_once(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)must_ask(world,
                   loan(item_id, copy_id, "2026-09-10T14:00", "2026-09-12T10:00", member(home)));
    struct ask over = loan(item_id, copy_id, "2026-09-11T14:00", "2026-09-13T10:00", member(home));
    assert_int_equal(request_ask(world->db, &over, &receipt), ERR_CONFLICT);
    assert_int_equal(receipt.reasons, GUARD_COPY);
    /* What begins when the other ends does not overlap. */
    (void)must_ask(world,
                   loan(item_id, copy_id, "2026-09-12T10:00", "2026-09-15T10:00", member(home)));
}

static void an_automatic_rule_says_yes_at_once(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "automatic");
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 0, guest()));
    assert_int_equal(receipt.state, STATE_CONFIRMED);
    assert_int_equal(receipt.answer_by_s, 0);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision WHERE request_id = %lld",
                               (long long)receipt.request_id),
                     2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice"), 0);
}

static void a_limit_trust_or_training_open_the_rule_they_name(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t other = build_household(world, "0233", "Berk");
    world_exec(world, "UPDATE household SET is_trusted = 1 WHERE id = %lld", (long long)home);
    world_exec(world, "INSERT INTO training VALUES (%lld, 'saw', 0)", (long long)home);
    const int64_t above = build_session(world, "2026-09-09T14:00", 8, "desk_above");
    const int64_t trusted = build_session(world, "2026-09-09T14:00", 8, "trusted");
    const int64_t trained = build_session(world, "2026-09-09T14:00", 8, "trained");
    world_exec(world, "UPDATE activity SET rule_limit = 2, rule_code = 'saw'");
    assert_int_equal(must_ask(world, seats(above, 2, 0, member(other))).state, STATE_CONFIRMED);
    assert_int_equal(must_ask(world, seats(above, 3, 0, member(other))).state, STATE_ASKED);
    assert_int_equal(must_ask(world, seats(trusted, 1, 0, member(home))).state, STATE_CONFIRMED);
    assert_int_equal(must_ask(world, seats(trusted, 1, 0, member(other))).state, STATE_ASKED);
    assert_int_equal(must_ask(world, seats(trained, 1, 0, member(home))).state, STATE_CONFIRMED);
    assert_int_equal(must_ask(world, seats(trained, 1, 0, guest())).state, STATE_ASKED);
}

/* As those of the longest loan are: from a Friday to a Monday it is three, though that Sunday has
 * 25 hours. */
static void the_days_of_a_loan_are_counted_by_the_calendar(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t item_id = build_item(world, "Perceuse", "desk_above", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    world_exec(world, "UPDATE item_class SET rule_limit = 3");
    assert_int_equal(must_ask(world, loan(item_id, copy_id, "2026-10-23T09:00", "2026-10-26T09:00",
                                          member(home)))
                         .state,
                     STATE_RESERVED);
    assert_int_equal(must_ask(world, loan(item_id, copy_id, "2026-10-28T09:00", "2026-11-01T09:00",
                                          member(home)))
                         .state,
                     STATE_ASKED);
}

static void a_guest_holds_at_most_two_seats_and_guests_are_capped_by_the_hour(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 100, "desk");
    struct ask three = seats(session_id, 3, 0, guest());
    assert_int_equal(request_ask(world->db, &three, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_GUEST);
    struct ask one = seats(session_id, 1, 0, guest());
    int asked = 0;
    while (request_ask(world->db, &one, &receipt) == ERR_OK) {
        asked++;
        assert_true(asked < 100);
    }
    assert_true(asked >= 1);
    assert_int_equal(receipt.reasons, GUARD_GUEST);
    const int64_t home = build_household(world, "0087", "Alma");
    (void)must_ask(world, seats(session_id, 4, 0, member(home)));
    clock_freeze_at(clock_now_s() + CLOCK_HOUR_S - 1);
    assert_int_equal(request_ask(world->db, &one, &receipt), ERR_DENIED);
    clock_freeze_at(clock_now_s() + 1);
    (void)must_ask(world, one);
}

static void what_cannot_be_is_refused_and_writes_nothing(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    struct ask nobody = seats(session_id, 0, 0, guest());
    assert_int_equal(request_ask(world->db, &nobody, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_PARTY);
    struct ask moved = seats(session_id, 1, 0, guest());
    moved.terms.from_s += 3600; /* the session moved while the form was open */
    assert_int_equal(request_ask(world->db, &moved, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_PUBLISHED);
    struct ask broken = seats(session_id, 1, 0, guest());
    broken.first_name = "\xff\xfe";
    assert_int_equal(request_ask(world->db, &broken, &receipt), ERR_INVALID);
    struct ask wordy = seats(session_id, 1, 0, guest());
    char words[400];
    memset(words, 'a', sizeof(words) - 1);
    words[sizeof(words) - 1] = '\0';
    wordy.words[0] = (struct ask_words){"", words};
    wordy.words_count = 1;
    assert_int_equal(request_ask(world->db, &wordy, &receipt), ERR_INVALID);
    struct ask past = seats(session_id, 1, 0, guest());
    set_time("2026-09-09T14:30");
    assert_int_equal(request_ask(world->db, &past, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_NOT_BEGUN);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request WHERE kind = 'booking'"), 0);
}

static void the_waiting_list_keeps_the_rank_of_who_came_first(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    (void)must_ask(world, seats(session_id, 1, 0, member(home)));
    struct ask join = seats(session_id, 1, 0, member(home));
    join.verb = VERB_JOIN;
    const struct receipt first = must_ask(world, join);
    const struct receipt second = must_ask(world, join);
    assert_int_equal(first.state, STATE_WAITLISTED);
    assert_int_equal(first.rank, 1);
    assert_int_equal(second.rank, 2);
    /* On paper, before both: the rank is the paper's. */
    struct ask paper = join;
    paper.channel = "paper";
    paper.actor = desk(NADIA);
    paper.happened_at_s = clock_now_s() - 3600;
    assert_int_equal(must_ask(world, paper).rank, 1);
}

static void a_correction_keeps_number_token_and_rank(void **state)
{
    struct world *world = *state;
    struct receipt corrected;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 2, "desk");
    const struct receipt first = must_ask(world, seats(session_id, 1, 0, member(home)));
    set_time("2026-09-08T17:42");
    struct ask two = seats(session_id, 2, 0, member(home));
    assert_int_equal(request_correct(world->db, first.request_id, &two, &corrected), ERR_OK);
    int64_t found = 0;
    assert_int_equal(ticket_find_number(world->db, first.number, &found), ERR_OK);
    assert_int_equal(found, corrected.request_id);
    assert_int_equal(ticket_find_token(world->db, first.token, &found), ERR_OK);
    assert_int_equal(state_now(world, first.request_id), STATE_REPLACED);
    assert_int_equal(seats_taken(world, session_id), 2);
    assert_int_equal(world_int(world, "SELECT rank_s FROM request_state WHERE request_id = %lld",
                               (long long)corrected.request_id),
                     at(WORLD_NOW));
    /* Refused whole: the old version stays when the new one cannot be. */
    struct ask three = seats(session_id, 3, 0, member(home));
    assert_int_equal(request_correct(world->db, corrected.request_id, &three, &corrected),
                     ERR_FULL);
    assert_int_equal(state_now(world, found), STATE_ASKED);
}

static void a_clock_earlier_than_the_last_record_writes_nothing(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    (void)must_ask(world, seats(session_id, 1, 0, guest()));
    set_time("2026-09-01T10:00");
    struct ask again = seats(session_id, 1, 0, guest());
    assert_int_equal(request_ask(world->db, &again, &receipt), ERR_CLOCK);
    int count = 0;
    set_time("2026-09-08T16:42");
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_booking_waits_for_the_desk_and_holds_its_seats),
        TEST(the_token_is_kept_as_a_hash_only),
        TEST(wrong_numbers_and_codes_are_told_from_unknown_ones),
        TEST(no_more_seats_than_there_are),
        TEST(the_database_itself_refuses_one_seat_too_many),
        TEST(one_copy_is_not_lent_twice_at_once),
        TEST(an_automatic_rule_says_yes_at_once),
        TEST(a_limit_trust_or_training_open_the_rule_they_name),
        TEST(the_days_of_a_loan_are_counted_by_the_calendar),
        TEST(a_guest_holds_at_most_two_seats_and_guests_are_capped_by_the_hour),
        TEST(what_cannot_be_is_refused_and_writes_nothing),
        TEST(the_waiting_list_keeps_the_rank_of_who_came_first),
        TEST(a_correction_keeps_number_token_and_rank),
        TEST(a_clock_earlier_than_the_last_record_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
