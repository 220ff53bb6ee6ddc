/* A resident's own requests: what is listed, in which order, and for whose eyes. */
#include "support_db.h"

#include <string.h>

#include <sqlite3.h>

#include "base/clock.h"
#include "core/mine.h"
#include "core/setting.h"

static struct actor with_card(int64_t household_id)
{
    return (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_card = true};
}

static struct actor with_pin(int64_t household_id)
{
    return (struct actor){.who = WHO_RESIDENT, .household_id = household_id, .has_pin = true};
}

/* The asker's own card and PIN. */
static struct actor in_full(int64_t household_id, int64_t person_id)
{
    return (struct actor){.who = WHO_RESIDENT,
                          .household_id = household_id,
                          .person_id = person_id,
                          .has_card = true,
                          .has_pin = true};
}

static struct actor with_token(int64_t request_id)
{
    return (struct actor){.who = WHO_RESIDENT, .token_request_id = request_id};
}

static struct actor with_number(int64_t request_id)
{
    return (struct actor){.who = WHO_RESIDENT, .number_request_id = request_id};
}

static struct actor desk(void)
{
    return (struct actor){.who = WHO_DESK, .staff_id = NADIA};
}

static struct receipt ask_seats(struct world *world, int64_t session_id, struct actor actor)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, actor);
    ask.terms.session_id = session_id;
    ask.terms.from_s = world_int(world, "SELECT starts_s FROM session WHERE request_id = %lld",
                                 (long long)session_id);
    ask.terms.until_s = ask.terms.from_s + 2 * CLOCK_HOUR_S;
    ask.terms.adults = 2;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    return receipt;
}

static int64_t ask_help(struct world *world, const char *category, bool is_private,
                        struct actor actor)
{
    struct receipt receipt;
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, actor);
    ask.direction = "need";
    ask.category = category;
    ask.choice = "walk";
    ask.is_private = is_private;
    ask.words[0] = (struct ask_words){.field = "", .words = "plutôt le matin"};
    ask.words_count = 1;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_OK);
    return receipt.request_id;
}

static void move(struct world *world, struct move what)
{
    struct outcome outcome;
    assert_int_equal(request_move(world->db, &what, &outcome), ERR_OK);
}

static void decide(struct world *world, int64_t request_id, enum verb verb, const char *reason)
{
    struct move what = move_make(request_id, verb, desk());
    what.reason_code = reason;
    move(world, what);
}

static struct mine mine_of(struct world *world, struct actor actor)
{
    struct mine mine;
    assert_int_equal(mine_load(world->db, &actor, (struct mine_key){0}, world->arena, &mine),
                     ERR_OK);
    return mine;
}

static struct mine_card card_of(struct world *world, int64_t request_id, struct actor actor)
{
    struct mine_card card;
    assert_int_equal(mine_card(world->db, request_id, &actor, world->arena, &card), ERR_OK);
    return card;
}

/* ---- Lists ---- */

static void a_household_finds_what_runs_and_what_ended_the_latest_change_first(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t others = build_household(world, "0088", "Bo");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "desk");
    const int64_t first = ask_seats(world, session_id, with_card(home)).request_id;
    (void)ask_seats(world, session_id, with_card(others));
    set_time("2026-09-08T16:43");
    const int64_t second = ask_help(world, "outings", false, with_card(home));
    set_time("2026-09-08T16:44");
    const int64_t third = ask_help(world, "garden", false, with_card(home));
    move(world, move_make(third, VERB_CANCEL, with_card(home)));
    const struct mine mine = mine_of(world, with_card(home));
    assert_int_equal(mine.running.count, 2);
    assert_int_equal(mine.running.lines[0].request_id, second);
    assert_int_equal(mine.running.lines[1].request_id, first);
    assert_string_equal(mine.running.lines[1].title, "Atelier");
    assert_int_equal(mine.news.count, 0);
    assert_int_equal(mine.ended.count, 1);
    assert_int_equal(mine.ended.lines[0].request_id, third);
    assert_int_equal(mine.ended.lines[0].by, WHO_RESIDENT);
}

static void an_untold_no_is_news_with_its_reason_until_it_is_told(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    decide(world, id, VERB_REFUSE, "nobody_found");
    struct mine mine = mine_of(world, with_card(home));
    assert_int_equal(mine.running.count, 0);
    assert_int_equal(mine.ended.count, 0);
    assert_int_equal(mine.news.count, 1);
    assert_true(mine_is_news(&mine.news.lines[0]));
    assert_string_equal(mine.news.lines[0].reason, "nobody_found");
    assert_int_equal(notice_tell_all(world->db, id, "screen", 0), ERR_OK);
    mine = mine_of(world, with_card(home));
    assert_int_equal(mine.news.count, 0);
    assert_int_equal(mine.ended.count, 1);
}

static void what_waits_for_a_yes_or_no_stays_news_even_when_told(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    decide(world, id, VERB_PUBLISH, "");
    decide(world, id, VERB_MATCH, "");
    assert_int_equal(notice_tell_all(world->db, id, "phone", NADIA), ERR_OK);
    const struct mine mine = mine_of(world, with_card(home));
    assert_false(mine.running.lines[0].is_untold);
    assert_true(mine_is_news(&mine.running.lines[0]));
}

static void history_asks_for_card_and_pin(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    move(world, move_make(id, VERB_CANCEL, with_card(home)));
    set_time("2026-12-08T16:42");
    assert_int_equal(mine_of(world, with_card(home)).ended.count, 0);
    assert_int_equal(mine_of(world, with_pin(home)).ended.count, 0);
    assert_int_equal(mine_of(world, in_full(home, 1)).ended.count, 1);
}

static void old_news_that_nobody_told_is_history_too(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    decide(world, ask_help(world, "outings", false, with_card(home)), VERB_REFUSE, "nobody_found");
    set_time("2026-12-08T16:42");
    const struct mine mine = mine_of(world, in_full(home, 1));
    assert_int_equal(mine.news.count, 0);
    assert_int_equal(mine.ended.count, 1);
}

static void the_pages_of_what_ended_have_no_gap_and_no_repeat(void **state)
{
    enum { COUNT = 23 };
    struct world *world = *state;
    bool is_seen[1000] = {0};
    const int64_t home = build_household(world, "0087", "Alma");
    for (int i = 0; i < COUNT; i++) {
        const int64_t id = ask_help(world, "outings", false, with_card(home));
        move(world, move_make(id, VERB_CANCEL, with_card(home)));
    }
    const struct actor actor = with_card(home);
    struct mine_key key = {0};
    struct mine mine;
    int seen = 0;
    int pages = 0;
    do {
        assert_int_equal(mine_load(world->db, &actor, key, world->arena, &mine), ERR_OK);
        for (int i = 0; i < mine.ended.count; i++) {
            const struct mine_line *line = &mine.ended.lines[i];
            assert_false(is_seen[line->request_id]);
            is_seen[line->request_id] = true;
            key = (struct mine_key){line->since_s, line->request_id};
            seen++;
        }
        pages++;
    } while (mine.ended.has_more);
    assert_int_equal(seen, COUNT);
    assert_int_equal(pages, 3);
}

static void what_is_private_stands_in_nobody_elses_list(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t alma =
        world_int(world, "SELECT id FROM person WHERE household_id = %lld", (long long)home);
    const int64_t bo = build_person(world, home, "Bo", false);
    (void)ask_help(world, "papers", true, in_full(home, alma));
    struct actor card_only = in_full(home, alma);
    card_only.has_pin = false;
    struct actor pin_only = in_full(home, alma);
    pin_only.has_card = false;
    assert_int_equal(mine_of(world, in_full(home, alma)).running.count, 1);
    assert_int_equal(mine_of(world, card_only).running.count, 0);
    assert_int_equal(mine_of(world, pin_only).running.count, 0);
    assert_int_equal(mine_of(world, in_full(home, bo)).running.count, 0);
}

static void without_card_or_pin_nothing_is_listed(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    (void)ask_help(world, "outings", false, with_card(home));
    const struct actor nobody = {.who = WHO_RESIDENT, .household_id = home};
    assert_int_equal(mine_of(world, nobody).running.count, 0);
}

static void number_and_pin_list_kind_state_and_date_and_no_more(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "desk");
    (void)ask_seats(world, session_id, with_card(home));
    const struct mine_line line = mine_of(world, with_pin(home)).running.lines[0];
    assert_int_equal(line.kind, KIND_BOOKING);
    assert_int_equal(line.state, STATE_ASKED);
    assert_int_equal(line.from_s, at("2026-09-12T10:00"));
    assert_true(line.answer_by_s > clock_now_s());
    assert_string_equal(line.title, "");
    assert_string_equal(line.number, "");
    assert_int_equal(line.session_id, 0);
    assert_int_equal(line.adults, 0);
}

static void a_claimed_ticket_joins_the_households_list(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "desk");
    const struct receipt receipt =
        ask_seats(world, session_id, (struct actor){.who = WHO_RESIDENT});
    assert_int_equal(mine_of(world, with_card(home)).running.count, 0);
    struct actor both = with_card(home);
    both.token_request_id = receipt.request_id;
    assert_true(card_of(world, receipt.request_id, both).is_guests);
    assert_int_equal(request_claim(world->db, receipt.request_id, home, both), ERR_OK);
    assert_false(card_of(world, receipt.request_id, both).is_guests);
    assert_int_equal(mine_of(world, with_card(home)).running.count, 1);
}

static void what_a_correction_replaced_is_not_listed(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t session_id = build_session(world, "2026-09-12T10:00", 20, "desk");
    const int64_t id = ask_seats(world, session_id, with_card(home)).request_id;
    struct receipt receipt;
    struct ask ask = ask_make(KIND_BOOKING, VERB_ASK, with_card(home));
    ask.terms.session_id = session_id;
    ask.terms.from_s = at("2026-09-12T10:00");
    ask.terms.until_s = at("2026-09-12T12:00");
    ask.terms.adults = 3;
    assert_int_equal(request_correct(world->db, id, &ask, &receipt), ERR_OK);
    const struct mine mine = mine_of(world, with_card(home));
    assert_int_equal(mine.running.count, 1);
    assert_int_equal(mine.running.lines[0].request_id, receipt.request_id);
    assert_int_equal(mine.ended.count, 0);
}

/* ---- One request ---- */

static void the_ticket_s_code_and_the_card_show_everything(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    const int64_t id = ask_help(world, "outings", false, with_card(home));
    struct move publish = move_make(id, VERB_PUBLISH, desk());
    publish.words = "Une promenade par semaine";
    move(world, publish);
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
    decide(world, id, VERB_REFUSE, "age");
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
    struct move away = move_make(session_id, VERB_MOVE, desk());
    away.terms = &terms;
    away.reason_code = "room";
    move(world, away);
    struct mine_card card = card_of(world, id, with_card(home));
    assert_int_equal(card.line.state, STATE_TO_RECONFIRM);
    assert_int_equal(card.line.from_s, at("2026-09-19T10:00"));
    assert_int_equal(card.before.from_s, at("2026-09-12T10:00"));
    assert_string_equal(card.line.reason, "room");
    assert_int_equal(card.session_state, STATE_PUBLISHED);
    move(world, move_make(id, VERB_ACCEPT, with_card(home)));
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
    struct move propose = move_make(id, VERB_PROPOSE, desk());
    propose.terms = &terms;
    move(world, propose);
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
    decide(world, receipt.request_id, VERB_OFFER, "");
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
    decide(world, id, VERB_REFUSE, "nobody_found");
    assert_false(card_of(world, id, with_card(home)).has_said_unsettled);
    assert_int_equal(request_remark(world->db, id, "not_settled", with_card(home)), ERR_OK);
    assert_true(card_of(world, id, with_card(home)).has_said_unsettled);
    assert_false(card_of(world, id, with_card(home)).has_said_fault);
}

/* ---- Keeping a loan longer ---- */

static struct mine_line loan_out(struct world *world, const char *title, int max_days,
                                 const char *from, const char *until)
{
    const int64_t item_id = build_item(world, title, "desk", max_days);
    const int64_t copy_id = build_copy(world, item_id, 1);
    return (struct mine_line){
        .request_id = build_loan(world, copy_id, "out", from, until),
        .item_id = item_id,
        .copy_id = copy_id,
        .from_s = at(from),
        .until_s = at(until),
    };
}

static void a_loan_may_come_back_at_a_later_opening_within_what_is_allowed(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    const struct mine_line loan =
        loan_out(world, "Perceuse", 5, "2026-09-08T14:00", "2026-09-09T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    /* Thursday, Friday, Saturday; closed on Sunday, and Monday is beyond five days. */
    assert_int_equal(returns.count, 3);
    assert_int_equal(returns.at_s[0], at("2026-09-10T09:00"));
    assert_int_equal(returns.at_s[2], at("2026-09-12T09:00"));
    assert_false(returns.is_longest);
}

static void a_loan_comes_back_before_the_next_one_of_its_copy(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    const struct mine_line loan =
        loan_out(world, "Perceuse", 14, "2026-09-08T14:00", "2026-09-09T09:00");
    (void)build_loan(world, loan.copy_id, "reserved", "2026-09-11T09:00", "2026-09-12T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.count, 2);
    assert_int_equal(returns.at_s[1], at("2026-09-11T09:00"));
}

static void why_a_loan_cannot_be_kept_longer_is_said(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    struct mine_line loan = loan_out(world, "Perceuse", 1, "2026-09-08T14:00", "2026-09-09T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.count, 0);
    assert_true(returns.is_longest);
    loan = loan_out(world, "Ponceuse", 14, "2026-09-08T14:00", "2026-09-09T09:00");
    (void)build_loan(world, loan.copy_id, "reserved", "2026-09-09T14:00", "2026-09-10T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.count, 0);
    assert_true(returns.is_taken_next);
    assert_false(returns.is_longest);
}

static void a_late_loan_is_not_kept_longer_into_the_past(void **state)
{
    struct world *world = *state;
    struct mine_returns returns;
    const struct mine_line loan =
        loan_out(world, "Perceuse", 14, "2026-09-01T14:00", "2026-09-03T09:00");
    assert_int_equal(mine_returns(world->db, &loan, &returns), ERR_OK);
    assert_int_equal(returns.at_s[0], at("2026-09-09T09:00"));
}

/* ---- Plans ---- */

static void the_list_is_read_in_the_order_of_its_index(void **state)
{
    struct world *world = *state;
    sqlite3_stmt *stmt = NULL;
    bool uses_index = false;
    char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", QUERIES[Q_MINE_LIST].sql);
    assert_int_equal(sqlite3_prepare_v2(world->raw, sql, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *detail = (const char *)sqlite3_column_text(stmt, 3);
        assert_null(strstr(detail, "TEMP B-TREE"));
        uses_index = uses_index || strstr(detail, "state_by_household (household_id=? AND "
                                                  "is_ended=? AND since_s>? AND since_s<?)");
    }
    (void)sqlite3_finalize(stmt);
    sqlite3_free(sql);
    assert_true(uses_index);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_household_finds_what_runs_and_what_ended_the_latest_change_first),
        TEST(an_untold_no_is_news_with_its_reason_until_it_is_told),
        TEST(what_waits_for_a_yes_or_no_stays_news_even_when_told),
        TEST(history_asks_for_card_and_pin),
        TEST(old_news_that_nobody_told_is_history_too),
        TEST(the_pages_of_what_ended_have_no_gap_and_no_repeat),
        TEST(what_is_private_stands_in_nobody_elses_list),
        TEST(without_card_or_pin_nothing_is_listed),
        TEST(number_and_pin_list_kind_state_and_date_and_no_more),
        TEST(a_claimed_ticket_joins_the_households_list),
        TEST(what_a_correction_replaced_is_not_listed),
        TEST(the_ticket_s_code_and_the_card_show_everything),
        TEST(a_ticket_number_shows_state_reason_and_next_step_alone),
        TEST(whoever_has_shown_nothing_sees_nothing),
        TEST(a_moved_session_shows_both_dates_and_why),
        TEST(number_and_pin_say_yes_to_another_date),
        TEST(the_rank_is_told),
        TEST(the_time_to_answer_an_offer_runs_from_when_it_was_told),
        TEST(what_was_said_of_it_is_remembered),
        TEST(a_loan_may_come_back_at_a_later_opening_within_what_is_allowed),
        TEST(a_loan_comes_back_before_the_next_one_of_its_copy),
        TEST(why_a_loan_cannot_be_kept_longer_is_said),
        TEST(a_late_loan_is_not_kept_longer_into_the_past),
        TEST(the_list_is_read_in_the_order_of_its_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
