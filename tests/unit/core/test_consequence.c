/* What a decision brings about for others. */
#include "support_ask.h"

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

/* Source: flows.md, "Kinds": a freed copy is offered by itself only under an automatic rule. */
static void a_freed_copy_is_offered_by_itself_under_an_automatic_rule_only(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *title, *rule, *from, *until;
        enum state then;
    } cases[] = {
        {"Perceuse", "automatic", "2026-09-10T09:00", "2026-09-11T09:00", STATE_OFFERED},
        {"Escabeau", "automatic", NULL, NULL, STATE_OFFERED}, /* the first that comes back */
        {"Diable", "automatic", "2026-09-10T09:00", "2026-09-20T09:00", STATE_WAITLISTED},
        {"Scie", "desk", "2026-09-10T09:00", "2026-09-11T09:00", STATE_WAITLISTED},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct outcome outcome;
        struct request wait;
        const int64_t item_id = build_item(world, cases[i].title, cases[i].rule, 14);
        const int64_t copy_id = build_copy(world, item_id, 1);
        const int64_t loan_id =
            build_loan(world, copy_id, "reserved", "2026-09-09T09:00", "2026-09-12T09:00");
        (void)build_loan(world, copy_id, "reserved", "2026-09-15T09:00", "2026-09-16T09:00");
        const int64_t wait_id = build_request(
            world, &(struct build){.kind = "loan",
                                   .state = "waitlisted",
                                   .item_id = item_id,
                                   .from_s = cases[i].from == NULL ? 0 : at(cases[i].from),
                                   .until_s = cases[i].until == NULL ? 0 : at(cases[i].until)});
        assert_int_equal(move_by(world, loan_id, VERB_CANCEL, desk(NADIA), &outcome), ERR_OK);
        assert_int_equal(state_now(world, wait_id), cases[i].then);
        assert_int_equal(request_load(world->db, wait_id, &wait), ERR_OK);
        assert_int_equal(wait.terms.copy_id, cases[i].then == STATE_OFFERED ? copy_id : 0);
        assert_int_equal(request_undo(world->db, loan_id, outcome.no, desk(NADIA), &outcome),
                         ERR_OK);
        assert_int_equal(state_now(world, wait_id), STATE_WAITLISTED);
    }
}

static void nobody_new_passes_those_who_wait(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    struct receipt receipt;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    const struct receipt seated = must_ask(world, seats(session_id, 1, 0, member(home)));
    struct ask join = seats(session_id, 1, 0, member(home));
    join.verb = VERB_JOIN;
    (void)must_ask(world, join);
    assert_int_equal(move_by(world, seated.request_id, VERB_CANCEL, member(home), &outcome),
                     ERR_OK);
    struct ask late = seats(session_id, 1, 0, guest());
    assert_int_equal(request_ask(world->db, &late, &receipt), ERR_FULL);
    late.verb = VERB_JOIN;
    assert_int_equal(must_ask(world, late).rank, 2);
}

/* A drill asked for by its days; one copy, which comes free; somebody waits for `from` … `until`.
 */
static struct ask after_a_wait(struct world *world, const char *from, const char *until)
{
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    (void)build_request(world, &(struct build){.kind = "loan",
                                               .state = "waitlisted",
                                               .item_id = item_id,
                                               .from_s = from == NULL ? 0 : at(from),
                                               .until_s = until == NULL ? 0 : at(until)});
    return loan(item_id, copy_id, "2026-09-10T09:00", "2026-09-11T09:00", guest());
}

static void nobody_new_passes_those_who_wait_for_a_copy(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct ask late = after_a_wait(world, "2026-09-10T17:00", "2026-09-12T09:00");
    assert_int_equal(request_ask(world->db, &late, &receipt), ERR_CONFLICT);
    assert_int_equal(receipt.reasons, GUARD_COPY);
    /* Whoever comes new joins the list; the desk may say otherwise. */
    struct ask join = late;
    join.verb = VERB_JOIN;
    join.terms = (struct terms){0};
    assert_int_equal(must_ask(world, join).rank, 2);
    late.actor = desk(NADIA);
    assert_int_equal(must_ask(world, late).state, STATE_ASKED);
}

static void who_waits_for_the_first_that_comes_back_has_it_as_long_as_its_class_allows(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct ask ask = after_a_wait(world, NULL, NULL);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_CONFLICT);
    ask.terms.from_s = at("2026-09-16T09:00");
    ask.terms.until_s = at("2026-09-17T09:00");
    assert_int_equal(must_ask(world, ask).state, STATE_ASKED);
}

static void what_one_holds_is_not_taken_by_those_who_wait(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const struct ask ask = after_a_wait(world, "2026-09-12T09:00", "2026-09-15T09:00");
    const struct receipt held = must_ask(world, ask);
    struct terms terms = ask.terms;
    struct move change =
        move_make(held.request_id, VERB_CHANGE,
                  (struct actor){.who = WHO_RESIDENT, .token_request_id = held.request_id});
    change.terms = &terms;
    terms.until_s = at("2026-09-15T09:00");
    assert_int_equal(request_move(world->db, &change, &outcome), ERR_CONFLICT);
    assert_int_equal(outcome.reasons, GUARD_COPY);
    terms.until_s = at("2026-09-10T18:00");
    assert_int_equal(request_move(world->db, &change, &outcome), ERR_OK);
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
    assert_int_equal(world_int(world, "SELECT moved_from_s FROM session WHERE request_id = %lld",
                               (long long)session_id),
                     0);
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

static void a_cancelled_session_offers_no_seat_and_comes_back_whole(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "automatic");
    const int64_t seated = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    struct ask join = seats(session_id, 1, 0, member(home));
    join.verb = VERB_JOIN;
    const int64_t waiting = must_ask(world, join).request_id;
    assert_int_equal(move_by(world, session_id, VERB_CANCEL, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision WHERE verb = 'offer'"), 0);
    assert_int_equal(request_undo(world->db, session_id, outcome.no, desk(NADIA), &outcome),
                     ERR_OK);
    assert_int_equal(state_now(world, seated), STATE_CONFIRMED);
    assert_int_equal(state_now(world, waiting), STATE_WAITLISTED);
}

static void whoever_excuses_themselves_in_time_frees_their_seat(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "automatic");
    const int64_t seated = must_ask(world, seats(session_id, 1, 0, member(home))).request_id;
    struct ask join = seats(session_id, 1, 0, member(home));
    join.verb = VERB_JOIN;
    const int64_t waiting = must_ask(world, join).request_id;
    assert_int_equal(move_by(world, seated, VERB_MARK_EXCUSED, desk(NADIA), &outcome), ERR_OK);
    assert_int_equal(state_now(world, waiting), STATE_OFFERED);
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
    assert_int_equal(request_ask(world->db, &extend, &receipt), ERR_DENIED); /* somebody else's */
    assert_true((receipt.reasons & GUARD_PARENT) != 0);
    extend.actor.token_request_id = loan_id;
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

static void a_loan_is_not_lengthened_into_the_next_one_by_a_rule_or_by_the_desk(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    struct request loaned;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t item_id = build_item(world, "Perceuse", "automatic", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t loan_id =
        build_loan(world, copy_id, "out", "2026-09-07T14:00", "2026-09-09T14:00");
    (void)build_loan(world, copy_id, "reserved", "2026-09-10T14:00", "2026-09-11T14:00");
    struct ask extend = ask_make(KIND_EXTENSION, VERB_ASK, member(home));
    extend.actor.token_request_id = loan_id;
    extend.parent_id = loan_id;
    extend.item_id = item_id;
    extend.terms.from_s = at("2026-09-09T14:00");
    extend.terms.until_s = at("2026-09-11T09:00");
    const struct receipt receipt = must_ask(world, extend);
    assert_int_equal(receipt.state, STATE_ASKED);
    assert_int_equal(move_by(world, receipt.request_id, VERB_ACCEPT, desk(NADIA), &outcome),
                     ERR_CONFLICT);
    assert_int_equal(outcome.reasons, GUARD_COPY);
    assert_int_equal(request_load(world->db, loan_id, &loaned), ERR_OK);
    assert_int_equal(loaned.terms.until_s, at("2026-09-09T14:00"));
    assert_int_equal(world_int(world, "SELECT max(no) FROM decision WHERE request_id = %lld",
                               (long long)receipt.request_id),
                     1);
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

static void nobody_replies_to_their_own_need(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    struct receipt receipt;
    const int64_t home = build_household(world, "0087", "Alma");
    struct ask need = ask_make(KIND_HELP, VERB_ASK, member(home));
    need.direction = "need";
    need.category = "errands";
    const int64_t need_id = must_ask(world, need).request_id;
    assert_int_equal(move_by(world, need_id, VERB_PUBLISH, desk(NADIA), &outcome), ERR_OK);
    struct ask reply = ask_make(KIND_HELP, VERB_ASK, member(home));
    reply.direction = "reply";
    reply.parent_id = need_id;
    assert_int_equal(request_ask(world->db, &reply, &receipt), ERR_DENIED);
    assert_int_equal(receipt.reasons, GUARD_OTHERS);
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_freed_seat_is_offered_by_itself_under_an_automatic_rule_only),
        TEST(a_freed_copy_is_offered_by_itself_under_an_automatic_rule_only),
        TEST(nobody_new_passes_those_who_wait),
        TEST(nobody_new_passes_those_who_wait_for_a_copy),
        TEST(who_waits_for_the_first_that_comes_back_has_it_as_long_as_its_class_allows),
        TEST(what_one_holds_is_not_taken_by_those_who_wait),
        TEST(a_moved_session_asks_everyone_again_and_undoing_it_asks_nobody),
        TEST(a_cancelled_session_ends_its_bookings_with_the_reason),
        TEST(a_cancelled_session_offers_no_seat_and_comes_back_whole),
        TEST(whoever_excuses_themselves_in_time_frees_their_seat),
        TEST(a_session_does_not_shrink_below_what_is_taken),
        TEST(an_extension_lengthens_its_loan_unless_somebody_waits),
        TEST(a_loan_is_not_lengthened_into_the_next_one_by_a_rule_or_by_the_desk),
        TEST(a_reply_brings_two_neighbours_together_and_either_may_say_no),
        TEST(nobody_replies_to_their_own_need),
        TEST(a_reply_to_nothing_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
