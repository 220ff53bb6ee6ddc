/* A resident's own requests: what is listed, in which order, and for whose eyes. */
#include "support_mine.h"

#include <string.h>

#include <sqlite3.h>

#include "base/clock.h"
#include "core/query.h"

static struct mine mine_of(struct world *world, struct actor actor)
{
    struct mine mine;
    assert_int_equal(mine_load(world->db, &actor, (struct mine_key){0}, world->arena, &mine),
                     ERR_OK);
    return mine;
}

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
    must_move(world, move_make(third, VERB_CANCEL, with_card(home)));
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
    desk_decides(world, id, VERB_REFUSE, "nobody_found");
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
    desk_decides(world, id, VERB_PUBLISH, "");
    desk_decides(world, id, VERB_MATCH, "");
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
    must_move(world, move_make(id, VERB_CANCEL, with_card(home)));
    set_time("2026-12-08T16:42");
    assert_int_equal(mine_of(world, with_card(home)).ended.count, 0);
    assert_int_equal(mine_of(world, with_pin(home)).ended.count, 0);
    assert_int_equal(mine_of(world, in_full(home, 1)).ended.count, 1);
}

static void old_news_that_nobody_told_is_history_too(void **state)
{
    struct world *world = *state;
    const int64_t home = build_household(world, "0087", "Alma");
    desk_decides(world, ask_help(world, "outings", false, with_card(home)), VERB_REFUSE,
                 "nobody_found");
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
        must_move(world, move_make(id, VERB_CANCEL, with_card(home)));
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
        uses_index = uses_index || strstr(detail, "state_by_household (is_ended=? AND "
                                                  "household_id=? AND since_s>? AND since_s<?)");
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
        TEST(the_list_is_read_in_the_order_of_its_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
