/* What time decides, and that it decides it once. */
#include "support_db.h"

#include "base/clock.h"
#include "core/request.h"
#include "core/setting.h"

static enum state state_now(struct world *world, int64_t id)
{
    struct request request;
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    return request.state;
}

static int sweep(struct world *world)
{
    int count = 0;
    int again = 0;
    assert_int_equal(sweep_run(world->db, &count), ERR_OK);
    assert_int_equal(sweep_run(world->db, &again), ERR_OK);
    assert_int_equal(again, 0); /* idempotent */
    return count;
}

static struct ask one_seat(int64_t session_id, int64_t household_id)
{
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK,
                              (struct actor){.who = WHO_RESIDENT,
                                             .household_id = household_id,
                                             .has_card = household_id != 0});
    ask.terms = (struct terms){.session_id = session_id,
                               .from_s = at("2026-09-12T10:00"),
                               .until_s = at("2026-09-12T12:00"),
                               .adults = 1};
    return ask;
}

static void nothing_is_decided_before_its_time(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 8, "desk");
    struct ask ask = one_seat(session_id, 0);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    assert_int_equal(sweep(world), 0);
}

static void a_guests_hold_ends_and_the_request_stays_a_households_does_not(void **state)
{
    struct world *world = *state;
    struct receipt guests;
    struct receipt known;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 8, "desk");
    struct ask ask = one_seat(session_id, 0);
    assert_int_equal(request_ask(world->db, &ask, &guests), ERR_OK);
    ask = one_seat(session_id, home);
    assert_int_equal(request_ask(world->db, &ask, &known), ERR_OK);
    clock_freeze_at(guests.hold_ends_s + 1);
    assert_int_equal(sweep(world), 1);
    struct request request;
    assert_int_equal(request_load(world->db, guests.request_id, &request), ERR_OK);
    assert_int_equal(request.state, STATE_ASKED);
    assert_false(request.holds);
    assert_int_equal(request_load(world->db, known.request_id, &request), ERR_OK);
    assert_true(request.holds);
}

static void one_that_cannot_move_keeps_time_for_no_other(void **state)
{
    struct world *world = *state;
    struct receipt stuck;
    struct receipt other;
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 8, "desk");
    struct ask ask = one_seat(session_id, 0);
    assert_int_equal(request_ask(world->db, &ask, &stuck), ERR_OK);
    assert_int_equal(request_ask(world->db, &ask, &other), ERR_OK);
    world_exec(world,
               "CREATE TRIGGER stuck AFTER UPDATE ON request_state WHEN NEW.request_id = %lld"
               " BEGIN SELECT RAISE(ABORT, 'conflict: for this test'); END",
               (long long)stuck.request_id);
    const int64_t decisions = world_int(world, "SELECT count(*) FROM decision");
    clock_freeze_at(other.hold_ends_s + 1);
    assert_int_equal(sweep(world), 1);
    struct request request;
    assert_int_equal(request_load(world->db, other.request_id, &request), ERR_OK);
    assert_false(request.holds);
    assert_int_equal(request_load(world->db, stuck.request_id, &request), ERR_OK);
    assert_true(request.holds); /* nothing of it stays half done */
    assert_int_equal(world_int(world, "SELECT count(*) FROM decision"), decisions + 1);
    world_exec(world, "DROP TRIGGER stuck");
    assert_int_equal(sweep(world), 1);
}

static void what_nobody_answered_by_its_date_ends_with_an_apology(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 8, "desk");
    struct ask ask = one_seat(session_id, home);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    struct receipt waiting;
    ask.verb = VERB_JOIN;
    assert_int_equal(request_ask(world->db, &ask, &waiting), ERR_OK);
    set_time("2026-09-12T10:00");
    assert_int_equal(sweep(world), 2);
    assert_int_equal(state_now(world, receipt.request_id), STATE_UNANSWERED);
    assert_int_equal(state_now(world, waiting.request_id), STATE_NOT_SERVED);
    assert_int_equal(world_int(world, "SELECT count(*) FROM notice WHERE state = 'to_tell'"), 2);
}

static void an_offer_lapses_a_day_after_it_was_told_not_before(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 8, "desk");
    const int64_t id = build_booking(world, session_id, "waitlisted", 1, 0);
    const struct move offer =
        move_make(id, VERB_OFFER, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &offer, &outcome), ERR_OK);
    set_time("2026-09-10T17:00"); /* two days, but nobody told them */
    assert_int_equal(sweep(world), 0);
    assert_int_equal(notice_tell_all(world->db, id, "phone", NADIA), ERR_OK);
    set_time("2026-09-11T17:00");
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, id), STATE_LAPSED);
}

/* A loan that waited for `from` … `until` (NULL: the first that comes back), offered the 10th. */
static int64_t offered_copy(struct world *world, const char *from, const char *until)
{
    struct outcome outcome;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t id =
        build_request(world, &(struct build){.kind = "loan",
                                             .state = "waitlisted",
                                             .item_id = item_id,
                                             .from_s = from == NULL ? 0 : at(from),
                                             .until_s = until == NULL ? 0 : at(until)});
    const struct terms terms = {
        .copy_id = build_copy(world, item_id, 1),
        .from_s = at("2026-09-10T09:00"),
        .until_s = at("2026-09-11T09:00"),
    };
    struct move offer =
        move_make(id, VERB_OFFER, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    offer.terms = &terms;
    assert_int_equal(request_move(world->db, &offer, &outcome), ERR_OK);
    return id;
}

static void who_waits_for_the_first_copy_waits_on_when_an_offer_passes(void **state)
{
    struct world *world = *state;
    struct request request;
    const int64_t untold = offered_copy(world, NULL, NULL);
    set_time("2026-09-11T00:01"); /* its day is over, and nobody told them */
    assert_int_equal(sweep(world), 1);
    assert_int_equal(request_load(world->db, untold, &request), ERR_OK);
    assert_int_equal(request.state, STATE_WAITLISTED);
    assert_int_equal(request.terms.from_s, 0);
    assert_int_equal(request.terms.copy_id, 0);
    assert_false(request.holds);
    assert_int_equal(sweep(world), 0);
}

static void a_lapsed_offer_of_a_copy_leaves_the_days_that_were_waited_for(void **state)
{
    struct world *world = *state;
    struct request request;
    const int64_t id = offered_copy(world, "2026-09-15T09:00", "2026-09-17T09:00");
    assert_int_equal(notice_tell_all(world->db, id, "phone", NADIA), ERR_OK);
    set_time("2026-09-09T16:43");
    assert_int_equal(sweep(world), 1);
    assert_int_equal(request_load(world->db, id, &request), ERR_OK);
    assert_int_equal(request.state, STATE_WAITLISTED);
    assert_int_equal(request.terms.from_s, at("2026-09-15T09:00"));
}

static void days_that_were_waited_for_end_the_wait_when_they_pass(void **state)
{
    struct world *world = *state;
    const int64_t id = offered_copy(world, "2026-09-10T09:00", "2026-09-11T09:00");
    set_time("2026-09-11T00:01");
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, id), STATE_UNANSWERED);
}

static void what_was_not_picked_up_is_set_aside_the_day_after(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t id =
        build_loan(world, copy_id, "reserved", "2026-09-09T14:00", "2026-09-11T14:00");
    set_time("2026-09-09T18:00");
    assert_int_equal(sweep(world), 0);
    set_time("2026-09-10T00:01");
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, id), STATE_UNCLAIMED);
}

static void a_session_is_held_when_it_is_over_and_in_doubt_when_few_came(void **state)
{
    struct world *world = *state;
    const int64_t full = build_session(world, "2026-09-09T10:00", 8, "desk");
    const int64_t few = build_session(world, "2026-09-09T14:00", 8, "desk");
    world_exec(world, "UPDATE session SET least_people = 3 WHERE request_id = %lld",
               (long long)few);
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, few), STATE_TO_DECIDE);
    assert_int_equal(state_now(world, full), STATE_PUBLISHED);
    set_time("2026-09-09T12:00");
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, full), STATE_HELD);
}

static void a_date_is_doubted_once(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t few = build_session(world, "2026-09-09T14:00", 8, "desk");
    world_exec(world, "UPDATE session SET least_people = 3 WHERE request_id = %lld",
               (long long)few);
    assert_int_equal(sweep(world), 1);
    const struct move yes =
        move_make(few, VERB_PUBLISH, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &yes, &outcome), ERR_OK);
    assert_int_equal(sweep(world), 0);
    assert_int_equal(state_now(world, few), STATE_PUBLISHED);
}

static void whoever_waits_for_a_new_date_is_not_ended_by_the_old_one(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct outcome outcome;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 8, "desk");
    struct ask ask = one_seat(session_id, home);
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    const struct move postpone =
        move_make(session_id, VERB_POSTPONE, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &postpone, &outcome), ERR_OK);
    set_time("2026-09-12T10:00");
    assert_int_equal(sweep(world), 0);
    assert_int_equal(state_now(world, receipt.request_id), STATE_ASKED);
}

static void an_offered_thing_that_nobody_was_told_of_ends_with_its_day(void **state)
{
    struct world *world = *state;
    const int64_t item_id = build_item(world, "Perceuse", "desk", 7);
    const int64_t copy_id = build_copy(world, item_id, 1);
    const int64_t id =
        build_loan(world, copy_id, "offered", "2026-09-09T14:00", "2026-09-11T14:00");
    set_time("2026-09-10T00:01");
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, id), STATE_UNANSWERED);
}

static void a_counted_session_does_not_count_its_seats_as_people(void **state)
{
    struct world *world = *state;
    struct outcome outcome;
    const int64_t id =
        build_request(world, &(struct build){.kind = "session", .state = "held", .adults = 12});
    const struct move count =
        move_make(id, VERB_COUNT_IN, (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &count, &outcome), ERR_OK);
    assert_int_equal(world_int(world, "SELECT adults FROM act WHERE kind = 'session'"), 0);
}

static void a_need_on_the_board_for_long_comes_back_to_the_desk(void **state)
{
    struct world *world = *state;
    const int64_t need = build_request(
        world, &(struct build){.kind = "help", .state = "published", .direction = "need"});
    const int64_t offer = build_request(
        world, &(struct build){.kind = "help", .state = "published", .direction = "offer"});
    clock_freeze_at(clock_now_s() + setting_default(SETTING_HELP_REVIVE_S));
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, need), STATE_TO_REVIVE);
    clock_freeze_at(at(WORLD_NOW) + setting_default(SETTING_OFFER_CONFIRM_S));
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, offer), STATE_TO_REVIVE);
}

static void a_deposit_that_lies_ready_is_reminded_of(void **state)
{
    struct world *world = *state;
    const int64_t id = build_request(world, &(struct build){.kind = "deposit", .state = "ready"});
    clock_freeze_at(clock_now_s() + setting_default(SETTING_DEPOSIT_REMIND_S));
    assert_int_equal(sweep(world), 1);
    assert_int_equal(state_now(world, id), STATE_TO_REMIND);
}

static void a_number_is_free_again_long_after_the_end(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    struct outcome outcome;
    const int64_t session_id = build_session(world, "2026-12-30T10:00", 8, "desk");
    struct ask ask = one_seat(session_id, 0);
    ask.terms.from_s = at("2026-12-30T10:00");
    ask.terms.until_s = at("2026-12-30T12:00");
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    const struct move refuse = move_make(receipt.request_id, VERB_REFUSE,
                                         (struct actor){.who = WHO_DESK, .staff_id = NADIA});
    assert_int_equal(request_move(world->db, &refuse, &outcome), ERR_OK);
    clock_freeze_at(clock_now_s() + setting_default(SETTING_TICKET_REUSE_S) - 60);
    (void)sweep(world);
    int64_t found = 0;
    assert_int_equal(ticket_find_number(world->db, receipt.number, &found), ERR_OK);
    clock_freeze_at(clock_now_s() + 120);
    (void)sweep(world);
    assert_int_equal(ticket_find_number(world->db, receipt.number, &found), ERR_NOT_FOUND);
    /* Its code is nobody else's, and opens it as before. */
    assert_int_equal(ticket_find_token(world->db, receipt.token, &found), ERR_OK);
    assert_int_equal(found, receipt.request_id);
}

static void a_wrong_clock_decides_nothing(void **state)
{
    struct world *world = *state;
    int count = 0;
    const int64_t session_id = build_session(world, "2026-09-09T10:00", 8, "desk");
    world_exec(world, "UPDATE site SET last_record_s = %lld", (long long)at("2026-10-01T10:00"));
    set_time("2026-09-20T12:00");
    assert_int_equal(sweep_run(world->db, &count), ERR_CLOCK);
    assert_int_equal(state_now(world, session_id), STATE_PUBLISHED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(nothing_is_decided_before_its_time),
        TEST(a_guests_hold_ends_and_the_request_stays_a_households_does_not),
        TEST(one_that_cannot_move_keeps_time_for_no_other),
        TEST(what_nobody_answered_by_its_date_ends_with_an_apology),
        TEST(an_offer_lapses_a_day_after_it_was_told_not_before),
        TEST(who_waits_for_the_first_copy_waits_on_when_an_offer_passes),
        TEST(a_lapsed_offer_of_a_copy_leaves_the_days_that_were_waited_for),
        TEST(days_that_were_waited_for_end_the_wait_when_they_pass),
        TEST(what_was_not_picked_up_is_set_aside_the_day_after),
        TEST(a_session_is_held_when_it_is_over_and_in_doubt_when_few_came),
        TEST(a_date_is_doubted_once),
        TEST(whoever_waits_for_a_new_date_is_not_ended_by_the_old_one),
        TEST(an_offered_thing_that_nobody_was_told_of_ends_with_its_day),
        TEST(a_counted_session_does_not_count_its_seats_as_people),
        TEST(a_need_on_the_board_for_long_comes_back_to_the_desk),
        TEST(a_deposit_that_lies_ready_is_reminded_of),
        TEST(a_number_is_free_again_long_after_the_end),
        TEST(a_wrong_clock_decides_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
