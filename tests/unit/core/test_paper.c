/* Ticket numbers on paper: reserved, used once, given up. */
#include "core/paper.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/rand.h"
#include "core/code.h"
#include "core/request_rows.h"
#include "support_ask.h"

static int64_t must_make(struct world *world, int count)
{
    int64_t block_id = 0;
    assert_int_equal(paper_make_block(world->db, NADIA, count, &block_id), ERR_OK);
    return block_id;
}

/* The number at a position of a block. */
static const char *number_of(struct world *world, int64_t block_id, int position)
{
    static char number[TICKET_NUMBER_BYTES];
    (void)snprintf(number, sizeof(number), "%06lld",
                   (long long)world_int(world,
                                        "SELECT CAST(number AS INTEGER) FROM paper_number"
                                        " WHERE block_id = %lld AND position = %d",
                                        (long long)block_id, position));
    return number;
}

/* Asked at the desk, as on a slip with that number. */
static enum err enter(struct world *world, const char *number, struct receipt *receipt)
{
    struct ask ask = ask_make(KIND_HELP, VERB_ASK, desk(NADIA));
    ask.channel = "paper";
    ask.direction = "need";
    ask.category = "errands";
    ask.happened_at_s = at("2026-09-08T09:30");
    ask.paper_number = number;
    return request_ask(world->db, &ask, receipt);
}

static void a_block_is_of_different_valid_numbers(void **state)
{
    struct world *world = *state;
    const int64_t block_id = must_make(world, 20);
    assert_int_equal(world_int(world, "SELECT count(DISTINCT number) FROM paper_number"), 20);
    for (int i = 1; i <= 20; i++) {
        const char *number = number_of(world, block_id, i);
        assert_true(ticket_number_is_valid(number));
        assert_int_equal(paper_check(world->db, number), ERR_OK);
    }
}

static void slip_and_request_have_one_number(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    int64_t found = 0;
    const char *number = number_of(world, must_make(world, 3), 2);
    assert_int_equal(enter(world, number, &receipt), ERR_OK);
    assert_string_equal(receipt.number, number);
    assert_int_equal(strncmp(receipt.token, "T1", 2), 0);
    assert_int_equal(ticket_find_number(world->db, number, &found), ERR_OK);
    assert_int_equal(found, receipt.request_id);
    assert_int_equal(world_int(world, "SELECT rank_s FROM request_state WHERE request_id = %lld",
                               receipt.request_id),
                     at("2026-09-08T09:30"));
}

static void a_number_is_used_once(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const char *number = number_of(world, must_make(world, 1), 1);
    assert_int_equal(enter(world, number, &receipt), ERR_OK);
    assert_int_equal(paper_check(world->db, number), ERR_CONFLICT);
    assert_int_equal(enter(world, number, &receipt), ERR_CONFLICT);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request WHERE kind = 'help'"), 1);
}

static void numbers_that_no_paper_bears_are_refused(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    char number[TICKET_NUMBER_BYTES];
    (void)must_make(world, 1);
    do {
        ticket_number_draw(number);
    } while (paper_check(world->db, number) == ERR_OK);
    assert_int_equal(enter(world, number, &receipt), ERR_NOT_FOUND);
    number[5] = number[5] == '9' ? '0' : (char)(number[5] + 1);
    assert_int_equal(enter(world, number, &receipt), ERR_INVALID);
    assert_int_equal(enter(world, "12", &receipt), ERR_INVALID);
    assert_int_equal(world_int(world, "SELECT count(*) FROM request WHERE kind = 'help'"), 0);
}

static void a_refused_request_leaves_its_number_to_the_next(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 1, "desk");
    (void)build_booking(world, session_id, "confirmed", 1, 0);
    const char *number = number_of(world, must_make(world, 1), 1);
    struct ask ask = seats(session_id, 1, 0, desk(NADIA));
    ask.paper_number = number;
    assert_int_equal(request_ask(world->db, &ask, &receipt), ERR_FULL);
    assert_int_equal(enter(world, number, &receipt), ERR_OK);
}

/* The same dice give the same number, unless somebody has it. */
static void the_screen_draws_no_number_that_is_on_paper(void **state)
{
    struct world *world = *state;
    char number[TICKET_NUMBER_BYTES];
    char drawn[TICKET_NUMBER_BYTES];
    rand_seed(5);
    ticket_number_draw(number);
    rand_seed(5);
    assert_int_equal(ticket_draw_number(world->db, drawn), ERR_OK);
    assert_string_equal(drawn, number);
    rand_seed(5);
    assert_string_equal(number_of(world, must_make(world, 1), 1), number);
    rand_seed(5);
    assert_int_equal(ticket_draw_number(world->db, drawn), ERR_OK);
    assert_string_not_equal(drawn, number);
}

static void a_number_that_is_alive_comes_on_no_paper(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 0, guest()));
    rand_seed(6);
    const char *number = arena_strdup(world->arena, number_of(world, must_make(world, 1), 1));
    world_exec(world,
               "DELETE FROM paper_number;"
               "UPDATE ticket SET number = %Q WHERE request_id = %lld",
               number, (long long)receipt.request_id);
    rand_seed(6);
    assert_string_not_equal(number_of(world, must_make(world, 1), 1), number);
}

static void the_database_itself_keeps_paper_and_tickets_apart(void **state)
{
    struct world *world = *state;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt receipt = must_ask(world, seats(session_id, 1, 0, guest()));
    const int64_t block_id = must_make(world, 1);
    const char *number = number_of(world, block_id, 1);
    assert_false(world_try(world, arena_printf(world->arena,
                                               "INSERT INTO ticket(request_id, number, token_hash)"
                                               " VALUES (%lld, '%s', randomblob(32))",
                                               (long long)session_id, number)));
    assert_true(world_try(world, arena_printf(world->arena,
                                              "INSERT INTO ticket(request_id, number, token_hash)"
                                              " VALUES (%lld, '100000', randomblob(32))",
                                              (long long)session_id)));
    assert_false(
        world_try(world, arena_printf(world->arena,
                                      "INSERT INTO paper_number VALUES (%lld, 99, '%s', NULL, 1)",
                                      (long long)block_id, receipt.number)));
}

static void what_is_given_up_can_be_drawn_again_and_entered_no_more(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    int count = 0;
    const int64_t block_id = must_make(world, 4);
    assert_int_equal(enter(world, number_of(world, block_id, 1), &receipt), ERR_OK);
    assert_int_equal(paper_give_up(world->db, block_id, &count), ERR_OK);
    assert_int_equal(count, 3);
    assert_int_equal(paper_give_up(world->db, block_id, &count), ERR_CONFLICT);
    assert_int_equal(paper_check(world->db, number_of(world, block_id, 2)), ERR_CONFLICT);
    assert_int_equal(enter(world, number_of(world, block_id, 2), &receipt), ERR_CONFLICT);
    assert_int_equal(paper_give_up(world->db, 99, &count), ERR_NOT_FOUND);
}

static void a_block_found_again_reserves_what_nobody_drew(void **state)
{
    struct world *world = *state;
    struct receipt receipt;
    int count = 0;
    const int64_t block_id = must_make(world, 3);
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    assert_int_equal(paper_take_up(world->db, block_id, &count), ERR_CONFLICT);
    assert_int_equal(paper_give_up(world->db, block_id, &count), ERR_OK);
    receipt = must_ask(world, seats(session_id, 1, 0, guest()));
    world_exec(world, "UPDATE ticket SET number = %Q WHERE request_id = %lld",
               number_of(world, block_id, 1), (long long)receipt.request_id);
    assert_int_equal(paper_take_up(world->db, block_id, &count), ERR_OK);
    assert_int_equal(count, 2);
    assert_int_equal(paper_check(world->db, number_of(world, block_id, 1)), ERR_CONFLICT);
    assert_int_equal(paper_check(world->db, number_of(world, block_id, 2)), ERR_OK);
    assert_int_equal(paper_take_up(world->db, 99, &count), ERR_NOT_FOUND);
}

static void there_is_an_end_to_paper(void **state)
{
    struct world *world = *state;
    int64_t block_id = 7;
    int count = 0;
    assert_int_equal(paper_make_block(world->db, NADIA, 0, &block_id), ERR_INVALID);
    assert_int_equal(block_id, 0);
    assert_int_equal(paper_make_block(world->db, NADIA, PAPER_BLOCK_MAX + 1, &block_id),
                     ERR_INVALID);
    assert_int_equal(paper_make_block(world->db, 99, 1, &block_id), ERR_NOT_FOUND);
    const int64_t first = must_make(world, 1);
    assert_int_equal(paper_give_up(world->db, first, &count), ERR_OK);
    for (int i = 0; i < PAPER_RESERVED_MAX / PAPER_BLOCK_MAX; i++) {
        (void)must_make(world, PAPER_BLOCK_MAX);
    }
    assert_int_equal(paper_make_block(world->db, NADIA, 1, &block_id), ERR_FULL);
    assert_int_equal(paper_take_up(world->db, first, &count), ERR_FULL);
}

static void a_lost_ticket_is_reprinted_and_the_old_code_dies(void **state)
{
    struct world *world = *state;
    char number[TICKET_NUMBER_BYTES];
    char token[TICKET_TOKEN_BYTES];
    int64_t found = 0;
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const struct receipt lost = must_ask(world, seats(session_id, 1, 0, guest()));
    assert_int_equal(ticket_reprint(world->db, lost.request_id, desk(NADIA), number, token),
                     ERR_OK);
    assert_string_equal(number, lost.number);
    assert_int_equal(ticket_find_token(world->db, token, &found), ERR_OK);
    assert_int_equal(found, lost.request_id);
    assert_int_equal(ticket_find_token(world->db, lost.token, &found), ERR_NOT_FOUND);
    assert_int_equal(
        world_int(world, "SELECT shown_at_s FROM ticket WHERE request_id = %lld", lost.request_id),
        clock_now_s());
}

static void tickets_are_reprinted_by_the_desk_alone_and_not_for_its_own(void **state)
{
    struct world *world = *state;
    char number[TICKET_NUMBER_BYTES];
    char token[TICKET_TOKEN_BYTES];
    const int64_t session_id = build_session(world, "2026-09-09T14:00", 8, "desk");
    const int64_t home = build_household(world, "0087", "Alma");
    const struct receipt lost = must_ask(world, seats(session_id, 1, 0, member(home)));
    assert_int_equal(ticket_reprint(world->db, lost.request_id, member(home), number, token),
                     ERR_DENIED);
    world_exec(world, "UPDATE staff SET household_id = %lld WHERE id = %d", (long long)home, KARIM);
    assert_int_equal(ticket_reprint(world->db, lost.request_id, desk(KARIM), number, token),
                     ERR_DENIED);
    assert_string_equal(token, "");
    assert_int_equal(ticket_reprint(world->db, lost.request_id, desk(NADIA), number, token),
                     ERR_OK);
    assert_int_equal(ticket_reprint(world->db, 999, desk(NADIA), number, token), ERR_NOT_FOUND);
    world_exec(world, "UPDATE ticket SET is_live = 0");
    assert_int_equal(ticket_reprint(world->db, lost.request_id, desk(NADIA), number, token),
                     ERR_NOT_FOUND);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_block_is_of_different_valid_numbers),
        TEST(slip_and_request_have_one_number),
        TEST(a_number_is_used_once),
        TEST(numbers_that_no_paper_bears_are_refused),
        TEST(a_refused_request_leaves_its_number_to_the_next),
        TEST(the_screen_draws_no_number_that_is_on_paper),
        TEST(a_number_that_is_alive_comes_on_no_paper),
        TEST(the_database_itself_keeps_paper_and_tickets_apart),
        TEST(what_is_given_up_can_be_drawn_again_and_entered_no_more),
        TEST(a_block_found_again_reserves_what_nobody_drew),
        TEST(there_is_an_end_to_paper),
        TEST(a_lost_ticket_is_reprinted_and_the_old_code_dies),
        TEST(tickets_are_reprinted_by_the_desk_alone_and_not_for_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
