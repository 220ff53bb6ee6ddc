/* One request, as much of it as its reader may know. */
#include "support_mine.h"

#include <string.h>

#include "base/clock.h"
#include "core/setting.h"

static void the_ticket_s_code_and_the_card_show_everything(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    struct move publish = move_make(id, VERB_PUBLISH, desk(NADIA));
    publish.words = "Une promenade par semaine";
    must_move(world, publish);
    const struct actor actors[] = {with_card(home), with_token(id)};
    for (size_t i = 0; i < ARRAY_LEN(actors); i++) {
        const struct mine_card card = card_of(world, id, actors[i]);
        assert_int_equal(card.access, ACCESS_FULL);
        assert_string_equal(card.line.category, "outings");
        assert_string_equal(card.words, "plutôt le matin");
        assert_string_equal(card.answer, "Une promenade par semaine");
        assert_int_equal(strlen(card.line.number), 6);
        assert_true(card.line.is_untold);
        assert_true(card.may[VERB_CANCEL]);
        assert_true(card.may[VERB_PAUSE]);
        assert_false(card.may[VERB_MATCH]);
    }
}

static void a_ticket_number_shows_state_reason_and_next_step_alone(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "desk");
    const int64_t id = ask_seats(world, session_id, with_card(home)).request_id;
    struct mine_card card = card_of(world, id, with_number(id));
    assert_int_equal(card.access, ACCESS_STATE);
    assert_int_equal(card.line.state, STATE_ASKED);
    assert_true(card.line.answer_by_s > clock_now_s());
    assert_string_equal(card.line.title, "");
    assert_int_equal(card.line.from_s, 0);
    assert_string_equal(card.words, "");
    assert_string_equal(card.place, "");
    assert_false(card.may[VERB_CANCEL]);
    desk_decides(world, id, VERB_REFUSE, "age");
    card = card_of(world, id, with_number(id));
    assert_int_equal(card.line.state, STATE_REFUSED);
    assert_string_equal(card.line.reason, "age");
}

static void whoever_has_shown_nothing_sees_nothing(void **state)
{
    struct world *world = *state;
    struct mine_card card;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    const struct actor stranger = with_card(build_household(world, "0088", "Bo"));
    assert_int_equal(mine_card(world->db, id, &stranger, world->arena, &card), ERR_DENIED);
    assert_int_equal(mine_card(world->db, id + 1000, &stranger, world->arena, &card),
                     ERR_NOT_FOUND);
}

static void a_moved_session_shows_both_dates_and_why(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "automatic");
    const int64_t id = ask_seats(world, session_id, with_card(home)).request_id;
    const struct terms terms = {.from_s = at("2026-09-19T10:00"),
                                .until_s = at("2026-09-19T12:00")};
    struct move away = move_make(session_id, VERB_MOVE, desk(NADIA));
    away.terms = &terms;
    away.reason_code = "room";
    must_move(world, away);
    struct mine_card card = card_of(world, id, with_card(home));
    assert_int_equal(card.line.state, STATE_TO_RECONFIRM);
    assert_int_equal(card.line.from_s, at("2026-09-19T10:00"));
    assert_int_equal(card.before.from_s, at("2026-09-12T10:00"));
    assert_string_equal(card.line.reason, "room");
    assert_int_equal(card.session_state, STATE_PUBLISHED);
    must_move(world, move_make(id, VERB_ACCEPT, with_card(home)));
    card = card_of(world, id, with_card(home));
    assert_int_equal(card.before.from_s, 0);
}

static void number_and_pin_say_yes_to_another_date(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "desk");
    const int64_t id = ask_seats(world, session_id, with_card(home)).request_id;
    const int64_t other_id = build_session(world, "2026-09-18T10:00", 20, "desk");
    const struct terms terms = {.session_id = other_id,
                                .from_s = at("2026-09-18T10:00"),
                                .until_s = at("2026-09-18T12:00"),
                                .adults = 2};
    struct move propose = move_make(id, VERB_PROPOSE, desk(NADIA));
    propose.terms = &terms;
    must_move(world, propose);
    const struct mine_card card = card_of(world, id, with_pin(home));
    assert_int_equal(card.access, ACCESS_ANSWER);
    assert_int_equal(card.line.from_s, at("2026-09-18T10:00"));
    assert_int_equal(card.before.from_s, at("2026-09-12T10:00"));
    assert_int_equal(card.before.adults, 0);
    assert_true(card.may[VERB_ACCEPT]);
    assert_true(card.may[VERB_DECLINE]);
    assert_false(card.may[VERB_CANCEL]);
    assert_string_equal(card.answer, "");
}

static void the_rank_is_told(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 4, "desk");
    (void)build_booking(world, session_id, "waitlisted", 1, 0);
    struct receipt receipt;
    struct ask ask = ask_make(KIND_BOOKING, VERB_JOIN, with_card(home));
    ask.terms.session_id = session_id;
    ask.terms.from_s = at("2026-09-12T10:00");
    ask.terms.adults = 1;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    assert_int_equal(card_of(world, receipt.request_id, with_card(home)).rank, 2);
    assert_int_equal(card_of(world, receipt.request_id, with_number(receipt.request_id)).rank, 2);
}

static void the_time_to_answer_an_offer_runs_from_when_it_was_told(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 4, "desk");
    struct receipt receipt;
    struct ask ask = ask_make(KIND_BOOKING, VERB_JOIN, with_card(home));
    ask.terms.session_id = session_id;
    ask.terms.from_s = at("2026-09-12T10:00");
    ask.terms.adults = 1;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    desk_decides(world, receipt.request_id, VERB_OFFER, "");
    const int64_t offer_s = setting_get(world->db, SETTING_OFFER_S);
    set_time("2026-09-09T09:00");
    assert_int_equal(card_of(world, receipt.request_id, with_card(home)).offer_until_s,
                     at("2026-09-09T09:00") + offer_s);
    assert_int_equal(notice_tell_all(world->db, receipt.request_id, "screen", 0), ERR_OK);
    set_time("2026-09-09T10:00");
    assert_int_equal(card_of(world, receipt.request_id, with_card(home)).offer_until_s,
                     at("2026-09-09T09:00") + offer_s);
}

static void what_was_said_of_it_is_remembered(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    desk_decides(world, id, VERB_REFUSE, "nobody_found");
    assert_false(card_of(world, id, with_card(home)).has_said_unsettled);
    assert_int_equal(request_remark(world->db, id, "not_settled", with_card(home)), ERR_OK);
    assert_true(card_of(world, id, with_card(home)).has_said_unsettled);
    assert_false(card_of(world, id, with_card(home)).has_said_fault);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_ticket_s_code_and_the_card_show_everything),
        TEST(a_ticket_number_shows_state_reason_and_next_step_alone),
        TEST(whoever_has_shown_nothing_sees_nothing),
        TEST(a_moved_session_shows_both_dates_and_why),
        TEST(number_and_pin_say_yes_to_another_date),
        TEST(the_rank_is_told),
        TEST(the_time_to_answer_an_offer_runs_from_when_it_was_told),
        TEST(what_was_said_of_it_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
