/* Asking, and what follows: seats, ranks, undo, claims, promises. */
#include "support_db.h"

#include <string.h>

#include "base/clock.h"
#include "core/request.h"

static struct actor guest(void)
{
    return (struct actor){.who = WHO_RESIDENT};
}

static struct actor member(int64_t household_id)
{
    return (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_card = true};
}

static struct actor desk(int64_t staff_id)
{
    return (struct actor){.who = WHO_DESK, .staff_id = staff_id};
}

static struct ask seats(int64_t session_id, int adults, int children, struct actor actor)
{
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, actor);
    ask.terms.session_id = session_id;
    ask.terms.from_s = at("2026-09-09T14:00");
    ask.terms.until_s = at("2026-09-09T16:00");
    ask.terms.adults = adults;
    ask.terms.children = children;
    return ask;
}

static struct ask loan(int64_t item_id, int64_t copy_id, const char *from, const char *until,
                       struct actor actor)
{
    struct ask ask = ask_make(KIND_LOAN, VERB_ASK, actor);
    ask.item_id = item_id;
    ask.terms.copy_id = copy_id;
    ask.terms.from_s = at(from);
    ask.terms.until_s = at(until);
    return ask;
}

static struct receipt must_ask(struct world *world, struct ask ask)
{
    struct receipt receipt;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    return receipt;
}

static enum err move_by(struct world *world, int64_t id, enum verb verb, struct actor actor,
                        struct outcome *outcome)
{
    const struct move move = move_make(id, verb, actor);
    return request_move(world->db, &move, outcome);
}

static enum state state_now(struct world *world, int64_t id)
{
    struct request request;
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    return request.state;
}

static int64_t seats_taken(struct world *world, int64_t session_id)
{
    return world_int(world,
                     "SELECT coalesce(sum(adults + children), 0) FROM request_state"
                     " WHERE session_id = %lld AND holds = 1",
                     (long long)session_id);
}

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

static void a_freed_seat_is_offered_by_itself_under_an_automatic_rule_only(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *rule;
        enum state then;
    } cases[] = {{"automatic", STATE_OFFERED}, {"desk", STATE_WAITLISTED}};
    const int64_t home = build_household(world, "0087", "Alma");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct outcome outcome;
        const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, cases[i].rule);
        const struct receipt seated = must_ask(world, seats(session_id, 1, 0, member(home)));
        struct ask join = seats(session_id, 1, 0, member(home));
        join.verb = VERB_JOIN;
        const struct receipt waiting = must_ask(world, join);
        assert_int_equal(move_by(world, seated.request_id, VERB_CANCEL, member(home), &outcome),
                         ERR_OK);
        assert_int_equal(state_now(world, waiting.request_id), cases[i].then);
    }
}

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

static void a_moved_session_asks_everyone_again_and_undoing_it_asks_nobody(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t confirmed = build_booking(world, session_id, "confirmed", 1, 0);
    const int64_t asked = must_ask(world, seats(session_id, 1, 0, guest())).request_id;
    struct terms terms = {.from_s = at("2026-09-10T14:00"), .until_s = at("2026-09-10T16:00")};
    struct move move = move_make(session_id, VERB_MOVE, desk(NADIA));
    move.terms = &terms;
    move.reason_code = "room";
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_OK);
    assert_int_equal(state_now(world, confirmed), STATE_TO_RECONFIRM);
    assert_int_equal(state_now(world, asked), STATE_ASKED);
    assert_int_equal(seats_taken(world, session_id), 2);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 2);
    assert_int_equal(world_int(world, "SELECT starts_s FROM session WHERE request_id = %lld",
                               (long long)session_id),
                     terms.from_s);
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(state_now(world, confirmed), STATE_CONFIRMED);
    assert_int_equal(world_int(world, "SELECT starts_s FROM session WHERE request_id = %lld",
                               (long long)session_id),
                     at("2026-09-09T14:00"));
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 0);
}

static void a_cancelled_session_ends_its_bookings_with_the_reason(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    const int64_t confirmed = build_booking(world, session_id, "confirmed", 1, 0);
    const int64_t waiting = build_booking(world, session_id, "waitlisted", 1, 0);
    struct move move = move_make(session_id, VERB_CANCEL, desk(NADIA));
    move.reason_code = "weather";
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_OK);
    assert_int_equal(state_now(world, confirmed), STATE_CANCELLED);
    assert_int_equal(state_now(world, waiting), STATE_CANCELLED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision"
                                      " WHERE reason_code = 'session_cancelled' AND who = 'house'"),
                     2);
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(state_now(world, confirmed), STATE_CONFIRMED);
    assert_int_equal(state_now(world, waiting), STATE_WAITLISTED);
}

static void a_session_does_not_shrink_below_what_is_taken(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    (void)build_booking(world, session_id, "confirmed", 3, 0);
    struct terms terms = {
        .from_s = at("2026-09-09T14:00"), .until_s = at("2026-09-09T16:00"), .adults = 2};
    struct move move = move_make(session_id, VERB_MOVE, desk(NADIA));
    move.terms = &terms;
    assert_int_equal(request_move(world->db, &move, &outcome), ERR_DENIED);
    assert_int_equal(outcome.reasons, GUARD_CAPACITY);
}

static void an_extension_lengthens_its_loan_unless_somebody_waits(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    struct receipt receipt;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t loan_id =
        build_loan(world, copy_id, "out", "2026-09-07T14:00", "2026-09-09T14:00");
    struct ask extend = ask_make(KIND_EXTENSION, VERB_ASK, member(home));
    extend.parent_id = loan_id;
    extend.item_id = item_id;
    extend.terms.from_s = at("2026-09-09T14:00");
    extend.terms.until_s = at("2026-09-11T14:00");
    const int64_t id = must_ask(world, extend).request_id;
    assert_int_equal(move_by(world, id, VERB_ACCEPT, desk(NADIA), &outcome), ERR_OK);
    struct request loaned;
    assert_int_equal(request_load(world->db, loan_id, &loaned), ERR_OK);
    assert_int_equal(loaned.terms.until_s, extend.terms.until_s);
    assert_int_equal(request_undo(world->db, id, 2, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(request_load(world->db, loan_id, &loaned), ERR_OK);
    assert_int_equal(loaned.terms.until_s, at("2026-09-09T14:00"));

    struct ask wait = ask_make(KIND_LOAN, VERB_JOIN, member(home));
    wait.item_id = item_id;
    wait.terms.from_s = at("2026-09-09T14:00");
    wait.terms.until_s = at("2026-09-10T14:00");
    (void)must_ask(world, wait);
    assert_int_equal(request_ask(world->db, &extend, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_NOBODY_WAITS);
}

static void a_reply_brings_two_neighbours_together_and_either_may_say_no(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t other = build_household(world, "0233", "Berk");
    struct ask need = ask_make(KIND_HELP, VERB_ASK, member(home));
    need.direction = "need";
    need.category = "errands";
    const int64_t need_id = must_ask(world, need).request_id;
    assert_int_equal(move_by(world, need_id, VERB_PUBLISH, desk(NADIA), &outcome), ERR_OK);
    struct ask reply = ask_make(KIND_HELP, VERB_ASK, member(other));
    reply.direction = "reply";
    reply.parent_id = need_id;
    const int64_t reply_id = must_ask(world, reply).request_id;
    assert_int_equal(move_by(world, reply_id, VERB_MATCH, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, need_id), STATE_MATCH_PROPOSED);
    /* Whoever replied takes it back: the need hangs again. */
    assert_int_equal(move_by(world, reply_id, VERB_CANCEL, member(other), &outcome), ERR_OK);
    assert_int_equal(state_now(world, need_id), STATE_PUBLISHED);
    /* And once more, to the end. */
    const int64_t again_id = must_ask(world, reply).request_id;
    assert_int_equal(move_by(world, again_id, VERB_MATCH, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(move_by(world, need_id, VERB_AGREE, member(home), &outcome), ERR_OK);
    assert_int_equal(state_now(world, again_id), STATE_AGREED);
    assert_int_equal(move_by(world, need_id, VERB_FINISH, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, again_id), STATE_DONE);
}

static void a_reply_to_nothing_is_refused(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct ask reply = ask_make(KIND_HELP, VERB_ASK, guest());
    reply.direction = "reply";
    assert_int_equal(request_ask(world->db, &reply, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_PARENT);
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
        TEST(a_guest_holds_at_most_two_seats_and_guests_are_capped_by_the_hour),
        TEST(what_cannot_be_is_refused_and_writes_nothing),
        TEST(the_waiting_list_keeps_the_rank_of_who_came_first),
        TEST(a_freed_seat_is_offered_by_itself_under_an_automatic_rule_only),
        TEST(a_decision_is_told_and_undone_within_ten_minutes),
        TEST(an_answer_already_read_is_taken_back_with_a_notice),
        TEST(the_second_of_two_on_one_card_is_told),
        TEST(nobody_decides_for_their_own_household),
        TEST(whoever_passed_it_on_does_not_decide_it),
        TEST(a_moved_session_asks_everyone_again_and_undoing_it_asks_nobody),
        TEST(a_cancelled_session_ends_its_bookings_with_the_reason),
        TEST(a_session_does_not_shrink_below_what_is_taken),
        TEST(an_extension_lengthens_its_loan_unless_somebody_waits),
        TEST(a_reply_brings_two_neighbours_together_and_either_may_say_no),
        TEST(a_reply_to_nothing_is_refused),
        TEST(what_ended_is_reopened_with_its_rank_if_there_is_room),
        TEST(a_correction_keeps_number_token_and_rank),
        TEST(who_may_see_and_do_depends_on_what_was_shown),
        TEST(a_number_shows_and_a_pin_answers_but_only_more_cancels),
        TEST(a_guests_ticket_is_claimed_by_card_once),
        TEST(a_remark_is_made_once_and_where_it_makes_sense),
        TEST(the_log_cannot_be_rewritten),
        TEST(a_clock_earlier_than_the_last_record_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
